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

use super::age::{is_age, year_unit};
use super::amount::{Amount, amount};
use super::duration::duration;
use super::noise::{is_bare_year, noise};
use super::number::{Number, may_go_on, number};
use super::qualifier;
use super::range::range;
use super::ratio::{Leading, ratio};
use super::shared::completed;
use super::tokens::{Parsed, Tokens, fail, word};
use super::unit::{Denomination, unit};
use super::zero::zero;
use crate::claim::{Decimal, Qualifier, Stated, Unit};
use crate::lexicon::Starts;
use crate::text::{Shape, Span};
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

/// Reads all quantities of a sentence, in order, and puts them behind those in `found`; what only looks like one is
/// returned. Tokens under `taken` (dates, ascending) are left alone, but for the length of time that a date counts with.
pub fn quantities(sentence: Tokens<'_>, taken: &[Range<usize>], found: &mut Vec<QuantityPiece>) -> Vec<NoisePiece> {
    let (first, mut passed) = (found.len(), Vec::new());
    if !sentence.may_hold(Starts::QUANTITY) {
        return passed;
    }
    let mut taken = taken.iter().peekable();
    let mut input = sentence;
    while input.peek().is_some() {
        while taken.next_if(|range| range.end <= input.at()).is_some() {}
        if let Some(range) = taken.peek().filter(|range| range.contains(&input.at())) {
            found.extend(duration(sentence, range));
            input = input.from(range.end);
            continue;
        }
        let limit = taken.peek().map_or(usize::MAX, |range| range.start);
        input = past_plain_words(input, limit);
        if input.at() < limit && input.peek().is_some() {
            input = step(input, limit, first, found, &mut passed);
        }
    }
    passed
}

/// The next place at which a quantity may begin, or the limit, or the end. Most tokens are passed over here.
fn past_plain_words(mut input: Tokens<'_>, limit: usize) -> Tokens<'_> {
    while let Some(here) = input.next(Starts::QUANTITY).filter(|here| here.at() < limit) {
        if !is_mere_article(&here) {
            return here;
        }
        input = here.from(here.at() + 1);
    }
    input.from(limit)
}

/// Whether an article at the place brings no number: most do not.
fn is_mere_article(input: &Tokens<'_>) -> bool {
    if !is_article(input.letters()) {
        return false;
    }
    let (lexicon, tokens) = (input.lexicon(), input.rest());
    let goes_on = tokens.get(1).is_some_and(|next| {
        next.shape == Shape::Mark || lexicon.may_begin_quantity(next) || lexicon.magnitudes.at(&tokens[1..]).is_some()
    });
    let halved = || tokens.get(4).is_some_and(|last| last.letters == "half") && tokens[2].letters == "and";
    !goes_on && !halved() && lexicon.vague.at(tokens).is_none() && lexicon.multiples.at(tokens).is_none()
}

fn is_article(letters: &str) -> bool {
    letters.len() <= 2 && ["a", "an"].iter().any(|article| letters.eq_ignore_ascii_case(article))
}

/// Reads what begins at the place and returns the place behind it. The sentence's quantities are those from `first` on.
fn step<'a>(
    input: Tokens<'a>,
    limit: usize,
    first: usize,
    found: &mut Vec<QuantityPiece>,
    passed: &mut Vec<NoisePiece>,
) -> Tokens<'a> {
    if let Ok((rest, why)) = noise(input) {
        passed.push(NoisePiece { tokens: input.at()..rest.at(), span: input.span_to(&rest), why });
        return rest;
    }
    match quantity(input) {
        Ok((rest, piece)) if rest.at() <= limit => {
            let last = found.get(first..).and_then(<[_]>::last);
            let qualifier = piece.qualifier.or_else(|| qualifier::of_restated(&input, last, &piece));
            found.push(QuantityPiece { qualifier, ..piece });
            rest
        }
        _ => input.from(input.at() + 1),
    }
}

/// What the productions below make of a figure, before its qualifier is looked for.
pub(super) struct Core {
    pub(super) stated: Stated,
    pub(super) unit: Option<Denomination>,
    pub(super) written: Option<Number>,
    pub(super) number: Span,
    /// Where the number's own words end.
    pub(super) number_end: usize,
    pub(super) age: bool,
}

/// `quantity`, with the qualifier in front looked for backwards from the number.
pub(super) fn quantity(input: Tokens<'_>) -> Parsed<'_, QuantityPiece> {
    let leading = number(input).ok();
    let core = ratio_core(input, leading).or_else(|_| amount_core(input, leading));
    let (rest, core) = core.or_else(|_| vague(input)).or_else(|_| zero(input))?;
    let number_end = input.from(core.number_end);
    let front = qualifier::before(&input, &number_end);
    if let Some((rest, piece)) = front.and_then(|front| bounded(&input, front, rest, &core)) {
        return Ok((rest, piece));
    }
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
        qualifier: stronger(front.map(|(_, kind)| kind), behind.map(|(_, kind)| kind)),
        unit: core.unit.unwrap_or_default(),
        written: core.written,
        age: core.age,
        united,
    };
    Ok((rest, piece))
}

/// `bounded = lower_bound amount ("and" | "but") upper_bound amount`: "more than 10 and fewer than 20" is a range.
fn bounded<'a>(
    input: &Tokens<'a>,
    (start, kind): (usize, Qualifier),
    rest: Tokens<'a>,
    low: &Core,
) -> Option<(Tokens<'a>, QuantityPiece)> {
    let (after, _) = (opt(word(",")), alt((word("and"), word("but")))).parse(rest).ok()?;
    let (len, limit) = after.lexicon().qualifiers_before.at(after.rest())?;
    let after = after.from(after.at() + len);
    let (end, high) = amount(after, number(after).ok()).ok()?;
    let lower = |kind| matches!(kind, Qualifier::MoreThan | Qualifier::AtLeast);
    let upper = |kind| matches!(kind, Qualifier::LessThan | Qualifier::AtMost);
    let Stated::Point(first) = low.stated else { return None };
    let (least, most) = if lower(kind) { (first, high.number.value) } else { (high.number.value, first) };
    let two = lower(kind) && upper(*limit) || upper(kind) && lower(*limit);
    let alike = low.unit.is_none() || high.unit.is_none() || low.unit == high.unit;
    let piece = QuantityPiece {
        tokens: start..end.at(),
        number: low.number.to(input.from(high.number_start).span_to(&input.from(high.number_end))),
        stated: Stated::Range(least, most),
        qualifier: None,
        united: low.unit.is_some() || high.unit.is_some(),
        unit: high.unit.or_else(|| low.unit.clone()).unwrap_or_default(),
        written: low.written,
        age: false,
    };
    (two && alike && least < most).then_some((end, piece))
}

/// Of two qualifiers the one that bounds: "about 500 or more".
fn stronger(front: Option<Qualifier>, behind: Option<Qualifier>) -> Option<Qualifier> {
    if front == Some(Qualifier::About) { behind.or(front) } else { front.or(behind) }
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

/// `part_of_one = ["of"] ("a" | "an") (unit | magnitude) | magnitude | ["-"] unit`: half an hour, quarter of a million,
/// half million, half-litre.
fn part_of_one(input: Tokens<'_>) -> Parsed<'_, (Option<Denomination>, Decimal)> {
    let article = (opt(word("of")), alt((word("a"), word("an")))).parse(input);
    let Ok((rest, _)) = article else {
        let measured = unit.map(|unit| (Some(unit), Decimal::ONE));
        return alt((magnitude_of_one, measured)).parse(input);
    };
    alt((magnitude_of_one, unit.map(|unit| (Some(unit), Decimal::ONE)))).parse(rest)
}

/// `magnitude [unit]`: the million of "half a million dollars".
fn magnitude_of_one(rest: Tokens<'_>) -> Parsed<'_, (Option<Denomination>, Decimal)> {
    if let Some((len, scale)) = rest.lexicon().magnitudes.at(rest.rest()) {
        let after = rest.from(rest.at() + len);
        let (after, unit) = opt(unit).parse(after)?;
        return Ok((after, (unit, *scale)));
    }
    fail()
}

/// `range | amount`
fn amount_core<'a>(input: Tokens<'a>, leading: Leading<'a>) -> Parsed<'a, Core> {
    let (rest, amount) = amount(input, leading)?;
    if may_go_on(&rest) {
        return range(input, rest, &amount).or_else(|_| single(input, rest, amount));
    }
    single(input, rest, amount)
}

fn single<'a>(input: Tokens<'a>, rest: Tokens<'a>, amount: Amount) -> Parsed<'a, Core> {
    let bare = amount.unit.is_none();
    let named = input.nth(1).is_some_and(|next| next.shape == Shape::Title && !next.glued);
    if (bare || named) && input.peek().is_some_and(|token| token.shape == Shape::Number) && is_bare_year(&input) {
        return fail();
    }
    let age = is_age(&input, &amount, &rest);
    let amount = if age { amount } else { completed(&input, rest, amount) };
    let unit = amount.unit.or_else(|| age.then(|| year_unit(&input)));
    let span = input.from(amount.number_start).span_to(&input.from(amount.number_end));
    let stated = Stated::Point(amount.number.value);
    Ok((rest, Core { stated, unit, written: Some(amount.number), number: span, number_end: amount.number_end, age }))
}

/// `vague = dozens | tens of thousands … [unit]`
fn vague(input: Tokens<'_>) -> Parsed<'_, Core> {
    let Some((len, ())) = input.lexicon().vague.at(input.rest()) else { return fail() };
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

#[cfg(test)]
mod tests {
    use crate::grammar::testing::first;

    #[test]
    fn amounts() {
        for (text, quantity) in [
            ("for RM79 a month", "79 MYR"),
            ("worth $US113 trillion", "113000000000000 USD"),
            ("raised 30 MEUR in May", "30000000 EUR"),
            ("they lost 75 USD million", "75000000 USD"),
            ("a bill of 5 feet 6 inches", "5.5 foot"),
            ("it lasted 2 hours and 30 minutes", "2.5 hour"),
            ("it cost 3 dollars 50 cents", "3.5 USD"),
            ("1/2 pound of sugar", "0.5 pound"),
            ("half an hour late", "0.5 hour"),
            ("a half-litre bottle", "0.5 litre"),
            ("a quarter million euros", "250000 EUR"),
            ("it is 100° Celsius there", "100 degree_celsius"),
            ("it hit 38 C, a record", "38 degree_celsius"),
            ("a beam 5 m long", "5 metre"),
            ("in sub-500 km races", "less_than 500 kilometre"),
            ("64 cents a dozen", "64 cent"),
            ("nine more months of it", "9 month"),
            ("it took six gruelling hours", "6 hour"),
            ("it took a year and a half", "1.5 year"),
            ("it took two years and a half", "2.5 year"),
            ("two years and a half of it", "2 year"),
            ("a 6-foot-3 guard", "6.25 foot"),
            ("rose 2.5 times", "2.5 ratio"),
            ("Pupil numbers fell to 1.1m, it said", "1100000 count"),
            ("The river rose to 1.1m, it said", "1.1 metre"),
            ("it was 3x that", "3 ratio"),
            ("rose three times", "3 count"),
            ("the first rise in three quarters.", "3 count"),
            ("it rose for three quarters of the time", "0.75 ratio"),
            ("open on five working days", "5 day"),
            ("won four straight games", "4 count"),
            ("ran for 84 rushing yards", "84 yard"),
            ("a 3,000-square-mile park", "3000 square_mile"),
            ("a weight of 20 (kg)", "20 kilogram"),
            ("he is 6 ft 2 in tall", "6.1666666666666666666666666667 foot"),
            ("they dug 12 ft in the yard", "12 foot"),
            ("no deaths were reported", "0 count"),
        ] {
            assert_eq!(first(text), quantity, "{text}");
        }
    }

    #[test]
    fn ranges() {
        for (text, quantity) in [
            ("four to five thousand people", "4000..5000 count"),
            ("cut from the $10 to $15 billion it planned", "10000000000..15000000000 USD"),
            ("rose 2 to 3 percent", "2..3 percent"),
            ("rose from 2 to 3 percent", "2 percent"),
            ("rose sharply in the decade that ended then, from €80 to €110", "80 EUR"),
            ("between 2 kg and about 7 kg", "2..7 kilogram"),
            ("more than 10 but fewer than 20 boats", "10..20 count"),
            ("a 0-to-60-mph time", "0..60 mile_per_hour"),
            ("cut from 5 to 7 percent to 3 to 5 percent", "5..7 percent"),
            ("rose by $5 to $40", "5 USD"),
            ("rose 1980 points", "1980 count"),
            ("five years to 300 workers", "5 year"),
            ("five years to ten", "5..10 year"),
            ("slipped 1.2 percent to 1.4 million", "1.2 percent"),
            ("two metres to 1.4 million", "2 metre"),
            ("eight or nine boats", "8..9 count"),
        ] {
            assert_eq!(first(text), quantity, "{text}");
        }
    }

    #[test]
    fn ages() {
        for (text, quantity) in [
            ("Ana Ruiz, 44, said", "44 year"),
            ("Ana Ruiz, 44 (left)", "44 year"),
            ("he was 97.", "97 year"),
            ("women over 50, who", "more_than 50 year"),
            ("children under five acutely ill", "less_than 5 year"),
            ("men over 60 it was", "more_than 60 year"),
            ("a widow of 80, who", "80 year"),
            ("men of 30 and 44 were", "30 year"),
            ("pupils aged 11 to 13 are", "11..13 year"),
            ("a mother of four, who", "4 count"),
            ("a passenger, 31, died", "31 year"),
            ("passengers, 31, died", "31 count"),
            ("she was 12 points behind", "12 count"),
            ("the driver was 31.", "31 year"),
            ("the drivers were 31.", "31 count"),
            ("the painter Ana Ruiz dies at 91", "91 year"),
            ("the painter died at 91 Mill Lane", "-"),
            ("at 84 she learned to sail", "84 year"),
            ("at 84 ports she was known", "84 count"),
        ] {
            assert_eq!(first(text), quantity, "{text}");
        }
    }

    #[test]
    fn qualifiers() {
        for (text, quantity) in [
            ("40 dead and over 100 hurt", "40 count"),
            ("about 500 or more came", "at_least 500 count"),
            ("the dividend goes up to 4 pence", "4 penny"),
            ("asked to hand over two barns", "2 count"),
            ("up to two barns", "at_most 2 count"),
            ("at best two barns", "at_most 2 count"),
            ("not quite 55 percent", "less_than 55 percent"),
            ("they met over two working days", "2 day"),
            ("children under the age of 5", "less_than 5 year"),
        ] {
            assert_eq!(first(text), quantity, "{text}");
        }
    }
}
