//! What a bare number has from the one behind it: its unit, and its magnitude.
//!
//! ```text
//! shared = joint [qualifier] ( range | amount ) | "of" "the" amount | by { number by } amount
//! by     = ["-"] ( "by" | "x" | "×" ) ["-"]
//! ```
//! | text | the first number is |
//! |---|---|
//! | `from 4.8 to 4.7 percent` | 4.8 percent |
//! | `a 7- or 8-inch screen` | 7 inches |
//! | `from 4.1 to 5 billion euros` | 4.1 billion euros |
//! | `12 by 15 feet`, `a 6-by-4-foot hole` | 12 feet, 6 feet |

use super::amount::{Amount, amount};
use super::number::{Number, may_go_on, number};
use super::range::{Joint, joint, qualified, range};
use super::tokens::{Parsed, Tokens, is_dash, one_of, token, word};
use super::unit::Denomination;
use crate::claim::{Decimal, Unit};
use crate::text::Shape;
use nom::Parser;
use nom::combinator::opt;

/// The amount with what it shares with the one behind it; `rest` begins behind it.
pub(super) fn completed<'a>(input: &Tokens<'a>, rest: Tokens<'a>, alone: Amount) -> Amount {
    if alone.unit.is_some() || !(may_go_on(&rest) || matches!(rest.letters(), "of" | "by" | "x")) {
        return alone;
    }
    if let Some(unit) = crossed(rest) {
        return Amount { unit: Some(unit), ..alone };
    }
    from_to(input, rest, &alone).unwrap_or_else(|| Amount { unit: unit_of_next(rest), ..alone })
}

/// The unit that the next number gives: "4.8 to 4.7 percent", "280 million of the 1.5 billion shekels".
fn unit_of_next(rest: Tokens<'_>) -> Option<Denomination> {
    let (after, _) = opt(glued_dash).parse(rest).ok()?;
    let part = |input| (word("of"), word("the")).map(|_| Joint::To).parse(input);
    let (after, joint) = joint(after, false).or_else(|_| joint(after, true)).or_else(|_| part(after)).ok()?;
    let (end, high) = amount(after, number(after).ok()).ok()?;
    let unit = high.unit?;
    let part = rest.letters() == "of";
    let shares = match unit.unit {
        Unit::Percent => true,
        Unit::Money(_) => part,
        Unit::Measure(_) => !part && end.back(1).is_some_and(|token| token.shape == Shape::Lower),
        _ => false,
    };
    let plain = high.number.scale == Decimal::ONE || part;
    (shares && joint != Joint::Dash && plain).then_some(unit)
}

/// The start of a change with the unit and the magnitude of its end: "from 4.1 to 5 billion euros", "from 24 to 33-35
/// billion euros".
fn from_to(input: &Tokens<'_>, rest: Tokens<'_>, low: &Amount) -> Option<Amount> {
    let from = |back| input.back(back).is_some_and(|back| back.letters.eq_ignore_ascii_case("from"));
    let to = rest.letters() == "to" && (1..=3).any(from);
    let after = to.then(|| qualified(rest.from(rest.at() + 1)))?;
    let (end, high) = amount(after, number(after).ok()).ok()?;
    let whole = range(after, end, &high).ok();
    let (written, unit) =
        whole.map_or((high.number, high.unit), |(_, core)| (core.written.unwrap_or(high.number), core.unit));
    let united = unit.as_ref().is_some_and(|unit| unit.unit != Unit::Count);
    let number = in_magnitude(low.number, written);
    (number.scale == written.scale && (united || number != low.number)).then(|| Amount { number, unit, ..low.clone() })
}

/// How many times larger one of two numbers may be that share the magnitude written once: "from 200 to 350 million", but
/// not "from 900 to 1.2 million".
const ALIKE: i64 = 20;

/// A number in the magnitude of the one that it leads to, where both are of about one size.
fn in_magnitude(low: Number, high: Number) -> Number {
    let scaled = low.scaled(high.scale).filter(|_| low.scale == Decimal::ONE && high.scale > Decimal::ONE);
    let within = |a: Decimal, b: Decimal| b.checked_mul(Decimal::from(ALIKE)).is_some_and(|most| a <= most);
    scaled.filter(|low| within(low.value, high.value) && within(high.value, low.value)).unwrap_or(low)
}

/// The unit of length at the end of "12 by 15 feet", "3 x 4 x 2 metres".
fn crossed(rest: Tokens<'_>) -> Option<Denomination> {
    let (mut here, ()) = by(rest).ok()?;
    for _ in 0..2 {
        let (end, last) = amount(here, number(here).ok()).ok()?;
        if let Some(unit) = last.unit {
            let length = match &unit.unit {
                Unit::Measure(name) => rest.lexicon().unit_named(name),
                _ => None,
            };
            return length.filter(|entry| &*entry.dimension == "length").map(|_| unit);
        }
        (here, ()) = by(end).ok()?;
    }
    None
}

/// `by`, in front of the next side.
fn by(input: Tokens<'_>) -> Parsed<'_, ()> {
    (opt(glued_dash), one_of(&["by", "x", "×"]), opt(glued_dash)).map(|_| ()).parse(input)
}

fn glued_dash(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|_, token| (token.glued && is_dash(token.letters)).then_some(())).parse(input)
}
