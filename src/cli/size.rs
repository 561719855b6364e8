//! Amounts of memory as typed.

/// An amount of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size(usize);

impl Size {
    /// What holds where none is typed.
    pub(super) const DEFAULT: &str = "256m";

    /// How many bytes it is.
    pub(super) const fn bytes(self) -> usize {
        self.0
    }

    /// Reads a whole number of bytes, or of thousands, millions or thousands of millions of them.
    pub(super) fn read(typed: &str) -> Result<Self, String> {
        let lower = typed.to_ascii_lowercase();
        let digits = lower.trim_end_matches('b');
        let (number, unit) = match digits.as_bytes().last() {
            Some(b'k') => (&digits[..digits.len() - 1], 1 << 10),
            Some(b'm') => (&digits[..digits.len() - 1], 1 << 20),
            Some(b'g') => (&digits[..digits.len() - 1], 1 << 30),
            _ => (digits, 1),
        };
        let number: Option<usize> = number.parse().ok().filter(|number| *number > 0);
        let bytes = number.and_then(|number| number.checked_mul(unit));
        bytes.map(Self).ok_or_else(|| "expected an amount of memory such as 64m, 256MB or 2g".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Size;

    #[test]
    fn sizes() {
        for (typed, bytes) in [
            ("256m", Some(256 << 20)),
            ("256MB", Some(256 << 20)),
            ("2G", Some(2 << 30)),
            ("64k", Some(64 << 10)),
            ("4096", Some(4096)),
            ("0", None),
            ("m", None),
            ("", None),
            ("-1m", None),
            ("1.5g", None),
            ("99999999999999999999g", None),
            ("é", None),
        ] {
            assert_eq!(Size::read(typed).ok().map(Size::bytes), bytes, "{typed}");
        }
    }
}
