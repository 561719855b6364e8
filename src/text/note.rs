//! Words in a draft that are for this program and no part of the story.

use super::Span;
use serde::{Deserialize, Serialize};

/// A note, as written: `<!-- numerate-ignore sum: as the ministry adds it up -->`. What it asks for, its reader does not know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its first word without `numerate-`.
    pub name: String,
    /// Where the words behind that stand in the decoded file.
    pub words: Span,
    /// Where all of it stands in the decoded file.
    pub span: Span,
    /// Whether it is for the whole draft, as what stands in front matter is.
    pub whole: bool,
}
