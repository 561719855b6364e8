//! Rules as SARIF describes them.

use super::Message;
use super::result::level;
use super::text::at_most;
use crate::rules::{Description, Severity};
use serde::Serialize;

/// How many characters GitHub takes of a description.
const LIMIT: usize = 1024;

/// A rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor {
    id: String,
    short_description: Message,
    full_description: Message,
    help: Help,
    default_configuration: Configuration,
    properties: Properties,
}

impl Descriptor {
    /// A rule in force.
    pub(super) fn new(rule: &Description<'_>) -> Self {
        let paragraph = rule.why.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        let (why, when, id) = (rule.why, rule.raised_when, rule.id);
        let severity = Severity::named(rule.severity).unwrap_or(Severity::Warning);
        Self {
            id: rule.id.to_owned(),
            short_description: Message { text: at_most(LIMIT, rule.title) },
            full_description: Message { text: at_most(LIMIT, &paragraph) },
            help: Help {
                text: format!("{why}\n\nRaised when {when}."),
                markdown: format!("{why}\n\n**Raised when** {when}. `numerate explain {id}` has the rest."),
            },
            default_configuration: Configuration { level: level(severity) },
            properties: Properties { tags: [rule.kind.to_owned()], problem_severity: problem_severity(severity) },
        }
    }
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: [String; 1],
    #[serde(rename = "problem.severity")]
    problem_severity: &'static str,
}

/// The name that GitHub has for a severity.
const fn problem_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "recommendation",
    }
}
