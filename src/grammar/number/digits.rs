//! Runs of digits: grouped, and with a power of ten.

use super::magnitude::magnitudes;
use super::{Number, may_go_on};
use crate::claim::Decimal;
use crate::grammar::figure::figure;
use crate::grammar::tokens::{Parsed, Tokens, fail, glued, one_of, token, word};
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{pair, preceded};
use std::borrow::Cow;

/// A run of digits, with groups of three after thin or plain spaces: `2 500`.
pub(super) fn digits(input: Tokens<'_>) -> Parsed<'_, Number> {
    let Some(first) = input.peek().filter(|token| token.shape == Shape::Number) else { return fail() };
    let mut letters = Cow::from(first.letters);
    let mut taken = 1;
    if letters.len() <= 3 && letters.bytes().all(|byte| byte.is_ascii_digit()) {
        while let Some(group) = input.nth(taken).filter(|group| is_group(group.letters, group.glued)) {
            letters.to_mut().push_str(group.letters);
            taken += 1;
        }
    }
    match figure(&letters) {
        Some(read) => {
            let number = Number { value: read.value, decimals: read.decimals, scale: Decimal::ONE, spelled: false };
            let rest = input.from(input.at() + taken);
            if !may_go_on(&rest) {
                return Ok((rest, number));
            }
            let scaled = power(rest).ok().and_then(|(after, power)| Some((after, raised(number, power)?)));
            Ok(scaled.or_else(|| to_the(rest, number)).unwrap_or((rest, number)))
        }
        None => fail(),
    }
}

/// `lower = figure magnitude | ["and"] figure`, behind a number with a larger magnitude: "4 thousand 3 hundred and 21".
pub(super) fn lower(input: Tokens<'_>, above: Number) -> Parsed<'_, Number> {
    let (rest, and) = opt(word("and")).parse(input)?;
    let (rest, part) = digits(rest)?;
    let (rest, part) = magnitudes(rest, part)?;
    // "3 million and 21 cars" are two figures.
    let joined = if and.is_some() { above.scale == Decimal::ONE_HUNDRED } else { part.scale > Decimal::ONE };
    let fits = part.decimals == 0 && part.value < above.scale && above.scale > Decimal::ONE;
    let scale = if part.scale > Decimal::ONE { part.scale } else { Decimal::ONE };
    match above.value.checked_add(part.value).filter(|_| joined && fits) {
        Some(value) => Ok((rest, Number { value, scale, ..above })),
        None => fail(),
    }
}

/// `power = "e"~["-"]~digits | "x10" ["^"] ["-"] figure`: the power of ten that a figure is multiplied by. Without the
/// caret, only a minus tells it from a product.
fn power(input: Tokens<'_>) -> Parsed<'_, i32> {
    let short = token(|_, token| {
        let letters = token.letters.strip_prefix(['e', 'E']).filter(|_| token.glued)?;
        exponent(letters)
    });
    let letter = token(|_, token| (token.glued && matches!(token.letters, "e" | "E")).then_some(()));
    let split = (letter, minus, glued_exponent).map(|((), (), power)| -power);
    alt((short, split, preceded(ten, raise))).parse(input)
}

/// `to_the = "^" ["+"] digits`, and the figure so raised: 1.1^23.
fn to_the(input: Tokens<'_>, base: Number) -> Option<(Tokens<'_>, Number)> {
    let (rest, (_, _, power)) = (glued("^"), opt(glued("+")), whole_power).parse(input).ok()?;
    let value = (1..power).try_fold(base.value, |value, _| value.checked_mul(base.value))?;
    Some((rest, Number { value, decimals: value.normalize().scale(), ..base }))
}

/// `ten = "x10" | "×"~"10"`
fn ten(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((one_of(&["x10", "×10"]).map(|_| ()), pair(one_of(&["×", "x"]), glued("10")).map(|_| ()))).parse(input)
}

/// `raise = "^" ["-"] figure | "-" figure`
fn raise(input: Tokens<'_>) -> Parsed<'_, i32> {
    let signed = pair(opt(minus), glued_exponent).map(|(minus, power)| if minus.is_some() { -power } else { power });
    alt((preceded(word("^"), signed), preceded(minus, glued_exponent).map(|power| -power))).parse(input)
}

/// A small whole power, one or more.
fn whole_power(input: Tokens<'_>) -> Parsed<'_, u32> {
    let power = |token: &Token| token.letters.parse::<u32>().ok().filter(|power| (1..=99).contains(power));
    token(|_, token| power(token).filter(|_| token.glued)).parse(input)
}

fn minus(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|_, token| (token.glued && matches!(token.letters, "-" | "−")).then_some(())).parse(input)
}

fn glued_exponent(input: Tokens<'_>) -> Parsed<'_, i32> {
    token(|_, token| exponent(token.letters).filter(|_| token.glued)).parse(input)
}

fn exponent(letters: &str) -> Option<i32> {
    letters.parse::<i32>().ok().filter(|exponent| exponent.abs() <= 15)
}

/// A figure times a power of ten.
fn raised(number: Number, power: i32) -> Option<Number> {
    let by = Decimal::from(10_i64.checked_pow(power.unsigned_abs())?);
    let value = if power < 0 { number.value.checked_div(by) } else { number.value.checked_mul(by) }?;
    Some(Number { value, decimals: value.normalize().scale(), ..number })
}

fn is_group(letters: &str, glued: bool) -> bool {
    !glued && letters.len() == 3 && letters.bytes().all(|byte| byte.is_ascii_digit())
}
