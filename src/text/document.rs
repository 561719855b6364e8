//! One draft as the rest of the program sees it.

use super::{Column, Lines, Note, Origin, Position, Span};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::RangeInclusive;

/// The formats a draft may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format(pub &'static str);

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// What a block is in its draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The draft's title.
    Headline,
    /// A heading inside the story, or the line under its title.
    Subhead,
    /// Running text.
    #[default]
    Body,
    /// An item of a list.
    List,
    /// A cell of a table.
    Table,
    /// Words under a picture or a table.
    Caption,
    /// A block set off as a quotation.
    Quote,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Headline, Self::Subhead, Self::Body, Self::List, Self::Table, Self::Caption, Self::Quote];

    /// The name that reports use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Subhead => "subhead",
            Self::Body => "body",
            Self::List => "list",
            Self::Table => "table",
            Self::Caption => "caption",
            Self::Quote => "quote",
        }
    }
}

/// Where a table cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Which table of the document, from 0.
    pub table: usize,
    /// Which row, from 0; header rows count.
    pub row: usize,
    /// Which column, from 0.
    pub column: usize,
    /// Whether the cell is a heading of its row or column.
    pub heading: bool,
}

/// A stretch of text that is read on its own: a paragraph, a heading, a list item, a table cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub role: Role,
    /// Where it stands in the document's text.
    pub span: Span,
    /// Its place, where it is a table cell.
    pub cell: Option<Cell>,
}

impl Block {
    /// A block that is no table cell.
    pub const fn new(role: Role, span: Span) -> Self {
        Self { role, span, cell: None }
    }
}

/// What a reader found of a document; [`Document::new`] makes it ready.
#[derive(Clone, Debug)]
pub struct RoughDocument {
    /// Path as given, or the `id` of an NDJSON line.
    pub id: String,
    /// The format it was read as.
    pub format: Format,
    /// The file, decoded to UTF-8; lines and columns are counted here.
    pub source: String,
    /// From `source` to the bytes of the file.
    pub encoding: Origin,
    /// The text that is read, and its map to `source`; `None` where it is `source` itself.
    pub text: Option<(String, Origin)>,
    /// The blocks of the text, in order, without overlap.
    pub blocks: Vec<Block>,
    /// Title, where the draft gives one.
    pub title: Option<String>,
    /// The draft's date, where it gives one.
    pub published: Option<Date>,
    /// The outlet or service, where the draft gives one.
    pub outlet: Option<String>,
    /// The place that the dateline names.
    pub dateline: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

/// One draft: its text, its blocks, what it says of itself, and the way back into its file.
#[derive(Clone, Debug)]
pub struct Document {
    rough: RoughDocument,
    notes: Vec<Note>,
    lines: Lines,
}

impl Document {
    /// Makes a document ready: blocks that are empty or do not fit the text are dropped.
    pub fn new(mut rough: RoughDocument) -> Self {
        let len = rough.text.as_ref().map_or(rough.source.len(), |(text, _)| text.len());
        rough.blocks.retain(|block| !block.span.is_empty() && block.span.end <= len);
        Self { lines: Lines::new(&rough.source), notes: Vec::new(), rough }
    }

    /// The document with the notes to this program that stand in it, in order.
    pub fn with_notes(self, notes: Vec<Note>) -> Self {
        Self { notes, ..self }
    }

    /// All of it but its notes, as its reader found it.
    pub(crate) const fn rough(&self) -> &RoughDocument {
        &self.rough
    }

    /// Path as given, or the `id` of an NDJSON line.
    pub fn id(&self) -> &str {
        &self.rough.id
    }

    /// The format it was read as.
    pub const fn format(&self) -> Format {
        self.rough.format
    }

    /// The text that is read; spans of claims and blocks are spans of this.
    pub fn text(&self) -> &str {
        self.rough.text.as_ref().map_or(&self.rough.source, |(text, _)| text)
    }

    /// The file, decoded to UTF-8, for showing passages as their writer sees them.
    pub fn source(&self) -> &str {
        &self.rough.source
    }

    /// The blocks of the text, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.rough.blocks
    }

    /// The notes to this program that stand in it, in order.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The draft's title.
    pub fn title(&self) -> Option<&str> {
        self.rough.title.as_deref()
    }

    /// The draft's own date.
    pub const fn published(&self) -> Option<Date> {
        self.rough.published
    }

    /// The outlet or service that the draft belongs to.
    pub fn outlet(&self) -> Option<&str> {
        self.rough.outlet.as_deref()
    }

    /// The place that the dateline names.
    pub fn dateline(&self) -> Option<&str> {
        self.rough.dateline.as_deref()
    }

    /// Where it was published.
    pub fn url(&self) -> Option<&str> {
        self.rough.url.as_deref()
    }

    /// Gives the draft a date where it has none.
    pub fn date_if_undated(&mut self, date: Option<Date>) {
        self.rough.published = self.rough.published.or(date);
    }

    /// Gives the draft an outlet where it names none.
    pub fn outlet_if_unnamed(&mut self, outlet: Option<&str>) {
        if self.rough.outlet.is_none() {
            self.rough.outlet = outlet.map(str::to_owned);
        }
    }

    /// A span of the text as a span of the decoded file.
    pub fn in_source(&self, span: Span) -> Span {
        self.rough.text.as_ref().map_or(span, |(_, origin)| origin.span(span))
    }

    /// A span of the text as a span of the file's own bytes.
    pub fn in_file(&self, span: Span) -> Span {
        self.rough.encoding.span(self.in_source(span))
    }

    /// The line and column at which a span of the text begins in the file.
    pub fn position(&self, span: Span, column: Column) -> Position {
        self.lines.position(self.source(), self.in_source(span).start, column)
    }

    /// The same, looked for behind a place that was found before, where it mostly is.
    pub fn position_behind(&self, before: Position, span: Span, column: Column) -> Position {
        self.lines.position_behind(before, self.source(), self.in_source(span).start, column)
    }

    /// The line and column just past the end of a span of the text.
    pub fn end_position(&self, span: Span, column: Column) -> Position {
        self.lines.position(self.source(), self.in_source(span).end, column)
    }

    /// The lines of the file, from 1, that a span of the text stands in.
    pub fn lines_of(&self, span: Span) -> RangeInclusive<usize> {
        self.position(span, Column::Bytes).line..=self.end_position(span, Column::Bytes).line
    }

    /// The lines of the decoded file.
    pub const fn lines(&self) -> &Lines {
        &self.lines
    }
}
