//! All parts of a whole that an earlier paragraph counts.
//!
//! ```text
//! others = whole … part "of" "the" noun … "the" ("other" | "remaining") part
//!        | whole … part "of" "the" noun … { "," part } "and" part "elsewhere"
//! noun   = the noun of the whole | "injured" | "dead" …       of a whole that so many were
//! ```
//! "Three of the injured … the other six" are all who were injured. Where several figures told shortly before may be the
//! whole, none is taken.

use super::Figures;
use super::addend::{are_near, counts, head, is_plain};
use super::among::event_of;
use super::rest::is_rest;
use crate::claim::{Claim, Decimal, Relation, Unit};
use crate::extract::noun::lemma;

/// How many paragraphs back the whole may stand.
const BLOCKS: usize = 2;

/// The parts that a sentence tells of a whole before it.
pub(super) fn others(figures: &Figures<'_>) -> Option<Relation> {
    let first =
        (0..figures.pieces.len().saturating_sub(1)).find(|&at| is_of_the(figures, at) && counts(figures, at))?;
    let token = figures.token(figures.pieces[first].tokens.end + 2)?;
    let (noun, _) = lemma(figures.tokens.lexicon(), token);
    let same = |at: usize| counts(figures, at) && head(&figures.claims[at]).is_none_or(|own| own == &*noun);
    let last = if is_rest(figures, first + 1) { first + 1 } else { is_placed(figures, first)? };
    if !(first + 1..=last).all(same) {
        return None;
    }
    let event = event_of(figures.word_behind(first, 2));
    let is_of = |claim: &Claim| match event {
        Some(event) => claim.context().events.iter().any(|one| one == event),
        None => head(claim) == Some(&*noun),
    };
    let parts = &figures.claims[first..=last];
    let near = |at: &usize| {
        let claim = &figures.all[*at];
        let counted = claim.block + BLOCKS >= figures.block && claim.quantity.unit == Unit::Count && is_plain(claim);
        counted && are_near(parts, claim)
    };
    let value = |at: usize| figures.all[at].quantity.value();
    let smaller = |at: usize| parts.iter().all(|part| part.quantity.value() < value(at));
    let mut wholes = (0..figures.first).rev().filter(|at| near(at) && is_of(&figures.all[*at]) && smaller(*at));
    let total = wholes.next()?;
    // One that is just the parts explains them, whatever it counts.
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.quantity.value()?));
    let explained = || (0..figures.first).filter(near).any(|at| at != total && value(at) == sum);
    let alone = wholes.all(|other| value(other) == value(total)) && !explained();
    alone.then(|| Relation::Sum { parts: (first..=last).map(|at| figures.place(at)).collect(), total, complete: true })
}

/// The last of "540 of the jobs in Spain, 210 in Chile and 150 elsewhere", which are all.
fn is_placed(figures: &Figures<'_>, first: usize) -> Option<usize> {
    let last = figures.pieces.len() - 1;
    let listed = |at: usize| matches!(figures.letters(figures.between(at - 1, at))[..], [.., "," | "and"]);
    let all = last > first + 1 && (first + 1..=last).all(listed);
    (all && figures.word_behind(last, 0) == "elsewhere").then_some(last)
}

/// "Three of the injured".
fn is_of_the(figures: &Figures<'_>, at: usize) -> bool {
    figures.word_behind(at, 0) == "of" && figures.word_behind(at, 1) == "the"
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn parts_of_a_whole_before() {
        for (text, expected) in [
            (
                "Two people were killed and nine injured.\n\nThree of the injured were in hospital; the other eight went home.",
                "Three + eight = nine",
            ),
            (
                "A total of 14 boats sank.\n\nFive of the boats were raised, and the other 12 lie where they were.",
                "Five + 12 = 14",
            ),
            ("The firm has 90 shops.\n\nIt owns 61 of the shops and rents the remaining 39.", "61 + 39 = 90"),
            (
                "The mill will cut 90 jobs.\n\nIts debt is €3m.\n\nAbout 54 of the jobs will go in Spain, 21 in Chile and 25 elsewhere.",
                "54 + 21 + 25 = 90",
            ),
            // Of others.
            ("Two people were killed and nine injured.\n\nThree of the dead were Swiss; the other eight not.", "-"),
            (
                "In Orr nine people were injured, in Lund 11 people were injured.\n\nThree of the injured were in hospital; the other seven went home.",
                "-",
            ),
            ("A total of 14 boats sank.\n\nFive of the boats were raised; the other crew of 12 went home.", "-"),
            ("A total of 14 boats sank.\n\nFive of the boats were raised; the other 12 rafts were not.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
