//! `numerate explain`: all of one rule.

use super::desk::Desks;
use super::plan::Voice;
use super::wishes::Wishes;
use super::world::World;
use super::{Status, args, json, print};
use crate::rules::{Description, Setting, describe};
use crate::text::Problem;
use std::fmt::Write;

/// Says all of one rule.
pub(super) fn run(typed: &args::Explain, world: &dyn World) -> Result<Status, Problem> {
    let mut desks = Desks::new(Wishes::new(&typed.desk), Voice::Normal, world);
    let desk = desks.here();
    let rule = desk.rules.rule(&typed.rule).map_err(|unknown| Problem::file("explain", unknown.to_string()))?;
    let description = describe(rule);
    let words = if typed.format == "json" { json(&description)? } else { page(&description) };
    print(&words, world)?;
    Ok(desks.trouble.status())
}

/// All of a rule.
fn page(rule: &Description<'_>) -> String {
    let Description { id, kind, raised_when, severity, home, title, why, .. } = rule;
    let mut page = format!("{id}: {title}\n\n{why}\n\n{kind}, {severity}, {home}\nRaised when {raised_when}.\n");
    if !rule.settings.is_empty() {
        page.push_str("\nOptions\n");
    }
    for Setting { name, value, default, meaning, line } in rule.settings {
        let place = line.map_or_else(String::new, |line| format!("; set at {home}:{line}"));
        // Writing into a string cannot fail.
        let _ = writeln!(page, "  {name} = {value} (by default {default}{place}): {meaning}");
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
