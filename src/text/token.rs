//! A text cut into words, numbers and marks, once.
//!
//! | text | tokens |
//! |---|---|
//! | `US$1.2bn` | `US` `$` `1.2` `bn` |
//! | `Russia's 2,500` | `Russia` `'s` `2,500` |
//! | `15-year-old` | `15` `-` `year` `-` `old` |
//! | `the U.S. at 9 a.m.` | `the` `U.S.` `at` `9` `a.m.` |
//! | `G20, F-16` | `G20` `,` `F` `-` `16` |

use super::Span;
use super::eight::Eight;
use super::word::{WordHash, WordId, WordScan};

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Letters in lower case, with inner apostrophes, digits after the first letter, or inner full stops (`a.m.`).
    Lower,
    /// A word that begins with its only capital (`Red`, `A`, `G20`).
    Title,
    /// A word all in capitals, of two letters or more (`FSB`, `U.S.`).
    Upper,
    /// A word that mixes capitals within (`iPhone`, `McDonald`).
    Mixed,
    /// Digits, with the points and commas between them.
    Number,
    /// A possessive ending: `'s`.
    Possessive,
    /// One character of punctuation or another sign.
    Mark,
    /// An address that is no prose: a link, an e-mail address.
    Link,
}

/// A word, number or mark, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// Its own letters.
    pub letters: &'t str,
    /// Where in the text.
    pub span: Span,
    /// The lexicon's word, whatever its case.
    pub word: WordId,
    /// What it looks like.
    pub shape: Shape,
    /// Whether it follows the token before it without a space.
    pub glued: bool,
}

impl Token<'_> {
    /// Whether it is made of letters.
    pub const fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Title | Shape::Upper | Shape::Mixed)
    }

    /// Whether it is a word with a capital anywhere.
    pub const fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Upper | Shape::Mixed)
    }

    /// Whether the token's letters are these, whatever their case.
    pub const fn reads(&self, letters: &str) -> bool {
        self.letters.eq_ignore_ascii_case(letters)
    }
}

/// Cuts the part of `text` under `span` into tokens and puts them after those in `tokens`. `word` names a token's word;
/// it is asked for words and marks, not for numbers.
pub fn tokenize<'t>(text: &'t str, span: Span, word: impl Fn(WordHash) -> WordId, tokens: &mut Vec<Token<'t>>) {
    let bytes = text.as_bytes();
    let mut at = span.start;
    let mut glued = false;
    while at < span.end {
        let class = class_at(text, at);
        if class.kind == Kind::Space {
            at += class.len;
            glued = false;
            continue;
        }
        let plain = if class.kind == Kind::Letter {
            scan_plain_word(&bytes[at..]).filter(|word| at + word.len < span.end)
        } else {
            None
        };
        let token = if let Some(PlainWord { len, shape, hash }) = plain {
            Token { letters: &text[at..at + len], span: Span::new(at, at + len), word: word(hash), shape, glued }
        } else {
            let (end, shape) = scan_any(text, at, class, span, glued);
            let word = match shape {
                Shape::Number => WordId::NONE,
                Shape::Mark if class.len == 1 => word(WordHash::of_byte(bytes[at])),
                _ => word(WordHash::of(&text[at..end])),
            };
            Token { letters: &text[at..end], span: Span::new(at, end), word, shape, glued }
        };
        at = token.span.end;
        glued = true;
        tokens.push(token);
    }
}

/// The end and the shape of what begins at `at` with a character of that class.
#[inline]
fn scan_any(text: &str, at: usize, class: Class, span: Span, glued: bool) -> (usize, Shape) {
    let bytes = text.as_bytes();
    let (end, shape) = match class.kind {
        Kind::Letter => scan_word(text, at, span.end),
        Kind::Digit => (scan_number(bytes, at, span.end), Shape::Number),
        Kind::Apostrophe if is_possessive(text, at, class.len, glued, span.end) => {
            (at + class.len + 1, Shape::Possessive)
        }
        Kind::Point if starts_decimal(bytes, at, span, glued) => (scan_number(bytes, at + 1, span.end), Shape::Number),
        _ => (at + class.len, Shape::Mark),
    };
    (end.min(span.end), shape)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Letter,
    Digit,
    Apostrophe,
    Point,
    Other,
}

#[derive(Clone, Copy)]
struct Class {
    kind: Kind,
    len: usize,
}

const ASCII: [Kind; 128] = {
    let mut table = [Kind::Other; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Kind::Letter,
            b'0'..=b'9' => Kind::Digit,
            b'\'' => Kind::Apostrophe,
            b'.' => Kind::Point,
            0..=b' ' | 127 => Kind::Space,
            _ => Kind::Other,
        };
        byte += 1;
    }
    table
};

/// What stands at `at`; asked of nearly every character, of which few are beyond ASCII.
#[inline]
fn class_at(text: &str, at: usize) -> Class {
    match ASCII.get(usize::from(text.as_bytes()[at])) {
        Some(&kind) => Class { kind, len: 1 },
        None => wide_class_at(text, at),
    }
}

#[cold]
fn wide_class_at(text: &str, at: usize) -> Class {
    let Some(c) = text[at..].chars().next() else { return Class { kind: Kind::Space, len: 1 } };
    let kind = match c {
        '’' | 'ʼ' => Kind::Apostrophe,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => Kind::Space,
        c if c.is_whitespace() => Kind::Space,
        c if c.is_alphabetic() => Kind::Letter,
        _ => Kind::Other,
    };
    Class { kind, len: c.len_utf8() }
}

/// The kind of the character at `at`, and nothing past `end`.
fn kind_before(text: &str, at: usize, end: usize) -> Option<Class> {
    (at < end).then(|| class_at(text, at))
}

/// Most words: English letters and digits, with nothing behind them that might go on with the word.
struct PlainWord {
    len: usize,
    shape: Shape,
    hash: WordHash,
}

fn scan_plain_word(text: &[u8]) -> Option<PlainWord> {
    let eight = Eight::of(text)?;
    if eight.len == 8 {
        return scan_long_word(text, eight);
    }
    let mut scan = WordScan::default();
    scan.add(eight.lower);
    plain_word(text, &scan, eight)
}

/// A word that begins with these eight letters; few have so many.
#[inline(never)]
fn scan_long_word(text: &[u8], first: Eight) -> Option<PlainWord> {
    let (mut scan, mut whole, mut next) = (WordScan::default(), first, first);
    while next.len == 8 {
        scan.add(next.lower);
        next = Eight::of(text.get(whole.len..)?)?;
        whole.len += next.len;
        whole.small |= next.small;
        whole.capitals |= u64::from(next.capitals != 0);
    }
    if next.len > 0 {
        scan.add(next.lower);
    }
    plain_word(text, &scan, whole)
}

/// A word of so many letters, if nothing behind them might go on with it.
#[inline]
fn plain_word(text: &[u8], scan: &WordScan, letters: Eight) -> Option<PlainWord> {
    /// The first letter as the only capital.
    const FIRST: u64 = 0x80;
    let len = letters.len;
    let goes_on = match text.get(len)? {
        b'.' => len == 1 || text[..len].eq_ignore_ascii_case(b"www"),
        mark => matches!(mark, b'\'' | b':' | b'@') || !mark.is_ascii(),
    };
    let shape = match letters.capitals {
        0 => Shape::Lower,
        FIRST => Shape::Title,
        _ if letters.small != 0 => Shape::Mixed,
        _ => Shape::Upper,
    };
    (!goes_on).then(|| PlainWord { len, shape, hash: scan.hash() })
}

fn scan_word(text: &str, start: usize, end: usize) -> (usize, Shape) {
    if let Some(end) = scan_dotted(text, start, end) {
        return (end, word_shape(&text[start..end]));
    }
    let mut at = start;
    while let Some(class) = kind_before(text, at, end) {
        match class.kind {
            Kind::Letter | Kind::Digit => at += class.len,
            Kind::Apostrophe if is_inner_apostrophe(text, at, class.len, end) => at += class.len,
            _ => break,
        }
    }
    if is_link(text, start, at) {
        return (scan_link(text, at, end), Shape::Link);
    }
    (at, word_shape(&text[start..at]))
}

/// `a.m.`, `U.S.`, `U.N`: single letters with points between them.
fn scan_dotted(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let letter = |at: usize| at < end && bytes[at].is_ascii_alphabetic();
    let point = |at: usize| at < end && bytes[at] == b'.';
    if !(letter(start) && point(start + 1) && letter(start + 2)) {
        return None;
    }
    let mut at = start;
    while letter(at) && point(at + 1) {
        at += 2;
    }
    if letter(at) {
        at += 1;
    }
    let goes_on = kind_before(text, at, end).is_some_and(|class| class.kind == Kind::Letter);
    (!goes_on).then_some(at)
}

/// An apostrophe within a word (`don't`, `O'Brien`), but not a possessive's.
fn is_inner_apostrophe(text: &str, at: usize, len: usize, end: usize) -> bool {
    let next = at + len;
    kind_before(text, next, end).is_some_and(|class| class.kind == Kind::Letter) && !ends_with_s(text, next, end)
}

/// Whether an `s` stands at `at` and ends its word.
fn ends_with_s(text: &str, at: usize, end: usize) -> bool {
    let s = at < end && matches!(text.as_bytes()[at], b's' | b'S');
    s && !kind_before(text, at + 1, end).is_some_and(|class| matches!(class.kind, Kind::Letter | Kind::Digit))
}

fn is_possessive(text: &str, at: usize, len: usize, glued: bool, end: usize) -> bool {
    glued && ends_with_s(text, at + len, end)
}

fn is_link(text: &str, start: usize, end: usize) -> bool {
    let rest = &text.as_bytes()[end..];
    rest.starts_with(b"://")
        || (rest.first() == Some(&b'@') && rest.get(1).is_some_and(u8::is_ascii_alphanumeric))
        || (text[start..end].eq_ignore_ascii_case("www") && rest.first() == Some(&b'.'))
}

fn scan_link(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    while let Some(class) = kind_before(text, at, end) {
        if class.kind == Kind::Space || matches!(text.as_bytes()[at], b')' | b'>' | b'"') {
            break;
        }
        at += class.len;
    }
    at
}

fn scan_number(bytes: &[u8], start: usize, end: usize) -> usize {
    let digit = |at: usize| at < end && bytes[at].is_ascii_digit();
    let mut at = start;
    loop {
        while digit(at) {
            at += 1;
        }
        if at < end && matches!(bytes[at], b',' | b'.') && digit(at + 1) {
            at += 1;
        } else {
            return at;
        }
    }
}

/// `.5` at the start of a word or after a currency sign, not the point of `a.5`.
fn starts_decimal(bytes: &[u8], at: usize, span: Span, glued: bool) -> bool {
    let digit = at + 1 < span.end && bytes[at + 1].is_ascii_digit();
    let after_word = glued && at > span.start && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'.');
    digit && !after_word
}

fn word_shape(word: &str) -> Shape {
    let (mut upper, mut lower, mut first_upper) = (0, 0, false);
    for (at, c) in word.chars().enumerate() {
        if c.is_uppercase() {
            upper += 1;
            first_upper |= at == 0;
        } else if c.is_lowercase() {
            lower += 1;
        }
    }
    match (upper, lower, first_upper) {
        (0, _, _) => Shape::Lower,
        (1, _, true) => Shape::Title,
        (_, 0, _) => Shape::Upper,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), |_| WordId::NONE, &mut tokens);
        tokens.iter().map(|token| token.letters).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn tokens() {
        for (text, tokens) in [
            ("US$1.2bn", "US|$|1.2|bn"),
            ("Russia's 2,500", "Russia|'s|2,500"),
            ("Russia’s", "Russia|’s"),
            ("the residents' don't O'Brien", "the|residents|'|don't|O'Brien"),
            ("15-year-old", "15|-|year|-|old"),
            ("the U.S. at 9 a.m.", "the|U.S.|at|9|a.m."),
            ("U.S.-led J. Smith.", "U.S.|-|led|J|.|Smith|."),
            ("G20, F-16", "G20|,|F|-|16"),
            ("cost $.50 or .5.", "cost|$|.50|or|.5|."),
            ("1,200.5, 3.", "1,200.5|,|3|."),
            ("see https://a.b/c?d=5 or me@x.org", "see|https://a.b/c?d=5|or|me@x.org"),
            ("½ of 5\u{a0}km", "½|of|5|km"),
            ("£1.2m–£3m", "£|1.2|m|–|£|3|m"),
        ] {
            assert_eq!(cut(text), tokens, "{text}");
        }
    }

    #[test]
    fn shapes() {
        for (word, shape) in [
            ("said", Shape::Lower),
            ("A", Shape::Title),
            ("Red", Shape::Title),
            ("FSB", Shape::Upper),
            ("U.S.", Shape::Upper),
            ("G20", Shape::Title),
            ("iPhone", Shape::Mixed),
        ] {
            assert_eq!(word_shape(word), shape, "{word}");
        }
    }
}
