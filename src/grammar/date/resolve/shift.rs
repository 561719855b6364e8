//! Days counted from another day.

use super::super::anchor::{Anchor, WEEK_DAYS};
use super::super::days::{Days, Unit};
use super::super::expression::From;
use jiff::civil::Weekday;

/// Units that end the day before the draft's (`count` negative), or begin the day after it; quarters are whole, as
/// accounts are.
pub(super) fn rolling(count: i32, unit: Unit, anchor: &Anchor) -> Option<Days> {
    let day = anchor.published?;
    if unit == Unit::Quarter {
        let (first, last) = if count < 0 { (count, -1) } else { (1, count) };
        let at = |by: i32| unit.around(unit.later(day, by)?);
        return Some(Days { start: at(first)?.start, end: at(last)?.end });
    }
    let far = unit.later(day, count)?;
    Some(if count < 0 { Days::new(far, day.yesterday().ok()?) } else { Days::new(day.tomorrow().ok()?, far) })
}

/// So many units before or after the draft's date or the date spoken of.
pub(super) fn shifted(count: i32, unit: Unit, from: From, anchor: &Anchor) -> Option<Days> {
    match from {
        // Of a week ago, one thinks of the same weekday.
        From::Published if count == -1 && unit == Unit::Week => unit.later(anchor.published?, count).map(Days::day),
        From::Published => around_shifted(unit).around(unit.later(anchor.published?, count)?),
        From::PublishedDay => unit.later(anchor.published?, count).map(Days::day),
        From::Spoken if unit >= Unit::Month && count < 0 => {
            let spoken = anchor.compared_with()?;
            on_closing_day(spoken, count, unit, anchor).or_else(|| from_spoken(spoken, count, unit))
        }
        From::Spoken => from_spoken(anchor.counts(unit)?, count, unit),
    }
}

/// The stretch that "ago" leads to: "a decade ago" is a year, "a fortnight ago" a week.
fn around_shifted(unit: Unit) -> Unit {
    match unit {
        Unit::Fortnight => Unit::Week,
        unit => unit.min(Unit::Year),
    }
}

/// A stretch is compared with the same one so many years before at most; "six years earlier" is a year.
const YEARS_COMPARED: i32 = 2;

/// "A year earlier" than the last day of a month, on which accounts are closed, is that day; than a day of the news it is
/// that year.
fn on_closing_day(spoken: Days, count: i32, unit: Unit, anchor: &Anchor) -> Option<Days> {
    let day = spoken.end.filter(|day| spoken.start == Some(*day) && *day == day.last_of_month())?;
    let of_news = anchor.published.is_some_and(|published| (published - day).get_days() < WEEK_DAYS);
    let closing = unit == Unit::Year && !of_news;
    closing.then(|| unit.later(day, count)).flatten().map(|day| Days::day(day.last_of_month()))
}

/// "A year earlier" than a quarter is that quarter of the year before; than a day it is that year. "Two days later"
/// than a month is counted from its end.
fn from_spoken(spoken: Days, count: i32, unit: Unit) -> Option<Days> {
    let (start, end) = (spoken.start?, spoken.end?);
    if unit <= Unit::Day && start != end {
        return unit.later(if count > 0 { end } else { start }, count).map(Days::day);
    }
    let years_back = unit == Unit::Year && count < -YEARS_COMPARED;
    if unit >= Unit::Month && start == end || years_back {
        return unit.around(unit.later(start, count)?);
    }
    spoken.shifted(count, unit)
}

/// The stretch that another is compared with, as far as it is over: of this year so far, the same period of the last is as long.
pub(super) fn so_far(anchor: &Anchor) -> Option<Days> {
    let whole = anchor.compared_with()?;
    let today = anchor.published.filter(|day| whole.start <= Some(*day) && whole.end > Some(*day));
    Some(Days { end: today.or(whole.end), ..whole })
}

/// The same months and days of another year.
pub(super) fn to_year(spoken: Days, year: Days) -> Option<Days> {
    spoken.shifted((year.start?.year() - spoken.start?.year()).into(), Unit::Year)
}

/// So many of a weekday before or after the draft's date.
pub(super) fn weekdays(count: i32, weekday: Weekday, anchor: &Anchor) -> Option<Days> {
    let day = anchor.published?;
    let (nearest, weeks) = if count < 0 {
        let before = day.yesterday().ok()?;
        (Unit::Day.later(before, -i32::from(before.weekday().since(weekday)))?, count + 1)
    } else {
        let after = day.tomorrow().ok()?;
        (Unit::Day.later(after, after.weekday().until(weekday).into())?, count - 1)
    };
    Unit::Week.later(nearest, weeks).map(Days::day)
}

/// The units that end with the last day of `to`.
pub(super) fn leading(count: i32, unit: Unit, to: Days) -> Option<Days> {
    let end = to.end?;
    Some(Days::new(unit.later(end.tomorrow().ok()?, -count)?, end))
}

/// The units that begin with the first day of `from`.
pub(super) fn term(count: i32, unit: Unit, from: Days) -> Option<Days> {
    let start = from.start?;
    Some(Days::new(start, unit.later(start, count)?.yesterday().ok()?))
}
