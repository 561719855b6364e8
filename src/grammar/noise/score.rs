//! Scores of games and votes.

use super::{Why, is_counted};
use crate::grammar::tokens::{Parsed, Tokens, dash, fail, figure, glued, glued_figure, many, token, word};
use crate::lexicon::List;
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::pair;

/// `score = tally | turns | strokes | result`
pub(super) fn score(input: Tokens<'_>) -> Parsed<'_, Why> {
    alt((value("score", turns), tally, value("score", strokes), value("score", result))).parse(input)
}

/// `result = name figure "," name figure`, and nothing else in the sentence: "Upton 3, Hesk United 1".
fn result(input: Tokens<'_>) -> Parsed<'_, ()> {
    let name = || many(token(|_, token| (token.shape == Shape::Title && !token.glued).then_some(())));
    let goals = || verify(figure(), |token: &Token| token.span.len() < 3);
    let (rest, ((first, ..), (second, _))) =
        pair((name(), goals(), word(",")), pair(name(), goals())).parse(input.from(0))?;
    let both = first.min(second) > 0 && rest.rest().iter().all(|token| token.shape == Shape::Mark);
    if both && input.at() == first { Ok((rest, ())) } else { fail() }
}

/// `strokes = figure~"-"~("under" | "over") [figure]`: a golfer's 4-under 68.
fn strokes(input: Tokens<'_>) -> Parsed<'_, ()> {
    let par = alt((glued("under"), glued("over")));
    (figure(), glued("-"), par, opt(alt((word("par"), figure())))).map(|_| ()).parse(input)
}

/// `turns = figure~"-"~"for"~"-"~figure`: how many of how many.
fn turns(input: Tokens<'_>) -> Parsed<'_, ()> {
    (figure(), glued("-"), glued("for"), glued("-"), glued_figure()).map(|_| ()).parse(input)
}

/// `tally = figure~(dash | "-to-")~figure [dash~figure]`, where the second is the smaller or the sentence speaks of a game or a vote.
fn tally(input: Tokens<'_>) -> Parsed<'_, Why> {
    let to = (glued("-"), glued("to"), glued("-")).map(|_| ());
    let (rest, (a, (), b)) = (figure(), alt((to, dash().map(|_| ()))), glued_figure()).parse(input)?;
    let (rest, _) = opt(pair(glued("-"), glued_figure())).parse(rest)?;
    let small = |token: &Token| token.letters.parse::<u32>().ok().filter(|&value| value < 300);
    let (Some(first), Some(second)) = (small(a), small(b)) else { return fail() };
    let measured = crate::grammar::unit::unit(rest).is_ok() || is_counted(&rest);
    let game =
        sentence_has(&input, List::Score) || rest.peek().is_some_and(|next| input.lexicon().is(next.word, List::Score));
    let vote = rest.letters().eq_ignore_ascii_case("vote");
    if !measured && (first >= second || game || vote) || vote { Ok((rest, "score")) } else { fail() }
}

fn sentence_has(input: &Tokens<'_>, list: List) -> bool {
    input.from(0).rest().iter().any(|token| input.lexicon().is(token.word, list))
}
