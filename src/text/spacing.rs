//! White space that means nothing: where a draft breaks its lines is no part of its words.

use std::borrow::Cow;

/// The words of a text on one line, with one blank between each two and none around them.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if is_one_line(text) {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// Most words are of ASCII letters with single blanks between them: those are looked at byte by byte.
fn is_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    let plain = |&byte: &u8| byte > b' ' && byte.is_ascii();
    let single =
        |pair: &[u8]| plain(&pair[0]) && (plain(&pair[1]) || pair[1] == b' ') || pair[0] == b' ' && plain(&pair[1]);
    let ends = bytes.first().is_none_or(plain) && bytes.last().is_none_or(plain);
    ends && bytes.windows(2).all(single) || is_one_line_of_letters(text)
}

fn is_one_line_of_letters(text: &str) -> bool {
    let mut after_blank = true;
    let spaced = text.chars().all(|letter| {
        let is_blank = letter == ' ';
        let fits = if is_blank { !after_blank } else { !letter.is_whitespace() };
        after_blank = is_blank;
        fits
    });
    spaced && (text.is_empty() || !after_blank)
}

#[cfg(test)]
mod tests {
    use super::one_line;
    use std::borrow::Cow;

    #[test]
    fn words_stand_on_one_line() {
        for (text, line) in [
            ("Harbour\r\nBoard", "Harbour Board"),
            ("Red\u{a0}Cross", "Red Cross"),
            ("the \n\t coast guard ", "the coast guard"),
            (" port", "port"),
            (" ", ""),
        ] {
            assert_eq!(one_line(text), line, "{text:?}");
        }
        for text in ["", "port", "the coast guard"] {
            assert!(matches!(one_line(text), Cow::Borrowed(line) if line == text), "{text:?}");
        }
    }
}
