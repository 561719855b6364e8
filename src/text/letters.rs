//! The letters of a word, with the hash by which a table finds them.

use rustc_hash::FxHasher;
use std::hash::Hasher;

/// A word's letters as they stand in a text.
#[derive(Clone, Copy, Debug)]
pub struct Letters<'t> {
    /// As they stand.
    pub text: &'t str,
    /// The hash of the letters in lower case, the same for all writings of a word; an apostrophe of either form counts
    /// as one and the same.
    pub hash: u32,
}

impl<'t> Letters<'t> {
    /// Letters that no scan has hashed yet.
    pub fn new(text: &'t str) -> Self {
        let mut hash = LetterHash::default();
        if text.is_ascii() {
            text.bytes().for_each(|letter| hash.add(letter.to_ascii_lowercase()));
        } else {
            lower(text).bytes().for_each(|letter| hash.add(letter));
        }
        Self { text, hash: hash.finish() }
    }
}

/// Letters in lower case, with straight apostrophes.
pub fn lower(letters: &str) -> String {
    letters.to_lowercase().replace('’', "'")
}

/// A hash that grows letter by letter.
#[derive(Default)]
pub(super) struct LetterHash(FxHasher);

impl LetterHash {
    /// Adds a letter in lower case.
    pub(super) fn add(&mut self, lower: u8) {
        self.0.write_u8(lower);
    }

    /// The hash of the letters so far.
    #[expect(clippy::cast_possible_truncation, reason = "the lower half of a hash is a hash")]
    pub(super) fn finish(&self) -> u32 {
        self.0.finish() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn all_writings_of_a_word_have_one_hash() {
        for (one, other) in [("Said", "said"), ("CAFÉ’S", "café's"), ("don't", "DON’T")] {
            assert_eq!(Letters::new(one).hash, Letters::new(other).hash, "{one}");
        }
        assert_ne!(Letters::new("said").hash, Letters::new("says").hash);
    }
}
