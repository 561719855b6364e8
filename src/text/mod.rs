//! The bottom layer: where things stand in a text.
//!
//! Spans, tokens, sentences, lines, the map from a text back to its file, and the document that carries them.
//! Nothing here knows a number, a word's meaning, a file format or a file.

mod document;
mod eight;
mod lines;
mod note;
mod origin;
mod problem;
mod sentence;
mod spacing;
mod span;
mod token;
mod word;

pub use document::{Block, Cell, Document, Format, Role, RoughDocument};
pub use lines::{Column, Lines, Position};
pub use note::Note;
pub use origin::Origin;
pub use problem::Problem;
pub use sentence::{Habits, sentences};
pub use spacing::one_line;
pub use span::Span;
pub use token::{Shape, Token, tokenize};
pub use word::{WordHash, WordId};
