//! `numerate compare`: two places in drafts in, the facets of the two claims there and the verdict out.

use super::args::{self, Place};
use super::desk::Desks;
use super::plan::{Plan, Voice};
use super::wishes::Wishes;
use super::world::World;
use super::{Colour, Status, drafts, json, print};
use crate::compare::{ClaimRef, verdict};
use crate::extract::{Depth, Draft};
use crate::report::Comparison;
use crate::text::{Column, Problem};
use std::ops::ControlFlow;

/// Says how the claims at two places stand to each other.
pub(super) fn run(typed: &args::Compare, world: &dyn World) -> Result<Status, Problem> {
    let mut desks = Desks::new(Wishes::new(&typed.desk), Voice::Normal, world);
    let (first, second) = (&typed.first, &typed.second);
    let mut read = drafts_of(typed, &first.path, &mut desks, world)?;
    let own = read.len();
    if second.path != first.path {
        read.extend(drafts_of(typed, &second.path, &mut desks, world)?);
    }
    let rest = if second.path == first.path { 0 } else { own };
    let claims = [claim_at(&read[..own], 0, first)?, claim_at(&read[rest..], rest, second)?];
    let verdict = verdict(&read, claims[0], claims[1]);
    let comparison = Comparison { drafts: &read, claims, verdict: &verdict };
    print(&if typed.format == "json" { json(&comparison.json())? } else { comparison.text() }, world)?;
    Ok(desks.trouble.status())
}

/// The drafts of one file.
fn drafts_of(
    typed: &args::Compare,
    path: &str,
    desks: &mut Desks<'_>,
    world: &dyn World,
) -> Result<Vec<Draft>, Problem> {
    let plan = Plan {
        paths: vec![path.to_owned()],
        input: None,
        date: typed.date,
        depth: Depth::Comparable,
        memory: usize::MAX,
        jobs: 1,
        targets: Vec::new(),
        formats: &[],
        colour: Colour::Never,
        voice: Voice::Normal,
        progress: false,
    };
    let mut all = Vec::new();
    drafts::read(&plan, desks, world, &mut |batch: Vec<drafts::Arrival>| {
        all.extend(batch.into_iter().map(|(_, draft)| draft));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(all)
}

/// The claim whose figure stands at a place: on the line, and nearest to the column where one is given.
fn claim_at(drafts: &[Draft], before: usize, place: &Place) -> Result<ClaimRef, Problem> {
    let on_line = drafts.iter().enumerate().flat_map(|(draft, read)| {
        let columns = read.claims.iter().enumerate().filter_map(move |(claim, one)| {
            let at = read.document.position(one.quantity.span, Column::CodePoints);
            (at.line == place.line).then_some((at.column, claim))
        });
        columns.map(move |(column, claim)| (column, ClaimRef { draft: before + draft, claim }))
    });
    let nearest = on_line.min_by_key(|(column, _)| column.abs_diff(place.column.unwrap_or(1)));
    nearest.map(|(_, claim)| claim).ok_or_else(|| Problem {
        path: place.path.clone(),
        line: Some(place.line),
        column: place.column,
        message: "no figure stands on this line".to_owned(),
    })
}
