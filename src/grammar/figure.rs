//! Digits to an exact value, whichever way they are grouped.
//!
//! | written | value | decimals |
//! |---|---|---|
//! | `2,500` `2500` | 2500 | 0 |
//! | `12,34,567` (lakhs) | 1234567 | 0 |
//! | `1.25` `1,25` | 1.25 | 2 |
//! | `1.234.567,89` | 1234567.89 | 2 |
//! | `3.2.1` (a version) | none | |

use crate::claim::Decimal;

/// The value of digits, and how many of them stand after the decimal point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) value: Decimal,
    pub(super) decimals: u32,
}

/// Reads a run of digits with points and commas between them; `None` where they are no one number, or where the number
/// is too long for an exact decimal (28 digits).
pub(super) fn figure(letters: &str) -> Option<Figure> {
    let (whole, fraction) =
        split(letters).filter(|(_, fraction)| fraction.bytes().all(|byte| byte.is_ascii_digit()))?;
    let digits = whole.bytes().filter(u8::is_ascii_digit).chain(fraction.bytes()).map(|digit| digit - b'0');
    let mantissa = match letters.len() {
        ..=SHORT => i128::from(digits.fold(0, |number: u64, digit| number * 10 + u64::from(digit))),
        _ => digits.map(i128::from).try_fold(0, push_digit)?,
    };
    let decimals = u32::try_from(fraction.len()).ok()?;
    let value = Decimal::try_from_i128_with_scale(mantissa, decimals).ok()?;
    Some(Figure { value, decimals })
}

/// How many digits are no more than 64 bits hold, whose arithmetic is much quicker.
const SHORT: usize = 19;

fn push_digit(number: i128, digit: i128) -> Option<i128> {
    number.checked_mul(10)?.checked_add(digit)
}

/// The digits before and after the decimal sign; those before may still hold their separators.
fn split(letters: &str) -> Option<(&str, &str)> {
    if letters.bytes().all(|letter| letter.is_ascii_digit()) {
        return Some((letters, ""));
    }
    let count = |mark| letters.bytes().filter(|&byte| byte == mark).count();
    match (count(b'.'), count(b',')) {
        (0, 0) => Some((letters, "")),
        (1, 0) => letters.split_once('.'),
        (0, 1) if is_grouped(letters, ',') => Some((letters, "")),
        (0, 1) => letters.split_once(',').filter(|(_, fraction)| fraction.len() <= 2),
        (0, _) => is_grouped(letters, ',').then_some((letters, "")),
        (_, 0) => is_grouped(letters, '.').then_some((letters, "")),
        (1, _) if letters.rfind('.') > letters.rfind(',') => {
            letters.split_once('.').filter(|(whole, _)| is_grouped(whole, ','))
        }
        (_, 1) => letters.split_once(',').filter(|(whole, _)| is_grouped(whole, '.')),
        _ => None,
    }
}

/// Whether digits stand in groups of three, or, in the Indian way, of two with three at the end.
fn is_grouped(letters: &str, separator: char) -> bool {
    let Some((first, rest)) = letters.split_once(separator) else { return false };
    let (middle, last) = rest.rsplit_once(separator).map_or((None, rest), |(middle, last)| (Some(middle), last));
    let all = |size| middle.is_none_or(|middle| middle.split(separator).all(|group| group.len() == size));
    last.len() == 3 && ((1..=3).contains(&first.len()) && all(3) || (1..=2).contains(&first.len()) && all(2))
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures() {
        for (written, value) in [
            ("7", "7/0"),
            ("2,500", "2500/0"),
            ("12,34,567", "1234567/0"),
            ("1,234,567.50", "1234567.50/2"),
            ("1.25", "1.25/2"),
            ("12,5", "12.5/1"),
            ("1.234.567,89", "1234567.89/2"),
            (".5", "0.5/1"),
            ("007", "7/0"),
        ] {
            let read = figure(written).map(|figure| format!("{}/{}", figure.value, figure.decimals));
            assert_eq!(read.as_deref(), Some(value), "{written}");
        }
    }

    #[test]
    fn what_is_no_one_number() {
        for written in ["3.2.1", "1,2,3", "1,2345", "1.000,0.0", "12345678901234567890123456789012345"] {
            assert_eq!(figure(written), None, "{written}");
        }
    }
}
