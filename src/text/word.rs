//! Words as numbers: by their place in the lexicon, and by their letters.

use super::eight::Eight;

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
/// Two different words may in principle have one number; with 64 bits, one word in some hundred million million that
/// the lexicon does not hold is taken for one that it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordHash(pub u64);

impl WordHash {
    /// The number of a single character of ASCII: of a mark, most often.
    pub(super) fn of_byte(byte: u8) -> Self {
        let mut scan = WordScan::default();
        scan.add(byte.to_ascii_lowercase().into());
        scan.hash()
    }

    /// The number of these letters.
    pub fn of(letters: &str) -> Self {
        if letters.is_ascii() {
            return Self::of_bytes(letters.as_bytes());
        }
        Self::of_bytes(letters.to_lowercase().replace('’', "'").as_bytes())
    }

    fn of_bytes(letters: &[u8]) -> Self {
        let mut scan = WordScan::default();
        letters.chunks(8).for_each(|some| scan.add(Eight::of_few(some).lower()));
        scan.hash()
    }
}

/// The number of a word that is read eight letters at a time.
#[derive(Default)]
pub(super) struct WordScan(u64);

impl WordScan {
    /// Adds eight letters in lower case, or what is left of the word: the first the lowest, zeros behind the last.
    pub(super) const fn add(&mut self, lower: u64) {
        // An odd number with ones and zeros all over: the letters of a short word can be told from the product.
        const SPREAD: u64 = 0xF135_7AEA_2E62_A9C5;
        self.0 = self.0.wrapping_add(lower).wrapping_mul(SPREAD);
    }

    /// The number of the letters so far. All letters tell in the upper half of a product, and a table looks at the
    /// lowest bits.
    pub(super) const fn hash(&self) -> WordHash {
        WordHash(self.0.rotate_left(26))
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
