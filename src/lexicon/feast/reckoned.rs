//! Days from which others are counted, each reckoned for a year.

use jiff::ToSpan;
use jiff::civil::Date;

/// Easter Sunday, after the anonymous Gregorian computus.
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, of_century) = (y % 19, y / 100, y % 100);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    spring_day(year, epact + sunday - 7 * late)
}

/// Easter Sunday of the eastern churches, after Meeus: reckoned in the Julian calendar, given in ours.
pub(super) fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let moon = (19 * (y % 19) + 15) % 30;
    let sunday = (2 * (y % 4) + 4 * (y % 7) - moon + 34) % 7;
    let behind = y / 100 - y / 400 - 2;
    spring_day(year, moon + sunday)?.checked_add(behind.days()).ok()
}

/// So many days after 22 March, the first day on which Easter may fall.
fn spring_day(year: i16, days: i32) -> Option<Date> {
    Date::new(year, 3, 22).ok()?.checked_add(days.days()).ok()
}

/// The first day of the Jewish year that begins in a year of ours.
pub(super) fn rosh_hashanah(year: i16) -> Option<Date> {
    let jewish = i32::from(year) + 3761;
    let (before, day, after) = (new_moon(jewish - 1), new_moon(jewish), new_moon(jewish + 1));
    // No year may have 356 days, and none that follows a leap year 382.
    let delay = if after - day == 356 { 2 } else { i32::from(day - before == 382) };
    Date::new(2000, 9, 30).ok()?.checked_add((day + delay - YEAR_5761).days()).ok()
}

/// The days from the beginning of the Jewish reckoning to the year 5761.
const YEAR_5761: i32 = 2_103_820;

/// The first day of Passover, which the months between tie to the new year that follows.
pub(super) fn passover(year: i16) -> Option<Date> {
    rosh_hashanah(year)?.checked_sub(163.days()).ok()
}

/// On which day after the beginning of the Jewish reckoning the moon is new for a year, put off where it may not begin.
fn new_moon(year: i32) -> i32 {
    // In a day there are 25,920 parts.
    let months = (235 * year - 234) / 19;
    let parts = 12_084 + 13_753 * i64::from(months);
    let day = 29 * months + i32::try_from(parts / 25_920).unwrap_or_default();
    day + i32::from(3 * (day + 1) % 7 < 3)
}

#[cfg(test)]
mod tests {
    use super::{easter, orthodox_easter, passover, rosh_hashanah};
    use jiff::civil::date;

    #[test]
    fn easter_falls_where_the_churches_keep_it() {
        for day in [date(1961, 4, 2), date(2000, 4, 23), date(2024, 3, 31), date(2025, 4, 20), date(2038, 4, 25)] {
            assert_eq!(easter(day.year()), Some(day));
        }
        for day in [date(1999, 4, 11), date(2021, 5, 2), date(2023, 4, 16), date(2024, 5, 5), date(2025, 4, 20)] {
            assert_eq!(orthodox_easter(day.year()), Some(day));
        }
    }

    #[test]
    fn the_jewish_year_begins_where_it_may() {
        for day in [date(1948, 10, 4), date(2000, 9, 30), date(2005, 10, 4), date(2024, 10, 3), date(2025, 9, 23)] {
            assert_eq!(rosh_hashanah(day.year()), Some(day));
        }
        for day in [date(1967, 4, 25), date(2024, 4, 23), date(2025, 4, 13)] {
            assert_eq!(passover(day.year()), Some(day));
        }
    }
}
