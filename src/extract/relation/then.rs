//! What was in a year or some time ago, what is now, and by how much that is more or less.
//!
//! ```text
//! then = figure "in" year ("," | ";" | "and") "now" … figure "," size | past figure … ";" "now" … figure "," size
//! past = … ("ago" | "earlier" | "before")       where the sentence begins
//! ```

use super::addend::head;
use super::change::{change_of, next};
use super::role::{Part, is_apposed, part};
use super::way::{is_counted_from_elsewhere, turns};
use super::{Figures, is_any};
use crate::claim::Relation;
use crate::grammar::date::Dated;

/// "12,000 in 2010; it now has 15,000, up 25 %".
pub(super) fn then_and_now(figures: &Figures<'_>, from: usize) -> Option<(Relation, usize)> {
    let to = next(figures, from)?;
    let by = next(figures, to).filter(|&by| figures.is_joined(to, by) && is_apposed(figures, by))?;
    let Part::By(Some(way)) = part(figures, by) else { return None };
    let behind = if is_then(figures, from) { past_behind(figures, from, to) } else { year_behind(figures, from, to) };
    let words = figures.letters(behind?..figures.pieces[to].tokens.start);
    let now = words.iter().any(|word| is_any(word, &["now", "today"])) && words.iter().all(|word| is_any(word, &SAME));
    let noun = |at: usize| head(&figures.claims[at]);
    let same = noun(to).is_none_or(|own| noun(from) == Some(own));
    let told = now && same && is_closed(figures, by) && [from, to].iter().all(|at| part(figures, *at) == Part::None);
    if !told || turns(figures, by, Some(way)) || is_counted_from_elsewhere(figures, by, by) {
        return None;
    }
    change_of(figures, (from, to), by, Some(way)).map(|change| (change, by - from + 1))
}

/// Where the words behind "in 2010" begin, when a figure of that year stands in front of them.
fn year_behind(figures: &Figures<'_>, from: usize, to: usize) -> Option<usize> {
    let past = |dated: &Dated| figures.published().is_none_or(|today| dated.end.is_some_and(|end| end < today));
    let year = figures.between(from, to).take(NOUN).find_map(|at| {
        let year = figures.dates.iter().find(|dated| dated.tokens.contains(&(at + 1)));
        year.filter(|year| figures.is_one_of(at, &["in"]) && past(year))
    })?;
    Some(year.tokens.end)
}

/// Whether a sentence begins with a time that is past, told of the figure behind it: "A year ago 60 …".
fn is_then(figures: &Figures<'_>, from: usize) -> bool {
    let start = figures.pieces[from].tokens.start;
    start <= THEN && (0..start).any(|at| figures.is_one_of(at, &["ago", "earlier", "before"]))
}

/// Where the clause behind what was counted then begins.
fn past_behind(figures: &Figures<'_>, from: usize, to: usize) -> Option<usize> {
    figures.between(from, to).find(|&at| matches!(figures.word(at), ";" | ","))
}

/// How many words "a year ago there were" may have.
const THEN: usize = 7;

/// Whether nothing limits a size: no "in a year", no "since May".
fn is_closed(figures: &Figures<'_>, by: usize) -> bool {
    let behind = figures.pieces[by].tokens.end;
    figures.token(behind).is_none_or(|_| matches!(figures.word(behind), "." | ";" | ")"))
}

/// How many words may stand between a figure and the year that it is of.
const NOUN: usize = 4;

/// Words that go on from a year to what is now, of nobody else.
#[rustfmt::skip]
const SAME: [&str; 18] = [
    ",", ";", "and", "but", "it", "they", "there", "now", "today", "has", "have", "is", "are", "stands", "numbers", "counts",
    "at", "had",
];
