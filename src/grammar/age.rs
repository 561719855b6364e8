//! Ages of people.
//!
//! ```text
//! age = "aged" number | name "," number "," | number unit "old" | …
//! ```

use super::amount::Amount;
use super::tokens::{Tokens, is_dash};
use super::unit::Denomination;
use crate::claim::{Decimal, Unit};
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// Whether a number is somebody's age: "aged 44", "Maria Bell, 44, said", "a 44-year-old", "he was 44".
pub(super) fn is_age(input: &Tokens<'_>, amount: &Amount, rest: &Tokens<'_>) -> bool {
    let old = |tokens: &Tokens<'_>| {
        let ahead = usize::from(is_dash(tokens.letters()));
        ["old", "olds", "age"].contains(&tokens.letters_at(ahead))
    };
    if amount.unit.is_some() {
        return old(rest);
    }
    // Most figures count what follows them.
    let aged = is_aged(input) || is_when(input, rest);
    let limit = is_limit(input) || is_of_person(input);
    if !(aged || stands_alone(rest) || limit && goes_on(rest)) {
        return false;
    }
    let value = amount.number.value;
    let small = amount.number.decimals == 0 && value < Decimal::from(120) && value > Decimal::ZERO;
    let apposed = || !amount.number.spelled && is_apposed(input, rest);
    small && (aged || limit || apposed() || is_told(input))
}

/// "aged 44", "at the age of 44", "aged 12, 14 and 17".
fn is_aged(input: &Tokens<'_>) -> bool {
    let of = usize::from(input.back(1).is_some_and(|back| back.letters == "of"));
    let aged = |back: usize| input.back(back).is_some_and(|back| input.lexicon().is(back.word, List::Age));
    aged(1 + of) || (2..=MOST_AGES).step_by(2).take_while(|&back| is_listed(input, back)).any(|back| aged(back + 1))
}

/// How many tokens a list of ages may take before its last.
const MOST_AGES: usize = 8;

/// Whether so many tokens before a place a number stands, and behind it what joins the next.
fn is_listed(input: &Tokens<'_>, back: usize) -> bool {
    let joined = input.back(back - 1).is_some_and(|joint| matches!(joint.letters, "," | "and" | "or"));
    let number = |token: &Token| token.shape == Shape::Number || input.lexicon().numeral(token.word).is_some();
    joined && input.back(back).is_some_and(number)
}

/// "Maria Bell, 44, said", "a passenger, 31, died", "Maria Bell, 44 (right)".
fn is_apposed(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let comma = input.back(1).is_some_and(|back| back.letters == ",");
    let name = input.back(2).is_some_and(|back| {
        let name = matches!(back.shape, Shape::Title | Shape::Mixed) && input.lexicon().calendar(back.word).is_empty();
        name || back.shape == Shape::Lower && is_one_person(input, back)
    });
    let closes =
        rest.peek().is_none_or(|next| next.shape == Shape::Mark && matches!(next.letters, "," | "." | ";" | ")" | "("));
    comma && name && closes
}

/// Whether a word is one person: "passenger".
fn is_one_person(input: &Tokens<'_>, token: &Token) -> bool {
    let noun = input.lexicon().noun(token.word);
    noun.is_some_and(|noun| noun.class.as_deref() == Some("person") && *noun.lemma == *token.letters)
}

/// Whether nothing that could be counted follows.
fn stands_alone(rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    rest.peek().is_none_or(|next| {
        let mark = next.shape == Shape::Mark && matches!(next.letters, "," | "." | ";" | ")" | "(" | "\"" | "”");
        mark || lexicon.is_any(next.word, &[List::Subordinator, List::Conjunction, List::Auxiliary])
    })
}

/// Whether what follows tells more of the people, or what of them: "children under five acutely ill", "those over 60 it".
fn goes_on(rest: &Tokens<'_>) -> bool {
    let lexicon = rest.lexicon();
    let counted = |next: &Token| lexicon.noun(next.word).is_some() || lexicon.is_measure(next);
    let frame = |next: &Token| lexicon.is_frame(next.word) || lexicon.verb(next.word).is_some();
    let described =
        |next: &Token| lexicon.is_any(next.word, &[List::Adjective, List::Adverb]) || next.letters.ends_with("ly");
    let joined = rest.peek().is_some_and(|next| next.glued);
    let head = |ahead: usize| rest.nth(ahead).is_some_and(counted);
    !joined
        && !head(0)
        && !head(1)
        && rest.peek().is_some_and(|next| next.is_word() && (frame(next) || described(next)))
}

/// "she was 44", "he turned 50", "the driver was 31".
fn is_told(input: &Tokens<'_>) -> bool {
    let verb = input.back(1).is_some_and(|back| matches!(back.letters, "was" | "is" | "turned" | "turns"));
    let whole_life = |back: &Token| matches!(back.letters, "dies" | "died");
    let ends = input.back(1).is_some_and(|back| back.letters == "at") && input.back(2).is_some_and(whole_life);
    ends || verb && input.back(2).is_some_and(|back| is_he_or_she(input, back) || is_one_person(input, back))
}

fn is_he_or_she(input: &Tokens<'_>, token: &Token) -> bool {
    input.lexicon().is_any(token.word, &[List::PronounHe, List::PronounShe])
}

/// "At 84 she learned to sail".
fn is_when(input: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let at = input.back(1).is_some_and(|back| back.letters.eq_ignore_ascii_case("at"));
    at && rest.peek().is_some_and(|next| next.letters == "I" || is_he_or_she(rest, next))
}

/// "women over 50", "no one under 25", "those over 60".
fn is_limit(input: &Tokens<'_>) -> bool {
    let lexicon = input.lexicon();
    let limit = input.back(1).is_some_and(|back| matches!(back.letters, "under" | "over"));
    let people = |back: &Token| {
        let person = lexicon.noun(back.word).and_then(|noun| noun.class.as_deref()) == Some("person");
        let any = input.back(3).is_some_and(|before| matches!(before.letters, "no" | "any" | "every"));
        let one = any && back.letters == "one";
        person || one || matches!(back.letters, "those" | "anyone" | "everyone" | "anybody")
    };
    limit && input.back(2).is_some_and(people)
}

/// "a widow of 80", "a boy of about 13", "two men of 30 and 44".
fn is_of_person(input: &Tokens<'_>) -> bool {
    const PERSONS: [&str; 12] =
        ["man", "woman", "boy", "girl", "widow", "widower", "pensioner", "youth", "men", "women", "boys", "girls"];
    let listed = if is_listed(input, 2) { 2 } else { 0 };
    let of = usize::from(input.back(1).is_some_and(|back| matches!(back.letters, "about" | "around"))) + 1 + listed;
    input.back(of).is_some_and(|back| back.letters == "of")
        && input.back(of + 1).is_some_and(|back| PERSONS.contains(&back.letters))
}

pub(super) fn year_unit(input: &Tokens<'_>) -> Denomination {
    let name = input.lexicon().unit_named("year").map(|unit| unit.name.clone());
    Denomination { unit: name.map_or(Unit::Count, Unit::Measure), others: Vec::new() }
}
