//! Ages that only their clause tells: "the pension age will be 67", "the eldest of the four is 93".

use super::super::Figure;
use crate::claim::{Decimal, Stated, Unit};

/// How far before a figure the word may stand, in tokens.
const REACH: usize = 12;

/// The year, for a bare figure that its clause makes an age.
pub(super) fn told(figure: &Figure<'_>) -> Option<Unit> {
    const WORDS: [&str; 4] = ["age", "ages", "oldest", "youngest"];
    const JOINTS: [&str; 12] = ["is", "was", "be", "to", "at", "of", "from", "and", "about", "only", "are", "were"];
    let (tokens, start) = (figure.tokens, figure.start());
    let old = |value: Decimal| Decimal::ZERO < value && value < Decimal::from(120) && value.fract().is_zero();
    let plausible = match figure.piece().stated {
        Stated::Point(value) => old(value),
        Stated::Range(low, high) => old(low) && old(high),
        Stated::Vague => false,
    };
    let joined = plausible && JOINTS.contains(&figure.before(1));
    let ends = |at: &usize| !matches!(tokens.from(*at).letters(), ";" | ":" | "(" | ")");
    let said = |at: usize| {
        let here = tokens.from(at);
        WORDS.iter().any(|word| here.letters().eq_ignore_ascii_case(word)) && here.letters_at(1) != "of"
            || ["oldest", "youngest"].contains(&here.letters())
    };
    let clause = || (start.saturating_sub(REACH)..start).rev().take_while(ends);
    if !joined || !clause().any(said) {
        return None;
    }
    tokens.lexicon().unit_named("year").map(|unit| Unit::Measure(unit.name.clone()))
}
