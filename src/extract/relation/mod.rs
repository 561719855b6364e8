//! How the figures of a sentence hang together: what the arithmetic rules look at.
//!
//! Each kind of tie has its file. A tie is only found where the words leave no doubt of it; whether its figures agree
//! is not asked here.

mod aboard;
mod addend;
mod among;
mod apart;
mod based;
mod bounds;
mod breakdown;
mod calendar;
mod change;
mod count;
mod divided;
mod exclusive;
mod former;
mod gathered;
mod holding;
mod hundred;
mod inferred;
mod leftover;
mod levels;
mod majority;
mod makes;
mod margin;
mod moved;
mod named;
mod nested;
mod net;
mod ordinal;
mod others;
mod pace;
mod pair;
mod part;
mod per_many;
mod product;
mod purse;
mod range;
mod rate;
mod remainder;
mod rest;
mod restated;
mod role;
mod share;
mod split;
mod spread;
mod sum;
mod summary;
mod table;
mod tally;
#[cfg(test)]
pub(super) mod testing;
mod then;
mod times;
mod together;
mod told;
mod total;
mod units;
mod way;

use super::said::Said;
use crate::claim::{Claim, Relation};
use crate::grammar::date::Dated;
use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::{Lexicon, List};
use crate::text::{Document, Token};
use jiff::civil::Date;
use std::ops::Range;

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
    fn letters_before(&self, at: usize, back: usize) -> &'f str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// A token of the sentence.
    fn token(&self, at: usize) -> Option<&'f Token<'f>> {
        self.tokens.rest().get(at)
    }

    /// Whether a token is one of these words, whatever its case.
    fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        is_any(self.word(at), words)
    }

    /// Whether one of these words stands anywhere in the sentence.
    fn is_any_word(&self, words: &[&str]) -> bool {
        self.tokens.from(0).rest().iter().any(|token| words.iter().any(|word| token.reads(word)))
    }

    /// The sentences shortly before this one in its block.
    fn recent(&self) -> &'f [Said<'f>] {
        &self.earlier[self.earlier.len().saturating_sub(RECENT)..]
    }

    /// The draft's own date.
    const fn published(&self) -> Option<Date> {
        self.document.published()
    }

    /// The place of a figure among the draft's claims.
    fn place(&self, at: usize) -> usize {
        self.first + at
    }

    /// The letters of the word so many places in front of a figure and its article; 1 is the word just before.
    fn word_before(&self, at: usize, back: usize) -> &str {
        let start = self.pieces[at].tokens.start;
        let article = start.checked_sub(1).is_some_and(|last| self.tokens.from(last).is(List::Determiner));
        let at = start.checked_sub(back + usize::from(article));
        at.map_or("", |at| self.word(at))
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
        range.map(|at| self.word(at)).collect()
    }

    /// Whether two figures stand close enough, and in one clause, to be of one statement.
    fn is_joined(&self, one: usize, other: usize) -> bool {
        self.is_joined_within(one, other, REACH)
    }

    /// The same, with so many words between them at the most.
    fn is_joined_within(&self, one: usize, other: usize, reach: usize) -> bool {
        let is = |at: usize, words: &[&str]| self.is_one_of(at, words);
        let ranges = |at: usize| is(at, &["and"]) && (at.saturating_sub(3)..at).any(|at| is(at, &["between"]));
        let breaks = |at| is(at, &[";", "and", "but", "while", "whereas", "though", "although", "then"]) && !ranges(at);
        let between = self.between(one, other);
        between.len() <= reach && !between.into_iter().any(breaks)
    }
}

/// Whether a word is one of these, whatever its case.
fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// Whether a word begins so, whatever its case.
fn begins(word: &str, start: &str) -> bool {
    word.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// How many words may stand between the figures of one statement.
const REACH: usize = 12;

/// All ties between figures that stand apart in a draft, and those of its tables, beside those that are known.
pub(super) fn of_draft(document: &Document, lexicon: &Lexicon, claims: &[Claim], known: &[Relation]) -> Vec<Relation> {
    let mut found = table::sums(document, claims);
    found.extend(tally::tallies(document, claims));
    found.extend(gathered::gathered(document.text(), claims));
    found.extend(among::among(document.text(), claims));
    found.extend(levels::levels(document.text(), claims, known));
    found.extend(ordinal::numbered(document, claims));
    found.extend(apart::apart(document, claims, known));
    found.extend(units::units(document, lexicon, claims));
    found
}

/// All ties between the figures of the last sentence of a passage, and between them and those of the sentences before.
pub(super) fn relations(passage: &[Figures<'_>]) -> Vec<Relation> {
    let Some(figures) = passage.last() else { return Vec::new() };
    let mut found = restated::restated(figures);
    found.extend(change::change(passage));
    found.extend(based::based(figures));
    found.extend(times::times(figures));
    found.extend(times::drawn(passage));
    found.extend(calendar::calendar(figures));
    found.extend(count::listed(figures));
    found.extend(named::named(figures));
    found.extend(bounds::bounds(figures));
    found.extend(range::between(figures));
    found.extend(range::backwards(figures));
    found.extend(rate::rates(figures));
    found.extend(per_many::rates(figures));
    found.extend(product::products(figures));
    found.extend(makes::makes(passage));
    found.extend(margin::margin(passage));
    found.extend(spread::spreads(figures));
    found.extend(pace::paces(figures));
    found.extend(share::share(passage));
    let mut sums = sum::sum(figures);
    sums.extend(nested::nested(figures));
    found.extend(divided::divided(figures, &sums));
    found.extend(sums);
    found.extend(net::nets(figures));
    found.extend(hundred::hundredths(figures));
    found.extend(majority::majorities(figures));
    found.extend(holding::holdings(passage));
    let (rest, split) = (rest::rests(passage), split::split(passage));
    let others = if rest.is_none() && split.is_none() { others::others(figures) } else { None };
    found.extend(rest.into_iter().chain(split).chain(others));
    found.extend(aboard::aboard(passage));
    found.extend(together::together(passage));
    found.extend(remainder::remainders(passage));
    found.extend(leftover::leftover(passage, &found));
    found
}
