//! The command line: arguments as typed (`args`), made ready (`plan`, `desk`), and run, one file a command.
//!
//! All that the commands need of the machine comes through [`World`], so that this folder, like all of the library,
//! opens nothing, prints nothing and reads no clock.

mod args;
mod baseline;
mod books;
mod check;
mod claims;
mod compare;
mod desk;
mod diff;
mod drafts;
mod example;
mod excerpt;
mod explain;
mod extended;
mod extract;
mod init;
mod listing;
mod output;
mod pairing;
mod parts;
mod piles;
mod plan;
mod queue;
mod schema;
mod shelf;
mod size;
mod sorted;
mod store;
mod suppress;
mod telling;
mod test;
mod timings;
mod trouble;
mod update;
mod wishes;
mod words;
mod world;

pub use world::{Colour, Folder, Scratch, Sink, World};

use crate::extract::Depth;
use crate::report::{self, safe, safe_lines};
use crate::text::Problem;
use args::{Arguments, Command};
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::io::ErrorKind;

/// How a run ended; the number is the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing was found that fails the run.
    Clean = 0,
    /// Something was.
    Found = 1,
    /// The run could not be done as asked.
    Failed = 2,
}

/// Runs the command of these arguments, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: &dyn World) -> Status {
    let done = match Arguments::try_parse_from(arguments) {
        Ok(typed) => command(typed.command, world),
        Err(usage) if usage.use_stderr() => {
            world.tell(usage.render().to_string().trim_end());
            Ok(Status::Failed)
        }
        Err(help) => print(&help.render().to_string(), world).map(|()| Status::Clean),
    };
    done.unwrap_or_else(|problem| {
        tell(&problem, world);
        Status::Failed
    })
}

fn command(command: Command, world: &dyn World) -> Result<Status, Problem> {
    match command {
        Command::Check(typed) => check::run(&typed, world),
        Command::Extract(typed) => extract::claims(&typed, world),
        Command::Inspect(typed) => extract::run(&typed.reading, &typed.format, report::INSPECT, Depth::Pieces, world),
        Command::Compare(typed) => compare::run(&typed, world),
        Command::Test(typed) => test::run(&typed, world),
        Command::Explain(typed) => explain::run(&typed, world),
        Command::Rules(typed) => listing::run(&typed, world),
        Command::Init(typed) => init::run(&typed, world),
        Command::Schema { of } => print(schema::named(&of), world).map(|()| Status::Clean),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "numerate", &mut script);
            print(&String::from_utf8_lossy(&script), world).map(|()| Status::Clean)
        }
        Command::Man => {
            let mut page = Vec::new();
            let rendered = clap_mangen::Man::new(Arguments::command()).render(&mut page);
            rendered.map_err(|error| Problem::file("-", error.to_string()))?;
            print(&String::from_utf8_lossy(&page), world).map(|()| Status::Clean)
        }
    }
}

/// Tells what went wrong; what it quotes of a draft must not steer the terminal, nor may a file be named so that the line
/// is a command to the log of a server.
fn tell(problem: &Problem, world: &dyn World) {
    let words = problem.to_string();
    let folder = if words.trim_start().starts_with("::") { "./" } else { "" };
    world.tell(&format!("{folder}{}", safe(&words)));
    if let Some(lines) = excerpt::excerpt(problem, world) {
        world.tell(&safe_lines(&lines));
    }
}

/// A value as JSON for people too.
fn json(value: &impl serde::Serialize) -> Result<String, Problem> {
    let mut json = Vec::new();
    report::write_page(&mut json, value).map_err(|error| Problem::file("-", error.to_string()))?;
    json.push(b'\n');
    Ok(String::from_utf8_lossy(&json).into_owned())
}

/// Prints to standard output; a reader who has gone away is no error.
fn print(words: &str, world: &dyn World) -> Result<(), Problem> {
    let printed = world.create("-").and_then(|mut out| {
        out.write_all(words.as_bytes())?;
        out.keep()
    });
    match printed {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Problem::file("-", error.to_string())),
        _ => Ok(()),
    }
}
