//! The command line as typed.

use super::schema::SCHEMAS;
use super::size::Size;
use super::world::Colour;
use crate::report;
use crate::rules::{Paths, Severity};
use crate::{config::FailOn, input};
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use jiff::civil::Date;

/// Checks the numbers in news drafts: who says which figure, when, of what, and which figures disagree.
#[derive(Debug, Parser)]
#[command(name = "numerate", version, max_term_width = 100, after_help = STATUS)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

const STATUS: &str =
    "Exit status: 0 where nothing was found, 1 where something was, 2 where the run could not be done as asked.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Say which figures of the drafts do not agree
    Check(Box<Check>),
    /// Print the claims of the drafts
    Extract(Extract),
    /// Print all that was recognised in the drafts, and what was passed over
    Inspect(Inspect),
    /// Say whether two claims speak of the same thing, and why
    Compare(Compare),
    /// Run the examples of the rules
    Test(Test),
    /// Say what a rule finds, why, and by which options it goes
    Explain(Explain),
    /// List the rules in force, the packs, and where each setting comes from
    Rules(Rules),
    /// Write settings and a first rule for a desk
    Init(Init),
    /// Print the JSON Schema of a rule, of settings or of a report
    Schema {
        /// What it is of
        #[arg(value_parser = names(SCHEMAS.map(|(name, _)| name)))]
        of: String,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) reading: Reading,
    /// How findings are written
    #[arg(long, default_value = report::CHECK[0].name, value_parser = names(report::CHECK.iter().map(|format| format.name)))]
    pub(super) format: String,
    /// From which severity on a finding fails the run
    #[arg(long, value_name = "LEVEL", value_parser = names(FailOn::ALL.map(|(name, _)| name)))]
    pub(super) fail_on: Option<String>,
    /// From which severity on a finding is shown
    #[arg(long, value_name = "LEVEL", value_parser = names(Severity::ALL.map(|(name, _)| name)))]
    pub(super) min_severity: Option<String>,
    /// Gives the findings of a rule another severity, in all drafts or in those at some paths
    #[arg(long, value_name = "RULE=LEVEL[@GLOB]", value_parser = level)]
    pub(super) severity: Vec<Level>,
    /// Puts only this rule in force, and others so named
    #[arg(long, value_name = "RULE")]
    pub(super) select: Vec<String>,
    /// Puts this rule out of force
    #[arg(long, value_name = "RULE")]
    pub(super) ignore: Vec<String>,
    /// A table of claims to check in place of drafts, as `numerate extract --for-check` wrote it (CSV, NDJSON, Parquet); - for
    /// standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["paths", "date", "input_format"])]
    pub(super) claims: Vec<String>,
    /// A table of figures that the desk vouches for (CSV), beside those that its settings name
    #[arg(long, value_name = "FILE")]
    pub(super) ledger: Vec<String>,
    /// A table of rates of exchange (CSV), instead of the one that its settings name
    #[arg(long, value_name = "FILE")]
    pub(super) rates: Option<String>,
    #[command(flatten)]
    pub(super) known: Known,
    /// Tells only of findings that touch lines changed since this revision of git; drafts that it does not know are new
    #[arg(long, value_name = "REV")]
    pub(super) diff: Option<String>,
    /// Checks with the rules that are sound where settings, rules or words are not; the run fails all the same
    #[arg(long)]
    pub(super) keep_going: bool,
    /// Say on standard error how long reading, checking and writing took
    #[arg(long)]
    pub(super) timings: bool,
    /// Say on standard error how often each rule found something
    #[arg(long)]
    pub(super) statistics: bool,
}

/// What the desk lives with.
#[derive(Debug, Args)]
pub(super) struct Known {
    /// Findings that the desk lives with: they are left out, and fail nothing
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<String>,
    /// Writes the findings of this run as the baseline, and keeps the reasons given in it
    #[arg(long, requires = "baseline")]
    pub(super) update_baseline: bool,
    /// Shows too what a note in a draft, the settings or the baseline suppress, where the format can tell it apart
    #[arg(long)]
    pub(super) show_suppressed: bool,
}

#[derive(Debug, Args)]
pub(super) struct Extract {
    #[command(flatten)]
    pub(super) reading: Reading,
    /// How claims are written
    #[arg(long, default_value = report::EXTRACT[0].name, default_value_if("for_check", "true", report::EXTRACT_FOR_CHECK[0].name), value_parser = names(report::EXTRACT.iter().map(|format| format.name)))]
    pub(super) format: String,
    /// Writes all that a check needs into the table (csv, ndjson, parquet), for `numerate check --claims`
    #[arg(long)]
    pub(super) for_check: bool,
    /// Writes such a table with all rows of a draft under each key of its claims, to be sorted by `key` and `row` and
    /// then checked key by key
    #[arg(long, requires = "for_check")]
    pub(super) by_key: bool,
}

#[derive(Debug, Args)]
pub(super) struct Inspect {
    #[command(flatten)]
    pub(super) reading: Reading,
    /// How what was recognised is written
    #[arg(long, default_value = report::INSPECT[0].name, value_parser = names(report::INSPECT.iter().map(|format| format.name)))]
    pub(super) format: String,
}

#[derive(Debug, Args)]
pub(super) struct Compare {
    /// Where the figure of the one claim stands
    #[arg(value_name = "FILE:LINE[:COLUMN]", value_parser = place)]
    pub(super) first: Place,
    /// Where that of the other stands
    #[arg(value_name = "FILE:LINE[:COLUMN]", value_parser = place)]
    pub(super) second: Place,
    #[command(flatten)]
    pub(super) desk: Desk,
    /// The date of drafts that carry none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) date: Option<Date>,
    /// How the comparison is written
    #[arg(long, default_value = "text", value_parser = names(["text", "json"]))]
    pub(super) format: String,
}

/// A place in a draft as typed; line and column count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) path: String,
    pub(super) line: usize,
    pub(super) column: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct Test {
    /// Rule files and folders of them; without any, all rules in force are tested
    pub(super) paths: Vec<String>,
    #[command(flatten)]
    pub(super) desk: Desk,
    /// How it is written how they went
    #[arg(long, default_value = report::TEST[0].0, value_parser = names(report::TEST.map(|(name, _)| name)))]
    pub(super) format: String,
    /// Writes what is found into the examples that do not hold, as what they expect
    #[arg(long)]
    pub(super) update: bool,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The rule
    pub(super) rule: String,
    #[command(flatten)]
    pub(super) desk: Desk,
    /// How it is written
    #[arg(long, default_value = "text", value_parser = names(["text", "json"]))]
    pub(super) format: String,
}

#[derive(Debug, Args)]
pub(super) struct Rules {
    #[command(flatten)]
    pub(super) desk: Desk,
    /// Lists the packs alone, those in force and those that a desk may name
    #[arg(long)]
    pub(super) packs: bool,
    /// Lists the settings alone, each with the place that it comes from
    #[arg(long, conflicts_with = "packs")]
    pub(super) settings: bool,
    /// How they are written
    #[arg(long, default_value = "text", value_parser = names(["text", "json"]))]
    pub(super) format: String,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The desk's folder
    #[arg(default_value = "", hide_default_value = true)]
    pub(super) folder: String,
}

/// Where settings and rules come from.
#[derive(Debug, Args)]
pub(super) struct Desk {
    /// Settings to go by, instead of the nearest numerate.toml at or above each draft
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<String>,
    /// A rule file, or a folder of them; a rule takes the place of one of the same name
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<String>,
}

/// What the commands that read drafts share.
#[derive(Debug, Args)]
pub(super) struct Reading {
    /// Drafts, folders of them, or - for standard input
    #[arg(default_value = ".", value_name = "PATH")]
    pub(super) paths: Vec<String>,
    #[command(flatten)]
    pub(super) desk: Desk,
    /// The date of drafts that carry none: YYYY-MM-DD or `today`
    #[arg(long, value_parser = day)]
    pub(super) date: Option<Day>,
    /// What day `today` is, instead of what the clock says
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) today: Option<Date>,
    /// The format of the drafts, instead of what their names or contents tell
    #[arg(long, value_name = "FORMAT", value_parser = names(input::FORMATS.map(|input| input.format.0)))]
    pub(super) input_format: Option<String>,
    /// Where to write the report, in which format, instead of to standard output; may be given more than once
    #[arg(long, value_name = "[FORMAT:]FILE")]
    pub(super) output: Vec<String>,
    /// How many drafts to read side by side; 0 for as many as there are processors
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(super) jobs: usize,
    /// How much memory drafts and claims may take before they are kept on disk: 64m, 2g
    #[arg(long, value_name = "SIZE", default_value = Size::DEFAULT, value_parser = Size::read)]
    pub(super) memory: Size,
    /// When to colour the report
    #[arg(long, value_enum, default_value_t)]
    pub(super) color: Colour,
    /// Say nothing on standard error
    #[arg(short, long)]
    pub(super) quiet: bool,
    /// Say on standard error what is read
    #[arg(short, long, conflicts_with = "quiet")]
    pub(super) verbose: bool,
}

/// A day as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    Today,
    On(Date),
}

fn day(typed: &str) -> Result<Day, String> {
    match typed {
        "today" => Ok(Day::Today),
        _ => date(typed).map(Day::On).map_err(|expected| format!("{expected} or `today`")),
    }
}

fn date(typed: &str) -> Result<Date, String> {
    typed.parse().map_err(|_| "expected a date such as 2024-05-03".to_owned())
}

/// A path may hold colons itself: only what is a number behind the last one or two is a place.
fn place(typed: &str) -> Result<Place, String> {
    let cut = |whole: &str| {
        let (path, number) = whole.rsplit_once(':')?;
        Some((path.to_owned(), number.parse().ok().filter(|number: &usize| *number > 0)?))
    };
    let (rest, last) = cut(typed).ok_or("expected a place such as drafts/a.md:3 or drafts/a.md:3:14")?;
    Ok(match cut(&rest) {
        Some((path, line)) => Place { path, line, column: Some(last) },
        None => Place { path: rest, line: last, column: None },
    })
}

fn names(names: impl IntoIterator<Item = &'static str>) -> PossibleValuesParser {
    PossibleValuesParser::new(names)
}

/// Another severity for a rule as typed.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) rule: String,
    pub(super) severity: Severity,
    /// The drafts that it is for; all where `None`.
    pub(super) paths: Option<Paths>,
}

fn level(typed: &str) -> Result<Level, String> {
    let expected = "expected RULE=LEVEL with error, warning or info as LEVEL";
    let (rule, rest) = typed.split_once('=').ok_or(expected)?;
    let (level, glob) = rest.split_once('@').map_or((rest, None), |(level, glob)| (level, Some(glob)));
    let (paths, wrong) = Paths::new(glob);
    let severity = Severity::named(level).ok_or(expected)?;
    match wrong.into_iter().next() {
        Some((_, message)) => Err(message),
        None => Ok(Level { rule: rule.to_owned(), severity, paths: glob.map(|_| paths) }),
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn places_in_drafts() {
        for (typed, read) in [
            ("a.md:3", Some(("a.md", 3, None))),
            ("a.md:3:14", Some(("a.md", 3, Some(14)))),
            ("c:/a.md:3", Some(("c:/a.md", 3, None))),
            ("a.md", None),
            ("a.md:0", None),
        ] {
            let place = place(typed).ok();
            assert_eq!(place.as_ref().map(|place| (place.path.as_str(), place.line, place.column)), read);
        }
    }
}
