//! `numerate test`: the examples of the rules, each run.

use super::desk::{Desk, Desks};
use super::plan::Voice;
use super::wishes::Wishes;
use super::world::World;
use super::{Status, args, print};
use crate::extract::{Depth, Draft, extract};
use crate::input;
use crate::rules::{self, Example, ExampleDraft, LEDGER_HEADER, Ledger, Outcome};
use crate::text::Problem;
use std::fmt::Write;

/// Runs the examples of all rules, or those in the files that were named.
pub(super) fn run(typed: &args::Test, world: &dyn World) -> Result<Status, Problem> {
    let mut wishes = Wishes::new(&typed.desk);
    wishes.rules.extend(typed.paths.iter().cloned());
    let mut desks = Desks::new(wishes, Voice::Normal, world);
    let number = desks.number("-");
    let desk = desks.desk(number);
    let mut outcomes = rules::test(&desk.rules, |example| (read(&example.drafts, desk), ledger(example, desk)));
    if !typed.paths.is_empty() {
        let named: Vec<_> = typed.paths.iter().flat_map(|path| world.files(path, &|_| true)).flatten().collect();
        outcomes.retain(|outcome| named.contains(&outcome.path));
    }
    print(&report(&outcomes), world)?;
    Ok(match desks.trouble.status() {
        Status::Clean if !outcomes.iter().all(Outcome::passed) => Status::Found,
        status => status,
    })
}

/// The drafts of an example, read as any draft is.
fn read(drafts: &[ExampleDraft], desk: &Desk) -> Vec<Draft> {
    let document = |(number, draft): (usize, &ExampleDraft)| {
        let name = format!("draft-{}.md", number + 1);
        let mut document =
            input::read(&name, draft.text.clone().into_bytes(), None).into_iter().find_map(Result::ok)?;
        document.date_if_undated(draft.date);
        document.outlet_if_unnamed(draft.outlet.as_deref());
        Some(extract(document, &desk.lexicon, Depth::Comparable))
    };
    drafts.iter().enumerate().filter_map(document).collect()
}

/// The ledger of an example, with the header that its rows go without.
fn ledger(example: &Example, desk: &Desk) -> Ledger {
    let mut ledger = Ledger::default();
    if let Some(rows) = &example.ledger {
        let file = format!("{}\n{}", LEDGER_HEADER.join(","), rows.trim_start());
        ledger.add(&example.path, file.as_bytes(), &desk.lexicon);
    }
    ledger
}

fn report(outcomes: &[Outcome]) -> String {
    let mut report = String::new();
    for Outcome { rule, path, line, difference } in outcomes {
        let verdict = if difference.is_some() { "failed" } else { "passed" };
        // Writing into a string cannot fail.
        let _ = writeln!(report, "{verdict} {rule} {path}:{line}");
        for change in difference.iter().flat_map(|difference| difference.lines()) {
            let _ = writeln!(report, "    {change}");
        }
    }
    let passed = outcomes.iter().filter(|outcome| outcome.passed()).count();
    let _ = writeln!(report, "{passed} passed, {} failed", outcomes.len() - passed);
    report
}
