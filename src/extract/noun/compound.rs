//! What a figure counts that a hyphen joins to a word.
//!
//! | text | noun |
//! |---|---|
//! | `a 300-bed hospital` | bed |
//! | `a 2,000-strong crowd` | crowd |

use super::behind::phrase_after;
use crate::claim::Unit;
use crate::grammar::{QuantityPiece, Tokens};
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

#[cfg(test)]
mod tests {
    use super::super::testing::last_noun;

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
}
