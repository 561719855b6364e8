//! A share, and the two figures that it is of.
//!
//! ```text
//! share = pair … ("or" | "," | "(") part               412 of the 1,200 wells, or 34 %
//!       | part [noun] ("," ["or"] | "(") pair          one in three (12 of 36)
//!       | part "of" "the" whole … ("or" | "(") figure  30 % of the 60 seats (18)
//!       | figure "," ["or"] part "of" "its" … whole    18 seats, 30 percent of the 60
//!       | pair . "That is" part                        Of the 80, 20 left. That is 25 %.
//!       | share … figure ("or" | "(") part             of the same whole: 20 of the 50 (40 %) left and 15 (30 %) stayed
//! pair  = figure ["out"] "of" ["the" | "its" … | name "'s"] figure | "Of" ["the"] figure … "," figure
//!       | figure … figure "of them" | figure … "of which" figure | "a survey of" figure "," figure
//! part  = percentage or fraction, with nothing behind it that it could be of instead
//! ```

use super::sum::head;
use super::{Figures, is_any};
use crate::claim::{Relation, Unit};
use crate::lexicon::List;
use crate::text::Shape;
use std::ops::Range;

/// The shares that the last sentence of a passage tells.
pub(super) fn share(passage: &[Figures<'_>]) -> Vec<Relation> {
    let Some((figures, before)) = passage.split_last() else { return Vec::new() };
    let mut found = Vec::new();
    for at in 0..figures.pieces.len() {
        let told = behind(figures, at).or_else(|| ahead(figures, at)).or_else(|| of_whole(figures, at));
        let told = told.or_else(|| part_first(figures, at)).or_else(|| also(figures, at, found.last()));
        found.extend(told);
    }
    found.extend(summary(figures, before));
    found
}

/// A part and its whole, by their places in a sentence.
#[derive(Clone, Copy)]
struct Pair {
    part: usize,
    whole: usize,
}

impl Pair {
    fn with(self, of: &Figures<'_>, share: usize) -> Relation {
        Relation::Share { part: of.place(self.part), whole: of.place(self.whole), share }
    }
}

/// The share behind the pair that begins at a figure.
fn behind(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let pair = pair(figures, at)?;
    let share = at + 2;
    let joined = share < figures.pieces.len() && figures.is_joined(at + 1, share);
    let follows = joined && restates(figures, figures.between(at + 1, share), share);
    (follows && is_share(figures, share) && stands_alone(figures, share))
        .then(|| pair.with(figures, figures.place(share)))
}

/// The share in front of the pair behind it.
fn ahead(figures: &Figures<'_>, share: usize) -> Option<Relation> {
    let pair = side_by_side(figures, share + 1)?;
    let between = figures.letters(figures.between(share, pair.part));
    let restated = between.len() <= 3 && matches!(between[..], [.., "("] | [.., ",", "or"]);
    // "38 percent of the seats in the council, 76 of 200".
    let closed = matches!(figures.word_behind(pair.whole, 0), "." | "," | ")" | ";" | "");
    let apposed = between.len() <= REACH && matches!(between[..], ["of", .., ","]) && closed;
    let joins = restated || apposed;
    (joins && is_share(figures, share)).then(|| pair.with(figures, figures.place(share)))
}

/// "30 % of the 60 seats, or 18".
fn of_whole(figures: &Figures<'_>, share: usize) -> Option<Relation> {
    let (whole, part) = (share + 1, share + 2);
    if part >= figures.pieces.len() || !is_share(figures, share) || !figures.is_joined(whole, part) {
        return None;
    }
    let of = is_of(&figures.letters(figures.between(share, whole)));
    let restated = matches!(figures.letters(figures.between(whole, part))[..], [.., ",", "or"] | [.., "(" | ","]);
    let alone = (0..=1).any(|ahead| matches!(figures.word_behind(part, ahead), ")" | "," | "." | ";" | ""));
    let pair = Pair { part, whole };
    (of && restated && alone && are_counts(figures, pair)).then(|| pair.with(figures, figures.place(share)))
}

/// "900 jobs, or 6 percent of its workforce of 15,000".
fn part_first(figures: &Figures<'_>, part: usize) -> Option<Relation> {
    let (share, whole) = (part + 1, part + 2);
    if whole >= figures.pieces.len() || !is_share(figures, share) || !figures.is_joined(part, whole) {
        return None;
    }
    let opening = figures.letters(figures.between(part, share));
    let restated = opening.len() <= NOUN && matches!(opening[..], [.., "," | "("] | [.., "," | "(", "or"]);
    let pair = Pair { part, whole };
    let of = is_of_own(figures, figures.between(share, whole));
    (restated && of && are_counts(figures, pair) && are_alike(figures, pair))
        .then(|| pair.with(figures, figures.place(share)))
}

/// How many words what is counted may have.
const NOUN: usize = 4;

/// Another share of the whole that the sentence tells one of already: "… and 15 (30 %) stayed".
fn also(figures: &Figures<'_>, part: usize, last: Option<&Relation>) -> Option<Relation> {
    let Some(Relation::Share { whole, share: told, .. }) = last else { return None };
    let share = part + 1;
    if figures.place(part) <= *told || !is_share(figures, share) || !stands_alone(figures, share) {
        return None;
    }
    let opening = figures.letters(figures.between(part, share));
    let restated = opening.len() <= NOUN && matches!(opening[..], [.., "("] | [.., "," | "—" | "–", "or"]);
    let counted = is_bare(figures, part) && figures.all[*whole].quantity.unit == Unit::Count;
    let smaller = figures.claims[part].quantity.value()? <= figures.all[*whole].quantity.value()?;
    (restated && counted && smaller).then(|| Relation::Share {
        part: figures.place(part),
        whole: *whole,
        share: figures.place(share),
    })
}

/// Whether a figure counts without saying what.
fn is_bare(figures: &Figures<'_>, at: usize) -> bool {
    let claim = &figures.claims[at];
    claim.quantity.unit == Unit::Count && !figures.pieces[at].age && head(claim).is_none()
}

/// Whether a part is of what its whole counts, as far as they have nouns of their own.
fn are_alike(figures: &Figures<'_>, Pair { part, whole }: Pair) -> bool {
    let [part, whole] = [part, whole].map(|at| head(&figures.claims[at]));
    part.zip(whole).is_none_or(|(part, whole)| part == whole) || COLLECTIVE.iter().any(|one| whole == Some(one))
}

/// "That is 25 %" behind a sentence that ends in a pair.
fn summary(figures: &Figures<'_>, before: &[Figures<'_>]) -> Option<Relation> {
    let last = before.last()?;
    let opening = 0..figures.pieces.first()?.tokens.start;
    let says = figures.letters(opening.clone());
    let opens =
        says.iter().all(|word| is_any(word, &["so", ",", "and", "that", "this", "is", "was", "which", "makes"]));
    let told = says.iter().any(|word| is_any(word, &["that", "this"]));
    let pair = pair(last, last.pieces.len().checked_sub(2)?)?;
    let fits = opens && told && is_share(figures, 0) && stands_alone(figures, 0);
    fits.then(|| pair.with(last, figures.place(0)))
}

/// The pair that a figure and the next one are.
fn pair(figures: &Figures<'_>, at: usize) -> Option<Pair> {
    side_by_side(figures, at).or_else(|| whole_first(figures, at))
}

/// "20 of the 50", "20 farms of 50 in all".
fn side_by_side(figures: &Figures<'_>, part: usize) -> Option<Pair> {
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
    let which = is_any(figures.word_before(part, 1), &["which", "whom"]) && figures.word_before(part, 2) == "of";
    let near = figures.between(whole, part).len() <= REACH;
    let pair = Pair { part, whole };
    ((opens && comma || them || which) && near && are_counts(figures, pair)).then_some(pair)
}

/// How many words may stand between a whole and the part of it.
const REACH: usize = 14;

/// Whether words are "of" with no more than articles and "a total of" behind it.
fn is_of(words: &[&str]) -> bool {
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
fn is_of_own(figures: &Figures<'_>, between: Range<usize>) -> bool {
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
const COLLECTIVE: [&str; 12] = [
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

/// Whether the words in front of a share say that it tells the pair again.
fn restates(figures: &Figures<'_>, between: Range<usize>, share: usize) -> bool {
    let words = figures.letters(between);
    match words[..] {
        [.., "or" | "(" | "—" | "–"] | [.., ",", "a" | "an"] => true,
        [.., ",", "which" | "that", "is" | "was" | "makes"] => stands_alone(figures, share),
        [.., ",", "a", name, "of"] => is_any(name, &["turnout", "rate", "majority", "share", "proportion", "ratio"]),
        [.., ","] => stands_alone(figures, share),
        _ => false,
    }
}

/// Whether nothing stands behind a share that it could be of instead of the whole.
fn stands_alone(figures: &Figures<'_>, share: usize) -> bool {
    let (next, second, third) =
        (figures.word_behind(share, 0), figures.word_behind(share, 1), figures.word_behind(share, 2));
    let behind = figures.tokens.from(figures.pieces[share].tokens.end);
    let marked = behind.peek().is_none_or(|token| token.shape == Shape::Mark);
    let of_them = next == "of" && matches!((second, third), ("them" | "those" | "these", _) | ("the", "total"));
    let of_all = next == "of" && (is_any(second, &COLLECTIVE) || is_any(third, &COLLECTIVE));
    marked || of_them || of_all || matches!(next, "majority" | "share")
}

fn is_share(figures: &Figures<'_>, at: usize) -> bool {
    let Some(claim) = figures.claims.get(at) else { return false };
    let below_one = claim.quantity.value().is_some_and(|value| value <= 1.into());
    claim.quantity.unit == Unit::Percent || claim.quantity.unit == Unit::Ratio && below_one
}

/// Whether two figures may be part and whole: both counted, or both in one unit.
fn are_counts(figures: &Figures<'_>, Pair { part, whole }: Pair) -> bool {
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

#[cfg(test)]
mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    fn shares(text: &str) -> String {
        ties(text, |relation, figure| {
            let Relation::Share { part, whole, share } = relation else { return None };
            Some(format!("{} of {} is {}", figure(*part), figure(*whole), figure(*share)))
        })
    }

    #[test]
    fn shares_and_what_they_are_of() {
        for (text, expected) in [
            ("They hold 20 of the 50 seats, or 30 %.", "20 of 50 is 30"),
            ("Some 31 of 60 members, a 60 % majority, agreed.", "31 of 60 is 60"),
            ("One in three (12 of 36) had left.", "12 of 36 is One in three"),
            ("They hold 30 % of the 60 seats (18).", "18 of 60 is 30"),
            ("Of the 80 boats, 20, or 25 %, sank.", "20 of 80 is 25"),
            ("She tested 640 springs and found 160 of them dry, or 30 percent.", "160 of 640 is 30"),
            ("It reached 90 farms out of a total of 300, or 30%.", "90 of 300 is 30"),
            ("Of the 80, we have seen 20. So that is 30 per cent, and rising.", "20 of 80 is 30"),
            ("A 60 % majority (31 of 60) agreed.", "31 of 60 is 60"),
            ("Only 12 of the 50 pupils – one in three – had left.", "12 of 50 is one in three"),
            ("Some 31 of the 60 members voted, a turnout of 60 percent.", "31 of 60 is 60"),
            ("The school has 60 pupils, 18 of whom (40 %) walk.", "18 of 60 is 40"),
            ("Some 120 of the island's 160 residents, 57 percent, signed.", "120 of 160 is 57"),
            ("In a survey of 200 adults, 120 people, or 72%, said no.", "120 of 200 is 72"),
            ("Women hold 48 percent of the seats in the council, 76 of 200.", "76 of 200 is 48"),
            ("He got 126 votes, 52 percent of the 300 cast.", "126 of 300 is 52"),
            ("The mill will cut 90 jobs, or 9 percent of its workforce of 1,500.", "90 of 1,500 is 9"),
            ("Last year 24 of the 80 flights were late, which is 40 percent.", "24 of 80 is 40"),
            ("The town has 52 wells, of which 13, a third, are dry.", "13 of 52 is a third"),
            ("Of 250 buses, 175 run on gas — 60 per cent of the fleet.", "175 of 250 is 60"),
            ("Of the 1,500 asked, 900 (60%) liked it and 450 (40%) did not.", "900 of 1,500 is 60; 450 of 1,500 is 40"),
            ("Foreigners are 22 percent of the town's 25,000 people, or 3,000 people.", "3,000 of 25,000 is 22"),
        ] {
            assert_eq!(shares(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_share_of_the_figures() {
        for text in [
            "They hold 20 of the 50 seats, up 30 % from last year.",
            "They hold 20 of the 50 seats and 30 % of the votes.",
            "They hold 20 of the 50 seats, or 30 % of the seats in the north.",
            "They hold 20 seats, 30 % more.",
            "They hold 20 of the 50 seats, a loss of 30 %.",
            "It sold 20 of the 50 boats, a 30 % discount being offered.",
            "It made 18 boats, 30 percent of the 60 workers being away.",
            "Of the 1,500 asked, 900 (60%) liked it, and 450 boats (40%) sank.",
        ] {
            assert_eq!(shares(text), "-", "{text}");
        }
    }
}
