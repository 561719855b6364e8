//! What a figure is to a change, by the words around it: what was, what became of it, or by how much.
//!
//! ```text
//! from = see [`former`](super::former)
//! to   = "to" ["close" "at"] figure
//! by   = rise_or_fall ["by"] size | rise_or_fall "of" size | size rise_or_fall | size more
//! or   = "or" size
//! ```

use super::former::{is_from, is_surcharge};
use super::way::{direction, is_noun};
use super::{Figures, is_any};
use crate::claim::{Direction, Unit};

/// What a figure is to a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    From,
    To,
    By(Option<Direction>),
    Or,
    None,
}

/// Nouns of a change that leave open which way it went.
const CHANGES: [&str; 4] = ["improvement", "change", "swing", "difference"];

/// What a figure is.
pub(super) fn part(figures: &Figures<'_>, at: usize) -> Part {
    let unit = &figures.claims[at].quantity.unit;
    let is = |back, word: &str| figures.word_before(at, back).eq_ignore_ascii_case(word);
    let way = |back: usize| {
        let start = figures.pieces[at].tokens.start;
        start.checked_sub(back).and_then(|at| direction(figures, at))
    };
    if is_from(figures, at) {
        return Part::From;
    }
    if is(1, "to") || is(1, "at") && is(3, "to") {
        return Part::To;
    }
    if *unit == Unit::Ratio && multiple(figures, at).is_some() {
        return Part::By(multiple(figures, at));
    }
    if is(1, "by") {
        return Part::By(way(2));
    }
    if let Some(way) = is_surcharge(figures, at) {
        return Part::By(Some(way));
    }
    if is(1, "of") {
        return way(2).or_else(|| way(3).filter(|_| is(2, ","))).map_or(Part::None, |way| Part::By(Some(way)));
    }
    if let Some(way) = way(1) {
        return Part::By(Some(way));
    }
    by_behind(figures, at).unwrap_or_else(|| if is(1, "or") && unit.is_share() { Part::Or } else { Part::None })
}

/// "A 5 % rise", "5 % more", "a 5 % improvement".
fn by_behind(figures: &Figures<'_>, at: usize) -> Option<Part> {
    let unit = &figures.claims[at].quantity.unit;
    // "Two points more".
    let noun = usize::from(is_any(figures.word_behind(at, 0), &["points", "seats", "people", "votes", "places"]));
    let (next, second) = (figures.word_behind(at, noun), figures.word_behind(at, noun + 1));
    let behind = figures.pieces[at].tokens.end + noun;
    if let Some(way) = direction(figures, behind).filter(|_| unit.is_share() && is_noun(next)) {
        return Some(Part::By(Some(way)));
    }
    // "Up from 35 on Sunday, after three more bodies were found": more may have been found before.
    let found = figures.word_before(at, 1) == "after" && !figures.dates.is_empty();
    if let Some(way) = compares(next).filter(|_| !is_any(second, &["to", "from", "by"]) && !found) {
        return Some(Part::By(Some(way)));
    }
    (unit.is_share() && is_any(next, &CHANGES)).then_some(Part::By(None))
}

/// Which way a word of comparison points.
pub(super) fn compares(word: &str) -> Option<Direction> {
    if is_any(word, &["more", "higher", "above", "over", "larger", "dearer", "up"]) {
        return Some(Direction::Up);
    }
    is_any(word, &["fewer", "less", "lower", "below", "under", "smaller", "cheaper", "down"]).then_some(Direction::Down)
}

/// Which way a figure points that is itself a verb: "doubled", "halved".
pub(super) fn multiple(figures: &Figures<'_>, at: usize) -> Option<Direction> {
    let piece = &figures.pieces[at].tokens;
    piece.clone().find_map(|at| direction(figures, at))
}

/// Whether ", up 5 %" or ", a rise of 5 %" or ", 5 % more" stands behind a comma or a bracket.
pub(super) fn is_apposed(figures: &Figures<'_>, at: usize) -> bool {
    let start = figures.pieces[at].tokens.start;
    let nearest = if by_behind(figures, at).is_some() { 1 } else { 2 };
    (nearest..=4).any(|back| is_opening(figures, start, back))
}

fn is_opening(figures: &Figures<'_>, start: usize, back: usize) -> bool {
    start.checked_sub(back).is_some_and(|at| matches!(figures.tokens.from(at).letters(), "," | "(" | "—" | "–"))
}
