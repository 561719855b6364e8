//! Whole units: "last week", "that year", and stretches of several.
//!
//! ```text
//! which_unit = ("earlier" | "later") "in" "the" unit     later in the week
//!            | "the" "quarter"                        where "in", "for" or "during" stands before it
//!            | [adverb] which unit                       last week · earlier this year · the previous month
//! rolling    = ["the"] ("last" | "past" | "next" …) count units      the last three months · the past decade
//! leading    = "the" (count units | unit) "to" date      the six months to June · the year to March
//! to_date    = ["the" | "this"] unit ("-" "to" "-" "date" | "to" "date" | "so" "far")
//! week_of    = ["the"] "week" ["of" | "beginning" …] date | "week" figure ["of" year] | ["the"] "weekend" "of" date
//!            | "w" "/" "c" date                       the week that commences then
//! ```

use super::days::{Days, Unit};
use super::expression::{DateExpression, Which};
use super::terminal::{article, count, figure_day, hyphen, is_after_auxiliary, ordinal_day, unit, which, year};
use crate::grammar::tokens::{Parsed, Tokens, fail, glued, one_of, token, word};
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};

/// `which_unit`
pub(super) fn which_unit(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((picked, inside, the_quarter)).parse(input)
}

/// `("earlier" | "later") "in" "the" unit`
fn inside(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, _) = (one_of(&["earlier", "later"]), word("in"), word("the")).parse(input)?;
    let (rest, unit) = unit(rest)?;
    Ok((rest, DateExpression::Unit(unit, Which::Bare)))
}

/// `("in" | "for" | "during") "the" "quarter"`: the one spoken of.
fn the_quarter(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let before = input.back(1).map_or("", |before| before.letters);
    let (rest, _) = (word("the"), word("quarter")).parse(input)?;
    let goes_on = ["of", "to", "ended", "ending", "through"].contains(&rest.letters());
    let told = ["in", "for", "during"].iter().any(|word| before.eq_ignore_ascii_case(word));
    if told && !goes_on { Ok((rest, DateExpression::Unit(Unit::Quarter, Which::That))) } else { fail() }
}

/// `[adverb] which unit`
fn picked(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, _) = opt(one_of(&["earlier", "later", "sometime"])).parse(input)?;
    let (rest, which) = which(rest)?;
    let (rest, unit) = preceded(opt(one_of(&["calendar", "financial", "fiscal"])), unit).parse(rest)?;
    if is_plural(&rest) {
        return fail();
    }
    match (which, unit) {
        (Which::Next, Unit::Day) if input.letters().eq_ignore_ascii_case("the") => {
            Ok((rest, DateExpression::Unit(unit, Which::Following)))
        }
        (Which::Last | Which::This | Which::Next, Unit::Day) => fail(),
        (Which::Last, _) if unit > Unit::Year || unit == Unit::Fortnight => {
            Ok((rest, DateExpression::Rolling(-1, unit)))
        }
        (Which::Next, _) if unit > Unit::Year => Ok((rest, DateExpression::Rolling(1, unit))),
        _ => Ok((rest, DateExpression::Unit(unit, which))),
    }
}

/// `which_unit`, or the one that needs no word: `of the year`, `of month`.
pub(super) fn current_or_which(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let current =
        preceded(article, verify(unit, |unit| *unit > Unit::Day)).map(|unit| DateExpression::Unit(unit, Which::Bare));
    alt((which_unit, current)).parse(input)
}

/// `rolling`
pub(super) fn rolling(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((several, past_unit, unit_turned)).parse(input)
}

/// `["the"] ("last" | "next" …) count units`
fn several(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (sign, count)) = (preceded(article, way), preceded(opt(one_of(&["full"])), amount)).parse(input)?;
    let (rest, unit) = preceded(opt(hyphen), unit).parse(rest)?;
    Ok((rest, DateExpression::Rolling(sign * count, unit)))
}

/// `["the"] ("past" | "coming") unit`: the year up to now, not the last calendar year; "the coming days" are any number.
fn past_unit(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let way = alt((word("past").map(|_| -1), word("coming").map(|_| 1)));
    let (rest, (_, sign, unit)) = (article, way, unit).parse(input)?;
    if is_plural(&rest) { fail() } else { Ok((rest, DateExpression::Rolling(sign, unit))) }
}

/// `["the"] count ("last" | "next" …) units`; in "up from 50 last year" the figure counts no years.
fn unit_turned(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (count, sign, unit)) = (preceded(article, amount), way, unit).parse(input)?;
    if is_plural(&rest) { Ok((rest, DateExpression::Rolling(sign * count, unit))) } else { fail() }
}

/// Whether the unit that was read last stands in the plural.
fn is_plural(rest: &Tokens<'_>) -> bool {
    rest.back(1).is_some_and(|unit| unit.letters.ends_with('s'))
}

fn amount(input: Tokens<'_>) -> Parsed<'_, i32> {
    verify(count, |count| *count > 0).parse(input)
}

/// -1 for words that look back, 1 for those that look ahead.
pub(super) fn way(input: Tokens<'_>) -> Parsed<'_, i32> {
    if is_after_auxiliary(&input) {
        return fail();
    }
    let back = one_of(&["last", "past", "previous", "preceding"]).map(|_| -1);
    alt((back, one_of(&["next", "coming", "upcoming", "following"]).map(|_| 1))).parse(input)
}

/// `leading = "the" (count units | unit) "to" date`; a stretch without a date behind it is no date.
pub(super) fn leading(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, _) = opt(one_of(&["first", "last"])).parse(input)?;
    let (rest, told) = article(rest)?;
    let (rest, count) = opt(terminated(amount, opt(hyphen))).parse(rest)?;
    let named = rest.peek().is_some_and(Token::is_capitalised);
    let (rest, unit) = preceded(opt(one_of(&["financial", "fiscal", "tax"])), unit).parse(rest)?;
    // "Year to 30 June" heads a table; "year to year" is no date.
    if !told && count.is_none() && !named {
        return fail();
    }
    let (rest, ()) = alt((ending, one_of(&["to", "through", "until"]).map(|_| ()))).parse(rest)?;
    let (rest, _) = opt(one_of(&["on", "in"])).parse(rest)?;
    let (rest, date) = super::point::point(rest)?;
    Ok((rest, DateExpression::Leading(count.unwrap_or(1), unit, Box::new(date))))
}

/// `[["that"] "ended"]`
fn ending(input: Tokens<'_>) -> Parsed<'_, ()> {
    (opt(one_of(&["that", "which"])), one_of(&["ended", "ending", "ends"])).map(|_| ()).parse(input)
}

/// `to_date = [("the" | "this")] unit ("-" "to" "-" "date" | "to" "date" | "so" "far")`: up to the draft's own day. Without a
/// word in front, only the hyphens tell.
pub(super) fn to_date(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, told) = opt(one_of(&["the", "this"])).parse(input)?;
    let (rest, unit) = verify(unit, |unit| *unit > Unit::Day).parse(rest)?;
    let joined = |input| (hyphen, word("to"), hyphen, word("date")).map(|_| ()).parse(input);
    let apart =
        |input| alt(((word("to"), word("date")).map(|_| ()), (word("so"), word("far")).map(|_| ()))).parse(input);
    let (rest, ()) = if told.is_some() { alt((joined, apart)).parse(rest)? } else { joined(rest)? };
    Ok((rest, DateExpression::Since(Box::new(DateExpression::Unit(unit, Which::This)))))
}

/// `week_of`
pub(super) fn week_of(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((numbered_week, week_around, weekend_around)).parse(input)
}

/// `"week" figure ["of" year]`; without a year, week 2 may be one of a trial.
fn numbered_week(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (the, _, number)) = (article, word("week"), week_number).parse(input)?;
    if let Ok((rest, year)) = preceded(opt(one_of(&["of", "in", ","])), year).parse(rest) {
        return Days::week(year, number).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))));
    }
    let counted = || input.before().iter().any(|word| word.reads("calendar") || word.reads("epidemiological"));
    if (the || counted()) && rest.letters() != "of" { Ok((rest, DateExpression::WeekNumber(number))) } else { fail() }
}

fn week_number(input: Tokens<'_>) -> Parsed<'_, i8> {
    alt((
        figure_day,
        token(|_: &Tokens<'_>, token| {
            let number = (token.shape == Shape::Number).then(|| token.letters.parse().ok()).flatten();
            number.filter(|week| (32..=53).contains(week))
        }),
    ))
    .parse(input)
}

/// `["the"] "week" ("of" | "beginning" | "starting" | "commencing") date`
fn week_around(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let told = (article, word("week"), one_of(&["of", "beginning", "starting", "commencing"])).map(|_| ());
    let short = (word("w"), glued("/"), glued("c")).map(|_| ());
    let (rest, ()) = alt((told, short)).parse(input)?;
    let lone = preceded(word("the"), ordinal_day).map(DateExpression::DayOfMonth);
    let (rest, date) = preceded(opt(word("on")), alt((super::point::day_point, lone))).parse(rest)?;
    Ok((rest, DateExpression::WeekOf(Box::new(date))))
}

/// `["the"] "weekend" "of" date`
fn weekend_around(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let of = (article, word("weekend"), word("of"));
    preceded(of, super::point::day_point).map(|date| DateExpression::WeekendOf(Box::new(date))).parse(input)
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn whole_units() {
        check(&[
            ("It rained last week.", "2025-03-12", "2025-03-03/2025-03-09"),
            ("It rained earlier this year.", "2025-03-12", "2025-01-01/2025-12-31"),
            ("In the year to date it rained.", "2025-03-12", "2025-01-01/2025-03-12"),
            ("In the month so far it rained.", "2025-03-12", ""),
            ("In the year so far it rained.", "2025-03-12", "2025-01-01/2025-03-12"),
            ("Year-to-date sales fell.", "2025-03-12", "2025-01-01/2025-03-12"),
            ("In a year to remember it rained.", "2025-03-12", ""),
            ("It rained earlier in the week.", "2025-03-12", "2025-03-10/2025-03-16"),
            ("It will rain next month.", "2025-01-31", "2025-02-01/2025-02-28"),
            ("It rained last quarter.", "2025-03-12", "2024-10-01/2024-12-31"),
            ("Sales fell in the latest quarter.", "2025-03-12", "2024-10-01/2024-12-31"),
            ("It rained this day.", "2025-03-12", ""),
            ("The rain will last three days.", "2025-03-12", ""),
            ("It rained for three days.", "2025-03-12", ""),
            ("A three-year plan for a 15-year-old.", "2025-03-12", ""),
            ("It rains every week.", "2025-03-12", ""),
        ]);
    }

    #[test]
    fn stretches_of_several_units() {
        check(&[
            ("It rose over the last three months.", "2025-03-12", "2024-12-12/2025-03-11"),
            ("It rose over the past decade.", "2025-03-12", "2015-03-12/2025-03-11"),
            ("It will rise over the next decade.", "2025-03-12", "2025-03-13/2035-03-12"),
            ("It rose over the past two quarters.", "2025-03-12", "2024-07-01/2024-12-31"),
            ("It rose in the three last years.", "2025-03-12", "2022-03-12/2025-03-11"),
            ("It will rise in the coming days and in the coming week.", "2025-03-12", "2025-03-13/2025-03-19"),
            ("It is up from 50 last year.", "2025-03-12", "2024-01-01/2024-12-31"),
            ("It will rise in the next two weeks.", "2025-03-12", "2025-03-13/2025-03-26"),
            ("It rose in the six months to June.", "2025-08-12", "2025-01-01/2025-06-30"),
            ("In the six weeks to May 3 sales fell.", "2025-08-12", "2025-03-23/2025-05-03"),
            ("It rose in the year to March.", "2025-08-12", "2024-04-01/2025-03-31"),
            ("It rose in the week to 3 May.", "2025-08-12", "2025-04-27/2025-05-03"),
            ("It rose in the fiscal year ended June 30.", "2025-08-12", "2024-07-01/2025-06-30"),
            ("Year to 30 June 2024: 40 boats.", "2025-08-12", "2023-07-01/2024-06-30"),
            ("It rose in the financial year that ended in March.", "2025-08-12", "2024-04-01/2025-03-31"),
            ("It rose in the 12 months to end-September 2024.", "2025-08-12", "2023-10-01/2024-09-30"),
            ("It rained in the week of 7 May.", "2025-08-12", "2025-05-05/2025-05-11"),
            ("It rained in the week of the 7th.", "2025-08-12", "2025-08-04/2025-08-10"),
            ("Polls w/c 5 May were full.", "2025-08-12", "2025-05-05/2025-05-11"),
            (
                "In calendar week 12 it rained more than in week 11.",
                "2025-08-12",
                "2025-03-17/2025-03-23 2025-03-10/2025-03-16",
            ),
            ("In week 2 it rained.", "2025-08-12", ""),
            ("It rained in week 12 of 2024.", "2025-08-12", "2024-03-18/2024-03-24"),
        ]);
    }

    #[test]
    fn units_of_the_date_spoken_of() {
        check(&[
            (
                "It rose in 2011 and fell the following year.",
                "2025-03-12",
                "2011-01-01/2011-12-31 2012-01-01/2012-12-31",
            ),
            ("It rose on 3 May 2011 and fell the previous month.", "2025-03-12", "2011-05-03 2011-04-01/2011-04-30"),
            (
                "Sales rose in Q1 2024. For the quarter, it lost money.",
                "2025-03-12",
                "2024-01-01/2024-03-31 2024-01-01/2024-03-31",
            ),
            ("The quarter was full of bars.", "2025-03-12", ""),
            (
                "It lost money in the quarter to January. For the quarter, it sold boats.",
                "2025-03-12",
                "2024-11-01/2025-01-31 2024-11-01/2025-01-31",
            ),
            (
                "In 2022 it lost boats. At the end of the year it had men.",
                "2025-03-12",
                "2022-01-01/2022-12-31 2022-09-01/2022-12-31",
            ),
            (
                "It was built in 1951. At the end of the year it had men.",
                "2025-03-12",
                "1951-01-01/1951-12-31 2024-09-01/2024-12-31",
            ),
            (
                "In January it lost boats. It had men by the end of the month.",
                "2025-03-12",
                "2025-01-01/2025-01-31 2025-01-01/2025-01-31",
            ),
            (
                "Losses in 2024 fell from 2023. At the end of the year it had men.",
                "2025-03-12",
                "2024-01-01/2024-12-31 2023-01-01/2023-12-31 2024-09-01/2024-12-31",
            ),
            (
                "In 2022 it lost boats. It will have men by the end of the year.",
                "2025-03-12",
                "2022-01-01/2022-12-31 2025-01-01/2025-12-31",
            ),
            (
                "In 2022 it lost boats. It rained. It had men at the end of the month.",
                "2025-03-12",
                "2022-01-01/2022-12-31 2025-02-21/2025-02-28",
            ),
            (
                "It rose in the week to 9 May and fell in the prior week.",
                "2025-05-14",
                "2025-05-03/2025-05-09 2025-04-26/2025-05-02",
            ),
            ("It rose on 3 May 2011, later that year fell.", "2025-03-12", "2011-05-03 2011-01-01/2011-12-31"),
            ("It rose on 3 May 2011 and fell the following day.", "2025-03-12", "2011-05-03 2011-05-04"),
            (
                "It rose on 3 May 2011, as in 2009. The next day, it fell.",
                "2025-03-12",
                "2011-05-03 2009-01-01/2009-12-31 2011-05-04",
            ),
            ("It rose on 3 May 2011. The next day, it fell.", "2025-03-12", "2011-05-03 2011-05-04"),
        ]);
    }
}
