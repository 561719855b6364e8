//! How a figure in one unit becomes one in another.

use super::Decimal;

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

    /// The same for how far two values are apart, to which nothing is added.
    pub const fn of_differences(self) -> Self {
        Self { offset: Decimal::ZERO, ..self }
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
