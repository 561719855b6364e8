//! Where findings and their claims stand, as the programs that take reports want it told.

use super::Outcome;
use crate::claim::Claim;
use crate::rules::Finding;
use crate::text::{Column, Document, Position, Span};

/// A stretch of a draft.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Location<'a> {
    document: &'a Document,
    span: Span,
}

impl<'a> Location<'a> {
    /// Where a finding is placed; `None` where its draft is not part of the outcome.
    pub(crate) fn of(outcome: &Outcome<'a>, finding: &Finding) -> Option<Self> {
        let document = &outcome.drafts.get(finding.draft)?.document;
        Some(Self { document, span: finding.span })
    }

    /// The file, as [`path`] has it.
    pub(crate) fn path(self) -> String {
        path(self.document.id())
    }

    /// The decoded file.
    pub(crate) fn source(self) -> &'a str {
        self.document.source()
    }

    /// The line and column of its first character, both from 1.
    pub(crate) fn start(self, column: Column) -> Position {
        self.document.position(self.span, column)
    }

    /// The line and column just past its last character, both from 1.
    pub(crate) fn end(self, column: Column) -> Position {
        self.document.end_position(self.span, column)
    }

    /// `drafts/a.md:3:14`, for people, with the column in code points.
    pub(crate) fn shown(self) -> String {
        let Position { line, column } = self.start(Column::CodePoints);
        format!("{}:{line}:{column}", self.path())
    }
}

/// A path as repositories name their files: relative to where the run began, with forward slashes, without `./`.
pub(crate) fn path(named: &str) -> String {
    let named = named.replace(std::path::MAIN_SEPARATOR, "/");
    named.trim_start_matches("./").to_owned()
}

/// The claim that a finding is placed at, where it is placed at one.
pub(crate) fn own<'a>(outcome: &Outcome<'a>, finding: &Finding) -> Option<&'a Claim> {
    let claims = &outcome.drafts.get(finding.draft)?.claims;
    let own = finding.claims.iter().filter(|at| at.draft == finding.draft).filter_map(|at| claims.get(at.claim));
    own.into_iter().find(|claim| claim.quantity.span == finding.span)
}

/// The claims that a finding is about besides the one that it is placed at, and where their figures stand.
pub(crate) fn others<'a>(
    outcome: &Outcome<'a>,
    finding: &'a Finding,
) -> impl Iterator<Item = (Location<'a>, &'a Claim)> + use<'a> {
    let drafts = outcome.drafts;
    finding.claims.iter().filter_map(move |at| {
        let draft = drafts.get(at.draft)?;
        let claim = draft.claims.get(at.claim)?;
        let span = claim.quantity.span;
        let is_other = (at.draft, span) != (finding.draft, finding.span);
        is_other.then_some((Location { document: &draft.document, span }, claim))
    })
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn paths_are_those_of_a_repository() {
        for (named, expected) in [("./a/b.md", "a/b.md"), ("a/./b.md", "a/./b.md"), ("../b.md", "../b.md"), ("-", "-")]
        {
            assert_eq!(path(named), expected);
        }
    }
}
