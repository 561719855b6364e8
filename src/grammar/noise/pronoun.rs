//! "One" that counts nothing.

use super::Why;
use crate::grammar::tokens::{Parsed, Tokens, fail, is_dash, one_of};
use crate::lexicon::List;
use crate::text::{Shape, Token};
use nom::Parser;

/// `pronoun_one`: "one" that counts nothing, such as "one of them", "no one", "one said", "one day".
pub(super) fn pronoun_one(input: Tokens<'_>) -> Parsed<'_, Why> {
    let (rest, _) = one_of(&["one"]).parse(input)?;
    let after = |words: &[&str]| words.iter().any(|word| rest.letters().eq_ignore_ascii_case(word));
    let before = |words: &[&str]| {
        input.back(1).is_some_and(|back| words.iter().any(|word| back.letters.eq_ignore_ascii_case(word)))
    };
    // "The board said that one in seven crimes was a fraud".
    let ratio = after(&["in", "out"]) && counts_something(&rest);
    let fixed = after(&["another", "day", "time", "thing", "side", "hand", "way", "place", "point", "reason"])
        || !ratio && before(&["no", "any", "every", "each", "this", "that", "which", "some", "the"]);
    // "a one-off payment", "a one-way street".
    let kind = is_dash(rest.letters()) && ["off", "way", "sided", "on"].contains(&rest.letters_at(1));
    if fixed || kind || !counts_something(&rest) { Ok((rest, "pronoun")) } else { fail() }
}

/// Whether "one" is followed by what it counts: a noun, an adjective and a noun, a hyphen, a unit, a number word.
fn counts_something(rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    let Some(next) = rest.peek() else { return false };
    let framed = lexicon.is_any(
        next.word,
        &[
            List::Preposition,
            List::Auxiliary,
            List::Determiner,
            List::Conjunction,
            List::Subordinator,
            List::Pronoun,
            List::Negation,
        ],
    );
    let is_number = |token: &Token| lexicon.numeral(token.word).is_some() || token.shape == Shape::Number;
    let number = lexicon.fraction(next.word).is_some()
        || lexicon.numeral(next.word) == Some(100)
        || lexicon.magnitudes.at(rest.rest()).is_some();
    let ratio = ["in", "out", "over"].iter().any(|word| next.letters.eq_ignore_ascii_case(word))
        && (1..=2).filter_map(|ahead| rest.nth(ahead)).any(is_number);
    // "one and a half", "one and two thirds".
    let part = next.letters.eq_ignore_ascii_case("and")
        && (1..=3).filter_map(|ahead| rest.nth(ahead)).any(|token| lexicon.fraction(token.word).is_some());
    let noun = lexicon.noun(next.word).is_some() || !(lexicon.verb(next.word).is_some() || framed);
    let word = next.is_word() && noun && !lexicon.is(next.word, List::Adverb);
    word || number || ratio || part || is_dash(next.letters)
}
