//! JSON put down directly, for the one shape that reports hold by the hundred thousand.
//!
//! Names stand in the writer's callers as letters ready to be copied; only what comes from a draft is looked at letter
//! by letter. Bytes are those that `serde_json` would write, but for what steers terminals, which [`harmless`] escapes.

use crate::claim::Decimal;
use crate::report::harmless::{may_steer, steers, write_line};
use crate::text::Span;
use jiff::civil::Date;

/// JSON on its way into a buffer.
pub(super) struct JsonWriter<'b> {
    out: &'b mut Vec<u8>,
}

impl<'b> JsonWriter<'b> {
    /// A writer that goes on where the buffer ends.
    pub(super) const fn new(out: &'b mut Vec<u8>) -> Self {
        Self { out }
    }

    /// Letters that are JSON already: names, brackets, commas.
    #[inline]
    pub(super) fn raw(&mut self, json: &str) -> &mut Self {
        self.bytes(json.as_bytes())
    }

    /// Bytes that were put down before.
    pub(super) fn bytes(&mut self, json: &[u8]) -> &mut Self {
        self.out.extend_from_slice(json);
        self
    }

    /// A string.
    pub(super) fn string(&mut self, text: &str) -> &mut Self {
        // Nearly no string holds one: looking at all bytes is quicker than asking behind each whether to stop.
        let found = text.bytes().fold(0, |found, byte| found | KINDS[usize::from(byte)]);
        if found & ESCAPED != 0 || found & DUBIOUS != 0 && steers(text) {
            // Writing to memory does not fail.
            let _ = write_line(&mut *self.out, &text);
        } else {
            self.out.push(b'"');
            self.out.extend_from_slice(text.as_bytes());
            self.out.push(b'"');
        }
        self
    }

    /// A count or an offset.
    pub(super) fn count(&mut self, count: usize) -> &mut Self {
        self.raw(itoa::Buffer::new().format(count))
    }

    /// The members of a span, in braces.
    pub(super) fn span(&mut self, span: Span) -> &mut Self {
        self.raw(r#"{"start":"#).count(span.start).raw(r#","end":"#).count(span.end).raw("}")
    }

    /// A figure, digit by digit: a float would turn 43.60 into 43.6 and lose the end of long ones.
    pub(super) fn decimal(&mut self, decimal: Decimal) -> &mut Self {
        let (mut digits, scale) = (itoa::Buffer::new(), decimal.scale() as usize);
        match u64::try_from(decimal.mantissa()).map(|mantissa| digits.format(mantissa)) {
            Ok(whole) if scale == 0 && decimal.is_sign_positive() => self.raw(whole),
            Ok(all) if all.len() > scale && decimal.is_sign_positive() => {
                let (whole, part) = all.split_at(all.len() - scale);
                self.raw(whole).raw(".").raw(part)
            }
            _ => self.raw(&decimal.to_string()),
        }
    }

    /// A day as ISO 8601 has it: `"2031-05-02"`.
    pub(super) fn day(&mut self, day: Date) -> &mut Self {
        let mut letters = *b"\"0000-00-00\"";
        let fields = [(1..5, day.year()), (6..8, day.month().into()), (9..11, day.day().into())];
        for (field, number) in fields {
            let mut left = number.unsigned_abs();
            for letter in letters[field].iter_mut().rev() {
                *letter += u8::try_from(left % 10).unwrap_or_default();
                left /= 10;
            }
        }
        if day.year() < 0 {
            return self.string(&day.to_string());
        }
        self.out.extend_from_slice(&letters);
        self
    }

    /// What is there, written by `write`, or `null`.
    pub(super) fn optional<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) -> &mut Self {
        match value {
            Some(value) => write(self, value),
            None => _ = self.raw("null"),
        }
        self
    }

    /// A string or `null`.
    pub(super) fn optional_string(&mut self, text: Option<&str>) -> &mut Self {
        self.optional(text, |json, text| _ = json.string(text))
    }

    /// A figure or `null`.
    pub(super) fn optional_decimal(&mut self, decimal: Option<Decimal>) -> &mut Self {
        self.optional(decimal, |json, decimal| _ = json.decimal(decimal))
    }

    /// A day or `null`.
    pub(super) fn optional_day(&mut self, day: Option<Date>) -> &mut Self {
        self.optional(day, |json, day| _ = json.day(day))
    }
}

/// A byte that does not stand for itself in a string.
const ESCAPED: u8 = 1;
/// A byte that may be part of a letter that does not.
const DUBIOUS: u8 = 2;

/// What each byte is.
const KINDS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < u8::MAX {
        table[byte as usize] = match byte {
            ..b' ' | b'"' | b'\\' => ESCAPED,
            _ if may_steer(byte) => DUBIOUS,
            _ => 0,
        };
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::JsonWriter;

    fn written(write: impl FnOnce(&mut JsonWriter<'_>)) -> String {
        let mut out = Vec::new();
        write(&mut JsonWriter::new(&mut out));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn figures_keep_every_digit() {
        for figure in [
            "43.60",
            "12345678901234567890.5",
            "-0.001",
            "0",
            "-7",
            "2500",
            "0.05",
            "0.5",
            "-43.60",
            "79228162514264337593543950335",
        ] {
            assert_eq!(written(|json| _ = json.decimal(figure.parse().unwrap())), figure);
        }
    }

    #[test]
    fn days_are_written_as_the_calendar_writes_them() {
        for day in ["2031-05-02", "1999-12-31", "0007-01-10", "-000044-03-15"] {
            assert_eq!(written(|json| _ = json.day(day.parse().unwrap())), format!("\"{day}\""));
        }
    }

    #[test]
    fn strings_are_escaped_as_serde_json_does() {
        for text in ["", "plain", "“café”", "a \"b\"", "back\\slash", "tab\tline\r\n", "\u{1b}[1m", "No. #4 🚢"]
        {
            assert_eq!(written(|json| _ = json.string(text)), serde_json::to_string(text).unwrap());
        }
    }

    #[test]
    fn letters_that_steer_are_escaped_too() {
        for (text, escaped) in
            [("\u{7f}\u{85}", r"\u007f\u0085"), ("4\u{202e}2", r"4\u202e2"), ("##[a]", r"##\u005ba]")]
        {
            assert_eq!(written(|json| _ = json.string(text)), format!("\"{escaped}\""));
        }
    }
}
