//! People of several kinds that one number counts together.
//!
//! ```text
//! kinds = kind { "," kind } "and" kind
//! kind  = men | women | children | boys | girls | people of a trade, in the plural
//! ```
//! Together they are people: "46 men and women" goes with "31 people".

use super::verb::is_plain_verb;
use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::{Lexicon, List};
use crate::text::Token;
use std::ops::Range;

/// Kinds of people that are counted together wherever they stand.
const KINDS: [&str; 5] = ["men", "women", "children", "boys", "girls"];

/// A counted phrase with the other kinds that its number counts as well.
pub(super) fn with_all_kinds(tokens: Tokens<'_>, piece: &QuantityPiece, counted: Range<usize>) -> Range<usize> {
    let is_kind = |at: usize| is_kind(tokens.lexicon(), tokens.from(at).letters());
    if counted.is_empty() || !is_kind(counted.end - 1) {
        return counted;
    }
    let mut end = counted.end;
    while tokens.from(end).letters() == "," && is_kind(end + 1) {
        end += 2;
    }
    let last = end + usize::from(tokens.from(end).letters() == ",");
    let all = tokens.from(last).letters() == "and" && is_kind(last + 1);
    if all && !is_next_clause(tokens, piece, last + 1) { counted.start..last + 2 } else { counted }
}

/// Whether the last kind is told of for itself: "held 40 marchers and officers were hurt", but not "40 deckhands and
/// engineers walked out".
fn is_next_clause(tokens: Tokens<'_>, piece: &QuantityPiece, kind: usize) -> bool {
    let opens = piece.tokens.start.checked_sub(1).is_none_or(|at| !tokens.from(at).peek().is_some_and(Token::is_word));
    let verb = tokens.from(kind + 1).is(List::Auxiliary) || is_plain_verb(tokens, kind + 1);
    verb && !opens && !KINDS.contains(&tokens.from(kind).letters())
}

/// Whether a word names people of one kind.
fn is_kind(lexicon: &Lexicon, word: &str) -> bool {
    let people = || {
        let noun = lexicon.noun(lexicon.word(word));
        noun.is_some_and(|noun| noun.class.as_deref() == Some("person") && *noun.lemma != *word)
    };
    KINDS.contains(&word) || people()
}

/// Whether a noun's text names people of several kinds.
pub(super) fn is_of_all_kinds(lexicon: &Lexicon, text: &str) -> bool {
    let is_kind = |word: &str| is_kind(lexicon, word.trim_end_matches(','));
    text.rsplit_once(" and ")
        .is_some_and(|(first, last)| is_kind(last) && first.rsplit(' ').next().is_some_and(is_kind))
}

#[cfg(test)]
mod tests {
    use super::super::testing::last_noun;
    use crate::extract::relation::testing::draft;

    #[test]
    fn who_is_counted_together() {
        for (text, noun, thing) in [
            ("46 men and women were in the mill", "men and women", "person"),
            ("820 men, women and children slept there", "men, women and children", "person"),
            ("40 sailors and nurses slept there", "sailors and nurses", "person"),
            ("They held 40 sailors and nurses were hurt", "sailors", "sailor"),
            ("They held 40 sailors and nurses in May", "sailors and nurses", "person"),
            ("40 men and a woman slept there", "men", "man"),
            ("40 men and boats came", "men", "man"),
            ("40 women came", "women", "woman"),
        ] {
            assert_eq!(last_noun(text).map(|noun| noun.text).as_deref(), Some(noun), "{text}");
            assert_eq!(draft(text).claims[0].context().thing, thing, "{text}");
        }
    }
}
