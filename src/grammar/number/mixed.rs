//! Whole numbers with a fraction.

use super::Number;
use super::magnitude::{magnitude, magnitudes};
use super::spelled::{below_hundred, hyphen};
use crate::claim::Decimal;
use crate::grammar::figure::figure;
use crate::grammar::tokens::{Parsed, Tokens, fail, glued, one_of, token, word};
use crate::text::Shape;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `mixed = ( figure | group ) "and" "a" fraction { magnitude }`, with or without hyphens; also `2 1/2` and `2½`; behind
/// its whole.
pub(super) fn mixed(input: Tokens<'_>, whole: Number) -> Parsed<'_, Number> {
    let and = (opt(hyphen), word("and"), opt(hyphen));
    let (rest, part) = alt((preceded(and, parts), vulgar)).parse(input)?;
    let value = whole.value + part;
    magnitudes(rest, Number { value, decimals: part.scale().max(whole.decimals), ..whole })
}

/// `and_part = "and" "a" fraction [ magnitude ]`, behind a number with a magnitude: "a million and a half", "one billion
/// and a half million".
pub(super) fn and_part(input: Tokens<'_>, number: Number) -> Parsed<'_, Number> {
    let (rest, (_, _, part)) = (word("and"), word("a"), fraction_word).parse(input)?;
    let (rest, of) = opt(magnitude).parse(rest)?;
    let counts = Decimal::ONE < number.scale && of.is_none_or(|of| of < number.scale) && rest.letters() != "of";
    let part = part.checked_mul(of.unwrap_or(number.scale));
    match part.and_then(|part| number.value.checked_add(part)).filter(|_| counts) {
        Some(value) => Ok((rest, Number { value, decimals: 1, ..number })),
        None => fail(),
    }
}

/// `parts = ("a" | "one" | number) ["-"] fraction`: a half, two thirds, fifty-four hundredths; less than a whole.
fn parts(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let article = one_of(&["a", "an"]).map(|_| Decimal::ONE);
    let (rest, (count, _, part)) = (alt((article, below_hundred)), opt(hyphen), fraction_word).parse(input)?;
    match count.checked_mul(part).filter(|value| *value < Decimal::ONE) {
        Some(value) => Ok((rest, value)),
        None => fail(),
    }
}

/// A fraction's name in the singular, as a value.
fn fraction_word(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    token(|input, token| {
        let fraction = input.lexicon().fraction(token.word)?;
        Decimal::from(fraction.numerator).checked_div(Decimal::from(fraction.denominator))
    })
    .parse(input)
}

/// `½` and its like, touching the figure or not, or `1/2` behind a space.
fn vulgar(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let sign = token(|input, token| {
        let fraction = input.lexicon().fraction(token.word).filter(|_| token.shape == Shape::Mark)?;
        Decimal::from(fraction.numerator).checked_div(Decimal::from(fraction.denominator))
    });
    let apart = token(|_, token| (!token.glued && token.shape == Shape::Number).then_some(*token));
    let slashed = (apart, glued("/"), crate::grammar::tokens::figure());
    let slashed = slashed.map(move |(above, _, below)| {
        let value = |letters: &str| figure(letters).map(|figure| figure.value);
        value(above.letters).zip(value(below.letters)).filter(|(above, below)| above < below)
    });
    let slashed = verify(slashed, Option::is_some)
        .map(|pair| pair.and_then(|(above, below)| above.checked_div(below)).unwrap_or_default());
    alt((sign, slashed)).parse(input)
}
