//! The noun phrase that a number counts.
//!
//! | text | noun | head |
//! |---|---|---|
//! | `2,500 Russian nationals have` | Russian nationals | national |
//! | `three of the four bridges` | bridges | bridge |
//! | `52% of treated water` | treated water | water |
//! | `12 more people` | people | person |

use crate::claim::Noun;
use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List, inflect};
use crate::text::{Shape, Token};
use std::ops::Range;

/// How many tokens a counted noun phrase may take.
const LONGEST: usize = 7;

/// The tokens of the noun phrase behind a quantity that ends before `after`; empty where none follows.
pub(super) fn phrase_after(after: Tokens<'_>) -> Range<usize> {
    let start = skip_lead(after);
    let mut end = start;
    let mut noun_end = start;
    while end < start + LONGEST {
        let here = after.from(end);
        let Some(token) = here.peek().filter(|token| goes_on(&here, token, end == start)) else { break };
        end += 1;
        // An inner hyphen ends nothing: "would-be jihadis".
        if token.shape != Shape::Mark && may_head(here.lexicon(), &after.from(end - 1), token) {
            noun_end = end;
        }
    }
    start..noun_end
}

/// Past what may stand between number and noun: a compound's hyphen, "more", "of the", a second number of a partitive.
fn skip_lead(after: Tokens<'_>) -> usize {
    let lexicon = after.lexicon();
    let mut here = after;
    if here.peek().is_some_and(|token| token.glued) && matches!(here.letters(), "-" | "‑") {
        here = here.from(here.at() + 1);
    }
    while here.is(List::Increment) || here.is(List::Remainder) {
        here = here.from(here.at() + 1);
    }
    if here.letters().eq_ignore_ascii_case("of") {
        here = here.from(here.at() + 1);
        while here.peek().is_some_and(|token| {
            lexicon.is(token.word, List::Determiner)
                || lexicon.numeral(token.word).is_some()
                || token.shape == Shape::Number
        }) {
            here = here.from(here.at() + 1);
        }
    }
    here.at()
}

/// Whether a token may be part of the phrase.
fn goes_on(here: &Tokens<'_>, token: &Token, first: bool) -> bool {
    let lexicon = here.lexicon();
    match token.shape {
        Shape::Mark => {
            !first
                && token.glued
                && matches!(here.letters(), "-" | "‑" | "&")
                && here.nth(1).is_some_and(|next| next.glued)
        }
        Shape::Possessive => !first,
        Shape::Number | Shape::Link => false,
        Shape::Lower => is_inside(here, token),
        _ => {
            lexicon.calendar(token.word).is_empty()
                && (first || !lexicon.is_any(token.word, &[List::Preposition, List::Determiner]))
        }
    }
}

/// Whether a word in lower case belongs to a noun phrase: no word of the sentence's frame, and a verb only where it
/// modifies the noun behind it ("registered voters").
fn is_inside(here: &Tokens<'_>, token: &Token) -> bool {
    const FRAME: [List; 8] = [
        List::Determiner,
        List::Preposition,
        List::Conjunction,
        List::Subordinator,
        List::Auxiliary,
        List::Pronoun,
        List::PronounThey,
        List::Negation,
    ];
    let lexicon = here.lexicon();
    let joined =
        |ahead: usize| here.nth(ahead).is_some_and(|next| next.glued && matches!(next.text(here.text()), "-" | "‑"));
    let behind = token.glued && here.back(1).is_some_and(|back| matches!(back.text(here.text()), "-" | "‑"));
    // Whatever a hyphen joins is one word: "would-be", "drop-off".
    if behind || joined(1) && here.nth(2).is_some_and(|next| next.glued && next.is_word()) {
        return true;
    }
    if lexicon.numeral(token.word).is_some() || lexicon.is_any(token.word, &FRAME) && lexicon.noun(token.word).is_none()
    {
        return false;
    }
    if lexicon.noun(token.word).is_some() {
        return !is_verb_after_noun(here, token);
    }
    let verbal = lexicon.verb(token.word).is_some();
    let adverb = lexicon.is(token.word, List::Adverb) && !lexicon.is(token.word, List::Adjective);
    !(verbal || adverb) || modifies(here)
}

/// A form that is noun and verb at once ("reports", "plans") is a verb behind a plural noun.
fn is_verb_after_noun(here: &Tokens<'_>, token: &Token) -> bool {
    let lexicon = here.lexicon();
    let plural_before = here.back(1).is_some_and(|back| {
        let letters = back.text(here.text());
        back.shape == Shape::Lower && lexicon.noun(back.word).is_some_and(|noun| *noun.lemma != *letters)
    });
    plural_before && lexicon.verb(token.word).is_some()
}

/// Whether a participle or adverb stands before a noun that it modifies.
fn modifies(here: &Tokens<'_>) -> bool {
    let lexicon = here.lexicon();
    let letters = here.letters();
    let participle =
        letters.ends_with("ed") || letters.ends_with("en") || letters.ends_with("ing") || letters.ends_with("ly");
    participle && here.nth(1).is_some_and(|next| next.shape == Shape::Lower && lexicon.noun(next.word).is_some())
}

/// Whether the phrase may end with a token: a noun, or a word that the lexicon does not know as something else.
fn may_head(lexicon: &Lexicon, here: &Tokens<'_>, token: &Token) -> bool {
    let adjective = lexicon.is(token.word, List::Adjective) && lexicon.noun(token.word).is_none();
    let demonym = lexicon.place_names.at(here.text(), here.rest()).is_some_and(|(_, name)| name.demonym);
    let plural = here.letters().ends_with('s');
    token.shape != Shape::Possessive
        && (!demonym || plural)
        && !(adjective && here.nth(1).is_some_and(|next| next.shape == Shape::Lower))
}

/// The noun that a phrase's tokens make.
pub(super) fn noun(sentence: Tokens<'_>, phrase: Range<usize>) -> Option<Noun> {
    let (text, lexicon) = (sentence.text(), sentence.lexicon());
    let head = sentence.from(phrase.end.checked_sub(1)?).peek()?;
    let span = sentence.from(phrase.start).span_to(&sentence.from(phrase.end));
    let (head, class) = lemma(lexicon, text, head);
    let people =
        lexicon.place_names.at(text, sentence.from(phrase.end - 1).rest()).is_some_and(|(_, name)| name.demonym);
    let class = class.or_else(|| people.then(|| "person".to_owned()));
    (!phrase.is_empty()).then(|| Noun { text: span.of(text).to_owned(), span, head, class })
}

/// The word that stands for what is counted when claims are compared: a people is people, "nationals" are people.
pub(super) fn thing(lexicon: &Lexicon, noun: Option<&Noun>, counted: bool) -> String {
    const SUMS: [&str; 7] = ["number", "total", "figure", "toll", "turnout", "count", "tally"];
    let Some(noun) = noun else { return String::new() };
    // "deaths", "arrests", "the toll": the head tells what happened, not to whom.
    let event = counted && lexicon.event(&noun.head) && noun.class.as_deref() != Some("person");
    let known = lexicon.noun(lexicon.word(&noun.head)).is_some();
    if event || SUMS.contains(&noun.head.as_str()) {
        return String::new();
    }
    let people = !known && noun.class.as_deref() == Some("person");
    if people { "person".to_owned() } else { lexicon.canonical(&noun.head).to_owned() }
}

/// The lemma of a noun and its class, by the lexicon or by rule.
pub(super) fn lemma(lexicon: &Lexicon, text: &str, token: &Token) -> (String, Option<String>) {
    match lexicon.noun(token.word) {
        Some(entry) => (entry.lemma.to_string(), entry.class.as_deref().map(str::to_owned)),
        None => (inflect::singular(&token.text(text).to_lowercase()).to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::LEXICON;
    use crate::text::Span;

    /// The noun behind the first number.
    fn read(text: &str) -> String {
        let mut tokens = Vec::new();
        LEXICON.tokenize(text, Span::new(0, text.len()), &mut tokens);
        let sentence = Tokens::new(text, &LEXICON, &tokens);
        let (found, _) = crate::grammar::quantities(sentence, &[]);
        let Some(piece) = found.first() else { return "-".to_owned() };
        let noun = noun(sentence, phrase_after(sentence.from(piece.tokens.end)));
        noun.map_or_else(|| "none".to_owned(), |noun| format!("{} ({})", noun.text, noun.head))
    }

    #[test]
    fn counted_nouns() {
        for (text, noun) in [
            ("2,500 Russian nationals have joined", "Russian nationals (national)"),
            ("1,800 Russians are here", "Russians (russian)"),
            ("three of the four bridges fell", "bridges (bridge)"),
            ("52% of treated water was lost", "treated water (water)"),
            ("12 more people came", "people (person)"),
            ("40 were hurt", "none"),
            ("3,000 would-be fighters from the east", "would-be fighters (fighter)"),
            ("12 registered voters said", "registered voters (voter)"),
            ("30 officials reported it", "officials (official)"),
            ("$5 million for roads", "none"),
        ] {
            assert_eq!(read(text), noun, "{text}");
        }
    }
}
