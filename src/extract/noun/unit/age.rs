//! Ages that only their clause tells: "the pension age will be 67", "the eldest of the four is 93", "was born in May 1988
//! and is 37", "his son, who was 41,", "some 900 were under 16".

use super::super::{Figure, QuantityPiece};
use crate::claim::{Decimal, Stated, Unit};
use crate::grammar::Tokens;

/// How far before a figure the word may stand, in tokens.
const REACH: usize = 12;

/// The year, for a bare figure that its clause makes an age.
pub(super) fn told(figure: &Figure<'_>) -> Option<Unit> {
    const WORDS: [&str; 5] = ["age", "ages", "oldest", "youngest", "born"];
    const JOINTS: [&str; 12] = ["is", "was", "be", "to", "at", "of", "from", "and", "about", "only", "are", "were"];
    let (tokens, start) = (figure.tokens, figure.start());
    let old = |value: Decimal| Decimal::ZERO < value && value < Decimal::from(120) && value.fract().is_zero();
    let plausible = || match figure.piece().stated {
        Stated::Point(value) => old(value),
        Stated::Range(low, high) => old(low) && old(high),
        Stated::Vague => false,
    };
    if (is_of_whom(figure) || is_limit(figure)) && plausible() {
        return year(tokens);
    }
    let joined = JOINTS.contains(&figure.before(1));
    let ends = |at: &usize| !matches!(tokens.from(*at).letters(), ";" | ":" | "(" | ")");
    let said = |at: usize| {
        let here = tokens.from(at);
        WORDS.iter().any(|word| here.letters().eq_ignore_ascii_case(word)) && here.letters_at(1) != "of"
            || ["oldest", "youngest"].contains(&here.letters())
    };
    let clause = || (start.saturating_sub(REACH)..start).rev().take_while(ends);
    if !joined || !clause().any(said) || !plausible() {
        return None;
    }
    year(tokens)
}

fn year(tokens: Tokens<'_>) -> Option<Unit> {
    tokens.lexicon().unit_named("year").map(|unit| Unit::Measure(unit.name.clone()))
}

/// "His son, who was 41, left", "Anna Sel, now 30, sings".
fn is_of_whom(figure: &Figure<'_>) -> bool {
    let ends = |letters: &str| matches!(letters, "," | "." | "when" | "and");
    let who = matches!(figure.before(1), "is" | "was") && figure.before(2) == "who";
    let now = figure.before(1) == "now" && figure.before(2) == "," && figure.behind_letters(0) == ",";
    now || who && ends(figure.behind_letters(0))
}

/// "Of these, 900 were under 16", "40 percent of those who came were under 25": behind a count or a share of them, what
/// their number lies under is their age.
fn is_limit(figure: &Figure<'_>) -> bool {
    let limit = matches!(figure.tokens.from(figure.start()).letters(), "under" | "over" | "below" | "above");
    let were = matches!(figure.before(1), "were" | "are");
    let counted = figure.at.checked_sub(1).map(|at| &figure.pieces[at]);
    let share = |piece: &QuantityPiece| {
        let whom = |at: usize| matches!(figure.tokens.from(at).letters(), "who" | "those" | "people");
        piece.unit.unit.is_share() && figure.behind.is_empty() && (piece.tokens.end..figure.start()).any(whom)
    };
    let of_them = |count: &QuantityPiece| !count.united && count.tokens.end + 1 == figure.start();
    limit && were && counted.is_some_and(|piece| of_them(piece) || share(piece))
}
