//! What a desk teaches of things: measures, which pin claims to one named thing, and words that it keeps apart.
//!
//! Both are marked on the claims of a draft once it is read; where a desk teaches nothing, nothing is done. The module
//! knows no file: whoever reads them hands over the words.

use super::Agreement;
use super::facet::{mentions, shared};
use super::pair::Pair;
use super::thing::is_elliptical;
use super::verdict::{Bond, TEN_TIMES};
use super::within::may_contradict;
use crate::claim::{Claim, Side};
use crate::extract::{Draft, content_words};
use crate::lexicon::Lexicon;
use crate::text::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A word or phrase of a desk's, as claims have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What happened, where it tells of that: `kill` for "deaths".
    event: Option<String>,
    /// The place or people that it names.
    place: Option<String>,
    /// The noun that it is, and whether that is one for people.
    thing: Option<String>,
    is_person: bool,
    /// The words that carry meaning.
    words: Vec<String>,
}

impl Words {
    /// Reads a phrase; `None` where it says nothing that a claim could be told by.
    pub fn new(lexicon: &Lexicon, phrase: &str) -> Option<Self> {
        let mut tokens = Vec::new();
        lexicon.tokenize(phrase, Span::new(0, phrase.len()), &mut tokens);
        let whole = |len: &usize| *len == tokens.len();
        let event = lexicon.events.at(phrase, &tokens).filter(|(len, _)| whole(len)).map(|(_, name)| name.to_string());
        let place = lexicon.place_names.at(phrase, &tokens).filter(|(len, _)| whole(len));
        let place = place.map(|(_, name)| lexicon.places()[name.place].name.to_string());
        let noun = tokens.first().filter(|_| tokens.len() == 1).and_then(|token| lexicon.noun(token.word));
        let thing = noun.map(|noun| lexicon.canonical(&noun.lemma).to_owned());
        let is_person = noun.is_some_and(|noun| noun.class.as_deref() == Some("person"));
        let mut words = content_words(lexicon, phrase);
        if words.is_empty() && phrase.starts_with(char::is_uppercase) && !phrase.contains(' ') {
            words.push(phrase.to_owned());
        }
        let tells = event.is_some() || place.is_some() || thing.is_some() || !words.is_empty();
        tells.then_some(Self { event, place, thing, is_person, words })
    }

    /// Whether it tells of something that happens.
    pub fn tells_of_event(&self) -> bool {
        self.event.is_some()
    }

    /// Whether it is what the claim counts, or what happened to that.
    fn is_counted(&self, seen: &Seen<'_>) -> bool {
        let context = seen.claim.context();
        let noun = |word: &String| seen.noun.contains(word) || context.thing == *word;
        let class = seen.claim.noun.as_ref().and_then(|noun| noun.class.as_deref());
        self.has_happened(seen.claim)
            || self.is_anybody() && class == Some("person")
            || self.thing.as_ref().is_some_and(|thing| context.thing == *thing)
            || self.place.as_ref().is_some_and(|place| context.modifiers.contains(place))
            || !self.words.is_empty() && self.words.iter().all(noun)
    }

    /// Whether the claim's sentence tells of it.
    fn is_told(&self, seen: &Seen<'_>) -> bool {
        let context = seen.claim.context();
        let known = |word: &String| mentions(seen.claim, word) || seen.noun.contains(word);
        // A sentence may tell of several events; a figure is of its own.
        let words = self.event.is_none() || context.events.is_empty();
        self.has_happened(seen.claim)
            || self
                .place
                .as_ref()
                .is_some_and(|place| context.modifiers.contains(place) || context.places.contains(place))
            || words && !self.words.is_empty() && self.words.iter().all(known)
    }

    /// Whether it stands for people at large: "people" are villagers and voters alike.
    fn is_anybody(&self) -> bool {
        self.thing.as_deref() == Some("person")
    }

    /// Whether something may be counted under both.
    fn meets(&self, other: &Self) -> bool {
        let happens = self.event.is_some() && self.event == other.event;
        self == other || happens || self.is_anybody() && other.is_person || other.is_anybody() && self.is_person
    }

    fn has_happened(&self, claim: &Claim) -> bool {
        self.event.as_ref().is_some_and(|event| claim.context().events.contains(event))
    }
}

/// A claim, and the words of its noun phrase that carry meaning.
struct Seen<'c> {
    claim: &'c Claim,
    noun: Vec<String>,
}

/// One thing that a desk counts, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// What reports call it.
    pub id: String,
    /// What is counted: one of these.
    pub what: Vec<Words>,
    /// Of whom: one of these, where there are any.
    pub of: Vec<Words>,
    /// About what: one of these, where there are any.
    pub about: Vec<Words>,
    /// None of these.
    pub except: Vec<Words>,
    /// In what it is measured; in anything where `None`.
    pub unit: Option<String>,
}

impl Measure {
    /// Whether the desk counts a claim under it, `Some(false)` where only an exception leaves it out; `None` where it
    /// is of something else.
    fn takes(&self, seen: &Seen<'_>) -> Option<bool> {
        let told = |all: &[Words]| all.is_empty() || all.iter().any(|words| words.is_told(seen));
        let unit = self.unit.as_ref().is_none_or(|unit| seen.claim.quantity.unit.name() == unit.as_str());
        let fits = unit && self.what.iter().any(|words| words.is_counted(seen)) && told(&self.of) && told(&self.about);
        fits.then(|| !self.except.iter().any(|words| words.is_told(seen)))
    }

    /// How closely it describes what it counts.
    fn closeness(&self) -> usize {
        let lists = [&self.of, &self.about, &self.except];
        lists.into_iter().filter(|list| !list.is_empty()).count() + usize::from(self.unit.is_some())
    }

    /// Whether both would take some claim, as far as their words tell.
    pub fn overlaps(&self, other: &Self) -> bool {
        let meet = |one: &[Words], another: &[Words]| {
            one.is_empty() || another.is_empty() || one.iter().any(|words| another.iter().any(|also| words.meets(also)))
        };
        let units = self.unit.is_none() || other.unit.is_none() || self.unit == other.unit;
        let left_out = |one: &Self, another: &Self| {
            let all = |list: &[Words]| {
                !list.is_empty() && list.iter().all(|words| one.except.iter().any(|except| except.meets(words)))
            };
            [&another.what, &another.of, &another.about].into_iter().any(|list| all(list))
        };
        units
            && meet(&self.what, &other.what)
            && meet(&self.of, &other.of)
            && meet(&self.about, &other.about)
            && !left_out(self, other)
            && !left_out(other, self)
    }
}

/// All that a desk teaches, ready to be marked on claims.
#[derive(Clone, Debug, Default)]
pub struct Taught {
    /// Its measures.
    pub measures: Vec<Measure>,
    /// Lists of words that it keeps apart from each other, each with how it is written.
    pub apart: Vec<Vec<(String, Words)>>,
    /// Bodies by their ids, each with the body that it belongs to.
    pub parents: BTreeMap<String, String>,
}

impl Taught {
    /// Whether there is nothing to mark.
    pub fn is_empty(&self) -> bool {
        self.measures.is_empty() && self.apart.is_empty() && self.parents.is_empty()
    }

    /// Marks the claims of a draft, which must have their context.
    pub fn mark(&self, lexicon: &Lexicon, draft: &mut Draft) {
        for claim in &mut draft.claims {
            let noun = claim.noun.as_ref().map(|noun| content_words(lexicon, &noun.text)).unwrap_or_default();
            let seen = Seen { claim, noun };
            let mut sides = self.sides(&seen);
            let measure = self.measure(&seen, &mut sides);
            claim.measure = measure;
            if let Some(context) = claim.context.as_mut().filter(|_| !sides.is_empty()) {
                context.sides = sides;
            }
            if let Some(source) = &mut claim.source
                && let Some(parent) = self.parents.get(&source.id)
            {
                Arc::make_mut(source).parent = Some(parent.clone());
            }
        }
    }

    /// The measure that describes a claim most closely; of two that do so alike, neither. What is left out by an
    /// exception stands on another side than what is taken.
    fn measure(&self, seen: &Seen<'_>, sides: &mut Vec<Side>) -> Option<String> {
        let mut taken: Vec<&Measure> = Vec::new();
        for measure in &self.measures {
            let side = match measure.takes(seen) {
                None => continue,
                Some(false) => format!("not {}", measure.id),
                Some(true) => {
                    taken.push(measure);
                    measure.id.clone()
                }
            };
            sides.push(Side { line: format!("measure {}", measure.id).into(), side: side.into() });
        }
        let closest = taken.iter().map(|measure| measure.closeness()).max()?;
        let mut closest = taken.into_iter().filter(|measure| measure.closeness() == closest);
        closest.next().filter(|_| closest.next().is_none()).map(|measure| measure.id.clone())
    }

    fn sides(&self, seen: &Seen<'_>) -> Vec<Side> {
        let line = |list: &[(String, Words)]| -> Arc<str> {
            list.iter().map(|(written, _)| written.as_str()).collect::<Vec<_>>().join(", ").into()
        };
        let of = |words: &Words| {
            words.is_counted(seen) || seen.claim.context().modifiers.iter().any(|one| words.words == [one.as_str()])
        };
        let sides = self.apart.iter().flat_map(|list| {
            let sides = list.iter().filter(|(_, words)| of(words));
            sides.map(|(written, _)| Side { line: line(list), side: written.as_str().into() })
        });
        sides.collect()
    }
}

/// The desk's own name for what is counted.
pub(super) fn measure(a: &Claim, b: &Claim) -> Agreement {
    match (&a.measure, &b.measure) {
        (Some(one), Some(other)) if one == other => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Different,
        _ => Agreement::Silent,
    }
}

pub(super) fn measure_words(claim: &Claim) -> String {
    claim.measure.clone().unwrap_or_else(|| "—".to_owned())
}

/// The lines that the desk draws: on no side of one may the claims stand alone.
pub(super) fn side(a: &Claim, b: &Claim) -> Agreement {
    let (one, other) = (&a.context().sides, &b.context().sides);
    let parts = |side: &Side| {
        let same_line: Vec<_> = other.iter().filter(|also| also.line == side.line).collect();
        !same_line.is_empty() && !one.iter().any(|own| same_line.contains(&own))
    };
    if one.iter().any(parts) { Agreement::Different } else { Agreement::Silent }
}

pub(super) fn side_words(claim: &Claim) -> String {
    let words: Vec<_> = claim.context().sides.iter().map(|side| &*side.side).collect();
    if words.is_empty() { "—".to_owned() } else { words.join(", ") }
}

/// Whether two claims that the desk counts under one measure are joined: it says what is counted, and leaves open where
/// and when. In one draft they must contradict each other as any two; drafts that nothing ties together must share a
/// name or a period.
pub(super) fn is_joined(pair: &Pair<'_>, bond: Bond, text: &str) -> bool {
    let own = !is_elliptical(pair.a) && !is_elliptical(pair.b) && pair.is_within(TEN_TIMES);
    let words = || shared(&pair.a.context().names, &pair.b.context().names).next().is_some();
    match bond {
        Bond::Within => may_contradict(pair, text),
        Bond::Story | Bond::Scene => own,
        Bond::Loose => own && (words() || pair.is_same("place") || pair.is_same("period")),
    }
}
