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
    let unused = [notes.unused(seats, desks), settings.unused()].concat();
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

/// The notes of all drafts, and whether each was of use.
struct Notes<'d> {
    drafts: &'d [Draft],
    /// The number of the draft comes first.
    notes: Vec<(usize, Suppression, bool)>,
}

impl<'d> Notes<'d> {
    fn read(drafts: &'d [Draft], seats: &[usize], desks: &Desks<'_>) -> (Self, Vec<Problem>) {
        let (mut notes, mut problems) = (Vec::new(), Vec::new());
        for (number, draft) in drafts.iter().enumerate() {
            let (done, wrong) = Suppression::read(&draft.document, &desks.desk(seats[number]).rules);
            notes.extend(done.into_iter().map(|note| (number, note, false)));
            problems.extend(wrong);
        }
        (Self { drafts, notes }, problems)
    }

    /// What the first note says that covers a finding; all that do are of use.
    fn suppress(&mut self, finding: &Finding) -> Option<Why> {
        let mut why = None;
        for (draft, note, used) in &mut self.notes {
            if note.covers(finding, self.drafts, *draft) {
                *used = true;
                let place = format!("{}:{}", self.drafts[*draft].document.id(), note.place.line);
                why = why.or(Some(Why { in_draft: true, place, reason: note.reason.clone(), by: None }));
            }
        }
        why
    }

    /// A note whose rules are all out of force is not in vain.
    fn unused(&self, seats: &[usize], desks: &Desks<'_>) -> Vec<Problem> {
        let in_vain = self.notes.iter().filter(|(draft, note, used)| {
            let rules = &desks.desk(seats[*draft]).rules;
            !used && note.is_in_force(rules)
        });
        let told = in_vain.map(|(draft, note, _)| {
            let message = format!("nothing is found here that `{}` could suppress", note.rules.join("`, `"));
            Problem::at(self.drafts[*draft].document.id(), note.place.line, note.place.column, message)
        });
        told.collect()
    }
}

/// What the settings of desks know, and whether each entry was of use.
struct Settings<'d> {
    /// The number and the file of the desk come first.
    known: Vec<(usize, String, &'d Known, bool)>,
}

impl<'d> Settings<'d> {
    /// Those entries that still hold; the others are told.
    fn read(desks: &'d [Desk], today: impl Fn() -> Date) -> (Self, Vec<Problem>) {
        let all = desks.iter().enumerate().flat_map(|(number, desk)| {
            desk.config.known.iter().map(move |known| (number, desk.config.path.clone(), known, false))
        });
        let (expired, known): (Vec<_>, _) =
            all.partition(|(_, _, known, _)| known.expires.is_some_and(|last| last < today()));
        let told = expired.into_iter().filter_map(|(_, path, known, _)| {
            Some(at(&path, known, format!("expired on {}: its finding counts again", known.expires?)))
        });
        let told = told.collect();
        (Self { known }, told)
    }

    fn suppress(&mut self, finding: &Finding, desk: usize) -> Option<Why> {
        let mut known = self.known.iter_mut();
        let (_, path, known, used) =
            known.find(|(number, _, known, _)| *number == desk && known.fingerprint.value == finding.fingerprint)?;
        *used = true;
        let place = format!("{path}:{}", known.fingerprint.line);
        Some(Why { in_draft: false, place, reason: known.reason.clone(), by: known.by.clone() })
    }

    fn unused(&self) -> Vec<Problem> {
        let in_vain = self.known.iter().filter(|(_, _, _, used)| !used);
        in_vain.map(|(_, path, known, _)| at(path, known, "no finding has this fingerprint".to_owned())).collect()
    }
}

fn at(path: &str, known: &Known, message: String) -> Problem {
    Problem::at(path, known.fingerprint.line, known.fingerprint.column, message)
}
