//! `count`: an announced number of things does not match the things then listed.

use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::working::{in_draft, ties};
use crate::claim::{Decimal, Relation};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use crate::text::one_line;
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
        ties(scene).filter_map(|(at, draft, relation)| look(draft, at, relation)).collect()
    }
}

fn look(draft: &Draft, at: usize, relation: &Relation) -> Option<Raised> {
    let Relation::Listed { announced, items: (least, most), span: list } = *relation else { return None };
    let claim = draft.claims.get(announced)?;
    let value = claim.quantity.value()?;
    if (Decimal::from(least)..=Decimal::from(most)).contains(&value) {
        return None;
    }
    let listed = number(least, most);
    Some(Raised {
        message: format!("The draft announces {}, but lists {listed}", in_draft(draft, claim)),
        claims: vec![ClaimRef { draft: at, claim: announced }],
        draft: at,
        span: claim.quantity.span,
        evidence: vec![format!("{listed} listed: {}", items(list.of(draft.document.text())))],
    })
}

/// More things than a list has: an item such as "tools" may be any number of them.
const MANY: usize = 100;

/// How many things are listed.
fn number(least: usize, most: usize) -> String {
    match most {
        _ if most == least => least.to_string(),
        MANY.. => format!("at least {least}"),
        _ => format!("{least} to {most}"),
    }
}

/// The words of a list on one line; items on lines of their own are set apart by commas.
fn items(list: &str) -> String {
    let lines = list.lines().map(one_line).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(", ").replace(",,", ",")
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn what_may_be_any_number_has_no_end() {
        for (least, most, words) in [(4, 4, "4"), (4, 6, "4 to 6"), (4, 3001, "at least 4")] {
            assert_eq!(number(least, most), words);
        }
    }
}
