//! The words of the drafts around the figures of a dispute, with the figures marked.

use super::dossier::Dispute;
use crate::report::location::path;
use crate::report::shape::place;
use crate::text::{Document, Span};
use maud::{Markup, html};

/// How many characters stand before and after a figure at most, where its sentence has so many.
const AROUND: usize = 240;

/// The passages, each with the draft that it is from; figures that stand close share one.
pub(super) fn passages(dispute: &Dispute<'_>) -> Markup {
    html! {
        div .passages { @for passage in of(dispute) {
            figure .passage {
                blockquote { p dir="auto" { (marked(&passage)) } }
                figcaption { (caption(&passage)) }
            }
        } }
    }
}

/// A stretch of a document's text, and the figures in it, in order.
struct Passage<'a> {
    document: &'a Document,
    /// What is quoted.
    span: Span,
    /// The whole sentence.
    within: Span,
    marks: Vec<Span>,
}

/// The passages of a dispute, in the order of its figures.
fn of<'a>(dispute: &Dispute<'a>) -> Vec<Passage<'a>> {
    let figures = dispute.figures.iter();
    let mut marks: Vec<_> =
        figures.map(|figure| (figure.document, figure.claim.sentence, figure.claim.quantity.span)).collect();
    let own = dispute.finding.span;
    if !marks.iter().any(|&(document, _, mark)| is_same(document, dispute.document) && mark == own) {
        marks.insert(0, (dispute.document, block_around(dispute.document, own), own));
    }
    let mut passages: Vec<Passage<'_>> = Vec::new();
    for (document, within, mark) in marks {
        let span = window(document.text(), within, mark);
        let near = |passage: &&mut Passage<'_>| is_same(passage.document, document) && passage.span.overlaps(span);
        if let Some(passage) = passages.iter_mut().find(near) {
            passage.span = passage.span.to(span);
            passage.within = passage.within.to(within);
            passage.marks.push(mark);
            passage.marks.sort();
        } else {
            passages.push(Passage { document, span, within, marks: vec![mark] });
        }
    }
    passages
}

fn is_same(one: &Document, other: &Document) -> bool {
    std::ptr::eq(one, other)
}

fn block_around(document: &Document, span: Span) -> Span {
    document.blocks().iter().map(|block| block.span).find(|block| block.contains(span)).unwrap_or(span)
}

/// The part of a sentence around a mark that is worth quoting, cut at blanks where there are any.
fn window(text: &str, sentence: Span, mark: Span) -> Span {
    let before = Span::new(sentence.start.min(mark.start), mark.start);
    let after = Span::new(mark.end, sentence.end.max(mark.end));
    let start = match before.of(text).char_indices().rev().nth(AROUND) {
        Some((at, _)) => before.start + at + before.of(text)[at..].find(' ').map_or(0, |blank| blank + 1),
        None => before.start,
    };
    let end = match after.of(text).char_indices().nth(AROUND) {
        Some((at, letter)) => {
            let cut = &after.of(text)[..at + letter.len_utf8()];
            after.start + cut.rfind(' ').unwrap_or(cut.len())
        }
        None => after.end,
    };
    Span::new(start, end)
}

/// The passage with its figures marked; one within another, or twice the same, is marked once.
fn marked(passage: &Passage<'_>) -> Markup {
    let text = passage.document.text();
    let mut parts = Vec::new();
    let mut at = passage.span.start;
    for mark in passage.marks.iter().filter(|mark| !mark.is_empty()) {
        if mark.start >= at {
            parts.push((Span::new(at, mark.start).of(text), mark.of(text)));
            at = mark.end;
        }
    }
    html! {
        @if passage.span.start > passage.within.start { "… " }
        @for (before, figure) in parts { (before) mark { (figure) } }
        (Span::new(at, passage.span.end).of(text))
        @if passage.span.end < passage.within.end { " …" }
    }
}

/// `drafts/a.md:3:14 · Harbour Post, 2031-05-06`
fn caption(passage: &Passage<'_>) -> Markup {
    let document = passage.document;
    let at = place(document, passage.marks[0]);
    let published = document.published().map(|day| day.to_string());
    let of: Vec<_> = document.outlet().map(str::to_owned).into_iter().chain(published).collect();
    html! {
        cite { (path(document.id())) ":" (at.line) ":" (at.column) }
        @if !of.is_empty() { " · " (of.join(", ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::{AROUND, window};
    use crate::text::Span;

    #[test]
    fn a_long_sentence_is_cut_at_blanks() {
        let words = "so é ".repeat(AROUND);
        let text = format!("{words}40 {words}");
        let mark = Span::new(words.len(), words.len() + 2);
        let cut = window(&text, Span::new(0, text.len()), mark);
        let letters = cut.of(&text).chars().count();
        assert!(cut.of(&text).starts_with("so") || cut.of(&text).starts_with('é'));
        assert!((2 * AROUND - 20..2 * AROUND + 4).contains(&letters), "{letters}");
        assert_eq!(window("A 40 b.", Span::new(0, 7), Span::new(2, 4)), Span::new(0, 7));
        let unbroken = "é".repeat(9 * AROUND);
        assert!(!window(&unbroken, Span::new(0, unbroken.len()), Span::new(100, 102)).of(&unbroken).is_empty());
    }
}
