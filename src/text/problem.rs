//! What went wrong with the run, as against what is wrong with a draft.

use std::fmt;

/// Something that kept the run from being done as asked: an unreadable file, a bad rule, a line that is no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the user named it; `-` for standard input.
    pub path: String,
    /// 1-based line, where one is known.
    pub line: Option<usize>,
    /// 1-based column in code points, where one is known.
    pub column: Option<usize>,
    /// What was found and what was expected; lower case, no full stop.
    pub message: String,
}

impl Problem {
    /// A problem with a file as a whole.
    pub fn file(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), line: None, column: None, message: message.into() }
    }

    /// A problem at a place in a file.
    pub fn at(path: impl Into<String>, line: usize, column: usize, message: impl Into<String>) -> Self {
        Self { path: path.into(), line: Some(line), column: Some(column), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        for place in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{place}")?;
        }
        write!(f, ": {}", self.message)
    }
}
