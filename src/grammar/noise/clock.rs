//! Times of day.

use super::Why;
use crate::grammar::tokens::{Parsed, Tokens, fail, figure, glued, glued_figure, many, one_of, token};
use crate::text::Token;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::{pair, preceded};

/// `clock = figure ":" figure [":" figure] [half_day] | figure half_day | figure "GMT" | figure "hours"`
pub(super) fn clock(input: Tokens<'_>) -> Parsed<'_, Why> {
    let colon = preceded(glued(":"), glued_figure());
    let pointed = verify(figure(), |token: &Token| token.span.len() >= 4);
    let with_colon = (figure(), verify(many(colon), |colons| *colons > 0), opt(alt((half_day, zone)))).map(|_| ());
    let with_half = pair(figure(), half_day).map(|_| ());
    let military = pair(pointed, alt((zone, preceded(of_a_day, one_of(&["hours", "hrs"]).map(|_| ()))))).map(|_| ());
    value("clock time", alt((with_colon, with_half, military, time_stamp))).parse(input)
}

/// "09.20 The gates open": two digits, a point and two digits in front of a sentence.
fn time_stamp(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, stamp) = figure().parse(input)?;
    let hour = stamp.letters.split_once('.').filter(|(hour, minute)| hour.len() == 2 && minute.len() == 2);
    let of_day = hour.is_some_and(|(hour, minute)| hour < "24" && minute < "60");
    let sentence = rest.peek().is_some_and(|next| next.is_capitalised() && !next.glued);
    if of_day && input.at() == 0 && sentence { Ok((rest, ())) } else { fail() }
}

fn half_day(input: Tokens<'_>) -> Parsed<'_, ()> {
    one_of(&["a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "o’clock", "noon", "midnight"])
        .map(|_| ())
        .parse(input)
}

fn zone(input: Tokens<'_>) -> Parsed<'_, ()> {
    one_of(&["gmt", "utc", "est", "edt", "pst", "pdt", "cet", "cest", "bst", "ist"]).map(|_| ()).parse(input)
}

/// Fits where the figure just before begins with a zero, or is a time that a preposition brings: `0600 hours`, `at 1430
/// hours`.
fn of_a_day(input: Tokens<'_>) -> Parsed<'_, ()> {
    let figure = input.back(1).map_or("", |back| back.letters);
    let brought = input.back(2).is_some_and(|back| ["at", "by", "from", "until", "since"].contains(&back.letters));
    let hour = figure.len() == 4 && figure < "2400" && figure.get(2..).is_some_and(|minute| minute < "60");
    if figure.starts_with('0') || brought && hour { Ok((input, ())) } else { fail() }
}

/// `spelled_clock = numeral "o'clock" | numeral ("a.m." | "p.m.")`
pub(super) fn spelled_clock(input: Tokens<'_>) -> Parsed<'_, Why> {
    let numeral = token(|input, token| input.lexicon().numeral(token.word));
    value("clock time", pair(numeral, half_day)).parse(input)
}
