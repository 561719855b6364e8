//! Parts counted from one end: "the first week of March", "the last Friday of May".
//!
//! ```text
//! nth = ["the"] (ordinal | "last" | ordinal "last") [count] (unit | weekday) ("of" | "in") base
//!     | ["the"] "first" count "months"                in accounts: of the year
//! half_of_month = ["the"] ("first" | "second") ["-"] "half" "of" (month | "the" "month")
//! ```

use super::anchor::Tense;
use super::days::Unit;
use super::expression::{Counted, DateExpression, Portion, Which, Yearly};
use super::point::base;
use super::season::is_business;
use super::tense::tense_at;
use super::terminal::{article, count, hyphen, ordinal, ordinal_day, unit, weekday};
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `nth`
pub(super) fn nth(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((part_of_base, first_months)).parse(input)
}

/// `half_of_month`
pub(super) fn half_of_month(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, nth) = preceded(article, verify(ordinal, |nth| (1..=2).contains(nth))).parse(input)?;
    let (rest, _) = (opt(hyphen), word("half"), word("of")).parse(rest)?;
    let (rest, base) = base(rest)?;
    let month = matches!(base, DateExpression::Unit(Unit::Month, _)) || base.is_month();
    let half = if nth == 1 { Portion::FirstHalf } else { Portion::SecondHalf };
    if month { Ok((rest, DateExpression::Portion(half, Box::new(base)))) } else { fail() }
}

/// `["the"] "first" count "months"`: those of the year where the sentence speaks of money, looks back, and says "in"; the
/// first months of a war or a job are others.
fn first_months(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (_, _, months)) =
        (article, word("first"), verify(count, |count| (2..12).contains(count))).parse(input)?;
    let (rest, _) = word("months").parse(rest)?;
    let told =
        input.back(1).is_some_and(|before| ["in", "for", "over", "during"].iter().any(|word| before.reads(word)));
    let ends = !matches!(rest.letters(), "of" | "after" | "in" | "since")
        && !rest.peek().is_some_and(|next| next.glued && next.letters == "-");
    match i8::try_from(months) {
        Ok(count)
            if told && ends && is_business(&input) && tense_at(&input, input.at(), rest.at()) != Tense::Future =>
        {
            Ok((rest, DateExpression::Yearly(Yearly::Months { first: 1, count }, Which::Last)))
        }
        _ => fail(),
    }
}

/// What is counted in a stretch that is told.
fn part_of_base(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, nth) = preceded(article, place).parse(input)?;
    let (rest, count) = opt(verify(count, |count| (2..=52).contains(count))).parse(rest)?;
    let (rest, counted) = alt((weekday.map(Counted::Weekday), unit.map(Counted::Unit))).parse(rest)?;
    let (rest, base) = preceded(one_of(&["of", "in"]), base).parse(rest)?;
    let counted = match (counted, count.and_then(|count| i8::try_from(count).ok())) {
        (Counted::Unit(unit), Some(count)) => Counted::Units(count, unit),
        // A quarter by its number is a part of the year of its own.
        (Counted::Unit(Unit::Quarter), None) if nth > 0 => return fail(),
        (counted, _) => counted,
    };
    Ok((rest, DateExpression::Nth(nth, counted, Box::new(base))))
}

/// `ordinal | "last" | ordinal "last"`
fn place(input: Tokens<'_>) -> Parsed<'_, i8> {
    let ordinal = |input| alt((ordinal, ordinal_day)).parse(input);
    let last = word("last").map(|_| -1);
    let from_end = (ordinal, word("last")).map(|(nth, _): (i8, _)| -nth);
    alt((last, from_end, ordinal, word("final").map(|_| -1))).parse(input)
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn counted_parts() {
        check(&[
            ("It fell in the first week of March 2024.", "2025-03-12", "2024-03-04/2024-03-10"),
            ("It fell on the last Friday of May 2024.", "2025-03-12", "2024-05-31"),
            ("It fell in the first two months of 2024.", "2025-03-12", "2024-01-01/2024-02-29"),
            ("It fell in the last two months of last year.", "2025-03-12", "2024-11-01/2024-12-31"),
            ("It fell in the final quarter of 2024.", "2025-03-12", "2024-10-01/2024-12-31"),
            ("It fell on the last day of February.", "2025-03-12", "2025-02-28"),
            ("It fell in the first half of March.", "2025-03-12", "2025-03-01/2025-03-15"),
            ("It fell in the second half of February 2024.", "2025-03-12", "2024-02-16/2024-02-29"),
            ("It fell in the first half of last month.", "2025-03-12", "2025-02-01/2025-02-15"),
            ("She was hurt in the second half of the match.", "2025-03-12", ""),
            ("It was the first week of strikes.", "2025-03-12", ""),
            ("In the first nine months, profit rose.", "2025-10-26", "2025-01-01/2025-09-30"),
            ("In the first nine months, profit rose.", "2025-02-10", "2024-01-01/2024-09-30"),
            ("In the first nine months of the war, profit rose.", "2025-10-26", ""),
            ("In the first nine months, she learnt to fly.", "2025-10-26", ""),
        ]);
    }
}
