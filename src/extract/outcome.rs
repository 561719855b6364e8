//! What befell so many when something happened: it is of that day, told at the end of the sentence.
//!
//! | text | day |
//! |---|---|
//! | `A bomb went off on Friday, killing 40 and injuring 90` | Friday |
//! | `A storm came ashore on Friday, leaving 40 dead` | Friday |
//! | `When a bridge fell on Friday, 40 people died` | Friday |
//! | `A bus that left on Friday hit a wall, killing 40` | none: more happened in between |

use super::aside::is_in_relative;
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use std::ops::Range;

/// What happens to people and things at once.
#[rustfmt::skip]
const HARM: [&str; 12] = [
    "kill", "injure", "trap", "strand", "arrest", "destroy", "damage", "burn", "flood", "displace", "power_cut",
    "hospitalise",
];

/// How many tokens in front of a figure the word may stand that tells what happened to so many.
const REACH: usize = 5;

/// Whether a figure behind a date counts whom something befell that happened then.
pub(super) fn is_outcome(sentence: Tokens<'_>, date: &Dated, figure: &Range<usize>) -> bool {
    let between = date.tokens.end..figure.start;
    let comma = |at: &usize| sentence.from(*at).letters() == ",";
    let Some(last) = between.clone().rev().find(comma) else { return false };
    let befalls = |at: usize| is_harm(sentence, at) || leaves(sentence, at, figure);
    let near = figure.start.saturating_sub(REACH).max(last + 1);
    let participles = || between.clone().filter(comma).all(|at| befalls(at + 1)) && (near..figure.start).any(befalls);
    !is_in_relative(sentence, date) && participles() || last == date.tokens.end && is_of_opening(sentence, date, figure)
}

/// `When a bridge fell on Friday, 40`
fn is_of_opening(sentence: Tokens<'_>, date: &Dated, figure: &Range<usize>) -> bool {
    const NEAR: usize = 3;
    let closed = date.tokens.end;
    let commas = (0..closed).any(|at| sentence.from(at).letters() == ",");
    sentence.letters() == "When" && !commas && figure.start <= closed + NEAR
}

/// `killing`, `injuring`
fn is_harm(sentence: Tokens<'_>, at: usize) -> bool {
    let here = sentence.from(at);
    here.letters().ends_with("ing") && is_event_of_harm(here)
}

/// `leaving 40 people dead`
fn leaves(sentence: Tokens<'_>, at: usize, figure: &Range<usize>) -> bool {
    const NEAR: usize = 3;
    sentence.from(at).letters() == "leaving"
        && (figure.start..figure.end + NEAR).any(|at| is_event_of_harm(sentence.from(at)))
}

fn is_event_of_harm(here: Tokens<'_>) -> bool {
    here.lexicon().events.at(here.rest()).is_some_and(|(_, event)| HARM.contains(&&**event))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn who_was_harmed_was_harmed_that_day() {
        for (text, expected) in [
            ("The gang came late on Monday, killing four guards and injuring 11.", "four 2025-03-10; 11 2025-03-10"),
            ("A slide hit the road on Monday, the board said, killing 40 people.", "40 none"),
            ("A storm came ashore on Monday, leaving 40 people dead.", "40 2025-03-10"),
            ("A storm came ashore on Monday, leaving 400 dead.", "400 2025-03-10"),
            ("A storm came ashore on Monday, leaving 40 ships in port.", "40 none"),
            ("A bus that left the port on Monday hit a wall, killing 40 people.", "40 none"),
            ("A bus left the port on Monday, hit a wall and burnt out, killing 40 people.", "40 none"),
            ("The board said on Monday that a slide hit the road, killing 40 people.", "40 none"),
            ("The mill opened on Monday, hiring 40 hands.", "40 none"),
            ("When a bridge fell on Monday, 40 people died.", "40 2025-03-10"),
            ("When a bridge fell on Monday, the mayor, who had 40 aides, wept.", "40 none"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }
}
