//! What the words of a draft say of several of its figures together.

use super::Decimal;

/// A tie between claims of one draft, each named by its place among the draft's claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// One figure said again in another unit: "30 miles (48 km)".
    Restated {
        /// The figure said first.
        first: usize,
        /// The same in another unit.
        second: usize,
        /// From the first's unit to the second's.
        conversion: Conversion,
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
    /// A part of a whole, and what share of it that is: "20 of the 50, or 40 %".
    Share {
        /// How many, or how much.
        part: usize,
        /// Of how many.
        whole: usize,
        /// The percentage or fraction.
        share: usize,
    },
    /// A total and all of its parts: "60 people: 24 in Upton and 36 in Westby".
    Sum {
        /// All that it is made of, in order.
        parts: Vec<usize>,
        /// What they should come to.
        total: usize,
    },
}

/// Which way a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// How the size of a change is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// How a value in one unit becomes one in another: × `factor` ÷ `divisor` + `offset`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// What to multiply by.
    pub factor: Decimal,
    /// What to divide by; never zero.
    pub divisor: Decimal,
    /// What to add at the end.
    pub offset: Decimal,
}

impl Conversion {
    /// A value in the other unit; `None` where it is too large for an exact decimal.
    pub fn apply(&self, value: Decimal) -> Option<Decimal> {
        value.checked_mul(self.factor)?.checked_div(self.divisor)?.checked_add(self.offset)
    }

    /// A value in the other unit back in the first.
    pub fn undo(&self, value: Decimal) -> Option<Decimal> {
        value.checked_sub(self.offset)?.checked_mul(self.divisor)?.checked_div(self.factor)
    }
}

#[cfg(test)]
mod tests {
    use super::{Conversion, Decimal};

    #[test]
    fn there_and_back() {
        let fahrenheit = Conversion { factor: 9.into(), divisor: 5.into(), offset: 32.into() };
        assert_eq!(fahrenheit.apply(Decimal::from(30)), Some(Decimal::from(86)));
        assert_eq!(fahrenheit.undo(Decimal::from(86)), Some(Decimal::from(30)));
    }
}
