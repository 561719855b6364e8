//! A machine that is none: one draft in memory, reports that go nowhere.

use jiff::civil::{Date, date};
use numerate::cli::{Colour, Folder, Scratch, Sink, World};
use numerate::report::Look;
use numerate::text::Problem;
use std::io::{self, Cursor, Read, Write};
use std::time::Duration;

/// A machine whose only file is standard input, with this in it.
pub(crate) struct Desk(pub(crate) String);

impl World for Desk {
    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>> {
        match path {
            "-" => Ok(Box::new(Cursor::new(self.0.clone().into_bytes()))),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn files(&self, _: &str, _: &dyn Fn(&str) -> bool) -> Vec<Result<String, Problem>> {
        Vec::new()
    }

    fn folders(&self, _: &str) -> Vec<Folder> {
        Vec::new()
    }

    fn create(&self, _: &str) -> io::Result<Box<dyn Sink>> {
        Ok(Box::new(Nowhere))
    }

    fn scratch(&self) -> io::Result<Box<dyn Scratch>> {
        Ok(Box::new(Cursor::new(Vec::new())))
    }

    fn append(&self, _: &str) -> io::Result<Box<dyn Sink>> {
        Ok(Box::new(Nowhere))
    }

    fn add(&self, _: &str, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn variable(&self, _: &str) -> Option<String> {
        None
    }

    fn git(&self, _: &str, _: &[&str]) -> Result<String, String> {
        Ok(String::new())
    }

    fn look(&self, _: Colour) -> Look {
        Look::default()
    }

    fn tell(&self, _: &str) {}

    fn progress(&self, _: Option<usize>) {}

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn today(&self) -> Date {
        date(2031, 3, 10)
    }
}

/// Takes what is written and forgets it.
struct Nowhere;

impl Write for Nowhere {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink for Nowhere {
    fn keep(self: Box<Self>) -> io::Result<()> {
        Ok(())
    }
}
