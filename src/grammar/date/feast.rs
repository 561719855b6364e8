//! Feasts and days with a name.
//!
//! ```text
//! feast = [which] name ["day"] [["in" | "of"] (year | unit)]
//! ```
//!
//! Feasts of the lunar calendars are not read: their day is fixed by announcement.

use super::day::year_after;
use super::expression::{DateExpression, Which, Yearly};
use super::terminal::which;
use super::unit::which_unit;
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, token, word};
use crate::lexicon::{CalendarKind, Classes, List};
use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// Feasts of several words, and those that move; each word as its token is cut.
const NAMES: &[(&[&str], Yearly)] = &[
    (&["new", "year", "'s", "eve"], fixed(12, 31)),
    (&["new", "year", "'s", "day"], fixed(1, 1)),
    (&["new", "years", "eve"], fixed(12, 31)),
    (&["new", "years", "day"], fixed(1, 1)),
    (&["valentine", "'s", "day"], fixed(2, 14)),
    (&["valentines", "day"], fixed(2, 14)),
    (&["valentine", "day"], fixed(2, 14)),
    (&["st", "patrick", "'s", "day"], fixed(3, 17)),
    (&["april", "fools", "'", "day"], fixed(4, 1)),
    (&["may", "day"], fixed(5, 1)),
    (&["bastille", "day"], fixed(7, 14)),
    (&["armistice", "day"], fixed(11, 11)),
    (&["veterans", "day"], fixed(11, 11)),
    (&["anzac", "day"], fixed(4, 25)),
    (&["australia", "day"], fixed(1, 26)),
    (&["christmas", "eve"], fixed(12, 24)),
    (&["boxing", "day"], fixed(12, 26)),
    (&["mardi", "gras"], Yearly::Easter(-47)),
    (&["shrove", "tuesday"], Yearly::Easter(-47)),
    (&["ash", "wednesday"], Yearly::Easter(-46)),
    (&["palm", "sunday"], Yearly::Easter(-7)),
    (&["maundy", "thursday"], Yearly::Easter(-3)),
    (&["good", "friday"], Yearly::Easter(-2)),
    (&["easter", "sunday"], Yearly::Easter(0)),
    (&["easter", "monday"], Yearly::Easter(1)),
    (&["easter"], Yearly::Easter(0)),
    (&["pentecost"], Yearly::Easter(49)),
    (&["whit", "monday"], Yearly::Easter(50)),
    (&["martin", "luther", "king"], nth(1, 3, Weekday::Monday)),
    (&["mlk", "day"], nth(1, 3, Weekday::Monday)),
    (&["memorial", "day"], nth(5, -1, Weekday::Monday)),
    (&["labor", "day"], nth(9, 1, Weekday::Monday)),
    (&["presidents", "'", "day"], nth(2, 3, Weekday::Monday)),
    (&["presidents", "’", "day"], nth(2, 3, Weekday::Monday)),
    (&["mother", "'s", "day"], nth(5, 2, Weekday::Sunday)),
    (&["father", "'s", "day"], nth(6, 3, Weekday::Sunday)),
    (&["columbus", "day"], nth(10, 2, Weekday::Monday)),
    (&["thanksgiving"], nth(11, 4, Weekday::Thursday)),
    (&["black", "friday"], Yearly::NthWeekday { month: 11, nth: 4, weekday: Weekday::Thursday, after: 1 }),
];

const fn fixed(month: i8, day: i8) -> Yearly {
    Yearly::Day { month, day }
}

const fn nth(month: i8, nth: i8, weekday: Weekday) -> Yearly {
    Yearly::NthWeekday { month, nth, weekday, after: 0 }
}

/// `feast = [which] name ["day"] [["in" | "of"] (year | unit)]`
pub(super) fn feast(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, which) = opt(which).parse(input)?;
    let (rest, feast) = alt((name, lexical)).parse(rest)?;
    let (rest, _) = opt(word("day")).parse(rest)?;
    if let Ok((rest, year)) = year_after(rest) {
        return feast.in_year(year).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))));
    }
    if let Ok((rest, base)) = preceded(opt(one_of(&["of", "in"])), which_unit).parse(rest) {
        return Ok((rest, DateExpression::YearlyIn(feast, Box::new(base))));
    }
    Ok((rest, DateExpression::Yearly(feast, which.unwrap_or(Which::Bare))))
}

/// The words that the names in the table begin with.
const FIRST: Classes = Classes::list(List::FeastWord)
    .or(Classes::calendar(CalendarKind::Feast))
    .or(Classes::calendar(CalendarKind::Month));

/// A name out of the table.
fn name(input: Tokens<'_>) -> Parsed<'_, Yearly> {
    if !input.peek().is_some_and(|first| input.lexicon().classes(first.word).meets(FIRST)) {
        return fail();
    }
    let fits = |words: &[&str]| {
        words.iter().enumerate().all(|(at, word)| {
            let letters = input.letters_at(at);
            letters.eq_ignore_ascii_case(word) || (*word == "'s" && letters == "’s")
        })
    };
    let first = input.letters();
    let mut names =
        NAMES.iter().filter(|(words, _)| words.first().is_some_and(|word| first.eq_ignore_ascii_case(word)));
    match names.find(|(words, _)| fits(words)) {
        Some((words, feast)) => Ok((input.from(input.at() + words.len()), *feast)),
        None => fail(),
    }
}

/// A feast of the lexicon, whose value is its month and day.
fn lexical(input: Tokens<'_>) -> Parsed<'_, Yearly> {
    token(|input: &Tokens<'_>, token| {
        let value = input.lexicon().calendar_value(token.word, CalendarKind::Feast).filter(|value| *value > 0)?;
        Some(fixed(i8::try_from(value / 100).ok()?, i8::try_from(value % 100).ok()?))
    })
    .parse(input)
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn feasts() {
        check(&[
            ("It will open at Christmas.", "2025-03-12", "2025-12-25"),
            ("It opened on Christmas Eve.", "2025-03-12", "2024-12-24"),
            ("It opened on Good Friday 2024.", "2025-03-12", "2024-03-29"),
            ("It opened last Easter.", "2025-03-12", "2024-03-31"),
            ("It opened on New Year's Day.", "2025-03-12", "2025-01-01"),
            ("It opened on Columbus Day.", "2025-03-12", "2024-10-14"),
            ("It will open on Mother's Day.", "2025-03-12", "2025-05-11"),
            ("It opened on Labor Day last year.", "2025-03-12", "2024-09-02"),
        ]);
    }
}
