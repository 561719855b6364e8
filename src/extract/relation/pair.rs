//! A part and the whole that it is of, side by side in a sentence.
//!
//! ```text
//! pair = figure ["out"] "of" ["the" | "its" … | name "'s"] figure | "Of" ["the"] figure … "," figure
//!      | figure … figure "of them" | figure … "of which" figure | "a survey of" figure "," figure
//! ```

use super::addend::head;
use super::{Figures, is_any};
use crate::claim::{Relation, Unit};
use crate::lexicon::List;
use crate::text::Shape;
use std::ops::Range;

/// A part and its whole, by their places in a sentence.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) part: usize,
    pub(super) whole: usize,
}

impl Pair {
    pub(super) fn with(self, of: &Figures<'_>, share: usize) -> Relation {
        Relation::Share { part: of.place(self.part), whole: of.place(self.whole), share }
    }
}

/// The pair that a figure and the next one are.
pub(super) fn pair(figures: &Figures<'_>, at: usize) -> Option<Pair> {
    side_by_side(figures, at).or_else(|| whole_first(figures, at))
}

/// "20 of the 50", "20 farms of 50 in all".
pub(super) fn side_by_side(figures: &Figures<'_>, part: usize) -> Option<Pair> {
    let whole = part + 1;
    if whole >= figures.pieces.len() {
        return None;
    }
    let words = figures.letters(figures.between(part, whole));
    let noun_first =
        || words.iter().position(|word| *word == "out").is_some_and(|out| out <= 3 && is_of(&words[out + 1..]));
    let pair = Pair { part, whole };
    let of = || is_of(&words) || is_of_own(figures, figures.between(part, whole)) || noun_first();
    (are_counts(figures, pair) && of()).then_some(pair)
}

/// "Of the 50, 20 …", "50 wells and found 20 of them".
fn whole_first(figures: &Figures<'_>, whole: usize) -> Option<Pair> {
    let part = whole + 1;
    if part >= figures.pieces.len() {
        return None;
    }
    let of = figures.word_before(whole, 1).eq_ignore_ascii_case("of");
    let front = figures.pieces[whole].tokens.start;
    let sampled = is_any(figures.word_before(whole, 2), &["survey", "poll", "sample", "study", "total"]);
    let opens = of && (front <= 3 || sampled || figures.word_before(whole, 2) == ":");
    let comma = figures.between(whole, part).any(|at| figures.tokens.from(at).letters() == ",");
    let them = figures.word_behind(part, 0) == "of"
        && is_any(figures.word_behind(part, 1), &["them", "those", "these", "whom", "which"]);
    let start = figures.pieces[part].tokens.start;
    let which =
        is_any(figures.letters_before(start, 1), &["which", "whom"]) && figures.letters_before(start, 2) == "of";
    let near = figures.between(whole, part).len() <= REACH;
    let pair = Pair { part, whole };
    ((opens && comma || them || which) && near && are_counts(figures, pair)).then_some(pair)
}

/// How many words may stand between a whole and the part of it.
pub(super) const REACH: usize = 14;

/// Whether words are "of" with no more than articles and "a total of" behind it.
pub(super) fn is_of(words: &[&str]) -> bool {
    matches!(
        words,
        ["of"]
            | ["of", "the" | "its" | "their" | "his" | "her" | "all" | "those" | "these"]
            | ["of", "all", "the"]
            | ["of", "a" | "the", "total", "of"]
            | ["of", "the", "total"]
    )
}

/// Whether words are "of" with whose it is behind it: "of the island's", "of its workforce of".
pub(super) fn is_of_own(figures: &Figures<'_>, between: Range<usize>) -> bool {
    let words = figures.letters(between.clone());
    let owned = between.clone().last().and_then(|at| figures.token(at)).is_some_and(|token| {
        token.shape == Shape::Possessive || figures.tokens.lexicon().is(token.word, List::Determiner)
    });
    let collective = matches!(words[..], [.., noun, "of"] if is_any(noun, &COLLECTIVE));
    let plain =
        between.len() <= OWNER && between.clone().all(|at| figures.token(at).is_some_and(|t| t.shape != Shape::Mark));
    matches!(words[..], ["of", _, ..]) && plain && (owned || collective)
}

/// How many words "of the whole country's" may have.
const OWNER: usize = 6;

/// Nouns that stand for all there are.
pub(super) const COLLECTIVE: [&str; 12] = [
    "total",
    "workforce",
    "population",
    "staff",
    "fleet",
    "electorate",
    "membership",
    "budget",
    "sample",
    "stock",
    "crew",
    "all",
];

/// Whether a part is of what its whole counts, as far as they have nouns of their own.
pub(super) fn are_alike(figures: &Figures<'_>, Pair { part, whole }: Pair) -> bool {
    let [part, whole] = [part, whole].map(|at| head(&figures.claims[at]));
    part.zip(whole).is_none_or(|(part, whole)| part == whole) || COLLECTIVE.iter().any(|one| whole == Some(one))
}

/// Whether two figures may be part and whole: both counted, or both in one unit.
pub(super) fn are_counts(figures: &Figures<'_>, Pair { part, whole }: Pair) -> bool {
    let unit = |at: usize| &figures.claims[at].quantity.unit;
    let bare =
        *unit(part) == Unit::Count && !matches!(unit(whole), Unit::Percent | Unit::Ratio | Unit::PercentagePoint);
    let shares = matches!(unit(part), Unit::Percent | Unit::Ratio | Unit::PercentagePoint);
    let values = figures.claims[part].quantity.value().zip(figures.claims[whole].quantity.value());
    let aged = figures.pieces[part].age || figures.pieces[whole].age;
    let dated = figures.tokens.from(figures.pieces[whole].tokens.end).is(List::Age);
    let alike = bare || unit(part) == unit(whole);
    alike && !shares && !aged && !dated && values.is_some_and(|(part, whole)| part <= whole)
}
