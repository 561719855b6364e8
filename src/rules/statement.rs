//! A claim with what a dispute over it turns on: who says so, when, and how it is read.

use super::party::Party;
use crate::claim::{Claim, Interval, Stated, Status};
use crate::compare::{ClaimRef, are_compatible};
use crate::extract::Draft;
use jiff::civil::Date;

/// A claim that can take part in a dispute.
#[derive(Clone, Debug)]
pub(super) struct Statement<'d> {
    pub(super) at: ClaimRef,
    pub(super) claim: &'d Claim,
    pub(super) draft: &'d Draft,
    pub(super) party: Party<'d>,
    /// First and last day on which it was said, both included.
    pub(super) days: Option<(Date, Date)>,
    pub(super) reading: Interval,
}

impl<'d> Statement<'d> {
    /// The claim as a statement; `None` where it asserts no value: vague ones, and those that somebody denies.
    pub(super) fn of(drafts: &'d [Draft], at: ClaimRef) -> Option<Self> {
        let (draft, claim) = (&drafts[at.draft], at.of(drafts));
        if claim.status == Status::Denied || claim.quantity.stated == Stated::Vague {
            return None;
        }
        let party = Party::of(claim, draft);
        Some(Self { at, claim, draft, party, days: days(claim, draft), reading: claim.quantity.reading() })
    }

    /// Whether both can be true: the figures go together, and what moved by as much did not move the other way.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        are_compatible(self.claim, other.claim)
    }

    /// Whether it was said on a later day; never where a day is unknown.
    pub(super) fn is_later(&self, than: &Self) -> bool {
        self.days.zip(than.days).is_some_and(|((start, _), (_, end))| start > end)
    }

    /// How many days lie between the two: 0 on the same day, `None` where a day is unknown.
    pub(super) fn days_apart(&self, other: &Self) -> Option<u32> {
        let ((start, end), (other_start, other_end)) = self.days.zip(other.days)?;
        let days = |from: Date, to: Date| u32::try_from((to - from).get_days()).unwrap_or_default();
        Some(days(end, other_start).max(days(other_end, start)))
    }

    /// Whether at most so many days lie between the two; those whose day is unknown are given the benefit.
    pub(super) fn is_within(&self, days: Option<u32>, other: &Self) -> bool {
        self.days_apart(other).zip(days).is_none_or(|(apart, most)| apart <= most)
    }

    /// Whether both stand in one draft.
    pub(super) const fn shares_draft(&self, other: &Self) -> bool {
        self.at.draft == other.at.draft
    }

    /// Sorts by time, then by what does not hang on the order in which the drafts are given.
    pub(super) fn order(&self) -> (Option<Date>, &'d str, usize) {
        (self.days.map(|(_, end)| end), self.draft.document.id(), self.claim.quantity.span.start)
    }
}

/// Whether statements give their figures in several units.
pub(super) fn are_mixed(statements: &[Statement<'_>]) -> bool {
    statements.windows(2).any(|two| two[0].claim.quantity.unit != two[1].claim.quantity.unit)
}

/// The days on which a claim was made: as the text says, else the draft's own date.
fn days(claim: &Claim, draft: &Draft) -> Option<(Date, Date)> {
    let said = claim.said.as_ref().and_then(|said| said.start.or(said.end).zip(said.end.or(said.start)));
    said.or_else(|| draft.document.published().map(|day| (day, day)))
}
