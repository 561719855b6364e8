//! Helpers for the cases below each production.

use super::quantity::quantities;
use super::tokens::{Parsed, Sentence, Tokens};
use crate::claim::Stated;
use crate::lexicon::Lexicon;
use crate::text::Span;
use std::sync::LazyLock;

/// The embedded lexicon, compiled once for all tests.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::embedded);

/// What a production reads at the start of `text`, shown by `show`; `-` where it does not fit.
pub(super) fn read_with<T>(
    production: impl Fn(Tokens<'_>) -> Parsed<'_, T>,
    text: &str,
    show: impl Fn(T) -> String,
) -> String {
    let mut tokens = Vec::new();
    LEXICON.tokenize(text, Span::new(0, text.len()), &mut tokens);
    production(Sentence::new(text, &LEXICON, &tokens).tokens()).map_or_else(|_| "-".to_owned(), |(_, read)| show(read))
}

/// What the first quantity of a text states, its qualifier and its unit.
pub(super) fn first(text: &str) -> String {
    let mut tokens = Vec::new();
    LEXICON.tokenize(text, Span::new(0, text.len()), &mut tokens);
    let mut found = Vec::new();
    quantities(Sentence::new(text, &LEXICON, &tokens).tokens(), &[], &mut found);
    let Some(piece) = found.first() else { return "-".to_owned() };
    let stated = match piece.stated {
        Stated::Point(value) => value.normalize().to_string(),
        Stated::Range(low, high) => format!("{}..{}", low.normalize(), high.normalize()),
        Stated::Vague => "vague".to_owned(),
    };
    let qualifier = piece.qualifier.map_or_else(String::new, |kind| format!("{} ", kind.name()));
    format!("{qualifier}{stated} {}", piece.unit.unit)
}
