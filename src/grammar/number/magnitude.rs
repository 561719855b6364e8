//! What multiplies the number before it: words, symbols that touch it, words behind a hyphen.

use super::Number;
use super::spelled::{hyphen, numeral_where};
use crate::claim::Decimal;
use crate::grammar::noise::is_counted;
use crate::grammar::tokens::{Parsed, Tokens, fail, is_dash, token};
use crate::lexicon::List;
use crate::text::Shape;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// `{ magnitude }`: words after the number, a symbol that touches it, or a word behind a hyphen (`2-million`).
#[expect(clippy::unnecessary_wraps, reason = "a production, though one that always fits")]
pub(in crate::grammar) fn magnitudes(input: Tokens<'_>, number: Number) -> Parsed<'_, Number> {
    let mut step = alt((glued_magnitude, spaced_magnitude, preceded(opt(hyphen_before_magnitude), magnitude)));
    let (mut rest, mut number) = (input, number);
    while let Ok((after, by)) = step.parse(rest) {
        let Some(larger) = number.scaled(by) else { break };
        number = larger;
        rest = after;
    }
    Ok((rest, number))
}

fn hyphen_before_magnitude(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|input, token| {
        let next = input.nth(1).is_some_and(|next| next.glued);
        (token.glued && next && is_dash(token.letters)).then_some(())
    })
    .parse(input)
}

/// A magnitude in words: `million`, `crore`, `dozen`, `hundred`.
pub(super) fn magnitude(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let found = input.lexicon().magnitudes.at(input.rest());
    match found {
        Some((len, by)) => Ok((input.from(input.at() + len), *by)),
        None => hundred(input).map(|(rest, ())| (rest, Decimal::ONE_HUNDRED)),
    }
}

pub(super) fn hundred(input: Tokens<'_>) -> Parsed<'_, ()> {
    numeral_where(input, |value| value == 100).map(|(rest, _)| (rest, ()))
}

/// A magnitude's symbol that touches the figure: `4.7bn`, `12m`. An `m` that measures a length is none.
fn glued_magnitude(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let Some(token) = input.peek().filter(|token| token.glued) else { return fail() };
    match input.lexicon().glued_magnitudes.at(input.rest()) {
        Some((len, by)) if token.letters != "m" || !is_metre(&input) => Ok((input.from(input.at() + len), *by)),
        _ => fail(),
    }
}

/// `spaced_magnitude`: a symbol behind a space: "8 B people", "$5 m". A small letter only behind a sign for money.
fn spaced_magnitude(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let token = input.peek().filter(|token| !token.glued && token.is_word() && token.span.len() == 1);
    let figure = input.back(1).is_some_and(|back| back.shape == Shape::Number);
    let name = input.nth(1).is_some_and(|next| next.is_capitalised() || next.letters == ".");
    let large = token.is_some_and(|token| matches!(token.letters, "M" | "B")) && !name;
    let small = token.is_some_and(|token| matches!(token.letters, "m" | "b")) && follows_money(&input);
    if !figure || !(large || small) {
        return fail();
    }
    match input.lexicon().glued_magnitudes.at(input.rest()) {
        Some((len, by)) => Ok((input.from(input.at() + len), *by)),
        None => fail(),
    }
}

/// Whether a sign for money stands before the figure before this place.
fn follows_money(input: &Tokens<'_>) -> bool {
    let signs = &input.lexicon().money_signs;
    (2..=3).any(|back| {
        let at = input.at().checked_sub(back).map(|at| input.from(at));
        at.is_some_and(|at| signs.at(at.rest()).is_some())
    })
}

/// Words that say in which direction a length goes: "12m high".
fn is_extent_word(letters: &str) -> bool {
    matches!(letters, "long" | "high" | "wide" | "deep" | "tall" | "thick")
}

/// Whether the `m` that touches a figure stands for metres: no currency sign before the figure, and behind it nothing
/// that could be counted in millions.
fn is_metre(input: &Tokens<'_>) -> bool {
    let lexicon = input.lexicon();
    let counted = input.nth(1).is_some_and(|next| {
        let noun = next.is_word() && lexicon.noun(next.word).is_some();
        let things =
            next.shape == Shape::Lower && is_counted(&input.from(input.at() + 1)) && !is_extent_word(next.letters);
        let described = next.shape == Shape::Lower
            && (lexicon.is(next.word, List::Adjective) || next.letters.ends_with("ed"))
            && !is_extent_word(next.letters);
        !next.glued
            && (noun
                || described
                || things
                || next.letters.eq_ignore_ascii_case("of")
                || lexicon.money_words.at(&input.rest()[1..]).is_some())
    });
    is_side(input) || !follows_money(input) && !counted
}

/// "4m by 3m": the second side of something.
fn is_side(input: &Tokens<'_>) -> bool {
    let letters = |back| input.back(back).map_or("", |back| back.letters);
    matches!(letters(2), "by" | "x" | "×") && matches!(letters(3), "m" | "metres")
}

/// One or more magnitudes in a row: `hundred thousand`, `million million`.
pub(super) fn magnitude_run(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let (rest, first) = preceded(opt(hyphen), word_magnitude).parse(input)?;
    let (rest, more) = opt(preceded(opt(hyphen), word_magnitude)).parse(rest)?;
    match first.checked_mul(more.unwrap_or(Decimal::ONE)) {
        Some(product) => Ok((rest, product)),
        None => fail(),
    }
}

pub(super) fn word_magnitude(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    match input.lexicon().magnitudes.at(input.rest()) {
        Some((len, by)) => Ok((input.from(input.at() + len), *by)),
        None => fail(),
    }
}
