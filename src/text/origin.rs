//! From a text back to what it was made from.

use super::Span;
use serde::{Deserialize, Serialize};

/// A map from the offsets of a text to the offsets of its origin (the decoded file, or the file's bytes).
///
/// It is a list of pieces in order. Within a *copied* piece every byte has its counterpart; a *made* piece (an entity
/// decoded, a character re-encoded, white space folded) answers as a whole to a stretch of the origin; what lies between
/// pieces was put in by the reader and answers to the empty place before the next piece.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Piece {
    text: Span,
    origin: Span,
}

impl Piece {
    const fn is_copy(self) -> bool {
        self.text.len() == self.origin.len()
    }
}

impl Origin {
    /// The map of a text that is its own origin, byte for byte, from offset `shift` on (3 after a UTF-8 BOM).
    pub fn identity(len: usize, shift: usize) -> Self {
        let text = Span::new(0, len);
        Self { pieces: vec![Piece { text, origin: text.shifted(shift) }] }
    }

    /// Adds the next piece: `text` was made from `origin`. Pieces come in order of `text` and do not overlap.
    /// Pieces of the same length are taken as copied byte for byte.
    pub fn push(&mut self, text: Span, origin: Span) {
        match self.pieces.last_mut() {
            Some(last)
                if last.is_copy()
                    && text.len() == origin.len()
                    && last.text.end == text.start
                    && last.origin.end == origin.start =>
            {
                last.text.end = text.end;
                last.origin.end = origin.end;
            }
            _ => self.pieces.push(Piece { text, origin }),
        }
    }

    /// Whether its pieces come in order, in a text and an origin of so many bytes.
    pub fn is_sound(&self, text: usize, origin: usize) -> bool {
        let mut end = 0;
        self.pieces.iter().all(|piece| {
            let in_order = end <= piece.text.start && piece.text.start <= piece.text.end;
            end = piece.text.end;
            in_order && end <= text && piece.origin.start <= piece.origin.end && piece.origin.end <= origin
        })
    }

    /// The stretch of the origin that a span of the text stands for.
    pub fn span(&self, span: Span) -> Span {
        let start = self.start(span.start);
        Span::new(start, if span.is_empty() { start } else { self.end(span.end).max(start) })
    }

    /// Where in the origin the byte at `offset` begins.
    fn start(&self, offset: usize) -> usize {
        let after = self.pieces.partition_point(|piece| piece.text.end <= offset);
        match self.pieces.get(after) {
            Some(piece) if piece.is_copy() && piece.text.start <= offset => {
                piece.origin.start + (offset - piece.text.start)
            }
            Some(piece) => piece.origin.start,
            None => self.pieces.last().map_or(offset, |last| last.origin.end),
        }
    }

    /// Where in the origin the byte before `offset` ends.
    fn end(&self, offset: usize) -> usize {
        let at = self.pieces.partition_point(|piece| piece.text.start < offset);
        match at.checked_sub(1).map(|at| self.pieces[at]) {
            Some(piece) if piece.is_copy() && offset <= piece.text.end => {
                piece.origin.start + (offset - piece.text.start)
            }
            Some(piece) => piece.origin.end,
            None => self.pieces.first().map_or(offset, |first| first.origin.start),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Span};

    /// `a&nbsp;b` read as `a b` (the space is two bytes), with a break put in before `c`.
    fn example() -> Origin {
        let mut origin = Origin::default();
        origin.push(Span::new(0, 1), Span::new(10, 11));
        origin.push(Span::new(1, 3), Span::new(11, 17));
        origin.push(Span::new(3, 4), Span::new(17, 18));
        origin.push(Span::new(5, 6), Span::new(30, 31));
        origin
    }

    #[test]
    fn a_span_answers_to_the_whole_of_what_it_was_made_from() {
        let origin = example();
        for (text, file) in [
            ((0, 1), (10, 11)),
            ((0, 3), (10, 17)),
            ((1, 2), (11, 17)),
            ((2, 4), (11, 18)),
            ((0, 6), (10, 31)),
            ((3, 5), (17, 18)),
        ] {
            assert_eq!(origin.span(Span::new(text.0, text.1)), Span::new(file.0, file.1), "{text:?}");
        }
    }

    #[test]
    fn copies_in_a_row_are_one_piece() {
        let mut origin = Origin::identity(3, 3);
        origin.push(Span::new(3, 5), Span::new(6, 8));
        assert_eq!(origin, Origin::identity(5, 3));
        assert_eq!(origin.span(Span::new(1, 5)), Span::new(4, 8));
    }
}
