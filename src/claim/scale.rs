//! What a measure comes to in the unit that all of its dimension are compared in: feet in metres, acres in square metres.

use super::{Claim, Conversion, Decimal, Ends, Interval, Unit};
use serde::{Deserialize, Serialize};

/// How far a measure reaches to either side that is held against one in another unit, in hundredths of it: whoever turns
/// miles into kilometres rounds them anew.
const ROUNDED_ANEW: i64 = 10;

/// How many significant digits a value has that was changed into another unit.
const DIGITS: u32 = 3;

/// How a figure becomes one in the unit that all of its dimension are compared in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// That unit.
    pub unit: Unit,
    /// From the figure's own.
    pub conversion: Conversion,
}

impl Claim {
    /// The unit that the figure is compared in.
    pub fn common_unit(&self) -> &Unit {
        self.context().scale.as_deref().map_or(&self.quantity.unit, |scale| &scale.unit)
    }

    /// The point that the figure states, in the unit of another claim.
    pub fn value_in_unit_of(&self, other: &Self) -> Option<Decimal> {
        let scales = self.context().scale.as_deref().zip(other.context().scale.as_deref());
        let (own, wanted) = scales.filter(|(own, wanted)| own.unit == wanted.unit)?;
        let value = wanted.conversion.undo(own.conversion.apply(self.quantity.value()?)?)?;
        value.round_sf(DIGITS).map(|value| value.normalize())
    }

    /// The readings of two claims in one unit: their own where they share it, else the one that both are compared in,
    /// where each reaches a tenth to either side.
    pub fn readings(&self, other: &Self) -> [Interval; 2] {
        let scaled = |claim: &Self| match claim.context().scale.as_deref() {
            Some(scale) if self.quantity.unit != other.quantity.unit => scale.reading(claim.quantity.reading()),
            _ => claim.quantity.reading(),
        };
        [scaled(self), scaled(other)]
    }
}

impl Scale {
    fn reading(&self, own: Interval) -> Interval {
        let end = |end: Option<Decimal>, by: i64| {
            let rounded = Decimal::new(100 + by, 2);
            end.and_then(|end| self.conversion.apply(end)?.checked_mul(rounded)).map(|end| end.normalize())
        };
        Interval { low: end(own.low, -ROUNDED_ANEW), high: end(own.high, ROUNDED_ANEW), ends: Ends::Included }
    }
}

#[cfg(test)]
mod tests {
    use super::{Conversion, Decimal, Interval, Scale, Unit};

    #[test]
    fn a_measure_reaches_a_tenth_further_in_another_unit() {
        let foot = Conversion { factor: Decimal::new(3048, 4), divisor: 1.into(), offset: 0.into(), inverse: false };
        let scale = Scale { unit: Unit::Measure("metre".into()), conversion: foot };
        let read = |own: Interval| {
            let Interval { low, high, .. } = scale.reading(own);
            [low, high].map(|end| end.map(|end| end.to_string()))
        };
        let ends = |low: &str, high: &str| [Some(low.to_owned()), Some(high.to_owned())];
        assert_eq!(read(Interval::point(100.into())), ends("27.432", "33.528"));
        assert_eq!(read(Interval::from(100.into())), [Some("27.432".to_owned()), None]);
    }
}
