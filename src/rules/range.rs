//! `range`: an inverted or empty range.

use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::words::number;
use crate::claim::{Relation, Stated};
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
        let drafts = scene.drafts.iter().enumerate();
        let look = |(at, draft): (usize, &Draft)| {
            let raised = draft.relations.iter().filter_map(|relation| match *relation {
                Relation::Between { range } => look(draft, ClaimRef { draft: at, claim: range }),
                _ => None,
            });
            raised.collect::<Vec<_>>()
        };
        drafts.flat_map(look).collect()
    }
}

fn look(draft: &Draft, range: ClaimRef) -> Option<Raised> {
    let claim = draft.claims.get(range.claim)?;
    let Stated::Range(first, second) = claim.quantity.stated else { return None };
    let text = claim.quantity.span.of(draft.document.text());
    (first > second).then(|| Raised {
        message: format!("Nothing lies between {text}: the range runs backwards"),
        claims: vec![range],
        draft: range.draft,
        span: claim.quantity.span,
        evidence: vec![format!("the first end, {}, is greater than the second, {}", number(first), number(second))],
    })
}
