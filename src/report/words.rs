//! Figures, times, sources and sums in words for people.

use super::Outcome;
use super::location::others;
use super::safe::safe;
use super::shape::Severities;
use crate::claim::{Claim, Decimal, Ends, Interval, Qualifier, Quantity, Source, Stated, Status, Timing, Unit};
use crate::rules::Finding;
use jiff::civil::Date;
use std::borrow::Cow;
use std::fmt::Write;

/// A figure with its thousands set apart: `2,500`, `-1,200.50`.
pub(crate) fn figure(value: Decimal) -> String {
    let plain = value.abs().to_string();
    let (whole, rest) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut words = String::from(if value.is_sign_negative() && !value.is_zero() { "-" } else { "" });
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    if let Some(rest) = rest {
        words.push('.');
        words.push_str(rest);
    }
    words
}

/// What is stated: `2,500`, `40–50`, `≥ 40 %`, `vague`.
pub(crate) fn stated(quantity: &Quantity) -> String {
    let value = match quantity.stated {
        Stated::Point(value) => figure(value),
        Stated::Range(low, high) => format!("{}–{}", figure(low), figure(high)),
        Stated::Vague => return "vague".to_owned(),
    };
    format!("{}{value}{}", sign(quantity.qualifier), unit(quantity))
}

const fn sign(qualifier: Option<Qualifier>) -> &'static str {
    match qualifier {
        None => "",
        Some(Qualifier::About) => "≈ ",
        Some(Qualifier::AtLeast) => "≥ ",
        Some(Qualifier::MoreThan) => "> ",
        Some(Qualifier::AtMost) => "≤ ",
        Some(Qualifier::LessThan) => "< ",
    }
}

fn unit(quantity: &Quantity) -> Cow<'static, str> {
    match &quantity.unit {
        Unit::Count | Unit::Ratio => "".into(),
        Unit::Percent => " %".into(),
        Unit::PercentagePoint => " percentage points".into(),
        unit @ (Unit::Money(_) | Unit::Measure(_)) => format!(" {}", unit.behind(quantity.value())).into(),
    }
}

/// The values within which a statement is taken to be true; `None` where they are one point or all.
pub(crate) fn reading(interval: Interval) -> Option<String> {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => None,
        (Some(low), Some(high)) if interval.ends == Ends::Excluded => {
            Some(format!("between {} and {}", figure(low), figure(high)))
        }
        (Some(low), Some(high)) => Some(format!("{}–{}", figure(low), figure(high))),
        (Some(low), None) => Some(format!("{} or more", figure(low))),
        (None, Some(high)) => Some(format!("{} or less", figure(high))),
        (None, None) => None,
    }
}

/// A stretch of days: `2015-09-18`, `2015-09-01–2015-09-30`, `since 2015-09-01`, `until …`.
pub(crate) fn days(timing: &Timing) -> String {
    let day = |date: Date| date.to_string();
    match (timing.start, timing.end) {
        (Some(start), Some(end)) if start == end => day(start),
        (Some(start), Some(end)) => format!("{start}–{end}"),
        (Some(start), None) => format!("since {start}"),
        (None, Some(end)) => format!("until {end}"),
        (None, None) => "undated".to_owned(),
    }
}

/// A party, and the medium that carried its words: `Red Cross (via Perviy Kanal)`.
pub(crate) fn source(source: &Source) -> String {
    let mut words = safe(&source.name).into_owned();
    if let Some(via) = &source.via {
        // Writing into a string cannot fail.
        let _ = write!(words, " (via {})", safe(via));
    }
    words
}

/// A claim in one line: value, reading, source, day of saying, period, status.
pub(crate) fn claim(claim: &Claim) -> String {
    let mut words = stated(&claim.quantity);
    if let Some(reading) = reading(claim.quantity.reading()) {
        words = format!("{words} ({reading})");
    }
    let said = claim.said.as_ref().map(|said| format!("said {}", days(said)));
    let as_of = claim.as_of.as_ref().map(|as_of| format!("as of {}", days(as_of)));
    let status = Some(claim.status).filter(|status| *status != Status::Asserted).map(|status| status.name().to_owned());
    for part in [claim.source.as_deref().map(source), said, as_of, status].into_iter().flatten() {
        words.push_str(", ");
        words.push_str(&part);
    }
    words
}

/// What stands behind a finding, a line each: the other claims with their places, then the evidence.
pub(crate) fn reasons(outcome: &Outcome<'_>, finding: &Finding) -> Vec<String> {
    let others = others(outcome, finding).map(|(at, other)| format!("{}: {}", at.shown(), claim(other)));
    others.chain(finding.evidence.iter().cloned()).map(|line| safe(&line).into_owned()).collect()
}

/// "2 errors, 1 warning in 3 documents with 27 claims".
pub(crate) fn summary(outcome: &Outcome<'_>) -> String {
    let Severities { error, warning, info } = Severities::new(outcome.findings);
    let counts = [(error, "error"), (warning, "warning"), (info, "note")];
    let found: Vec<_> = counts.iter().filter(|(count, _)| *count > 0).map(|(count, one)| many(*count, one)).collect();
    let found = match (found.is_empty(), outcome.unchecked) {
        (true, true) => "nothing checked".to_owned(),
        (true, false) => "nothing found".to_owned(),
        (false, _) => found.join(", "),
    };
    let claims = outcome.drafts.iter().map(|draft| draft.claims.len()).sum();
    let known = match outcome.suppressed.len() {
        0 => String::new(),
        count => format!(" beside {count} suppressed"),
    };
    format!("{found}{known} in {} with {}", many(outcome.drafts.len(), "document"), many(claims, "claim"))
}

/// "1 error", "2 errors", "3 addresses".
pub(crate) fn many(count: usize, one: &str) -> String {
    let ending = match (count, one.ends_with('s')) {
        (1, _) => "",
        (_, true) => "es",
        (_, false) => "s",
    };
    format!("{count} {one}{ending}")
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn thousands_are_set_apart() {
        for (value, words) in
            [("999", "999"), ("2500", "2,500"), ("-1200.50", "-1,200.50"), ("12345678", "12,345,678"), ("-0.0", "0.0")]
        {
            assert_eq!(figure(value.parse().unwrap()), words);
        }
    }
}
