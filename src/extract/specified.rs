//! Dates that say which budget, loss or target a figure is of, whenever it was passed or told of.
//!
//! | text | period |
//! |---|---|
//! | `passed its 2025 budget of $40m on Friday` | 2025 |
//! | `In 2025 losses of $40m came up` | whatever the clause says: the year is its own |

use super::timing::lasts_longer_than;
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::lexicon::List;
use crate::text::Shape;
use std::ops::Range;

/// How many days a date takes at least that is a thing's own, rather than the day of what happened to it.
const LONG_DAYS: i32 = 10;

/// How many words may stand between the date and the figure: "its 2025 tax income of".
const NEAR: usize = 4;

/// Whether a date stands in front of the noun whose size a figure is.
pub(super) fn is_of_noun(sentence: Tokens<'_>, date: &Dated, phrase: &Range<usize>) -> bool {
    let behind = date.tokens.end;
    let Some(joint) = phrase.start.checked_sub(1).filter(|&at| at > behind && at - behind <= NEAR) else {
        return false;
    };
    let noun = || sentence.nth(joint - 1).is_some_and(|token| sentence.lexicon().noun(token.word).is_some());
    let plain =
        |at: usize| sentence.nth(at).is_some_and(|token| matches!(token.shape, Shape::Lower | Shape::Possessive));
    let tied = matches!(sentence.from(joint).letters(), "of" | "at");
    let own = date.start.is_some() && lasts_longer_than(date, LONG_DAYS) && !is_led(sentence, date);
    tied && own && noun() && (behind..joint).all(plain)
}

/// `in 2025`, `by the end of 2025`: the date is the clause's.
fn is_led(sentence: Tokens<'_>, date: &Dated) -> bool {
    let here = sentence.from(date.tokens.start);
    here.is(List::Preposition) || here.at() > 0 && sentence.from(here.at() - 1).is(List::Preposition)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn a_date_says_which_budget_it_is() {
        for (text, expected) in [
            ("The council passed its 2025 budget of $40 million on Monday.", "40 million 2025-01-01/2025-12-31"),
            ("The fund set a 2026 target of 400 boats in January.", "400 2026-01-01/2026-12-31"),
            ("Last year's loss of 400 boats was made known in January.", "400 2024-01-01/2024-12-31"),
            ("On Monday the board put its 2024 deficit at $40 million.", "40 million 2024-01-01/2024-12-31"),
            ("Monday's loss of 400 boats was the third.", "400 2025-03-10"),
            ("The fund cut its 2025 forecast to 400 boats in January.", "400 2025-01-01/2025-01-31"),
            ("By 2024 losses of 400 boats were told of in January.", "400 2025-01-01/2025-01-31"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }
}
