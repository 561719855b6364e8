//! In what two claims may agree or differ: each facet's name, its judge and its words.

use super::Agreement;
use super::contrast::{contrast, side_words};
use super::facet::{
    event, extent, holder, limits, list, name, noun_text, place, population, scope, status, topic, unit, whereabouts,
};
use super::period::{days, period};
use super::taught::{measure, measure_words, side};
use super::thing::thing;
use super::way::{way, way_words};
use crate::claim::Claim;

/// In what two claims may agree or differ, in the order in which an editor would ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aspect {
    Measure,
    Desk,
    Unit,
    Status,
    Noun,
    Event,
    Population,
    Place,
    Name,
    Holder,
    Extent,
    Scope,
    Way,
    Contrast,
    Period,
    Topic,
}

impl Aspect {
    /// All of them, each at the place that its number tells.
    pub(super) const ALL: [Self; 16] = [
        Self::Measure,
        Self::Desk,
        Self::Unit,
        Self::Status,
        Self::Noun,
        Self::Event,
        Self::Population,
        Self::Place,
        Self::Name,
        Self::Holder,
        Self::Extent,
        Self::Scope,
        Self::Way,
        Self::Contrast,
        Self::Period,
        Self::Topic,
    ];

    /// Those in which a difference is never made up for, other than by a desk that pins two claims to one measure; what
    /// parts most claims and is cheap to tell comes first.
    const FIRM: [Self; 9] = [
        Self::Unit,
        Self::Noun,
        Self::Status,
        Self::Period,
        Self::Way,
        Self::Contrast,
        Self::Holder,
        Self::Extent,
        Self::Desk,
    ];

    /// The name that reports use.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Desk => "desk",
            Self::Unit => "unit",
            Self::Status => "status",
            Self::Noun => "noun",
            Self::Event => "event",
            Self::Population => "population",
            Self::Place => "place",
            Self::Name => "name",
            Self::Holder => "holder",
            Self::Extent => "extent",
            Self::Scope => "scope",
            Self::Way => "way",
            Self::Contrast => "contrast",
            Self::Period => "period",
            Self::Topic => "topic",
        }
    }

    /// How two claims agree in it.
    pub(super) fn agreement(self, a: &Claim, b: &Claim) -> Agreement {
        match self {
            Self::Measure => measure(a, b),
            Self::Desk => side(a, b),
            Self::Unit => unit(a, b),
            Self::Status => status(a, b),
            Self::Noun => thing(a, b),
            Self::Event => event(a, b),
            Self::Population => population(a, b),
            Self::Place => place(a, b),
            Self::Name => name(a, b),
            Self::Holder => holder(a, b),
            Self::Extent => extent(a, b),
            Self::Scope => scope(a, b),
            Self::Way => way(a, b),
            Self::Contrast => contrast(a, b),
            Self::Period => period(a, b),
            Self::Topic => topic(a, b),
        }
    }

    /// What a claim says of it; "—" where it says nothing.
    pub(super) fn words(self, claim: &Claim) -> String {
        let context = claim.context();
        match self {
            Self::Measure => measure_words(claim),
            Self::Desk => side_words(&context.sides),
            Self::Unit => claim.quantity.unit.name().to_owned(),
            Self::Status => claim.status.name().to_owned(),
            Self::Noun => noun_text(claim),
            Self::Event => list(&context.events),
            Self::Population => list(&context.modifiers),
            Self::Place => list(whereabouts(claim)),
            Self::Name => list(&context.names),
            Self::Holder => list(&context.holder),
            Self::Extent => context.extent.as_deref().unwrap_or("—").to_owned(),
            Self::Scope => list(&limits(claim)),
            Self::Way => way_words(context.way).to_owned(),
            Self::Contrast => side_words(&context.picks),
            Self::Period => days(claim.as_of.as_ref()),
            Self::Topic => list(&context.words),
        }
    }
}

/// Whether a difference that nothing makes up for parts two claims: most of those that an index brings together.
pub(super) fn are_firmly_apart(a: &Claim, b: &Claim) -> bool {
    a.measure.is_none() && Aspect::FIRM.iter().any(|aspect| aspect.agreement(a, b) == Agreement::Different)
}
