//! Two figures of one draft side by side, each with its own source: "Police said 12,000 marched. The union put the number
//! at 40,000."
//!
//! A writer who sets one source's figure right against another's mostly means one thing, and does not say again what it
//! is. So little need agree here; but nothing may differ, and neither figure may have a neighbour that could be meant
//! instead.

use super::ClaimRef;
use super::pair::Pair;
use super::thing::{is_elliptical, is_human};
use crate::claim::{Claim, Source, Stated, Unit};
use crate::extract::Draft;

/// How many times as great the greater figure may be.
const TIMES: u32 = 5;

/// Whether two claims of a draft stand in one sentence or in two that follow each other, are said by two parties, and
/// are the only ones of their unit there.
pub(super) fn is_beside(draft: &Draft, a: ClaimRef, b: ClaimRef) -> bool {
    let (first, second) = (a.claim.min(b.claim), a.claim.max(b.claim));
    let (one, other) = (&draft.claims[first], &draft.claims[second]);
    let parties = one.source.as_ref().zip(other.source.as_ref());
    let apart = |(one, other): (&std::sync::Arc<Source>, &std::sync::Arc<Source>)| one.id != other.id;
    let between = draft.document.text().get(one.sentence.end..other.sentence.start).unwrap_or_default();
    let near = one.sentence == other.sentence || between.trim().is_empty();
    let tabled = one.cell.is_some() || other.cell.is_some();
    let rival = |claim: &Claim| {
        let here = claim.sentence == one.sentence || claim.sentence == other.sentence;
        here && claim.quantity.unit == one.quantity.unit && claim.quantity.stated != Stated::Vague
    };
    let around = &draft.claims[first.saturating_sub(8)..draft.claims.len().min(second + 8)];
    near && !tabled && parties.is_some_and(apart) && around.iter().filter(|claim| rival(claim)).count() == 2
}

/// Whether two such claims tell of one thing.
pub(super) fn is_contrast(pair: &Pair<'_>) -> bool {
    let told = pair.is_same("noun") || pair.is_same("event") || pair.is_kin();
    let unit = &pair.a.quantity.unit;
    let years = matches!(unit, Unit::Measure(name) if &**name == "year");
    let alike = match unit {
        Unit::Count => told || is_bare(pair.a) || is_bare(pair.b) || is_one_crowd(pair),
        _ => told || pair.words() > 0 || is_bare(pair.a) && is_bare(pair.b),
    };
    !years && alike && pair.is_within(TIMES)
}

/// Whether the later of the two names a place, and the earlier none: "in the port of Tarrow, police said nine had died".
pub(super) fn narrows(pair: &Pair<'_>) -> bool {
    let (earlier, later) = if pair.a.span.start < pair.b.span.start { (pair.a, pair.b) } else { (pair.b, pair.a) };
    earlier.context().places.is_empty() && !later.context().places.is_empty()
}

/// Whether both count people of whom no event is told.
fn is_one_crowd(pair: &Pair<'_>) -> bool {
    let silent = |claim: &Claim| claim.context().events.is_empty();
    is_human(pair.a) && is_human(pair.b) && silent(pair.a) && silent(pair.b)
}

/// Whether a figure stands without a thing of its own and without an event: "put the number at 740", "gave it 21 percent".
fn is_bare(claim: &Claim) -> bool {
    (claim.context().thing.is_empty() || is_elliptical(claim)) && claim.context().events.is_empty()
}
