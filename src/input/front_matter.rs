//! The lines between `---` at the very start of a Markdown file.
//!
//! The part of YAML that drafts use: `key: value` on one line, quoted or not. Unknown keys, nested values and lists are
//! passed over.

use super::date;
use super::masthead::{Masthead, fill};
use crate::text::{Note, Span};

/// What the front matter says and where it ends.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// What it says of the draft.
    pub masthead: Masthead,
    /// Where in the source its title stands, without quotes.
    pub title: Option<Span>,
    /// Its notes to this program.
    pub notes: Vec<Note>,
    /// Where the draft's own text begins.
    pub end: usize,
}

/// The front matter of a source, if it has any; empty otherwise.
pub(super) fn read(source: &str) -> FrontMatter {
    let mut lines = lines(source);
    if lines.next().is_none_or(|(_, line)| line.trim_end() != "---") {
        return FrontMatter::default();
    }
    let mut found = FrontMatter::default();
    for (start, line) in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return FrontMatter { end: start + line.len(), ..found };
        }
        if let Some((key, value)) = entry(start, line) {
            note(source, key, value, &mut found);
            found.notes.extend(for_us(start, key, value));
        }
    }
    FrontMatter::default()
}

/// The lines with where they start, their end included.
fn lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source.split_inclusive('\n').scan(0, |start, line| {
        let at = *start;
        *start += line.len();
        Some((at, line))
    })
}

/// A key and where its value stands, without quotes.
fn entry(start: usize, line: &str) -> Option<(&str, Span)> {
    let (key, value) = line.split_once(':')?;
    let value_start = start + key.len() + 1 + (value.len() - value.trim_start().len());
    let value = value.trim();
    let bare = ['"', '\''].iter().find_map(|&quote| value.strip_prefix(quote)?.strip_suffix(quote));
    let span = match bare {
        Some(bare) => Span::new(value_start + 1, value_start + 1 + bare.len()),
        None => Span::new(value_start, value_start + value.len()),
    };
    (!key.starts_with([' ', '\t', '#', '-']) && !matches!(value, "|" | ">" | "|-" | ">-")).then_some((key.trim(), span))
}

/// A note to this program: `numerate-ignore: sum: as the ministry adds it up`.
fn for_us(start: usize, key: &str, value: Span) -> Option<Note> {
    let name = key.strip_prefix("numerate-")?.to_owned();
    Some(Note { name, words: value, span: Span::new(start, value.end), whole: true })
}

fn note(source: &str, key: &str, value: Span, found: &mut FrontMatter) {
    let text = value.of(source);
    let masthead = &mut found.masthead;
    match key.to_ascii_lowercase().as_str() {
        "title" | "headline" if masthead.title.is_none() && !text.trim().is_empty() => {
            fill(&mut masthead.title, Some(text));
            found.title = Some(value);
        }
        "date" | "published" | "pubdate" => {
            let date = || date::from_stamp(text).or_else(|| date::find(text).map(|(_, date)| date));
            masthead.published = masthead.published.or_else(date);
        }
        "source" | "outlet" | "publisher" => fill(&mut masthead.outlet, Some(text)),
        "dateline" => fill(&mut masthead.dateline, Some(text)),
        "url" | "link" | "canonical" => fill(&mut masthead.url, Some(text)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use jiff::civil::date;

    #[test]
    fn known_keys_are_read_with_and_without_quotes() {
        let source = "---\r\ntitle: \"Nine: dead\"\r\ndate: 2025-02-20T10:00:00Z\r\nsource: River Aid\r\n\
                      dateline: 'PORT LUNE'\r\nurl: https://a.example/1\r\nnumerate-ignore: \"sum: why: so\"\r\ntags:\r\n  - a\r\n---\r\nBody";
        let found = read(source);
        assert_eq!(found.title.unwrap().of(source), "Nine: dead");
        assert_eq!(found.masthead.published, Some(date(2025, 2, 20)));
        assert_eq!(found.masthead.outlet.as_deref(), Some("River Aid"));
        assert_eq!(found.masthead.dateline.as_deref(), Some("PORT LUNE"));
        assert_eq!(found.masthead.url.as_deref(), Some("https://a.example/1"));
        let note = &found.notes[0];
        assert_eq!((note.name.as_str(), note.words.of(source), note.whole), ("ignore", "sum: why: so", true));
        assert_eq!(&source[found.end..], "Body");
    }

    #[test]
    fn what_is_not_closed_or_not_first_is_none() {
        for source in ["", "---", "---\ntitle: A\n", "\n---\ntitle: A\n---\n", "--- a\n---\n", "title: A\n---\n"] {
            let found = read(source);
            assert_eq!((found.end, found.title), (0, None), "{source:?}");
        }
        let quoted = "---\ntitle: \"\ndate: 3 May 2024\n---\n";
        assert_eq!(read(quoted).masthead.published, Some(date(2024, 5, 3)));
    }
}
