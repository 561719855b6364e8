//! What stretch a date gives to the figure that it dates.
//!
//! | text | stretch |
//! |---|---|
//! | `at the end of March` | 31 March: a stock is taken on the last day |
//! | `since fighting resumed in March`, `so far this year` | up to the day of the draft |
//! | `in July and August` | both |

use super::timing::timing;
use crate::claim::Timing;
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use jiff::civil::Date;

/// "At the end of March" a stock is taken on the last day; "Since fighting resumed in March" goes on to this day, and so does
/// "so far this year".
pub(super) fn covered(sentence: Tokens<'_>, date: &Dated, dates: &[Dated], published: Option<Date>) -> Timing {
    let whole = timing(date);
    if let Some(longer) = with_next(sentence, date, dates) {
        longer
    } else if date.closes {
        Timing { start: whole.end, ..whole }
    } else if begins(sentence, date) || is_running(sentence, date, published) {
        Timing { end: published, ..whole }
    } else {
        whole
    }
}

/// `so far this year`, `this month so far`: a stretch of which not all is over.
fn is_running(sentence: Tokens<'_>, date: &Dated, published: Option<Date>) -> bool {
    let so_far =
        |at: usize| sentence.from(at).letters().eq_ignore_ascii_case("so") && sentence.from(at).letters_at(1) == "far";
    let start = date.tokens.start;
    let before = (2..=3).any(|back| start.checked_sub(back).is_some_and(so_far));
    let under_way = date.start.zip(date.end).zip(published).is_some_and(|((from, to), day)| from <= day && day < to);
    under_way && (before || so_far(date.tokens.end))
}

/// Whether a date is that of the event with which a stretch up to now begins: "Since fighting resumed in March", "412
/// cases since the first was reported on 9 January".
pub(super) fn begins(sentence: Tokens<'_>, date: &Dated) -> bool {
    const FAR: usize = 8;
    let letters = |at: usize| sentence.from(at).letters();
    let mut event = (date.tokens.start.saturating_sub(FAR)..date.tokens.start).rev();
    let since = event.find(|&at| matches!(letters(at), "since" | "Since" | "," | ";"));
    since.is_some_and(|at| at + 1 < date.tokens.start && letters(at).eq_ignore_ascii_case("since"))
}

/// `In July and August 40 came`: the one stretch goes on where the other ends.
fn with_next(sentence: Tokens<'_>, date: &Dated, dates: &[Dated]) -> Option<Timing> {
    let joined = |first: &Dated, second: &Dated| {
        let next = first.end.and_then(|end| end.tomorrow().ok());
        first.tokens.end + 1 == second.tokens.start
            && sentence.from(first.tokens.end).letters() == "and"
            && next.is_some_and(|next| second.start == Some(next))
            && sentence.from(second.tokens.end).letters() != "respectively"
    };
    let pair =
        dates.windows(2).find(|pair| pair.iter().any(|one| one.tokens == date.tokens) && joined(&pair[0], &pair[1]))?;
    Some(Timing { end: pair[1].end, ..timing(&pair[0]) })
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn stretches_that_go_on() {
        for (text, expected) in [
            ("In January and February 400 came.", "400 2025-01-01/2025-02-28"),
            ("In 2022 and 2024 it sold 400.", "400 2022-01-01/2022-12-31"),
            ("In 2023 it sold 400 and 2024 was worse.", "400 2023-01-01/2023-12-31"),
            ("Since fighting resumed on 3 March, 40 guards have died.", "40 2025-03-03/2025-03-12"),
            ("It had 400 cars at the end of January.", "400 2025-01-31"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }
}
