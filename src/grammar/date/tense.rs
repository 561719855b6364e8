//! Which way a sentence looks near a date.

use super::anchor::Tense;
use crate::grammar::tokens::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// How many words from the date are looked at each way.
const REACH: usize = 14;

/// Words that look ahead by themselves.
const AHEAD: [&str; 8] = ["will", "won't", "shall", "upcoming", "tomorrow", "should", "let", "please"];

/// Words that look ahead before "to" and a verb.
const AHEAD_TO: [&str; 26] = [
    "expected",
    "due",
    "set",
    "scheduled",
    "plans",
    "plan",
    "planned",
    "planning",
    "hopes",
    "hope",
    "aims",
    "aim",
    "intends",
    "intend",
    "going",
    "about",
    "likely",
    "wants",
    "want",
    "vowed",
    "pledged",
    "promised",
    "slated",
    "is",
    "are",
    "has",
];

/// Forms that look back; besides them, what ends in "ed".
const BACK: [&str; 43] = [
    "was", "were", "had", "did", "said", "told", "fell", "rose", "came", "went", "took", "made", "began", "left",
    "found", "gave", "held", "met", "saw", "shot", "won", "lost", "hit", "got", "put", "ran", "sent", "spoke",
    "struck", "wrote", "became", "broke", "brought", "built", "grew", "kept", "led", "paid", "sold", "spent", "stood",
    "has", "have",
];

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
    let token = at.peek().filter(|token| token.shape == Shape::Lower || token.shape == Shape::Title)?;
    let letters = token.text(at.text());
    let is = |words: &[&str]| words.iter().any(|word| letters.eq_ignore_ascii_case(word));
    let contracted = letters.ends_with("'ll") || letters.ends_with("’ll");
    if is(&AHEAD) || contracted || (letters.eq_ignore_ascii_case("to") && leads_ahead(at)) {
        return Some(Tense::Future);
    }
    let past = is(&BACK) || (token.shape == Shape::Lower && letters.len() > 4 && letters.ends_with("ed"));
    (past && !at.letters_at(1).eq_ignore_ascii_case("to")).then_some(Tense::Past)
}

/// Whether a word that looks ahead stands before this "to".
fn leads_ahead(at: &Tokens<'_>) -> bool {
    let before = at.back(1).map_or("", |token| token.text(at.text()));
    AHEAD_TO.iter().any(|word| before.eq_ignore_ascii_case(word))
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
