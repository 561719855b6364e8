//! How far two figures may lie apart before they disagree.

use super::table::Table;
use crate::claim::{Decimal, Interval};
use std::fmt;

/// What is allowed beyond the readings of two figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tolerance {
    /// Nothing.
    Reading,
    /// Hundredths of the greater.
    Percent(Decimal),
    /// So much of the unit that they are given in.
    Absolute(Decimal),
}

impl Tolerance {
    /// Reads a number, which is hundredths, or a string: `"reading"`, `"2.5%"`, `"10"`.
    pub(super) fn read(table: &mut Table<'_>, key: &'static str) -> Option<Self> {
        const WANTED: &str = "hundredths from 0 to 100, \"5%\", \"10\" (so much of the unit) or \"reading\"";
        let number = table.number_or_text(key, WANTED)?;
        let read = match &number {
            Ok(percent) => within(*percent),
            Err(text) if text == "reading" => Some(Self::Reading),
            Err(text) => match text.strip_suffix('%') {
                Some(percent) => percent.trim().parse().ok().and_then(within),
                None => text.parse().ok().filter(|amount| *amount >= Decimal::ZERO).map(Self::Absolute),
            },
        };
        if read.is_none() {
            let found = number.map_or_else(|text| format!("`{text}`"), |number| number.to_string());
            table.complain(key, format!("`{key}` is {found}, expected {WANTED}"));
        }
        read
    }

    /// Whether the readings of two figures lie no further apart than is allowed.
    pub(super) fn allows(self, a: &Interval, b: &Interval) -> bool {
        let Some(gap) = a.gap(b) else { return false };
        let greater = a.low.max(b.low).unwrap_or_default().abs();
        let allowed = match self {
            Self::Reading => return false,
            Self::Absolute(amount) => Some(amount),
            Self::Percent(percent) => {
                greater.checked_mul(percent).and_then(|all| all.checked_div(Decimal::ONE_HUNDRED))
            }
        };
        allowed.is_some_and(|allowed| !allowed.is_zero() && gap <= allowed)
    }
}

impl fmt::Display for Tolerance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reading => f.write_str("what their readings leave open"),
            Self::Percent(percent) => write!(f, "{percent} percent"),
            Self::Absolute(amount) => write!(f, "{amount} of their unit"),
        }
    }
}

fn within(percent: Decimal) -> Option<Tolerance> {
    (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent).then_some(Tolerance::Percent(percent))
}
