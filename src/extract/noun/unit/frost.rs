//! Degrees, of a bare figure below zero near others of them: "It fell to minus 4C. Blossom dies at minus 2".

use super::super::Figure;
use super::super::antecedent::Antecedents;
use crate::claim::{Decimal, Stated, Unit};

/// How many claims back the degrees may stand.
const REACH: usize = 4;

/// The unit of the last temperature, for a bare figure below zero.
pub(super) fn below_zero(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    if !matches!(figure.piece().stated, Stated::Point(value) if value < Decimal::ZERO) {
        return None;
    }
    let lexicon = figure.tokens.lexicon();
    let is_degree = |unit: &&Unit| matches!(unit, Unit::Measure(name) if lexicon.unit_named(name).is_some_and(|unit| &*unit.dimension == "temperature"));
    before.claims().iter().rev().take(REACH).map(|claim| &claim.quantity.unit).find(is_degree).cloned()
}
