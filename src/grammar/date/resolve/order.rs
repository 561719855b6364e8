//! Which figure of `04/05/2025` is the month: what else the draft shows decides.

use super::super::anchor::{Anchor, Order, Tense};
use super::super::days::Days;
use jiff::civil::Weekday;

/// The reading that is the draft's own date, else the one in the order of the date written before it, else the one that
/// has come where the sentence looks back; where nothing tells, the day stands first.
pub(super) fn resolve(day_first: Days, month_first: Days, anchor: &Anchor) -> Days {
    let own = |days: Days| days.start == anchor.published;
    let has_come = |days: Days| days.start <= anchor.published;
    let back = anchor.published.is_some() && anchor.tense == Tense::Past;
    let first_month = match anchor.order {
        _ if own(day_first) || own(month_first) => own(month_first),
        Some(order) => order == Order::MonthFirst,
        None => back && has_come(month_first) && !has_come(day_first),
    };
    if first_month { month_first } else { day_first }
}

/// The reading that falls on the weekday written beside it, where only one does.
pub(super) fn on_weekday(weekday: Weekday, day_first: Days, month_first: Days, anchor: &Anchor) -> Days {
    let fits = |days: Days| days.start.is_some_and(|day| day.weekday() == weekday);
    match (fits(day_first), fits(month_first)) {
        (true, false) => day_first,
        (false, true) => month_first,
        _ => resolve(day_first, month_first, anchor),
    }
}
