//! Whose share of one purse each is: money that goes to one does not go to another.
//!
//! ```text
//! purse = name takes share "of" ["the"] money ("," | "and") name ["for"] share { ("," | "and") name ["for"] share }
//!       | money ("goes" "on" | "comes" "from" …) name "(" share ")" { name "(" share ")" }
//! money = "budget" | "income" | "spending" …
//! ```
//! The names are of things: places may lie in each other, and people are men and graduates at once.

use super::{Figures, is_any};
use crate::lexicon::List;
use crate::text::Shape;
use std::ops::Range;

/// What is shared out, and comes from one side or goes to one.
#[rustfmt::skip]
const MONEY: [&str; 14] = [
    "budget", "income", "revenue", "revenues", "spending", "expenditure", "outlay", "money", "costs", "funds", "funding",
    "takings", "earnings", "it",
];

/// Verbs in front of the first share, by their last word.
#[rustfmt::skip]
const TAKES: [&str; 18] = [
    "take", "takes", "took", "for", "up", "get", "gets", "got", "absorb", "absorbs", "swallow", "swallows", "provide",
    "provides", "in", "contribute", "contributes", "receive",
];

/// Verbs behind money, with their prepositions.
const GOES: [&str; 8] = ["go", "goes", "went", "come", "comes", "came", "is", "was"];
const TO: [&str; 3] = ["on", "to", "from"];

/// How many words a name may have.
const NAME: usize = 3;

/// Whether some shares, one behind the other, are those of one purse.
pub(super) fn is_purse(figures: &Figures<'_>, parts: &[usize]) -> bool {
    is_taken(figures, parts) || is_listed(figures, parts)
}

/// "Fees make up 40 percent of income, grants 35 percent and sales 30 percent."
fn is_taken(figures: &Figures<'_>, parts: &[usize]) -> bool {
    let [first, others @ ..] = parts else { return false };
    let takes = is_any(figures.word_before(*first, 1), &TAKES);
    let Some(second) = others.first() else { return false };
    let between = figures.between(*first, *second);
    let Some(of) = is_of_money(figures, between.clone()).filter(|_| takes) else { return false };
    let start = |at: usize| if at == *second { of } else { figures.pieces[at - 1].tokens.end };
    let closed = |at: usize| matches!(figures.word_behind(at, 0), "," | "and" | "." | ";" | "");
    others.iter().all(|&at| is_name(figures, start(at)..figures.pieces[at].tokens.start) && closed(at))
}

/// Where "of the budget" ends at the head of a stretch, if it stands there.
fn is_of_money(figures: &Figures<'_>, between: Range<usize>) -> Option<usize> {
    let of = figures.is_one_of(between.start, &["of"]);
    let whose = usize::from(figures.tokens.from(between.start + 1).is(List::Determiner));
    let money = between.start + 1 + whose;
    (of && figures.is_one_of(money, &MONEY)).then_some(money + 1)
}

/// ", grants", "and grants for": a plain name of a thing.
fn is_name(figures: &Figures<'_>, range: Range<usize>) -> bool {
    let joint = range.clone().take_while(|&at| figures.is_one_of(at, &[",", "and"])).count();
    let end = range.end - usize::from(figures.is_one_of(range.end - 1, &["for"]));
    let name = range.start + joint..end;
    let plain = |at: usize| {
        let token = figures.tokens.from(at);
        figures.token(at).is_some_and(|token| token.shape == Shape::Lower) && !token.is(List::Preposition)
    };
    joint > 0 && (1..=NAME).contains(&name.len()) && name.clone().all(plain)
}

/// "The money comes from tickets (44 percent), shirts (41 percent) and …"
fn is_listed(figures: &Figures<'_>, parts: &[usize]) -> bool {
    let Some(first) = parts.first() else { return false };
    let opening = 0..figures.pieces[*first].tokens.start;
    let goes = opening.clone().find(|&at| figures.is_one_of(at, &GOES) && figures.is_one_of(at + 1, &TO));
    let money = goes.and_then(|at| at.checked_sub(1)).is_some_and(|at| figures.is_one_of(at, &MONEY));
    let bracketed = |&at: &usize| figures.word_before(at, 1) == "(" && figures.word_behind(at, 0) == ")";
    let named = |&at: &usize| {
        let name = figures.pieces[at].tokens.start.checked_sub(2).and_then(|at| figures.token(at));
        name.is_some_and(|name| name.shape == Shape::Lower)
    };
    money && parts.iter().all(|at| bracketed(at) && named(at))
}
