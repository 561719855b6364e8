//! What the words of a draft say of several of its figures together.

use super::{Conversion, Decimal, Timing};
use crate::text::Span;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

/// A tie between claims of one draft, each named by its place among the draft's claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// One figure said again in another unit: "30 miles (48 km)".
    Restated {
        /// The figure said first.
        first: usize,
        /// The same in another unit.
        second: usize,
        /// From the first's unit to the second's: one for each meaning of their names, the likeliest first; never empty.
        conversions: Vec<Conversion>,
    },
    /// A sum of money said again in another currency: "€46 ($50)".
    Exchanged {
        /// The sum said first.
        first: usize,
        /// The same in another currency.
        second: usize,
    },
    /// A rise or fall from one figure to another: "rose 20 % to 120 from 100".
    Change {
        /// What it was; where both are one place, the first end of a range: "from 100 to 120".
        from: usize,
        /// What it became; where both are one place, the second end of that range.
        to: usize,
        /// By how much, and how that is meant; `None` where only the direction is told.
        by: Option<(usize, Measure)>,
        /// Which way; `None` where the words leave it open.
        direction: Option<Direction>,
    },
    /// A rise or fall that is told by its size and its share, and what came of it: "fell 120 points, or 2 %, to 5,880".
    Moved {
        /// By how much, in the unit of what came of it.
        by: usize,
        /// The same in hundredths of what it was.
        percent: usize,
        /// What it became.
        to: usize,
        /// Which way.
        direction: Direction,
    },
    /// A weekday beside a date: "Friday, 14 March".
    Weekday {
        /// The words of both.
        span: Span,
        /// The weekday as written.
        #[serde(with = "of_week")]
        weekday: Weekday,
        /// The days that the date may be, the likeliest first; never empty. In a draft that nothing tells the year of, that
        /// day in each year of a cycle.
        days: Vec<Date>,
    },
    /// A day that its month does not have: "31 April".
    NoSuchDay {
        /// Its words.
        span: Span,
        /// The day as written.
        day: i8,
        /// From 1 to 12.
        month: i8,
        /// The year, where one is written.
        year: Option<i16>,
    },
    /// Somebody's age and the day of birth.
    Age {
        /// The age.
        age: usize,
        /// The day of birth, or the year where no more is told.
        born: Timing,
        /// When the age is told of.
        at: Timing,
    },
    /// How long something lasted, and from when to when.
    Elapsed {
        /// How long.
        duration: usize,
        /// When it began: a day, or as much as is told of it.
        from: Timing,
        /// When it ended.
        to: Timing,
    },
    /// One day told by how far it is from the draft's own, and by its name or date: "yesterday (Monday)".
    SameDay {
        /// The words of both.
        span: Span,
        /// The day told first.
        first: Date,
        /// The day told behind it.
        second: Date,
    },
    /// An anniversary of what happened in some year: "the 50th anniversary of the 1976 flood".
    Anniversary {
        /// Its words.
        span: Span,
        /// How many years it counts.
        years: i16,
        /// The year that it counts from.
        from: i16,
        /// The first and the last year in which it may be held.
        to: (i16, i16),
    },
    /// A number of things, and the things one by one.
    Listed {
        /// The number.
        announced: usize,
        /// The fewest and the most things that the list may be read to hold.
        items: (usize, usize),
        /// The list's words.
        span: Span,
    },
    /// Some of a whole that is counted as well: "60 of the 50 members".
    Part {
        /// Those of them.
        part: usize,
        /// All of them.
        whole: usize,
    },
    /// Hundredths of a whole that nothing can exceed: "120 % of voters".
    PartOfAll {
        /// The hundredths.
        share: usize,
    },
    /// People who are counted, of whom there cannot be fewer than none.
    Headcount {
        /// How many.
        count: usize,
    },
    /// A range whose first end is meant to be the lower one: "between 50 and 40".
    Between {
        /// The range.
        range: usize,
    },
    /// A range of which the ends are two figures, the first of them meant to be the lower one: "500 to 300 animals".
    Backwards {
        /// The first end.
        first: usize,
        /// The second.
        second: usize,
    },
    /// How old somebody is.
    Aged {
        /// The age, in years.
        age: usize,
    },
    /// A total, what it is spread over, and how much of it falls to one: "£28m over four years, or £9m a year".
    Rate {
        /// The total.
        total: usize,
        /// What it is spread over.
        number: usize,
        /// How much falls to one.
        rate: usize,
        /// How many of that one are in one of what it is spread over: 12 for "a month" of years.
        scale: Decimal,
    },
    /// One pace told for two stretches of time: "£10 a week, or £520 a year".
    Paced {
        /// How much in the time told first.
        first: usize,
        /// How much in the other.
        second: usize,
        /// From the first to the second: one for each way of counting, the likeliest first; never empty.
        conversions: Vec<Conversion>,
    },
    /// A part of a whole, and what share of it that is: "20 of the 50, or 40 %".
    Share {
        /// How many, or how much.
        part: usize,
        /// Of how many.
        whole: usize,
        /// The percentage or fraction.
        share: usize,
    },
    /// A total and its parts, none of which holds any of another: "60 people: 24 in Upton and 36 in Westby".
    Sum {
        /// What it is made of, in order.
        parts: Vec<usize>,
        /// What they should come to.
        total: usize,
        /// Whether they are all of it; otherwise they may come to less.
        complete: bool,
    },
    /// Hundredths of one whole, none of which holds any of another: "46 % support it, 38 % oppose it".
    Shares {
        /// Each of them.
        shares: Vec<usize>,
        /// Whether they are all of it; otherwise they may come to less.
        complete: bool,
    },
}

impl Relation {
    /// The claims that it ties, by their places among the draft's.
    pub fn claims(&self) -> Vec<usize> {
        match self {
            Self::Restated { first, second, .. }
            | Self::Exchanged { first, second }
            | Self::Paced { first, second, .. }
            | Self::Backwards { first, second } => {
                vec![*first, *second]
            }
            Self::Change { from, to, by, .. } => {
                [*from, *to].into_iter().chain(by.iter().map(|(claim, _)| *claim)).collect()
            }
            Self::Moved { by, percent, to, .. } => vec![*by, *percent, *to],
            Self::Weekday { .. } | Self::NoSuchDay { .. } | Self::SameDay { .. } | Self::Anniversary { .. } => {
                Vec::new()
            }
            Self::Age { age: one, .. }
            | Self::Aged { age: one }
            | Self::Elapsed { duration: one, .. }
            | Self::Listed { announced: one, .. }
            | Self::PartOfAll { share: one }
            | Self::Headcount { count: one }
            | Self::Between { range: one } => vec![*one],
            Self::Part { part, whole } => vec![*part, *whole],
            Self::Rate { total, number, rate, .. } => vec![*total, *number, *rate],
            Self::Share { part, whole, share } => vec![*part, *whole, *share],
            Self::Shares { shares, .. } => shares.clone(),
            Self::Sum { parts, total, .. } => parts.iter().copied().chain([*total]).collect(),
        }
    }
}

/// Which way a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// How the size of a change is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// In hundredths of what it was.
    Percent,
    /// In its own unit, or in percentage points.
    Difference,
    /// As a fraction of what it was: "by a third".
    Fraction,
    /// As what it was multiplied by: "doubled", "halved".
    Factor,
}

/// A weekday as data: its number, Monday being 1.
mod of_week {
    use jiff::civil::Weekday;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands on what it was given")]
    pub(super) fn serialize<S: Serializer>(weekday: &Weekday, serializer: S) -> Result<S::Ok, S::Error> {
        weekday.to_monday_one_offset().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Weekday, D::Error> {
        Weekday::from_monday_one_offset(i8::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
