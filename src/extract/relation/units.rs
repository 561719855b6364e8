//! One measure of one thing, told in two units in two places of a draft: three tonnes in the title, 2,040 kilograms below.
//!
//! ```text
//! units = measure noun … "." … measure of the same noun
//! ```
//! The two are the only measures of that kind that the draft tells of the thing, both of one place, time and holder, and
//! neither is of a part of it or of another. What may be one measure, rounded, is left alone.

use super::addend::is_plain;
use super::restated::conversions;
use crate::claim::{Claim, Conversion, Decimal, Interval, Relation, Status, Timing, Unit, are_within};
use crate::lexicon::Lexicon;
use crate::text::{Document, Role};
use std::collections::BTreeMap;

/// Words of a sentence that tell of a part of a thing, or of another one.
#[rustfmt::skip]
const ANOTHER: [&str; 25] = [
    "another", "other", "others", "first", "second", "third", "last", "each", "every", "per", "part", "parts", "half", "rest",
    "remaining", "largest", "smallest", "longest", "than", "more", "less", "average", "one", "these", "those",
];

/// How many times the one the other may be, at the most.
const FAR: i64 = 3;

/// The most measures of a thing that are looked at.
const MOST: usize = 6;

/// The measures that a draft tells twice.
pub(super) fn units(document: &Document, lexicon: &Lexicon, claims: &[Claim]) -> Vec<Relation> {
    let mut things: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate().filter(|(_, claim)| matches!(claim.quantity.unit, Unit::Measure(_))) {
        // A noun that is taken over from a sentence before may be that of another find.
        if let Some(noun) = claim.noun.as_ref().filter(|noun| !noun.span.is_empty()) {
            things.entry(&noun.head).or_default().push(at);
        }
    }
    let several = things.values().filter(|measures| (2..=MOST).contains(&measures.len()));
    several.filter_map(|measures| told_twice(document, lexicon, claims, measures)).collect()
}

/// Two measures of one thing, where the draft has no third.
fn told_twice(document: &Document, lexicon: &Lexicon, claims: &[Claim], measures: &[usize]) -> Option<Relation> {
    let first = *measures.first()?;
    let (one, text) = (&claims[first], document.text());
    let same = |a: &Claim, b: &Claim| a.quantity.unit == b.quantity.unit && a.quantity.value() == b.quantity.value();
    let second = *measures.iter().find(|&&at| !same(&claims[at], one))?;
    let other = &claims[second];
    let alone = measures.iter().all(|&at| same(&claims[at], one) || same(&claims[at], other));
    let plain = other.role == Role::Body && is_measure(text, one) && is_measure(text, other);
    let apart = one.quantity.unit != other.quantity.unit && one.sentence != other.sentence;
    let told = alone && plain && apart && are_in_one_direction(one, other);
    if !told || !are_of_one(document, one, other) || !is_taken_up(text, one, other) {
        return None;
    }
    let conversions = conversions(lexicon, &one.quantity.unit, &other.quantity.unit);
    let differ = |conversion: &Conversion| differ(one, other, conversion);
    let wrong = !conversions.is_empty() && conversions.iter().all(differ);
    wrong.then_some(Relation::Restated { first, second, conversions })
}

/// Whether a claim is a plain measure of a thing, in a sentence that tells of no other.
fn is_measure(text: &str, claim: &Claim) -> bool {
    let words = || claim.sentence.of(text).split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    let scope = claim.context().scope.iter().all(|word| word == "known");
    let told = scope && !matches!(claim.status, Status::Denied | Status::Hypothetical) && is_plain(claim);
    !claim.quantity.unit.is_time() && told && !words().any(|word| ANOTHER.contains(&&*word))
}

/// Whether two claims measure in one direction: how long a slick is, and not how wide.
fn are_in_one_direction(one: &Claim, other: &Claim) -> bool {
    let (a, b) = (one.context().extent.as_deref(), other.context().extent.as_deref());
    a == b || matches!((a, b), (None, Some("length")) | (Some("length"), None))
}

/// Whether two claims are of one place, time, holder and source, as far as both tell.
fn are_of_one(document: &Document, one: &Claim, other: &Claim) -> bool {
    let (a, b) = (one.context(), other.context());
    let titled = one.role == Role::Headline;
    let places = a.places == b.places || titled && a.places.is_empty();
    let holder = a.holder.is_empty() || b.holder.is_empty() || a.holder == b.holder;
    let period = |claim: &Claim| claim.as_of.as_ref().map(Timing::days);
    // A title may leave out the day, and not the year.
    let of_day = titled && period(one).is_none() && period(other).is_none_or(|(start, end)| start == end);
    let time = period(one) == period(other) || of_day;
    let party = |claim: &Claim| claim.source.as_ref().map(|source| source.id.clone());
    let voice = party(one).zip(party(other)).is_none_or(|(a, b)| a == b);
    let day = |claim: &Claim| claim.said.map_or(document.published(), |said| said.start);
    let time = time && (titled || day(one) == day(other));
    places && holder && time && voice && a.modifiers == b.modifiers
}

/// Whether the second takes up the first: by "the" in front of its noun, or below a title.
fn is_taken_up(text: &str, one: &Claim, other: &Claim) -> bool {
    let Some(noun) = &other.noun else { return false };
    let name = noun.text.split(' ').next_back().unwrap_or_default();
    let sentence = other.sentence.of(text);
    let the = ["the ", "The "].iter().any(|the| sentence.contains(&format!("{the}{name}")));
    let then = ["In ", "On ", "By ", "At ", "Last ", "Earlier "].iter().any(|word| sentence.starts_with(word));
    the && !then || one.role == Role::Headline && !sentence.starts_with("Of ")
}

/// Whether two measures are near enough to be of one thing, and too far apart to be one.
fn differ(one: &Claim, other: &Claim, conversion: &Conversion) -> bool {
    let (stretch, told) = (one.quantity.reading(), other.quantity.reading());
    let end = |end: Option<Decimal>| end.and_then(|end| conversion.apply(end));
    let worked_out = Interval { low: end(stretch.low), high: end(stretch.high), ends: stretch.ends };
    let values = one.quantity.value().and_then(|value| conversion.apply(value)).zip(other.quantity.value());
    let near = values.is_some_and(|(a, b)| are_within(a, b, FAR.into()));
    near && conversion.offset.is_zero() && !conversion.inverse && !worked_out.meets(&told)
}

#[cfg(test)]
mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    #[test]
    fn measures_told_twice() {
        for (text, expected) in [
            (
                "# Police seize three tonnes of salt\n\nOfficers found 2,040 kilograms of salt on Monday.",
                "three = 2,040",
            ),
            ("# Crowds see 300-foot tower fall\n\nThe tower, which was 61 metres high, fell at noon.", "300 = 61"),
            ("A pipe of 40 kilometres is planned.\n\nThe pipe, 31 miles long, will cross hills.", "40 = 31"),
            // The same, or of another.
            ("# Police seize two tonnes of salt\n\nOfficers found 2,040 kilograms of salt on Monday.", "-"),
            ("# Police seize three tonnes of salt\n\nOfficers found 2,040 kilograms of tea on Monday.", "-"),
            ("# Police seize three tonnes of salt\n\nOf this, 2,040 kilograms of salt were in bags.", "-"),
            (
                "# Police seize three tonnes of salt\n\nThey found 2,040 kilograms of salt in Orr and 960 kilograms of salt in Lund.",
                "-",
            ),
            ("A pipe of 40 kilometres is planned.\n\nAnother pipe, 31 miles long, will cross hills.", "-"),
            ("The slick is 12 kilometres long.\n\nThe slick is four miles wide.", "-"),
            ("The slick is 12 kilometres long.\n\nIn 2019 the slick was four miles long.", "-"),
        ] {
            let found = ties(text, |relation, figure| {
                let Relation::Restated { first, second, .. } = relation else { return None };
                Some(format!("{} = {}", figure(*first), figure(*second)))
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
