//! `range`: an inverted or empty range.

use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::words::number;
use super::working::{as_written, ties};
use crate::claim::{Decimal, Relation, Stated};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind =
    Kind { name: "range", summary: "an inverted or empty range", read: |_: &mut Options<'_, '_>| Arc::new(RangeCheck) };

#[derive(Debug)]
struct RangeCheck;

impl Check for RangeCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        ties(scene).filter_map(|(at, draft, relation)| look(draft, at, relation)).collect()
    }
}

fn look(draft: &Draft, at: usize, relation: &Relation) -> Option<Raised> {
    match *relation {
        Relation::Between { range } => between(draft, at, range),
        Relation::Backwards { first, second } => backwards(draft, at, first, second),
        _ => None,
    }
}

fn between(draft: &Draft, at: usize, range: usize) -> Option<Raised> {
    let claim = draft.claims.get(range)?;
    let Stated::Range(first, second) = claim.quantity.stated else { return None };
    let text = as_written(draft, claim);
    (first > second).then(|| Raised {
        message: format!("Nothing lies between {text}: the range runs backwards"),
        claims: vec![ClaimRef { draft: at, claim: range }],
        draft: at,
        span: claim.quantity.span,
        evidence: vec![greater(first, second)],
    })
}

fn backwards(draft: &Draft, at: usize, first: usize, second: usize) -> Option<Raised> {
    let (one, other) = (draft.claims.get(first)?, draft.claims.get(second)?);
    let values = (one.quantity.value()?, other.quantity.value()?);
    (values.0 > values.1).then(|| Raised {
        message: format!("From {} to {} the range runs backwards", as_written(draft, one), as_written(draft, other)),
        claims: vec![ClaimRef { draft: at, claim: first }, ClaimRef { draft: at, claim: second }],
        draft: at,
        span: one.quantity.span,
        evidence: vec![greater(values.0, values.1)],
    })
}

fn greater(first: Decimal, second: Decimal) -> String {
    format!("the first end, {}, is greater than the second, {}", number(first), number(second))
}
