//! Stretches from one date to another, and those with one end.
//!
//! ```text
//! range = "between" date "and" date | ["from"] date ("to" | "until" | "-" …) date
//! since = ("since" | "starting" …) date
//! until = ("until" | "till" …) date
//! ```

use super::expression::DateExpression;
use super::opening::Opening;
use super::point::{point, point_opened};
use super::terminal::hyphen;
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// `range | since | until`, or a date alone, where the words begin in these ways.
pub(super) fn stretch(input: Tokens<'_>, ways: Opening) -> Parsed<'_, DateExpression> {
    if ways.meets(Opening::RANGE)
        && let Ok(open) = alt((since, until, between, from)).parse(input)
    {
        return Ok(open);
    }
    let (rest, first) = point_opened(input, ways)?;
    match preceded(joiner, point).parse(rest) {
        Ok((rest, last)) if may_range(&first, &last) => Ok((rest, ranged(first, last))),
        _ => Ok((rest, first)),
    }
}

/// `"between" date "and" date`
fn between(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let and = alt((one_of(&["and", "&"]).map(|_| ()), joiner));
    let now = word("now").map(|_| DateExpression::Relative(0));
    let (rest, (_, first, (), last)) = (word("between"), point, and, alt((point, now))).parse(input)?;
    Ok((rest, ranged(first, last)))
}

/// `"from" date ("to" | "until" | "-") date`
fn from(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (_, first, (), last)) = (word("from"), point, joiner, point).parse(input)?;
    if may_range(&first, &last) { Ok((rest, ranged(first, last))) } else { fail() }
}

/// "from 2023 to last month" names two figures' dates or one stretch; only dates of one kind are taken for a stretch.
fn may_range(first: &DateExpression, last: &DateExpression) -> bool {
    !matches!(first, DateExpression::Unit(..) | DateExpression::Rolling(..) | DateExpression::Shifted(..))
        && !matches!(last, DateExpression::Shifted(..))
}

fn ranged(first: DateExpression, last: DateExpression) -> DateExpression {
    DateExpression::Range(Box::new(first), Box::new(last))
}

/// `"to" | "until" | "through" | "-"`
fn joiner(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((hyphen, one_of(&["to", "until", "till", "through", "thru"]).map(|_| ()))).parse(input)
}

/// `since`
fn since(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, date) = preceded((word("since"), opt(one_of(&["the", "about", "around"]))), point).parse(input)?;
    // "Since March, when 40 died" goes on with March itself.
    let goes_on = rest.letters() == "," && rest.letters_at(1) == "when";
    Ok((rest, if goes_on { date } else { DateExpression::Since(Box::new(date)) }))
}

/// `until`
fn until(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, date) = preceded(one_of(&["until", "till"]), point).parse(input)?;
    Ok((rest, DateExpression::Until(Box::new(date))))
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn stretches() {
        check(&[
            ("It fell between March and May.", "2025-08-12", "2025-03-01/2025-05-31"),
            ("It fell between May 2024 and now.", "2025-08-12", "2024-05-01/2025-08-12"),
            ("It fell from 3 May to 9 June 2024.", "2025-08-12", "2024-05-03/2024-06-09"),
            ("From January to mid-June it fell.", "2025-08-12", "2025-01-01/2025-06-15"),
            ("It fell from November to March.", "2025-08-12", "2024-11-01/2025-03-31"),
            ("It fell from 2014 until last January.", "2025-08-12", "2014-01-01/2025-01-31"),
            ("It fell from 2014 to 2018.", "2025-08-12", "2014-01-01/2018-12-31"),
            ("It ran 30 April - 2 May 2024.", "2025-08-12", "2024-04-30/2024-05-02"),
            ("It fell between Monday and Wednesday.", "2025-08-15", "2025-08-11/2025-08-13"),
            ("It has risen since January.", "2025-08-12", "2025-01-01/2025-08-12"),
            ("It will close, the first to do so since November.", "2025-08-12", "2024-11-01/2025-08-12"),
            ("It was the worst since May, when 40 died.", "2025-08-12", "2025-05-01/2025-05-31"),
            ("It has risen since 2014.", "2025-08-12", "2014-01-01/2025-08-12"),
            ("It will run until Friday.", "2025-08-12", "/2025-08-15"),
        ]);
    }
}
