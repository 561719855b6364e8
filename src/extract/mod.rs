//! Pieces to claims: what is counted, who says so, when, and how it is put forward.
//!
//! A draft is read block by block and sentence by sentence. What one sentence leaves open, those before it answer: the
//! register of parties for "he" and "the ministry", the last date for "that year", the last noun for "of those, 30".
//!
//! **Whose voice.** A figure belongs to the party whose statement covers it; one inside quotation marks to whom the
//! quotation belongs, whatever is attributed within it. A sentence without an attribution goes on with a statement of
//! its paragraph where that statement is a body's or a paper's, was reported in the draft's words and gave a figure,
//! and nobody else has come up since. A poll goes on whoever speaks in between: shares behind a name, and what "the poll"
//! tells of itself. A paragraph behind a speaker's label belongs to that speaker. All else is the
//! draft's own voice: no party's, unless the draft is a paper that a body issues of its own work, such as a situation
//! report or a release; then it is that body's.
//!
//! **Which time.** A date that stands with the cue is when it was said: beside it, in front of its "that", in the name of
//! the paper, or opening its clause; a month or longer in front of what was counted or recorded is the period counted.
//! Any other date of the figure's clause is the period that the figure covers. A day or a week must stand close: behind
//! the figure with no mark between, at the clause's head, or with its subject. Lengths, ages, distances and multiples
//! cover no period; nor does a figure take one from an aside, or from a change that it stood before. A table's figures
//! have that of their column, their row, or the line that leads up to the table; a sentence without a date goes on with a
//! quarter or a longer period of the same unit from the sentence before it. Accounts go on with their period from paragraph to paragraph. What is over within a day (a march, a
//! vote) is of the day of which the story's opening tells.

mod accounts;
mod aside;
mod attribute;
mod carried;
mod claim;
mod context;
mod continuation;
mod draft;
mod facts;
mod heading;
mod issuer;
mod name;
mod naming;
mod noun;
mod occasion;
mod party;
mod period;
mod poll;
mod portion;
mod reader;
mod relation;
mod reported;
mod said;
mod setting;
mod status;
mod timing;
mod voice;

pub use context::{content_words, is_of_life_and_limb};
pub use draft::{Attribution, DatePiece, Draft, PassedOver, Pieces};
pub use facts::{Facts, Misfit};
pub use naming::{Names, Shared};

use crate::lexicon::Lexicon;
use crate::text::Document;
use portion::Portion;
use reader::{Reader, Reading};

/// How much is read of a document: what only one purpose needs is only found for that one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Claims to be listed: they have no [context](crate::claim::Context).
    Claims,
    /// The same, and the [pieces](Pieces) that the grammar recognised.
    Pieces,
    /// Claims to be compared: they have their context.
    Comparable,
}

/// Reads all claims of a document. Whatever the text, it returns what it found.
pub fn extract(document: Document, lexicon: &Lexicon, depth: Depth) -> Draft {
    let reading = {
        let mut reader = Reader::new(&document, lexicon, depth);
        let mut portion = Portion::default();
        let mut at = 0;
        while at < document.blocks().len() {
            at = portion.cut(&document, lexicon, at);
            reader.read(&portion);
        }
        reader.finish()
    };
    let Reading { claims, relations, names, pieces } = reading;
    Draft { document, claims, relations, names, pieces }
}
