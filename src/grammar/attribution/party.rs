//! Where a party's noun phrase stands.

use super::super::tokens::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// How many tokens a party may take; longer ones are misread clauses.
const LONGEST: usize = 30;

/// The party that ends before a cue: a noun phrase, perhaps with an apposition between commas; auxiliaries, adverbs and
/// dates may stand between it and the cue. `None` where no noun phrase stands there.
pub fn party_before(here: &Tokens<'_>, cue: usize, dates: &[Range<usize>]) -> Option<Range<usize>> {
    let end = skip_gap(here, cue, dates);
    let sentence = here.from(0);
    let tokens = sentence.rest();
    let comma = tokens.get(end.checked_sub(1)?)?.text(here.text()) == ",";
    let start = if comma { apposed_start(here, end - 1)? } else { phrase_start(here, end, dates) };
    let start = skip_openers(here, start, end, dates);
    let party = start..end;
    (!party.is_empty() && party.len() <= LONGEST && has_noun(here, &party)).then_some(party)
}

/// The end of the party, before the auxiliaries, adverbs and dates in front of the cue.
fn skip_gap(here: &Tokens<'_>, cue: usize, dates: &[Range<usize>]) -> usize {
    let lexicon = here.lexicon();
    let tokens = here.from(0).rest();
    let mut end = cue;
    while end > 0 {
        let back = &tokens[end - 1];
        let dated = dates.iter().find(|range| range.end == end).map(|range| range.start);
        let verbal = lexicon.is_any(back.word, &[List::Auxiliary, List::Adverb, List::Negation]) && !lexicon.is(back.word, List::Determiner);
        match dated {
            Some(start) => end = start,
            None if verbal && !back.is_capitalised() => end -= 1,
            None if is_preposition_of_date(here, end, dates) => end -= 1,
            None => break,
        }
    }
    end
}

/// Whether the word before `end` is the "on" of a date that was skipped.
fn is_preposition_of_date(here: &Tokens<'_>, end: usize, dates: &[Range<usize>]) -> bool {
    let back = here.from(end - 1);
    matches!(back.letters(), "on" | "in" | "late" | "early") && dates.iter().any(|range| range.start == end)
}

/// Where a party with an apposition begins: "Ana Ruiz, the harbour master," from before the first of the two commas.
fn apposed_start(here: &Tokens<'_>, closing: usize) -> Option<usize> {
    let tokens = here.from(0).rest();
    let opening = tokens[..closing].iter().rposition(|token| token.text(here.text()) == ",")?;
    let short = closing - opening <= 16 && opening > 0;
    short.then(|| phrase_start(here, opening, &[]))
}

/// Where the noun phrase that ends at `end` begins: behind the nearest comma, mark, subordinator, or verb.
fn phrase_start(here: &Tokens<'_>, end: usize, dates: &[Range<usize>]) -> usize {
    let tokens = here.from(0).rest();
    let mut start = end;
    while start > 0 && !is_boundary(here, start - 1, &tokens[start - 1]) {
        if let Some(date) = dates.iter().find(|range| range.end == start) {
            if date.start == 0 || start < end {
                break;
            }
        }
        start -= 1;
    }
    start
}

fn is_boundary(here: &Tokens<'_>, at: usize, token: &Token) -> bool {
    let lexicon = here.lexicon();
    let letters = token.text(here.text());
    let mark = token.shape == Shape::Mark && !is_inner_mark(here, at, letters);
    let frame = lexicon.is(token.word, List::Subordinator) || matches!(letters, "but" | "But" | "And");
    let coordinates = letters == "and" && !joins_names(here, at);
    let verb = token.shape == Shape::Lower && lexicon.is(token.word, List::Auxiliary);
    mark || frame || coordinates || verb
}

/// Marks that belong into a name: the stop of an initial or title, a hyphen, an apostrophe, "&".
fn is_inner_mark(here: &Tokens<'_>, at: usize, letters: &str) -> bool {
    let back = at.checked_sub(1).and_then(|back| here.from(0).nth(back));
    let stop = letters == "." && back.is_some_and(|back| here.lexicon().is(back.word, List::Abbreviation) || back.span.len() == 1);
    stop || matches!(letters, "-" | "&" | "'" | "’" | "(" | ")" | "/" | "‑")
}

/// Whether an "and" stands between two capitalised words: "the Ministry of Food and Drugs".
fn joins_names(here: &Tokens<'_>, at: usize) -> bool {
    let sentence = here.from(0);
    let capital = |at: Option<usize>| at.and_then(|at| sentence.nth(at)).is_some_and(Token::is_capitalised);
    capital(at.checked_sub(1)) && capital(Some(at + 1))
}

/// Past conjunctions, adverbs and dates at the start of the phrase.
fn skip_openers(here: &Tokens<'_>, start: usize, end: usize, dates: &[Range<usize>]) -> usize {
    let lexicon = here.lexicon();
    let mut start = start;
    while start < end {
        let Some(token) = here.from(0).nth(start) else { break };
        if let Some(date) = dates.iter().find(|range| range.start == start && range.end < end) {
            start = date.end;
        } else if lexicon.is_any(token.word, &[List::Conjunction, List::Adverb]) && !lexicon.is_any(token.word, &[List::Determiner, List::Pronoun]) {
            start += 1;
        } else {
            break;
        }
    }
    start
}

/// Whether a phrase holds something that can speak: a name, a noun, or a pronoun.
fn has_noun(here: &Tokens<'_>, phrase: &Range<usize>) -> bool {
    const PRONOUNS: [List; 5] = [List::PronounHe, List::PronounShe, List::PronounIt, List::PronounThey, List::Pronoun];
    let lexicon = here.lexicon();
    let tokens = &here.from(0).rest()[phrase.clone()];
    tokens.iter().any(|token| {
        let name = token.is_capitalised() && !lexicon.is_any(token.word, &[List::Determiner, List::Preposition, List::Opener]);
        let known = lexicon.noun(token.word).is_some() || lexicon.is_any(token.word, &[List::Body, List::Unnamed, List::Paper]);
        name || known || lexicon.is_any(token.word, &PRONOUNS) || lexicon.party_names.at(here.text(), std::slice::from_ref(token)).is_some()
    })
}

/// The party that begins at a place: a noun phrase with its prepositions, and an apposition behind a comma.
pub(super) fn party_after(here: &Tokens<'_>) -> Range<usize> {
    let end = phrase_end(here);
    let rest = here.from(end);
    let apposition = rest.letters() == "," && rest.nth(1).is_some_and(|next| opens_apposition(here, next));
    if !apposition || end == here.at() {
        return here.at()..end;
    }
    let after = phrase_end(&rest.from(end + 1));
    let next = here.from(after).letters();
    // An apposition is closed by a mark or the sentence's end; what runs on is a clause of its own.
    let closed = after > end + 1 && after - end <= 16 && (next.is_empty() || matches!(next, "," | "." | ";" | ":" | "—" | "–"));
    here.at()..if closed { after } else { end }
}

fn opens_apposition(here: &Tokens<'_>, token: &Token) -> bool {
    let lexicon = here.lexicon();
    lexicon.is(token.word, List::Determiner) || (token.shape == Shape::Lower && lexicon.noun(token.word).is_some())
}

/// Where the noun phrase that begins at the place ends: before a mark, a verb, a subordinator, or a figure.
fn phrase_end(here: &Tokens<'_>) -> usize {
    let lexicon = here.lexicon();
    let mut at = here.at();
    let limit = here.at() + LONGEST.min(here.rest().len());
    while at < limit {
        let place = here.from(at);
        let Some(token) = place.peek() else { break };
        let verb = token.shape == Shape::Lower && lexicon.verb(token.word).is_some() && lexicon.noun(token.word).is_none();
        let frame = lexicon.is_any(token.word, &[List::Auxiliary, List::Subordinator]) && token.shape == Shape::Lower;
        let coordinates = place.letters() == "and" && !joins_names(here, at);
        let dated = place.letters() == "on" || place.letters() == "in" && place.nth(1).is_some_and(|next| !next.is_capitalised());
        let mark = token.shape == Shape::Mark && !is_inner_mark(here, at, place.letters()) || token.shape == Shape::Number;
        let participle = at > here.at() && token.shape == Shape::Lower && place.letters().ends_with("ing") && lexicon.noun(token.word).is_none();
        if verb || frame || coordinates || mark || dated || participle {
            break;
        }
        at += 1;
    }
    at
}

/// The possessor in front of a noun: "the agency's latest figures", "its count".
pub(super) fn possessor_before(here: &Tokens<'_>, noun: usize) -> Option<Range<usize>> {
    let tokens = here.from(0).rest();
    let near = noun.saturating_sub(4)..noun;
    if let Some(at) = near.clone().rev().find(|&at| is_possessive(here, at)) {
        let start = phrase_start(here, at, &[]);
        return (start < at).then_some(start..at);
    }
    // "an official report said", "government data show": the noun phrase itself is the party.
    let start = phrase_start(here, noun + 1, &[]);
    let named = tokens.get(start..=noun)?.len() > 1;
    named.then_some(start..noun + 1)
}

fn is_possessive(here: &Tokens<'_>, at: usize) -> bool {
    here.from(0).nth(at).is_some_and(|token| {
        let plural = matches!(token.text(here.text()), "'" | "’") && token.glued;
        token.shape == Shape::Possessive || plural
    })
}
