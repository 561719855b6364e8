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

    /// The first line of what stands in a range of bytes, as written.
    pub(super) fn written(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default().lines().next().unwrap_or_default()
    }

    /// All problems, in order of place.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| (problem.line, problem.column));
        problems
    }
}
