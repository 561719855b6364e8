//! The smallest parts of a condition: words, numbers, texts in quotes, and marks.

use super::literal::{number, text};
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
const MARKS: [&str; 24] = [
    "||", "&&", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", "(", ")", "[", "]", "{", "}",
    ".", ",",
];

/// Cuts a condition into tokens, each with the byte at which it begins; the last one is the end.
///
/// # Errors
/// What stands where no token can.
pub(super) fn tokens(condition: &str) -> Result<Vec<(usize, Token<'_>)>, Fault> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        at += blank(&condition[at..]);
        let Some(first) = condition[at..].chars().next() else { break };
        let (length, token) = token(&condition[at..], first)
            .map_err(|fault| Fault { offset: at + fault.offset, message: fault.message })?;
        found.push((at, token));
        at += length;
    }
    found.push((at, Token::End));
    Ok(found)
}

/// How many bytes of white space and remarks a text begins with.
fn blank(text: &str) -> usize {
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        if !text[at..].starts_with("//") {
            return at;
        }
        at += text[at..].find('\n').unwrap_or(text[at..].len());
    }
}

/// The token that a text begins with, and how many bytes it takes.
fn token(rest: &str, first: char) -> Result<(usize, Token<'_>), Fault> {
    if let Some((length, text)) = text(rest)? {
        return Ok((length, Token::Text(text)));
    }
    let is_fraction = rest[first.len_utf8()..].starts_with(|next: char| next.is_ascii_digit());
    match first {
        '0'..='9' => number(rest).map(|(length, number)| (length, Token::Number(number))),
        '.' if is_fraction => number(rest).map(|(length, number)| (length, Token::Number(number))),
        _ if first.is_ascii_alphabetic() || first == '_' => Ok(word(rest)),
        _ => mark(rest).ok_or_else(|| Fault { offset: 0, message: stray(first) }),
    }
}

fn word(text: &str) -> (usize, Token<'_>) {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(text.len());
    (end, Token::Word(&text[..end]))
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
        '`' => "a name in backticks is not known here, expected it without them".to_owned(),
        '“' | '”' | '‘' | '’' => format!("`{letter}` is a curly quotation mark, expected a straight one"),
        _ => format!("`{letter}` has no meaning here, expected a name, a number, a text in quotes or an operator"),
    }
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
    fn remarks_and_white_space_are_no_tokens() {
        for text in ["a<b", " a\t<\r\n b ", "a // < c\n < b", "// 'x\na < b // and", "//\n//\na<b"] {
            let found: Vec<_> = tokens(text).unwrap().into_iter().map(|(_, token)| token).collect();
            assert_eq!(found, [Token::Word("a"), Token::Mark("<"), Token::Word("b"), Token::End], "{text}");
        }
    }

    #[test]
    fn what_cannot_stand_is_told_with_its_place() {
        for (text, offset, message) in [
            ("a = 1", 2, "`=` stands alone, expected `==`"),
            ("a & b", 2, "`&` stands alone, expected `&&`"),
            ("a.`b`", 2, "a name in backticks is not known here, expected it without them"),
            ("a == “b”", 5, "`“` is a curly quotation mark, expected a straight one"),
            (
                "a == 'b\\q'",
                7,
                "`\\q` is no escape, expected one such as `\\n`, `\\\"` or `\\u00e9`; `r'…'` takes backslashes as they stand",
            ),
        ] {
            let fault = tokens(text).unwrap_err();
            assert_eq!((fault.offset, fault.message.as_str()), (offset, message), "{text}");
        }
    }
}
