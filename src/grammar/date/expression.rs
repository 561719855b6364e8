//! Dates as they are written: what a production reads before the draft's own date is asked.

use super::days::{Days, Unit};
use crate::lexicon::Feast;
use jiff::civil::Weekday;

/// A date as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateExpression {
    /// Days that need no other date: `14 March 2025`, `2013`.
    Fixed(Days),
    /// A day in figures alone, of which either may be the month: `04/05/2025`.
    EitherOrder {
        /// As most of the world writes it.
        day_first: Days,
        /// As the United States write it.
        month_first: Days,
    },
    /// A year that begins in one year and ends in the next: `2024/25`, `the financial year 2024-25`.
    YearPair {
        /// The year in which it begins.
        first: i16,
        /// Whether the words say that it is a year of accounts.
        fiscal: bool,
    },
    /// What comes once a year: `14 March`, `last spring`, `the third quarter`.
    Yearly(Yearly, Which),
    /// What comes once a year, in a year that is told in words: `March of next year`.
    YearlyIn(Yearly, Box<DateExpression>),
    /// `Tuesday`, `last Thursday`.
    Weekday(Weekday, Which),
    /// A weekday that stands with its date: `Friday, 14 March`.
    WeekdayAndDate(Weekday, Box<DateExpression>),
    /// `Tuesday of next week`.
    WeekdayIn(Weekday, Box<DateExpression>),
    /// `the 14th`.
    DayOfMonth(i8),
    /// `the 14th of next month`.
    DayIn(i8, Box<DateExpression>),
    /// So many days from the draft's date: `yesterday`.
    Relative(i32),
    /// `next week`, `that year`.
    Unit(Unit, Which),
    /// `this weekend`.
    Weekend(Which),
    /// Units up to the draft's date (negative) or from it on: `the last three months`.
    Rolling(i32, Unit),
    /// Working days up to the draft's date (negative) or from it on: `the next four working days`.
    RollingWorkdays(i32),
    /// `this working week`: from Monday to Friday.
    Workweek(Which),
    /// `three weeks ago`, `two days later`.
    Shifted(i32, Unit, From),
    /// `two weeks before Christmas`.
    ShiftedFrom(i32, Unit, Box<DateExpression>),
    /// `the first week of March`, `the last Friday of May`; counted from the end where negative.
    Nth(i8, Counted, Box<DateExpression>),
    /// `the end of the month`.
    Portion(Portion, Box<DateExpression>),
    /// `between March and May`.
    Range(Box<DateExpression>, Box<DateExpression>),
    /// `since January`.
    Since(Box<DateExpression>),
    /// `from May onwards`.
    Onwards(Box<DateExpression>),
    /// `until Friday`.
    Until(Box<DateExpression>),
    /// `before 2010`.
    Before(Box<DateExpression>),
    /// `after 2010`.
    After(Box<DateExpression>),
    /// `the six months to June`.
    Leading(i32, Unit, Box<DateExpression>),
    /// `for three weeks from 4 May`.
    Term(i32, Unit, Box<DateExpression>),
    /// `the week beginning 5 May`.
    WeekOf(Box<DateExpression>),
    /// `calendar week 12`, of the draft's year.
    WeekNumber(i8),
    /// `Labor Day weekend`, `the weekend of 5 May`.
    WeekendOf(Box<DateExpression>),
    /// `the same period last year`, `the same period of 2024`.
    SamePeriod(Option<Box<DateExpression>>),
    /// `two Sundays ago`.
    WeekdaysAway(i32, Weekday),
}

impl DateExpression {
    /// Whether it names a day.
    pub(super) fn is_day(&self) -> bool {
        match self {
            Self::Fixed(days) => days.is_day(),
            Self::Yearly(Yearly::Day { .. }, _) | Self::EitherOrder { .. } => true,
            Self::WeekdayAndDate(_, date) => date.is_day(),
            _ => false,
        }
    }

    /// Whether it names a month.
    pub(super) fn is_month(&self) -> bool {
        match self {
            Self::Yearly(Yearly::Months { count: 1, .. }, _) | Self::YearlyIn(Yearly::Months { count: 1, .. }, _) => {
                true
            }
            Self::Fixed(days) => {
                days.start.is_some_and(|start| Days::months(start.year(), start.month(), 1) == Some(*days))
            }
            _ => false,
        }
    }

    /// Whether it names a month or a year.
    pub(super) fn is_month_or_year(&self) -> bool {
        matches!(self, Self::Yearly(Yearly::Months { count: 1, .. }, _))
            || matches!(self, Self::Fixed(days) if !days.is_day())
    }
}

/// Which one of those that return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// No word says it: tense decides.
    Bare,
    /// `last`, `past`.
    Last,
    /// `this`, `current`.
    This,
    /// `next`, `coming`.
    Next,
    /// `the previous`: the one before that spoken of.
    Previous,
    /// `the following`: the one after that spoken of.
    Following,
    /// `that`, `the same`: the one spoken of.
    That,
}

/// What comes once a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Yearly {
    /// A day of a month.
    Day {
        /// From 1 to 12.
        month: i8,
        /// From 1 to 31.
        day: i8,
    },
    /// Whole months: a month, a quarter, a half, a season.
    Months {
        /// The first of them, from 1 to 12.
        first: i8,
        /// How many.
        count: i8,
    },
    /// A day with a name: `Christmas`.
    Feast(Feast),
}

/// From where a shift is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The draft's date, to the unit: `two years ago` is a year.
    Published,
    /// The draft's date, to the day: `in two weeks`.
    PublishedDay,
    /// The date spoken of: `two days later`.
    Spoken,
}

/// What is counted within a longer stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Units.
    Unit(Unit),
    /// Weekdays.
    Weekday(Weekday),
    /// Several units together: `the last three months of 2024`.
    Units(i8, Unit),
}

/// A part of a stretch, where the words are loose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portion {
    /// `early`, `the beginning of`, `the start of`.
    Beginning,
    /// `the middle of`.
    Middle,
    /// `mid-March`: all of it, and as one end of a range its middle.
    Mid,
    /// `the end of`.
    End,
    /// `by the end of`: any day up to then.
    Deadline,
    /// `the rest of`.
    Rest,
    /// `the first half of`, of a month: up to its 15th.
    FirstHalf,
    /// `the second half of`, of a month.
    SecondHalf,
}

impl Yearly {
    /// Its days in one year, where that year has them.
    pub fn in_year(&self, year: i16) -> Option<Days> {
        match self {
            Self::Day { month, day } => Days::date(year, *month, *day),
            Self::Months { first, count } => Days::months(year, *first, *count),
            Self::Feast(feast) => feast.in_year(year).map(|(first, last)| Days::new(first, last)),
        }
    }
}
