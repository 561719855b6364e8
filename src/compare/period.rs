//! Whether two claims are of one period.

use super::Agreement;
use crate::claim::{Claim, Status, Timing, Unit};

/// Days after which what is said without a period is no longer said of a period that ended before them.
const RECENT: i32 = 45;

/// The periods that the figures cover, where both give one.
pub(super) fn period(a: &Claim, b: &Claim) -> Agreement {
    match (&a.as_of, &b.as_of) {
        (Some(one), Some(other)) if is_part_of(a, one, b, other) || is_part_of(b, other, a, one) => {
            Agreement::Different
        }
        (Some(one), Some(other)) if one.overlaps(other) => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Different,
        (Some(one), None) if is_history(a, one, b) => Agreement::Different,
        (None, Some(other)) if is_history(b, other, a) => Agreement::Different,
        (Some(one), None) if goes_on_after(a, one, b) => Agreement::Different,
        (None, Some(other)) if goes_on_after(b, other, a) => Agreement::Different,
        _ => Agreement::Silent,
    }
}

/// Whether a period was long over when the other claim, which gives none, was made: that one is of its own days.
fn is_history(claim: &Claim, period: &Timing, other: &Claim) -> bool {
    let said = |claim: &Claim| claim.said.as_ref().and_then(|said| said.start.or(said.end));
    let length = length(period).unwrap_or(0);
    let leave = if claim.quantity.unit == Unit::Count { RECENT } else { RECENT.max(length) };
    period.end.zip(said(other)).is_some_and(|(end, said)| (said - end).get_days() > leave)
}

/// Whether what is counted of a short stretch can be part of what is counted of a much longer one: 94 millimetres in a day
/// and 412 in its month.
fn is_part_of(some: &Claim, stretch: &Timing, all: &Claim, whole: &Timing) -> bool {
    /// How many times as long the longer is at the least, and how many times as great its figure.
    const LONGER: i32 = 4;
    const GREATER: u32 = 2;
    let amount = matches!(some.quantity.unit, Unit::Count | Unit::Measure(_) | Unit::Money(_));
    let days = length(stretch).zip(so_far(all, whole)).filter(|_| amount && stretch.is_within(whole));
    let value = |claim: &Claim| claim.quantity.value();
    let greater = || {
        let least = value(some).and_then(|value| value.checked_mul(GREATER.into()));
        least.zip(value(all)).is_some_and(|(least, all)| all >= least)
    };
    days.is_some_and(|(stretch, whole)| (stretch + 1).saturating_mul(LONGER) <= whole + 1) && greater()
}

/// Whether a count is of a long period that was far from over when the other, which gives none, was made: "seized 16 tonnes
/// in 2023", said of March 2023 "seized 1.6 tonnes".
fn goes_on_after(claim: &Claim, period: &Timing, other: &Claim) -> bool {
    /// How long such a period is at the least, and how much of it was still to come.
    const LONG: i32 = 90;
    let amount = matches!(claim.quantity.unit, Unit::Count | Unit::Measure(_)) && claim.status == other.status;
    let told = claim.status == Status::Asserted;
    let said = other.said.as_ref().and_then(|said| said.end);
    let rest = || period.end.zip(said).is_some_and(|(end, said)| (end - said).get_days() >= LONG);
    // "So many this year", said within it, is of the year up to then.
    let over = || claim.said_from().zip(period.end).is_some_and(|(said, end)| said >= end);
    amount && told && length(period).is_some_and(|days| days >= LONG) && rest() && over()
}

/// How many days of a period are over when a claim tells what there was in it: "so many this year".
fn so_far(claim: &Claim, period: &Timing) -> Option<i32> {
    let said = claim.said_from().filter(|_| claim.status == Status::Asserted);
    let (start, end) = period.start.zip(period.end)?;
    let end = said.filter(|said| (start..end).contains(said)).unwrap_or(end);
    Some((end - start).get_days())
}

/// How many days a period goes on after its first; `None` where one of its ends is open.
pub(super) fn length(period: &Timing) -> Option<i32> {
    period.start.zip(period.end).map(|(start, end)| (end - start).get_days())
}

/// A period in words.
pub(super) fn days(timing: Option<&Timing>) -> String {
    let Some(timing) = timing else { return "—".to_owned() };
    match (timing.start, timing.end) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (start, end) => format!(
            "{}/{}",
            start.map_or(String::new(), |day| day.to_string()),
            end.map_or(String::new(), |day| day.to_string())
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::period;
    use crate::compare::Agreement;
    use crate::compare::testing::across;

    #[test]
    fn of_one_period_or_of_two() {
        for (one, other, wanted) in [
            ("3 March 2030 (Wire) — Police seized 2 tonnes.", "Police seized 16 tonnes in 2030.", Agreement::Different),
            ("3 December 2030 (Wire) — Police seized 2 tonnes.", "Police seized 16 tonnes in 2030.", Agreement::Silent),
            ("3 March 2030 (Wire) — Police seized 2 tonnes.", "Police seized 2 tonnes.", Agreement::Silent),
        ] {
            let (one, other) = (format!("TARROW, {one}"), format!("TARROW, 4 January 2031 (Post) — {other}"));
            assert_eq!(across(&one, &other, |pair| period(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }

    #[test]
    fn a_year_goes_as_far_as_it_has_come() {
        for (day, wanted) in [("31 January", Agreement::Same), ("22 November", Agreement::Different)] {
            let [one, other] = ["Fever killed 40 in January.", "Fever has killed 90 this year."]
                .map(|text| format!("TARROW, {day} 2031 (Wire) — {text}"));
            assert_eq!(across(&one, &other, |pair| period(pair.a, pair.b)), wanted, "{day}");
        }
    }
}
