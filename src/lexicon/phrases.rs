//! A table of words and phrases, looked up at a place in a row of tokens.

use crate::text::{Token, WordId};
use rustc_hash::FxHashMap;

/// How closely the letters of a text must follow those of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// Capitals do not matter.
    Any,
    /// Words with a capital in the phrase have one in the text.
    Capitals,
    /// To the letter, as symbols are.
    Exact,
}

/// Phrases, each with its meaning.
#[derive(Debug)]
pub struct Phrases<T> {
    by_first: FxHashMap<WordId, Vec<Phrase<T>>>,
}

#[derive(Debug)]
struct Phrase<T> {
    rest: Box<[WordId]>,
    /// The phrase's own words, where their letters matter.
    letters: Option<(Letters, Box<[Box<str>]>)>,
    meaning: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default() }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase; of two that fit a place equally well, the one that was added first is found.
    pub(super) fn add(&mut self, words: &[WordId], texts: &[&str], letters: Letters, meaning: T) {
        let Some((first, rest)) = words.split_first() else { return };
        let letters = (letters != Letters::Any).then(|| (letters, texts.iter().map(|&text| text.into()).collect()));
        let row = self.by_first.entry(*first).or_default();
        let at = row.partition_point(|phrase| phrase.rest.len() >= rest.len());
        row.insert(at, Phrase { rest: rest.into(), letters, meaning });
    }

    /// The longest phrase that begins with the first of `tokens`: how many tokens it takes, and its meaning.
    pub fn at(&self, text: &str, tokens: &[Token]) -> Option<(usize, &T)> {
        let phrase = self.row(tokens).iter().find(|phrase| phrase.fits(text, tokens))?;
        Some((phrase.rest.len() + 1, &phrase.meaning))
    }

    /// All phrases that begin with the first of `tokens`, the longest first.
    pub fn all_at<'a>(&'a self, text: &'a str, tokens: &'a [Token]) -> impl Iterator<Item = (usize, &'a T)> {
        let fitting = self.row(tokens).iter().filter(move |phrase| phrase.fits(text, tokens));
        fitting.map(|phrase| (phrase.rest.len() + 1, &phrase.meaning))
    }

    /// The words that phrases begin with, in no order.
    pub(super) fn firsts(&self) -> Vec<WordId> {
        self.by_first.keys().copied().collect()
    }

    /// The phrases that begin with the first of `tokens`, the longest first.
    fn row(&self, tokens: &[Token]) -> &[Phrase<T>] {
        tokens.first().and_then(|first| self.by_first.get(&first.word)).map_or(&[], Vec::as_slice)
    }
}

impl<T> Phrase<T> {
    fn fits(&self, text: &str, tokens: &[Token]) -> bool {
        let Some(after) = tokens.get(1..=self.rest.len()) else { return false };
        self.rest.iter().zip(after).all(|(word, token)| *word == token.word)
            && self.letters.as_ref().is_none_or(|(letters, words)| {
                words.iter().zip(tokens).all(|(word, token)| letters.allow(word, token.text(text)))
            })
    }
}

impl Letters {
    fn allow(self, word: &str, found: &str) -> bool {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let all_capitals = |word: &str| !word.chars().any(char::is_lowercase);
        match self {
            Self::Any => true,
            Self::Exact => word == found,
            Self::Capitals if word.len() > 1 && all_capitals(word) => all_capitals(found),
            Self::Capitals => !capital(word) || capital(found),
        }
    }
}
