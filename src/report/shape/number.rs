//! Exact decimals as JSON numbers.

use crate::claim::Decimal;
use serde::ser::Error;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// A figure, written digit by digit: a float would turn 43.60 into 43.6 and lose the end of long ones.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exact(pub(crate) Decimal);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let negative_zero = self.0.is_zero() && self.0.is_sign_negative();
        match i64::try_from(self.0.mantissa()) {
            Ok(whole) if self.0.scale() == 0 && !negative_zero => serializer.serialize_i64(whole),
            _ => RawValue::from_string(self.0.to_string()).map_err(S::Error::custom)?.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Exact;

    #[test]
    fn figures_keep_every_digit() {
        for figure in ["43.60", "12345678901234567890.5", "-0.001", "0", "-7", "2500", "79228162514264337593543950335"]
        {
            assert_eq!(serde_json::to_string(&Exact(figure.parse().unwrap())).unwrap(), figure);
        }
    }
}
