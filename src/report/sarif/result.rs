//! Findings and problems as SARIF's results and notifications.

use super::Message;
use super::line_hash::{LineHash, line_hashes};
use super::text::{message, uri};
use crate::report::location::{Location, others, path};
use crate::report::{Outcome, safe, words};
use crate::rules::{Finding, Severity};
use crate::text::{Column, Problem};
use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;

/// The findings of an outcome, made into results one by one as they are written.
pub(super) struct Results<'a>(pub(super) &'a Outcome<'a>);

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let by_draft = self.0.findings.chunk_by(|one, next| one.draft == next.draft);
        serializer.collect_seq(by_draft.flat_map(|findings| Self::of_draft(self.0, findings)))
    }
}

impl<'a> Results<'a> {
    fn of_draft(outcome: &'a Outcome<'a>, findings: &'a [Finding]) -> impl Iterator<Item = Reported<'a>> {
        let at = findings.first().and_then(|first| Location::of(outcome, first));
        let lines = at.map(|at| line_hashes(at.source())).unwrap_or_default();
        findings.iter().filter_map(move |finding| Reported::new(outcome, finding, &lines))
    }
}

/// One finding.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Reported<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    locations: [Place; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Place>,
    partial_fingerprints: Fingerprints<'a>,
    properties: Properties<'a>,
}

impl<'a> Reported<'a> {
    fn new(outcome: &'a Outcome<'a>, finding: &'a Finding, lines: &[LineHash]) -> Option<Self> {
        let at = Location::of(outcome, finding)?;
        let related = others(outcome, finding).zip(1..).map(|((at, claim), id)| {
            let message = Message { text: message(&words::claim(claim)) };
            Place { id: Some(id), message: Some(message), physical_location: Physical::new(at) }
        });
        Some(Self {
            rule_id: &finding.rule,
            rule_index: outcome.rules.keys().position(|rule| *rule == finding.rule),
            level: level(finding.severity),
            message: Message { text: linked(outcome, finding) },
            locations: [Place { id: None, message: None, physical_location: Physical::new(at) }],
            related_locations: related.collect(),
            partial_fingerprints: Fingerprints {
                ours: &finding.fingerprint,
                line: lines.get(at.start(Column::CodePoints).line - 1).map(ToString::to_string),
            },
            properties: Properties {
                kind: &finding.kind,
                evidence: finding.evidence.iter().map(|line| safe(line)).collect(),
            },
        })
    }
}

/// The finding's sentence, and a link to each claim that is somewhere else.
fn linked(outcome: &Outcome<'_>, finding: &Finding) -> String {
    let links = others(outcome, finding).zip(1..);
    let links: Vec<_> = links.map(|((at, _), id)| format!("[{}]({id})", message(&at.shown()))).collect();
    let sentence = message(&finding.message);
    if links.is_empty() { sentence } else { format!("{sentence}. See {}.", links.join(", ")) }
}

/// The level that stands for a severity.
pub(super) const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    physical_location: Physical,
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

impl Physical {
    fn new(at: Location<'_>) -> Self {
        let (start, end) = (at.start(Column::CodePoints), at.end(Column::CodePoints));
        let end = Some((end.line, end.column));
        Self { artifact_location: Artifact::new(&at.path()), region: Some(Region::new(start.line, start.column, end)) }
    }
}

#[derive(serde::Serialize)]
struct Artifact {
    uri: String,
}

impl Artifact {
    fn new(path: &str) -> Self {
        Self { uri: uri(path) }
    }
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

impl Region {
    fn new(start_line: usize, start_column: usize, end: Option<(usize, usize)>) -> Self {
        Self { start_line, start_column, end_line: end.map(|end| end.0), end_column: end.map(|end| end.1) }
    }
}

/// What tells that a finding is the same as one of an earlier run.
#[derive(serde::Serialize)]
struct Fingerprints<'a> {
    #[serde(rename = "numerate/v1")]
    ours: &'a str,
    #[serde(rename = "primaryLocationLineHash", skip_serializing_if = "Option::is_none")]
    line: Option<String>,
}

#[derive(serde::Serialize)]
struct Properties<'a> {
    kind: &'a str,
    evidence: Vec<Cow<'a, str>>,
}

/// One problem of the run.
#[derive(serde::Serialize)]
pub(super) struct Notification {
    level: &'static str,
    message: Message,
    locations: [Place; 1],
}

impl Notification {
    /// A problem, which keeps the run from being what was asked for.
    pub(super) fn new(problem: &Problem) -> Self {
        let region = problem.line.map(|line| Region::new(line, problem.column.unwrap_or(1), None));
        let at = Physical { artifact_location: Artifact::new(&path(&problem.path)), region };
        Self {
            level: "error",
            message: Message { text: message(&problem.message) },
            locations: [Place { id: None, message: None, physical_location: at }],
        }
    }
}
