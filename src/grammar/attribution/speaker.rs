//! What kind of noun phrase may say something.

use super::super::tokens::Tokens;
use super::phrase::is_participle;
use crate::lexicon::{Lexicon, List};
use crate::text::Token;
use std::ops::Range;

/// Whether a phrase's head may say something: a name, a pronoun, a person, a body, or a paper.
pub(super) fn can_speak(here: &Tokens<'_>, phrase: &Range<usize>) -> bool {
    const SPEAKERS: [List; 8] = [
        List::PronounHe,
        List::PronounShe,
        List::PronounIt,
        List::PronounThey,
        List::Pronoun,
        List::Body,
        List::Unnamed,
        List::Paper,
    ];
    let lexicon = here.lexicon();
    let tokens = &here.from(0).rest()[phrase.clone()];
    let end = tokens.iter().skip(1).position(|token| lexicon.is(token.word, List::Preposition) || token.letters == ",");
    let head = &tokens[..end.map_or(tokens.len(), |at| at + 1)];
    let is_speaker = |token: &Token| lexicon.is_any(token.word, &SPEAKERS);
    let is_agent = |token: &Token| {
        let class = lexicon.noun(token.word).and_then(|noun| noun.class.as_deref());
        matches!(class, Some("person" | "organisation" | "document" | "casualty"))
    };
    // "Owners familiar with it", "a report commissioned by them".
    let tells_more = |at: usize| lexicon.is(tokens[at].word, List::Adjective) || is_participle(here, phrase.start + at);
    let head = match head {
        [noun @ .., last] if !noun.is_empty() && tells_more(noun.len()) && !is_speaker(last) && !is_agent(last) => {
            // "Its chief" is no adjective's.
            if is_title(here, phrase.start + noun.len()) { head } else { noun }
        }
        all => all,
    };
    if head.iter().any(|token| is_you_or_me(token)) {
        return false;
    }
    head.iter().rev().take(3).enumerate().any(|(back, token)| {
        let last = phrase.start + head.len() - 1;
        let agent = back == 0 && (is_agent(token) || is_title(here, last) || is_hall(here, last));
        let name = token.is_capitalised()
            && !lexicon.is_any(token.word, &[List::Determiner, List::Preposition, List::Opener, List::Conjunction]);
        agent || name || (back == 0 && is_speaker(token))
    })
}

/// Whether a word ends the name of a body of two words: "city hall".
fn is_hall(here: &Tokens<'_>, last: usize) -> bool {
    let start = last.checked_sub(1).map(|at| here.from(at));
    start.is_some_and(|start| start.lexicon().local_bodies.at(start.rest()).is_some_and(|(len, ())| len == 2))
}

/// Whether a phrase is an article or possessive with words that may be its noun: "the campaign", "their magnate".
pub(super) fn is_definite(here: &Tokens<'_>, phrase: &Range<usize>) -> bool {
    let lexicon = here.lexicon();
    let [first, rest @ ..] = &here.from(0).rest()[phrase.clone()] else { return false };
    let last = rest.iter().take_while(|token| !lexicon.is(token.word, List::Preposition)).last();
    let noun = |token: &Token| token.is_word() && (lexicon.noun(token.word).is_some() || is_open(lexicon, token));
    lexicon.is(first.word, List::Determiner) && last.is_some_and(noun)
}

/// Whether a word is of no closed class, and no verb or adverb.
pub(super) fn is_open(lexicon: &Lexicon, token: &Token) -> bool {
    !lexicon.is_frame(token.word) && !lexicon.is(token.word, List::Adverb) && lexicon.verb(token.word).is_none()
}

/// Whether a phrase means people who work or live there rather than a body: "officers", "they".
pub(super) fn is_people(here: &Tokens<'_>, phrase: &Range<usize>) -> bool {
    const PEOPLE: [List; 4] = [List::Unnamed, List::PronounHe, List::PronounShe, List::PronounThey];
    let last = here.from(0).nth(phrase.end.saturating_sub(1));
    last.is_some_and(|token| here.lexicon().is_any(token.word, &PEOPLE))
}

/// Whether a phrase may show a figure without saying so: a paper, a body, a name; people and things only show a face.
pub(super) fn can_show(here: &Tokens<'_>, phrase: &Range<usize>) -> bool {
    let lexicon = here.lexicon();
    let sentence = here.from(0);
    let class = |token: &Token| lexicon.noun(token.word).and_then(|noun| noun.class.as_deref());
    phrase.clone().filter_map(|at| Some((at, sentence.nth(at)?))).any(|(at, token)| {
        let known = lexicon.is_any(token.word, &[List::Paper, List::Body, List::PronounIt, List::PronounThey]);
        let name = at > 0 && token.is_capitalised();
        let lone = phrase.len() == 1 && token.is_capitalised() && lexicon.noun(token.word).is_none();
        known || name || lone || class(token) == Some("document")
    })
}

/// Whether a phrase names a medium that the lexicon knows, or is "the media".
pub(super) fn is_medium(here: &Tokens<'_>, phrase: &Range<usize>) -> bool {
    phrase.clone().any(|at| {
        let place = here.from(at);
        let entry = place.lexicon().party_names.at(place.rest());
        entry.is_some_and(|(_, &entry)| place.lexicon().parties()[entry].is_medium()) || place.letters() == "media"
    })
}

/// Whether a phrase means the one in the story who may sentence and fine others: "the court", no "courts", no "a court in
/// Korvan".
pub(super) fn is_judge(here: &Tokens<'_>, phrase: &Range<usize>) -> bool {
    const JUDGES: [&str; 6] = ["court", "judge", "jury", "tribunal", "magistrate", "regulator"];
    let tokens = &here.from(0).rest()[phrase.clone()];
    let any = tokens.first().is_some_and(|first| ["a", "an"].iter().any(|article| first.reads(article)));
    !any && tokens.iter().any(|token| JUDGES.iter().any(|judge| token.reads(judge)))
}

/// "I", "we", "you": whom they mean, only the whole passage tells.
fn is_you_or_me(token: &Token) -> bool {
    let letters = token.letters;
    if !letters.starts_with(['i', 'w', 'y', 'u', 'm', 'l', 'I', 'W', 'Y', 'U', 'M', 'L']) {
        return false;
    }
    let end = letters.find(['\'', '’']).unwrap_or(letters.len());
    let plain = letters.get(..end).unwrap_or_default();
    ["i", "we", "you", "us", "me", "let"].iter().any(|pronoun| plain.eq_ignore_ascii_case(pronoun)) && letters != "US"
}

pub(super) fn is_title(here: &Tokens<'_>, at: usize) -> bool {
    let place = here.from(at);
    place.lexicon().title_phrases.at(place.rest()).is_some()
}

/// Whether a phrase holds something that can speak: a name, a noun, or a pronoun.
pub(super) fn has_noun(here: &Tokens<'_>, phrase: &Range<usize>) -> bool {
    const PRONOUNS: [List; 5] = [List::PronounHe, List::PronounShe, List::PronounIt, List::PronounThey, List::Pronoun];
    let lexicon = here.lexicon();
    let tokens = &here.from(0).rest()[phrase.clone()];
    let named = tokens.iter().any(|token| {
        let name =
            token.is_capitalised() && !lexicon.is_any(token.word, &[List::Determiner, List::Preposition, List::Opener]);
        let known =
            lexicon.noun(token.word).is_some() || lexicon.is_any(token.word, &[List::Body, List::Unnamed, List::Paper]);
        name || known
            || lexicon.is_any(token.word, &PRONOUNS)
            || lexicon.party_names.at(std::slice::from_ref(token)).is_some()
    });
    named || is_definite(here, phrase)
}

/// Whether a word may end a noun phrase.
pub(super) fn is_nominal(lexicon: &Lexicon, token: &Token) -> bool {
    let framed = [List::Determiner, List::Preposition, List::Opener, List::Conjunction, List::Auxiliary];
    lexicon.noun(token.word).is_some()
        || lexicon.is_any(token.word, &[List::Body, List::Unnamed, List::Paper])
        || (token.is_capitalised() && !lexicon.is_any(token.word, &framed))
}

/// Whether the words for a party hold one for a body, or a body's name that the lexicon knows.
pub fn names_body(sentence: &Tokens<'_>, party: &Range<usize>) -> bool {
    party.clone().any(|at| {
        let here = sentence.from(at);
        here.is(List::Body) || here.lexicon().party_names.at(here.rest()).is_some()
    })
}
