//! A unit, and what lies within it: "last year's fourth quarter", "next week on Tuesday".
//!
//! ```text
//! within = which_unit ("'s" | "on" | "-") (weekday | part)
//! ```

use super::days::Unit;
use super::expression::DateExpression;
use super::season::part;
use super::terminal::{hyphen, weekday};
use super::unit::which_unit;
use crate::grammar::tokens::{Parsed, Tokens, fail, token, word};
use crate::text::Shape;
use nom::Parser;
use nom::branch::alt;
use nom::sequence::preceded;

/// `within`
pub(super) fn within(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, base) = which_unit(input)?;
    let DateExpression::Unit(unit, _) = base else { return fail() };
    let base = Box::new(base);
    match unit {
        Unit::Week => {
            let joint = alt((possessive, word("on").map(|_| ()), hyphen));
            let (rest, weekday) = preceded(joint, weekday).parse(rest)?;
            Ok((rest, DateExpression::WeekdayIn(weekday, base)))
        }
        Unit::Year => {
            let (rest, part) = preceded(possessive, part).parse(rest)?;
            Ok((rest, DateExpression::YearlyIn(part, base)))
        }
        _ => fail(),
    }
}

/// `'s`
pub(super) fn possessive(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|_, token| (token.shape == Shape::Possessive).then_some(())).parse(input)
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn units_named_first() {
        check(&[
            ("It beat last year's fourth quarter.", "2025-03-12", "2024-10-01/2024-12-31"),
            ("It will meet next week on Tuesday.", "2025-03-12", "2025-03-18"),
            ("It beat last year's sales.", "2025-03-12", "2024-01-01/2024-12-31"),
        ]);
    }
}
