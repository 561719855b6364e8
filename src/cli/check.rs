//! `numerate check`: drafts in, findings out.

use super::baseline::Baseline;
use super::desk::{Desk, Desks};
use super::diff::Changes;
use super::output::Outputs;
use super::plan::{Plan, Voice};
use super::sorted::{Found, Sorted};
use super::store::Store;
use super::suppress::suppress;
use super::timings::Timings;
use super::wishes::Wishes;
use super::world::World;
use super::{Status, args, books, claims, drafts, pairing, parts};
use crate::config::FailOn;
use crate::extract::{Depth, Draft};
use crate::report::{self, Outcome, Suppressed};
use crate::rules::{self, Books, Description, Finding, Severity, describe};
use crate::text::Problem;
use std::collections::BTreeMap;
use std::mem::ManuallyDrop;
use std::ops::ControlFlow;

/// Checks drafts and reports on them.
pub(super) fn run(typed: &args::Check, world: &dyn World) -> Result<Status, Problem> {
    let mut timings = Timings::new(world);
    let plan = Plan::new(&typed.reading, &typed.format, report::CHECK, Depth::Comparable, world)?;
    let outputs = Outputs::open(&plan, world)?;
    // The program ends behind this: to free its words and rules one by one would take longer than to check a draft.
    let mut desks = ManuallyDrop::new(Desks::new(wishes(typed), plan.voice, world));
    let known = Baseline::open(&typed.known, &mut desks.trouble);
    let wants_all = !outputs.are_of_findings() || typed.known.baseline.is_some() || typed.diff.is_some();
    let Read { mut store, sorted } = read(typed, &plan, &mut desks, wants_all, world)?;
    let books = books::read(typed, 0, &mut desks, world);
    desks.try_examples();
    timings.end("reading");
    let unchecked = !typed.keep_going && !desks.trouble.desks_are_sound();
    let (found, counts) = sorted.map(|found| (found.findings, (found.before, found.count))).unzip();
    let Sifted { counted: found, mut suppressed } = if unchecked {
        Sifted::default()
    } else {
        let found = match (&mut store.shelf, found) {
            (_, Some(found)) => found,
            (Some(shelf), None) => drafts::side_by_side(&plan, || {
                let room = plan.memory / PARTS;
                let pairs = pairing::comparable(shelf, room, world)?;
                parts::findings(shelf, pairs, &store.seats, &desks, &books, room)
            })?,
            (None, None) => drafts::side_by_side(&plan, || Ok(findings(&store.drafts, &store.seats, &desks, &books)))?,
        };
        if typed.known.baseline.is_some() || typed.diff.is_some() || store.is_noted() {
            store.take_back()?;
        }
        Sifted::new(typed, found, &store.drafts, &store.seats, known, &mut desks)?
    };
    timings.end("checking");
    let seats = &store.seats;
    let status = status(typed, &found, seats, &desks);
    let is_shown = |finding: &Finding| finding.severity >= least(typed, desks.desk(seats[finding.draft]));
    let shown: Vec<_> = found.into_iter().filter(is_shown).collect();
    suppressed.retain(|known| is_shown(&known.finding));
    if !outputs.are_parted() {
        store.take_back()?;
    }
    let outcome = Outcome {
        drafts: &store.drafts,
        findings: &shown,
        suppressed: &suppressed,
        show_suppressed: typed.known.show_suppressed,
        unchecked,
        problems: desks.trouble.problems(),
        rules: rules_of(&desks),
        before: counts.as_ref().map(|(before, _)| before.as_slice()),
        count: counts.as_ref().map(|(_, count)| *count),
    };
    match &store.shelf {
        Some(shelf) => outputs.report_in_parts(&outcome, shelf, plan.memory / PARTS)?,
        None => outputs.report(&outcome)?,
    }
    timings.end("writing");
    if typed.statistics && plan.voice > Voice::Quiet {
        statistics(&shown, world);
    }
    if typed.timings && plan.voice > Voice::Quiet {
        timings.tell();
    }
    Ok(status)
}

/// How many times the memory holds what is taken up at once of drafts that are on disk: what is made of it takes the rest.
pub(super) const PARTS: usize = 4;

/// What was read.
struct Read<'w> {
    /// The drafts, each with the number of its desk; of a sorted table, those that the report shows.
    store: Store<'w>,
    /// What was found in a sorted table.
    sorted: Option<Found>,
}

/// Reads the drafts; a sorted table is checked as it is read.
fn read<'w>(
    typed: &args::Check,
    plan: &Plan,
    desks: &mut Desks<'_>,
    wants_all: bool,
    world: &'w dyn World,
) -> Result<Read<'w>, Problem> {
    let mut store = Store::new(plan.memory, world);
    let mut sorted = Sorted::new(typed, plan, wants_all, world);
    if typed.claims.is_empty() {
        let mut keep = |batch: Vec<drafts::Arrival>| store.add(batch).map(ControlFlow::Continue);
        drafts::read(plan, desks, world, &mut keep)?;
    } else {
        claims::read(&typed.claims, plan, desks, world, |batch, desks| {
            let is_sorted = batch.first().map_or(!sorted.is_empty(), |(place, _)| place.is_some());
            if is_sorted {
                return sorted.add(batch, desks);
            }
            store.add(batch.into_iter().map(|(_, arrival)| arrival).collect())
        })?;
    }
    let is_sorted = !sorted.is_empty();
    if store.seats.is_empty() && !is_sorted {
        // Settings and options are looked at even where there is nothing to judge by them.
        desks.here();
    }
    if !is_sorted {
        return Ok(Read { store, sorted: None });
    }
    let (store, found) = drafts::side_by_side(plan, || sorted.finish(desks))?;
    Ok(Read { store, sorted: Some(found) })
}

fn wishes(typed: &args::Check) -> Wishes {
    Wishes {
        select: typed.select.clone(),
        ignore: typed.ignore.clone(),
        severity: typed.severity.clone(),
        ..Wishes::new(&typed.reading.desk)
    }
}

/// What each draft's own desk says of it, in order of draft and place.
fn findings(drafts: &[Draft], seats: &[usize], desks: &Desks<'_>, books: &[Books]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let desks_and_books = desks.all().iter().zip(books).enumerate();
    for (number, (desk, books)) in desks_and_books.filter(|(number, _)| seats.contains(number)) {
        let mut found = rules::check_against(drafts, &desk.rules, books);
        found.retain_mut(|finding| {
            let path = drafts[finding.draft].document.id();
            seats[finding.draft] == number && desks.judge(number, path, finding)
        });
        findings.extend(found);
    }
    findings.sort_by_key(|finding| (finding.draft, finding.span));
    findings
}

/// Findings, set apart by whether they count; those that are of no interest are left out.
#[derive(Default)]
struct Sifted {
    counted: Vec<Finding>,
    suppressed: Vec<Suppressed>,
}

impl Sifted {
    fn new(
        typed: &args::Check,
        found: Vec<Finding>,
        drafts: &[Draft],
        seats: &[usize],
        known: Baseline,
        desks: &mut Desks<'_>,
    ) -> Result<Self, Problem> {
        let world = desks.trouble.world();
        let today = || typed.reading.today.unwrap_or_else(|| world.today());
        let (found, mut suppressed) = suppress(found, drafts, seats, desks, today);
        let known = known.updated(&typed.known, &found, drafts, &mut desks.trouble)?;
        desks.trouble.warn(known.stale(&found, drafts, &rules_of(desks)));
        let (mut counted, in_baseline) = known.split(found);
        suppressed.extend(in_baseline);
        suppressed.sort_by_key(|known| (known.finding.draft, known.finding.span));
        if let Some(revision) = &typed.diff {
            let changes = Changes::since(revision, drafts, world)?;
            counted.retain(|finding| changes.touch(finding));
            suppressed.retain(|known| changes.touch(&known.finding));
        }
        Ok(Self { counted, suppressed })
    }
}

/// The least severity that is shown.
fn least(typed: &args::Check, desk: &Desk) -> Severity {
    let typed = typed.min_severity.as_deref().and_then(Severity::named);
    typed.or(desk.config.min_severity).unwrap_or(Severity::Info)
}

/// How the run ends, whatever is shown and in whatever format.
fn status(typed: &args::Check, found: &[Finding], seats: &[usize], desks: &Desks<'_>) -> Status {
    let typed =
        FailOn::ALL.iter().find(|(name, _)| Some(*name) == typed.fail_on.as_deref()).map(|(_, fail_on)| *fail_on);
    let fails = |finding: &Finding| {
        let desk = desks.desk(seats[finding.draft]);
        typed.or(desk.config.fail_on).unwrap_or(FailOn::Severity(Severity::Error)).fails(finding.severity)
    };
    match desks.trouble.status() {
        Status::Clean if found.iter().any(fails) => Status::Found,
        status => status,
    }
}

/// The rules in force; where desks differ, the first one's.
fn rules_of<'d>(desks: &'d Desks<'_>) -> BTreeMap<&'d str, Description<'d>> {
    let rules = desks.all().iter().rev().flat_map(|desk| desk.rules.rules()).filter(|rule| rule.enabled);
    rules.map(|rule| (rule.id.as_str(), describe(rule))).collect()
}

/// Tells how often each rule found something, the most frequent first.
fn statistics(findings: &[Finding], world: &dyn World) {
    let mut counts: BTreeMap<(&str, Severity), usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry((&finding.rule, finding.severity)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for ((rule, severity), count) in counts {
        world.tell(&format!("{count:>6} {:<7} {rule}", severity.name()));
    }
}
