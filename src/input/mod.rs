//! Bytes to documents, one file a format.
//!
//! A format is chosen by name, else by the ending of the path, else by the first bytes: [`by_name`], [`by_path`],
//! [`by_content`]. [`read`] takes a whole file; a format of [`Reader::Lines`] can be read line by line instead, in
//! memory that does not grow with the file.
//!
//! A new format is one file here and one line in [`FORMATS`]. Nothing here opens a file, and no bytes make it panic.

mod credit;
mod date;
mod dateline;
mod encoding;
mod front_matter;
mod galley;
mod html;
mod markdown;
mod masthead;
mod ndjson;
mod note;
mod opening;
mod paragraph;
mod sniff;
mod text;

use crate::text::{Document, Format, Problem};

/// A format that drafts may come in.
#[derive(Clone, Copy, Debug)]
pub struct InputFormat {
    /// Its name, on the command line and in reports.
    pub format: Format,
    /// The endings of its files, in lower case, without the full stop.
    pub endings: &'static [&'static str],
    /// How it is read.
    pub reader: Reader,
}

/// How a format is read.
#[derive(Clone, Copy, Debug)]
pub enum Reader {
    /// A file is one document.
    Whole(ReadWhole),
    /// A line is one document, or none where it is blank.
    Lines(ReadLine),
}

/// A file's name and its bytes to its document.
pub type ReadWhole = fn(&str, Vec<u8>) -> Result<Document, Problem>;

/// A file's name, a line's 1-based number and its bytes, with or without the line's end, to its document.
pub type ReadLine = fn(&str, usize, &[u8]) -> Result<Option<Document>, Problem>;

/// Every format that can be read. The last is what a file is whose content tells nothing.
pub const FORMATS: [InputFormat; 4] = [
    InputFormat { format: markdown::FORMAT, endings: &["md", "markdown"], reader: Reader::Whole(markdown::read) },
    InputFormat { format: html::FORMAT, endings: &["html", "htm", "xhtml"], reader: Reader::Whole(html::read) },
    InputFormat { format: ndjson::FORMAT, endings: &["ndjson", "jsonl"], reader: Reader::Lines(ndjson::read) },
    InputFormat { format: text::FORMAT, endings: &["txt", "text"], reader: Reader::Whole(text::read) },
];

/// Reads a whole file: its documents in order, or the problems that stood in the way of one.
///
/// `id` is the path as given, or `-`; without a `format`, the path's ending or the content tells it.
pub fn read(id: &str, bytes: Vec<u8>, format: Option<InputFormat>) -> Vec<Result<Document, Problem>> {
    let format = format.or_else(|| by_path(id)).unwrap_or_else(|| by_content(&bytes));
    match format.reader {
        Reader::Whole(read) => vec![read(id, bytes)],
        Reader::Lines(read) => {
            let lines = bytes.split(|&byte| byte == b'\n');
            lines.zip(1..).filter_map(|(line, number)| read(id, number, line).transpose()).collect()
        }
    }
}

/// The format of that name.
pub fn by_name(name: &str) -> Option<InputFormat> {
    FORMATS.into_iter().find(|input| input.format.0 == name)
}

/// The format that the ending of a path tells, in any case of letters.
pub fn by_path(path: &str) -> Option<InputFormat> {
    let (_, ending) = path.rsplit_once('.')?;
    FORMATS.into_iter().find(|input| input.endings.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// The format that the first bytes of a file tell; a few thousand are enough.
pub fn by_content(start: &[u8]) -> InputFormat {
    let told = sniff::format(start);
    let [.., fallback] = FORMATS;
    FORMATS.into_iter().find(|input| Some(input.format) == told).unwrap_or(fallback)
}
