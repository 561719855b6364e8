//! What the command line needs of the machine it runs on. `main` has the only implementation that touches anything.

use crate::report::Look;
use crate::text::Problem;
use jiff::civil::Date;
use std::io::{self, Read, Seek, Write};
use std::time::Duration;

/// Files, streams, terminal, clock and environment, as the commands use them. `-` names standard input and standard output.
pub trait World: Sync {
    /// Opens a file for reading.
    ///
    /// # Errors
    /// Those of the system.
    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>>;

    /// The file at a path or, where a folder stands there, the files in it that are wanted, sorted, without those that
    /// git ignores.
    fn files(&self, path: &str, wanted: &dyn Fn(&str) -> bool) -> Vec<Result<String, Problem>>;

    /// The folder of a file and the folders above it, the nearest first.
    fn folders(&self, path: &str) -> Vec<Folder>;

    /// Opens a file for writing, beside the one of that name until it is [kept](Sink::keep).
    ///
    /// # Errors
    /// Those of the system.
    fn create(&self, path: &str) -> io::Result<Box<dyn Sink>>;

    /// A file that nobody else knows, and that is gone with the run, for what does not fit into memory.
    ///
    /// # Errors
    /// Those of the system.
    fn scratch(&self) -> io::Result<Box<dyn Scratch>>;

    /// Opens a file for writing behind what it holds.
    ///
    /// # Errors
    /// Those of the system.
    fn append(&self, path: &str) -> io::Result<Box<dyn Sink>>;

    /// Puts a file where none is, with the folders that it needs.
    ///
    /// # Errors
    /// Those of the system, among them that the file is there already.
    fn add(&self, path: &str, text: &str) -> io::Result<()>;

    /// A variable of the environment, where it is set to something.
    fn variable(&self, name: &str) -> Option<String>;

    /// What git prints when it runs in a folder, an empty name standing for the one that the program runs in.
    ///
    /// # Errors
    /// What it says when it fails.
    fn git(&self, folder: &str, arguments: &[&str]) -> Result<String, String>;

    /// What standard output can show.
    fn look(&self, colour: Colour) -> Look;

    /// Tells the user something that is no part of a report.
    fn tell(&self, line: &str);

    /// Shows how many drafts a long run has read, where somebody watches; `None` takes that off the screen.
    fn progress(&self, read: Option<usize>);

    /// How long the program has been running.
    fn elapsed(&self) -> Duration;

    /// The day that it is.
    fn today(&self) -> Date;
}

/// A folder in which a file stands, or one above that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// What to call it so that files in it can be opened; empty for the one that the program runs in.
    pub path: String,
    /// The way down from it to the folder that the file stands in; empty where that is the same.
    pub below: String,
}

/// A file to put something in and get it back.
pub trait Scratch: Read + Write + Seek + Send {}

impl<F: Read + Write + Seek + Send> Scratch for F {}

/// Something that is being written.
pub trait Sink: Write + Send {
    /// Puts what was written in its place; without this, it leaves no trace.
    ///
    /// # Errors
    /// Those of the system.
    fn keep(self: Box<Self>) -> io::Result<()>;
}

/// When a report is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Colour {
    /// Where the terminal shows colours and the user does not object.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Puts something in the place of a file.
pub(super) fn put(world: &dyn World, path: &str, bytes: &[u8]) -> Result<(), Problem> {
    let written = world.create(path).and_then(|mut out| {
        out.write_all(bytes)?;
        out.keep()
    });
    written.map_err(|error| Problem::file(path, error.to_string()))
}

/// The whole of a file as text.
pub(super) fn text(world: &dyn World, path: &str) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    let read = world.open(path).and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(|error| Problem::file(path, error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| {
        let sound = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        let line = sound.rsplit('\n').next().unwrap_or_default();
        let place = (sound.matches('\n').count() + 1, line.chars().count() + 1);
        Problem::at(path, place.0, place.1, "no letter of UTF-8 stands here, expected the file in UTF-8")
    })
}
