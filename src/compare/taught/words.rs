//! A word or phrase of a desk's, and whether a claim has it.

use crate::claim::Claim;
use crate::compare::facet::mentions;
use crate::extract::content_words;
use crate::lexicon::Lexicon;
use crate::text::Span;

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
    content: Vec<String>,
}

impl Words {
    /// Reads a phrase; `None` where it says nothing that a claim could be told by.
    pub fn new(lexicon: &Lexicon, phrase: &str) -> Option<Self> {
        let mut tokens = Vec::new();
        lexicon.tokenize(phrase, Span::new(0, phrase.len()), &mut tokens);
        let whole = |len: &usize| *len == tokens.len();
        let event = lexicon.events.at(&tokens).filter(|(len, _)| whole(len)).map(|(_, name)| name.to_string());
        let place = lexicon.place_names.at(&tokens).filter(|(len, _)| whole(len));
        let place = place.map(|(_, name)| lexicon.places()[name.place].name.to_string());
        let noun = tokens.first().filter(|_| tokens.len() == 1).and_then(|token| lexicon.noun(token.word));
        let thing = noun.map(|noun| lexicon.canonical(&noun.lemma).to_owned());
        let is_person = noun.is_some_and(|noun| noun.class.as_deref() == Some("person"));
        let mut content = content_words(lexicon, phrase);
        if content.is_empty() && phrase.starts_with(char::is_uppercase) && !phrase.contains(' ') {
            content.push(phrase.to_owned());
        }
        let tells = event.is_some() || place.is_some() || thing.is_some() || !content.is_empty();
        tells.then_some(Self { event, place, thing, is_person, content })
    }

    /// Whether it tells of something that happens.
    pub fn tells_of_event(&self) -> bool {
        self.event.is_some()
    }

    /// Whether it is what the claim counts, or what happened to that.
    pub(super) fn is_counted(&self, seen: &Seen<'_>) -> bool {
        let context = seen.claim.context();
        let noun = |word: &String| seen.noun.contains(word) || context.thing == *word;
        let class = seen.claim.noun.as_ref().and_then(|noun| noun.class.as_deref());
        self.has_happened(seen.claim)
            || self.is_anybody() && class == Some("person")
            || self.thing.as_ref().is_some_and(|thing| context.thing == *thing)
            || self.place.as_ref().is_some_and(|place| context.modifiers.contains(place))
            || !self.content.is_empty() && self.content.iter().all(noun)
    }

    /// Whether the claim's sentence tells of it.
    pub(super) fn is_told(&self, seen: &Seen<'_>) -> bool {
        let context = seen.claim.context();
        let known = |word: &String| mentions(seen.claim, word) || seen.noun.contains(word);
        // A sentence may tell of several events; a figure is of its own.
        let words = self.event.is_none() || context.events.is_empty();
        self.has_happened(seen.claim)
            || self
                .place
                .as_ref()
                .is_some_and(|place| context.modifiers.contains(place) || context.places.contains(place))
            || words && !self.content.is_empty() && self.content.iter().all(known)
    }

    /// Whether it is one of the words of a claim's noun phrase beside its head.
    pub(super) fn is_modifier(&self, claim: &Claim) -> bool {
        matches!(self.content.as_slice(), [word] if claim.context().modifiers.contains(word))
    }

    /// Whether it stands for people at large: "people" are villagers and voters alike.
    fn is_anybody(&self) -> bool {
        self.thing.as_deref() == Some("person")
    }

    /// Whether something may be counted under both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let happens = self.event.is_some() && self.event == other.event;
        self == other || happens || self.is_anybody() && other.is_person || other.is_anybody() && self.is_person
    }

    fn has_happened(&self, claim: &Claim) -> bool {
        self.event.as_ref().is_some_and(|event| claim.context().events.contains(event))
    }
}

/// A claim, and the words of its noun phrase that carry meaning.
pub(super) struct Seen<'c> {
    pub(super) claim: &'c Claim,
    pub(super) noun: Vec<String>,
}
