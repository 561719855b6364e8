//! Dates in figures only.
//!
//! ```text
//! numeric = iso | iso_week | slashed | spaced | pointed | quarter
//! iso     = year~sep~month [~sep~day]           2015-09-18 · 2015/9/18 · 2015-09
//! iso_week = year~"-"~"W"~week                   2025-W37
//! slashed = figure~sep~figure~sep~year          14/03/2025 · 3/14/2025 · 14-3-25
//!         | figure "/" year                     03/2025
//! spaced  = figure "/" figure "/" year          14 / 03 / 2025
//! pointed = figure "." figure "." year          14.03.2025, one token
//! quarter = 1-4~"Q"~(year | two figures)         3Q24 · 3Q2024
//! sep     = "/" | "-"
//! ```

use super::day::{two_figures, year_in};
use super::days::Days;
use super::expression::{DateExpression, Which, Yearly};
use super::terminal::{figure_day, figure_month, four_figures, month, year};
use crate::grammar::tokens::{Parsed, Tokens, fail, token};
use crate::text::Shape;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `numeric = iso | iso_week | slashed | spaced | pointed | quarter`
pub(super) fn numeric(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let Some(first) = input.peek().filter(|token| token.shape == Shape::Number) else { return fail() };
    if input.nth(1).is_some_and(|next| next.glued) {
        let within_code = first.glued && matches!(input.back(1).map(|before| before.letters), Some("-" | "/"));
        if within_code {
            return fail();
        }
        let (rest, days) = alt((iso, iso_week, slashed, month_slash, quarter)).parse(input)?;
        return if goes_on(&rest) { fail() } else { Ok((rest, days)) };
    }
    if input.letters_at(1) == "/" {
        return spaced(input);
    }
    pointed(first.letters).map_or_else(fail, |date| Ok((input.from(input.at() + 1), date)))
}

/// `iso = year~sep~month [~sep~day]`; of a date with its time, the date.
fn iso(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (year, month, day)) =
        (year, preceded(separator, alt((figure_month, month))), opt(preceded(separator, figure_day))).parse(input)?;
    let hyphened = input.letters_at(1) == "-" && input.letters_at(2).len() == 2;
    let days = match day {
        Some(day) => Days::date(year, month, day),
        None if hyphened && !is_short_range(year, month) => Days::months(year, month, 1),
        None => None,
    };
    days.map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// `iso_week = year~"-"~"W"~week`
fn iso_week(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let week = token(|_: &Tokens<'_>, token| {
        let figures = token.letters.strip_prefix('W').filter(|figures| token.glued && figures.len() == 2)?;
        figures.parse::<i8>().ok()
    });
    let (rest, (year, week)) = (year, preceded(separator, week)).parse(input)?;
    Days::week(year, week).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// `quarter = 1-4~"Q"~(year | two figures)`, as analysts write it.
fn quarter(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let year = token(|_: &Tokens<'_>, token| {
        let figures = token.letters.strip_prefix('Q').filter(|_| token.glued)?;
        year_in(figures).or_else(|| four_figures(figures))
    });
    let (rest, (number, year)) = (verify(figure_month, |number| *number <= 4), year).parse(input)?;
    Days::months(year, number * 3 - 2, 3).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// `2009-10` is two years rather than a month.
fn is_short_range(year: i16, month: i8) -> bool {
    year % 100 + 1 == i16::from(month)
}

/// `slashed = figure~sep~figure [~sep~year]`: in the only order that gives a date, else in either.
fn slashed(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (first, second)) = (figure_day, preceded(separator, figure_day)).parse(input)?;
    let (rest, year) = opt(preceded(separator, alt((year, token(two_figures))))).parse(rest)?;
    let read = match year {
        Some(year) => in_order(Days::date(year, second, first), Days::date(year, first, second)),
        None if input.letters_at(1) == "/" => yearless(first, second),
        None => None,
    };
    read.map_or_else(fail, |read| Ok((rest, read)))
}

/// `spaced = figure "/" figure "/" year`, as copy has it that was cut into words: `14 / 03 / 2025`.
fn spaced(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let slash = || token(|_: &Tokens<'_>, token| (token.letters == "/").then_some(()));
    let (rest, (first, second, year)) =
        (figure_day, preceded(slash(), figure_day), preceded(slash(), year)).parse(input)?;
    let read = in_order(Days::date(year, second, first), Days::date(year, first, second));
    read.map_or_else(fail, |read| Ok((rest, read)))
}

/// A date whose day stands first, or second.
fn in_order(day_first: Option<Days>, month_first: Option<Days>) -> Option<DateExpression> {
    match (day_first, month_first) {
        (Some(day_first), Some(month_first)) if day_first != month_first => {
            Some(DateExpression::EitherOrder { day_first, month_first })
        }
        (days, other) => days.or(other).map(DateExpression::Fixed),
    }
}

/// `figure "/" year`
fn month_slash(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, (month, (), year)) = (figure_month, separator, year).parse(input)?;
    let days = Days::months(year, month, 1).filter(|_| input.letters_at(1) == "/");
    days.map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// `14/3` may be a fraction or a score: only figures that are written as no fraction is count as a date.
fn yearless(first: i8, second: i8) -> Option<DateExpression> {
    let (month, day) = if first > 12 && second <= 12 { (second, first) } else { (first, second) };
    (month <= 12 && day > 12).then_some(DateExpression::Yearly(Yearly::Day { month, day }, Which::Bare))
}

/// `pointed`, read from the letters of its one token.
fn pointed(letters: &str) -> Option<DateExpression> {
    let mut parts = letters.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || day.len() > 2 || month.len() > 2 || year.len() != 4 {
        return None;
    }
    let (day, month, year) = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
    in_order(Days::date(year, month, day), Days::date(year, day, month))
}

/// Whether a figure is in three parts, as a pointed date is.
pub(super) fn is_pointed(letters: &str) -> bool {
    letters.bytes().filter(|&byte| byte == b'.').count() == 2
}

/// `sep = "/" | "-"`, touching both sides.
fn separator(input: Tokens<'_>) -> Parsed<'_, ()> {
    let touches = input.nth(1).is_some_and(|next| next.glued);
    token(|_: &Tokens<'_>, token| {
        let letters = token.letters;
        (touches && token.glued && matches!(letters, "/" | "-" | "‐" | "‑")).then_some(())
    })
    .parse(input)
}

/// Whether more figures touch what was read: then it is a reference number, not a date.
fn goes_on(rest: &Tokens<'_>) -> bool {
    let joined = |token: Option<&crate::text::Token>| token.is_some_and(|token| token.glued);
    joined(rest.peek()) && matches!(rest.letters(), "-" | "/") && joined(rest.nth(1))
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn dates_in_figures() {
        check(&[
            ("filed on 2015-09-18 in Ostrand", "2025-03-12", "2015-09-18"),
            ("filed on 2015/9/18", "2025-03-12", "2015-09-18"),
            ("from 14/03/2025 on", "2025-03-12", "2025-03-14"),
            ("dated 3/14/2025", "2025-03-12", "2025-03-14"),
            ("dated 14 / 03 / 2025", "2025-03-12", "2025-03-14"),
            ("14 / 03 / 2025 was wet", "2025-03-12", "2025-03-14"),
            ("dated 14.03.2025", "2025-03-12", "2025-03-14"),
            ("paid on 04/05/2025", "2025-06-12", "2025-05-04"),
            ("Seen 14/03/2025, 04/05/2025", "2025-06-12", "2025-03-14 2025-05-04"),
            ("Seen 3/14/2025, 04/05/2025", "2025-06-12", "2025-03-14 2025-04-05"),
            ("Seen March 14, 2025, then 04/05/2025", "2025-06-12", "2025-03-14 2025-04-05"),
            ("11/02/89: Stocks fell.", "1989-11-02", "1989-11-02"),
            ("filed on 04/11/2025", "2025-06-12", "2025-04-11"),
            ("filed on Saturday 04/05/2025", "2025-06-12", "2025-04-05"),
            ("filed on 2025-03-14 and 04/05/2025", "2025-06-12", "2025-03-14 2025-05-04"),
            ("valid until 04/11/2025", "2025-06-12", "/2025-11-04"),
            ("due in 03/2025", "2025-03-12", "2025-03-01/2025-03-31"),
            ("the 2024-10 release", "2025-03-12", "2024-10-01/2024-10-31"),
            ("dated 31/12/99", "2025-03-12", "1999-12-31"),
            ("dated 2019-Aug-01", "2025-03-12", "2019-08-01"),
            ("the count for 2024-W12", "2025-03-12", "2024-03-18/2024-03-24"),
            ("a loss in 3Q24 and 1Q2025", "2025-03-12", "2024-07-01/2024-09-30 2025-01-01/2025-03-31"),
            ("case 2024-10-1234-77", "2025-03-12", ""),
            ("order 133-03-03-2020", "2025-03-12", ""),
            ("version 1.2.3 and 4.5", "2025-03-12", ""),
            ("won 3/4 of the vote", "2025-03-12", ""),
            ("won 30/2/2025", "2025-03-12", ""),
        ]);
    }
}
