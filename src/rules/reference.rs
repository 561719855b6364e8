//! `reference`: a draft's figure disagrees with a ledger entry for the same thing, period and source.
//!
//! A row is held against a claim where the unit is the same, most of the measure's words stand around the figure, the
//! row's subject is the one of the ledger's that the draft named last, and neither source nor period speaks against it.

use super::kind::{Check, Kind, Raised, Scene};
use super::ledger::Row;
use super::option::Options;
use super::working::in_draft;
use crate::claim::{Claim, Decimal, Stated, Status, Timing};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "reference",
    summary: "a draft's figure disagrees with a ledger entry for the same thing, period and source",
    read: |options| Arc::new(Reference::read(options)),
};

/// A figure more than so many times another is of something else, unless a digit has slipped.
const FAR: i64 = 3;

/// A period of at most so many days may be given by one of them.
const MONTH: i32 = 31;

#[derive(Debug)]
struct Reference {
    /// The least share of the measure's words that must stand around the figure, in hundredths.
    words: Decimal,
}

impl Reference {
    fn read(options: &mut Options<'_, '_>) -> Self {
        Self { words: options.percent("words", "how much of a measure's words must stand around a figure, in percent") }
    }

    /// The row that a claim disagrees with.
    fn disagreement<'s>(&self, scene: &'s Scene<'_>, draft: &Draft, claim: &Claim) -> Option<&'s Row> {
        if claim.status != Status::Asserted || claim.quantity.stated == Stated::Vague || is_change(draft, claim) {
            return None;
        }
        let around = words_around(claim);
        let share = |row: &Row| self.share(row, &around);
        let rows: Vec<_> = scene.ledger.rows.iter().filter(|row| row.unit == claim.quantity.unit).collect();
        let best = rows.iter().filter_map(|row| share(row)).max()?;
        let rows: Vec<_> = rows.into_iter().filter(|row| share(row) == Some(best)).collect();
        let first = rows.first()?;
        if rows.iter().any(|row| row.words != first.words) {
            return None;
        }
        let subject = subject(draft, claim, &rows)?;
        let rows: Vec<_> = rows.into_iter().filter(|row| row.subject == subject && sources_meet(claim, row)).collect();
        let row = of_period(draft, claim, &rows)?;
        (!claim.quantity.reading().meets(&row.reading) && is_near(claim, row)).then_some(row)
    }

    /// How much of a row's measure stands around a figure, where it is enough; the longer measure counts as more.
    fn share(&self, row: &Row, around: &BTreeSet<String>) -> Option<(Decimal, usize)> {
        let met = row.words.iter().filter(|word| around.contains(*word)).count();
        let share = Decimal::from(met * 100).checked_div(Decimal::from(row.words.len()))?;
        (met > 0 && share >= self.words).then_some((share, met))
    }
}

impl Check for Reference {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        let mut raised = Vec::new();
        if scene.ledger.rows.is_empty() {
            return raised;
        }
        for (at, draft) in scene.drafts.iter().enumerate() {
            for (number, claim) in draft.claims.iter().enumerate() {
                if let Some(row) = self.disagreement(scene, draft, claim) {
                    raised.push(told(draft, ClaimRef { draft: at, claim: number }, claim, row));
                }
            }
        }
        raised
    }
}

fn told(draft: &Draft, at: ClaimRef, claim: &Claim, row: &Row) -> Raised {
    let said = in_draft(draft, claim);
    let of = [row.measure.as_str(), &row.subject, &row.as_of].into_iter().filter(|part| !part.is_empty());
    let of = of.collect::<Vec<_>>().join(", ");
    let source = if row.source.is_empty() { String::new() } else { format!(", {}", row.source) };
    Raised {
        message: format!("The draft says {said}; the ledger has {} for {of}", row.figure),
        claims: vec![at],
        draft: at.draft,
        span: claim.quantity.span,
        evidence: vec![format!("{}, line {}: {of}{source}: {}", row.path, row.line, row.figure)],
    }
}

/// The words that a claim is about.
fn words_around(claim: &Claim) -> BTreeSet<String> {
    let context = claim.context();
    let lists = [&context.modifiers, &context.words, &context.events, &context.names, &context.places];
    let noun =
        claim.noun.iter().flat_map(|noun| noun.text.split(' ').map(str::to_lowercase).chain([noun.head.to_string()]));
    lists.into_iter().flatten().cloned().chain([context.thing.clone()]).chain(noun).collect()
}

/// "Rose by 40": how much something changed is not how much it is.
fn is_change(draft: &Draft, claim: &Claim) -> bool {
    let before = draft.document.text().get(..claim.span.start).unwrap_or_default().trim_end();
    before.ends_with(" by") || before.ends_with(" from")
}

/// Which of the rows' subjects the draft named last before the end of the claim's sentence.
fn subject<'r>(draft: &Draft, claim: &Claim, rows: &[&'r Row]) -> Option<&'r str> {
    let told = draft.document.text().get(..claim.sentence.end)?;
    let named = |row: &&&Row| told.rfind(&row.subject).or_else(|| told.rfind(&name_in(&row.subject)?));
    let last = rows.iter().filter(|row| !row.subject.is_empty()).filter_map(|row| Some((named(&row)?, *row)));
    // Of two that share a name, the one that is called in full.
    last.max_by_key(|(at, row)| (*at, row.subject.len())).map(|(_, row)| row.subject.as_str())
}

/// The capitalised words of a subject: `Arle` of "Arle district".
fn name_in(subject: &str) -> Option<String> {
    let name = subject.split(' ').filter(|word| word.starts_with(char::is_uppercase)).collect::<Vec<_>>().join(" ");
    (!name.is_empty() && name != subject).then_some(name)
}

/// Whether nothing tells the two sources apart: one is not given, or they share a word or an acronym.
fn sources_meet(claim: &Claim, row: &Row) -> bool {
    let Some(source) = claim.source.as_ref().filter(|_| !row.source.is_empty()) else { return true };
    let initials: String =
        row.source.split(' ').filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    let words = |name: &str| -> BTreeSet<String> {
        name.split([' ', '\'', '’']).filter(|word| word.len() > 3).map(str::to_lowercase).collect()
    };
    let row_words = words(&row.source);
    // "The company", "the ministry": whose that is, the draft leaves to its subject.
    let described = !source.name.contains(' ') && source.name.starts_with(char::is_lowercase);
    described
        || [&source.name, &source.text]
            .into_iter()
            .any(|name| *name == initials || !words(name).is_disjoint(&row_words))
}

/// The row of the claim's period; for a claim without one, the latest that the draft can have known.
fn of_period<'r>(draft: &Draft, claim: &Claim, rows: &[&'r Row]) -> Option<&'r Row> {
    if let Some(period) = period(claim) {
        return rows.iter().find(|row| row.period.is_none_or(|other| same_period(period, other))).copied();
    }
    let known = |row: &&&Row| row.period.zip(draft.document.published()).is_none_or(|((_, end), day)| end <= day);
    let agrees = |row: &&Row| claim.quantity.reading().meets(&row.reading);
    let end = |row: &Row| row.period.map(|(_, end)| end);
    let latest = rows.iter().filter(known).map(|row| end(row)).max()?;
    let latest = rows.iter().filter(known).filter(|row| end(row) == latest);
    let nearest = latest.min_by_key(|row| claim.quantity.reading().gap(&row.reading))?;
    (!rows.iter().any(agrees)).then_some(nearest)
}

/// The period of a claim: what it covers, else a stretch in which it was said ("in March the police counted").
fn period(claim: &Claim) -> Option<(Date, Date)> {
    let days = |timing: Timing| timing.start.zip(timing.end);
    let stretch = claim.said.filter(|said| said.span.is_some()).and_then(days).filter(|(start, end)| start < end);
    claim.as_of.and_then(days).or(stretch)
}

fn same_period(one: (Date, Date), other: (Date, Date)) -> bool {
    let short = |(start, end): (Date, Date)| (end - start).get_days() < MONTH;
    let within = |inner: (Date, Date), outer: (Date, Date)| outer.0 <= inner.0 && inner.1 <= outer.1 && short(outer);
    one == other || within(one, other) || within(other, one)
}

/// Whether two figures may be of one thing by their size.
fn is_near(claim: &Claim, row: &Row) -> bool {
    let middle = |low: Option<Decimal>, high: Option<Decimal>| low.or(high).unwrap_or_default();
    let reading = claim.quantity.reading();
    let (one, other) = (middle(reading.low, reading.high), middle(row.reading.low, row.reading.high));
    let (small, large) = (one.abs().min(other.abs()), one.abs().max(other.abs()));
    let slipped = small.checked_mul(Decimal::TEN) == Some(large);
    slipped || small.checked_mul(Decimal::from(FAR)).is_some_and(|far| large <= far)
}
