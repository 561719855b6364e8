//! Dates as written to days: the draft's own date, the date spoken of before, and the tense decide.

mod accounts;
mod order;
mod part;
mod returning;
mod shift;
mod why;
mod workday;

use super::anchor::{Anchor, Tense};
use super::days::{Days, Unit};
use super::expression::{DateExpression, Portion, Which, Yearly};
pub(super) use accounts::closes_year;
pub(super) use why::why;

/// The days that an expression stands for, or nothing where it needs a date that the anchor lacks or names a day that
/// the calendar lacks.
pub fn resolve(expression: &DateExpression, anchor: &Anchor) -> Option<Days> {
    let within = |base: &DateExpression| resolve(base, anchor);
    if let Some(days) = accounts::resolve(expression, anchor) {
        return Some(days);
    }
    match expression {
        DateExpression::Fixed(days) => Some(*days),
        DateExpression::YearPair { first, fiscal: true } => Days::months(*first, accounts::APRIL, 12),
        DateExpression::YearPair { first, fiscal: false } => Days::years(*first, first + 1),
        DateExpression::EitherOrder { day_first, month_first } => {
            Some(order::resolve(*day_first, *month_first, anchor))
        }
        DateExpression::Yearly(yearly, which) => returning::yearly(yearly, *which, anchor),
        DateExpression::YearlyIn(yearly, base) => returning::yearly_in(yearly, within(base)?),
        DateExpression::Weekday(weekday, which) => returning::weekday(*weekday, *which, anchor),
        DateExpression::WeekdayAndDate(weekday, date) => {
            if let DateExpression::EitherOrder { day_first, month_first } = **date {
                return Some(order::on_weekday(*weekday, day_first, month_first, anchor));
            }
            let turned = if anchor.looks_back() { Tense::Future } else { Tense::Past };
            let turned = resolve(date, &anchor.looking(turned));
            returning::weekday_and_date(*weekday, within(date), turned, anchor)
        }
        DateExpression::WeekdayIn(weekday, base) => part::nth_weekday(1, *weekday, within(base)?),
        DateExpression::DayOfMonth(day) => returning::day_of_month(*day, anchor),
        DateExpression::DayIn(day, base) => part::day_in(*day, within(base)?),
        DateExpression::Relative(days) => Unit::Day.later(anchor.published?, *days).map(Days::day),
        DateExpression::Unit(unit, which) => returning::unit(*unit, *which, anchor),
        DateExpression::Weekend(which) => returning::weekend(*which, anchor),
        DateExpression::Rolling(count, unit) => shift::rolling(*count, *unit, anchor),
        DateExpression::RollingWorkdays(count) => workday::rolling(*count, anchor),
        DateExpression::Workweek(which) => workday::of_week(returning::unit(Unit::Week, *which, anchor)?),
        DateExpression::Shifted(count, unit, from) => shift::shifted(*count, *unit, *from, anchor),
        DateExpression::ShiftedFrom(count, unit, base) => within(base)?.shifted(*count, *unit),
        DateExpression::Nth(nth, counted, base) => part::nth(*nth, *counted, within(base)?),
        DateExpression::Portion(portion, base) => {
            let days = part::portion(*portion, within(base)?, anchor)?;
            match **base {
                // "At the end of the month it had 40", said on the 6th, is of the month before.
                DateExpression::Unit(unit, Which::Bare)
                    if anchor.tense == Tense::Past && days.start > anchor.published =>
                {
                    part::portion(*portion, returning::unit(unit, Which::Last, anchor)?, anchor)
                }
                _ => Some(days),
            }
        }
        DateExpression::Range(from, to) => range(from, to, anchor),
        // "Since August" began last August, also in a sentence that looks ahead.
        DateExpression::Since(base) => since(resolve(base, &anchor.looking(Tense::Past))?, anchor),
        DateExpression::Onwards(base) => since(within(base)?, anchor),
        DateExpression::Before(base) => Some(Days { start: None, end: Some(within(base)?.start?.yesterday().ok()?) }),
        DateExpression::After(base) => since(Days::day(within(base)?.end?.tomorrow().ok()?), anchor),
        DateExpression::Until(base) => {
            let end = resolve(base, &anchor.or_looking(Tense::Future))?.end?;
            Some(Days { start: None, end: Some(end) })
        }
        DateExpression::Leading(count, unit, base) => shift::leading(*count, *unit, within(base)?),
        DateExpression::Term(count, unit, base) => shift::term(*count, *unit, within(base)?),
        DateExpression::WeekNumber(number) => Days::week(anchor.published?.year(), *number),
        DateExpression::WeekOf(base) => Unit::Week.around(within(base)?.start?),
        DateExpression::WeekendOf(base) => part::weekend_of(within(base)?.start?),
        DateExpression::SameDay(None) => anchor.last_day()?.shifted(-1, Unit::Year),
        DateExpression::SameDay(Some(year)) => shift::to_year(anchor.last_day()?, within(year)?),
        DateExpression::SamePeriod(None) => shift::so_far(anchor)?.shifted(-1, Unit::Year),
        DateExpression::SamePeriod(Some(year)) => shift::to_year(shift::so_far(anchor)?, within(year)?),
        DateExpression::WeekdaysAway(count, weekday) => shift::weekdays(*count, *weekday, anchor),
    }
}

/// A range reads from its end: the beginning is the last one before it. Only where the beginning alone is fixed does
/// the end follow it.
fn range(from: &DateExpression, to: &DateExpression, anchor: &Anchor) -> Option<Days> {
    let follows = matches!(to, DateExpression::Yearly(_, Which::Bare) | DateExpression::DayOfMonth(_));
    if let (DateExpression::Fixed(first), true) = (from, follows) {
        let end = resolve(to, &anchor.on(first.start?, Tense::Future))?.end;
        return Some(Days { start: first.start, end });
    }
    if let Some(days) = under_way(from, to, anchor) {
        return Some(days);
    }
    let (from_written, to_written) = (from, to);
    let (from, to) = if matches!(to, DateExpression::DayOfMonth(_)) {
        let first = resolve(from, anchor)?;
        (first, resolve(to, &anchor.on(first.end?, Tense::Future))?)
    } else {
        let last = resolve(to, anchor)?;
        let before = anchor.on(last.end?, Tense::Past);
        (resolve(from, if is_bare(from) { &before } else { anchor })?, last)
    };
    let (from, to) = (edge(from_written, from)?, edge(to_written, to)?);
    (from.start? <= to.end?).then_some(Days { start: from.start, end: to.end })
}

/// A range of days without a year that the draft's own day lies in, whichever way the sentence looks: "From 6 to 12 May we
/// sprayed" on the 10th.
fn under_way(from: &DateExpression, to: &DateExpression, anchor: &Anchor) -> Option<Days> {
    let day = anchor.published?;
    let bare = matches!(to, DateExpression::Yearly(Yearly::Day { .. }, Which::Bare)) && is_bare(from);
    let to = bare.then(|| resolve(to, &anchor.on(day, Tense::Future)))??;
    let from = resolve(from, &anchor.on(to.end?, Tense::Past))?;
    (from.start? <= day && day <= to.end?).then_some(Days { start: from.start, end: to.end })
}

/// What a range reaches from or to: the middle of mid-March.
fn edge(written: &DateExpression, days: Days) -> Option<Days> {
    match written {
        DateExpression::Portion(Portion::Mid, _) => part::middle(days),
        _ => Some(days),
    }
}

/// Whether only its neighbour tells which one is meant.
const fn is_bare(expression: &DateExpression) -> bool {
    matches!(
        expression,
        DateExpression::Yearly(_, Which::Bare)
            | DateExpression::Weekday(_, Which::Bare)
            | DateExpression::DayOfMonth(_)
    )
}

/// From the first day of what is named up to the draft's own.
fn since(base: Days, anchor: &Anchor) -> Option<Days> {
    let start = base.start?;
    Some(Days { start: Some(start), end: anchor.published.filter(|&published| start <= published) })
}
