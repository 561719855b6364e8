//! One portion after the other: pieces first, then whose they are, then claims from them.

use super::accounts::Accounts;
use super::attribute::attribute;
use super::carried::carried;
use super::claim::{Counting, claim};
use super::compared::is_compared_year;
use super::disaster::Disaster;
use super::draft::{Attribution, DatePiece, PassedOver, Pieces};
use super::heading::Headings;
use super::headline::take_from_opening;
use super::naming::Names;
use super::noun::{self, Antecedents};
use super::occasion::Occasion;
use super::party::{Party, Register};
use super::portion::{Cut, Portion};
use super::relation::{Figures, of_draft, relations};
use super::reported::Reported;
use super::said::{Attributed, Said};
use super::setting::Setting;
use super::telling::{Telling, tell};
use super::timing;
use super::voice::Voices;
use super::{Depth, TakeClaims};
use crate::claim::{Claim, Relation, Source};
use crate::grammar::attribution::quotations;
use crate::grammar::date::{Anchor, dates};
use crate::grammar::{NoisePiece, QuantityPiece, attributions, quantities};
use crate::lexicon::Lexicon;
use crate::text::{Block, Document, Role};
use jiff::civil::Date;
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

/// How many claims before a figure it may take something over from.
const REACH: usize = 128;

/// What is carried from block to block.
pub(super) struct Reader<'d> {
    document: &'d Document,
    lexicon: &'d Lexicon,
    depth: Depth,
    setting: Setting,
    register: Register,
    anchor: Anchor,
    /// The day of the draft, or of the part of it that is being read.
    day: Option<Date>,
    voices: Voices,
    /// The body whose voice the draft's own is, as the source of what the draft says in its own voice.
    issuer: Option<Arc<Source>>,
    headings: Headings,
    reported: Reported,
    occasion: Occasion,
    disaster: Disaster,
    accounts: Accounts,
    /// How many paragraphs of the story have been read.
    paragraphs: usize,
    claims: Vec<Claim>,
    relations: Vec<Relation>,
    names: Names,
    pieces: Pieces,
    /// The list for the quantities of a portion, which is used again for the next.
    figures: Vec<QuantityPiece>,
}

/// What was read of a document.
pub(super) struct Reading {
    pub(super) claims: Vec<Claim>,
    pub(super) relations: Vec<Relation>,
    pub(super) names: Names,
    pub(super) pieces: Pieces,
}

impl<'d> Reader<'d> {
    pub(super) fn new(document: &'d Document, lexicon: &'d Lexicon, depth: Depth) -> Self {
        let setting = Setting::new(document, lexicon);
        let voices = Voices::new(document, lexicon);
        Self {
            document,
            lexicon,
            depth,
            register: Register::new(setting.most_named().map(str::to_owned), voices.issuer()),
            setting,
            anchor: Anchor::new(document.published()),
            day: document.published(),
            issuer: voices.issuer().map(|party| Arc::new(issued(party))),
            voices,
            headings: Headings::default(),
            reported: Reported::default(),
            occasion: Occasion::default(),
            disaster: Disaster::default(),
            accounts: Accounts::default(),
            paragraphs: 0,
            claims: Vec::new(),
            relations: Vec::new(),
            names: Names::default(),
            pieces: Pieces::default(),
            figures: Vec::new(),
        }
    }

    /// The claims, how they hang together, and what else was read.
    pub(super) fn finish(mut self) -> Reading {
        if self.depth == Depth::Comparable {
            let more = of_draft(self.document, self.lexicon, &self.claims, &self.relations);
            self.relations.extend(more);
        }
        if let Some(dateline) = self.document.dateline().filter(|_| self.depth == Depth::Comparable) {
            self.names.note_dateline(self.lexicon, dateline);
        }
        if self.depth == Depth::Comparable {
            self.names.note_figures(&self.claims);
        }
        let Self { claims, relations, names, pieces, .. } = self;
        Reading { claims, relations, names: names.sorted(), pieces }
    }

    /// Hands on the claims that the portions still to come cannot reach, once there are many of them.
    pub(super) fn hand_on(&mut self, take: TakeClaims<'_>) -> ControlFlow<()> {
        let far = self.claims.len().saturating_sub(REACH);
        if far < 4 * REACH {
            return ControlFlow::Continue(());
        }
        let flow = take(self.document, &self.claims[..far]);
        self.claims.drain(..far);
        flow
    }

    /// Reads one portion, step by step.
    pub(super) fn read(&mut self, portion: &Portion) {
        // The quantities of all sentences, and how many each has.
        let (mut figures, mut counts) = (std::mem::take(&mut self.figures), Vec::new());
        figures.clear();
        let sentences: Vec<_> = portion.sentences(self.document, self.lexicon).collect();
        let mut read: Vec<_> = sentences.iter().map(|sentence| Said::new(sentence.tokens())).collect();
        let mut taken = Vec::new();
        for block in portion.blocks() {
            quote(&mut read[block.sentences.clone()]);
            self.anchor.heading =
                matches!(self.document.blocks()[block.at].role, Role::Subhead | Role::Caption | Role::Table);
            let read = &mut read[block.sentences];
            for said in &mut *read {
                said.dates = dates(said.tokens, &mut self.anchor);
            }
            self.anchor.published = self.heading_day(block.at, read).or(self.anchor.published);
        }
        for said in &read {
            let before = figures.len();
            self.pass_over(quantities(said.tokens, said.taken(&mut taken), &mut figures));
            counts.push(figures.len() - before);
        }
        let mut rest = figures.as_slice();
        for (said, count) in read.iter_mut().zip(counts) {
            (said.quantities, rest) = rest.split_at(count);
        }
        let found: Vec<_> = read.iter().map(|said| attributions(said.tokens, said.taken(&mut taken))).collect();
        for (said, found) in read.iter_mut().zip(found) {
            said.attributed = attribute(&mut self.register, said, found);
        }
        self.keep(&read);
        let mut behind = Vec::with_capacity(figures.len());
        for said in &read {
            behind.extend(said.quantities.iter().map(|piece| noun::behind(said.tokens, piece)));
        }
        let mut rest = behind.as_slice();
        for said in &mut read {
            (said.behind, rest) = rest.split_at(said.quantities.len());
        }
        let mut first = self.claims.len();
        for block in portion.blocks() {
            self.count_in(portion, &block, &read[block.sentences.clone()]);
        }
        for block in portion.blocks() {
            let read = &read[block.sentences.clone()];
            self.note_names(&block, read);
            first = self.tell_in(&block, read, first);
        }
        self.figures = figures;
    }

    /// The day that a block of a dated draft sets for what follows it.
    fn heading_day(&self, block: usize, read: &[Said<'_>]) -> Option<Date> {
        let dated = self.document.published().is_some() && self.document.blocks()[block].cell.is_none();
        if dated { timing::heading_day(read) } else { None }
    }

    /// Keeps what is no quantity, which `inspect` shows and a report counts.
    fn pass_over(&mut self, noise: Vec<NoisePiece>) {
        if self.depth != Depth::Claims {
            let passed_over = noise.into_iter().map(|piece| PassedOver { span: piece.span, why: piece.why.into() });
            self.pieces.passed_over.extend(passed_over);
        }
    }

    /// Keeps what else `inspect` shows.
    fn keep(&mut self, read: &[Said<'_>]) {
        if self.depth != Depth::Pieces {
            return;
        }
        for said in read {
            for Attributed { piece, source, .. } in &said.attributed {
                let span_of =
                    |range: &Range<usize>| said.tokens.from(range.start).span_to(&said.tokens.from(range.end));
                let attribution =
                    |content| Attribution { source: source.span, cue: span_of(&piece.cue), content: span_of(content) };
                self.pieces.attributions.extend(piece.content.iter().map(attribution));
            }
            self.pieces.dates.extend(said.dates.iter().map(|date| DatePiece {
                span: date.span,
                timing: timing::timing(date),
                why: date.why.to_string(),
            }));
        }
    }

    /// Keeps the names of a block, where drafts are to be compared.
    fn note_names(&mut self, cut: &Cut, read: &[Said<'_>]) {
        if self.depth == Depth::Comparable {
            let role = self.document.blocks()[cut.at].role;
            for said in read {
                self.names.note(said.tokens, role);
            }
        }
    }

    /// Makes the claims of a block: how much, and of what.
    fn count_in(&mut self, portion: &Portion, cut: &Cut, read: &[Said<'_>]) {
        let block = &self.document.blocks()[cut.at];
        if let Some(cell) = block.cell {
            let sentence = portion.whole(cut, self.document, self.lexicon);
            self.headings.notice(cell, sentence.tokens(), read.iter().flat_map(|said| &said.dates));
        } else if let Some(last) = read.last() {
            self.headings.lead_in(last.tokens, &last.dates);
        }
        for at in 0..read.len() {
            if !read[at].quantities.is_empty() {
                self.count(cut.at, read, at);
            }
        }
    }

    fn count(&mut self, block_at: usize, read: &[Said<'_>], sentence: usize) {
        let block = &self.document.blocks()[block_at];
        let said = &read[sentence];
        let comparable = self.depth == Depth::Comparable;
        let around = Counting { block, block_at, said, cues: &said.cues(), comparable };
        let previous = sentence.checked_sub(1).map(|before| read[before].tokens);
        let heading = block.cell.and_then(|cell| self.headings.noun(cell));
        for (at, piece) in said.quantities.iter().enumerate() {
            let cell = block.cell.filter(|_| !piece.united);
            let unit = cell.and_then(|cell| self.headings.unit(cell).cloned());
            let unit = unit.unwrap_or_else(|| self.setting.unit(self.lexicon, &piece.unit, said.tokens.rest()));
            // A cell takes nothing over but from its headings.
            let earlier = if block.cell.is_some() && heading.is_none() { &[] } else { near(&self.claims) };
            let before = Antecedents::new(earlier, heading, previous, self.document.text());
            let mut claim = claim(&around, at, &unit, &before);
            claim.as_of = block.cell.filter(|_| !is_dated(said, piece)).and_then(|cell| self.headings.period(cell));
            self.claims.push(claim);
        }
    }

    /// Adds to the claims of a block, the first of which is given, what is told of them, and returns the first behind it.
    fn tell_in(&mut self, cut: &Cut, read: &[Said<'_>], first: usize) -> usize {
        let block = &self.document.blocks()[cut.at];
        self.day = self.heading_day(cut.at, read).or(self.day);
        self.voices.enter(block, cut.at, read);
        self.reported.notice(block, read, self.day);
        self.occasion.notice(block, read, self.day);
        self.disaster.notice(block, read, self.day);
        self.accounts.notice(read, self.day);
        let mut end = first;
        for at in 0..read.len() {
            if !read[at].quantities.is_empty() {
                self.tell(block, read, at, end);
                end += read[at].quantities.len();
            }
        }
        if block.role == Role::Body {
            let (before, paragraph) = self.claims[..end].split_at_mut(first);
            take_from_opening(before, paragraph, self.paragraphs);
            self.paragraphs += 1;
        }
        if self.depth == Depth::Comparable {
            self.relate(cut.at, read, first);
        }
        self.voices.leave(block, cut.at, read);
        let start = first.saturating_sub(REACH);
        self.voices.poll().tell(&mut self.claims[start..end], first - start, self.document.text());
        end
    }

    fn tell(&mut self, block: &Block, read: &[Said<'_>], sentence: usize, first: usize) {
        let said = &read[sentence];
        let around = Telling {
            said,
            cues: &said.cues(),
            quotation: self.voices.quotation(read, sentence),
            continued: self.voices.continued(read, sentence),
            led: self.voices.led(block, read, sentence),
            issuer: self.issuer.as_ref(),
            published: self.day,
        };
        for (at, piece) in said.quantities.iter().enumerate() {
            let (before, rest) = self.claims.split_at_mut(first + at);
            let (before, Some(claim)) = (near(before), rest.first_mut()) else { return };
            tell(claim, &around, at);
            if claim.as_of.is_none() {
                let dated = is_dated(said, piece);
                claim.as_of = carried(before, claim, said.tokens, &piece.tokens, dated, self.document.published())
                    .or_else(|| self.reported.period_of(claim, said, &piece.tokens))
                    .or_else(|| self.accounts.period_of(claim, said, &piece.tokens))
                    .or_else(|| self.occasion.day_of(claim, &read[..=sentence], &piece.tokens))
                    .or_else(|| self.disaster.day_of(claim, &read[..=sentence], &piece.tokens));
            }
            self.accounts.note(claim, self.lexicon, self.day);
        }
    }

    /// Finds how the claims of a block, the first of which is given, hang together with each other and with what stands
    /// before them.
    fn relate(&mut self, block: usize, read: &[Said<'_>], mut first: usize) {
        let mut passage = Vec::new();
        for (at, said) in read.iter().enumerate().filter(|(_, said)| said.has_figures()) {
            let end = first + said.quantities.len();
            let figures = Figures {
                tokens: said.tokens,
                pieces: said.quantities,
                claims: &self.claims[first..end],
                first,
                all: &self.claims[..end],
                dates: &said.dates,
                earlier: &read[..at],
                document: self.document,
                block,
            };
            first = end;
            if said.quantities.is_empty() {
                self.relations.extend(relations(&[figures]));
            } else {
                passage.push(figures);
                self.relations.extend(relations(&passage));
            }
        }
    }
}

/// Those of the claims before a figure that it may take something over from.
fn near(before: &[Claim]) -> &[Claim] {
    &before[before.len().saturating_sub(REACH)..]
}

/// Whether a sentence holds a date that may be a figure's.
fn is_dated(said: &Said<'_>, piece: &QuantityPiece) -> bool {
    !said.dates.iter().all(|date| is_compared_year(said.tokens, &piece.tokens, date))
}

/// Finds the quotations of a block, which may run over its sentences.
fn quote(read: &mut [Said<'_>]) {
    let mut inside = false;
    for said in read {
        (said.quoted, said.open) = quotations(said.tokens, inside);
        inside = said.open;
    }
}

/// The body that issues the draft, as the source of what the draft says in its own voice.
fn issued(party: &Party) -> Source {
    Source {
        id: party.id.clone(),
        name: party.name.clone(),
        text: party.name.clone(),
        kind: party.kind,
        ..Source::default()
    }
}
