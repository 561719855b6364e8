//! The shape of what the grammar recognised in one document.

use super::claim::QuantityShape;
use super::{DocumentShape, Stretch};
use crate::extract::{Attribution, DatePiece, Draft, PassedOver};
use crate::text::{Document, Span};
use jiff::civil::Date;
use serde::Serialize;

/// A document and its pieces.
#[derive(Debug, Serialize)]
pub(crate) struct PiecesShape<'a> {
    document: &'a str,
    #[serde(flatten)]
    says: DocumentShape<'a>,
    quantities: Vec<QuantityShape<'a>>,
    dates: Vec<DateShape<'a>>,
    attributions: Vec<AttributionShape<'a>>,
    passed_over: Vec<PassedOverShape<'a>>,
}

impl<'a> PiecesShape<'a> {
    /// The draft that stands after `before` others.
    pub(crate) fn new(before: usize, draft: &'a Draft) -> Self {
        let (document, pieces) = (&draft.document, &draft.pieces);
        Self {
            document: document.id(),
            says: DocumentShape::new(before, document),
            quantities: draft
                .claims
                .iter()
                .map(|claim| QuantityShape { document, quantity: &claim.quantity })
                .collect(),
            dates: pieces.dates.iter().map(|date| DateShape::new(document, date)).collect(),
            attributions: pieces.attributions.iter().map(|one| AttributionShape::new(document, one)).collect(),
            passed_over: pieces.passed_over.iter().map(|one| PassedOverShape::new(document, one)).collect(),
        }
    }
}

/// Words and where they stand.
#[derive(Debug, Serialize)]
struct Passage<'a> {
    text: &'a str,
    span: Stretch,
}

impl<'a> Passage<'a> {
    fn new(document: &'a Document, span: Span) -> Self {
        Self { text: span.of(document.text()), span: Stretch::in_file(document, span) }
    }
}

#[derive(Debug, Serialize)]
struct DateShape<'a> {
    #[serde(flatten)]
    passage: Passage<'a>,
    start: Option<Date>,
    end: Option<Date>,
    why: &'a str,
}

impl<'a> DateShape<'a> {
    fn new(document: &'a Document, date: &'a DatePiece) -> Self {
        Self {
            passage: Passage::new(document, date.span),
            start: date.timing.start,
            end: date.timing.end,
            why: &date.why,
        }
    }
}

#[derive(Debug, Serialize)]
struct AttributionShape<'a> {
    source: Passage<'a>,
    cue: Passage<'a>,
    content: Stretch,
}

impl<'a> AttributionShape<'a> {
    fn new(document: &'a Document, attribution: &Attribution) -> Self {
        Self {
            source: Passage::new(document, attribution.source),
            cue: Passage::new(document, attribution.cue),
            content: Stretch::in_file(document, attribution.content),
        }
    }
}

#[derive(Debug, Serialize)]
struct PassedOverShape<'a> {
    #[serde(flatten)]
    passage: Passage<'a>,
    why: &'a str,
}

impl<'a> PassedOverShape<'a> {
    fn new(document: &'a Document, passed: &'a PassedOver) -> Self {
        Self { passage: Passage::new(document, passed.span), why: &passed.why }
    }
}
