//! Findings in words: figures, parties, days and readings as an editor would put them.

use super::dispute::Dispute;
use super::kind::{Raised, Scene};
use super::statement::{Statement, are_mixed};
use crate::claim::{Claim, Decimal, Interval};
use crate::compare::{Agreement, are_opposed, moved, verdict};
use crate::text::one_line;
use jiff::civil::Date;

/// How many figures, or parties beside one figure, are listed before the rest are only counted.
const LISTED: usize = 4;

/// A finding on a dispute, placed at its latest statement, with the evidence that all disputes share.
pub(super) fn raised(scene: &Scene<'_>, dispute: &Dispute<'_>, message: String) -> Option<Raised> {
    let primary = dispute.statements.first()?;
    let opponent = dispute.statements.iter().find(|one| !one.agrees(primary))?;
    let mut evidence = Vec::new();
    evidence.extend(same_thing(scene, primary, opponent));
    evidence.extend(scene.teaching.reasons(told(primary), told(opponent)));
    evidence.extend(primary.days_apart(opponent).map(apart));
    evidence.push(readings(dispute));
    evidence.extend(changed(opponent, primary));
    evidence.extend(unnamed(dispute));
    evidence.extend(dispute.echoes.iter().take(LISTED).map(echo));
    let (draft, span) = (primary.at.draft, primary.claim.quantity.span);
    Some(Raised { message, claims: dispute.claims(), draft, span, evidence })
}

/// A claim and the sentence that it stands in.
fn told<'d>(one: &Statement<'d>) -> (&'d Claim, &'d str) {
    (one.claim, one.claim.sentence.of(one.draft.document.text()))
}

/// The claim in the draft's words, on one line.
pub(super) fn claim(one: &Statement<'_>) -> String {
    one_line(one.claim.span.to(one.claim.quantity.span).of(one.draft.document.text())).into_owned()
}

/// Every figure of the dispute once, each with the parties that give it:
/// "12 people (army, 3 May 2024; police) against 15 people (union)".
pub(super) fn figures(dispute: &Dispute<'_>) -> String {
    let mut camps: Vec<Vec<&Statement<'_>>> = Vec::new();
    for one in &dispute.statements {
        let alike = |other: &Statement<'_>| {
            let same = other.reading == one.reading && other.claim.quantity.unit == one.claim.quantity.unit;
            same && !are_opposed(other.claim, one.claim)
        };
        match camps.iter_mut().find(|camp| alike(camp[0])) {
            Some(camp) => camp.push(one),
            None => camps.push(vec![one]),
        }
    }
    listed(camps.iter().map(|camp| format!("{} ({})", claim_in(dispute, camp[0]), parties(camp))), " against ")
}

/// The claim in the draft's words; in a dispute over which way something moved, that too: "up 8 percent".
pub(super) fn claim_in(dispute: &Dispute<'_>, one: &Statement<'_>) -> String {
    way(dispute, one) + &claim(one)
}

/// "up " or "falling to " in a dispute over which way something moved.
fn way(dispute: &Dispute<'_>, one: &Statement<'_>) -> String {
    let turned = dispute.statements.iter().any(|other| are_opposed(one.claim, other.claim));
    if turned { format!("{} ", moved(one.claim)) } else { String::new() }
}

/// The parties that give one figure, each once, with the day on which they last gave it.
fn parties(camp: &[&Statement<'_>]) -> String {
    let is_first =
        |&(index, one): &(usize, &&Statement<'_>)| !camp[..index].iter().any(|before| before.party.is_same(&one.party));
    let named = |(_, one): (usize, &&Statement<'_>)| {
        let name = one.party.name();
        one.days.map_or(name.clone(), |days| format!("{name}, {}", stretch(days)))
    };
    listed(camp.iter().enumerate().filter(is_first).map(named), "; ")
}

/// The first few with `between` between them; the rest are only counted.
pub(super) fn listed(all: impl Iterator<Item = String>, between: &str) -> String {
    let mut listed: Vec<_> = all.collect();
    let more = listed.len().saturating_sub(LISTED);
    listed.truncate(LISTED);
    if more > 0 {
        listed.push(format!("{more} more"));
    }
    listed.join(between)
}

/// Days in words: "3 May 2024", "1 to 31 May 2024", "30 April 2024 to 2 May 2024".
pub(super) fn stretch((start, end): (Date, Date)) -> String {
    let day = |date: Date| date.strftime("%-d %B %Y").to_string();
    if start == end {
        day(start)
    } else if (start.year(), start.month()) == (end.year(), end.month()) {
        format!("{} to {}", start.day(), day(end))
    } else {
        format!("{} to {}", day(start), day(end))
    }
}

/// A distance in days, in words.
pub(super) fn apart(days: u32) -> String {
    match days {
        0 => "the same day".to_owned(),
        1 => "one day apart".to_owned(),
        days => format!("{days} days apart"),
    }
}

/// A number with its thousands marked: "2,500", "-1,234.5".
pub(super) fn number(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.find('.').map_or((digits, ""), |point| digits.split_at(point));
    let mut marked = String::new();
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            marked.push(',');
        }
        marked.push(digit);
    }
    format!("{sign}{marked}{fraction}")
}

/// A reading in words: "2,250–2,750", "40 or more".
fn reading(interval: &Interval) -> String {
    stretch_of(interval, number)
}

/// An interval with its ends in words, each as `show` tells it.
pub(super) fn stretch_of(interval: &Interval, show: impl Fn(Decimal) -> String) -> String {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => show(low),
        (Some(low), Some(high)) => format!("{}–{}", show(low), show(high)),
        (Some(low), None) => format!("{} or more", show(low)),
        (None, Some(high)) => format!("{} or less", show(high)),
        (None, None) => "any number".to_owned(),
    }
}

fn readings(dispute: &Dispute<'_>) -> String {
    let mixed = are_mixed(&dispute.statements);
    let unit = |one: &Statement<'_>| format!(" {}", one.claim.quantity.unit.behind(None));
    let measured = |one: &Statement<'_>| if mixed { unit(one) } else { String::new() };
    let mut all: Vec<String> = Vec::new();
    for words in dispute.statements.iter().map(|one| way(dispute, one) + &reading(&one.reading) + &measured(one)) {
        if !all.contains(&words) {
            all.push(words);
        }
    }
    listed(all.into_iter(), " v. ")
}

/// What a figure comes to in the unit of one that it is held against: "60 miles are 96.6 kilometres".
fn changed(one: &Statement<'_>, into: &Statement<'_>) -> Option<String> {
    let (own, wanted) = (&one.claim.quantity, &into.claim.quantity.unit);
    let (value, changed) = own.value().zip(one.claim.value_in_unit_of(into.claim)).filter(|_| own.unit != *wanted)?;
    let [told, meant] = [(value, &own.unit), (changed, wanted)]
        .map(|(value, unit)| format!("{} {}", number(value), unit.behind(Some(value))));
    Some(format!("{told} are {meant}"))
}

/// What most claims are, and nobody asks.
const USUAL: [&str; 2] = ["count", "asserted"];

/// Why the two claims are of one thing, facet by facet, each word once.
fn same_thing(scene: &Scene<'_>, a: &Statement<'_>, b: &Statement<'_>) -> Option<String> {
    let facets = verdict(scene.drafts, a.at, b.at).facets.into_iter();
    let same = facets.filter(|facet| facet.agreement == Agreement::Same && facet.name != "measure");
    let all = same.map(|facet| facet.words()).collect::<Vec<_>>().join(", ");
    let mut words: Vec<&str> = Vec::new();
    for word in all.split(", ").filter(|word| !word.is_empty() && !USUAL.contains(word)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    (!words.is_empty()).then(|| format!("same thing: {}", words.join(", ")))
}

fn unnamed(dispute: &Dispute<'_>) -> Option<String> {
    let parties = dispute.statements.iter().map(|one| &one.party);
    let nameless = parties.filter(|party| !party.is_named() && !party.is_voice()).count();
    (nameless > 0).then(|| "one of the parties is not named, so that nobody can be asked".to_owned())
}

fn echo(one: &Statement<'_>) -> String {
    format!("repeated in the {} without a source: {}", one.claim.role.name(), claim(one))
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Interval, number, reading, stretch};
    use crate::claim::Ends;
    use jiff::civil::date;

    #[test]
    fn numbers_mark_their_thousands() {
        for (value, words) in [("2500", "2,500"), ("-1234.50", "-1,234.5"), ("999", "999"), ("1000000", "1,000,000")] {
            assert_eq!(number(value.parse().unwrap()), words);
        }
    }

    #[test]
    fn readings_in_words() {
        assert_eq!(reading(&Interval::point(Decimal::TEN)), "10");
        assert_eq!(reading(&Interval::from(Decimal::TEN)), "10 or more");
        assert_eq!(reading(&Interval::up_to(Decimal::TEN)), "10 or less");
        assert_eq!(reading(&Interval::between(Decimal::ONE, Decimal::TEN, Ends::default())), "1–10");
    }

    #[test]
    fn stretches_in_words() {
        let may = |day| date(2024, 5, day);
        assert_eq!(stretch((may(3), may(3))), "3 May 2024");
        assert_eq!(stretch((may(1), may(31))), "1 to 31 May 2024");
        assert_eq!(stretch((date(2024, 4, 30), may(2))), "30 April 2024 to 2 May 2024");
    }
}
