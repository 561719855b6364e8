//! Whose voice a sentence speaks in where no attribution of its own covers a figure.
//!
//! Three voices last longer than their sentence: a quotation's, a statement's that goes on, and that of a speaker named
//! by a label. The module knows nothing of figures beyond whether a sentence holds some.

use super::issuer;
use super::name::{Name, names};
use super::party::{Party, Register};
use crate::claim::{PartyKind, Source, Timing};
use crate::grammar::attribution::{is_label, opening_party};
use crate::grammar::date::Dated;
use crate::grammar::{AttributionPiece, QuantityPiece, Tokens};
use crate::lexicon::{Lexicon, List};
use crate::text::{Block, Document, Role, Shape};
use std::ops::Range;
use std::sync::Arc;

/// How many blocks a table may stand behind the statement that it belongs to, headings included.
const TABLE_REACH: usize = 3;

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
}

/// What was read of one sentence.
pub(super) struct Said<'t> {
    pub(super) tokens: Tokens<'t>,
    pub(super) dates: Vec<Dated>,
    pub(super) attributed: Vec<Attributed>,
    pub(super) quantities: Vec<QuantityPiece>,
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
            quantities: Vec::new(),
            quoted: Vec::new(),
            open: false,
        }
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
    fn outer(&self) -> impl DoubleEndedIterator<Item = &Attributed> {
        self.attributed.iter().filter(|attributed| !attributed.quoted)
    }

    /// The last attribution of the sentence that its followers may go on with.
    fn lasting(&self) -> Option<&Attributed> {
        let figures = |attributed: &&Attributed| {
            self.quantities.iter().any(|quantity| attributed.piece.covers(quantity.tokens.start))
        };
        self.outer().filter(figures).rfind(|attributed| self.lasts(attributed))
    }

    /// Whether an attribution is a body's or a paper's, in the draft's own words.
    fn lasts(&self, attributed: &Attributed) -> bool {
        let body = matches!(attributed.party.kind, PartyKind::Organisation | PartyKind::Document);
        let stance = &*self.tokens.lexicon().cues()[attributed.piece.cue_entry].stance;
        body && !attributed.party.medium && self.quoted.is_empty() && matches!(stance, "say" | "report" | "find")
    }
}

/// The statement that a story opens with.
enum Lead {
    /// No paragraph has been read yet.
    Ahead,
    /// A body's, which the paragraphs behind it go on with.
    Open(Attributed),
    /// Somebody else has spoken since.
    Over,
}

/// The voices that last from sentence to sentence and from block to block.
pub(super) struct Voices {
    issuer: Option<Party>,
    /// The speaker of the last block's quotation.
    quoted: Option<Attributed>,
    /// The speaker whom the last label named.
    labelled: Option<Attributed>,
    /// The last statement that may go on, and its block.
    stated: Option<(Attributed, usize)>,
    lead: Lead,
    /// Whether the block under way is a table's that `stated` belongs to.
    table: bool,
}

impl Voices {
    pub(super) fn new(document: &Document, lexicon: &Lexicon) -> Self {
        Self { issuer: issuer::issuer(document, lexicon), quoted: None, labelled: None, stated: None, lead: Lead::Ahead, table: false }
    }

    /// The body whose voice the draft's own is.
    pub(super) fn issuer(&self) -> Option<&Party> {
        self.issuer.as_ref()
    }

    /// Takes up a block before its figures are asked for.
    pub(super) fn enter(&mut self, block: &Block, at: usize, read: &[Said<'_>]) {
        let label = read.first().and_then(|said| said.outer().next().filter(|first| is_transcript_label(said, first)));
        if let Some(label) = label {
            self.labelled = Some(label.clone());
        } else if block.role != Role::Body {
            self.labelled = None;
        }
        let near = self.stated.as_ref().is_some_and(|(_, stated)| at - stated <= TABLE_REACH);
        self.table = block.cell.is_some() && self.issuer.is_none() && (near || self.table);
    }

    /// Keeps what the next blocks may need.
    pub(super) fn leave(&mut self, block: &Block, at: usize, read: &[Said<'_>]) {
        let last = read.len().checked_sub(1);
        let quoted = last.and_then(|last| self.quotation(read, last)).cloned();
        let spoken = || read.iter().rev().find_map(|said| said.outer().next_back()).cloned();
        if block.cell.is_none() {
            self.quoted = quoted.or_else(spoken);
        }
        if block.role == Role::Body && !read.is_empty() {
            self.lead = match std::mem::replace(&mut self.lead, Lead::Over) {
                Lead::Ahead => read.iter().find_map(|said| said.outer().find(|one| said.lasts(one))).map_or(Lead::Over, |one| Lead::Open(one.clone())),
                Lead::Open(stated) if read.iter().all(|said| !breaks(said) && said.outer().next().is_none()) && fits(read, &stated) => Lead::Open(stated),
                _ => Lead::Over,
            };
        }
        let stated = read.iter().rev().find_map(|said| said.outer().rfind(|one| said.lasts(one)));
        if let Some(stated) = stated {
            // A table behind it is the draft's own setting-out: when that was said, nobody tells.
            self.stated = Some((Attributed { said: None, ..stated.clone() }, at));
        }
    }

    /// The attribution of the quotation in a sentence: one beside it, that of the sentence which closes it, of the
    /// quotation before it, or, where the paragraph opens with it and names nobody, of the last one who spoke.
    pub(super) fn quotation<'s>(&'s self, read: &'s [Said<'_>], at: usize) -> Option<&'s Attributed> {
        let said = read.get(at).filter(|said| !said.quoted.is_empty())?;
        let beside = said.outer().next_back();
        let closing = || {
            let end = read[at..].iter().position(|said| !said.open).filter(|&ahead| ahead > 0)?;
            read[at + end].outer().next()
        };
        let before = || {
            read[..at].iter().rev().take_while(|said| !said.quoted.is_empty()).find_map(|said| said.outer().next_back())
        };
        let opens = || said.quoted.first().is_some_and(|range| range.start <= 2);
        let carried =
            || self.quoted.as_ref().filter(|_| opens() && read.iter().all(|said| said.outer().next().is_none()));
        beside.or_else(closing).or_else(before).or(self.labelled.as_ref()).or_else(carried)
    }

    /// The story's opening statement, where all sentences since then have gone on with it.
    pub(super) fn led<'s>(&'s self, block: &Block, read: &'s [Said<'_>], at: usize) -> Option<&'s Attributed> {
        let Lead::Open(stated) = &self.lead else { return None };
        let on = block.role == Role::Body && read[..=at].iter().all(|said| !breaks(said) && said.outer().next().is_none());
        (on && fits(&read[..=at], stated)).then_some(stated)
    }

    /// The attribution that a sentence without one goes on with.
    pub(super) fn continued<'s>(&'s self, read: &'s [Said<'_>], at: usize) -> Option<&'s Attributed> {
        let said = &read[at];
        if let Some(label) = &self.labelled {
            return Some(label);
        }
        if self.table {
            return self.stated.as_ref().map(|(stated, _)| stated);
        }
        if said.outer().next().is_some() {
            return None;
        }
        if at > 0 && is_anaphoric(said.tokens) {
            let last = read[at - 1].outer().rfind(|stated| !stated.party.medium);
            return last.or_else(|| self.continued(read, at - 1)).filter(|_| read[at - 1].quoted.is_empty());
        }
        for before in (0..at).rev() {
            if breaks(&read[before + 1]) {
                return None;
            }
            if read[before].outer().next().is_some() {
                return read[before].lasting().filter(|stated| fits(&read[before + 1..=at], stated));
            }
        }
        None
    }
}

/// Whether an attribution is the label of a transcript, all in capitals.
fn is_transcript_label(said: &Said<'_>, attributed: &Attributed) -> bool {
    let party = &attributed.piece.party;
    let capital = said.tokens.nth(party.start).is_some_and(|token| token.shape == Shape::Upper);
    party.start == 0 && capital && is_label(said.tokens, &attributed.piece)
}

/// Whether a sentence begins by counting on in what the one before it said: "That is", "Of those", "Another 40".
fn is_anaphoric(sentence: Tokens<'_>) -> bool {
    let words = [sentence.letters_at(0), sentence.letters_at(1), sentence.letters_at(2)];
    matches!(
        words,
        ["That", "is" | "was" | "means" | "makes", _]
            | ["Of", "those" | "these" | "them" | "the", _]
            | ["Another", ..]
            | ["A", "further", _]
            | ["The", "other" | "rest" | "remaining", _]
            | [_, "of", "those" | "these" | "them"]
    )
}

/// Whether a sentence quotes.
fn breaks(said: &Said<'_>) -> bool {
    !said.quoted.is_empty()
}

/// Whether a phrase names somebody whose name has no word of a party's.
fn names_another(sentence: Tokens<'_>, phrase: Range<usize>, party: &Party) -> bool {
    let own = |name: &Name<'_>| name.text.split(' ').any(|word| party.name.contains(word));
    // "Replacement buses": a capital of the sentence's start before a noun.
    let opens = |name: &Name<'_>| {
        let next = sentence.nth(name.tokens.end);
        let noun = next.is_some_and(|next| next.shape == Shape::Lower && sentence.lexicon().noun(next.word).is_some());
        name.tokens == (0..1) && !name.is_person && noun
    };
    names(sentence, phrase).iter().any(|name| !name.is_place && !own(name) && !opens(name))
}

/// Whether none of the sentences has another subject that may speak than the party.
fn fits(sentences: &[Said<'_>], stated: &Attributed) -> bool {
    sentences.iter().all(|said| {
        let lexicon = said.tokens.lexicon();
        let Some(opening) = opening_party(said.tokens) else { return true };
        let first = said.tokens.nth(opening.start);
        let is = |list| first.is_some_and(|token| lexicon.is(token.word, list));
        if is(List::PronounHe) || is(List::PronounShe) {
            return false;
        }
        is(List::PronounIt)
            || is(List::PronounThey)
            || (Register::names_same(said.tokens, opening.clone(), &stated.party)
                && !names_another(said.tokens, opening.clone(), &stated.party))
    })
}
