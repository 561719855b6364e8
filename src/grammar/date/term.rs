//! How long something lasts, and from when: "for three weeks from 4 May".
//!
//! ```text
//! term = count unit [","] "from" date                                       behind "for"
//!      | count unit ("starting" | "beginning" | "commencing") ["on"] date   a week starting tomorrow
//! ```

use super::day::comma;
use super::expression::DateExpression;
use super::point::day_point;
use super::range::joiner;
use super::terminal::{count, unit};
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::terminated;

/// `term`
pub(super) fn term(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let lasts = input.back(1).is_some_and(|before| before.reads("for"));
    let (rest, (count, unit)) = (count, terminated(unit, opt(comma))).parse(input)?;
    let starting = terminated(one_of(&["starting", "beginning", "commencing"]), opt(one_of(&["on", "from"])));
    let (rest, opener) = alt((starting, word("from"))).parse(rest)?;
    if opener.reads("from") && !lasts {
        return fail();
    }
    let today = word("now").map(|_| DateExpression::Relative(0));
    let (rest, date) = alt((day_point, today)).parse(rest)?;
    // "For eight years, from 2010 to 2018": how long it is, and the stretch itself.
    if joiner(rest).is_ok() {
        return fail();
    }
    Ok((rest, DateExpression::Term(count, unit, Box::new(date))))
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn terms_run_from_their_first_day() {
        check(&[
            ("It will be shut for three weeks from 4 May.", "2025-03-12", "2025-05-04/2025-05-24"),
            ("It will be shut for two days, from Friday.", "2025-03-12", "2025-03-14/2025-03-15"),
            ("It will be shut for a month starting on 1 June.", "2025-03-12", "2025-06-01/2025-06-30"),
            ("A week beginning tomorrow is planned.", "2025-03-12", "2025-03-13/2025-03-19"),
            ("It will open three weeks from 4 May.", "2025-03-12", "2025-05-25"),
            ("She was mayor for eight years, from 2010 to 2018.", "2025-03-12", "2010-01-01/2018-12-31"),
            ("It ran for three days.", "2025-03-12", ""),
        ]);
    }
}
