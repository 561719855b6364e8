//! Days with a name that come once a year, and the rule that gives each its day.
//!
//! | rule | feast |
//! |---|---|
//! | `month = 12, day = 25` | Christmas |
//! | `month = 11, weekday = 4, nth = 4` | Thanksgiving, the fourth Thursday of November |
//! | `month = 11, weekday = 4, nth = 4, later = 1` | the day after it |
//! | `easter = -2` | Good Friday |
//! | `orthodox_easter = 0` | Easter Sunday of the eastern churches |
//!
//! Feasts of the lunar calendars have no rule here: their day is fixed by announcement.

use super::Classes;
use super::compile::Compiler;
use super::entry::{CalendarEntry, CalendarKind};
use super::phrases::Letters;
use super::written::{self, Written};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The rule that gives a feast its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// The same day each year.
    Day {
        /// From 1 to 12.
        month: i8,
        /// From 1 to 31.
        day: i8,
    },
    /// A weekday by its place in a month.
    Weekday {
        /// From 1 to 12.
        month: i8,
        /// From 1 on; from -1 back, counted from the end of the month.
        nth: i8,
        /// The day that is counted.
        weekday: Weekday,
        /// How many days after it.
        later: i8,
    },
    /// So many days after Easter Sunday of the western churches.
    Easter(i8),
    /// So many days after Easter Sunday of the eastern churches.
    OrthodoxEaster(i8),
}

impl Feast {
    /// The rule as written, where its keys make one.
    pub(super) fn from_written(written: &written::Feast<'_>) -> Option<Self> {
        let written::Feast { month, day, weekday, nth, easter, orthodox_easter, later, .. } = written;
        let rule = match (month, day, weekday, nth, easter, orthodox_easter) {
            (Some(month), Some(day), None, None, None, None) => Self::Day { month: *month, day: *day },
            (Some(month), None, Some(weekday), Some(nth), None, None) => {
                let weekday = Weekday::from_monday_one_offset(*weekday).ok()?;
                Self::Weekday { month: *month, nth: *nth, weekday, later: later.unwrap_or_default() }
            }
            (None, None, None, None, Some(after), None) => Self::Easter(*after),
            (None, None, None, None, None, Some(after)) => Self::OrthodoxEaster(*after),
            _ => return None,
        };
        let counts = matches!(rule, Self::Weekday { .. });
        // 2024 is a leap year: any day that some year has is one.
        (counts || later.is_none()).then_some(rule).filter(|rule| rule.in_year(2024).is_some())
    }

    /// Its day in one year, where that year has it.
    pub fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Day { month, day } => Date::new(year, month, day).ok(),
            Self::Weekday { month, nth, weekday, later } => {
                let first = Date::new(year, month, 1).ok()?;
                after(first.nth_weekday_of_month(nth, weekday).ok()?, later)
            }
            Self::Easter(days) => after(easter(year)?, days),
            Self::OrthodoxEaster(days) => after(orthodox_easter(year)?, days),
        }
    }
}

fn after(day: Date, days: i8) -> Option<Date> {
    day.checked_add(i64::from(days).days()).ok()
}

/// Easter Sunday, after the anonymous Gregorian computus.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, of_century) = (y % 19, y / 100, y % 100);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    spring_day(year, epact + sunday - 7 * late)
}

/// Easter Sunday of the eastern churches, after Meeus: reckoned in the Julian calendar, given in ours.
fn orthodox_easter(year: i16) -> Option<Date> {
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

impl Compiler {
    /// Days with a name: those of a desk come last and stand before ours.
    pub(super) fn feasts(&mut self, written: &Written<'_>) {
        for feast in written.feast.iter().rev() {
            let Some(rule) = Feast::from_written(feast) else {
                self.errors.push(format!("feast {:?}: its keys make no rule", feast.words));
                continue;
            };
            for name in &feast.words {
                self.phrase(|l| &mut l.feasts, name, Letters::Any, rule);
                self.names_day(name);
                if name.contains('\'') {
                    self.phrase(|l| &mut l.feasts, &name.replace('\'', "’"), Letters::Any, rule);
                }
            }
        }
    }

    /// A date is looked for where a word of the calendar stands: where a feast's name has none, its first word is one.
    fn names_day(&mut self, name: &str) {
        let first = self.first;
        let mut words = name.split([' ', '\'']).map(|word| self.word(word)).collect::<Vec<_>>().into_iter();
        if words.all(|word| self.lexicon.calendar(word).is_empty()) {
            self.classify(first, Classes::calendar(CalendarKind::Feast));
            self.lexicon.calendar.get_or_default(first).push(CalendarEntry { kind: CalendarKind::Feast, value: 0 });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Feast, easter, orthodox_easter};
    use crate::lexicon::{Lexicon, written};
    use crate::text::Span;
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
    fn keys_make_a_rule() {
        for (keys, in_2025) in [
            ("month = 2, day = 29", None),
            ("month = 12, day = 25", Some(date(2025, 12, 25))),
            ("month = 11, weekday = 4, nth = 4, later = 1", Some(date(2025, 11, 28))),
            ("month = 5, weekday = 1, nth = -1", Some(date(2025, 5, 26))),
            ("easter = 1", Some(date(2025, 4, 21))),
            ("orthodox_easter = -2", Some(date(2025, 4, 18))),
        ] {
            assert_eq!(rule(keys).map(|rule| rule.in_year(2025)), Some(in_2025), "{keys}");
        }
        for keys in ["", "month = 2, day = 30", "month = 5, weekday = 8, nth = 1", "easter = 1, month = 4", "day = 3"] {
            assert_eq!(rule(keys), None, "{keys}");
        }
    }

    #[test]
    fn a_desk_has_its_own_day_for_a_name() {
        let desk =
            "feast = [{ words = [\"mother's day\"], easter = -21 }, { words = [\"town day\"], month = 9, day = 3 }]";
        let lexicon = Lexicon::with(toml::from_str(desk).unwrap()).unwrap();
        for (name, rule) in [
            ("Mother's Day", Feast::Easter(-21)),
            ("Mother’s Day", Feast::Easter(-21)),
            ("Town Day", Feast::Day { month: 9, day: 3 }),
            ("Bastille Day", Feast::Day { month: 7, day: 14 }),
        ] {
            let mut tokens = Vec::new();
            lexicon.tokenize(name, Span::new(0, name.len()), &mut tokens);
            assert_eq!(lexicon.feasts.at(&tokens).map(|(_, rule)| *rule), Some(rule), "{name}");
        }
    }

    fn rule(keys: &str) -> Option<Feast> {
        let comma = if keys.is_empty() { "" } else { "," };
        let text = format!("feast = [{{ words = [\"x\"]{comma} {keys} }}]");
        Feast::from_written(&toml::from_str::<written::Written<'_>>(&text).unwrap().feast[0])
    }
}
