//! Reports of drafts that are on a [`Shelf`], written with some of them in memory at a time.

use super::output::Outputs;
use super::parts::stretches;
use super::shelf::Shelf;
use crate::extract::Draft;
use crate::report::{Count, Outcome, Parts, Summary, Writer};
use crate::rules::Finding;
use crate::text::Problem;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// How many findings are written with their drafts in memory.
const FINDINGS: usize = 256;

impl Outputs {
    /// Whether all of them are written finding by finding.
    pub(super) fn are_parted(&self) -> bool {
        self.open.iter().all(|output| matches!(output.writer, Writer::Parted(_)))
    }

    /// Writes an outcome whose drafts are on a shelf, and keeps all. About `room` bytes of drafts are held at once.
    ///
    /// # Errors
    /// Those of the system.
    pub(super) fn report_in_parts(mut self, outcome: &Outcome<'_>, store: &Shelf, room: usize) -> Result<(), Problem> {
        let (before, all) = store.counts();
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

/// Some findings with the drafts that they are about.
struct Part {
    drafts: Vec<Draft>,
    before: Vec<Count>,
    findings: Vec<Finding>,
}

impl Part {
    fn new(findings: &[Finding], store: &Shelf, before: &[Count]) -> Result<Self, Problem> {
        let mut findings = findings.to_vec();
        let of = |finding: &Finding| {
            let others = finding.claims.iter().map(|at| at.draft);
            others.chain([finding.draft]).collect::<Vec<_>>()
        };
        let places: Vec<usize> = findings.iter().flat_map(of).collect::<BTreeSet<_>>().into_iter().collect();
        let here = |draft: usize| places.partition_point(|place| *place < draft);
        for finding in &mut findings {
            finding.draft = here(finding.draft);
            finding.claims.iter_mut().for_each(|at| at.draft = here(at.draft));
        }
        let before = places.iter().map(|place| before[*place]).collect();
        Ok(Self { drafts: store.drafts(&places)?, before, findings })
    }

    fn outcome(&self) -> Outcome<'_> {
        let (drafts, findings, before) = (&self.drafts, &self.findings, Some(self.before.as_slice()));
        Outcome { drafts, before, findings, ..Outcome::default() }
    }
}
