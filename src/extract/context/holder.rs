//! Whose a figure is: who has, wins, sells or needs so many.
//!
//! ```text
//! holder = distance [direction] ("of" | "from" | "off") name
//!        | name (auxiliary | adverb | "not")* verb … figure | name "'s" figure | name ["," apposition] "with" figure
//! ```
//! The name is a person's, a body's or a ship's; a place is where, and who says so is the source.

use super::age::opening;
use super::site::is_kind_of_place;
use super::{Place, is_name};
use crate::claim::Unit;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// How far in front of a figure its holder may stand, in tokens.
const REACH: usize = 10;

/// How many tokens behind a distance the word may stand that leads to where it is told from.
const DIRECTION: usize = 9;

/// The name of whose figure it is, by its words; empty where the clause names none.
pub(super) fn holder(sentence: Tokens<'_>, place: &Place) -> Vec<String> {
    if let Some(landmark) = landmark(sentence, place) {
        return landmark;
    }
    let start = place.phrase.start.saturating_sub(REACH).max(place.neighbours.start);
    let clause = (start..place.phrase.start).rev().take_while(|&at| !is_break(sentence, at));
    let named = clause.clone().find(|&at| is_part(sentence, place, at) && holds(sentence, at + 1, place));
    let mut end = named.or_else(|| apposed(sentence, place));
    let mut words = Vec::new();
    while let Some(at) = end.filter(|&at| is_part(sentence, place, at)) {
        words.push(sentence.from(at).letters().to_owned());
        end = at.checked_sub(1);
    }
    // "A lunch in Tarrow has made 40 ill": nor does a name behind a preposition.
    if end.is_some_and(|at| sentence.from(at).is(List::Preposition)) {
        words.clear();
    }
    words.sort();
    words
}

/// Who "she" of "She received 370 votes" is, by the full name that the sentence before opens with.
pub(in crate::extract) fn of_elected(sentence: Tokens<'_>, figure: usize, before: Tokens<'_>) -> Vec<String> {
    /// How many words a pronoun and its verb have at the most: "she has now won".
    const SHORT: usize = 4;
    let pronoun = sentence.from(0).is(List::PronounHe) || sentence.from(0).is(List::PronounShe);
    let plain = || (1..figure).all(|at| !is_break(sentence, at));
    let name = opening(before).filter(|_| pronoun && (2..=SHORT).contains(&figure) && plain());
    let mut words: Vec<_> = name.into_iter().flatten().map(|token| token.letters.to_owned()).collect();
    words.sort();
    words
}

/// From where a distance is told: "52 miles south-east of Venice", "42 miles off Louisiana".
fn landmark(sentence: Tokens<'_>, place: &Place) -> Option<Vec<String>> {
    if !matches!(place.unit, Unit::Measure(_)) {
        return None;
    }
    let end = place.number_end;
    let letters = |at: usize| sentence.from(at).letters();
    let joint = (end..end + DIRECTION).find(|&at| matches!(letters(at), "of" | "from" | "off"))?;
    let bearing = |at: usize| {
        let word = letters(at);
        word == "away" || word == "-" || ["north", "south", "east", "west"].iter().any(|wind| word.starts_with(wind))
    };
    let distant = letters(joint) != "of" || (end..joint).any(|at| bearing(at) && letters(at) != "-");
    let named = |at: &usize| sentence.from(*at).peek().is_some_and(Token::is_capitalised);
    // "35 km east of the town of Venice".
    let kind = |at: usize| is_kind_of_place(sentence, at) && letters(at + 1) == "of";
    let name = joint + if letters(joint + 1) == "the" && kind(joint + 2) { 4 } else { 1 };
    let mut words: Vec<String> = (name..name + 3).take_while(named).map(|at| letters(at).to_owned()).collect();
    words.sort();
    (distant && !words.is_empty()).then_some(words)
}

/// Where the name ends that an apposition with the figure belongs to: "Velmar, a tyre maker with 900 staff".
fn apposed(sentence: Tokens<'_>, place: &Place) -> Option<usize> {
    let with = place.phrase.start.checked_sub(1).filter(|&at| sentence.from(at).letters() == "with")?;
    let comma = (0..with).rev().take(REACH).find(|&at| sentence.from(at).letters() == ",")?;
    let plain = (comma + 1..with).all(|at| sentence.from(at).peek().is_some_and(|token| token.shape == Shape::Lower));
    comma.checked_sub(1).filter(|&at| plain && is_part(sentence, place, at))
}

/// Whether a word is part of a name that may hold something.
fn is_part(sentence: Tokens<'_>, place: &Place, at: usize) -> bool {
    let here = sentence.from(at);
    let spoken = place.speakers.iter().any(|range| range.contains(&at));
    let named = |token: &Token| {
        token.is_capitalised()
            && is_name(here.lexicon(), token, at)
            && here.lexicon().place_names.at(here.rest()).is_none()
    };
    !spoken && here.peek().is_some_and(named)
}

/// Whether what stands behind a name makes it the subject of the figure's verb, or the figure its own.
fn holds(sentence: Tokens<'_>, behind: usize, place: &Place) -> bool {
    let owned = |at: usize| at == place.phrase.start;
    let here = sentence.from(behind);
    if here.peek().is_some_and(|token| token.shape == Shape::Possessive) || here.letters() == "with" {
        return owned(behind + 1);
    }
    let lexicon = sentence.lexicon();
    let aside = [List::Auxiliary, List::Adverb, List::Negation];
    // "The Otter Creek fire has burned": the name is the fire's.
    let noun = here.peek().is_some_and(|token| lexicon.noun(token.word).is_some());
    let verbs_follow =
        here.nth(1).is_some_and(|token| lexicon.is(token.word, List::Auxiliary) || lexicon.verb(token.word).is_some());
    if noun && verbs_follow {
        return false;
    }
    let verb = (behind..place.phrase.start).find(|&at| {
        sentence.from(at).peek().is_some_and(|token| !lexicon.is_any(token.word, &aside) || is_having(token))
    });
    let told = |at: usize| {
        let here = sentence.from(at);
        here.peek().is_some_and(|token| lexicon.verb(token.word).is_some() || is_having(token))
    };
    verb.is_some_and(told)
}

fn is_having(token: &Token) -> bool {
    matches!(token.letters, "has" | "have" | "had")
}

/// Whether a clause ends at a mark or a word.
fn is_break(sentence: Tokens<'_>, at: usize) -> bool {
    let here = sentence.from(at);
    matches!(here.letters(), "," | ";" | ":" | "." | "—" | "–" | "(" | ")" | "\"" | "“" | "”")
        || here.is(List::Conjunction)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn whose_figures() {
        for (text, holder) in [
            ("Ana Ruiz has 370 seats.", "Ana Ruiz"),
            ("So far Ruiz has won 370 seats.", "Ruiz"),
            ("Velmar sold 40 cars.", "Velmar"),
            ("Velmar, which sold 40 cars, grew.", ""),
            ("Orlov took 28 seats and Ruiz 19.", "Orlov"),
            ("Orlov has 28 seats, Ruiz has 19.", "Orlov"),
            ("They met Ruiz with 40 seats.", "Ruiz"),
            ("A lunch at Velmar has made 40 guests ill.", ""),
            ("Ruiz's 40 seats are few.", "Ruiz"),
            ("Velmar, a tyre maker with 900 staff, grew.", "Velmar"),
            ("It takes 40 seats to win.", ""),
            ("The Otter Creek fire has burned 40 houses.", ""),
            ("In Greece 40 seats are left.", ""),
            ("Velmar said 40 cars were sold.", ""),
            ("It sank 40 miles south-east of Tarrow.", "Tarrow"),
            ("It sank 40 miles off Cape Maren.", "Cape Maren"),
            ("They built 40 miles of Tarrow road.", ""),
            ("Ana Ruiz beat Ben Orlov. She received 370 votes.", "Ana Ruiz"),
            ("The mayor beat Ben Orlov. She received 370 votes.", ""),
            ("Ana Ruiz was late. She sold 370 pears.", ""),
        ] {
            let draft = draft(text);
            assert_eq!(draft.claims[0].context().holder.join(" "), holder, "{text}");
        }
    }
}
