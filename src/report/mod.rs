//! What a run found, as bytes: one file a format, all of them in the lists [`CHECK`], [`EXTRACT`] and [`INSPECT`].
//!
//! A report knows drafts, claims, findings and problems; it knows no kind of rule, opens no file and asks no terminal
//! ([`Look`] says what the terminal can show).

mod compare;
mod coverage;
mod csv;
#[cfg(test)]
mod example;
mod facts;
mod frame;
mod github;
mod gitlab;
mod harmless;
mod html;
mod inspect;
mod intake;
mod json;
mod jsonld;
mod junit;
mod location;
mod markdown;
mod ndjson;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(not(feature = "parquet"))]
#[path = "parquet/absent.rs"]
mod parquet;
mod pretty;
mod rdjson;
mod safe;
mod sarif;
mod shape;
mod table;
mod trial;
mod words;

pub use compare::Comparison;
pub use facts::{EXTRACT_BY_KEY, EXTRACT_FOR_CHECK};
pub(crate) use harmless::{write_line, write_page};
pub(crate) use intake::{Gathering, Place, Row, Rows};
pub(crate) use location::path;
pub(crate) use parquet::Reader as ParquetReader;
pub(crate) use safe::{safe, safe_lines};
pub(crate) use trial::{TEST, Trial};

pub use shape::Summary;

use crate::claim::Claim;
use crate::extract::Draft;
use crate::rules::{Description, Finding};
use crate::text::{Document, Problem};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

/// All that a run found.
#[derive(Clone, Debug, Default)]
pub struct Outcome<'a> {
    /// The drafts, in order.
    pub drafts: &'a [Draft],
    /// What comes before each of them in the run, where they are not all of its drafts.
    pub before: Option<&'a [Count]>,
    /// How many there are in the run, where they are not all of its drafts.
    pub count: Option<Count>,
    /// The findings to show, by document, then position.
    pub findings: &'a [Finding],
    /// Those that do not count, in the same order; their number is told.
    pub suppressed: &'a [Suppressed],
    /// Whether formats that can tell the two apart show them too.
    pub show_suppressed: bool,
    /// Whether the drafts were only read, their rules not being sound.
    pub unchecked: bool,
    /// What kept the run from being done as asked.
    pub problems: &'a [Problem],
    /// The rules that drafts were held against, by their ids, for the formats that tell of them.
    pub rules: BTreeMap<&'a str, Description<'a>>,
}

/// A finding that does not count, since the desk lives with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// Whether the draft itself says so, and no file beside it.
    pub in_draft: bool,
    /// Where that is said, for people: a file, or a line of one.
    pub place: String,
    /// Why the desk lives with it, where it says so.
    pub reason: Option<String>,
    /// Who answers for that, where it is known.
    pub by: Option<String>,
}

/// What the reader's terminal can show.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Whether escape sequences for colour are wanted.
    pub colour: bool,
    /// What tells the address of a file, where links to files can be opened.
    pub link: Option<fn(&str) -> Option<String>>,
    /// How many characters fit in a line; `None` where there is no terminal, so no limit.
    pub width: Option<u16>,
}

/// A format by its name, as `--format` takes it.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name.
    pub name: &'static str,
    /// How it is written.
    pub writer: Writer,
}

/// How a format is written.
#[derive(Clone, Copy, Debug)]
pub enum Writer {
    /// Once all is known.
    Whole(fn(&Outcome<'_>, Look, &mut dyn Write) -> io::Result<()>),
    /// The same, but finding by finding, so that not all drafts need be there at once.
    Parted(Parts),
    /// Draft by draft, as soon as each is known.
    Streamed(Stream),
    /// Many drafts at a time, in blocks that hang together.
    Blocked(fn() -> io::Result<Box<dyn Blocks>>),
    /// Not by this program, but by one that is built with the feature of this name.
    Unbuilt(&'static str),
}

/// A report that is written block by block.
pub trait Blocks: Send {
    /// Adds some drafts, each behind so many documents and claims, and writes the blocks that are full.
    ///
    /// # Errors
    /// Those of the system.
    fn add(&mut self, drafts: &[Draft], before: &[Count], out: &mut dyn Write) -> io::Result<()>;

    /// Writes what is left.
    ///
    /// # Errors
    /// Those of the system.
    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()>;
}

/// How to come by a program with a feature.
pub(crate) fn building(feature: &str) -> String {
    format!("expected a program that was built with it: `cargo build --release --features {feature}`")
}

impl Writer {
    /// What writes claims before all of their draft is read, where a draft is no more than its claims.
    pub fn claims(&self) -> Option<ClaimsWriter> {
        match self {
            Self::Streamed(stream) => stream.claims,
            Self::Whole(_) | Self::Parted(_) | Self::Blocked(_) | Self::Unbuilt(_) => None,
        }
    }
}

/// How a format is written finding by finding.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// Writes what stands before all findings.
    pub head: fn(&mut dyn Write) -> io::Result<()>,
    /// What stands before the findings, in order.
    pub passes: &'static [Pass],
    /// Writes some findings, behind so many that are written.
    pub findings: fn(&Outcome<'_>, usize, &mut dyn Write) -> io::Result<()>,
    /// Writes what stands after all of them, of an outcome whose drafts are gone.
    pub tail: fn(&Outcome<'_>, &Summary, &mut dyn Write) -> io::Result<()>,
}

/// What is written of all drafts, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Pass {
    /// What stands before the first draft.
    pub head: &'static str,
    /// Writes some drafts.
    pub drafts: fn(&Outcome<'_>, &mut dyn Write) -> io::Result<()>,
    /// What stands behind the last.
    pub tail: &'static str,
}

impl Parts {
    /// Writes an outcome of which all drafts are there.
    ///
    /// # Errors
    /// Those of the system.
    pub fn write(&self, outcome: &Outcome<'_>, out: &mut dyn Write) -> io::Result<()> {
        (self.head)(out)?;
        for pass in self.passes {
            out.write_all(pass.head.as_bytes())?;
            (pass.drafts)(outcome, out)?;
            out.write_all(pass.tail.as_bytes())?;
        }
        (self.findings)(outcome, 0, out)?;
        (self.tail)(outcome, &Summary::new(outcome), out)
    }
}

/// Writes some claims of a document, behind so many of the report.
pub type ClaimsWriter = fn(&Document, &[Claim], usize, &mut dyn Write) -> io::Result<()>;

/// How a format is written draft by draft.
#[derive(Clone, Copy, Debug)]
pub struct Stream {
    /// Writes what stands before all drafts.
    pub head: fn(&mut dyn Write) -> io::Result<()>,
    /// Writes a draft, which may be nothing.
    pub draft: fn(&Draft, Count, &mut dyn Write) -> io::Result<()>,
    /// Where a draft is no more than its claims, they need not wait for all of it to be read.
    pub claims: Option<ClaimsWriter>,
    /// What stands between two drafts that are something.
    pub between: &'static str,
    /// What stands after all drafts.
    pub tail: &'static str,
}

impl Stream {
    /// Drafts one after the other, with nothing around them.
    const fn plain(draft: fn(&Draft, Count, &mut dyn Write) -> io::Result<()>) -> Self {
        Self { head: nothing, draft, claims: None, between: "", tail: "" }
    }
}

/// How many documents and claims came before a draft: they are numbered through the whole report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Documents.
    pub documents: usize,
    /// Claims.
    pub claims: usize,
}

impl Count {
    /// The count after a draft.
    #[must_use]
    pub const fn past(self, draft: &Draft) -> Self {
        Self { documents: self.documents + 1, claims: self.claims + draft.claims.len() }
    }

    /// The counts before the drafts of an outcome.
    pub(crate) fn of(outcome: &Outcome<'_>) -> Vec<Self> {
        let of_all = || Self::before(outcome.drafts).map(|(before, _)| before).collect();
        outcome.before.map_or_else(of_all, <[Self]>::to_vec)
    }

    /// The count before each draft.
    pub fn before(drafts: &[Draft]) -> impl Iterator<Item = (Self, &Draft)> {
        drafts.iter().scan(Self::default(), |count, draft| {
            let before = *count;
            *count = count.past(draft);
            Some((before, draft))
        })
    }
}

/// The formats of `numerate check`; the first is the default.
pub const CHECK: &[Format] = &[
    Format { name: "pretty", writer: Writer::Whole(pretty::write) },
    Format { name: "table", writer: Writer::Whole(table::findings) },
    Format { name: "json", writer: Writer::Parted(json::REPORT) },
    Format { name: "ndjson", writer: Writer::Parted(ndjson::FINDINGS) },
    Format { name: "csv", writer: Writer::Parted(csv::FINDINGS) },
    Format { name: "sarif", writer: Writer::Whole(sarif::write) },
    Format { name: "github", writer: Writer::Whole(github::write) },
    Format { name: "gitlab", writer: Writer::Whole(gitlab::write) },
    Format { name: "junit", writer: Writer::Whole(junit::write) },
    Format { name: "rdjson", writer: Writer::Whole(rdjson::whole) },
    Format { name: "rdjsonl", writer: Writer::Whole(rdjson::lines) },
    Format { name: "markdown", writer: Writer::Whole(markdown::write) },
    Format { name: "html", writer: Writer::Whole(html::write) },
];

/// A page that a format brings along where the environment asks for one.
#[derive(Clone, Copy, Debug)]
pub struct Aside {
    /// The format.
    pub format: &'static str,
    /// The variable of the environment that names the file to add the page to.
    pub variable: &'static str,
    /// How the page is written.
    pub writer: Writer,
}

/// The pages that formats of `numerate check` bring along.
pub const ASIDES: &[Aside] =
    &[Aside { format: "github", variable: "GITHUB_STEP_SUMMARY", writer: Writer::Whole(markdown::step_summary) }];

/// The formats of `numerate extract`; the first is the default.
pub const EXTRACT: &[Format] = &[
    Format { name: "table", writer: Writer::Whole(table::claims) },
    Format { name: "csv", writer: Writer::Streamed(csv::CLAIMS) },
    Format { name: "json", writer: Writer::Whole(json::report) },
    Format { name: "ndjson", writer: Writer::Streamed(ndjson::CLAIMS) },
    Format { name: "jsonld", writer: Writer::Streamed(jsonld::CLAIMS) },
    Format { name: "parquet", writer: parquet::CLAIMS },
];

/// The formats of `numerate inspect`; the first is the default.
pub const INSPECT: &[Format] = &[
    Format { name: "pretty", writer: Writer::Streamed(Stream::plain(inspect::write)) },
    Format { name: "json", writer: Writer::Whole(json::pieces) },
    Format { name: "ndjson", writer: Writer::Streamed(Stream::plain(ndjson::pieces)) },
];

/// What reports call this program, and which of it.
const NAME: &str = env!("CARGO_PKG_NAME");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Writes a value as JSON that people can read too, by way of a buffer: it comes in single words.
fn json_text(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write_page(&mut out, value)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// The head of a format that has none.
#[expect(clippy::unnecessary_wraps, reason = "it stands beside functions that can fail")]
fn nothing(_: &mut dyn Write) -> io::Result<()> {
    Ok(())
}
