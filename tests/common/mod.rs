//! Drafts read as the command reads them.

use numerate::extract::{Depth, Draft, extract};
use numerate::input::{InputFormat, read};
use numerate::lexicon::Lexicon;
use std::sync::LazyLock;

/// The words that the program carries, compiled once for all tests of a file.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::embedded);

/// The drafts of a file; panics where there is none in it.
pub(crate) fn drafts(name: &str, bytes: Vec<u8>, format: Option<InputFormat>) -> Vec<Draft> {
    let documents = read(name, bytes, format).into_iter();
    let documents = documents.map(|document| document.unwrap_or_else(|problem| panic!("{problem}")));
    documents.map(|document| extract(document, &LEXICON, Depth::Comparable)).collect()
}
