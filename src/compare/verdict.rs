//! Same thing or not: one facet that differs parts two claims, and enough that agree join them.
//!
//! Two claims of one draft in one voice are held to more than two that different parties make: a writer who gives two
//! figures mostly gives them of two things. They are joined only where the second takes up the first ("the five
//! drones"), where one stands in a headline or caption, or where thing, event and topic all agree.

use super::facet::{facets, is_general, shared};
use super::story::Story;
use super::{Agreement, ClaimRef, Facet, Verdict};
use crate::claim::{Claim, Context, Stated, Unit};
use crate::extract::Draft;
use crate::text::Role;

/// How much must agree before two claims of one draft are taken to speak of one thing.
const ENOUGH_WITHIN: usize = 4;
/// The same for claims of two drafts, which may be about two incidents.
const ENOUGH_ACROSS: usize = 5;
/// How many words and events two sentences must share that measure something.
const ENOUGH_TOPIC: usize = 3;
/// How many words two passages in one voice must share beside thing and event.
const ENOUGH_WORDS: usize = 2;

/// How two claims hang together before they are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// They stand in one draft.
    Within,
    /// Their drafts tell of one story.
    Story,
    /// Nothing ties their drafts together.
    Loose,
}

impl Bond {
    /// The bond of two claims; `one_story` says whether their drafts tell of one story.
    pub(super) fn between(a: ClaimRef, b: ClaimRef, one_story: impl Fn() -> bool) -> Self {
        match (a.draft == b.draft, one_story) {
            (true, _) => Self::Within,
            (false, one_story) if one_story() => Self::Story,
            _ => Self::Loose,
        }
    }
}

/// Compares two claims of the given drafts.
pub fn verdict(drafts: &[Draft], a: ClaimRef, b: ClaimRef) -> Verdict {
    let one_story = || Story::of(&drafts[a.draft]).is_told_by(&Story::of(&drafts[b.draft]));
    judge(drafts, a, b, Bond::between(a, b, one_story))
}

/// The same, where the bond is known.
pub(super) fn judge(drafts: &[Draft], a: ClaimRef, b: ClaimRef, bond: Bond) -> Verdict {
    let (one, other) = (a.of(drafts), b.of(drafts));
    let facets = facets(one, other);
    let apart = facets.iter().any(|facet| facet.agreement == Agreement::Different);
    let told = is_tellable(one, other, &facets)
        && match bond {
            Bond::Within => weight(one, other, &facets) >= ENOUGH_WITHIN && may_contradict(one, other, &facets),
            Bond::Story => weight(one, other, &facets) >= ENOUGH_ACROSS || is_one_strand(one, other, &facets),
            Bond::Loose => weight(one, other, &facets) >= ENOUGH_ACROSS,
        };
    Verdict { comparable: !apart && told, facets: ranked(facets) }
}

/// Whether two claims of one story tell of the same strand of it: of one event, or of one thing and topic; and neither
/// of a place that the other is silent of, for a story may have several.
fn is_one_strand(a: &Claim, b: &Claim, facets: &[Facet]) -> bool {
    let (one, other) = (a.context(), b.context());
    let placed = one.places.is_empty() == other.places.is_empty() && a.cell.is_none() && b.cell.is_none();
    let thing = is_same(facets, "noun") && !is_general(&one.thing) && is_same(facets, "topic");
    placed && (is_same(facets, "event") || thing)
}

/// Whether the two say what is measured at all: a thing or an event that both have, or a unit that is no mere count.
fn is_tellable(a: &Claim, b: &Claim, facets: &[Facet]) -> bool {
    let bare = |claim: &Claim| claim.quantity.unit == Unit::Ratio || claim.quantity.stated == Stated::Vague;
    // "Russian nationals" and "Russians" are of one people, whether they "joined" or "fight".
    let kin = shared(&a.context().kin, &b.context().kin).next().is_some();
    let people = kin && is_same(facets, "population") && !a.context().thing.is_empty() && !b.context().thing.is_empty();
    // "People" alone are anybody: what happened to them must be told alike.
    let special = is_same(facets, "noun") && !is_general(&a.context().thing);
    let alike = a.context().events.is_empty() && b.context().events.is_empty() && is_same(facets, "noun");
    let alike = alike && shared(&a.context().words, &b.context().words).count() >= ENOUGH_WORDS;
    let counted = special || is_same(facets, "event") || people || alike;
    let told = if a.quantity.unit == Unit::Count { counted } else { is_measured_alike(a, b) };
    !bare(a) && !bare(b) && told
}

/// Whether two sentences that measure something share enough words to be about the same: a sum or a share has no noun of
/// its own, so the topic must say what it is of.
fn is_measured_alike(a: &Claim, b: &Claim) -> bool {
    let (one, other) = (a.context(), b.context());
    let names = shared(&one.names, &other.names).count() + shared(&one.places, &other.places).count();
    let words = shared(&one.words, &other.words).count() + shared(&one.events, &other.events).count();
    let thing = usize::from(!one.thing.is_empty() && one.thing == other.thing);
    let words = words + 2 * thing;
    words >= ENOUGH_TOPIC || (words + 1 >= ENOUGH_TOPIC && names > 0)
}

/// Whether two claims of one draft may contradict each other: they stand in two sentences, and where one voice makes
/// both, the text itself ties them together.
fn may_contradict(a: &Claim, b: &Claim, facets: &[Facet]) -> bool {
    let party = |claim: &Claim| claim.source.as_ref().map(|source| source.id.clone());
    // The draft's own figure beside a source's is mostly background, so it is held to as much as the source itself.
    let one_voice = party(a) == party(b) || a.source.is_none() || b.source.is_none();
    let elliptical = |claim: &Claim| claim.noun.as_ref().is_some_and(|noun| noun.span.is_empty());
    let apart = a.sentence != b.sentence && !elliptical(a) && !elliptical(b) && a.cell.is_none() && b.cell.is_none();
    let later = said_apart(a, b);
    apart && (!one_voice || later || takes_up(a, b, facets) || is_set_off(a, b, facets) || is_one_passage(a, b, facets))
}

/// Whether one named party says the two at different times: it may have changed its mind.
fn said_apart(a: &Claim, b: &Claim) -> bool {
    let day = |claim: &Claim| claim.said.as_ref().and_then(|said| said.start);
    a.source.is_some() && b.source.is_some() && day(a).zip(day(b)).is_some_and(|(one, other)| one != other)
}

/// Whether the later claim takes up the thing that the earlier one brought in: "three drones …; the five drones".
fn takes_up(a: &Claim, b: &Claim, facets: &[Facet]) -> bool {
    let later = if a.span.start < b.span.start { b } else { a };
    let definite = later.context().scope.iter().any(|word| word == "definite");
    let earlier = if a.span.start < b.span.start { a } else { b };
    // "The 2,460 pupils at Hill School" are not those of the whole town.
    let wider = |pick: fn(&Context) -> &Vec<String>| {
        pick(later.context()).iter().all(|name| pick(earlier.context()).contains(name))
    };
    let narrowed = !wider(|context| &context.names) || !wider(|context| &context.places);
    definite
        && !narrowed
        && is_same(facets, "noun")
        && a.context().modifiers == b.context().modifiers
        && a.block != b.block
}

/// Whether one of them stands in a headline or caption and the other in the text, of the same thing and topic.
fn is_set_off(a: &Claim, b: &Claim, facets: &[Facet]) -> bool {
    let set_off = |claim: &Claim| matches!(claim.role, Role::Headline | Role::Caption);
    let thing = is_same(facets, "noun") || is_same(facets, "event") && a.quantity.unit == Unit::Count;
    set_off(a) != set_off(b) && thing
}

/// Whether thing, event and topic all agree.
fn is_one_passage(a: &Claim, b: &Claim, facets: &[Facet]) -> bool {
    let words = shared(&a.context().words, &b.context().words).count()
        + 2 * shared(&a.context().names, &b.context().names).count();
    let both = is_same(facets, "noun") && is_same(facets, "event");
    // A share or a sum has no noun of its own more often than not: there the topic must say more.
    let measured = a.quantity.unit != Unit::Count && is_same(facets, "event") && words > ENOUGH_WORDS;
    let dated = a.as_of.is_some() == b.as_of.is_some();
    (both || measured) && dated && a.context().modifiers == b.context().modifiers && words >= ENOUGH_WORDS
}

fn is_same(facets: &[Facet], name: &str) -> bool {
    facets.iter().any(|facet| facet.name == name && facet.agreement == Agreement::Same)
}

/// How strongly the agreeing facets join: thing, event and population weigh two, each shared name or place two, each
/// other word one.
fn weight(a: &Claim, b: &Claim, facets: &[Facet]) -> usize {
    let each = |name: &str| match name {
        "noun" | "event" | "population" => 2,
        "period" => 1,
        _ => 0,
    };
    let agreed: usize =
        facets.iter().filter(|facet| facet.agreement == Agreement::Same).map(|facet| each(facet.name)).sum();
    let (one, other) = (a.context(), b.context());
    let names = shared(&one.names, &other.names).count() + shared(&one.places, &other.places).count();
    let reference = if takes_up(a, b, facets) { 2 } else { 0 };
    agreed + reference + 2 * names.min(2) + shared(&one.words, &other.words).count().min(4)
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
