//! A desk's books: ledgers and rates of exchange, opened and read.

use super::args;
use super::desk::{Desks, beside};
use super::world::World;
use crate::rules::{Books, Ledger, Rates};
use crate::text::Problem;
use std::path::Path;

/// The books of each desk: those named on the command line, and its own. What is wrong with them is told once.
pub(super) fn read(typed: &args::Check, desks: &mut Desks<'_>, world: &dyn World) -> Vec<Books> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut tell = |found: Vec<Problem>| {
        for problem in found {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
    };
    let mut books = Vec::new();
    for desk in desks.all() {
        let folder = Path::new(&desk.config.path).parent().unwrap_or(Path::new("")).to_string_lossy().into_owned();
        let own = desk.config.ledgers.iter().map(|path| beside(&folder, &path.value));
        let mut ledger = Ledger::default();
        for path in typed.ledger.iter().cloned().chain(own) {
            tell(open(&path, world, |file| ledger.add(&path, file, &desk.lexicon)));
        }
        let own = desk.config.rates.as_ref().map(|path| beside(&folder, &path.value));
        let mut rates = Rates::default();
        if let Some(path) = typed.rates.clone().or(own) {
            tell(open(&path, world, |file| rates.add(&path, file, &desk.lexicon)));
        }
        books.push(Books { ledger, rates });
    }
    desks.trouble.add(problems);
    books
}

fn open(
    path: &str,
    world: &dyn World,
    add: impl FnOnce(Box<dyn std::io::Read + Send>) -> Vec<Problem>,
) -> Vec<Problem> {
    match world.open(path) {
        Ok(file) => add(file),
        Err(error) => vec![Problem::file(path, error.to_string())],
    }
}
