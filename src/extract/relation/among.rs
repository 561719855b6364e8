//! Men, women and children among people who are counted somewhere before.
//!
//! ```text
//! among = whole people … (men "and" women | boys "and" girls | …) … "among the" ("dead" | "victims" | …)
//! ```
//! Others may be among them too, so the parts may come to less than the whole, and never to more.

use super::addend::is_plain;
use crate::claim::{Claim, Relation, Unit};

/// What those are called who are counted, with what happened to them.
const COUNTED: [(&str, &str); 9] = [
    ("dead", "kill"),
    ("deaths", "kill"),
    ("killed", "kill"),
    ("injured", "injure"),
    ("wounded", "injure"),
    ("hurt", "injure"),
    ("missing", "miss"),
    ("arrested", "arrest"),
    ("rescued", "rescue"),
];

/// Nouns of which nobody is two.
const SEXES: [&[&str]; 3] = [&["man", "woman", "child"], &["boy", "girl"], &["adult", "child"]];

/// How many paragraphs back the whole may stand.
const BLOCKS: usize = 2;

/// The men and women of a draft, and all of whom they are.
pub(super) fn among(text: &str, claims: &[Claim]) -> Vec<Relation> {
    (1..claims.len()).filter_map(|last| of_whole(text, claims, last)).collect()
}

fn of_whole(text: &str, claims: &[Claim], last: usize) -> Option<Relation> {
    let told = claims[last].sentence;
    claims[last].noun.as_ref().filter(|noun| SEXES.iter().any(|group| group.contains(&&*noun.head)))?;
    let behind = text.get(claims[last].span.end..told.end)?;
    if !behind.contains("among the ") {
        return None;
    }
    let (_, event) = COUNTED.iter().find(|(name, _)| has_word(behind, name))?;
    let parts = (0..=last).rev().take_while(|&at| claims[at].sentence == told).last()?..last + 1;
    let whole = claims[..parts.start].iter().rposition(is_of_people)?;
    let happened = claims[whole].context().events.iter().any(|one| one == event) || is_named_by(&claims[whole], event);
    let near = claims[parts.start].block - claims[whole].block <= BLOCKS;
    let smaller = parts.clone().all(|at| claims[at].quantity.value() < claims[whole].quantity.value());
    (parts.len() > 1 && are_sexes(&claims[parts.clone()]) && happened && near && smaller).then(|| Relation::Sum {
        parts: parts.collect(),
        total: whole,
        complete: false,
    })
}

/// What happened to those who are called so: "the injured".
pub(super) fn event_of(name: &str) -> Option<&'static str> {
    COUNTED.iter().find(|(one, _)| one.eq_ignore_ascii_case(name)).map(|(_, event)| *event)
}

/// Whether a claim counts people, all of them.
fn is_of_people(claim: &Claim) -> bool {
    let class = claim.noun.as_ref().and_then(|noun| noun.class.as_deref());
    claim.quantity.unit == Unit::Count
        && is_plain(claim)
        && class.is_none_or(|class| matches!(class, "person" | "casualty"))
}

/// Whether the noun says what happened: "the dead", "the death toll".
fn is_named_by(claim: &Claim, event: &str) -> bool {
    let Some(noun) = &claim.noun else { return false };
    let toll = event == "kill" && &*noun.head == "toll";
    toll || COUNTED.iter().any(|(name, of)| *of == event && has_word(&noun.text, name))
}

/// Whether claims are of people who are set apart by their noun.
fn are_sexes(parts: &[Claim]) -> bool {
    let heads: Option<Vec<&str>> = parts.iter().map(|part| Some(&*part.noun.as_ref()?.head)).collect();
    let Some(heads) = heads else { return false };
    let apart = (1..heads.len()).all(|at| !heads[..at].contains(&heads[at]));
    apart && parts.iter().all(is_plain) && SEXES.iter().any(|group| heads.iter().all(|head| group.contains(head)))
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn people_among_others() {
        for (text, expected) in [
            (
                "The slide killed 94 people.\n\nThe ministry said 58 women and 39 men were among the dead.",
                "58 + 39 < 94",
            ),
            ("The number of dead rose to 94. Some 58 women and 39 men were among the dead.", "58 + 39 < 94"),
            // Of others, or not set apart.
            ("The slide killed 94 people. Some 58 women and 39 men were among the injured.", "-"),
            ("The slide killed 94 people. Some 58 women and 39 nurses were among the dead.", "-"),
            ("The slide killed 94 people. Some 58 women and 39 men came.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
