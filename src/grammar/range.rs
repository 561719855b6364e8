//! Ranges: two ends that share magnitude and unit.
//!
//! ```text
//! range = amount joint amount | "between" amount "and" amount
//! joint = "to" | dash | "or"
//! ```

use super::age::year_unit;
use super::amount::{Amount, amount};
use super::noise::{is_bare_year, is_counted};
use super::number::number;
use super::quantity::Core;
use super::tokens::{Parsed, Tokens, fail, glued, is_dash, token, word};
use crate::claim::{Decimal, Stated};
use crate::lexicon::List;
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// `range = amount joint amount | "between" amount "and" amount`
pub(super) fn range<'a>(input: Tokens<'a>, after_low: Tokens<'a>, low: &Amount) -> Parsed<'a, Core> {
    let between = input.back(1).is_some_and(|back| back.letters.eq_ignore_ascii_case("between"));
    let (after_joint, joint) = joint(after_low, between)?;
    // "between 2 kg and about 7 kg"
    let after_joint = if between { qualified(after_joint) } else { after_joint };
    let (rest, high) = amount(after_joint, number(after_joint).ok())?;
    // "over five years to 300 workers"; "slipped 1.2 percent to 1.4 million"
    let closed = low.unit.is_some() && high.unit.is_none() && low.number_end < after_low.at();
    let apart = closed && (is_counted(&rest) || high.number.scale > low.number.scale);
    if apart && joint == Joint::To {
        return fail();
    }
    let alone = low.number.scale;
    let low = share(low.clone(), &high);
    // "$89 to $93 billion": one magnitude for both makes them one range, whatever rose or fell before.
    let scaled = low.number.scale != alone && low.unit.is_some();
    let same = low.unit == high.unit || low.unit.is_none() || high.unit.is_none() || same_unit(&low, &high);
    if !same
        || !(scaled && low.number.value < high.number.value
            || is_range(&input, &after_joint, &low, &high, joint, &rest))
    {
        return fail();
    }
    let number = input.from(low.number_start).span_to(&input.from(high.number_end));
    let stated = Stated::Range(low.number.value, high.number.value);
    let old = matches!(rest.letters_at(usize::from(is_dash(rest.letters()))), "old" | "olds");
    let ages = old || high.unit.is_none() && input.back(1).is_some_and(|back| input.lexicon().is(back.word, List::Age));
    let unit = high.unit.or(low.unit).or_else(|| ages.then(|| year_unit(&input)));
    let core = Core { stated, unit, written: Some(low.number), number, number_end: high.number_end, age: ages };
    Ok((rest, core))
}

fn same_unit(low: &Amount, high: &Amount) -> bool {
    low.unit.as_ref().zip(high.unit.as_ref()).is_some_and(|(a, b)| a.unit == b.unit)
}

/// What joins two numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    To,
    Dash,
    Or,
    And,
}

pub(super) fn joint(input: Tokens<'_>, between: bool) -> Parsed<'_, Joint> {
    let dash = token(|_, token| is_dash(token.letters).then_some(Joint::Dash));
    let to = (opt(glued("-")), word("to"), opt(glued("-")));
    let (rest, found) =
        alt((to.map(|_| Joint::To), dash, word("or").map(|_| Joint::Or), word("and").map(|_| Joint::And)))
            .parse(input)?;
    if (found == Joint::And) == between || between && found == Joint::To { Ok((rest, found)) } else { fail() }
}

/// Past a qualifier at a place.
pub(super) fn qualified(input: Tokens<'_>) -> Tokens<'_> {
    let found = input.lexicon().qualifiers_before.at(input.rest());
    found.map_or(input, |(len, _)| input.from(input.at() + len))
}

/// The magnitude and unit that the upper end gives to the lower: "$10 to $15 billion", "four to five thousand".
fn share(low: Amount, high: &Amount) -> Amount {
    let scalable = low.number.scale == Decimal::ONE
        && high.number.scale > Decimal::ONE
        && low.number.value < Decimal::ONE_THOUSAND;
    let shared = scalable.then(|| low.number.scaled(high.number.scale)).flatten();
    // "between 500 and 1 million": a magnitude that would turn the ends round belongs to the upper one alone.
    let ordered = low.number.value < high.number.value;
    let shared = shared.filter(|shared| !ordered || shared.value <= high.number.value);
    Amount { number: shared.unwrap_or(low.number), ..low }
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
        Joint::To
            if after_change(start)
                && !is_size(start, low, high)
                && !is_hyphened(after_joint)
                && !leads_on(start, rest) =>
        {
            false
        }
        Joint::To | Joint::Or => {
            a < b && adjacent && !(joint == Joint::Or && low.unit.is_some() && high.unit.is_none())
        }
        Joint::Dash => {
            glued_dash && a < b && !(is_bare_year(start) && rest.peek().is_none_or(|token| token.shape == Shape::Mark))
        }
    }
}

/// "From 5 to 7 percent to 3 percent": the two are where the change began.
fn leads_on(start: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let from = start.back(1).is_some_and(|back| back.letters.eq_ignore_ascii_case("from"));
    from && rest.letters() == "to" && rest.nth(1).is_some_and(|next| rest.lexicon().may_begin_quantity(next))
}

/// "0-to-60": hyphens make one of the two.
fn is_hyphened(after_joint: &Tokens<'_>) -> bool {
    after_joint.peek().is_some_and(|token| token.glued)
}

/// Whether the two give the size of a change rather than its ends: "fell by 1 to 1.5 degrees", "rose 2 to 3 percent".
fn is_size(start: &Tokens<'_>, low: &Amount, high: &Amount) -> bool {
    let from = start.back(1).is_some_and(|back| back.letters.eq_ignore_ascii_case("from"));
    let unit = low.unit.is_none() && high.unit.is_some();
    !from && unit && high.number.value <= low.number.value * Decimal::from(4)
}

/// How far before a number a word of rising or falling makes it an end of a change, in tokens.
const CHANGE_REACH: usize = 6;

/// The same before "from": "rose 32 percent in just under ten years, from 80 to 110".
const FROM_REACH: usize = 12;

/// Whether the number is preceded by a word of change: "by", or a rise or fall with or without "from".
fn after_change(start: &Tokens<'_>) -> bool {
    let lexicon = start.lexicon();
    let before = start.before();
    let follows = |word: &str| before.last().is_some_and(|token| token.letters.eq_ignore_ascii_case(word));
    let (by, reach) = (follows("by"), if follows("from") { FROM_REACH } else { CHANGE_REACH });
    let near = before.iter().rev().take(reach).take_while(|token| !matches!(token.letters, ";" | "(" | ")"));
    // "an escalating scale of fines": a participle in front of a noun says of what kind it is.
    let modifies = |token: &Token| {
        let noun = |next: &Token| lexicon.noun(next.word).is_some();
        let next = before.iter().find(|next| next.span.start > token.span.start);
        token.letters.ends_with("ing") && next.is_some_and(noun)
    };
    by || near.into_iter().any(|token| lexicon.is_change(token.word) && !modifies(token))
}
