//! `numerate explain` and `numerate rules`: what the rules are.

use super::desk::Desks;
use super::plan::Voice;
use super::wishes::Wishes;
use super::world::World;
use super::{Status, args, print};
use crate::rules::{Description, Setting, describe};
use crate::text::Problem;
use serde::Serialize;
use std::fmt::Write;

/// Says all of one rule.
pub(super) fn explain(typed: &args::Explain, world: &dyn World) -> Result<Status, Problem> {
    let mut desks = Desks::new(Wishes::new(&typed.desk), Voice::Normal, world);
    let desk = desks.here();
    let rule = desk.rules.rule(&typed.rule).map_err(|unknown| Problem::file("explain", unknown.to_string()))?;
    let description = describe(rule);
    let words = if typed.format == "json" { json(&description)? } else { page(&description) };
    print(&words, world)?;
    Ok(desks.trouble.status())
}

/// Lists the rules in force.
pub(super) fn list(typed: &args::Rules, world: &dyn World) -> Result<Status, Problem> {
    let mut desks = Desks::new(Wishes::new(&typed.desk), Voice::Normal, world);
    let rules = desks.here().rules.rules().iter().filter(|rule| rule.enabled);
    let descriptions: Vec<_> = rules.map(describe).collect();
    let words = if typed.format == "json" { json(&descriptions)? } else { lines(&descriptions) };
    print(&words, world)?;
    Ok(desks.trouble.status())
}

fn json(value: &impl Serialize) -> Result<String, Problem> {
    let json = serde_json::to_string_pretty(value).map_err(|error| Problem::file("-", error.to_string()))?;
    Ok(json + "\n")
}

/// A rule a line: name, severity, kind, home.
fn lines(rules: &[Description<'_>]) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let line = |rule: &Description<'_>| {
        format!("{:<width$}  {:<7}  {:<13}  {}\n", rule.id, rule.severity, rule.kind, rule.home)
    };
    rules.iter().map(line).collect()
}

/// All of a rule.
fn page(rule: &Description<'_>) -> String {
    let Description { id, kind, raised_when, severity, home, title, why, .. } = rule;
    let mut page = format!("{id}: {title}\n\n{why}\n\n{kind}, {severity}, {home}\nRaised when {raised_when}.\n");
    if !rule.settings.is_empty() {
        page.push_str("\nOptions\n");
    }
    for Setting { name, value, default, meaning } in rule.settings {
        // Writing into a string cannot fail.
        let _ = writeln!(page, "  {name} = {value} (by default {default}): {meaning}");
    }
    if !rule.examples.is_empty() {
        page.push_str("\nExamples\n");
    }
    for example in rule.examples {
        for text in example.drafts.iter().map(|draft| draft.text.trim()) {
            let _ = writeln!(page, "  {}", text.replace('\n', "\n  "));
        }
        let flagged: Vec<_> = example.expect.iter().map(String::as_str).collect();
        let flagged = if flagged.is_empty() { "nothing".to_owned() } else { flagged.join(", ") };
        let _ = writeln!(page, "    flagged: {flagged}");
    }
    page
}
