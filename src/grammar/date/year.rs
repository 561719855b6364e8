//! Years, ranges of years, decades and centuries.
//!
//! ```text
//! years   = year_span | decade | lone_year
//! year_span = [["fiscal"] "year"] year ("-" | "/") (year | two figures)     2009-2010 · 2023/24
//! decade  = ["the"] ["early" | "mid" | "late"] (year~"s" | "'"~figure~"s" | decade_word)
//! century = ["the"] ordinal ["-"] "century"
//! lone_year = ["the"] ["year" ["of"]] year, standing as a year does
//! ```

use super::days::{Days, Unit};
use super::expression::DateExpression;
use super::terminal::{article, figures, four_figures, hyphen, is_counted, named, ordinal, ordinal_day, year};
use crate::grammar::tokens::{Parsed, Tokens, fail, is_dash, one_of, token, word};
use crate::lexicon::{CalendarKind, List};
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// Years that need no word beside them to be read as years.
const PLAIN: std::ops::Range<i16> = 1900..2100;

/// Words after which any four figures are a year.
const BEFORE: [&str; 17] = [
    "in", "since", "until", "till", "during", "by", "from", "early", "late", "mid", "year", "circa", "after", "before",
    "spring", "summer", "winter",
];

/// Whether the next token is four figures that stand as a year does, whether or not the year belongs to a name
/// ("Agenda 2030").
pub fn is_year(input: &Tokens<'_>) -> bool {
    let Some(found) = input.peek().and_then(|token| four_figures(figures(input, token)?)) else { return false };
    let Ok((rest, _)) = year(*input) else { return false };
    if is_amount(input) || is_counted_year(input, &rest, found) || is_part_of_code(input, &rest) {
        return false;
    }
    PLAIN.contains(&found) || has_year_word(input) || in_brackets(input, &rest)
}

fn has_year_word(input: &Tokens<'_>) -> bool {
    let before = input.back(1).map_or("", |token| token.text(input.text()));
    BEFORE.iter().any(|word| before.eq_ignore_ascii_case(word))
        || input.back(1).is_some_and(|token| input.lexicon().calendar_value(token.word, CalendarKind::Month).is_some())
}

/// A sign or a qualifier before it makes it an amount: `$1950`, `at least 2000`.
fn is_amount(input: &Tokens<'_>) -> bool {
    const QUALIFIERS: [&str; 10] =
        ["about", "around", "nearly", "almost", "some", "least", "most", "than", "over", "approximately"];
    let Some(before) = input.back(1) else { return false };
    let letters = before.text(input.text());
    let touches = input.peek().is_some_and(|token| token.glued);
    let sign = touches && before.shape == Shape::Mark && !is_opening(letters);
    let round = input.letters().ends_with("00");
    let qualified = QUALIFIERS.iter().any(|word| letters.eq_ignore_ascii_case(word));
    sign || (qualified && (round || !PLAIN.contains(&four_figures(input.letters()).unwrap_or_default())))
}

fn is_opening(letters: &str) -> bool {
    is_dash(letters) || matches!(letters, "(" | "[" | "\"" | "“" | "‘" | "'" | "/" | "=" | "~")
}

/// `2000 people` are people; `the 2010 floods` and `in 2024 prices rose` are years.
fn is_counted_year(input: &Tokens<'_>, rest: &Tokens<'_>, year: i16) -> bool {
    if !is_counted(rest) {
        return false;
    }
    let before = input.back(1).map_or("", |token| token.text(input.text()));
    let told = after_determiner(input) || before.eq_ignore_ascii_case("in");
    let class = rest.peek().and_then(|token| input.lexicon().noun(token.word)).and_then(|noun| noun.class.as_deref());
    let measured = rest.peek().is_some_and(|token| input.lexicon().noun(token.word).is_none());
    let people = class == Some("person");
    measured || people || year % 100 == 0 && !after_determiner(input) || !told
}

/// Whether an article or possessive brings it: `the 2010 floods`.
fn after_determiner(input: &Tokens<'_>) -> bool {
    input
        .back(1)
        .is_some_and(|token| token.shape == Shape::Possessive || input.lexicon().is(token.word, List::Determiner))
}

/// Figures within a code, a telephone number or a date that does not exist: other figures or names touch them.
fn is_part_of_code(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let touches = |token: Option<&Token>| token.is_some_and(|token| token.glued);
    let joins = |token: Option<&Token>| token.is_some_and(|token| matches!(token.text(input.text()), "-" | "/" | "."));
    let joined = touches(input.peek()) && joins(input.back(1)) && touches(input.back(1));
    let after_year = input.back(2).is_some_and(|token| figures(input, token).and_then(four_figures).is_some());
    let goes_on = touches(rest.peek())
        && joins(rest.peek())
        && touches(rest.nth(1))
        && rest.nth(1).is_some_and(|token| token.shape == Shape::Number);
    (joined && !after_year) || (goes_on && year_span(*input).is_err())
}

fn in_brackets(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    input.back(1).is_some_and(|token| token.text(input.text()) == "(")
        && matches!(rest.letters(), ")" | "-" | "–" | ",")
}

/// `years = year_span | decade | century | lone_year`
pub(super) fn years(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((decade, century, year_span, lone)).parse(input)
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

/// A year that is the second half of a name: `Agenda 2030`, `room 2024`.
fn is_named(input: &Tokens<'_>) -> bool {
    let Some(before) = input.back(1) else { return false };
    let lexicon = input.lexicon();
    if lexicon.is_any(before.word, &[List::Label, List::NameBefore]) {
        return true;
    }
    let opens = input.at() == 1;
    let known =
        !lexicon.calendar(before.word).is_empty() || lexicon.is_any(before.word, &[List::Preposition, List::Opener]);
    before.is_capitalised() && !opens && !known
}

/// `year_span = ["fiscal" "year"] year ("-" | "/") (year | two figures)`; a fiscal year runs from April to March.
fn year_span(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (figures, year_told) =
        opt((article, opt(one_of(&["fiscal", "financial", "tax"])), word("year"))).parse(input)?;
    let (rest, first) = year(figures)?;
    let (rest, last) = preceded(joiner, alt((year, short(first)))).parse(rest)?;
    let mark = |by: Option<&Token>| by.is_some_and(|token| matches!(token.text(input.text()), "-" | "/"));
    let touches = |token: Option<&Token>| token.is_some_and(|token| token.glued);
    let in_code = (touches(figures.peek()) && mark(figures.back(1))) || (touches(rest.peek()) && mark(rest.peek()));
    if last <= first || last - first > 200 || is_amount(&figures) || in_code {
        return fail();
    }
    let fiscal = matches!(year_told, Some((_, Some(_), _)));
    let days = if fiscal { Days::months(first, 4, 12) } else { Days::years(first, last) };
    days.map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

/// A dash, or a slash that touches both sides.
fn joiner(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((hyphen, one_of(&["/", "~"]).map(|_| ()))).parse(input)
}

/// The last two figures of a year after `first`.
fn short<'a>(first: i16) -> impl Parser<Tokens<'a>, Output = i16, Error = ()> {
    token(move |input: &Tokens<'a>, token| {
        let letters = figures(input, token).filter(|letters| token.glued && letters.len() == 2)?;
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
    let (rest, first) = token(|input: &Tokens<'_>, token| {
        let letters = figures(input, token).filter(|letters| letters.ends_with('0'))?;
        let number = letters.parse::<i16>().ok()?;
        match letters.len() {
            4 => four_figures(letters),
            2 if number >= 20 => Some(1900 + number),
            _ => None,
        }
    })
    .parse(rest)?;
    let s = token(|input: &Tokens<'_>, token| {
        (token.glued && matches!(token.text(input.text()), "s" | "'s" | "’s")).then_some(())
    });
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
    let first = (i16::from(number) - 1) * 100 + 1;
    let days = jiff::civil::Date::new(first, 1, 1).ok().and_then(|day| Unit::Century.around(day));
    days.map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))))
}

#[cfg(test)]
mod tests {
    use super::is_year;
    use crate::grammar::date::testing::{check, with_tokens};

    #[test]
    fn years() {
        check(&[
            ("It opened in 2013.", "2025-03-12", "2013-01-01/2013-12-31"),
            ("The 2024 election was close.", "2025-03-12", "2024-01-01/2024-12-31"),
            ("The 2010 floods were worse.", "2025-03-12", "2010-01-01/2010-12-31"),
            ("Rain (1987) helped.", "2025-03-12", "1987-01-01/1987-12-31"),
            ("In 2024 prices rose.", "2025-03-12", "2024-01-01/2024-12-31"),
            ("It began in 1648.", "2025-03-12", "1648-01-01/1648-12-31"),
            ("The pandemic of 2009-2010 ended.", "2025-03-12", "2009-01-01/2010-12-31"),
            ("The 2023/24 season ended.", "2025-03-12", "2023-01-01/2024-12-31"),
            ("In the financial year 2024-25 it grew.", "2025-03-12", "2024-04-01/2025-03-31"),
            ("It began in the 1990s.", "2025-03-12", "1990-01-01/1999-12-31"),
            ("It began in the nineties.", "2025-03-12", "1990-01-01/1999-12-31"),
            ("It began in the 19th century.", "2025-03-12", "1801-01-01/1900-12-31"),
        ]);
    }

    #[test]
    fn no_years() {
        check(&[
            ("About 2000 people came.", "2025-03-12", ""),
            ("It sold 2024 tonnes.", "2025-03-12", ""),
            ("It sold 1,999 cars.", "2025-03-12", ""),
            ("It cost $1950 then.", "2025-03-12", ""),
            ("Under Agenda 2030 it must.", "2025-03-12", ""),
            ("She is in her nineties.", "2025-03-12", ""),
            ("Call 555-2024 now.", "2025-03-12", ""),
            ("Room 2024 is shut.", "2025-03-12", ""),
        ]);
    }

    #[test]
    fn years_for_the_grammar_of_quantities() {
        for (text, at, year) in
            [("in 1648", 1, true), ("Agenda 2030", 1, true), ("2013 people", 0, false), ("sold 1648", 1, false)]
        {
            with_tokens(text, |tokens| assert_eq!(is_year(&tokens.from(at)), year, "{text}"));
        }
    }
}
