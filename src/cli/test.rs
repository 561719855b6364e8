//! `numerate test`: the examples of the rules, each run.

use super::desk::Desks;
use super::example::{outcomes, problem};
use super::excerpt::excerpt;
use super::plan::Voice;
use super::update::update;
use super::wishes::Wishes;
use super::world::World;
use super::{Status, args, print};
use crate::report::{TEST, Trial};
use crate::rules::Outcome;
use crate::text::Problem;

/// Runs the examples of all rules, or those in the files that were named.
pub(super) fn run(typed: &args::Test, world: &dyn World) -> Result<Status, Problem> {
    let mut wishes = Wishes::new(&typed.desk);
    wishes.rules.extend(typed.paths.iter().cloned());
    let mut desks = Desks::new(wishes, Voice::Normal, world);
    let number = desks.number("-");
    let mut outcomes = outcomes(desks.desk(number), |_, _| true);
    if !typed.paths.is_empty() {
        let named: Vec<_> = typed.paths.iter().flat_map(|path| world.files(path, &|_| true)).flatten().collect();
        outcomes.retain(|outcome| named.contains(&outcome.path));
    }
    let (updated, problems) = if typed.update { update(&outcomes, world) } else { Default::default() };
    desks.trouble.add(problems);
    let frame = |(at, outcome): (usize, &Outcome)| {
        problem(outcome).filter(|_| !updated.contains(&at)).and_then(|problem| excerpt(&problem, world))
    };
    let frames: Vec<_> = outcomes.iter().enumerate().map(frame).collect();
    let trial = Trial { outcomes: &outcomes, frames: &frames, updated: &updated, problems: desks.trouble.problems() };
    print(&written(&trial, &typed.format)?, world)?;
    let holds = |(at, outcome): (usize, &Outcome)| outcome.passed() || updated.contains(&at);
    Ok(match desks.trouble.status() {
        Status::Clean if !outcomes.iter().enumerate().all(holds) => Status::Found,
        status => status,
    })
}

fn written(trial: &Trial<'_>, format: &str) -> Result<String, Problem> {
    let mut out = Vec::new();
    let (_, write) = TEST.into_iter().find(|(name, _)| *name == format).unwrap_or(TEST[0]);
    write(trial, &mut out).map_err(|error| Problem::file("-", error.to_string()))?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}
