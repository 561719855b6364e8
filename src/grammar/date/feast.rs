//! Feasts and days with a name.
//!
//! ```text
//! feast    = [which] name ["day"] ["weekend"] [["in" | "of"] (year | unit)]
//! new_year = ["the"] "new" "year"                     behind "before", "by" …: its first day
//! ```
//!
//! Which names there are, and the rule of each, the lexicon knows.

use super::day::{ends, year_after};
use super::expression::{DateExpression, Which, Yearly};
use super::terminal::{article, which};
use super::unit::which_unit;
use crate::grammar::tokens::{Parsed, Tokens, fail, one_of, word};
use crate::lexicon::Classes;
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// `feast = [which] name ["day"] ["weekend"] [["in" | "of"] (year | unit)]`
pub(super) fn feast(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    let (rest, which) = opt(which).parse(input)?;
    let (rest, feast) = alt((name, new_year)).parse(rest)?;
    let (rest, (_, weekend)) = (opt(word("day")), opt(word("weekend"))).parse(rest)?;
    let (rest, day) = of_year(rest, feast, which.unwrap_or(Which::Bare))?;
    Ok((rest, if weekend.is_some() { DateExpression::WeekendOf(Box::new(day)) } else { day }))
}

/// The feast in the year that is told behind it, or as it comes once a year.
fn of_year(rest: Tokens<'_>, feast: Yearly, which: Which) -> Parsed<'_, DateExpression> {
    if let Ok((rest, year)) = year_after(rest) {
        return feast.in_year(year).map_or_else(fail, |days| Ok((rest, DateExpression::Fixed(days))));
    }
    if let Ok((rest, base)) = preceded(opt(one_of(&["of", "in"])), which_unit).parse(rest) {
        return Ok((rest, DateExpression::YearlyIn(feast, Box::new(base))));
    }
    Ok((rest, DateExpression::Yearly(feast, which)))
}

/// A name of the lexicon.
fn name(input: Tokens<'_>) -> Parsed<'_, Yearly> {
    let lexicon = input.lexicon();
    if !input.peek().is_some_and(|first| lexicon.classes(first.word).meets(Classes::FEAST)) {
        return fail();
    }
    match lexicon.feasts.at(input.rest()) {
        Some((words, feast)) if !is_of_a_name(&input, words) => {
            Ok((input.from(input.at() + words), Yearly::Feast(feast.clone())))
        }
        _ => fail(),
    }
}

/// `Easter Island`, `the Yom Kippur War`: a name goes on behind the feast that it is called after.
fn is_of_a_name(input: &Tokens<'_>, words: usize) -> bool {
    input.peek().is_some_and(Token::is_capitalised)
        && input.nth(words).is_some_and(|next| {
            let calendar = input.lexicon().calendar(next.word);
            next.shape == Shape::Title && !next.glued && calendar.is_empty()
        })
}

/// `["the"] "new" "year"`; what comes "in the new year" comes on no day.
fn new_year(input: Tokens<'_>) -> Parsed<'_, Yearly> {
    const BEFORE: [&str; 9] = ["before", "by", "until", "till", "since", "around", "over", "from", "at"];
    let back = if input.back(1).is_some_and(|before| before.reads("the")) { 2 } else { 1 };
    let told = input.back(back).is_some_and(|before| BEFORE.iter().any(|word| before.reads(word)));
    let (rest, _) = (article, word("new"), word("year")).parse(input)?;
    if told && ends(&rest) { Ok((rest, Yearly::Day { month: 1, day: 1 })) } else { fail() }
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
            ("It opened on New Year’s Eve.", "2025-03-12", "2024-12-31"),
            ("It opened at Mardi Gras.", "2025-03-12", "2025-03-04"),
            ("It opened on St. Patrick's Day 2024.", "2025-03-12", "2024-03-17"),
            ("It opened on Remembrance Sunday.", "2025-03-12", "2024-11-10"),
            ("It will open on Cinco de Mayo.", "2025-03-12", "2025-05-05"),
            ("It opened at Orthodox Easter in 2024.", "2025-03-12", "2024-05-05"),
            ("It closed five days before New Year.", "2025-03-12", "2024-12-27"),
            ("It will open by the new year.", "2025-03-12", "2026-01-01"),
            ("It has sickened 40 since the New Year.", "2025-03-12", "2025-01-01/2025-03-12"),
            ("It will open in the new year.", "2025-03-12", ""),
            ("Plans for a new year of strikes are ready.", "2025-03-12", ""),
            ("Easter Island has few trees.", "2025-03-12", ""),
            ("It will open at Easter In Ostrand.", "2025-03-12", ""),
            ("Martin Luther King led a march.", "2025-03-12", ""),
        ]);
    }

    #[test]
    fn feasts_of_other_calendars() {
        check(&[
            ("It will open after Eid al-Fitr.", "2025-03-12", "2025-03-30"),
            ("It opened on Eid ul-Adha 2023.", "2025-03-12", "2023-06-28"),
            ("It rained during Ramadan last year.", "2025-06-12", "2024-03-11/2024-04-09"),
            ("It opened at Hanukkah 2024.", "2025-03-12", "2024-12-25/2025-01-02"),
            ("It will close over Passover.", "2025-03-12", "2025-04-12/2025-04-20"),
            ("It opened on Chinese New Year.", "2025-03-12", "2025-01-29"),
            ("It will open at Diwali.", "2025-03-12", "2025-10-20"),
            ("It opened on Eid al-Fitr 1850.", "2025-03-12", ""),
            ("The Yom Kippur War was long.", "2025-03-12", ""),
        ]);
    }

    #[test]
    fn weekends_of_feasts() {
        check(&[
            ("It opened on Labor Day weekend.", "2025-03-12", "2024-08-31/2024-09-02"),
            ("It will open over Thanksgiving weekend.", "2025-03-12", "2025-11-27/2025-11-30"),
            ("It opened on Halloween weekend 2021.", "2025-03-12", "2021-10-30/2021-10-31"),
            ("It opened on Christmas weekend 2024.", "2025-03-12", "2024-12-28/2024-12-29"),
            ("It will open on the weekend of 7 May.", "2025-03-12", "2025-05-10/2025-05-11"),
        ]);
    }
}
