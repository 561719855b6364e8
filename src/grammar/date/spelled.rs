//! Years and days in words.
//!
//! ```text
//! spelled_year = ("nineteen" | "twenty" …) below100              nineteen eighty-six
//!              | "two" "thousand" [["and"] below100]             two thousand and five
//! spelled_day  = below100, no longer than a month                twenty-nine
//! told_year    = ("in" | "since" …) (century ["-"] below100 | "two" "thousand" ["and"] below100)
//! told_decade  = ["the"] century ["-"] decade                    the nineteen-eighties
//! century      = "seventeen" | "eighteen" | "nineteen" | "twenty"
//! ```

use super::days::Days;
use super::expression::DateExpression;
use super::terminal::{article, hyphen, is_counted, named};
use crate::grammar::tokens::{Parsed, Tokens, fail, token, word};
use crate::lexicon::{CalendarKind, Classes};
use crate::text::Token;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};

/// `spelled_year`
pub(super) fn spelled_year(input: Tokens<'_>) -> Parsed<'_, i16> {
    alt((thousands, hundreds)).parse(input)
}

/// `told_year | told_decade`: a year that no figure gives away.
pub(super) fn told(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (first, last)) = alt((told_decade, told_year)).parse(input)?;
    Days::years(first, last).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// `("in" | "since" …) century ["-"] below100`; what goes on to count something is no year.
fn told_year(input: Tokens<'_>) -> Parsed<'_, (i16, i16)> {
    const BEFORE: [&str; 10] = ["in", "since", "of", "by", "from", "until", "during", "year", "before", "after"];
    let before = input.back(1).map_or("", |before| before.letters);
    if !BEFORE.iter().any(|word| before.eq_ignore_ascii_case(word)) {
        return fail();
    }
    let years = verify(below100, |years| *years >= 10);
    let split = (terminated(century, opt(hyphen)), years).map(|(century, years)| century * 100 + years);
    let thousands = verify(thousands, |year| *year > 2000);
    let (rest, year) = alt((split, thousands)).parse(input)?;
    let counts = is_counted(&rest) || hyphen(rest).is_ok();
    if counts { fail() } else { Ok((rest, (year, year))) }
}

/// `["the"] century ["-"] decade`
fn told_decade(input: Tokens<'_>) -> Parsed<'_, (i16, i16)> {
    let (rest, century) = preceded(article, terminated(century, opt(hyphen))).parse(input)?;
    let (rest, years) = named(CalendarKind::Decade).parse(rest)?;
    let first = century * 100 + i16::from(years);
    Ok((rest, (first, first + 9)))
}

fn century(input: Tokens<'_>) -> Parsed<'_, i16> {
    verify(numeral, |century| CENTURIES.contains(century)).parse(input)
}

/// The hundreds that a year in words may begin with.
const CENTURIES: std::ops::Range<i16> = 17..21;

/// Whether a token may be the century of such a year, by what stands behind it.
pub(super) fn is_century(input: &Tokens<'_>, token: &Token, next: Option<&Token>) -> bool {
    let value = || input.lexicon().numeral(token.word).and_then(|value| i16::try_from(value).ok());
    let century = || value().is_some_and(|value| CENTURIES.contains(&value));
    if next.is_some_and(|next| next.reads("thousand")) {
        return token.reads("two");
    }
    let numeral = |next: &Token| next.glued || input.lexicon().classes(next.word).meets(Classes::NUMERAL);
    next.is_some_and(numeral) && century()
}

/// `"two" "thousand" [["and"] below100]`
fn thousands(input: Tokens<'_>) -> Parsed<'_, i16> {
    let thousand = (word("two"), word("thousand"));
    preceded(thousand, opt(preceded(opt(word("and")), below100)))
        .map(|years| 2000 + years.unwrap_or_default())
        .parse(input)
}

/// `century ["hundred"] below100`
fn hundreds(input: Tokens<'_>) -> Parsed<'_, i16> {
    let century = verify(numeral, |century| (11..=20).contains(century));
    let years = verify(below100, |years| *years >= 10);
    (century, opt(word("hundred")), years).map(|(century, _, years)| century * 100 + years).parse(input)
}

/// `spelled_day`; what goes on to count something is no day.
pub(super) fn spelled_day(input: Tokens<'_>) -> Parsed<'_, i8> {
    let (rest, day) = verify(below100, |day| (1..=31).contains(day)).parse(input)?;
    let ends = rest.peek().is_none_or(|next| !next.is_word()) || spelled_year(rest).is_ok();
    match i8::try_from(day) {
        Ok(day) if ends => Ok((rest, day)),
        _ => fail(),
    }
}

/// A day in words that its month follows: "on twenty-five March".
pub(super) fn spelled_day_before(input: Tokens<'_>) -> Parsed<'_, i8> {
    let (rest, day) = verify(below100, |day| (1..=31).contains(day)).parse(input)?;
    match i8::try_from(day) {
        Ok(day) if named(CalendarKind::Month).parse(rest).is_ok() => Ok((rest, day)),
        _ => fail(),
    }
}

fn below100(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, first) = numeral(input)?;
    if first < 20 || first % 10 != 0 {
        return Ok((rest, first));
    }
    let ones = verify(numeral, |ones| (1..10).contains(ones));
    let (rest, ones) = opt(preceded(opt(hyphen), ones)).parse(rest)?;
    Ok((rest, first + ones.unwrap_or_default()))
}

/// A number word below a hundred.
fn numeral(input: Tokens<'_>) -> Parsed<'_, i16> {
    token(|input: &Tokens<'_>, token| {
        let value = input.lexicon().numeral(token.word).filter(|value| (1..100).contains(value))?;
        i16::try_from(value).ok()
    })
    .parse(input)
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn years_and_days_in_words() {
        check(&[
            ("She was born in May nineteen eighty-six.", "2025-03-12", "1986-05-01/1986-05-31"),
            ("It closed on 4 June two thousand and five.", "2025-03-12", "2005-06-04"),
            ("It closed on October twenty-nine.", "2025-03-12", "2024-10-29"),
            ("She was born in nineteen eighty-six.", "2025-03-12", "1986-01-01/1986-12-31"),
            ("It grew since nineteen ninety and again.", "2025-03-12", "1990-01-01/2025-03-12"),
            ("It grew in the nineteen-eighties.", "2025-03-12", "1980-01-01/1989-12-31"),
            ("It opened in two thousand and eight, it said.", "2025-03-12", "2008-01-01/2008-12-31"),
            ("It opened in twenty-twelve.", "2025-03-12", "2012-01-01/2012-12-31"),
            ("It took in two thousand and eight children.", "2025-03-12", ""),
            ("It fell by two thousand.", "2025-03-12", ""),
            ("It took in nineteen twenty-year-olds.", "2025-03-12", ""),
            ("It is one of nineteen twenty tonnes heavy.", "2025-03-12", ""),
            ("In March two people died.", "2025-03-12", "2025-03-01/2025-03-31"),
        ]);
    }
}
