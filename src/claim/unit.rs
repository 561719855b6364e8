//! What a figure is measured in.

use super::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A unit, by its name alone; which names there are, and their factors, is the lexicon's business.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

    /// Its name as it stands behind a figure: `kilometres per hour`, `square feet`, `degrees Celsius`; `kilometre` behind a
    /// one. Only measures have another name there than [their own](Self::name).
    pub fn behind(&self, value: Option<Decimal>) -> String {
        let name = match self.name() {
            "degree_celsius" => "degree_Celsius",
            "degree_fahrenheit" => "degree_Fahrenheit",
            name => name,
        };
        let words = name.replace('_', " ");
        let is_one = value.is_some_and(|value| value.abs() == Decimal::ONE);
        if is_one || !matches!(self, Self::Measure(_)) {
            return words;
        }
        // "Metres per second", "barrels of oil", "degrees Celsius", "square feet".
        let joint = [" per ", " of ", " C", " F"].iter().filter_map(|joint| words.find(joint)).min();
        let (head, rest) = words.split_at(joint.unwrap_or(words.len()));
        format!("{}{rest}", plural(head))
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

    /// Whether it measures time as a calendar does, in days or longer.
    pub fn is_calendar(&self) -> bool {
        matches!(self, Self::Measure(name) if ["day", "week", "month", "year"].contains(&&**name))
    }

    /// Whether it is a hundredth of a currency: pence, cents.
    pub fn is_minor(&self) -> bool {
        matches!(self, Self::Measure(name) if &**name == "penny" || name.rsplit(' ').next() == Some("cent"))
    }

    /// Whether it measures a part of something, or how many times as large something is.
    pub const fn is_share(&self) -> bool {
        matches!(self, Self::Percent | Self::PercentagePoint | Self::Ratio)
    }
}

/// Words of which there are several.
fn plural(words: &str) -> String {
    for (one, several) in [
        ("foot", "feet"),
        ("penny", "pence"),
        ("inch", "inches"),
        ("century", "centuries"),
        ("millennium", "millennia"),
    ] {
        if let Some(before) = words.strip_suffix(one) {
            return format!("{before}{several}");
        }
    }
    let is_same =
        ["hertz", "lux", "stone", "weight", "power", "karat", "mille", "gray"].iter().any(|same| words.ends_with(same));
    format!("{words}{}", if is_same { "" } else { "s" })
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Unit};

    #[test]
    fn measures_stand_behind_figures() {
        for (name, one, several) in [
            ("hectare", "hectare", "hectares"),
            ("kilometre_per_hour", "kilometre per hour", "kilometres per hour"),
            ("square_foot", "square foot", "square feet"),
            ("degree_celsius", "degree Celsius", "degrees Celsius"),
            ("inch_of_mercury", "inch of mercury", "inches of mercury"),
            ("megahertz", "megahertz", "megahertz"),
            ("century", "century", "centuries"),
            ("per_mille", "per mille", "per mille"),
        ] {
            let unit = Unit::Measure(name.into());
            assert_eq!(unit.behind(Some(Decimal::ONE)), one);
            assert_eq!(unit.behind(Some(Decimal::TWO)), several);
            assert_eq!(unit.behind(None), several);
        }
        assert_eq!(Unit::Money("EUR".into()).behind(None), "EUR");
    }
}
