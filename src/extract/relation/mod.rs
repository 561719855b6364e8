//! How the figures of a sentence hang together: what the arithmetic rules look at.
//!
//! Each kind of tie has its file. A tie is only found where the words leave no doubt of it; whether its figures agree
//! is not asked here.

mod restated;

use crate::claim::{Claim, Relation};
use crate::grammar::{QuantityPiece, Tokens};

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

/// All ties between the figures of a sentence.
pub(super) fn relations(figures: &Figures<'_>) -> Vec<Relation> {
    restated::restated(figures)
}
