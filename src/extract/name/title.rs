//! What tells a human being: a title, a first name, an age.

use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List, Starts};
use crate::text::{Shape, Token};
use std::ops::Range;

/// Whether a sentence may hold a title. Most do not, and need no search.
fn may_hold_title(sentence: Tokens<'_>) -> bool {
    sentence.may_hold(Starts::SPEAKER)
}

/// The end of the titles that a run begins with ("Major General", "Interior Minister"), and the gender that they tell.
pub(super) fn title_end(sentence: Tokens<'_>, run: &Range<usize>) -> Option<(usize, Option<char>)> {
    if !may_hold_title(sentence) {
        return None;
    }
    let lexicon = sentence.lexicon();
    let mut titles = run.clone().rev().filter_map(|at| {
        let here = sentence.from(at);
        let (len, &entry) = lexicon.title_phrases.at(here.rest())?;
        let stop = usize::from(sentence.from(at + len).letters() == ".");
        Some((at + len + stop, lexicon.titles()[entry].gender.as_deref().and_then(|gender| gender.chars().next())))
    });
    titles.find(|(end, _)| *end <= run.end)
}

/// Whether a title stands just before the run or in an apposition behind it: "spokesman Ali Bey", "Ana Ruiz, a doctor".
pub(super) fn title_beside(sentence: Tokens<'_>, run: &Range<usize>) -> bool {
    if !may_hold_title(sentence) {
        return false;
    }
    let lexicon = sentence.lexicon();
    let title = |at: usize| lexicon.title_phrases.at(sentence.from(at).rest()).is_some();
    let comma = run.start > 1 && sentence.from(run.start - 1).letters() == ",";
    let before = run.start > 0 && title(run.start - 1 - usize::from(comma)) || comma && heads_a_body(sentence, run);
    let apposed =
        sentence.from(run.end).letters() == "," && (run.end + 1..(run.end + 8).min(sentence.rest().len())).any(title);
    before || apposed
}

/// `the chairman of the harbour board, Vora Inskel,`
fn heads_a_body(sentence: Tokens<'_>, run: &Range<usize>) -> bool {
    const REACH: usize = 8;
    let closed = run.len() > 1 && sentence.from(run.end).letters() == ",";
    let near = (run.start.saturating_sub(REACH)..run.start - 1).rev();
    let mut words =
        near.map(|at| sentence.from(at)).take_while(|here| closed && here.peek().is_some_and(Token::is_word));
    words.any(|here| {
        let title = here.lexicon().title_phrases.at(here.rest());
        let post = title.filter(|&(_, &entry)| here.lexicon().titles()[entry].is_post());
        post.is_some_and(|(len, _)| here.letters_at(len) == "of")
    })
}

/// Whether an age or "who" behind a comma tells a human being: "Vora Inskel, 56,", "Vora Inskel, who".
pub(super) fn is_introduced(sentence: Tokens<'_>, run: &Range<usize>) -> bool {
    let behind = sentence.from(run.end);
    let age = behind.nth(1).is_some_and(|token| token.shape == Shape::Number && token.span.len() == 2);
    behind.letters() == "," && (behind.letters_at(1) == "who" || (age && behind.letters_at(2) == ","))
}

/// Whether a word is a man's or a woman's first name.
pub(in crate::extract) fn first_name_gender(lexicon: &Lexicon, token: &Token) -> Option<char> {
    let he = lexicon.is(token.word, List::FirstNameHe);
    let she = lexicon.is(token.word, List::FirstNameShe);
    match (he, she) {
        (true, false) => Some('m'),
        (false, true) => Some('f'),
        _ => None,
    }
}

/// Whether a phrase holds an office, a rank or a spokesman, rather than a role of one's own: then whom it names speaks
/// for a body.
pub(in crate::extract) fn speaks_for_a_body(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let lexicon = sentence.lexicon();
    may_hold_title(sentence)
        && phrase.clone().any(|at| {
            let here = sentence.from(at);
            let title = lexicon.title_phrases.at(here.rest());
            title.is_some_and(|(_, &entry)| matches!(&*lexicon.titles()[entry].kind, "office" | "rank" | "spokesman"))
        })
}
