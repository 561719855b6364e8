//! `calendar`: weekday against date, days that no month has, age against birth, duration against beginning and end.

use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::weekday::{self, Named};
use super::words::{number, stretch};
use super::working::{as_written, ties};
use crate::claim::{Claim, Decimal, Interval, Relation, Timing};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use crate::text::Span;
use jiff::civil::Date;
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "calendar",
    summary: "weekday against date, age against birth, duration against beginning and end",
    read: |_: &mut Options<'_, '_>| Arc::new(CalendarCheck),
};

#[derive(Debug)]
struct CalendarCheck;

impl Check for CalendarCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        ties(scene).filter_map(|(at, draft, relation)| look(scene, draft, at, relation)).collect()
    }
}

fn look(scene: &Scene<'_>, draft: &Draft, at: usize, relation: &Relation) -> Option<Raised> {
    match relation {
        Relation::Weekday { span, weekday, days } => {
            weekday::wrong(scene, at, &Named { span: *span, weekday: *weekday, days })
        }
        Relation::NoSuchDay { span, day, month, year } => no_such_day(draft, at, *span, (*day, *month, *year)),
        Relation::SameDay { span, first, second } => other_day(at, *span, *first, *second),
        Relation::Anniversary { span, years, from, to } => wrong_anniversary(draft, at, *span, (*years, *from, *to)),
        Relation::Age { age, born, at: day } => wrong_age(draft, ClaimRef { draft: at, claim: *age }, born, day),
        Relation::Elapsed { duration, from, to } => {
            wrong_duration(draft, ClaimRef { draft: at, claim: *duration }, from, to)
        }
        _ => None,
    }
}

fn no_such_day(draft: &Draft, at: usize, span: Span, (day, month, year): (i8, i8, Option<i16>)) -> Option<Raised> {
    let first = Date::new(year.unwrap_or(2024), month, 1).ok()?;
    let month = first.strftime(if year.is_some() { "%B %Y" } else { "%B" }).to_string();
    Some(Raised {
        message: format!("There is no {}: {month} has {} days", span.of(draft.document.text()), first.days_in_month()),
        claims: Vec::new(),
        draft: at,
        span,
        evidence: vec![format!("{day} is more than {}", first.days_in_month())],
    })
}

/// One day that is told as two.
fn other_day(draft: usize, span: Span, first: Date, second: Date) -> Option<Raised> {
    let told = |day: Date| format!("{} {}", weekday::name(day.weekday()), stretch((day, day)));
    (first != second).then(|| Raised {
        message: format!("One day is told as {} and as {}", told(first), told(second)),
        claims: Vec::new(),
        draft,
        span,
        evidence: vec!["counted from the draft's own day".to_owned()],
    })
}

/// An anniversary that its year does not have in the time told.
fn wrong_anniversary(draft: &Draft, at: usize, span: Span, told: (i16, i16, (i16, i16))) -> Option<Raised> {
    let (years, from, (first, last)) = told;
    let held = from.checked_add(years)?;
    (held < first || held > last).then(|| Raised {
        message: format!("The {} of what was in {from} is in {held}, not in {first}", span.of(draft.document.text())),
        claims: Vec::new(),
        draft: at,
        span,
        evidence: vec![format!(
            "{from} + {years} = {held}; {first} is {} years on",
            i32::from(first) - i32::from(from)
        )],
    })
}

fn wrong_age(draft: &Draft, age: ClaimRef, born: &Timing, at: &Timing) -> Option<Raised> {
    let claim = draft.claims.get(age.claim)?;
    let (born, at) = (born.start.zip(born.end)?, at.start.zip(at.end)?);
    let (low, high) = (years(born.1, at.0), years(born.0, at.1));
    if low < 0 || fits(claim, low, high) {
        return None;
    }
    let is = range(low, high);
    Some(Raised {
        message: format!("Whoever was born {} is {is} {}, not {}", told(born), told(at), as_written(draft, claim)),
        claims: vec![age],
        draft: age.draft,
        span: claim.quantity.span,
        evidence: vec![format!("{} to {}: {is} full years", told(born), told(at))],
    })
}

/// Full years from one day to another.
fn years(born: Date, at: Date) -> i64 {
    let had = (at.month(), at.day()) >= (born.month(), born.day());
    i64::from(at.year()) - i64::from(born.year()) - i64::from(!had)
}

/// How little of a further unit, in tenths, does not make one more: nobody calls two years and a day three years.
const BRIEF: i64 = 1;

fn wrong_duration(draft: &Draft, duration: ClaimRef, from: &Timing, to: &Timing) -> Option<Raised> {
    let claim = draft.claims.get(duration.claim)?;
    let (from, to) = (from.start.zip(from.end)?, to.start.zip(to.end)?);
    let unit = claim.quantity.unit.name();
    let shortest = in_units((to.0 - from.1).get_days(), unit)?.floor();
    let days = (to.1 - from.0).get_days();
    // From one Monday to another are whole weeks, whichever way the ends are counted.
    let last = i32::from(unit != "week" || days % 7 != 0);
    let longest = in_units(days + last, unit)?.saturating_sub(Decimal::new(BRIEF, 1)).ceil();
    let (shortest, longest) = (i64::try_from(shortest).ok()?, i64::try_from(longest).ok()?);
    if shortest < 0 || fits(claim, shortest, longest) {
        return None;
    }
    let is = format!("{} {unit}s", range(shortest, longest));
    Some(Raised {
        message: format!("From {} to {} is {is}, not {}", plain(from), plain(to), as_written(draft, claim)),
        claims: vec![duration],
        draft: duration.draft,
        span: claim.quantity.span,
        evidence: vec![format!("{} to {}: {is}, however the ends are counted", plain(from), plain(to))],
    })
}

/// So many days in a unit, at its mean length.
fn in_units(days: i32, unit: &str) -> Option<Decimal> {
    let hundredths = match unit {
        "day" => 100,
        "week" => 700,
        "fortnight" => 1400,
        "month" => 3044,
        "year" => 36_525,
        "decade" => 365_250,
        "century" => 3_652_500,
        _ => return None,
    };
    Decimal::from(days).checked_div(Decimal::new(hundredths, 2))
}

/// Whether a figure may lie between two whole numbers.
fn fits(claim: &Claim, low: i64, high: i64) -> bool {
    let stretch = Interval { low: Some(low.into()), high: Some(high.into()), ..Interval::default() };
    claim.quantity.reading().meets(&stretch)
}

/// The same without a preposition.
fn plain(days: (Date, Date)) -> String {
    let told = told(days);
    told.strip_prefix("in ").or_else(|| told.strip_prefix("on ")).unwrap_or(&told).to_owned()
}

/// A day as it is, a whole year or month by its name.
fn told((start, end): (Date, Date)) -> String {
    match (start.first_of_year() == start, end == end.last_of_year(), start.year() == end.year()) {
        (true, true, true) => format!("in {}", start.year()),
        _ if start == end => format!("on {}", stretch((start, end))),
        _ => stretch((start, end)),
    }
}

fn range(low: i64, high: i64) -> String {
    let number = |value: i64| number(value.into());
    if low == high { number(low) } else { format!("{} to {}", number(low), number(high)) }
}

#[cfg(test)]
mod tests {
    use super::{in_units, told, years};
    use jiff::civil::date;

    #[test]
    fn full_years_count_birthdays() {
        assert_eq!(years(date(1961, 4, 3), date(2025, 4, 2)), 63);
        assert_eq!(years(date(1961, 4, 3), date(2025, 4, 3)), 64);
    }

    #[test]
    fn days_in_units() {
        assert_eq!(in_units(14, "week"), Some(2.into()));
        assert_eq!(in_units(14, "metre"), None);
    }

    #[test]
    fn days_and_years_in_words() {
        assert_eq!(told((date(1961, 1, 1), date(1961, 12, 31))), "in 1961");
        assert_eq!(told((date(1961, 4, 3), date(1961, 4, 3))), "on 3 April 1961");
    }
}
