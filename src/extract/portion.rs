//! A document in portions, each cut into tokens and sentences.
//!
//! Every step of reading goes over a whole portion before the next one begins: taken together, the steps are more code
//! than a processor keeps at hand, and sentence by sentence each would push out the others.

use crate::grammar::{Sentence, Words};
use crate::lexicon::Lexicon;
use crate::text::{Document, sentences};
use std::ops::Range;

/// How many bytes of text make a portion; a longer block is one by itself.
const SIZE: usize = 1 << 18;

/// Some blocks of a document, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Portion<'d> {
    /// The first of them.
    first: usize,
    words: Words<'d>,
    /// The sentences of all of them, by their words.
    sentences: Vec<Range<usize>>,
    /// How many words and sentences the blocks have, up to and with each.
    ends: Vec<(usize, usize)>,
}

/// A block of a portion.
pub(super) struct Cut {
    /// Its place in the document.
    pub(super) at: usize,
    /// The places of its words in the portion.
    pub(super) words: Range<usize>,
    /// The places of its sentences in the portion.
    pub(super) sentences: Range<usize>,
}

impl<'d> Portion<'d> {
    /// Cuts the next portion of a document, from its block `first` on, and returns the block behind it.
    pub(super) fn cut(&mut self, document: &'d Document, lexicon: &Lexicon, first: usize) -> usize {
        self.first = first;
        self.words.clear();
        self.sentences.clear();
        self.ends.clear();
        let mut size = 0;
        for block in document.blocks().get(first..).unwrap_or_default() {
            if size > 0 && size + block.span.len() > SIZE {
                break;
            }
            size += block.span.len();
            let start = self.words.tokens().len();
            self.words.cut(document.text(), lexicon, block.span);
            let found = sentences(&self.words.tokens()[start..], lexicon);
            self.sentences.extend(found.map(|sentence| sentence.start + start..sentence.end + start));
            self.ends.push((self.words.tokens().len(), self.sentences.len()));
        }
        first + self.ends.len()
    }

    /// Its sentences.
    pub(super) fn sentences<'p>(
        &'p self,
        document: &'p Document,
        lexicon: &'p Lexicon,
    ) -> impl Iterator<Item = Sentence<'p>> {
        self.sentences.iter().map(|range| self.words.sentence(document.text(), lexicon, range.clone()))
    }

    /// All words of a block as one sentence.
    pub(super) fn whole<'p>(&'p self, cut: &Cut, document: &'p Document, lexicon: &'p Lexicon) -> Sentence<'p> {
        self.words.sentence(document.text(), lexicon, cut.words.clone())
    }

    /// The blocks.
    pub(super) fn blocks(&self) -> impl Iterator<Item = Cut> {
        let starts = std::iter::once((0, 0)).chain(self.ends.iter().copied());
        let bounds = (self.first..).zip(starts.zip(self.ends.iter().copied()));
        bounds.map(|(at, (start, end))| Cut { at, words: start.0..end.0, sentences: start.1..end.1 })
    }
}
