//! A weekday against its date.
//!
//! In a draft that nothing dates, a date without a year is taken for one near the other drafts of the run, where they are
//! of one time; without them, two such dates must at least go together.

use super::kind::{Raised, Scene};
use super::words::stretch;
use crate::claim::Relation;
use crate::text::Span;
use jiff::civil::{Date, Weekday};

/// How many days may lie between two days of one draft, or between a draft and a day that it names without a year.
const NEAR: i32 = 240;

/// Within how many days the drafts of a run must be for one without a date to be of that time.
const ONE_TIME: i32 = 31;

/// How many drafts with a date it takes to date one without.
const COMPANY: usize = 2;

/// A weekday beside a date.
pub(super) struct Named<'d> {
    /// The words of both.
    pub(super) span: Span,
    pub(super) weekday: Weekday,
    /// The days that the date may be.
    pub(super) days: &'d [Date],
}

/// What is wrong with a weekday in the draft at that place of the run.
pub(super) fn wrong(scene: &Scene<'_>, draft: usize, named: &Named<'_>) -> Option<Raised> {
    if named.fits(named.days) {
        return if scene.drafts[draft].document.published().is_none() { undated(scene, draft, named) } else { None };
    }
    Some(named.raised(draft, named.days, Vec::new()))
}

/// The same for a day that may be of any year.
fn undated(scene: &Scene<'_>, draft: usize, named: &Named<'_>) -> Option<Raised> {
    let first = named.days.first().filter(|_| named.days.len() > 1)?;
    let Some((from, to)) = scene.time else { return odd(scene, draft, named) };
    let years = from.year() - 1..=to.year() + 1;
    let days: Vec<Date> = years.filter_map(|year| Date::new(year, first.month(), first.day()).ok()).collect();
    let near: Vec<Date> = days.into_iter().filter(|day| apart(*day, from) <= NEAR || apart(*day, to) <= NEAR).collect();
    let beside = vec![format!("the drafts with a date are of {}", stretch((from, to)))];
    (!near.is_empty() && !named.fits(&near)).then(|| named.raised(draft, &near, beside))
}

/// From when to when the drafts of these days are, where they are of one time.
pub fn one_time(days: impl Iterator<Item = Date>) -> Option<(Date, Date)> {
    let mut count = 0;
    let ends = days.fold(None, |ends: Option<(Date, Date)>, day| {
        count += 1;
        Some(ends.map_or((day, day), |(from, to)| (from.min(day), to.max(day))))
    });
    ends.filter(|(from, to)| count >= COMPANY && apart(*from, *to) <= ONE_TIME)
}

/// Two weekdays that no year gives to their dates; told of the second.
fn odd(scene: &Scene<'_>, draft: usize, named: &Named<'_>) -> Option<Raised> {
    let text = scene.drafts[draft].document.text();
    let others = scene.drafts[draft].relations.iter().filter_map(|relation| match relation {
        Relation::Weekday { span, weekday, days } => Some(Named { span: *span, weekday: *weekday, days }),
        _ => None,
    });
    let mut earlier = others.filter(|other| other.span.start < named.span.start && other.days.len() > 1);
    let other = earlier.find(|other| !named.goes_with(other))?;
    let (one, two) = (other.span.of(text), named.span.of(text));
    Some(Raised {
        message: format!("In no year is there both a {one} and a {two}"),
        claims: Vec::new(),
        draft,
        span: named.span,
        evidence: vec!["the draft has no date, and no other year is told".to_owned()],
    })
}

impl Named<'_> {
    fn fits(&self, days: &[Date]) -> bool {
        days.iter().any(|day| day.weekday() == self.weekday)
    }

    fn right(&self) -> impl Iterator<Item = Date> {
        self.days.iter().copied().filter(|day| day.weekday() == self.weekday)
    }

    /// Whether the two may be of one time.
    fn goes_with(&self, other: &Self) -> bool {
        self.right().any(|day| other.right().any(|other| apart(day, other) <= NEAR))
    }

    /// The finding, by the first of the days that the date may be.
    fn raised(&self, draft: usize, days: &[Date], mut evidence: Vec<String>) -> Raised {
        let is = |day: &Date| format!("{} is a {}", stretch((*day, *day)), name(day.weekday()));
        evidence.extend(days.iter().map(is));
        let first = days.first().map(is).unwrap_or_default();
        let message = format!("{first}, not a {}", name(self.weekday));
        Raised { message, claims: Vec::new(), draft, span: self.span, evidence }
    }
}

fn apart(one: Date, other: Date) -> i32 {
    (one - other).get_days().abs()
}

pub(super) const fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
