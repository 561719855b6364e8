//! What is still to be read, in batches: some files, or the lines of an NDJSON file that one read brought. So memory does
//! not grow with such a file, and what comes slowly through a pipe is handed on as it comes.

use super::desk::Desks;
use super::world::World;
use crate::input::{self, InputFormat, Reader};
use crate::text::Problem;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::vec::IntoIter;

/// How many files are read in one go.
const FILES: usize = 64;
/// How many bytes of an NDJSON file, unless a line is longer.
const BYTES: usize = 1 << 20;

/// Something to read.
pub(super) struct Piece {
    /// The number of its desk.
    pub(super) desk: usize,
    pub(super) content: Content,
}

/// Where the bytes to read are.
pub(super) enum Content {
    /// In a file that is not yet open.
    File(String),
    /// Here, and all of a file.
    Bytes(String, Vec<u8>),
    /// Here, and one line of a file: its format, its name, the line's 1-based number.
    Line(InputFormat, Arc<str>, usize, Vec<u8>),
    /// Nowhere.
    Wrong(Problem),
}

/// What is still to be read.
pub(super) struct Queue<'w> {
    paths: IntoIter<Result<String, Problem>>,
    input: Option<InputFormat>,
    world: &'w dyn World,
    /// The file that is being read line by line.
    lines: Option<Lines>,
}

impl<'w> Queue<'w> {
    /// All of some files, in the format given or the one that they tell.
    pub(super) fn new(paths: Vec<Result<String, Problem>>, input: Option<InputFormat>, world: &'w dyn World) -> Self {
        Self { paths: paths.into_iter(), input, world, lines: None }
    }

    /// What to read next; empty where nothing is left.
    pub(super) fn batch(&mut self, desks: &mut Desks<'_>) -> Vec<Piece> {
        loop {
            if let Some(mut lines) = self.lines.take() {
                let batch = lines.batch();
                if !batch.is_empty() {
                    self.lines = Some(lines);
                    return batch;
                }
            }
            let batch = self.files(desks);
            if !batch.is_empty() || self.lines.is_none() {
                return batch;
            }
        }
    }

    /// The next files, up to one that is to be read line by line.
    fn files(&mut self, desks: &mut Desks<'_>) -> Vec<Piece> {
        let mut batch = Vec::new();
        while batch.len() < FILES && self.lines.is_none() {
            let Some(path) = self.paths.next() else { break };
            let desk = desks.number(path.as_deref().unwrap_or("-"));
            let content = path.and_then(|path| self.content(desk, &path));
            let content = content.unwrap_or_else(|problem| Some(Content::Wrong(problem)));
            batch.extend(content.map(|content| Piece { desk, content }));
        }
        batch
    }

    /// A file to read as a whole; `None` where its lines are to be read.
    fn content(&mut self, desk: usize, path: &str) -> Result<Option<Content>, Problem> {
        let told = self.input.or_else(|| input::by_path(path));
        let by_line = told.is_some_and(|input| matches!(input.reader, Reader::Lines(_)));
        if path != "-" && !by_line {
            return Ok(Some(Content::File(path.to_owned())));
        }
        let mut read = || {
            let mut file = BufReader::with_capacity(BYTES, self.world.open(path)?);
            let input = told.map_or_else(|| file.fill_buf().map(input::by_content), Ok)?;
            if let Reader::Lines(_) = input.reader {
                self.lines = Some(Lines { desk, input, path: path.into(), number: 0, file, ended: false });
                return Ok(None);
            }
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            Ok(Some(Content::Bytes(path.to_owned(), bytes)))
        };
        read().map_err(|error: io::Error| Problem::file(path, error.to_string()))
    }
}

/// A file that is being read line by line.
struct Lines {
    desk: usize,
    input: InputFormat,
    path: Arc<str>,
    /// How many lines were read.
    number: usize,
    file: BufReader<Box<dyn Read + Send>>,
    ended: bool,
}

impl Lines {
    /// The next line, and those after it that are here already; empty at the end.
    fn batch(&mut self) -> Vec<Piece> {
        let mut batch = Vec::new();
        while !self.ended {
            let content = self.line();
            batch.extend(content.map(|content| Piece { desk: self.desk, content }));
            if memchr::memchr(b'\n', self.file.buffer()).is_none() {
                break;
            }
        }
        batch
    }

    fn line(&mut self) -> Option<Content> {
        let mut line = Vec::new();
        match self.file.read_until(b'\n', &mut line) {
            Ok(0) => {
                self.ended = true;
                None
            }
            Ok(_) => {
                self.number += 1;
                Some(Content::Line(self.input, Arc::clone(&self.path), self.number, line))
            }
            Err(error) => {
                self.ended = true;
                Some(Content::Wrong(Problem::file(&*self.path, error.to_string())))
            }
        }
    }
}
