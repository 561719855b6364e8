//! Figures of what is so already, whatever the words around them look ahead to.

use super::{REACH, is_verb, word};
use crate::grammar::Tokens;
use crate::lexicon::List;
use std::ops::Range;

/// Whether a figure counts what somebody has, whatever is to be done with it: "for each of its 40 crews".
pub(super) fn is_held(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let before = phrase.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    matches!(before, "its" | "their" | "his" | "our") || before == "her" && !is_given_to(sentence, phrase.start - 1)
}

/// "Promised her 40 francs": she is whom they are promised to, and not whose they are.
fn is_given_to(sentence: Tokens<'_>, her: usize) -> bool {
    const GIVING: [&str; 7] = ["promise", "offer", "pledge", "grant", "award", "owe", "guarantee"];
    let back = sentence.from(her).back(1);
    back.and_then(|back| sentence.lexicon().verb(back.word)).is_some_and(|verb| GIVING.contains(&verb))
}

/// Whether a figure counts what the reader knows of: "less than the 40 boats of May", "the remaining nine", "that there were
/// 40".
pub(super) fn is_known(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let before = |back: usize| phrase.start.checked_sub(back).map_or("", |at| sentence.from(at).letters());
    let left = matches!(before(1), "remaining" | "other") && is_definite(sentence, phrase.start - 1);
    let there = matches!(before(1), "was" | "were") && before(2) == "there";
    left || there
        || is_done(sentence, phrase.end)
        || is_definite(sentence, phrase.start)
        || is_of_sum(sentence, phrase.start)
}

/// "Promised 40 boats, of which nine have been built": what has happened to so many is no promise.
fn is_done(sentence: Tokens<'_>, behind: usize) -> bool {
    matches!(sentence.from(behind).letters(), "has" | "have") && sentence.from(behind + 1).letters() == "been"
}

/// "Would pay the fine of 40 francs": which fine, the reader knows.
fn is_of_sum(sentence: Tokens<'_>, figure: usize) -> bool {
    const SUMS: [&str; 8] = ["fine", "sum", "fee", "price", "bill", "debt", "loan", "penalty"];
    let sum = figure.checked_sub(2).filter(|&at| sentence.from(at + 1).letters() == "of");
    sum.is_some_and(|at| SUMS.contains(&sentence.from(at).letters()) && is_definite(sentence, at))
}

/// Whether an article stands before a place that tells that the reader knows which.
pub(in crate::extract) fn is_definite(sentence: Tokens<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    ["the", "these", "those"].iter().any(|word| before.eq_ignore_ascii_case(word))
}

/// Whether a figure takes up what is known, as the subject of what will happen to it: "the 21 dead miners will be".
pub(in crate::extract) fn is_given(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    is_definite(sentence, phrase.start) && sentence.from(phrase.end).is(List::Auxiliary)
}

/// Whether a figure is what one to come is measured against: "will rise to 40 percent from 25", "expects 40 boats, after
/// 25 in May", "will pay 40 francs instead of 25". What was expected before is no such thing: "cut its forecast to 25 from 40".
pub(super) fn is_base(sentence: Tokens<'_>, figure: usize) -> bool {
    const OUTLOOKS: [&str; 8] =
        ["forecast", "estimate", "outlook", "target", "guidance", "projection", "expectation", "goal"];
    let back = |places: usize| figure.checked_sub(places).map_or("", |at| sentence.from(at).letters());
    let clause = || (figure.saturating_sub(REACH)..figure).rev().take_while(|&at| sentence.from(at).letters() != ";");
    let left = back(1) == "from" && clause().any(|at| sentence.from(at).is_change());
    let set_against = matches!(back(1), "after" | "against") && back(2) == ","
        || matches!(back(1), "with" | "to") && back(2) == "compared"
        || matches!((back(2), back(1)), ("rather", "than") | ("instead", "of"));
    let outlook = |at: usize| OUTLOOKS.contains(&sentence.from(at).letters().trim_end_matches('s'));
    // "From the 40 that it had forecast".
    let ahead = |at: usize| sentence.nth(at).is_some_and(|token| sentence.lexicon().is(token.word, List::Forecast));
    (left || set_against) && !clause().any(outlook) && !(figure..figure + REACH).any(ahead)
}

/// Whether the figure's clause has a verb of its own that tells what is, behind the one that looks ahead: "promised 40
/// boats; there are 25 now", "will sail past Tarrow, which has 40 boats", "wants a gate since 2029, when 40 boats were lost".
pub(super) fn is_present(sentence: Tokens<'_>, figure: usize) -> bool {
    const IS: [&str; 7] = ["is", "are", "was", "were", "has", "have", "had"];
    let letters = |at: usize| sentence.from(at).letters();
    let Some(mark) = (0..figure).rev().find(|&at| matches!(letters(at), ";" | ",")) else { return false };
    let relative = matches!(letters(mark + 1), "who" | "which" | "where");
    let clause = mark + 1..figure;
    // "Which have to sail", "which are expected to".
    let looks_ahead = |at: usize| word::may_tell(sentence, &sentence.rest()[at]) || letters(at) == "to";
    let tells = |at: usize| IS.contains(&letters(at)) || relative && at == mark + 2 && is_verb(sentence.from(at));
    let was = |at: usize| matches!(letters(at), "was" | "were" | "had");
    let then = letters(mark + 1) == "when" && (mark + 2..figure + REACH).any(was);
    let own = (letters(mark) == ";" || relative) && clause.clone().any(tells);
    (own || then) && !clause.clone().any(looks_ahead)
}

/// Whether a figure only puts the one before it in other words: "40 miles (65 km)", "40 francs, or nine a head".
pub(in crate::extract) fn is_again(sentence: Tokens<'_>, former: &Range<usize>, phrase: &Range<usize>) -> bool {
    let between = former.end.min(phrase.start)..phrase.start;
    let letters = |at: usize| sentence.from(between.start + at).letters();
    match between.len() {
        1 => matches!(letters(0), "(" | "or"),
        2 => letters(0) == "," && letters(1) == "or",
        _ => false,
    }
}
