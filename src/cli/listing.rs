//! `numerate rules`: what is in force, what could be, and where each setting comes from.

use super::desk::{Desk, Desks};
use super::plan::Voice;
use super::wishes::Wishes;
use super::world::World;
use super::{Status, args, json, print};
use crate::config::Config;
use crate::rules::{Description, Pack, describe};
use crate::text::Problem;
use serde::Serialize;

/// Lists the rules in force, the packs, and the settings.
pub(super) fn run(typed: &args::Rules, world: &dyn World) -> Result<Status, Problem> {
    let mut desks = Desks::new(Wishes::new(&typed.desk), Voice::Normal, world);
    let desk = desks.here();
    let rules: Vec<_> = desk.rules.rules().iter().filter(|rule| rule.enabled).map(describe).collect();
    let packs: Vec<_> = desk.rules.packs().iter().map(|pack| PackShape::new(pack, desk)).collect();
    let settings = settings(&desk.settings.all());
    let words = match (typed.format == "json", typed.packs, typed.settings) {
        (true, true, _) => json(&packs)?,
        (true, _, true) => json(&settings)?,
        (true, ..) => json(&rules)?,
        (false, true, _) => pack_lines(&packs),
        (false, _, true) => setting_lines(&settings),
        (false, ..) => whole(&rules, &packs, &settings),
    };
    print(&words, world)?;
    Ok(desks.trouble.status())
}

/// A pack, as the list shows it.
#[derive(Serialize)]
struct PackShape<'d> {
    name: &'d str,
    title: &'d str,
    in_force: bool,
    home: String,
    /// The ids of its rules.
    rules: &'d [String],
}

impl<'d> PackShape<'d> {
    fn new(pack: &'d Pack, desk: &Desk) -> Self {
        let in_force = desk.rules.is_in_force(&pack.name);
        Self { name: &pack.name, title: &pack.title, in_force, home: pack.home.to_string(), rules: &pack.ids }
    }
}

/// A setting that a file makes.
#[derive(Serialize)]
struct SettingShape<'d> {
    key: &'d str,
    value: &'d str,
    path: &'d str,
    line: usize,
    column: usize,
    /// Whether no later file sets it anew; lists of several files stand together.
    in_force: bool,
}

/// Single values, of which the latest holds.
const SINGLE: [&str; 3] = ["fail_on", "min_severity", "date"];

fn settings<'d>(files: &[&'d Config]) -> Vec<SettingShape<'d>> {
    let all = files.iter().flat_map(|file| file.entries.iter().map(|entry| (file.path.as_str(), entry)));
    let mut shapes: Vec<SettingShape<'d>> = Vec::new();
    for (path, entry) in all {
        let is_single = SINGLE.contains(&entry.key.as_str()) || entry.key.starts_with("severity.");
        let earlier = shapes.iter_mut().filter(|known| is_single && known.key == entry.key);
        earlier.for_each(|known| known.in_force = false);
        let (line, column) = (entry.line, entry.column);
        shapes.push(SettingShape { key: &entry.key, value: &entry.value, path, line, column, in_force: true });
    }
    shapes
}

fn whole(rules: &[Description<'_>], packs: &[PackShape<'_>], settings: &[SettingShape<'_>]) -> String {
    let mut words = format!("{}\nPacks\n{}", rule_lines(rules), pack_lines(packs));
    if !settings.is_empty() {
        words += "\nSettings\n";
        words += &setting_lines(settings);
    }
    words
}

/// A rule a line: name, severity, kind, home, and what else made it so.
fn rule_lines(rules: &[Description<'_>]) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let line = |rule: &Description<'_>| {
        let by = |what: &str, by: &str| if by == rule.home { String::new() } else { format!("  {what} by {by}") };
        let (force, severity) = (by("in force", &rule.enabled_by), by("severity", &rule.severity_by));
        format!("{:<width$}  {:<7}  {:<13}  {}{force}{severity}\n", rule.id, rule.severity, rule.kind, rule.home)
    };
    rules.iter().map(line).collect()
}

/// A pack a line: name, whether it is in force, home, title.
fn pack_lines(packs: &[PackShape<'_>]) -> String {
    let width = packs.iter().map(|pack| pack.name.len()).max().unwrap_or_default();
    let line = |pack: &PackShape<'_>| {
        let state = if pack.in_force { "in force" } else { "available" };
        format!("{:<width$}  {state:<9}  {}  {}\n", pack.name, pack.home, pack.title)
    };
    packs.iter().map(line).collect()
}

/// A setting a line: where it stands, key, value.
fn setting_lines(settings: &[SettingShape<'_>]) -> String {
    let line = |setting: &SettingShape<'_>| {
        let SettingShape { key, value, path, line, column, in_force } = setting;
        let over = if *in_force { "" } else { "  (set anew below)" };
        format!("{path}:{line}:{column}  {key} = {value}{over}\n")
    };
    settings.iter().map(line).collect()
}
