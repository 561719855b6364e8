//! What a figure is measured in.

use std::fmt;
use std::sync::Arc;

/// A unit, by its name alone; which names there are, and their factors, is the lexicon's business.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Things counted.
    #[default]
    Count,
    /// Hundredths.
    Percent,
    /// Differences between percentages.
    PercentagePoint,
    /// Fractions, "one in five", multiples.
    Ratio,
    /// Money, by ISO 4217 code.
    Money(Arc<str>),
    /// A measure, by its singular English name: `kilometre`, `degree_celsius`.
    Measure(Arc<str>),
}

impl Unit {
    /// The name that reports use.
    pub fn name(&self) -> &str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::PercentagePoint => "percentage_point",
            Self::Ratio => "ratio",
            Self::Money(name) | Self::Measure(name) => name,
        }
    }

    /// Whether it measures years, which are somebody's age more often than not.
    pub fn is_years(&self) -> bool {
        matches!(self, Self::Measure(name) if &**name == "year")
    }

    /// Whether it measures time.
    pub fn is_time(&self) -> bool {
        const TIMES: [&str; 9] = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"];
        matches!(self, Self::Measure(name) if TIMES.contains(&&**name))
    }

    /// Whether it measures a part of something, or how many times as large something is.
    pub const fn is_share(&self) -> bool {
        matches!(self, Self::Percent | Self::PercentagePoint | Self::Ratio)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
