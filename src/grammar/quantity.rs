//! Quantities: qualifier, number or range, unit.
//!
//! ```text
//! quantity = [qualifier] ( ratio | range | amount | vague | age ) [qualifier]
//! amount   = sign_of_money number | number [unit]
//! range    = amount joint amount | "between" amount "and" amount
//! joint    = "to" | dash | "or"
//! vague    = dozens | tens of thousands …  [unit]
//! age      = "," number ","  behind a name
//! ```
//!
//! The ends of a range share magnitude and unit: "$10 to $15 billion", "four to five thousand", "5 to 7 %".

use super::noise::{is_bare_year, noise};
use super::number::{Number, may_go_on, number};
use super::qualifier;
use super::ratio::{Leading, ratio};
use super::tokens::{Parsed, Tokens, fail, is_dash, token, word};
use super::unit::{Denomination, money_sign, unit};
use crate::claim::{Decimal, Qualifier, Stated, Unit};
use crate::lexicon::List;
use crate::text::{Shape, Span, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use std::ops::Range;

/// A quantity and the tokens of its sentence that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantityPiece {
    /// Qualifier, number, unit.
    pub tokens: Range<usize>,
    /// The number's own words, in the text: magnitude and both ends of a range, but neither sign nor unit.
    pub number: Span,
    /// What is stated.
    pub stated: Stated,
    /// What loosens or bounds it.
    pub qualifier: Option<Qualifier>,
    /// In what, and in what else it might be.
    pub unit: Denomination,
    /// How the number was written; the lower end's, of a range.
    pub written: Option<Number>,
    /// Whether it is somebody's age.
    pub age: bool,
    /// Whether the unit was spoken of, or the number stands alone.
    pub united: bool,
}

/// Digits or number words that are no quantity, and the tokens that they take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoisePiece {
    /// Which tokens of the sentence.
    pub tokens: Range<usize>,
    /// Where they stand in the text.
    pub span: Span,
    /// What they are.
    pub why: &'static str,
}

/// Reads all quantities of a sentence, in order, and what only looks like one. Tokens under `taken` (dates, ascending)
/// are left alone.
pub fn quantities(sentence: Tokens<'_>, taken: &[Range<usize>]) -> (Vec<QuantityPiece>, Vec<NoisePiece>) {
    let (mut found, mut passed) = (Vec::new(), Vec::new());
    let mut taken = taken.iter().peekable();
    let mut input = sentence;
    while let Some(next) = input.peek() {
        while taken.next_if(|range| range.end <= input.at()).is_some() {}
        if let Some(range) = taken.peek().filter(|range| range.contains(&input.at())) {
            input = input.from(range.end);
            continue;
        }
        if !input.lexicon().may_begin_quantity(next) || is_mere_article(&input, next) {
            input = input.from(input.at() + 1);
            continue;
        }
        let limit = taken.peek().map_or(usize::MAX, |range| range.start);
        input = step(input, limit, &mut found, &mut passed);
    }
    (found, passed)
}

/// Whether an article brings no number: most do not.
fn is_mere_article(input: &Tokens<'_>, token: &Token) -> bool {
    let (lexicon, text, tokens) = (input.lexicon(), input.text(), input.rest());
    if !is_article(token.text(text)) {
        return false;
    }
    let goes_on = tokens.get(1).is_some_and(|next| {
        next.shape == Shape::Mark
            || lexicon.may_begin_quantity(next)
            || lexicon.magnitudes.at(text, &tokens[1..]).is_some()
    });
    !goes_on && lexicon.vague.at(text, tokens).is_none() && lexicon.multiples.at(text, tokens).is_none()
}

fn is_article(letters: &str) -> bool {
    letters.len() <= 2 && ["a", "an"].iter().any(|article| letters.eq_ignore_ascii_case(article))
}

/// Reads what begins at the place and returns the place behind it.
fn step<'a>(
    input: Tokens<'a>,
    limit: usize,
    found: &mut Vec<QuantityPiece>,
    passed: &mut Vec<NoisePiece>,
) -> Tokens<'a> {
    if let Ok((rest, why)) = noise(input) {
        passed.push(NoisePiece { tokens: input.at()..rest.at(), span: input.span_to(&rest), why });
        return rest;
    }
    match quantity(input) {
        Ok((rest, piece)) if rest.at() <= limit => {
            found.push(piece);
            rest
        }
        _ => input.from(input.at() + 1),
    }
}

/// What the productions below make of a figure, before its qualifier is looked for.
struct Core {
    stated: Stated,
    unit: Option<Denomination>,
    written: Option<Number>,
    number: Span,
    /// Where the number's own words end.
    number_end: usize,
    age: bool,
}

/// `quantity`, with the qualifier in front looked for backwards from the number.
fn quantity(input: Tokens<'_>) -> Parsed<'_, QuantityPiece> {
    let leading = number(input).ok();
    let core = ratio_core(input, leading).or_else(|_| amount_core(input, leading));
    let (rest, core) = core.or_else(|_| vague(input))?;
    let number_end = input.from(core.number_end);
    let front = qualifier::before(&input, &number_end);
    let behind = qualifier::after(&rest).or_else(|| qualifier::after(&number_end).filter(|_| core.unit.is_none()));
    let rest = behind.map_or(rest, |(len, _)| {
        if rest.at() >= number_end.at() { rest.from(rest.at().max(number_end.at()) + len) } else { rest }
    });
    let start = front.map_or(input.at(), |(start, _)| start);
    let united = core.unit.is_some();
    let piece = QuantityPiece {
        tokens: start..rest.at(),
        number: core.number,
        stated: core.stated,
        qualifier: front.map(|(_, kind)| kind).or(behind.map(|(_, kind)| kind)),
        unit: core.unit.unwrap_or_default(),
        written: core.written,
        age: core.age,
        united,
    };
    Ok((rest, piece))
}

fn ratio_core<'a>(input: Tokens<'a>, leading: Leading<'a>) -> Parsed<'a, Core> {
    let (rest, value) = ratio(input, leading)?;
    let number = input.span_to(&rest);
    // "half an hour", "half a million": a part of one unit or magnitude is an amount of it.
    if let Ok((after, (unit, scale))) = part_of_one(rest) {
        let stated = Stated::Point(value.checked_mul(scale).unwrap_or(value));
        let number = if unit.is_some() { number } else { input.span_to(&after) };
        return Ok((after, Core { stated, unit, written: None, number, number_end: after.at(), age: false }));
    }
    let unit = Some(Denomination { unit: Unit::Ratio, others: Vec::new() });
    Ok((rest, Core { stated: Stated::Point(value), unit, written: None, number, number_end: rest.at(), age: false }))
}

/// `part_of_one = ["of"] ("a" | "an") (unit | magnitude)` or a unit at once ("half-hour" is none).
fn part_of_one(input: Tokens<'_>) -> Parsed<'_, (Option<Denomination>, Decimal)> {
    let (rest, _) = (opt(word("of")), alt((word("a"), word("an")))).parse(input)?;
    if let Some((len, scale)) = rest.lexicon().magnitudes.at(rest.text(), rest.rest()) {
        let after = rest.from(rest.at() + len);
        let (after, unit) = opt(unit).parse(after)?;
        return Ok((after, (unit, *scale)));
    }
    unit.map(|unit| (Some(unit), Decimal::ONE)).parse(rest)
}

/// A number with whatever says its unit.
#[derive(Clone)]
struct Amount {
    number: Number,
    unit: Option<Denomination>,
    number_start: usize,
    number_end: usize,
}

/// `range | amount`
fn amount_core<'a>(input: Tokens<'a>, leading: Leading<'a>) -> Parsed<'a, Core> {
    let (rest, amount) = amount(input, leading)?;
    if may_go_on(&rest) {
        return range(input, rest, &amount).or_else(|_| single(input, rest, amount));
    }
    single(input, rest, amount)
}

/// `amount = sign_of_money number | number [unit]`; `leading` is the number that stands here, if one does.
fn amount<'a>(input: Tokens<'a>, leading: Leading<'a>) -> Parsed<'a, Amount> {
    if let Ok((after_sign, sign)) = money_sign(input) {
        let (rest, number) = number(after_sign)?;
        let (number_start, number_end) = (after_sign.at(), rest.at());
        return Ok((rest, Amount { number, unit: Some(sign), number_start, number_end }));
    }
    let Some((rest, number)) = leading else { return fail() };
    let (number_start, number_end) = (input.at(), rest.at());
    let (rest, unit) = opt(unit).parse(rest)?;
    Ok((rest, Amount { number, unit, number_start, number_end }))
}

fn single<'a>(input: Tokens<'a>, rest: Tokens<'a>, amount: Amount) -> Parsed<'a, Core> {
    let bare = amount.unit.is_none();
    if bare && input.peek().is_some_and(|token| token.shape == Shape::Number) && is_bare_year(&input) {
        return fail();
    }
    let age = is_age(&input, &amount, &rest);
    let unit = amount.unit.or_else(|| age.then(|| year_unit(&input)));
    let span = input.from(amount.number_start).span_to(&input.from(amount.number_end));
    let stated = Stated::Point(amount.number.value);
    Ok((rest, Core { stated, unit, written: Some(amount.number), number: span, number_end: amount.number_end, age }))
}

fn year_unit(input: &Tokens<'_>) -> Denomination {
    let name = input.lexicon().units().iter().find(|unit| &*unit.name == "year").map(|unit| unit.name.clone());
    Denomination { unit: name.map_or(Unit::Count, Unit::Measure), others: Vec::new() }
}

/// Whether a number is somebody's age: "aged 44", "Maria Bell, 44, said", "a 44-year-old", "he was 44".
fn is_age(input: &Tokens<'_>, amount: &Amount, rest: &Tokens<'_>) -> bool {
    let old = |tokens: &Tokens<'_>| {
        let ahead = usize::from(is_dash(tokens.letters()));
        ["old", "olds", "age"].contains(&tokens.letters_at(ahead))
    };
    if amount.unit.is_some() {
        return old(rest);
    }
    let value = amount.number.value;
    let plausible =
        amount.number.decimals == 0 && value < Decimal::from(120) && value > Decimal::ZERO && !amount.number.spelled;
    let lexicon = input.lexicon();
    let aged = input.back(1).is_some_and(|back| lexicon.is(back.word, List::Age));
    let comma = |token: Option<&Token>| token.is_some_and(|token| matches!(token.text(input.text()), ","));
    let name = input.back(2).is_some_and(|back| {
        matches!(back.shape, Shape::Title | Shape::Mixed) && lexicon.calendar(back.word).is_empty()
    });
    let closes = rest
        .peek()
        .is_none_or(|next| next.shape == Shape::Mark && matches!(next.text(input.text()), "," | "." | ";" | ")"));
    let apposed = comma(input.back(1)) && name && closes;
    plausible && (aged || apposed) || (aged && amount.number.spelled)
}

/// `range = amount joint amount | "between" amount "and" amount`
fn range<'a>(input: Tokens<'a>, after_low: Tokens<'a>, low: &Amount) -> Parsed<'a, Core> {
    let between = input.back(1).is_some_and(|back| back.text(input.text()).eq_ignore_ascii_case("between"));
    let (after_joint, joint) = joint(after_low, between)?;
    let (rest, high) = amount(after_joint, number(after_joint).ok())?;
    let low = share(low.clone(), &high);
    let same = low.unit == high.unit || low.unit.is_none() || high.unit.is_none() || same_unit(&low, &high);
    if !same || !is_range(&input, &after_joint, &low, &high, joint, &rest) {
        return fail();
    }
    let number = input.from(low.number_start).span_to(&input.from(high.number_end));
    let stated = Stated::Range(low.number.value, high.number.value);
    let core = Core {
        stated,
        unit: high.unit.or(low.unit),
        written: Some(low.number),
        number,
        number_end: high.number_end,
        age: false,
    };
    Ok((rest, core))
}

fn same_unit(low: &Amount, high: &Amount) -> bool {
    low.unit.as_ref().zip(high.unit.as_ref()).is_some_and(|(a, b)| a.unit == b.unit)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    To,
    Dash,
    Or,
    And,
}

fn joint(input: Tokens<'_>, between: bool) -> Parsed<'_, Joint> {
    let dash = token(|input, token| is_dash(token.text(input.text())).then_some(Joint::Dash));
    let (rest, found) =
        alt((word("to").map(|_| Joint::To), dash, word("or").map(|_| Joint::Or), word("and").map(|_| Joint::And)))
            .parse(input)?;
    if (found == Joint::And) == between { Ok((rest, found)) } else { fail() }
}

/// The magnitude and unit that the upper end gives to the lower: "$10 to $15 billion", "four to five thousand".
fn share(low: Amount, high: &Amount) -> Amount {
    let scalable = low.number.scale == Decimal::ONE
        && high.number.scale > Decimal::ONE
        && low.number.value < Decimal::ONE_THOUSAND;
    let number = if scalable { low.number.scaled(high.number.scale).unwrap_or(low.number) } else { low.number };
    Amount { number, ..low }
}

/// Whether two numbers are the ends of a range, and not a change ("rose by 5 to 40"), a score, or a pair of dates.
fn is_range(
    start: &Tokens<'_>,
    after_joint: &Tokens<'_>,
    low: &Amount,
    high: &Amount,
    joint: Joint,
    rest: &Tokens<'_>,
) -> bool {
    let (a, b) = (low.number.value, high.number.value);
    let glued_dash = joint != Joint::Dash || after_joint.peek().is_some_and(|token| token.glued);
    let adjacent = joint != Joint::Or || (a < b && low.number.spelled == high.number.spelled && b <= a * Decimal::TEN);
    match joint {
        Joint::And => true,
        Joint::To if after_change(start) => false,
        Joint::To | Joint::Or => {
            a < b && adjacent && !(joint == Joint::Or && low.unit.is_some() && high.unit.is_none())
        }
        Joint::Dash => {
            glued_dash && a < b && !(is_bare_year(start) && rest.peek().is_none_or(|token| token.shape == Shape::Mark))
        }
    }
}

/// How far before a number a word of rising or falling makes it an end of a change, in tokens.
const CHANGE_REACH: usize = 6;

/// Whether the number is preceded by a word of change: "by", or a rise or fall with or without "from".
fn after_change(start: &Tokens<'_>) -> bool {
    let lexicon = start.lexicon();
    let before = start.before();
    let by = before.last().is_some_and(|token| token.text(start.text()).eq_ignore_ascii_case("by"));
    let near =
        before.iter().rev().take(CHANGE_REACH).take_while(|token| !matches!(token.text(start.text()), ";" | "(" | ")"));
    by || near.into_iter().any(|token| lexicon.is_any(token.word, &[List::Rise, List::Fall]))
}

/// `vague = dozens | tens of thousands … [unit]`
fn vague(input: Tokens<'_>) -> Parsed<'_, Core> {
    let Some((len, ())) = input.lexicon().vague.at(input.text(), input.rest()) else { return fail() };
    let after = input.from(input.at() + len);
    let of = after.letters().eq_ignore_ascii_case("of");
    let (rest, unit) = opt(unit).parse(if of { after.from(after.at() + 1) } else { after })?;
    let rest = if unit.is_some() { rest } else { after };
    Ok((
        rest,
        Core {
            stated: Stated::Vague,
            unit,
            written: None,
            number: input.span_to(&after),
            number_end: after.at(),
            age: false,
        },
    ))
}
