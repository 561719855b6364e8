//! A number of things, and their names behind it without a colon.
//!
//! ```text
//! named = N noun ("–" | "(") names ("–" | ")") | N noun "," names ("," verb | ".") | N noun ("are" | "were" | "as") names "."
//! some  = N "of" "the" noun "," names ("," verb | ".")
//! whose = "The" | "Its" | "Their" | "His" | "Her" | "Our" | name "'s"
//! ```
//! A number that does not say whose they are is only held against names that are too few, or that are plainly too many.
//! Where there are twice as many names as are announced, each may stand before where it is: "Orr, Ohio, and Lund, Texas".

use super::Figures;
use super::count::{Items, MOST, announces, are_names, is_incomplete, items_of};
use crate::claim::{Decimal, Relation, Unit};
use crate::lexicon::List;
use crate::text::{Shape, Span};
use std::ops::Range;

/// How many tokens the names may take.
const REACH: usize = 60;

/// The lists of names that a sentence announces.
pub(super) fn named(figures: &Figures<'_>) -> Vec<Relation> {
    (0..figures.pieces.len()).filter_map(|at| list(figures, at)).collect()
}

fn list(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let some = announces_some(figures, at);
    let end = announces(figures, at).or(some)?;
    let marked = apart(figures, end);
    let sure = marked.is_some() || whose(figures, at) || some.is_some();
    let range = marked.or_else(|| apposed(figures, end)).or_else(|| closing(figures, end))?;
    let Items { places, fewest, most } = items_of(figures, range.clone())?;
    let announced = figures.claims[at].quantity.value()?;
    // "Two towns, Orr, Ohio, and Lund": what is more may tell where another is.
    let doubled = announced == Decimal::from(places.len() / 2) && places.len().is_multiple_of(2);
    let missing = announced > Decimal::from(most) && places.len() > 2;
    let missing = missing || announced < Decimal::from(fewest) && are_unknown(figures, &places);
    let told = places.len() > 1 && are_names(figures, &places) && !doubled && (sure || missing);
    (told && !is_incomplete(figures)).then(|| Relation::Listed {
        announced: figures.place(at),
        items: (fewest, most),
        span: span(figures, &range),
    })
}

fn span(figures: &Figures<'_>, range: &Range<usize>) -> Span {
    figures.tokens.from(range.start).span_to(&figures.tokens.from(range.end))
}

/// Whether all items are names throughout, and none is a place that may tell where another is.
fn are_unknown(figures: &Figures<'_>, items: &[Range<usize>]) -> bool {
    let lexicon = figures.tokens.lexicon();
    let name = |at: usize| figures.token(at).is_some_and(crate::text::Token::is_capitalised);
    let known = |at: usize| lexicon.place_names.at(figures.tokens.from(at).rest()).is_some();
    items.iter().all(|item| item.clone().all(name) && !item.clone().any(known))
}

/// Where the noun ends of which a figure announces some by name: "Three of the defendants".
fn announces_some(figures: &Figures<'_>, at: usize) -> Option<usize> {
    let end = figures.pieces[at].tokens.end;
    let claim = &figures.claims[at];
    let small =
        claim.quantity.value().is_some_and(|value| value.is_integer() && value > Decimal::ONE && value <= MOST.into());
    let counted = claim.quantity.unit == Unit::Count && claim.quantity.qualifier.is_none();
    let the = figures.is_one_of(end, &["of"]) && figures.is_one_of(end + 1, &["the", "his", "her", "its", "their"]);
    (small && counted && the && figures.word(end + 3) == ",").then_some(end + 3)
}

/// The tokens between dashes or brackets that open at a place.
fn apart(figures: &Figures<'_>, open: usize) -> Option<Range<usize>> {
    let closing: &[&str] = match figures.word(open) {
        "(" => &[")"],
        "–" => &["–", "."],
        "-" if !figures.token(open).is_some_and(|dash| dash.glued) => &["-", "."],
        "—" => &["—", "."],
        _ => return None,
    };
    let close = (open + 1..open + REACH).find(|&at| closing.contains(&figures.word(at)))?;
    Some(open + 1..close)
}

/// The tokens behind a comma, up to the one before a verb; or behind "are" or "as", up to the end.
fn apposed(figures: &Figures<'_>, end: usize) -> Option<Range<usize>> {
    let lexicon = figures.tokens.lexicon();
    let len = figures.tokens.rest().len();
    let is_verb = |at: usize| figures.token(at).is_some_and(|token| lexicon.verb(token.word).is_some());
    // "The five people killed were …".
    let end = end + usize::from(is_verb(end) && figures.is_one_of(end + 1, &["are", "were"]));
    if figures.is_one_of(end, &["are", "were", "as"]) {
        let stop = len - usize::from(figures.word(len - 1) == ".");
        let clause = || (end + 1..stop).any(|at| matches!(figures.word(at), ";" | ":" | "(" | "–" | "—"));
        return (stop - end <= REACH && !clause()).then_some(end + 1..stop);
    }
    let verb = |at: usize| {
        figures.token(at).is_some_and(|token| {
            lexicon.is(token.word, List::Auxiliary) || token.is_word() && lexicon.verb(token.word).is_some()
        })
    };
    // "…, still live there".
    let adverb = |at: usize| figures.tokens.from(at).is(List::Adverb);
    let close = |at: &usize| figures.word(*at) == "," && (verb(at + 1) || adverb(at + 1) && verb(at + 2));
    let comma = (end + 1..(end + REACH).min(len)).find(close)?;
    (figures.word(end) == ",").then_some(end + 1..comma)
}

/// The tokens behind a comma, up to the end of the sentence: "in five towns, Orr, Lund, Upton and Ware."
fn closing(figures: &Figures<'_>, end: usize) -> Option<Range<usize>> {
    let len = figures.tokens.rest().len();
    let stop = len - usize::from(figures.word(len - 1) == ".");
    (figures.word(end) == "," && end < stop && stop - end <= REACH).then_some(end + 1..stop)
}

/// Whether a figure stands behind a word that makes it all there are: "Its four founders", "Orr's four founders".
fn whose(figures: &Figures<'_>, at: usize) -> bool {
    let before = figures.pieces[at].tokens.start.wrapping_sub(1);
    figures.is_one_of(before, &["the", "its", "their", "his", "her", "our"])
        || figures.token(before).is_some_and(|token| token.shape == Shape::Possessive)
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::draft;

    #[test]
    fn names_without_a_colon() {
        for (text, wanted) in [
            ("Ferries serve three ports – Ardle, Broom, Cairn and Dunmore – in summer.", "4-4"),
            ("Three countries (Norway, Chile and Peru) signed.", "3-3"),
            ("Its four founders, Ada Holt, Ben Marsh and Cy Dow, have left.", "3-3"),
            ("Her three sisters, Ann, Beth, Cleo and Dora, still live there.", "4-4"),
            ("The two winners are Ada Holt, Ben Marsh and Cy Dow.", "3-3"),
            ("The two people killed were Ada Holt, Ben Marsh and Cy Dow.", "3-3"),
            ("The two people killed were young, Danish and poor.", ""),
            ("She named her three favourites as Kew, Ripley, Sark and Thorne.", "4-4"),
            ("She named her two favourites as Kew and Ripley, who sing.", ""),
            ("The two firms, Marks and Spencer and Holt, have left.", "1-3"),
            ("The two towns, Orr, Ohio, and Lund, Texas, have grown.", ""),
            ("The two winners, Ada Holt, a nurse, and Ben Marsh, have left.", ""),
            ("Three countries (including Norway, Chile, Peru and Japan) signed.", ""),
            ("The three men are tall, Danish and shy.", ""),
            ("Orr's five brands, Kew, Ripley, Sark and Thorne, have grown.", "4-4"),
            ("Five towns, Kew, Ripley, Sark and Thorne, have joined.", "4-4"),
            ("Five towns - Kew, Ripley, Sark and Thorne - have joined.", "4-4"),
            ("Work began in five towns, Kew, Ripley, Sark and Thorne.", "4-4"),
            ("Three wards, Kew, Ripley, Sark and Thorne, have grown.", "4-4"),
            ("Two towns, Orr, Ohio, and Lund, have joined.", ""),
            ("Three of the men, Ed Holt, 34, Al Kew, 31, Bo Lind, 45, and Cy Dow, 29, pleaded guilty.", "4-4"),
            ("It sold five boats, Kew, Ripley, Sark and others among them.", ""),
            ("The two brothers, Ada Holt and the Marsh family lawyer, have left.", ""),
        ] {
            let found = draft(text).relations.into_iter().filter_map(|one| match one {
                Relation::Listed { items: (least, most), .. } => Some(format!("{least}-{most}")),
                _ => None,
            });
            assert_eq!(found.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }
}
