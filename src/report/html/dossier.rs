//! The outcome as the parts of the page read it: every claim with its place and its party, every finding with its claims.

use crate::claim::{Claim, Relation};
use crate::extract::Draft;
use crate::report::Outcome;
use crate::report::shape::{FindingShape, Id, place};
use crate::rules::Finding;
use crate::text::{Document, Position};
use std::collections::BTreeSet;

/// What the page is about.
pub(super) struct Dossier<'a> {
    /// All that the run found.
    pub(super) outcome: &'a Outcome<'a>,
    /// Who gives figures, in order of their names.
    pub(super) parties: Vec<String>,
    /// All claims, in the order of the report: the claim `c1` is the first.
    pub(super) figures: Vec<Figure<'a>>,
    /// All findings, in the order of the report.
    pub(super) disputes: Vec<Dispute<'a>>,
}

/// A claim, where it stands and whose it is.
#[derive(Clone, Copy)]
pub(super) struct Figure<'a> {
    /// Its name in the report.
    pub(super) id: Id,
    /// Its draft's place in the run.
    pub(super) draft: usize,
    /// Its draft.
    pub(super) document: &'a Document,
    /// The claim.
    pub(super) claim: &'a Claim,
    /// Its party's place among all of them.
    pub(super) party: usize,
}

/// A finding and its claims.
pub(super) struct Dispute<'a> {
    /// What reports say of it.
    pub(super) shape: FindingShape<'a>,
    /// The finding itself.
    pub(super) finding: &'a Finding,
    /// The draft that it is placed in.
    pub(super) document: &'a Document,
    /// Its claims.
    pub(super) figures: Vec<Figure<'a>>,
    /// Whether its figures are terms of one calculation, and no rivals.
    pub(super) calculated: bool,
}

impl<'a> Dossier<'a> {
    /// Reads an outcome.
    pub(super) fn new(outcome: &'a Outcome<'a>) -> Self {
        let parties = parties(outcome.drafts);
        let figures = figures(outcome.drafts, &parties);
        let placed = outcome.findings.iter().filter_map(|finding| Some((finding, outcome.drafts.get(finding.draft)?)));
        let disputes = placed.zip(FindingShape::all(outcome)).map(|((finding, draft), shape)| Dispute {
            figures: shape.claims.iter().filter_map(|id| figures.get(id.1 - 1).copied()).collect(),
            calculated: draft.relations.iter().any(|relation| ties(relation, finding)),
            document: &draft.document,
            shape,
            finding,
        });
        Self { disputes: disputes.collect(), outcome, parties, figures }
    }
}

impl Figure<'_> {
    /// The line and column of its number.
    pub(super) fn place(&self) -> Position {
        place(self.document, self.claim.quantity.span)
    }
}

impl Dispute<'_> {
    /// The parties that it is between.
    pub(super) fn parties(&self) -> BTreeSet<usize> {
        self.figures.iter().map(|figure| figure.party).collect()
    }

    /// The drafts that it is about.
    pub(super) fn drafts(&self) -> BTreeSet<usize> {
        self.figures.iter().map(|figure| figure.draft).chain([self.finding.draft]).collect()
    }
}

/// Who gives a claim's figure: its source or, where it has none, whoever publishes the draft.
fn party(claim: &Claim, document: &Document) -> String {
    match &claim.source {
        Some(source) => source.name.to_string(),
        None => format!("{} (own words)", document.outlet().unwrap_or(document.id())),
    }
}

fn parties(drafts: &[Draft]) -> Vec<String> {
    let named = drafts.iter().flat_map(|draft| draft.claims.iter().map(|claim| party(claim, &draft.document)));
    named.collect::<BTreeSet<_>>().into_iter().collect()
}

fn figures<'a>(drafts: &'a [Draft], parties: &[String]) -> Vec<Figure<'a>> {
    let claims =
        drafts.iter().enumerate().flat_map(|(at, draft)| draft.claims.iter().map(move |claim| (at, draft, claim)));
    let figures = claims.enumerate().map(|(number, (draft, of, claim))| Figure {
        id: Id('c', number + 1),
        draft,
        document: &of.document,
        claim,
        party: parties.binary_search(&party(claim, &of.document)).unwrap_or_default(),
    });
    figures.collect()
}

/// Whether a tie holds two or more of a finding's claims together.
fn ties(relation: &Relation, finding: &Finding) -> bool {
    let tied = relation.claims();
    let own = finding.claims.iter().filter(|at| at.draft == finding.draft && tied.contains(&at.claim));
    own.count() > 1
}
