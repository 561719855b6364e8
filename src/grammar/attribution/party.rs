//! Where a party's noun phrase stands.

use super::super::tokens::Tokens;
use super::phrase::{is_participle, phrase_end, phrase_start};
use super::speaker::{can_speak, has_noun, is_title};
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// How many tokens a party may take; longer ones are misread clauses.
pub(super) const LONGEST: usize = 30;

/// The party that ends before a cue: a noun phrase, perhaps with an apposition between commas; auxiliaries, adverbs and
/// dates may stand between it and the cue. `None` where no noun phrase stands there.
pub(super) fn party_before(here: &Tokens<'_>, cue: usize, dates: &[Range<usize>]) -> Option<Range<usize>> {
    let end = skip_gap(here, cue, dates);
    let sentence = here.from(0);
    let tokens = sentence.rest();
    let last = tokens.get(end.checked_sub(1)?)?;
    let governed = here.from(end - 1).back(1).is_some_and(|back| is_plain_preposition(back));
    if is_subject_pronoun(here, end - 1) && !governed {
        return Some(end - 1..end);
    }
    if matches!(last.letters, "who" | "which") {
        return antecedent(here, end - 1);
    }
    let comma = last.letters == ",";
    // "A poll taken last week found".
    let begins = |from: usize| dates.iter().any(|date| date.start == from);
    let taken = end < cue && is_participle(here, end - 1) && (begins(end) || begins(end + 1));
    let end = end - usize::from(taken);
    let start = if comma { apposed_start(here, end - 1)? } else { phrase_start(here, end, dates) };
    let start = skip_openers(here, start, end, dates);
    // "She went through the list and said": the pronoun is all of the subject.
    let subject = || is_subject_pronoun(here, start) && !here.from(start).letters().eq_ignore_ascii_case("her");
    let alone = start + 1 < end && subject() && here.from(start).letters_at(1) != "and";
    let party = start..if alone { start + 1 } else { end };
    // "Of 240 crews reported", "with every boat counted": the participle has no subject; "by police estimates" no verb.
    if matches!(here.from(start).letters(), "Of" | "of" | "With" | "with" | "By" | "by") {
        return None;
    }
    (!party.is_empty() && party.len() <= LONGEST && has_noun(here, &party)).then_some(party)
}

fn is_subject_pronoun(here: &Tokens<'_>, at: usize) -> bool {
    const PRONOUNS: [List; 4] = [List::PronounHe, List::PronounShe, List::PronounIt, List::PronounThey];
    here.from(0).nth(at).is_some_and(|token| here.lexicon().is_any(token.word, &PRONOUNS))
}

/// "Owners familiar with it said": the pronoun is no subject.
fn is_plain_preposition(token: &Token) -> bool {
    matches!(token.letters, "with" | "to" | "of" | "for" | "by" | "from" | "about" | "against")
}

/// Whom a relative pronoun stands for: "the board" in "said the board, which put losses at 12".
fn antecedent(here: &Tokens<'_>, pronoun: usize) -> Option<Range<usize>> {
    let comma = here.from(pronoun).back(1).is_some_and(|back| back.letters == ",");
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
            // "The hospital itself gave".
            None if end > 1 && is_reflexive(back.letters) => end -= 1,
            None if end > 1 && here.from(end - 2).letters() == "so" && here.from(end - 1).letters() == "far" => {
                end -= 2;
            }
            None if is_preposition_of_date(here, end, dates) => end -= 1,
            None => break,
        }
    }
    end
}

fn is_reflexive(letters: &str) -> bool {
    matches!(letters, "itself" | "himself" | "herself" | "themselves")
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
    let comma_before = |at: usize| tokens[..at].iter().rposition(|token| token.letters == ",");
    let first = comma_before(closing).filter(|&opening| opening > 0 && closing - opening <= 24)?;
    let mut opening = first;
    for _ in 0..HOPS {
        let Some(earlier) = comma_before(opening).filter(|&earlier| earlier > 0 && opening - earlier <= 12) else {
            break;
        };
        // "By March, its auditors, Crane and Low, warned": the month is nobody's name.
        let named =
            tokens[earlier - 1].is_capitalised() && here.lexicon().calendar(tokens[earlier - 1].word).is_empty();
        // "Filipinos, its operator, Velmar, said": the role is not that of whoever is named before it.
        let role = matches!(here.from(earlier + 1).letters(), "its" | "their" | "his" | "her");
        let other = role && tokens[opening + 1].is_capitalised();
        if !named || other || !describes(here, earlier + 1) {
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
    let placed = place.lexicon().place_names.at(place.rest()).is_some();
    number || placed || place.peek().is_some_and(|token| opens_apposition(here, token))
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

/// The noun phrase that a sentence begins with, perhaps behind a time or place, where it may speak: "the board" of "On
/// Monday night the board met".
pub fn opening_party(sentence: Tokens<'_>) -> Option<Range<usize>> {
    let start = if sentence.is(List::Preposition) { behind_setting(&sentence.from(0))? } else { 0 };
    // "For the company, it was a bad day."
    let pronoun = start > 2 && sentence.letters() == "For" && sentence.from(start).is(List::PronounIt);
    let party = if pronoun { 1..start - 1 } else { party_after(&sentence.from(start)) };
    (!party.is_empty() && can_speak(&sentence, &party)).then_some(party)
}

/// Where a clause begins behind the time or place that a preposition brings: behind a comma, at an article behind a noun
/// or name ("In the town of Lune | the board"), or behind the words of a date ("In March | Velmar").
fn behind_setting(sentence: &Tokens<'_>) -> Option<usize> {
    const REACH: usize = 12;
    let lexicon = sentence.lexicon();
    let tokens = &sentence.rest()[..REACH.min(sentence.rest().len())];
    let dated = |token: &Token| !lexicon.calendar(token.word).is_empty() || token.shape == Shape::Number;
    let of_day = |token: &Token| matches!(token.letters, "night" | "morning" | "afternoon" | "evening");
    let begins = |at: usize| {
        let (token, back) = (&tokens[at], &tokens[at - 1]);
        let named = back.is_capitalised() || lexicon.noun(back.word).is_some() && lexicon.verb(back.word).is_none();
        let article = lexicon.is(token.word, List::Determiner) && (named || of_day(back) || dated(back));
        let behind_date = at > 1 && (dated(back) || of_day(back) && dated(&tokens[at - 2]));
        article || behind_date && !dated(token) && !of_day(token) && token.is_word()
    };
    let comma = tokens.iter().position(|token| token.letters == ",");
    (2..comma.unwrap_or(tokens.len())).find(|&at| begins(at)).or(comma.map(|at| at + 1))
}

/// The party that begins at a place: a noun phrase with its prepositions, and an apposition behind a comma.
pub(super) fn party_after(here: &Tokens<'_>) -> Range<usize> {
    let end = phrase_end(here);
    let end = author_end(here, end).unwrap_or(end);
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

/// Where the author of a paper ends whom a date parts from it: "data released | on Friday by the board".
fn author_end(here: &Tokens<'_>, end: usize) -> Option<usize> {
    const REACH: usize = 5;
    let released = end > here.at() && is_participle(here, end - 1);
    let dated = |at: usize| {
        let place = here.from(at);
        let token = place.peek();
        let calendar = token.is_some_and(|token| !here.lexicon().calendar(token.word).is_empty());
        calendar || token.is_some_and(|token| token.shape == Shape::Number)
    };
    let on = matches!(here.from(end).letters(), "on" | "in");
    let by = (end + 1..end + REACH).find(|&at| here.from(at).letters() == "by").filter(|_| released && on)?;
    let author = phrase_end(&here.from(by + 1));
    ((end + 1..by).all(dated) && author > by + 1).then_some(author)
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

/// The possessor in front of a noun: "the agency's latest figures", "its count".
pub(super) fn possessor_before(here: &Tokens<'_>, noun: usize) -> Option<Range<usize>> {
    let tokens = here.from(0).rest();
    let near = noun.saturating_sub(4)..noun;
    if let Some(pronoun) = near.clone().rev().find(|&at| is_possessive_pronoun(here, at)) {
        return Some(pronoun..pronoun + 1);
    }
    if let Some(at) = near.clone().rev().find(|&at| is_possessive(here, at)) {
        let mut start = phrase_start(here, at, &[]);
        // "Some 40 came by the union's count".
        start = (start..at).rfind(|&by| here.from(by).letters() == "by").unwrap_or(start);
        while start < at && here.from(start).is(List::Preposition) {
            start += 1;
        }
        return (start < at).then_some(start..at);
    }
    // "an official report said", "government data show": the noun phrase itself is the party.
    let mut start = phrase_start(here, noun + 1, &[]);
    start += usize::from(start < noun && here.from(start).is(List::Preposition));
    let phrase = tokens.get(start..=noun)?;
    let joint = |token: &Token| matches!(token.letters, "/" | "-" | "&");
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
        let plural = matches!(token.letters, "'" | "’") && token.glued;
        token.shape == Shape::Possessive || plural
    })
}
