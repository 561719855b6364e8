//! A table of words and phrases, looked up at a place in a row of tokens.

use super::by_word::ByWord;
use crate::text::{Token, WordId};
use std::iter::successors;
use std::ops::Range;

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
    by_first: ByWord<Chain>,
    rows: Vec<Phrase<T>>,
    /// The words of all phrases.
    words: Vec<(WordId, Form)>,
}

/// The phrases that begin with one word.
#[derive(Clone, Copy, Debug, Default)]
struct Chain {
    /// The place of the longest.
    longest: usize,
    /// Their second words, a bit for every 64th word, all bits where a phrase has none: what stands in a text behind a
    /// first word is mostly no second one, and seen here not to be.
    seconds: u64,
}

/// The bit of a second word.
const fn bit(second: WordId) -> u64 {
    1 << (second.0 % 64)
}

#[derive(Debug)]
struct Phrase<T> {
    words: Range<usize>,
    /// Its second word, where it has one: what tells most phrases apart.
    second: Option<WordId>,
    /// The place of the next one that begins with the same word, as long as this one or shorter.
    next: Option<usize>,
    meaning: T,
}

/// How a word of a phrase must be written.
#[derive(Debug)]
enum Form {
    Any,
    /// With a capital first.
    Capital,
    /// All in capitals.
    Capitals,
    Exact(Box<str>),
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: ByWord::default(), rows: Vec::new(), words: Vec::new() }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase, word by word with its letters; of two that fit a place equally well, the one that was added first
    /// is found.
    pub(super) fn add<'w>(&mut self, words: impl Iterator<Item = (WordId, &'w str)>, letters: Letters, meaning: T) {
        let start = self.words.len();
        self.words.extend(words.map(|(word, text)| (word, Form::of(text, letters))));
        let words = start..self.words.len();
        let Some(&(first, _)) = self.words.get(start) else { return };
        let at = self.rows.len();
        let second = self.words.get(start + 1).map(|&(word, _)| word);
        let known = self.by_first.get(first).copied();
        let seconds = known.unwrap_or_default().seconds | second.map_or(u64::MAX, bit);
        let no_shorter = self.chain(first).take_while(|(_, phrase)| phrase.words.len() >= words.len());
        let (longest, next) = match no_shorter.last().map(|(before, _)| before).zip(known) {
            Some((before, known)) => (known.longest, self.rows[before].next.replace(at)),
            None => (at, known.map(|known| known.longest)),
        };
        self.by_first.replace(first, Chain { longest, seconds });
        self.rows.push(Phrase { words, second, next, meaning });
    }

    /// Makes room for so many more phrases.
    pub(super) fn reserve(&mut self, phrases: usize) {
        self.rows.reserve(phrases);
        self.words.reserve(2 * phrases);
    }

    /// Whether some phrase begins with a word.
    pub fn begin_with(&self, word: WordId) -> bool {
        self.by_first.holds(word)
    }

    /// The longest phrase that begins with the first of `tokens`: how many tokens it takes, and its meaning.
    #[inline]
    pub fn at(&self, tokens: &[Token]) -> Option<(usize, &T)> {
        let chain = self.by_first.get(tokens.first()?.word)?;
        let second = tokens.get(1).map_or(u64::MAX, |second| bit(second.word));
        if chain.seconds & second == 0 { None } else { self.longest(chain.longest, tokens) }
    }

    /// The longest phrase that fits, from the one at a place on. Few lookups come so far: the rest of them is inlined.
    #[inline(never)]
    fn longest(&self, first: usize, tokens: &[Token]) -> Option<(usize, &T)> {
        let second = tokens.get(1).map(|token| token.word);
        let mut next = Some(first);
        while let Some(at) = next {
            let phrase = &self.rows[at];
            if (phrase.second.is_none() || phrase.second == second) && self.fits(phrase, tokens) {
                return Some((phrase.words.len(), &phrase.meaning));
            }
            next = phrase.next;
        }
        None
    }

    /// All phrases that begin with the first of `tokens`, the longest first.
    pub fn all_at<'a>(&'a self, tokens: &'a [Token<'a>]) -> impl Iterator<Item = (usize, &'a T)> {
        let second = tokens.get(1).map_or(WordId::NONE, |second| second.word);
        let first = tokens.first().map_or(WordId::NONE, |first| first.word);
        let chain = self.chain(first).map(|(_, phrase)| phrase);
        let chain = chain.filter(move |phrase| phrase.second.is_none_or(|word| word == second));
        let fitting = chain.filter(move |phrase| self.fits(phrase, tokens));
        fitting.map(|phrase| (phrase.words.len(), &phrase.meaning))
    }

    /// The words that phrases begin with.
    pub(super) fn firsts(&self) -> impl Iterator<Item = WordId> + '_ {
        self.by_first.words()
    }

    /// The words that phrases end with, some more than once.
    pub(super) fn lasts(&self) -> impl Iterator<Item = WordId> + '_ {
        self.rows.iter().filter_map(|phrase| self.words[phrase.words.clone()].last()).map(|&(word, _)| word)
    }

    /// The phrases that begin with a word, the longest first, each with its place.
    fn chain(&self, first: WordId) -> impl Iterator<Item = (usize, &Phrase<T>)> {
        let places = successors(self.by_first.get(first).map(|chain| chain.longest), |&at| self.rows[at].next);
        places.map(|at| (at, &self.rows[at]))
    }

    fn fits(&self, phrase: &Phrase<T>, tokens: &[Token]) -> bool {
        let words = &self.words[phrase.words.clone()];
        words.len() <= tokens.len()
            && words.iter().zip(tokens).skip(1).all(|((word, _), token)| *word == token.word)
            && words.iter().zip(tokens).all(|((_, form), token)| form.allows(token))
    }
}

impl Form {
    /// The form that a text's word must have for a phrase's.
    fn of(word: &str, letters: Letters) -> Self {
        match letters {
            Letters::Exact => Self::Exact(word.into()),
            Letters::Capitals if word.len() > 1 && is_capitals(word) => Self::Capitals,
            Letters::Capitals if word.starts_with(char::is_uppercase) => Self::Capital,
            _ => Self::Any,
        }
    }

    fn allows(&self, token: &Token) -> bool {
        match self {
            Self::Any => true,
            Self::Capital => token.letters.starts_with(char::is_uppercase),
            Self::Capitals => is_capitals(token.letters),
            Self::Exact(word) => **word == *token.letters,
        }
    }
}

fn is_capitals(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}
