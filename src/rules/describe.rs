//! What `explain` tells of a rule.

use super::KINDS;
use super::example::Example;
use super::option::Setting;
use super::rule::Rule;
use serde::Serialize;

/// All that an editor may want to know of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Description<'r> {
    /// What it is called.
    pub id: &'r str,
    /// The kind of its findings.
    pub kind: &'r str,
    /// When a finding of that kind is raised.
    pub raised_when: &'r str,
    /// `error`, `warning` or `info`.
    pub severity: &'r str,
    /// `built in`, or the path of its file.
    pub home: String,
    /// Whether it is in force.
    pub enabled: bool,
    /// What put it in force or out of force: the same as its home, or a place in settings.
    pub enabled_by: String,
    /// What gave it its severity.
    pub severity_by: String,
    /// The pack that its file makes of it and others.
    pub pack: Option<&'r str>,
    /// What it finds, in a few words.
    pub title: &'r str,
    /// Why an editor should care.
    pub why: &'r str,
    /// Its options as they stand, with their defaults.
    pub settings: &'r [Setting],
    /// What it must flag, and what it must not.
    pub examples: &'r [Example],
}

/// Describes a rule.
pub fn describe(rule: &Rule) -> Description<'_> {
    let kind = KINDS.iter().find(|kind| kind.name == rule.kind);
    Description {
        id: &rule.id,
        kind: rule.kind,
        raised_when: kind.map_or("", |kind| kind.summary),
        severity: rule.severity.name(),
        home: rule.home.to_string(),
        enabled: rule.enabled,
        enabled_by: rule.enabled_by.clone().unwrap_or_else(|| rule.home.to_string()),
        severity_by: rule.severity_by.clone().unwrap_or_else(|| rule.home.to_string()),
        pack: rule.pack.as_deref(),
        title: &rule.title,
        why: rule.why.trim(),
        settings: &rule.settings,
        examples: &rule.examples,
    }
}
