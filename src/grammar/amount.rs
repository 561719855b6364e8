//! A number with whatever says its unit.
//!
//! ```text
//! amount   = sign_of_money number | number [[more | described] unit] [magnitude] | number "(" unit ")" | number "M"~code
//!          | compound
//!          | ("a" | "an") unit "and" "a" "half"
//! compound = amount { [","] ["and"] amount } | amount "and" "a" "half" | feet~"-"~number
//! ```

use super::number::{Number, number};
use super::ratio::Leading;
use super::tokens::{Parsed, Tokens, fail, one_of, word};
use super::unit::{Denomination, money_sign, unit};
use crate::claim::{Decimal, Unit};
use crate::lexicon::{Classes, List};
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{delimited, preceded};

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
    let figure = input.peek().is_some_and(|token| token.shape == Shape::Number);
    if let Some((after_sign, sign)) = (!figure).then(|| money_sign(input).ok()).flatten() {
        let (rest, number) = number(after_sign)?;
        let (number_start, number_end) = (after_sign.at(), rest.at());
        return Ok((rest, Amount { number, unit: Some(sign), number_start, number_end }));
    }
    let Some((rest, number)) = leading else { return one_and_a_half(input) };
    if let Some((after_code, unit)) = millions_of(rest) {
        let (number_start, number_end) = (input.at(), rest.at());
        let number = number.scaled(Decimal::from(MILLION)).unwrap_or(number);
        return Ok((after_code, Amount { number, unit: Some(unit), number_start, number_end }));
    }
    let (number_start, number_end) = (input.at(), rest.at());
    let (rest, unit) = opt(alt((unit, unit_of_more, unit_of_described, unit_in_brackets))).parse(rest)?;
    let amount = Amount { number, unit, number_start, number_end };
    let (rest, amount) = scaled_behind(rest, amount);
    Ok(compound(rest, &amount).unwrap_or((rest, amount)))
}

/// `one_and_a_half = ("a" | "an") unit "and" "a" "half"`
fn one_and_a_half(input: Tokens<'_>) -> Parsed<'_, Amount> {
    let (rest, (_, unit)) = (one_of(&["a", "an"]), unit).parse(input)?;
    let Some((rest, half, _)) = half_more(rest) else { return fail() };
    let number = Number { decimals: 1, ..Number::whole(Decimal::ONE + half) };
    Ok((rest, Amount { number, unit: Some(unit), number_start: input.at(), number_end: rest.at() }))
}

/// `more unit`: the months of "nine more months".
fn unit_of_more(input: Tokens<'_>) -> Parsed<'_, Denomination> {
    if !input.is(List::Increment) {
        return fail();
    }
    let measure = verify(unit, |read: &Denomination| matches!(read.unit, Unit::Measure(_)));
    preceded(one_of(&["more", "further", "extra", "additional", "other"]), measure).parse(input)
}

/// `described unit`: the days of "three consecutive days". Only stretches of time are so described and not counted as
/// things ("six black pounds").
fn unit_of_described(input: Tokens<'_>) -> Parsed<'_, Denomination> {
    let lexicon = input.lexicon();
    let several = |next: &Token| next.letters.ends_with('s') && lexicon.classes(next.word).meets(Classes::UNIT);
    let describes = |token: &Token| {
        let kind = ["working", "business", "school", "trading"].contains(&token.letters);
        token.shape == Shape::Lower && !token.glued && (kind || is_adjective(&input, token))
    };
    if !input.nth(1).is_some_and(several) || !input.peek().is_some_and(describes) {
        return fail();
    }
    verify(unit, |read: &Denomination| lexicon.measures_time(&read.unit)).parse(input.from(input.at() + 1))
}

/// Whether a word is an adjective, or a participle that stands as one: "six gruelling hours".
fn is_adjective(input: &Tokens<'_>, token: &Token) -> bool {
    let lexicon = input.lexicon();
    let participle = token.letters.len() > 5 && token.letters.ends_with("ing") && lexicon.noun(token.word).is_none();
    participle || lexicon.is(token.word, List::Adjective)
}

/// `"(" unit ")"`: the unit of "20 (kg)".
fn unit_in_brackets(input: Tokens<'_>) -> Parsed<'_, Denomination> {
    if !matches!(input.letters(), "(" | "[") {
        return fail();
    }
    delimited(one_of(&["(", "["]), unit, one_of(&[")", "]"])).parse(input)
}

const MILLION: i64 = 1_000_000;

/// `MEUR`, `MSEK`: a currency's code with the M of its millions, as company reports write it.
fn millions_of(input: Tokens<'_>) -> Option<(Tokens<'_>, Denomination)> {
    let token = input.peek().filter(|token| token.shape == Shape::Upper && token.span.len() == 4)?;
    let code = token.letters.strip_prefix('M')?;
    let currency = input.lexicon().currencies().iter().find(|currency| &*currency.code == code)?;
    let unit = Denomination { unit: Unit::Money(currency.code.clone()), others: Vec::new() };
    Some((input.from(input.at() + 1), unit))
}

/// "75 USD million": a magnitude behind the word for money.
fn scaled_behind(rest: Tokens<'_>, amount: Amount) -> (Tokens<'_>, Amount) {
    let money = amount.unit.as_ref().is_some_and(|unit| matches!(unit.unit, Unit::Money(_)));
    let by = rest.lexicon().magnitudes.at(rest.rest()).filter(|_| money && amount.number.scale == Decimal::ONE);
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
    if let Some(found) = half_more(input).or_else(|| inches_behind_hyphen(input, large)) {
        return Some(found);
    }
    let (rest, _) = (opt(word(",")), opt(word("and"))).parse(input).ok()?;
    rest.peek().filter(|next| rest.lexicon().may_begin_quantity(next))?;
    let (rest, part) = number(rest).ok()?;
    let Ok((rest, small)) = minutes(rest, large).or_else(|_| unit(rest)).or_else(|_| inches(rest, large)) else {
        return hundredths(&input, rest, part.value, large);
    };
    let mut meant = std::iter::once(&small.unit).chain(&small.others);
    let (above, below) = meant.find_map(|small| size_in(&input, small, &large.unit))?;
    let added = part.value.checked_mul(above)?.checked_div(below).filter(|_| part.value > Decimal::ZERO)?;
    Some((rest, added, above.checked_div(below)?))
}

/// The half of "two years and a half".
fn half_more(input: Tokens<'_>) -> Option<(Tokens<'_>, Decimal, Decimal)> {
    let (rest, _) = (word("and"), word("a"), word("half")).parse(input).ok()?;
    let half = Decimal::new(5, 1);
    (rest.letters() != "of").then_some((rest, half, half))
}

/// The 11 of "5-foot-11".
fn inches_behind_hyphen<'a>(input: Tokens<'a>, large: &Denomination) -> Option<(Tokens<'a>, Decimal, Decimal)> {
    let feet = matches!(&large.unit, Unit::Measure(name) if &**name == "foot");
    let hyphen = input.nth(1).is_some_and(|next| next.glued) && input.letters() == "-";
    let (rest, inches) = number(input.from(input.at() + 1)).ok().filter(|_| feet && hyphen)?;
    let dozen = Decimal::from(12);
    let added = inches.value.checked_div(dozen).filter(|_| inches.value < dozen)?;
    Some((rest, added, Decimal::ONE.checked_div(dozen)?))
}

/// The "m" of "2h 10m".
fn minutes<'a>(input: Tokens<'a>, large: &Denomination) -> Parsed<'a, Denomination> {
    let hours = matches!(&large.unit, Unit::Measure(name) if &**name == "hour");
    let minute = input.lexicon().unit_named("minute").filter(|_| hours && input.letters() == "m");
    minute.map_or_else(fail, |minute| {
        let unit = Unit::Measure(minute.name.clone());
        Ok((input.from(input.at() + 1), Denomination { unit, others: Vec::new() }))
    })
}

/// The "in" of "6 ft 2 in", which no word that "in" could govern follows.
fn inches<'a>(input: Tokens<'a>, large: &Denomination) -> Parsed<'a, Denomination> {
    let feet = matches!(&large.unit, Unit::Measure(name) if &**name == "foot");
    if !feet || !input.letters().eq_ignore_ascii_case("in") {
        return fail();
    }
    let rest = input.from(input.at() + 1);
    let governs = rest.peek().is_some_and(|next| {
        next.is_capitalised()
            || next.shape == Shape::Number
            || rest.is(List::Determiner)
            || !rest.lexicon().calendar(next.word).is_empty()
    });
    let inch = rest.lexicon().unit_named("inch").filter(|_| !governs);
    inch.map_or_else(fail, |inch| {
        Ok((rest, Denomination { unit: Unit::Measure(inch.name.clone()), others: Vec::new() }))
    })
}

/// "15 dollars 50": two digits behind the word for money, and nothing that they could count.
fn hundredths<'a>(
    input: &Tokens<'a>,
    rest: Tokens<'a>,
    value: Decimal,
    large: &Denomination,
) -> Option<(Tokens<'a>, Decimal, Decimal)> {
    let money = matches!(large.unit, Unit::Money(_)) && input.back(1).is_some_and(|back| back.shape == Shape::Lower);
    let directly = input.peek().is_some_and(|next| next.is_word() || next.shape == Shape::Number);
    let ends = rest.peek().is_none_or(|next| next.shape == Shape::Mark && !next.letters.starts_with('-'));
    let cents = value >= Decimal::TEN && value < Decimal::ONE_HUNDRED;
    let hundredth = Decimal::new(1, 2);
    (money && directly && ends && cents && input.letters() != "and").then_some((rest, value * hundredth, hundredth))
}

/// How large one unit is in a larger one of its dimension, as a fraction; a hundredth of a currency in the currency.
fn size_in(input: &Tokens<'_>, small: &Unit, large: &Unit) -> Option<(Decimal, Decimal)> {
    let lexicon = input.lexicon();
    if let (Unit::Measure(minor), Unit::Money(code)) = (small, large) {
        let currency = lexicon.currencies().iter().find(|currency| currency.code == *code)?;
        return (currency.minor.as_ref() == Some(minor)).then_some((Decimal::ONE, Decimal::ONE_HUNDRED));
    }
    let entry = |unit: &Unit| match unit {
        Unit::Measure(name) => lexicon.unit_named(name),
        _ => None,
    };
    let (small, large) = entry(small).zip(entry(large))?;
    let alike = small.dimension == large.dimension && small.offset.is_zero() && large.offset.is_zero();
    let above = small.factor.checked_mul(large.divisor)?;
    let below = large.factor.checked_mul(small.divisor)?;
    (alike && above < below).then_some((above, below))
}
