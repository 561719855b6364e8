//! The `numerate` command: the only place that opens files, prints, and reads the clock or the environment.

use anstream::{AutoStream, ColorChoice};
use anstyle_hyperlink::path_to_url;
use ignore::WalkBuilder;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use numerate::cli::{self, Colour, Folder, Scratch, Sink, World};
use numerate::report::Look;
use numerate::text::Problem;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

fn main() -> ExitCode {
    ExitCode::from(cli::run(std::env::args_os(), &Machine { start: Instant::now(), progress: progress() }) as u8)
}

/// What shows how far a run is: nothing, where standard error is no terminal or a server runs the program.
fn progress() -> ProgressBar {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    if is_set("CI") || is_dumb {
        return ProgressBar::hidden();
    }
    // The target looks for a terminal itself.
    let count = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    count
        .with_style(ProgressStyle::with_template("{human_pos} drafts read").unwrap_or(ProgressStyle::default_spinner()))
}

/// How long a run may take before it is shown how far it is.
const PATIENCE: Duration = Duration::from_secs(1);

/// How many bytes are written in one go.
const BUFFER: usize = 1 << 16;

/// The machine that the program runs on.
struct Machine {
    /// When it began to.
    start: Instant,
    /// How far it is.
    progress: ProgressBar,
}

impl World for Machine {
    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>> {
        if path == "-" {
            return Ok(Box::new(io::stdin()));
        }
        Ok(Box::new(File::open(path)?))
    }

    fn files(&self, path: &str, wanted: &dyn Fn(&str) -> bool) -> Vec<Result<String, Problem>> {
        if !Path::new(path).is_dir() {
            return vec![Ok(path.to_owned())];
        }
        let entries = WalkBuilder::new(path).sort_by_file_path(Path::cmp).build();
        let files = entries.filter(|entry| !entry.as_ref().is_ok_and(|entry| entry.path().is_dir()));
        let named = files.map(|entry| match entry {
            Ok(entry) => name(entry.into_path()),
            Err(error) => Err(Problem::file(path, error.to_string())),
        });
        named.filter(|file| file.as_ref().map_or(true, |file| wanted(file))).collect()
    }

    fn folders(&self, path: &str) -> Vec<Folder> {
        let folder = Path::new(path).parent().filter(|folder| folder.is_dir()).unwrap_or(Path::new("."));
        let (Ok(folder), here) = (fs::canonicalize(folder), std::env::current_dir().and_then(fs::canonicalize)) else {
            return Vec::new();
        };
        let named = |above: &Path| Folder {
            path: here
                .as_ref()
                .ok()
                .and_then(|here| above.strip_prefix(here).ok())
                .unwrap_or(above)
                .to_string_lossy()
                .into_owned(),
            below: folder.strip_prefix(above).unwrap_or(Path::new("")).to_string_lossy().into_owned(),
        };
        folder.ancestors().map(named).collect()
    }

    fn create(&self, path: &str) -> io::Result<Box<dyn Sink>> {
        if path == "-" {
            return Ok(Box::new(Stream(BufWriter::with_capacity(BUFFER, io::stdout()))));
        }
        // What is no plain file (a pipe, a terminal) cannot be replaced by one.
        if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            return Ok(Box::new(Stream(BufWriter::with_capacity(BUFFER, File::options().write(true).open(path)?))));
        }
        Ok(Box::new(Beside::create(Path::new(path))?))
    }

    fn scratch(&self) -> io::Result<Box<dyn Scratch>> {
        Ok(Box::new(tempfile::tempfile()?))
    }

    fn append(&self, path: &str) -> io::Result<Box<dyn Sink>> {
        let file = File::options().append(true).create(true).open(path)?;
        Ok(Box::new(Stream(BufWriter::with_capacity(BUFFER, file))))
    }

    fn add(&self, path: &str, text: &str) -> io::Result<()> {
        if let Some(folder) = Path::new(path).parent() {
            fs::create_dir_all(folder)?;
        }
        File::create_new(path)?.write_all(text.as_bytes())
    }

    fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    }

    fn git(&self, folder: &str, arguments: &[&str]) -> Result<String, String> {
        let mut git = Command::new("git");
        if !folder.is_empty() {
            git.current_dir(folder);
        }
        // A hook that git runs is told where the repository is from another folder than this one.
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            git.env_remove(variable);
        }
        let out = git.args(arguments).stdin(Stdio::null()).output().map_err(|error| format!("git: {error}"))?;
        if !out.status.success() {
            return Err(String::from_utf8_lossy(&out.stderr).lines().next().unwrap_or("git failed").to_owned());
        }
        Ok(String::from_utf8_lossy(&out.stdout).into_owned())
    }

    fn look(&self, colour: Colour) -> Look {
        let out = io::stdout();
        let colour = match colour {
            Colour::Auto => AutoStream::choice(&out) != ColorChoice::Never,
            Colour::Always => true,
            Colour::Never => false,
        };
        let width = terminal_size::terminal_size_of(&out).map(|(width, _)| width.0);
        let opens_links = colour && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout);
        let link: fn(&str) -> Option<String> = address;
        Look { colour, link: opens_links.then_some(link), width: width.filter(|_| out.is_terminal()) }
    }

    fn tell(&self, line: &str) {
        // Nobody is left to tell that nobody listens.
        let _ = self.progress.suspend(|| writeln!(io::stderr(), "{line}"));
    }

    fn progress(&self, read: Option<usize>) {
        match read {
            Some(read) if self.elapsed() > PATIENCE => self.progress.set_position(read as u64),
            Some(_) => {}
            None => self.progress.finish_and_clear(),
        }
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    fn today(&self) -> Date {
        told_day().unwrap_or_else(|| Zoned::now().date())
    }
}

/// The day that a run is to be taken for, where whoever builds things so that they can be built again says so.
fn told_day() -> Option<Date> {
    let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    Some(Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date())
}

/// The address of a file on this machine.
fn address(path: &str) -> Option<String> {
    path_to_url(&std::path::absolute(path).ok()?)
}

/// A path as the rest of the program names it.
fn name(path: PathBuf) -> Result<String, Problem> {
    let named = path.into_os_string().into_string();
    named.map_err(|path| Problem::file(path.to_string_lossy(), "the name of the file is not UTF-8"))
}

/// Something that takes what is written as it comes.
struct Stream<W: Write>(BufWriter<W>);

impl<W: Write> Write for Stream<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl<W: Write + Send> Sink for Stream<W> {
    fn keep(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}

/// A file that is written beside the one whose place it takes in the end.
struct Beside {
    file: BufWriter<File>,
    place: PathBuf,
    /// Where it stands until then; `None` once it has moved.
    draft: Option<PathBuf>,
}

impl Beside {
    /// A file for a place. What a link leads to is replaced and not the link; who may read it stays as it was.
    fn create(place: &Path) -> io::Result<Self> {
        let place = fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
        let mut name = std::ffi::OsString::from(".");
        name.push(place.file_name().ok_or(io::ErrorKind::InvalidFilename)?);
        name.push(format!(".{}", std::process::id()));
        let draft = place.with_file_name(name);
        let file = File::create_new(&draft)?;
        if let Ok(there) = fs::metadata(&place) {
            file.set_permissions(there.permissions())?;
        }
        Ok(Self { file: BufWriter::with_capacity(BUFFER, file), place, draft: Some(draft) })
    }
}

impl Write for Beside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Sink for Beside {
    fn keep(mut self: Box<Self>) -> io::Result<()> {
        self.file.flush()?;
        if let Some(draft) = self.draft.as_ref() {
            fs::rename(draft, &self.place)?;
        }
        self.draft = None;
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Some(draft) = &self.draft {
            // A file that is not kept is of no use; that it cannot be removed is not worth a word.
            let _ = fs::remove_file(draft);
        }
    }
}
