//! Who a party is: the draft's parties so far, and how a noun phrase names one of them.
//!
//! A name in full is kept; later a surname, an acronym defined in brackets, "the ministry", "he" or "it" finds the last
//! party that fits. A person who speaks for a body in an office or as its spokesman counts as that body; a person in a
//! role of their own (analyst, resident) counts as themselves. Parties without a name ("officials") are never the same.

mod described;
mod labelled;
mod local;
mod named;
mod office;
mod pronoun;

use super::name::names;
use super::trade::is_trade;
use crate::claim::PartyKind;
use crate::grammar::Tokens;
use crate::grammar::attribution::opening_party;
use crate::lexicon::{List, Starts};
use crate::text::{Shape, Token, WordHash};
use described::is_any_body;
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

/// How many parties a draft has in mind at least: whoever was not mentioned among them is forgotten, as by a reader.
const RECALL: usize = 32;

/// Within how many tokens of its sentence's start a name is the subject.
const SUBJECT: usize = 4;

/// A party of the draft.
#[derive(Clone, Debug, Default)]
pub(super) struct Party {
    /// What tells it from others.
    pub(super) id: Arc<str>,
    /// Its fullest name so far.
    pub(super) name: Arc<str>,
    /// The person who speaks for it.
    pub(super) person: Option<Arc<str>>,
    /// What it is.
    pub(super) kind: PartyKind,
    /// Whether it carries what others say.
    pub(super) medium: bool,
    /// Whether somebody without a name has spoken for it: "the head of the board", whom "she" may mean.
    voiced: bool,
    gender: Option<char>,
    /// Which a pronoun has told, where nothing else does: it only rules out the other.
    told: Option<char>,
    /// How many spaces the name of a body holds.
    spaces: usize,
    /// The words by which it may be called again.
    words: Vec<WordHash>,
}

impl Party {
    /// A body of that name.
    pub(super) fn body(id: impl Into<Arc<str>>, name: impl Into<Arc<str>>) -> Self {
        let name = name.into();
        Self {
            id: id.into(),
            kind: PartyKind::Organisation,
            words: words(&name),
            spaces: spaces(&name),
            name,
            ..Self::default()
        }
    }
}

/// How many spaces a name holds.
fn spaces(name: &str) -> usize {
    name.bytes().filter(|&byte| byte == b' ').count()
}

/// The words of a name.
fn words(name: &str) -> Vec<WordHash> {
    name.split(' ').map(WordHash::of).collect()
}

/// The parties of a draft, in the order of their last mention.
#[derive(Debug, Default)]
pub(super) struct Register {
    known: VecDeque<Arc<Party>>,
    /// Acronyms defined in brackets, with the name that they stand for.
    acronyms: Vec<(String, String)>,
    unnamed: usize,
    /// The last subject of a sentence of whom nothing tells what they are: a pronoun behind it does.
    stranger: Option<String>,
    /// The country that the draft names most.
    country: Option<String>,
}

impl Register {
    /// The parties before the first sentence of a draft about a country: its issuer, if it has one.
    pub(super) fn new(country: Option<String>, issuer: Option<&Party>) -> Self {
        Self { country, known: issuer.into_iter().cloned().map(Arc::new).collect(), ..Self::default() }
    }

    /// The party that a noun phrase of a sentence names; it becomes the last one mentioned, unless it stands in a
    /// quotation, whose speaker stays the one that "he" and "it" mean.
    pub(super) fn resolve(&mut self, sentence: Tokens<'_>, phrase: Range<usize>, quoted: bool) -> Arc<Party> {
        let pronoun = self.pronoun(sentence, &phrase);
        let told = pronoun.is_some();
        let mut party = pronoun
            .or_else(|| self.spoken_for(sentence, &phrase))
            .or_else(|| self.named(sentence, &phrase))
            .unwrap_or_else(|| self.described(sentence, &phrase));
        if quoted {
            return party;
        }
        if !told {
            self.stranger = None;
        }
        add_roles(&mut party, sentence, &phrase);
        self.mention(&party)
    }

    /// The party that the label of a transcript names.
    pub(super) fn resolve_label(&mut self, sentence: Tokens<'_>, phrase: Range<usize>) -> Arc<Party> {
        if let Some(party) = self.labelled(sentence, &phrase) {
            return self.mention(&party);
        }
        // "Korvan: Boats sink" may name no speaker, but a place: whatever it is, no later word means it.
        let title = sentence.nth(phrase.start).is_some_and(|only| only.shape == Shape::Title);
        let headline = phrase.len() == 1 && title;
        self.resolve(sentence, phrase, headline)
    }

    /// Whether a phrase at the start of a sentence may mean a party, in that it names no other body.
    pub(super) fn names_same(sentence: Tokens<'_>, phrase: Range<usize>, party: &Party) -> bool {
        let lexicon = sentence.lexicon();
        let is_same = |at: usize| {
            let here = sentence.from(at);
            let entry = lexicon.party_names.at(here.rest()).map(|(_, &entry)| &*lexicon.parties()[entry].id);
            let word = WordHash::of(here.letters());
            let body = here.is(List::Body) && !party.words.contains(&word) && !is_any_body(word);
            entry.is_none_or(|id| *id == *party.id) && !body
        };
        phrase.clone().all(is_same) && described::fits(sentence, &phrase, party)
    }

    /// Notes the acronyms that a sentence defines: "the Harbour Safety Board (HSB)".
    pub(super) fn define_acronyms(&mut self, sentence: Tokens<'_>) {
        let mut rest = sentence.from(2);
        while let Some(acronym) = rest.next(Starts::CAPITALS) {
            rest = acronym.from(acronym.at() + 1);
            let at = acronym.at() - 1;
            if sentence.from(at).letters() != "(" || rest.letters() != ")" {
                continue;
            }
            let name = names(sentence, 0..at).last().filter(|name| name.tokens.end == at);
            if let Some(name) = name.filter(|_| self.full_form(acronym.letters()).is_none()) {
                self.acronyms.push((acronym.letters().to_owned(), name.text.into_owned()));
            }
        }
    }

    /// Notes the people and bodies that a sentence names from a place on without letting them speak, so that "she" and "the
    /// board" find them. The one that the sentence begins with becomes the last one mentioned, unless the sentence lets somebody
    /// speak; others come before all that spoke.
    pub(super) fn notice(&mut self, sentence: Tokens<'_>, from: usize, attributes: bool) {
        let lexicon = sentence.lexicon();
        // In a headline all in capitals, capitals tell nothing.
        let shouted = !sentence.may_hold(Starts::SMALL);
        for name in names(sentence, from..sentence.rest().len()).filter(|name| !shouted || name.party.is_some()) {
            let acronym = name.text.len() > 2 && name.text.chars().all(char::is_uppercase);
            // "The terminal operator Arport".
            let apposed = name.tokens.start > 0 && tells_trade(sentence.from(name.tokens.start - 1));
            let body = name.party.is_some()
                || acronym
                || apposed
                || sentence.from(name.tokens.start).rest()[..name.tokens.len()]
                    .iter()
                    .any(|word| lexicon.is(word.word, List::Body));
            let party = match (name.is_person, body && !name.is_place) {
                (true, _) => self.person(&name),
                (false, true) => self.body(lexicon, &name, false),
                (false, false) => {
                    let first = sentence.from(name.tokens.start);
                    let proper = name.tokens.len() > 1
                        && first
                            .peek()
                            .is_some_and(|word| lexicon.noun(word.word).is_none() && !lexicon.is_frame(word.word));
                    let subject = proper && !name.is_place && name.tokens.start <= 1 && !attributes;
                    self.stranger = Some(name.text.into_owned()).filter(|_| subject).or(self.stranger.take());
                    continue;
                }
            };
            self.stranger = None;
            if name.tokens.start <= SUBJECT && !attributes {
                self.mention(&party);
            } else if !self.known.iter().any(|known| known.id == party.id) {
                self.known.push_front(party);
            }
        }
    }

    /// Notes the body or the people whom a sentence that lets nobody speak begins with: "The laboratory needs staff."
    pub(super) fn notice_subject(&mut self, sentence: Tokens<'_>) {
        let lexicon = sentence.lexicon();
        // Most sentences hold no such word, and finding where their subjects end is dear.
        if !sentence.may_hold(Starts::SPEAKER) {
            return;
        }
        let Some(subject) = opening_party(sentence) else { return };
        let words = &sentence.rest()[subject.clone()];
        // "Council tax" is no council.
        let is_head =
            |at: usize| words.get(at + 1).is_none_or(|next| lexicon.noun(next.word).is_none() || next.is_capitalised());
        let own = |(at, word): (usize, &Token)| lexicon.is_any(word.word, &[List::Body, List::Unnamed]) && is_head(at);
        let spoken = |at: usize| {
            let here = sentence.from(at);
            lexicon.title_phrases.at(here.rest()).is_some()
        };
        if words.iter().enumerate().any(own) || subject.clone().any(spoken) {
            self.resolve(sentence, subject, false);
        }
    }

    /// Puts a party last, merged with what was known of it.
    fn mention(&mut self, party: &Arc<Party>) -> Arc<Party> {
        let known = self.known.iter().rposition(|known| known.id == party.id).and_then(|at| self.known.remove(at));
        let party = known.map_or_else(|| party.clone(), |known| merged(known, party));
        self.known.push_back(party.clone());
        if self.known.len() > 2 * RECALL {
            self.known.drain(..RECALL);
        }
        party
    }

    /// The stranger whom a pronoun stands for, of the kind that it tells.
    fn stranger(&self, kind: PartyKind, gender: Option<char>) -> Option<Arc<Party>> {
        let name = self.stranger.as_deref()?;
        Some(Arc::new(Party { kind, gender, ..Party::body(name.to_lowercase(), name) }))
    }

    fn last(&self, fits: impl Fn(&Party) -> bool) -> Option<Arc<Party>> {
        self.known.iter().rev().find(|party| fits(party)).cloned()
    }
}

/// Whether a word in front of a name says that a body is so called: "operator Arport", "the state railway Norvia".
fn tells_trade(word: Tokens<'_>) -> bool {
    let lower = word.peek().filter(|token| token.shape == Shape::Lower || word.at() == 0);
    let organisation = |token: &Token| {
        word.lexicon().noun(token.word).is_some_and(|noun| noun.class.as_deref() == Some("organisation"))
    };
    lower.is_some_and(|token| word.is(List::Body) || is_trade(token.letters) || organisation(token))
}

/// Adds the roles that a phrase gives a party to the words by which it may be called again: "the state operator, Arport".
fn add_roles(party: &mut Arc<Party>, sentence: Tokens<'_>, phrase: &Range<usize>) {
    if party.kind != PartyKind::Organisation {
        return;
    }
    for token in &sentence.from(phrase.start).rest()[..phrase.len()] {
        let letters = token.letters;
        let lexicon = sentence.lexicon();
        let noun = token.shape == Shape::Lower && lexicon.noun(token.word).is_some();
        let role = (noun || lexicon.is(token.word, List::Body)).then(|| WordHash::of(letters));
        if let Some(role) = role.filter(|role| !party.words.contains(role)) {
            Arc::make_mut(party).words.push(role);
        }
    }
}

/// What was known of a party, with what is said of it now.
fn merged(mut known: Arc<Party>, now: &Arc<Party>) -> Arc<Party> {
    if Arc::ptr_eq(&known, now) {
        return known;
    }
    let party = Arc::make_mut(&mut known);
    for word in &now.words {
        if !party.words.contains(word) {
            party.words.push(*word);
        }
    }
    party.voiced |= now.voiced;
    party.person = now.person.clone().or(party.person.take());
    party.gender = now.gender.or(party.gender);
    party.told = now.told.or(party.told);
    known
}
