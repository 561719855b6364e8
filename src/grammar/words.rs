//! The tokens of a text with what is asked of each again and again: its classes, and what may begin at it.

use super::tokens::Sentence;
use crate::lexicon::{Classes, Lexicon, Starts};
use crate::text::{Span, Token};
use std::ops::Range;

/// Tokens, one behind the other. What is known of them lies beside them, close together: readers that look for a token of
/// some kind go over that alone.
#[derive(Debug, Default)]
pub struct Words<'t> {
    tokens: Vec<Token<'t>>,
    classes: Vec<Classes>,
    starts: Vec<Starts>,
}

impl<'t> Words<'t> {
    /// Cuts a part of a text and puts its words behind the others.
    pub fn cut(&mut self, text: &'t str, lexicon: &Lexicon, span: Span) {
        let first = self.tokens.len();
        lexicon.tokenize(text, span, &mut self.tokens);
        let fresh = &self.tokens[first..];
        self.classes.extend(fresh.iter().map(|token| lexicon.classes_of(token)));
        self.starts.extend(fresh.iter().map(|token| lexicon.starts_of(token)));
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.tokens.clear();
        self.classes.clear();
        self.starts.clear();
    }

    /// The tokens.
    pub fn tokens(&self) -> &[Token<'t>] {
        &self.tokens
    }

    /// Some of them as a sentence of the text that they are of.
    pub fn sentence<'s>(&'s self, text: &'s str, lexicon: &'s Lexicon, range: Range<usize>) -> Sentence<'s> {
        Sentence::new(text, lexicon, &self.tokens[range.clone()], &self.classes[range.clone()], &self.starts[range])
    }
}
