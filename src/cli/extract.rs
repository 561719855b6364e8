//! `numerate extract` and `numerate inspect`: drafts in, claims or pieces out, as soon as they are known.

use super::Status;
use super::args::{self, Reading};
use super::desk::Desks;
use super::drafts::{self, Arrival, Taker};
use super::output::Outputs;
use super::plan::Plan;
use super::wishes::Wishes;
use super::world::World;
use crate::claim::Claim;
use crate::extract::Depth;
use crate::report::{self, Format};
use crate::text::{Document, Problem};
use std::mem::ManuallyDrop;
use std::ops::ControlFlow;

/// Writes claims, as a table to be checked where that was asked for.
pub(super) fn claims(typed: &args::Extract, world: &dyn World) -> Result<Status, Problem> {
    if !typed.for_check {
        return run(&typed.reading, &typed.format, report::EXTRACT, Depth::Claims, world);
    }
    let formats = if typed.by_key { report::EXTRACT_BY_KEY } else { report::EXTRACT_FOR_CHECK };
    if typed.reading.output.is_empty() && !formats.iter().any(|format| format.name == typed.format) {
        let message =
            format!("a table for a check is not written as `{}`, expected `ndjson`, `csv` or `parquet`", typed.format);
        return Err(Problem::file("--format", message));
    }
    run(&typed.reading, &typed.format, formats, Depth::Comparable, world)
}

/// Writes drafts in one of `formats`.
pub(super) fn run(
    typed: &Reading,
    format: &str,
    formats: &'static [Format],
    depth: Depth,
    world: &dyn World,
) -> Result<Status, Problem> {
    let plan = Plan::new(typed, format, formats, depth, world)?;
    // The program ends behind this: to free its words one by one would take longer than to read a draft.
    let mut desks = ManuallyDrop::new(Desks::new(Wishes::new(&typed.desk), plan.voice, world));
    let mut outputs = Outputs::open(&plan, world)?;
    drafts::read(&plan, &mut desks, world, &mut outputs)?;
    outputs.finish(desks.trouble.problems())?;
    Ok(desks.trouble.status())
}

impl Taker for Outputs {
    fn take(&mut self, batch: Vec<Arrival>) -> Result<ControlFlow<()>, Problem> {
        self.drafts(batch.into_iter().map(|(_, draft)| draft).collect())?;
        self.flush()?;
        Ok(self.flow())
    }

    fn wants_claims(&self) -> bool {
        self.are_of_claims()
    }

    fn take_claims(&mut self, document: &Document, claims: &[Claim]) -> Result<ControlFlow<()>, Problem> {
        self.claims(document, claims)?;
        Ok(self.flow())
    }
}
