//! Sets the text of a page: which element is open, and what becomes of the words in it.
//!
//! End tags that writers leave out are put in by [`element::implied_ends`].

use super::element::{self, Use};
use super::fold::Folder;
use super::markup::{Markup, Tag};
use super::{entity, metadata};
use crate::input::galley::Proof;
use crate::input::masthead::{Masthead, fill};
use crate::input::{credit, dateline};
use crate::text::{Cell, Role, Span};

/// How far up an end is implied; deeper nesting is no one's writing.
const REACH: usize = 64;
/// How many bytes the words of a credit may take.
const LONGEST_CREDIT: usize = 300;

/// A page being set.
pub(super) struct Setter<'s> {
    source: &'s str,
    folder: Folder,
    masthead: Masthead,
    open: Vec<Open>,
    tables: Vec<Cell>,
    tables_seen: usize,
    /// The words of the credit that is open.
    credit: String,
    /// Whether the first block is the title in the page's head.
    has_page_title: bool,
    /// Whether a heading of level one has been set.
    has_headline: bool,
}

/// An element whose end has not come.
#[derive(Clone, Debug)]
struct Open {
    number: usize,
    name: String,
    inside: Inside,
}

/// What an element passes on to those within it.
#[derive(Clone, Copy, Debug, Default)]
struct Inside {
    used_as: Use,
    role: Role,
    cell: Option<Cell>,
    in_story: bool,
    in_prose: bool,
}

impl<'s> Setter<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            folder: Folder::default(),
            masthead: Masthead::default(),
            open: Vec::new(),
            tables: Vec::new(),
            tables_seen: 0,
            credit: String::new(),
            has_page_title: false,
            has_headline: false,
        }
    }

    /// Sets a page; gives its text and what it says of itself.
    pub(super) fn set(mut self, markups: &[Markup]) -> (Proof, Masthead) {
        for (at, markup) in markups.iter().enumerate() {
            match markup {
                Markup::Open(tag) => self.start(tag, &markups[at + 1..]),
                Markup::Close(number) => {
                    if let Ok(at) = self.open.binary_search_by_key(number, |open| open.number) {
                        self.end_down_to(at);
                    }
                }
                Markup::Text(span) => self.words(*span),
                Markup::Comment(_) => {}
            }
        }
        self.end_down_to(0);
        self.folder.close();
        self.finish()
    }

    /// The first heading of level one is the title, in place of the page's own.
    fn finish(mut self) -> (Proof, Masthead) {
        let mut proof = self.folder.finish();
        if self.has_page_title && self.has_headline {
            proof.blocks.remove(0);
        }
        let title = proof.blocks.iter().find(|block| block.role == Role::Headline);
        fill(&mut self.masthead.title, title.map(|block| block.span.of(&proof.text.0)));
        (proof, self.masthead)
    }

    fn inside(&self) -> Inside {
        self.open.last().map(|open| open.inside).unwrap_or_default()
    }

    fn start(&mut self, tag: &Tag, rest: &[Markup]) {
        if element::is_block(&tag.name) {
            self.imply_ends(&tag.name);
            self.folder.close();
        }
        let inside = self.inside_of(tag, rest);
        match tag.name.as_str() {
            "meta" | "link" => metadata::note(tag, &mut self.masthead),
            "time" if !inside.in_prose && inside.used_as != Use::Nothing => metadata::note(tag, &mut self.masthead),
            "br" => self.folder.line_break(tag.span),
            _ => {}
        }
        if tag.has_content {
            self.open.push(Open { number: tag.number, name: tag.name.clone(), inside });
        }
    }

    /// What becomes of the words inside an element that begins here.
    fn inside_of(&mut self, tag: &Tag, rest: &[Markup]) -> Inside {
        let mut inside = self.inside();
        inside.used_as = self.use_of(tag, inside, rest);
        inside.in_story |= matches!(tag.name.as_str(), "article" | "main");
        inside.in_prose |= element::is_prose(&tag.name);
        inside.role = match element::role(tag) {
            Some(Role::Headline) if tag.name == "h1" && self.has_headline => Role::Subhead,
            role => role.unwrap_or(inside.role),
        };
        inside.cell = self.cell(tag).or(inside.cell);
        inside
    }

    fn use_of(&self, tag: &Tag, inside: Inside, rest: &[Markup]) -> Use {
        let is_credit = || {
            (element::is_credit(tag) || (tag.name == "time" && !inside.in_prose))
                && words_before_end(tag.number, rest) <= LONGEST_CREDIT
        };
        let at_top = self.open.last().is_none_or(|open| matches!(open.name.as_str(), "html" | "body"));
        match (inside.used_as, tag.name.as_str()) {
            (Use::Nothing | Use::Credit, _) => inside.used_as,
            (Use::Head, "title") | (Use::Banner, "h1") => Use::Story,
            (_, "head") => Use::Head,
            (_, "header") if !inside.in_story => Use::Banner,
            // Some sites wrap the whole page in a form.
            (_, "form") if !at_top => Use::Nothing,
            _ if element::is_apart(tag) => Use::Nothing,
            (Use::Story | Use::Banner, _) if is_credit() => Use::Credit,
            (used_as, _) => used_as,
        }
    }

    /// The place of a table's cell that begins here; rows and tables are counted on the way.
    fn cell(&mut self, tag: &Tag) -> Option<Cell> {
        match tag.name.as_str() {
            "table" => {
                self.tables.push(Cell { table: self.tables_seen, row: 0, column: 0, heading: false });
                self.tables_seen += 1;
                None
            }
            "td" | "th" => {
                let place = self.tables.last_mut()?;
                let cell = Cell { heading: tag.name == "th", ..*place };
                place.column += tag.attribute("colspan").parse().unwrap_or(1).clamp(1, 1000);
                Some(cell)
            }
            _ => None,
        }
    }

    fn imply_ends(&mut self, name: &str) {
        let (ends, stops) = element::implied_ends(name);
        let reached = self.open.iter().enumerate().rev().take(REACH);
        let mut within = reached.take_while(|(_, open)| !stops.contains(&open.name.as_str()));
        if let Some((at, _)) = within.find(|(_, open)| ends.contains(&open.name.as_str())) {
            self.end_down_to(at);
        }
    }

    /// Ends the elements that are open from the place `at` on.
    fn end_down_to(&mut self, at: usize) {
        while self.open.len() > at {
            let Some(open) = self.open.pop() else { return };
            match open.name.as_str() {
                "table" => drop(self.tables.pop()),
                "tr" => self.next_row(),
                _ => {}
            }
            if open.inside.used_as == Use::Credit && self.inside().used_as != Use::Credit {
                self.take_credit();
            }
            if element::is_block(&open.name) {
                self.folder.close();
            }
            self.note_title(&open.name);
        }
    }

    fn next_row(&mut self) {
        if let Some(place) = self.tables.last_mut() {
            *place = Cell { row: place.row + 1, column: 0, ..*place };
        }
    }

    /// Notes whether a title has been set by the element that ends.
    fn note_title(&mut self, name: &str) {
        let has_title = self.folder.last_role() == Some(Role::Headline);
        match name {
            "title" => self.has_page_title |= has_title && !self.has_headline,
            "h1" => self.has_headline |= has_title,
            _ => {}
        }
    }

    fn take_credit(&mut self) {
        let words = std::mem::take(&mut self.credit);
        let bare = words.trim().trim_end_matches(['—', '–', '-', ' ']);
        if let Some(line) = dateline::read(bare) {
            self.masthead.note_dateline(&line);
        } else if let Some(credit) = credit::read(&words) {
            self.masthead.note_credit(&credit);
        }
    }

    fn words(&mut self, span: Span) {
        let inside = self.inside();
        match inside.used_as {
            Use::Story => self.folder.set(self.source, span, inside.role, inside.cell),
            Use::Credit => {
                self.credit.push(' ');
                self.credit.push_str(&entity::decoded(span.of(self.source)));
            }
            Use::Head | Use::Banner | Use::Nothing => {}
        }
    }
}

/// How many bytes of text stand before the end of the element, or a little more than a credit may have.
fn words_before_end(number: usize, rest: &[Markup]) -> usize {
    let mut count = 0;
    for markup in rest {
        match markup {
            Markup::Close(closed) if *closed == number => break,
            Markup::Text(span) => count += span.len(),
            _ => count += 1,
        }
        if count > LONGEST_CREDIT {
            break;
        }
    }
    count
}
