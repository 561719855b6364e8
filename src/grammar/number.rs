//! Numbers: in figures, in words, and in both at once.
//!
//! ```text
//! number    = [sign] ( mixed | scaled | spelled )
//! scaled    = figure { magnitude }            2,500 · 1.2 million · 5 lakh crore · 4.7bn
//! spelled   = group { magnitude [ [","] ["and"] group ] }
//! group     = hundreds | "a" · "an" (before a magnitude)
//! hundreds  = [ below100 | "a" ] "hundred" [ ["and"] below100 ] | below100
//! below100  = tens [ ["-"] digit ] | teen | digit
//! mixed     = number "and" "a" fraction { magnitude }     two and a half million
//! ```

use super::figure::figure;
use super::tokens::{Parsed, Tokens, fail, glued, is_dash, one_of, token, word};
use crate::claim::Decimal;
use crate::text::Shape;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::multi::fold_many0;
use nom::sequence::{pair, preceded};
use std::borrow::Cow;

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
pub(super) fn number(input: Tokens<'_>) -> Parsed<'_, Number> {
    let (rest, negative) = opt(sign).parse(input)?;
    let (rest, number) = unsigned(rest)?;
    let value = if negative.is_some() { -number.value } else { number.value };
    Ok((rest, Number { value, ..number }))
}

/// `mixed | scaled | spelled`: what they begin with is read once for all.
fn unsigned(input: Tokens<'_>) -> Parsed<'_, Number> {
    if input.peek().is_some_and(|token| token.shape == Shape::Number) {
        let (rest, whole) = digits(input)?;
        return mixed(rest, whole).or_else(|_| magnitudes(rest, whole));
    }
    let Ok((rest, group)) = hundreds(input) else {
        let (rest, article) = article_before_magnitude(input)?;
        return spelled(rest, article);
    };
    mixed(rest, Number::whole(group)).or_else(|_| spelled(rest, group))
}

/// `sign = "minus" | "negative" | "-"~figure`, where the hyphen follows a space or an opening mark.
fn sign(input: Tokens<'_>) -> Parsed<'_, ()> {
    let hyphen = token(|input, token| {
        let free = !token.glued
            || input.back(1).is_none_or(|before| matches!(before.text(input.text()), "(" | "[" | "$" | "£" | "€"));
        let touches = input.nth(1).is_some_and(|next| next.glued && matches!(next.shape, Shape::Number | Shape::Mark));
        (free && touches && matches!(token.text(input.text()), "-" | "−")).then_some(())
    });
    alt((hyphen, one_of(&["minus", "negative"]).map(|_| ()))).parse(input)
}

/// A run of digits, with groups of three after thin or plain spaces: `2 500`.
fn digits(input: Tokens<'_>) -> Parsed<'_, Number> {
    let Some(first) = input.peek().filter(|token| token.shape == Shape::Number) else { return fail() };
    let mut letters = Cow::from(first.text(input.text()));
    let mut taken = 1;
    if letters.len() <= 3 && letters.bytes().all(|byte| byte.is_ascii_digit()) {
        while let Some(group) = input.nth(taken).filter(|group| is_group(group.text(input.text()), group.glued)) {
            letters.to_mut().push_str(group.text(input.text()));
            taken += 1;
        }
    }
    match figure(&letters) {
        Some(read) => {
            let number = Number { value: read.value, decimals: read.decimals, scale: Decimal::ONE, spelled: false };
            Ok((input.from(input.at() + taken), number))
        }
        None => fail(),
    }
}

fn is_group(letters: &str, glued: bool) -> bool {
    !glued && letters.len() == 3 && letters.bytes().all(|byte| byte.is_ascii_digit())
}

/// `{ magnitude }`: words after the number, a symbol that touches it, or a word behind a hyphen (`2-million`).
#[expect(clippy::unnecessary_wraps, reason = "a production, though one that always fits")]
pub(super) fn magnitudes(input: Tokens<'_>, number: Number) -> Parsed<'_, Number> {
    let mut step = alt((glued_magnitude, preceded(opt(hyphen_before_magnitude), magnitude)));
    let (mut rest, mut number) = (input, number);
    while let Ok((after, by)) = step.parse(rest) {
        let Some(larger) = number.scaled(by) else { break };
        number = larger;
        rest = after;
    }
    Ok((rest, number))
}

fn hyphen_before_magnitude(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|input, token| {
        let next = input.nth(1).is_some_and(|next| next.glued);
        (token.glued && next && is_dash(token.text(input.text()))).then_some(())
    })
    .parse(input)
}

/// A magnitude in words: `million`, `crore`, `dozen`, `hundred`.
fn magnitude(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let found = input.lexicon().magnitudes.at(input.text(), input.rest());
    match found {
        Some((len, by)) => Ok((input.from(input.at() + len), *by)),
        None => hundred(input).map(|(rest, ())| (rest, Decimal::ONE_HUNDRED)),
    }
}

fn hundred(input: Tokens<'_>) -> Parsed<'_, ()> {
    numeral_where(input, |value| value == 100).map(|(rest, _)| (rest, ()))
}

/// A magnitude's symbol that touches the figure: `4.7bn`, `12m`. An `m` that measures a length is none.
fn glued_magnitude(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let Some(token) = input.peek().filter(|token| token.glued) else { return fail() };
    match input.lexicon().glued_magnitudes.at(input.text(), input.rest()) {
        Some((len, by)) if token.text(input.text()) != "m" || !is_metre(&input) => {
            Ok((input.from(input.at() + len), *by))
        }
        _ => fail(),
    }
}

/// Whether the `m` that touches a figure stands for metres: no currency sign before the figure, and behind it nothing
/// that could be counted in millions.
fn is_metre(input: &Tokens<'_>) -> bool {
    let lexicon = input.lexicon();
    let money = (2..=3).any(|back| {
        let at = input.at().checked_sub(back).map(|at| input.from(at));
        at.is_some_and(|at| lexicon.money_signs.at(at.text(), at.rest()).is_some())
    });
    let counted = input.nth(1).is_some_and(|next| {
        let noun = next.is_word() && lexicon.noun(next.word).is_some();
        !next.glued
            && (noun
                || next.text(input.text()).eq_ignore_ascii_case("of")
                || lexicon.money_words.at(input.text(), &input.rest()[1..]).is_some())
    });
    !money && !counted
}

/// `spelled = group { magnitude [ [","] ["and"] group ] }`, behind its first group.
fn spelled(input: Tokens<'_>, first: Decimal) -> Parsed<'_, Number> {
    let (rest, scale) = opt(magnitude_run).parse(input)?;
    let Some(scale) = scale else { return Ok((rest, Number::whole(first))) };
    let Some(number) = Number::whole(first).scaled(scale) else { return fail() };
    let lower = verify(preceded(opt(joint), pair(hundreds, opt(magnitude_run))), |(_, lower)| {
        lower.unwrap_or(Decimal::ONE) < scale
    });
    let (rest, value) =
        fold_many0(lower, || number.value, |sum, (group, by)| sum + group * by.unwrap_or(Decimal::ONE)).parse(rest)?;
    let exact = value != number.value;
    Ok((rest, Number { value, scale: if exact { Decimal::ONE } else { scale }, ..number }))
}

/// One or more magnitudes in a row: `hundred thousand`, `million million`.
fn magnitude_run(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let (rest, first) = preceded(opt(hyphen), word_magnitude).parse(input)?;
    let (rest, more) = opt(preceded(opt(hyphen), word_magnitude)).parse(rest)?;
    match first.checked_mul(more.unwrap_or(Decimal::ONE)) {
        Some(product) => Ok((rest, product)),
        None => fail(),
    }
}

fn word_magnitude(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    match input.lexicon().magnitudes.at(input.text(), input.rest()) {
        Some((len, by)) => Ok((input.from(input.at() + len), *by)),
        None => fail(),
    }
}

fn hyphen(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|input, token| (token.glued && is_dash(token.text(input.text()))).then_some(())).parse(input)
}

/// What joins the groups of a spelled number: `,` `and` `-`.
fn joint(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((pair(opt(word(",")), word("and")).map(|_| ()), word(",").map(|_| ()), hyphen)).parse(input)
}

/// `a` or `an` before a magnitude: `a million`, `a dozen`.
fn article_before_magnitude(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let (rest, _) = one_of(&["a", "an"]).parse(input)?;
    let magnitude = rest.lexicon().magnitudes.at(rest.text(), rest.rest()).is_some();
    if magnitude { Ok((rest, Decimal::ONE)) } else { fail() }
}

/// `hundreds = [ below100 | "a" ] "hundred" [ ["and"] below100 ] | below100`
fn hundreds(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let first = below_hundred(input);
    let (rest, count) = match &first {
        Ok((rest, count)) => (*rest, *count),
        Err(_) => one_of(&["a", "one"]).map(|_| Decimal::ONE).parse(input)?,
    };
    let Ok((rest, ())) = preceded(opt(hyphen), hundred).parse(rest) else { return first };
    let (rest, tail) = opt(preceded(opt(joint), below_hundred)).parse(rest)?;
    Ok((rest, count * Decimal::ONE_HUNDRED + tail.unwrap_or_default()))
}

/// `below100 = tens [ ["-"] digit ] | teen | digit`
fn below_hundred(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let (rest, first) = numeral_where(input, |value| value < 100)?;
    if first < 20 {
        return Ok((rest, first.into()));
    }
    let digit = |input| numeral_where(input, |value| (1..10).contains(&value));
    let (rest, digit) = opt(preceded(opt(hyphen), digit)).parse(rest)?;
    Ok((rest, (first + digit.unwrap_or_default()).into()))
}

fn numeral_where(input: Tokens<'_>, fits: impl Fn(u32) -> bool) -> Parsed<'_, u32> {
    token(|input, token| input.lexicon().numeral(token.word).filter(|&value| fits(value))).parse(input)
}

/// `mixed = ( figure | group ) "and" "a" fraction { magnitude }`, with or without hyphens; also `2 1/2` and `2½`; behind
/// its whole.
fn mixed(input: Tokens<'_>, whole: Number) -> Parsed<'_, Number> {
    let and = (opt(hyphen), word("and"), opt(hyphen), one_of(&["a", "one"]), opt(hyphen)).map(|_| ());
    let (rest, part) = alt((preceded(and, fraction_word), vulgar)).parse(input)?;
    let value = whole.value + part;
    magnitudes(rest, Number { value, decimals: part.scale().max(whole.decimals), ..whole })
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
    let slashed = (apart, glued("/"), super::tokens::figure());
    let text = input.text();
    let slashed = slashed.map(move |(above, _, below)| {
        let value = |letters: &str| figure(letters).map(|figure| figure.value);
        value(above.text(text)).zip(value(below.text(text))).filter(|(above, below)| above < below)
    });
    let slashed = verify(slashed, Option::is_some)
        .map(|pair| pair.and_then(|(above, below)| above.checked_div(below)).unwrap_or_default());
    alt((sign, slashed)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::super::testing::read_with;
    use super::number;

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
            ("one hundred and forty people", "140"),
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
        ] {
            assert_eq!(read_with(number, text, |number| number.value.normalize().to_string()), value, "{text}");
        }
    }
}
