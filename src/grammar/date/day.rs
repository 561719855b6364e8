//! Days of a month.
//!
//! ```text
//! date     = [[which] weekday [","]] ( day_month | month_day ) [","] [weekday]
//! day_month = ["the"] day ["day"] ["of"] month [[","] year]        14 March 2025 · the 14th of March
//! month_day = month ["the"] day [[","] year]                       March 14, 2025
//! span_of_days = day_month with "day to day" | month_day with "day to day"
//! monthday  = "the" ordinal ["day"] ["of" unit]                    the 14th of next month
//! ```

use super::days::{Days, Unit};
use super::expression::{DateExpression, Which, Yearly};
use super::terminal::{article, day, figures, hyphen, is_counted, month, ordinal_day, weekday, which, year};
use super::unit::current_or_which;
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, token, word};
use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};

/// `date = [[which] weekday [","]] ( day_month | month_day ) [","] [weekday]`
pub(super) fn date(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, before) = opt((opt(which), terminated(weekday, opt(comma)))).parse(input)?;
    let (which, before) = before.unzip();
    let (rest, date) = alt((day_month, month_day)).parse(rest)?;
    let date = match (which.flatten(), date) {
        (Some(which @ (Which::Last | Which::Next)), DateExpression::Yearly(day, _)) => {
            DateExpression::Yearly(day, which)
        }
        (_, date) => date,
    };
    let (rest, after) = match before {
        None => opt(in_brackets(weekday)).parse(rest)?,
        Some(_) => (rest, None),
    };
    Ok((rest, with_weekday(before.or(after), date)))
}

/// Puts a weekday to its date.
pub(super) fn with_weekday(weekday: Option<Weekday>, date: DateExpression) -> DateExpression {
    match weekday {
        Some(weekday) => DateExpression::WeekdayAndDate(weekday, Box::new(date)),
        None => date,
    }
}

/// `a`, `, a` or `(a)`.
fn in_brackets<'a, T>(
    mut inner: impl Parser<Tokens<'a>, Output = T, Error = ()>,
) -> impl Parser<Tokens<'a>, Output = T, Error = ()> {
    move |input: Tokens<'a>| {
        let (rest, open) = one_of(&["(", ","]).parse(input)?;
        let (rest, read) = inner.parse(rest)?;
        if open.text(input.text()) == "(" {
            word(")").map(|_| ()).parse(rest).map(|(rest, ())| (rest, read))
        } else {
            fail()
        }
    }
}

/// `day_month = ["the"] day ["day"] ["of"] month [[","] year]`
fn day_month(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (_, day)) = (article, day).parse(input)?;
    let (rest, _) = opt(word("day")).parse(rest)?;
    let (rest, month) = preceded(opt(alt((word("of"), crate::grammar::tokens::glued("-")))), month).parse(rest)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    whole(rest, month, day, year)
}

/// `month_day = month ["the"] day [[","] year]`
fn month_day(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (month, _, day)) = (month, article, day).parse(input)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    if year.is_none() && is_counted(&rest) { fail() } else { whole(rest, month, day, year) }
}

/// The year behind a day and a month.
pub(super) fn year_after(input: Tokens<'_>) -> Parsed<'_, i16> {
    preceded(opt(alt((comma, word("of").map(|_| ()), word("in").map(|_| ()), hyphen))), alt((year, apostrophe_year)))
        .parse(input)
}

/// `'95`
fn apostrophe_year(input: Tokens<'_>) -> Parsed<'_, i16> {
    let two = token(|input: &Tokens<'_>, token| {
        let letters = figures(input, token).filter(|letters| token.glued && letters.len() == 2)?;
        letters.parse::<i16>().ok().map(|year| if year < 50 { 2000 + year } else { 1900 + year })
    });
    preceded(one_of(&["'", "’"]), two).parse(input)
}

fn whole(rest: Tokens<'_>, month: i8, day: i8, year: Option<i16>) -> Parsed<'_, DateExpression> {
    match year {
        Some(year) => Days::date(year, month, day).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days)))),
        // 2024 is a leap year: any day that some year has is one.
        None if Days::date(2024, month, day).is_some() => {
            Ok((rest, DateExpression::Yearly(Yearly::Day { month, day }, Which::Bare)))
        }
        None => fail(),
    }
}

pub(super) fn comma(input: Tokens<'_>) -> Parsed<'_, ()> {
    word(",").map(|_| ()).parse(input)
}

/// `span_of_days`: two days of one month, the month said once.
pub(super) fn span_of_days(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((days_month, month_days)).parse(input)
}

/// `14-16 March 2025`, `from the 13th to the 15th of July`, `between 3 and 5 May`
fn days_month(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, _) = opt(one_of(&["from", "between"])).parse(input)?;
    let (rest, first) = preceded((opt(terminated(weekday, opt(comma))), article), day).parse(rest)?;
    let (rest, ()) = joiner(input, rest)?;
    let (rest, _) = opt(terminated(weekday, opt(comma))).parse(rest)?;
    let (rest, last) = day_month(rest)?;
    Ok((rest, DateExpression::Range(Box::new(DateExpression::DayOfMonth(first)), Box::new(last))))
}

/// `March 14-16, 2025`
fn month_days(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, _) = opt(one_of(&["from", "between"])).parse(input)?;
    let (rest, (month, first)) = (month, preceded(article, day)).parse(rest)?;
    let (rest, ()) = joiner(input, rest)?;
    let (rest, last) = preceded(article, verify(day, |last| *last > first)).parse(rest)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    let (rest, last) = whole(rest, month, last, year)?;
    Ok((rest, DateExpression::Range(Box::new(DateExpression::DayOfMonth(first)), Box::new(last))))
}

/// What stands between two days: a dash or "to", after "between" also "and".
fn joiner<'a>(start: Tokens<'a>, input: Tokens<'a>) -> Parsed<'a, ()> {
    let between = start.letters().eq_ignore_ascii_case("between");
    let and = if between { &["and", "&"][..] } else { &[] };
    alt((hyphen, one_of(&["to", "until", "till", "through"]).map(|_| ()), one_of(and).map(|_| ()))).parse(input)
}

/// `monthday = "the" ordinal ["day"] "of" unit`
pub(super) fn monthday(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, day) = preceded(article, day).parse(input)?;
    let (rest, base) = preceded((opt(word("day")), word("of")), current_or_which).parse(rest)?;
    match base {
        DateExpression::Unit(Unit::Month, _) => Ok((rest, DateExpression::DayIn(day, Box::new(base)))),
        _ => fail(),
    }
}

/// `Tuesday the 19th`
pub(super) fn weekday_the_day(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (weekday, _, _, day)) = (weekday, opt(comma), article, ordinal_day).parse(input)?;
    Ok((rest, with_weekday(Some(weekday), DateExpression::DayOfMonth(day))))
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn days_and_months() {
        check(&[
            ("It opened on 14 March 2025.", "2025-06-01", "2025-03-14"),
            ("It opened on March 14, 2025.", "2025-06-01", "2025-03-14"),
            ("It opened on 14 March.", "2025-06-01", "2025-03-14"),
            ("It opened on 14 October.", "2025-06-01", "2024-10-14"),
            ("It will open on 14 October.", "2025-06-01", "2025-10-14"),
            ("It will open on March 14th.", "2025-06-01", "2026-03-14"),
            ("It opened on the 14th of March.", "2025-06-01", "2025-03-14"),
            ("It opened on the first of March.", "2025-06-01", "2025-03-01"),
            ("It opened on Sept. 5, 2023, in Ostrand.", "2025-06-01", "2023-09-05"),
            ("It opened on Friday, 7 August 2025.", "2025-09-01", "2025-08-07"),
            ("It opened on March 5.", "", "?"),
            ("The house votes next Wednesday, 10 September.", "2025-09-05", "2025-09-10"),
            ("Polling is on Monday 12 May.", "2025-05-10", "2025-05-12"),
        ]);
    }

    #[test]
    fn several_days_of_one_month() {
        check(&[
            ("The fair ran 14-16 March.", "2025-06-01", "2025-03-14/2025-03-16"),
            ("The fair ran March 14-16, 2024.", "2025-06-01", "2024-03-14/2024-03-16"),
            ("It ran between 3 and 5 May.", "2025-06-01", "2025-05-03/2025-05-05"),
            ("It ran from the 13th to the 15th of May.", "2025-06-01", "2025-05-13/2025-05-15"),
        ]);
    }

    #[test]
    fn no_days_of_a_month() {
        check(&[
            ("May 300 people come?", "2025-06-01", ""),
            ("They may 5% of the time.", "2025-06-01", ""),
            ("31 of the guests left.", "2025-06-01", ""),
            ("30 February", "2025-06-01", ""),
        ]);
    }
}
