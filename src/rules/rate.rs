//! `rate`: a per-unit or average figure does not match the total and the number.
//!
//! The quotient may be rounded, and so may all three figures: what is compared are the stretches that they may stand for.

use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::words::number;
use super::working::{as_written, reading, ties};
use crate::claim::{Claim, Decimal, Interval, Relation};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "rate",
    summary: "a per-unit or average figure does not match total and number",
    read: |options| Arc::new(RateCheck::read(options)),
};

#[derive(Debug)]
struct RateCheck {
    /// In hundredths.
    tolerance: Decimal,
}

impl RateCheck {
    fn read(options: &mut Options<'_, '_>) -> Self {
        let meaning = "how far the rate may be from what follows, beyond all rounding, in percent";
        Self { tolerance: options.percent("tolerance", meaning) }
    }

    fn look(&self, draft: &Draft, at: usize, relation: &Relation) -> Option<Raised> {
        let Relation::Rate { total, number: divisor, rate, scale } = relation else { return None };
        let claim = |at: usize| draft.claims.get(at);
        let (all, count, each) = (claim(*total)?, claim(*divisor)?, claim(*rate)?);
        let (low, high) = quotient(&reading(draft, all)?, &reading(draft, count)?, *scale)?;
        let stretch =
            Interval { low: Some(self.widened(low, -1)?), high: Some(self.widened(high, 1)?), ..Interval::default() };
        if stretch.meets(&reading(draft, each)?) {
            return None;
        }
        let expected = value(all)?.checked_div(value(count)?.checked_mul(*scale)?)?;
        let shown = number(expected.round_sf(4)?);
        let text = |claim: &Claim| as_written(draft, claim).to_owned();
        Some(Raised {
            message: format!("{} over {} is {shown} for each, not {}", text(all), text(count), text(each)),
            claims: [*rate, *total, *divisor].map(|claim| ClaimRef { draft: at, claim }).to_vec(),
            draft: at,
            span: each.quantity.span,
            evidence: vec![
                format!("{} ÷ {} = {shown}", number(value(all)?), number((value(count)? * scale).normalize())),
                format!("with all rounding, {} to {}", number(low.round_sf(4)?), number(high.round_sf(4)?)),
            ],
        })
    }

    /// A value moved outwards by the tolerance.
    fn widened(&self, value: Decimal, sign: i32) -> Option<Decimal> {
        let by = value.abs().checked_mul(self.tolerance)?.checked_div(Decimal::ONE_HUNDRED)?;
        value.checked_add(by * Decimal::from(sign))
    }
}

impl Check for RateCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        ties(scene).filter_map(|(at, draft, relation)| self.look(draft, at, relation)).collect()
    }
}

/// The least and the greatest quotient of two readings; `None` where one of them is open or the divisor may be nothing.
fn quotient(total: &Interval, number: &Interval, scale: Decimal) -> Option<(Decimal, Decimal)> {
    let fewest = number.low?.checked_mul(scale).filter(|fewest| *fewest > Decimal::ZERO)?;
    let most = number.high?.checked_mul(scale)?;
    Some((total.low?.checked_div(most)?, total.high?.checked_div(fewest)?))
}

/// The point stated.
const fn value(claim: &Claim) -> Option<Decimal> {
    claim.quantity.value()
}

#[cfg(test)]
mod tests {
    use super::quotient;
    use crate::claim::{Decimal, Interval};

    #[test]
    fn quotients_of_readings() {
        let point = |value: i64| Interval::point(value.into());
        assert_eq!(quotient(&point(18), &point(4), Decimal::ONE), Some((Decimal::new(45, 1), Decimal::new(45, 1))));
        assert_eq!(quotient(&point(24), &point(2), 12.into()), Some((Decimal::ONE, Decimal::ONE)));
        assert_eq!(quotient(&point(18), &point(0), Decimal::ONE), None);
        assert_eq!(quotient(&Interval::from(Decimal::TEN), &point(2), Decimal::ONE), None);
    }
}
