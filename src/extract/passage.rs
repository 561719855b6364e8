//! One block after the other: pieces first, claims from them.

use super::claim::{Surroundings, claim};
use super::draft::{Attribution, DatePiece, PassedOver, Pieces};
use super::party::{Party, Register};
use super::setting::Setting;
use super::timing;
use crate::claim::{Claim, Noun, Timing};
use crate::grammar::date::{Anchor, Dated, dates};
use crate::grammar::{AttributionPiece, NoisePiece, QuantityPiece, Tokens, attributions, quantities};
use crate::lexicon::Lexicon;
use crate::text::{Block, Document, Span, Token};
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
    setting: Setting,
    register: Register,
    anchor: Anchor,
    /// The attribution of a quotation that the last block left open.
    open_quotation: Option<Attributed>,
    last_noun: Option<Noun>,
    claims: Vec<Claim>,
    pieces: Pieces,
}

/// An attribution with the party found out.
#[derive(Clone)]
pub(super) struct Attributed {
    pub(super) piece: AttributionPiece,
    pub(super) party: Party,
    /// The party's words in the text.
    pub(super) span: Span,
    pub(super) said: Option<Timing>,
}

/// The pieces of one sentence.
struct SentencePieces<'t> {
    tokens: Tokens<'t>,
    dates: Vec<Dated>,
    attributed: Vec<Attributed>,
    quantities: Vec<QuantityPiece>,
    /// Whether the sentence begins inside a quotation.
    quoted: bool,
}

impl<'d> Reader<'d> {
    pub(super) fn new(document: &'d Document, lexicon: &'d Lexicon) -> Self {
        Self {
            document,
            lexicon,
            setting: Setting::new(document, lexicon),
            register: Register::default(),
            anchor: Anchor::new(document.published()),
            open_quotation: None,
            last_noun: None,
            claims: Vec::new(),
            pieces: Pieces::default(),
        }
    }

    /// The claims and the pieces of all that was read.
    pub(super) fn finish(self) -> (Vec<Claim>, Pieces) {
        (self.claims, self.pieces)
    }

    /// Reads one block.
    pub(super) fn read(&mut self, passage: Passage<'_>) {
        let text = self.document.text();
        let mut inside = false;
        let mut read = Vec::with_capacity(passage.sentences.len());
        for range in passage.sentences {
            let tokens = Tokens::new(text, self.lexicon, &passage.tokens[range.clone()]);
            let pieces = self.pieces(tokens, inside);
            inside = closes_inside(tokens, inside);
            read.push(pieces);
        }
        for at in 0..read.len() {
            if !read[at].quantities.is_empty() {
                let quotation = self.quotation(&read, at);
                self.claims_of(&passage, &read[at], quotation.as_ref());
            }
        }
        self.open_quotation = if inside { self.quotation(&read, read.len().saturating_sub(1)) } else { None };
    }

    fn pieces<'t>(&mut self, tokens: Tokens<'t>, quoted: bool) -> SentencePieces<'t> {
        let dates = dates(tokens, &mut self.anchor);
        let taken: Vec<Range<usize>> = dates.iter().map(|date| date.tokens.clone()).collect();
        let (quantities, noise) = quantities(tokens, &taken);
        self.register.define_acronyms(tokens);
        let attributed = attributions(tokens, &taken).into_iter().map(|piece| self.attributed(tokens, piece, &dates)).collect();
        self.keep(tokens, &dates, &noise);
        SentencePieces { tokens, dates, attributed, quantities, quoted }
    }

    fn attributed(&mut self, tokens: Tokens<'_>, piece: AttributionPiece, dates: &[Dated]) -> Attributed {
        let party = self.register.resolve(tokens, piece.party.clone());
        let said = timing::said(&piece, dates).map(|date| timing::timing(date, tokens.text()));
        let span = tokens.from(piece.party.start).span_to(&tokens.from(piece.party.end));
        for content in &piece.content {
            let span_of = |range: &Range<usize>| tokens.from(range.start).span_to(&tokens.from(range.end));
            self.pieces.attributions.push(Attribution { source: span, cue: span_of(&piece.cue), content: span_of(content) });
        }
        Attributed { piece, party, span, said }
    }

    /// Keeps what `inspect` shows.
    fn keep(&mut self, tokens: Tokens<'_>, dates: &[Dated], noise: &[NoisePiece]) {
        let text = tokens.text();
        self.pieces.dates.extend(dates.iter().map(|date| DatePiece { span: date.span, timing: timing::timing(date, text), why: date.why.to_string() }));
        self.pieces.passed_over.extend(noise.iter().map(|piece| PassedOver { span: piece.span, why: piece.why }));
    }

    /// The attribution that a sentence inside a quotation takes over: of the sentence before it, of the block before, or
    /// of the one that closes the quotation.
    fn quotation(&self, read: &[SentencePieces<'_>], at: usize) -> Option<Attributed> {
        let opens = |pieces: &SentencePieces<'_>| pieces.tokens.from(0).letters() == "“" || pieces.tokens.from(0).letters() == "\"";
        let sentence = read.get(at)?;
        if !sentence.quoted && !opens(sentence) {
            return None;
        }
        let before = read[..at].iter().rev().find_map(|pieces| pieces.attributed.last());
        let behind = || read[at..].iter().take(3).find_map(|pieces| pieces.attributed.first());
        before.or_else(behind).cloned().or_else(|| self.open_quotation.clone())
    }

    fn claims_of(&mut self, passage: &Passage<'_>, pieces: &SentencePieces<'_>, quotation: Option<&Attributed>) {
        let around = Surroundings {
            block: passage.block,
            block_at: passage.at,
            tokens: pieces.tokens,
            dates: &pieces.dates,
            attributed: &pieces.attributed,
            quotation,
            published: self.document.published(),
        };
        for at in 0..pieces.quantities.len() {
            let piece = &pieces.quantities[at];
            let unit = self.setting.unit(self.lexicon, &piece.unit, pieces.tokens.rest(), pieces.tokens.text());
            let claim = claim(&around, &pieces.quantities, at, unit, self.last_noun.as_ref());
            if let Some(noun) = claim.noun.as_ref().filter(|noun| !noun.span.is_empty()) {
                self.last_noun = Some(noun.clone());
            }
            self.claims.push(claim);
        }
    }
}

/// Whether a quotation is open at the end of a sentence that began `inside` one or not.
fn closes_inside(sentence: Tokens<'_>, inside: bool) -> bool {
    sentence.rest().iter().fold(inside, |inside, token| match token.text(sentence.text()) {
        "“" => true,
        "”" => false,
        "\"" => !inside,
        _ => inside,
    })
}
