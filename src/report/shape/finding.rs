//! The shapes of findings, problems and the summary.

use super::{Id, Stretch, place};
use crate::extract::Draft;
use crate::report::{Count, Outcome};
use crate::rules::{Finding, Severity};
use crate::text::Problem;
use serde::Serialize;

/// One finding.
#[derive(Debug, Serialize)]
pub(crate) struct FindingShape<'a> {
    pub(crate) rule: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) severity: &'a str,
    pub(crate) message: &'a str,
    pub(crate) claims: Vec<Id>,
    pub(crate) document: &'a str,
    pub(crate) span: Stretch,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) evidence: &'a [String],
    pub(crate) fingerprint: &'a str,
}

impl<'a> FindingShape<'a> {
    /// The findings of an outcome, in its order. One that points at no draft of it is left out.
    pub(crate) fn all(outcome: &Outcome<'a>) -> impl Iterator<Item = Self> {
        let counts: Vec<_> = Count::of(outcome).into_iter().map(|count| count.claims).collect();
        let drafts = outcome.drafts;
        outcome.findings.iter().filter_map(move |finding| Self::new(finding, drafts, &counts))
    }

    fn new(finding: &'a Finding, drafts: &'a [Draft], counts: &[usize]) -> Option<Self> {
        let document = &drafts.get(finding.draft)?.document;
        let place = place(document, finding.span);
        let id = |claim: &crate::compare::ClaimRef| Some(Id('c', counts.get(claim.draft)? + claim.claim + 1));
        Some(Self {
            rule: &finding.rule,
            kind: &finding.kind,
            severity: finding.severity.name(),
            message: &finding.message,
            claims: finding.claims.iter().filter_map(id).collect(),
            document: document.id(),
            span: Stretch::in_file(document, finding.span),
            line: place.line,
            column: place.column,
            evidence: &finding.evidence,
            fingerprint: &finding.fingerprint,
        })
    }
}

/// One problem.
#[derive(Debug, Serialize)]
pub(crate) struct ProblemShape<'a> {
    path: &'a str,
    pub(crate) line: Option<usize>,
    pub(crate) column: Option<usize>,
    pub(crate) message: &'a str,
}

impl<'a> ProblemShape<'a> {
    /// A problem of the run.
    pub(crate) fn new(problem: &'a Problem) -> Self {
        Self { path: &problem.path, line: problem.line, column: problem.column, message: &problem.message }
    }
}

/// How many of each.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Summary {
    documents: usize,
    pub(crate) claims: usize,
    findings: Severities,
    /// Findings that do not count, since the desk lives with them.
    suppressed: usize,
}

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Severities {
    /// Errors.
    pub(crate) error: usize,
    /// Warnings.
    pub(crate) warning: usize,
    /// Infos.
    pub(crate) info: usize,
}

impl Summary {
    /// Counts an outcome.
    pub(crate) fn new(outcome: &Outcome<'_>) -> Self {
        Self::of(outcome, outcome.count.unwrap_or_else(|| outcome.drafts.iter().fold(Count::default(), Count::past)))
    }

    /// The same of a run that had so many drafts and claims.
    pub(crate) fn of(outcome: &Outcome<'_>, count: Count) -> Self {
        Self {
            documents: count.documents,
            claims: count.claims,
            findings: Severities::new(outcome.findings),
            suppressed: outcome.suppressed.len(),
        }
    }
}

impl Severities {
    /// Counts findings.
    pub(crate) fn new(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self { error: count(Severity::Error), warning: count(Severity::Warning), info: count(Severity::Info) }
    }
}
