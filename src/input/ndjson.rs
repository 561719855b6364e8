//! NDJSON: one document a line, an object with `text` and what is known of it.
//!
//! Spans of such a document count bytes of its `text` in UTF-8; its lines and columns are those of its text.

use super::encoding::Decoded;
use super::masthead::Masthead;
use super::{date, note, text};
use crate::text::{Document, Format, Origin, Problem, Span};
use jiff::civil::Date;
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer};

/// The name that reports use.
pub(super) const FORMAT: Format = Format("ndjson");

/// Reads one line, 1-based `number` of the file `path`; a blank line holds no document.
///
/// # Errors
/// The line is no object with a `text`, or one of its values is not of the kind expected: with line and column.
pub(super) fn read(path: &str, number: usize, line: &[u8]) -> Result<Option<Document>, Problem> {
    let line = without_mark(number, line);
    if line.trim_ascii().is_empty() {
        return Ok(None);
    }
    let line = std::str::from_utf8(line).map_err(|error| {
        let column = String::from_utf8_lossy(&line[..error.valid_up_to()]).chars().count() + 1;
        Problem::at(path, number, column, "not UTF-8; expected one JSON object in UTF-8")
    })?;
    match serde_json::from_str::<Object>(line) {
        Ok(Object(entry)) => Ok(Some(entry.into_document(path, number))),
        Err(error) => Err(problem(path, number, line, &error)),
    }
}

/// The line without the byte-order mark that the first may begin with.
fn without_mark(number: usize, line: &[u8]) -> &[u8] {
    line.strip_prefix(b"\xEF\xBB\xBF").filter(|_| number == 1).unwrap_or(line)
}

fn problem(path: &str, number: usize, line: &str, error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    let reason = message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _)| reason);
    let before = error.column().saturating_sub(1);
    let column = line.char_indices().take_while(|&(at, _)| at < before).count() + 1;
    Problem::at(path, number, column, format!("{reason}; expected an object with `text`, one a line"))
}

/// An entry that stands in braces: JSON arrays are refused.
struct Object(Entry);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Braces;
        impl<'de> serde::de::Visitor<'de> for Braces {
            type Value = Object;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Object, A::Error> {
                Entry::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(Object)
            }
        }
        deserializer.deserialize_map(Braces)
    }
}

/// A line as written.
#[derive(Deserialize)]
struct Entry {
    id: Option<Id>,
    text: String,
    title: Option<String>,
    #[serde(default, deserialize_with = "published")]
    published: Option<Date>,
    outlet: Option<String>,
    url: Option<String>,
}

/// An identifier, in words or as a number.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a string or a whole number as `id`")]
enum Id {
    Words(String),
    Number(i64),
    Natural(u64),
}

impl Entry {
    fn into_document(self, path: &str, number: usize) -> Document {
        let id = match self.id {
            Some(Id::Words(words)) => words,
            Some(Id::Number(number)) => number.to_string(),
            Some(Id::Natural(number)) => number.to_string(),
            None => format!("{path}:{number}"),
        };
        let Self { title, published, outlet, url, .. } = self;
        let mut masthead = Masthead { title, published, outlet, url, dateline: None };
        let same = Origin::identity(self.text.len(), 0);
        let notes = note::find(&self.text, Span::new(0, self.text.len()));
        let text = note::blanked(&self.text, &notes);
        let blocks = text::blocks(text.as_deref().unwrap_or(&self.text), &mut masthead);
        let text = text.map(|text| (text, same.clone()));
        let file = Decoded { encoding: same, source: self.text };
        masthead.into_document(&id, FORMAT, file, text, blocks).with_notes(notes)
    }
}

/// A date or the date of a timestamp; null and an empty string are none.
fn published<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    match Option::<String>::deserialize(deserializer)?.filter(|stamp| !stamp.is_empty()) {
        None => Ok(None),
        Some(stamp) => match date::from_stamp(&stamp) {
            Some(date) => Ok(Some(date)),
            None => Err(D::Error::invalid_value(
                Unexpected::Str(&stamp),
                &"a date such as 2024-05-03 or an RFC 3339 timestamp as `published`",
            )),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::text::Span;

    #[test]
    fn a_line_is_a_document() {
        let line = br#"{"id": 7, "text": "Nine \u00e9 died.", "published": "2024-05-03T10:00:00Z", "outlet": "Wire", "x": [1]}"#;
        let document = read("a.ndjson", 3, line).unwrap().unwrap();
        assert_eq!((document.id(), document.text(), document.outlet()), ("7", "Nine é died.", Some("Wire")));
        assert_eq!(document.published().unwrap().to_string(), "2024-05-03");
        assert_eq!(document.in_file(Span::new(5, 7)), Span::new(5, 7));
        let nameless = read("a.ndjson", 3, br#"{"text": "", "id": null, "published": null}"#).unwrap().unwrap();
        assert_eq!(nameless.id(), "a.ndjson:3");
        assert!(read("a.ndjson", 1, b" \r").unwrap().is_none());
        assert!(read("a.ndjson", 1, b"\xEF\xBB\xBF{\"text\": \"\"}").unwrap().is_some());
    }

    #[test]
    fn problems_name_the_line_the_column_and_what_was_expected() {
        let tail = "; expected an object with `text`, one a line";
        for (line, expected) in [
            (&br#"{"id": "1"}"#[..], format!("a:2:11: missing field `text`{tail}")),
            (br#"["1", "text"]"#, format!("a:2:1: invalid type: sequence, expected an object{tail}")),
            (br#"{"text": 5}"#, format!("a:2:10: invalid type: integer `5`, expected a string{tail}")),
            (br#"{"text": "", "id": {}}"#, format!("a:2:22: expected a string or a whole number as `id`{tail}")),
            (br#"{"text": "a"#, format!("a:2:11: EOF while parsing a string{tail}")),
            (b"\xC3\xA9\xFF", "a:2:2: not UTF-8; expected one JSON object in UTF-8".to_owned()),
        ] {
            assert_eq!(read("a", 2, line).unwrap_err().to_string(), expected);
        }
        let dated = read("a", 2, br#"{"published": "3 May", "text": ""}"#).unwrap_err();
        assert!(dated.message.starts_with("invalid value: string \"3 May\", expected a date such as 2024-05-03"));
    }
}
