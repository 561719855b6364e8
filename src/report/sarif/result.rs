//! Findings as SARIF's results.

use super::Message;
use super::line_hash::{LineHash, line_hashes};
use super::place::Place;
use super::text::message;
use crate::report::location::{Location, others};
use crate::report::{Outcome, Suppressed, safe, words};
use crate::rules::{Finding, Severity};
use crate::text::Column;
use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;

/// The findings of an outcome, made into results one by one as they are written.
pub(super) struct Results<'a>(pub(super) &'a Outcome<'a>);

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let outcome = self.0;
        let findings = outcome.findings.iter().map(|finding| (finding, None));
        let suppressed = outcome.suppressed.iter().filter(|_| outcome.show_suppressed);
        let suppressed = suppressed.map(|known| (&known.finding, Some(Suppression::new(known))));
        let mut lines = LinesOfDraft::default();
        let reported = findings.chain(suppressed).filter_map(|(finding, suppression)| {
            let suppressions = outcome.show_suppressed.then(|| suppression.into_iter().collect());
            Reported::new(outcome, finding, lines.hashes(outcome, finding), suppressions)
        });
        serializer.collect_seq(reported)
    }
}

/// The hashes of the lines of one draft, kept for its other findings.
#[derive(Default)]
struct LinesOfDraft {
    draft: Option<usize>,
    hashes: Vec<LineHash>,
}

impl LinesOfDraft {
    fn hashes(&mut self, outcome: &Outcome<'_>, finding: &Finding) -> &[LineHash] {
        if self.draft != Some(finding.draft) {
            self.draft = Some(finding.draft);
            self.hashes = Location::of(outcome, finding).map(|at| line_hashes(at.source())).unwrap_or_default();
        }
        &self.hashes
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
    /// There for all results or for none: without it, whether a result is suppressed is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressions: Option<Vec<Suppression>>,
    properties: Properties<'a>,
}

impl<'a> Reported<'a> {
    fn new(
        outcome: &Outcome<'a>,
        finding: &'a Finding,
        lines: &[LineHash],
        suppressions: Option<Vec<Suppression>>,
    ) -> Option<Self> {
        let at = Location::of(outcome, finding)?;
        let related = others(outcome, finding).zip(1..);
        let related = related.map(|((at, claim), id)| Place::new(at).related(id, &words::claim(claim)));
        Some(Self {
            rule_id: &finding.rule,
            rule_index: outcome.rules.keys().position(|rule| *rule == finding.rule),
            level: level(finding.severity),
            message: Message { text: linked(outcome, finding) },
            locations: [Place::new(at)],
            related_locations: related.collect(),
            partial_fingerprints: Fingerprints {
                ours: &finding.fingerprint,
                line: lines.get(at.start(Column::CodePoints).line - 1).map(ToString::to_string),
            },
            suppressions,
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

/// What tells that a finding is the same as one of an earlier run.
#[derive(serde::Serialize)]
struct Fingerprints<'a> {
    #[serde(rename = "numerate/v1")]
    ours: &'a str,
    #[serde(rename = "primaryLocationLineHash", skip_serializing_if = "Option::is_none")]
    line: Option<String>,
}

/// That a finding does not count, and why.
#[derive(serde::Serialize)]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    justification: Option<String>,
}

impl Suppression {
    fn new(known: &Suppressed) -> Self {
        let justification = known.reason.as_deref().map(|reason| safe(reason).into_owned());
        let kind = if known.in_draft { "inSource" } else { "external" };
        Self { kind, status: "accepted", justification }
    }
}

#[derive(serde::Serialize)]
struct Properties<'a> {
    kind: &'a str,
    evidence: Vec<Cow<'a, str>>,
}
