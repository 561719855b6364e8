//! A stretch of one text.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A half-open range of byte offsets into one text.
///
/// A span says nothing of which text it belongs to: spans of a document's text and spans of its file are told apart by
/// the names of what holds them, and [`Origin`](super::Origin) turns one into the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The bytes as a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The part of `text` that the span covers; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether it covers a part of `text`, be it empty, and cuts no character.
    pub fn is_in(self, text: &str) -> bool {
        text.get(self.range()).is_some()
    }

    /// How many bytes it covers.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` is covered.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same stretch, `by` bytes further on.
    pub const fn shifted(self, by: usize) -> Self {
        Self::new(self.start + by, self.end + by)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_out_of_the_text_or_inside_a_character_covers_nothing() {
        assert_eq!(Span::new(0, 2).of("né"), "");
        assert_eq!(Span::new(5, 9).of("né"), "");
        assert_eq!(Span::new(1, 3).of("né"), "é");
    }

    #[test]
    fn neighbours_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
    }
}
