//! Findings that do not count: drafts and settings say so, each time for a reason. What they say in vain is told.

use super::desk::{Desk, Desks};
use crate::config::Known;
use crate::extract::Draft;
use crate::report::Suppressed;
use crate::rules::{Finding, Suppression};
use crate::text::Problem;
use jiff::civil::Date;

/// Sets apart the findings that the notes of drafts and the settings of their desks say to pass over. `seats` holds the
/// number of each draft's desk; `today` is asked only where something ends some day.
pub(super) fn suppress(
    found: Vec<Finding>,
    drafts: &[Draft],
    seats: &[usize],
    desks: &mut Desks<'_>,
    today: impl Fn() -> Date,
) -> (Vec<Finding>, Vec<Suppressed>) {
    let (mut notes, problems) = Notes::read(drafts, seats, desks);
    let (mut settings, expired) = Settings::read(desks.all(), today);
    let (mut counted, mut suppressed) = (Vec::new(), Vec::new());
    for finding in found {
        let by_desk = settings.suppress(&finding, seats[finding.draft]);
        match notes.suppress(&finding).or(by_desk) {
            Some(known) => suppressed.push(known.of(finding)),
            None => counted.push(finding),
        }
    }
    // Settings do not say which rule found what they know: it may be out of force.
    let in_vain = if desks.are_narrowed() { Vec::new() } else { settings.unused() };
    let unused = [notes.unused(seats, desks), in_vain].concat();
    desks.trouble.add(problems);
    desks.trouble.warn(expired.into_iter().chain(unused));
    (counted, suppressed)
}

/// Why a finding does not count.
struct Why {
    in_draft: bool,
    place: String,
    reason: String,
    by: Option<String>,
}

impl Why {
    fn of(self, finding: Finding) -> Suppressed {
        let Self { in_draft, place, reason, by } = self;
        Suppressed { finding, in_draft, place, reason: Some(reason), by }
    }
}

/// The notes of all drafts.
struct Notes<'d> {
    drafts: &'d [Draft],
    notes: Vec<Noted>,
}

/// A note, and whether it was of use.
struct Noted {
    draft: usize,
    note: Suppression,
    used: bool,
}

impl<'d> Notes<'d> {
    fn read(drafts: &'d [Draft], seats: &[usize], desks: &Desks<'_>) -> (Self, Vec<Problem>) {
        let (mut notes, mut problems) = (Vec::new(), Vec::new());
        for (number, draft) in drafts.iter().enumerate() {
            let (done, wrong) = Suppression::read(&draft.document, &desks.desk(seats[number]).rules);
            notes.extend(done.into_iter().map(|note| Noted { draft: number, note, used: false }));
            problems.extend(wrong);
        }
        (Self { drafts, notes }, problems)
    }

    /// What the first note says that covers a finding; all that do are of use.
    fn suppress(&mut self, finding: &Finding) -> Option<Why> {
        let mut why = None;
        let covering = self.notes.iter_mut().filter(|one| one.note.covers(finding, self.drafts, one.draft));
        for Noted { draft, note, used } in covering {
            *used = true;
            let place = format!("{}:{}", self.drafts[*draft].document.id(), note.place.line);
            why = why.or(Some(Why { in_draft: true, place, reason: note.reason.clone(), by: None }));
        }
        why
    }

    /// A note whose rules are all out of force is not in vain.
    fn unused(&self, seats: &[usize], desks: &Desks<'_>) -> Vec<Problem> {
        let in_vain =
            self.notes.iter().filter(|one| !one.used && one.note.is_in_force(&desks.desk(seats[one.draft]).rules));
        let told = in_vain.map(|Noted { draft, note, .. }| {
            let message = format!("nothing is found here that `{}` could suppress", note.rules.join("`, `"));
            Problem::at(self.drafts[*draft].document.id(), note.place.line, note.place.column, message)
        });
        told.collect()
    }
}

/// What the settings of all desks know.
struct Settings<'d> {
    entries: Vec<Entry<'d>>,
}

/// A finding that settings know, and whether it came up.
struct Entry<'d> {
    desk: usize,
    known: &'d Known,
    used: bool,
}

impl<'d> Settings<'d> {
    /// Those entries that still hold; the others are told.
    fn read(desks: &'d [Desk], today: impl Fn() -> Date) -> (Self, Vec<Problem>) {
        let entry = |(number, desk): (usize, &'d Desk)| {
            desk.config.known.iter().map(move |known| Entry { desk: number, known, used: false })
        };
        let all = desks.iter().enumerate().flat_map(entry);
        let is_over = |entry: &Entry<'_>| entry.known.expires.is_some_and(|last| last < today());
        let (expired, entries): (Vec<_>, _) = all.partition(is_over);
        let told = expired.iter().filter_map(|entry| {
            Some(entry.told(format!("expired on {}: its finding counts again", entry.known.expires?)))
        });
        let told = told.collect();
        (Self { entries }, told)
    }

    fn suppress(&mut self, finding: &Finding, desk: usize) -> Option<Why> {
        let mut entries = self.entries.iter_mut();
        let entry = entries.find(|entry| entry.desk == desk && entry.known.fingerprint.value == finding.fingerprint)?;
        entry.used = true;
        let Known { fingerprint, reason, by, .. } = entry.known;
        let place = format!("{}:{}", entry.known.path, fingerprint.line);
        Some(Why { in_draft: false, place, reason: reason.clone(), by: by.clone() })
    }

    fn unused(&self) -> Vec<Problem> {
        let in_vain = self.entries.iter().filter(|entry| !entry.used);
        in_vain.map(|entry| entry.told("no finding has this fingerprint".to_owned())).collect()
    }
}

impl Entry<'_> {
    fn told(&self, message: String) -> Problem {
        let at = &self.known.fingerprint;
        Problem::at(&self.known.path, at.line, at.column, message)
    }
}
