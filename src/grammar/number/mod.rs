//! Numbers: in figures, in words, and in both at once.
//!
//! ```text
//! number    = [sign] ( mixed | scaled | spelled )
//! scaled    = figure { magnitude } { lower }  2,500 · 1.2 million · 5 lakh crore · 4.7bn
//! lower     = figure magnitude | ["and"] figure, less than the magnitude before: 5 lakh 20 thousand
//! spelled   = group { magnitude [ [","] ["and"] group ] }
//! group     = hundreds | "a" · "an" (before a magnitude)
//! hundreds  = [ below100 | "a" ] "hundred" [ ["and"] below100 ] | below100
//! below100  = tens [ ["-"] digit ] | teen | digit
//! point     = hundreds "point" digit { digit } { magnitude }          two point five million
//! mixed     = number "and" parts { magnitude }     two and a half million · three and two thirds
//! and_part  = number "and" "a" fraction            a million and a half
//! ```

mod digits;
mod magnitude;
mod mixed;
mod spelled;

use super::tokens::{Parsed, Tokens, fail, one_of, token};
use crate::claim::Decimal;
use crate::lexicon::Classes;
use crate::text::Shape;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// A number, and how it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value, magnitude included.
    pub value: Decimal,
    /// How many digits stand after its decimal point.
    pub decimals: u32,
    /// The magnitude words behind it, multiplied: 1,000,000 for "1.2 million", 1 where there is none.
    pub scale: Decimal,
    /// Whether it is spelled out, at least in part.
    pub spelled: bool,
}

impl Number {
    pub(super) const fn whole(value: Decimal) -> Self {
        Self { value, decimals: 0, scale: Decimal::ONE, spelled: true }
    }

    /// The number times a magnitude; `None` where that is too large for an exact decimal.
    pub(super) fn scaled(self, by: Decimal) -> Option<Self> {
        let value = self.value.checked_mul(by)?;
        Some(Self { value, scale: self.scale.checked_mul(by)?, ..self })
    }
}

/// `number = [sign] ( mixed | scaled | spelled )`
pub(in crate::grammar) fn number(input: Tokens<'_>) -> Parsed<'_, Number> {
    if input.peek().is_some_and(|token| token.shape == Shape::Number) {
        return unsigned(input);
    }
    let (rest, negative) = opt(alt((sign, lone_sign))).parse(input)?;
    let (rest, number) = unsigned(rest)?;
    let value = if negative.is_some() { -number.value } else { number.value };
    Ok((rest, Number { value, ..number }))
}

/// Whether a number, or a ratio or range that begins with it, may go on at a place: most end before a plain word.
pub(in crate::grammar) fn may_go_on(rest: &Tokens<'_>) -> bool {
    rest.peek().is_some_and(|next| {
        let plain = next.shape == Shape::Lower && !next.glued && next.span.len() > 1;
        !plain || rest.lexicon().classes(next.word).meets(Classes::AFTER_NUMBER)
    })
}

/// `mixed | scaled | spelled`: what they begin with is read once for all.
fn unsigned(input: Tokens<'_>) -> Parsed<'_, Number> {
    if input.peek().is_some_and(|token| token.shape == Shape::Number) {
        let (rest, whole) = digits::digits(input)?;
        if !may_go_on(&rest) {
            return Ok((rest, whole));
        }
        return mixed::mixed(rest, whole).or_else(|_| scaled(rest, whole));
    }
    let read = match spelled::hundreds(input) {
        Ok((rest, group)) => spelled::point(rest, group)
            .or_else(|_| mixed::mixed(rest, Number::whole(group)))
            .or_else(|_| spelled::spelled(rest, group)),
        Err(_) => spelled::article_before_magnitude(input).and_then(|(rest, one)| spelled::spelled(rest, one)),
    };
    let (rest, number) = read?;
    mixed::and_part(rest, number).or(Ok((rest, number)))
}

/// `scaled = figure { magnitude } { lower }`, behind the figure.
fn scaled(input: Tokens<'_>, whole: Number) -> Parsed<'_, Number> {
    let (rest, number) = magnitude::magnitudes(input, whole)?;
    let mut read = digits::lower(rest, number).unwrap_or((rest, number));
    while let Ok(next) = digits::lower(read.0, read.1) {
        read = next;
    }
    mixed::and_part(read.0, read.1).or(Ok(read))
}

/// `sign = "minus" | "negative" | "-"~figure`, where the hyphen follows a space or an opening mark.
fn sign(input: Tokens<'_>) -> Parsed<'_, ()> {
    let hyphen = token(|input, token| {
        let free = !token.glued
            || input.back(1).is_none_or(|before| matches!(before.letters, "(" | "[" | "$" | "£" | "€" | "<" | ">"));
        let touches = input.nth(1).is_some_and(|next| next.glued && matches!(next.shape, Shape::Number | Shape::Mark));
        (free && touches && matches!(token.letters, "-" | "−")).then_some(())
    });
    let word = (one_of(&["minus", "negative"]), opt(spelled::hyphen)).map(|_| ());
    alt((hyphen, word)).parse(input)
}

/// The "-" of "- 1.5", where the two are all that the line holds.
fn lone_sign(input: Tokens<'_>) -> Parsed<'_, ()> {
    if input.at() > 0 || !matches!(input.letters(), "-" | "−") {
        return fail();
    }
    let rest = input.from(1);
    let alone = unsigned(rest).is_ok_and(|(end, _)| end.peek().is_none());
    if alone { Ok((rest, ())) } else { fail() }
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::grammar::testing::read_with;

    #[test]
    fn numbers() {
        for (text, value) in [
            ("2,500 people", "2500"),
            ("1.2 million people", "1200000"),
            ("£4.7bn", "-"),
            ("4.7bn pounds", "4700000000"),
            ("5 lakh crore", "5000000000000"),
            ("2 500 people", "2500"),
            ("2015 300 people", "2015"),
            ("12m people", "12000000"),
            ("12m long", "12"),
            ("twenty-three soldiers", "23"),
            ("forty one", "41"),
            ("one hundred and thirty people", "130"),
            ("a hundred and five", "105"),
            ("a dozen people", "12"),
            ("two dozen", "24"),
            ("a person", "-"),
            ("three hundred thousand", "300000"),
            ("two million, three hundred thousand and five", "2300005"),
            ("four thousand and twenty", "4020"),
            ("two and a half million", "2500000"),
            ("2½ hours", "2.5"),
            ("2 1/2 hours", "2.5"),
            ("six or seven", "6"),
            ("nine, ten and", "9"),
            ("2-million people", "2000000"),
            ("minus five", "-5"),
            ("-5 degrees", "-5"),
            ("hundred people", "-"),
            ("minus-40 degrees", "-40"),
            ("a million and a half", "1500000"),
            ("one billion and a half million", "1000500000"),
            ("three and three quarters", "3.75"),
            ("two point five million", "2500000"),
            ("six point zero four", "6.04"),
            ("one point of", "1"),
            ("5 lakh 20 thousand", "520000"),
            ("3 hundred and 21", "321"),
            ("3 million and 21 cars", "3000000"),
            ("two dozens", "24"),
            ("7.1 M people", "7100000"),
            ("2.7m combined sales", "2700000"),
            ("12m high walls", "12"),
            ("1.1m, it said", "1.1"),
            ("1.5e6 cells", "1500000"),
            ("4.2x10^-3", "0.0042"),
            ("4.2×10−3 metres", "0.0042"),
            ("6.1e-3 metres", "0.0061"),
            ("1.2^3", "1.728"),
            ("- 1.5", "-1.5"),
            ("- 15 people", "-"),
            ("one hundred and three quarters", "100.75"),
            ("2.7m combined digital and other sales", "2700000"),
        ] {
            assert_eq!(read_with(number, text, |number| number.value.normalize().to_string()), value, "{text}");
        }
    }
}
