//! What returns: weekdays, months, feasts and whole units, of which one is meant.

use super::super::anchor::{Anchor, Tense};
use super::super::days::{Days, Unit};
use super::super::expression::{Which, Yearly};
use super::part;
use jiff::civil::{Date, Weekday};

/// How far "last Friday" lies back at least, in days; of a day closer by, one says "yesterday" or plain "Friday".
const LAST_WEEKDAY_DAYS: i32 = 2;

/// How far back is far, and how near is near, in days.
const FAR_DAYS: i32 = 270;
const NEAR_DAYS: i32 = 95;
const HALF_YEAR_DAYS: i32 = 183;

/// What comes once a year.
pub(super) fn yearly(yearly: &Yearly, which: Which, anchor: &Anchor) -> Option<Days> {
    let day = anchor.published?;
    match (which, anchor.tense) {
        (Which::Bare, Tense::Past) => backward(yearly, day).find(|days| days.start <= Some(day)),
        (Which::Bare, Tense::Future) => forward(yearly, day).find(|days| days.end >= Some(day)),
        (Which::Bare, Tense::Silent) => silent(yearly, day),
        (Which::Bare, Tense::Alone) => forward(yearly, day).find(|days| days.start >= Some(day)),
        (Which::Last, _) => backward(yearly, day).find(|days| days.end < Some(day)),
        (Which::Next, _) => forward(yearly, day).find(|days| days.start > Some(day)),
        (Which::This, _) => this(yearly, day),
        (Which::Previous, _) => before(yearly, anchor.spoken_of()?.start?),
        (Which::Following, _) => after(yearly, anchor.spoken_of()?.end?),
        (Which::That, _) => yearly.in_year(anchor.spoken_of()?.start?.year()),
    }
}

/// Where no verb tells: the last one, unless it lies far back and the next is near.
fn silent(yearly: &Yearly, day: Date) -> Option<Days> {
    let last = backward(yearly, day).find(|days| days.start <= Some(day));
    let next = forward(yearly, day).find(|days| days.start > Some(day));
    let from = |date: Option<Date>| date.and_then(|date| day.until(date).ok()).map_or(0, |span| span.get_days());
    let far_back = last.is_some_and(|days| from(days.start) < -FAR_DAYS);
    if far_back && next.is_some_and(|days| from(days.start) < NEAR_DAYS) { next } else { last }
}

/// A weekday with its date, where the year is not said: the year whose weekday it is, within half a year.
pub(super) fn weekday_and_date(
    weekday: Weekday,
    date: Option<Days>,
    turned: Option<Days>,
    anchor: &Anchor,
) -> Option<Days> {
    let fits = |days: Option<Days>| days.and_then(|days| days.start).is_some_and(|day| day.weekday() == weekday);
    let near = |days: Option<Days>| {
        let span = days.and_then(|days| days.start).zip(anchor.published).and_then(|(day, from)| from.until(day).ok());
        span.is_some_and(|span| span.get_days().abs() < HALF_YEAR_DAYS)
    };
    if !fits(date) && fits(turned) && near(turned) { turned } else { date }
}

/// What comes once a year, within a stretch of about a year.
pub(super) fn yearly_in(yearly: &Yearly, base: Days) -> Option<Days> {
    let start = base.start?;
    forward(yearly, start).find(|days| days.start >= Some(start))
}

/// The one that the day lies in (a winter reaches into the next year), or the one of the day's year.
fn this(yearly: &Yearly, day: Date) -> Option<Days> {
    let around = backward(yearly, day).find(|days| days.start <= Some(day) && days.end >= Some(day));
    around.or_else(|| yearly.in_year(day.year()))
}

fn before(yearly: &Yearly, day: Date) -> Option<Days> {
    backward(yearly, day).find(|days| days.end < Some(day))
}

fn after(yearly: &Yearly, day: Date) -> Option<Days> {
    forward(yearly, day).find(|days| days.start > Some(day))
}

/// All within nine years, the latest first: nine, since 29 February may stay away for eight.
fn backward(yearly: &Yearly, day: Date) -> impl Iterator<Item = Days> {
    (-8..=1).rev().filter_map(move |by| yearly.in_year(day.year() + by))
}

fn forward(yearly: &Yearly, day: Date) -> impl Iterator<Item = Days> {
    (-1..=8).filter_map(move |by| yearly.in_year(day.year() + by))
}

/// What comes once a week.
pub(super) fn weekday(weekday: Weekday, which: Which, anchor: &Anchor) -> Option<Days> {
    let day = anchor.published?;
    let week_later = |weeks| Unit::Week.around(Unit::Week.later(day, weeks)?);
    match which {
        Which::Bare if anchor.looks_back() => on_or_before(weekday, day),
        Which::Bare if anchor.tense == Tense::Alone => on_or_after(weekday, day.tomorrow().ok()?),
        Which::Bare => on_or_after(weekday, day),
        Which::Last => on_or_before(weekday, Unit::Day.later(day, -LAST_WEEKDAY_DAYS)?),
        Which::This => part::nth_weekday(1, weekday, week_later(0)?),
        Which::Next => part::nth_weekday(1, weekday, week_later(1)?),
        Which::Previous if anchor.last.is_none() => part::nth_weekday(1, weekday, week_later(-1)?),
        Which::Previous => on_or_before(weekday, anchor.spoken_of()?.start?.yesterday().ok()?),
        Which::Following if anchor.last.is_none() => part::nth_weekday(1, weekday, week_later(1)?),
        Which::Following => on_or_after(weekday, anchor.spoken_of()?.end?.tomorrow().ok()?),
        Which::That => on_or_after(weekday, anchor.spoken_of()?.start?),
    }
}

fn on_or_before(weekday: Weekday, day: Date) -> Option<Days> {
    Unit::Day.later(day, -i32::from(day.weekday().since(weekday))).map(Days::day)
}

fn on_or_after(weekday: Weekday, day: Date) -> Option<Days> {
    Unit::Day.later(day, i32::from(day.weekday().until(weekday))).map(Days::day)
}

/// A day of a month that is not named.
pub(super) fn day_of_month(number: i8, anchor: &Anchor) -> Option<Days> {
    let day = anchor.published?;
    let in_month = |by: i32| {
        let month = Unit::Month.later(day.first_of_month(), by)?;
        Days::date(month.year(), month.month(), number)
    };
    match anchor.tense {
        Tense::Past | Tense::Silent => (-2..=0).rev().filter_map(in_month).find(|found| found.start <= Some(day)),
        _ => (0..=2).filter_map(in_month).find(|found| found.start >= Some(day)),
    }
}

/// A whole unit, as the calendar cuts them; a week next to one that was spoken of, as that one was cut.
pub(super) fn unit(unit: Unit, which: Which, anchor: &Anchor) -> Option<Days> {
    let beside = match which {
        Which::Previous => Some(-1),
        Which::Following => Some(1),
        _ => None,
    };
    if let (Unit::Week, Some(by), Some(week)) = (unit, beside, anchor.last.filter(|days| days.is_week())) {
        return week.shifted(by, unit);
    }
    let spoken_of = match which {
        Which::Bare => anchor.goes_on_with(unit),
        Which::That => anchor.as_long_as(unit),
        _ => None,
    };
    if spoken_of.is_some() {
        return spoken_of;
    }
    let (from, by) = match which {
        // "By the end of the year", in a sentence that looks back, is the year that it spoke of.
        Which::Bare if anchor.looks_back() => (anchor.here.and_then(|days| days.start).or(anchor.published)?, 0),
        Which::Bare | Which::This => (anchor.published?, 0),
        Which::Last => (anchor.published?, -1),
        Which::Next => (anchor.published?, 1),
        Which::Previous => (anchor.counts(unit)?.start?, -1),
        Which::Following => (anchor.counts(unit)?.end?, 1),
        Which::That => (anchor.counts(unit)?.start?, 0),
    };
    unit.around(unit.later(from, by)?)
}

/// Saturday and Sunday.
pub(super) fn weekend(which: Which, anchor: &Anchor) -> Option<Days> {
    let spoken = anchor.spoken_of()?.start?;
    let day = anchor.published.unwrap_or(spoken);
    let (from, by) = match which {
        Which::Bare if anchor.looks_back() => (on_or_before(Weekday::Saturday, day)?.start?, 0),
        Which::Bare | Which::This => (day, 0),
        Which::Last => (day, -1),
        Which::Next => (day, 1),
        Which::Previous => (spoken, -1),
        Which::Following => (spoken, 1),
        Which::That => (spoken, 0),
    };
    let week = Unit::Week.around(Unit::Week.later(from, by)?)?;
    Some(Days { start: Unit::Day.later(week.start?, 5), end: week.end })
}
