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
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
    /// How much of the text lies before each [`STRIDE`]th byte, so that a column in a very long line costs no more than
    /// one in a short one.
    marks: Vec<Width>,
}

/// How many lines behind another place a place is looked for, before all lines are searched.
const NEAR: usize = 16;

/// How many bytes lie between two marks.
const STRIDE: usize = 2048;

/// The size of a stretch of text in characters.
#[derive(Clone, Copy, Debug, Default)]
struct Width {
    code_points: usize,
    /// Those that take two UTF-16 units.
    astral: usize,
}

impl Width {
    /// The size of some bytes of UTF-8: its first bytes are counted, so that a cut character counts where it begins.
    fn of(bytes: &[u8]) -> Self {
        let code_points = count(bytes, |byte| !(0x80..0xC0).contains(&byte));
        let astral = count(bytes, |byte| byte >= 0xF0);
        Self { code_points, astral }
    }

    const fn plus(self, other: Self) -> Self {
        Self { code_points: self.code_points + other.code_points, astral: self.astral + other.astral }
    }
}

/// How many bytes are such. They are added up in bytes, 255 at a time, since a processor adds many of those at once.
fn count(bytes: &[u8], such: impl Fn(u8) -> bool) -> usize {
    let counts = bytes.chunks(255).map(|some| some.iter().map(|&byte| u8::from(such(byte))).sum::<u8>());
    counts.map(usize::from).sum()
}

impl Lines {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let ends = memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1)).collect();
        let widths = text.as_bytes().chunks_exact(STRIDE).map(Width::of);
        let sums = widths.scan(Width::default(), |sum, width| {
            *sum = sum.plus(width);
            Some(*sum)
        });
        Self { starts, marks: std::iter::once(Width::default()).chain(sums).collect() }
    }

    /// The line and column of a byte offset into `text`, the text that these lines were found in.
    pub fn position(&self, text: &str, offset: usize, column: Column) -> Position {
        self.on_line(self.line(offset), text, offset, column)
    }

    /// The same, looked for behind a place that was found before, where it mostly is.
    pub fn position_behind(&self, before: Position, text: &str, offset: usize, column: Column) -> Position {
        let near = self.starts.iter().skip(before.line - 1).take(NEAR);
        let line = match near.into_iter().position(|&start| start > offset) {
            Some(ahead) if ahead > 0 => before.line - 1 + ahead,
            _ => self.line(offset),
        };
        self.on_line(line, text, offset, column)
    }

    /// The line of a byte offset.
    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).max(1)
    }

    fn on_line(&self, line: usize, text: &str, offset: usize, column: Column) -> Position {
        let start = self.starts[line - 1];
        let width = self.between(text, start, offset);
        let before = match column {
            Column::Bytes => offset - start,
            Column::CodePoints => width.code_points,
            Column::Utf16 => width.code_points + width.astral,
        };
        Position { line, column: before + 1 }
    }

    /// The size of `text` from `start` to `end`.
    fn between(&self, text: &str, start: usize, end: usize) -> Width {
        if end - start < STRIDE {
            return Width::of(text.as_bytes().get(start..end).unwrap_or_default());
        }
        let (before, upto) = (self.before(text, start), self.before(text, end));
        Width { code_points: upto.code_points - before.code_points, astral: upto.astral - before.astral }
    }

    /// The size of `text` before `offset`.
    fn before(&self, text: &str, offset: usize) -> Width {
        let mark = (offset / STRIDE).min(self.marks.len() - 1);
        let rest = text.as_bytes().get(mark * STRIDE..offset).unwrap_or_default();
        self.marks[mark].plus(Width::of(rest))
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
    fn a_long_line_has_the_columns_of_a_short_one() {
        let text = format!("café\n{}9", "né🚢 ".repeat(1000));
        let lines = Lines::new(&text);
        for offset in text.char_indices().map(|(at, _)| at).filter(|at| at % 37 == 0 && *at > 6) {
            let before = &text[6..offset];
            let column = |kind| lines.position(&text, offset, kind).column - 1;
            assert_eq!(column(Column::CodePoints), before.chars().count(), "{offset}");
            assert_eq!(column(Column::Utf16), before.encode_utf16().count(), "{offset}");
            assert_eq!(column(Column::Bytes), before.len(), "{offset}");
        }
    }

    #[test]
    fn a_place_is_the_same_wherever_it_is_looked_for_from() {
        let text = "four\nand\n\n".repeat(20);
        let lines = Lines::new(&text);
        for (before, offset) in (0..text.len()).flat_map(|before| (0..text.len()).map(move |offset| (before, offset))) {
            let [before, place] = [before, offset].map(|at| lines.position(&text, at, Column::Bytes));
            assert_eq!(lines.position_behind(before, &text, offset, Column::Bytes), place, "{before:?}");
        }
    }

    #[test]
    fn the_first_byte_after_a_line_end_is_on_the_next_line() {
        let lines = Lines::new("a\nb\n");
        assert_eq!(lines.position("a\nb\n", 2, Column::Bytes), Position { line: 2, column: 1 });
        assert_eq!(lines.count(), 3);
        assert_eq!(lines.start(2), Some(2));
    }
}
