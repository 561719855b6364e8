//! What the command line asks for beyond a desk's own settings.

use super::args::{self, Level};
use crate::rules::{Ruleset, Severity};
use crate::text::Problem;

/// What the command line adds to every desk's settings.
#[derive(Clone, Debug, Default)]
pub(super) struct Wishes {
    pub(super) config: Option<String>,
    pub(super) rules: Vec<String>,
    pub(super) select: Vec<String>,
    pub(super) ignore: Vec<String>,
    pub(super) severity: Vec<Level>,
}

impl Wishes {
    pub(super) fn new(typed: &args::Desk) -> Self {
        Self { config: typed.config.clone(), rules: typed.rules.clone(), ..Self::default() }
    }

    /// Puts the options of the command line to the rules. Returns a problem for each id that no rule has.
    pub(super) fn apply(&self, rules: &mut Ruleset) -> Vec<Problem> {
        let severity = self.severity.iter().map(|level| ("--severity", &level.rule));
        let select = self.select.iter().map(|id| ("--select", id));
        let named = select.chain(self.ignore.iter().map(|id| ("--ignore", id))).chain(severity);
        let problem = |(option, id): (&str, &String)| {
            let unknown = rules.rule(id).err().filter(|_| !rules.knows(id))?;
            Some(Problem::file(option, unknown.to_string()))
        };
        let problems = named.filter_map(problem).collect();
        if !self.select.is_empty() {
            rules.select(&self.select, "--select");
        }
        rules.ignore(&self.ignore, "--ignore");
        for Level { rule, severity, .. } in self.severity.iter().filter(|level| level.paths.is_none()) {
            rules.set_severity(rule, *severity, "--severity");
        }
        problems
    }

    /// The severity that the command line gives the findings of a rule in a draft at some path.
    pub(super) fn severity_of(&self, rule: &str, path: &str) -> Option<Severity> {
        let fits = |level: &&Level| level.rule == rule && level.paths.as_ref().is_none_or(|paths| paths.fit(path));
        self.severity.iter().rev().find(fits).map(|level| level.severity)
    }
}
