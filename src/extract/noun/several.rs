//! People of several kinds that one number counts together.
//!
//! ```text
//! kinds = kind { "," kind } "and" kind
//! kind  = men | women | children | boys | girls
//! ```
//! Together they are people: "46 men and women" goes with "31 people".

use crate::grammar::Tokens;
use std::ops::Range;

/// Kinds of people that are counted together.
const KINDS: [&str; 5] = ["men", "women", "children", "boys", "girls"];

/// A counted phrase with the other kinds that its number counts as well.
pub(super) fn with_all_kinds(tokens: Tokens<'_>, counted: Range<usize>) -> Range<usize> {
    let is_kind = |at: usize| KINDS.contains(&tokens.from(at).letters());
    if counted.is_empty() || !is_kind(counted.end - 1) {
        return counted;
    }
    let mut end = counted.end;
    while tokens.from(end).letters() == "," && is_kind(end + 1) {
        end += 2;
    }
    let last = end + usize::from(tokens.from(end).letters() == ",");
    if tokens.from(last).letters() == "and" && is_kind(last + 1) { counted.start..last + 2 } else { counted }
}

/// Whether a noun's text names people of several kinds.
pub(super) fn is_of_all_kinds(text: &str) -> bool {
    let is_kind = |word: &str| KINDS.contains(&word.trim_end_matches(','));
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
            ("40 men and a woman slept there", "men", "man"),
            ("40 men and boats came", "men", "man"),
            ("40 women came", "women", "woman"),
        ] {
            assert_eq!(last_noun(text).map(|noun| noun.text).as_deref(), Some(noun), "{text}");
            assert_eq!(draft(text).claims[0].context().thing, thing, "{text}");
        }
    }
}
