//! How the figures of a sentence hang together: what the arithmetic rules look at.
//!
//! Each kind of tie has its file. A tie is only found where the words leave no doubt of it; whether its figures agree
//! is not asked here.

mod change;
mod restated;
mod share;
mod sum;
pub(super) mod table;
#[cfg(test)]
mod testing;
mod way;

use crate::claim::{Claim, Relation};
use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::List;
use std::ops::Range;

/// The figures of one sentence, and the claims made of them.
#[derive(Clone, Copy)]
pub(super) struct Figures<'f> {
    pub(super) tokens: Tokens<'f>,
    /// In order.
    pub(super) pieces: &'f [QuantityPiece],
    /// As many as pieces, in the same order.
    pub(super) claims: &'f [Claim],
    /// The place of the first of them among the draft's claims.
    pub(super) first: usize,
}

impl<'f> Figures<'f> {
    /// The place of a figure among the draft's claims.
    fn place(&self, at: usize) -> usize {
        self.first + at
    }

    /// The letters of the word so many places in front of a figure and its article; 1 is the word just before.
    fn word_before(&self, at: usize, back: usize) -> &str {
        let start = self.pieces[at].tokens.start;
        let article = start.checked_sub(1).is_some_and(|last| self.tokens.from(last).is(List::Determiner));
        let at = start.checked_sub(back + usize::from(article));
        at.map_or("", |at| self.tokens.from(at).letters())
    }

    /// The letters of the word so many places behind a figure; 0 is the next.
    fn word_behind(&self, at: usize, ahead: usize) -> &str {
        self.tokens.from(self.pieces[at].tokens.end).letters_at(ahead)
    }

    /// The places of the tokens between two figures.
    fn between(&self, one: usize, other: usize) -> Range<usize> {
        self.pieces[one].tokens.end..self.pieces[other].tokens.start
    }

    /// The letters of a stretch of tokens.
    fn letters(&self, range: Range<usize>) -> Vec<&'f str> {
        range.map(|at| self.tokens.from(at).letters()).collect()
    }

    /// Whether two figures stand close enough, and in one clause, to be of one statement.
    fn is_joined(&self, one: usize, other: usize) -> bool {
        let is = |at: usize, words: &[&str]| {
            let letters = self.tokens.from(at).letters();
            words.iter().any(|word| letters.eq_ignore_ascii_case(word))
        };
        let ranges = |at: usize| is(at, &["and"]) && (at.saturating_sub(3)..at).any(|at| is(at, &["between"]));
        let breaks = |at| is(at, &[";", "and", "but", "while", "whereas", "though", "although", "then"]) && !ranges(at);
        let between = self.between(one, other);
        between.len() <= REACH && !between.into_iter().any(breaks)
    }
}

/// How many words may stand between the figures of one statement.
const REACH: usize = 12;

/// All ties between the figures of the last sentence of a passage, and between them and those of the sentences before.
pub(super) fn relations(passage: &[Figures<'_>]) -> Vec<Relation> {
    let Some(figures) = passage.last() else { return Vec::new() };
    let mut found = restated::restated(figures);
    found.extend(change::change(passage));
    found.extend(share::share(passage));
    found.extend(sum::sum(figures));
    found
}
