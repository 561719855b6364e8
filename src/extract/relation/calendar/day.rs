//! Days that no calendar has.
//!
//! ```text
//! no_such_day = before ["the"] day [suffix] ["of"] month [[","] year] | before month day [suffix] [[","] year]
//! suffix      = "st" | "nd" | "rd" | "th"
//! before      = weekday [","] | "on" | "by" | "until" | "from" | "since" | "to" | "before" | "after" | "("
//! ```
//! With a year behind it, nothing is asked of what stands before. The date grammar passes over such days, as they are
//! none. "29 February" needs a year to be one of them.

use super::{Figures, day_figure, is_year, month};
use crate::claim::Relation;
use crate::lexicon::CalendarKind;
use crate::text::Shape;
use jiff::civil::Date;
use std::ops::Range;

const BEFORE: [&str; 9] = ["on", "by", "until", "from", "since", "to", "before", "after", "("];
const SUFFIXES: [&str; 4] = ["st", "nd", "rd", "th"];

/// A year that has all the days that any year has.
const LEAP_YEAR: i16 = 2024;

/// The days of a sentence that their months do not have.
pub(super) fn no_such_days(figures: &Figures<'_>) -> Vec<Relation> {
    let tokens = figures.tokens.rest();
    let named = |at: usize| month(figures.tokens, &tokens[at]).and_then(|month| no_such_day(figures, at, month));
    (0..tokens.len()).filter_map(named).collect()
}

/// The day that goes with the month's name at a place, where the month has no such day.
fn no_such_day(figures: &Figures<'_>, at: usize, month: i8) -> Option<Relation> {
    let (day, range) = day_in_front(figures, at).or_else(|| day_behind(figures, at))?;
    let (year, end) = year_behind(figures, range.end);
    let closed =
        figures.token(end).is_none_or(|next| next.shape == Shape::Mark && !next.glued || is_stop(figures, end));
    let sure = year.is_some() || is_told(figures, range.start) && closed;
    let exists = Date::new(year.unwrap_or(LEAP_YEAR), month, day).is_ok();
    let span = figures.tokens.from(range.start).span_to(&figures.tokens.from(end));
    (sure && !exists).then_some(Relation::NoSuchDay { span, day, month, year })
}

fn is_stop(figures: &Figures<'_>, at: usize) -> bool {
    matches!(figures.word(at), "." | "," | ";" | ":" | ")")
}

/// `day [suffix] ["of"]` in front of the month at a place.
fn day_in_front(figures: &Figures<'_>, at: usize) -> Option<(i8, Range<usize>)> {
    let mut start = at.checked_sub(1)?;
    for skipped in [&["of"][..], &SUFFIXES] {
        if figures.is_one_of(start, skipped) {
            start = start.checked_sub(1)?;
        }
    }
    Some((day_figure(figures.token(start)?)?, start..at + 1))
}

/// `day [suffix]` behind the month at a place.
fn day_behind(figures: &Figures<'_>, at: usize) -> Option<(i8, Range<usize>)> {
    let day = day_figure(figures.token(at + 1)?)?;
    let suffixed = figures.is_one_of(at + 2, &SUFFIXES);
    Some((day, at..at + 2 + usize::from(suffixed)))
}

/// `[","] year` at a place, and the place behind it.
fn year_behind(figures: &Figures<'_>, at: usize) -> (Option<i16>, usize) {
    let year_at = at + usize::from(figures.word(at) == ",");
    let year = figures.token(year_at).filter(|token| is_year(token));
    match year.and_then(|token| token.letters.parse().ok()) {
        Some(year) => (Some(year), year_at + 1),
        None => (None, at),
    }
}

/// Whether what stands before makes a day of what follows.
fn is_told(figures: &Figures<'_>, start: usize) -> bool {
    let start = start - usize::from(figures.letters_before(start, 1) == "the");
    let start = start - usize::from(figures.letters_before(start, 1) == ",");
    let Some(before) = start.checked_sub(1) else { return false };
    let weekday = |at: usize| {
        let word = figures.token(at).map(|token| token.word);
        word.is_some_and(|word| figures.tokens.lexicon().calendar_value(word, CalendarKind::Weekday).is_some())
    };
    figures.is_one_of(before, &BEFORE) || weekday(before)
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::relations;

    #[test]
    fn days_that_are_none() {
        for (text, wanted) in [
            ("Bids are due by 31 April.", "31 April"),
            ("Bids are due on June 31st, 2025.", "June 31st, 2025"),
            ("It runs until Friday, 31 September.", "31 September"),
            ("She was born on 29 February 1991.", "29 February 1991"),
            ("She was born on 29 February 1992.", ""),
            ("The fair opens on 29 February.", ""),
            ("The fair opens on 31 March.", ""),
            ("In June 31 people drowned.", ""),
        ] {
            let found: Vec<_> = relations(text).into_iter().filter_map(|one| shown(text, &one)).collect();
            assert_eq!(found.join("; "), wanted, "{text}");
        }
    }

    fn shown(text: &str, relation: &Relation) -> Option<String> {
        let Relation::NoSuchDay { span, .. } = relation else { return None };
        Some(span.of(text).to_owned())
    }
}
