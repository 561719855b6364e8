//! The shape of a document, and of the tool that read it.

use super::Id;
use crate::text::Document;
use jiff::civil::Date;
use serde::Serialize;

/// What wrote the report.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Tool {
    name: &'static str,
    version: &'static str,
}

impl Tool {
    /// This program.
    pub(crate) const THIS: Self = Self { name: "numerate", version: env!("CARGO_PKG_VERSION") };
}

/// What a document says of itself.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentShape<'a> {
    id: Id,
    path: &'a str,
    format: &'a str,
    title: Option<&'a str>,
    published: Option<Date>,
    outlet: Option<&'a str>,
}

impl<'a> DocumentShape<'a> {
    /// The document that stands after `before` others.
    pub(crate) fn new(before: usize, document: &'a Document) -> Self {
        Self {
            id: Id('d', before + 1),
            path: document.id(),
            format: document.format().0,
            title: document.title(),
            published: document.published(),
            outlet: document.outlet(),
        }
    }
}
