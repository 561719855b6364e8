//! Claims tables read in place of drafts.

use super::desk::Desks;
use super::drafts::{self, Arrival};
use super::plan::{Plan, Voice};
use super::world::World;
use crate::extract::Draft;
use crate::input::{self, Reader};
use crate::report::{Gathering, Row, Rows};
use crate::text::Problem;
use rayon::prelude::*;
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;

/// How many bytes of a table are read in one go, unless a line is longer.
const BYTES: usize = 1 << 22;

/// Reads the drafts of some tables, and hands them on in batches until `take` has enough.
///
/// # Errors
/// No thread could be started, or `take` failed.
pub(super) fn read(
    tables: &[String],
    plan: &Plan,
    desks: &mut Desks<'_>,
    world: &dyn World,
    mut take: impl FnMut(Vec<Arrival>) -> Result<ControlFlow<()>, Problem> + Send,
) -> Result<(), Problem> {
    drafts::side_by_side(plan, || {
        for path in tables {
            if plan.voice == Voice::Verbose {
                world.tell(&format!("reading {path}"));
            }
            match Table::open(path, world) {
                Ok(mut table) => table.read(desks, &mut take)?,
                Err(problem) => desks.trouble.add([problem]),
            }
        }
        Ok(())
    })
}

/// A table that is being read.
struct Table<'p> {
    path: &'p str,
    file: BufReader<Box<dyn Read + Send>>,
    /// How many lines were read.
    number: usize,
    /// How its rows are written, once its first line is known.
    rows: Option<Rows>,
    /// The rows of the draft whose rows are coming.
    open: Option<Gathering>,
    /// Whether a row of that draft was wrong: the others then make no draft.
    is_spoilt: bool,
}

/// A line, and its 1-based number.
type Line = (usize, Vec<u8>);

impl<'p> Table<'p> {
    fn open(path: &'p str, world: &dyn World) -> Result<Self, Problem> {
        let file = world.open(path).map_err(|error| Problem::file(path, error.to_string()))?;
        let file = BufReader::with_capacity(BYTES, file);
        Ok(Self { path, file, number: 0, rows: None, open: None, is_spoilt: false })
    }

    fn read(
        &mut self,
        desks: &mut Desks<'_>,
        take: &mut impl FnMut(Vec<Arrival>) -> Result<ControlFlow<()>, Problem>,
    ) -> Result<(), Problem> {
        loop {
            let lines = self.lines(desks);
            let is_end = lines.is_empty();
            let mut drafts = self.gather(&lines, desks);
            drafts.extend(self.open.take_if(|_| is_end).filter(|_| !self.is_spoilt));
            let path = self.path;
            let made: Vec<_> = drafts.into_par_iter().map(|rows| rows.into_draft(path)).collect();
            let (drafts, problems): (Vec<_>, Vec<_>) = made.into_iter().partition(Result::is_ok);
            desks.trouble.add(problems.into_iter().filter_map(Result::err));
            let drafts = drafts.into_iter().flatten();
            let arrivals = drafts.map(|draft| (desks.number(self.home(&draft)), draft)).collect();
            if take(arrivals)?.is_break() || is_end {
                return Ok(());
            }
        }
    }

    /// The next lines; none at the end.
    fn lines(&mut self, desks: &mut Desks<'_>) -> Vec<Line> {
        let (mut lines, mut size) = (Vec::new(), 0);
        while size < BYTES {
            let mut line = Vec::new();
            match self.file.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(read) => size += read,
                Err(error) => {
                    desks.trouble.add([Problem::file(self.path, error.to_string())]);
                    break;
                }
            }
            self.number += 1;
            lines.push((self.number, line));
        }
        lines
    }

    /// The rows of those drafts that are whole with these lines.
    fn gather(&mut self, lines: &[Line], desks: &mut Desks<'_>) -> Vec<Gathering> {
        let path = self.path;
        let rows = match (self.rows.take(), lines.first()) {
            (Some(rows), _) => rows,
            (None, None) => return Vec::new(),
            (None, Some((_, first))) => match Rows::of(path, first) {
                Ok(rows) => rows,
                Err(problem) => {
                    desks.trouble.add([problem]);
                    self.file = BufReader::new(Box::new(std::io::empty()));
                    return Vec::new();
                }
            },
        };
        let read: Vec<_> = lines.par_iter().map(|(number, line)| rows.row(path, *number, line)).collect();
        self.rows = Some(rows);
        let whole = read.into_iter().filter_map(Result::transpose).filter_map(|row| self.add(row, desks));
        whole.collect()
    }

    /// Adds a row to those of its draft; gives the rows of the draft before it, where they are whole.
    fn add(&mut self, row: Result<Row, Problem>, desks: &mut Desks<'_>) -> Option<Gathering> {
        let begins = row.as_ref().is_ok_and(Row::is_draft);
        let was_spoilt = if begins { std::mem::take(&mut self.is_spoilt) } else { self.is_spoilt };
        match row.and_then(|row| Gathering::add(&mut self.open, self.path, row)) {
            Ok(whole) => whole.filter(|_| !was_spoilt),
            // One fault is told of a draft's rows: what follows from it is no other.
            Err(_) if was_spoilt => None,
            Err(problem) => {
                self.is_spoilt = true;
                desks.trouble.add([problem]);
                None
            }
        }
    }

    /// What the desk of a draft is looked for by: where the draft is, or the table where the draft was no file of its own.
    fn home<'d>(&'d self, draft: &'d Draft) -> &'d str {
        let input = input::by_name(draft.document.format().0);
        match input.map(|input| input.reader) {
            Some(Reader::Whole(_)) => draft.document.id(),
            _ => self.path,
        }
    }
}
