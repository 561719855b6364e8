//! What some figures come to together, as a sentence or a clause of its own says.
//!
//! ```text
//! together = list "." opening … whole | opening … whole ":" labels
//! opening  = "Together" | "Combined" | "Altogether" | "Between them" | "In all" | "In total" | "That makes" | …
//! labels   = label part { "," label part } ["," | "and"] label part
//! ```
//! The sentence behind the list holds no other figure. A list whose figures come nowhere near the whole is of something
//! else.

use super::Figures;
use super::addend::{are_near, head, is_in_unit, is_plain};
use super::split::are_neighbours;
use super::sum::{is_labelled, is_open};
use crate::claim::Relation;
use std::ops::Range;

/// How many words the first label may have.
const LABEL: usize = 6;

/// How many words may stand between the opening and the whole.
const CLAUSE: usize = 10;

/// What figures come to that the last sentence of a passage says of those before.
pub(super) fn together(passage: &[Figures<'_>]) -> Option<Relation> {
    let [before @ .., last] = passage else { return None };
    let whole = last.pieces.first()?;
    if !opens(last) || whole.tokens.start > CLAUSE || is_open(last) || !is_plain(&last.claims[0]) {
        return None;
    }
    if last.claims.len() == 1 {
        let list = before.last().filter(|list| are_neighbours(list, last))?;
        return added(last, list, 0..list.claims.len());
    }
    labelled(last).and_then(|parts| added(last, last, parts))
}

/// Whether a sentence begins with words that add up.
fn opens(figures: &Figures<'_>) -> bool {
    const OPENINGS: [&[&str]; 10] = [
        &["together"],
        &["combined"],
        &["altogether"],
        &["between", "them"],
        &["in", "all"],
        &["in", "total"],
        &["that", "makes"],
        &["that", "adds", "up", "to"],
        &["this", "adds", "up", "to"],
        &["all", "told"],
    ];
    let reads = |words: &&[&str]| words.iter().enumerate().all(|(at, word)| figures.is_one_of(at, &[word]));
    OPENINGS.iter().any(reads)
}

/// The figures of a list in which each stands behind what it is of: ": Orr £4,000, Upton £3,000 and Westby £2,000".
fn labelled(figures: &Figures<'_>) -> Option<Range<usize>> {
    let end = figures.pieces.len();
    let colon = figures.letters(figures.between(0, 1)).iter().rposition(|word| *word == ":")?;
    let first = figures.between(0, 1).len() - colon - 1;
    let listed = (2..end).all(|at| is_labelled(figures, at));
    (end > 2 && (1..=LABEL).contains(&first) && listed).then_some(1..end)
}

/// The sum, where all figures of the list can be parts of the whole.
fn added(last: &Figures<'_>, list: &Figures<'_>, parts: Range<usize>) -> Option<Relation> {
    let total = &last.claims[0];
    let same_noun = |at: usize| head(&list.claims[at]).zip(head(total)).is_none_or(|(part, whole)| part == whole);
    let same_time = |at: usize| list.claims[at].as_of == total.as_of || list.claims[at].as_of.is_none();
    let fits = |at: usize| is_in_unit(list, at, total) && is_plain(&list.claims[at]) && same_noun(at) && same_time(at);
    let told = parts.len() > 1 && !is_open(list) && parts.clone().all(fits) && !total.quantity.unit.is_share();
    let near = are_near(&list.claims[parts.clone()], total);
    (told && near).then(|| Relation::Sum {
        parts: parts.map(|at| list.place(at)).collect(),
        total: last.place(0),
        complete: true,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn figures_that_come_to_something_together() {
        for (text, expected) in [
            ("Orr got €40, Upton €30 and Westby €25. Together they have €90.", "40 + 30 + 25 = 90"),
            ("Together they have €90: Orr €40, Upton €30 and Westby €25.", "40 + 30 + 25 = 90"),
            ("Orr sold 40 boats and Upton 30. Between them they sold 80 boats.", "40 + 30 = 80"),
            ("The roof cost €40 and the floor €30. That makes €90.", "40 + 30 = 90"),
            // Of something else.
            ("Orr got €40, Upton €30 and Westby €25. Together they spend €900.", "-"),
            ("Orr sold 40 boats and Upton 30. Between them they sold 80 nets.", "-"),
            ("Orr got €40 and Upton €30. Others got less. Together they have €90.", "-"),
            ("Orr got at least €40 and Upton €30. Together they have €90.", "-"),
            ("Orr got €40 and Upton €30. Together they have €90, up from €80.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
