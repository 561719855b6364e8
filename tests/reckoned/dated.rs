//! Days, ages and stretches of time of which one follows from the others, in a draft of 12 March 2025.

use super::{Reckoned, filled};
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// Any of them.
pub(crate) fn dated() -> impl Strategy<Value = Reckoned> {
    prop_oneof![weekday(), age(), life(), stretch(), anniversary(), impossible()]
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn any_day() -> impl Strategy<Value = Date> {
    (1901..2024i16, 1..=12i8, 1..=28i8).prop_map(|(year, month, day)| date(year, month, day))
}

fn month(day: Date) -> &'static str {
    MONTHS[usize::from(day.month().unsigned_abs()) - 1]
}

/// A weekday, a day, its month and year.
const WEEKDAY: [&str; 4] = [
    "The council met on {a}, {b} {c} {d}.",
    "The council met on {a} {b} {c} {d}.",
    "The council met on {a}, {c} {b}, {d}.",
    "The council met on {b} {c} {d} ({a}).",
];

fn weekday() -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(WEEKDAY.to_vec()), any_day(), 1..7usize).prop_map(|(wording, day, off)| {
        let at = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
        let told = |at: usize| {
            let figures = [WEEKDAYS[at % 7].to_owned(), day.day().to_string(), month(day).to_owned()];
            filled(wording, &[&figures[..], &[day.year().to_string()]].concat())
        };
        Reckoned { kind: "calendar", right: told(at), wrong: told(at + off) }
    })
}

/// How old somebody is, and when they were born.
const AGES: [&str; 4] = [
    "Olga Brandt, {a}, who was born on {b} {c} {d}, will appeal.",
    "Born on {b} {c} {d}, Olga Brandt, {a}, will appeal.",
    "Olga Brandt, {a}, sings in the choir. She was born on {b} {c} {d}.",
    "Brandt was born on {b} {c} {d} in Lund. She is {a}.",
];

fn age() -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(AGES.to_vec()), 1940..2000i16, 1..=12i8, 1..=28i8, 2..9i16).prop_map(
        |(wording, year, month_of, day_of, off)| {
            let born = date(year, month_of, day_of);
            let years = 2025 - year - i16::from((month_of, day_of) > (3, 12));
            let told = |years: i16| {
                let figures = [years.to_string(), day_of.to_string(), month(born).to_owned(), year.to_string()];
                filled(wording, &figures)
            };
            Reckoned { kind: "calendar", right: told(years), wrong: told(years + off) }
        },
    )
}

/// The years of a life or a career, and an age that follows from them.
const LIVES: [&str; 5] = [
    "The baker Olga Brandt ({a}–{b}) died at {c}.",
    "Olga Brandt ({a}–{b}) died at home at the age of {c}.",
    "The singer, who was born in {a}, turned {c} in {b}.",
    "Born in {a}, she was {c} when the dam broke in {b}.",
    "Born in {a}, he died in {b} aged {c}.",
];

fn life() -> impl Strategy<Value = Reckoned> {
    between(LIVES, 20, 1)
}

/// Two years of the same century, at least `shortest` apart, and the years between them told: up to `birthdays` fewer where
/// the day of the year may not have come.
fn between(wordings: [&'static str; 5], shortest: i16, birthdays: i16) -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(wordings.to_vec()), 1901..1950i16, shortest..70i16, 0..=birthdays, 3..9i16).prop_map(
        |(wording, from, years, birthday, off)| {
            let birthday = if wording.contains("turned") { 0 } else { birthday };
            let told = |told: i16| filled(wording, &[from, from + years, told].map(|figure| figure.to_string()));
            Reckoned { kind: "calendar", right: told(years - birthday), wrong: told(years + off) }
        },
    )
}

/// The years in which something began and ended, and how long it lasted.
const STRETCHES: [&str; 5] = [
    "He ruled from {a} to {b}, a reign of {c} years.",
    "The tram ran from {a} to {b}, or {c} years.",
    "He was jailed in {a} and freed in {b} after {c} years.",
    "In {b}, {c} years after the {a} flood, the dam was rebuilt.",
    "The line opened in {a} and closed in {b}, {c} years later.",
];

fn stretch() -> impl Strategy<Value = Reckoned> {
    between(STRETCHES, 12, 0)
}

/// The year of what is remembered in 2025, and how long ago that was.
const ANNIVERSARIES: [&str; 5] = [
    "The town marked the {b}th anniversary of the {a} flood.",
    "The club, founded in {a}, is celebrating its {b}th anniversary.",
    "The mill was founded in {a}, {b} years ago.",
    "The mill, built in {a} ({b} years ago), is for sale.",
    "Founded in {a}, the club celebrates its {b}th birthday this year.",
];

fn anniversary() -> impl Strategy<Value = Reckoned> {
    // "20th" to "99th", never "21st".
    let years = prop::sample::select(vec![20i16, 25, 30, 34, 40, 48, 50, 56, 60, 75, 80, 90]);
    (prop::sample::select(ANNIVERSARIES.to_vec()), years, prop::sample::select(vec![10i16, 20])).prop_map(
        |(wording, years, off)| {
            let told = |told: i16| filled(wording, &[2025 - years, told].map(|figure| figure.to_string()));
            Reckoned { kind: "calendar", right: told(years), wrong: told(years + off) }
        },
    )
}

/// A day that its month has, and one that it has not.
const DAYS: [&str; 3] =
    ["The bridge will be closed on {a} {b}.", "The fair ends on {a} {b} 2024.", "They signed on {b} {a}, 2024."];

fn impossible() -> impl Strategy<Value = Reckoned> {
    let short = prop::sample::select(vec!["April", "June", "September", "November"]);
    (prop::sample::select(DAYS.to_vec()), short, 1..=30i8).prop_map(|(wording, month, day)| {
        let told = |day: i8| filled(wording, &[day.to_string(), month.to_owned()]);
        Reckoned { kind: "calendar", right: told(day), wrong: told(31) }
    })
}
