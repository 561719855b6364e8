//! Words and paths as SARIF writes them.

use crate::report::safe;
use std::fmt::Write;

/// A message in which nothing is a link or a placeholder unless we made it one.
pub(super) fn message(words: &str) -> String {
    let mut message = String::with_capacity(words.len());
    for letter in safe(words).chars() {
        match letter {
            '[' | ']' | '\\' => message.extend(['\\', letter]),
            '{' | '}' => message.extend([letter, letter]),
            _ => message.push(letter),
        }
    }
    message
}

/// A text of at most `limit` characters, cut with an ellipsis where it is longer.
pub(super) fn at_most(limit: usize, text: &str) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some(_) => text.chars().take(limit - 1).chain(['…']).collect(),
    }
}

/// A path as a URI reference.
pub(super) fn uri(path: &str) -> String {
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for &byte in path.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(byte.into());
        } else {
            // Writing into a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::{at_most, message, uri};

    #[test]
    fn nothing_is_a_link_by_chance() {
        for (words, expected) in [
            ("see [here](http://a.example)", r"see \[here\](http://a.example)"),
            ("{0} of \\", r"{{0}} of \\"),
            ("4\u{202e}2", "4\u{FFFD}2"),
        ] {
            assert_eq!(message(words), expected);
        }
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(at_most(4, "naïf"), "naïf");
        assert_eq!(at_most(4, "naïve"), "naï…");
    }

    #[test]
    fn paths_are_encoded() {
        for (path, expected) in [
            ("drafts/a-1_b.md", "drafts/a-1_b.md"),
            ("été/a b:c.md", "%C3%A9t%C3%A9/a%20b%3Ac.md"),
            ("/srv/a.md", "file:///srv/a.md"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}
