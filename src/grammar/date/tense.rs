//! Which way a sentence looks near a date.

use super::anchor::Tense;
use crate::grammar::tokens::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// How many words from the date are looked at each way.
const REACH: usize = 14;

/// The tense at the tokens from `start` to `end`, by the verb that stands nearest before them, else after them; the other
/// way round where they open a clause of their own.
pub(super) fn tense_at(sentence: &Tokens<'_>, start: usize, end: usize) -> Tense {
    let all = sentence.from(0);
    let look = |at: usize| marker(&all.from(at));
    let all_before = || (start.saturating_sub(REACH)..start).rev();
    // "Will close two and cut 40 by May": a verb that looks alike in both tenses goes with the one before it.
    let plain = |at: &usize| !all.from(*at).peek().is_some_and(is_alike);
    let before = all_before().filter(plain).find_map(look).or_else(|| all_before().find_map(look));
    let behind = || (end..clause_end(&all, start, end)).find_map(look);
    let within = if opens_clause(&all, start) { behind().or(before) } else { before.or_else(behind) };
    within.unwrap_or(if stands_alone(&all, start, end) { Tense::Alone } else { Tense::Silent })
}

/// `It will close; in May it said`, `It will close, but in May it said`
fn opens_clause(all: &Tokens<'_>, start: usize) -> bool {
    let led = start > 0 && all.from(start - 1).is(List::Preposition);
    let here = all.from(start - usize::from(led));
    let before = |back: usize| here.back(back).map_or("", |token| token.letters);
    before(1) == ";" || before(2) == "," && matches!(before(1), "and" | "but" | "while" | "though")
}

/// The tense of a heading or a cell, which looks back where no verb tells; "From 1 July" may look either way.
pub(super) fn in_heading(tense: Tense, here: &Tokens<'_>) -> Tense {
    match tense {
        Tense::Past | Tense::Future => tense,
        _ if here.back(1).is_some_and(|before| before.reads("from")) => Tense::Silent,
        _ => Tense::Past,
    }
}

/// How far behind the date its clause reaches: past a comma only where the date opens the sentence.
fn clause_end(all: &Tokens<'_>, start: usize, end: usize) -> usize {
    let last = (end + REACH).min(all.rest().len());
    let stops = |at: &usize| matches!(all.letters_at(*at), "," | ";" | ":");
    if start > 2 { (end..last).find(stops).unwrap_or(last) } else { last }
}

/// What the word at a place says of the tense.
fn marker(at: &Tokens<'_>) -> Option<Tense> {
    let token = at.peek().filter(|token| matches!(token.shape, Shape::Lower | Shape::Title))?;
    let letters = token.letters;
    let contracted = letters.ends_with("'ll") || letters.ends_with("’ll");
    let regular = letters.len() > 4 && letters.ends_with("ed");
    // "Can reach 40 in September", but "could have reached", "could not be reached".
    let free = matches!(letters, "can" | "may" | "might" | "could")
        && at.letters_at(1) != "have"
        && (letters != "could" || at.letters_at(1) != "not")
        && token.shape == Shape::Lower;
    // "Were let go".
    let let_go = token.reads("let") && at.back(1).is_some_and(|back| matches!(back.letters, "was" | "were" | "been"));
    if let_go {
        return Some(Tense::Past);
    }
    if at.is(List::LooksAhead) || free || contracted || leads_ahead(at, token, regular) {
        return Some(Tense::Future);
    }
    if !(regular || at.is(List::LooksBack)) {
        return None;
    }
    // "Be" hands the tense to the word before it: "will be held"; so does "have": "will have to leave", "will have left".
    let will = |back: usize| at.back(back).is_some_and(|before| at.lexicon().is(before.word, List::LooksAhead));
    let have = |token: &Token| matches!(token.letters, "have" | "has");
    let led = at.back(1).is_some_and(|before| before.reads("be") || have(before) && will(2));
    let hands_on = (have(token) || at.is(List::LooksAheadTo)) && at.letters_at(1) == "to" || have(token) && will(1);
    (!led && !hands_on).then_some(Tense::Past)
}

/// Whether a verb looks back as it looks ahead: "cut", "put".
fn is_alike(token: &Token) -> bool {
    matches!(token.letters, "cut" | "put" | "hit" | "set")
}

/// `expected to`, `scheduled for`, `is to`: the first word, or the "to" behind it. What "was to" be may have been.
fn leads_ahead(at: &Tokens<'_>, token: &Token, regular: bool) -> bool {
    let leads = |token: &Token| at.lexicon().is(token.word, List::LooksAheadTo);
    let is = |token: &Token| matches!(token.letters, "is" | "are");
    if token.reads("to") {
        return at.back(1).is_some_and(|before| leads(before) || is(before));
    }
    regular && leads(token) && matches!(at.letters_at(1), "by" | "for" | "on" | "to")
}

/// Whether the date is all that the sentence holds, but for prepositions and marks: an entry in a calendar, which looks
/// ahead.
fn stands_alone(all: &Tokens<'_>, start: usize, end: usize) -> bool {
    let idle = |token: &Token| {
        !(token.is_word() || token.shape == Shape::Number)
            || all.lexicon().is_any(token.word, &[List::Preposition, List::Determiner])
    };
    let tokens = all.rest();
    tokens.get(..start).unwrap_or_default().iter().all(idle) && tokens.get(end..).unwrap_or_default().iter().all(idle)
}

#[cfg(test)]
mod tests {
    use super::{Tense, tense_at};
    use crate::grammar::date::testing::with_tokens;

    #[test]
    fn the_nearest_verb_tells() {
        for (text, at, tense) in [
            ("It will meet on Friday", 4, Tense::Future),
            ("It met on Friday", 3, Tense::Past),
            ("It is expected to meet on Friday", 6, Tense::Future),
            ("On Friday it will meet", 1, Tense::Future),
            ("Rain on Friday", 2, Tense::Silent),
            ("It will be held on Friday", 5, Tense::Future),
            ("It is scheduled for Friday", 4, Tense::Future),
            ("It is to end on Friday", 5, Tense::Future),
            ("It would have trouble on Friday", 5, Tense::Future),
            ("It will have closed on Friday", 5, Tense::Future),
            ("It may have closed on Friday", 5, Tense::Past),
            ("They warned it could spread by Friday", 6, Tense::Future),
            ("It will close two and cut nine by May", 8, Tense::Future),
            ("It met them and cut nine on Friday", 7, Tense::Past),
            ("It cut nine on Friday", 4, Tense::Past),
            ("Nine were let go on Friday", 5, Tense::Past),
            ("They could not be found on Friday", 6, Tense::Silent),
            ("More are promised by Friday", 4, Tense::Future),
            ("It will have to close on Friday", 6, Tense::Future),
            ("It fed them on Friday and will feed more", 4, Tense::Past),
            ("It expects to close; in May it had talked of a sale", 6, Tense::Past),
            ("It will close, but on Friday it met", 6, Tense::Past),
            ("It met, and on Friday it will close", 5, Tense::Future),
            ("It will close two, and on Friday nine", 7, Tense::Future),
            ("on Friday", 1, Tense::Alone),
        ] {
            with_tokens(text, |tokens| assert_eq!(tense_at(&tokens, at, at + 1), tense, "{text}"));
        }
    }
}
