//! `[[override]]`: what is otherwise for drafts at some paths.

use crate::rules::table::{Placed, Table};
use crate::rules::{Paths, Severity};

/// Severities that are others for some drafts, and rules that are not for them.
#[derive(Clone, Debug, Default)]
pub struct Override {
    /// Which drafts.
    pub paths: Paths,
    /// Severities, by rule id.
    pub severity: Vec<(Placed<String>, Severity)>,
    /// Ids of rules that are not for them.
    pub ignore: Vec<Placed<String>>,
}

impl Override {
    pub(super) fn shape(table: &mut Table<'_>) -> Self {
        if !table.has("paths") {
            table.complain("paths", "`paths` is missing, expected a list of globs".to_owned());
        }
        let globs = table.texts("paths");
        let (paths, wrong) = Paths::new(globs.iter().map(|glob| glob.value.as_str()));
        for (at, message) in wrong {
            table.complain_at(&globs[at], message);
        }
        let severity = table.within("severity", |levels| levels.choices(&Severity::ALL)).unwrap_or_default();
        Self { paths, severity, ignore: table.texts("ignore") }
    }

    /// The severity that it gives the findings of a rule.
    pub fn severity_of(&self, rule: &str) -> Option<Severity> {
        self.severity.iter().find(|(id, _)| id.value == rule).map(|(_, severity)| *severity)
    }

    /// Whether it puts a rule out of force.
    pub fn ignores(&self, rule: &str) -> bool {
        self.ignore.iter().any(|id| id.value == rule)
    }
}
