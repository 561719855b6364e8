//! One helper for the cases below each production.

use super::tokens::{Parsed, Sentence, Tokens};
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
