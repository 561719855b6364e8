//! Whether a figure that takes up one given before is of all that were counted there: nothing behind it says which of
//! them are meant.
//!
//! | text | of all |
//! |---|---|
//! | `The 40 clerks are to go` | yes |
//! | `Of the 40 clerks, nine are to go` | yes |
//! | `The 40 clerks in Tarrow`, `the 40 clerks who left`, `the 40 clerks hired in May were told` | no |

use super::Place;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// Whether what follows a figure's noun phrase goes on without saying which are meant.
pub(super) fn is_of_all(sentence: Tokens<'_>, place: &Place) -> bool {
    let behind = sentence.from(place.phrase.end);
    let Some(next) = behind.peek() else { return true };
    let opens = matches!(next.letters, "(" | "-" | "–" | "—" | "/");
    match next.shape {
        Shape::Mark => !opens,
        _ if behind.is(List::Auxiliary) => true,
        _ => !behind.is(List::Preposition) && is_told(behind, next),
    }
}

/// Whether a verb tells of all of them, and is no participle with a verb of the clause's own behind it: "ranged from", and
/// not "hired in May were told".
fn is_told(behind: Tokens<'_>, next: &Token) -> bool {
    let verb = |token: &Token| behind.lexicon().verb(token.word).is_some();
    let plain = behind.lexicon().verb(next.word) == Some(next.letters);
    let ambiguous = next.letters.ends_with("ed") || next.letters.ends_with('n');
    let mut clause = behind.rest().iter().skip(1).take_while(|token| !matches!(token.letters, "," | ";" | "."));
    let again = |token: &Token| verb(token) || behind.lexicon().is(token.word, List::Auxiliary);
    let participle = next.letters.ends_with("ing") || ambiguous && clause.any(again);
    plain || verb(next) && !participle
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn what_says_which_are_meant() {
        for (text, wanted) in [
            ("The 40 clerks are to go.", true),
            ("The 40 clerks, who were tired, left.", true),
            ("The 40 clerks bring lamps.", true),
            ("The 40 clerks ranged from young to old.", true),
            ("All 40 will go.", true),
            ("The 40 clerks in Tarrow are to go.", false),
            ("The 40 clerks who left are back.", false),
            ("The 40 clerks hired in May were told.", false),
            ("The 40 clerks living there were told.", false),
            ("40 clerks are to go.", false),
        ] {
            assert_eq!(draft(text).claims[0].context().is_limited("whole"), wanted, "{text}");
        }
    }
}
