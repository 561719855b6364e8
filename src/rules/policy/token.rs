//! The smallest parts of a condition: words, numbers, texts in quotes, and marks.

use crate::claim::Decimal;
use crate::rules::sheet::Fault;

/// A part of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A name.
    Word(&'t str),
    /// An exact decimal.
    Number(Decimal),
    /// What stands between quotes.
    Text(String),
    /// An operator, a bracket, a comma.
    Mark(&'static str),
    /// There is nothing more.
    End,
}

/// All marks, the longer ones first.
const MARKS: [&str; 22] = [
    "||", "&&", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", "(", ")", "[", "]", ".", ",",
];

/// Cuts a condition into tokens, each with the byte at which it begins; the last one is the end.
///
/// # Errors
/// What stands where no token can.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token<'_>)>, Fault> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        if text[at..].starts_with("//") {
            at += text[at..].find('\n').unwrap_or(text[at..].len());
            continue;
        }
        let Some(first) = text[at..].chars().next() else { break };
        let (length, token) = match first {
            '"' | '\'' => quoted(&text[at..], first).map_err(|message| Fault { offset: at, message })?,
            'r' | 'R' if text[at + 1..].starts_with(['"', '\'']) => {
                raw(&text[at..]).map_err(|message| Fault { offset: at, message })?
            }
            '0'..='9' => number(&text[at..]).map_err(|message| Fault { offset: at, message })?,
            _ if first.is_ascii_alphabetic() || first == '_' => word(&text[at..]),
            _ => mark(&text[at..]).ok_or_else(|| Fault { offset: at, message: stray(first) })?,
        };
        found.push((at, token));
        at += length;
    }
    found.push((at, Token::End));
    Ok(found)
}

fn word(text: &str) -> (usize, Token<'_>) {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(text.len());
    (end, Token::Word(&text[..end]))
}

fn number(text: &str) -> Result<(usize, Token<'_>), String> {
    let digits = |text: &str| text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let whole = digits(text);
    let fraction = text[whole..].strip_prefix('.').map_or(0, digits);
    let end = if fraction > 0 { whole + 1 + fraction } else { whole };
    let power = text[end..]
        .strip_prefix(['e', 'E'])
        .map(|rest| rest.strip_prefix('+').unwrap_or(rest))
        .map_or("", |rest| &rest[..digits(rest)]);
    let signed = usize::from(text[end..].get(1..2) == Some("+"));
    let taken = if power.is_empty() { end } else { end + 1 + signed + power.len() };
    let value = text[..end].parse::<Decimal>().ok().and_then(|value| scaled(value, power));
    let value = value.ok_or_else(|| format!("`{}` has more digits than a number can have", &text[..taken]))?;
    // "1u" is a number without a sign.
    Ok((taken + usize::from(power.is_empty() && text[taken..].starts_with(['u', 'U'])), Token::Number(value)))
}

/// A number times a power of ten, which an empty text leaves as it is.
fn scaled(value: Decimal, power: &str) -> Option<Decimal> {
    let power: u32 = if power.is_empty() { 0 } else { power.parse().ok()? };
    (0..power).try_fold(value, |value, _| value.checked_mul(Decimal::TEN))
}

/// `r"\d+"`: a text in which a backslash is no more than that.
fn raw(text: &str) -> Result<(usize, Token<'_>), String> {
    let quote = &text[1..2];
    let end = text[2..].find(quote).ok_or_else(|| format!("the text is not closed, expected another {quote}"))?;
    Ok((end + 3, Token::Text(text[2..2 + end].to_owned())))
}

fn mark(text: &str) -> Option<(usize, Token<'_>)> {
    let mark = MARKS.into_iter().find(|mark| text.starts_with(mark))?;
    Some((mark.len(), Token::Mark(mark)))
}

fn stray(letter: char) -> String {
    match letter {
        '=' => "`=` stands alone, expected `==`".to_owned(),
        '&' => "`&` stands alone, expected `&&`".to_owned(),
        '|' => "`|` stands alone, expected `||`".to_owned(),
        '“' | '”' | '‘' | '’' => format!("`{letter}` is a curly quotation mark, expected a straight one"),
        _ => format!("`{letter}` has no meaning here, expected a name, a number, a text in quotes or an operator"),
    }
}

/// A text in quotes, and how many bytes it takes with them.
fn quoted(text: &str, quote: char) -> Result<(usize, Token<'_>), String> {
    let mut words = String::new();
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => words.push(match letters.next() {
                Some((_, 'n')) => '\n',
                Some((_, 't')) => '\t',
                Some((_, escaped @ ('\\' | '"' | '\''))) => escaped,
                _ => return Err("a backslash stands before something else than `\\`, a quote, `n` or `t`".to_owned()),
            }),
            _ if letter == quote => return Ok((at + 1, Token::Text(words))),
            _ => words.push(letter),
        }
    }
    Err(format!("the text is not closed, expected another {quote}"))
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    #[test]
    fn tokens_know_where_they_begin() {
        let found = tokens("claim.value>=1.50 ||'it\\'s'").unwrap();
        let starts: Vec<_> = found.iter().map(|(at, _)| *at).collect();
        assert_eq!(starts, [0, 5, 6, 11, 13, 18, 20, 27]);
        assert_eq!(found[3].1, Token::Mark(">="));
        assert_eq!(found[4].1, Token::Number("1.50".parse().unwrap()));
        assert_eq!(found[6].1, Token::Text("it's".to_owned()));
    }

    #[test]
    fn numbers_raw_texts_and_remarks() {
        let found = tokens("1e6 1.5E+2 7u r'\\d+' // and so on\n true").unwrap();
        let found: Vec<_> = found.into_iter().map(|(_, token)| token).collect();
        assert_eq!(
            found,
            [
                Token::Number(1_000_000.into()),
                Token::Number(150.into()),
                Token::Number(7.into()),
                Token::Text("\\d+".to_owned()),
                Token::Word("true"),
                Token::End,
            ]
        );
        assert_eq!(tokens("1e99").unwrap_err().message, "`1e99` has more digits than a number can have");
    }

    #[test]
    fn what_cannot_stand_is_told_with_its_place() {
        for (text, offset, message) in [
            ("a = 1", 2, "`=` stands alone, expected `==`"),
            ("a & b", 2, "`&` stands alone, expected `&&`"),
            ("'abc", 0, "the text is not closed, expected another '"),
            ("a == “b”", 5, "`“` is a curly quotation mark, expected a straight one"),
        ] {
            let fault = tokens(text).unwrap_err();
            assert_eq!((fault.offset, fault.message.as_str()), (offset, message), "{text}");
        }
    }
}
