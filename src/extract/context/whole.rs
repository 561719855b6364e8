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
    if place.noun.clone().any(|at| is_participle(sentence.from(at))) {
        return false;
    }
    let Some(next) = behind.peek() else { return true };
    let opens = matches!(next.letters, "(" | "-" | "–" | "—" | "/");
    match next.shape {
        Shape::Mark => !opens,
        _ if behind.is(List::Auxiliary) => true,
        _ => !behind.is(List::Preposition) && is_told(behind, next),
    }
}

/// Whether a word of the noun phrase says by what some do, or what is done to them, which of them are meant: "losing firms".
fn is_participle(here: Tokens<'_>) -> bool {
    let ends = ["ing", "ed"].iter().any(|ending| here.letters().ends_with(ending));
    ends && here.peek().is_some_and(|token| here.lexicon().verb(token.word).is_some())
}

/// Whether a verb tells of all of them, and is no participle or adjective with a verb of the clause's own behind it: "bring
/// lamps", and not "hired in May were told" or "left aboard sang".
fn is_told(behind: Tokens<'_>, next: &Token) -> bool {
    let verb = |token: &Token| behind.lexicon().verb(token.word).is_some();
    let again = |token: &Token| verb(token) || behind.lexicon().is(token.word, List::Auxiliary);
    let mut clause = behind.rest().iter().skip(1).take_while(|token| !matches!(token.letters, "," | ";" | "."));
    verb(next) && !next.letters.ends_with("ing") && !clause.any(again)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn what_says_which_are_meant() {
        for (text, wanted) in [
            ("The 40 clerks are to go.", true),
            ("The 40 clerks, who were tired, left.", true),
            ("The 40 clerks went home.", true),
            ("The 40 clerks ranged from young to old.", true),
            ("All 40 will go.", true),
            ("The 40 clerks in Tarrow are to go.", false),
            ("The 40 clerks who left are back.", false),
            ("The 40 clerks hired in May were told.", false),
            ("The 40 clerks living there were told.", false),
            ("The 40 left aboard sang.", false),
            ("The 40 striking clerks sang.", false),
            ("The 40 clerks present voted for it.", false),
            ("The 40 hurt on Monday are home.", false),
            ("40 clerks are to go.", false),
        ] {
            assert_eq!(draft(text).claims[0].context().is_limited("whole"), wanted, "{text}");
        }
    }
}
