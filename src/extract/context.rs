//! What the words around a figure say of it.

use crate::claim::Context;
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List, inflect};
use crate::text::{Shape, Span, Token};
use std::ops::Range;

/// How far to the right of a figure's noun an event may stand, in tokens.
const REACH_RIGHT: usize = 7;
/// How far to the left of a figure an event may stand, in tokens.
const REACH_LEFT: usize = 9;

/// Where a claim stands in its sentence, in tokens.
pub(super) struct Place {
    /// Qualifier, number, unit and noun.
    pub(super) phrase: Range<usize>,
    /// The noun phrase; empty where there is none.
    pub(super) noun: Range<usize>,
    /// Where the figure before it ends, and where the one behind it begins.
    pub(super) neighbours: Range<usize>,
    /// The parties and cues of the sentence, whose names are not what the figure is about.
    pub(super) speakers: Vec<Range<usize>>,
}

/// The context of a claim.
pub(super) fn context(sentence: Tokens<'_>, place: &Place) -> Context {
    let lexicon = sentence.lexicon();
    let tokens = sentence.rest();
    let spoken = |at: usize| place.speakers.iter().any(|range| range.contains(&at));
    let mut context = Context::default();
    context.events = events(sentence, place);
    context.kin = context.events.iter().filter_map(|event| lexicon.kin(event)).map(str::to_owned).collect();
    let head = place.noun.end.saturating_sub(1);
    let mut at = 0;
    while at < tokens.len() {
        let (token, here) = (&tokens[at], sentence.from(at));
        let inside = place.noun.contains(&at);
        if let Some((len, name)) = lexicon.place_names.at(here.text(), here.rest()).filter(|_| !spoken(at)) {
            let place_name = lexicon.places()[name.place].name.to_string();
            // "Russian nationals" and "Russians" are of Russia; "in Russia" is where it happened.
            if name.demonym && (inside || place.noun.is_empty()) {
                context.modifiers.push(place_name);
            } else {
                context.places.push(place_name);
            }
            at += len;
            continue;
        }
        if let Some(end) = unknown_place(sentence, at).filter(|_| !spoken(at)) {
            context.places.push(here.span_to(&sentence.from(end)).of(here.text()).to_owned());
            at = end;
            continue;
        }
        if inside && at != head {
            context.modifiers.extend(content_word(lexicon, here.text(), token));
        } else if token.is_capitalised() && !spoken(at) && is_name(lexicon, here.text(), token, at) {
            context.names.push(here.letters().to_owned());
        } else if !inside && !spoken(at) && token.shape == Shape::Lower {
            context.words.extend(content_word(lexicon, here.text(), token));
        }
        at += 1;
    }
    context.scope = scope(sentence, place);
    for list in
        [&mut context.modifiers, &mut context.places, &mut context.names, &mut context.words, &mut context.scope]
    {
        list.sort();
        list.dedup();
    }
    context
}

/// Where a name ends that "in" or "near" makes a place, though the gazetteer does not hold it.
fn unknown_place(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    let lexicon = sentence.lexicon();
    let locates =
        at.checked_sub(1).is_some_and(|before| ["in", "near", "outside"].contains(&sentence.from(before).letters()));
    let name = |token: &&Token| token.shape == Shape::Title && lexicon.calendar(token.word).is_empty();
    let len = sentence.from(at).rest().iter().take_while(name).count();
    let known = lexicon.party_names.at(sentence.text(), sentence.from(at).rest()).is_some();
    (locates && len > 0 && !known).then_some(at + len)
}

fn is_name(lexicon: &Lexicon, text: &str, token: &Token, at: usize) -> bool {
    let framed = lexicon
        .is_any(token.word, &[List::Opener, List::Determiner, List::Preposition, List::Conjunction, List::Auxiliary]);
    let calendar = !lexicon.calendar(token.word).is_empty();
    let sentence_start = at == 0 && (lexicon.noun(token.word).is_some() || lexicon.numeral(token.word).is_some());
    !framed && !calendar && !sentence_start && !lexicon.is_measure(text, token)
}

/// The lemma of a word that carries meaning, with its synonyms' common name.
fn content_word(lexicon: &Lexicon, text: &str, token: &Token) -> Option<String> {
    let measure = lexicon.numeral(token.word).is_some() || lexicon.is_measure(text, token);
    let aside = [List::Adverb, List::Increment, List::Opener];
    let framed = lexicon.is_frame(token.word) || lexicon.is_any(token.word, &aside) || measure;
    if framed || !token.is_word() || token.span.len() < 3 {
        return None;
    }
    let letters = token.text(text).to_lowercase();
    let lemma = match (lexicon.noun(token.word), lexicon.verb(token.word)) {
        (Some(noun), _) => noun.lemma.to_string(),
        (None, Some(verb)) => verb.to_owned(),
        (None, None) => inflect::singular(&letters).to_owned(),
    };
    Some(lexicon.canonical(&lemma).to_owned())
}

/// The words of a text that carry meaning, each as the context of a claim has it.
pub fn content_words(lexicon: &Lexicon, text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    lexicon.tokenize(text, Span::new(0, text.len()), &mut tokens);
    tokens.iter().filter_map(|token| content_word(lexicon, text, token)).collect()
}

/// What happened to the counted: the head itself ("deaths"), else the nearest word behind the noun ("were killed"), else
/// the nearest one before the figure ("killing 11").
fn events(sentence: Tokens<'_>, place: &Place) -> Vec<String> {
    // "deaths", "12 wounded": the noun itself tells; "12 protesters" tells who, not what happened to them.
    let person = place.noun.end.checked_sub(1).and_then(|head| sentence.from(head).peek()).is_some_and(|head| {
        sentence.lexicon().noun(head.word).is_some_and(|noun| noun.class.as_deref() == Some("person"))
    });
    let in_noun = place.noun.clone().rev().skip(usize::from(person)).find_map(|at| event_at(sentence, at));
    let right = || {
        let end = (place.phrase.end + REACH_RIGHT).min(place.neighbours.end);
        (place.phrase.end..end).take_while(|&at| !is_clause_end(sentence, at)).find_map(|at| event_at(sentence, at))
    };
    let left = || {
        let start = place.phrase.start.saturating_sub(REACH_LEFT).max(place.neighbours.start);
        (start..place.phrase.start)
            .rev()
            .take_while(|&at| !is_clause_end(sentence, at))
            .find_map(|at| event_at(sentence, at))
    };
    let verb_before = place.phrase.start > 0 && event_at(sentence, place.phrase.start - 1).is_some();
    let found = in_noun.or_else(|| if verb_before { left() } else { right().or_else(left) });
    found.into_iter().collect()
}

fn event_at(sentence: Tokens<'_>, at: usize) -> Option<String> {
    let here = sentence.from(at);
    here.lexicon().events.at(here.text(), here.rest()).map(|(_, event)| event.to_string())
}

fn is_clause_end(sentence: Tokens<'_>, at: usize) -> bool {
    let here = sentence.from(at);
    matches!(here.letters(), ";" | ":" | "." | "—" | "–" | "(" | ")")
        || (here.letters() == "," && here.peek().is_none_or(|token| token.glued))
}

/// Words of scope within the figure's own clause: total, increment, remainder, average.
fn scope(sentence: Tokens<'_>, place: &Place) -> Vec<String> {
    let lexicon = sentence.lexicon();
    let start = place.phrase.start.saturating_sub(4).max(place.neighbours.start);
    let end = (place.phrase.end + 3).min(place.neighbours.end.max(place.phrase.end)).min(sentence.rest().len());
    let names = [
        (List::Increment, "additional"),
        (List::Remainder, "remaining"),
        (List::Total, "total"),
        (List::Average, "average"),
    ];
    let found = (start..end).flat_map(|at| {
        let word = sentence.rest()[at].word;
        names.into_iter().filter(move |(list, _)| lexicon.is(word, *list)).map(|(_, name)| name.to_owned())
    });
    let mut scope: Vec<String> = found.collect();
    scope.extend(rate(sentence, place.phrase.end));
    scope.extend(reference(sentence, place).map(str::to_owned));
    scope
}

/// Whether the figure takes up one given before ("the five drones", "all 40 boats") or is part of another ("31 of the
/// 40", "six of them").
fn reference(sentence: Tokens<'_>, place: &Place) -> Option<&'static str> {
    const DEFINITE: [&str; 5] = ["the", "these", "those", "all", "both"];
    let behind = sentence.from(place.noun.start.min(place.phrase.end));
    let part = behind.back(1).is_some_and(|back| back.text(sentence.text()) == "of")
        || sentence.from(place.phrase.end).letters() == "of";
    let before = place.phrase.start.checked_sub(1).map(|at| sentence.from(at).letters());
    let definite = before.is_some_and(|before| DEFINITE.iter().any(|word| before.eq_ignore_ascii_case(word)));
    match (part, definite) {
        (true, _) => Some("part"),
        (false, true) => Some("definite"),
        _ => None,
    }
}

/// "a day", "per household", "each year" behind a figure: it is a rate.
fn rate(sentence: Tokens<'_>, end: usize) -> Option<String> {
    let here = sentence.from(end);
    let per = ["a", "an", "per", "each", "every"].contains(&here.letters());
    let unit = here.nth(1).filter(|_| per).filter(|next| next.shape == Shape::Lower)?;
    Some(format!("per {}", inflect::singular(unit.text(sentence.text()))))
}
