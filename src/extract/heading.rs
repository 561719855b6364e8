//! What the headings of a table say of its cells.
//!
//! | table | noun | unit |
//! |---|---|---|
//! | `Town, Homes lost; Upton, 40` | Homes lost | |
//! | `Plant, Output (GWh); Upton, 40` | Output | gigawatt_hour |
//! | `Cost, 2023; Fuel, $40` | Fuel | |

use crate::claim::{Noun, Unit};
use crate::grammar::Tokens;
use crate::grammar::unit;
use crate::lexicon::List;
use crate::text::{Cell, Shape, Token};
use std::ops::Range;

/// What one heading says.
#[derive(Debug, Default)]
pub(super) struct Heading {
    pub(super) noun: Option<Noun>,
    pub(super) unit: Option<Unit>,
}

/// The headings of the table that is being read.
#[derive(Debug, Default)]
pub(super) struct Headings {
    table: usize,
    columns: Vec<Heading>,
    row: Heading,
}

impl Headings {
    /// Takes up a cell, if it is a heading of its column or its row.
    pub(super) fn notice(&mut self, cell: Cell, tokens: Tokens<'_>) {
        if cell.table != self.table {
            *self = Self { table: cell.table, ..Self::default() };
        }
        if cell.row == 0 && cell.heading {
            self.columns.resize_with(self.columns.len().max(cell.column + 1), Heading::default);
            self.columns[cell.column] = heading(tokens);
        } else if cell.column == 0 {
            self.row = heading(tokens);
        }
    }

    /// The noun of a cell's figures: the heading of its column, else of its row.
    pub(super) fn noun(&self, cell: Cell) -> Option<&Noun> {
        let column = self.columns.get(cell.column).and_then(|heading| heading.noun.as_ref());
        column.or(self.row.noun.as_ref()).filter(|_| cell.column > 0)
    }

    /// The unit of a cell's figures, where a heading gives one in brackets.
    pub(super) fn unit(&self, cell: Cell) -> Option<&Unit> {
        let column = self.columns.get(cell.column).and_then(|heading| heading.unit.as_ref());
        column.or(self.row.unit.as_ref()).filter(|_| cell.column > 0)
    }
}

fn heading(tokens: Tokens<'_>) -> Heading {
    let bracket = (0..tokens.rest().len()).find(|&at| matches!(tokens.from(at).letters(), "(" | "[" | ","));
    let end = bracket.unwrap_or(tokens.rest().len());
    let unit = bracket.and_then(|at| unit::named(tokens.from(at + 1)));
    Heading { noun: noun(tokens, 0..end), unit }
}

/// The words of a heading as a noun, its last plural or else its last word the head; none where it only gives a time.
fn noun(tokens: Tokens<'_>, words: Range<usize>) -> Option<Noun> {
    let lexicon = tokens.lexicon();
    let known = |token: &Token| lexicon.noun(token.word).is_some() && lexicon.calendar(token.word).is_empty();
    let inside = || words.clone().filter_map(|at| tokens.nth(at));
    let head = inside().find(|token| known(token)).or_else(|| inside().rfind(|token| token.is_word()))?;
    let frame = |token: &Token| lexicon.is_frame(token.word) || lexicon.is(token.word, List::Adverb);
    let time = |token: &Token| {
        matches!(token.shape, Shape::Number | Shape::Mark) || frame(token) || !lexicon.calendar(token.word).is_empty()
    };
    // "Change" says of no cell what it counts; the row does.
    let change = |token: &Token| ["change", "Change"].contains(&token.text(tokens.text()));
    if inside().all(|token| time(token) || change(token)) {
        return None;
    }
    let span = tokens.from(words.start).span_to(&tokens.from(words.end));
    let (head, class) = super::noun::lemma(lexicon, tokens.text(), head);
    Some(Noun { text: span.of(tokens.text()).to_owned(), head, class, ..Noun::default() })
}
