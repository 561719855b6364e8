//! The noun that a phrase's tokens make, and the word that stands for it in comparisons.

use super::several::is_of_all_kinds;
use crate::claim::Noun;
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, inflect};
use crate::text::{Shape, Span, Token};
use std::ops::Range;
use std::sync::Arc;

/// The noun that a phrase's tokens make, its last word the head; `None` where it is empty.
pub(super) fn noun(sentence: Tokens<'_>, phrase: Range<usize>) -> Option<Noun> {
    let head = phrase.end.checked_sub(1)?;
    headed(sentence, phrase, head)
}

/// The noun of a phrase behind a figure; of "increase in harbour dues" the first word is the head.
pub(super) fn noun_behind(sentence: Tokens<'_>, phrase: Range<usize>) -> Option<Noun> {
    let first = sentence.from(phrase.start);
    let change = first.is_change() && first.letters_at(1) == "in";
    let head = if change { phrase.start } else { phrase.end.checked_sub(1)? };
    headed(sentence, phrase, head)
}

/// The noun that a phrase's tokens make, with the head at a place in it: "support for the strike".
pub(super) fn headed(sentence: Tokens<'_>, phrase: Range<usize>, head: usize) -> Option<Noun> {
    if phrase.is_empty() {
        return None;
    }
    let (text, lexicon) = (sentence.text(), sentence.lexicon());
    // "the FTSE 100"
    let numbered = sentence.nth(head).is_some_and(|token| token.shape == Shape::Number) && head > phrase.start;
    let here = sentence.from(head - usize::from(numbered));
    let people = || lexicon.place_names.at(here.rest()).is_some_and(|(_, name)| name.demonym);
    let span = sentence.from(phrase.start).span_to(&sentence.from(phrase.end));
    let (head, class) = lemma(lexicon, here.peek()?);
    let class = class.or_else(|| people().then(|| "person".into()));
    Some(Noun { text: span.of(text).to_owned(), span, head, class })
}

/// A noun as the antecedent of another figure, which has none of its own.
pub(super) fn taken_over(noun: &Noun) -> Noun {
    Noun { span: Span::default(), ..noun.clone() }
}

/// Heads that only say that something is counted, not what.
pub(in super::super) const SUMS: [&str; 8] =
    ["number", "total", "figure", "amount", "toll", "turnout", "count", "tally"];

/// The word that stands for what is counted when claims are compared: a people is people, "nationals" are people.
pub(in super::super) fn thing(lexicon: &Lexicon, noun: Option<&Noun>, counted: bool) -> String {
    // What a sum or a measure takes over from another is too weak a tie to compare by.
    let Some(noun) = noun.filter(|noun| counted || !noun.span.is_empty()) else { return String::new() };
    // "deaths", "arrests", "the toll": the head tells what happened, not to whom.
    // "Fired 27 shots", "gave 27 shots": those are no people who were shot.
    let lives = counted && &*noun.head == "life";
    let event =
        lives || counted && lexicon.event(&noun.head) && !matches!(noun.class.as_deref(), Some("person" | "medical"));
    let known = lexicon.noun(lexicon.word(&noun.head)).is_some();
    // "A rise of 9 percent" does not say of what, "a rise in rents" does.
    let change = !counted && lexicon.is_change(lexicon.word(&noun.head));
    if let Some(thing) = change.then(|| what_changed(lexicon, noun)).flatten() {
        return thing;
    }
    if event || change || SUMS.contains(&&*noun.head) {
        return String::new();
    }
    let people = is_of_all_kinds(lexicon, &noun.text) || !known && noun.class.as_deref() == Some("person");
    if people {
        return "person".to_owned();
    }
    let words = noun.text.rsplit_once(' ').and_then(|(before, last)| Some((before.rsplit(' ').next()?, last)));
    let compound = words.and_then(|(first, last)| compound(lexicon, first, last));
    compound.unwrap_or_else(|| lexicon.canonical(&noun.head)).to_owned()
}

/// The word that stands for a noun of two words: "staff members" are staff; `None` where it is no word's synonym.
pub(in super::super) fn compound<'l>(lexicon: &'l Lexicon, first: &str, last: &str) -> Option<&'l str> {
    let head = lexicon.noun(lexicon.word(last))?;
    lexicon.synonym(&format!("{} {}", first.to_lowercase(), head.lemma))
}

/// What rose or fell, by the words behind "in" of a noun that says no more itself: the rent of "rise in advertised rents".
fn what_changed(lexicon: &Lexicon, noun: &Noun) -> Option<String> {
    let (_, of) = noun.text.split_once(" in ")?;
    let phrase = of.split(" of ").next()?;
    let last = phrase.rsplit(' ').next().map(str::to_lowercase)?;
    let entry = lexicon.noun(lexicon.word(&last))?;
    Some(lexicon.canonical(&entry.lemma).to_owned())
}

/// The lemma of a noun and its class, by the lexicon or by rule.
pub(in super::super) fn lemma(lexicon: &Lexicon, token: &Token) -> (Arc<str>, Option<Arc<str>>) {
    match lexicon.noun(token.word) {
        Some(entry) => (entry.lemma.clone(), entry.class.clone()),
        None if token.shape == Shape::Lower => (inflect::singular(token.letters).into(), None),
        None => (inflect::singular(&token.letters.to_lowercase()).into(), None),
    }
}
