//! Same thing or not: one facet that differs parts two claims, and enough that agree join them.
//!
//! How much is enough hangs on what ties the claims together before they are looked at, their [`Bond`].

use super::facet::is_general;
use super::pair::Pair;
use super::story::Story;
use super::within::{may_contradict, takes_up};
use super::{Agreement, ClaimRef, Facet, Verdict};
use crate::extract::Draft;

/// How much must agree before two claims of one draft are taken to speak of one thing.
const ENOUGH_WITHIN: usize = 4;
/// The same for claims of two drafts, which may be about two incidents.
const ENOUGH_ACROSS: usize = 5;

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
        if a.draft == b.draft {
            Self::Within
        } else if one_story() {
            Self::Story
        } else {
            Self::Loose
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
    let pair = Pair::new(drafts, a, b);
    let text = drafts[a.draft].document.text();
    let joined = match bond {
        Bond::Within => is_enough_within(&pair, text) && may_contradict(&pair, text),
        Bond::Story => weight(&pair) >= ENOUGH_ACROSS || is_one_strand(&pair),
        Bond::Loose => weight(&pair) >= ENOUGH_ACROSS,
    };
    let comparable = joined && !pair.differs(None) && pair.is_tellable();
    Verdict { comparable, facets: ranked(pair.facets) }
}

fn is_enough_within(pair: &Pair<'_>, text: &str) -> bool {
    let reference = if takes_up(pair, text) { 2 } else { 0 };
    weight(pair) + reference + usize::from(pair.is_set_off()) >= ENOUGH_WITHIN
}

/// Whether two claims of one story tell of the same strand of it: of one event, or of one thing; of like size; and
/// neither of a place that the other is silent of, for a story may have several.
fn is_one_strand(pair: &Pair<'_>) -> bool {
    let (one, other) = (pair.a.context(), pair.b.context());
    let placed = one.places.is_empty() == other.places.is_empty() && pair.a.cell.is_none() && pair.b.cell.is_none();
    let thing = pair.is_same("noun") && !is_general(&one.thing);
    let told = pair.is_same("event") || thing || pair.is_kin() || pair.is_crowd();
    placed && told && pair.is_of_like_size()
}

/// How strongly the agreeing facets join: thing, event and population weigh two, each shared name or place two, each
/// other word one.
fn weight(pair: &Pair<'_>) -> usize {
    let each = |facet: &Facet| match facet.name {
        "noun" | "event" | "population" => 2,
        "period" => 1,
        _ => 0,
    };
    let agreed: usize = pair.facets.iter().filter(|facet| facet.agreement == Agreement::Same).map(each).sum();
    agreed + 2 * pair.names().min(2) + pair.words().min(4)
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
