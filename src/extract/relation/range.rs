//! Ranges whose first end is meant to be the lower one.
//!
//! ```text
//! between = "between" figure "and" figure
//! ```
//! What lies between two things may be told in either order: differences, choices, movements, hours of the day,
//! temperatures below zero, years before an era. "From 9 % to 5 %" is a change and "40-30" a score: neither is a range.

use super::{Figures, begins};
use crate::claim::{Claim, Decimal, Relation, Stated, Unit};
use crate::grammar::QuantityPiece;

/// How many tokens before "between" a word may make the order free.
const REACH: usize = 5;

/// What such words begin with.
const FREE: [&str; 32] = [
    "differ", "gap", "gulf", "contrast", "compar", "choice", "choos", "chose", "swing", "swung", "alternat",
    "oscillat", "fluctuat", "mov", "switch", "drop", "fall", "fell", "declin", "slid", "sank", "cut", "divid", "split",
    "margin", "spread", "ratio", "distance", "link", "halfway", "match", "decreas",
];

/// The figures up to which a bare number after "between" may be an hour.
const HOURS: Decimal = Decimal::from_parts(24, 0, 0, false, 0);

/// The ranges of a sentence that begin with "between".
pub(super) fn between(figures: &Figures<'_>) -> Vec<Relation> {
    let numbered = figures.pieces.iter().zip(figures.claims).enumerate();
    let ranges = numbered.filter(|(_, (piece, claim))| is_ordered(figures, piece, claim));
    ranges.map(|(at, _)| Relation::Between { range: figures.first + at }).collect()
}

fn is_ordered(figures: &Figures<'_>, piece: &QuantityPiece, claim: &Claim) -> bool {
    let Stated::Range(first, second) = claim.quantity.stated else { return false };
    let at = piece.tokens.start;
    let word = if figures.is_one_of(at, &["between"]) { Some(at) } else { at.checked_sub(1) };
    let Some(word) = word.filter(|at| figures.is_one_of(*at, &["between"])) else { return false };
    let hour = claim.noun.is_none() && claim.quantity.unit == Unit::Count && first <= HOURS && second <= HOURS;
    let era = figures.is_one_of(piece.tokens.end, &["bc", "bce", "o'clock", "am", "pm", "a.m.", "p.m."]);
    let below_zero = first.is_sign_negative() || second.is_sign_negative();
    let free = (word.saturating_sub(REACH)..word).any(|at| is_free(figures.word(at)));
    !hour && !era && !below_zero && !free
}

/// Whether a word begins with one of [`FREE`].
fn is_free(word: &str) -> bool {
    FREE.iter().any(|start| begins(word, start))
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::{draft, figures};

    #[test]
    fn ranges_in_order() {
        for (text, wanted) in [
            ("Between 50 and 40 people came.", "50 and 40"),
            ("A ticket costs between $9 and $4.", "9 and $4"),
            ("The gap between 50 and 40 percent is wide.", ""),
            ("It swings between 50 and 40 metres.", ""),
            ("It is between -5 and -10 degrees.", ""),
            ("The office is open between 9 and 5.", ""),
            ("It fell from 9 percent to 5 percent.", ""),
        ] {
            let draft = draft(text);
            let ranges = draft.relations.iter().filter_map(|one| match one {
                Relation::Between { range } => Some(figures(&draft, &[*range])),
                _ => None,
            });
            assert_eq!(ranges.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }
}
