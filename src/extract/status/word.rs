//! The status that a single word sets for the figures of its clause.

use crate::claim::Status;
use crate::grammar::Tokens;
use crate::lexicon::{Classes, List};
use crate::text::{Shape, Token};

/// The lists of words that set a status.
const WORDS: [(List, Status); 4] = [
    (List::Target, Status::Target),
    (List::Forecast, Status::Forecast),
    (List::Hypothetical, Status::Hypothetical),
    (List::Denial, Status::Denied),
];

/// The classes of the words that may set a status.
pub(super) const ANY: Classes = Classes::PUTS_FORWARD
    .or(Classes::list(List::Target))
    .or(Classes::list(List::Forecast))
    .or(Classes::list(List::Hypothetical))
    .or(Classes::list(List::Denial));

/// Whether a word may set a status: most do not, and are told by their class alone.
pub(super) fn may_tell(sentence: Tokens<'_>, token: &Token) -> bool {
    sentence.lexicon().classes(token.word).meets(ANY)
}

/// The status that a word sets; `reported` says whether somebody is quoted.
pub(super) fn told(here: Tokens<'_>, reported: bool) -> Option<Status> {
    let token = here.peek()?;
    // "IF Metal has 40 members".
    let named = token.shape == Shape::Upper && here.nth(1).is_some_and(|next| next.shape == Shape::Title);
    let listed = WORDS.iter().find(|(list, _)| here.is(*list)).map(|(_, status)| *status);
    match listed.filter(|_| !named && !is_counted_or_told_of(here)) {
        Some(Status::Hypothetical) if says(here) => None,
        Some(Status::Hypothetical) if reported && is_future(here) => Some(Status::Forecast),
        None => may(here).or_else(|| set(here)).or_else(|| asks(here)),
        told => told,
    }
}

/// "14 goals in 61 games", "Demand has tripled": a noun that a figure counts, or that something is told of, aims at nothing.
fn is_counted_or_told_of(here: Tokens<'_>) -> bool {
    let Some(token) = here.peek() else { return false };
    let lexicon = here.lexicon();
    let number = |token: &Token| token.shape == Shape::Number || lexicon.numeral(token.word).is_some();
    let counted = here.back(1).is_some_and(number);
    let bare = token.shape == Shape::Title && here.at() == 0 && here.nth(1).is_some_and(Token::is_word);
    let verb = || here.from(1).is(List::Auxiliary) || here.from(1).is_change();
    (counted || bare && verb()) && lexicon.noun(token.word).is_some()
}

/// "I would say there were 40": whoever puts it so says so.
fn says(here: Tokens<'_>) -> bool {
    const SAYING: [&str; 4] = ["say", "guess", "estimate", "put"];
    here.letters() == "would" && SAYING.contains(&here.letters_at(1))
}

/// Whether "would", told by somebody who spoke in the past, was "will" in their mouth: "the board said dredging would take
/// 40 days"; but not "would have taken", nor what hangs on an "if".
fn is_future(here: Tokens<'_>) -> bool {
    let would = matches!(here.letters(), "would" | "could" | "might") && here.letters_at(1) != "have";
    let sentence = here.from(0).rest();
    // "Soundly, if not well" hangs on nothing.
    let hangs = |(at, token): (usize, &Token)| {
        let not = sentence.get(at + 1).is_some_and(|next| next.letters == "not");
        matches!(token.letters, "if" | "If") && !not || token.letters == "unless"
    };
    would && !sentence.iter().enumerate().any(hangs)
}

/// "It may take ten years" forecasts; "12 may have died" does not.
fn may(here: Tokens<'_>) -> Option<Status> {
    (here.letters() == "may" && here.letters_at(1) != "have").then_some(Status::Forecast)
}

/// "It is set to reach 40", "due to open", but "it was set to 40", "due to rain".
fn set(here: Tokens<'_>) -> Option<Status> {
    let verb = here.nth(2).is_some_and(|next| match here.letters() {
        "due" => here.lexicon().verb(next.word).is_some(),
        _ => next.is_word(),
    });
    (matches!(here.letters(), "set" | "due") && here.letters_at(1) == "to" && verb).then_some(Status::Forecast)
}

/// "The union asked owners for 40 boats": what somebody is asked for is wanted.
fn asks(here: Tokens<'_>) -> Option<Status> {
    const FAR: usize = 6;
    let asks = |ahead: &usize| here.back(*ahead).is_some_and(|token| here.lexicon().verb(token.word) == Some("ask"));
    (here.letters() == "for" && (1..=FAR).any(|ahead| asks(&ahead))).then_some(Status::Target)
}
