//! What may begin at a token, so that readers pass over all others without looking at them.

use super::Lexicon;
use super::classes::Classes;
use super::compile::Compiler;
use super::list::List;
use crate::text::{Shape, Token, WordId};

/// What may begin at a token, by its word and by what it looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Starts(u8);

impl Starts {
    /// A date, where it is a figure or a word that needs no other in front of it.
    pub const DATE: Self = Self(1);
    /// A quantity.
    pub const QUANTITY: Self = Self(1 << 1);
    /// The words that attribute.
    pub const CUE: Self = Self(1 << 2);
    /// A name: with a capital, or of a body that is called by small letters ("the Met", "al-Qaeda").
    pub const NAME: Self = Self(1 << 3);
    /// A word all in capitals.
    pub const CAPITALS: Self = Self(1 << 4);
    /// A word in small letters.
    pub const SMALL: Self = Self(1 << 5);
    /// A subject that may speak: a body, people without a name, somebody by their office.
    pub const SPEAKER: Self = Self(1 << 6);
    /// A quotation, or what follows it.
    pub const QUOTATION: Self = Self(1 << 7);

    /// What may begin at any token that looks so.
    const fn of(shape: Shape) -> Self {
        match shape {
            Shape::Number => Self::DATE.or(Self::QUANTITY),
            Shape::Lower => Self::SMALL,
            Shape::Title | Shape::Mixed => Self::NAME,
            Shape::Upper => Self::NAME.or(Self::CAPITALS),
            Shape::Mark | Shape::Possessive | Shape::Link => Self(0),
        }
    }

    /// What is in either.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two have something in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Lexicon {
    /// What may begin at a token.
    pub fn starts_of(&self, token: &Token) -> Starts {
        let of_word = self.starts.get(token.word.0 as usize).copied().unwrap_or_default();
        of_word.or(Starts::of(token.shape))
    }
}

impl Compiler {
    /// Marks the words at which something may begin.
    pub(super) fn starts(&mut self) {
        let quotes = ["“", "„", "«", "”", "»", "\"", "'"].map(|mark| self.word(mark));
        let lexicon = &self.lexicon;
        let words = |classes: Classes| {
            (0..).map(WordId).zip(&lexicon.classes).filter(move |(_, word)| word.meets(classes)).map(|(word, _)| word)
        };
        let speakers = words(Classes::list(List::Body).or(Classes::list(List::Unnamed)));
        let started: Vec<(Vec<WordId>, Starts)> = vec![
            (words(Classes::CALENDAR.or(Classes::NUMERAL)).collect(), Starts::DATE),
            (words(Classes::NUMERIC).collect(), Starts::QUANTITY),
            (lexicon.cue_phrases.firsts().collect(), Starts::CUE),
            (words(Classes::BODY).collect(), Starts::NAME),
            (speakers.chain(lexicon.title_phrases.firsts()).collect(), Starts::SPEAKER),
            (quotes.to_vec(), Starts::QUOTATION),
        ];
        for (words, starts) in started {
            for word in words {
                self.start(word, starts);
            }
        }
    }

    fn start(&mut self, word: WordId, starts: Starts) {
        let (at, known) = (word.0 as usize, &mut self.lexicon.starts);
        if known.len() <= at {
            known.resize(at + 1, Starts::default());
        }
        known[at] = known[at].or(starts);
    }
}
