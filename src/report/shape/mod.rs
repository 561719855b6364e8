//! The shapes of `numerate.report/1`: what a report's JSON objects hold, in which order, under which names.
//!
//! The shapes borrow from what they show and are written as they are met. Spans are turned into bytes of the file here,
//! and columns into code points; nothing above this folder deals in either.

mod claim;
mod document;
mod finding;
mod piece;
mod writer;

pub(crate) use claim::ClaimWriter;
pub(crate) use document::{DocumentShape, Tool};
pub use finding::Summary;
pub(crate) use finding::{FindingShape, ProblemShape, Severities};
pub(crate) use piece::PiecesShape;

use crate::text::{Column, Document, Position, Span};
use serde::{Serialize, Serializer};
use std::fmt;

/// The schema that all of these belong to.
pub(crate) const SCHEMA: &str = "numerate.report/1";

/// A name that is a letter and a number, counted from 1 through the whole report: `d1`, `c12`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Id(pub(crate) char, pub(crate) usize);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0, self.1)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Half-open byte offsets into the file as it is on disk.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Stretch {
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
}

impl Stretch {
    /// Where a span of the document's text stands in its file.
    pub(crate) fn in_file(document: &Document, span: Span) -> Self {
        let Span { start, end } = document.in_file(span);
        Self { start, end }
    }
}

/// What columns of the shapes count.
const COLUMN: Column = Column::CodePoints;

/// The 1-based line and column, in code points, at which a span begins.
pub(crate) fn place(document: &Document, span: Span) -> Position {
    document.position(span, COLUMN)
}
