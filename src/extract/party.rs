//! Who a party is: the draft's parties so far, and how a noun phrase names one of them.
//!
//! A name in full is kept; later a surname, an acronym defined in brackets, "the ministry", "he" or "it" finds the last
//! party that fits. A person who speaks for a body in an office or as its spokesman counts as that body; a person in a
//! role of their own (analyst, resident) counts as themselves. Parties without a name ("officials") are never the same.

use super::name::{Name, names};
use crate::claim::PartyKind;
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List, PartyEntry};
use crate::text::{Shape, Span, Token};
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

/// How many parties a draft has in mind at least: whoever was not mentioned among them is forgotten, as by a reader.
const RECALL: usize = 32;

/// Within how many tokens of its sentence's start a name is the subject.
const SUBJECT: usize = 4;

/// What media are called.
const MEDIA: [&str; 12] = [
    "tv",
    "television",
    "radio",
    "newspaper",
    "channel",
    "broadcaster",
    "media",
    "daily",
    "outlet",
    "magazine",
    "website",
    "newswire",
];

/// A party of the draft.
#[derive(Clone, Debug, Default)]
pub(super) struct Party {
    /// What tells it from others.
    pub(super) id: String,
    /// Its fullest name so far.
    pub(super) name: String,
    /// The person who speaks for it.
    pub(super) person: Option<String>,
    /// What it is.
    pub(super) kind: PartyKind,
    /// Whether it carries what others say.
    pub(super) medium: bool,
    gender: Option<char>,
    /// The lower-case words by which it may be called again.
    words: Vec<String>,
}

impl Party {
    /// A body of that name.
    pub(super) fn body(id: String, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            kind: PartyKind::Organisation,
            words: name.split(' ').map(str::to_lowercase).collect(),
            ..Self::default()
        }
    }
}

/// The parties of a draft, in the order of their last mention.
#[derive(Debug, Default)]
pub(super) struct Register {
    known: VecDeque<Arc<Party>>,
    /// Acronyms defined in brackets, with the name that they stand for.
    acronyms: Vec<(String, String)>,
    unnamed: usize,
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
        let mut party = self
            .pronoun(sentence, &phrase)
            .or_else(|| self.spoken_for(sentence, &phrase))
            .or_else(|| self.named(sentence, &phrase))
            .unwrap_or_else(|| self.described(sentence, &phrase));
        if quoted {
            return party;
        }
        add_roles(&mut party, sentence, &phrase);
        self.mention(&party)
    }

    /// Whether a phrase at the start of a sentence may mean a party, in that it names no other body.
    pub(super) fn names_same(sentence: Tokens<'_>, phrase: Range<usize>, party: &Party) -> bool {
        let lexicon = sentence.lexicon();
        phrase.clone().all(|at| {
            let here = sentence.from(at);
            let entry =
                lexicon.party_names.at(here.text(), here.rest()).map(|(_, &entry)| &*lexicon.parties()[entry].id);
            let letters = here.letters().to_lowercase();
            let body = here.is(List::Body) && !party.words.contains(&letters) && !is_any_body(&letters);
            entry.is_none_or(|id| id == party.id) && !body
        })
    }

    /// Notes the acronyms that a sentence defines: "the Harbour Safety Board (HSB)".
    pub(super) fn define_acronyms(&mut self, sentence: Tokens<'_>) {
        for at in 1..sentence.rest().len().saturating_sub(2) {
            let here = sentence.from(at);
            let bracketed = here.letters() == "("
                && here.letters_at(2) == ")"
                && here.nth(1).is_some_and(|token| token.shape == Shape::Upper);
            if bracketed {
                let name = names(sentence, 0..at).pop().filter(|name| name.tokens.end == at);
                let acronym = here.letters_at(1).to_owned();
                if let Some(name) = name.filter(|_| self.full_form(&acronym).is_none()) {
                    self.acronyms.push((acronym, name.text.to_owned()));
                }
            }
        }
    }

    /// Notes the people and bodies that a sentence names without letting them speak, so that "she" and "the board" find
    /// them. The one that the sentence begins with becomes the last one mentioned, unless the sentence lets somebody
    /// speak; others come before all that spoke.
    pub(super) fn notice(&mut self, sentence: Tokens<'_>, attributes: bool) {
        let lexicon = sentence.lexicon();
        for name in names(sentence, 0..sentence.rest().len()) {
            let acronym = name.text.len() > 2 && name.text.chars().all(char::is_uppercase);
            let body = name.party.is_some()
                || acronym
                || sentence.from(name.tokens.start).rest()[..name.tokens.len()]
                    .iter()
                    .any(|word| lexicon.is(word.word, List::Body));
            let party = match (name.is_person, body && !name.is_place) {
                (true, _) => self.person(&name),
                (false, true) => self.body(lexicon, &name, false),
                (false, false) => continue,
            };
            if name.tokens.start <= SUBJECT && !attributes {
                self.mention(&party);
            } else if !self.known.iter().any(|known| known.id == party.id) {
                self.known.push_front(party);
            }
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

    fn last(&self, fits: impl Fn(&Party) -> bool) -> Option<Arc<Party>> {
        self.known.iter().rev().find(|party| fits(party)).cloned()
    }

    /// "he", "she", "it", "they": the last party that the pronoun fits.
    fn pronoun(&self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Arc<Party>> {
        let lexicon = sentence.lexicon();
        let [only] = &sentence.from(phrase.start).rest()[..phrase.len()] else { return None };
        let letters = only.text(sentence.text());
        let is = |list, possessive: &str| lexicon.is(only.word, list) || letters.eq_ignore_ascii_case(possessive);
        if is(List::PronounHe, "his") {
            return self.last_human('m');
        }
        if is(List::PronounShe, "her") {
            return self.last_human('f');
        }
        if is(List::PronounIt, "its") {
            return self
                .last(|party| matches!(party.kind, PartyKind::Organisation | PartyKind::Document) && !party.medium);
        }
        if is(List::PronounThey, "their") {
            return self.last(|party| matches!(party.kind, PartyKind::Organisation | PartyKind::Unnamed));
        }
        None
    }

    /// The last human being of a gender: a named one that is known to have it, else any that may have it.
    fn last_human(&self, gender: char) -> Option<Arc<Party>> {
        const RECENT: usize = 4;
        let human = |party: &Party| party.kind == PartyKind::Person || party.person.is_some();
        let recent =
            self.known.iter().rev().take(RECENT).find(|party| human(party) && party.gender == Some(gender)).cloned();
        let named = || self.last(|party| human(party) && party.gender.is_none_or(|known| known == gender));
        recent.or_else(named).or_else(|| self.last(|party| party.kind == PartyKind::Unnamed))
    }

    /// A party that the phrase names.
    fn named(&mut self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Arc<Party>> {
        let lexicon = sentence.lexicon();
        let names = names(sentence, phrase.clone());
        let person = names.iter().find(|name| name.is_person);
        let medium = is_medium(&sentence, phrase);
        let is_kind = |name: &Name| MEDIA.iter().any(|kind| name.text.eq_ignore_ascii_case(kind));
        let body = names.iter().find(|name| !(name.is_person || name.is_place || medium && is_kind(name)));
        match (person, body) {
            (Some(person), Some(body)) if person.speaks_for => {
                let party = self.body(lexicon, body, medium);
                Some(self.spoken_by(&party, Some(person)))
            }
            (Some(person), _) => Some(self.minister(sentence, phrase, person).unwrap_or_else(|| self.person(person))),
            (None, Some(body)) => Some(self.body(lexicon, body, medium)),
            (None, None) => None,
        }
    }

    /// The body that somebody speaks for whom only their post beside it tells: "its head, Ana Ruiz", "a spokeswoman".
    fn spoken_for(&self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Option<Arc<Party>> {
        let first = sentence.from(phrase.start).letters();
        let its = ["its", "their"].iter().any(|own| first.eq_ignore_ascii_case(own));
        let posts = phrase.clone().filter_map(|at| {
            let here = sentence.from(at);
            let (_, &entry) = here.lexicon().title_phrases.at(here.text(), here.rest())?;
            Some(&*here.lexicon().titles()[entry].kind)
        });
        let speaks = posts.into_iter().any(|kind| kind == "spokesman" || (its && matches!(kind, "office" | "rank")));
        let named = speaks.then(|| names(sentence, phrase.clone()))?;
        if named.iter().any(|name| !name.is_person && !name.is_place) {
            return None;
        }
        let body = self.last(|party| party.kind == PartyKind::Organisation && !party.medium)?;
        Some(self.spoken_by(&body, named.iter().find(|name| name.is_person)))
    }

    /// A body with the person who speaks for it.
    fn spoken_by(&self, body: &Party, person: Option<&Name>) -> Arc<Party> {
        let gender = person.and_then(|name| name.gender);
        Arc::new(Party { person: person.map(|name| self.full_name(name.text).to_owned()), gender, ..body.clone() })
    }

    /// The ministry of a minister: "Arland's Interior Minister Ana Ruiz" speaks for the Interior Ministry.
    fn minister(&self, sentence: Tokens<'_>, phrase: &Range<usize>, person: &Name) -> Option<Arc<Party>> {
        let at = phrase.clone().find(|&at| sentence.from(at).letters().eq_ignore_ascii_case("minister"))?;
        let field = at.checked_sub(1).filter(|before| phrase.contains(before));
        let field = field
            .map(|at| sentence.from(at))
            .filter(|here| here.is(List::Determiner) || here.peek().is_some_and(Token::is_word));
        let field =
            field.map(|here| here.letters().to_lowercase()).filter(|field| field != "the" && field != "prime")?;
        let named = |party: &Party| party.words.iter().any(|word| word == "ministry") && party.words.contains(&field);
        let known = || self.last(|party| party.kind == PartyKind::Organisation && named(party));
        let country = self.country.as_deref().into_iter().chain(country_in(sentence, phrase));
        let entry = country.last().and_then(|country| ministry(sentence.lexicon(), country, &field));
        let party = entry.map(Arc::new).or_else(known)?;
        Some(self.spoken_by(&party, Some(person)))
    }

    /// A person by name; a surname alone finds the person, or the body they speak for.
    fn person(&self, name: &Name) -> Arc<Party> {
        let full = self.full_name(name.text);
        let known = self.last(|party| {
            party.person.as_deref() == Some(full) || (party.kind == PartyKind::Person && party.name == full)
        });
        known.unwrap_or_else(|| {
            Arc::new(Party {
                id: full.to_lowercase(),
                words: full.split(' ').map(str::to_lowercase).collect(),
                name: full.to_owned(),
                kind: PartyKind::Person,
                gender: name.gender,
                ..Party::default()
            })
        })
    }

    /// The fullest known name that ends with this one.
    fn full_name<'n>(&'n self, name: &'n str) -> &'n str {
        let ends = |full: &str| {
            let before = full.len().checked_sub(name.len() + 1);
            before.is_some_and(|before| full.as_bytes()[before] == b' ' && full.ends_with(name))
        };
        let people = self.known.iter().rev().flat_map(|party| [Some(&party.name), party.person.as_ref()]).flatten();
        people.into_iter().find(|full| ends(full)).map_or(name, String::as_str)
    }

    /// What an acronym was defined as.
    fn full_form(&self, acronym: &str) -> Option<&str> {
        self.acronyms.iter().find(|(known, _)| known == acronym).map(|(_, full)| full.as_str())
    }

    fn body(&self, lexicon: &Lexicon, name: &Name, medium: bool) -> Arc<Party> {
        let spelled = self.full_form(name.text).unwrap_or(name.text);
        // A short form finds the body that it is part of: "the Harbour Board" after "the Northern Harbour Board".
        let several = spelled.contains(' ');
        let is_meant = |party: &Party| party.name == spelled || several && is_short_form(spelled, &party.name);
        let known = || self.last(|party| party.kind == PartyKind::Organisation && is_meant(party));
        let own = name.party.is_none() || spelled != name.text;
        if let Some(known) = own.then(known).flatten() {
            return known;
        }
        // The draft's own bracket outranks what the acronym means elsewhere.
        let entry = name.party.filter(|_| spelled == name.text).map(|at| &lexicon.parties()[at]);
        let full = entry.map_or(spelled, |entry| &entry.name);
        Arc::new(Party {
            kind: entry.map_or(PartyKind::Organisation, PartyEntry::party_kind),
            medium: medium || entry.is_some_and(PartyEntry::is_medium),
            ..Party::body(entry.map_or_else(|| full.to_lowercase(), |entry| entry.id.to_string()), full)
        })
    }

    /// A party that the phrase only describes: "the ministry", "police", "two witnesses", "a report".
    fn described(&mut self, sentence: Tokens<'_>, phrase: &Range<usize>) -> Arc<Party> {
        let lexicon = sentence.lexicon();
        let tokens = &sentence.from(phrase.start).rest()[..phrase.len()];
        let head = head_of(&sentence, tokens);
        let head_word = head.map_or_else(Arc::default, |head| super::noun::lemma(lexicon, sentence.text(), head).0);
        let is = |list| head.is_some_and(|head| lexicon.is(head.word, list));
        let text = plain_text(&sentence, tokens);
        let definite = tokens.first().is_some_and(|token| {
            token.text(sentence.text()).eq_ignore_ascii_case("the") || !lexicon.is(token.word, List::Determiner)
        });
        let medium = is_medium(&sentence, phrase);
        if is(List::Unnamed) || !definite && !is(List::Body) {
            self.unnamed += 1;
            let id = format!("unnamed {} {text}", self.unnamed);
            return Arc::new(Party { id, name: text, kind: PartyKind::Unnamed, ..Party::default() });
        }
        if let Some(known) = self.last(|party| party.medium).filter(|_| &*head_word == "media") {
            return known;
        }
        let kind = if is(List::Paper) { PartyKind::Document } else { PartyKind::Organisation };
        if let Some(known) =
            self.last(|party| party.kind == kind && party.words.iter().any(|word| **word == *head_word))
        {
            return known;
        }
        if let Some(body) = self
            .last(|party| party.kind == PartyKind::Organisation && !party.medium)
            .filter(|_| tokens.len() <= 2 && is_any_body(&head_word))
        {
            return body;
        }
        let person =
            head.is_some_and(|head| lexicon.noun(head.word).and_then(|noun| noun.class.as_deref()) == Some("person"));
        let kind = if person && kind == PartyKind::Organisation && !is(List::Body) { PartyKind::Person } else { kind };
        let id = text.to_lowercase();
        Arc::new(Party { id, words: vec![head_word.to_string()], name: text, kind, medium, ..Party::default() })
    }
}

/// Adds the roles that a phrase gives a party to the words by which it may be called again: "the state operator, Arport".
fn add_roles(party: &mut Arc<Party>, sentence: Tokens<'_>, phrase: &Range<usize>) {
    if party.kind != PartyKind::Organisation {
        return;
    }
    for token in &sentence.from(phrase.start).rest()[..phrase.len()] {
        let letters = token.text(sentence.text());
        if sentence.lexicon().is(token.word, List::Body)
            && !party.words.iter().any(|word| word.eq_ignore_ascii_case(letters))
        {
            Arc::make_mut(party).words.push(letters.to_lowercase());
        }
    }
}

/// Whether a noun may stand for a body of any kind: "the company", "the agency".
fn is_any_body(letters: &str) -> bool {
    matches!(letters, "company" | "group" | "firm" | "agency" | "organisation" | "organization" | "body" | "authority")
}

/// The country whose minister a phrase names: "Arland's Interior Minister".
fn country_in<'a>(sentence: Tokens<'a>, phrase: &Range<usize>) -> Option<&'a str> {
    let lexicon = sentence.lexicon();
    phrase.clone().find_map(|at| {
        let here = sentence.from(at);
        lexicon.place_names.at(here.text(), here.rest()).map(|(_, name)| &*lexicon.places()[name.place].name)
    })
}

/// The ministry of a field that the lexicon knows in a country.
fn ministry(lexicon: &Lexicon, country: &str, field: &str) -> Option<Party> {
    let capital = field.chars().next()?.to_uppercase();
    let name = format!("{country}'s {capital}{} Ministry", field.get(1..)?);
    let mut tokens = Vec::new();
    lexicon.tokenize(&name, Span::new(0, name.len()), &mut tokens);
    let (_, &at) = lexicon.party_names.at(&name, &tokens).filter(|(len, _)| *len == tokens.len())?;
    let entry = &lexicon.parties()[at];
    Some(Party { name: entry.name.to_string(), ..Party::body(entry.id.to_string(), &name) })
}

/// What was known of a party, with what is said of it now.
fn merged(mut known: Arc<Party>, now: &Arc<Party>) -> Arc<Party> {
    if Arc::ptr_eq(&known, now) {
        return known;
    }
    let party = Arc::make_mut(&mut known);
    let new: Vec<_> = now.words.iter().filter(|word| !party.words.contains(word)).cloned().collect();
    party.words.extend(new);
    party.person = now.person.clone().or(party.person.take());
    party.gender = now.gender.or(party.gender);
    known
}

/// Whether every word of the short form stands in the longer name, the last word at its end or start.
fn is_short_form(short: &str, full: &str) -> bool {
    let count = |name: &str| name.bytes().filter(|&byte| byte == b' ').count();
    short.len() < full.len()
        && (1..count(full)).contains(&count(short))
        && short.split(' ').all(|word| full.split(' ').any(|other| other == word))
}

/// Whether a phrase names a medium: "state television", "the news agency Interfax".
fn is_medium(sentence: &Tokens<'_>, phrase: &Range<usize>) -> bool {
    let tokens = &sentence.from(phrase.start).rest()[..phrase.len()];
    let reads = |token: &Token, word| token.reads(sentence.text(), word);
    let agency = tokens.windows(2).any(|pair| reads(&pair[0], "news") && reads(&pair[1], "agency"));
    agency || tokens.iter().any(|token| MEDIA.iter().any(|medium| reads(token, medium)))
}

/// The head of a described party: the last noun before a preposition or mark.
fn head_of<'a>(sentence: &Tokens<'_>, tokens: &'a [Token]) -> Option<&'a Token> {
    let lexicon = sentence.lexicon();
    let end = tokens
        .iter()
        .skip(1)
        .position(|token| lexicon.is(token.word, List::Preposition) || token.shape == Shape::Mark)
        .map_or(tokens.len(), |at| at + 1);
    tokens[..end].iter().rev().find(|token| token.is_word())
}

/// The words of a phrase without its article.
fn plain_text(sentence: &Tokens<'_>, tokens: &[Token]) -> String {
    let lexicon = sentence.lexicon();
    let tokens = match tokens {
        [first, rest @ ..] if lexicon.is(first.word, List::Determiner) && !rest.is_empty() => rest,
        all => all,
    };
    let comma = tokens.iter().position(|token| token.text(sentence.text()) == ",").unwrap_or(tokens.len());
    match (tokens.first(), tokens[..comma].last()) {
        (Some(first), Some(last)) => first.span.to(last.span).of(sentence.text()).to_owned(),
        _ => String::new(),
    }
}
