//! Days counted from another day: "three weeks ago", "two days later", "a year earlier".
//!
//! ```text
//! shift      = count unit ("ago" | "earlier" | "later" | "before" | "from" "now" …)
//!            | "in" count unit                                           in two weeks, looking ahead
//!            | count weekdays ("ago" | "from" "now")                          two Sundays ago
//!            | ["the"] unit ("before" ["last"] | "after" ["next"])       the day before · the week after next
//!            | (count unit | ["the"] "day") ("before" | "after" | "from") date      two weeks before Christmas
//!            | count unit "ago" ("today" | weekday | "this" unit)         a year ago Tuesday
//!            | count unit "on" weekday                                    a week on Tuesday, looking ahead
//! same_period = ["the"] "same" [count] (unit | "period" | …) (which_unit | "of" year | "a" "year" "earlier" …)
//!             | ["the"] ("year" "-" ("earlier" | "ago") | ("prior" | "previous") "-" "year") [unit | "period"]
//! ```

use super::anchor::Tense;
use super::days::{Days, Unit};
use super::expression::{DateExpression, From, Which};
use super::tense::tense_at;
use super::terminal::{article, count, hyphen, plural_weekday, sure_weekday, unit, year};
use super::unit::which_unit;
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, word};
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// `shift`
pub(super) fn shift(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((from_date, ago_on, on_weekday, counted, weekdays, in_units, unit_beside)).parse(input)
}

/// `count unit "ago" ("today" | weekday | "this" unit)`: counted from there, and not from the draft's own day.
fn ago_on(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (count, unit, _)) = (count, unit, word("ago")).parse(input)?;
    let weekday = sure_weekday.map(|weekday| DateExpression::Weekday(weekday, Which::Bare));
    let (rest, base) = alt((this_unit, weekday, word("today").map(|_| DateExpression::Relative(0)))).parse(rest)?;
    Ok((rest, DateExpression::ShiftedFrom(-count, unit, Box::new(base))))
}

/// `"this" unit`
fn this_unit(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    preceded(word("this"), unit).map(|unit| DateExpression::Unit(unit, Which::This)).parse(input)
}

/// `count unit "on" weekday`; in a sentence that looks back, it tells how long something had lasted that day.
fn on_weekday(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (count, unit, _, weekday)) = (count, unit, word("on"), sure_weekday).parse(input)?;
    if tense_at(&input, input.at(), rest.at()) != Tense::Future {
        return fail();
    }
    let base = DateExpression::Weekday(weekday, Which::Bare);
    Ok((rest, DateExpression::ShiftedFrom(count, unit, Box::new(base))))
}

/// `count unit ("ago" | "earlier" | "later" …)`
fn counted(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (count, unit)) = (terminated(count, opt(hyphen)), unit).parse(input)?;
    let (rest, (sign, from)) = direction(rest)?;
    Ok((rest, DateExpression::Shifted(sign * count, unit, from)))
}

/// Which way, and from where.
fn direction(input: Tokens<'_>) -> Parsed<'_, (i32, From)> {
    let now = alt((word("now"), word("today")));
    alt((
        word("ago").map(|_| (-1, From::Published)),
        one_of(&["earlier", "previously"]).map(|_| (-1, From::Spoken)),
        terminated(word("before"), ends).map(|_| (-1, From::Spoken)),
        word("later").map(|_| (1, From::Spoken)),
        word("hence").map(|_| (1, From::PublishedDay)),
        (word("from"), now).map(|_| (1, From::PublishedDay)),
    ))
    .parse(input)
}

/// Whether nothing follows that "before" could belong to.
fn ends(input: Tokens<'_>) -> Parsed<'_, ()> {
    if input.peek().is_none_or(|next| !next.is_word()) { Ok((input, ())) } else { fail() }
}

/// `"in" count unit`, which in a sentence that looks back is how long something took.
fn in_units(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (count, unit)) = preceded(word("in"), (count, unit)).parse(input)?;
    let ahead = matches!(tense_at(&input, input.at(), rest.at()), Tense::Future | Tense::Alone);
    let goes_on = ["of", "to", "from", "ended"].iter().any(|word| rest.letters().eq_ignore_ascii_case(word));
    if !ahead || goes_on { fail() } else { Ok((rest, DateExpression::Shifted(count, unit, From::PublishedDay))) }
}

/// `["the"] unit ("before" ["last"] | "after" ["next"])`; only a day needs no article.
fn unit_beside(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (told, unit)) = (article, unit).parse(input)?;
    let (rest, before) = one_of(&["before", "after", "earlier"]).parse(rest)?;
    if !told && unit != Unit::Day {
        return fail();
    }
    let after = before.letters.eq_ignore_ascii_case("after");
    let (turn, sign) = if after { ("next", 1) } else { ("last", -1) };
    if let Ok((rest, _)) = word(turn).parse(rest) {
        return Ok((rest, DateExpression::Shifted(2 * sign, unit, From::Published)));
    }
    let (rest, ()) = ends(rest)?;
    Ok((rest, DateExpression::Shifted(sign, unit, From::Spoken)))
}

/// `(count unit | ["the"] "day") ("before" | "after" | "from") date`
fn from_date(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let the_day = (article, word("day")).map(|_| (1, Unit::Day));
    let (rest, (count, unit)) = alt(((count, unit), the_day)).parse(input)?;
    // "Saves 40 million a year from 2026".
    let lexicon = input.lexicon();
    let figure = |before: &Token| {
        let magnitude = lexicon.magnitudes.at(std::slice::from_ref(before)).is_some();
        before.shape == Shape::Number || magnitude || lexicon.numeral(before.word).is_some()
    };
    if count == 1 && input.back(1).is_some_and(figure) && rest.letters() == "from" {
        return fail();
    }
    let back = word("before").map(|_| -1);
    let (rest, sign) = alt((back, one_of(&["after", "from"]).map(|_| 1))).parse(rest)?;
    let (rest, date) = super::point::day_point(rest)?;
    let far = Box::new(DateExpression::ShiftedFrom(sign * count, unit, Box::new(date.clone())));
    // "In the two weeks before Christmas" is all of them.
    let all = input.back(1).is_some_and(|before| before.reads("the"));
    if !all {
        return Ok((rest, *far));
    }
    let near = Box::new(DateExpression::ShiftedFrom(sign, Unit::Day, Box::new(date)));
    let (from, to) = if sign < 0 { (far, near) } else { (near, far) };
    Ok((rest, DateExpression::Range(from, to)))
}

/// `count weekdays ("ago" | "from" "now")`
fn weekdays(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (count, weekday)) = (count, plural_weekday).parse(input)?;
    let (rest, (sign, _)) = direction(rest)?;
    Ok((rest, DateExpression::WeekdaysAway(sign * count, weekday)))
}

/// `same_period`
pub(super) fn same_period(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((same, year_earlier)).parse(input)
}

/// `["the"] ("year-earlier" | "prior-year") [unit | "period"]`
fn year_earlier(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let earlier = (word("year"), hyphen, one_of(&["earlier", "ago"])).map(|_| ());
    let prior = (one_of(&["prior", "previous"]), hyphen, word("year")).map(|_| ());
    let (rest, _) = (article, alt((earlier, prior)), opt(period)).parse(input)?;
    Ok((rest, DateExpression::Shifted(-1, Unit::Year, From::Spoken)))
}

/// A unit, or a word for any stretch.
fn period(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((one_of(&["period", "time", "stage", "point", "stretch"]).map(|_| ()), unit.map(|_| ()))).parse(input)
}

/// `["the"] "same" …`
fn same(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (start, _) = (article, one_of(&["same", "corresponding"]), opt(count)).parse(input)?;
    let (rest, ()) = period(start)?;
    let day = matches!(unit(start), Ok((_, Unit::Day)));
    let told = preceded(opt(one_of(&["of", "in"])), alt((which_unit, year_of)));
    let (rest, year) = alt((year_before.map(|()| None), told.map(Some))).parse(rest)?;
    match year {
        Some(DateExpression::Unit(unit, _)) if unit != Unit::Year => fail(),
        _ if day => Ok((rest, DateExpression::SameDay(year.map(Box::new)))),
        Some(DateExpression::Unit(_, Which::Previous)) | None => Ok((rest, DateExpression::SamePeriod(None))),
        Some(year) => Ok((rest, DateExpression::SamePeriod(Some(Box::new(year))))),
    }
}

/// A year in figures.
fn year_of(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, year) = year(input)?;
    Days::year(year).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// `("a" | "one") "year" ("earlier" | "ago" | "before")`
fn year_before(input: Tokens<'_>) -> Parsed<'_, ()> {
    let back = one_of(&["earlier", "ago", "before", "previously"]);
    (one_of(&["a", "one"]), word("year"), back).map(|_| ()).parse(input)
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn the_same_period_is_as_long_as_the_one_so_far() {
        check(&[
            (
                "So far this year 40 came, against 30 in the same period of 2024.",
                "2025-03-12",
                "2025-01-01/2025-12-31 2024-01-01/2024-03-12",
            ),
            (
                "In January 40 came, against 30 in the same period of 2024.",
                "2025-03-12",
                "2025-01-01/2025-01-31 2024-01-01/2024-01-31",
            ),
        ]);
    }

    #[test]
    fn a_rate_counts_from_nothing() {
        check(&[
            ("It will save $40 million a year from 2026.", "2025-03-12", "2026-01-01/2026-12-31"),
            ("It will end a year from 1 May 2026.", "2025-03-12", "2027-05-01"),
        ]);
    }

    #[test]
    fn counted_from_the_draft() {
        check(&[
            ("It closed two years ago.", "2025-03-12", "2023-01-01/2023-12-31"),
            ("It closed three weeks ago.", "2025-03-12", "2025-02-17/2025-02-23"),
            ("It closed a week ago.", "2025-03-12", "2025-03-05"),
            ("It closed five days ago.", "2025-03-12", "2025-03-07"),
            ("It will close in two weeks.", "2025-03-12", "2025-03-26"),
            ("It closed two Sundays ago.", "2025-03-12", "2025-03-02"),
            ("It closed the year before last.", "2025-03-12", "2023-01-01/2023-12-31"),
            ("It will close the week after next.", "2025-03-12", "2025-03-24/2025-03-30"),
            ("It was built in two weeks.", "2025-03-12", ""),
            ("It closed a fortnight ago.", "2025-03-12", "2025-02-24/2025-03-02"),
            ("It closed a year ago today.", "2025-03-12", "2024-03-12"),
            ("It closed a week ago Friday.", "2025-03-12", "2025-02-28"),
            ("It closed three years ago this month.", "2025-03-12", "2022-03-01/2022-03-31"),
            ("It will open a week on Friday.", "2025-03-12", "2025-03-21"),
            ("It had lasted a week on Friday.", "2025-03-12", "2025-03-07"),
            ("It will close two weeks before Christmas.", "2025-03-12", "2025-12-11"),
            ("It closed the day before Christmas.", "2025-03-12", "2024-12-24"),
            ("It will close the day after 4 May.", "2025-03-12", "2025-05-05"),
            ("It will close in the two weeks before Christmas.", "2025-03-12", "2025-12-11/2025-12-24"),
            ("It was shut in the three days after 4 March.", "2025-03-12", "2025-03-05/2025-03-07"),
        ]);
    }

    #[test]
    fn counted_from_the_date_spoken_of() {
        check(&[
            (
                "It held 40 on Monday, down from 50 on the same day last year, the lowest since 1990.",
                "2025-03-12",
                "2025-03-10 2024-03-10 1990-01-01/2025-03-12",
            ),
            ("In 2024, when rain came two weeks later, it fell.", "2025-03-12", "2024-01-01/2024-12-31 ?"),
            ("It closed on 3 May 2024 and opened two days later.", "2025-03-12", "2024-05-03 2024-05-05"),
            ("It closed on 3 May 2024. A year earlier, it was full.", "2025-03-12", "2024-05-03 2023-01-01/2023-12-31"),
            ("In Q1 2025 it rose from a year earlier.", "2025-05-12", "2025-01-01/2025-03-31 2024-01-01/2024-03-31"),
            (
                "In Q1 2025 it beat the same period last year.",
                "2025-05-12",
                "2025-01-01/2025-03-31 2024-01-01/2024-03-31",
            ),
            (
                "In Q1 2025 it beat the same period of 2022.",
                "2025-05-12",
                "2025-01-01/2025-03-31 2022-01-01/2022-03-31",
            ),
            (
                "In the year to March it rose, it said on Wednesday. A year earlier it fell.",
                "2025-05-14",
                "2024-04-01/2025-03-31 2025-05-14 2023-04-01/2024-03-31",
            ),
            ("On 3 May 2024 it shut. The day before, it was full.", "2025-05-12", "2024-05-03 2024-05-02"),
            (
                "It sold 91 last year and 76 the year before.",
                "2025-05-12",
                "2024-01-01/2024-12-31 2023-01-01/2023-12-31",
            ),
            (
                "In Q1 2025 it beat the year-earlier quarter.",
                "2025-05-12",
                "2025-01-01/2025-03-31 2024-01-01/2024-03-31",
            ),
            ("Sales rose from those of the year-earlier quarter.", "2025-05-12", "2024-01-01/2024-12-31"),
            ("Sales rose from those of the prior-year quarter.", "2025-05-12", "2024-01-01/2024-12-31"),
            (
                "In Q1 2025 it rose from a year earlier. In the quarter, it sold more.",
                "2025-05-12",
                "2025-01-01/2025-03-31 2024-01-01/2024-03-31 2025-01-01/2025-03-31",
            ),
            (
                "It sold 9 in March, against 6 in May 2024, and closed that month.",
                "2025-05-12",
                "2025-03-01/2025-03-31 2024-05-01/2024-05-31 2025-03-01/2025-03-31",
            ),
            (
                "It sold more than 9 in 2023. A year earlier it sold 6.",
                "2025-05-12",
                "2023-01-01/2023-12-31 2022-01-01/2022-12-31",
            ),
            (
                "In summer 2024 it closed. Only six years earlier it was full.",
                "2025-05-12",
                "2024-06-01/2024-08-31 2018-01-01/2018-12-31",
            ),
            ("On Monday it fell. A year earlier it rose.", "2025-04-02", "2025-03-31 2024-01-01/2024-12-31"),
            ("On 31 March 2025 it had 40, against 30 a year before.", "2025-05-12", "2025-03-31 2024-03-31"),
            ("The week before the vote was dull.", "2025-05-12", ""),
        ]);
    }
}
