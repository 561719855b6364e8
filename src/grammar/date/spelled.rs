//! Years and days in words.
//!
//! ```text
//! spelled_year = ("nineteen" | "twenty" …) below100              nineteen eighty-six
//!              | "two" "thousand" [["and"] below100]             two thousand and five
//! spelled_day  = below100, no longer than a month                twenty-nine
//! ```

use super::terminal::hyphen;
use crate::grammar::tokens::{Parsed, Tokens, fail, token, word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `spelled_year`
pub(super) fn spelled_year(input: Tokens<'_>) -> Parsed<'_, i16> {
    alt((thousands, hundreds)).parse(input)
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
            ("In March two people died.", "2025-03-12", "2025-03-01/2025-03-31"),
        ]);
    }
}
