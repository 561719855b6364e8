//! Markdown: front matter, headings, paragraphs, lists, quotations, tables, captions.
//!
//! Emphasis and links leave their words. Code, raw HTML, footnote marks and struck-out words are left out: nobody
//! asserts them.

use super::front_matter::{self, FrontMatter};
use super::galley::{Galley, Proof};
use super::masthead::fill;
use super::{encoding, note, opening};
use crate::text::{Cell, Document, Format, Note, Problem, Role, Span};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The name that reports use.
pub(super) const FORMAT: Format = Format("markdown");

/// Reads a Markdown draft.
pub(super) fn read(id: &str, bytes: Vec<u8>) -> Result<Document, Problem> {
    let file = encoding::decode(bytes, None).map_err(|why| why.in_file(id))?;
    let FrontMatter { mut masthead, title, notes, end } = front_matter::read(&file.source);
    let mut setter = Setter::new(&file.source, title, notes);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(&file.source[end..], options).into_offset_iter() {
        setter.take(event, Span::new(range.start, range.end).shifted(end));
    }
    fill(&mut masthead.title, setter.title.as_deref());
    let (notes, Proof { text, mut blocks }) = (setter.notes, setter.galley.finish());
    opening::read(&text.0, &mut blocks, &mut masthead);
    Ok(masthead.into_document(id, FORMAT, file, Some(text), blocks).with_notes(notes))
}

/// Sets the text of a Markdown source, event by event.
struct Setter<'s> {
    source: &'s str,
    galley: Galley,
    notes: Vec<Note>,
    /// The first title: that of the front matter, else the first heading of level one.
    title: Option<String>,
    /// What the containers that are open make of a paragraph, innermost last.
    roles: Vec<Role>,
    /// How many containers are open whose words are left out.
    skipping: usize,
    /// How many containers of emphasis are open.
    emphasis: usize,
    /// Whether all words of the open block stand in emphasis.
    all_emphasis: bool,
    /// Whether a picture came last.
    after_picture: bool,
    /// Where the next cell stands; the table's number counts those that have begun.
    cell: Cell,
}

impl<'s> Setter<'s> {
    /// Begins with the title and the notes of the front matter, if there are any.
    fn new(source: &'s str, title: Option<Span>, notes: Vec<Note>) -> Self {
        let mut galley = Galley::default();
        if let Some(span) = title {
            galley.open(Role::Headline, None);
            galley.push(span.of(source), span);
            galley.close();
        }
        Self {
            title: title.map(|span| span.of(source).to_owned()),
            source,
            galley,
            notes,
            roles: Vec::new(),
            skipping: 0,
            emphasis: 0,
            all_emphasis: true,
            after_picture: false,
            cell: Cell { table: 0, row: 0, column: 0, heading: false },
        }
    }

    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => {
                if tag == Tag::HtmlBlock {
                    self.notes.extend(note::find(self.source, span));
                }
                self.start(&tag);
            }
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&words, span),
            Event::SoftBreak | Event::HardBreak => self.line_end(span),
            Event::InlineHtml(tag) if is_line_break(&tag) => self.line_end(span),
            Event::InlineHtml(_) => self.notes.extend(note::find(self.source, span)),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => self.close(),
            Tag::Heading { level, .. } => self.enter(self.heading_role(*level)),
            Tag::Item | Tag::DefinitionListDefinition => self.enter(Role::List),
            Tag::BlockQuote(_) => self.enter(Role::Quote),
            Tag::Image { .. } => self.enter(Role::Caption),
            Tag::FootnoteDefinition(_) | Tag::DefinitionListTitle => self.enter(Role::Body),
            Tag::Table(_) => self.cell.row = 0,
            Tag::TableHead | Tag::TableRow => self.cell.column = 0,
            Tag::TableCell => self.enter(Role::Table),
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.close();
                self.skipping += 1;
            }
            Tag::Strikethrough => self.skipping += 1,
            Tag::Emphasis => self.emphasis += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.close(),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::Item
            | TagEnd::DefinitionListDefinition
            | TagEnd::BlockQuote(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionListTitle => self.leave(),
            TagEnd::Image => {
                self.leave();
                self.after_picture = true;
            }
            TagEnd::Table => self.cell.table += 1,
            TagEnd::TableHead | TagEnd::TableRow => self.cell.row += 1,
            TagEnd::TableCell => {
                self.leave();
                self.cell.column += 1;
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) | TagEnd::Strikethrough => {
                self.skipping = self.skipping.saturating_sub(1);
            }
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            _ => {}
        }
    }

    fn heading_role(&self, level: HeadingLevel) -> Role {
        if level == HeadingLevel::H1 && self.title.is_none() { Role::Headline } else { Role::Subhead }
    }

    /// The first heading of level one is the title; one that repeats the front matter's is left out.
    fn end_heading(&mut self, level: HeadingLevel) {
        let heading = self.galley.close().map(|span| span.of(self.galley.text()).to_owned());
        self.roles.pop();
        if level != HeadingLevel::H1 || heading.is_none() {
            return;
        }
        if self.title == heading {
            self.galley.drop_last();
        }
        self.title = self.title.take().or(heading);
    }

    fn enter(&mut self, role: Role) {
        self.close();
        self.roles.push(role);
    }

    fn leave(&mut self) {
        self.close();
        self.roles.pop();
    }

    fn words(&mut self, words: &str, span: Span) {
        if self.skipping > 0 {
            return;
        }
        if !self.galley.is_open() {
            let role = self.roles.last().copied().unwrap_or_default();
            let cell = Cell { heading: self.cell.row == 0, ..self.cell };
            self.galley.open(role, (role == Role::Table).then_some(cell));
            self.all_emphasis = true;
        }
        self.all_emphasis &= self.emphasis > 0 || words.trim().is_empty();
        self.galley.push(words, span);
    }

    fn line_end(&mut self, span: Span) {
        if self.skipping == 0 && self.galley.is_open() {
            self.galley.push("\n", span);
        }
    }

    /// Closes the open block; words under a picture are its caption.
    fn close(&mut self) {
        if !self.galley.is_open() {
            return;
        }
        let role = self.roles.last().copied().unwrap_or_default();
        let is_caption = (self.after_picture && self.all_emphasis) || is_labelled_caption(self.galley.words());
        if role == Role::Body && is_caption {
            self.galley.set_role(Role::Caption);
        }
        if self.galley.close().is_some() {
            self.after_picture = false;
        }
    }
}

/// Whether the words say that they are a caption.
fn is_labelled_caption(words: &str) -> bool {
    const LABELS: [&str; 5] = ["Caption:", "Photo:", "Picture:", "Image:", "Photograph:"];
    LABELS.iter().any(|label| words.trim_start().starts_with(label))
}

fn is_line_break(tag: &str) -> bool {
    tag.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<br"))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::text::Block;

    /// The blocks with their role and cell, and the bytes of the file where these differ.
    fn shown(source: &str) -> String {
        let document = read("a.md", source.into()).unwrap();
        let block = |block: &Block| {
            let cell =
                block.cell.map(|cell| format!(" {}.{}.{}", cell.table, cell.row, cell.column)).unwrap_or_default();
            let words = block.span.of(document.text());
            let bytes = document.in_file(block.span).of(source);
            let bytes = if bytes == words { String::new() } else { format!(" <{bytes}>") };
            format!("{}{cell}: {words}{bytes}", block.role.name())
        };
        document.blocks().iter().map(block).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn blocks_and_their_roles() {
        for (source, expected) in [
            ("# 5 die\n\n## Where\n\n# Again", "headline: 5 die | subhead: Where | subhead: Again"),
            ("---\ntitle: 5 die\n---\n# 5 die\n\na", "headline: 5 die | body: a"),
            ("---\ntitle: 5 die\n---\n# 6 die", "headline: 5 die | subhead: 6 die"),
            ("1. a\n   - b\n2. c\n\n   d", "list: a | list: b | list: c | list: d"),
            ("> a\n\nb", "quote: a | body: b"),
            ("|a|b|\n|-|-|\n|1|`2`|\n||4|", "table 0.0.0: a | table 0.0.1: b | table 0.1.0: 1 | table 0.2.1: 4"),
            ("![a](x.jpg)\n\n*b*\n\n*c*", "caption: a | caption: b | body: c"),
            ("Photo: b\n\n```\n5\n```\n\n<div>6</div>", "caption: Photo: b"),
        ] {
            assert_eq!(shown(source), expected, "{source}");
        }
    }

    #[test]
    fn words_lead_back_to_their_bytes() {
        for (source, expected) in [
            ("a **b** &amp; [c](x) d", "body: a b & c d <a **b** &amp; [c](x) d>"),
            ("a\r\nb  \r\nc", "body: a\nb\nc <a\r\nb  \r\nc>"),
            ("1\\*2 ~~3~~ 4[^1]", "body: 1*2  4[^1] <1\\*2 ~~3~~ 4[^1]>"),
            ("a<br>b<i>c</i>", "body: a\nbc <a<br>b<i>c>"),
        ] {
            assert_eq!(shown(source), expected, "{source}");
        }
    }
}
