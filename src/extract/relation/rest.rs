//! The parts of a whole that an earlier sentence tells, the last of them being all that is left.
//!
//! ```text
//! rest    = (whole … part … { part … } | part "of" ["the"] whole …) left
//! left    = "the" ("other" | "remaining") figure | "the" ("rest" | "remainder") mark figure | "everything" "else" … figure
//! ```
//! The whole is the first figure of its sentence in that unit, and all between it and what is left are parts. They come
//! near the whole: "the other 40" may be of something else that was told before. Another whole in the same sentence than
//! that of "part of whole" is read in [`divided`](super::divided).

use super::addend::{are_near, head, is_in_unit, is_plain};
use super::exclusive::{exclude, keys};
use super::{Figures, is_any};
use crate::claim::{Claim, Relation, Unit};
use std::ops::Range;

/// Words in front of the last part that make it all that is left.
const REMAINING: [&str; 2] = ["other", "remaining"];

/// How many sentences back the whole may stand.
const SENTENCES: usize = 2;

/// How many words may stand between "everything else" and its figure.
const NEAR: usize = 12;

/// What is left, in the last sentence of a passage, of a whole told before it.
pub(super) fn rests(passage: &[Figures<'_>]) -> Option<Relation> {
    let (figures, before) = passage.split_last()?;
    let rest = (0..figures.pieces.len()).find(|&at| is_rest(figures, at))?;
    let near = &before[before.len().saturating_sub(SENTENCES)..];
    let earlier = near.iter().flat_map(|one| (0..one.pieces.len()).map(move |at| (one, at)));
    let told: Vec<_> = earlier.chain((0..rest).map(|at| (figures, at))).collect();
    let mut parts = vec![(figures, rest)];
    let unit = &figures.claims[rest].quantity.unit;
    for &(one, at) in told.iter().rev() {
        let claim = &one.claims[at];
        let shared = at > 0 && is_part_of_next(one, at - 1);
        if shared && is_whole(claim, &[&parts[..], &[(one, at - 1)]].concat()) {
            parts.push((one, at - 1));
            return Some(told_of(&parts, one.place(at)));
        }
        let leads = one.first != figures.first && one.claims[..at].iter().all(|other| other.quantity.unit != *unit);
        let whole = leads && parts.len() > 1 && is_whole(claim, &parts);
        if whole && !is_beside_next(one, at) {
            return Some(told_of(&parts, one.place(at)));
        }
        if is_of_batches(one, at) {
            continue;
        }
        if claim.quantity.unit == *unit || is_in_unit(one, at, &figures.claims[rest]) {
            parts.push((one, at));
        }
    }
    None
}

/// "In the first week 50 and in the second 30", "in Upton 50 and in Orr 30": the second figure is no part of the first.
fn is_beside_next(figures: &Figures<'_>, at: usize) -> bool {
    let Some(next) = figures.pieces.get(at + 1) else { return false };
    let (before, between) = (0..figures.pieces[at].tokens.start, figures.pieces[at].tokens.end..next.tokens.start);
    let says = |range: &Range<usize>, word: &str| range.clone().any(|at| figures.is_one_of(at, &[word]));
    let turn = says(&before, "first") && ["second", "next", "last"].iter().any(|turn| says(&between, turn));
    turn || exclude(&[keys(figures, before), keys(figures, between)])
}

/// "In batches of 15 to 20".
fn is_of_batches(figures: &Figures<'_>, at: usize) -> bool {
    figures.word_before(at, 1) == "of"
        && is_any(figures.word_before(at, 2), &["batches", "groups", "lots", "packs", "boxes", "loads", "teams"])
}

/// The sum of parts that were gathered from the last to the first.
fn told_of(parts: &[(&Figures<'_>, usize)], total: usize) -> Relation {
    Relation::Sum { parts: parts.iter().rev().map(|(one, at)| one.place(*at)).collect(), total, complete: true }
}

/// "Five of the seven stations", "11 of 14 charges".
fn is_part_of_next(figures: &Figures<'_>, at: usize) -> bool {
    matches!(figures.letters(figures.between(at, at + 1))[..], ["of"] | ["of", "the" | "its" | "their" | "his" | "her"])
}

/// Whether a claim is what all the parts come near to, each being of its kind.
fn is_whole(whole: &Claim, parts: &[(&Figures<'_>, usize)]) -> bool {
    let counted = matches!(whole.quantity.unit, Unit::Count | Unit::Money(_) | Unit::Measure(_));
    let money = matches!(whole.quantity.unit, Unit::Money(_));
    let fits = |&(one, at): &(&Figures<'_>, usize)| {
        let part = &one.claims[at];
        let alike = money || head(part).is_none_or(|own| head(whole) == Some(own));
        alike && is_plain(part) && is_in_unit(one, at, whole) && !one.pieces[at].age
    };
    let named = money || head(whole).is_some();
    let near = || are_near(parts.iter().map(|(one, at)| &one.claims[*at]), whole);
    counted && named && is_plain(whole) && parts.iter().all(fits) && near()
}

/// "The other 12", "the remaining 12", "the rest, 12", "everything else, 12".
pub(super) fn is_rest(figures: &Figures<'_>, at: usize) -> bool {
    let start = figures.pieces[at].tokens.start;
    let back = |back: usize| figures.letters_before(start, back);
    let rest = matches!(back(1), "," | "(" | "–" | "—") && is_any(back(2), &["rest", "remainder", "others"]);
    is_any(back(2), &["the"]) && is_any(back(1), &REMAINING)
        || rest && is_any(back(3), &["the"])
        || is_all_else(figures, at)
}

/// "Everything else, from parks to planning, at £12".
fn is_all_else(figures: &Figures<'_>, at: usize) -> bool {
    let start = figures.pieces[at].tokens.start;
    let first = at.checked_sub(1).map_or(0, |last| figures.pieces[last].tokens.end).max(start.saturating_sub(NEAR));
    let else_at =
        (first + 1..start).find(|&at| figures.is_one_of(at, &["else"]) && figures.is_one_of(at - 1, &["everything"]));
    let than = |at: usize| figures.is_one_of(at + 1, &["than", "but"]);
    else_at.is_some_and(|at| !than(at))
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn what_is_left_of_an_earlier_whole() {
        for (text, expected) in [
            ("The town has 90 homes. Some 60 are let and the remaining 40 are owned.", "60 + 40 = 90"),
            ("He stole 90 pairs of shoes. He sold 60 of them. The other 40 were found.", "60 + 40 = 90"),
            (
                "He stole 90 pairs of shoes, in batches of 15 to 20. He sold 60. The other 40 were found.",
                "60 + 40 = 90",
            ),
            ("He stole 90 pairs of shoes and sold 60. The remaining 40 pairs were found.", "60 + 40 = 90"),
            ("Spending is £90m. Schools take £40m, roads £30m and everything else £25m.", "40m + 30m + 25m = 90m"),
            (
                "Spending is £90m. Schools take the largest slice, £40m, followed by roads at £30m, and everything else, from parks to planning, at £25m.",
                "40m + 30m + 25m = 90m",
            ),
            ("The firm has 90 shops. In May it closed 60. The other 40 are open.", "60 + 40 = 90"),
            (
                "Sales were £90m. A third, £30m, came from food and £33m from toys. Shoes made £12m and everything else £14m.",
                "30m + 33m + 12m + 14m = 90m",
            ),
            ("Air was good at 60 of the 90 stations. At the other 40 it was bad.", "60 + 40 = 90"),
            ("He was found guilty on 60 of 90 charges. The other 40 were not proved.", "60 + 40 = 90"),
            ("He was found guilty on 60 of 90 charges, and cleared of the other 40.", "60 + 40 = 90"),
            // Of something else.
            ("In the first week 90 homes were let and in the second week 60. The other 40 are empty.", "-"),
            ("In Upton 90 homes were let and in Westby 60. The other 40 are empty.", "-"),
            ("Orr runs 60 of the 90 boats, and the other 40 lakes have none.", "-"),
            ("The town has 90 homes. Some 60 are let and the other 40 shops are owned.", "-"),
            ("The town has 900 homes. Some 60 are let and the remaining 40 are owned.", "-"),
            ("The town has 90 homes. On one side 60 people live, on the other 40.", "-"),
            ("Spending is £90m. Schools take £40m, more than everything else.", "-"),
            ("The town has 90 homes. It sold 60 of them and built the 30-mile road to the other 40 towns.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
