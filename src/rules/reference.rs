//! `reference`: a draft's figure disagrees with a ledger entry for the same thing, period and source.
//!
//! A row is held against a claim where the unit is the same, the thing measured stands beside the figure with most of what
//! narrows it, the row's subject is the one of the ledger's that the draft named last, and neither source nor period
//! speaks against it.

use super::kind::{Check, Kind, Raised, Scene};
use super::ledger::Row;
use super::measure::Around;
use super::option::Options;
use super::working::in_draft;
use crate::claim::{Claim, Decimal, Interval, Stated, Status, Timing, Unit};
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

/// A claim of a draft, with what is said around it.
struct Figure<'d> {
    draft: &'d Draft,
    claim: &'d Claim,
    around: Around<'d>,
}

impl Reference {
    fn read(options: &mut Options<'_, '_>) -> Self {
        Self { words: options.percent("words", "how much of a measure's words must stand around a figure, in percent") }
    }

    /// The row that a claim disagrees with.
    fn disagreement<'s>(&self, scene: &'s Scene<'_>, figure: &Figure<'_>) -> Option<&'s Row> {
        let claim = figure.claim;
        if claim.status != Status::Asserted || claim.quantity.stated == Stated::Vague || is_change(figure) {
            return None;
        }
        let share = |row: &Row| row.measured.told(claim, &figure.around).filter(|(share, _)| *share >= self.words);
        let rows: Vec<_> = scene.books.ledger.rows.iter().filter(|row| same_unit(figure, row)).collect();
        let best = rows.iter().filter_map(|row| share(row)).max()?;
        let rows: Vec<_> = rows.into_iter().filter(|row| share(row) == Some(best)).collect();
        let first = rows.first()?;
        if rows.iter().any(|row| row.measured != first.measured) {
            return None;
        }
        let subject = subject(figure, &rows)?;
        let rows: Vec<_> = rows.into_iter().filter(|row| row.subject == subject && sources_meet(figure, row)).collect();
        let row = of_period(figure, &rows)?;
        (!claim.quantity.reading().meets(&row.reading) && is_near(claim, row)).then_some(row)
    }
}

impl Check for Reference {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        let mut raised = Vec::new();
        if scene.books.ledger.rows.is_empty() {
            return raised;
        }
        for (at, draft) in scene.drafts.iter().enumerate() {
            let text = draft.document.text().to_ascii_lowercase();
            for (number, claim) in draft.claims.iter().enumerate() {
                let earlier = text.get(..claim.span.start).unwrap_or_default();
                let others = draft.claims.iter().filter(|other| other.sentence == claim.sentence && *other != claim);
                let figure = Figure { draft, claim, around: Around::new(claim, others, earlier) };
                if let Some(row) = self.disagreement(scene, &figure) {
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

/// Whether a figure is in a row's unit, or in money that only its country tells from the row's: "900 shillings".
fn same_unit(figure: &Figure<'_>, row: &Row) -> bool {
    let (unit, words) = (&figure.claim.quantity.unit, figure.claim.span.of(figure.draft.document.text()));
    let shared = |word: &str| words.split(' ').next_back().is_some_and(|last| last.trim_end_matches('s') == word);
    let plain = !words.contains(|letter: char| letter.is_uppercase());
    *unit == row.unit || matches!(unit, Unit::Money(_)) && plain && row.money_word.as_deref().is_some_and(shared)
}

/// "Rose by 40", "40 more": how much something changed is not how much it is.
fn is_change(figure: &Figure<'_>) -> bool {
    let before = figure.draft.document.text().get(..figure.claim.span.start).unwrap_or_default().trim_end();
    let aside = |scope: &String| matches!(scope.as_str(), "additional" | "remaining" | "former");
    before.ends_with(" by") || before.ends_with(" from") || figure.claim.context().scope.iter().any(aside)
}

/// Which of the rows' subjects the draft named last before the end of the claim's sentence; where it named none, the one
/// subject that all rows have and that a place in it, or its own money, stands for.
fn subject<'r>(figure: &Figure<'_>, rows: &[&'r Row]) -> Option<&'r str> {
    let told = figure.draft.document.text().get(..figure.claim.sentence.end)?;
    let named = |row: &&&Row| last(figure, told, &row.subject).or_else(|| last(figure, told, &name_in(&row.subject)?));
    let last = rows.iter().filter(|row| !row.subject.is_empty()).filter_map(|row| Some((named(&row)?, *row)));
    // Of two that share a name, the one that is called in full.
    let last = last.max_by_key(|(at, row)| (*at, row.subject.len())).map(|(_, row)| row.subject.as_str());
    let first = rows.first()?;
    let only = rows.iter().all(|row| row.subject == first.subject);
    let meant = || first.own_money || first.places.iter().any(|place| names(told, place));
    last.or_else(|| (only && meant()).then_some(first.subject.as_str()))
}

/// Where a name was last told that may go with a figure: one behind it goes with the next figure of the sentence, where
/// there is one, unless the words tie it to this: "900 in Upton and 800 in Westby".
fn last(figure: &Figure<'_>, told: &str, name: &str) -> Option<usize> {
    let behind = |claim: &&Claim| claim.sentence == figure.claim.sentence && claim.span.start > figure.claim.span.end;
    let next = figure.draft.claims.iter().find(behind).map(|claim| claim.span.start);
    let tied = |at: usize| [" in ", " at ", " of ", " for ", " by "].iter().any(|word| told[..at].ends_with(word));
    let fits = |at: &usize| *at < figure.claim.span.start || next.is_none_or(|next| *at < next && tied(*at));
    told.rmatch_indices(name).map(|(at, _)| at).find(fits)
}

/// Whether a text names a place, be it in the capitals of a dateline.
fn names(text: &str, place: &str) -> bool {
    text.contains(place) || text.contains(&place.to_uppercase())
}

/// The capitalised words of a subject: `Arle` of "Arle district".
fn name_in(subject: &str) -> Option<String> {
    let name = subject.split(' ').filter(|word| word.starts_with(char::is_uppercase)).collect::<Vec<_>>().join(" ");
    (!name.is_empty() && name != subject).then_some(name)
}

/// Whether nothing tells the two sources apart: one is not given, or they share a word or an acronym.
fn sources_meet(figure: &Figure<'_>, row: &Row) -> bool {
    // Whoever put out the draft gives its figures, his own or not.
    let said = figure.claim.source.as_ref().filter(|source| source.cue.is_some());
    let Some(source) = said.filter(|_| !row.source.is_empty()) else { return true };
    let initials: String =
        row.source.split(' ').filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    let words = |name: &str| -> BTreeSet<String> {
        name.split([' ', '\'', '’']).filter(|word| word.len() > 3).map(str::to_lowercase).collect()
    };
    let row_words = words(&row.source);
    // "The company", "the ministry": whose that is, the draft leaves to its subject.
    let described = !source.name.contains(' ') && source.name.starts_with(char::is_lowercase);
    described
        || is_own_record(figure)
        || [&source.name, &source.text]
            .into_iter()
            .any(|name| **name == initials || !words(name).is_disjoint(&row_words))
}

/// "We recorded 40 thefts": whoever says so keeps the record.
fn is_own_record(figure: &Figure<'_>) -> bool {
    let before = figure.draft.document.text().get(figure.claim.sentence.start..figure.claim.span.start);
    let words: Vec<_> = before.unwrap_or_default().split_whitespace().collect();
    let records = |verb: &str| matches!(verb, "recorded" | "counted" | "registered" | "logged" | "have");
    matches!(words[..], [.., "We" | "we", verb] if records(verb))
}

/// The row of the claim's period; for a claim without one, the latest that the draft can have known.
fn of_period<'r>(figure: &Figure<'_>, rows: &[&'r Row]) -> Option<&'r Row> {
    let (draft, claim) = (figure.draft, figure.claim);
    if let Some(period) = period(figure, claim) {
        return rows.iter().find(|row| row.period.is_none_or(|other| same_period(period, other))).copied();
    }
    let known = |row: &&&Row| row.period.zip(draft.document.published()).is_none_or(|((_, end), day)| end <= day);
    let end = |row: &Row| row.period.map(|(_, end)| end);
    let latest = rows.iter().filter(known).map(|row| end(row)).max()?;
    let current = rows.iter().filter(known).filter(|row| end(row) == latest);
    let nearest = *current.min_by_key(|row| claim.quantity.reading().gap(&row.reading))?;
    let agrees = |row: &&&Row| claim.quantity.reading().meets(&row.reading);
    let is_told = |row: &Row| row.period.is_some_and(|days| tells(figure, days));
    // A draft that gives the latest figure as well speaks of another period here; the figure of a former one is an error
    // where it speaks of the latest alone.
    let mistaken = |row: &Row| end(row) < latest && is_told(nearest) && !is_told(row);
    let is_nearest = |other: &Claim| {
        other.quantity.unit == claim.quantity.unit
            && other.quantity.value().is_some_and(|value| Interval::point(value).meets(&nearest.reading))
    };
    let given = draft.claims.iter().any(is_nearest);
    (!given && rows.iter().filter(agrees).all(|row| mistaken(row))).then_some(nearest)
}

/// Whether a figure in front of this one in the draft is of that period.
fn tells(figure: &Figure<'_>, days: (Date, Date)) -> bool {
    let ahead = figure.draft.claims.iter().take_while(|claim| claim.span.start < figure.claim.span.start);
    ahead.filter_map(|claim| period(figure, claim)).any(|period| period == days)
}

/// The period of a claim: what it covers, else a stretch in which it was said ("in March the police counted").
///
/// A company's year does not end with the calendar's, so "at the year-end" is no day.
fn period(figure: &Figure<'_>, claim: &Claim) -> Option<(Date, Date)> {
    let words = |timing: &Timing| timing.span.map_or("", |span| span.of(figure.draft.document.text()));
    let is_day = |timing: &Timing| !words(timing).contains("year-end") && !words(timing).contains("end of the year");
    let days = |timing: Timing| timing.start.zip(timing.end);
    let stretch = claim.said.filter(|said| said.span.is_some()).and_then(days).filter(|(start, end)| start < end);
    claim.as_of.filter(is_day).and_then(days).or(stretch)
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
