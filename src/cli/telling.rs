//! Reports of drafts that are on a [`Shelf`], written with some of them in memory at a time.

use super::output::Outputs;
use super::parts::stretches;
use super::shelf::Shelf;
use crate::extract::Draft;
use crate::report::{Count, Outcome, Parts, Summary, Writer};
use crate::rules::Finding;
use crate::text::Problem;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// How many findings are written with their drafts in memory.
const FINDINGS: usize = 256;

impl Outputs {
    /// Whether all of them are written finding by finding.
    pub(super) fn are_parted(&self) -> bool {
        self.open.iter().all(|output| matches!(output.writer, Writer::Parted(_)))
    }

    /// Whether all of them are of findings alone, and of no draft that has none.
    pub(super) fn are_of_findings(&self) -> bool {
        let is_of_findings =
            |output: &super::output::Output| parted(&output.writer).is_some_and(|parts| parts.passes.is_empty());
        self.open.iter().all(is_of_findings)
    }

    /// Writes an outcome whose drafts are on a shelf, and keeps all. About `room` bytes of drafts are held at once.
    ///
    /// # Errors
    /// Those of the system.
    pub(super) fn report_in_parts(mut self, outcome: &Outcome<'_>, store: &Shelf, room: usize) -> Result<(), Problem> {
        let (before, all) = outcome
            .before
            .zip(outcome.count)
            .map_or_else(|| store.counts(), |(before, count)| (before.to_vec(), count));
        self.each(|parts, out| (parts.head)(out))?;
        let passes = self.open.iter().map(|output| parted(&output.writer).map_or(0, |parts| parts.passes.len()));
        for number in 0..passes.max().unwrap_or(0) {
            self.pass(number, store, &before, room)?;
        }
        for (number, findings) in outcome.findings.chunks(FINDINGS).enumerate() {
            let part = Part::new(findings, store, &before)?;
            self.each(|parts, out| (parts.findings)(&part.outcome(), number * FINDINGS, out))?;
        }
        let summary = Summary::of(outcome, all);
        self.each(|parts, out| (parts.tail)(outcome, &summary, out))?;
        self.open.into_iter().try_for_each(super::output::Output::keep)
    }

    /// Writes what each report has of all drafts in the pass of that number.
    fn pass(&mut self, number: usize, store: &Shelf, before: &[Count], room: usize) -> Result<(), Problem> {
        let pass = |parts: Parts| parts.passes.get(number).copied();
        self.each(|parts, out| pass(parts).map_or(Ok(()), |pass| out.write_all(pass.head.as_bytes())))?;
        for places in stretches(store.kept.iter().map(|kept| kept.weight), room) {
            let drafts = store.drafts(&places.clone().collect::<Vec<_>>())?;
            let outcome = Outcome { drafts: &drafts, before: before.get(places), ..Outcome::default() };
            self.each(|parts, out| pass(parts).map_or(Ok(()), |pass| (pass.drafts)(&outcome, out)))?;
        }
        self.each(|parts, out| pass(parts).map_or(Ok(()), |pass| out.write_all(pass.tail.as_bytes())))
    }

    /// Writes something to each report.
    fn each(&mut self, write: impl Fn(Parts, &mut dyn Write) -> io::Result<()>) -> Result<(), Problem> {
        for output in &mut self.open {
            if let Some(parts) = parted(&output.writer) {
                output.put(|out| write(parts, out))?;
            }
        }
        Ok(())
    }
}

const fn parted(writer: &Writer) -> Option<Parts> {
    match writer {
        Writer::Parted(parts) => Some(*parts),
        _ => None,
    }
}

/// Some findings with the drafts that they are placed in.
struct Part {
    drafts: Vec<Draft>,
    /// What comes before each of them, and then before the others that the findings are about.
    before: Vec<Count>,
    findings: Vec<Finding>,
}

impl Part {
    fn new(findings: &[Finding], store: &Shelf, before: &[Count]) -> Result<Self, Problem> {
        let mut findings = findings.to_vec();
        let homes: BTreeSet<usize> = findings.iter().map(|finding| finding.draft).collect();
        let all = findings.iter().flat_map(|finding| finding.claims.iter().map(|at| at.draft));
        let others: BTreeSet<usize> = all.filter(|draft| !homes.contains(draft)).collect();
        let homes: Vec<usize> = homes.into_iter().collect();
        // Of drafts in which no finding is placed, no more is told than the numbers of their claims.
        let places: FxHashMap<usize, usize> = homes.iter().copied().chain(others.iter().copied()).zip(0..).collect();
        for finding in &mut findings {
            finding.draft = places[&finding.draft];
            finding.claims.iter_mut().for_each(|at| at.draft = places[&at.draft]);
        }
        let before = homes.iter().chain(&others).map(|place| before[*place]).collect();
        Ok(Self { drafts: store.drafts(&homes)?, before, findings })
    }

    fn outcome(&self) -> Outcome<'_> {
        let (drafts, findings, before) = (&self.drafts, &self.findings, Some(self.before.as_slice()));
        Outcome { drafts, before, findings, ..Outcome::default() }
    }
}
