//! Who died, in a sentence that tells at what age.
//!
//! ```text
//! died = name { "," | "who" | "has" | "had" } verb place_or_day age | name "," description "," verb place_or_day age
//! verb = died | dies | dead
//! age  = ("aged" | "at" ["the" "age" "of"]) N
//! ```

use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// How many words may stand between the verb and the age: "at home in Tarrow on Sunday at the age of".
const REACH: usize = 12;

/// The full name that a sentence opens with, of somebody who died at the age that begins at a place.
pub(super) fn who_died(sentence: Tokens<'_>, age: usize) -> Option<Range<usize>> {
    let letters = |at: usize| sentence.from(at).letters();
    let back = |back: usize| age.checked_sub(back).map_or("", letters);
    let (lead, reach) = match [4, 3, 2, 1].map(back) {
        ["at", "the", "age", "of"] => (4, REACH),
        [.., "aged"] => (1, REACH),
        [.., "at"] => (1, 1),
        _ => return None,
    };
    let end = age - lead;
    let name = name(sentence)?;
    let died = (end.saturating_sub(reach)..end).rev().find(|&at| matches!(letters(at), "died" | "dies" | "dead"))?;
    let between = name.end..died;
    // Others may die behind "said" or "whose".
    let own = || between.clone().all(|at| matches!(letters(at), "," | "who" | "has" | "had"));
    let apposed = || letters(name.end) == "," && !between.clone().any(|at| is_clause(sentence.from(at)));
    let told = || letters(name.end) == "," && letters(name.end + 1) == "who" && letters(died - 1) == ",";
    (died >= name.end && (own() || apposed() || told())).then_some(name)
}

/// The name that a sentence opens with, of two words at the least.
fn name(sentence: Tokens<'_>) -> Option<Range<usize>> {
    let is_name = |at: &usize| sentence.from(*at).peek().is_some_and(|token| token.shape == Shape::Title);
    let end = (0..sentence.rest().len()).take_while(is_name).count();
    (end > 1).then_some(0..end)
}

/// Whether a word tells of somebody's doings: a verb, or what begins a clause.
fn is_clause(here: Tokens<'_>) -> bool {
    let lexicon = here.lexicon();
    let verb = |token: &Token| lexicon.is_only_verb(token.word);
    here.is(List::Auxiliary) || here.peek().is_some_and(verb) || matches!(here.letters(), "whose" | "when" | "after")
}
