//! `rate`: a per-unit or average figure does not match the total and the number.
//!
//! The quotient may be rounded, and so may all three figures: what is compared are the stretches that they may stand for.

use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::words::number;
use super::working::{as_written, in_words, like, quotient, reading, ties, times, widened};
use crate::claim::{Claim, Conversion, Decimal, Relation};
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
        if let Relation::Paced { first, second, conversions } = relation {
            return self.pace(draft, at, [*first, *second], conversions);
        }
        let Relation::Rate { total, number: divisor, rate, scale } = relation else { return None };
        let claim = |at: usize| draft.claims.get(at);
        let (all, count, each) = (claim(*total)?, claim(*divisor)?, claim(*rate)?);
        let stretch = quotient(&reading(draft, all)?, &times(&reading(draft, count)?, *scale))?;
        let slack = |end: Decimal| end.checked_mul(self.tolerance)?.checked_div(Decimal::ONE_HUNDRED);
        let room = widened(&stretch, stretch.high.and_then(slack).unwrap_or_default());
        if stretch.high.is_none() || room.meets(&reading(draft, each)?) {
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
                format!("with all rounding, {}", in_words(&stretch)),
            ],
        })
    }

    /// A pace that is none that the one before allows, whichever way the time is counted.
    fn pace(&self, draft: &Draft, at: usize, claims: [usize; 2], conversions: &[Conversion]) -> Option<Raised> {
        let [first, second] = claims.map(|claim| draft.claims.get(claim));
        let (first, second) = (first?, second?);
        let (one, told) = (reading(draft, first)?, reading(draft, second)?);
        let slack = second.quantity.value()?.checked_mul(self.tolerance)?.checked_div(Decimal::ONE_HUNDRED)?;
        let told = widened(&told, slack);
        let factors = conversions.iter().filter_map(|by| by.factor.checked_div(by.divisor));
        let allowed: Vec<_> = factors.map(|by| times(&one, by)).collect();
        if allowed.iter().any(|allowed| allowed.meets(&told)) {
            return None;
        }
        let exact = conversions.first()?.apply(first.quantity.value()?)?;
        let text = |claim: &Claim| as_written(draft, claim).to_owned();
        Some(Raised {
            message: format!("{} at that pace is {}, not {}", text(first), like(draft, second, exact), text(second)),
            claims: [claims[1], claims[0]].map(|claim| ClaimRef { draft: at, claim }).to_vec(),
            draft: at,
            span: second.quantity.span,
            evidence: allowed.iter().map(|allowed| format!("with all rounding, {}", in_words(allowed))).collect(),
        })
    }
}

impl Check for RateCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        ties(scene).filter_map(|(at, draft, relation)| self.look(draft, at, relation)).collect()
    }
}

/// The point stated.
const fn value(claim: &Claim) -> Option<Decimal> {
    claim.quantity.value()
}
