//! Figures that are held against others, and the dates of those others.
//!
//! | text | the date is |
//! |---|---|
//! | `61 percent, compared with 58 in 2020` | that of the 58 |
//! | `up 4 percent from a year earlier` | no figure's |
//! | `40, 3 fewer than in 2020` | no figure's |
//! | `from 40 in 2022 to 30 in 2024, a fall of 25 percent` | of the fall from the one to the other |

use super::timing::{lasts_longer_than, timing};
use crate::claim::Timing;
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// Whether a date behind a figure is that of another which the figure is compared with: "61 percent, compared with 58
/// percent in 2020", "12 more than a year ago".
pub(super) fn is_of_another(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Dated) -> bool {
    (phrase.end..date.tokens.start).any(|at| match sentence.from(at).letters() {
        "than" | "compared" | "against" | "versus" => true,
        // "Up 4 percent from the $40 million of a year ago".
        "from" | "with" => is_number(sentence, at + 1, 3),
        "on" => is_base(sentence, phrase, at),
        _ => false,
    })
}

/// `an increase of 4 percent on the 40 of last year`, `8 points down on 2023`: the "on" of what a change starts from.
fn is_base(sentence: Tokens<'_>, phrase: &Range<usize>, on: usize) -> bool {
    const NEAR: usize = 3;
    let change = |at: usize| sentence.from(at).is_change();
    let told = || (phrase.start.saturating_sub(NEAR)..phrase.start).any(change);
    let the_one = || sentence.from(on + 1).letters() == "the" && is_number(sentence, on + 2, NEAR - 1);
    let compares = matches!(sentence.from(on - 1).letters(), "up" | "down" | "higher" | "lower");
    on > phrase.end && compares || the_one() && told()
}

/// Whether one of so many tokens is a figure in digits.
fn is_number(sentence: Tokens<'_>, from: usize, count: usize) -> bool {
    (from..from + count).any(|at| sentence.nth(at).is_some_and(|token| token.shape == Shape::Number))
}

/// `from 40 to 30, a fall of 25 percent`, `That is a rise of 4 percent`, `30, down 25 percent`: it lies between two times
/// and is of neither.
pub(super) fn is_of_change(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    const REACH: usize = 5;
    let start = phrase.start.saturating_sub(REACH);
    let here = sentence.from(phrase.start);
    let by = usize::from(here.back(1).is_some_and(|back| back.letters == "by"));
    let way = |letters: &str| matches!(letters, "up" | "down");
    if here.back(by + 1).is_some_and(|back| way(back.letters)) {
        return here.back(by + 2).is_some_and(|back| back.letters == ",");
    }
    let mut before = (start..phrase.start).rev();
    let Some(noun) = before.find(|&at| sentence.from(at).is_change()) else { return false };
    let leads = matches!(sentence.from(noun + 1).letters(), "of" | "by");
    let Some(article) = (start..noun).rev().find(|&at| sentence.from(at).is(List::Determiner)) else { return false };
    let before = article.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    leads && matches!(sentence.from(article).letters(), "a" | "an") && matches!(before, "," | "is" | "was" | "–" | "—")
}

/// `, 30 fewer than in May`, `which was 4 percent more than in 2023`, `, a 4 percent jump`: how far two figures of two times
/// lie apart. It takes the number with qualifier and unit.
pub(super) fn is_difference(sentence: Tokens<'_>, number: &Range<usize>) -> bool {
    /// How many words may stand between a figure and what compares it: "30 boats fewer than".
    const NEAR: usize = 2;
    let here = sentence.from(number.start);
    let before = |back: usize| here.back(back).map_or("", |token| token.letters);
    let which = matches!(before(1), "is" | "was") && before(2) == "which";
    let compares = |at: usize| match sentence.from(at).letters() {
        "more" | "fewer" | "less" | "higher" | "lower" => sentence.from(at + 1).letters() == "than",
        "up" | "down" => sentence.from(at + 1).letters() == "on",
        _ => false,
    };
    let plain = |at: &usize| {
        let here = sentence.from(*at);
        here.peek().is_some_and(Token::is_word) && !here.is(List::Preposition)
    };
    let mut behind = number.end..=number.end + NEAR;
    let moves = matches!(before(1), "a" | "an") && before(2) == "," && sentence.from(number.end).is_change();
    let apart = (before(1) == "," || which) && behind.find(|at| compares(*at) || !plain(at)).is_some_and(compares);
    apart || moves
}

/// From the one time to the other: "from 40 in 2022 to 30 in 2024, a fall of 25 percent".
pub(super) fn from_to(sentence: Tokens<'_>, phrase: &Range<usize>, dates: &[Dated]) -> Option<Timing> {
    let [first, last] = dates else { return None };
    let joined = (first.tokens.end..last.tokens.start).any(|at| sentence.from(at).letters() == "to");
    let apposed = last.tokens.end < phrase.start && first.start < last.start && is_of_change(sentence, phrase);
    (apposed && joined).then(|| Timing { start: first.start, ..timing(last) })
}

/// `40 cases, three fewer than in 2023`: a year that only the figure's comparison names.
pub(super) fn is_compared_year(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Dated) -> bool {
    let told = date.tokens.clone().any(|at| sentence.nth(at).is_some_and(|token| token.shape == Shape::Number));
    told && date.tokens.start > phrase.start && is_of_another(sentence, phrase, date)
}

/// Whether a date is what a figure is held against, and no figure's own: "up 4 percent from a year earlier", "4 percent up
/// on last year".
pub(super) fn is_held_against(sentence: Tokens<'_>, date: &Dated) -> bool {
    const BEFORE: [&str; 6] = ["earlier", "ago", "before", "last", "previous", "prior"];
    /// As long as what figures are held against lasts at least: "arrested on the previous day" is of that day.
    const LONG_DAYS: i32 = 20;
    let start = date.tokens.start;
    let before = start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    let of = |words: &[&str]| date.tokens.clone().any(|at| words.contains(&sentence.from(at).letters()));
    match before {
        "from" => of(&BEFORE),
        "on" => of(&BEFORE) && lasts_longer_than(date, LONG_DAYS),
        "over" => of(&["earlier", "ago"]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn a_change_is_of_neither_time() {
        for (text, expected) in [
            (
                "Thefts fell from 400 in 2022 to 300 in 2024, a fall of 25 percent.",
                "400 2022-01-01/2022-12-31; 300 2024-01-01/2024-12-31; 25 2022-01-01/2024-12-31",
            ),
            ("It made 400 carts in 2024, a rise of 4 percent.", "400 2024-01-01/2024-12-31; 4 none"),
            ("It made 400 carts in 2024, up 4 percent.", "400 2024-01-01/2024-12-31; 4 none"),
            (
                "It made 400 carts, a rise of 4 percent on the 384 of 2023.",
                "400 none; 4 none; 384 2023-01-01/2023-12-31",
            ),
            ("That is eight points down on 2023.", "eight none"),
            ("Rents rose 4 percent on 30 streets in 2023.", "4 2023-01-01/2023-12-31; 30 2023-01-01/2023-12-31"),
            ("In 2024 rents rose 4 percent.", "4 2024-01-01/2024-12-31"),
            ("Rents saw a rise of 4 percent in 2024.", "4 2024-01-01/2024-12-31"),
            ("In January it sold 400 cars, about 30 fewer than in May.", "400 2025-01-01/2025-01-31; 30 none"),
            ("It sold 400 cars in 2024, which was 9 percent more than before.", "400 2024-01-01/2024-12-31; 9 none"),
            ("From May to July 400 came, 9 percent up on 2023.", "400 2024-05-01/2024-07-31; 9 none"),
            ("It sold 400 cars in 2024, a 9 percent jump.", "400 2024-01-01/2024-12-31; 9 none"),
            (
                "It sold 400 cars in 2024, more than 90 of them abroad.",
                "400 2024-01-01/2024-12-31; 90 2024-01-01/2024-12-31",
            ),
            (
                "In January it sold 400 cars, 90 in more than one town.",
                "400 2025-01-01/2025-01-31; 90 2025-01-01/2025-01-31; one none",
            ),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }
}
