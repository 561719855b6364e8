//! Words that pick one of several things of a kind: the upper house and no lower, the first quarter and no second, March
//! and no other month.
//!
//! ```text
//! pick = adjective | "in" "the" quarter | verb name | name auxiliary verb | ordinal part | "the" ordinal [noun] | weekday ("night" | "morning" …) | ("in" | "for" | "of" | "to" | "from") month
//!      | number "-year-old"
//! ```

use super::Place;
use crate::claim::{Side, Unit};
use crate::grammar::Tokens;
use crate::lexicon::{CalendarKind, List};
use crate::text::{Shape, Token};

/// Adjectives of which a thing has one; those of one line exclude each other.
const LINES: [&[&str]; 6] = [
    &["upper", "lower"],
    &["northern", "southern", "eastern", "western"],
    &["domestic", "foreign"],
    &["urban", "rural"],
    &["wholesale", "retail"],
    &["quarterly", "annual", "monthly", "weekly", "daily"],
];

/// Ordinals, and the parts of a whole that they number.
const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
const PARTS: [&str; 7] = ["quarter", "half", "round", "leg", "phase", "stage", "trimester"];

/// What the word at a place of the figure's sentence picks.
pub(super) fn pick(here: Tokens<'_>, place: &Place) -> Option<Side> {
    // "4.2 percent, up from 3.7 in September": the month is the other's.
    let near = place.neighbours.start..place.neighbours.end.max(place.phrase.end);
    adjective(here)
        .or_else(|| quarter(here))
        .or_else(|| ordinal(here))
        .or_else(|| night(here))
        .or_else(|| month(here).filter(|_| near.contains(&here.at())))
        .or_else(|| age(here).filter(|_| place.unit != Unit::Count && !place.phrase.contains(&here.at())))
}

/// Whom something befalls, by the words of a name right behind its verb, or in front of one in the passive ("fined Velmar",
/// "Velmar was fined"), or by what he is to the one named ("Ruiz's brother was jailed").
pub(super) fn struck(here: Tokens<'_>) -> Vec<Side> {
    const VERBS: [(&str, &str); 9] = [
        ("fined", "fine"),
        ("jailed", "jail"),
        ("sentenced", "jail"),
        ("sent", "jail"),
        ("convicted", "jail"),
        ("sued", "sue"),
        ("acquitted", "acquit"),
        ("bought", "buy"),
        ("acquired", "buy"),
    ];
    let Some((_, line)) = VERBS.iter().find(|(verb, _)| *verb == here.letters()) else { return Vec::new() };
    let passive = here.back(1).is_some_and(|back| here.lexicon().is(back.word, List::Auxiliary));
    let owned = passive && here.back(3).is_some_and(|back| back.shape == Shape::Possessive);
    let named = |token: &&Token| token.is_capitalised();
    let name: Vec<&Token> = match (passive, owned) {
        (true, true) => here.back(2).into_iter().collect(),
        (true, false) => (2..).map_while(|back| here.back(back)).take_while(named).collect(),
        (false, _) => here.rest().iter().skip(1).take_while(named).collect(),
    };
    name.into_iter().map(|token| side(line, token.letters)).collect()
}

fn adjective(here: Tokens<'_>) -> Option<Side> {
    let line = LINES.iter().find(|line| line.contains(&here.letters()))?;
    Some(side(line[0], here.letters()))
}

/// "In the east of Tarrow", as "in eastern Tarrow"; but "to the east of Tarrow" is nowhere in it.
fn quarter(here: Tokens<'_>) -> Option<Side> {
    const QUARTERS: [(&str, &str); 4] =
        [("north", "northern"), ("south", "southern"), ("east", "eastern"), ("west", "western")];
    let (_, side_of) = QUARTERS.iter().find(|(noun, _)| *noun == here.letters())?;
    let back = |places: usize| here.back(places).map_or("", |token| token.letters);
    let placed = back(1) == "the" && matches!(back(2), "in" | "In" | "across" | "throughout");
    (placed && here.letters_at(1) != "-").then(|| side("northern", side_of))
}

fn ordinal(here: Tokens<'_>) -> Option<Side> {
    let ordinal = ORDINALS.iter().find(|ordinal| **ordinal == here.letters())?;
    part(here, ordinal).or_else(|| numbered(here, ordinal))
}

/// "The first quarter", "first-quarter profit".
fn part(here: Tokens<'_>, ordinal: &str) -> Option<Side> {
    let dash = usize::from(here.letters_at(1) == "-");
    let part = PARTS.iter().find(|part| **part == here.letters_at(1 + dash))?;
    Some(side(part, ordinal))
}

/// "In the first blast …, in the second": which of those that the story numbers.
fn numbered(here: Tokens<'_>, ordinal: &str) -> Option<Side> {
    const FRAMES: [&str; 6] = ["in", "at", "during", "from", "by", "on"];
    const NOTHING: [&str; 4] = ["time", "place", "instance", "year"];
    let article = here.back(1).is_some_and(|back| matches!(back.letters, "the" | "The"));
    let framed = || here.back(2).is_none_or(|back| FRAMES.contains(&back.letters));
    let noun = || {
        let next = here.nth(1).filter(|next| next.shape == Shape::Lower);
        next.is_some_and(|next| here.lexicon().noun(next.word).is_some() && !NOTHING.contains(&next.letters))
    };
    let alone = || matches!(here.letters_at(1), "," | "." | ";" | "");
    (article && framed() && (noun() || alone())).then(|| side("number", ordinal))
}

/// "Monday night": when it happened, and not when somebody spoke of it.
fn night(here: Tokens<'_>) -> Option<Side> {
    let day = here.lexicon().calendar_value(here.peek()?.word, CalendarKind::Weekday);
    let timed = matches!(here.letters_at(1), "night" | "morning" | "evening" | "afternoon");
    day.filter(|_| timed).map(|_| side("weekday", here.letters()))
}

/// "A 36-year-old climber fell 90 metres": whom of several it befell. A count may be of many people.
fn age(here: Tokens<'_>) -> Option<Side> {
    let told = [(1, "-"), (2, "year"), (3, "-")].iter().all(|(at, word)| here.letters_at(*at) == *word);
    (told && matches!(here.letters_at(4), "old" | "olds")).then(|| side("age", here.letters()))
}

/// A month behind a word that makes it the time of something: "in March". Of one year, or of none that is told, months
/// part what is of one from what is of another.
fn month(here: Tokens<'_>) -> Option<Side> {
    const FRAMES: [&str; 7] = ["in", "In", "for", "of", "to", "from", "From"];
    let timed = here.back(1).is_some_and(|back| FRAMES.contains(&back.letters));
    let month = || here.lexicon().calendar_value(here.peek()?.word, CalendarKind::Month);
    timed.then(month).flatten().map(|_| side("month", here.letters()))
}

fn side(line: &str, side: &str) -> Side {
    Side { line: line.into(), side: side.into() }
}
