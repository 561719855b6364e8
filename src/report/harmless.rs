//! JSON in which a draft's words keep every letter, and yet steer nothing where it is printed.
//!
//! What a terminal, a reader's eye or the log of a server would obey is written as its number, `\u202e`, which any reader
//! of JSON takes for the letter itself. (Formats for people replace such letters: see [`safe`](super::safe::safe).)

use super::safe::obeyed;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};
use std::io::{self, Write};

/// Writes a value on one line.
pub(crate) fn write_line(out: impl Write, value: &impl Serialize) -> io::Result<()> {
    write_with(CompactFormatter, out, value)
}

/// Writes a value on many lines, for people too.
pub(crate) fn write_page(out: impl Write, value: &impl Serialize) -> io::Result<()> {
    write_with(PrettyFormatter::new(), out, value)
}

fn write_with(layout: impl Formatter, out: impl Write, value: &impl Serialize) -> io::Result<()> {
    Ok(value.serialize(&mut Serializer::with_formatter(out, Harmless(layout)))?)
}

/// Whether a string with this byte may hold a letter that is to be escaped, though JSON would let it stand: the first
/// bytes of such letters, and what may begin a command.
pub(crate) const fn may_steer(byte: u8) -> bool {
    matches!(byte, b'#' | 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xEF | 0xF3)
}

/// Whether something would obey a letter of the text.
pub(crate) fn steers(text: &str) -> bool {
    text.chars().any(obeyed())
}

/// A layout whose strings are harmless.
struct Harmless<F>(F);

impl<F: Formatter> Formatter for Harmless<F> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let (mut is_obeyed, mut written) = (obeyed(), 0);
        for (at, letter) in fragment.char_indices().filter(|(_, letter)| is_obeyed(*letter)) {
            out.write_all(&fragment.as_bytes()[written..at])?;
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            written = at + letter.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[written..])
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use super::{may_steer, steers, write_line, write_page};
    use serde_json::{Value, json};

    #[test]
    fn what_is_obeyed_is_escaped_and_read_as_itself() {
        for (text, escaped) in [
            ("1,200 dead – “naïve” 🚢", r#""1,200 dead – “naïve” 🚢""#),
            ("\u{1b}[31m40\u{7f}", r#""\u001b[31m40\u007f""#),
            ("\u{9b}2J\u{61c}", r#""\u009b2J\u061c""#),
            ("12\u{202e}34\u{2066}", r#""12\u202e34\u2066""#),
            ("\u{fff9}\u{e0041}\\ \"", r#""\ufff9\udb40\udc41\\ \"""#),
            ("###[group]##[endgroup]\n", r####""###\u005bgroup]##\u005bendgroup]\n""####),
        ] {
            let mut line = Vec::new();
            write_line(&mut line, &text).unwrap();
            assert_eq!(String::from_utf8(line.clone()).unwrap(), escaped);
            assert_eq!(serde_json::from_slice::<Value>(&line).unwrap(), text);
            let is_noticed = text.bytes().any(may_steer) || text.contains(char::is_control);
            assert!(!steers(text) || is_noticed, "{text:?}");
        }
    }

    #[test]
    fn the_layout_stays_the_same() {
        let value = json!({"a": [1, {"b": null}, []], "c": {}, "d": "e"});
        let mut page = Vec::new();
        write_page(&mut page, &value).unwrap();
        assert_eq!(String::from_utf8(page).unwrap(), serde_json::to_string_pretty(&value).unwrap());
    }
}
