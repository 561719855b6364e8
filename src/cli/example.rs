//! The examples of rules, run on a desk: by `numerate test`, and for the rules that a desk writes, whenever it checks.

use super::desk::Desk;
use crate::extract::{Depth, Draft};
use crate::input;
use crate::rules::{self, Books, Example, ExampleDraft, LEDGER_HEADER, Outcome, RATES_HEADER, Rule};
use crate::text::Problem;
use std::collections::BTreeMap;

/// Runs the examples of a desk's rules that are wanted.
pub(super) fn outcomes(desk: &Desk, is_wanted: impl Fn(&Rule, &Example) -> bool) -> Vec<Outcome> {
    let mut by_pack = ByPack { desk, packs: BTreeMap::new() };
    rules::test(&desk.rules, is_wanted, |rule, example| {
        let desk = by_pack.desk_of(rule);
        (read(&example.drafts, desk), books(example, desk))
    })
}

/// The examples that do not hold in the files of the desk's own rules, as far as these are in force, each with its rule.
pub(super) fn broken(desk: &Desk) -> Vec<(String, Problem)> {
    let is_own = |rule: &Rule, example: &Example| rule.enabled && rule.home.is_file(&example.path);
    let outcomes = outcomes(desk, is_own).into_iter();
    outcomes.filter_map(|outcome| Some((outcome.rule.clone(), problem(&outcome)?))).collect()
}

/// What is wrong with an example that does not hold.
pub(super) fn problem(outcome: &Outcome) -> Option<Problem> {
    let figures = |figures: &[String]| match figures {
        [] => "none".to_owned(),
        _ => figures.iter().map(|figure| format!("`{figure}`")).collect::<Vec<_>>().join(", "),
    };
    let (rule, expected, found) = (&outcome.rule, figures(&outcome.expected), figures(&outcome.found));
    let message = format!("the example of `{rule}` does not hold: expected {expected}, the rule flags {found}");
    (!outcome.passed()).then(|| Problem::at(&outcome.path, outcome.line, outcome.column, message))
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
