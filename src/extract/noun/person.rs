//! Whose age a figure is.
//!
//! | text | person |
//! |---|---|
//! | `Ana Ruiz, 44, said` | Ana Ruiz |
//! | `pupils aged 11 to 13` | pupils |
//! | `Ana Ruiz, who has died in Tarrow aged 88` | Ana Ruiz |
//! | `Ana Ruiz, the founder, died at home at the age of 88` | Ana Ruiz |

use super::head::noun;
use super::subject;
use crate::claim::Noun;
use crate::extract::obituary::who_died;
use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::List;
use crate::text::Token;

/// The name in front of an age, or the noun in front of "aged".
pub(super) fn aged(tokens: Tokens<'_>, piece: &QuantityPiece) -> Option<Noun> {
    let start = piece.tokens.start;
    let marked = start.checked_sub(1).filter(|&at| tokens.from(at).is(List::Age));
    if !piece.age && marked.is_none() {
        return None;
    }
    if let Some(dead) = who_died(tokens, start) {
        return noun(tokens, dead);
    }
    let end = marked.unwrap_or(start);
    let lead = |at: usize| {
        let here = tokens.from(at);
        here.letters() == "," || here.is(List::Auxiliary)
    };
    // "The film shows 34-year-old Horton": whoever stands in front is told of by a comma or a verb.
    let end = (0..end).rev().find(|&at| !lead(at)).filter(|&at| marked.is_some() || at + 1 < start)? + 1;
    let name = |at: &usize| {
        let framed = |token: &Token| tokens.lexicon().is_frame(token.word);
        let here = tokens.from(*at);
        let dated = |token: &Token| !tokens.lexicon().calendar(token.word).is_empty();
        here.peek().is_some_and(|token| is_of_a_name(here, token) && !framed(token) && !dated(token))
    };
    let first = (0..end).rev().take_while(name).last();
    match first {
        Some(first) => noun(tokens, first..end),
        None => subject::phrase(tokens, end).and_then(|phrase| noun(tokens, phrase)),
    }
}

fn is_of_a_name(here: Tokens<'_>, token: &Token) -> bool {
    token.is_capitalised() || token.glued && matches!(here.letters(), "-" | "'" | "’" | ".")
}

#[cfg(test)]
mod tests {
    use super::super::testing::last;

    #[test]
    fn whose_age_it_is() {
        for (text, person) in [
            ("It broke, said Ana Ruiz, 44, a nurse.", "Ana Ruiz"),
            ("Jean-Luc Petit, 61, owns it.", "Jean-Luc Petit"),
            ("The owner, Ana Ruiz, 44, spoke.", "Ana Ruiz"),
            ("It treats pupils aged 11 to 13.", "pupils"),
            ("On Friday, 36-year-old Ana Ruiz fell.", "age"),
            ("Ana Ruiz, who has died in Tarrow aged 88, sang.", "Ana Ruiz"),
            ("Ana Ruiz, the founder of the choir, died at home on Sunday at the age of 88.", "Ana Ruiz"),
            ("Ana Ruiz died in Tarrow on Sunday, aged 88.", "Ana Ruiz"),
            ("Ana Ruiz, whose father died in Tarrow at the age of 88, sang.", "age"),
            ("Ana Ruiz said her father had died at home aged 88.", "home"),
            ("The film shows 34-year-old Ruiz.", "age"),
        ] {
            assert_eq!(last(text), person, "{text}");
        }
    }
}
