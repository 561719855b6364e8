//! Words as numbers: by their place in the lexicon, and by their letters.

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
        scan.add(byte.to_ascii_lowercase().into());
        scan.hash()
    }

    /// The number of these letters.
    pub fn of(letters: &str) -> Self {
        let mut scan = WordScan::default();
        if letters.is_ascii() {
            scan.add_all(letters.as_bytes());
        } else {
            scan.add_all(letters.to_lowercase().replace('’', "'").as_bytes());
        }
        scan.hash()
    }
}

/// The number of a word that is read eight letters at a time.
pub(super) struct WordScan(u64);

impl Default for WordScan {
    fn default() -> Self {
        Self(FACTOR)
    }
}

/// Any odd number whose bits are mixed well: the digits of the golden ratio.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl WordScan {
    /// Adds the next eight letters in lower case, the first in the lowest byte; behind a word's end there are zeros.
    pub(super) fn add(&mut self, eight: u64) {
        let product = u128::from(self.0 ^ eight) * u128::from(FACTOR);
        // Either half by itself hangs on some of the letters more than on others.
        self.0 = low(product) ^ low(product >> 64);
    }

    fn add_all(&mut self, letters: &[u8]) {
        for some in letters.chunks(8) {
            let mut eight = [0; 8];
            eight[..some.len()].copy_from_slice(some);
            eight.make_ascii_lowercase();
            self.add(u64::from_le_bytes(eight));
        }
    }

    /// The number of the letters so far.
    pub(super) const fn hash(&self) -> WordHash {
        WordHash(self.0)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "only the lower half is wanted")]
const fn low(product: u128) -> u64 {
    product as u64
}

#[cfg(test)]
mod tests {
    use super::WordHash;

    #[test]
    fn all_writings_of_a_word_have_one_number() {
        for (one, other) in [("Said", "said"), ("CAFÉ’S", "café's"), ("don't", "DON’T")] {
            assert_eq!(WordHash::of(one), WordHash::of(other), "{one}");
        }
        for (one, other) in [("said", "says"), ("villager", "villages"), ("harbours", "harbourside")] {
            assert_ne!(WordHash::of(one), WordHash::of(other), "{one}");
        }
    }
}
