//! `numerate test`: the examples of the rules, each run.

use super::desk::{Desk, Desks};
use super::plan::Voice;
use super::update::update;
use super::wishes::Wishes;
use super::world::World;
use super::{Status, args, print};
use crate::extract::{Depth, Draft};
use crate::input;
use crate::report::{TEST, Trial};
use crate::rules::{self, Books, Example, ExampleDraft, LEDGER_HEADER, Outcome, RATES_HEADER, Rule};
use crate::text::Problem;
use std::collections::BTreeMap;

/// Runs the examples of all rules, or those in the files that were named.
pub(super) fn run(typed: &args::Test, world: &dyn World) -> Result<Status, Problem> {
    let mut wishes = Wishes::new(&typed.desk);
    wishes.rules.extend(typed.paths.iter().cloned());
    let mut desks = Desks::new(wishes, Voice::Normal, world);
    let number = desks.number("-");
    let desk = desks.desk(number);
    let mut by_pack = ByPack { desk, packs: BTreeMap::new() };
    let mut outcomes = rules::test(&desk.rules, |rule, example| {
        let desk = by_pack.desk_of(rule);
        (read(&example.drafts, desk), books(example, desk))
    });
    if !typed.paths.is_empty() {
        let named: Vec<_> = typed.paths.iter().flat_map(|path| world.files(path, &|_| true)).flatten().collect();
        outcomes.retain(|outcome| named.contains(&outcome.path));
    }
    let (updated, problems) = if typed.update { update(&outcomes, world) } else { Default::default() };
    desks.trouble.add(problems);
    let trial = Trial { outcomes: &outcomes, updated: &updated, problems: desks.trouble.problems() };
    print(&written(&trial, &typed.format)?, world)?;
    let holds = |(at, outcome): (usize, &Outcome)| outcome.passed() || updated.contains(&at);
    Ok(match desks.trouble.status() {
        Status::Clean if !outcomes.iter().enumerate().all(holds) => Status::Found,
        status => status,
    })
}

/// A desk, and as it would be with each of its packs in force: what a pack teaches holds for its examples.
struct ByPack<'d> {
    desk: &'d Desk,
    packs: BTreeMap<String, Option<Desk>>,
}

impl ByPack<'_> {
    fn desk_of(&mut self, rule: &Rule) -> &Desk {
        let Some(pack) = rule.pack.as_ref().filter(|pack| !self.desk.rules.is_in_force(pack)) else {
            return self.desk;
        };
        let with_pack = || self.desk.with_pack(pack);
        self.packs.entry(pack.clone()).or_insert_with(with_pack).as_ref().unwrap_or(self.desk)
    }
}

fn written(trial: &Trial<'_>, format: &str) -> Result<String, Problem> {
    let mut out = Vec::new();
    let (_, write) = TEST.into_iter().find(|(name, _)| *name == format).unwrap_or(TEST[0]);
    write(trial, &mut out).map_err(|error| Problem::file("-", error.to_string()))?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// The drafts of an example, read as any draft is.
fn read(drafts: &[ExampleDraft], desk: &Desk) -> Vec<Draft> {
    let document = |(number, draft): (usize, &ExampleDraft)| {
        let name = format!("draft-{}.md", number + 1);
        let mut document =
            input::read(&name, draft.text.clone().into_bytes(), None).into_iter().find_map(Result::ok)?;
        document.date_if_undated(draft.date);
        document.outlet_if_unnamed(draft.outlet.as_deref());
        Some(desk.read(document, Depth::Comparable))
    };
    drafts.iter().enumerate().filter_map(document).collect()
}

/// The books of an example, with the headers that their rows go without.
fn books(example: &Example, desk: &Desk) -> Books {
    let file = |header: &[&str], rows: &str| format!("{}\n{}", header.join(","), rows.trim_start());
    let mut books = Books::default();
    if let Some(rows) = &example.ledger {
        books.ledger.add(&example.path, file(&LEDGER_HEADER, rows).as_bytes(), &desk.lexicon);
    }
    if let Some(rows) = &example.rates {
        books.rates.add(&example.path, file(&RATES_HEADER, rows).as_bytes(), &desk.lexicon);
    }
    books
}
