//! Income, costs, and what is left of the one behind the other.
//!
//! ```text
//! margin = income … costs … ("," "leaving" | "," "a" | "." ("This" | "That") "left") … ("profit" | "loss") "of" rest
//! income = "revenue" … money | "income" … money | "raised" money | …
//! costs  = "costs" … money | "spending" … money | "spent" money | …
//! ```
//! Income and costs may stand in either order, and are the only figures in front of what is left. What is left "after" or
//! "net" of something else is no difference of the two.

use super::addend::{is_in_unit, is_plain};
use super::split::are_neighbours;
use super::{Figures, is_any};
use crate::claim::{Claim, Relation};
use std::ops::Range;

#[rustfmt::skip]
const INCOME: [&str; 12] = [
    "revenue", "revenues", "income", "turnover", "takings", "receipts", "sales", "earnings", "raised", "received", "earned",
    "took",
];

const COSTS: [&str; 9] =
    ["cost", "costs", "expenses", "expenditure", "spending", "outgoings", "outlays", "spent", "outlay"];

/// What is left where the income is more.
const GAINS: [&str; 3] = ["profit", "surplus", "gain"];

/// What is missing where it is less.
const LOSSES: [&str; 4] = ["loss", "deficit", "shortfall", "gap"];

/// Words that let other figures into the account.
#[rustfmt::skip]
const OTHERS: [&str; 14] = [
    "after", "net", "than", "from", "compared", "against", "before", "planned", "expected", "including", "additional", "if",
    "operating", "with",
];

/// How many words may stand in front of each of the figures.
const REACH: usize = 12;

/// What is left that the last sentence of a passage tells.
pub(super) fn margin(passage: &[Figures<'_>]) -> Option<Relation> {
    let figures = passage.last()?;
    match figures.claims.len() {
        1 => {
            let [.., before, _] = passage else { return None };
            let start = figures.pieces[0].tokens.start;
            let opens = figures.is_one_of(0, &["this", "that", "it"]) && is_left(figures.word(1));
            let told = opens && are_neighbours(before, figures) && before.claims.len() == 2;
            told.then(|| tie(before, &Left { of: figures, at: 0, words: 0..start })).flatten()
        }
        3 => {
            let words = figures.between(1, 2);
            let opening = figures.letters(words.clone());
            let told = matches!(opening[..], [",", word, ..] if is_left(word) || is_any(word, &["a", "an"]));
            told.then(|| tie(figures, &Left { of: figures, at: 2, words })).flatten()
        }
        _ => None,
    }
}

/// The figure that is left, and the words in front of it.
struct Left<'s, 'f> {
    of: &'s Figures<'f>,
    at: usize,
    words: Range<usize>,
}

fn tie(two: &Figures<'_>, left: &Left<'_, '_>) -> Option<Relation> {
    let fronts = [0..two.pieces[0].tokens.start, two.between(0, 1)];
    let speaks = |front: &Range<usize>, words: &[&str]| front.clone().any(|at| two.is_one_of(at, words));
    let is = |at: usize, words: &[&str], others: &[&str]| speaks(&fronts[at], words) && !speaks(&fronts[at], others);
    let (income, costs) = if is(0, &INCOME, &COSTS) && is(1, &COSTS, &INCOME) {
        (0, 1)
    } else if is(0, &COSTS, &INCOME) && is(1, &INCOME, &COSTS) {
        (1, 0)
    } else {
        return None;
    };
    let result = |words: &[&str]| left.words.clone().any(|at| left.of.is_one_of(at, words));
    let other = || goes_on(left) || fronts.iter().any(|front| speaks(front, &OTHERS));
    let near = fronts.iter().chain([&left.words]).all(|front| front.len() <= REACH);
    let rest = &left.of.claims[left.at];
    let money = |claim: &Claim| is_plain(claim) && !claim.quantity.unit.is_share() && !claim.quantity.unit.is_time();
    let alike = (0..2).all(|at| is_in_unit(two, at, rest) && money(&two.claims[at])) && money(rest);
    let (whole, part) = match (result(&GAINS), result(&LOSSES)) {
        (true, false) => (income, costs),
        (false, true) => (costs, income),
        _ => return None,
    };
    (near && alike && !other()).then(|| Relation::Sum {
        parts: vec![two.place(part), left.of.place(left.at)],
        total: two.place(whole),
        complete: true,
    })
}

/// Whether the words around what is left let other figures into the account; it may be left "before tax", and somebody may be
/// left "with" it.
fn goes_on(left: &Left<'_, '_>) -> bool {
    const BEHIND: [&str; 12] =
        ["after", "before", "with", "including", "excluding", "plus", "once", "thanks", "net", "for", "from", "than"];
    let tax = |at: usize| left.of.is_one_of(at, &["before"]) && left.of.is_one_of(at + 1, &["tax"]);
    let front = left.words.clone().any(|at| {
        let other = left.of.is_one_of(at, &OTHERS) && !left.of.is_one_of(at, &["with"]);
        other && !tax(at)
    });
    let behind = left.of.pieces[left.at].tokens.end;
    front || left.of.is_one_of(behind, &BEHIND) && !tax(behind)
}

fn is_left(word: &str) -> bool {
    is_any(word, &["left", "leaves", "leaving", "leave", "giving", "gives", "gave"])
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn what_is_left() {
        for (text, expected) in [
            (
                "Its revenue was €92 million and its costs €78 million, leaving a profit of €24 million.",
                "78 million + 24 million = 92 million",
            ),
            (
                "Its revenue was €92 million and its costs €78 million. This left it with a profit of €24 million.",
                "78 million + 24 million = 92 million",
            ),
            ("The board had costs of €92 and income of €78, a deficit of €24.", "78 + 24 = 92"),
            ("The board raised €92 and spent €78, a surplus of €24.", "78 + 24 = 92"),
            // Other figures are in the account.
            (
                "Last year's revenue was €92 and its costs €78. This left it with a profit before tax of €24.",
                "78 + 24 = 92",
            ),
            ("Its revenue was €92 and its costs €78, leaving a profit after tax of €4.", "-"),
            ("Its revenue was €92 and its costs €78, giving a profit of €24 with gifts.", "-"),
            ("Its revenue was €92 and its costs €78. A profit of €24 had been expected.", "-"),
            ("Its revenue was €92 and its labour costs €78, against a profit of €24.", "-"),
            ("Its revenue rose from €78 to €92, leaving a profit of €24.", "-"),
            ("Its revenue was €92 and its taxes €78, leaving a profit of €24.", "-"),
            ("Its revenue was €92 and its costs €78, leaving a profit of €24 and a debt of €9.", "-"),
            ("Its revenue was €92 and its costs €78, a rise of €24.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
