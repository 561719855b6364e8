//! What figures of several paragraphs come to together.
//!
//! ```text
//! gathered = figure … figure … opening "the" N noun … whole
//! opening  = "Together" | "Combined" | "Between them" | "In all" | "In total" | "Altogether"
//! ```
//! The N figures right before the sentence are the parts: all in the unit of the whole, and of its noun where they have one.
//! A sentence of its own behind a list is read in [`together`](super::together).

use super::addend::{are_near, head, is_plain};
use crate::claim::{Claim, Decimal, Relation, Unit};

/// Words that begin a sentence which adds up.
const OPENINGS: [&str; 6] = ["Together", "Combined", "Between them", "In all", "In total", "Altogether"];

/// The most parts that are told of one by one.
const MOST: usize = 6;

/// How many paragraphs a part may stand before the next figure.
const BLOCKS: usize = 2;

/// What the figures of a draft come to, paragraph by paragraph.
pub(super) fn gathered(text: &str, claims: &[Claim]) -> Vec<Relation> {
    (2..claims.len().saturating_sub(1)).filter_map(|number| gather(text, claims, number)).collect()
}

/// The sum whose parts are as many as one claim says.
fn gather(text: &str, claims: &[Claim], number: usize) -> Option<Relation> {
    let (owners, total) = (&claims[number], number + 1);
    let whole = &claims[total];
    let opening = text.get(owners.sentence.start..owners.quantity.span.start)?;
    let opens = OPENINGS
        .iter()
        .any(|words| opening.strip_prefix(words).is_some_and(|rest| matches!(rest.trim(), "the" | ", the" | "these")));
    let alone = claims.get(total + 1).is_none_or(|next| next.sentence != owners.sentence);
    if !opens || !alone || whole.sentence != owners.sentence || owners.quantity.unit != Unit::Count {
        return None;
    }
    let count = owners.quantity.value().filter(|count| *count <= Decimal::from(MOST))?;
    let first = number.checked_sub(usize::try_from(count).ok()?)?;
    let parts = first..number;
    let fits = |at: usize| {
        let part = &claims[at];
        let noun = head(part).is_none_or(|own| head(whole) == Some(own));
        let near = claims[at + 1].block - part.block <= BLOCKS;
        part.quantity.unit == whole.quantity.unit && noun && near && is_plain(part)
    };
    let told = parts.len() > 1 && parts.clone().all(fits) && is_plain(whole) && !whole.quantity.unit.is_share();
    (told && are_near(&claims[parts.clone()], whole)).then(|| Relation::Sum {
        parts: parts.collect(),
        total,
        complete: true,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn parts_of_several_paragraphs() {
        for (text, expected) in [
            (
                "Orr lost 340 parcels last year.\n\nLund lost 210.\n\nTogether the two depots lost 620 parcels.",
                "340 + 210 = 620",
            ),
            (
                "Orr lost 40 goats, and Upton 30.\n\nLund lost 25 goats.\n\nIn all, the three farms lost 90 goats.",
                "40 + 30 + 25 = 90",
            ),
            // Not as many, not the same, not near.
            ("Orr lost 340 parcels last year.\n\nLund lost 210.\n\nTogether the three depots lost 620 parcels.", "-"),
            ("Orr lost 340 parcels last year.\n\nLund lost 210.\n\nTogether the two depots lost 620 letters.", "-"),
            ("Orr lost 340 parcels last year.\n\nLund lost 210.\n\nTogether the two depots lost 6,200 parcels.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
