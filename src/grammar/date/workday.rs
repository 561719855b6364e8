//! Working days, from Monday to Friday.
//!
//! ```text
//! workdays     = ["the"] ("last" | "next" …) count working "days"       the next four working days
//!              | which (working | "work") "week"                          this working week
//! working      = "working" | "business" | "trading"
//! ```

use super::days::Unit;
use super::expression::DateExpression;
use super::terminal::{article, count, unit, which};
use super::unit::way;
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

const WORKING: &[&str] = &["working", "business", "trading"];

/// `workdays`
pub(super) fn workdays(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((several, week)).parse(input)
}

/// `["the"] ("last" | "next" …) count working "days"`
fn several(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (sign, count)) = (preceded(article, way), verify(count, |count| *count > 0)).parse(input)?;
    let (rest, unit) = preceded(one_of(WORKING), unit).parse(rest)?;
    if unit == Unit::Day { Ok((rest, DateExpression::RollingWorkdays(sign * count))) } else { fail() }
}

/// `which (working | "work") "week"`
fn week(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, which) = which(input)?;
    let (rest, _) = (alt((one_of(WORKING), word("work"))), opt(word("-")), word("week")).parse(rest)?;
    Ok((rest, DateExpression::Workweek(which)))
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn days_on_which_people_work() {
        check(&[
            ("It fell over the last four trading days.", "2025-03-12", "2025-03-06/2025-03-11"),
            ("It will answer in the next three working days.", "2025-03-14", "2025-03-17/2025-03-19"),
            ("It will meet this working week.", "2025-03-12", "2025-03-10/2025-03-14"),
            ("They will strike next work week.", "2025-03-12", "2025-03-17/2025-03-21"),
            ("It takes four working days.", "2025-03-12", ""),
        ]);
    }
}
