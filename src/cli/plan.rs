//! What a command that reads drafts is to do: the arguments as typed, made ready.

use super::args::{Day, Reading};
use super::output::Target;
use super::world::{Colour, World};
use crate::extract::Depth;
use crate::input::{self, InputFormat};
use crate::report::{Format, Writer};
use crate::text::Problem;
use jiff::civil::Date;

/// How drafts are read and where reports go.
#[derive(Debug)]
pub(super) struct Plan {
    /// Files, folders, `-`.
    pub(super) paths: Vec<String>,
    /// The format of all drafts, where it was given.
    pub(super) input: Option<InputFormat>,
    /// The date of drafts that carry none.
    pub(super) date: Option<Date>,
    /// How much is read of each draft.
    pub(super) depth: Depth,
    /// How many drafts to read side by side; 0 for as many as there are processors.
    pub(super) jobs: usize,
    /// How many bytes drafts and claims may take in memory.
    pub(super) memory: usize,
    /// Where the report goes.
    pub(super) targets: Vec<Target>,
    /// The formats that the targets may have.
    pub(super) formats: &'static [Format],
    /// When reports are coloured.
    pub(super) colour: Colour,
    /// How much is told on standard error.
    pub(super) voice: Voice,
    /// Whether it is shown there how many drafts are read: not among lines of a report that come as they are known.
    pub(super) progress: bool,
}

/// How much is told on standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Voice {
    /// Nothing.
    Quiet,
    /// What went wrong.
    Normal,
    /// Also what is read.
    Verbose,
}

impl Plan {
    /// The plan of a command that writes one of `formats`, `format` where none is named with a file.
    ///
    /// # Errors
    /// An output in a format that does not exist.
    pub(super) fn new(
        typed: &Reading,
        format: &str,
        formats: &'static [Format],
        depth: Depth,
        world: &dyn World,
    ) -> Result<Self, Problem> {
        let date = typed.date.map(|day| match day {
            Day::On(date) => date,
            Day::Today => typed.today.unwrap_or_else(|| world.today()),
        });
        let targets = Target::all(&typed.output, format, formats)?;
        let voice = match (typed.quiet, typed.verbose) {
            (true, _) => Voice::Quiet,
            (_, true) => Voice::Verbose,
            _ => Voice::Normal,
        };
        let streams = |target: &Target| target.path == "-" && is_streamed(target.format, formats);
        let progress = voice > Voice::Quiet && !targets.iter().any(streams);
        Ok(Self {
            paths: typed.paths.clone(),
            input: typed.input_format.as_deref().and_then(input::by_name),
            date,
            depth,
            jobs: typed.jobs,
            memory: typed.memory.bytes(),
            targets,
            formats,
            colour: typed.color,
            voice,
            progress,
        })
    }
}

fn is_streamed(name: &str, formats: &[Format]) -> bool {
    formats.iter().any(|format| format.name == name && matches!(format.writer, Writer::Streamed(..)))
}
