//! What was read of one sentence, before its claims are made.
//!
//! It holds pieces and what ties them to the draft's parties, and knows nothing of the sentences beside it.

use super::party::Party;
use crate::claim::{PartyKind, Source, Timing};
use crate::grammar::date::Dated;
use crate::grammar::{AttributionPiece, QuantityPiece, Tokens};
use std::ops::Range;
use std::sync::Arc;

/// An attribution with the party found out.
#[derive(Clone)]
pub(super) struct Attributed {
    pub(super) piece: AttributionPiece,
    pub(super) party: Arc<Party>,
    /// The party as claims name it.
    pub(super) source: Arc<Source>,
    pub(super) said: Option<Timing>,
    /// Whether it stands within a quotation.
    pub(super) quoted: bool,
    /// Whether it yields to another that covers the same figure: what somebody is said to want, whom nobody names.
    pub(super) weak: bool,
    /// Whether its words tell that others speak than the staff and the papers of whoever issues the draft.
    pub(super) outside: bool,
}

/// What was read of one sentence.
pub(super) struct Said<'t> {
    pub(super) tokens: Tokens<'t>,
    pub(super) dates: Vec<Dated>,
    pub(super) attributed: Vec<Attributed>,
    pub(super) quantities: &'t [QuantityPiece],
    /// The noun phrase behind each of them, empty where none follows at once.
    pub(super) behind: &'t [Range<usize>],
    /// Its stretches in quotation marks.
    pub(super) quoted: Vec<Range<usize>>,
    /// Whether a quotation is open at its end.
    pub(super) open: bool,
}

impl<'t> Said<'t> {
    /// A sentence of which nothing has been read yet.
    pub(super) const fn new(tokens: Tokens<'t>) -> Self {
        Self {
            tokens,
            dates: Vec::new(),
            attributed: Vec::new(),
            quantities: &[],
            behind: &[],
            quoted: Vec::new(),
            open: false,
        }
    }

    /// The quantity at a place among those of the sentence, with the noun phrase behind it.
    pub(super) fn phrase(&self, at: usize) -> Range<usize> {
        let quantity = &self.quantities[at].tokens;
        quantity.start..self.behind[at].end.max(quantity.end)
    }

    /// Its attributions, as the grammar found them.
    pub(super) fn cues(&self) -> Vec<&AttributionPiece> {
        self.attributed.iter().map(|attributed| &attributed.piece).collect()
    }

    /// The tokens that dates take, put into a list that is used again and again.
    pub(super) fn taken<'l>(&self, list: &'l mut Vec<Range<usize>>) -> &'l [Range<usize>] {
        list.clear();
        list.extend(self.dates.iter().map(|date| date.tokens.clone()));
        list
    }

    /// Whether it holds a quantity or a date.
    pub(super) const fn has_figures(&self) -> bool {
        !self.quantities.is_empty() || !self.dates.is_empty()
    }

    /// The attributions that stand outside quotation marks.
    pub(super) fn outer(&self) -> impl DoubleEndedIterator<Item = &Attributed> {
        self.attributed.iter().filter(|attributed| !attributed.quoted)
    }

    /// The last attribution of the sentence that its followers may go on with.
    pub(super) fn lasting(&self) -> Option<&Attributed> {
        let figures = |attributed: &&Attributed| {
            self.quantities.iter().any(|quantity| attributed.piece.covers(quantity.tokens.start))
        };
        self.outer().filter(figures).rfind(|attributed| self.lasts(attributed))
    }

    /// Whether it quotes.
    pub(super) fn quotes(&self) -> bool {
        !self.quoted.is_empty()
    }

    /// Whether an attribution is a body's or a paper's, in the draft's own words.
    pub(super) fn lasts(&self, attributed: &Attributed) -> bool {
        let body = matches!(attributed.party.kind, PartyKind::Organisation | PartyKind::Document);
        let stance = &*self.tokens.lexicon().cues()[attributed.piece.cue_entry].stance;
        // "A poll puts the party on 40 percent."
        let finds = matches!(stance, "say" | "report" | "find") || stance == "estimate" && is_poll(&attributed.source);
        body && !attributed.party.medium && self.quoted.is_empty() && finds
    }
}

/// Whether a source is a poll, or who took it.
pub(super) fn is_poll(source: &Source) -> bool {
    source.text.split(' ').any(is_poll_word)
}

/// Whether a word is one for a poll.
pub(super) fn is_poll_word(word: &str) -> bool {
    matches!(word, "poll" | "polls" | "survey")
}
