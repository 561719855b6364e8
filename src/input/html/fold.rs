//! Words set as a browser shows them: references read, white space folded, line breaks kept.

use super::entity;
use crate::input::galley::{Galley, Proof};
use crate::text::{Cell, Role, Span};

/// A galley that folds white space.
#[derive(Debug, Default)]
pub(super) struct Folder {
    galley: Galley,
    /// White space or a line break that waits for a word after it.
    space: Option<(&'static str, Span)>,
}

impl Folder {
    /// Sets a stretch of the source; opens a block with the first word, if none is open.
    pub(super) fn set(&mut self, source: &str, span: Span, role: Role, cell: Option<Cell>) {
        let mut at = span.start;
        while at < span.end {
            let rest = &source[at..span.end];
            let (shown, len) = next(rest);
            let from = Span::new(at, at + len);
            match shown {
                Shown::Space => {
                    self.space.get_or_insert((" ", from));
                }
                Shown::Plain => self.put(&rest[..len], from, role, cell),
                Shown::Char(char) => self.put(char.encode_utf8(&mut [0; 4]), from, role, cell),
                Shown::Nothing => {}
            }
            at += len;
        }
    }

    /// A line break is white space of its own kind; two in a row end a paragraph.
    pub(super) fn line_break(&mut self, tag: Span) {
        if matches!(self.space, Some(("\n", _))) {
            self.close();
        }
        self.space = Some(("\n", tag));
    }

    /// Closes the open block.
    pub(super) fn close(&mut self) {
        self.space = None;
        self.galley.close();
    }

    /// The role of the block that was closed last.
    pub(super) fn last_role(&self) -> Option<Role> {
        self.galley.last_role()
    }

    /// Closes the last block; the text is done.
    pub(super) fn finish(self) -> Proof {
        self.galley.finish()
    }

    /// Adds words, after the space that waits for them.
    fn put(&mut self, words: &str, from: Span, role: Role, cell: Option<Cell>) {
        self.galley.open(role, cell);
        if let Some((space, place)) = self.space.take().filter(|_| !self.galley.words().is_empty()) {
            self.galley.push(space, place);
        }
        self.galley.push(words, from);
    }
}

/// What a browser shows of a stretch of text.
enum Shown {
    /// White space, however much.
    Space,
    /// The stretch as it is.
    Plain,
    /// What a reference stands for.
    Char(char),
    /// Nothing: a place where a word may be parted.
    Nothing,
}

/// The first thing to show in a text that is not empty, and its length in bytes.
fn next(rest: &str) -> (Shown, usize) {
    const SOFT_HYPHEN: char = '\u{ad}';
    let is_space = |char: char| char.is_ascii_whitespace();
    let space = rest.len() - rest.trim_start_matches(is_space).len();
    if space > 0 {
        return (Shown::Space, space);
    }
    match entity::read(rest) {
        Some((char, len)) if is_space(char) => (Shown::Space, len),
        Some((SOFT_HYPHEN, len)) => (Shown::Nothing, len),
        Some((char, len)) => (Shown::Char(char), len),
        None => {
            let end = rest.char_indices().skip(1).find(|&(_, char)| char == '&' || is_space(char));
            (Shown::Plain, end.map_or(rest.len(), |(at, _)| at))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Folder, Role, Span};

    #[test]
    fn white_space_folds_and_references_are_read() {
        for (source, expected) in [
            (" a \r\n b ", "a b"),
            ("1,200&nbsp;people", "1,200\u{a0}people"),
            ("5 &lt; 6 & 7 &T", "5 < 6 & 7 &T"),
            ("a&#32; b", "a b"),
            ("1&shy;200 é", "1200 é"),
            (" ", ""),
        ] {
            let mut folder = Folder::default();
            folder.set(source, Span::new(0, source.len()), Role::Body, None);
            let proof = folder.finish();
            let words = proof.blocks.first().map_or("", |block| block.span.of(&proof.text.0));
            assert_eq!(words, expected, "{source:?}");
        }
    }
}
