//! A document together with what was read in it.

use super::naming::Names;
use crate::claim::{Claim, Relation, Timing};
use crate::text::{Document, Span};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A document and its claims.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The document, which all spans point into.
    pub document: Document,
    /// Its claims, in order of their place in the text.
    pub claims: Vec<Claim>,
    /// How claims hang together, where they were read to be compared.
    pub relations: Vec<Relation>,
    /// The names that it holds, where its claims were read to be compared.
    pub names: Names,
    /// What the grammar recognised besides, where that was asked for.
    pub pieces: Pieces,
}

/// What the grammar recognised, for "why was this not read?".
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    /// Dates and stretches of time.
    pub dates: Vec<DatePiece>,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// What only looks like a quantity.
    pub passed_over: Vec<PassedOver>,
}

/// A date, with the reason for its resolution.
#[derive(Clone, Debug, PartialEq)]
pub struct DatePiece {
    /// Its words in the document's text.
    pub span: Span,
    /// The days it stands for.
    pub timing: Timing,
    /// Why these days: "last Thursday on or before 2015-09-18, past tense".
    pub why: String,
}

/// Words that attribute a stretch of text to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The party, as in the text.
    pub source: Span,
    /// The word that attributes.
    pub cue: Span,
    /// What is attributed.
    pub content: Span,
}

/// Digits or number words that are no quantity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOver {
    /// Where they stand in the document's text.
    pub span: Span,
    /// What they are: `year`, `ordinal`, `name`, `telephone`, `clock time`, `score` …
    pub why: Cow<'static, str>,
}
