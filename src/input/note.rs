//! Notes to this program in a draft: `<!-- numerate-ignore sum: as the ministry adds it up -->`.
//!
//! They are comments, so that no format shows them to readers; in plain text, where there are no comments, the same form
//! is passed over too.

use crate::text::{Note, Span};
use memchr::memmem;

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";
/// How many bytes a note may take; whoever never closes one costs no more.
const LONGEST: usize = 4096;
/// What the first word of a comment begins with that is for this program.
const PREFIX: &str = "numerate-";

/// The notes that begin in a stretch of the source, in order.
pub(super) fn find(source: &str, within: Span) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for at in memmem::find_iter(within.of(source).as_bytes(), OPENING).map(|at| within.start + at) {
        // What stands in a note is none itself.
        if notes.last().is_none_or(|last| last.span.end <= at) {
            notes.extend(read(source, at));
        }
    }
    notes
}

/// The text with white space in place of notes, byte for byte; `None` where there are none.
pub(super) fn blanked(text: &str, notes: &[Note]) -> Option<String> {
    if notes.is_empty() {
        return None;
    }
    let mut rest = text;
    let mut clean = String::with_capacity(text.len());
    for note in notes {
        let (before, after) = rest.split_at(note.span.start - clean.len());
        let (words, after) = after.split_at(note.span.len());
        clean.push_str(before);
        clean.extend(words.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = after;
    }
    clean.push_str(rest);
    Some(clean)
}

/// The note in the comment that begins here, if it is one and comes to its end.
fn read(source: &str, start: usize) -> Option<Note> {
    let rest = &source[start + OPENING.len()..];
    let words = rest.trim_start();
    let blank = rest.len() - words.len();
    let name = words.strip_prefix(PREFIX)?.split(|letter: char| !is_of_a_name(letter)).next()?;
    let length = memmem::find(&rest.as_bytes()[..rest.len().min(LONGEST)], CLOSING.as_bytes())?;
    // The end of a comment looks like that of a name.
    let first = (blank + PREFIX.len() + name.len()).min(length);
    let behind = rest.get(first..length)?;
    let from = start + OPENING.len() + first + (behind.len() - behind.trim_start().len());
    let end = start + OPENING.len() + length + CLOSING.len();
    let words = Span::new(from, from + behind.trim().len());
    Some(Note { name: name.trim_end_matches('-').to_owned(), words, span: Span::new(start, end), whole: false })
}

const fn is_of_a_name(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter == '-'
}

#[cfg(test)]
mod tests {
    use super::{Span, blanked, find};

    fn shown(source: &str) -> Vec<String> {
        let notes = find(source, Span::new(0, source.len()));
        notes.iter().map(|note| format!("{} ({})", note.name, note.words.of(source))).collect()
    }

    #[test]
    fn comments_that_are_for_us() {
        for (source, expected) in [
            ("a <!-- numerate-ignore sum: so -->", vec!["ignore (sum: so)"]),
            ("<!--numerate-ignore-end--> <!-- numerate-ignore\nsum: é -->", vec!["ignore-end ()", "ignore (sum: é)"]),
            ("<!-- numerate-ignore sum: so", vec![]),
            ("<!-- numerate --> <!-- ignore sum: so -->", vec![]),
            ("<!-- numerate-ignore-->", vec!["ignore ()"]),
            ("<!-- numerate-a <!-- numerate-b --> -->", vec!["a (<!-- numerate-b)"]),
            ("<!-- <!-- numerate-ignore sum: so -->", vec!["ignore (sum: so)"]),
        ] {
            assert_eq!(shown(source), expected, "{source}");
        }
    }

    #[test]
    fn what_is_left_stands_where_it_stood() {
        let source = "Nine<!-- numerate-ignore a: é\nb --> five\n";
        let notes = find(source, Span::new(0, source.len()));
        let clean = blanked(source, &notes).unwrap();
        assert_eq!(clean, format!("Nine{}\n{} five\n", " ".repeat(26), " ".repeat(5)));
        assert_eq!(blanked("Nine", &[]), None);
    }
}
