//! One rule: a TOML file as written, read into a rule that is ready to run.

use super::KINDS;
use super::declare::Declared;
use super::example::Example;
use super::finding::Severity;
use super::kind::{Check, Kind};
use super::option::{Options, Setting};
use super::pack::Pack;
use super::paths::Paths;
use super::table::{self, Placed, Table};
use super::vocabulary::Wanted;
use crate::text::Problem;
use std::fmt;
use std::sync::Arc;

/// A rule, ready to run.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What it is called in reports, options and settings: lower case, words joined by `-`.
    pub id: String,
    /// The kind of its findings.
    pub kind: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// What it finds, in a few words.
    pub title: String,
    /// Why an editor should care.
    pub why: String,
    /// Where it comes from.
    pub home: Home,
    /// Whether it is in force; `enabled = false` in its file keeps it out until the desk asks for it.
    pub enabled: bool,
    /// The pack that its file makes of it and others.
    pub pack: Option<String>,
    /// What put it in force or out of force, where that was not its own file: `numerate.toml:3:12`.
    pub enabled_by: Option<String>,
    /// What gave it its severity, where that was not its own file.
    pub severity_by: Option<String>,
    /// Its options as they stand.
    pub settings: Vec<Setting>,
    /// What it must flag, and what it must not.
    pub examples: Vec<Example>,
    /// The words that it goes by and that the lexicon must know.
    pub(super) wanted: Vec<Wanted>,
    /// The paths of the drafts that it is for; all where `None`.
    pub(super) paths: Option<Paths>,
    /// How it looks at drafts.
    pub(super) check: Arc<dyn Check>,
}

impl Rule {
    /// Puts it in force or out of it, where it is not so already.
    pub(super) fn switch(&mut self, enabled: bool, by: &str) {
        if self.enabled != enabled {
            self.enabled_by = Some(by.to_owned());
        }
        self.enabled = enabled;
    }

    /// Whether it is for a draft.
    pub(super) fn is_for(&self, path: &str) -> bool {
        self.paths.as_ref().is_none_or(|paths| paths.fit(path))
    }
}

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// The program carries it.
    BuiltIn,
    /// The file at this path, as the user named it.
    File(String),
}

impl Home {
    /// Whether it is the file at a path.
    pub fn is_file(&self, path: &str) -> bool {
        matches!(self, Self::File(file) if file == path)
    }
}

impl fmt::Display for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BuiltIn => "built in",
            Self::File(path) => path,
        })
    }
}

/// A rule as a file gives it, and where it names its id.
#[derive(Debug)]
pub(super) struct Located {
    pub(super) rule: Rule,
    /// Where the id stands: line and column, 1-based.
    pub(super) place: (usize, usize),
}

/// What a file holds: one rule, a pack of them, and what it declares.
#[derive(Debug, Default)]
pub(super) struct RuleFile {
    pub(super) rules: Vec<Located>,
    /// What the file calls its rules together.
    pub(super) pack: Option<Pack>,
    pub(super) declared: Declared,
}

/// Keys of a rule that a file of mere declarations has none of.
const OWN_KEYS: [&str; 5] = ["id", "kind", "title", "why", "when"];

/// Whether a file holds rules or what they go by, rather than settings.
pub(crate) fn is_rule_file(table: &Table<'_>) -> bool {
    table.has("pack") || Declared::is_in(table) || OWN_KEYS.iter().any(|key| table.has(key))
}

/// Reads a rule file: one rule, or `pack` and its rules, or declarations alone. Returns what could be read, and all that
/// is wrong with the file, each at its place.
pub(super) fn read(path: &str, text: &str, home: &Home) -> (Option<RuleFile>, Vec<Problem>) {
    table::read_all(path, text, |table| {
        let mut file = RuleFile::default();
        if table.has("pack") {
            let Placed { value: name, line, column } = table.required_text("pack");
            let title = table.required_text("title").value;
            let includes = table.texts("includes");
            file.rules = table.each("rule", |table| shape(path, table, home)).into_iter().flatten().collect();
            file.rules.iter_mut().for_each(|located| located.rule.pack = Some(name.clone()));
            let own = file.rules.iter().map(|located| located.rule.id.clone());
            let ids = includes.iter().map(|id| id.value.clone()).chain(own).collect();
            file.pack = Some(Pack { name, title, home: home.clone(), ids, place: (line, column), includes });
        } else if !Declared::is_in(table) || OWN_KEYS.iter().any(|key| table.has(key)) {
            file.rules = shape(path, table, home).into_iter().collect();
        }
        file.declared = Declared::shape(table, home);
        file.declared.pack = file.pack.as_ref().map(|pack| pack.name.clone());
        Some(file)
    })
}

fn shape(path: &str, table: &mut Table<'_>, home: &Home) -> Option<Located> {
    let id = identifier(table);
    let severity = table.choice("severity", &Severity::ALL).unwrap_or(Severity::Warning);
    let title = table.required_text("title").value;
    let why = table.required_text("why").value;
    let enabled = table.flag("enabled").unwrap_or(true);
    let is_file = matches!(home, Home::File(_));
    let examples = table.each("example", |example| {
        let example = Example::shape(path, example);
        Example { expect_at: example.expect_at.filter(|_| is_file), ..example }
    });
    let kind = kind(table)?;
    let mut options = Options::new(table);
    let check = (kind.read)(&mut options);
    let paths = options.globs("paths", "the drafts that it is for, as globs: `sport/**`");
    let (settings, wanted) = options.into_parts();
    let place = (id.line, id.column);
    let rule = Rule {
        id: id.value,
        kind: kind.name,
        severity,
        title,
        why,
        home: home.clone(),
        enabled,
        pack: None,
        enabled_by: None,
        severity_by: None,
        settings,
        examples,
        wanted,
        paths,
        check,
    };
    Some(Located { rule, place })
}

/// The `id` of a rule or a measure.
pub(super) fn identifier(table: &mut Table<'_>) -> Placed<String> {
    let id = table.required_text("id");
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if !id.value.chars().all(fits) {
        table.complain("id", format!("`id` is `{}`, expected lower-case letters, digits and `-`", id.value));
    }
    id
}

fn kind(table: &mut Table<'_>) -> Option<Kind> {
    let kinds: Vec<_> = KINDS.iter().map(|kind| (kind.name, *kind)).collect();
    if !table.has("kind") {
        let names: Vec<_> = kinds.iter().map(|(name, _)| format!("`{name}`")).collect();
        table.complain("kind", format!("`kind` is missing, expected one of {}", names.join(", ")));
    }
    let kind = table.choice("kind", &kinds);
    if kind.is_none() {
        table.excuse_the_rest();
    }
    kind
}
