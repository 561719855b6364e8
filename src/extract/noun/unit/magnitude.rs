//! The strength of earthquakes: "a magnitude 6.2 earthquake", "a 6.2 quake", "the tremor measured 5.9".

use super::super::Figure;
use crate::claim::{Decimal, Unit};

/// What is measured so.
const QUAKES: [&str; 5] = ["earthquake", "quake", "tremor", "temblor", "aftershock"];

/// How far before its figure the name may stand: "its magnitude was to be 6.2".
const MOST_JOINTS: usize = 4;

/// The magnitude, for a bare figure that gives one.
pub(super) fn of_quake(figure: &Figure<'_>) -> Option<Unit> {
    let written = figure.piece().written.filter(|number| number.value < Decimal::TEN)?;
    let told = is_named(figure) || written.decimals == 1 && (is_of_quake(figure) || is_measured(figure));
    let unit = told.then(|| figure.tokens.lexicon().unit_named("magnitude")).flatten()?;
    Some(Unit::Measure(unit.name.clone()))
}

/// "a magnitude 6.2 earthquake", "a magnitude of 6.2", "put its magnitude at 6.2"; "6.2 -magnitude" as some wires space it
fn is_named(figure: &Figure<'_>) -> bool {
    const JOINTS: [&str; 9] = ["-", "of", "at", "was", "is", "be", "to", "as", "about"];
    if figure.behind_letters(0) == "-" && figure.behind_letters(1) == "magnitude" {
        return true;
    }
    let name = (1..=MOST_JOINTS).find(|&back| !JOINTS.contains(&figure.before(back)));
    name.is_some_and(|back| figure.before(back).eq_ignore_ascii_case("magnitude"))
}

/// "a 6.2 quake"
fn is_of_quake(figure: &Figure<'_>) -> bool {
    let head = figure.behind.end.checked_sub(1).filter(|_| !figure.behind.is_empty());
    head.is_some_and(|at| QUAKES.contains(&figure.tokens.from(at).letters()))
}

/// "the tremor measured 5.9"
fn is_measured(figure: &Figure<'_>) -> bool {
    const MEASURES: [&str; 5] = ["measured", "measures", "measuring", "registered", "registering"];
    let quake = |at: usize| QUAKES.contains(&figure.tokens.from(at).letters());
    MEASURES.contains(&figure.before(1)) && (0..figure.start()).any(quake)
}
