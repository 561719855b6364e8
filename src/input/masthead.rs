//! What a draft says of itself, gathered while it is read.

use super::credit::Credit;
use super::dateline::Dateline;
use super::encoding::Decoded;
use crate::text::{Block, Document, Format, Origin, RoughDocument};
use jiff::civil::Date;

/// Title, date, outlet, place and address of a draft; what was said first stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Masthead {
    /// See [`Document::title`].
    pub title: Option<String>,
    /// See [`Document::published`].
    pub published: Option<Date>,
    /// See [`Document::outlet`].
    pub outlet: Option<String>,
    /// See [`Document::dateline`].
    pub dateline: Option<String>,
    /// See [`Document::url`].
    pub url: Option<String>,
}

impl Masthead {
    /// Adds what a dateline says.
    pub(super) fn note_dateline(&mut self, line: &Dateline<'_>) {
        self.note_credit(&Credit { date: line.date, outlet: line.outlet, place: line.place });
    }

    /// Adds what a credit line says.
    pub(super) fn note_credit(&mut self, credit: &Credit<'_>) {
        self.published = self.published.or(credit.date);
        fill(&mut self.outlet, credit.outlet);
        fill(&mut self.dateline, credit.place);
    }

    /// The document, with what its reader found in it.
    pub(super) fn into_document(
        self,
        id: &str,
        format: Format,
        file: Decoded,
        text: Option<(String, Origin)>,
        blocks: Vec<Block>,
    ) -> Document {
        Document::new(RoughDocument {
            id: id.to_owned(),
            format,
            source: file.source,
            encoding: file.encoding,
            text,
            blocks,
            title: self.title,
            published: self.published,
            outlet: self.outlet,
            dateline: self.dateline,
            url: self.url,
        })
    }
}

/// Fills an empty place with what is more than white space; runs of white space become one space.
pub(super) fn fill(place: &mut Option<String>, value: Option<&str>) {
    if place.is_none() {
        *place = value.map(|value| value.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|it| !it.is_empty());
    }
}
