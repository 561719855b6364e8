//! Lists that end in their total.
//!
//! ```text
//! total = list "," ("for" | "making") "a total of" whole | list "," whole [noun] ("in" "all" | "altogether")
//!       | shares "," ("adding up to" | "totalling") whole
//!       | list "," ("bringing" | "taking") "the" ("total" | "toll") "to" whole          no less than the list
//! ```

use super::addend::{are_alike, are_kinds, are_near, is_in_unit, is_least};
use super::part::is_of_them;
use super::sum::{CLAUSE, follows, is_in_all, tie};
use super::{Figures, is_any};
use crate::claim::Relation;
use std::ops::Range;

/// "24 from Upton and 16 from Westby, for a total of 40".
pub(super) fn whole_last(figures: &Figures<'_>, first: usize) -> Option<Relation> {
    let (parts, next) = list_before(figures, first).or_else(|| all_before(figures, first))?;
    // "For a three-day total of 60".
    let days = next + 1 < figures.pieces.len() && is_any(figures.word_behind(next, 0), &["-", "total"]);
    let (last, whole) = (next - 1, next + usize::from(days));
    let between = figures.letters(figures.between(last, whole));
    let total = match between[..] {
        [.., "for" | "making" | "," | "giving", "a", "total" | "sum", "of"]
        | [.., "day" | "year" | "week" | "night", "total", "of"]
        | [.., "," | "-", "making"] => true,
        [.., "," | "or" | "(" | ":" | "—" | "–"]
        | [.., ",", "bringing" | "taking", "in"]
        | [.., ",", "raising" | "yielding" | "earning"] => is_in_all(figures, whole),
        _ => false,
    };
    let near = between.len() <= CLAUSE;
    let alike = are_alike(figures, whole, parts.clone()) || are_kinds(figures, whole, parts.clone());
    (total && near && alike).then(|| tie(figures, whole, parts))
}

/// All figures up to the last, which is called their total: "fares brought €40 and the town's gift €30, while advertising
/// yielded €25, for a total of €90".
fn all_before(figures: &Figures<'_>, first: usize) -> Option<(Range<usize>, usize)> {
    let whole = figures.pieces.len() - 1;
    let called = matches!(figures.letters(figures.between(whole - 1, whole))[..], [.., "for", "a", "total", "of"]);
    let joined = |at: usize| {
        let words = figures.letters(figures.between(at, at + 1));
        let joint = words.iter().any(|word| matches!(*word, "," | "and" | "while"));
        joint
            && words.len() <= CLAUSE
            && !words.iter().any(|word| matches!(*word, ";" | ":" | "(" | "but" | "of" | "from"))
    };
    let told = first == 0 && whole > 1 && called && (0..whole - 1).all(joined);
    (told && are_near(&figures.claims[..whole], &figures.claims[whole])).then_some((0..whole, whole))
}

/// The figures of a list that begins at one, and the figure behind it.
fn list_before(figures: &Figures<'_>, first: usize) -> Option<(Range<usize>, usize)> {
    let end = figures.pieces.len();
    if first > 0 && follows(figures, first - 1) == Some(",") {
        return None;
    }
    let commas = (first..end - 1).take_while(|&at| follows(figures, at) == Some(",")).count();
    let last = first + commas + 1;
    // "161 passengers, four of them infants, and six crew".
    if (first..=last).any(|at| at < end && is_of_them(figures, at)) {
        return None;
    }
    (last + 1 < end && follows(figures, last - 1) == Some("and")).then_some((first..last + 1, last + 1))
}

/// "24 % by bus and 70 % by car, adding up to 100 %": shares too.
pub(super) fn added_up(figures: &Figures<'_>, first: usize) -> Option<Relation> {
    let (parts, whole) = list_before(figures, first)?;
    let between = figures.letters(figures.between(parts.end - 1, whole));
    let told = matches!(
        between[..],
        [.., "adding" | "adds" | "add" | "added", "up", "to"] | [.., "totalling" | "totaling" | "totals" | "totalled"]
    );
    let total = &figures.claims[whole];
    let fits = |at: usize| figures.claims[at].quantity.unit == total.quantity.unit && is_least(&figures.claims[at]);
    (told && between.len() <= CLAUSE && is_least(total) && parts.clone().all(fits)).then(|| tie(figures, whole, parts))
}

/// "At least 14 in Orr and 9 in Upton, bringing the toll to 25": some may have been counted before.
pub(super) fn taken_to(figures: &Figures<'_>, first: usize) -> Option<Relation> {
    let (parts, whole) = list_before(figures, first)?;
    let between = figures.letters(figures.between(parts.end - 1, whole));
    let told = match between[..] {
        [.., verb, "the", "total" | "toll", "to"] | [.., verb, "the", _, "total" | "toll", "to"] => {
            is_any(verb, &["bringing", "taking", "pushing", "raising", "brings", "takes"])
        }
        _ => false,
    };
    let counted = |at: usize| is_in_unit(figures, at, &figures.claims[whole]) && is_least(&figures.claims[at]);
    let fits = told && between.len() <= CLAUSE && parts.clone().all(counted) && is_least(&figures.claims[whole]);
    let parts = || parts.clone().map(|at| figures.place(at)).collect();
    fits.then(|| Relation::Sum { parts: parts(), total: figures.place(whole), complete: false })
}
