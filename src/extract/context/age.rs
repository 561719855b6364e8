//! Whose age a figure is: "38-year-old Jo Marsh", "Jo Marsh, 38, said", "Jo Marsh dies at 38".

use super::Place;
use crate::extract::obituary::who_died;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// How many words may stand between an age and the name: "a 38-year-old former bus driver, Jo Marsh" has too many.
const BETWEEN: usize = 3;

/// The name of the person whose age a figure in years is, in lower case; `None` where it is nobody's.
pub(super) fn aged(sentence: Tokens<'_>, place: &Place) -> Option<String> {
    // A name of one word may be a place's.
    let is_place = |token: &Token| sentence.lexicon().place_names.at(std::slice::from_ref(token)).is_some();
    let human = |name: &&[Token]| name.len() > 1 || !name.iter().any(is_place);
    let name = behind(sentence, place).filter(human).or_else(|| in_front(sentence, place).filter(human));
    let dead = || who_died(sentence, place.phrase.start).map(|name| &sentence.rest()[name]);
    Some(written(name.or_else(dead)?))
}

/// The name of the person whose age "She was 91." tells, by what the sentence before opens with.
pub(in crate::extract) fn of_pronoun(sentence: Tokens<'_>, age: &Range<usize>, before: Tokens<'_>) -> Option<String> {
    let pronoun = sentence.from(0).is(List::PronounHe) || sentence.from(0).is(List::PronounShe);
    let told = age.start == 2 && matches!(sentence.from(1).letters(), "was" | "is");
    let ends = matches!(sentence.from(age.end).letters(), "." | "");
    opening(before).filter(|_| pronoun && told && ends).map(written)
}

fn written(name: &[Token<'_>]) -> String {
    let words: Vec<_> = name.iter().map(|token| token.letters.to_lowercase()).collect();
    words.join(" ")
}

/// The full name that a sentence opens with, in front of a comma or of the verb.
pub(super) fn opening(sentence: Tokens<'_>) -> Option<&[Token<'_>]> {
    let words = (0..sentence.rest().len()).take_while(|&at| is_name(sentence, at)).count();
    let behind = sentence.from(words);
    let ends = behind.letters() == "," || behind.peek().is_some_and(|next| behind.lexicon().verb(next.word).is_some());
    (words > 1 && ends).then(|| &sentence.rest()[..words])
}

/// The name behind "38-year-old".
fn behind<'a>(sentence: Tokens<'a>, place: &Place) -> Option<&'a [Token<'a>]> {
    let old = old(sentence, place)?;
    let start = (old + 1..=old + 1 + BETWEEN).find(|&at| is_name(sentence, at))?;
    let describes =
        |here: Tokens<'_>| here.peek().is_some_and(|token| token.shape == Shape::Lower) && !here.is(List::Preposition);
    let plain = (old + 1..start).all(|at| describes(sentence.from(at)));
    let end = (start..sentence.rest().len()).take_while(|&at| is_name(sentence, at)).last()? + 1;
    plain.then(|| &sentence.rest()[start..end])
}

/// The word "old" of "38-year-old".
fn old(sentence: Tokens<'_>, place: &Place) -> Option<usize> {
    (place.phrase.start..place.number_end + 4).find(|&at| {
        let letters = sentence.from(at).letters();
        letters == "old" || letters.ends_with("-old")
    })
}

/// The name before ", 38," and ", 38.", ", aged 38,", ", who is 38,", ", a 38-year-old", "is a 38-year-old" and "is Lisbon's
/// 38-year-old".
fn in_front<'a>(sentence: Tokens<'a>, place: &Place) -> Option<&'a [Token<'a>]> {
    let before = said_to_be(sentence, place.phrase.start).checked_sub(1)?;
    let owner = sentence.from(before).peek().is_some_and(|token| token.shape == Shape::Possessive);
    let article = owner || sentence.from(before).is(List::Determiner);
    let end = if article { before.checked_sub(1 + usize::from(owner))? } else { before };
    let joint = sentence.from(end).letters();
    let closed = match (article, joint) {
        (false, ",") => CLOSES.contains(&sentence.from(place.number_end).letters()),
        (true, "," | "is" | "was") => old(sentence, place).is_some(),
        _ => false,
    };
    let start = (0..end).rev().take_while(|&at| is_name(sentence, at)).last()?;
    closed.then(|| &sentence.rest()[start..end])
}

/// Where the words in front of an age begin that only say that it is one: "aged 38", "who is 38"; else where it begins.
fn said_to_be(sentence: Tokens<'_>, age: usize) -> usize {
    let has = |words: &[&str]| {
        let start = age.checked_sub(words.len())?;
        words.iter().zip(start..).all(|(word, at)| sentence.from(at).letters() == *word).then_some(start)
    };
    [&["aged"][..], &["now"], &["who", "is"], &["who", "was"]].into_iter().find_map(has).unwrap_or(age)
}

/// What may stand behind an age that is set off by a comma.
const CLOSES: [&str; 9] = [",", ".", "", ";", "(", ")", "and", "who", "of"];

fn is_name(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.from(at).peek().is_some_and(|token| token.shape == Shape::Title)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn whose_ages() {
        for (text, thing) in [
            ("Police held 38-year-old Jo Marsh.", "age of jo marsh"),
            ("Jo Marsh, 38, was held.", "age of jo marsh"),
            ("Jo Marsh, a 38-year-old baker from Lisbon, was held.", "age of jo marsh"),
            ("Jo Marsh is the 38-year-old baker.", "age of jo marsh"),
            ("Jo Marsh is Lisbon's 38-year-old baker.", "age of jo marsh"),
            ("Jo Marsh, 38 (left), was held.", "age of jo marsh"),
            ("Jo Marsh, aged 38, was held.", "age of jo marsh"),
            ("Jo Marsh, now 38, was held.", "age of jo marsh"),
            ("Police held Jo Marsh, who is 38.", "age of jo marsh"),
            ("Jo Marsh, who was 38 years in Lisbon, was held.", ""),
            ("Jo Marsh, who sold bread, dies at 38", "age of jo marsh"),
            ("Jo Marsh died at the age of 38.", "age of jo marsh"),
            ("Jo Marsh, who sold bread, died. She was 38.", "age of jo marsh"),
            ("The baker died. She was 38.", ""),
            ("Jo Marsh, who sold bread, died. She was 38 years in Lisbon.", ""),
            ("The baker of Jo Marsh's 38-year-old oven was held.", ""),
            ("A 38-year-old baker from Lisbon was held.", ""),
        ] {
            assert_eq!(draft(text).claims[0].context().thing, thing, "{text}");
        }
    }
}
