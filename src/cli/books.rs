//! A desk's books: ledgers and rates of exchange, opened and read.

use super::args;
use super::desk::Desks;
use super::extended::Named;
use super::world::World;
use crate::rules::{Books, Ledger, Rates};
use crate::text::Problem;

/// The books of each desk but so many first ones: those named on the command line, and its own. What is wrong with them is told once.
pub(super) fn read(typed: &args::Check, known: usize, desks: &mut Desks<'_>, world: &dyn World) -> Vec<Books> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut tell = |found: Vec<Problem>| {
        for problem in found {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
    };
    let mut books = Vec::new();
    for desk in &desks.all()[known..] {
        let own = desk.config.ledgers.iter().map(|path| Named::listed(&desk.config, path));
        let mut ledger = Ledger::default();
        for named in typed.ledger.iter().map(|path| Named::typed(path)).chain(own) {
            tell(open(&named, world, |file| ledger.add(&named.path, file, &desk.lexicon)));
        }
        let own = desk.config.rates.as_ref().map(|path| Named::listed(&desk.config, path));
        let mut rates = Rates::default();
        if let Some(named) = typed.rates.as_deref().map(Named::typed).or(own) {
            tell(open(&named, world, |file| rates.add(&named.path, file, &desk.lexicon)));
        }
        books.push(Books { ledger, rates });
    }
    desks.trouble.add(problems);
    books
}

fn open(
    named: &Named,
    world: &dyn World,
    add: impl FnOnce(Box<dyn std::io::Read + Send>) -> Vec<Problem>,
) -> Vec<Problem> {
    match world.open(&named.path) {
        Ok(file) => add(file),
        Err(error) => vec![named.problem(Problem::file(&named.path, error.to_string()))],
    }
}
