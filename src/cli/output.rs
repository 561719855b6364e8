//! Where reports go: formats and files as asked for, opened, fed and kept.

use super::plan::Plan;
use super::world::{Sink, World};
use crate::claim::Claim;
use crate::extract::Draft;
use crate::report::{self, ASIDES, Aside, Blocks, Count, Format, Look, Outcome, Stream, Writer};
use crate::rules::expected;
use crate::text::{Document, Problem};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{self, ErrorKind, Write};
use std::ops::ControlFlow;

/// A format and the file it goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) format: &'static str,
    /// `-` for standard output.
    pub(super) path: String,
}

impl Target {
    /// The targets of `--output [FORMAT:]FILE`; standard output where there is none. A file without a format is written
    /// in `format`.
    pub(super) fn all(typed: &[String], format: &str, formats: &'static [Format]) -> Result<Vec<Self>, Problem> {
        let format = formats.iter().map(|one| one.name).find(|name| *name == format).unwrap_or(formats[0].name);
        if typed.is_empty() {
            return Ok(vec![Self { format, path: "-".to_owned() }]);
        }
        let targets = typed.iter().map(|one| Self::new(one, format, formats)).collect::<Result<Vec<_>, _>>()?;
        if targets.iter().any(|target| target.path.is_empty()) {
            return Err(Problem::file("--output", "no file is named; `-` is standard output"));
        }
        match named_twice(&targets) {
            Some(path) => Err(Problem::file(path, "one file cannot hold two reports")),
            None => Ok(targets),
        }
    }

    fn new(typed: &str, format: &'static str, formats: &'static [Format]) -> Result<Self, Problem> {
        // One letter before a colon is a drive, not a format.
        let Some((name, path)) = typed.split_once(':').filter(|(name, _)| is_name(name)) else {
            return Ok(Self { format, path: typed.to_owned() });
        };
        let names = formats.iter().map(|format| format.name);
        match names.clone().find(|known| *known == name) {
            Some(format) => Ok(Self { format, path: path.to_owned() }),
            None => Err(Problem::file(typed, format!("there is no format `{name}`, {}", expected(name, names)))),
        }
    }
}

fn named_twice(targets: &[Target]) -> Option<&str> {
    let mut seen = BTreeSet::new();
    let mut targets = targets.iter().filter(|target| target.path != "-");
    targets.find(|target| !seen.insert(report::path(&target.path))).map(|target| target.path.as_str())
}

fn is_name(name: &str) -> bool {
    name.len() > 1 && name.bytes().all(|letter| letter.is_ascii_lowercase())
}

/// Reports that are being written.
pub(super) struct Outputs {
    pub(super) open: Vec<Output>,
    /// What came before the next draft.
    count: Count,
    /// The drafts so far, where some format wants all of them at once.
    drafts: Vec<Draft>,
}

/// A report that is being written.
pub(super) struct Output {
    path: String,
    pub(super) writer: Writer,
    look: Look,
    /// `None` once the reader has gone away.
    sink: Option<Box<dyn Sink>>,
    /// Whether a draft is written already, of those that come one after the other.
    has_begun: bool,
    /// What writes it, where it is written block by block.
    blocks: Option<Box<dyn Blocks>>,
}

impl Outputs {
    /// Opens all targets, and the files that the environment names beside them.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub(super) fn open(plan: &Plan, world: &dyn World) -> Result<Self, Problem> {
        let named = plan.targets.iter().map(|target| Output::open(target, plan, world));
        let asides = ASIDES.iter().filter(|aside| plan.targets.iter().any(|target| target.format == aside.format));
        let asides = asides.filter_map(|aside| Some(Output::aside(aside, world.variable(aside.variable)?, world)));
        let open = named.chain(asides);
        Ok(Self { open: open.collect::<Result<_, _>>()?, count: Count::default(), drafts: Vec::new() })
    }

    /// Whether to go on: not where nobody reads any of them any more.
    pub(super) fn flow(&self) -> ControlFlow<()> {
        let are_closed = self.open.iter().all(|output| output.sink.is_none());
        if are_closed { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Whether a draft is no more than its claims to all of them.
    pub(super) fn are_of_claims(&self) -> bool {
        self.open.iter().all(|output| output.writer.claims().is_some())
    }

    /// Writes some claims of a draft the rest of which is still to come.
    pub(super) fn claims(&mut self, document: &Document, claims: &[Claim]) -> Result<(), Problem> {
        let before = self.count.claims;
        self.count.claims += claims.len();
        let writers = self.open.iter_mut().filter_map(|output| Some((output.writer.claims()?, output)));
        writers.into_iter().try_for_each(|(write, output)| output.put(|out| write(document, claims, before, out)))
    }

    /// Writes what can be written of some drafts before the rest is known.
    pub(super) fn drafts(&mut self, drafts: Vec<Draft>) -> Result<(), Problem> {
        let mut counts = Vec::with_capacity(drafts.len());
        for draft in &drafts {
            counts.push(self.count);
            self.count = self.count.past(draft);
        }
        for output in &mut self.open {
            if let Writer::Streamed(stream) = output.writer {
                output.stream(stream, &drafts, &counts)?;
            }
            output.blocks(|blocks, out| blocks.add(&drafts, &counts, out))?;
        }
        if self.open.iter().any(|output| matches!(output.writer, Writer::Whole(_))) {
            self.drafts.extend(drafts);
        }
        Ok(())
    }

    /// Hands on what is written so far.
    pub(super) fn flush(&mut self) -> Result<(), Problem> {
        self.open.iter_mut().try_for_each(|output| output.put(|out| out.flush()))
    }

    /// Writes what had to wait, with the problems met, and keeps all.
    pub(super) fn finish(mut self, problems: &[Problem]) -> Result<(), Problem> {
        let drafts = std::mem::take(&mut self.drafts);
        self.report(&Outcome { drafts: &drafts, problems, ..Outcome::default() })
    }

    /// Writes a whole outcome and keeps all.
    pub(super) fn report(self, outcome: &Outcome<'_>) -> Result<(), Problem> {
        for mut output in self.open {
            let look = output.look;
            match output.writer {
                Writer::Whole(write) => output.put(|out| write(outcome, look, out))?,
                Writer::Parted(parts) => output.put(|out| parts.write(outcome, out))?,
                Writer::Streamed(Stream { tail, .. }) => output.put(|out| out.write_all(tail.as_bytes()))?,
                Writer::Blocked(_) => output.blocks(|blocks, out| blocks.finish(out))?,
                Writer::Unbuilt(_) => {}
            }
            output.keep()?;
        }
        Ok(())
    }
}

impl Output {
    fn open(target: &Target, plan: &Plan, world: &dyn World) -> Result<Self, Problem> {
        let path = target.path.clone();
        let format = plan.formats.iter().find(|format| format.name == target.format).unwrap_or(&plan.formats[0]);
        if let Writer::Unbuilt(feature) = format.writer {
            let message = format!("this program cannot write `{}`, {}", format.name, report::building(feature));
            return Err(Problem::file("--format", message));
        }
        let sink = world.create(&path).map_err(|error| Problem::file(&path, error.to_string()))?;
        let look = if path == "-" { world.look(plan.colour) } else { Look::default() };
        let mut output = Self { path, writer: format.writer, look, sink: Some(sink), has_begun: false, blocks: None };
        if let Writer::Blocked(begin) = output.writer {
            output.blocks = Some(begin().map_err(|error| Problem::file(&output.path, error.to_string()))?);
        }
        if let Writer::Streamed(Stream { head, .. }) = output.writer {
            output.put(head)?;
        }
        Ok(output)
    }

    fn aside(aside: &Aside, path: String, world: &dyn World) -> Result<Self, Problem> {
        let sink = world.append(&path).map_err(|error| Problem::file(&path, error.to_string()))?;
        let writer = aside.writer;
        Ok(Self { path, writer, look: Look::default(), sink: Some(sink), has_begun: false, blocks: None })
    }

    /// Writes some of what is written block by block.
    fn blocks(&mut self, write: impl FnOnce(&mut dyn Blocks, &mut dyn Write) -> io::Result<()>) -> Result<(), Problem> {
        let Some(mut blocks) = self.blocks.take() else { return Ok(()) };
        self.put(|out| write(&mut *blocks, out))?;
        self.blocks = Some(blocks);
        Ok(())
    }

    /// Writes some drafts, each by itself, side by side, and in order.
    fn stream(&mut self, stream: Stream, drafts: &[Draft], counts: &[Count]) -> Result<(), Problem> {
        if let ([draft], "") = (drafts, stream.between) {
            return self.put(|out| (stream.draft)(draft, counts[0], out));
        }
        let written = drafts.par_iter().zip(counts).map(|(draft, before)| {
            let mut bytes = Vec::new();
            (stream.draft)(draft, *before, &mut bytes).map(|()| bytes)
        });
        let written: io::Result<Vec<_>> = written.collect();
        let mut has_begun = self.has_begun;
        self.put(|out| {
            for bytes in written?.into_iter().filter(|bytes| !bytes.is_empty()) {
                if std::mem::replace(&mut has_begun, true) {
                    out.write_all(stream.between.as_bytes())?;
                }
                out.write_all(&bytes)?;
            }
            Ok(())
        })?;
        self.has_begun = has_begun;
        Ok(())
    }

    /// Writes something, unless the reader has gone away, which is no error.
    pub(super) fn put(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Problem> {
        let Some(sink) = &mut self.sink else { return Ok(()) };
        let written = write(sink);
        self.weigh(written)
    }

    pub(super) fn keep(mut self) -> Result<(), Problem> {
        let kept = self.sink.take().map_or(Ok(()), Sink::keep);
        self.weigh(kept)
    }

    fn weigh(&mut self, written: io::Result<()>) -> Result<(), Problem> {
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.sink = None;
                Ok(())
            }
            written => written.map_err(|error| Problem::file(&self.path, error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Target;
    use crate::report::CHECK;

    #[test]
    fn formats_before_files() {
        let target = |typed: &str| Target::all(&[typed.to_owned()], "table", CHECK);
        for (typed, format, path) in [
            ("out.txt", "table", "out.txt"),
            ("json:out.json", "json", "out.json"),
            ("csv:-", "csv", "-"),
            ("C:out", "table", "C:out"),
            ("./odd:name", "table", "./odd:name"),
        ] {
            assert_eq!(target(typed), Ok(vec![Target { format, path: path.to_owned() }]), "{typed}");
        }
        for (typed, problem) in [
            ("jsn:out", "jsn:out: there is no format `jsn`, did you mean `json`?"),
            ("sarif:", "--output: no file is named; `-` is standard output"),
        ] {
            assert_eq!(target(typed).map_err(|problem| problem.to_string()), Err(problem.to_owned()));
        }
        let twice = Target::all(&["json:out".to_owned(), "csv:./out".to_owned()], "table", CHECK);
        assert_eq!(twice.map_err(|problem| problem.path), Err("./out".to_owned()));
    }
}
