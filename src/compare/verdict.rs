//! Same thing or not: one facet that differs parts two claims, and enough that agree join them.

use super::facet::{facets, shared};
use super::{Agreement, ClaimRef, Facet, Verdict};
use crate::claim::{Claim, Unit};
use crate::extract::Draft;

/// How much must agree before two claims of one draft are taken to speak of one thing.
const ENOUGH_WITHIN: usize = 4;
/// The same for claims of two drafts, which may be about two incidents.
const ENOUGH_ACROSS: usize = 5;

/// Compares two claims of the given drafts.
pub fn verdict(drafts: &[Draft], a: ClaimRef, b: ClaimRef) -> Verdict {
    let (one, other) = (a.of(drafts), b.of(drafts));
    let facets = facets(one, other);
    let apart = facets.iter().any(|facet| facet.agreement == Agreement::Different);
    let needed = if a.draft == b.draft { ENOUGH_WITHIN } else { ENOUGH_ACROSS };
    let comparable = !apart && is_tellable(one, other, &facets) && weight(one, other, &facets) >= needed;
    Verdict { comparable, facets: ranked(facets) }
}

/// Whether the two say what is measured at all: a thing, or an event, that both have.
fn is_tellable(a: &Claim, b: &Claim, facets: &[Facet]) -> bool {
    let same = |name| facets.iter().any(|facet| facet.name == name && facet.agreement == Agreement::Same);
    let bare = |claim: &Claim| matches!(claim.quantity.unit, Unit::Ratio) || claim.quantity.value().is_none() && claim.quantity.reading().low.is_none();
    let measured = a.quantity.unit != Unit::Count;
    !bare(a) && !bare(b) && (same("noun") || same("event") || measured)
}

/// How strongly the agreeing facets join: thing and event weigh two, each shared name or place two, each other word one.
fn weight(a: &Claim, b: &Claim, facets: &[Facet]) -> usize {
    let each = |name: &str| match name {
        "noun" | "event" | "population" => 2,
        "period" => 1,
        _ => 0,
    };
    let agreed: usize = facets.iter().filter(|facet| facet.agreement == Agreement::Same).map(|facet| each(facet.name)).sum();
    let (one, other) = (&a.context, &b.context);
    let names = shared(&one.names, &other.names).count() + shared(&one.places, &other.places).count();
    agreed + 2 * names.min(2) + shared(&one.words, &other.words).count().min(4)
}

/// The deciding facets first: those that differ, then those that agree.
fn ranked(mut facets: Vec<Facet>) -> Vec<Facet> {
    facets.sort_by_key(|facet| match facet.agreement {
        Agreement::Different => 0,
        Agreement::Same => 1,
        Agreement::Silent => 2,
    });
    facets
}
