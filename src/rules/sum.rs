//! `sum`: the parts given do not add up to the total given.
//!
//! Each part, and the total, may be rounded; only what the roundings together do not explain is a finding. Parts that
//! are not said to be all may come to less, and shares of one whole to less than 100 %.

use super::kind::{Check, Kind, Raised, Scene};
use super::working::{figure, in_words, like, plus, reading, shown, stands_for, ties};
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
    match relation {
        Relation::Sum { parts, total, complete } => wrong_total(&Added::new(draft, at, parts)?, *total, *complete),
        Relation::Shares { shares, complete } => not_all(&Added::new(draft, at, shares)?, *complete),
        _ => None,
    }
}

/// Some figures of a draft, added up.
struct Added<'d> {
    draft: &'d Draft,
    at: usize,
    parts: &'d [usize],
    /// As the figures stand.
    exact: Decimal,
    /// At any rounding.
    allowed: Interval,
    /// "24 + 36".
    working: String,
}

impl<'d> Added<'d> {
    fn new(draft: &'d Draft, at: usize, parts: &'d [usize]) -> Option<Self> {
        let claims: Option<Vec<&Claim>> = parts.iter().map(|part| draft.claims.get(*part)).collect();
        let (mut allowed, mut exact, mut figures) = (Interval::point(Decimal::ZERO), Decimal::ZERO, Vec::new());
        for part in claims? {
            allowed = plus(&allowed, &addend(draft, part)?);
            exact = exact.checked_add(part.quantity.value()?)?;
            figures.push(figure(draft, part));
        }
        Some(Self { draft, at, parts, exact, allowed, working: figures.join(" + ") })
    }

    fn raised(&self, first: Option<usize>, message: String, mut evidence: Vec<String>) -> Option<Raised> {
        let claims: Vec<_> = first.into_iter().chain(self.parts.iter().copied()).collect();
        for claim in claims.iter().filter_map(|claim| self.draft.claims.get(*claim)) {
            evidence.push(stands_for(self.draft, claim, &addend(self.draft, claim)?));
        }
        Some(Raised {
            message,
            span: self.draft.claims.get(*claims.first()?)?.quantity.span,
            claims: claims.into_iter().map(|claim| ClaimRef { draft: self.at, claim }).collect(),
            draft: self.at,
            evidence,
        })
    }
}

/// The values that a figure may stand for in a sum. Whole days, weeks, months and years that are added up were counted, so
/// "six years, four years and three, a total of 14" is no rounding.
fn addend(draft: &Draft, claim: &Claim) -> Option<Interval> {
    let unit = &claim.quantity.unit;
    let counted = unit.is_calendar() && claim.quantity.qualifier.is_none();
    let whole = claim.quantity.value().filter(|value| counted && value.is_integer());
    whole.map(Interval::point).or_else(|| reading(draft, claim))
}

/// A total that is none that the parts allow; where they may not be all, one that they are more than.
fn wrong_total(added: &Added<'_>, total: usize, complete: bool) -> Option<Raised> {
    let draft = added.draft;
    let whole = draft.claims.get(total)?;
    let told = addend(draft, whole)?;
    let less = || added.allowed.low.zip(told.high).is_none_or(|(least, most)| least <= most);
    if added.allowed.meets(&told) || !complete && less() {
        return None;
    }
    let is = format!("{} is {} at any rounding", added.working, in_words(&added.allowed));
    let message = format!("{} is {}, not {}", added.working, like(draft, whole, added.exact), figure(draft, whole));
    added.raised(Some(total), message, vec![is])
}

/// Shares of one whole that are more than it; where they are all of it, less than it too.
fn not_all(added: &Added<'_>, complete: bool) -> Option<Raised> {
    let hundred = Decimal::ONE_HUNDRED;
    let (least, most) = (added.allowed.low?, added.allowed.high.filter(|_| complete));
    let (than, bound) = match most {
        _ if least > hundred => ("more", format!("at least {}", shown(least))),
        Some(most) if most < hundred => ("less", format!("at most {}", shown(most))),
        _ => return None,
    };
    let message = format!("{} is {} %, {than} than all of them", added.working, shown(added.exact));
    added.raised(None, message, vec![format!("{bound} % at any rounding")])
}
