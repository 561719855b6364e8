//! Ledgers: opened, and read for the desk of the drafts.

use super::desk::Desks;
use super::world::World;
use crate::rules::Ledger;
use crate::text::Problem;

/// The rows of all ledgers that were named, read with the words of a desk; what is wrong with them is told.
pub(super) fn read(paths: &[String], desk: usize, desks: &mut Desks<'_>, world: &dyn World) -> Ledger {
    let mut ledger = Ledger::default();
    for path in paths {
        let problems = match world.open(path) {
            Ok(file) => ledger.add(path, file, &desks.desk(desk).lexicon),
            Err(error) => vec![Problem::file(path, error.to_string())],
        };
        desks.trouble.add(problems);
    }
    ledger
}
