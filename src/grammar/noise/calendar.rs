//! Ordinals, decades, years and dates that the calendar has not read.

use super::{Why, is_counted};
use crate::grammar::tokens::{Parsed, Tokens, fail, figure, glued, token};
use crate::lexicon::CalendarKind;
use crate::text::{Shape, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::value;
use nom::sequence::pair;

/// `ordinal = figure~("st" | "nd" | "rd" | "th")`
pub(super) fn ordinal(input: Tokens<'_>) -> Parsed<'_, Why> {
    let ending = token(|_, token| {
        let letters = token.letters;
        (token.glued && ["st", "nd", "rd", "th"].iter().any(|ending| letters.eq_ignore_ascii_case(ending)))
            .then_some(())
    });
    value("ordinal", pair(figure(), ending)).parse(input)
}

/// `spelled_ordinal = tens "-" ordinal`: the twenty-first century.
pub(super) fn spelled_ordinal(input: Tokens<'_>) -> Parsed<'_, Why> {
    let tens = token(|input, token| input.lexicon().numeral(token.word).filter(|&value| (20..100).contains(&value)));
    let ordinal = token(|input, token| input.lexicon().calendar_value(token.word, CalendarKind::Ordinal));
    value("ordinal", (tens, glued("-"), ordinal)).parse(input)
}

/// `decade = ["'"] figure~"s"`: the 1990s, her 40s.
pub(super) fn decade(input: Tokens<'_>) -> Parsed<'_, Why> {
    let ending = token(|_, token| (token.glued && matches!(token.letters, "s" | "'s" | "’s")).then_some(()));
    let prime = pair(glued("′"), glued("s")).map(|_| ());
    value("decade", pair(figure(), alt((ending, prime)))).parse(input)
}

/// `fraction_date = figure~"/"~figure`: 9/11, 24/7, 2023/24. A half, third or quarter is a fraction.
pub(super) fn fraction_date(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, (above, _, below)) = (figure(), glued("/"), figure()).parse(input)?;
    let is = |token: &Token, values: &[&str]| values.contains(&token.letters);
    let fraction = is(below, &["2", "3", "4", "5", "8", "10", "16"])
        && above.span.len() <= below.span.len()
        && !is(above, &["9", "11", "7"]);
    let bet = || input.from(0).rest().iter().any(|token| ["odds", "bookmaker", "bookmakers"].contains(&token.letters));
    match fraction {
        true => fail(),
        false if bet() => Ok((rest, "odds")),
        false => Ok((rest, "date")),
    }
}

/// `day = month "." figure`, where the calendar took only the month: the 21 of "a letter of Feb. 21 estimates".
pub(super) fn day(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, day) = figure().parse(input)?;
    let month =
        input.back(2).is_some_and(|back| input.lexicon().calendar_value(back.word, CalendarKind::Month).is_some());
    let short = month && input.back(1).is_some_and(|back| back.glued && back.letters == ".");
    let fits = day.letters.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
    if short && fits { Ok((rest, "date")) } else { fail() }
}

/// A bare four-figure number that the calendar has not read, standing as a year does: `2019 census`, `(1987)`.
pub(in crate::grammar) fn is_bare_year(input: &Tokens<'_>) -> bool {
    let letters = input.letters();
    let year = letters.len() == 4 && letters.parse::<u32>().is_ok_and(|year| (1700..=2100).contains(&year));
    let Some((rest, _)) = figure().parse(*input).ok().filter(|_| year) else { return false };
    let things = is_counted(&rest) && !follows_year_word(input) && !(is_recent(letters) && is_yearly(&rest));
    let name = rest.peek().is_some_and(|next| next.shape == Shape::Title);
    let measured = !name && crate::grammar::unit::unit(rest).is_ok() || things;
    let calendar =
        input.back(1).is_some_and(|back| input.lexicon().calendar_value(back.word, CalendarKind::Month).is_some());
    calendar || !measured
}

fn is_recent(letters: &str) -> bool {
    ("1980"..="2040").contains(&letters)
}

/// "2018 sales", "2023 earnings": money and events are given by the year, and not counted in thousands. An index moves by
/// as many points as it likes.
fn is_yearly(rest: &Tokens<'_>) -> bool {
    let noun = rest.peek().and_then(|next| rest.lexicon().noun(next.word));
    noun.is_some_and(|noun| {
        matches!(noun.class.as_deref(), Some("money" | "event" | "measure" | "document")) && &*noun.lemma != "point"
    })
}

fn follows_year_word(input: &Tokens<'_>) -> bool {
    input.back(1).is_some_and(|back| {
        ["in", "since", "of", "by", "from", "until", "during", "the"]
            .iter()
            .any(|word| back.letters.eq_ignore_ascii_case(word))
    })
}
