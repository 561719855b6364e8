//! `share`: a percentage or fraction does not match the counts that it is derived from.
//!
//! A finding is only raised where no values that the three figures may stand for go together.

use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::working::{figure, in_words, quotient, reading, shown, stands_for, ties, times, widened};
use crate::claim::{Claim, Decimal, Interval, Relation, Unit};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "share",
    summary: "a percentage or fraction does not match the counts that it is derived from",
    read: |options| Arc::new(ShareCheck::read(options)),
};

#[derive(Debug)]
struct ShareCheck {
    /// In hundredths.
    tolerance: Decimal,
}

impl ShareCheck {
    fn read(options: &mut Options<'_, '_>) -> Self {
        let meaning = "how far a stated share may be off beyond all rounding, in percent of it";
        Self { tolerance: options.percent("tolerance", meaning) }
    }

    fn look(&self, draft: &Draft, at: usize, relation: &Relation) -> Option<Raised> {
        let Relation::Share { part, whole, share } = relation else { return None };
        let claims = [draft.claims.get(*part)?, draft.claims.get(*whole)?, draft.claims.get(*share)?];
        let [part_of, all, told] = claims;
        let allowed = times(&quotient(&reading(draft, part_of)?, &reading(draft, all)?)?, Decimal::ONE_HUNDRED);
        if allowed.meets(&self.told(draft, told)?) {
            return None;
        }
        let exact = part_of.quantity.value()?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(all.quantity.value()?)?;
        let [part_words, whole_words, share_words] = claims.map(|claim| figure(draft, claim));
        let mut evidence = Vec::new();
        for claim in claims {
            evidence.push(stands_for(draft, claim, &reading(draft, claim)?));
        }
        evidence.push(format!("{part_words} ÷ {whole_words} is {} % at any rounding", in_words(&allowed)));
        Some(Raised {
            message: format!("{part_words} of {whole_words} is {} %, not {share_words}", shown(exact)),
            claims: [*share, *part, *whole].map(|claim| ClaimRef { draft: at, claim }).to_vec(),
            draft: at,
            span: told.quantity.span,
            evidence,
        })
    }

    /// The share told, in hundredths.
    fn told(&self, draft: &Draft, share: &Claim) -> Option<Interval> {
        let scale = if share.quantity.unit == Unit::Ratio { Decimal::ONE_HUNDRED } else { Decimal::ONE };
        let told = times(&reading(draft, share)?, scale);
        let slack = share.quantity.value()?.checked_mul(scale)?.checked_mul(self.tolerance)?;
        Some(widened(&told, slack / Decimal::ONE_HUNDRED))
    }
}

impl Check for ShareCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        ties(scene).filter_map(|(at, draft, relation)| self.look(draft, at, relation)).collect()
    }
}
