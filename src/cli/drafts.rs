//! Drafts read in batches, side by side, and handed on in order.

use super::desk::Desks;
use super::plan::{Plan, Voice};
use super::queue::{Content, Piece, Queue};
use super::world::World;
use crate::claim::Claim;
use crate::extract::Draft;
use crate::input::{self, Reader};
use crate::text::{Document, Problem};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// A draft, and the number of its desk.
pub(super) type Arrival = (usize, Draft);

/// What drafts are handed on to.
pub(super) trait Taker {
    /// Takes some drafts, and tells whether more are wanted.
    ///
    /// # Errors
    /// What keeps it from taking them.
    fn take(&mut self, drafts: Vec<Arrival>) -> Result<ControlFlow<()>, Problem>;

    /// Whether claims of a draft are wanted before all of it is read.
    fn wants_claims(&self) -> bool {
        false
    }

    /// Takes claims of a draft the rest of which is still to come, and tells whether that is wanted.
    ///
    /// # Errors
    /// What keeps it from taking them.
    fn take_claims(&mut self, _: &Document, _: &[Claim]) -> Result<ControlFlow<()>, Problem> {
        Ok(ControlFlow::Continue(()))
    }
}

impl<F: FnMut(Vec<Arrival>) -> Result<ControlFlow<()>, Problem>> Taker for F {
    fn take(&mut self, drafts: Vec<Arrival>) -> Result<ControlFlow<()>, Problem> {
        self(drafts)
    }
}

/// Reads all drafts of a plan, and hands them on in batches until the taker has enough.
///
/// # Errors
/// No thread could be started, or the taker failed.
pub(super) fn read(
    plan: &Plan,
    desks: &mut Desks<'_>,
    world: &dyn World,
    taker: &mut (impl Taker + Send),
) -> Result<(), Problem> {
    let read = side_by_side(plan, || read_all(plan, desks, world, taker));
    world.progress(None);
    read
}

/// Does something with as many threads as the plan allows.
///
/// # Errors
/// No thread could be started, or what was done failed.
pub(super) fn side_by_side<T: Send>(
    plan: &Plan,
    what: impl FnOnce() -> Result<T, Problem> + Send,
) -> Result<T, Problem> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(plan.jobs);
    // A run on one thread starts no other: memory is handed out quicker where there is but one. None can join two pools.
    let is_alone = plan.jobs == 1 && rayon::current_thread_index().is_none();
    let threads = if is_alone { threads.use_current_thread() } else { threads };
    threads.build().map_err(|error| Problem::file("--jobs", error.to_string()))?.install(what)
}

fn read_all(plan: &Plan, desks: &mut Desks<'_>, world: &dyn World, taker: &mut impl Taker) -> Result<(), Problem> {
    let mut queue = Queue::new(paths(plan, desks, world), plan.input, world);
    let mut count = 0;
    loop {
        let batch = queue.batch(desks);
        if batch.is_empty() {
            return Ok(());
        }
        let reader = DraftReader { plan, desks, world };
        let read: Vec<_> = if batch.len() == 1 && taker.wants_claims() {
            batch.into_iter().map(|piece| reader.in_parts(piece, taker)).collect::<Result<_, _>>()?
        } else {
            batch.into_par_iter().map(|piece| reader.arrivals(piece)).collect()
        };
        let (arrivals, problems): (Vec<_>, Vec<_>) = read.into_iter().flatten().partition(Result::is_ok);
        desks.trouble.add(problems.into_iter().filter_map(Result::err));
        count += arrivals.len();
        if plan.progress {
            world.progress(Some(count));
        }
        if taker.take(arrivals.into_iter().flatten().collect())?.is_break() {
            return Ok(());
        }
    }
}

/// The files to read, each once: those named, and in folders those whose ending tells a format.
fn paths(plan: &Plan, desks: &mut Desks<'_>, world: &dyn World) -> Vec<Result<String, Problem>> {
    let mut seen = BTreeSet::new();
    let mut paths = Vec::new();
    for typed in &plan.paths {
        let mut found = match typed.as_str() {
            "-" => vec![Ok(typed.clone())],
            _ => world.files(typed, &|file| input::by_path(file).is_some()),
        };
        found.retain(|path| match path {
            Ok(path) => (path == typed || !desks.exclude(path)) && seen.insert(path.clone()),
            Err(_) => true,
        });
        paths.extend(found);
    }
    paths
}

/// What it takes to make a draft of a piece.
#[derive(Clone, Copy)]
struct DraftReader<'r> {
    plan: &'r Plan,
    desks: &'r Desks<'r>,
    world: &'r dyn World,
}

impl DraftReader<'_> {
    /// The drafts of a piece: one, or as many as a file of lines holds.
    fn arrivals(self, piece: Piece) -> Vec<Result<Arrival, Problem>> {
        let Piece { desk, content } = piece;
        self.drafts(desk, self.documents(content))
    }

    fn drafts(self, desk: usize, documents: Vec<Result<Document, Problem>>) -> Vec<Result<Arrival, Problem>> {
        let read = |document| (desk, self.desks.desk(desk).read(self.dated(desk, document), self.plan.depth));
        documents.into_iter().map(|document| document.map(read)).collect()
    }

    /// The drafts of a piece beside which nothing else is read. If it is but one, however long, its claims are handed on
    /// as they are known, and what is left of it is the draft.
    fn in_parts(self, piece: Piece, taker: &mut impl Taker) -> Result<Vec<Result<Arrival, Problem>>, Problem> {
        let Piece { desk, content } = piece;
        let mut documents = self.documents(content);
        let only = if documents.len() == 1 { documents.pop_if(|only| only.is_ok()) } else { None };
        let Some(Ok(document)) = only else { return Ok(self.drafts(desk, documents)) };
        let mut outcome = Ok(());
        let draft = self.desks.desk(desk).read_in_parts(self.dated(desk, document), &mut |document, claims| {
            taker.take_claims(document, claims).unwrap_or_else(|problem| {
                outcome = Err(problem);
                ControlFlow::Break(())
            })
        });
        outcome.map(|()| vec![Ok((desk, draft))])
    }

    fn documents(self, content: Content) -> Vec<Result<Document, Problem>> {
        match content {
            Content::Wrong(problem) => vec![Err(problem)],
            Content::Bytes(path, bytes) => input::read(&path, bytes, self.plan.input),
            Content::Line(input, path, number, line) => match input.reader {
                Reader::Lines(read) => read(&path, number, &line).transpose().into_iter().collect(),
                Reader::Whole(read) => vec![read(&path, line)],
            },
            Content::File(path) => {
                self.tell(&path);
                let mut bytes = Vec::new();
                match self.world.open(&path).and_then(|mut file| file.read_to_end(&mut bytes)) {
                    Ok(_) => input::read(&path, bytes, self.plan.input),
                    Err(error) => vec![Err(Problem::file(path, error.to_string()))],
                }
            }
        }
    }

    fn tell(self, path: &str) {
        if self.plan.voice == Voice::Verbose {
            self.world.tell(&format!("reading {path}"));
        }
    }

    fn dated(self, desk: usize, mut document: Document) -> Document {
        document.date_if_undated(self.plan.date.or(self.desks.desk(desk).config.date));
        document
    }
}
