//! Whose age a figure is: "38-year-old Jo Marsh", "Jo Marsh, 38, said".

use super::Place;
use crate::grammar::Tokens;
use crate::text::{Shape, Token};

/// How many words may stand between an age and the name: "a 38-year-old former bus driver, Jo Marsh" has too many.
const BETWEEN: usize = 3;

/// The name of the person whose age a figure in years is, in lower case; `None` where it is nobody's.
pub(super) fn aged(sentence: Tokens<'_>, place: &Place) -> Option<String> {
    let name = behind(sentence, place).or_else(|| in_front(sentence, place))?;
    let words: Vec<_> = name.iter().map(|token| token.text(sentence.text()).to_lowercase()).collect();
    // A name of one word may be a place's.
    let place =
        |token: &Token| sentence.lexicon().place_names.at(sentence.text(), std::slice::from_ref(token)).is_some();
    (words.len() > 1 || !name.iter().any(place)).then(|| words.join(" "))
}

/// The name behind "38-year-old".
fn behind<'a>(sentence: Tokens<'a>, place: &Place) -> Option<&'a [Token]> {
    let old = (place.phrase.start..place.number_end + 4).find(|&at| {
        let letters = sentence.from(at).letters();
        letters == "old" || letters.ends_with("-old")
    })?;
    let start = (old + 1..=old + 1 + BETWEEN).find(|&at| is_name(sentence, at))?;
    let plain = (old + 1..start).all(|at| sentence.from(at).peek().is_some_and(|token| token.shape == Shape::Lower));
    let end = (start..sentence.rest().len()).take_while(|&at| is_name(sentence, at)).last()? + 1;
    plain.then(|| &sentence.rest()[start..end])
}

/// The name before ", 38," and ", 38.".
fn in_front<'a>(sentence: Tokens<'a>, place: &Place) -> Option<&'a [Token]> {
    let end = place.phrase.start.checked_sub(1).filter(|&at| sentence.from(at).letters() == ",")?;
    let closed = matches!(sentence.from(place.number_end).letters(), "," | "." | "" | ";");
    let start = (0..end).rev().take_while(|&at| is_name(sentence, at)).last()?;
    closed.then(|| &sentence.rest()[start..end])
}

fn is_name(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.from(at).peek().is_some_and(|token| token.shape == Shape::Title)
}
