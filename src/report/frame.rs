//! Passages of drafts, cut to a size that reads well, with the figures in them marked.

use super::safe::safe_lines;
use super::shape::place;
use crate::text::{Document, Position, Span};
use std::ops::Range;

/// A figure to show.
#[derive(Clone, Debug)]
pub(crate) struct Mark<'a> {
    /// The document it stands in.
    pub(crate) document: &'a Document,
    /// Where, in the document's text.
    pub(crate) span: Span,
    /// What to write under it.
    pub(crate) label: String,
    /// Whether the message is about this one before all others.
    pub(crate) primary: bool,
}

/// A passage with its marks.
#[derive(Clone, Debug)]
pub(crate) struct Frame<'a> {
    /// The document.
    pub(crate) document: &'a Document,
    /// Where its foremost mark begins.
    pub(crate) place: Position,
    /// The line of the file that it begins in.
    pub(crate) line: usize,
    /// The passage as a terminal may show it, with an ellipsis where it was cut.
    pub(crate) text: String,
    /// Each mark's bytes in `text`, and the mark.
    pub(crate) marks: Vec<(Range<usize>, Mark<'a>)>,
}

/// How many characters to show before a mark, and how many after it.
const AROUND: (usize, usize) = (70, 90);

/// The frames of some marks: those near each other share one; the one with the primary mark comes first.
pub(crate) fn frames(mut marks: Vec<Mark<'_>>) -> Vec<Frame<'_>> {
    let documents: Vec<_> = marks.iter().map(|mark| std::ptr::from_ref(mark.document)).collect();
    marks.sort_by_key(|mark| (documents.iter().position(|&one| std::ptr::eq(one, mark.document)), mark.span));
    let mut windows: Vec<(Span, Vec<Mark<'_>>)> = Vec::new();
    for mark in marks {
        let window = window(mark.document.source(), mark.document.in_source(mark.span));
        match windows.last_mut() {
            Some((last, marks)) if std::ptr::eq(marks[0].document, mark.document) && last.overlaps(window) => {
                *last = last.to(window);
                marks.push(mark);
            }
            _ => windows.push((window, vec![mark])),
        }
    }
    windows.sort_by_key(|(_, marks)| !marks.iter().any(|mark| mark.primary));
    windows.into_iter().map(|(window, marks)| frame(window, &marks)).collect()
}

/// The part of the lines around `span` that is worth showing, cut at blanks where there are any.
fn window(source: &str, span: Span) -> Span {
    let before = source.get(..span.start).unwrap_or_default().char_indices().rev();
    let start = before.take(AROUND.0).take_while(|&(_, letter)| letter != '\n').last().map_or(span.start, |(at, _)| at);
    let after = source.get(span.end..).unwrap_or_default().char_indices();
    let end = after.take(AROUND.1).take_while(|&(_, letter)| letter != '\n').last();
    let end = end.map_or(span.end, |(at, letter)| span.end + at + letter.len_utf8());
    Span::new(start + blank_before(source, start, span.start), end - blank_after(source, span.end, end))
}

/// How many bytes to leave out at the beginning of a window so that it begins with a whole word.
fn blank_before(source: &str, start: usize, mark: usize) -> usize {
    if begins_line(source, start) {
        return 0;
    }
    source[start..mark].find(' ').map_or(0, |at| at + 1)
}

/// How many bytes to leave out at its end so that it ends with a whole word.
fn blank_after(source: &str, mark: usize, end: usize) -> usize {
    if ends_line(source, end) {
        return 0;
    }
    source[mark..end].rfind(' ').map_or(0, |at| end - mark - at)
}

fn begins_line(source: &str, at: usize) -> bool {
    at == 0 || source.as_bytes()[at - 1] == b'\n'
}

fn ends_line(source: &str, at: usize) -> bool {
    matches!(source.as_bytes().get(at), None | Some(b'\n'))
}

/// The passage of a window with its marks, of which there is at least one.
fn frame<'a>(window: Span, marks: &[Mark<'a>]) -> Frame<'a> {
    let document = marks[0].document;
    let source = document.source();
    let lead = if begins_line(source, window.start) { "" } else { "… " };
    let tail = if ends_line(source, window.end) { "" } else { " …" };
    let offset = |end| lead.len() + safe_lines(Span::new(window.start, end).of(source)).len();
    let range = |mark: &Mark<'a>| {
        let span = document.in_source(mark.span);
        offset(span.start)..offset(span.end)
    };
    let first = marks.iter().find(|mark| mark.primary).unwrap_or(&marks[0]);
    Frame {
        document,
        place: place(document, first.span),
        line: place(document, marks[0].span).line,
        text: format!("{lead}{}{tail}", safe_lines(window.of(source).trim_end())),
        marks: marks.iter().map(|mark| (range(mark), mark.clone())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, frames};
    use crate::report::example::document;
    use crate::text::{Document, Span};

    /// The mark of some words of a document.
    fn mark<'a>(document: &'a Document, words: &str, primary: bool) -> Mark<'a> {
        let start = document.text().find(words).unwrap();
        Mark { document, span: Span::new(start, start + words.len()), label: String::new(), primary }
    }

    #[test]
    fn a_long_paragraph_is_cut_around_the_mark() {
        let text = format!("First line.\n{} were 40 dead {}\n", "so it went".repeat(900), "and on".repeat(900));
        let long = document("a.txt", &text);
        let frames = frames(vec![mark(&long, "40", true)]);
        assert_eq!(frames[0].line, 2);
        assert!(frames[0].text.starts_with("… ") && frames[0].text.chars().count() < 180, "{}", frames[0].text);
        assert_eq!(&frames[0].text[frames[0].marks[0].0.clone()], "40");
    }

    #[test]
    fn neighbours_share_a_frame_and_the_primary_comes_first() {
        let one = document("a.txt", "Some 40 died, and 50 were hurt.\r\nPolice spoke of\u{1b} 60.\r\n");
        let frames = frames(vec![mark(&one, "40", false), mark(&one, "60", true), mark(&one, "50", false)]);
        let shown: Vec<_> = frames.iter().map(|frame| (frame.text.as_str(), frame.marks.len())).collect();
        assert_eq!(shown, [("Police spoke of\u{FFFD} 60.", 1), ("Some 40 died, and 50 were hurt.", 2)]);
        assert_eq!(&frames[0].text[frames[0].marks[0].0.clone()], "60");
        assert_eq!((frames[0].place.line, frames[0].place.column), (2, 18));
    }
}
