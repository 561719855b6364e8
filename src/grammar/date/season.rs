//! Quarters, halves and seasons.
//!
//! ```text
//! part_of_year = which_part | numbered
//! numbered = ["the"] (ordinal ["-"] "quarter" | ("first" | "second") ["-"] "half") [of_year]
//!          | ("Q"~1-4 | "H"~1-2) [of_year]                            Q1 2025 · third-quarter · H1
//!          | ["the"] (year | two figures~) ["-" | "'s"] numbered       2025-Q1 · the 2024 third quarter · 18Q4
//! season   = [which] season [of_year]                                spring 2022 · last summer
//! of_year  = ["of"] (["fiscal"] year | unit)                         of 2025 · of last year
//! ```

use super::day::{two_figures, year_after};
use super::days::{Days, Unit};
use super::expression::{DateExpression, Which, Yearly};
use super::terminal::{Lower, article, hyphen, ordinal, season, which, year};
use super::unit::{current_or_which, which_unit};
use super::within::possessive;
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, token, word};
use crate::text::Token;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};

/// `numbered | season`
pub(super) fn part_of_year(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((year_first, numbered, season_of_year)).parse(input)
}

/// `["the"] (year | two figures~) ["-" | "'s"] part`
fn year_first(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let whole = terminated(year, opt(alt((hyphen, possessive))));
    let (rest, year) = preceded(article, alt((whole, two_figures_touching))).parse(input)?;
    let (rest, part) = part(rest)?;
    fixed(rest, &part, year)
}

/// The year of `18Q4`.
fn two_figures_touching(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, year) = token(two_figures).parse(input)?;
    if rest.peek().is_some_and(|part| part.glued) { Ok((rest, year)) } else { fail() }
}

/// `numbered`, with the year it belongs to.
fn numbered(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, part) = part(input)?;
    let (rest, _) = opt(hyphen).parse(rest)?;
    of_year(rest, part, Which::Bare)
}

/// A quarter or half by its number.
pub(super) fn part(input: Tokens<'_>) -> Parsed<'_, Yearly> {
    alt((quarter, half, short)).parse(input)
}

/// `season = [which] season [of_year]`
fn season_of_year(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, which) = opt(which).parse(input)?;
    let (rest, first) = preceded(article, season).parse(rest)?;
    // "The Summer Olympics" are a name.
    if rest.back(1).is_some_and(Token::is_capitalised) && rest.peek().is_some_and(Token::is_capitalised) {
        return fail();
    }
    let part = Yearly::Months { first, count: 3 };
    if which.is_some() || input.letters().eq_ignore_ascii_case("the") || follows_in(&input) {
        return of_year(rest, part, which.unwrap_or(Which::Bare));
    }
    let (rest, year) = year_after(rest)?;
    fixed(rest, &part, year)
}

/// "in spring" is a time; "spring rains" is none.
fn follows_in(input: &Tokens<'_>) -> bool {
    let before = input.back(1).map_or("", |token| token.letters);
    ["in", "since", "until", "by", "early", "late", "during"].iter().any(|word| before.eq_ignore_ascii_case(word))
}

/// `["the"] ordinal ["-"] "quarter"`
fn quarter(input: Tokens<'_>) -> Parsed<'_, Yearly> {
    let (rest, number) = preceded(article, verify(nth, |number| (1..=4).contains(number))).parse(input)?;
    let (rest, _) = preceded(opt(hyphen), one_of(&["quarter", "qtr"])).parse(rest)?;
    Ok((rest, months(number, 3)))
}

/// `["the"] ("first" | "second") ["-"] "half"`; the second half of a match is no time of the year.
fn half(input: Tokens<'_>) -> Parsed<'_, Yearly> {
    let (rest, number) = preceded(article, verify(nth, |number| (1..=2).contains(number))).parse(input)?;
    let (rest, _) = preceded(opt(hyphen), word("half")).parse(rest)?;
    // "The first half of the period" is told by the period.
    if is_of_year(rest) || rest.letters() != "of" && is_business(&input) {
        Ok((rest, months(number, 6)))
    } else {
        fail()
    }
}

fn is_of_year(rest: Tokens<'_>) -> bool {
    let of = (opt(word("of")), article, opt(one_of(&["fiscal", "financial"])));
    let year = alt((year.map(|_| ()), word("year").map(|_| ()), which_unit.map(|_| ())));
    preceded(of, year).parse(rest).is_ok()
}

/// Whether the sentence speaks of money or shares.
pub(super) fn is_business(input: &Tokens<'_>) -> bool {
    const WORDS: [&str; 16] = [
        "%", "percent", "cent", "$", "€", "£", "profit", "profits", "loss", "losses", "sales", "turnover", "revenue",
        "earnings", "output", "exports",
    ];
    input.from(0).rest().iter().any(|token| WORDS.contains(&Lower::new(token.letters).as_str()))
}

/// An ordinal in a word or in figures.
fn nth(input: Tokens<'_>) -> Parsed<'_, i8> {
    alt((ordinal, super::terminal::ordinal_day)).parse(input)
}

/// `"Q"~1-4 | "H"~1-2`, one token.
fn short(input: Tokens<'_>) -> Parsed<'_, Yearly> {
    token(|_, token| match token.letters.as_bytes() {
        [b'Q' | b'q', number @ b'1'..=b'4'] => Some(months((number - b'0').cast_signed(), 3)),
        [b'H', number @ b'1'..=b'2'] => Some(months((number - b'0').cast_signed(), 6)),
        _ => None,
    })
    .parse(input)
}

const fn months(number: i8, count: i8) -> Yearly {
    Yearly::Months { first: (number - 1) * count + 1, count }
}

/// `of_year = ["of"] (["fiscal"] year | unit)`, or nothing.
fn of_year(input: Tokens<'_>, part: Yearly, which: Which) -> Parsed<'_, DateExpression> {
    let fiscal = opt((opt(article), one_of(&["fiscal", "financial"]), opt(word("year"))));
    let told = preceded((opt(one_of(&["of", "in", "for"])), fiscal), year).parse(input);
    if let Ok((rest, year)) = told {
        return fixed(rest, &part, year);
    }
    if let Ok((rest, year)) = year_after(input) {
        return fixed(rest, &part, year);
    }
    if let Ok((rest, base)) = preceded(opt(one_of(&["of", "in"])), current_or_which).parse(input)
        && matches!(base, DateExpression::Unit(Unit::Year, _))
    {
        return Ok((rest, DateExpression::YearlyIn(part, Box::new(base))));
    }
    Ok((input, DateExpression::Yearly(part, which)))
}

fn fixed<'a>(rest: Tokens<'a>, part: &Yearly, year: i16) -> Parsed<'a, DateExpression> {
    part.in_year(year).map_or_else(fail, |days: Days| Ok((rest, DateExpression::Fixed(days))))
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn quarters_halves_and_seasons() {
        check(&[
            ("Sales rose in the first quarter of 2025.", "2025-05-02", "2025-01-01/2025-03-31"),
            ("Sales rose in Q1 2024.", "2025-05-02", "2024-01-01/2024-03-31"),
            ("It beat 2023's third quarter.", "2025-05-02", "2023-07-01/2023-09-30"),
            ("It beat the 2023 third quarter.", "2025-05-02", "2023-07-01/2023-09-30"),
            ("It opened last fall.", "2025-05-02", "2024-09-01/2024-11-30"),
            ("It opens this fall.", "2025-05-02", "2025-09-01/2025-11-30"),
            ("This fall in prices helps.", "2025-05-02", ""),
            ("Third-quarter sales rose.", "2025-05-02", "2024-07-01/2024-09-30"),
            ("Sales rose in the first half of 2024.", "2025-05-02", "2024-01-01/2024-06-30"),
            ("Sales rose in H2 2024.", "2025-05-02", "2024-07-01/2024-12-31"),
            ("Sales rose in 23Q3.", "2025-05-02", "2023-07-01/2023-09-30"),
            ("Sales rose in the first quarter of last year.", "2025-05-02", "2024-01-01/2024-03-31"),
            ("It opened in spring 2022.", "2025-05-02", "2022-03-01/2022-05-31"),
            ("It opened last summer.", "2025-05-02", "2024-06-01/2024-08-31"),
            ("It will open next winter.", "2025-05-02", "2025-12-01/2026-02-28"),
            ("They scored twice in the second half.", "2025-05-02", ""),
            ("Output rose in the first half of the period.", "2025-05-02", ""),
            ("Profit rose in the first half.", "2025-08-02", "2025-01-01/2025-06-30"),
            ("It opened in the fall of 2023.", "2025-05-02", "2023-09-01/2023-11-30"),
            ("It will open in the fall.", "2025-05-02", "2025-09-01/2025-11-30"),
            ("The fall of the tower was seen.", "2025-05-02", ""),
            ("He lost his hat in the fall.", "2025-05-02", ""),
            ("The Summer Games were held.", "2025-05-02", ""),
            ("Spring rains came.", "2025-05-02", ""),
            ("Prices fall each day.", "2025-05-02", ""),
        ]);
    }
}
