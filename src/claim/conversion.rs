//! How a figure in one unit becomes one in another.
//!
//! Distance for fuel and fuel for distance are each other's inverse: 100 kilometres for 5 litres are 20 for one.

use super::Decimal;
use serde::{Deserialize, Serialize};

/// How a value in one unit becomes one in another: × `factor` ÷ `divisor` + `offset`, or `factor` ÷ `divisor` ÷ it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversion {
    /// What to multiply by.
    pub factor: Decimal,
    /// What to divide by; never zero.
    pub divisor: Decimal,
    /// What to add at the end.
    pub offset: Decimal,
    /// Whether the value is divided by, and not multiplied.
    pub inverse: bool,
}

impl Conversion {
    /// A value in the other unit; `None` where it is too large for an exact decimal.
    pub fn apply(&self, value: Decimal) -> Option<Decimal> {
        if self.inverse {
            return self.factor.checked_div(self.divisor)?.checked_div(value);
        }
        value.checked_mul(self.factor)?.checked_div(self.divisor)?.checked_add(self.offset)
    }

    /// The same for how far two values are apart, to which nothing is added.
    pub const fn of_differences(self) -> Self {
        Self { offset: Decimal::ZERO, ..self }
    }

    /// A value in the other unit back in the first.
    pub fn undo(&self, value: Decimal) -> Option<Decimal> {
        if self.inverse {
            return self.apply(value);
        }
        value.checked_sub(self.offset)?.checked_mul(self.divisor)?.checked_div(self.factor)
    }
}

#[cfg(test)]
mod tests {
    use super::{Conversion, Decimal};

    #[test]
    fn there_and_back() {
        let fahrenheit = Conversion { factor: 9.into(), divisor: 5.into(), offset: 32.into(), inverse: false };
        assert_eq!(fahrenheit.apply(Decimal::from(30)), Some(Decimal::from(86)));
        assert_eq!(fahrenheit.undo(Decimal::from(86)), Some(Decimal::from(30)));
        let consumption = Conversion { factor: 100.into(), divisor: 1.into(), offset: 0.into(), inverse: true };
        assert_eq!(consumption.apply(Decimal::from(20)), Some(Decimal::from(5)));
        assert_eq!(consumption.undo(Decimal::from(5)), Some(Decimal::from(20)));
        assert_eq!(consumption.apply(Decimal::ZERO), None);
    }
}
