//! Stretches of whole days, and the units of the calendar that they are counted in.
//!
//! Nothing here knows a word.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

/// A stretch of days, both ends included; an end that is `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
}

impl Days {
    /// From `start` to `end`, both included.
    pub const fn new(start: Date, end: Date) -> Self {
        Self { start: Some(start), end: Some(end) }
    }

    /// A single day.
    pub const fn day(date: Date) -> Self {
        Self::new(date, date)
    }

    /// One day by its numbers, where the calendar has it.
    pub fn date(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::day)
    }

    /// A calendar year.
    pub fn year(year: i16) -> Option<Self> {
        Self::years(year, year)
    }

    /// Calendar years from the first to the last, both included.
    pub fn years(first: i16, last: i16) -> Option<Self> {
        Some(Self::new(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?))
    }

    /// So many months, the first of them named by year and month.
    pub fn months(year: i16, month: i8, count: i8) -> Option<Self> {
        let start = Date::new(year, month, 1).ok()?;
        let end = start.checked_add(i64::from(count).months()).ok()?.yesterday().ok()?;
        Some(Self::new(start, end))
    }

    /// A week by its ISO number.
    pub fn week(year: i16, week: i8) -> Option<Self> {
        let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
        Unit::Week.around(monday)
    }

    /// The stretch from the earlier beginning to the later end of two; an end that is open stays so.
    pub fn with(self, other: Self) -> Self {
        let start = self.start.zip(other.start).map(|(one, other)| one.min(other));
        Self { start, end: self.end.zip(other.end).map(|(one, other)| one.max(other)) }
    }

    /// Whether this is a single day.
    pub fn is_day(self) -> bool {
        self.start == self.end
    }

    /// Whether these are seven days, on whatever weekday they begin.
    pub fn is_week(self) -> bool {
        self.start.zip(self.end).is_some_and(|(start, end)| (end - start).get_days() == 6)
    }

    /// All of this, `count` units later; whole months stay whole.
    pub fn shifted(self, count: i32, unit: Unit) -> Option<Self> {
        let end_of_month = self.end.is_some_and(|end| end == end.last_of_month());
        let whole_months = end_of_month && self.start.is_none_or(|start| start.day() == 1) && unit >= Unit::Month;
        let end = self.end.and_then(|end| unit.later(end, count));
        let end = if whole_months { end.map(Date::last_of_month) } else { end };
        Some(Self { start: self.start.and_then(|start| unit.later(start, count)), end })
    }
}

/// A unit of the calendar, the shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// From midnight to midnight.
    Day,
    /// From Monday to Sunday.
    Week,
    /// Two weeks.
    Fortnight,
    /// By its name.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// From January to December.
    Year,
    /// Ten years, the first of which ends in 0.
    Decade,
    /// A hundred years, the first of which ends in 00, as decades begin with 0.
    Century,
}

impl Unit {
    /// The unit that lasts about so many days, as the lexicon writes it.
    pub const fn lasting(days: i32) -> Option<Self> {
        Some(match days {
            1 => Self::Day,
            7 => Self::Week,
            14 => Self::Fortnight,
            28..=31 => Self::Month,
            90..=92 => Self::Quarter,
            365 => Self::Year,
            3650..=3653 => Self::Decade,
            36500..=36525 => Self::Century,
            _ => return None,
        })
    }

    /// The unit's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Fortnight => "fortnight",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }

    /// The whole unit that a day lies in.
    pub fn around(self, day: Date) -> Option<Days> {
        match self {
            Self::Day => Some(Days::day(day)),
            Self::Week | Self::Fortnight => {
                let into = day.weekday().to_monday_zero_offset();
                let monday = day.checked_sub(i64::from(into).days()).ok()?;
                let length = if self == Self::Week { 6.days() } else { 13.days() };
                Some(Days::new(monday, monday.checked_add(length).ok()?))
            }
            Self::Month => Days::months(day.year(), day.month(), 1),
            Self::Quarter => Days::months(day.year(), (day.month() - 1) / 3 * 3 + 1, 3),
            Self::Year => Days::year(day.year()),
            Self::Decade => Days::years(day.year() / 10 * 10, day.year() / 10 * 10 + 9),
            Self::Century => Days::years(day.year() / 100 * 100, day.year() / 100 * 100 + 99),
        }
    }

    /// The day so many units later; earlier where `count` is negative.
    pub fn later(self, day: Date, count: i32) -> Option<Date> {
        day.checked_add(self.span(count)?).ok()
    }

    /// So many of the unit.
    pub(super) fn span(self, count: i32) -> Option<Span> {
        let span = Span::new();
        let times = |n: i64| i64::from(count) * n;
        match self {
            Self::Day => span.try_days(times(1)),
            Self::Week => span.try_weeks(times(1)),
            Self::Fortnight => span.try_weeks(times(2)),
            Self::Month => span.try_months(times(1)),
            Self::Quarter => span.try_months(times(3)),
            Self::Year => span.try_years(times(1)),
            Self::Decade => span.try_years(times(10)),
            Self::Century => span.try_years(times(100)),
        }
        .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{Days, Unit};
    use jiff::civil::date;

    #[test]
    fn units_around_a_day() {
        let day = date(2025, 5, 14);
        for (unit, start, end) in [
            (Unit::Week, date(2025, 5, 12), date(2025, 5, 18)),
            (Unit::Month, date(2025, 5, 1), date(2025, 5, 31)),
            (Unit::Quarter, date(2025, 4, 1), date(2025, 6, 30)),
            (Unit::Decade, date(2020, 1, 1), date(2029, 12, 31)),
            (Unit::Century, date(2000, 1, 1), date(2099, 12, 31)),
        ] {
            assert_eq!(unit.around(day), Some(Days::new(start, end)), "{unit:?}");
        }
    }

    #[test]
    fn whole_months_stay_whole_when_shifted() {
        let february = Days::months(2023, 2, 1).unwrap();
        assert_eq!(february.shifted(1, Unit::Year), Days::months(2024, 2, 1));
        assert_eq!(february.shifted(-1, Unit::Month), Days::months(2023, 1, 1));
    }

    #[test]
    fn what_the_calendar_lacks_is_no_day() {
        assert_eq!(Days::date(2025, 2, 29), None);
        assert_eq!(Unit::Year.later(date(9999, 1, 1), 1), None);
    }
}
