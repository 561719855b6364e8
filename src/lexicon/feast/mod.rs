//! Days with a name that come once a year, and the rule that gives each its day.
//!
//! | rule | feast |
//! |---|---|
//! | `month = 12, day = 25` | Christmas |
//! | `month = 11, weekday = 4, nth = 4` | Thanksgiving, the fourth Thursday of November |
//! | `month = 11, weekday = 4, nth = 4, later = 1` | the day after it |
//! | `easter = -2` | Good Friday |
//! | `orthodox_easter = 0` | Easter Sunday of the eastern churches |
//! | `passover = -1, lasts = 9` | Passover, from the evening before |
//! | `rosh_hashanah = 8, lasts = 2` | Yom Kippur |
//! | `hijri = 10, day = 1` | Eid al-Fitr |
//! | `hijri = 9` | Ramadan, the whole month |
//! | `dates = "2024-10-31 2025-10-20"` | Diwali, as far as it is told |

mod hijri;
mod reckoned;

use super::Classes;
use super::compile::Compiler;
use super::entry::{CalendarEntry, CalendarKind};
use super::phrases::Letters;
use super::written::{self, Written};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::sync::Arc;

/// A day or some days with a name, and when they come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feast {
    rule: Rule,
    /// How many days after the day of the rule it begins; before it where negative.
    later: i8,
    /// How many days it lasts; as long as the rule tells where it is `None`.
    lasts: Option<i8>,
}

/// What gives a day for a year.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Rule {
    /// The same day each year.
    Day { month: i8, day: i8 },
    /// A weekday by its place in a month; from -1 back, counted from its end.
    Weekday { month: i8, nth: i8, weekday: Weekday },
    /// Easter Sunday of the western churches.
    Easter,
    /// Easter Sunday of the eastern churches.
    OrthodoxEaster,
    /// The first day of Passover.
    Passover,
    /// The first day of the Jewish year.
    RoshHashanah,
    /// A day of a month of the Muslim year.
    Hijri { month: i8, day: i8 },
    /// A whole month of the Muslim year.
    HijriMonth(i8),
    /// Days that are told one by one, parted by spaces.
    Dates(Arc<str>),
}

impl Feast {
    /// The rule as written, where its keys make one.
    pub(super) fn from_written(written: &written::Feast<'_>) -> Option<Self> {
        let counted = [
            (written.easter, Rule::Easter),
            (written.orthodox_easter, Rule::OrthodoxEaster),
            (written.passover, Rule::Passover),
            (written.rosh_hashanah, Rule::RoshHashanah),
        ];
        let mut counted = counted.into_iter().filter_map(|(later, rule)| Some((rule, later?)));
        let (rule, later) = match (Rule::from_written(written), counted.next(), counted.next()) {
            (Some(rule), None, _) => (rule, written.later.unwrap_or_default()),
            (None, Some(counted), None) if written.later.is_none() && !places_a_day(written) => counted,
            _ => return None,
        };
        let feast = Self { rule, later, lasts: written.lasts };
        let lasts = written.lasts.is_none_or(|days| days > 0);
        // 2024 is a leap year: any day that some year has is one. Which years are told, a table alone knows.
        (lasts && (matches!(feast.rule, Rule::Dates(_)) || feast.in_year(2024).is_some())).then_some(feast)
    }

    /// Its first and last day in one year, where that year has it.
    pub fn in_year(&self, year: i16) -> Option<(Date, Date)> {
        let (day, length) = self.rule.in_year(year)?;
        let first = day.checked_add(i64::from(self.later).days()).ok()?;
        let more = self.lasts.unwrap_or(length) - 1;
        Some((first, first.checked_add(i64::from(more).days()).ok()?))
    }

    /// Whether its day hangs on the moon as it is watched for, and may be another by one than is reckoned.
    pub const fn hangs_on_the_moon(&self) -> bool {
        matches!(self.rule, Rule::Hijri { .. } | Rule::HijriMonth(_))
    }
}

/// Whether it has keys that place a day by themselves.
fn places_a_day(written: &written::Feast<'_>) -> bool {
    let written::Feast { month, day, weekday, nth, hijri, dates, .. } = written;
    [month, day, weekday, nth, hijri].into_iter().any(Option::is_some) || dates.is_some()
}

impl Rule {
    /// A rule that no feast of its own is counted from.
    fn from_written(written: &written::Feast<'_>) -> Option<Self> {
        let written::Feast { month, day, weekday, nth, hijri, dates, .. } = written;
        Some(match (month, day, weekday, nth, hijri, dates) {
            (Some(month), Some(day), None, None, None, None) => Self::Day { month: *month, day: *day },
            (Some(month), None, Some(weekday), Some(nth), None, None) => {
                let weekday = Weekday::from_monday_one_offset(*weekday).ok()?;
                Self::Weekday { month: *month, nth: *nth, weekday }
            }
            (None, Some(day), None, None, Some(month), None) => Self::Hijri { month: *month, day: *day },
            (None, None, None, None, Some(month), None) => Self::HijriMonth(*month),
            (None, None, None, None, None, Some(dates)) => Self::Dates(Arc::from(dates.as_ref())),
            _ => return None,
        })
    }

    /// Its day in one year, where that year has it, and how many days it lasts unless told otherwise.
    fn in_year(&self, year: i16) -> Option<(Date, i8)> {
        let day = match self {
            Self::Day { month, day } => Date::new(year, *month, *day).ok(),
            Self::Weekday { month, weekday, nth } => {
                Date::new(year, *month, 1).ok()?.nth_weekday_of_month(*nth, *weekday).ok()
            }
            Self::Easter => reckoned::easter(year),
            Self::OrthodoxEaster => reckoned::orthodox_easter(year),
            Self::Passover => reckoned::passover(year),
            Self::RoshHashanah => reckoned::rosh_hashanah(year),
            Self::Hijri { month, day } => hijri::in_year(year, *month, *day).map(|(day, _)| day),
            Self::HijriMonth(month) => return hijri::in_year(year, *month, 1),
            Self::Dates(told) => {
                told.split_whitespace().filter_map(|day| day.parse::<Date>().ok()).find(|day| day.year() == year)
            }
        };
        day.map(|day| (day, 1))
    }
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
                self.phrase(|l| &mut l.feasts, name, Letters::Any, rule.clone());
                self.names_day(name);
                if name.contains('\'') {
                    self.phrase(|l| &mut l.feasts, &name.replace('\'', "’"), Letters::Any, rule.clone());
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
    use super::{Feast, Rule};
    use crate::lexicon::{Lexicon, written};
    use crate::text::Span;

    #[test]
    fn keys_make_a_rule() {
        for (keys, in_2025) in [
            ("month = 2, day = 29", ""),
            ("month = 12, day = 25", "2025-12-25"),
            ("month = 11, weekday = 4, nth = 4, later = 1", "2025-11-28"),
            ("month = 5, weekday = 1, nth = -1", "2025-05-26"),
            ("easter = 1", "2025-04-21"),
            ("orthodox_easter = -2", "2025-04-18"),
            ("passover = -1, lasts = 9", "2025-04-12/2025-04-20"),
            ("rosh_hashanah = 8, lasts = 2", "2025-10-01/2025-10-02"),
            ("hijri = 12, day = 10", "2025-06-06"),
            ("hijri = 9", "2025-03-01/2025-03-29"),
            ("dates = \"2024-10-31 2025-10-20\", later = -1", "2025-10-19"),
        ] {
            let days = rule(keys).map(|rule| match rule.in_year(2025) {
                Some((first, last)) if first == last => first.to_string(),
                Some((first, last)) => format!("{first}/{last}"),
                None => String::new(),
            });
            assert_eq!(days.as_deref(), Some(in_2025), "{keys}");
        }
        for keys in [
            "",
            "month = 2, day = 30",
            "month = 5, weekday = 8, nth = 1",
            "easter = 1, month = 4",
            "easter = 1, passover = 1",
            "easter = 1, later = 1",
            "hijri = 13",
            "hijri = 9, lasts = 0",
            "day = 3",
        ] {
            assert_eq!(rule(keys), None, "{keys}");
        }
    }

    #[test]
    fn a_desk_has_its_own_day_for_a_name() {
        let desk =
            "feast = [{ words = [\"mother's day\"], easter = -21 }, { words = [\"town day\"], month = 9, day = 3 }]";
        let lexicon = Lexicon::with(toml::from_str(desk).unwrap()).unwrap();
        for (name, rule) in [
            ("Mother's Day", (Rule::Easter, -21)),
            ("Mother’s Day", (Rule::Easter, -21)),
            ("Town Day", (Rule::Day { month: 9, day: 3 }, 0)),
            ("Bastille Day", (Rule::Day { month: 7, day: 14 }, 0)),
        ] {
            let mut tokens = Vec::new();
            lexicon.tokenize(name, Span::new(0, name.len()), &mut tokens);
            let found = lexicon.feasts.at(&tokens).map(|(_, feast)| (feast.rule.clone(), feast.later));
            assert_eq!(found, Some(rule), "{name}");
        }
    }

    fn rule(keys: &str) -> Option<Feast> {
        let comma = if keys.is_empty() { "" } else { "," };
        let text = format!("feast = [{{ words = [\"x\"]{comma} {keys} }}]");
        Feast::from_written(&toml::from_str::<written::Written<'_>>(&text).unwrap().feast[0])
    }
}
