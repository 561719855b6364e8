//! Days as JSON strings.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// A day, written as ISO 8601 has it: 2031-05-02.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day(pub(crate) Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut letters = *b"0000-00-00";
        let fields = [(0..4, self.0.year()), (5..7, self.0.month().into()), (8..10, self.0.day().into())];
        for (field, number) in fields {
            let mut left = number.unsigned_abs();
            for letter in letters[field].iter_mut().rev() {
                *letter += u8::try_from(left % 10).unwrap_or_default();
                left /= 10;
            }
        }
        match std::str::from_utf8(&letters) {
            Ok(day) if self.0.year() >= 0 => serializer.serialize_str(day),
            _ => serializer.collect_str(&self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_are_written_as_the_calendar_writes_them() {
        for day in ["2031-05-02", "1999-12-31", "0007-01-10", "-000044-03-15"] {
            assert_eq!(serde_json::to_string(&Day(day.parse().unwrap())).unwrap(), format!("\"{day}\""));
        }
    }
}
