//! Telephone numbers.

use super::Why;
use crate::grammar::tokens::{Parsed, Tokens, fail, figure, fold, glued, glued_figure, many, one_of};
use crate::text::Token;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::{pair, preceded};

/// How many figures a number has at least that is dialled without a gap.
const DIALLED: usize = 7;

/// `telephone = "+"~figure { group } | "0"… { group } (nine digits or more) | [figure~"-"~]figure~"-"~figure~"-"~figure`
pub(super) fn telephone(input: Tokens<'_>) -> Parsed<'_, Why> {
    let group = pair(opt(alt((one_of(&["-", "(", ")", "/", "."]), one_of(&["‑", "–"])))), figure());
    let abroad = preceded(one_of(&["+"]), pair(glued_figure(), many(group)));
    // "+27%" is a rise.
    let abroad = verify(abroad, |(country, groups)| country.span.len() >= DIALLED || *groups > 0).map(|_| ());
    let trunk = opt(pair(figure(), glued("-")));
    let dashed = (trunk, three_digits, glued("-"), three_digits, glued("-"), glued_figure()).map(|_| ());
    let dashed = alt((dashed, (three_digits, glued("-"), three_digits, glued("-"), glued_figure()).map(|_| ())));
    alt((value("telephone", alt((abroad, dashed, local))), national_number)).parse(input)
}

/// The numbers that are dialled in an emergency.
pub(super) const EMERGENCY: [&str; 3] = ["911", "999", "112"];

/// `emergency = ("911" | "999" | "112") ("call" | "caller" …)`, or behind a word for calling.
pub(super) fn emergency(input: Tokens<'_>) -> Parsed<'_, Why> {
    const CALLS: [&str; 10] =
        ["call", "calls", "called", "calling", "caller", "callers", "dial", "dialled", "dialed", "dispatcher"];
    let is_call = |token: Option<&Token>| token.is_some_and(|token| CALLS.contains(&token.letters));
    let (rest, _) = one_of(&EMERGENCY).parse(input)?;
    if is_call(rest.peek()) || is_call(input.back(1)) { Ok((rest, "telephone")) } else { fail() }
}

/// `local = figure~"-"~figure`, of three and four digits, neither of which is round.
fn local(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, (exchange, _, line)) = (figure(), glued("-"), glued_figure()).parse(input)?;
    let round = |token: &Token| token.letters.ends_with('0');
    let dialled = line.letters.starts_with('0') || !round(exchange) && !round(line);
    if exchange.span.len() == 3 && line.span.len() == 4 && dialled { Ok((rest, ())) } else { fail() }
}

fn three_digits(input: Tokens<'_>) -> Parsed<'_, ()> {
    verify(figure(), |token: &Token| token.span.len() == 3).map(|_| ()).parse(input)
}

/// A number dialled with a leading zero, in groups.
fn national_number(input: Tokens<'_>) -> Parsed<'_, Why> {
    if !input.letters().starts_with('0') {
        return fail();
    }
    let group = preceded(opt(one_of(&["-", "/"])), figure());
    let (rest, digits) = fold(group, || 0, |digits, group: &Token| digits + group.span.len()).parse(input)?;
    if digits >= 9 { Ok((rest, "telephone")) } else { fail() }
}
