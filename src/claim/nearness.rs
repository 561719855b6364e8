//! How far two figures lie apart, in times of the lesser.

use super::Decimal;

/// Whether neither of two figures is more than so many times the other; of figures below zero only two of one size are.
pub fn are_within(one: Decimal, other: Decimal, times: Decimal) -> bool {
    let reaches = |less: Decimal, more: Decimal| less.checked_mul(times).is_some_and(|most| more <= most);
    reaches(one, other) && reaches(other, one)
}

#[cfg(test)]
mod tests {
    use super::{Decimal, are_within};

    #[test]
    fn neither_is_many_times_the_other() {
        for (one, other, times, wanted) in
            [(10, 20, 2, true), (20, 10, 2, true), (10, 21, 2, false), (0, 5, 2, false), (0, 0, 2, true)]
        {
            let [one, other, times] = [one, other, times].map(Decimal::from);
            assert_eq!(are_within(one, other, times), wanted, "{one} {other}");
        }
        assert!(!are_within(Decimal::MAX, Decimal::MAX, Decimal::TWO));
    }
}
