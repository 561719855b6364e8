//! What a rule says of a draft.

use crate::compare::ClaimRef;
use crate::text::Span;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Worth a look before publication.
    Warning,
    /// Wrong, or not to be published unexplained.
    Error,
}

impl Severity {
    /// All of them under the names that reports, rules and options use, the gravest first.
    pub const ALL: [(&'static str, Self); 3] =
        [("error", Self::Error), ("warning", Self::Warning), ("info", Self::Info)];

    /// The name that reports, rules and options use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The severity of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find_map(|(known, severity)| (known == name).then_some(severity))
    }
}

/// One thing that does not agree, with its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule.
    pub rule: String,
    /// The rule's kind: `conflict`, `revision`, `inconsistency` …
    pub kind: String,
    /// How much it matters.
    pub severity: Severity,
    /// One sentence for people, with both values and both sources.
    pub message: String,
    /// The claims it is about, the one that the message is placed at first; empty where it is about no claim.
    pub claims: Vec<ClaimRef>,
    /// The draft it is placed in, by its place in the run.
    pub draft: usize,
    /// Where it is placed, in that draft's text: the figure itself.
    pub span: Span,
    /// Why the claims are comparable and how they differ, a line each.
    pub evidence: Vec<String>,
    /// Stays the same when unrelated lines come or go.
    pub fingerprint: String,
}
