//! Numbers in words.

use super::Number;
use super::magnitude::{hundred, magnitude_run, magnitudes};
use crate::claim::Decimal;
use crate::grammar::tokens::{Parsed, Tokens, fail, fold, is_dash, one_of, token, word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, verify};
use nom::sequence::{pair, preceded};

/// `spelled = group { magnitude [ [","] ["and"] group ] }`, behind its first group.
pub(super) fn spelled(input: Tokens<'_>, first: Decimal) -> Parsed<'_, Number> {
    let (rest, scale) = opt(magnitude_run).parse(input)?;
    let Some(scale) = scale else { return Ok((rest, Number::whole(first))) };
    let Some(number) = Number::whole(first).scaled(scale) else { return fail() };
    let lower = verify(preceded(opt(joint), pair(hundreds, opt(magnitude_run))), |(_, lower)| {
        lower.unwrap_or(Decimal::ONE) < scale
    });
    let (rest, value) =
        fold(lower, || number.value, |sum, (group, by)| sum + group * by.unwrap_or(Decimal::ONE)).parse(rest)?;
    let exact = value != number.value;
    Ok((rest, Number { value, scale: if exact { Decimal::ONE } else { scale }, ..number }))
}

pub(super) fn hyphen(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|_, token| (token.glued && is_dash(token.letters)).then_some(())).parse(input)
}

/// `point = hundreds "point" digit { digit } { magnitude }`, behind the whole: "two point five million".
pub(super) fn point(input: Tokens<'_>, whole: Decimal) -> Parsed<'_, Number> {
    let (rest, _) = word("point").parse(input)?;
    let (rest, first) = below_hundred(rest)?;
    let digit = |input| numeral_where(input, |value| value < 10);
    let step =
        |(value, decimals): (Decimal, u32), digit: u32| (value * Decimal::TEN + Decimal::from(digit), decimals + 1);
    let places = if first < Decimal::TEN { 1 } else { 2 };
    let (rest, (part, decimals)) = fold(digit, || (first, places), step).parse(rest)?;
    let part = Decimal::try_new(1, decimals).ok().and_then(|place| part.checked_mul(place));
    match part {
        Some(part) => magnitudes(rest, Number { value: whole + part, decimals, ..Number::whole(whole) }),
        None => fail(),
    }
}

/// What joins the groups of a spelled number: `,` `and` `-`.
pub(super) fn joint(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((pair(opt(word(",")), word("and")).map(|_| ()), word(",").map(|_| ()), hyphen)).parse(input)
}

/// `a` or `an` before a magnitude: `a million`, `a dozen`.
pub(super) fn article_before_magnitude(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let (rest, _) = one_of(&["a", "an"]).parse(input)?;
    let magnitude = rest.lexicon().magnitudes.at(rest.rest()).is_some();
    // "64 cents a dozen" is a price, not twelve of anything.
    let price = input.back(1).is_some_and(|back| input.lexicon().is_measure(back));
    if magnitude && !price { Ok((rest, Decimal::ONE)) } else { fail() }
}

/// `hundreds = [ below100 | "a" ] "hundred" [ ["and"] below100 ] | below100`
pub(super) fn hundreds(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let first = below_hundred(input);
    let (rest, count) = match &first {
        Ok((rest, count)) => (*rest, *count),
        Err(_) => one_of(&["a", "one"]).map(|_| Decimal::ONE).parse(input)?,
    };
    let Ok((rest, ())) = preceded(opt(hyphen), hundred).parse(rest) else { return first };
    let (rest, tail) = opt(preceded(not(proper_part), preceded(opt(joint), below_hundred))).parse(rest)?;
    Ok((rest, count * Decimal::ONE_HUNDRED + tail.unwrap_or_default()))
}

/// `"and" below100 fraction`, where that is less than one: "one hundred and three quarters" is a hundred and a part of one.
fn proper_part(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, (_, part)) = pair(word("and"), below_hundred).parse(input)?;
    let fraction = rest.peek().and_then(|next| rest.lexicon().fraction(next.word));
    let proper = fraction.is_some_and(|fraction| part < Decimal::from(fraction.denominator));
    if proper { Ok((rest, ())) } else { fail() }
}

/// `below100 = tens [ ["-"] digit ] | teen | digit`
pub(super) fn below_hundred(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let (rest, first) = numeral_where(input, |value| value < 100)?;
    if first < 20 {
        return Ok((rest, first.into()));
    }
    let digit = |input| numeral_where(input, |value| (1..10).contains(&value));
    let (rest, digit) = opt(preceded(opt(alt((hyphen, spaced_hyphen))), digit)).parse(rest)?;
    Ok((rest, (first + digit.unwrap_or_default()).into()))
}

/// The hyphen of "fifty - two", as some wires set it.
fn spaced_hyphen(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|_, token| (!token.glued && token.letters == "-").then_some(())).parse(input)
}

pub(super) fn numeral_where(input: Tokens<'_>, fits: impl Fn(u32) -> bool) -> Parsed<'_, u32> {
    token(|input, token| input.lexicon().numeral(token.word).filter(|&value| fits(value))).parse(input)
}
