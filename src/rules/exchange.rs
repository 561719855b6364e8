//! Sums of money given in two currencies: the rates that a draft changes them at must agree with each other.
//!
//! No rates are built in: a draft that gives €46 (\$50) cannot give €230 (\$190) a paragraph later. Of two rates that
//! disagree, the one that stands alone is taken for the wrong one; of two alone, the later.

use super::kind::{Raised, Scene};
use super::working::{figure, in_words, quotient, reading, ties};
use crate::claim::{Claim, Decimal, Interval, Relation, Unit};
use crate::compare::ClaimRef;
use crate::extract::Draft;

/// A sum in two currencies, and the rate that it implies.
struct Exchange<'d> {
    at: usize,
    draft: &'d Draft,
    /// The claims, in the order in which they stand.
    claims: [usize; 2],
    /// From which currency to which, whatever was said first.
    currencies: (&'d str, &'d str),
    /// How many of the second currency make one of the first.
    rate: Interval,
    /// The year of the sum: the draft's own, where it gives no other.
    year: Option<i16>,
}

impl<'d> Exchange<'d> {
    fn new(at: usize, draft: &'d Draft, first: usize, second: usize) -> Option<Self> {
        let claims = [draft.claims.get(first)?, draft.claims.get(second)?];
        let [one, other] = claims.map(|claim| Some((code(claim)?, reading(draft, claim)?)));
        let (one, other) = (one?, other?);
        let (from, to) = if one.0 <= other.0 { (one, other) } else { (other, one) };
        let told = claims.into_iter().find_map(|claim| claim.as_of?.start);
        let year = told.or(draft.document.published()).map(jiff::civil::Date::year);
        let rate = quotient(&to.1, &from.1)?;
        Some(Self { at, draft, claims: [first, second], currencies: (from.0, to.0), rate, year })
    }

    fn agrees(&self, other: &Self, room: Decimal) -> bool {
        let widened = |rate: &Interval| Interval {
            low: rate.low.map(|low| low * (Decimal::ONE - room)),
            high: rate.high.map(|high| high * (Decimal::ONE + room)),
            ends: rate.ends,
        };
        widened(&self.rate).meets(&other.rate)
    }

    /// "€46 ($50)".
    fn words(&self) -> String {
        let [first, second] = self.claims.map(|at| sum(self.draft, &self.draft.claims[at]));
        format!("{first} = {second}")
    }

    /// "0.85–0.87 GBP for one EUR".
    fn rate_in_words(&self) -> String {
        format!("{} {} for one {}", in_words(&self.rate), self.currencies.1, self.currencies.0)
    }
}

/// The sums of all drafts whose rate is not that of another sum in the same draft, beyond so many hundredths of it.
pub(super) fn wrong(scene: &Scene<'_>, tolerance: Decimal) -> Vec<Raised> {
    let room = tolerance / Decimal::ONE_HUNDRED;
    let exchanges = ties(scene).filter_map(|(at, draft, relation)| match relation {
        Relation::Exchanged { first, second } => Exchange::new(at, draft, *first, *second),
        _ => None,
    });
    let mut exchanges: Vec<_> = exchanges.collect();
    exchanges.sort_by_key(|one| (one.at, one.currencies, one.year, one.claims));
    let alike = |a: &Exchange<'_>, b: &Exchange<'_>| (a.at, a.currencies, a.year) == (b.at, b.currencies, b.year);
    exchanges.chunk_by(alike).flat_map(|group| odd_ones(group, room)).collect()
}

/// The exchanges that most others, or those before, disagree with.
fn odd_ones(group: &[Exchange<'_>], room: Decimal) -> Vec<Raised> {
    let friends = |one: &Exchange<'_>| group.iter().filter(|other| one.agrees(other, room)).count();
    // Of several with as many friends, the first in the draft.
    let Some(usual) = group.iter().rev().max_by_key(|one| friends(one)) else { return Vec::new() };
    group.iter().filter(|one| !one.agrees(usual, room)).map(|one| raised(one, usual)).collect()
}

fn raised(one: &Exchange<'_>, usual: &Exchange<'_>) -> Raised {
    let [first, second] = one.claims;
    let place = |claim: usize| ClaimRef { draft: one.at, claim };
    let [from, to] = one.claims.map(|at| sum(one.draft, &one.draft.claims[at]));
    Raised {
        message: format!("{from} is not {to} at the rate of {}", usual.words()),
        claims: [second, first].into_iter().chain(usual.claims).map(place).collect(),
        draft: one.at,
        span: one.draft.claims[second].quantity.span,
        evidence: [one, usual].map(|exchange| format!("{}: {}", exchange.words(), exchange.rate_in_words())).into(),
    }
}

fn code(claim: &Claim) -> Option<&str> {
    match &claim.quantity.unit {
        Unit::Money(code) => Some(code),
        _ => None,
    }
}

/// A sum with its currency's code.
fn sum(draft: &Draft, claim: &Claim) -> String {
    format!("{} {}", figure(draft, claim), claim.quantity.unit.name())
}
