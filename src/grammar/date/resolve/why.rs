//! Why an expression was resolved as it was, in words.

use super::super::anchor::{Anchor, Order, Tense};
use super::super::expression::{DateExpression, From, Portion, Which, Yearly};
use jiff::civil::Date;
use std::borrow::Cow;

/// Why these days; or, where there are none, what is missing.
pub(in super::super) fn why(expression: &DateExpression, anchor: &Anchor, resolved: bool) -> Cow<'static, str> {
    if !resolved {
        return Cow::Borrowed(match anchor.published {
            None => "the draft has no date to count from",
            Some(_) => "the calendar has no such day",
        });
    }
    match expression {
        DateExpression::Fixed(_) | DateExpression::YearPair { .. } => Cow::Borrowed("written in full"),
        DateExpression::EitherOrder { .. } => Cow::Borrowed(match anchor.order {
            Some(Order::MonthFirst) => "in figures, the month first, as before",
            Some(Order::DayFirst) => "in figures, the day first, as before",
            None => "in figures, the day first unless the draft's date or tense speaks against it",
        }),
        DateExpression::Yearly(Yearly::Feast(feast), which) if feast.hangs_on_the_moon() => {
            Cow::Owned(format!("as reckoned, kept perhaps a day apart; {}", returning(*which, anchor)))
        }
        DateExpression::Yearly(_, which) | DateExpression::Weekday(_, which) => returning(*which, anchor),
        DateExpression::Unit(_, which) | DateExpression::Weekend(which) | DateExpression::Workweek(which) => {
            unit(*which, anchor)
        }
        DateExpression::DayOfMonth(_) => returning(Which::Bare, anchor),
        DateExpression::Shifted(_, _, From::Spoken) | DateExpression::SamePeriod(_) => spoken(anchor),
        DateExpression::Relative(_)
        | DateExpression::Rolling(..)
        | DateExpression::RollingWorkdays(_)
        | DateExpression::WeekNumber(_)
        | DateExpression::Shifted(..)
        | DateExpression::WeekdaysAway(..) => counted("counted from ", anchor.published),
        DateExpression::Since(base) => {
            prefixed("from its first day to the draft's date", base, &anchor.looking(Tense::Past))
        }
        DateExpression::Onwards(base) => prefixed("from its first day on", base, anchor),
        DateExpression::Before(base) => prefixed("up to the day before it", base, anchor),
        DateExpression::After(base) => prefixed("from the day after it", base, anchor),
        DateExpression::Until(base) => prefixed("up to its last day", base, anchor),
        DateExpression::Range(_, to) => prefixed("from the first to the last, read from the end", to, anchor),
        DateExpression::Leading(_, _, base) => prefixed("counted back from its last day", base, anchor),
        DateExpression::Term(_, _, base) => prefixed("counted on from its first day", base, anchor),
        DateExpression::WeekOf(base) => prefixed("the week from Monday to Sunday around it", base, anchor),
        DateExpression::WeekendOf(base) => prefixed("the weekend that it lies in or next to", base, anchor),
        DateExpression::ShiftedFrom(_, _, base) => prefixed("counted from the day named", base, anchor),
        DateExpression::Portion(Portion::FirstHalf | Portion::SecondHalf, base) => {
            prefixed("a half of it", base, anchor)
        }
        DateExpression::Portion(Portion::Mid, base) => prefixed("the whole of it", base, anchor),
        DateExpression::Portion(Portion::Deadline, base) => prefixed("any day of it", base, anchor),
        DateExpression::Portion(_, base) => prefixed("about a third of it", base, anchor),
        DateExpression::Nth(_, _, base)
        | DateExpression::WeekdayIn(_, base)
        | DateExpression::DayIn(_, base)
        | DateExpression::YearlyIn(_, base) => prefixed("within the stretch named", base, anchor),
        DateExpression::WeekdayAndDate(_, date) => prefixed("by the date, not the weekday", date, anchor),
    }
}

fn returning(which: Which, anchor: &Anchor) -> Cow<'static, str> {
    match (which, anchor.tense) {
        (Which::Bare, Tense::Past) => counted("last on or before ", anchor.published),
        (Which::Bare, Tense::Future) => counted("looking ahead, next on or after ", anchor.published),
        (Which::Bare, Tense::Silent) => counted("no verb tells, last or much nearer next one from ", anchor.published),
        (Which::Bare, Tense::Alone) => counted("standing alone, next on or after ", anchor.published),
        (which, _) => unit(which, anchor),
    }
}

fn unit(which: Which, anchor: &Anchor) -> Cow<'static, str> {
    match which {
        Which::Last => counted("the one before ", anchor.published),
        Which::Next => counted("the one after ", anchor.published),
        Which::Bare | Which::This => counted("the one around ", anchor.published),
        Which::Previous | Which::Following | Which::That => spoken(anchor),
    }
}

fn spoken(anchor: &Anchor) -> Cow<'static, str> {
    counted("counted from the date spoken of, ", anchor.last.and_then(|days| days.start).or(anchor.published))
}

fn counted(how: &str, from: Option<Date>) -> Cow<'static, str> {
    Cow::Owned(from.map_or_else(String::new, |date| format!("{how}{date}")))
}

fn prefixed(how: &str, base: &DateExpression, anchor: &Anchor) -> Cow<'static, str> {
    Cow::Owned(format!("{how}; {}", why(base, anchor, true)))
}
