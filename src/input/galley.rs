//! The text of a marked-up draft while it is being set: words in, a text with blocks and its map to the source out.

use super::paragraph::trimmed;
use crate::text::{Block, Cell, Origin, Role, Span};

/// What stands between two blocks.
const BREAK: &str = "\n\n";

/// A text being set, block by block.
#[derive(Debug, Default)]
pub(super) struct Galley {
    text: String,
    origin: Origin,
    blocks: Vec<Block>,
    open: Option<Open>,
}

/// The block that is being set.
#[derive(Clone, Copy, Debug)]
struct Open {
    role: Role,
    cell: Option<Cell>,
    start: usize,
}

/// A galley that is finished.
#[derive(Debug)]
pub(super) struct Proof {
    /// The text, and its map to the source.
    pub text: (String, Origin),
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

impl Galley {
    /// Whether a block is open.
    pub(super) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The words of the open block so far.
    pub(super) fn words(&self) -> &str {
        self.open.map_or("", |open| &self.text[open.start..])
    }

    /// Opens a block, unless one is open.
    pub(super) fn open(&mut self, role: Role, cell: Option<Cell>) {
        if self.open.is_none() {
            if !self.text.is_empty() {
                self.text.push_str(BREAK);
            }
            self.open = Some(Open { role, cell, start: self.text.len() });
        }
    }

    /// Adds words made from a stretch of the source to the open block.
    pub(super) fn push(&mut self, words: &str, source: Span) {
        let start = self.text.len();
        self.text.push_str(words);
        self.origin.push(Span::new(start, self.text.len()), source);
    }

    /// Makes the open block another.
    pub(super) fn set_role(&mut self, role: Role) {
        if let Some(open) = &mut self.open {
            open.role = role;
        }
    }

    /// Closes the open block, and gives its span if it holds words.
    pub(super) fn close(&mut self) -> Option<Span> {
        let open = self.open.take()?;
        let span = trimmed(&self.text, Span::new(open.start, self.text.len()));
        if span.is_empty() {
            return None;
        }
        self.blocks.push(Block { role: open.role, span, cell: open.cell });
        Some(span)
    }

    /// The role of the block that was closed last.
    pub(super) fn last_role(&self) -> Option<Role> {
        self.blocks.last().map(|block| block.role)
    }

    /// Takes back the block that was closed last.
    pub(super) fn drop_last(&mut self) {
        self.blocks.pop();
    }

    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Closes the last block; the text is done.
    pub(super) fn finish(mut self) -> Proof {
        self.close();
        Proof { text: (self.text, self.origin), blocks: self.blocks }
    }
}

#[cfg(test)]
mod tests {
    use super::{Galley, Role, Span};

    #[test]
    fn blocks_stand_apart_and_lead_back() {
        let mut galley = Galley::default();
        galley.open(Role::Headline, None);
        galley.push("Nine", Span::new(2, 6));
        galley.close();
        galley.open(Role::Body, None);
        galley.push(" ", Span::new(8, 9));
        assert_eq!(galley.close(), None);
        galley.open(Role::Body, None);
        galley.push("&", Span::new(10, 15));
        galley.push(" five", Span::new(15, 20));
        let proof = galley.finish();
        let spans: Vec<Span> = proof.blocks.iter().map(|block| block.span).collect();
        let (text, origin) = proof.text;
        assert_eq!(spans.iter().map(|span| span.of(&text)).collect::<Vec<_>>(), ["Nine", "& five"]);
        assert_eq!(
            spans.iter().map(|&span| origin.span(span)).collect::<Vec<_>>(),
            [Span::new(2, 6), Span::new(10, 20)]
        );
    }
}
