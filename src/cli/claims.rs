//! Claims tables read in place of drafts.

use super::desk::Desks;
use super::drafts::{self, Arrival};
use super::plan::{Plan, Voice};
use super::world::World;
use crate::extract::Draft;
use crate::input::{self, Reader};
use crate::report::{Gathering, ParquetReader, Place, Row, Rows};
use crate::text::Problem;
use rayon::prelude::*;
use std::io::{self, BufRead, BufReader, Read};

/// A draft, and where it stands in a table that is sorted by key.
pub(super) type Placed = (Option<Place>, Arrival);

/// How many bytes of a table are read in one go, unless a line is longer.
const BYTES: usize = 1 << 22;

/// Reads the drafts of some tables, and hands them on in batches.
///
/// # Errors
/// No thread could be started, or `take` failed.
pub(super) fn read(
    tables: &[String],
    plan: &Plan,
    desks: &mut Desks<'_>,
    world: &dyn World,
    mut take: impl FnMut(Vec<Placed>, &mut Desks<'_>) -> Result<(), Problem> + Send,
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
    content: Content,
    /// How many lines or rows were read.
    number: usize,
    /// The rows of the draft whose rows are coming.
    open: Option<Gathering>,
    /// Whether a row of that draft was wrong: the others then make no draft.
    is_spoilt: bool,
}

/// Where the rows of a table come from.
enum Content {
    /// Lines, and how rows are written in them once the first is known.
    Lines(BufReader<Box<dyn Read + Send>>, Option<Rows>),
    /// Columns.
    Parquet(ParquetReader),
    /// Nowhere: what comes next cannot be read.
    Nothing,
}

/// A line, and its 1-based number.
type Line = (usize, Vec<u8>);

/// What a file in Parquet begins with.
const PARQUET: &[u8] = b"PAR1";

impl<'p> Table<'p> {
    fn open(path: &'p str, world: &dyn World) -> Result<Self, Problem> {
        let wrong = |error: io::Error| Problem::file(path, error.to_string());
        let mut file = BufReader::with_capacity(BYTES, world.open(path).map_err(wrong)?);
        let content = if file.fill_buf().map_err(wrong)?.starts_with(PARQUET) {
            // What it holds where stands at its end, and a stream has none to look at first.
            let mut whole = world.scratch().map_err(wrong)?;
            io::copy(&mut file, &mut whole).map_err(wrong)?;
            Content::Parquet(ParquetReader::open(whole).map_err(|told| Problem::file(path, told))?)
        } else {
            Content::Lines(file, None)
        };
        Ok(Self { path, content, number: 0, open: None, is_spoilt: false })
    }

    fn read(
        &mut self,
        desks: &mut Desks<'_>,
        take: &mut impl FnMut(Vec<Placed>, &mut Desks<'_>) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        loop {
            let rows = self.rows(desks);
            let is_end = rows.is_none();
            let whole = rows.into_iter().flatten().filter_map(|row| self.add(row, desks));
            let mut drafts: Vec<_> = whole.collect();
            drafts.extend(self.open.take_if(|_| is_end).filter(|_| !self.is_spoilt));
            let path = self.path;
            let made: Vec<_> = drafts.into_par_iter().map(|rows| rows.into_draft(path)).collect();
            let (drafts, problems): (Vec<_>, Vec<_>) = made.into_iter().partition(Result::is_ok);
            desks.trouble.add(problems.into_iter().filter_map(Result::err));
            let drafts = drafts.into_iter().flatten();
            let arrival = |(place, draft)| (place, (desks.number(self.home(&draft)), draft));
            let arrivals = drafts.map(arrival).collect();
            take(arrivals, desks)?;
            if is_end {
                return Ok(());
            }
        }
    }

    /// The next rows; `None` at the end.
    fn rows(&mut self, desks: &mut Desks<'_>) -> Option<Vec<Result<Row, Problem>>> {
        let rows = match &mut self.content {
            Content::Lines(..) => self.rows_of_lines(),
            Content::Parquet(_) => self.rows_of_columns(),
            Content::Nothing => Ok(None),
        };
        rows.unwrap_or_else(|problem| {
            desks.trouble.add([problem]);
            self.content = Content::Nothing;
            None
        })
    }

    fn rows_of_columns(&mut self) -> Result<Option<Vec<Result<Row, Problem>>>, Problem> {
        let (path, before) = (self.path, self.number);
        let Content::Parquet(table) = &mut self.content else { return Ok(None) };
        let rows = table.rows().map_err(|told| Problem::file(path, told))?;
        self.number += rows.len();
        let row = |(at, values): (usize, _)| Row::of_values(path, before + at + 1, values);
        Ok((!rows.is_empty()).then(|| rows.into_par_iter().enumerate().map(row).collect()))
    }

    fn rows_of_lines(&mut self) -> Result<Option<Vec<Result<Row, Problem>>>, Problem> {
        let path = self.path;
        let Content::Lines(file, known) = &mut self.content else { return Ok(None) };
        let lines = next_lines(file, &mut self.number).map_err(|error| Problem::file(path, error.to_string()))?;
        let Some((_, first)) = lines.first() else { return Ok(None) };
        let rows = match known {
            Some(rows) => rows,
            None => known.insert(Rows::of(path, first)?),
        };
        let read = lines.par_iter().map(|(number, line)| rows.row(path, *number, line));
        Ok(Some(read.filter_map(Result::transpose).collect()))
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

/// The next lines of a file of which so many were read; none at the end.
fn next_lines(file: &mut impl BufRead, number: &mut usize) -> io::Result<Vec<Line>> {
    let (mut lines, mut size) = (Vec::new(), 0);
    while size < BYTES {
        let mut line = Vec::new();
        let read = file.read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        size += read;
        *number += 1;
        lines.push((*number, line));
    }
    Ok(lines)
}
