//! What the rules that calculate share: how exactly a figure is meant beside others, and figures in words.

use super::kind::Scene;
use super::words::{number, stretch_of};
use crate::claim::{Claim, Decimal, Ends, Interval, Qualifier, Relation, Stated, Unit};
use crate::extract::Draft;
use crate::text::one_line;

/// How far a bare fraction or multiple may be from the truth, in hundredths: "a third" is also said of 31 %.
const LOOSE_RATIO: i64 = 10;

/// Every tie between figures of every draft, with the draft and its place in the run.
pub(super) fn ties<'d>(scene: &Scene<'d>) -> impl Iterator<Item = (usize, &'d Draft, &'d Relation)> {
    let drafts = scene.drafts.iter().enumerate();
    drafts.flat_map(|(at, draft)| draft.relations.iter().map(move |relation| (at, draft, relation)))
}

/// The values that a figure may stand for beside others that it is worked out with; `None` for "dozens".
///
/// Beside other figures a number is given to two digits at least: "from 300,000 to 420,000" leaves no room for 260,000.
/// Below a thousand, every digit counts. In "2 million", the digits in front of the word count.
pub(super) fn reading(draft: &Draft, claim: &Claim) -> Option<Interval> {
    match claim.quantity.stated {
        Stated::Point(value) => Some(of_value(draft, claim, value)),
        Stated::Range(..) => Some(claim.quantity.reading()),
        Stated::Vague => None,
    }
}

/// The same for one end of a range.
pub(super) fn of_value(draft: &Draft, claim: &Claim, value: Decimal) -> Interval {
    let mut quantity = claim.quantity.clone();
    quantity.stated = Stated::Point(value);
    if quantity.qualifier.is_none() && quantity.unit == Unit::Ratio {
        return widened(&Interval::point(value), value * Decimal::new(LOOSE_RATIO, 2));
    }
    let in_digits = !as_written(draft, claim).contains(char::is_alphabetic);
    quantity.step = quantity.step.map(|step| if in_digits { step.min(finest(value)) } else { step });
    quantity.reading()
}

/// The largest step that a value of that size is taken to be rounded to.
fn finest(value: Decimal) -> Decimal {
    if value.abs() < Decimal::ONE_THOUSAND {
        return Decimal::ONE;
    }
    let mut order = Decimal::ONE_HUNDRED;
    while order.checked_mul(Decimal::ONE_HUNDRED).is_some_and(|next| next <= value.abs()) {
        order *= Decimal::TEN;
    }
    order
}

/// An interval with so much room more at either end.
pub(super) fn widened(interval: &Interval, by: Decimal) -> Interval {
    let low = interval.low.and_then(|low| low.checked_sub(by.abs()));
    let high = interval.high.and_then(|high| high.checked_add(by.abs()));
    Interval { low, high, ends: if by.is_zero() { interval.ends } else { Ends::Included } }
}

/// All that one may be of the other; `None` where either may be zero or less.
pub(super) fn quotient(part: &Interval, whole: &Interval) -> Option<Interval> {
    let positive = |interval: &Interval| interval.low.filter(|low| *low > Decimal::ZERO);
    let (least, most) = (positive(part)?, positive(whole)?);
    let low = whole.high.map_or(Some(Decimal::ZERO), |high| least.checked_div(high));
    let high = part.high.and_then(|high| high.checked_div(most));
    Some(Interval { low, high, ends: Ends::Included })
}

/// All sums of two intervals.
pub(super) fn plus(one: &Interval, other: &Interval) -> Interval {
    let end = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_add(b?);
    Interval { low: end(one.low, other.low), high: end(one.high, other.high), ends: other.ends }
}

/// All differences between two intervals.
pub(super) fn minus(more: &Interval, less: &Interval) -> Interval {
    let end = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_sub(b?);
    Interval { low: end(more.low, less.high), high: end(more.high, less.low), ends: more.ends }
}

/// An interval times a number above zero.
pub(super) fn times(interval: &Interval, by: Decimal) -> Interval {
    let scale = |end: Option<Decimal>| end.and_then(|end| end.checked_mul(by));
    Interval { low: scale(interval.low), high: scale(interval.high), ends: interval.ends }
}

/// A figure's number in the draft's words.
pub(super) fn as_written<'d>(draft: &'d Draft, claim: &Claim) -> &'d str {
    claim.quantity.span.of(draft.document.text())
}

/// A value worked out, written the way the draft writes a figure: "55 million" beside "60 million", "1.5m" beside "2m".
pub(super) fn like(draft: &Draft, claim: &Claim, value: Decimal) -> String {
    let (scale, words) = magnitude(draft, claim);
    let shown = value.checked_div(scale).unwrap_or(value);
    let places = if scale > Decimal::ONE { 2 } else { u32::from(shown.abs() < Decimal::ONE_HUNDRED) };
    format!("{}{words}", number(shown.round_dp(places)))
}

/// What the digits of a figure are to be multiplied by, and the words that say so: a million for "60 million".
fn magnitude<'d>(draft: &'d Draft, claim: &Claim) -> (Decimal, &'d str) {
    let text = as_written(draft, claim);
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let (words, plain) = (&text[digits.len()..], digits.replace(',', ""));
    let scale = Decimal::from_str_exact(&plain).ok().filter(|digits| !digits.is_zero());
    let scale = scale.and_then(|digits| claim.quantity.value()?.checked_div(digits));
    scale.filter(|scale| *scale >= Decimal::ONE_THOUSAND).map_or((Decimal::ONE, ""), |scale| (scale, words))
}

/// A claim in the draft's words, on one line.
pub(super) fn in_draft(draft: &Draft, claim: &Claim) -> String {
    one_line(claim.span.of(draft.document.text())).into_owned()
}

/// A figure in the draft's words, with its unit.
pub(super) fn figure(draft: &Draft, claim: &Claim) -> String {
    let text = as_written(draft, claim);
    match &claim.quantity.unit {
        Unit::Percent => format!("{text} %"),
        Unit::PercentagePoint => format!("{text} percentage points"),
        Unit::Count | Unit::Ratio | Unit::Money(_) => text.to_owned(),
        unit @ Unit::Measure(_) => format!("{text} {}", unit.behind(claim.quantity.value())),
    }
}

/// What a figure is taken for: "“8,560” stands for 8,555–8,565".
pub(super) fn stands_for(draft: &Draft, claim: &Claim, interval: &Interval) -> String {
    let loose = match claim.quantity.qualifier {
        Some(Qualifier::About) => " and only about",
        _ => "",
    };
    format!("{}{loose} stands for {}", figure(draft, claim), in_words(interval))
}

/// An interval in words: "14.9–15.1", "40 or more".
pub(super) fn in_words(interval: &Interval) -> String {
    stretch_of(interval, |value| number(shown(value)))
}

/// A value worked out, in as few digits as tell it apart.
pub(super) fn shown(value: Decimal) -> Decimal {
    let places = if value.abs() < Decimal::ONE { 3 } else { 1 };
    let exact = value.round_dp(4).normalize();
    if exact.scale() <= 2 { exact } else { value.round_dp(places).normalize() }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, finest, in_words, quotient, times};
    use crate::claim::{Ends, Interval};

    fn between(low: i64, high: i64) -> Interval {
        Interval::between(low.into(), high.into(), Ends::Included)
    }

    #[test]
    fn two_digits_count_at_least() {
        for (value, step) in [(80, 1), (300, 1), (1_200, 100), (9_000, 100), (300_000, 10_000), (12_000_000, 1_000_000)]
        {
            assert_eq!(finest(Decimal::from(value)), Decimal::from(step), "{value}");
        }
    }

    #[test]
    fn intervals_are_divided_end_by_end() {
        let share = quotient(&between(20, 30), &between(40, 50)).unwrap();
        assert_eq!(in_words(&times(&share, Decimal::ONE_HUNDRED)), "40–75");
        assert_eq!(quotient(&between(0, 1), &between(1, 2)), None);
        assert_eq!(
            quotient(&between(10, 20), &Interval::from(40.into())).and_then(|share| share.low),
            Some(Decimal::ZERO)
        );
    }
}
