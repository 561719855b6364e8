//! The facets of two claims, each judged on its own.

use super::{Agreement, Facet};
use crate::claim::{Claim, Status, Timing, Unit};
use crate::text::Role;
use jiff::civil::Date;

/// Days after which what is said without a period is no longer said of a period that ended before them.
const RECENT: i32 = 45;

/// What two claims share and where they part, facet by facet.
pub(super) fn facets(a: &Claim, b: &Claim) -> Vec<Facet> {
    let all = [
        unit(a, b),
        status(a, b),
        thing(a, b),
        event(a, b),
        population(a, b),
        place(a, b),
        name(a, b),
        scope(a, b),
        period(a, b),
        topic(a, b),
    ];
    all.into_iter().collect()
}

fn facet(name: &'static str, agreement: Agreement, words: String) -> Facet {
    Facet { name, agreement, words }
}

/// What a figure is measured in. A fraction and a percentage are both shares, but are left apart.
fn unit(a: &Claim, b: &Claim) -> Facet {
    let (one, other) = (&a.quantity.unit, &b.quantity.unit);
    let agreement = if one == other { Agreement::Same } else { Agreement::Different };
    facet("unit", agreement, pair(one.name(), other.name()))
}

/// What is expected, aimed at or supposed is not compared with what is; what a headline announces in its short way
/// ("to cut 1,400 jobs") goes with both.
fn status(a: &Claim, b: &Claim) -> Facet {
    let open = |status: Status| matches!(status, Status::Forecast | Status::Target | Status::Hypothetical);
    let denied = a.status == Status::Denied || b.status == Status::Denied;
    let headline = a.role == Role::Headline || b.role == Role::Headline;
    let agreement = match (a.status == b.status, open(a.status) && open(b.status)) {
        (true, _) => Agreement::Same,
        (false, true) => Agreement::Silent,
        (false, false) if headline && !denied => Agreement::Silent,
        (false, false) => Agreement::Different,
    };
    facet("status", agreement, pair(a.status.name(), b.status.name()))
}

/// What is counted. A word for people at large goes with any word for people; else the things must be the same.
fn thing(a: &Claim, b: &Claim) -> Facet {
    let (one, other) = (a.context().thing.as_str(), b.context().thing.as_str());
    let human = |claim: &Claim| {
        claim
            .noun
            .as_ref()
            .and_then(|noun| noun.class.as_deref())
            .is_some_and(|class| matches!(class, "person" | "casualty"))
    };
    let agreement = match (one.is_empty(), other.is_empty()) {
        (true, _) | (_, true) => Agreement::Silent,
        _ if are_two_people(a, b) => Agreement::Different,
        _ if one == other && (is_elliptical(a) || is_elliptical(b)) => Agreement::Silent,
        _ if one == other => Agreement::Same,
        _ if human(a)
            && human(b)
            && (is_general(one) && mentions(a, other) || is_general(other) && mentions(b, one)) =>
        {
            Agreement::Silent
        }
        _ if human(a) && human(b) && is_general(one) && is_general(other) => Agreement::Silent,
        _ if human(a) && human(b) && (is_crew(one, other) || is_crew(other, one)) => Agreement::Silent,
        // A rate, a depth or a cost is of something, and each writer names what he likes of the two.
        _ if is_measured(a) && is_measured(b) && (is_of(a, b) || is_of(b, a)) => Agreement::Silent,
        _ => Agreement::Different,
    };
    facet("noun", agreement, pair(noun_text(a), noun_text(b)))
}

/// Whether both figures are of persons whose full names differ: "Ana Ruiz, 44", "Ben Ruiz, 12".
fn are_two_people(a: &Claim, b: &Claim) -> bool {
    let (one, other) = (proper(a), proper(b));
    let subset = |few: &[&str], many: &[&str]| few.iter().all(|name| many.contains(name));
    !one.is_empty() && !other.is_empty() && !subset(&one, &other) && !subset(&other, &one)
}

/// The words of a noun that is a name; empty where it is none.
fn proper(claim: &Claim) -> Vec<&str> {
    let noun = claim.noun.as_ref().filter(|noun| noun.class.is_none() && claim.quantity.unit != Unit::Count);
    let words = noun.map_or("", |noun| noun.text.as_str()).split_whitespace();
    let words: Vec<_> = words.map(|word| word.trim_matches(',')).filter(|word| !word.is_empty()).collect();
    if words.iter().all(|word| word.starts_with(char::is_uppercase)) { words } else { Vec::new() }
}

/// Whether a figure is a length, a time or a share rather than a count or a sum.
fn is_measured(claim: &Claim) -> bool {
    matches!(claim.quantity.unit, Unit::Measure(_) | Unit::Percent)
}

/// Whether the one is headed by a mere word of measure, and its sentence names what the other is of; or both are no
/// shares, and it names the other.
fn is_of(one: &Claim, other: &Claim) -> bool {
    const HEADS: [&str; 12] = [
        "rate",
        "level",
        "share",
        "proportion",
        "ratio",
        "percentage",
        "depth",
        "length",
        "size",
        "height",
        "width",
        "area",
    ];
    let headed = HEADS.contains(&one.context().thing.as_str()) || matches!(one.quantity.unit, Unit::Measure(_));
    headed && mentions(one, &other.context().thing)
}

/// Whether a figure takes its noun over from another: "nine have been confirmed".
pub(super) fn is_elliptical(claim: &Claim) -> bool {
    claim.noun.as_ref().is_some_and(|noun| noun.span.is_empty())
}

/// Whether a word may stand for any people.
pub(super) fn is_general(thing: &str) -> bool {
    matches!(thing, "" | "person" | "casualty" | "other" | "man" | "citizen")
}

/// Whether "men" or "workers" may be people of a trade: "43 men were underground" goes with "27 miners".
fn is_crew(one: &str, other: &str) -> bool {
    const OTHERS: [&str; 8] = ["woman", "child", "girl", "boy", "baby", "civilian", "person", "teenager"];
    matches!(one, "man" | "worker") && !OTHERS.contains(&other)
}

fn noun_text(claim: &Claim) -> &str {
    claim.noun.as_ref().map_or("—", |noun| noun.text.as_str())
}

/// What happened to the counted.
fn event(a: &Claim, b: &Claim) -> Facet {
    let (one, other) = (&a.context().events, &b.context().events);
    let kin = shared(&a.context().kin, &b.context().kin).next().is_some();
    let agreement = match (one.is_empty() || other.is_empty(), shared(one, other).next().is_some()) {
        (true, _) => Agreement::Silent,
        (false, false) if kin => Agreement::Silent,
        (false, true) => Agreement::Same,
        (false, false) => Agreement::Different,
    };
    facet("event", agreement, pair(&list(one), &list(other)))
}

/// How much else two sentences must share for a word that only one of them adds to be a mere detail.
const DETAIL: usize = 5;

/// Which of them: what the noun phrase says beside its head. What one phrase adds must stand somewhere in the other
/// sentence, else it narrows the one claim down and not the other; unless all else says that it is a detail.
fn population(a: &Claim, b: &Claim) -> Facet {
    let (one, other) = (&a.context().modifiers, &b.context().modifiers);
    let only_one = one.iter().any(|word| !mentions(b, word) && !is_state(a, word));
    let only_other = other.iter().any(|word| !mentions(a, word) && !is_state(b, word));
    let detail = || {
        let (one, other) = (a.context(), b.context());
        let names = shared(&one.names, &other.names).count() + shared(&one.places, &other.places).count();
        names > 0 && names + shared(&one.words, &other.words).count() >= DETAIL
    };
    let agreement = match (one.is_empty() && other.is_empty(), only_one, only_other) {
        (true, ..) => Agreement::Silent,
        (false, true, false) | (false, false, true) if detail() => Agreement::Silent,
        (false, false, false) => Agreement::Same,
        _ => Agreement::Different,
    };
    facet("population", agreement, pair(&list(one), &list(other)))
}

/// Whether a word only says again what happened: "296 injured people".
fn is_state(claim: &Claim, word: &str) -> bool {
    let events = &claim.context().events;
    events.iter().any(|event| word == event || word.starts_with(event.trim_end_matches('e')))
}

/// Whether a claim's sentence holds a word in any part.
fn mentions(claim: &Claim, word: &str) -> bool {
    let context = claim.context();
    [&context.modifiers, &context.words, &context.places, &context.names, &context.events]
        .into_iter()
        .any(|words| words.iter().any(|known| known.eq_ignore_ascii_case(word)))
        || context.thing == word
}

/// Where. Two that both name places must share one.
fn place(a: &Claim, b: &Claim) -> Facet {
    let (one, other) = (&a.context().places, &b.context().places);
    let agreement = match (one.is_empty() || other.is_empty(), shared(one, other).next().is_some()) {
        (true, _) => Agreement::Silent,
        (false, true) => Agreement::Same,
        (false, false) => Agreement::Different,
    };
    facet("place", agreement, pair(&list(one), &list(other)))
}

/// The names that both sentences hold. That they hold different ones says little: each writer picks others.
fn name(a: &Claim, b: &Claim) -> Facet {
    let common: Vec<String> = shared(&a.context().names, &b.context().names).cloned().collect();
    let agreement = if common.is_empty() { Agreement::Silent } else { Agreement::Same };
    facet("name", agreement, list(&common))
}

/// Increments, remainders, averages and rates are compared with their like alone; "total" and "the" are no limits.
fn scope(a: &Claim, b: &Claim) -> Facet {
    let free = |word: &str| matches!(word, "total" | "definite");
    let limits = |claim: &Claim| claim.context().scope.iter().filter(|word| !free(word)).cloned().collect::<Vec<_>>();
    let (one, other) = (limits(a), limits(b));
    // What comes on top of another figure, or was one before, is known only by that other.
    let one_period = a.as_of.is_some() && a.as_of.as_ref().map(ends) == b.as_of.as_ref().map(ends);
    let bound = one.iter().any(|word| word == "former" || word == "additional" && !one_period);
    let agreement = match (one.is_empty() && other.is_empty(), one == other && !bound) {
        (true, _) => Agreement::Silent,
        (false, true) => Agreement::Same,
        (false, false) => Agreement::Different,
    };
    facet("scope", agreement, pair(&list(&one), &list(&other)))
}

const fn ends(timing: &Timing) -> (Option<Date>, Option<Date>) {
    (timing.start, timing.end)
}

/// The periods that the figures cover, where both give one.
fn period(a: &Claim, b: &Claim) -> Facet {
    let agreement = match (&a.as_of, &b.as_of) {
        (Some(one), Some(other)) if one.overlaps(other) => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Different,
        (Some(one), None) if is_history(a, one, b) => Agreement::Different,
        (None, Some(other)) if is_history(b, other, a) => Agreement::Different,
        _ => Agreement::Silent,
    };
    facet("period", agreement, pair(&days(a.as_of.as_ref()), &days(b.as_of.as_ref())))
}

/// Whether a period was long over when the other claim, which gives none, was made: that one is of its own days.
fn is_history(claim: &Claim, period: &Timing, other: &Claim) -> bool {
    let said = |claim: &Claim| claim.said.as_ref().and_then(|said| said.start.or(said.end));
    let days = |from: Date, to: Date| (to - from).get_days();
    let length = period.start.zip(period.end).map_or(0, |(start, end)| days(start, end));
    let leave = if claim.quantity.unit == Unit::Count { RECENT } else { RECENT.max(length) };
    period.end.zip(said(other)).is_some_and(|(end, said)| days(end, said) > leave)
}

fn days(timing: Option<&Timing>) -> String {
    let Some(timing) = timing else { return "—".to_owned() };
    match (timing.start, timing.end) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (start, end) => format!(
            "{}/{}",
            start.map_or(String::new(), |day| day.to_string()),
            end.map_or(String::new(), |day| day.to_string())
        ),
    }
}

/// The other words that both sentences hold.
fn topic(a: &Claim, b: &Claim) -> Facet {
    let common: Vec<String> = shared(&a.context().words, &b.context().words).cloned().collect();
    let agreement = if common.is_empty() { Agreement::Silent } else { Agreement::Same };
    facet("topic", agreement, list(&common))
}

/// What two sorted lists have in common.
pub(super) fn shared<'a>(one: &'a [String], other: &'a [String]) -> impl Iterator<Item = &'a String> {
    one.iter().filter(|word| other.binary_search(word).is_ok())
}

fn list(words: &[String]) -> String {
    if words.is_empty() { "—".to_owned() } else { words.join(", ") }
}

fn pair(one: &str, other: &str) -> String {
    if one == other { one.to_owned() } else { format!("{one} ≈ {other}") }
}
