//! Parts of a stretch that is known: its third day, its second week, its end.

use super::super::anchor::Anchor;
use super::super::days::{Days, Unit};
use super::super::expression::{Counted, Portion};
use jiff::civil::{Date, Weekday};

/// The nth of what is counted within `base`; from its end where `nth` is negative.
pub(super) fn nth(nth: i8, counted: Counted, base: Days) -> Option<Days> {
    match counted {
        Counted::Weekday(weekday) => nth_weekday(nth, weekday, base),
        Counted::Unit(Unit::Week) => nth_week(nth, base),
        Counted::Unit(unit) => nth_units(nth, 1, unit, base),
        Counted::Units(count, unit) => nth_units(nth, count, unit, base),
    }
}

/// The nth of such a weekday within `base`.
pub(super) fn nth_weekday(nth: i8, weekday: Weekday, base: Days) -> Option<Days> {
    let day = if nth > 0 {
        let start = base.start?;
        let first = Unit::Day.later(start, start.weekday().until(weekday).into())?;
        Unit::Week.later(first, i32::from(nth) - 1)?
    } else {
        let end = base.end?;
        let last = Unit::Day.later(end, -i32::from(end.weekday().since(weekday)))?;
        Unit::Week.later(last, i32::from(nth) + 1)?
    };
    (Some(day) >= base.start && Some(day) <= base.end).then_some(Days::day(day))
}

/// A week belongs to the month or year that its Thursday lies in.
fn nth_week(nth: i8, base: Days) -> Option<Days> {
    let thursday = nth_weekday(nth, Weekday::Thursday, base)?;
    Unit::Week.around(thursday.start?)
}

/// So many units together, the nth time from one end of `base`.
fn nth_units(nth: i8, count: i8, unit: Unit, base: Days) -> Option<Days> {
    let count = i32::from(count);
    let (from, to) = if nth > 0 {
        let start = unit.later(base.start?, (i32::from(nth) - 1) * count)?;
        (start, unit.later(start, count)?.yesterday().ok()?)
    } else {
        let past = base.end?.tomorrow().ok()?;
        let start = unit.later(past, i32::from(nth) * count)?;
        (start, unit.later(start, count)?.yesterday().ok()?)
    };
    (Some(from) >= base.start && Some(to) <= base.end).then_some(Days::new(from, to))
}

/// A day of the month that `base` begins in.
pub(super) fn day_in(day: i8, base: Days) -> Option<Days> {
    let start = base.start?;
    Days::date(start.year(), start.month(), day)
}

/// The day in the middle of a stretch.
pub(super) fn middle(base: Days) -> Option<Days> {
    let (start, end) = (base.start?, base.end?);
    Unit::Day.later(start, start.until(end).ok()?.get_days() / 2).map(Days::day)
}

/// How many days a feast lies off the weekend at most that reaches to it: from Thanksgiving, a Thursday, to Saturday.
const OFF_WEEKEND_DAYS: i32 = 2;

/// The weekend nearest to a day, as far as that day where it is a day off that makes the weekend longer.
pub(super) fn weekend_of(day: Date) -> Option<Days> {
    let saturday = match day.weekday() {
        Weekday::Sunday | Weekday::Monday | Weekday::Tuesday => {
            Unit::Day.later(day, -i32::from(day.weekday().since(Weekday::Saturday)))?
        }
        weekday => Unit::Day.later(day, weekday.until(Weekday::Saturday).into())?,
    };
    let sunday = saturday.tomorrow().ok()?;
    let near = |edge: Date| edge.until(day).is_ok_and(|span| span.get_days().abs() <= OFF_WEEKEND_DAYS);
    let start = if near(saturday) { saturday.min(day) } else { saturday };
    Some(Days::new(start, if near(sunday) { sunday.max(day) } else { sunday }))
}

/// How many days the first half of a month has.
const HALF_MONTH_DAYS: i32 = 15;

/// A loose third of a week, month or year; four months of a year, ten days of a month, three of a week.
pub(super) fn portion(portion: Portion, base: Days, anchor: &Anchor) -> Option<Days> {
    let (start, end) = (base.start?, base.end?);
    let (unit, head, tail) = match start.until(end).ok()?.get_days() {
        0..=6 => (Unit::Day, 3, 4),
        7..=30 => (Unit::Day, 10, 20),
        31..=180 => (Unit::Month, 1, 2),
        _ => (Unit::Month, 4, 8),
    };
    let after = |count| unit.later(start, count);
    let before = |day: Date| day.yesterday().ok();
    Some(match portion {
        Portion::Beginning => Days::new(start, before(after(head)?)?),
        Portion::Middle => Days::new(after(head)?, before(after(tail)?)?),
        Portion::End => Days::new(after(tail)?, end),
        Portion::Deadline | Portion::Mid => Days::new(start, end),
        Portion::FirstHalf => Days::new(start, Unit::Day.later(start, HALF_MONTH_DAYS - 1)?),
        Portion::SecondHalf => Days::new(Unit::Day.later(start, HALF_MONTH_DAYS)?, end),
        Portion::Rest => Days::new(anchor.published?.clamp(start, end), end),
    })
}
