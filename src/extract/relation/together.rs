//! What some figures come to together, as a sentence or a clause of its own says.
//!
//! ```text
//! together = list "." opening … whole | list "." … whole … ("altogether" | "in all") | list "." … "total" noun "of" whole
//! opening  = "Total:" | "Together" | "Combined" | "Altogether" | "Between them" | "In all" | "In total" | "That makes" | …
//! ```
//! The sentence behind the list holds no other figure, unless it says how many the parts are. A list whose figures come
//! nowhere near the whole is of something else.

use super::addend::{are_near, head, is_in_unit, is_plain};
use super::split::are_neighbours;
use super::sum::is_open;
use super::{Figures, is_any};
use crate::claim::{Claim, Decimal, Interval, Relation};
use crate::lexicon::List;

/// How many words may stand between the opening and the whole.
const CLAUSE: usize = 10;

/// How many words the opening has, mostly.
const OPENING: usize = 2;

/// How many words may stand between a total and "altogether".
const BEHIND: usize = 5;

/// What figures come to that the last sentence of a passage says of those before.
pub(super) fn together(passage: &[Figures<'_>]) -> Option<Relation> {
    let [.., before, last] = passage else { return None };
    let whole = last.pieces.len().checked_sub(1)?;
    // "In the whole valley 90 were counted in all": of more than those before.
    let elsewhere = last.tokens.from(0).is(List::Preposition);
    let told = (whole == 0 && opens(last)) || is_total(last, whole);
    let only = whole == 0 && (opens(last) || !elsewhere) || whole == 1 && is_number_of(last, before.claims.len());
    if !told || !only || is_open(last) || !is_plain(&last.claims[whole]) || !are_neighbours(before, last) {
        return None;
    }
    added(last, whole, before)
}

/// Whether the words behind or in front of a figure say that it is all there is: "485 were counted altogether", "the total
/// bill of €6".
fn is_total(figures: &Figures<'_>, whole: usize) -> bool {
    let end = figures.pieces[whole].tokens.end;
    let behind = || {
        (end..end + BEHIND).any(|at| match [figures.word(at), figures.word(at + 1)] {
            ["in", "all" | "total"] => true,
            [word, _] => is_any(word, &["altogether"]),
        })
    };
    let total = || figures.word_before(whole, 1) == "of" && figures.word_before(whole, 3) == "total";
    behind() || total()
}

/// Whether the first figure of a sentence only tells how many parts there are: "in these three towns".
fn is_number_of(figures: &Figures<'_>, parts: usize) -> bool {
    let these = is_any(figures.letters_before(figures.pieces[0].tokens.start, 1), &["the", "these", "those", "all"]);
    these && figures.claims[0].quantity.value() == Some(Decimal::from(parts))
}

/// Whether a sentence begins with words that add up, shortly before its figure. "Between them they own a house worth €80" is
/// of the house.
fn opens(figures: &Figures<'_>) -> bool {
    const OPENINGS: [&[&str]; 11] = [
        &["total", ":"],
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
    let start = figures.pieces[0].tokens.start;
    let of_another = || (OPENING..start).any(|at| figures.tokens.from(at).is(List::Determiner));
    start <= CLAUSE && OPENINGS.iter().any(reads) && !of_another()
}

/// The sum, where all figures of the list can be parts of the whole.
fn added(told: &Figures<'_>, whole: usize, list: &Figures<'_>) -> Option<Relation> {
    let total = &told.claims[whole];
    let same_noun = |at: usize| head(&list.claims[at]).zip(head(total)).is_none_or(|(part, whole)| part == whole);
    let same_time = |at: usize| list.claims[at].as_of == total.as_of || list.claims[at].as_of.is_none();
    // "1,450 divers, of whom 410 are women": some of those before are not counted twice.
    let some = |at: usize| {
        let before = (list.word_before(at, 2), list.word_before(at, 1));
        matches!(before, ("of", "whom" | "which" | "them")) || before.1 == "including"
    };
    let alike = |at: usize| is_in_unit(list, at, total) && is_plain(&list.claims[at]) && !some(at);
    let fits = |at: usize| alike(at) && same_noun(at) && same_time(at);
    let parts = 0..list.claims.len();
    let fit = parts.len() > 1 && !is_open(list) && parts.clone().all(fits) && !total.quantity.unit.is_share();
    (fit && are_near(list.claims, total) && !comes_with_more(list, total)).then(|| Relation::Sum {
        parts: parts.map(|at| list.place(at)).collect(),
        total: told.place(whole),
        complete: true,
    })
}

/// Whether the figures right before the list and those of the list come to the whole: the list goes on from there.
fn comes_with_more(list: &Figures<'_>, total: &Claim) -> bool {
    /// How many figures before the list may belong to it.
    const BEFORE: usize = 3;
    let of_list = list.claims.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.quantity.value()?));
    let before = list.all[..list.first].iter().rev().take(BEFORE).take_while(|part| part.block == total.block);
    let mut sum = of_list;
    before.filter(|part| part.quantity.unit == total.quantity.unit).any(|part| {
        sum = sum.and_then(|sum| sum.checked_add(part.quantity.value()?));
        sum.is_some_and(|sum| total.quantity.reading().meets(&Interval::point(sum)))
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn figures_that_come_to_something_together() {
        for (text, expected) in [
            ("Orr got €40, Upton €30 and Westby €25. Together they have €90.", "40 + 30 + 25 = 90"),
            ("Orr sold 40 boats and Upton 30. Between them they sold 80 boats.", "40 + 30 = 80"),
            ("The roof cost €40 and the floor €30. That makes €90.", "40 + 30 = 90"),
            ("Orr has 40 boats; Lund 30. Total: 80.", "40 + 30 = 80"),
            (
                "They found 40 boats in Orr, 30 in Lund and 20 in Vale. In these three towns 80 boats were counted altogether.",
                "40 + 30 + 20 = 80",
            ),
            ("The roof cost €40 and the floor €30. The total bill of €80 was paid by the town.", "40 + 30 = 80"),
            ("They found 40 boats in Orr and 30 in Lund. In these three towns 80 boats were counted altogether.", "-"),
            ("They found 40 boats in Orr and 30 in Lund. In the whole valley 80 boats were counted altogether.", "-"),
            ("The roof cost €40 and the floor €30. A bill of €80 was paid by the town.", "-"),
            ("The roof cost €40 and the floor €30. The total bill of €800 was paid by the town.", "-"),
            // Some of the others, or more than the list.
            ("The mills have 40 men, of whom 10 are old. That makes 45.", "-"),
            ("In uniform, 20. The mills have 40 men and the farms 10. That makes 70.", "-"),
            // Of something else.
            ("Orr got €40, Upton €30 and Westby €25. Together they spend €900.", "-"),
            ("Orr sold 40 boats and Upton 30. Between them they sold 80 nets.", "-"),
            ("Orr paid €40 and Upton €30. Between them they own a house worth €80.", "-"),
            ("Orr got €40 and Upton €30. Others got less. Together they have €90.", "-"),
            ("Orr got at least €40 and Upton €30. Together they have €90.", "-"),
            ("Orr got €40 and Upton €30. Together they have €90, up from €80.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
