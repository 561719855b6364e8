//! Years, ranges of years, decades and centuries.
//!
//! ```text
//! years   = year_span | decade | cut_short | of_accounts | lone_year
//! year_span = [["fiscal"] "year"] year ("-" | "/") (year | two figures) ["fiscal" "year"]   2009-2010 · 2023/24
//! decade  = ["the"] ["early" | "mid" | "late"] (year~"s" | "'"~figure~"s" | decade_word)
//! century = ["the"] ordinal ["-"] "century"
//! cut_short = ("in" | "since" …) "'"~two figures                           in '88
//! of_accounts = "FY"~(year | two figures)                                 FY25: the calendar's, whatever the accounts'
//! lone_year = ["the"] ["year" ["of"]] year, standing as a year does
//! ```

use super::anchor::Anchor;
use super::campaign::SEASON;
use super::day::apostrophe_year;
use super::days::Days;
use super::expression::{DateExpression, Which};
use super::standing::{is_amount, is_named, is_year};
use super::terminal::{article, figures, four_figures, hyphen, named, ordinal, ordinal_day, year};
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, token, word};
use crate::lexicon::CalendarKind;
use crate::text::Token;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// `years = year_span | decade | century | cut_short | of_accounts | lone_year`
pub(super) fn years(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((decade, century, year_span, cut_short, of_accounts, lone)).parse(input)
}

/// `cut_short = ("in" | "since" …) "'" two figures`: '88
fn cut_short(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let before = input.back(1).map_or("", |before| before.letters);
    if !["in", "since", "of", "from", "until", "early", "late", "spring", "summer"].contains(&before) {
        return fail();
    }
    let (rest, year) = apostrophe_year(input)?;
    Days::year(year).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// `of_accounts = "FY"~(year | two figures)`, one token
fn of_accounts(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, year) = token(|_: &Tokens<'_>, token| {
        let figures = token.letters.strip_prefix("FY")?;
        let year = figures.parse::<i16>().ok()?;
        Some(if figures.len() == 2 { 2000 + year } else { year })
    })
    .parse(input)?;
    Days::year(year).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// `lone_year = ["the"] ["year" ["of"]] year`
fn lone(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, told) = opt((article, word("year"), opt(word("of")))).parse(input)?;
    if told.is_none() && (!is_year(&rest) || is_named(&rest)) {
        return fail();
    }
    let (rest, year) = year(rest)?;
    let (rest, _) = opt(one_of(&["AD", "CE", "A.D."])).parse(rest)?;
    Days::year(year).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// A day or month of the year that its sentence opens with, "In 2019 a strike lasted 23 days, from 3 to 25 June", or that
/// it stands beside, "the worst day of 2019, in June,". What else the sentence goes on to, or a year that is not over, may be of another time.
pub(super) fn of_opening(here: &Tokens<'_>, expression: DateExpression, anchor: &Anchor) -> DateExpression {
    const TURNS: [&str; 9] = ["and", "but", "while", "since", "than", "before", "after", "until", ";"];
    let opening = here.from(0);
    let over = |year: i16| anchor.published.is_some_and(|day| year < day.year());
    let beside = || {
        let before = here.from(here.at().checked_sub(3)?);
        let joined = before.letters_at(1) == "," && before.letters_at(2) == "in";
        joined.then(|| year(before).ok())?.map(|(_, year)| year).filter(|&year| over(year))
    };
    let told = |opening: &Tokens<'_>| {
        let (_, year) = opening.letters().eq_ignore_ascii_case("in").then(|| year(opening.from(1)).ok())??;
        let turns = |token: &Token| TURNS.iter().any(|word| token.reads(word));
        (over(year) && here.at() > 2 && !opening.rest().get(2..here.at())?.iter().any(turns)).then_some(year)
    };
    let bare = |one: &DateExpression| matches!(one, DateExpression::Yearly(_, Which::Bare));
    let within = |one: DateExpression, year: i16| match (one, Days::year(year)) {
        (DateExpression::Yearly(yearly, Which::Bare), Some(days)) => {
            DateExpression::YearlyIn(yearly, Box::new(DateExpression::Fixed(days)))
        }
        (other, _) => other,
    };
    match expression {
        DateExpression::Range(from, to) if bare(&to) => match told(&opening) {
            Some(year) => DateExpression::Range(from, Box::new(within(*to, year))),
            None => DateExpression::Range(from, to),
        },
        expression if bare(&expression) => match told(&opening).or_else(beside) {
            Some(year) => within(expression, year),
            None => expression,
        },
        expression => expression,
    }
}

/// What a year is called that is not the calendar's.
const FISCAL: [&str; 3] = ["fiscal", "financial", "tax"];

/// `year_span = ["fiscal" "year"] year ("-" | "/") (year | two figures) ["fiscal" "year"]`; which months those are, the story may tell.
pub(super) fn year_span(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (figures, year_told) = opt((article, opt(one_of(&FISCAL)), word("year"))).parse(input)?;
    let (rest, first) = year(figures)?;
    let (rest, last) = preceded(joiner, alt((year, short(first)))).parse(rest)?;
    let mark = |by: Option<&Token>| by.is_some_and(|token| matches!(token.letters, "-" | "/"));
    let touches = |token: Option<&Token>| token.is_some_and(|token| token.glued);
    let in_code = (touches(figures.peek()) && mark(figures.back(1))) || (touches(rest.peek()) && mark(rest.peek()));
    if last <= first || last - first > 200 || is_amount(&figures) || in_code {
        return fail();
    }
    let (rest, behind) = opt(terminated(one_of(&FISCAL), word("year"))).parse(rest)?;
    let fiscal = behind.is_some() || matches!(year_told, Some((_, Some(_), _)));
    if let Some(days) = SEASON.in_year(first).filter(|_| last == first + 1 && rest.letters() == "season") {
        return Ok((rest, DateExpression::Fixed(days)));
    }
    if last == first + 1 && Days::years(first, last).is_some() {
        return Ok((rest, DateExpression::YearPair { first, fiscal }));
    }
    Days::years(first, last).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// A dash, or a slash that touches both sides.
fn joiner(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((hyphen, one_of(&["/", "~"]).map(|_| ()))).parse(input)
}

/// The last two figures of a year after `first`.
fn short<'a>(first: i16) -> impl Parser<Tokens<'a>, Output = i16, Error = ()> {
    token(move |_: &Tokens<'a>, token| {
        let letters = figures(token).filter(|letters| token.glued && letters.len() == 2)?;
        letters.parse::<i16>().ok().map(|last| first / 100 * 100 + last)
    })
}

/// `decade = ["the"] (year~"s" | "'"~figure~"s" | decade_word)`
fn decade(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((preceded(article, figure_decade), spelled_decade)).parse(input).and_then(|(rest, first)| {
        Days::years(first, first + 9).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
    })
}

/// `1990s`, `'90s`, `90s`
fn figure_decade(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, _) = opt(one_of(&["'", "’"])).parse(input)?;
    let (rest, first) = token(|_: &Tokens<'_>, token| {
        let letters = figures(token).filter(|letters| letters.ends_with('0'))?;
        let number = letters.parse::<i16>().ok()?;
        match letters.len() {
            4 => four_figures(letters),
            2 if number >= 20 => Some(1900 + number),
            _ => None,
        }
    })
    .parse(rest)?;
    let s = token(|_, token| matches!((token.letters, token.glued), ("s", _) | ("'s" | "’s", true)).then_some(()));
    terminated(|input| Ok((input, first)), s).parse(rest)
}

/// `the nineties`; "in her nineties" is an age.
fn spelled_decade(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, told) = article(input)?;
    let (rest, of_century) = named(CalendarKind::Decade).parse(rest)?;
    if told { Ok((rest, 1900 + i16::from(of_century))) } else { fail() }
}

/// `century = ["the"] ordinal ["-"] "century"`
fn century(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, number) = preceded(article, alt((ordinal, ordinal_day))).parse(input)?;
    let (rest, _) = preceded(opt(hyphen), word("century")).parse(rest)?;
    let first = (i16::from(number) - 1) * 100;
    Days::years(first, first + 99).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn years() {
        check(&[
            ("It opened in 2013.", "2025-03-12", "2013-01-01/2013-12-31"),
            ("The 2024 election was close.", "2025-03-12", "2024-01-01/2024-12-31"),
            ("The 2010 floods were worse.", "2025-03-12", "2010-01-01/2010-12-31"),
            ("It fell below 2019 levels.", "2025-03-12", "2019-01-01/2019-12-31"),
            ("Rain (1987) helped.", "2025-03-12", "1987-01-01/1987-12-31"),
            ("In 2024 prices rose.", "2025-03-12", "2024-01-01/2024-12-31"),
            ("It began in 1648.", "2025-03-12", "1648-01-01/1648-12-31"),
            ("The pandemic of 2009-2010 ended.", "2025-03-12", "2009-01-01/2010-12-31"),
            ("The 2023/24 season ended.", "2025-03-12", "2023-07-01/2024-06-30"),
            ("In the financial year 2024-25 it grew.", "2025-03-12", "2024-04-01/2025-03-31"),
            ("In the 2024-25 financial year it grew.", "2025-03-12", "2024-04-01/2025-03-31"),
            ("The custom dates back to 1648.", "2025-03-12", "1648-01-01/1648-12-31"),
            ("It began in the 1990s.", "2025-03-12", "1990-01-01/1999-12-31"),
            ("It began in the 1990 s .", "2025-03-12", "1990-01-01/1999-12-31"),
            ("It began in the nineties.", "2025-03-12", "1990-01-01/1999-12-31"),
            ("It lost money in FY25 and FY2026.", "2025-03-12", "2025-01-01/2025-12-31 2026-01-01/2026-12-31"),
            ("It began in '88.", "2025-03-12", "1988-01-01/1988-12-31"),
            ("It began in the 19th century.", "2025-03-12", "1800-01-01/1899-12-31"),
        ]);
    }

    #[test]
    fn a_year_that_opens_a_sentence_tells_of_its_months() {
        let year = "2019-01-01/2019-12-31";
        let (june, this_june) = (format!("{year} 2019-06-01/2019-06-30"), format!("{year} 2024-06-01/2024-06-30"));
        check(&[
            ("In 2019, some 40 boats sank in June.", "2025-03-12", &june),
            ("In 2019 it was shut from 3 to 25 June.", "2025-03-12", &format!("{year} 2019-06-03/2019-06-25")),
            ("In 2019 it had 40 boats and 30 in June.", "2025-03-12", &this_june),
            ("It had 40 boats in 2019, and it lost 30 in June.", "2025-03-12", &this_june),
            ("The worst day of 2019, in June, was wet.", "2025-03-12", &june),
            (
                "It was the worst since 2019, and in June it was wet.",
                "2025-03-12",
                "2019-01-01/2025-03-12 2024-06-01/2024-06-30",
            ),
            ("In 2025 it was shut in June.", "2025-03-12", "2025-01-01/2025-12-31 2024-06-01/2024-06-30"),
        ]);
    }

    #[test]
    fn no_years() {
        check(&[
            ("About 2000 people came.", "2025-03-12", ""),
            ("It sold 2024 tonnes.", "2025-03-12", ""),
            ("It rose to 1648.", "2025-03-12", ""),
            ("It sold 1,999 cars.", "2025-03-12", ""),
            ("It cost $1950 then.", "2025-03-12", ""),
            ("Under Agenda 2030 it must.", "2025-03-12", ""),
            ("She is in her nineties.", "2025-03-12", ""),
            ("Call 555-2024 now.", "2025-03-12", ""),
            ("Room 2024 is shut.", "2025-03-12", ""),
        ]);
    }
}
