//! Months.
//!
//! ```text
//! month_year = month [",""] ["of"] year            March 2025 · March of 2025
//! month      = [which] month                       last May · March, where it is no verb and nobody's name
//! month_in   = month ("of" | "in") unit            March of next year
//! after_next = month "after" "next"                March after next
//! ```

use super::day::year_after;
use super::days::{Days, Unit};
use super::expression::{DateExpression, Which, Yearly};
use super::terminal::{is_month_range, month, sure_month, which};
use super::unit::which_unit;
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, word};
use crate::lexicon::List;
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// `month_year | month_in | after_next | month`
pub(super) fn month_of_year(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((month_year, month_in, after_next, lone)).parse(input)
}

/// `month_year = month ["of"] year`
fn month_year(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (month, year)) = (month, year_after).parse(input)?;
    Days::months(year, month, 1).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// `month_in = month ["of" | "in"] unit`
fn month_in(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (month, base)) = (month, preceded(opt(one_of(&["of", "in"])), which_unit)).parse(input)?;
    Ok((rest, DateExpression::YearlyIn(whole_month(month), Box::new(base))))
}

/// `after_next = month "after" "next"`: a year behind the next one.
fn after_next(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, month) = terminated(month, (word("after"), word("next"))).parse(input)?;
    let next = DateExpression::Yearly(whole_month(month), Which::Next);
    Ok((rest, DateExpression::ShiftedFrom(1, Unit::Year, Box::new(next))))
}

/// `month = [which] month`
fn lone(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, which) = opt(which).parse(input)?;
    let told = which.is_some() && (rest.peek().is_some_and(Token::is_capitalised) || rest.letters().len() > 5);
    let (rest, month) = if told { month(rest)? } else { sure_month(rest)? };
    let dated = input.back(1).is_some_and(|token| token.shape == Shape::Number) && which.is_none();
    let names = || is_surname(&input) || is_first_name(&input, &rest);
    if dated || !is_month_range(&input) && names() {
        return fail();
    }
    Ok((rest, DateExpression::Yearly(whole_month(month), which.unwrap_or(Which::Bare))))
}

/// After a name, a month's name is a surname: `Theresa May`.
fn is_surname(input: &Tokens<'_>) -> bool {
    input.at() > 1
        && input.back(1).is_some_and(|before| {
            let lexicon = input.lexicon();
            let known =
                lexicon.is_any(before.word, &[List::Preposition, List::Determiner, List::Conjunction, List::Opener]);
            before.shape == Shape::Title && !known && lexicon.calendar(before.word).is_empty()
        })
}

/// Before a name, some months' names are first names: `April Jones`.
fn is_first_name(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let name = ["april", "may", "june", "august", "jan"].iter().any(|name| input.letters().eq_ignore_ascii_case(name));
    name && rest.peek().is_some_and(|after| {
        after.shape == Shape::Title && !after.glued && input.lexicon().calendar(after.word).is_empty()
    })
}

const fn whole_month(month: i8) -> Yearly {
    Yearly::Months { first: month, count: 1 }
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn months() {
        check(&[
            ("It fell in March 2024.", "2025-02-10", "2024-03-01/2024-03-31"),
            ("It fell in March.", "2025-02-10", "2024-03-01/2024-03-31"),
            ("It will fall in March.", "2025-02-10", "2025-03-01/2025-03-31"),
            ("It fell last May.", "2025-02-10", "2024-05-01/2024-05-31"),
            ("It will close next May.", "2025-06-10", "2026-05-01/2026-05-31"),
            ("It fell in May.", "2025-06-10", "2025-05-01/2025-05-31"),
            ("The March figures fell.", "2025-04-10", "2025-03-01/2025-03-31"),
            ("The March on Rome.", "2025-02-10", ""),
            ("May they march on Rome?", "2025-02-10", ""),
            ("Theresa May said so.", "2025-02-10", ""),
            ("Plans for the next march are ready.", "2025-02-10", ""),
            ("Deals are likely going into August.", "2025-02-10", "2025-08-01/2025-08-31"),
            ("Deals are likely by August.", "2025-02-10", "2025-08-01/2025-08-31"),
            ("Talks resume in March.", "2025-02-10", "2025-03-01/2025-03-31"),
            ("It closes in March of next year.", "2025-02-10", "2026-03-01/2026-03-31"),
            ("It will close in March after next.", "2025-02-10", "2026-03-01/2026-03-31"),
            ("They will play in Ostrand Jan-Feb 2026.", "2025-02-10", "2026-01-01/2026-02-28"),
        ]);
    }
}
