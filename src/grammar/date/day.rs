//! Days of a month.
//!
//! ```text
//! date     = [which] [weekday ["," | "-"]] ( day_month | month_day | numeric ) ["," "a" weekday | "(" weekday ")"] [unit]
//! day_month = ["the"] day ["day"] ["of"] month [[","] year]        14 March 2025 · the 14th of March · 14 March 25
//! month_day = month ["the"] day [[","] year]                       March 14, 2025
//! span_of_days = day_month with "day to day" | month_day with "day to day"
//! monthday  = "the" ordinal ["day"] ["of" unit]                    the 14th of next month
//! ```

use super::days::{Days, Unit};
use super::expression::{DateExpression, Which, Yearly};
use super::numeric::numeric;
use super::spelled::{spelled_day, spelled_day_before, spelled_year};
use super::terminal::{article, day, figures, hyphen, is_counted, month, ordinal_day, weekday, which, year};
use super::unit::{current_or_which, which_unit};
use crate::grammar::tokens::{Parsed, Tokens, fail, glued, one_of, token, word};
use crate::lexicon::{CalendarKind, Classes, List};
use crate::text::{Shape, Token};
use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, success, verify};
use nom::sequence::{delimited, preceded, terminated};

/// `date = [which] [weekday ["," | "-"]] ( day_month | month_day | numeric ) ["," "a" weekday | "(" weekday ")"] [unit]`
pub(super) fn date(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (which, before)) = (opt(which), opt(terminated(weekday, opt(alt((comma, hyphen)))))).parse(input)?;
    let (rest, date) = alt((day_month, month_day, numeric)).parse(rest)?;
    let (rest, date) = in_told_year(rest, date);
    let date = match (which, date) {
        (Some(which @ (Which::Last | Which::Next)), DateExpression::Yearly(day, _)) => {
            DateExpression::Yearly(day, which)
        }
        (Some(_), _) if before.is_none() => return fail(),
        (_, date) => date,
    };
    let (rest, after) = match before {
        None => {
            let apposed = preceded((comma, word("a")), weekday);
            opt(alt((delimited(word("("), weekday, word(")")), apposed))).parse(rest)?
        }
        Some(_) => (rest, None),
    };
    Ok((rest, with_weekday(before.or(after), date)))
}

/// `14 March last year`: a day in the year that is told behind it.
fn in_told_year(rest: Tokens<'_>, date: DateExpression) -> (Tokens<'_>, DateExpression) {
    let DateExpression::Yearly(day, _) = &date else { return (rest, date) };
    match preceded(opt(word("of")), which_unit).parse(rest) {
        Ok((rest, base @ DateExpression::Unit(Unit::Year, _))) => {
            (rest, DateExpression::YearlyIn(day.clone(), Box::new(base)))
        }
        _ => (rest, date),
    }
}

/// Puts a weekday to its date.
pub(super) fn with_weekday(weekday: Option<Weekday>, date: DateExpression) -> DateExpression {
    match weekday {
        Some(weekday) => DateExpression::WeekdayAndDate(weekday, Box::new(date)),
        None => date,
    }
}

/// `day_month = ["the"] day ["day"] ["of"] month [[","] year]`
fn day_month(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let on = input.back(1).is_some_and(|before| before.reads("on"));
    // "Sold for $12 December 27".
    if input.back(1).is_some_and(|sign| matches!(sign.letters, "$" | "£" | "€")) {
        return fail();
    }
    let (rest, day) = preceded(article, alt((day, verify(spelled_day_before, |_| on)))).parse(input)?;
    let (rest, _) = opt(word("day")).parse(rest)?;
    let (rest, month) = preceded(opt(alt((word("of").map(|_| ()), joint))), month).parse(rest)?;
    let (rest, year) = opt(alt((year_after, closing_year))).parse(rest)?;
    whole(rest, month, day, year)
}

/// `14 April 15.`: two figures that end the sentence.
fn closing_year(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, year) = token(two_figures).parse(input)?;
    let ends = rest.peek().is_none_or(|stop| stop.letters == "." && rest.nth(1).is_none());
    if ends { Ok((rest, year)) } else { fail() }
}

/// `month_day = month ["the"] day [[","] year]`
fn month_day(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, month) = terminated(month, opt(joint)).parse(input)?;
    let (rest, day) = preceded(article, alt((day, spelled_day))).parse(rest)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    // "In March 40 boats sank"; but "the March 4 attacks" and "in the week to March 4 sales fell" are of that day.
    let closes = || {
        let unit = |back: &Token| input.lexicon().classes(back.word).meets(Classes::calendar(CalendarKind::Unit));
        input.back(1).is_some_and(|to| to.reads("to")) && input.back(2).is_some_and(unit)
    };
    let told = input.back(1).is_some_and(|before| before.reads("the")) || closes();
    if year.is_none() && !told && is_counted(&rest) { fail() } else { whole(rest, month, day, year) }
}

/// `14-Mar-2025`, `14/Mar/2025`: what joins the parts of a date.
fn joint(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((glued("-"), glued("/"))).map(|_| ()).parse(input)
}

/// The year behind a day and a month; in "in March, 2000 people" it is none.
pub(super) fn year_after(input: Tokens<'_>) -> Parsed<'_, i16> {
    let loose = alt((comma, one_of(&["of", "in"]).map(|_| ())));
    let (rest, told) =
        alt((loose.map(|()| true), alt((joint, hyphen)).map(|()| false), success(false))).parse(input)?;
    let (rest, year) = alt((year, apostrophe_year, spelled_year, year_of_century)).parse(rest)?;
    if told && is_counted(&rest) { fail() } else { Ok((rest, year)) }
}

/// `April of 87`; what goes on is counted.
fn year_of_century(input: Tokens<'_>) -> Parsed<'_, i16> {
    let of = input.back(1).is_some_and(|before| before.reads("of"));
    let (rest, year) = verify(token(two_figures), |year| of && *year > 1950).parse(input)?;
    if ends(&rest) { Ok((rest, year)) } else { fail() }
}

/// `'95`
pub(super) fn apostrophe_year(input: Tokens<'_>) -> Parsed<'_, i16> {
    let two = token(|input: &Tokens<'_>, token| two_figures(input, token).filter(|_| token.glued));
    preceded(one_of(&["'", "’"]), two).parse(input)
}

/// Two figures: years from 1950 to 2049.
pub(super) fn two_figures(_: &Tokens<'_>, token: &Token) -> Option<i16> {
    year_in(figures(token)?)
}

/// The year that two figures stand for.
pub(super) fn year_in(figures: &str) -> Option<i16> {
    let year = figures.parse::<i16>().ok().filter(|_| figures.len() == 2)?;
    Some(if year < 50 { 2000 + year } else { 1900 + year })
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
    alt((days_month, month_days, neighbours, month_neighbours)).parse(input)
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

/// `14 and 15 March`: two days that follow each other.
fn neighbours(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, first) = terminated(preceded(article, day), one_of(&["and", "&"])).parse(input)?;
    let (_, next) = preceded(article, day).parse(rest)?;
    let (rest, last) = day_month(rest)?;
    if next != first + 1 {
        return fail();
    }
    Ok((rest, DateExpression::Range(Box::new(DateExpression::DayOfMonth(first)), Box::new(last))))
}

/// `March 14 and 15`: two days that follow each other; "March 14 and 15 people" names one of them.
fn month_neighbours(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (month, first, _)) = (month, day, one_of(&["and", "&"])).parse(input)?;
    let (rest, last) = verify(day, |last| *last == first + 1).parse(rest)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    if !ends(&rest) {
        return fail();
    }
    let (rest, last) = whole(rest, month, last, year)?;
    Ok((rest, DateExpression::Range(Box::new(DateExpression::DayOfMonth(first)), Box::new(last))))
}

/// Whether nothing follows that the figure before it could count.
pub(super) fn ends(rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    rest.peek().is_none_or(|next| {
        !next.is_word() || lexicon.is_any(next.word, &[List::Preposition, List::Conjunction, List::Auxiliary])
    })
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
    // "On 19 of the month's 30 days".
    let owns = rest.peek().is_some_and(|token| token.shape == Shape::Possessive);
    match base {
        DateExpression::Unit(Unit::Month, _) if !owns => Ok((rest, DateExpression::DayIn(day, Box::new(base)))),
        _ => fail(),
    }
}

/// `on the 14th`, of the month that the draft's date suggests.
pub(super) fn lone_day(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let on = input.back(1).is_some_and(|before| before.letters.eq_ignore_ascii_case("on"));
    let (rest, day) = preceded(word("the"), ordinal_day).parse(input)?;
    if on && ends(&rest) && rest.letters() != "of" { Ok((rest, DateExpression::DayOfMonth(day))) } else { fail() }
}

/// `Tuesday the 19th`
pub(super) fn weekday_the_day(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (weekday, _, _, day)) = (weekday, opt(comma), article, ordinal_day).parse(input)?;
    // "On Sunday, the first day of the feast".
    if ends(&rest) { Ok((rest, with_weekday(Some(weekday), DateExpression::DayOfMonth(day)))) } else { fail() }
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
            ("14 March 2025: It opened.", "2025-06-01", "2025-03-14"),
            ("March 14: It opened.", "2025-06-01", "2025-03-14"),
            ("It opened at 14:30.", "2025-06-01", ""),
            ("It will open next Jan. 1.", "2025-06-01", "2026-01-01"),
            ("It opened last 14 October.", "2025-06-01", "2024-10-14"),
            ("It opened on 14 October.", "2025-06-01", "2024-10-14"),
            ("It opened on 14 March last year.", "2025-06-01", "2024-03-14"),
            ("It opened on Jan. 5 of this year.", "2025-06-01", "2025-01-05"),
            ("It will open on 14 October.", "2025-06-01", "2025-10-14"),
            ("It will open on March 14th.", "2025-06-01", "2026-03-14"),
            ("It rained on 19 of the month's 30 days.", "2025-06-01", ""),
            ("It opened on the 14th of March.", "2025-06-01", "2025-03-14"),
            ("It opened on twenty-five March 2024.", "2025-06-01", "2024-03-25"),
            ("She was born in April of 87, he later.", "2025-06-01", "1987-04-01/1987-04-30"),
            ("It opened in April of 87 towns.", "2025-06-01", "2025-04-01/2025-04-30"),
            ("It opened on the first of March.", "2025-06-01", "2025-03-01"),
            ("It opened on Sept. 5, 2023, in Ostrand.", "2025-06-01", "2023-09-05"),
            ("It opened on Friday, 7 August 2025.", "2025-09-01", "2025-08-07"),
            ("It opened on March 5.", "", "?"),
            ("It opened after the Sept. 11 attacks.", "2025-06-01", "2024-09-11"),
            ("In Sept. 11 boats sank.", "2025-06-01", "2024-09-01/2024-09-30"),
            ("It opened on Friday 14/03/2025.", "2025-06-01", "2025-03-14"),
            ("It opened on 23-Sep-2020.", "2025-06-01", "2020-09-23"),
            ("It opened on the 14th, when it rained.", "2025-03-17", "2025-03-14"),
            ("It opened on 14 March 15.", "2025-06-01", "2015-03-14"),
            ("It opened on 14 March 15 times.", "2025-06-01", "2025-03-14"),
            ("It sold for $12 December 27.", "2025-06-01", "2024-12-27"),
            ("It met on Tuesday-March 4.", "2025-06-01", "2025-03-04"),
            ("It opened on Sunday, the first day of the fair.", "2025-06-03", "2025-06-01"),
            ("It opened on Sunday, the 1st.", "2025-06-03", "2025-06-01"),
            ("It opens on 19 August, a Tuesday.", "2025-07-24", "2025-08-19"),
            ("The club meets next Wednesday, 10 September.", "2025-09-05", "2025-09-10"),
            ("Polling is on Monday 12 May.", "2025-05-10", "2025-05-12"),
        ]);
    }

    #[test]
    fn several_days_of_one_month() {
        check(&[
            ("The fair ran 14-16 March.", "2025-06-01", "2025-03-14/2025-03-16"),
            ("The fair ran March 14-16, 2024.", "2025-06-01", "2024-03-14/2024-03-16"),
            ("It ran on 14 and 15 May.", "2025-06-01", "2025-05-14/2025-05-15"),
            ("It ran on May 14 and 15, when it rained.", "2025-06-01", "2025-05-14/2025-05-15"),
            ("It ran on May 14 and 15 boats sank.", "2025-06-01", "2025-05-14"),
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
            ("In March, 2000 people came.", "2025-06-01", "2025-03-01/2025-03-31"),
            ("In March 25 people came.", "2025-06-01", "2025-03-01/2025-03-31"),
        ]);
    }
}
