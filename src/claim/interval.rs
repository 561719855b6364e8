//! The stretch of values within which a statement is taken to be true.

use super::Decimal;

/// Half as much again, which nobody leaves open who knows it.
const HALF_AGAIN: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// Whether an interval's two ends belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ends {
    /// The ends were stated, or follow from a qualifier.
    #[default]
    Included,
    /// The ends come from rounding: 33 % reaches up to 33.5 %, where 34 % begins.
    Excluded,
}

/// A stretch of values; an end that is `None` is open without limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// The least value.
    pub low: Option<Decimal>,
    /// The greatest value.
    pub high: Option<Decimal>,
    /// Whether the two belong to it.
    pub ends: Ends,
}

impl Interval {
    /// Exactly one value.
    pub const fn point(value: Decimal) -> Self {
        Self { low: Some(value), high: Some(value), ends: Ends::Included }
    }

    /// From `low` to `high`, in whichever order they come.
    pub fn between(low: Decimal, high: Decimal, ends: Ends) -> Self {
        Self { low: Some(low.min(high)), high: Some(low.max(high)), ends }
    }

    /// `value` or more.
    pub const fn from(value: Decimal) -> Self {
        Self { low: Some(value), high: None, ends: Ends::Included }
    }

    /// `value` or less.
    pub const fn up_to(value: Decimal) -> Self {
        Self { low: None, high: Some(value), ends: Ends::Included }
    }

    /// Whether some value lies in both. Two that touch at a single value meet there unless both owe that end to rounding.
    pub fn meets(&self, other: &Self) -> bool {
        let low = greater(self.low, other.low);
        let high = lesser(self.high, other.high);
        match (low, high) {
            (Some(low), Some(high)) if low == high => self.ends == Ends::Included || other.ends == Ends::Included,
            (Some(low), Some(high)) => low < high,
            _ => true,
        }
    }

    /// Whether both can be true of one thing as people speak: the two meet, and where both leave open how much more it is,
    /// neither begins so far above the other that whoever knew it would have said more. "More than 40" goes with 46, and
    /// not with "more than 70".
    pub fn goes_with(&self, other: &Self) -> bool {
        self.meets(other) && !self.is_beyond(other) && !other.is_beyond(self)
    }

    /// Whether both are open upwards, and this one begins half as far again as the other.
    fn is_beyond(&self, other: &Self) -> bool {
        let open = self.high.is_none() && other.high.is_none();
        let ends = self.low.zip(other.low).filter(|(_, low)| open && *low > Decimal::ZERO);
        let half_again = |low: Decimal| low.checked_mul(HALF_AGAIN);
        ends.is_some_and(|(from, low)| half_again(low).is_some_and(|most| from >= most))
    }

    /// The interval that covers both.
    pub fn hull(&self, other: &Self) -> Self {
        let low = self.low.zip(other.low).map(|(a, b)| a.min(b));
        let high = self.high.zip(other.high).map(|(a, b)| a.max(b));
        let ends = if self.ends == other.ends { self.ends } else { Ends::Included };
        Self { low, high, ends }
    }

    /// The distance between two intervals that do not meet; `None` where they do.
    pub fn gap(&self, other: &Self) -> Option<Decimal> {
        if self.meets(other) {
            return None;
        }
        let low = greater(self.low, other.low)?;
        let high = lesser(self.high, other.high)?;
        low.checked_sub(high)
    }
}

fn greater(a: Option<Decimal>, b: Option<Decimal>) -> Option<Decimal> {
    a.max(b)
}

fn lesser(a: Option<Decimal>, b: Option<Decimal>) -> Option<Decimal> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Ends, Interval};

    fn rounded(low: i64, high: i64) -> Interval {
        Interval::between(Decimal::from(low), Decimal::from(high), Ends::Excluded)
    }

    fn exact(low: i64, high: i64) -> Interval {
        Interval::between(Decimal::from(low), Decimal::from(high), Ends::Included)
    }

    #[test]
    fn intervals_meet() {
        for (a, b, meet) in [
            (exact(1, 3), exact(2, 5), true),
            (exact(1, 2), exact(3, 5), false),
            (exact(1, 3), exact(3, 5), true),
            (rounded(1, 3), rounded(3, 5), false),
            (rounded(1, 3), exact(3, 5), true),
            (Interval::from(Decimal::from(40)), exact(40, 40), true),
            (Interval::from(Decimal::from(41)), exact(40, 40), false),
            (Interval::from(Decimal::from(4)), Interval::up_to(Decimal::from(3)), false),
            (Interval::default(), rounded(1, 2), true),
        ] {
            assert_eq!(a.meets(&b), meet, "{a:?} {b:?}");
            assert_eq!(b.meets(&a), meet, "{b:?} {a:?}");
        }
    }

    #[test]
    fn figures_that_leave_open_how_much_more_it_is() {
        let from = |low: i64| Interval::from(Decimal::from(low));
        for (a, b, wanted) in [
            (from(40), from(46), true),
            (from(40), from(60), false),
            (from(40), exact(90, 90), true),
            (from(40), exact(30, 30), false),
            (from(0), from(60), true),
            (from(40), Interval::default(), true),
        ] {
            assert_eq!((a.goes_with(&b), b.goes_with(&a)), (wanted, wanted), "{a:?} {b:?}");
        }
    }

    #[test]
    fn the_gap_is_what_lies_between() {
        assert_eq!(exact(1, 2).gap(&exact(5, 6)), Some(Decimal::from(3)));
        assert_eq!(exact(1, 5).gap(&exact(5, 6)), None);
    }
}
