//! How far a noun phrase reaches, forwards and backwards.
//!
//! A phrase ends at a verb, a mark, a subordinator or a figure; words that are noun and verb at once are judged by what
//! stands beside them. Nothing here knows who may speak.

use super::super::tokens::Tokens;
use super::party::LONGEST;
use super::quotation::is_quotation_mark;
use super::speaker::is_nominal;
use crate::lexicon::{Lexicon, List, Starts};
use crate::text::{Shape, Token};
use std::ops::Range;

/// Where the noun phrase that ends at `end` begins: behind the nearest comma, mark, subordinator, or verb. An "and"
/// joins two parties ("police and the board"), or, where a verb stands before it, two clauses; at the phrase's end it
/// joins two verbs ("crews went from quay to quay and listed").
pub(super) fn phrase_start(here: &Tokens<'_>, end: usize, dates: &[Range<usize>]) -> usize {
    let tokens = here.from(0).rest();
    let (mut start, mut joint) = (end, None);
    while start > 0 {
        let at = start - 1;
        if here.from(at).letters() == "and" && !joins_names(here, at) {
            joint = joint.or(Some(start));
        } else if is_boundary(here, at, &tokens[at]) && (joint == Some(end) || !is_inner_clause(here, at)) {
            let clause = tokens[at].is_word() && !here.from(at).is(List::Subordinator);
            return joint.filter(|_| clause).unwrap_or(start);
        } else if let Some(date) = dates.iter().find(|date| date.end == start && (date.start == 0 || start < end)) {
            // "A poll published on Monday by the board".
            if date.start == 0 || here.from(start).letters() != "by" {
                return joint.unwrap_or(start);
            }
            start = date.start;
            continue;
        }
        start -= 1;
    }
    start
}

/// Where the noun phrase that begins at the place ends: before a mark, a verb, a subordinator, or a figure.
pub(super) fn phrase_end(here: &Tokens<'_>) -> usize {
    let mut at = here.at();
    let limit = here.at() + LONGEST.min(here.rest().len());
    while at < limit && !ends_phrase(here, &here.from(at)) {
        at += 1;
    }
    at
}

/// Whether the noun phrase that begins at `here` ends before a later place.
fn ends_phrase(here: &Tokens<'_>, place: &Tokens<'_>) -> bool {
    let (lexicon, at) = (here.lexicon(), place.at());
    let Some(token) = place.peek() else { return true };
    let letters = place.letters();
    match (token.shape, letters) {
        (Shape::Number, _) => return !is_of_year(place),
        (_, "on") => return true,
        (Shape::Mark, _) => return !is_inner_mark(here, at, letters),
        (_, "and") if !joins_names(here, at) => return true,
        (_, "in") if !governs_name(place) => return true,
        // "Expected by the board to sink".
        (_, "to") if place.nth(1).is_some_and(|next| lexicon.verb(next.word) == Some(next.letters)) => return true,
        (Shape::Lower, _) if lexicon.is_any(token.word, &[List::Auxiliary, List::Subordinator]) => return true,
        (Shape::Lower, _) => {}
        _ => return false,
    }
    let headed = at > here.at() && place.back(1).is_some_and(|back| can_end(lexicon, back));
    // "Confirmed by the institute now stand at 31": a verb follows the adverb.
    let adverb = || matches!(letters, "now" | "then" | "still" | "already" | "also");
    let verb = || is_finite(here, at) && !is_plural(place);
    let participle = || letters.ends_with("ing") && !is_nominal(lexicon, token);
    headed && (adverb() || verb() || participle() || is_plain_verb(place) || is_strange_verb(place))
}

/// Whether a word that the lexicon does not know is a verb by its ending and object: "The board culled 40 geese".
fn is_strange_verb(place: &Tokens<'_>) -> bool {
    let lexicon = place.lexicon();
    let strange = |token: &Token| {
        let known = lexicon.verb(token.word).is_some() || lexicon.noun(token.word).is_some();
        token.shape == Shape::Lower && token.letters.ends_with("ed") && !known && !lexicon.is_frame(token.word)
    };
    let counts = |next: &Token| next.shape == Shape::Number || lexicon.numeral(next.word).is_some();
    let object = || place.nth(1).is_some_and(|next| counts(next) || lexicon.is(next.word, List::Determiner));
    place.peek().is_some_and(strange) && !place.is(List::Adjective) && object()
}

/// Whether four figures are the year of what follows: "a 2022 study".
fn is_of_year(place: &Tokens<'_>) -> bool {
    let determined = place.back(1).is_some_and(|back| place.lexicon().is(back.word, List::Determiner));
    determined && place.letters().len() == 4 && place.nth(1).is_some_and(|next| next.shape == Shape::Lower)
}

/// Whether a boundary stands within a noun phrase: the "who came from" of "crews who came from Port Lune", the "taken
/// in" of "polls taken in the town".
fn is_inner_clause(here: &Tokens<'_>, at: usize) -> bool {
    let lexicon = here.lexicon();
    let place = here.from(at);
    let nominal = |back: usize| place.back(back).is_some_and(|token| is_nominal(lexicon, token));
    let preposition = place.nth(1).is_some_and(|next| lexicon.is(next.word, List::Preposition));
    match place.letters() {
        "who" => nominal(1),
        _ if lexicon.is(place.peek().map(|token| token.word).unwrap_or_default(), List::Auxiliary) => false,
        letters if preposition && lexicon.verb(place.peek().map(|token| token.word).unwrap_or_default()).is_some() => {
            let relative = place.back(1).is_some_and(|back| back.letters == "who");
            relative || (nominal(1) && !letters.ends_with('s'))
        }
        _ => false,
    }
}

fn is_boundary(here: &Tokens<'_>, at: usize, token: &Token) -> bool {
    let lexicon = here.lexicon();
    let letters = token.letters;
    let mark = token.shape == Shape::Mark && !is_inner_mark(here, at, letters);
    // "The WHO said", but not in a headline all in capitals.
    let named = token.shape == Shape::Upper && here.from(0).may_hold(Starts::SMALL);
    let joins = lexicon.is(token.word, List::Subordinator) && !named;
    let frame = joins || matches!(letters, "but" | "But" | "And");
    let place = here.from(at);
    // "Police put the crowd at 40 and the union".
    let plain = || is_plain_verb(&place) && place.back(1).is_some_and(|back| can_end(lexicon, back));
    let verb = token.shape == Shape::Lower && (place.is(List::Auxiliary) || is_finite(here, at) || plain());
    mark || frame || verb
}

/// Whether the word at `at` is a verb that a clause turns on, and no participle of a noun phrase ("a poll released by",
/// "a state-owned firm").
fn is_finite(here: &Tokens<'_>, at: usize) -> bool {
    let lexicon = here.lexicon();
    let place = here.from(at);
    let Some(lemma) = place.peek().and_then(|token| lexicon.verb(token.word)) else { return false };
    let letters = place.letters();
    // "Knowledge of the talks": behind an article stands a noun.
    if place.back(1).is_some_and(|back| is_article(back.letters)) {
        return false;
    }
    let determined = place.nth(1).is_some_and(|next| lexicon.is(next.word, List::Determiner));
    // "The lost boats", but "the union lost nine boats".
    let headed = place.back(1).is_some_and(|back| back.shape == Shape::Lower && is_nominal(lexicon, back));
    let modifies = !determined && !headed && place.is(List::Adjective);
    let nominal = place.peek().is_some_and(|token| lexicon.noun(token.word).is_some() || modifies || token.glued);
    let participle = letters.ends_with("ing")
        || place.letters_at(1) == "by"
        || (letters.ends_with("ed") && place.nth(1).is_some_and(|next| modified(&place, next)));
    lemma != letters && !nominal && !participle
}

fn is_article(letters: &str) -> bool {
    ["the", "a", "an", "its", "their", "his", "her"].iter().any(|article| letters.eq_ignore_ascii_case(article))
}

/// Whether a word is a verb's form in "-ed" or "-en" that may stand behind the noun which it tells of.
pub(super) fn is_participle(here: &Tokens<'_>, at: usize) -> bool {
    let place = here.from(at);
    let form = place.letters().ends_with("ed") || place.letters().ends_with("en");
    let verb = place.peek().is_some_and(|token| here.lexicon().verb(token.word).is_some());
    form && verb && place.back(1).is_some_and(|back| is_nominal(here.lexicon(), back))
}

/// Whether a word behind a participle shows that it modifies: a preposition, a date, or, where the participle stands
/// behind an article, a noun.
fn modified(participle: &Tokens<'_>, next: &Token) -> bool {
    let lexicon = participle.lexicon();
    let article = participle
        .back(1)
        .is_some_and(|back| lexicon.is_any(back.word, &[List::Determiner, List::Adjective, List::Adverb]));
    lexicon.is(next.word, List::Preposition) || !lexicon.calendar(next.word).is_empty() || article
}

/// Marks that belong into a name: the stop of an initial or title, a hyphen, an apostrophe, "&".
fn is_inner_mark(here: &Tokens<'_>, at: usize, letters: &str) -> bool {
    let back = at.checked_sub(1).and_then(|back| here.from(0).nth(back));
    let stop = letters == "."
        && back.is_some_and(|back| here.lexicon().is(back.word, List::Abbreviation) || back.span.len() == 1);
    let doubled = is_quotation_mark(&here.from(at)) || (at > 0 && is_quotation_mark(&here.from(at - 1)));
    (stop || matches!(letters, "-" | "&" | "'" | "’" | "(" | ")" | "/" | "‑")) && !doubled
}

/// Whether an "and" stands between two capitalised words: "the Ministry of Food and Drugs".
fn joins_names(here: &Tokens<'_>, at: usize) -> bool {
    let sentence = here.from(0);
    let capital = |at: Option<usize>| at.and_then(|at| sentence.nth(at)).is_some_and(Token::is_capitalised);
    capital(at.checked_sub(1)) && capital(Some(at + 1))
}

/// Whether a capitalised word follows a preposition, perhaps behind an article: "in the Harbour Board".
fn governs_name(place: &Tokens<'_>) -> bool {
    let article = usize::from(place.nth(1).is_some_and(|next| place.lexicon().is(next.word, List::Determiner)));
    place.nth(1 + article).is_some_and(Token::is_capitalised)
}

/// Whether a form that is also a noun is a verb here, since its object or clause follows: "figures from the board show 40".
fn is_plain_verb(place: &Tokens<'_>) -> bool {
    let object = place.nth(1).is_some_and(|next| {
        next.shape == Shape::Number || place.lexicon().is(next.word, List::Determiner) || next.letters == "that"
    });
    let lower = place.peek().filter(|token| token.shape == Shape::Lower);
    object && lower.is_some_and(|token| place.lexicon().verb(token.word).is_some())
}

/// Whether a noun phrase may end with a word: what is no article, adjective or preposition.
fn can_end(lexicon: &Lexicon, token: &Token) -> bool {
    token.is_word()
        && (is_nominal(lexicon, token)
            || !lexicon.is_any(token.word, &[List::Determiner, List::Adjective, List::Adverb, List::Preposition]))
}

/// Whether a form in "-s" can only be a plural, since nothing follows that it could govern: "according to the results."
fn is_plural(place: &Tokens<'_>) -> bool {
    let next = place.nth(1);
    let closed = next.is_none_or(|next| next.shape == Shape::Mark && !is_quotation_mark(&place.from(place.at() + 1)));
    let participle = next.is_some_and(|next| next.shape == Shape::Lower && next.letters.ends_with("ed"));
    place.letters().ends_with('s') && (closed || participle)
}
