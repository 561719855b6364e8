//! Whether two claims of two drafts tell of the same strand of a story: of one event or thing, and on one topic.

use super::Agreement;
use super::account::is_of_one_source;
use super::aspect::Aspect;
use super::facet::{is_additive, shared};
use super::likely::{MANY_TIMES, TWICE, is_of_parent};
use super::pair::Pair;
use super::tellable::{is_imposed, is_jailing};
use super::thing::is_general;
use crate::claim::{Claim, Unit};
use crate::extract::is_of_life_and_limb;

/// The same for claims of two drafts, which may be about two incidents.
pub(super) const ENOUGH_ACROSS: usize = 5;

/// Whether two claims of drafts that nothing ties together say enough themselves to be of one thing.
pub(super) fn is_alike(pair: &Pair<'_>) -> bool {
    is_told(pair) && is_placed(pair) && !is_day_of_more(pair) && weight(pair) >= ENOUGH_ACROSS
}

/// Whether one count is of a day, and the other was made weeks later and does not say of when: "a crowd of 38,000 watched on
/// Saturday", "the tournament drew 380,000".
fn is_day_of_more(pair: &Pair<'_>) -> bool {
    const WEEKS: i32 = 14;
    let later = |day: &Claim, other: &Claim| {
        let days = day.as_of.as_ref().filter(|period| period.start.is_some() && period.start == period.end);
        let weeks = days
            .and_then(|days| days.end)
            .zip(other.said_from())
            .is_some_and(|(day, said)| (said - day).get_days() > WEEKS);
        weeks && other.as_of.is_none() && day.quantity.unit == Unit::Count
    };
    later(pair.a, pair.b) || later(pair.b, pair.a)
}

/// Whether all that two sentences share is that people came to harm: wherever some die, others are hurt.
pub(super) fn is_mere_harm(pair: &Pair<'_>) -> bool {
    let harm = |word: &String| {
        let told = matches!(word.as_str(), "hurt" | "injure" | "injured" | "wound" | "wounded");
        told || is_of_life_and_limb(word)
    };
    let (one, other) = (&pair.a.context().words, &pair.b.context().words);
    pair.is_told_in_one_word() && pair.names() == 0 && shared(one, other).all(harm)
}

/// Whether two claims, of which one names nothing that could part them, are of one event and of like size.
pub(super) fn is_bare_strand(pair: &Pair<'_>) -> bool {
    // "19 people died in a fire", "23 people died in a flood".
    let alike = || is_on_topic(pair) || is_brief(pair.a) || is_brief(pair.b);
    is_happened(pair) && is_one_strand(pair) && pair.is_within(TWICE) && alike() && !is_summed(pair)
}

/// Whether two sentences share more than the word for what happened.
pub(super) fn is_on_topic(pair: &Pair<'_>) -> bool {
    // Who dies, is hurt or held is told of in one word whatever the writer's; other events may have a word beside their own.
    let beyond = pair.words_beyond_event();
    beyond > usize::from(pair.is_same(Aspect::Event) && beyond == pair.words() && !pair.is_told_in_one_word())
}

/// Whether two drafts that only a rare name ties share more than a place and a common event: two accidents in one town
/// have those in common, too.
pub(super) fn is_near(pair: &Pair<'_>) -> bool {
    let told = [pair.a, pair.b].iter().any(|claim| !is_general(&claim.context().thing));
    let tied = pair.is_same(Aspect::Name) || pair.is_kin() || pair.is_of_one_day() || is_of_one_source(pair);
    // "Took four wickets before tea", "had 36 wickets to his name".
    let alike = pair.a.quantity.unit != Unit::Count || is_happened(pair) || pair.is_within(MANY_TIMES);
    alike && (tied || told || is_on_topic(pair))
}

/// Whether more is told of two counts than a thing that there may be many of ("five states", "81 delegates"): what happened
/// to it, where, or which of them they are. Names and topics of the day stand in all drafts of the day.
fn is_told(pair: &Pair<'_>) -> bool {
    let counts = pair.a.quantity.unit == Unit::Count && pair.a.context().thing != "magnitude" && !is_of_parent(pair.a);
    let told = || pair.is_same(Aspect::Population) || pair.is_same(Aspect::Place);
    !counts || pair.is_same(Aspect::Event) || pair.is_kin() || pair.is_crowd() || told()
}

/// Whether a sentence tells little more than what happened to how many.
fn is_brief(claim: &Claim) -> bool {
    claim.context().words.len() <= claim.context().events.len()
}

/// Whether both tell of one event, or of two that are told of one thing.
pub(super) fn is_happened(pair: &Pair<'_>) -> bool {
    pair.is_same(Aspect::Event) || pair.is_kin()
}

/// Whether more than the words for the event itself ties two claims of any drafts: a name, or a topic.
fn is_placed(pair: &Pair<'_>) -> bool {
    pair.names() > 0 || is_on_topic(pair) && !is_summed(pair)
}

/// Whether both are sums or shares, which are told of in the same few words whatever they are of.
fn is_summed(pair: &Pair<'_>) -> bool {
    matches!(pair.a.quantity.unit, Unit::Money(_) | Unit::Percent)
}

/// Whether two claims are of one thing and of what happened to it, which the drafts need not place again.
pub(super) fn is_one_act(pair: &Pair<'_>) -> bool {
    let told = pair.is_same(Aspect::Event) || pair.is_kin();
    told && pair.is_same(Aspect::Noun) && !is_general(&pair.a.context().thing) && pair.is_within(MANY_TIMES)
}

/// Whether two claims of one story tell of the same strand of it: of one event, or of one thing; of like size; and
/// neither of a place that the other is silent of, for a story may have several, other than where the story plays.
pub(super) fn is_one_strand(pair: &Pair<'_>) -> bool {
    let placed = pair.is_placed_alike() && pair.a.cell.is_none() && pair.b.cell.is_none();
    let thing = pair.is_same(Aspect::Noun) && !is_general(&pair.a.context().thing);
    let told = pair.is_same(Aspect::Event) || thing || pair.is_kin() || pair.is_crowd() || pair.is_one_margin();
    placed && told && pair.is_within(MANY_TIMES)
}

/// Whether two drafts of one story each give one amount of its unit and no other, of like size, and both of one event:
/// "has blackened 400 hectares of heath", "put the area that the fire burned at 700 hectares".
pub(super) fn is_lone_amount(pair: &Pair<'_>) -> bool {
    let unit = &pair.a.quantity.unit;
    let amount = *unit != Unit::Count && is_additive(unit);
    // "Harvested 400 tonnes of wheat", "made 250 tonnes of flour from wheat"; what burned is land in whatever words.
    let area = matches!(unit.name(), "hectare" | "acre" | "square_kilometre" | "square_mile");
    let kin = || pair.is_kin() && (pair.is_same(Aspect::Noun) || area);
    let one = || pair.is_same(Aspect::Event) || kin();
    let alike = || !pair.is_of_two_periods() && pair.is_placed_alike();
    amount && pair.is_within(MANY_TIMES) && one() && alike() && pair.is_lone()
}

/// Whether two drafts of one story each give one figure of an event and no other, of like size, and for the same days:
/// what one court imposed, what one sale brought in. Shares of a vote are one for each who stands; those who take part are
/// one share.
pub(super) fn is_lone_of_event(pair: &Pair<'_>) -> bool {
    let one = || pair.is_placed_alike() && !pair.is_of_two_periods();
    let share = pair.a.quantity.unit == Unit::Percent;
    let took_part = || pair.a.context().kin.iter().any(|kin| kin == "take_part");
    let years = pair.a.quantity.unit.is_years();
    let imposed = || [pair.a, pair.b].into_iter().all(|claim| is_jailing(claim) && is_imposed(claim));
    let single = if years { imposed() } else { !share || took_part() };
    single && pair.is_same(Aspect::Event) && pair.is_within(MANY_TIMES) && one() && pair.is_lone_of_event()
}

/// How strongly the agreeing facets join: thing, event and population weigh two, each shared name or place two, each
/// other word one.
pub(super) fn weight(pair: &Pair<'_>) -> usize {
    let each = |aspect: Aspect| match aspect {
        Aspect::Noun | Aspect::Event | Aspect::Population => 2,
        Aspect::Period | Aspect::Contrast => 1,
        _ => 0,
    };
    let same = pair.agreements().filter(|(_, agreement)| *agreement == Agreement::Same);
    let agreed: usize = same.map(|(aspect, _)| each(aspect)).sum();
    agreed + 2 * pair.names().min(2) + pair.words().min(4)
}
