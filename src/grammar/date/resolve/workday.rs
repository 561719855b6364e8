//! Working days: those from Monday to Friday.

use super::super::anchor::Anchor;
use super::super::days::{Days, Unit};
use jiff::civil::{Date, Weekday};

/// So many working days up to the day before the draft's (`count` negative), or from the day after it on.
pub(super) fn rolling(count: i32, anchor: &Anchor) -> Option<Days> {
    let step = count.signum();
    let mut working = anchor.published?.series(Unit::Day.span(step)?).skip(1).filter(|day| is_working(*day));
    let nearest = working.next()?;
    let far = usize::try_from(count.abs() - 1).ok()?.checked_sub(1).map_or(Some(nearest), |more| working.nth(more))?;
    Some(Days::new(nearest.min(far), nearest.max(far)))
}

/// A week without its weekend.
pub(super) fn of_week(week: Days) -> Option<Days> {
    Some(Days { end: Unit::Day.later(week.end?, -2), ..week })
}

fn is_working(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
