//! A file's bytes to text, and the way back.
//!
//! | bytes | read as |
//! |---|---|
//! | a byte-order mark of UTF-8 or UTF-16 | what the mark says |
//! | every other byte zero | UTF-16 without a mark |
//! | other zeros, many control characters, the first bytes of a PDF or a picture | no text |
//! | valid UTF-8 | UTF-8, without a copy |
//! | all else | the encoding that the file declares, else Windows-1252 |
//!
//! It knows no format: a page's declaration is found by the reader of HTML.

use crate::text::{Origin, Problem, Span};
use encoding_rs::{Encoding, WINDOWS_1252};
use memchr::memchr;

/// A file as text.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text, without a byte-order mark.
    pub source: String,
    /// From the text to the bytes of the file.
    pub encoding: Origin,
}

/// Why bytes are no text; for the end of a sentence that begins with `not a text: `.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum NotText {
    /// It begins as a file of another kind does.
    #[error("it begins as a {0} does")]
    Kind(&'static str),
    /// It holds zero bytes, and not as UTF-16 would.
    #[error("there is a zero byte at offset {0}")]
    Zero(usize),
    /// Every tenth of its first bytes or more is a control character.
    #[error("it is full of control characters")]
    Controls,
}

impl NotText {
    /// The problem with the file of that name.
    pub(super) fn in_file(self, id: &str) -> Problem {
        Problem::file(id, format!("not a text: {self}; expected UTF-8, UTF-16 or Windows-1252"))
    }
}

/// How many bytes of a file are looked at to tell what it is.
const SAMPLE: usize = 4096;

/// What files of other kinds begin with.
const OTHER_KINDS: [(&[u8], &str); 7] = [
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "zip archive (docx, odt, epub)"),
    (b"\x89PNG", "PNG picture"),
    (b"\xFF\xD8\xFF", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"\x1F\x8B", "gzip archive"),
    (b"{\\rtf", "rich-text file"),
];

/// Decodes a file; `declared` is what the file says of itself and counts only where it is not UTF-8 or UTF-16.
pub(super) fn decode(mut bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Result<Decoded, NotText> {
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding == encoding_rs::UTF_8 => {
            bytes.drain(..mark);
            decode_narrow(bytes, mark, declared)
        }
        Some((encoding, mark)) => Ok(decode_wide(&bytes, mark, encoding == encoding_rs::UTF_16BE)),
        None => match wide_without_mark(&bytes) {
            Some(big) => Ok(decode_wide(&bytes, 0, big)),
            None => decode_narrow(bytes, 0, declared),
        },
    }
}

/// Whether the bytes are UTF-16 without a mark, and then whether the high byte comes first.
fn wide_without_mark(bytes: &[u8]) -> Option<bool> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let units = sample.len() / 2;
    let (high, low) = (zeros(0), zeros(1));
    let clear = |many: usize, few: usize| units >= 2 && many * 10 >= units * 4 && few * 20 <= units;
    match (clear(high, low), clear(low, high)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// UTF-16 from offset `from` on; half a character at the end is read as U+FFFD.
fn decode_wide(bytes: &[u8], from: usize, big: bool) -> Decoded {
    let units = bytes[from..].chunks(2).map(|pair| match *pair {
        [first, second] if big => u16::from_be_bytes([first, second]),
        [first, second] => u16::from_le_bytes([first, second]),
        _ => 0xFFFD,
    });
    let chars = char::decode_utf16(units).map(|unit| match unit {
        Ok(char) => (char, char.len_utf16() * 2),
        Err(_) => (char::REPLACEMENT_CHARACTER, 2),
    });
    transcribe(chars, from, bytes.len())
}

/// Bytes that stand for a character each or belong to UTF-8; `shift` bytes of the file came before them.
fn decode_narrow(bytes: Vec<u8>, shift: usize, declared: Option<&'static Encoding>) -> Result<Decoded, NotText> {
    refuse_other_kinds(&bytes)?;
    match String::from_utf8(bytes) {
        Ok(source) => Ok(Decoded { encoding: Origin::identity(source.len(), shift), source }),
        Err(error) => {
            let table = characters(declared.unwrap_or(WINDOWS_1252));
            let bytes = error.into_bytes();
            let chars = bytes.iter().map(|&byte| (table[usize::from(byte)], 1));
            Ok(transcribe(chars, shift, shift + bytes.len()))
        }
    }
}

fn refuse_other_kinds(bytes: &[u8]) -> Result<(), NotText> {
    if let Some((_, kind)) = OTHER_KINDS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(NotText::Kind(kind));
    }
    if let Some(at) = memchr(0, bytes) {
        return Err(NotText::Zero(at));
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample.iter().filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace()).count();
    if controls * 10 > sample.len() { Err(NotText::Controls) } else { Ok(()) }
}

/// The character of every byte in a single-byte encoding; U+FFFD where it has none.
fn characters(encoding: &'static Encoding) -> [char; 256] {
    let mut table = [char::REPLACEMENT_CHARACTER; 256];
    for (byte, char) in (0..=u8::MAX).zip(&mut table) {
        let decoded = encoding.decode_without_bom_handling_and_without_replacement(std::slice::from_ref(&byte));
        *char = decoded.and_then(|text| text.chars().next()).unwrap_or(*char);
    }
    table
}

/// Writes characters that take so many bytes each of the file, whose text is `from..end`.
fn transcribe(chars: impl Iterator<Item = (char, usize)>, from: usize, end: usize) -> Decoded {
    let mut source = String::with_capacity(end - from);
    let mut encoding = Origin::default();
    let mut at = from;
    for (char, width) in chars {
        let start = source.len();
        source.push(char);
        let next = (at + width).min(end);
        encoding.push(Span::new(start, source.len()), Span::new(at, next));
        at = next;
    }
    Decoded { source, encoding }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn every_encoding_gives_the_text_and_the_way_back() {
        let marked = |mark: &[u8], text: Vec<u8>| [mark, &text].concat();
        for (name, bytes, file) in [
            ("utf-8", "Łódź: £5".as_bytes().to_vec(), (11, 12)),
            ("utf-8, marked", marked(b"\xEF\xBB\xBF", "Łódź: £5".into()), (14, 15)),
            ("utf-16le, marked", marked(b"\xFF\xFE", wide("Łódź: £5", u16::to_le_bytes)), (16, 18)),
            ("utf-16be, marked", marked(b"\xFE\xFF", wide("Łódź: £5", u16::to_be_bytes)), (16, 18)),
            ("utf-16le", wide("Łódź: £5", u16::to_le_bytes), (14, 16)),
            ("utf-16be", wide("Łódź: £5", u16::to_be_bytes), (14, 16)),
        ] {
            let decoded = decode(bytes, None).unwrap();
            assert_eq!(decoded.source, "Łódź: £5", "{name}");
            assert_eq!(decoded.encoding.span(Span::new(11, 12)), Span::new(file.0, file.1), "{name}");
        }
    }

    #[test]
    fn what_is_not_utf_8_is_what_the_file_says_or_else_windows_1252() {
        let decoded = decode(b"\x93caf\xE9\x94 \x80 9".to_vec(), None).unwrap();
        assert_eq!(decoded.source, "“café” € 9");
        let at = decoded.source.find('9').unwrap();
        assert_eq!(decoded.encoding.span(Span::new(at, at + 1)), Span::new(9, 10));
        let cyrillic = decode(b"\xC4\xE0".to_vec(), Some(encoding_rs::WINDOWS_1251)).unwrap();
        assert_eq!(cyrillic.source, "Да");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, why) in [
            (&b"%PDF-1.7\n"[..], NotText::Kind("PDF")),
            (b"one\0two three", NotText::Zero(3)),
            (b"\x01\x02\x03abc\x04", NotText::Controls),
        ] {
            assert_eq!(decode(bytes.to_vec(), None).unwrap_err(), why);
        }
        assert_eq!(decode(Vec::new(), None).unwrap().source, "");
    }

    #[test]
    fn a_plain_file_is_not_copied() {
        let bytes = b"Nine died.".to_vec();
        let before = bytes.as_ptr();
        assert_eq!(decode(bytes, None).unwrap().source.as_ptr(), before);
    }
}
