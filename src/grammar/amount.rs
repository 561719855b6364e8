//! A number with whatever says its unit.
//!
//! ```text
//! amount   = sign_of_money number | number [unit] [magnitude] | compound
//! compound = amount { [","] ["and"] amount }
//! ```

use super::number::{Number, number};
use super::ratio::Leading;
use super::tokens::{Parsed, Tokens, fail, word};
use super::unit::{Denomination, money_sign, unit};
use crate::claim::{Decimal, Unit};
use nom::Parser;
use nom::combinator::opt;

/// A number with whatever says its unit.
#[derive(Clone)]
pub(super) struct Amount {
    pub(super) number: Number,
    pub(super) unit: Option<Denomination>,
    pub(super) number_start: usize,
    pub(super) number_end: usize,
}

/// `amount = sign_of_money number | number [unit]`; `leading` is the number that stands here, if one does.
pub(super) fn amount<'a>(input: Tokens<'a>, leading: Leading<'a>) -> Parsed<'a, Amount> {
    if let Ok((after_sign, sign)) = money_sign(input) {
        let (rest, number) = number(after_sign)?;
        let (number_start, number_end) = (after_sign.at(), rest.at());
        return Ok((rest, Amount { number, unit: Some(sign), number_start, number_end }));
    }
    let Some((rest, number)) = leading else { return fail() };
    let (number_start, number_end) = (input.at(), rest.at());
    let (rest, unit) = opt(unit).parse(rest)?;
    let amount = Amount { number, unit, number_start, number_end };
    let (rest, amount) = scaled_behind(rest, amount);
    Ok(compound(rest, &amount).unwrap_or((rest, amount)))
}

/// "75 USD million": a magnitude behind the word for money.
fn scaled_behind(rest: Tokens<'_>, amount: Amount) -> (Tokens<'_>, Amount) {
    let money = amount.unit.as_ref().is_some_and(|unit| matches!(unit.unit, Unit::Money(_)));
    let by =
        rest.lexicon().magnitudes.at(rest.text(), rest.rest()).filter(|_| money && amount.number.scale == Decimal::ONE);
    match by.and_then(|(len, by)| Some((len, amount.number.scaled(*by)?))) {
        Some((len, number)) => (rest.from(rest.at() + len), Amount { number, ..amount }),
        None => (rest, amount),
    }
}

/// `compound = amount { [","] ["and"] amount }`, each in a smaller unit of the same dimension than the one before and
/// less than one of it: 5 feet 2 inches, 2 hours and 10 minutes, 3 dollars 50 cents. In the unit of the first.
fn compound<'a>(input: Tokens<'a>, whole: &Amount) -> Option<(Tokens<'a>, Amount)> {
    let large = whole.unit.as_ref().filter(|_| whole.number.decimals == 0)?;
    let (mut rest, mut value, mut least) = (input, whole.number.value, Decimal::ONE);
    while let Some((after, added, ratio)) = part(rest, large).filter(|(_, added, _)| *added < least) {
        value = value.checked_add(added)?;
        (rest, least) = (after, ratio);
    }
    let value = value.normalize();
    let number = Number { value, decimals: value.scale(), ..whole.number };
    (rest.at() > input.at()).then(|| (rest, Amount { number, number_end: rest.at(), ..whole.clone() }))
}

/// One more part of a compound: what it adds, and the size of its unit, both in the large unit.
fn part<'a>(input: Tokens<'a>, large: &Denomination) -> Option<(Tokens<'a>, Decimal, Decimal)> {
    let (rest, _) = (opt(word(",")), opt(word("and"))).parse(input).ok()?;
    let (rest, part) = number(rest).ok()?;
    let (rest, small) = unit(rest).ok()?;
    let ratio = size_in(&input, &small.unit, &large.unit).or_else(|| {
        let meant = small.others.iter().find_map(|other| size_in(&input, other, &large.unit));
        meant.filter(|_| !small.others.is_empty())
    })?;
    let added = part.value.checked_mul(ratio).filter(|_| part.value > Decimal::ZERO)?;
    Some((rest, added, ratio))
}

/// How large one unit is in a larger one of its dimension; a hundredth of a currency in the currency.
fn size_in(input: &Tokens<'_>, small: &Unit, large: &Unit) -> Option<Decimal> {
    let lexicon = input.lexicon();
    if let (Unit::Measure(minor), Unit::Money(code)) = (small, large) {
        let currency = lexicon.currencies().iter().find(|currency| currency.code == *code)?;
        return (currency.minor.as_ref() == Some(minor)).then(|| Decimal::new(1, 2));
    }
    let entry = |unit: &Unit| match unit {
        Unit::Measure(name) => lexicon.units().iter().find(|entry| entry.name == *name),
        _ => None,
    };
    let (small, large) = entry(small).zip(entry(large))?;
    let alike = small.dimension == large.dimension && small.offset.is_zero() && large.offset.is_zero();
    let above = small.factor.checked_mul(large.divisor)?;
    let below = large.factor.checked_mul(small.divisor)?;
    above.checked_div(below).filter(|ratio| alike && *ratio < Decimal::ONE)
}
