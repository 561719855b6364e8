//! A rise or fall told by its size and its share, against what became of it: "fell 120 points, or 2 %, to 5,880".
//!
//! What it was is not told, but follows from the other figures.

use super::kind::Raised;
use super::working::{figure, in_words, minus, plus, quotient, reading, shown, stands_for, times, widened};
use crate::claim::{Decimal, Direction, Interval};
use crate::compare::ClaimRef;
use crate::extract::Draft;

/// The share told is none that size and end allow; claims are those of the share, the size and the end.
pub(super) fn wrong(
    draft: &Draft,
    at: usize,
    claims: [usize; 3],
    direction: Direction,
    tolerance: Decimal,
) -> Option<Raised> {
    let [percent, by, to] = claims.map(|claim| draft.claims.get(claim));
    let (percent, by, to) = (percent?, by?, to?);
    let size = reading(draft, by)?;
    let allowed = share(&size, &before(&size, &reading(draft, to)?, direction))?;
    let slack = percent.quantity.value()?.checked_mul(tolerance)?.checked_div(Decimal::ONE_HUNDRED)?;
    if allowed.meets(&widened(&reading(draft, percent)?, slack)) {
        return None;
    }
    let (end, point) = (Interval::point(to.quantity.value()?), Interval::point(by.quantity.value()?));
    let exact = share(&point, &before(&point, &end, direction))?.low?;
    let noun = if direction == Direction::Up { "rise" } else { "fall" };
    let [by_words, to_words, told] = [by, to, percent].map(|claim| figure(draft, claim));
    let mut evidence = Vec::new();
    for claim in [percent, by, to] {
        evidence.push(stands_for(draft, claim, &reading(draft, claim)?));
    }
    evidence.push(format!("at any rounding it is {} %", in_words(&allowed)));
    Some(Raised {
        message: format!("A {noun} of {by_words} to {to_words} is {} %, not {told}", shown(exact)),
        claims: claims.map(|claim| ClaimRef { draft: at, claim }).to_vec(),
        draft: at,
        span: percent.quantity.span,
        evidence,
    })
}

/// What it was before it moved.
fn before(size: &Interval, end: &Interval, direction: Direction) -> Interval {
    if direction == Direction::Up { minus(end, size) } else { plus(end, size) }
}

/// The size in hundredths of what it was.
fn share(size: &Interval, before: &Interval) -> Option<Interval> {
    quotient(size, before).map(|part| times(&part, Decimal::ONE_HUNDRED))
}

#[cfg(test)]
mod tests {
    use super::{before, share};
    use crate::claim::{Direction, Interval};
    use crate::rules::working::in_words;

    #[test]
    fn shares_of_what_was_before() {
        for (size, end, direction, percent) in
            [(120, 5_880, Direction::Down, "2"), (60, 6_060, Direction::Up, "1"), (3, 53, Direction::Up, "6")]
        {
            let (size, end) = (Interval::point(size.into()), Interval::point(end.into()));
            let found = share(&size, &before(&size, &end, direction)).unwrap();
            assert_eq!(in_words(&found), percent);
        }
    }
}
