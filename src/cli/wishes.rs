//! What the command line asks for beyond a desk's own settings.

use super::args;
use crate::rules::{Ruleset, Severity};
use crate::text::Problem;

/// What the command line adds to every desk's settings.
#[derive(Clone, Debug, Default)]
pub(super) struct Wishes {
    pub(super) config: Option<String>,
    pub(super) rules: Vec<String>,
    pub(super) select: Vec<String>,
    pub(super) ignore: Vec<String>,
    pub(super) severity: Vec<(String, Severity)>,
}

impl Wishes {
    pub(super) fn new(typed: &args::Desk) -> Self {
        Self { config: typed.config.clone(), rules: typed.rules.clone(), ..Self::default() }
    }

    /// Puts the options of the command line to the rules. Returns a problem for each id that no rule has.
    pub(super) fn apply(&self, rules: &mut Ruleset) -> Vec<Problem> {
        let severity = self.severity.iter().map(|(id, _)| ("--severity", id));
        let select = self.select.iter().map(|id| ("--select", id));
        let named = select.chain(self.ignore.iter().map(|id| ("--ignore", id))).chain(severity);
        let problem = |(option, id): (&str, &String)| Some(Problem::file(option, rules.rule(id).err()?.to_string()));
        let problems = named.filter_map(problem).collect();
        if !self.select.is_empty() {
            rules.select(&self.select);
        }
        rules.ignore(&self.ignore);
        for (id, severity) in &self.severity {
            rules.set_severity(id, *severity);
        }
        problems
    }
}
