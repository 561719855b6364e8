//! One block after the other: pieces first, claims from them.

use super::Depth;
use super::claim::{Surroundings, claim};
use super::draft::{Attribution, DatePiece, PassedOver, Pieces};
use super::heading::Headings;
use super::name::names;
use super::noun::Antecedents;
use super::party::Register;
use super::setting::Setting;
use super::timing;
use super::voice::{Attributed, Said, Voices};
use crate::claim::Claim;
use crate::grammar::attribution::{is_label, opening_party, quotations};
use crate::grammar::date::{Anchor, Dated, dates};
use crate::grammar::{AttributionPiece, NoisePiece, Tokens, attributions, quantities};
use crate::lexicon::{Lexicon, List};
use crate::text::{Block, Document, Token};
use std::ops::Range;

/// A block cut into tokens and sentences.
pub(super) struct Passage<'p> {
    pub(super) block: &'p Block,
    /// Its place in the document.
    pub(super) at: usize,
    pub(super) tokens: &'p [Token],
    pub(super) sentences: &'p [Range<usize>],
}

/// What is carried from block to block.
pub(super) struct Reader<'d> {
    document: &'d Document,
    lexicon: &'d Lexicon,
    depth: Depth,
    setting: Setting,
    register: Register,
    anchor: Anchor,
    voices: Voices,
    headings: Headings,
    claims: Vec<Claim>,
    pieces: Pieces,
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
            voices,
            headings: Headings::default(),
            claims: Vec::new(),
            pieces: Pieces::default(),
        }
    }

    /// The claims and the pieces of all that was read.
    pub(super) fn finish(self) -> (Vec<Claim>, Pieces) {
        (self.claims, self.pieces)
    }

    /// Reads one block.
    pub(super) fn read(&mut self, passage: &Passage<'_>) {
        let text = self.document.text();
        if let Some(cell) = passage.block.cell {
            self.headings.notice(cell, Tokens::new(text, self.lexicon, passage.tokens));
        }
        let mut inside = false;
        let mut read = Vec::with_capacity(passage.sentences.len());
        for range in passage.sentences {
            let tokens = Tokens::new(text, self.lexicon, &passage.tokens[range.clone()]);
            let (quoted, open) = quotations(tokens, inside);
            read.push(self.said(tokens, quoted, open));
            inside = open;
        }
        self.voices.enter(passage.block, passage.at, &read);
        for at in 0..read.len() {
            if !read[at].quantities.is_empty() {
                self.claims_of(passage, &read, at);
            }
        }
        self.voices.leave(passage.block, passage.at, &read);
    }

    fn said<'t>(&mut self, tokens: Tokens<'t>, quoted: Vec<Range<usize>>, open: bool) -> Said<'t> {
        let dates = dates(tokens, &mut self.anchor);
        let taken: Vec<Range<usize>> = dates.iter().map(|date| date.tokens.clone()).collect();
        let (quantities, noise) = quantities(tokens, &taken);
        self.register.define_acronyms(tokens);
        let found = attributions(tokens, &taken);
        self.register.notice(tokens, !found.is_empty());
        let attributed = found.into_iter().map(|piece| self.attributed(tokens, piece, &dates, &quoted));
        let attributed: Vec<_> = attributed.collect();
        if self.depth == Depth::Pieces {
            self.keep(tokens, &dates, &attributed, noise);
        }
        Said { tokens, dates, attributed, quantities, quoted, open }
    }

    fn attributed(
        &mut self,
        tokens: Tokens<'_>,
        piece: AttributionPiece,
        dates: &[Dated],
        quoted: &[Range<usize>],
    ) -> Attributed {
        let quoted = quoted.iter().any(|range| range.contains(&piece.cue.start));
        if piece.party.len() == 1 {
            // "Ana Ruiz walked 40 km, she said": the sentence's own subject is the nearest whom a pronoun may mean.
            if let Some(subject) = subject_before(tokens, &piece) {
                self.register.resolve(tokens, subject, quoted);
            }
        }
        let party = self.register.resolve(tokens, piece.party.clone(), quoted);
        // What follows a label's colon is the statement itself, dates and all.
        let said = timing::said(&piece, dates)
            .filter(|_| !is_label(tokens, &piece))
            .map(|date| timing::timing(date, tokens.text()));
        let span = tokens.from(piece.party.start).span_to(&tokens.from(piece.party.end));
        Attributed { piece, party, span, said, quoted }
    }

    /// Keeps what `inspect` shows.
    fn keep(&mut self, tokens: Tokens<'_>, dates: &[Dated], attributed: &[Attributed], noise: Vec<NoisePiece>) {
        let text = tokens.text();
        let span_of = |range: &Range<usize>| tokens.from(range.start).span_to(&tokens.from(range.end));
        for Attributed { piece, span, .. } in attributed {
            let attribution =
                |content| Attribution { source: *span, cue: span_of(&piece.cue), content: span_of(content) };
            self.pieces.attributions.extend(piece.content.iter().map(attribution));
        }
        self.pieces.dates.extend(dates.iter().map(|date| DatePiece {
            span: date.span,
            timing: timing::timing(date, text),
            why: date.why.to_string(),
        }));
        self.pieces.passed_over.extend(noise.into_iter().map(|piece| PassedOver { span: piece.span, why: piece.why }));
    }

    fn claims_of(&mut self, passage: &Passage<'_>, read: &[Said<'_>], sentence: usize) {
        let pieces = &read[sentence];
        let around = Surroundings {
            block: passage.block,
            block_at: passage.at,
            tokens: pieces.tokens,
            dates: &pieces.dates,
            attributed: &pieces.attributed,
            quoted: &pieces.quoted,
            quotation: self.voices.quotation(read, sentence),
            continued: self.voices.continued(read, sentence),
            issuer: self.voices.issuer(),
            comparable: self.depth == Depth::Comparable,
            published: self.document.published(),
        };
        for at in 0..pieces.quantities.len() {
            let piece = &pieces.quantities[at];
            let unit = self.setting.unit(self.lexicon, &piece.unit, pieces.tokens.rest(), pieces.tokens.text());
            let cell = passage.block.cell;
            let unit =
                cell.filter(|_| !piece.united).and_then(|cell| self.headings.unit(cell).cloned()).unwrap_or(unit);
            let heading = cell.and_then(|cell| self.headings.noun(cell));
            let sentence = sentence.checked_sub(1).map(|before| read[before].tokens);
            let before = Antecedents::new(&self.claims, heading, sentence);
            let claim = claim(&around, &pieces.quantities, at, &unit, &before);
            self.claims.push(claim);
        }
    }
}

/// The subject of the clause in front of a party that is a pronoun.
fn subject_before(tokens: Tokens<'_>, piece: &AttributionPiece) -> Option<Range<usize>> {
    const PRONOUNS: [List; 4] = [List::PronounHe, List::PronounShe, List::PronounIt, List::PronounThey];
    let lexicon = tokens.lexicon();
    let pronoun = tokens.from(piece.party.start).peek().is_some_and(|token| lexicon.is_any(token.word, &PRONOUNS));
    if !pronoun || piece.party.start < 3 {
        return None;
    }
    let subject = opening_party(tokens).filter(|_| !tokens.from(0).is(List::Preposition))?;
    let own = tokens.rest()[subject.clone()].iter().any(|token| lexicon.is_any(token.word, &PRONOUNS));
    let heads =
        tokens.rest()[subject.clone()].iter().any(|token| lexicon.is_any(token.word, &[List::Body, List::Unnamed]));
    let named = heads || names(tokens, subject.clone()).iter().any(|name| name.is_person || name.party.is_some());
    (subject.end < piece.party.start && !own && named).then_some(subject)
}
