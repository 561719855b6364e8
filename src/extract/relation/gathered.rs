//! What figures of several paragraphs come to together.
//!
//! ```text
//! gathered = figure … figure … opening "the" N noun … whole | figure … figure … "The" N ("together" … whole | … whole "between them")
//!          | paragraph of figures … opening ["they" verb] whole
//! opening  = "Together" | "Combined" | "Between them" | "In all" | "In total" | "Altogether"
//! ```
//! The N figures right before the sentence are the parts: all in the unit of the whole, and of its noun where they have one.
//! Where nothing says how many they are, they are all figures of the paragraph before, and nothing there leaves more open.
//! A sentence of its own behind a list is read in [`together`](super::together).

use super::addend::{are_near, head, is_plain};
use super::is_any;
use super::sum::OPEN;
use crate::claim::{Claim, Decimal, Relation, Unit};

/// Words that begin a sentence which adds up.
const OPENINGS: [&str; 6] = ["Together", "Combined", "Between them", "In all", "In total", "Altogether"];

/// The most parts that are told of one by one.
const MOST: usize = 6;

/// Words that begin a sentence which is nothing but the sum.
const MAKES: [&str; 3] = ["That makes", "That adds up to", "That comes to"];

/// How many words may stand behind a whole: "were taken off".
const TAIL: usize = 5;

/// How many paragraphs a part may stand before the next figure.
const BLOCKS: usize = 2;

/// What the figures of a draft come to, paragraph by paragraph.
pub(super) fn gathered(text: &str, claims: &[Claim]) -> Vec<Relation> {
    let told = |at: usize| gather(text, claims, at).or_else(|| of_paragraph(text, claims, at));
    (2..claims.len()).filter_map(told).collect()
}

/// The sum whose parts are as many as one claim says.
fn gather(text: &str, claims: &[Claim], number: usize) -> Option<Relation> {
    let (owners, total) = (&claims[number], number + 1);
    let whole = claims.get(total)?;
    let opening = text.get(owners.sentence.start..owners.quantity.span.start)?;
    let opens = OPENINGS
        .iter()
        .any(|words| opening.strip_prefix(words).is_some_and(|rest| matches!(rest.trim(), "the" | ", the" | "these")));
    let opens = opens || is_of_so_many(text, opening, owners, whole);
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

/// "The two together lost 60 parcels", "The two have 60 members between them".
fn is_of_so_many(text: &str, opening: &str, owners: &Claim, whole: &Claim) -> bool {
    let behind = |claim: &Claim| text.get(claim.span.end..claim.sentence.end).unwrap_or_default();
    let bare = owners.noun.as_ref().is_none_or(|noun| noun.span.is_empty());
    opening == "The " && bare && (behind(owners).starts_with(" together ") || behind(whole) == " between them.")
}

/// The sum that a paragraph of its own begins with, of all figures in the one before: "In all, 60 people were taken off."
fn of_paragraph(text: &str, claims: &[Claim], total: usize) -> Option<Relation> {
    let whole = &claims[total];
    let opening = text.get(whole.sentence.start..whole.span.start)?.trim_end();
    let makes = MAKES.contains(&opening);
    let told = OPENINGS.iter().chain(&MAKES).find_map(|words| opening.strip_prefix(words))?;
    let told = told.trim_start_matches(',').trim_start();
    let they = told.strip_prefix("they ").is_some_and(|verb| !verb.contains(' '));
    let behind = text.get(whole.span.end..whole.sentence.end)?;
    let closed = behind.trim_end_matches('.').split(' ').count() <= TAIL && !behind.contains(',');
    let alone = [total.checked_sub(1)?, total + 1]
        .iter()
        .all(|&at| claims.get(at).is_none_or(|other| other.sentence != whole.sentence));
    if !(told.is_empty() || they) || !closed || !alone || whole.quantity.unit.is_share() || !is_plain(whole) {
        return None;
    }
    let parts = claims[..total].iter().position(|part| part.block + 1 == whole.block)?..total;
    let first = claims[parts.start].sentence.start;
    let open =
        text.get(first..whole.sentence.start)?.split(|c: char| !c.is_alphabetic()).any(|word| is_any(word, &OPEN));
    let heads = |part: &Claim| head(part).zip(head(whole)).is_none_or(|(part, whole)| part == whole);
    let fits = |part: &Claim| part.quantity.unit == whole.quantity.unit && heads(part) && is_plain(part);
    let time = |part: &Claim| whole.as_of.is_none() || whole.as_of == part.as_of;
    let all = (2..=MOST).contains(&parts.len()) && claims[parts.clone()].iter().all(|part| fits(part) && time(part));
    let named =
        makes || claims[parts.clone()].iter().any(|part| head(part).is_some()) || whole.quantity.unit != Unit::Count;
    (all && named && !open && are_near(&claims[parts.clone()], whole)).then(|| Relation::Sum {
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
            ("Orr lost 340 parcels.\n\nLund lost 210.\n\nThe two together lost 620 parcels.", "340 + 210 = 620"),
            ("Orr has 340 members.\n\nLund has 210.\n\nThe two have 620 members between them.", "340 + 210 = 620"),
            ("One ship took 340 people. Another ship took 210.\n\nIn all, 620 people were taken off.", "-"),
            ("The Ida took 340 people. The Eva took 210.\n\nIn all, 620 people were taken off.", "340 + 210 = 620"),
            ("The mine has 340 men and the mill 210.\n\nTogether they have 620 men.", "340 + 210 = 620"),
            // Of more, or of another time.
            ("The Ida took 340 people, among them 210 boys.\n\nIn all, 420 people were taken off.", "-"),
            ("The Ida took 340 people. The Eva took 210.\n\nIn all, 620 people were taken off in 2019.", "-"),
            ("The Ida took 340 people. The Eva took 210.\n\nIn all, 620 people were taken off in twelve trips.", "-"),
            ("The mine has 340 men and the mill 210.\n\nTogether with the offices they have 620 men.", "-"),
            // Not as many, not the same, not near.
            ("Orr lost 340 parcels last year.\n\nLund lost 210.\n\nTogether the three depots lost 620 parcels.", "-"),
            ("Orr lost 340 parcels last year.\n\nLund lost 210.\n\nTogether the two depots lost 620 letters.", "-"),
            ("Orr lost 340 parcels last year.\n\nLund lost 210.\n\nTogether the two depots lost 6,200 parcels.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
