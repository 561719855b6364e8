//! Offsets to lines and columns.

use memchr::memchr_iter;

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// UTF-8 bytes.
    Bytes,
    /// Unicode code points.
    CodePoints,
    /// UTF-16 code units.
    Utf16,
}

/// A place for people: 1-based line and 1-based column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// 1-based.
    pub line: usize,
    /// 1-based, in the unit that was asked for.
    pub column: usize,
}

/// Where the lines of one text begin. A line ends with LF; a CR before it belongs to the line.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let ends = memchr_iter(b'\n', text.as_bytes());
        Self { starts: std::iter::once(0).chain(ends.map(|at| at + 1)).collect() }
    }

    /// The line and column of a byte offset into `text`, the text that these lines were found in.
    pub fn position(&self, text: &str, offset: usize, column: Column) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let before = text.get(self.starts[line - 1]..offset).unwrap_or_default();
        let width = match column {
            Column::Bytes => before.len(),
            Column::CodePoints => before.chars().count(),
            Column::Utf16 => before.encode_utf16().count(),
        };
        Position { line, column: width + 1 }
    }

    /// The byte offset at which a 1-based line begins, if there is such a line.
    pub fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).copied()
    }

    /// How many lines there are; an empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Lines, Position};

    #[test]
    fn columns_in_three_kinds() {
        let text = "one\r\ncafé €1.2m 🚢 9";
        let at = text.find('9').unwrap();
        let lines = Lines::new(text);
        let column = |kind| lines.position(text, at, kind);
        assert_eq!(column(Column::CodePoints), Position { line: 2, column: 14 });
        assert_eq!(column(Column::Utf16), Position { line: 2, column: 15 });
        assert_eq!(column(Column::Bytes), Position { line: 2, column: 20 });
    }

    #[test]
    fn the_first_byte_after_a_line_end_is_on_the_next_line() {
        let lines = Lines::new("a\nb\n");
        assert_eq!(lines.position("a\nb\n", 2, Column::Bytes), Position { line: 2, column: 1 });
        assert_eq!(lines.count(), 3);
        assert_eq!(lines.start(2), Some(2));
    }
}
