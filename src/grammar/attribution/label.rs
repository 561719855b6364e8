//! A speaker's name in front of a colon.

use super::super::tokens::{Tokens, is_dash};
use super::quotation::is_quotation_mark;
use super::scope;
use super::speaker::can_speak;
use crate::lexicon::{Lexicon, List};
use crate::text::{Shape, Token, WordId};
use std::ops::Range;

/// How many tokens a label may take: "MINISTER (Ms Ana Maria Ruiz)".
const LONGEST: usize = 10;

/// `party ":" content` at the start of a sentence or behind a dash: in capitals as in a transcript, before a quotation,
/// or a name or paper before a clause, as in a headline. "Losses: 40 boats" has no speaker.
pub(super) fn label(here: &Tokens<'_>, colon: &Range<usize>) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let sentence = here.from(0);
    let tokens = &sentence.rest()[..colon.start];
    // "A close race - more from Ana Ruiz: “…”".
    let opens = |token: &Token| token.letters == "from" || (is_dash(token.letters) && !token.glued);
    let start = tokens.iter().rposition(opens).map_or(0, |at| at + 1);
    let name = tokens.get(start..).filter(|name| !name.is_empty() && name.len() <= LONGEST)?;
    let content = here.from(colon.end);
    let named = name.iter().all(|token| is_name_part(token)) && can_speak(here, &(start..colon.start));
    let quotes = is_quotation_mark(&content);
    let lexicon = here.lexicon();
    let calls = in_capitals(here, name)
        || (start == 0
            && name.len() <= 2
            && name.iter().all(|token| is_name(lexicon, token))
            && scope::has_clause(&content));
    (named && (quotes || calls)).then(|| (start..colon.start, vec![scope::after(&content)]))
}

fn is_name_part(token: &Token) -> bool {
    token.is_capitalised() || matches!(token.letters, "(" | ")" | "." | "and" | "&" | "-" | "of" | "the")
}

/// Whether a label is a transcript's: its first word is all in capitals, and names somebody or a title.
fn in_capitals(here: &Tokens<'_>, name: &[Token]) -> bool {
    let lexicon = here.lexicon();
    let capital = name.first().is_some_and(|first| first.shape == Shape::Upper);
    let title = lexicon.title_phrases.at(name).is_some();
    let unknown = name.iter().any(|token| token.is_word() && is_unknown(lexicon, token));
    capital && (title || unknown)
}

/// Whether a word in a headline's label is a name or a paper.
fn is_name(lexicon: &Lexicon, token: &Token) -> bool {
    let first_name = lexicon.is_any(token.word, &[List::FirstNameHe, List::FirstNameShe]);
    lexicon.is(token.word, List::Paper) || first_name || (token.is_word() && token.word == WordId::NONE)
}

fn is_unknown(lexicon: &Lexicon, token: &Token) -> bool {
    lexicon.noun(token.word).is_none() && lexicon.verb(token.word).is_none() && lexicon.calendar(token.word).is_empty()
}
