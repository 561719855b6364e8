//! Sums of money given in two currencies: the rates that a draft changes them at must be the desk's and agree with each
//! other.
//!
//! No rates are built in. Where the desk has a rate for the time that the sum is of, or else for the draft's own day, the
//! two sums must come to it but for their rounding and what a rate moves within some days. Where it has none, a draft that
//! gives €46 (\$50) cannot give €230 (\$190) a paragraph later. Of two rates that disagree, the one that stands alone is
//! taken for the wrong one; of two alone, the later.

use super::kind::{Raised, Scene};
use super::rates::{Quote, Rates};
use super::words::{listed, number};
use super::working::{figure, like, quotient, reading, ties};
use crate::claim::{Claim, Decimal, Interval, Relation, Unit};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use jiff::civil::Date;

/// How many significant digits a rate of exchange is told with.
const DIGITS: u32 = 5;

/// The same for one that two rounded sums imply.
const DIGITS_IMPLIED: u32 = 3;

/// How far rates may be apart, each in hundredths of one of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// Of two sums of one draft.
    pub(super) within: Decimal,
    /// Of a sum and the desk's rate of its day.
    pub(super) drift: Decimal,
}

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
    /// The time that the sum is of: the draft's day, where it gives no other.
    period: Option<(Date, Date)>,
}

impl<'d> Exchange<'d> {
    fn new(at: usize, draft: &'d Draft, first: usize, second: usize) -> Option<Self> {
        let claims = [draft.claims.get(first)?, draft.claims.get(second)?];
        let [one, other] = claims.map(|claim| Some((code(claim)?, reading(draft, claim)?)));
        let (one, other) = (one?, other?);
        let (from, to) = if one.0 <= other.0 { (one, other) } else { (other, one) };
        let published = draft.document.published().map(|day| (day, day));
        let told = claims.into_iter().find_map(|claim| claim.as_of?.start.zip(claim.as_of?.end));
        let past = told.filter(|told| published.is_none_or(|published| told.0 <= published.0));
        let period = past.or(published);
        let rate = quotient(&to.1, &from.1)?;
        Some(Self { at, draft, claims: [first, second], currencies: (from.0, to.0), rate, period })
    }

    fn year(&self) -> Option<i16> {
        self.period.map(|(start, _)| start.year())
    }

    fn agrees(&self, other: &Self, room: Decimal) -> bool {
        loosened(&self.rate, room).meets(&other.rate)
    }

    /// What the desk has for the two currencies at the time of the sum.
    fn quoted(&self, rates: &Rates) -> Option<Quote> {
        rates.quote(self.currencies.0, self.currencies.1, self.period?)
    }

    /// "€46 ($50)".
    fn words(&self) -> String {
        let [first, second] = self.claims.map(|at| sum(self.draft, &self.draft.claims[at]));
        format!("{first} = {second}")
    }

    /// "0.853–0.872 GBP for one EUR".
    fn rate_in_words(&self) -> String {
        let digits = |end: Option<Decimal>| end.and_then(|end| end.round_sf(DIGITS_IMPLIED));
        let ends = [self.rate.low, self.rate.high].into_iter().filter_map(digits).map(number);
        format!("{} {} for one {}", ends.collect::<Vec<_>>().join("–"), self.currencies.1, self.currencies.0)
    }
}

/// A rate with so many hundredths more at either end.
fn loosened(rate: &Interval, room: Decimal) -> Interval {
    let part = room / Decimal::ONE_HUNDRED;
    let scaled = |end: Option<Decimal>, by: Decimal| end.and_then(|end| end.checked_mul(by));
    Interval {
        low: scaled(rate.low, Decimal::ONE - part),
        high: scaled(rate.high, Decimal::ONE + part),
        ends: rate.ends,
    }
}

/// The sums of all drafts whose rate is not the desk's, or where it has none, not that of another sum in the same draft.
pub(super) fn wrong(scene: &Scene<'_>, room: Room) -> Vec<Raised> {
    let exchanges = ties(scene).filter_map(|(at, draft, relation)| match relation {
        Relation::Exchanged { first, second } => Exchange::new(at, draft, *first, *second),
        _ => None,
    });
    let rates = &scene.books.rates;
    let (known, mut unknown): (Vec<_>, Vec<_>) = exchanges.partition(|one| one.quoted(rates).is_some());
    let mut found: Vec<_> = known.iter().filter_map(|one| held_against(one, &one.quoted(rates)?, room.drift)).collect();
    unknown.sort_by_key(|one| (one.at, one.currencies, one.year(), one.claims));
    let alike = |a: &Exchange<'_>, b: &Exchange<'_>| (a.at, a.currencies, a.year()) == (b.at, b.currencies, b.year());
    found.extend(unknown.chunk_by(alike).flat_map(|group| odd_ones(group, room.within)));
    found
}

/// A sum that does not come to what it was worth by the desk's rate.
fn held_against(one: &Exchange<'_>, quote: &Quote, drift: Decimal) -> Option<Raised> {
    let kept = Interval { low: Some(quote.least), high: Some(quote.most), ..Interval::default() };
    if loosened(&kept, drift).meets(&one.rate) {
        return None;
    }
    let middle = quote.least.checked_add(quote.most)? / Decimal::TWO;
    let [first, second] = one.claims.map(|at| &one.draft.claims[at]);
    let forwards = code(first)? == one.currencies.0;
    let value = first.quantity.value()?;
    let worth = if forwards { value.checked_mul(middle) } else { value.checked_div(middle) }?;
    let rate = if forwards { middle } else { Decimal::ONE.checked_div(middle)? };
    let [from, to] = [first, second].map(|claim| sum(one.draft, claim));
    let kept = format!(
        "the desk has {} {} for one {} ({})",
        number(rate.round_sf(DIGITS)?),
        code(second)?,
        code(first)?,
        listed(quote.places.iter().cloned(), ", ")
    );
    let worth = format!("{} {}", like(one.draft, second, worth), code(second)?);
    Some(Raised {
        message: format!("{from} is {worth} at the desk's rate, not {to}"),
        claims: [one.claims[1], one.claims[0]].map(|claim| ClaimRef { draft: one.at, claim }).to_vec(),
        draft: one.at,
        span: second.quantity.span,
        evidence: vec![kept, format!("{}: {}", one.words(), one.rate_in_words())],
    })
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
