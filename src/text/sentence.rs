//! Sentences, as ranges of tokens.

use super::{Shape, Token, WordId};
use std::iter;
use std::ops::Range;

/// What the splitter must know of words; the lexicon answers.
pub trait Habits {
    /// Whether a full stop after the word is commonly the word's own (`Gen`, `No`, `Inc`).
    fn is_abbreviation(&self, word: WordId) -> bool;
    /// Whether the word, with a capital, commonly opens a sentence (`The`, `He`, `In`).
    fn is_opener(&self, word: WordId) -> bool;
}

/// The sentences of a block's tokens, in order; together they cover all of them.
pub fn sentences(tokens: &[Token], habits: &impl Habits) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    iter::from_fn(move || {
        let start = end;
        let most = tokens.len().min(start + LONGEST);
        let last = (start..most).find(|&at| ends_sentence(tokens, at, habits));
        end = last.map_or_else(|| cut(tokens, start..most), |at| past_closing_marks(tokens, at + 1));
        (start < end).then_some(start..end)
    })
}

/// How many tokens a sentence has at most. What goes on for longer is a list or a table without its lines, in which each figure
/// would be held against all others.
const LONGEST: usize = 300;

/// Where what has no end is cut: behind the last comma or semicolon of its second half, else in front of the last word.
fn cut(tokens: &[Token], range: Range<usize>) -> usize {
    if range.end == tokens.len() {
        return range.end;
    }
    let apart = |at: &usize| !tokens[*at].glued;
    let pause = |at: &usize| matches!(tokens[at - 1].letters, "," | ";");
    let places = || (range.start + LONGEST / 2..range.end).rev().filter(apart);
    places().find(pause).or_else(|| places().next()).unwrap_or(range.end)
}

/// Whether a sentence ends with the token at `at` and whatever closing marks follow it.
fn ends_sentence(tokens: &[Token], at: usize, habits: &impl Habits) -> bool {
    let token = tokens[at];
    if !matches!(token.letters.as_bytes().last(), Some(b'.' | b'!' | b'?')) {
        return false;
    }
    let next = past_closing_marks(tokens, at + 1);
    let Some(follower) = tokens.get(next) else { return false };
    if follower.glued {
        return false;
    }
    let letters = token.letters;
    match token.shape {
        Shape::Mark if letters == "!" || letters == "?" => can_open(tokens, next),
        Shape::Mark if letters == "." => {
            can_open(tokens, next)
                && !(at == 1 && is_list_number(&tokens[0]))
                && !(at > 0 && next == at + 1 && is_abbreviated(&tokens[at - 1], follower, habits))
        }
        // `U.S.` and `a.m.` hold their own stop: only a clear opener says that it closes the sentence too.
        _ => {
            letters.len() > 3
                && letters.ends_with('.')
                && token.is_word()
                && follower.is_capitalised()
                && habits.is_opener(follower.word)
        }
    }
}

/// Whether the figure that a block opens with may number it: "1. The fee is £9 million."
fn is_list_number(first: &Token) -> bool {
    first.shape == Shape::Number && first.letters.len() <= 2
}

/// Whether the full stop after `before` is that word's own.
fn is_abbreviated(before: &Token, follower: &Token, habits: &impl Habits) -> bool {
    let letters = before.letters;
    let initial = before.is_capitalised() && letters.chars().count() == 1;
    let known = habits.is_abbreviation(before.word) && before.is_word();
    (initial || known) && !(follower.is_capitalised() && habits.is_opener(follower.word))
}

/// Past quotation marks and brackets that close what ended before them.
fn past_closing_marks(tokens: &[Token], mut at: usize) -> usize {
    while tokens
        .get(at)
        .is_some_and(|token| token.glued && matches!(token.letters, "\"" | "”" | "’" | "'" | ")" | "]" | "»"))
    {
        at += 1;
    }
    at
}

/// Whether a sentence may begin at `at`: a capital, a figure, an opening mark.
fn can_open(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| match token.shape {
        Shape::Lower => false,
        Shape::Mark => !matches!(token.letters, "," | ";" | ":" | ")" | "."),
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Span, WordHash, tokenize};
    use super::*;

    struct Few;

    impl Habits for Few {
        fn is_abbreviation(&self, word: WordId) -> bool {
            word == WordId(1)
        }
        fn is_opener(&self, word: WordId) -> bool {
            word == WordId(2)
        }
    }

    fn split(text: &str) -> String {
        let mut tokens = Vec::new();
        let is_any = |word, known: &[&str]| known.iter().any(|letters| WordHash::of(letters) == word);
        let word = |word| match word {
            word if is_any(word, &["gen", "no", "inc"]) => WordId(1),
            word if is_any(word, &["the", "he"]) => WordId(2),
            _ => WordId::NONE,
        };
        tokenize(text, Span::new(0, text.len()), word, &mut tokens);
        let cut = |range: Range<usize>| tokens[range.start].span.to(tokens[range.end - 1].span).of(text);
        sentences(&tokens, &Few).map(cut).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for text in [
            "One fell. | Two rose.",
            "1. The fee. | Two rose.",
            "It fell to 1. | Two rose.",
            "“Nine died.” | He left.",
            "Gen. Tukur said 5.5 per cent.",
            "It is No. 5. | The rest follows.",
            "J. Smith of Acme Inc. | The firm.",
            "In the U.S. Senate at 9 a.m. | The end.",
            "Who? | Five! | (Six went.) | 7 came.",
            "He said 5. and went",
        ] {
            assert_eq!(split(&text.replace(" | ", " ")), text);
        }
    }

    #[test]
    fn what_never_ends_is_cut_at_a_pause() {
        let lengths =
            |text: &str| -> Vec<usize> { split(text).split(" | ").map(|one| one.split(' ').count()).collect() };
        assert_eq!(lengths(&"a cow, a goat and ".repeat(200)), [247, 245, 245, 245, 18]);
        assert_eq!(lengths(&"cow ".repeat(1000)), [299, 299, 299, 103]);
        assert_eq!(lengths(&"cow ".repeat(300)), [300]);
    }
}
