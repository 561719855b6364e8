//! Pieces to claims: what is counted, who says so, when, and how it is put forward.
//!
//! A draft is read block by block and sentence by sentence. What one sentence leaves open, those before it answer: the
//! register of parties for "he" and "the ministry", the last date for "that year", the last noun for "of those, 30".
//!
//! **Whose voice.** A figure belongs to the party whose statement covers it; one inside quotation marks to whom the
//! quotation belongs, whatever is attributed within it. A sentence without an attribution goes on with a statement of
//! its paragraph where that statement is a body's or a paper's, was reported in the draft's words and gave a figure,
//! and nobody else has come up since. A poll goes on whoever speaks in between: shares behind a name, and what "the poll"
//! tells of itself. A paragraph behind a speaker's label belongs to that speaker. All else is the draft's own voice: no
//! party's, unless the draft is a paper that a body issues of its own work, such as a situation report or a release; then
//! it is that body's.
//!
//! **Which time.** A date that stands with the cue is when it was said: beside it, in front of its "that", in the name of
//! the paper, or opening its clause; a month or longer in front of what was counted or recorded is the period counted.
//! Any other date of the figure's clause is the period that the figure covers. A day or a week must stand close: behind
//! the figure with no mark between, at the clause's head, or with its subject. Lengths, ages, distances and multiples
//! cover no period; nor does a figure take one from an aside, or from a change that it stood before. A table's figures
//! have that of their column, their row, or the line that leads up to the table; a sentence without a date goes on with a
//! quarter or a longer period of the same unit from the sentence before it. Accounts go on with their period from
//! paragraph to paragraph. What is over within a day (a march, a vote) is of the day of which the story's opening tells,
//! and so is who was killed or hurt.

mod accounts;
mod aside;
mod attribute;
mod capacity;
mod carried;
mod claim;
mod compared;
mod context;
mod continuation;
mod covered;
mod direction;
mod disaster;
mod distance;
mod draft;
mod echo;
mod facts;
mod heading;
mod headline;
mod issuer;
mod lone;
mod name;
mod naming;
mod noun;
mod obituary;
mod occasion;
mod outcome;
mod party;
mod period;
mod poll;
mod portion;
mod reader;
mod relation;
mod reported;
mod said;
mod setting;
mod specified;
mod status;
mod telling;
mod timing;
mod trade;
mod voice;

pub use context::{content_words, is_of_life_and_limb};
pub use draft::{Attribution, DatePiece, Draft, PassedOver, Pieces};
pub use facts::{Facts, Misfit};
pub use naming::{Names, Shared};

use crate::claim::Claim;
use crate::lexicon::Lexicon;
use crate::text::Document;
use portion::Portion;
use reader::{Reader, Reading};
use std::ops::ControlFlow;

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
    read(document, lexicon, depth, None)
}

/// Reads the claims of a document to be listed, and hands on those that nothing further on can change, some at a time, as
/// long as they are wanted. The draft that is returned has those that were not handed on.
pub fn extract_in_parts(document: Document, lexicon: &Lexicon, take: TakeClaims<'_>) -> Draft {
    read(document, lexicon, Depth::Claims, Some(take))
}

/// Takes some claims of a document, and tells whether more are wanted.
pub type TakeClaims<'t> = &'t mut dyn FnMut(&Document, &[Claim]) -> ControlFlow<()>;

fn read(document: Document, lexicon: &Lexicon, depth: Depth, mut take: Option<TakeClaims<'_>>) -> Draft {
    let reading = {
        let mut reader = Reader::new(&document, lexicon, depth);
        let mut portion = Portion::default();
        let mut at = 0;
        while at < document.blocks().len() {
            at = portion.cut(&document, lexicon, at);
            reader.read(&portion);
            if take.as_mut().is_some_and(|take| reader.hand_on(take).is_break()) {
                break;
            }
        }
        reader.finish()
    };
    let Reading { claims, relations, names, pieces } = reading;
    Draft { document, claims, relations, names, pieces }
}

#[cfg(test)]
mod tests {
    use super::relation::testing::{document, draft};
    use super::{Claim, extract_in_parts};
    use crate::grammar::testing::LEXICON;
    use std::ops::ControlFlow;

    /// So many lines are more than a portion, and less than two.
    const MANY: usize = 14_000;

    /// A count, so many lines with a share each, and a count that names no noun.
    fn lines(count: usize) -> String {
        format!("They lost 40 boats.\n{}Another nine sank.\n", "Costs rose 5 percent.\n".repeat(count))
    }

    #[test]
    fn claims_are_handed_on_as_they_are_known() {
        let text = lines(MANY);
        let (mut parts, mut claims) = (0, Vec::new());
        let rest = extract_in_parts(document(&text), &LEXICON, &mut |_, some| {
            parts += 1;
            claims.extend_from_slice(some);
            ControlFlow::Continue(())
        });
        assert!(parts == 2 && rest.claims.len() < 1000, "{parts} parts, and {} claims", rest.claims.len());
        claims.extend(rest.claims);
        let whole: Vec<_> = draft(&text).claims.into_iter().map(|claim| Claim { context: None, ..claim }).collect();
        assert!(claims == whole);
    }

    #[test]
    fn whoever_has_enough_is_handed_no_more() {
        let mut parts = 0;
        extract_in_parts(document(&lines(MANY)), &LEXICON, &mut |_, _| {
            parts += 1;
            ControlFlow::Break(())
        });
        assert_eq!(parts, 1);
    }

    #[test]
    fn nothing_is_taken_over_from_far_back() {
        for (count, noun) in [(100, Some("boats")), (3000, None)] {
            let draft = draft(&lines(count));
            let last = draft.claims.last().and_then(|claim| claim.noun.as_ref());
            assert_eq!(last.map(|noun| noun.text.as_str()), noun, "{count} lines");
        }
    }
}
