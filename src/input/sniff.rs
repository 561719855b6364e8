//! What format a file without a telling name is in.

use super::{encoding, front_matter, html, markdown, ndjson};
use crate::text::Format;
use serde::de::IgnoredAny;

/// How many bytes are looked at.
const SAMPLE: usize = 8192;

/// The format that the beginning of a file shows, if it shows one.
pub(super) fn format(bytes: &[u8]) -> Option<Format> {
    let sample = bytes[..bytes.len().min(SAMPLE)].to_vec();
    let is_cut = sample.len() < bytes.len();
    let start = encoding::decode(sample, None).ok()?.source;
    let words = start.trim_start();
    if is_tag(words) {
        Some(html::FORMAT)
    } else if is_object(words, is_cut) {
        Some(ndjson::FORMAT)
    } else if front_matter::read(&start).end > 0 || start.lines().any(is_heading) {
        Some(markdown::FORMAT)
    } else {
        None
    }
}

/// `<!doctype html>`, `<p>`, `<!-- -->`; not `<5` and not `<?xml`.
fn is_tag(words: &str) -> bool {
    let name = words.strip_prefix('<').unwrap_or_default();
    name.starts_with(|char: char| char.is_ascii_alphabetic() || char == '!') && name.contains('>')
}

/// Whether the first line is a JSON object, or begins as one and is cut off.
fn is_object(words: &str, is_cut: bool) -> bool {
    match words.split_once('\n') {
        None if is_cut => words.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with('"')),
        line => {
            let line = line.map_or(words, |(line, _)| line);
            line.starts_with('{') && serde_json::from_str::<IgnoredAny>(line).is_ok()
        }
    }
}

/// `## Heading`.
fn is_heading(line: &str) -> bool {
    let marks = line.bytes().take_while(|&byte| byte == b'#').count();
    (1..=6).contains(&marks) && line[marks..].starts_with(' ')
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn content_tells_the_format() {
        let long = format!("{{\"text\": \"{}\"}}", "a".repeat(10_000));
        for (start, expected) in [
            ("<!DOCTYPE html>\n<p>", Some("html")),
            ("\n <article>", Some("html")),
            ("<5 people", None),
            ("{\"text\": \"a\"}\n{\"te", Some("ndjson")),
            (&long, Some("ndjson")),
            ("{\n \"text\": \"a\"}", None),
            ("---\ntitle: A\n---\n", Some("markdown")),
            ("Note\n\n## A", Some("markdown")),
            ("#5 in line", None),
            ("", None),
        ] {
            assert_eq!(format(start.as_bytes()).map(|format| format.0), expected, "{start}");
        }
    }
}
