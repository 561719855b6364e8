//! Whether two claims are of one period.

use super::Agreement;
use crate::claim::{Claim, Timing, Unit};

/// Days after which what is said without a period is no longer said of a period that ended before them.
const RECENT: i32 = 45;

/// The periods that the figures cover, where both give one.
pub(super) fn period(a: &Claim, b: &Claim) -> Agreement {
    match (&a.as_of, &b.as_of) {
        (Some(one), Some(other)) if one.overlaps(other) => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Different,
        (Some(one), None) if is_history(a, one, b) => Agreement::Different,
        (None, Some(other)) if is_history(b, other, a) => Agreement::Different,
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
