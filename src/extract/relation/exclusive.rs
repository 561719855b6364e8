//! What sets the parts of a whole apart, so that nothing can belong to two of them.
//!
//! ```text
//! key = preposition Name | preposition weekday | "elsewhere" | a word of a group
//! ```
//! "24 in Upton and 36 in Westby" and "24 voted for it, 36 against" cannot overlap; "24 in boots and 36 in hats" can.

use super::{Figures, is_any};
use crate::lexicon::CalendarKind;
use crate::text::{Shape, Token};
use std::ops::Range;

/// Words that exclude each other: the lists of one group do, and the words of one list mean the same.
const GROUPS: &[&[&[&str]]] = &[
    &[
        &[
            "for",
            "favour",
            "favor",
            "favoured",
            "favored",
            "yes",
            "support",
            "supported",
            "supports",
            "backed",
            "approve",
        ],
        &["against", "opposed", "oppose", "opposes", "no", "disapprove"],
        &["abstained", "abstaining", "abstentions", "abstain", "undecided", "unsure", "know"],
        &["absent", "away"],
        &["spoiled", "spoilt", "invalid", "blank"],
    ],
    &[&["man", "men", "male", "males"], &["woman", "women", "female", "females"], &["child", "children", "minors"]],
    &[&["boy", "boys"], &["girl", "girls"]],
    &[&["adult", "adults"], &["child", "children", "minors", "juveniles", "teenagers"]],
    &[&["soldiers", "troops", "fighters", "combatants", "police", "officers"], &["civilians"]],
    &[&["passengers", "passenger"], &["crew", "crewmen"]],
    &[&["passed"], &["failed"]],
    &[&["wins", "won", "victories"], &["losses", "lost", "defeats"], &["draws", "drawn", "ties"]],
    &[&["critically"], &["seriously", "severely", "gravely"], &["slightly", "lightly"]],
    &[&["domestic", "home"], &["international", "foreign", "abroad", "overseas"]],
    &[&["grants"], &["loans"]],
    &[&["urban"], &["rural"]],
    &[&["public"], &["private"]],
    &[&["full", "fulltime"], &["part", "parttime"]],
    &[&["sea"], &["land", "ashore"]],
    &[&["north", "northern"], &["south", "southern"], &["east", "eastern"], &["west", "western"]],
    &[&["coalition", "government"], &["opposition"]],
    &[&["republicans", "republican"], &["democrats", "democratic"], &["independents", "independent"]],
    &[&["gold"], &["silver"], &["bronze"]],
];

/// Parts of a year or a game that exclude each other, where the sentence speaks of such.
const TURNS: &[&[&str]] = &[&["first"], &["second"], &["third"], &["fourth"]];

/// What such parts are called.
const STRETCHES: [&str; 4] = ["half", "halves", "quarter", "quarters"];

/// Words that stand for all places but those named.
const ELSEWHERE: [&str; 3] = ["elsewhere", "abroad", "overseas"];

/// What one part is set apart by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key<'f> {
    /// A list of a group, both by their places.
    Word(usize, usize),
    /// What a preposition names.
    Place(&'f str, &'f str),
}

/// All that may set apart what the words in a range tell of.
pub(super) fn keys<'f>(figures: &Figures<'f>, range: Range<usize>) -> Vec<Key<'f>> {
    let words = || range.clone().filter_map(|at| Some((at, figures.token(at)?)));
    // Most words name no turn: the sentence is looked through only where one does.
    let turns = words().any(|(at, _)| TURNS.iter().any(|turn| is_any(figures.word(at), turn)));
    let turns = turns && figures.is_any_word(&STRETCHES);
    let grouped = words().flat_map(|(at, _)| in_groups(figures.word(at), turns));
    let named = words().filter_map(|(at, token)| named(figures, at, token, range.end));
    grouped.chain(named).collect()
}

fn in_groups<'f>(word: &str, turns: bool) -> impl Iterator<Item = Key<'f>> {
    let groups = GROUPS.iter().copied().chain(turns.then_some(TURNS)).enumerate();
    let lists =
        groups.flat_map(|(group, lists)| lists.iter().enumerate().map(move |(list, words)| (group, list, words)));
    lists.filter(move |(.., words)| is_any(word, words)).map(|(group, list, _)| Key::Word(group, list))
}

/// "In Upton", "on Monday", "elsewhere".
fn named<'f>(figures: &Figures<'f>, at: usize, token: &Token, end: usize) -> Option<Key<'f>> {
    let word = figures.word(at);
    if is_any(word, &ELSEWHERE) {
        return Some(Key::Place("", word));
    }
    let preposition = ["in", "on", "at", "from", "near", "by"].into_iter().find(|one| is_any(word, &[one]))?;
    let name = at + 1 + usize::from(figures.is_one_of(at + 1, &["the"]));
    let next = figures.token(name).filter(|_| name < end && (token.shape == Shape::Lower || at == 0))?;
    let day = next.is_word() && figures.tokens.lexicon().calendar_value(next.word, CalendarKind::Weekday).is_some();
    (day || next.is_capitalised()).then_some(Key::Place(preposition, figures.word(name)))
}

/// Whether parts exclude each other, each being set apart by some of its keys: by words of one group, or by one
/// preposition's names, no two of them alike.
pub(super) fn exclude(parts: &[Vec<Key<'_>>]) -> bool {
    let Some(first) = parts.first() else { return false };
    first.iter().any(|key| {
        let alike: Option<Vec<_>> = parts.iter().map(|keys| keys.iter().find(|one| is_beside(key, one))).collect();
        alike.is_some_and(|keys| (1..keys.len()).all(|at| !keys[..at].contains(&keys[at])))
    })
}

/// Whether two keys are of one kind.
pub(super) fn is_beside(one: &Key<'_>, other: &Key<'_>) -> bool {
    match (one, other) {
        (Key::Word(group, _), Key::Word(other, _)) => group == other,
        (Key::Place(one, _), Key::Place(other, _)) => one == other || one.is_empty() || other.is_empty(),
        _ => false,
    }
}
