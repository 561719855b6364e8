//! `count`: an announced number of things does not match the things then listed.

use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::words::one_line;
use crate::claim::{Decimal, Relation};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use crate::text::Span;
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "count",
    summary: "an announced number of items does not match the items then listed",
    read: |_: &mut Options<'_, '_>| Arc::new(CountCheck),
};

#[derive(Debug)]
struct CountCheck;

impl Check for CountCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        let drafts = scene.drafts.iter().enumerate();
        let look = |(at, draft): (usize, &Draft)| {
            let raised = draft.relations.iter().filter_map(|relation| match relation {
                Relation::Listed { announced, items, span } => {
                    look(draft, ClaimRef { draft: at, claim: *announced }, *items, *span)
                }
                _ => None,
            });
            raised.collect::<Vec<_>>()
        };
        drafts.flat_map(look).collect()
    }
}

fn look(draft: &Draft, announced: ClaimRef, (least, most): (usize, usize), list: Span) -> Option<Raised> {
    let claim = draft.claims.get(announced.claim)?;
    let value = claim.quantity.value()?;
    if (Decimal::from(least)..=Decimal::from(most)).contains(&value) {
        return None;
    }
    let text = draft.document.text();
    let listed = if least == most { least.to_string() } else { format!("{least} to {most}") };
    Some(Raised {
        message: format!("The draft announces {}, but lists {listed}", one_line(claim.span.of(text))),
        claims: vec![announced],
        draft: announced.draft,
        span: claim.quantity.span,
        evidence: vec![format!("{listed} listed: {}", items(list.of(text)))],
    })
}

/// The words of a list on one line; items on lines of their own are set apart by commas.
fn items(list: &str) -> String {
    let lines = list.lines().map(one_line).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(", ").replace(",,", ",")
}
