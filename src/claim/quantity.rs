//! A figure as stated, and as it is read.

use super::{Decimal, Ends, Interval, Unit};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A figure: how much, in what unit, how surely.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number's own words, in the document's text.
    pub span: Span,
    /// What is stated.
    pub stated: Stated,
    /// The word that loosens or bounds it.
    pub qualifier: Option<Qualifier>,
    /// In what.
    pub unit: Unit,
    /// The rounding unit of the number as written (100 for "2,500", 100,000,000 for "2.3 billion"); `None` where the
    /// number is exact by nature, such as one spelled out.
    pub step: Option<Decimal>,
}

/// What a figure states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stated {
    /// One value.
    Point(Decimal),
    /// Two ends, both included, in the order of the text (an inverted range keeps its order).
    Range(Decimal, Decimal),
    /// No value: "dozens", "several hundred".
    Vague,
}

/// A word that loosens or bounds a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// "about", "some", "nearly".
    About,
    /// "at least".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "at most", "up to".
    AtMost,
    /// "less than", "under", "fewer than".
    LessThan,
}

impl Qualifier {
    /// The name that reports use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
        }
    }

    /// The qualifier of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::About, Self::AtLeast, Self::MoreThan, Self::AtMost, Self::LessThan]
            .into_iter()
            .find(|one| one.name() == name)
    }
}

/// How far "about" reaches to either side, in hundredths of the value: newsroom practice takes a tenth.
const ABOUT_PERCENT: i64 = 10;

impl Quantity {
    /// The stated point, if it is one.
    pub const fn value(&self) -> Option<Decimal> {
        match self.stated {
            Stated::Point(value) => Some(value),
            _ => None,
        }
    }

    /// The interval within which the statement is taken to be true. "About" reaches a tenth to either side; a bare
    /// rounded figure half a unit of its last significant digit; a vague one everywhere.
    pub fn reading(&self) -> Interval {
        match (self.stated, self.qualifier) {
            (Stated::Vague, _) => Interval::default(),
            (Stated::Point(value), None) => self.rounded(value),
            (Stated::Point(value), Some(qualifier)) => qualified(value, value, qualifier),
            (Stated::Range(a, b), None) => Interval::between(a, b, Ends::Included),
            (Stated::Range(a, b), Some(qualifier)) => qualified(a.min(b), a.max(b), qualifier),
        }
    }

    fn rounded(&self, value: Decimal) -> Interval {
        let half = self.step.and_then(|step| step.checked_div(Decimal::TWO));
        let ends = half.and_then(|half| value.checked_sub(half).zip(value.checked_add(half)));
        ends.map_or(Interval::point(value), |(low, high)| Interval::between(low, high, Ends::Excluded))
    }
}

fn qualified(low: Decimal, high: Decimal, qualifier: Qualifier) -> Interval {
    match qualifier {
        Qualifier::About => Interval::between(spread(low, -ABOUT_PERCENT), spread(high, ABOUT_PERCENT), Ends::Included),
        Qualifier::AtLeast | Qualifier::MoreThan => Interval::from(low),
        Qualifier::AtMost | Qualifier::LessThan => Interval::up_to(high),
    }
}

/// `value` moved by so many hundredths of its size.
fn spread(value: Decimal, percent: i64) -> Decimal {
    let by = value.abs().checked_mul(Decimal::new(percent, 2)).unwrap_or_default();
    value.checked_add(by).unwrap_or(value).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(value: i64, step: Option<i64>, qualifier: Option<Qualifier>) -> (Option<String>, Option<String>) {
        let quantity = Quantity {
            span: Span::default(),
            stated: Stated::Point(value.into()),
            qualifier,
            unit: Unit::Count,
            step: step.map(Decimal::from),
        };
        let Interval { low, high, .. } = quantity.reading();
        (low.map(|low| low.to_string()), high.map(|high| high.to_string()))
    }

    #[test]
    fn readings() {
        let ends = |low: &str, high: &str| (Some(low.to_owned()), Some(high.to_owned()));
        assert_eq!(reading(2500, Some(100), Some(Qualifier::About)), ends("2250", "2750"));
        assert_eq!(reading(1800, Some(100), None), ends("1750", "1850"));
        assert_eq!(reading(11, None, None), ends("11", "11"));
        assert_eq!(reading(-20, None, Some(Qualifier::About)), ends("-22", "-18"));
        assert_eq!(reading(40, None, Some(Qualifier::MoreThan)), (Some("40".to_owned()), None));
        assert_eq!(reading(40, None, Some(Qualifier::AtMost)), (None, Some("40".to_owned())));
    }
}
