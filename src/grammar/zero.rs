//! Counts of nothing, where a number is meant.
//!
//! ```text
//! zero   = "no" ["new" | "further" | "additional"] harm | ("nobody" | "no" "one" | "none") past event
//! past   = { "was" | "were" | "has" | "have" | "had" | "been" | adverb }
//! harm   = the plural of a casualty or a harm: deaths, injuries, arrests
//! ```
//! "Nobody would be hurt" and "no reports of deaths" count nothing.

use super::quantity::Core;
use super::tokens::{Parsed, Tokens, fail, many, one_of, token, word};
use crate::claim::{Decimal, Stated};
use crate::lexicon::List;
use crate::text::Shape;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek};
use nom::sequence::{pair, terminated};

/// `zero`, of which only the words for nought are the number.
pub(super) fn zero(input: Tokens<'_>) -> Parsed<'_, Core> {
    let (rest, ()) = nought(input)?;
    let stated = Stated::Point(Decimal::ZERO);
    let number = input.span_to(&rest);
    Ok((rest, Core { stated, unit: None, written: None, number, number_end: rest.at(), age: false }))
}

fn nought(input: Tokens<'_>) -> Parsed<'_, ()> {
    if !input.letters().starts_with(['n', 'N']) {
        return fail();
    }
    let nobody = alt((one_of(&["nobody", "none"]).map(|_| ()), pair(word("no"), word("one")).map(|_| ())));
    let harmless = terminated(word("no").map(|_| ()), peek(pair(opt(one_of(&NEW)), harm)));
    alt((harmless, terminated(nobody, peek(befell)))).parse(input)
}

const NEW: [&str; 3] = ["new", "further", "additional"];

/// `harm`: a plural that names what befell the counted.
fn harm(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|input, token| {
        let lexicon = input.lexicon();
        let noun = lexicon.noun(token.word).filter(|noun| *noun.lemma != *token.letters)?;
        let casualty = noun.class.as_deref() == Some("casualty");
        (token.shape == Shape::Lower && (casualty || is_harm(input))).then_some(())
    })
    .parse(input)
}

/// `past event`: "was hurt", "has yet been found"; the event in a form of the past.
fn befell(input: Tokens<'_>) -> Parsed<'_, ()> {
    let past = token(|input, token| {
        let auxiliary = ["was", "were", "has", "have", "had", "been"].contains(&token.letters);
        (auxiliary || input.lexicon().is(token.word, List::Adverb)).then_some(())
    });
    let event = token(|input, token| {
        let letters = token.letters;
        let base = input.lexicon().verb(token.word).is_none_or(|verb| verb == letters && !letters.ends_with('t'));
        (!base && !letters.ends_with('s') && !letters.ends_with("ing") && is_event(input)).then_some(())
    });
    pair(many(past), event).map(|_| ()).parse(input)
}

/// Deaths, injuries and arrests are counted; "no protests" are mostly those that will not be.
fn is_harm(input: &Tokens<'_>) -> bool {
    let event = input.lexicon().events.at(input.rest());
    event.is_some_and(|(_, event)| ["kill", "die", "injure", "arrest"].contains(&&**event))
}

fn is_event(input: &Tokens<'_>) -> bool {
    input.lexicon().events.at(input.rest()).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::testing::read_with;
    use super::zero;

    #[test]
    fn counts_of_nothing() {
        for (text, counts) in [
            ("no deaths were reported", true),
            ("No further arrests were made", true),
            ("nobody was hurt", true),
            ("no one has been killed", true),
            ("Nobody died in it", true),
            ("none was injured", true),
            ("no one would be hurt", false),
            ("nobody kills them", false),
            ("no reports of deaths", false),
            ("no injury to them", false),
            ("none of them said so", false),
            ("no matter", false),
            ("no protests will be held", false),
        ] {
            assert_eq!(read_with(zero, text, |_| "0".to_owned()) == "0", counts, "{text}");
        }
    }
}
