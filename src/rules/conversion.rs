//! `conversion`: a value restated in another unit is wrong.
//!
//! Which of the two was measured and which was worked out from it, a draft does not say: they agree if either follows
//! from the other, or if both may be one measure, rounded. Whoever rounds may move a figure by half a unit of its last
//! digit that is no zero, or by half of five where it ends in 5, but never by more than a tenth of it. Sums of money are
//! looked at in [`exchange`].

use super::exchange::{self, Room};
use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::words::number;
use super::working::{as_written, ties};
use crate::claim::{Claim, Conversion, Decimal, Qualifier, Relation, Stated};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use crate::text::{Span, one_line};
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "conversion",
    summary: "a value restated in another unit is wrong",
    read: |options| Arc::new(ConversionCheck::read(options)),
};

/// A figure that was rounded by itself is within a twentieth of what it was.
const TWENTIETH: i64 = 20;

#[derive(Debug)]
struct ConversionCheck {
    /// In hundredths.
    tolerance: Decimal,
    rates: Room,
}

impl ConversionCheck {
    fn read(options: &mut Options<'_, '_>) -> Self {
        let meaning = "how far the two figures may be apart beyond their rounding, in percent";
        let rates = "how far two rates of exchange in one draft may be apart beyond all rounding, in percent";
        let drift = "how far a rate of exchange may be from the desk's own of its day beyond all rounding, in percent";
        Self {
            tolerance: options.percent("tolerance", meaning),
            rates: Room { within: options.percent("rates", rates), drift: options.percent("drift", drift) },
        }
    }

    fn look(&self, draft: &Draft, at: usize, relation: &Relation) -> Option<Raised> {
        let Relation::Restated { first, second, conversions } = relation else { return None };
        let (one, other) = (draft.claims.get(*first)?, draft.claims.get(*second)?);
        let pairs = ends(one).zip(ends(other))?;
        let disagreeing = |conversion: &Conversion| {
            let ends = [(pairs.0.0, pairs.1.0), (pairs.0.1, pairs.1.1)];
            ends.into_iter().find(|(a, b)| !self.agree((one, *a), (other, *b), conversion))
        };
        let wrong: Option<Vec<_>> = conversions.iter().map(disagreeing).collect();
        let (wrong, conversion) = (*wrong?.first()?, conversions.first()?);
        let expected = conversion.apply(wrong.0)?;
        let unit = |claim: &Claim| unit_words(draft, claim);
        let text = |claim: &Claim| as_written(draft, claim).to_owned();
        // "6ft 2in" names its units itself.
        let told = |claim: &Claim| {
            let text = text(claim);
            if is_compound(&text) { text } else { format!("{text} {}", unit(claim)) }
        };
        let result = number(shown(expected, wrong.1));
        Some(Raised {
            message: format!("{} is {result} {}, not {}", told(one), unit(other), text(other)),
            claims: vec![ClaimRef { draft: at, claim: *second }, ClaimRef { draft: at, claim: *first }],
            draft: at,
            span: other.quantity.span,
            evidence: vec![
                "one figure in two units".to_owned(),
                working(wrong.0, conversion, expected),
                format!(
                    "{} {} would be {} {}",
                    number(wrong.1),
                    unit(other),
                    number(back(conversion, wrong)?),
                    unit(one)
                ),
            ],
        })
    }

    /// Whether one value is the other, rounded.
    fn agree(&self, (one, a): (&Claim, Decimal), (other, b): (&Claim, Decimal), conversion: &Conversion) -> bool {
        let near = |claim: &Claim, stated: Decimal, worked_out: Option<Decimal>| {
            worked_out.is_none_or(|worked_out| (worked_out - stated).abs() <= self.slack(claim, stated))
        };
        near(other, b, conversion.apply(a)) || near(one, a, conversion.undo(b)) || both_rounded(a, b, conversion)
    }

    /// How far a figure as stated may be from what it was worked out from.
    fn slack(&self, claim: &Claim, value: Decimal) -> Decimal {
        let tenth = value.abs() / Decimal::TEN;
        if claim.quantity.qualifier == Some(Qualifier::About) {
            return tenth;
        }
        let tolerance = tenth * self.tolerance / Decimal::TEN;
        (last_digit(value) / Decimal::TWO).min(tenth).max(tolerance)
    }
}

impl Check for ConversionCheck {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        let units = ties(scene).filter_map(|(at, draft, relation)| self.look(draft, at, relation));
        units.chain(exchange::wrong(scene, self.rates)).collect()
    }
}

/// The unit in the draft's own words, else by its name.
fn unit_words(draft: &Draft, claim: &Claim) -> String {
    let words = Span::new(claim.quantity.span.end, claim.span.end.max(claim.quantity.span.end));
    match one_line(words.of(draft.document.text())) {
        none if none.is_empty() => claim.quantity.unit.behind(claim.quantity.value()),
        words => words.into_owned(),
    }
}

/// The ends of what is stated; both the same for a point.
const fn ends(claim: &Claim) -> Option<(Decimal, Decimal)> {
    match claim.quantity.stated {
        Stated::Point(value) => Some((value, value)),
        Stated::Range(low, high) => Some((low, high)),
        Stated::Vague => None,
    }
}

/// Whether one measure lies behind both, each rounded by itself: 12.3 km are "12 km (8 miles)".
fn both_rounded(a: Decimal, b: Decimal, conversion: &Conversion) -> bool {
    let reach = |value: Decimal| (last_digit(value) / Decimal::TWO).min(value.abs() / Decimal::from(TWENTIETH));
    let ends = [a - reach(a), a + reach(a)].map(|end| conversion.apply(end));
    let [Some(low), Some(high)] = ends else { return true };
    low.min(high) <= b + reach(b) && b - reach(b) <= low.max(high)
}

/// The unit of the last digit that is no zero; five of them where that digit is a 5.
fn last_digit(value: Decimal) -> Decimal {
    let value = value.normalize();
    let mut unit = Decimal::try_new(1, value.scale()).unwrap_or(Decimal::ONE);
    let mut digits = value.mantissa().unsigned_abs();
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
        unit *= Decimal::TEN;
    }
    if digits.is_multiple_of(5) { unit * Decimal::from(5) } else { unit }
}

/// Whether a figure is of two numbers, each with its unit.
fn is_compound(text: &str) -> bool {
    let mut parts = text.split(char::is_alphabetic).filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    parts.nth(1).is_some()
}

/// How many places behind the point are shown at the most.
const PLACES: u32 = 4;

/// A value worked out, with one digit more than the one that it is held against.
fn shown(worked_out: Decimal, stated: Decimal) -> Decimal {
    worked_out.round_dp((stated.normalize().scale() + 1).min(PLACES)).normalize()
}

fn back(conversion: &Conversion, (a, b): (Decimal, Decimal)) -> Option<Decimal> {
    Some(shown(conversion.undo(b)?, a))
}

/// "30 × 1.609 = 48.28", with an offset where there is one.
fn working(value: Decimal, conversion: &Conversion, result: Decimal) -> String {
    let factor = (conversion.factor / conversion.divisor).round_sf(5).unwrap_or(Decimal::ONE).normalize();
    let offset = match conversion.offset.round_dp(3).normalize() {
        zero if zero.is_zero() => String::new(),
        below if below.is_sign_negative() => format!(" − {}", number(-below)),
        above => format!(" + {}", number(above)),
    };
    let value = value.round_dp(PLACES);
    let result = result.round_sf(5).unwrap_or(result).normalize();
    if conversion.inverse {
        return format!("{} ÷ {} = {}", number(factor), number(value), number(result));
    }
    format!("{} × {}{offset} = {}", number(value), factor, number(result))
}
