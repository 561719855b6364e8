//! Parties that a phrase names.

use super::{Party, Register, local, spaces, words};
use crate::claim::PartyKind;
use crate::extract::name::{Name, names, speaks_for_a_body};
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List, PartyEntry};
use crate::text::Shape;
use std::ops::Range;
use std::sync::Arc;

impl Register {
    /// A party that the phrase names.
    pub(super) fn named(&mut self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Arc<Party>> {
        let lexicon = sentence.lexicon();
        let names: Vec<_> = names(sentence, phrase.clone()).collect();
        let person = names.iter().find(|name| name.is_person || self.is_surname(name));
        let medium = is_medium(&sentence, phrase);
        let is_kind = |name: &Name| {
            let here = sentence.from(name.tokens.start);
            lexicon.media.at(here.rest()).is_some_and(|(len, ())| len == name.tokens.len())
        };
        let office_of = |name: &Name| local::office(sentence, phrase, name);
        let is_body = |name: &&Name| {
            let other = name.is_person
                || name.is_place
                || person.is_some_and(|person| person.tokens == name.tokens)
                || is_role(sentence, &name.tokens)
                || local::is_scene(sentence, phrase, name)
                || local::is_of_own_voices(sentence, phrase, name)
                || office_of(name).is_some();
            !(other || medium && is_kind(name))
        };
        // "The UN's aid office OCHA": whose office it is, the first name tells.
        let owns =
            |name: &&Name| sentence.from(name.tokens.end).peek().is_some_and(|mark| mark.shape == Shape::Possessive);
        let bodies = || names.iter().filter(is_body);
        let body = bodies().find(|name| !owns(name)).or_else(|| bodies().next());
        if let Some(office) = body.is_none().then(|| names.iter().find_map(office_of)).flatten() {
            return Some(self.office(sentence, phrase, &office, person));
        }
        match (person, body) {
            (Some(person), Some(body))
                if speaks_for_a_body(sentence, phrase) || is_owner(sentence, &body.tokens, &person.tokens) =>
            {
                let party = self.body(lexicon, body, medium);
                Some(self.spoken_by(&party, Some(person)))
            }
            (Some(person), _) => Some(self.minister(sentence, phrase, person).unwrap_or_else(|| self.person(person))),
            (None, Some(body)) => Some(speaking_as(self.body(lexicon, body, medium), spokesman(&sentence, phrase))),
            (None, None) => None,
        }
    }

    /// An office of which a name only tells whose it is, with whoever speaks for it.
    fn office(
        &mut self,
        sentence: Tokens<'_>,
        phrase: &Range<usize>,
        office: &Range<usize>,
        person: Option<&Name>,
    ) -> Arc<Party> {
        let body = self.described(sentence, office);
        match person {
            Some(_) => self.spoken_by(&body, person),
            None => speaking_as(body, spokesman(&sentence, phrase)),
        }
    }

    /// A person by name; a surname alone finds the person, or the body they speak for.
    pub(super) fn person(&self, name: &Name) -> Arc<Party> {
        let full = self.full_name(&name.text);
        let known = self.last(|party| {
            party.person.as_deref() == Some(full) || (party.kind == PartyKind::Person && *party.name == *full)
        });
        known.unwrap_or_else(|| {
            Arc::new(Party {
                id: full.to_lowercase().into(),
                words: words(full),
                name: full.into(),
                kind: PartyKind::Person,
                gender: name.gender,
                ..Party::default()
            })
        })
    }

    /// Whether a name of one word is the surname of somebody whom the draft named in full, and no body is so called.
    fn is_surname(&self, name: &Name) -> bool {
        let named = |party: &Party| match party.kind {
            PartyKind::Person => is_end(&party.name, &name.text),
            _ => party.person.as_deref().is_some_and(|full| is_end(full, &name.text)),
        };
        let called = |party: &Party| party.kind == PartyKind::Organisation && *party.name == *name.text;
        let known = || self.known.iter().any(|party| named(party)) && !self.known.iter().any(|party| called(party));
        name.tokens.len() == 1 && name.party.is_none() && known()
    }

    /// The fullest known name that ends with this one.
    pub(super) fn full_name<'n>(&'n self, name: &'n str) -> &'n str {
        let ends = |full: &&Arc<str>| is_end(full, name);
        let full =
            |party: &'n Arc<Party>| Some(&party.name).filter(ends).or_else(|| party.person.as_ref().filter(ends));
        self.known.iter().rev().find_map(full).map_or(name, |full| full)
    }

    /// What an acronym was defined as.
    pub(super) fn full_form(&self, acronym: &str) -> Option<&str> {
        self.acronyms.iter().find(|(known, _)| known == acronym).map(|(_, full)| full.as_str())
    }

    pub(super) fn body(&self, lexicon: &Lexicon, name: &Name, medium: bool) -> Arc<Party> {
        let spelled = self.full_form(&name.text).unwrap_or(&name.text);
        // A short form finds the body that it is part of: "the Harbour Board" after "the Northern Harbour Board".
        let gaps = spaces(spelled);
        let is_meant = |party: &Party| {
            *party.name == *spelled || gaps > 0 && gaps < party.spaces && is_short_form(spelled, &party.name)
        };
        let known = || self.last(|party| party.kind == PartyKind::Organisation && is_meant(party));
        // "The union federation ADL … the ADL": a body that the draft named so itself.
        let own_name = || self.last(|party| party.kind == PartyKind::Organisation && *party.name == *name.text);
        let own = name.party.is_none() || spelled != name.text || own_name().is_some();
        if let Some(known) = own.then(known).flatten() {
            return known;
        }
        // The draft's own bracket outranks what the acronym means elsewhere.
        let entry = name.party.filter(|_| spelled == name.text).map(|at| &lexicon.parties()[at]);
        Arc::new(Party {
            kind: entry.map_or(PartyKind::Organisation, PartyEntry::party_kind),
            medium: medium || entry.is_some_and(PartyEntry::is_medium),
            ..match entry {
                Some(entry) => Party::body(entry.id.clone(), entry.name.clone()),
                None => Party::body(spelled.to_lowercase(), spelled),
            }
        })
    }
}

/// Whether a full name ends with these words and has others before them. "The governor of Korvan" is not called Korvan.
fn is_end(full: &str, words: &str) -> bool {
    // Where a space would have to stand there is mostly none.
    let space = full.len().checked_sub(words.len() + 1).filter(|&at| full.as_bytes()[at] == b' ');
    let joined = |at: usize| [" of", " in", " at"].iter().any(|joint| full[..at].ends_with(joint));
    space.is_some_and(|at| full.ends_with(words) && !joined(at))
}

/// Whether a name behind a comma and an article tells what somebody is: "Ida Moll, an MP", but ", an Ostra poll".
fn is_role(sentence: Tokens<'_>, name: &Range<usize>) -> bool {
    let before = |back: usize| name.start.checked_sub(back).map_or("", |at| sentence.from(at).letters());
    let paper = || sentence.from(name.end).is(List::Paper);
    ["a", "an"].contains(&before(1)) && before(2) == "," && !paper()
}

/// Whether a body's name stands as the owner of a person's: "the Harbour Board's Dr Ruta Halm".
fn is_owner(sentence: Tokens<'_>, body: &Range<usize>, person: &Range<usize>) -> bool {
    let behind = sentence.from(body.end);
    body.end < person.start && behind.peek().is_some_and(|token| token.shape == Shape::Possessive)
}

/// Whether a man or a woman speaks for the body that a phrase names: "a spokesman for the Harbour Board".
fn spokesman(sentence: &Tokens<'_>, phrase: &Range<usize>) -> Option<char> {
    let titles = phrase.clone().filter_map(|at| {
        let here = sentence.from(at);
        let (_, &entry) = here.lexicon().title_phrases.at(here.rest())?;
        Some(&here.lexicon().titles()[entry])
    });
    titles.filter(|title| &*title.kind == "spokesman").find_map(|title| title.gender.as_ref()?.chars().next())
}

/// A body for which a man or a woman speaks, where it is told which.
fn speaking_as(mut party: Arc<Party>, gender: Option<char>) -> Arc<Party> {
    if gender.is_some() {
        Arc::make_mut(&mut party).gender = gender;
    }
    party
}

/// The words of a name as bytes, which are quicker cut than letters.
fn words_of(name: &str) -> impl Iterator<Item = &[u8]> {
    name.as_bytes().split(|&byte| byte == b' ')
}

/// Whether every word of the short form stands in the longer name.
fn is_short_form(short: &str, full: &str) -> bool {
    let stands = |word: &[u8]| words_of(full).any(|other| other == word);
    short.len() < full.len() && words_of(short).all(stands)
}

/// Whether a phrase names a medium: "state television", "the news agency Interfax".
pub(super) fn is_medium(sentence: &Tokens<'_>, phrase: &Range<usize>) -> bool {
    let tokens = &sentence.from(phrase.start).rest()[..phrase.len()];
    // A paper's poll is a paper of its own: "a Morning Post poll".
    if tokens.iter().any(|token| sentence.lexicon().is(token.word, List::Paper)) {
        return false;
    }
    (0..tokens.len()).any(|at| sentence.lexicon().media.at(&tokens[at..]).is_some())
}
