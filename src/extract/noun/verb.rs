//! Which word of a clause is its verb.
//!
//! Many a verb is a noun as well ("costs", "rise"); what stands around it decides.

use super::subject::{ends_phrase, is_modifier, is_plain_article, is_preposition, stands_as_noun};
use super::time;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::Shape;

/// Whether the verb of the clause in front of `place` stands here: an auxiliary, a form that is only a verb, or one that
/// may be a noun ("costs", "rose") behind a noun and next to the figure.
pub(super) fn is_verb(sentence: Tokens<'_>, at: usize, place: usize) -> bool {
    let (here, lexicon) = (sentence.from(at), sentence.lexicon());
    let Some(token) = here.peek().filter(|token| token.shape == Shape::Lower) else { return false };
    let modifier = || here.letters().ends_with("ing") && is_modifier(sentence, at);
    let behind_noun = || ends_phrase(sentence, at);
    let next = || at + 2 >= place || is_preposition(sentence, at + 1);
    let hyphen =
        || here.nth(1).is_some_and(|next| next.glued && next.shape == Shape::Mark && here.letters_at(1) == "-");
    // "Interest cost the group $3 million"
    let led = || at > 0 && (is_pronoun(sentence, at - 1) || sentence.from(at - 1).is(List::Auxiliary));
    let costs = || ["cost", "costs"].contains(&here.letters()) && at + 4 >= place && (behind_noun() || led());
    let picks = |at: usize| time::PICKING.contains(&sentence.from(at).letters());
    if at == 0 || picks(at - 1) || picks(at) && at + 1 < place {
        return false;
    }
    let verb = || {
        here.is(List::Auxiliary)
            || costs()
            || is_plain_verb(sentence, at) && !modifier() && !is_of_compound(sentence, at)
            || is_moving(here) && (behind_noun() || led())
            || lexicon.verb(token.word).is_some() && next() && behind_noun()
            || is_behind_modal(sentence, at)
    };
    verb() && !is_plain_article(sentence, at - 1) && !hyphen()
}

/// "Will pay", "could rent": behind such a word, what may be a noun as well is none.
fn is_behind_modal(sentence: Tokens<'_>, at: usize) -> bool {
    const MODALS: [&str; 9] = ["will", "would", "shall", "should", "can", "could", "may", "might", "must"];
    let here = sentence.from(at);
    let base = || here.peek().and_then(|token| here.lexicon().verb(token.word)) == Some(here.letters());
    // "must also pay"
    let lead = (0..at).rev().find(|&before| !sentence.from(before).is(List::Adverb));
    lead.is_some_and(|before| MODALS.contains(&sentence.from(before).letters())) && base()
}

/// Whether a place in front of a verb belongs to its group: "is expected to".
pub(super) fn is_of_verb(sentence: Tokens<'_>, at: usize) -> bool {
    let here = sentence.from(at);
    let adverb = here.is(List::Adverb) || here.is(List::Negation) || here.letters() == "to";
    // "the group aims to sell"
    let verb = || here.peek().is_some_and(|token| here.lexicon().verb(token.word).is_some());
    // "Bus fares to rise": what is to rise is told before.
    let noun = || here.peek().is_some_and(|token| here.lexicon().noun(token.word).is_some());
    let subject = || sentence.from(at + 2).is_change() && noun() && !here.is(List::LooksAheadTo);
    let infinitive =
        here.letters_at(1) == "to" && verb() && at > 0 && !is_plain_article(sentence, at - 1) && !subject();
    adverb
        || infinitive
        || here.is(List::Auxiliary)
        || is_plain_verb(sentence, at)
            && !is_modifier(sentence, at)
            && !stands_as_noun(sentence, at)
            && !at.checked_sub(1).is_some_and(|before| is_plain_article(sentence, before))
}

/// Whether a word is a verb and cannot be a noun.
pub(super) fn is_plain_verb(sentence: Tokens<'_>, at: usize) -> bool {
    let (here, lexicon) = (sentence.from(at), sentence.lexicon());
    here.peek().is_some_and(|token| {
        let verb = lexicon.is_only_verb(token.word);
        token.shape == Shape::Lower && verb && !token.glued
    })
}

/// Whether what else is a verb ends a compound: the limit of "the catch limit", for of one catch a verb would end in -s.
pub(super) fn is_of_compound(sentence: Tokens<'_>, at: usize) -> bool {
    /// First forms that stand for the past as well.
    const PAST: [&str; 14] =
        ["put", "set", "cut", "hit", "cost", "shut", "let", "beat", "spread", "hurt", "split", "quit", "run", "come"];
    let (here, lexicon) = (sentence.from(at), sentence.lexicon());
    let first = here.peek().and_then(|token| lexicon.verb(token.word)) == Some(here.letters());
    let singular = here.back(1).is_some_and(|back| match lexicon.noun(back.word) {
        Some(noun) => *noun.lemma == *back.letters,
        None => back.shape == Shape::Lower && !lexicon.is_frame(back.word) && !back.letters.ends_with('s'),
    });
    let article = at.checked_sub(2).is_some_and(|before| is_plain_article(sentence, before));
    first && article && singular && !PAST.contains(&here.letters())
}

/// Whether a word is a verb for sure: it cannot be a noun, or it rises or falls behind one.
pub(super) fn is_sure_verb(sentence: Tokens<'_>, at: usize) -> bool {
    let change = is_moving(sentence.from(at));
    let article = at.checked_sub(1).is_none_or(|before| is_plain_article(sentence, before));
    !article
        && (is_plain_verb(sentence, at) && !stands_as_noun(sentence, at)
            || change && (ends_phrase(sentence, at) || is_pronoun(sentence, at - 1))
            || is_behind_modal(sentence, at))
}

/// Whether a word of change may be a verb: "rose", "up", but not the loss of "an operating loss".
fn is_moving(here: Tokens<'_>) -> bool {
    let only_noun = |word| here.lexicon().noun(word).is_some() && here.lexicon().verb(word).is_none();
    here.is_change() && !here.peek().is_some_and(|token| only_noun(token.word))
}

fn is_pronoun(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.from(at).peek().is_some_and(|token| {
        sentence.lexicon().is_any(token.word, &[List::PronounIt, List::PronounThey, List::PronounHe, List::PronounShe])
    })
}
