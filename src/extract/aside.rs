//! Dates that stand near a figure and are of something else: of an aside, a record, or what the figure is compared with.

use super::timing::lasts_longer_than;
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::text::{Shape, Token};
use std::ops::Range;

/// Whether a date ends an aside on somebody or something that the figure has no part in: "Velmar, founded in 1951,",
/// "the fund, which bought it in 2019,".
pub(super) fn is_of_aside(sentence: Tokens<'_>, date: &Dated, figure: &Range<usize>) -> bool {
    const FAR: usize = 10;
    let closed = sentence.from(date.tokens.end).letters() == "," || date.tokens.end == sentence.rest().len();
    let mut before = (date.tokens.start.saturating_sub(FAR)..date.tokens.start).rev();
    let Some(opened) = before.find(|&at| sentence.from(at).letters() == ",") else { return false };
    let founded = is_of_foundation(sentence, date, opened);
    let aside = || closed && figure.start >= date.tokens.end && tells_more(sentence.from(opened + 1));
    founded || aside()
}

/// Whether a clause about the words before it begins here: "which bought", "due in", "born in".
fn tells_more(aside: Tokens<'_>) -> bool {
    let letters = aside.letters();
    matches!(letters, "which" | "who" | "whose" | "where" | "due" | "built" | "born")
}

/// `, founded in 1951`
fn is_of_foundation(sentence: Tokens<'_>, date: &Dated, opened: usize) -> bool {
    const FOUNDED: [&str; 8] =
        ["founded", "established", "incorporated", "formed", "created", "built", "born", "launched"];
    let verb = sentence.from(opened + 1);
    let joint = usize::from(matches!(verb.letters_at(1), "in" | "on"));
    FOUNDED.contains(&verb.letters()) && verb.at() + 1 + joint == date.tokens.start
}

/// Whether a date tells how far back a record reaches: "the lowest since August 2022".
pub(super) fn is_of_record(sentence: Tokens<'_>, date: &Dated) -> bool {
    const FAR: usize = 5;
    let superlative = |token: &Token| {
        let letters = token.letters;
        token.shape == Shape::Lower && letters.ends_with("est") && sentence.lexicon().noun(token.word).is_none()
    };
    let since = sentence.from(date.tokens.start).letters() == "since";
    since && sentence.rest()[date.tokens.start.saturating_sub(FAR)..date.tokens.start].iter().any(superlative)
}

/// Whether a date behind a figure is that of another which the figure is compared with: "61 percent, compared with 58
/// percent in 2020", "12 more than a year ago".
pub(super) fn is_of_another(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Dated) -> bool {
    (phrase.end..date.tokens.start).any(|at| match sentence.from(at).letters() {
        "than" | "compared" | "against" | "versus" => true,
        "from" | "with" => {
            (1..3).any(|on| sentence.from(at + on).peek().is_some_and(|next| next.shape == Shape::Number))
        }
        _ => false,
    })
}

/// `Last week 400 came to the camp, which was built for 300`: what a thing is made for is of no time.
pub(super) fn is_built_for(sentence: Tokens<'_>, mut between: Range<usize>) -> bool {
    between.any(|at| {
        let here = sentence.from(at);
        let made = matches!(here.letters(), "built" | "designed" | "meant" | "planned");
        made && here.letters_at(1) == "for"
            && here.back(1).is_some_and(|be| matches!(be.letters, "was" | "were" | "is"))
    })
}

/// `A ferry that sank with 40 aboard was raised on Friday`: the date stands with the main verb, the figure in a clause
/// about its subject.
pub(super) fn is_of_main_verb(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Dated) -> bool {
    let lexicon = sentence.lexicon();
    let be = |at: usize| matches!(sentence.from(at).letters(), "was" | "were" | "is" | "are");
    let noun = |token: &Token| lexicon.noun(token.word).is_some() && !lexicon.cue_phrases.begin_with(token.word);
    let relative = |at: &usize| {
        let here = sentence.from(*at);
        matches!(here.letters(), "that" | "who" | "which") && here.back(1).is_some_and(noun)
    };
    let verb = |at: usize| sentence.nth(at).is_some_and(|token| lexicon.verb(token.word).is_some());
    let clause = (1..phrase.start).rev().find(relative);
    (phrase.end..date.tokens.start).any(be) && clause.is_some_and(|opens| (opens..phrase.start).any(verb))
}

/// `40 cases, three fewer than in 2023`: a year that only the figure's comparison names.
pub(super) fn is_compared_year(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Dated) -> bool {
    let told = date.tokens.clone().any(|at| sentence.nth(at).is_some_and(|token| token.shape == Shape::Number));
    told && date.tokens.start > phrase.start && is_of_another(sentence, phrase, date)
}

/// Whether a date is what a figure is held against, and no figure's own: "up 4 percent from a year earlier", "4 percent up
/// on last year".
pub(super) fn is_held_against(sentence: Tokens<'_>, date: &Dated) -> bool {
    const BEFORE: [&str; 6] = ["earlier", "ago", "before", "last", "previous", "prior"];
    /// As long as what figures are held against lasts at least: "arrested on the previous day" is of that day.
    const LONG_DAYS: i32 = 20;
    let start = date.tokens.start;
    let before = start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    let of = |words: &[&str]| date.tokens.clone().any(|at| words.contains(&sentence.from(at).letters()));
    match before {
        "from" => of(&BEFORE),
        "on" => of(&BEFORE) && lasts_longer_than(date, LONG_DAYS),
        "over" => of(&["earlier", "ago"]),
        _ => false,
    }
}
