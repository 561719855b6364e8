//! Words of a draft made harmless: neither a terminal nor the log of a server may obey what a draft says.

use std::borrow::Cow;

/// The text with every character that a terminal or a reader's eye would obey instead of seeing replaced by `�`:
/// control characters, escapes, and the marks that turn the direction of writing. The bracket of
/// `##[` goes too, since that begins a command wherever it stands in a line of a log on GitHub or Azure. Line ends and tabs
/// become spaces.
pub(crate) fn safe(text: &str) -> Cow<'_, str> {
    if letters(text).eq(text.chars()) {
        return Cow::Borrowed(text);
    }
    letters(text).collect::<String>().into()
}

/// As [`safe`], for what a line begins with: see [`safe_lines`].
pub(crate) fn safe_line(text: &str) -> String {
    safe_lines(&safe(text))
}

/// As [`safe`], but line ends stay, and no line begins with the two colons that begin a command on GitHub.
pub(crate) fn safe_lines(text: &str) -> String {
    // How many letters of a line there are so far, blanks before the first aside.
    let mut column = 0_usize;
    let mut is_colon = false;
    let letters = text.chars().zip(letters(text)).map(|(letter, shown)| {
        let begins_command = column == 1 && is_colon && letter == ':';
        is_colon = letter == ':';
        column = match letter {
            '\n' => 0,
            _ if column == 0 && letter.is_whitespace() => 0,
            _ => column + 1,
        };
        match letter {
            '\n' => letter,
            _ if begins_command => '\u{FFFD}',
            _ => shown,
        }
    });
    letters.collect()
}

/// The letters as they are shown. What one becomes hangs on those before it alone: the beginning of a text is shown as
/// it would be by itself.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let mut is_obeyed = obeyed();
    text.chars().map(move |letter| match (letter, is_obeyed(letter)) {
        ('\t' | '\n' | '\r', _) => ' ',
        (_, true) => '\u{FFFD}',
        (_, false) => letter,
    })
}

/// Tells, asked of one letter of a text after the other, whether something would obey it: a letter that steers, or the
/// bracket of `##[`.
pub(super) fn obeyed() -> impl FnMut(char) -> bool {
    let mut hashes = 0_usize;
    move |letter| {
        let begins_command = letter == '[' && hashes > 1;
        hashes = if letter == '#' { hashes + 1 } else { 0 };
        begins_command || letter.is_control() || steers(letter)
    }
}

/// Characters that are not control characters by class, but steer what is shown: marks of direction, separators of
/// lines and paragraphs, invisible tags.
const fn steers(letter: char) -> bool {
    matches!(letter,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::{safe, safe_line, safe_lines};

    #[test]
    fn what_a_terminal_would_obey_is_replaced() {
        for (text, shown) in [
            ("1,200 dead – naïve 🚢", "1,200 dead – naïve 🚢"),
            ("\u{1b}[31m40\u{7}", "\u{FFFD}[31m40\u{FFFD}"),
            ("\u{9b}2J", "\u{FFFD}2J"),
            ("12\u{202e}34\u{2066}", "12\u{FFFD}34\u{FFFD}"),
            ("a\tb\r\nc", "a b  c"),
            ("x ##[group]y", "x ##\u{FFFD}group]y"),
            ("#[40] # #[41]", "#[40] # #[41]"),
        ] {
            assert_eq!(safe(text), shown);
        }
        assert_eq!(safe_lines("a\r\nb\0"), "a \nb\u{FFFD}");
        assert_eq!(safe_lines("::a\n \t::b::c\n:d::\n: :"), ":\u{FFFD}a\n  :\u{FFFD}b::c\n:d::\n: :");
        assert_eq!(safe_line("\t::a\n::b"), " :\u{FFFD}a ::b");
    }
}
