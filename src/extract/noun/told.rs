//! What looks like a noun behind a number and tells what those do that it counts.
//!
//! | text | verb |
//! |---|---|
//! | `More than 900 march` | march |
//! | `a town of 18,000 draws 1.6 million` | draws |

use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::{List, inflect};
use crate::text::{Shape, Token};

/// Whether the one word behind a number is no noun but a verb.
pub(super) fn is_told(tokens: Tokens<'_>, piece: &QuantityPiece, word: &Tokens<'_>) -> bool {
    is_what_it_does(tokens, piece, word) || is_what_they_do(word)
}

/// "A town of 18,000 draws 1.6 million": behind a number that "of" joins, a verb's form in -s in front of another.
fn is_what_it_does(tokens: Tokens<'_>, piece: &QuantityPiece, here: &Tokens<'_>) -> bool {
    let of = piece.tokens.start.checked_sub(1).is_some_and(|at| tokens.from(at).letters() == "of");
    let verb = |token: &Token| here.lexicon().verb(token.word).is_some_and(|lemma| lemma != token.letters);
    let object = |next: &Token| {
        next.shape == Shape::Number
            || here.lexicon().numeral(next.word).is_some()
            || here.lexicon().is(next.word, List::Determiner)
    };
    of && here.letters().ends_with('s') && here.peek().is_some_and(verb) && here.nth(1).is_some_and(object)
}

/// "More than 900 march", "12 strike": behind a number, what is both a verb and a noun in the singular is a verb.
fn is_what_they_do(here: &Tokens<'_>) -> bool {
    const THEMSELVES: [&str; 4] = ["person", "organisation", "animal", "household"];
    let lexicon = here.lexicon();
    here.peek().is_some_and(|token| {
        let singular = lexicon.noun(token.word).filter(|noun| *noun.lemma == *here.letters());
        let thing = singular.filter(|noun| noun.class.as_deref().is_none_or(|class| !THEMSELVES.contains(&class)));
        let several = |letters| lexicon.noun(lexicon.word(&inflect::plural(letters))).is_some();
        let base = lexicon.verb(token.word).is_some_and(|lemma| lemma == here.letters());
        let goes_on = here.nth(1).is_none_or(|next| lexicon.is(next.word, List::Preposition));
        base && goes_on && thing.is_some() && several(here.letters())
    })
}
