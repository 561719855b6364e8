//! Where a party's noun phrase stands.

use super::super::tokens::Tokens;
use super::quotation::is_quotation_mark;
use super::speaker::{can_speak, has_noun, is_nominal, is_title};
use crate::lexicon::{Lexicon, List};
use crate::text::{Shape, Token};
use std::ops::Range;

/// How many tokens a party may take; longer ones are misread clauses.
const LONGEST: usize = 30;

/// The party that ends before a cue: a noun phrase, perhaps with an apposition between commas; auxiliaries, adverbs and
/// dates may stand between it and the cue. `None` where no noun phrase stands there.
pub(super) fn party_before(here: &Tokens<'_>, cue: usize, dates: &[Range<usize>]) -> Option<Range<usize>> {
    let end = skip_gap(here, cue, dates);
    let sentence = here.from(0);
    let tokens = sentence.rest();
    let last = tokens.get(end.checked_sub(1)?)?;
    let governed = here.from(end - 1).back(1).is_some_and(|back| is_plain_preposition(here, back));
    if here.lexicon().is_any(last.word, &[List::PronounHe, List::PronounShe, List::PronounIt, List::PronounThey])
        && !governed
    {
        return Some(end - 1..end);
    }
    if matches!(last.text(here.text()), "who" | "which") {
        return antecedent(here, end - 1);
    }
    let comma = last.text(here.text()) == ",";
    // "A poll taken last week found".
    let dated = end < cue && is_participle(here, end - 1) && dates.iter().any(|date| date.start == end);
    let end = if dated { end - 1 } else { end };
    let start = if comma { apposed_start(here, end - 1)? } else { phrase_start(here, end, dates) };
    let start = skip_openers(here, start, end, dates);
    let party = start..end;
    // "Of 240 crews reported", "with every boat counted": the participle has no subject.
    if matches!(here.from(start).letters(), "Of" | "of" | "With" | "with") {
        return None;
    }
    (!party.is_empty() && party.len() <= LONGEST && has_noun(here, &party)).then_some(party)
}

/// "People familiar with it said": the pronoun is no subject.
fn is_plain_preposition(here: &Tokens<'_>, token: &Token) -> bool {
    matches!(token.text(here.text()), "with" | "to" | "of" | "for" | "by" | "from" | "about" | "against")
}

/// Whom a relative pronoun stands for: "the board" in "said the board, which put losses at 12".
fn antecedent(here: &Tokens<'_>, pronoun: usize) -> Option<Range<usize>> {
    let comma = here.from(pronoun).back(1).is_some_and(|back| back.text(here.text()) == ",");
    let end = pronoun - usize::from(comma);
    let start = skip_openers(here, phrase_start(here, end, &[]), end, &[]);
    // "According to the board, which put losses at 12".
    let governed = (start..end).rfind(|&at| matches!(here.from(at).letters(), "to" | "by" | "from" | "with"));
    let party = governed.map_or(start, |at| at + 1)..end;
    (!party.is_empty() && has_noun(here, &party)).then_some(party)
}

/// The end of the party, before the auxiliaries, adverbs and dates in front of the cue.
fn skip_gap(here: &Tokens<'_>, cue: usize, dates: &[Range<usize>]) -> usize {
    let lexicon = here.lexicon();
    let tokens = here.from(0).rest();
    let mut end = cue;
    while end > 0 {
        let back = &tokens[end - 1];
        let date = dates.iter().find(|range| range.end == end).map(|range| range.start);
        let verbal = lexicon.is_any(back.word, &[List::Auxiliary, List::Adverb, List::Negation])
            && !lexicon.is(back.word, List::Determiner);
        match date {
            Some(start) => end = start,
            None if verbal && !back.is_capitalised() => end -= 1,
            None if end > 1 && here.from(end - 2).letters() == "so" && here.from(end - 1).letters() == "far" => end -= 2,
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

/// Where a party with appositions begins: "Ana Ruiz, a pilot from Port Lune, Arland," from before the first comma. A
/// phrase between two commas that only describes or places somebody is passed over while a name stands before it.
fn apposed_start(here: &Tokens<'_>, closing: usize) -> Option<usize> {
    const HOPS: usize = 4;
    let tokens = here.from(0).rest();
    let comma_before = |at: usize| tokens[..at].iter().rposition(|token| token.text(here.text()) == ",");
    let first = comma_before(closing).filter(|&opening| opening > 0 && closing - opening <= 24)?;
    let mut opening = first;
    for _ in 0..HOPS {
        let Some(earlier) = comma_before(opening).filter(|&earlier| earlier > 0 && opening - earlier <= 12) else {
            break;
        };
        if !describes(here, earlier + 1) || !tokens[earlier - 1].is_capitalised() {
            break;
        }
        opening = earlier;
    }
    Some(phrase_start(here, opening, &[]))
}

/// Whether a phrase behind a comma is no name of its own: an age, a place, a role with its article.
fn describes(here: &Tokens<'_>, at: usize) -> bool {
    let place = here.from(at);
    let number = place.peek().is_some_and(|token| token.shape == Shape::Number);
    let placed = place.lexicon().place_names.at(place.text(), place.rest()).is_some();
    number || placed || place.peek().is_some_and(|token| opens_apposition(here, token))
}

/// Where the noun phrase that ends at `end` begins: behind the nearest comma, mark, subordinator, or verb. An "and"
/// joins two parties ("police and the board"), or, where a verb stands before it, two clauses.
fn phrase_start(here: &Tokens<'_>, end: usize, dates: &[Range<usize>]) -> usize {
    let tokens = here.from(0).rest();
    let (mut start, mut joint) = (end, None);
    while start > 0 {
        let at = start - 1;
        if here.from(at).letters() == "and" && !joins_names(here, at) {
            joint = joint.or(Some(start));
        } else if is_boundary(here, at, &tokens[at]) && !is_inner_clause(here, at) {
            let clause = tokens[at].is_word() && !here.from(at).is(List::Subordinator);
            return joint.filter(|_| clause).unwrap_or(start);
        } else if dates.iter().any(|date| date.end == start && (date.start == 0 || start < end)) {
            return joint.unwrap_or(start);
        }
        start -= 1;
    }
    start
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
            let relative = place.back(1).is_some_and(|back| back.text(here.text()) == "who");
            relative || (nominal(1) && !letters.ends_with('s'))
        }
        _ => false,
    }
}

fn is_boundary(here: &Tokens<'_>, at: usize, token: &Token) -> bool {
    let lexicon = here.lexicon();
    let letters = token.text(here.text());
    let mark = token.shape == Shape::Mark && !is_inner_mark(here, at, letters);
    let frame = lexicon.is(token.word, List::Subordinator) || matches!(letters, "but" | "But" | "And");
    let verb = token.shape == Shape::Lower && (lexicon.is(token.word, List::Auxiliary) || is_finite(here, at));
    mark || frame || verb
}

/// Whether the word at `at` is a verb that a clause turns on, and no participle of a noun phrase ("a poll released by",
/// "a state-owned firm").
fn is_finite(here: &Tokens<'_>, at: usize) -> bool {
    let lexicon = here.lexicon();
    let place = here.from(at);
    let Some(lemma) = place.peek().and_then(|token| lexicon.verb(token.word)) else { return false };
    let letters = place.letters();
    let determined = place.nth(1).is_some_and(|next| lexicon.is(next.word, List::Determiner));
    let nominal = place.peek().is_some_and(|token| {
        lexicon.noun(token.word).is_some() || (lexicon.is(token.word, List::Adjective) && !determined) || token.glued
    });
    let participle = letters.ends_with("ing")
        || place.letters_at(1) == "by"
        || (letters.ends_with("ed") && place.nth(1).is_some_and(|next| modified(&place, next)));
    lemma != letters && !nominal && !participle
}

/// Whether a word is a verb's form in "-ed" or "-en" that may stand behind the noun which it tells of.
fn is_participle(here: &Tokens<'_>, at: usize) -> bool {
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

/// Past conjunctions, adverbs and dates at the start of the phrase.
fn skip_openers(here: &Tokens<'_>, start: usize, end: usize, dates: &[Range<usize>]) -> usize {
    let lexicon = here.lexicon();
    let mut start = start;
    while start < end {
        let Some(token) = here.from(0).nth(start) else { break };
        if let Some(date) = dates.iter().find(|range| range.start == start && range.end < end) {
            start = date.end;
        } else if token.shape == Shape::Number
            || (lexicon.is_any(token.word, &[List::Conjunction, List::Adverb])
                && !lexicon.is_any(token.word, &[List::Determiner, List::Pronoun]))
        {
            start += 1;
        } else {
            break;
        }
    }
    start
}

/// The clause of a body's own within a party: ", which has 9 members,". Empty where there is none, and for a human being.
pub(super) fn relative_clause(here: &Tokens<'_>, party: &Range<usize>) -> Range<usize> {
    let comma = party.clone().find(|&at| here.from(at).letters() == ",");
    let own = comma.filter(|&at| matches!(here.from(at).letters_at(1), "which" | "whose"));
    own.map_or(0..0, |at| at..party.end)
}

/// The noun phrase that a sentence begins with, where it may speak.
pub fn opening_party(sentence: Tokens<'_>) -> Option<Range<usize>> {
    let party = party_after(&sentence.from(0));
    (!party.is_empty() && can_speak(&sentence, &party)).then_some(party)
}

/// The party that begins at a place: a noun phrase with its prepositions, and an apposition behind a comma.
pub(super) fn party_after(here: &Tokens<'_>) -> Range<usize> {
    let end = phrase_end(here);
    let rest = here.from(end);
    let apposition = rest.letters() == "," && rest.nth(1).is_some_and(|next| opens_apposition(here, next));
    let apposition = apposition || (rest.letters() == "," && is_role_before_name(here, end));
    if !apposition || end == here.at() {
        return here.at()..end;
    }
    let after = phrase_end(&rest.from(end + 1));
    let next = here.from(after).letters();
    // An apposition is closed by a mark or the sentence's end; what runs on is a clause of its own.
    let closed =
        after > end + 1 && after - end <= 16 && (next.is_empty() || matches!(next, "," | "." | ";" | ":" | "—" | "–"));
    here.at()..if closed { after } else { end }
}

/// Whether a role in lower case stands before a name behind a comma: "its head, Ana Ruiz".
fn is_role_before_name(here: &Tokens<'_>, end: usize) -> bool {
    let role = here.rest().get(..end - here.at()).unwrap_or_default();
    let lower = role.len() <= 5 && role.iter().skip(1).all(|token| !token.is_capitalised());
    let titled = end > here.at() && (is_title(here, end - 1) || here.from(end - 1).is(List::Body));
    lower && titled && here.from(end).nth(1).is_some_and(Token::is_capitalised)
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
        let headed = at > here.at() && place.back(1).is_some_and(|back| can_end(lexicon, back));
        let verb = token.shape == Shape::Lower && headed && is_finite(here, at) && !is_plural(&place);
        let frame = lexicon.is_any(token.word, &[List::Auxiliary, List::Subordinator]) && token.shape == Shape::Lower;
        let coordinates = place.letters() == "and" && !joins_names(here, at);
        let dated = place.letters() == "on"
            || place.letters() == "in" && !governs_name(&place);
        let mark =
            token.shape == Shape::Mark && !is_inner_mark(here, at, place.letters()) || token.shape == Shape::Number;
        let participle = at > here.at()
            && token.shape == Shape::Lower
            && place.letters().ends_with("ing")
            && headed
            && !is_nominal(lexicon, token);
        if verb || frame || coordinates || mark || dated || participle || (headed && is_plain_verb(&place)) {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a capitalised word follows a preposition, perhaps behind an article: "in the Harbour Board".
fn governs_name(place: &Tokens<'_>) -> bool {
    let article = usize::from(place.nth(1).is_some_and(|next| place.lexicon().is(next.word, List::Determiner)));
    place.nth(1 + article).is_some_and(Token::is_capitalised)
}

/// Whether a form that is also a noun is a verb here, since its object or clause follows: "figures from the board show 40".
fn is_plain_verb(place: &Tokens<'_>) -> bool {
    let object = place.nth(1).is_some_and(|next| {
        next.shape == Shape::Number
            || place.lexicon().is(next.word, List::Determiner)
            || next.text(place.text()) == "that"
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
    let participle = next.is_some_and(|next| next.shape == Shape::Lower && next.text(place.text()).ends_with("ed"));
    place.letters().ends_with('s') && (closed || participle)
}

/// The possessor in front of a noun: "the agency's latest figures", "its count".
pub(super) fn possessor_before(here: &Tokens<'_>, noun: usize) -> Option<Range<usize>> {
    let tokens = here.from(0).rest();
    let near = noun.saturating_sub(4)..noun;
    if let Some(pronoun) = near.clone().rev().find(|&at| is_possessive_pronoun(here, at)) {
        return Some(pronoun..pronoun + 1);
    }
    if let Some(at) = near.clone().rev().find(|&at| is_possessive(here, at)) {
        let mut start = phrase_start(here, at, &[]);
        while start < at && here.from(start).is(List::Preposition) {
            start += 1;
        }
        return (start < at).then_some(start..at);
    }
    // "an official report said", "government data show": the noun phrase itself is the party.
    let mut start = phrase_start(here, noun + 1, &[]);
    start += usize::from(start < noun && here.from(start).is(List::Preposition));
    let phrase = tokens.get(start..=noun)?;
    let joint = |token: &Token| matches!(token.text(here.text()), "/" | "-" | "&");
    let word = |token: &Token| joint(token) || (token.is_word() && !here.lexicon().is(token.word, List::Preposition));
    let plain = (2..=8).contains(&phrase.len()) && phrase.iter().all(word);
    plain.then_some(start..noun + 1)
}

/// "his", "her", "its", "their": the possessor is whom the pronoun stands for.
fn is_possessive_pronoun(here: &Tokens<'_>, at: usize) -> bool {
    ["his", "her", "its", "their"].iter().any(|pronoun| here.from(at).letters().eq_ignore_ascii_case(pronoun))
}

fn is_possessive(here: &Tokens<'_>, at: usize) -> bool {
    here.from(0).nth(at).is_some_and(|token| {
        let plural = matches!(token.text(here.text()), "'" | "’") && token.glued;
        token.shape == Shape::Possessive || plural
    })
}
