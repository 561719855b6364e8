//! `bounds`: an impossible value: a share above 100 %, a part larger than its whole, fewer people than none.

use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::words::number;
use super::working::{in_draft, reading, ties};
use crate::claim::{Claim, Decimal, Relation};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "bounds",
    summary: "an impossible value: a share above 100%, a part larger than its whole",
    read: |_: &mut Options<'_, '_>| Arc::new(BoundsCheck),
};

#[derive(Debug)]
struct BoundsCheck;

impl Check for BoundsCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        ties(scene).filter_map(|(at, draft, relation)| look(draft, at, relation)).collect()
    }
}

fn look(draft: &Draft, at: usize, relation: &Relation) -> Option<Raised> {
    match *relation {
        Relation::Part { part, whole } => too_many(draft, at, part, whole),
        Relation::PartOfAll { share } => beyond(draft, at, share, "more than all of them", |claim| {
            claim.quantity.reading().low > Some(Decimal::ONE_HUNDRED)
        }),
        Relation::Headcount { count } => beyond(draft, at, count, "fewer than none", |claim| {
            claim.quantity.reading().high.is_some_and(|high| high < Decimal::ZERO)
        }),
        _ => None,
    }
}

/// A part that is larger than its whole, however both were rounded.
fn too_many(draft: &Draft, at: usize, part: usize, whole: usize) -> Option<Raised> {
    let (some, all) = (draft.claims.get(part)?, draft.claims.get(whole)?);
    let (least, most) = (reading(draft, some)?.low?, reading(draft, all)?.high?);
    if least <= most {
        return None;
    }
    Some(Raised {
        message: format!("{} cannot be a part of {}", in_draft(draft, some), in_draft(draft, all)),
        claims: vec![ClaimRef { draft: at, claim: part }, ClaimRef { draft: at, claim: whole }],
        draft: at,
        span: some.quantity.span,
        evidence: vec![
            "one is said to be a part of the other".to_owned(),
            format!("at least {} of at most {}", number(least), number(most)),
        ],
    })
}

/// A figure beyond what is possible.
fn beyond(draft: &Draft, at: usize, claim: usize, so: &str, is_beyond: impl Fn(&Claim) -> bool) -> Option<Raised> {
    let figure = draft.claims.get(claim).filter(|claim| is_beyond(claim))?;
    Some(Raised {
        message: format!("{} is {so}", in_draft(draft, figure)),
        claims: vec![ClaimRef { draft: at, claim }],
        draft: at,
        span: figure.quantity.span,
        evidence: vec![format!(
            "{} {}",
            number(figure.quantity.value()?),
            figure.quantity.unit.behind(figure.quantity.value())
        )],
    })
}
