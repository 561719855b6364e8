//! Words as numbers: by their place in the lexicon, and by their letters.

use rustc_hash::FxHasher;
use std::hash::Hasher;

/// A word of the lexicon, or none. The lexicon hands them out; here they are only carried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

impl WordId {
    /// A word that the lexicon does not hold.
    pub const NONE: Self = Self(0);
}

/// The letters of a word as one number, the same for all its writings: capital or small, with a straight or a curled
/// apostrophe.
///
/// Two different words may in principle have one number. The lexicon looks at 48 bits or more: of some ten thousand million
/// words that it does not hold, one is taken for one that it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordHash(pub u64);

impl WordHash {
    /// The number of a single character of ASCII: of a mark, most often.
    pub(super) fn of_byte(byte: u8) -> Self {
        let mut scan = WordScan::default();
        scan.add(byte.to_ascii_lowercase());
        scan.hash()
    }

    /// The number of these letters.
    pub fn of(letters: &str) -> Self {
        let mut scan = WordScan::default();
        if letters.is_ascii() {
            letters.bytes().for_each(|letter| scan.add(letter.to_ascii_lowercase()));
        } else {
            letters.to_lowercase().replace('’', "'").bytes().for_each(|letter| scan.add(letter));
        }
        scan.hash()
    }
}

/// The number of a word that is read letter by letter.
#[derive(Default)]
pub(super) struct WordScan(FxHasher);

impl WordScan {
    /// Adds a letter in lower case.
    pub(super) fn add(&mut self, lower: u8) {
        self.0.write_u8(lower);
    }

    /// The number of the letters so far.
    pub(super) fn hash(&self) -> WordHash {
        WordHash(self.0.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::WordHash;

    #[test]
    fn all_writings_of_a_word_have_one_number() {
        for (one, other) in [("Said", "said"), ("CAFÉ’S", "café's"), ("don't", "DON’T")] {
            assert_eq!(WordHash::of(one), WordHash::of(other), "{one}");
        }
        assert_ne!(WordHash::of("said"), WordHash::of("says"));
    }
}
