//! What is gained on balance by what came and what went.
//!
//! ```text
//! net = figure … figure "," "a" "net" (gain | loss …) "of" figure     hired 46 and lost 31, a net gain of 15
//! ```
//! The greater of the first two is the sum of the others.

use super::addend::is_plain;
use super::{Figures, is_any};
use crate::claim::Relation;

/// What is left on balance.
#[rustfmt::skip]
const BALANCES: [&str; 14] = [
    "gain", "loss", "increase", "decrease", "rise", "fall", "growth", "inflow", "outflow", "reduction", "addition", "drop",
    "shift", "surplus",
];

/// How many words may stand between what came and what went.
const NEAR: usize = 6;

/// The balances of a sentence.
pub(super) fn nets<'f>(figures: &'f Figures<'_>) -> impl Iterator<Item = Relation> + use<'f> {
    (2..figures.pieces.len()).filter_map(|at| net(figures, at))
}

fn net(figures: &Figures<'_>, balance: usize) -> Option<Relation> {
    let words = figures.letters(figures.between(balance - 1, balance));
    let told = matches!(words[..], [.., "," | "—" | "–" | "(", "a", "net", name, "of"] if is_any(name, &BALANCES));
    let alike = |at: usize| {
        let claim = &figures.claims[at];
        claim.quantity.unit == figures.claims[balance].quantity.unit && is_plain(claim)
    };
    let [one, other] = [balance - 2, balance - 1];
    let fits = told && figures.between(one, other).len() <= NEAR && [one, other].into_iter().all(alike);
    let value = |at: usize| figures.claims[at].quantity.value();
    let (total, less) = if fits && value(one)? >= value(other)? { (one, other) } else { (other, one) };
    fits.then(|| Relation::Sum {
        parts: vec![figures.place(less), figures.place(balance)],
        total: figures.place(total),
        complete: true,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn balances() {
        for (text, expected) in [
            ("The mill hired 46 weavers and lost 31, a net gain of 25.", "31 + 25 = 46"),
            ("Some 31 boats came and 46 went, a net loss of 25.", "31 + 25 = 46"),
            ("The mill hired 46 weavers and lost 31 days, a net gain of 25 weavers.", "-"),
            ("The mill hired 46 weavers and 31 dyers, a gain of 25.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
