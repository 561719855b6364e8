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
    read: |options| Arc::new(BoundsCheck::read(options)),
};

#[derive(Debug)]
struct BoundsCheck {
    /// In years.
    oldest: Decimal,
    /// In hundredths.
    most: Decimal,
}

/// How old nobody has ever been, and how much there is of anything, in hundredths.
const OLDEST: u32 = 120;
const ALL: u32 = 100;

impl BoundsCheck {
    fn read(options: &mut Options<'_, '_>) -> Self {
        let oldest = options.limit("oldest", OLDEST, "how old somebody may be, in years");
        let most = options.limit("most", ALL, "how many hundredths of people, votes or seats there may be");
        Self { oldest: oldest.into(), most: most.into() }
    }

    fn look(&self, draft: &Draft, at: usize, relation: &Relation) -> Option<Raised> {
        let low = |claim: &Claim| claim.quantity.value().or(claim.quantity.reading().low);
        match *relation {
            Relation::Part { part, whole } => too_many(draft, at, part, whole),
            Relation::PartOfAll { share } => {
                let words =
                    if self.most == Decimal::ONE_HUNDRED { "more than all of them" } else { "more than may be" };
                beyond(draft, at, share, words, |claim| claim.quantity.reading().low > Some(self.most))
            }
            Relation::Headcount { count } => beyond(draft, at, count, "fewer than none", |claim| {
                claim.quantity.reading().high.is_some_and(|high| high < Decimal::ZERO)
            }),
            Relation::Aged { age } => {
                beyond(draft, at, age, "older than anybody", |claim| low(claim) > Some(self.oldest))
            }
            _ => None,
        }
    }
}

impl Check for BoundsCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        ties(scene).filter_map(|(at, draft, relation)| self.look(draft, at, relation)).collect()
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
