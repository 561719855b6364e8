//! Days, ages and stretches of time that the text gives twice: each file has one way of doing so.

mod age;
mod ago;
mod anniversary;
mod day;
mod later;
mod life;
mod same;
mod stretch;
mod weekday;

use super::Figures;
use crate::claim::{Relation, Timing};
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::lexicon::{CalendarKind, Classes};
use crate::text::{Shape, Token};

const MONTH: Classes = Classes::calendar(CalendarKind::Month);

/// All ties between days, weekdays, ages and durations of a sentence.
pub(super) fn calendar(figures: &Figures<'_>) -> Vec<Relation> {
    let mut found: Vec<_> = figures.dates.iter().filter_map(|dated| weekday::weekday(figures, dated)).collect();
    found.extend(same::same_days(figures));
    found.extend(day::no_such_days(figures));
    found.extend(anniversary::anniversaries(figures));
    found.extend(ago::long_ago(figures));
    found.extend(age::ages(figures));
    found.extend(life::lives(figures));
    found.extend(stretch::stretches(figures));
    found
}

/// Whether a token is a year in four figures.
fn is_year(token: &Token) -> bool {
    let letters = token.letters;
    token.shape == Shape::Number && letters.len() == 4 && letters.bytes().all(|byte| byte.is_ascii_digit())
}

/// The days of a date that names its year itself.
fn dated_by_year(tokens: Tokens<'_>, dated: &Dated) -> Option<Timing> {
    let words = tokens.rest().get(dated.tokens.clone())?;
    let said = words.iter().any(|token| is_year(token));
    let timing = Timing { span: Some(dated.span), start: dated.start, end: dated.end };
    (said && dated.start.is_some() && dated.end.is_some()).then_some(timing)
}

/// The number of the month that a token names.
fn month(tokens: Tokens<'_>, token: &Token) -> Option<i8> {
    if !token.is_word() || !tokens.lexicon().classes(token.word).meets(MONTH) {
        return None;
    }
    let month = tokens.lexicon().calendar_value(token.word, CalendarKind::Month)?;
    i8::try_from(month).ok()
}

/// The number from 1 to 31 that a token gives in figures.
fn day_figure(token: &Token) -> Option<i8> {
    let day = (token.shape == Shape::Number).then(|| token.letters.parse().ok()).flatten()?;
    (1..=31).contains(&day).then_some(day)
}
