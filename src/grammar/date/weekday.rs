//! Days of the week, and of the turn of a day.
//!
//! ```text
//! week_day  = [which] weekday [part] | weekday [part] ["of" | "in"] which_unit | "this" "weekend"
//!           | ["this"] "coming" weekday | ["the"] weekday "after" "next" | weekday "week"
//! relative  = "today" | "yesterday" | "the day before yesterday" | ("last" | "this") part
//!           | ("the" "next" | "that" …) part
//! part      = "morning" | "night" | …
//! ```

use super::days::Unit;
use super::expression::{DateExpression, Which};
use super::terminal::{article, named, sure_weekday, weekday, which};
use super::unit::which_unit;
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, token, word};
use crate::lexicon::CalendarKind;
use crate::text::Shape;
use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// `week_day`, with the part of the day behind it.
pub(super) fn week_day(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    terminated(alt((of_week, weekend, ahead, lone)), opt(part)).parse(input)
}

/// `weekday [part] ["of" | "in"] which_unit`
fn of_week(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (weekday, base)) =
        (terminated(weekday, opt(part)), preceded(opt(one_of(&["of", "in"])), which_unit)).parse(input)?;
    Ok((rest, DateExpression::WeekdayIn(weekday, Box::new(base))))
}

/// Weekdays that are counted from the draft's day on: the nearest one ahead, or the one behind that.
fn ahead(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let coming = (opt(one_of(&["this", "the"])), one_of(&["coming", "upcoming"]));
    let after_next = terminated(preceded(article, weekday), (word("after"), word("next")));
    alt((
        preceded(coming, weekday).map(|weekday| DateExpression::WeekdaysAway(1, weekday)),
        after_next.map(|weekday| DateExpression::WeekdaysAway(2, weekday)),
        week_hence.map(|weekday| DateExpression::WeekdaysAway(2, weekday)),
    ))
    .parse(input)
}

/// `weekday "week"`, as in "the sale opens Monday week".
fn week_hence(input: Tokens<'_>) -> Parsed<'_, Weekday> {
    let (rest, weekday) = terminated(sure_weekday, word("week")).parse(input)?;
    let goes_on = rest.peek().is_some_and(|next| next.is_word() || next.shape == Shape::Number || next.glued);
    if goes_on && !matches!(rest.letters(), "." | "," | ";") { fail() } else { Ok((rest, weekday)) }
}

/// `[which] weekday`
fn lone(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, which) = opt(which).parse(input)?;
    let (rest, weekday) = if which.is_some() { weekday(rest)? } else { sure_weekday(rest)? };
    Ok((rest, DateExpression::Weekday(weekday, which.unwrap_or(Which::Bare))))
}

/// `[which] "weekend"`
fn weekend(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, which) = alt((which, article.map(|_| Which::Bare))).parse(input)?;
    let (rest, _) = word("weekend").parse(rest)?;
    let told = which != Which::Bare || input.letters().eq_ignore_ascii_case("the");
    if told { Ok((rest, DateExpression::Weekend(which))) } else { fail() }
}

/// `part`: the day that it belongs to stands.
fn part(input: Tokens<'_>) -> Parsed<'_, ()> {
    if input.letters().ends_with('s') {
        return fail();
    }
    named(CalendarKind::Part).map(|_| ()).parse(input)
}

/// `relative`
pub(super) fn relative(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((terminated(alt((two_away, named_day, part_told)), opt(part)), part_spoken)).parse(input)
}

fn named_day(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    named(CalendarKind::Relative).map(|days| DateExpression::Relative(days.into())).parse(input)
}

/// `["the"] "day" ("before" "yesterday" | "after" "tomorrow")`
fn two_away(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let day = (article, word("day"), one_of(&["before", "after"]));
    let (rest, days) = preceded(day, named(CalendarKind::Relative)).parse(input)?;
    Ok((rest, DateExpression::Relative(2 * i32::from(days))))
}

/// `("the" "next" | "following" | "that" …) part`: of the day after that spoken of, or of that day.
fn part_spoken(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, which) = terminated(which, part).parse(input)?;
    let which = match which {
        Which::Next if input.letters().eq_ignore_ascii_case("the") => Which::Following,
        Which::Following | Which::Previous | Which::That => which,
        _ => return fail(),
    };
    Ok((rest, DateExpression::Unit(Unit::Day, which)))
}

/// `("last" | "this") part`: "last night" is yesterday's, "this morning" today's.
fn part_told(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let days = token(|input: &Tokens<'_>, token| {
        let letters = token.letters;
        let night =
            input.letters_at(1).eq_ignore_ascii_case("night") || input.letters_at(1).eq_ignore_ascii_case("evening");
        match () {
            () if letters.eq_ignore_ascii_case("this") => Some(0),
            () if letters.eq_ignore_ascii_case("last") && night => Some(-1),
            () => None,
        }
    });
    terminated(days, part).map(DateExpression::Relative).parse(input)
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn weekdays() {
        check(&[
            ("It said so on Friday.", "2025-03-12", "2025-03-07"),
            ("It said so on Wednesday.", "2025-03-12", "2025-03-12"),
            ("It will meet on Friday.", "2025-03-12", "2025-03-14"),
            ("It said it will meet on Friday.", "2025-03-12", "2025-03-14"),
            ("It will meet, it said on Friday.", "2025-03-12", "2025-03-07"),
            ("It fell last Tuesday.", "2025-03-12", "2025-03-04"),
            ("It will meet next Tuesday.", "2025-03-12", "2025-03-18"),
            ("It fell ill following Tuesday's meal.", "2025-03-12", "2025-03-11"),
            ("It met this Friday night.", "2025-03-12", "2025-03-14"),
            ("It will meet on Tuesday of next week.", "2025-03-12", "2025-03-18"),
            ("It will meet this coming Friday.", "2025-03-12", "2025-03-14"),
            ("It fell this past Friday.", "2025-03-12", "2025-03-07"),
            ("It will meet the Friday after next.", "2025-03-12", "2025-03-21"),
            ("It will meet on Monday week.", "2025-03-12", "2025-03-24"),
            ("It was a Monday week of strikes.", "2025-03-12", "2025-03-10"),
            ("It fell on Tuesday evening last week.", "2025-03-12", "2025-03-04"),
            ("It said that Friday's game was quiet.", "2025-03-12", "2025-03-07"),
            ("It opens on Fridays.", "2025-03-12", ""),
            ("He sat in the sun.", "2025-03-12", ""),
            ("It opened at the weekend.", "2025-03-12", "2025-03-08/2025-03-09"),
            ("He said so on Friday.", "", "?"),
        ]);
    }

    #[test]
    fn days_around_the_draft() {
        check(&[
            ("It fell today.", "2025-03-01", "2025-03-01"),
            ("It fell yesterday evening.", "2025-03-01", "2025-02-28"),
            ("It will fall tomorrow.", "2025-02-28", "2025-03-01"),
            ("It fell overnight.", "2025-03-01", "2025-03-01"),
            ("It fell last night.", "2025-03-01", "2025-02-28"),
            ("On 3 May 2024 it rained. The next morning it snowed.", "2025-03-01", "2024-05-03 2024-05-04"),
            ("On 3 May 2024 it rained. That night it snowed.", "2025-03-01", "2024-05-03 2024-05-03"),
            ("It fell this morning.", "2025-03-01", "2025-03-01"),
            ("It fell the day before yesterday.", "2025-03-01", "2025-02-27"),
        ]);
    }
}
