//! `change`: a stated rise or fall does not match the two values given.
//!
//! Every figure may be rounded. A finding is only raised where no values that the figures may stand for go together.

use super::kind::{Check, Kind, Raised, Scene};
use super::moved;
use super::option::Options;
use super::working::{figure, in_words, like, minus, of_value, quotient, reading, stands_for, ties, times, widened};
use crate::claim::{Claim, Decimal, Direction, Interval, Measure, Relation, Stated};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "change",
    summary: "a stated rise or fall does not match the two values given",
    read: |options| Arc::new(ChangeCheck::read(options)),
};

#[derive(Debug)]
struct ChangeCheck {
    /// In hundredths.
    tolerance: Decimal,
}

/// A change as read: its figures, and what they may stand for.
struct Change<'d> {
    draft: &'d Draft,
    claims: Vec<usize>,
    from: (String, Interval),
    to: (String, Interval),
    direction: Option<Direction>,
}

impl ChangeCheck {
    fn read(options: &mut Options<'_, '_>) -> Self {
        let meaning = "how far a stated change may be off beyond all rounding, in percent of it";
        Self { tolerance: options.percent("tolerance", meaning) }
    }

    fn look(&self, draft: &Draft, at: usize, relation: &Relation) -> Option<Raised> {
        if let Relation::Moved { by, percent, to, direction } = relation {
            return moved::wrong(draft, at, [*percent, *by, *to], *direction, self.tolerance);
        }
        let Relation::Change { from, to, by, direction } = relation else { return None };
        let change = Change::new(draft, *from, *to, *direction)?;
        let (message, working, place) = if let Some((by, measure)) = by {
            let (message, working) = self.wrong_size(&change, draft.claims.get(*by)?, *measure)?;
            (message, working, *by)
        } else {
            let (message, working) = change.wrong_way()?;
            (message, working, *to)
        };
        let mut claims = vec![place];
        claims.extend(change.claims.iter().filter(|claim| **claim != place));
        let mut evidence: Vec<_> = claims
            .iter()
            .filter_map(|claim| draft.claims.get(*claim))
            .filter_map(|claim| Some(stands_for(draft, claim, &reading(draft, claim)?)))
            .collect();
        evidence.push(working);
        Some(Raised {
            message,
            claims: claims.into_iter().map(|claim| ClaimRef { draft: at, claim }).collect(),
            draft: at,
            span: draft.claims[place].quantity.span,
            evidence,
        })
    }

    /// The message and the working, where the size told is none that the figures allow.
    fn wrong_size(&self, change: &Change<'_>, size: &Claim, measure: Measure) -> Option<(String, String)> {
        let told = reading(change.draft, size)?;
        let slack = size.quantity.value()?.checked_mul(self.tolerance)?.checked_div(Decimal::ONE_HUNDRED)?;
        let scale = in_major(size);
        let told = times(&widened(&told, slack), scale);
        let allowed = change.sizes(measure)?;
        if allowed.meets(&told) {
            return None;
        }
        let words = if measure == Measure::Factor { "a factor" } else { change.noun() };
        let hundredths = |all: &Interval| match measure {
            Measure::Fraction => format!("{} %", in_words(&times(all, Decimal::ONE_HUNDRED))),
            Measure::Percent => format!("{} %", in_words(all)),
            Measure::Difference | Measure::Factor => in_words(all),
        };
        let point = mean(&change.points(measure)?)?;
        let worked_out = match measure {
            Measure::Difference => like(change.draft, size, point.checked_div(scale)?),
            _ => hundredths(&Interval::point(point)),
        };
        let (from, to) = (&change.from.0, &change.to.0);
        let message = format!("From {from} to {to} is {words} of {worked_out}, not {}", figure(change.draft, size));
        let allowed = if measure == Measure::Difference { times(&allowed, Decimal::ONE / scale) } else { allowed };
        Some((message, format!("at any rounding it is {}", hundredths(&allowed))))
    }
}

impl<'d> Change<'d> {
    fn new(draft: &'d Draft, from: usize, to: usize, direction: Option<Direction>) -> Option<Self> {
        let (before, after) = (draft.claims.get(from)?, draft.claims.get(to)?);
        if from == to {
            let Stated::Range(first, last) = before.quantity.stated else { return None };
            let end = |value: Decimal| (super::words::number(value), of_value(draft, before, value));
            return Some(Self { draft, claims: vec![from], from: end(first), to: end(last), direction });
        }
        let one = |claim: &Claim| Some((figure(draft, claim), times(&reading(draft, claim)?, in_major(claim))));
        Some(Self { draft, claims: vec![from, to], from: one(before)?, to: one(after)?, direction })
    }

    /// "a rise" or "a fall", by the figures.
    fn noun(&self) -> &'static str {
        if mean(&self.to.1) < mean(&self.from.1) { "a fall" } else { "a rise" }
    }

    /// All sizes that the figures allow in the direction told, or in either where none is told.
    fn sizes(&self, measure: Measure) -> Option<Interval> {
        sizes(&self.from.1, &self.to.1, measure, self.direction)
    }

    /// The size of the figures as they stand, in the direction that they go.
    fn points(&self, measure: Measure) -> Option<Interval> {
        let (from, to) = (mean(&self.from.1)?, mean(&self.to.1)?);
        let way = if to < from { Direction::Down } else { Direction::Up };
        sizes(&Interval::point(from), &Interval::point(to), measure, Some(way))
    }

    /// The message and the working, where the figures go the other way.
    fn wrong_way(&self) -> Option<(String, String)> {
        let direction = self.direction?;
        let (from, to) = (&self.from.1, &self.to.1);
        let wrong = match direction {
            Direction::Up => to.high? < from.low?,
            Direction::Down => to.low? > from.high?,
        };
        let (is, told) = match direction {
            Direction::Up => ("a fall", "a rise"),
            Direction::Down => ("a rise", "a fall"),
        };
        let message = format!("From {} to {} is {is}, not {told}", self.from.0, self.to.0);
        wrong.then(|| (message, format!("{} v. {}", in_words(from), in_words(to))))
    }
}

fn sizes(from: &Interval, to: &Interval, measure: Measure, way: Option<Direction>) -> Option<Interval> {
    let Some(way) = way else {
        let up = sizes(from, to, measure, Some(Direction::Up))?;
        return Some(if measure == Measure::Factor || mean(to) >= mean(from) {
            up
        } else {
            sizes(from, to, measure, Some(Direction::Down))?
        });
    };
    let (more, less) = if way == Direction::Up { (to, from) } else { (from, to) };
    match measure {
        Measure::Factor => quotient(to, from),
        Measure::Difference => Some(minus(more, less)),
        Measure::Percent | Measure::Fraction => {
            let part = quotient(to, from)?;
            let one = Interval::point(Decimal::ONE);
            let change = if way == Direction::Up { minus(&part, &one) } else { minus(&one, &part) };
            Some(if measure == Measure::Percent { times(&change, Decimal::ONE_HUNDRED) } else { change })
        }
    }
}

/// How much of a currency one of a figure's units is: a hundredth for pence.
fn in_major(claim: &Claim) -> Decimal {
    if claim.quantity.unit.is_minor() { Decimal::new(1, 2) } else { Decimal::ONE }
}

/// The value in the middle; the only end of an open interval.
fn mean(interval: &Interval) -> Option<Decimal> {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) => Some(low.checked_add(high)? / Decimal::TWO),
        (one, other) => one.or(other),
    }
}

impl Check for ChangeCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        ties(scene).filter_map(|(at, draft, relation)| self.look(draft, at, relation)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Direction, Interval, Measure, sizes};
    use crate::rules::working::in_words;

    #[test]
    fn sizes_of_changes() {
        let at = |value: i64| Interval::point(Decimal::from(value));
        for (from, to, measure, way, size) in [
            (100, 150, Measure::Percent, Direction::Up, "50"),
            (60, 40, Measure::Percent, Direction::Down, "33.3"),
            (30, 45, Measure::Difference, Direction::Up, "15"),
            (60, 45, Measure::Fraction, Direction::Down, "0.25"),
            (40, 80, Measure::Factor, Direction::Up, "2"),
            (60, 45, Measure::Percent, Direction::Up, "-25"),
        ] {
            let found = sizes(&at(from), &at(to), measure, Some(way)).unwrap();
            assert_eq!(in_words(&found), size, "{from} to {to}");
        }
    }
}
