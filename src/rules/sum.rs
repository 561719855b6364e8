//! `sum`: the parts given do not add up to the total given.
//!
//! Each part, and the total, may be rounded; only what the roundings together do not explain is a finding.

use super::kind::{Check, Kind, Raised, Scene};
use super::working::{figure, in_words, like, reading, stands_for, ties};
use crate::claim::{Claim, Decimal, Interval, Relation};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind =
    Kind { name: "sum", summary: "the parts given do not add up to the total given", read: |_| Arc::new(SumCheck) };

#[derive(Debug)]
struct SumCheck;

impl Check for SumCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        ties(scene).filter_map(|(at, draft, relation)| look(draft, at, relation)).collect()
    }
}

fn look(draft: &Draft, at: usize, relation: &Relation) -> Option<Raised> {
    let Relation::Sum { parts, total } = relation else { return None };
    let whole = draft.claims.get(*total)?;
    let summed: Option<Vec<&Claim>> = parts.iter().map(|part| draft.claims.get(*part)).collect();
    let summed = summed?;
    let mut allowed = Interval::point(Decimal::ZERO);
    let mut exact = Decimal::ZERO;
    for part in &summed {
        allowed = plus(&allowed, &reading(draft, part)?);
        exact = exact.checked_add(part.quantity.value()?)?;
    }
    if allowed.meets(&reading(draft, whole)?) {
        return None;
    }
    let working: Vec<_> = summed.iter().map(|part| figure(draft, part)).collect();
    let working = working.join(" + ");
    let mut evidence = vec![format!("{working} is {} at any rounding", in_words(&allowed))];
    evidence.push(stands_for(draft, whole, &reading(draft, whole)?));
    for part in &summed {
        evidence.push(stands_for(draft, part, &reading(draft, part)?));
    }
    Some(Raised {
        message: format!("{working} is {}, not {}", like(draft, whole, exact), figure(draft, whole)),
        claims: std::iter::once(total).chain(parts).map(|&claim| ClaimRef { draft: at, claim }).collect(),
        draft: at,
        span: whole.quantity.span,
        evidence,
    })
}

/// All sums of two intervals.
fn plus(one: &Interval, other: &Interval) -> Interval {
    let end = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_add(b?);
    Interval { low: end(one.low, other.low), high: end(one.high, other.high), ends: other.ends }
}
