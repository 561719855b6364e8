//! Helpers for the cases below each production.

use super::quantity::quantities;
use super::tokens::{Parsed, Sentence, Tokens};
use super::words::Words;
use crate::claim::Stated;
use crate::lexicon::Lexicon;
use crate::text::Span;
use std::sync::LazyLock;

/// The embedded lexicon, compiled once for all tests.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::embedded);

impl<'t> Words<'t> {
    /// All words of a text.
    pub(crate) fn of(text: &'t str) -> Self {
        let mut words = Self::default();
        words.cut(text, &LEXICON, Span::new(0, text.len()));
        words
    }

    /// All of them as one sentence.
    pub(crate) fn whole<'s>(&'s self, text: &'s str) -> Sentence<'s> {
        self.sentence(text, &LEXICON, 0..self.tokens().len())
    }
}

/// What a production reads at the start of `text`, shown by `show`; `-` where it does not fit.
pub(super) fn read_with<T>(
    production: impl Fn(Tokens<'_>) -> Parsed<'_, T>,
    text: &str,
    show: impl Fn(T) -> String,
) -> String {
    let words = Words::of(text);
    production(words.whole(text).tokens()).map_or_else(|_| "-".to_owned(), |(_, read)| show(read))
}

/// What the first quantity of a text states, its qualifier and its unit.
pub(super) fn first(text: &str) -> String {
    let (words, mut found) = (Words::of(text), Vec::new());
    quantities(words.whole(text).tokens(), &[], &mut found);
    let Some(piece) = found.first() else { return "-".to_owned() };
    let stated = match piece.stated {
        Stated::Point(value) => value.normalize().to_string(),
        Stated::Range(low, high) => format!("{}..{}", low.normalize(), high.normalize()),
        Stated::Vague => "vague".to_owned(),
    };
    let qualifier = piece.qualifier.map_or_else(String::new, |kind| format!("{} ", kind.name()));
    format!("{qualifier}{stated} {}", piece.unit.unit)
}
