//! One block after the other: pieces first, claims from them.

use super::Depth;
use super::claim::{Surroundings, claim};
use super::draft::{Attribution, DatePiece, PassedOver, Pieces};
use super::party::{Party, Register};
use super::setting::Setting;
use super::timing;
use crate::claim::{Claim, Noun, Timing};
use crate::grammar::attribution::opening_party;
use crate::grammar::date::{Anchor, Dated, dates};
use crate::grammar::{AttributionPiece, NoisePiece, QuantityPiece, Tokens, attributions, quantities};
use crate::lexicon::{Lexicon, List};
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
    depth: Depth,
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
    pub(super) fn new(document: &'d Document, lexicon: &'d Lexicon, depth: Depth) -> Self {
        Self {
            document,
            lexicon,
            depth,
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
        let found = attributions(tokens, &taken);
        if found.is_empty() {
            self.register.notice(tokens);
        }
        let attributed = found.into_iter().map(|piece| self.attributed(tokens, piece, &dates)).collect::<Vec<_>>();
        if self.depth == Depth::Pieces {
            self.keep(tokens, &dates, &attributed, noise);
        }
        SentencePieces { tokens, dates, attributed, quantities, quoted }
    }

    fn attributed(&mut self, tokens: Tokens<'_>, piece: AttributionPiece, dates: &[Dated]) -> Attributed {
        if piece.party.len() == 1 {
            // "Ana Ruiz walked 40 km, she said": the sentence's own subject is the nearest whom a pronoun may mean.
            subject_before(tokens, &piece).into_iter().for_each(|subject| drop(self.register.resolve(tokens, subject)));
        }
        let party = self.register.resolve(tokens, piece.party.clone());
        let said = timing::said(&piece, dates).map(|date| timing::timing(date, tokens.text()));
        let span = tokens.from(piece.party.start).span_to(&tokens.from(piece.party.end));
        Attributed { piece, party, span, said }
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

    /// The attribution that a sentence inside a quotation takes over: of the sentence before it, of the block before, or
    /// of the one that closes the quotation.
    fn quotation(&self, read: &[SentencePieces<'_>], at: usize) -> Option<Attributed> {
        let opens = |pieces: &SentencePieces<'_>| {
            pieces.tokens.from(0).letters() == "“" || pieces.tokens.from(0).letters() == "\""
        };
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
            comparable: self.depth == Depth::Comparable,
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

/// The subject of the clause in front of a party that is a pronoun.
fn subject_before(tokens: Tokens<'_>, piece: &AttributionPiece) -> Option<Range<usize>> {
    const PRONOUNS: [List; 4] = [List::PronounHe, List::PronounShe, List::PronounIt, List::PronounThey];
    let lexicon = tokens.lexicon();
    let pronoun = tokens.from(piece.party.start).peek().is_some_and(|token| lexicon.is_any(token.word, &PRONOUNS));
    if !pronoun || piece.party.start < 3 {
        return None;
    }
    let subject = opening_party(tokens)?;
    let own = tokens.rest()[subject.clone()].iter().any(|token| lexicon.is_any(token.word, &PRONOUNS));
    (subject.end < piece.party.start && !own).then_some(subject)
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
