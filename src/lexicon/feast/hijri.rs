//! The civil calendar of Umm al-Qura, by which Muslim feasts are reckoned ahead.
//!
//! It begins where every month has 29 or 30 days. Where the moon is watched for, a feast may be kept a day before or after.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The year of the hijra with which [`MONTHS`] begins, and its first day.
const FIRST_YEAR: i16 = 1365;
const FIRST_DAY: Date = date(1945, 12, 5);

/// The months of each year, a bit each and the first month's the highest: those set have 30 days, the others 29.
const MONTHS: [u16; 136] = [
    0xaab, 0xaaa, 0xaaa, 0xaab, 0xab6, 0xaaa, 0xa57, 0x54b, 0x555, 0xab3, 0xaa6, 0x4ea, 0x95b, 0xaaa, 0x555, 0xaaa,
    0xb4a, 0xb65, 0x5aa, 0xaaa, 0xb2e, 0xcab, 0x2ab, 0x6aa, 0xaab, 0xab4, 0xaab, 0x2ab, 0xa2b, 0xaa6, 0xb4a, 0xba5,
    0x5aa, 0xab5, 0x556, 0xd2b, 0x54a, 0xea5, 0x752, 0x6e9, 0x36a, 0xaad, 0x555, 0xaa5, 0xb52, 0xba9, 0x5b4, 0x9ba,
    0x4db, 0x25d, 0x52d, 0xaa5, 0xad4, 0xaea, 0x56d, 0x4bd, 0x23d, 0x91d, 0xa95, 0xb4a, 0xb5a, 0x56d, 0x2b6, 0x93b,
    0x49b, 0x655, 0x6a9, 0x754, 0xb6a, 0x56c, 0xaad, 0x555, 0xb29, 0xb92, 0xba9, 0x5d4, 0xada, 0x55a, 0xaab, 0x595,
    0x749, 0x764, 0xbaa, 0x5b5, 0x2b6, 0xa56, 0xd2a, 0xe95, 0x72a, 0x755, 0x35a, 0x95d, 0x49b, 0xa4d, 0xd26, 0xd53,
    0x5aa, 0xaad, 0x4b6, 0xa57, 0x527, 0xa95, 0xb4a, 0xb55, 0x36c, 0x9ae, 0x4b6, 0xa96, 0xb4a, 0xda5, 0x5d2, 0x5d9,
    0x2dc, 0x96d, 0x4ad, 0x655, 0x6d2, 0xb69, 0x374, 0x9b6, 0x4d7, 0x2ab, 0x54b, 0x6a5, 0x752, 0xb69, 0x56b, 0x2ad,
    0x94d, 0xc95, 0xd4a, 0xea5, 0x6ca, 0xad5, 0x556, 0xc97,
];

/// How many days twelve months of 29 have.
const SHORT_YEAR: i32 = 12 * 29;

/// The day of a month that falls into a year of ours, and how many days that month has; the earlier one where two do.
pub(super) fn in_year(year: i16, month: i8, day: i8) -> Option<(Date, i8)> {
    // 33 years of theirs are about 32 of ours.
    let about = (i32::from(year) - 622) * 33 / 32;
    let about = i16::try_from(about).ok()?;
    (about - 1..=about + 2).filter_map(|hijri| find(hijri, month, day)).find(|(found, _)| found.year() == year)
}

fn find(year: i16, month: i8, day: i8) -> Option<(Date, i8)> {
    let years = usize::try_from(year - FIRST_YEAR).ok()?;
    let (before, this) = (MONTHS.get(..years)?, MONTHS.get(years)?);
    let long = |months: u16| months.count_ones().cast_signed();
    let passed: i32 = before.iter().map(|months| SHORT_YEAR + long(*months)).sum();
    let month = u32::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let months_before = month.cast_signed() - 1;
    let into_year = months_before * 29 + long(this >> (13 - month));
    let length = 29 + i8::from(this >> (12 - month) & 1 == 1);
    let days = passed + into_year + i32::from(day) - 1;
    (1..=length).contains(&day).then(|| FIRST_DAY.checked_add(days.days()).ok().map(|day| (day, length)))?
}

#[cfg(test)]
mod tests {
    use super::in_year;
    use jiff::civil::date;

    #[test]
    fn months_begin_as_the_calendar_has_them() {
        for (year, month, day, expected) in [
            (1999, 9, 1, date(1999, 12, 9)),
            (2015, 12, 10, date(2015, 9, 23)),
            (2023, 10, 1, date(2023, 4, 21)),
            (2024, 9, 1, date(2024, 3, 11)),
            (2025, 1, 1, date(2025, 6, 26)),
        ] {
            assert_eq!(in_year(year, month, day).map(|(day, _)| day), Some(expected));
        }
        assert_eq!(in_year(1900, 1, 1), None);
        assert_eq!(in_year(2024, 9, 1).map(|(_, length)| length), Some(30));
    }
}
