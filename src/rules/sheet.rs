//! A settings file under reading: its lines, and what was wrong with it so far.

use crate::text::{Column, Lines, Problem};
use std::cell::RefCell;
use std::ops::Range;

/// A value and where it stands in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// 1-based.
    pub line: usize,
    /// 1-based, in code points.
    pub column: usize,
}

/// What is wrong with a text of the file that has a language of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Where, in bytes of that text.
    pub(super) offset: usize,
    /// What, and what was expected.
    pub(super) message: String,
}

/// The file that is read, and what was wrong with it so far.
pub(super) struct Sheet<'t> {
    path: &'t str,
    text: &'t str,
    lines: Lines,
    problems: RefCell<Vec<Problem>>,
}

impl<'t> Sheet<'t> {
    /// The file at `path`, which holds `text`.
    pub(super) fn new(path: &'t str, text: &'t str) -> Self {
        Self { path, text, lines: Lines::new(text), problems: RefCell::default() }
    }

    /// A value that stands at a byte offset.
    pub(super) fn place<T>(&self, offset: usize, value: T) -> Placed<T> {
        let at = self.lines.position(self.text, offset, Column::CodePoints);
        Placed { value, line: at.line, column: at.column }
    }

    /// Adds a problem at a byte offset.
    pub(super) fn complain(&self, offset: usize, message: String) {
        let Placed { value, line, column } = self.place(offset, message);
        self.problems.borrow_mut().push(Problem::at(self.path, line, column, value));
    }

    /// Adds a problem at a value.
    pub(super) fn complain_at<T>(&self, at: &Placed<T>, message: String) {
        self.problems.borrow_mut().push(Problem::at(self.path, at.line, at.column, message));
    }

    /// The first line of what stands in a range of bytes, as written.
    pub(super) fn written(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default().lines().next().unwrap_or_default()
    }

    /// What stands in a range of bytes, on one line.
    pub(super) fn words(&self, range: Range<usize>) -> String {
        self.text.get(range).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where a byte of a string's text stands in the file, the string standing in a range of bytes.
    pub(super) fn inside(&self, string: Range<usize>, offset: usize) -> usize {
        let written = self.text.get(string.clone()).unwrap_or_default();
        string.start + offset_inside(written, offset)
    }

    /// All problems, in order of place.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| (problem.line, problem.column));
        problems
    }
}

/// Where a byte of a string's text stands in the string as written, with its quotes and escapes.
fn offset_inside(written: &str, offset: usize) -> usize {
    let quote = if written.starts_with("\"\"\"") || written.starts_with("'''") { 3 } else { 1 };
    let body = written.get(quote..).unwrap_or_default();
    let newline = if quote == 1 { 0 } else { body.len() - body.trim_start_matches('\r').len() };
    let line = usize::from(quote == 3 && body[newline..].starts_with('\n'));
    let start = quote + if line == 1 { newline + line } else { 0 };
    if written.starts_with('\'') { start + offset } else { start + escaped(&written[start..], offset) }
}

/// Where a byte of a text stands in the same text with escapes.
fn escaped(written: &str, offset: usize) -> usize {
    let (mut at, mut meant) = (0, 0);
    while at < written.len() {
        let rest = &written[at..];
        let (length, bytes) = match rest.strip_prefix('\\') {
            None => rest.chars().next().map_or((1, 1), |letter| (letter.len_utf8(), letter.len_utf8())),
            Some(escape) => code_point(escape).map_or_else(|| simple(escape), |(digits, bytes)| (digits + 2, bytes)),
        };
        if meant + bytes > offset {
            break;
        }
        at += length;
        meant += bytes;
    }
    at
}

/// The hexadecimal digits behind `u`, `U` or `x`, and the bytes of the letter that they stand for.
fn code_point(escape: &str) -> Option<(usize, usize)> {
    let digits = match escape.chars().next()? {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return None,
    };
    let letter = char::from_u32(u32::from_str_radix(escape.get(1..=digits)?, 16).ok()?)?;
    Some((digits, letter.len_utf8()))
}

/// An escape of one letter, or of a line's end with the white space behind it, which stands for nothing.
fn simple(escape: &str) -> (usize, usize) {
    if escape.starts_with(char::is_whitespace) { (1 + escape.len() - escape.trim_start().len(), 0) } else { (2, 1) }
}

#[cfg(test)]
mod tests {
    use super::offset_inside;

    #[test]
    fn a_place_in_a_text_is_one_in_its_string() {
        for (written, offset, place) in [
            ("'ab'", 1, 2),
            ("\"ab\"", 1, 2),
            (r#""a\"b""#, 2, 4),
            (r#""a\u00e9b""#, 3, 8),
            ("'''ab'''", 1, 4),
            ("'''\nab'''", 1, 5),
            ("'''\r\nab'''", 1, 6),
            ("\"\"\"\na \\\n  b\"\"\"", 2, 10),
        ] {
            assert_eq!(offset_inside(written, offset), place, "{written}");
        }
    }
}
