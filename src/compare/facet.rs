//! The facets of two claims, each judged on its own.

use super::Agreement;
use super::thing::{class, costs, is_elliptical};
use super::town::{are_hauls_of_two, are_of_two_towns, is_town_of_land};
use crate::claim::{Claim, Context, Decimal, Status, Timing, Unit};
use crate::text::{Role, one_line};

/// What a figure is measured in: miles go with kilometres. A fraction and a percentage are both shares, but are left apart.
pub(super) fn unit(a: &Claim, b: &Claim) -> Agreement {
    if a.common_unit() == b.common_unit() { Agreement::Same } else { Agreement::Different }
}

/// What is expected, aimed at or supposed is not compared with what is; what a headline announces in its short way
/// ("to cut 1,400 jobs") goes with both.
pub(super) fn status(a: &Claim, b: &Claim) -> Agreement {
    let open = |status: Status| matches!(status, Status::Forecast | Status::Target | Status::Hypothetical);
    let denied = a.status == Status::Denied || b.status == Status::Denied;
    // "It will cost £4 million", "she puts the cost at £5 million"; "it is to shed 40 jobs", "60 people would lose theirs".
    let likened = || costs(a) && costs(b) || is_shed(a, b) || is_shed(b, a) || is_granted(a, b) || is_granted(b, a);
    // "Will be 240 metres tall", "is 212 metres tall".
    let sized = || extent(a, b) == Agreement::Same;
    // "Will close 14 schools", "the 17 schools to be closed had few pupils": which they are, the reader knows.
    let known = |claim: &Claim| claim.status == Status::Asserted && claim.context().is_limited("definite");
    let likened = || !denied && (likened() || sized() || is_announced(a, b) || known(a) || known(b));
    let headline = a.role == Role::Headline || b.role == Role::Headline;
    match (a.status == b.status, open(a.status) && open(b.status)) {
        (true, _) => Agreement::Same,
        (false, true) => Agreement::Silent,
        (false, false) if headline && !denied || likened() => Agreement::Silent,
        (false, false) => Agreement::Different,
    }
}

/// Whether both are of one time that is still to come: "will pay 4 percent more from June", "the rise of 5 percent that
/// takes effect in June".
fn is_announced(a: &Claim, b: &Claim) -> bool {
    let said = |claim: &Claim| claim.said.and_then(|said| said.end);
    let starts = |claim: &Claim| claim.as_of.and_then(|period| period.start);
    let ahead = |claim: &Claim| starts(claim).zip(said(claim)).is_some_and(|(start, said)| start > said);
    ahead(a) && ahead(b) && a.as_of.as_ref().map(Timing::days) == b.as_of.as_ref().map(Timing::days)
}

/// Whether the one tells that jobs go, and the other that they go or are to be cut: "is laying off 40", "will cut 60 jobs".
fn is_shed(one: &Claim, other: &Claim) -> bool {
    let gone = one.context().events.iter().any(|event| event == "lay_off");
    gone && other.context().kin.iter().any(|kin| kin == "layoff")
}

/// Whether the one is a sum that somebody is to have, by word of whoever gives it, and the other one that will be paid:
/// "has set aside £4 million", "£5 million will be spent".
fn is_granted(one: &Claim, other: &Claim) -> bool {
    let granted = |event: &String| matches!(event.as_str(), "allot" | "settle");
    let (one, other) = (one.context(), other.context());
    // What it is given for must be told alike.
    let alike = shared(&one.words, &other.words).count() > 1;
    one.events.iter().any(granted) && shared(&one.kin, &other.kin).next().is_some() && alike
}

pub(super) fn noun_text(claim: &Claim) -> String {
    claim.noun.as_ref().map_or("—".into(), |noun| one_line(&noun.text)).into_owned()
}

/// What happened to the counted.
pub(super) fn event(a: &Claim, b: &Claim) -> Agreement {
    let (one, other) = (&a.context().events, &b.context().events);
    let kin = shared(&a.context().kin, &b.context().kin).next().is_some();
    let alive = |claim: &Claim| {
        let people = claim.quantity.unit == Unit::Count && class(claim) == Some("person") && !is_elliptical(claim);
        people && claim.context().is_eventless()
    };
    match (one.is_empty() || other.is_empty(), shared(one, other).next().is_some()) {
        // "30 people were killed", "200 people were inside".
        (true, _) if is_lost(a.context()) && alive(b) || is_lost(b.context()) && alive(a) => Agreement::Different,
        (true, _) => Agreement::Silent,
        (false, false) if kin => Agreement::Silent,
        (false, true) => Agreement::Same,
        (false, false) => Agreement::Different,
    }
}

/// Whether the counted lost their lives or were hurt.
pub(super) fn is_lost(context: &Context) -> bool {
    context.events.iter().any(|event| matches!(event.as_str(), "kill" | "injure"))
}

/// How much else two sentences must share for a word that only one of them adds to be a mere detail.
const DETAIL: usize = 5;

/// Which of them: what the noun phrase says beside its head. What one phrase adds must stand somewhere in the other
/// sentence, else it narrows the one claim down and not the other; unless all else says that it is a detail, or those
/// narrowed down are more than all of them.
pub(super) fn population(a: &Claim, b: &Claim) -> Agreement {
    let (one, other) = (&a.context().modifiers, &b.context().modifiers);
    // "Six Danish sailors died", "a Danish mine killed 30": of those who are killed, a nation tells which they are.
    let harmed = is_lost(a.context()) && is_lost(b.context());
    let holds = |claim: &Claim, word: &String| {
        if harmed && word.starts_with(char::is_uppercase) {
            claim.context().modifiers.contains(word)
        } else {
            mentions(claim, word)
        }
    };
    let only_one = one.iter().any(|word| !holds(b, word) && !is_state(a, word));
    let only_other = other.iter().any(|word| !holds(a, word) && !is_state(b, word));
    let detail = || is_detailed(a, b);
    let told = || {
        let (one, other) = (a.context(), b.context());
        shared(&one.events, &other.events).next().is_some() || shared(&one.kin, &other.kin).next().is_some()
    };
    match (one.is_empty() && other.is_empty(), only_one, only_other) {
        (true, ..) => Agreement::Silent,
        (false, true, false) if told() && outnumbers(a, b) || detail() => Agreement::Silent,
        (false, false, true) if told() && outnumbers(b, a) || detail() => Agreement::Silent,
        (false, false, false) => Agreement::Same,
        _ => Agreement::Different,
    }
}

/// Whether parts of what is measured in a unit make up a whole.
pub(super) fn is_additive(unit: &Unit) -> bool {
    *unit == Unit::Count
        || matches!(
            unit.name(),
            "tonne"
                | "kilogram"
                | "hectare"
                | "acre"
                | "barrel"
                | "square_kilometre"
                | "square_mile"
                | "litre"
                | "cubic_metre"
        )
}

/// How many times as many they may be, and still be counted among them by somebody.
const TIMES: u32 = 4;

/// Whether a count of some is greater than one that would be of all: "90 government soldiers" against "23 soldiers".
pub(super) fn outnumbers(some: &Claim, all: &Claim) -> bool {
    let [some_of, whole] = some.readings(all);
    let ends = some_of.low.zip(whole.high.or(whole.low));
    let near = |low: Decimal, high: Decimal| high.checked_mul(TIMES.into()).is_some_and(|most| low <= most);
    is_additive(&some.quantity.unit) && ends.is_some_and(|(low, high)| low > high && near(low, high))
}

/// Whether a word only says again what happened: "296 injured people"; whoever may vote is registered.
fn is_state(claim: &Claim, word: &str) -> bool {
    // "Four armed robbers", "two robbers": that they were armed does not say which.
    if matches!(
        word,
        "arm"
            | "armed"
            | "masked"
            | "alleged"
            | "suspected"
            | "innocent"
            | "unarmed"
            | "doom"
            | "doomed"
            | "stricken"
            | "ill-fated"
            | "finish"
            | "finished"
            | "complete"
            | "completed"
    ) {
        return true;
    }
    // A town's deficit is its budget's.
    if matches!(word, "budget" | "fiscal") && matches!(claim.context().thing.as_str(), "deficit" | "surplus") {
        return true;
    }
    let events = &claim.context().events;
    let votes = || claim.context().kin.iter().any(|kin| kin == "take_part");
    if matches!(word, "register" | "eligible") && votes() {
        return true;
    }
    events.iter().any(|event| word == event || word.starts_with(event.trim_end_matches('e')))
}

/// Whether a claim's sentence holds a word in any part.
pub(super) fn mentions(claim: &Claim, word: &str) -> bool {
    let context = claim.context();
    // At the head of a headline a name looks like any word, and "Sellars" like several.
    let singular = |name: &str| name.strip_suffix('s').is_some_and(|name| name.eq_ignore_ascii_case(word));
    [&context.modifiers, &context.words, &context.places, &context.nations, &context.names, &context.events]
        .into_iter()
        .any(|words| words.iter().any(|known| known.eq_ignore_ascii_case(word)))
        || context.thing == word
        || context.names.iter().any(|name| singular(name))
}

/// Where. Two that both name places must share one, or the one must lie in the other's. Whose police or army it was says
/// where as well, but of the dead and hurt only as far as both tell no more; so does the town whose police tell it.
pub(super) fn place(a: &Claim, b: &Claim) -> Agreement {
    let placed = |claim: &Claim| !claim.context().places.is_empty();
    let told = |claim: &Claim| placed(claim) || !claim.context().nations.is_empty();
    let harmed = || is_lost(a.context()) && is_lost(b.context());
    if is_town_of_land(a, b) || is_town_of_land(b, a) || are_hauls_of_two(a, b) {
        return Agreement::Different;
    }
    match (told(a) && told(b), are_in_one_place(a.context(), b.context())) {
        (false, _) if are_of_two_towns(a, b) => Agreement::Different,
        (false, _) => Agreement::Silent,
        (true, true) => Agreement::Same,
        (true, false) if is_of_whole(a, b) || is_of_whole(b, a) => Agreement::Silent,
        // "Danish shells killed 31 in Tarrow", "44 Poles were killed".
        (true, false) if placed(a) != placed(b) && harmed() => Agreement::Silent,
        (true, false) => Agreement::Different,
    }
}

/// Whether two sentences share a place or a nation, be it that the one says where and the other only whose.
fn are_in_one_place(one: &Context, other: &Context) -> bool {
    let mut all = one.places.iter().chain(&one.nations);
    all.any(|place| other.places.contains(place) || other.nations.contains(place))
}

/// The places of a claim, else the nations.
pub(super) fn whereabouts(claim: &Claim) -> &[String] {
    let context = claim.context();
    if context.places.is_empty() { &context.nations } else { &context.places }
}

/// Whether the one is told of a place that holds the other's, and may be told of that place as well: a strength has no
/// parts; a count of the dead of a city may be one of several in its country, unless it is the greater of the two.
fn is_of_whole(outer: &Claim, inner: &Claim) -> bool {
    let holds = shared(&inner.context().around, &outer.context().places).next().is_some();
    let lost = || is_lost(outer.context()) && is_lost(inner.context());
    let strength = outer.quantity.unit.name() == "magnitude" || outer.context().thing == "magnitude";
    let counted = || lost() && outnumbers(inner, outer) || is_detailed(outer, inner);
    holds && (strength || outer.quantity.unit == Unit::Count && counted())
}

/// Whether two sentences share so much that what only one of them adds is a detail.
fn is_detailed(a: &Claim, b: &Claim) -> bool {
    let (one, other) = (a.context(), b.context());
    let names = shared(&one.names, &other.names).count() + shared(&one.places, &other.places).count();
    names > 0 && names + shared(&one.words, &other.words).count() >= DETAIL
}

/// The names that both sentences hold. That they hold different ones says little: each writer picks others.
pub(super) fn name(a: &Claim, b: &Claim) -> Agreement {
    same_where(shared(&a.context().names, &b.context().names).next().is_some())
}

/// Whose it is. Two that name different holders tell of two things, unless one of them names the other's as well.
pub(super) fn holder(a: &Claim, b: &Claim) -> Agreement {
    let (one, other) = (&a.context().holder, &b.context().holder);
    let named = |claim: &Claim, holder: &[String]| holder.iter().any(|word| claim.context().names.contains(word));
    if are_losses_of_two(a, b) || are_deeds_of_two(a, b) {
        return Agreement::Different;
    }
    match (one.is_empty() || other.is_empty(), shared(one, other).next().is_some()) {
        (true, _) => Agreement::Silent,
        (false, true) => Agreement::Same,
        (false, false) if named(a, other) || named(b, one) => Agreement::Silent,
        (false, false) => Agreement::Different,
    }
}

/// Whether two parties each tell of what they have done: "the charity said it fed 40", "the town said it fed 90".
fn are_deeds_of_two(a: &Claim, b: &Claim) -> bool {
    a.has_another_source(b) && a.context().is_limited("deed") && b.context().is_limited("deed")
}

/// Whether two parties each tell of their own dead: "the rebels said 40 of their men were killed", "the army put its own
/// losses at 12 dead".
fn are_losses_of_two(a: &Claim, b: &Claim) -> bool {
    let sources = a.source.as_ref().zip(b.source.as_ref());
    let gone = |context: &Context| is_lost(context) || context.events.iter().any(|event| event == "lose");
    let own = |claim: &Claim| claim.context().is_limited("own") && gone(claim.context());
    // "The army loses 19": whose they are is told by the sentence alone.
    let lost = || a.context().events.iter().any(|event| event == "lose");
    let two = sources.map(|(one, other)| one.id != other.id);
    own(a) && own(b) && two.unwrap_or_else(lost)
}

/// How long a thing is and how wide are two things; a ship of 90 metres may be as long as that.
pub(super) fn extent(a: &Claim, b: &Claim) -> Agreement {
    match a.context().extent.as_deref().zip(b.context().extent.as_deref()) {
        None => Agreement::Silent,
        Some((one, other)) if one == other => Agreement::Same,
        Some(_) => Agreement::Different,
    }
}

/// Increments, remainders, averages and rates are compared with their like alone; "total" and "the" are no limits.
pub(super) fn scope(a: &Claim, b: &Claim) -> Agreement {
    if a.context().scope.is_empty() && b.context().scope.is_empty() {
        return Agreement::Silent;
    }
    let (mut one, mut other) = (limits(a), limits(b));
    // "Growth of 2 percent" is how great growth is.
    if [a, b].iter().all(|claim| mentions(claim, "growth")) {
        one.retain(|word| *word != "change");
        other.retain(|word| *word != "change");
    }
    // What comes on top of another figure, or was one before, is known only by that other.
    let one_period = a.as_of.is_some() && a.as_of.as_ref().map(Timing::days) == b.as_of.as_ref().map(Timing::days);
    let bound = one.iter().any(|word| matches!(*word, "former" | "separate") || *word == "additional" && !one_period);
    match (one.is_empty() && other.is_empty(), one == other && !bound) {
        (true, _) => Agreement::Silent,
        (false, true) => Agreement::Same,
        (false, false) => Agreement::Different,
    }
}

/// The words that limit a figure.
pub(super) fn limits(claim: &Claim) -> Vec<&str> {
    let free = |word: &&str| {
        matches!(*word, "total" | "definite" | "whole" | "such" | "own" | "self" | "deed" | "known" | "listed")
    };
    claim.context().scope.iter().map(String::as_str).filter(|word| !free(word)).collect()
}

/// The other words that both sentences hold.
pub(super) fn topic(a: &Claim, b: &Claim) -> Agreement {
    same_where(shared(&a.context().words, &b.context().words).next().is_some())
}

const fn same_where(shared: bool) -> Agreement {
    if shared { Agreement::Same } else { Agreement::Silent }
}

/// What two sorted lists have in common.
pub(super) fn shared<'a>(one: &'a [String], other: &'a [String]) -> impl Iterator<Item = &'a String> {
    one.iter().filter(|word| other.binary_search(word).is_ok())
}

pub(super) fn list<W: AsRef<str>>(words: &[W]) -> String {
    let words: Vec<_> = words.iter().map(AsRef::as_ref).collect();
    if words.is_empty() { "—".to_owned() } else { words.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, event, holder, place, population, status};
    use crate::compare::testing::across;

    #[test]
    fn whose_figures_go_together() {
        for (one, other, wanted) in [
            ("Ana Ruiz has 370 seats.", "Ruiz has won 380 seats.", Agreement::Same),
            ("Ruiz has 370 seats.", "Orlov has 380 seats.", Agreement::Different),
            ("The charity said it fed 370 people.", "The town said it fed 380 people.", Agreement::Different),
            ("The charity said it fed 370 people.", "The town said 380 people were fed.", Agreement::Silent),
            ("The charity said it found 370 people.", "The town said it found 380 people.", Agreement::Silent),
            ("Ruiz has 370 seats.", "Ask Ruiz: Orlov has 380 seats.", Agreement::Silent),
            ("Ruiz has 370 seats.", "There are 380 seats.", Agreement::Silent),
        ] {
            assert_eq!(across(one, other, |pair| holder(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }

    #[test]
    fn what_is_to_come_and_what_is_known_of_it() {
        for (one, other, wanted) in [
            ("It will close 40 schools.", "The 60 schools to be closed are old.", Agreement::Silent),
            ("It will close 40 schools.", "It closed 60 schools.", Agreement::Different),
            ("It will close 40 schools.", "It plans to close 60 schools.", Agreement::Silent),
        ] {
            assert_eq!(across(one, other, |pair| status(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }

    #[test]
    fn whoever_is_inside_is_no_toll() {
        for (one, other, wanted) in [
            ("30 people were killed.", "200 people were inside.", Agreement::Different),
            ("30 people were killed.", "200 dead were inside.", Agreement::Same),
            ("30 boats were burned.", "200 boats were inside.", Agreement::Silent),
            ("A climber fell 90 metres to his death.", "A climber fell 70 metres.", Agreement::Silent),
            ("12 inmates escaped.", "19 inmates are on the run.", Agreement::Same),
            ("A pump spilled 300 barrels.", "Some 900 barrels seeped into the soil.", Agreement::Same),
            ("They harvested 40 tonnes.", "They produced 60 tonnes.", Agreement::Silent),
        ] {
            assert_eq!(across(one, other, |pair| event(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }

    #[test]
    fn where_it_happened() {
        for (one, other, wanted) in [
            ("40 people died in Rome.", "60 people died in Lisbon.", Agreement::Different),
            ("Danish shells killed 40 people in Rome.", "60 people died in the Polish strike.", Agreement::Silent),
            ("Danish police arrested 40 people.", "Polish police arrested 60 people.", Agreement::Different),
            ("Danish police arrested 40 people.", "Police arrested 60 people in Rome.", Agreement::Different),
            ("Danish police arrested 40 people.", "Police arrested 60 people in Denmark.", Agreement::Same),
            ("A slide killed 40 people in Orr.", "It fell on Lune, where 60 people died.", Agreement::Different),
            ("It killed 40 people in Rome and 60 in Lisbon.", "It killed 50 people in Lisbon.", Agreement::Different),
            (
                "40 people fell ill in the city of Tarrow.",
                "60 people fell ill in Tarrow province.",
                Agreement::Different,
            ),
            ("60 people fell ill in the city of Tarrow.", "40 people fell ill in Tarrow province.", Agreement::Same),
        ] {
            assert_eq!(across(one, other, |pair| place(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }

    #[test]
    fn what_tells_which_of_them_are_meant() {
        for (one, other, wanted) in [
            ("The first phase of the port will cost $4.", "The port will cost $9.", Agreement::Different),
            ("The first phase of the port will cost $4.", "The first phase of the port costs $9.", Agreement::Same),
            ("Six Danish sailors died.", "A Danish mine killed 30 sailors.", Agreement::Different),
            ("Six Danish sailors died.", "Nine Danish sailors died.", Agreement::Same),
            ("Six Danish sailors came.", "A Danish ship carried nine sailors.", Agreement::Same),
        ] {
            assert_eq!(across(one, other, |pair| population(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }
}
