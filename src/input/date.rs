//! The date a draft gives itself.
//!
//! | text | date |
//! |---|---|
//! | `Friday, 14 March 2025` `March 14th, 2025` `Sept. 11 2025` | day, month in words, year |
//! | `2025-03-14` `2025-03-14T09:30:00+02:00` | as written, whatever the offset |
//! | `14/03/2025` `03/14/2025` `14.03.2025` | only where one reading is a date |
//!
//! Dates in prose (`on Friday`, `last month`) are the grammar's.

use crate::text::Span;
use jiff::civil::Date;

/// The first full date in a line, with the weekday before it.
pub(super) fn find(line: &str) -> Option<(Span, Date)> {
    let words: Vec<Word<'_>> = words(line).collect();
    (0..words.len()).find_map(|at| {
        let (count, date) = date_at(&words[at..])?;
        let first = if at > 0 && is_weekday(words[at - 1].letters) { at - 1 } else { at };
        Some((words[first].span.to(words[at + count - 1].span), date))
    })
}

/// An ISO date, or the date of an RFC 3339 timestamp as it stands there.
pub(super) fn from_stamp(stamp: &str) -> Option<Date> {
    let (day, rest) = stamp.split_at_checked(10)?;
    let is_time = || rest.starts_with(['T', 't', ' ']) && rest.get(1..).is_some_and(is_clock);
    if rest.is_empty() || is_time() { from_fields(day.split('-'), [0, 1, 2]) } else { None }
}

/// Whether the words are a day without its year: `Oct 31`, `14 March`, `Tuesday`.
pub(super) fn is_yearless(text: &str) -> bool {
    let mut count = 0;
    words(text).all(|word| {
        count += 1;
        is_weekday(word.letters) || month(word.letters).is_some() || day(word.letters).is_some()
    }) && (1..=3).contains(&count)
        && words(text).any(|word| day(word.letters).is_none())
}

/// A word without the marks around it.
struct Word<'t> {
    letters: &'t str,
    span: Span,
}

fn words(line: &str) -> impl Iterator<Item = Word<'_>> {
    line.split_whitespace().filter_map(move |piece| {
        let letters = piece.trim_matches(|char: char| !char.is_alphanumeric());
        let start = letters.as_ptr() as usize - line.as_ptr() as usize;
        (!letters.is_empty()).then(|| Word { letters, span: Span::new(start, start + letters.len()) })
    })
}

/// The date that the words begin with, and how many of them it takes.
fn date_at(words: &[Word<'_>]) -> Option<(usize, Date)> {
    let letters = |at: usize| words.get(at).map_or("", |word| word.letters);
    let alone = || from_stamp(letters(0)).or_else(|| from_figures(letters(0)));
    let spelt = || {
        let (day, month) = match (day(letters(0)), month(letters(0))) {
            (Some(day), _) => (day, month(letters(1))?),
            (_, Some(month)) => (self::day(letters(1))?, month),
            _ => return None,
        };
        Date::new(year(letters(2))?, month, day).ok()
    };
    alone().map(|date| (1, date)).or_else(|| spelt().map(|date| (3, date)))
}

/// `14/03/2025` where the day cannot be the month.
fn from_figures(figures: &str) -> Option<Date> {
    let separator = ['/', '.', '-'].into_iter().find(|&mark| figures.matches(mark).count() == 2)?;
    let day_first = from_fields(figures.split(separator), [2, 1, 0]);
    let month_first = from_fields(figures.split(separator), [2, 0, 1]);
    match (day_first, month_first) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (one, other) => one.or(other),
    }
}

/// Three figures; `places` are those of year, month and day.
fn from_fields<'t>(fields: impl Iterator<Item = &'t str>, places: [usize; 3]) -> Option<Date> {
    let fields: Vec<&str> = fields.collect();
    let [_, _, _] = fields[..] else { return None };
    let short = |at: usize| figure(fields[at], 2).and_then(|value| i8::try_from(value).ok());
    Date::new(year(fields[places[0]])?, short(places[1])?, short(places[2])?).ok()
}

/// Hours and minutes, then whatever a timestamp adds to them.
fn is_clock(time: &str) -> bool {
    let mut parts = time.split(':');
    let mut part = |limit: u16| {
        let digits = parts.next().and_then(|part| part.get(..2));
        digits.and_then(|digits| figure(digits, 2)).is_some_and(|value| value < limit)
    };
    part(24) && part(60) && time.chars().all(|char| char.is_ascii_digit() || "TtZz:+-.".contains(char))
}

fn figure(digits: &str, most: usize) -> Option<u16> {
    let fits = (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

/// Four digits, between 1800 and 2199: no house number, no sum.
fn year(digits: &str) -> Option<i16> {
    let year = figure(digits, 4).filter(|year| (1800..2200).contains(year))?;
    i16::try_from(year).ok()
}

/// `14`, `14th`, `1st`.
fn day(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let day = figure(digits, 2).filter(|day| (1..=31).contains(day))?;
    i8::try_from(day).ok()
}

/// A month's name, or its first three letters or more.
fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    (1_i8..).zip(MONTHS).find(|(_, name)| begins(name, word)).map(|(number, _)| number)
}

fn is_weekday(word: &str) -> bool {
    const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    WEEKDAYS.iter().any(|name| begins(name, word))
}

/// Whether the word is the name or three of its letters or more, in any case.
fn begins(name: &str, word: &str) -> bool {
    word.len() >= 3 && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::{find, from_stamp, is_yearless};
    use jiff::civil::date;

    #[test]
    fn full_dates_are_found_with_their_weekday() {
        for (line, text, day) in [
            ("GENEVA, 14 March 2025 (Wire)", "14 March 2025", (2025, 3, 14)),
            ("Updated March 14th, 2025 at noon", "March 14th, 2025", (2025, 3, 14)),
            ("COLUMBUS, Nov. 21, 2025", "Nov. 21, 2025", (2025, 11, 21)),
            ("Desk, Thursday, 11 Sept 2025", "Thursday, 11 Sept 2025", (2025, 9, 11)),
            ("*FRIDAY 22 NOVEMBER 2024*", "FRIDAY 22 NOVEMBER 2024", (2024, 11, 22)),
            ("covers 1–30 April 2031 · issued 6 May 2031", "6 May 2031", (2031, 5, 6)),
            ("Published: 2024-05-03T10:00:00Z", "2024-05-03T10:00:00Z", (2024, 5, 3)),
            ("14/03/2025", "14/03/2025", (2025, 3, 14)),
            ("03/14/2025", "03/14/2025", (2025, 3, 14)),
            ("5.5.2025", "5.5.2025", (2025, 5, 5)),
        ] {
            let (span, found) = find(line).unwrap_or_else(|| panic!("no date in {line}"));
            assert_eq!((span.of(line), found), (text, date(day.0, day.1, day.2)), "{line}");
        }
    }

    #[test]
    fn what_is_no_full_date_is_passed_over() {
        for line in
            ["03/04/2025", "14 March", "31 February 2025", "May 2025", "12 ma 2025", "1.2.3", "on Friday", "5 may 99"]
        {
            assert_eq!(find(line), None, "{line}");
        }
    }

    #[test]
    fn stamps_and_yearless_days() {
        for (stamp, valid) in [
            ("2024-05-03", true),
            ("2024-05-03T23:59:59.5+02:00", true),
            ("2024-05-03 10:00", true),
            ("2024-05-03T", false),
            ("2024-05-03T25:00", false),
            ("2024-05-033", false),
            ("2024-02-30", false),
            ("3 May 2024", false),
        ] {
            assert_eq!(from_stamp(stamp).is_some(), valid, "{stamp}");
        }
        for (text, yearless) in [("Oct 31", true), ("14 March", true), ("Tuesday", true), ("31", false), ("", false)] {
            assert_eq!(is_yearless(text), yearless, "{text}");
        }
    }
}
