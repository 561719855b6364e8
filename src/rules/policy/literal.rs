//! Numbers and texts as a condition writes them, after the definition of CEL.
//!
//! ```text
//! number = "0x" hex {hex} ["u"] | digit {digit} ["u"] | {digit} "." digit {digit} [power] | digit {digit} power
//! power  = "e" ["+" | "-"] digit {digit}
//! text   = ["r"] ("'" {letter} "'" | '"' {letter} '"' | "'''" {letter} "'''" | '"""' {letter} '"""')
//! ```
//!
//! Behind `r` a backslash is no more than that. A number is an exact decimal, with or without a `u`.

use crate::claim::Decimal;
use crate::rules::sheet::Fault;

/// The number that a text begins with, and how many bytes it takes.
///
/// # Errors
/// What is wrong with it, such as letters behind it, or more digits than a number can have.
pub(super) fn number(text: &str) -> Result<(usize, Decimal), Fault> {
    let is_hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    let end = if is_hexadecimal { 2 + digits(&text[2..], 16) } else { decimal(text) };
    let is_whole = is_hexadecimal || text[..end].bytes().all(|byte| byte.is_ascii_digit());
    let length = end + usize::from(is_whole && text[end..].starts_with(['u', 'U']));
    let written = &text[..length + letters(&text[length..])];
    if written.len() > length || is_hexadecimal && end == 2 {
        return Err(Fault { offset: 0, message: format!("`{written}` is no number") });
    }
    let value = if is_hexadecimal { hexadecimal(&text[2..end]) } else { scaled(&text[..end]) };
    let value = value.ok_or_else(|| format!("`{written}` has more digits than a number can have"));
    value.map(|value| (length, value)).map_err(|message| Fault { offset: 0, message })
}

/// How many bytes the digits, the fraction and the power of ten take.
fn decimal(text: &str) -> usize {
    let whole = digits(text, 10);
    let fraction = text[whole..].strip_prefix('.').map_or(0, |rest| digits(rest, 10));
    let end = if fraction > 0 { whole + 1 + fraction } else { whole };
    let power = text[end..].strip_prefix(['e', 'E']).unwrap_or_default();
    let sign = usize::from(power.starts_with(['+', '-']));
    match digits(&power[sign..], 10) {
        0 => end,
        power => end + 1 + sign + power,
    }
}

fn digits(text: &str, radix: u32) -> usize {
    text.find(|letter: char| !letter.is_digit(radix)).unwrap_or(text.len())
}

fn letters(text: &str) -> usize {
    text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len())
}

fn hexadecimal(digits: &str) -> Option<Decimal> {
    i64::from_str_radix(digits, 16).ok().map(Decimal::from)
}

/// A number that may have a power of ten behind it.
fn scaled(text: &str) -> Option<Decimal> {
    let (number, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (number, power): (Decimal, i8) = (number.parse().ok()?, power.parse().ok()?);
    let step = |value: Decimal, _| {
        if power < 0 { value.checked_div(Decimal::TEN) } else { value.checked_mul(Decimal::TEN) }
    };
    (0..power.unsigned_abs()).try_fold(number, step)
}

/// The text in quotes that a condition begins with, and how many bytes it takes; `None` where it begins with none.
///
/// # Errors
/// A text that is not closed, an escape that there is not, and bytes, which are no text.
pub(super) fn text(rest: &str) -> Result<Option<(usize, String)>, Fault> {
    let is_known = |prefix: &&str| PREFIXES.iter().any(|known| known.eq_ignore_ascii_case(prefix));
    let prefix = rest.bytes().take(3).position(|byte| matches!(byte, b'"' | b'\''));
    let Some(prefix) = prefix.and_then(|length| rest.get(..length)).filter(is_known) else { return Ok(None) };
    let quote = if rest[prefix.len()..].starts_with('"') { '"' } else { '\'' };
    if prefix.contains(['b', 'B']) {
        let message = format!("`{prefix}{quote}` begins bytes, which nothing here is, expected a text");
        return Err(Fault { offset: 0, message });
    }
    let long = [quote; 3].iter().collect::<String>();
    let quotes = if rest[prefix.len()..].starts_with(&long) { long.as_str() } else { &long[..1] };
    let start = prefix.len() + quotes.len();
    read(&rest[start..], quotes, !prefix.is_empty())
        .map(|(length, text)| Some((start + length, text)))
        .map_err(|fault| fault.map_or_else(|| open(quotes), |fault| Fault { offset: start + fault.offset, ..fault }))
}

/// What may stand before quotes: raw, bytes, or both.
const PREFIXES: [&str; 5] = ["", "r", "b", "rb", "br"];

fn open(quotes: &str) -> Fault {
    Fault { offset: 0, message: format!("the text is not closed, expected another {quotes}") }
}

/// A text up to its closing quotes, and how many bytes it takes with them; an error without a place where they are missing.
fn read(body: &str, quotes: &str, is_raw: bool) -> Result<(usize, String), Option<Fault>> {
    let mut text = String::new();
    let mut at = 0;
    while let Some(letter) = body[at..].chars().next() {
        if body[at..].starts_with(quotes) {
            return Ok((at + quotes.len(), text));
        }
        if letter == '\n' && quotes.len() == 1 {
            break;
        }
        let (length, letter) = if letter == '\\' && !is_raw {
            escape(&body[at + 1..]).map_err(|message| message.map(|message| Fault { offset: at, message }))?
        } else {
            (letter.len_utf8(), letter)
        };
        text.push(letter);
        at += length;
    }
    Err(None)
}

/// The letter that stands behind a backslash, and how many bytes both take; `None` for an error where nothing does.
fn escape(rest: &str) -> Result<(usize, char), Option<String>> {
    let first = rest.chars().next().ok_or(None)?;
    let code = |from: usize, digits: usize, radix: u32| {
        let written = rest.get(from..from + digits).filter(|written| written.chars().all(|c| c.is_digit(radix)))?;
        Some((1 + from + digits, char::from_u32(u32::from_str_radix(written, radix).ok()?)?))
    };
    let letter = match first {
        'a' => Some('\u{7}'),
        'b' => Some('\u{8}'),
        'f' => Some('\u{c}'),
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        'v' => Some('\u{b}'),
        '\\' | '?' | '"' | '\'' | '`' => Some(first),
        _ => None,
    };
    match first {
        'x' | 'X' => code(1, 2, 16),
        'u' => code(1, 4, 16),
        'U' => code(1, 8, 16),
        '0'..='3' => code(0, 3, 8),
        _ => letter.map(|letter| (2, letter)),
    }
    .ok_or_else(|| {
        Some(format!(
            "`\\{first}` is no escape, expected one such as `\\n`, `\\\"` or `\\u00e9`; `r'…'` takes backslashes as they stand"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::{number, text};

    #[test]
    fn numbers_are_exact_decimals() {
        for (written, length, value) in [
            ("0", 1, "0"),
            ("007", 3, "7"),
            ("42u", 3, "42"),
            ("42U)", 3, "42"),
            ("0x1F", 4, "31"),
            ("0XffU", 5, "255"),
            ("1.50", 4, "1.50"),
            (".5", 2, "0.5"),
            ("1.10000000000000000001", 22, "1.10000000000000000001"),
            ("1e6", 3, "1000000"),
            ("1.5E+2", 6, "150"),
            ("25e-2", 5, "0.25"),
            (".5e1", 4, "5"),
            ("1.foo", 1, "1"),
        ] {
            assert_eq!(number(written), Ok((length, value.parse().unwrap())), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_told() {
        for (written, message) in [
            ("0x", "`0x` is no number"),
            ("0xfg", "`0xfg` is no number"),
            ("12abc", "`12abc` is no number"),
            ("1e", "`1e` is no number"),
            ("1.5u", "`1.5u` is no number"),
            ("1_000", "`1_000` is no number"),
            ("1e99", "`1e99` has more digits than a number can have"),
            ("0xffffffffffffffffff", "`0xffffffffffffffffff` has more digits than a number can have"),
        ] {
            assert_eq!(number(written).unwrap_err().message, message);
        }
    }

    #[test]
    fn texts_stand_in_quotes_of_four_kinds() {
        for (written, meant) in [
            ("''", ""),
            ("'it' == x", "it"),
            (r#""it's""#, "it's"),
            ("'''a 'b' c'''", "a 'b' c"),
            ("\"\"\"a\nb\"\"\"", "a\nb"),
            ("''''a'''", "'a"),
            (r"r'\d+'", r"\d+"),
            (r#"R"""\"""""#, r"\"),
            (r"'\a\b\f\n\r\t\v'", "\u{7}\u{8}\u{c}\n\r\t\u{b}"),
            (r#"'\\\?\"\'\`'"#, "\\?\"'`"),
            (r"'\x41\X42\u00e9\U0001F600\103'", "ABé\u{1F600}C"),
            ("'\\\u{e9}", ""),
        ] {
            let read = text(written).map(|read| read.unwrap().1);
            assert_eq!(read.as_deref().unwrap_or_default(), meant, "{written}");
        }
        assert_eq!(text("region == 'x'"), Ok(None));
    }

    #[test]
    fn a_text_that_cannot_be_read_is_told_with_its_place() {
        for (written, offset, message) in [
            ("'abc", 0, "the text is not closed, expected another '"),
            ("'abc\ndef'", 0, "the text is not closed, expected another '"),
            ("r\"\"\"abc\"\"", 0, "the text is not closed, expected another \"\"\""),
            ("'abc\\", 0, "the text is not closed, expected another '"),
            (
                r"'a\ud800'",
                2,
                r#"`\u` is no escape, expected one such as `\n`, `\"` or `\u00e9`; `r'…'` takes backslashes as they stand"#,
            ),
            (
                r"'a\400'",
                2,
                r#"`\4` is no escape, expected one such as `\n`, `\"` or `\u00e9`; `r'…'` takes backslashes as they stand"#,
            ),
            ("b'abc'", 0, "`b'` begins bytes, which nothing here is, expected a text"),
        ] {
            let fault = text(written).unwrap_err();
            assert_eq!((fault.offset, fault.message.as_str()), (offset, message), "{written}");
        }
    }
}
