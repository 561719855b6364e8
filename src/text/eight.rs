//! Eight bytes of a text, looked at together: which of them are English letters or digits, and of which case.
//!
//! A mask has the highest bit of each byte that it is about. Words are short: where one ends, a processor that goes letter
//! by letter cannot foresee, and waits.

/// The highest bit of each byte.
const HIGH: u64 = repeated(0x80);

/// The bit that a small letter has and a capital lacks.
const SMALL: u64 = repeated(0x20);

/// What eight bytes of a text begin with.
#[derive(Clone, Copy)]
pub(super) struct Eight {
    /// How many letters and digits.
    pub(super) len: usize,
    /// These in lower case, the first lowest, and zeros behind them.
    pub(super) lower: u64,
    /// The capitals among them.
    pub(super) capitals: u64,
    /// The small letters among them.
    pub(super) small: u64,
}

impl Eight {
    /// What a text begins with, if it has as many bytes.
    #[inline]
    pub(super) fn of(text: &[u8]) -> Option<Self> {
        let bytes = u64::from_le_bytes(*text.first_chunk()?);
        let letters = within(bytes | SMALL, b'a', b'z') & !bytes;
        let digits = within(bytes, b'0', b'9') & !bytes;
        let others = !(letters | digits) & HIGH;
        // The bytes before the first that is neither.
        let first = if others == 0 { u64::MAX } else { (1 << (others.trailing_zeros() & !7)) - 1 };
        Some(Self {
            len: others.trailing_zeros() as usize / 8,
            lower: (bytes | SMALL) & first,
            capitals: letters & !(bytes << 2) & first,
            small: letters & (bytes << 2) & first,
        })
    }
}

/// A byte eight times.
const fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The mask of the bytes of ASCII from one to another.
const fn within(bytes: u64, from: u8, to: u8) -> u64 {
    let ascii = bytes & !HIGH;
    let (reach, pass) = (ascii + repeated(0x80 - from), ascii + repeated(0x7f - to));
    reach & !pass & HIGH
}

#[cfg(test)]
mod tests {
    use super::Eight;

    #[test]
    fn what_a_text_begins_with() {
        for (text, len, lower, capitals, small) in [
            ("Harbour!", 7, "harbour", 1, 6),
            ("G20 said", 3, "g20", 1, 0),
            ("SIGNALED", 8, "signaled", 8, 0),
            ("caf\u{e9} as", 3, "caf", 0, 3),
            ("[@`{/:aZ", 0, "", 0, 0),
            ("09azAZ\u{7f}\0", 6, "09azaz", 2, 2),
        ] {
            let eight = Eight::of(text.as_bytes()).unwrap();
            let letters = eight.lower.to_le_bytes();
            assert_eq!(std::str::from_utf8(&letters[..eight.len]), Ok(lower), "{text}");
            assert!(letters[eight.len..].iter().all(|&byte| byte == 0), "{text}");
            let counts = (eight.len, eight.capitals.count_ones(), eight.small.count_ones());
            assert_eq!(counts, (len, capitals, small), "{text}");
        }
        assert!(Eight::of(b"Harbour").is_none());
    }
}
