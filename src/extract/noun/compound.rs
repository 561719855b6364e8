//! What a figure counts that a hyphen joins to a word, or another side of a thing to it.
//!
//! | text | noun |
//! |---|---|
//! | `a 300-bed hospital` | bed |
//! | `a 2,000-strong crowd` | crowd |
//! | `a 6-by-4-foot hole` | hole, of both sides |

use super::behind::phrase_after;
use crate::claim::Unit;
use crate::grammar::{QuantityPiece, Tokens};
use crate::text::Shape;
use std::ops::Range;

/// The noun of a count that a hyphen joins to what is counted, or to "strong"; `None` where none does.
pub(super) fn counted(tokens: Tokens<'_>, piece: &QuantityPiece) -> Option<Range<usize>> {
    let here = tokens.from(piece.tokens.end);
    let glued = |ahead: usize| here.nth(ahead).filter(|token| token.glued && piece.unit.unit == Unit::Count);
    let word = glued(0).filter(|_| here.letters() == "-").and(glued(1))?;
    let (first, rest) = (here.at() + 1, tokens.from(here.at() + 2));
    if here.letters_at(1) == "strong" {
        return Some(phrase_after(rest));
    }
    let singular = tokens.lexicon().noun(word.word).is_some_and(|noun| *noun.lemma == *here.letters_at(1));
    let headed = rest.peek().is_some_and(|next| next.is_word() && !next.glued);
    (singular && headed).then_some(first..first + 1)
}

/// "6 by 4 feet", "a 6-by-4-foot hole": what follows is the other side.
pub(super) fn is_side(here: Tokens<'_>) -> bool {
    let dash = usize::from(here.peek().is_some_and(|token| token.glued && here.letters() == "-"));
    matches!(here.letters_at(dash), "by" | "x" | "×")
        && here.nth(dash + 1).is_some_and(|next| next.shape == Shape::Number || dash == 1 && next.glued)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{claims, last_noun};

    #[test]
    fn what_compounds_count() {
        for (text, expected) in [
            ("a 300-bed hospital opened", "bed"),
            ("a 2,000-strong crowd came", "crowd"),
            ("a 12-member jury sat", "member"),
            ("a 40-tonne lorry came", "lorry"),
        ] {
            assert_eq!(last_noun(text).map(|noun| noun.text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn whose_sides_are_told() {
        for text in ["A 6-by-4-foot hole was found.", "The hole was 6 by 4 feet.", "The hole measured 6m x 4m."] {
            let nouns = claims(text).into_iter().map(|claim| claim.noun.map(|noun| noun.text));
            assert_eq!(nouns.flatten().collect::<Vec<_>>(), ["hole", "hole"], "{text}");
        }
    }
}
