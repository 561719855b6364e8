//! Notes: drafts of a sentence or two, which say once what they are about and so share little with another.

use super::aspect::Aspect;
use super::facet::is_additive;
use super::likely::{MANY_TIMES, TWICE};
use super::pair::Pair;
use super::strand::{is_happened, is_on_topic, is_one_act};
use super::thing::is_elliptical;
use crate::claim::{Claim, Unit};

/// How many words two notes of one sum must share beside those for what is done with it.
const ENOUGH_TOLD: usize = 3;

/// Whether two notes count one thing, or people of one event, and share a name or more of what happened: a note says
/// once what it is about, and so shares little with another.
pub(super) fn is_noted(pair: &Pair<'_>) -> bool {
    match &pair.a.quantity.unit {
        Unit::Count => pair.is_within(MANY_TIMES) && is_noted_count(pair),
        // "The bridge will cost $340 million", "auditors put the cost of the bridge at $410 million".
        Unit::Money(_) | Unit::Percent => {
            let one = pair.is_same(Aspect::Noun) && is_happened(pair);
            let more =
                || pair.words() > 1 || pair.is_of_speaker() || pair.is_same(Aspect::Population) && pair.words() > 0;
            // "Has set aside £4 million for the repair of the dykes", "£5 million will be spent on repairing the dykes".
            let told = (is_happened(pair) || pair.is_same(Aspect::Noun)) && pair.words_beyond_event() >= ENOUGH_TOLD;
            // "GDP grew 2 percent in 2030", "the economy expanded by 3 percent in 2030".
            let grown = || [Aspect::Noun, Aspect::Scope, Aspect::Period].into_iter().all(|aspect| pair.is_same(aspect));
            pair.is_within(TWICE) && (one && more() || told || grown() || pair.is_one_deal())
        }
        _ => {
            pair.is_one_strength()
                || pair.is_one_sentence()
                || is_one_length(pair)
                || is_one_amount(pair)
                || pair.is_one_extent() && (pair.names() > 0 || is_on_topic(pair))
        }
    }
}

/// Whether both tell how far one thing goes, and one of them leaves open in which direction: "the bridge is 860 metres
/// long", "the 940-metre bridge".
fn is_one_length(pair: &Pair<'_>) -> bool {
    let told = |claim: &Claim| claim.context().extent.is_some();
    told(pair.a) != told(pair.b)
        && pair.is_same(Aspect::Noun)
        && pair.is_within(TWICE)
        && (pair.names() > 0 || is_on_topic(pair))
}

/// Whether both tell how much of something there is, and what became of it: "sent 5 tonnes of mud into the valley".
fn is_one_amount(pair: &Pair<'_>) -> bool {
    let told = pair.words_beyond_event() >= ENOUGH_TOLD || pair.is_same(Aspect::Noun) && is_on_topic(pair);
    is_additive(&pair.a.quantity.unit) && pair.is_within(TWICE) && told
}

fn is_noted_count(pair: &Pair<'_>) -> bool {
    let kind = pair.is_same(Aspect::Noun) && pair.is_same(Aspect::Population);
    let placed = is_on_topic(pair) || pair.names() > 0 || is_one_act(pair) || pair.is_kind_named();
    // Every works has its own workers.
    let employed = pair.a.context().events.iter().any(|event| event == "employ");
    if employed && pair.names() == 0 {
        return false;
    }
    if is_happened(pair) {
        // "Eight million Danes use the ferry": who is killed at one time is known by more than his nation.
        placed || kind && !pair.is_told_in_one_word()
    } else {
        // "Ana won 63 seats of the council", "Ana took 58 seats on the council".
        let held = pair.is_same(Aspect::Noun) && pair.is_same(Aspect::Holder) && pair.words() > 0;
        held || is_lasting(pair) && (placed || kind)
    }
}

/// Whether one of two notes denies what the other counts: "no one was killed or hurt", "12 were killed and 20 hurt".
pub(super) fn is_gainsaid(pair: &Pair<'_>) -> bool {
    let none = |claim: &Claim| claim.quantity.value().is_some_and(|value| value.is_zero());
    let whole = |claim: &Claim| claim.context().modifiers.is_empty() && !is_elliptical(claim);
    none(pair.a) != none(pair.b) && pair.is_told_in_one_word() && is_on_topic(pair) && whole(pair.a) && whole(pair.b)
}

/// Whether neither note tells of a happening, nor of one that took from a thing or added to it: "NATO has 19 members",
/// "16 members of NATO"; how many carrots somebody grew is not how many are left.
fn is_lasting(pair: &Pair<'_>) -> bool {
    pair.is_eventless() && !pair.is_told_apart()
}
