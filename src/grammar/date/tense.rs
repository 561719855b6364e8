//! Which way a sentence looks near a date.

use super::anchor::Tense;
use super::terminal::Lower;
use crate::grammar::tokens::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// How many words from the date are looked at each way.
const REACH: usize = 14;

/// The tense at the tokens from `start` to `end`, by the verb that stands nearest before them, else after them.
pub(super) fn tense_at(sentence: &Tokens<'_>, start: usize, end: usize) -> Tense {
    let all = sentence.from(0);
    let look = |at: usize| marker(&all.from(at));
    let before = (start.saturating_sub(REACH)..start).rev().find_map(look);
    let within = before.or_else(|| (end..(end + REACH).min(all.rest().len())).find_map(look));
    within.unwrap_or(if stands_alone(&all, start, end) { Tense::Silent } else { Tense::Past })
}

/// What the word at a place says of the tense.
fn marker(at: &Tokens<'_>) -> Option<Tense> {
    let token = at.peek().filter(|token| matches!(token.shape, Shape::Lower | Shape::Title))?;
    let lower = Lower::new(token.text(at.text()));
    match lower.as_str() {
        "will" | "won't" | "shall" | "should" | "tomorrow" | "let" | "please" => Some(Tense::Future),
        "to" if leads_ahead(at) => Some(Tense::Future),
        word if word.ends_with("'ll") || token.text(at.text()).ends_with("’ll") => Some(Tense::Future),
        word if at.letters_at(1) != "to" && looks_back(word) => Some(Tense::Past),
        _ => None,
    }
}

/// Forms that look back; besides common irregular ones, what ends in "ed".
fn looks_back(word: &str) -> bool {
    let regular = word.len() > 4 && word.ends_with("ed");
    regular
        || matches!(
            word,
            "was"
                | "were"
                | "had"
                | "has"
                | "have"
                | "did"
                | "said"
                | "told"
                | "fell"
                | "rose"
                | "came"
                | "went"
                | "took"
                | "made"
                | "began"
                | "left"
                | "found"
                | "gave"
                | "held"
                | "met"
                | "saw"
                | "shot"
                | "won"
                | "lost"
                | "got"
                | "hit"
                | "put"
                | "ran"
                | "sent"
                | "spoke"
                | "struck"
                | "wrote"
                | "became"
                | "broke"
                | "brought"
                | "built"
                | "grew"
                | "kept"
                | "led"
                | "paid"
                | "sold"
                | "spent"
                | "stood"
        )
}

/// Whether a word that looks ahead stands before this "to".
fn leads_ahead(at: &Tokens<'_>) -> bool {
    let before = Lower::new(at.back(1).map_or("", |token| token.text(at.text())));
    matches!(
        before.as_str(),
        "expected"
            | "due"
            | "set"
            | "scheduled"
            | "plans"
            | "plan"
            | "planned"
            | "planning"
            | "hopes"
            | "hope"
            | "aims"
            | "aim"
            | "intends"
            | "intend"
            | "going"
            | "about"
            | "likely"
            | "wants"
            | "want"
            | "vowed"
            | "pledged"
            | "promised"
            | "slated"
            | "is"
            | "are"
            | "has"
    )
}

/// Whether the date is all that the sentence holds, but for prepositions and marks: an entry in a calendar, which looks
/// ahead.
fn stands_alone(all: &Tokens<'_>, start: usize, end: usize) -> bool {
    let idle = |token: &Token| {
        !(token.is_word() || token.shape == Shape::Number)
            || all.lexicon().is_any(token.word, &[List::Preposition, List::Determiner])
    };
    let tokens = all.rest();
    tokens.get(..start).unwrap_or_default().iter().all(idle) && tokens.get(end..).unwrap_or_default().iter().all(idle)
}

#[cfg(test)]
mod tests {
    use super::{Tense, tense_at};
    use crate::grammar::date::testing::with_tokens;

    #[test]
    fn the_nearest_verb_tells() {
        for (text, at, tense) in [
            ("It will meet on Friday", 4, Tense::Future),
            ("It met on Friday", 3, Tense::Past),
            ("It is expected to meet on Friday", 6, Tense::Future),
            ("On Friday it will meet", 1, Tense::Future),
            ("Rain on Friday", 2, Tense::Past),
            ("on Friday", 1, Tense::Silent),
        ] {
            with_tokens(text, |tokens| assert_eq!(tense_at(&tokens, at, at + 1), tense, "{text}"));
        }
    }
}
