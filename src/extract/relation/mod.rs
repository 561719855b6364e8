//! How the figures of a sentence hang together: what the arithmetic rules look at.
//!
//! Each kind of tie has its file. A tie is only found where the words leave no doubt of it; whether its figures agree
//! is not asked here.

mod bounds;
mod calendar;
mod count;
mod range;
mod rate;
mod restated;
#[cfg(test)]
mod testing;

use super::voice::Said;
use crate::claim::{Claim, Relation};
use crate::grammar::date::Dated;
use crate::grammar::{QuantityPiece, Tokens};
use crate::text::{Document, Token};
use jiff::civil::Date;

/// How many sentences back a tie may reach within a block.
const RECENT: usize = 6;

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
    /// The draft's claims up to and with those of the sentence.
    pub(super) all: &'f [Claim],
    /// The dates of the sentence, in order.
    pub(super) dates: &'f [Dated],
    /// The sentences of the block before this one.
    pub(super) earlier: &'f [Said<'f>],
    pub(super) document: &'f Document,
    /// The place of the sentence's block in the document.
    pub(super) block: usize,
}

impl<'f> Figures<'f> {
    /// The letters of a token; empty past the end.
    fn word(&self, at: usize) -> &'f str {
        self.tokens.from(at).letters()
    }

    /// The letters of the token so many places before another; empty where the sentence begins.
    fn word_before(&self, at: usize, back: usize) -> &'f str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// A token of the sentence.
    fn token(&self, at: usize) -> Option<&'f Token> {
        self.tokens.rest().get(at)
    }

    /// Whether a token is one of these words, whatever its case.
    fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|one| one.eq_ignore_ascii_case(word))
    }

    /// The sentences shortly before this one in its block.
    fn recent(&self) -> &'f [Said<'f>] {
        &self.earlier[self.earlier.len().saturating_sub(RECENT)..]
    }

    /// The draft's own date.
    const fn published(&self) -> Option<Date> {
        self.document.published()
    }
}

/// All ties between the figures of a sentence.
pub(super) fn relations(figures: &Figures<'_>) -> Vec<Relation> {
    let mut found = restated::restated(figures);
    found.extend(calendar::calendar(figures));
    found.extend(count::listed(figures));
    found.extend(bounds::bounds(figures));
    found.extend(range::between(figures));
    found.extend(rate::rates(figures));
    found
}
