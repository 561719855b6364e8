//! What the words around a change say of it: which way it goes, and what it is counted from.

use super::{Figures, is_any};
use crate::claim::Direction;
use crate::extract::direction;
use crate::text::Shape;

/// Words beside which a larger number is no rise (rates of exchange, places in a table), or which turn its sign.
#[rustfmt::skip]
const UPSIDE_DOWN: &[&str] = &[
    "dollar", "euro", "pound", "yen", "currency", "against", "per",
    "rank", "ranked", "ranking", "rankings", "place", "places", "position", "positions", "table", "list", "league",
    "minus", "below", "temperature", "temperatures",
];

/// Which way a word points.
pub(super) fn direction(figures: &Figures<'_>, at: usize) -> Option<Direction> {
    direction::direction(figures.tokens, at)
}

/// The nearest word of rising or falling in front of a figure.
pub(super) fn direction_before(figures: &Figures<'_>, at: usize) -> Option<Direction> {
    let start = figures.pieces[at].tokens.start;
    (start.saturating_sub(5)..start).rev().find_map(|at| direction(figures, at))
}

/// Whether another word of rising or falling comes between the figures and points to a change of its own.
pub(super) fn turns(figures: &Figures<'_>, by: usize, way: Option<Direction>) -> bool {
    let around = by.saturating_sub(2)..=(by + 2).min(figures.pieces.len() - 1);
    let mut others = around.flat_map(|at| {
        let start = figures.pieces[at].tokens.start;
        [1, 2, 3].into_iter().filter_map(move |back| start.checked_sub(back))
    });
    others.any(|at| direction(figures, at).is_some_and(|other| way.is_some_and(|way| way != other)))
}

/// Whether a word of rising or falling stands as a noun: "a 40 % rise".
pub(super) fn is_noun(letters: &str) -> bool {
    let nouns =
        ["rise", "increase", "gain", "jump", "surge", "fall", "drop", "decline", "decrease", "reduction", "cut"];
    is_any(letters, &nouns)
}

/// Which way a verb points that says nothing but rise or fall.
pub(super) fn plain_verb(letters: &str) -> Option<Direction> {
    let up =
        ["rose", "risen", "rises", "rise", "increased", "climbed", "grew", "grown", "up", "jumped", "surged", "soared"];
    let down =
        ["fell", "fallen", "falls", "fall", "decreased", "dropped", "declined", "down", "plunged", "slumped", "shrank"];
    if is_any(letters, &up) {
        Some(Direction::Up)
    } else if is_any(letters, &down) {
        Some(Direction::Down)
    } else {
        None
    }
}

/// Which way a noun points that says nothing but rise or fall.
pub(super) fn plain_noun(letters: &str) -> Option<Direction> {
    let down = ["fall", "drop", "decline", "decrease", "reduction", "cut"];
    let way = if is_any(letters, &down) { Direction::Down } else { Direction::Up };
    is_noun(letters).then_some(way)
}

/// Which way somebody moves what stands at a place: "lowered its forecast to 2.8", "was cut to 4.5".
pub(super) fn put(figures: &Figures<'_>, at: usize) -> Option<Direction> {
    let to = at.checked_sub(1).filter(|&to| figures.is_one_of(to, &["to", "from"]))?;
    let verb = (to.saturating_sub(OBJECT)..to)
        .rev()
        .find(|&at| figures.is_one_of(at, &RAISES) || figures.is_one_of(at, &LOWERS))?;
    let plain = (verb + 1..to).all(|at| {
        figures.token(at).is_some_and(|token| token.shape == Shape::Lower && !figures.tokens.from(at).is_change())
    });
    let way = if figures.is_one_of(verb, &RAISES) { Direction::Up } else { Direction::Down };
    plain.then_some(way)
}

/// Verbs of moving something up and down.
const RAISES: [&str; 4] = ["raised", "lifted", "hiked", "increased"];
const LOWERS: [&str; 6] = ["lowered", "cut", "reduced", "slashed", "trimmed", "decreased"];

/// How many words what is moved may have.
const OBJECT: usize = 7;

/// Whether a word speaks of what falls when its number rises, or of no size at all; "per cent" does not.
pub(super) fn is_upside_down(figures: &Figures<'_>, at: usize) -> bool {
    figures.is_one_of(at, UPSIDE_DOWN) && !figures.is_one_of(at + 1, &["cent"])
}

/// Whether the size belongs to another stretch of time or another base than the two figures: "12 % a year", "up 5 % from a
/// year before".
pub(super) fn is_counted_from_elsewhere(figures: &Figures<'_>, by: usize, last: usize) -> bool {
    let (behind, next) = (figures.word_behind(by, 0), figures.word_behind(by, 1));
    let a_year =
        is_any(behind, &["a", "per", "each", "every", "annually", "yearly", "monthly", "annual", "annualised"]);
    let mean = figures.word_before(by, 1).eq_ignore_ascii_case("average")
        || figures.word_before(by, 2).eq_ignore_ascii_case("average");
    let based =
        by == last && (is_any(behind, &["from", "on", "compared", "versus", "since", "than", "against", "over", "of"]));
    a_year && !is_any(next, &["rise", "fall"])
        || mean
        || based && !is_any(next, &["the", "that"])
        || is_adjusted(figures, by)
}

/// "Up 5 % at constant exchange rates", "rose 5 % like for like", "rose a restated 5 %".
fn is_adjusted(figures: &Figures<'_>, by: usize) -> bool {
    const ADJUSTED: [&str; 7] =
        ["constant", "organically", "organic", "underlying", "adjusted", "comparable", "restated"];
    let adjusts = |word: &str| is_any(word, &ADJUSTED);
    let like = (0..=1).any(|ahead| {
        let words = [0, 2].map(|at| figures.word_behind(by, ahead + at));
        words == ["like", "like"] || figures.word_behind(by, ahead) == "like-for-like"
    });
    like || (0..=2).any(|ahead| adjusts(figures.word_behind(by, ahead)))
        || adjusts(figures.word_before(by, 1))
        || figures.word_behind(by, 0) == "in" && figures.word_behind(by, 1) == "real"
}
