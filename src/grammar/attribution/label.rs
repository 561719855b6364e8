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

/// Labels of those who only ask and answer, and whom nobody names.
const NAMELESS: [&str; 4] = ["Q", "A", "QUESTION", "ANSWER"];

/// Whether a sentence opens with the label of somebody who asks or answers: "Q: How many boats were lost?"
pub fn opens_with_nameless_label(sentence: Tokens<'_>) -> bool {
    sentence.letters_at(1) == ":" && NAMELESS.contains(&sentence.letters_at(0))
}

/// `party ["," role | aside] ":" content` at the start of a sentence or behind a dash: in capitals as in a transcript,
/// before a quotation, or a name or paper before a clause, as in a headline. "Losses: 40 boats" has no speaker.
pub(super) fn label(here: &Tokens<'_>, colon: &Range<usize>) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let sentence = here.from(0);
    let tokens = &sentence.rest()[..colon.start];
    // "A close race - more from Ana Ruiz: “…”".
    let opens = |token: &Token| token.letters == "from" || (is_dash(token.letters) && !token.glued);
    let start = tokens.iter().rposition(opens).map_or(0, |at| at + 1);
    let name = alone(here, tokens.get(start..)?);
    let name = Some(name).filter(|name| !name.is_empty() && name.len() <= LONGEST)?;
    let content = here.from(colon.end);
    let party = start..start + name.len();
    let named = name.iter().all(|token| is_name_part(token)) && can_speak(here, &party);
    if NAMELESS.contains(&name[0].letters) && name.len() == 1 || is_place(here, name) {
        return None;
    }
    let quotes = is_quotation_mark(&content);
    let lexicon = here.lexicon();
    let calls = in_capitals(here, name) || (start == 0 && is_short_name(lexicon, name) && scope::has_clause(&content));
    (named && (quotes || calls)).then(|| (party, vec![scope::after(&content)]))
}

/// The name in a label without what it tells of the speaker: "ANA RUIZ, harbour master", "RUIZ (by telephone)".
fn alone<'t>(here: &Tokens<'_>, label: &'t [Token<'t>]) -> &'t [Token<'t>] {
    const LONGEST_ROLE: usize = 12;
    let upto = |mark: &str| label.iter().position(|token| token.letters == mark).map(|at| label.split_at(at));
    let is_spoken_aside = |words: &[Token]| words.iter().all(|token| !token.is_capitalised());
    if let Some((name, _)) = upto("(").filter(|(name, aside)| !name.is_empty() && is_spoken_aside(aside)) {
        return name;
    }
    match upto(",") {
        Some((name, role)) if role.len() <= LONGEST_ROLE && is_called_in_full(here, name, role) => name,
        _ => label,
    }
}

/// Whether words are a name in full: "DR HALM", "ANA RUIZ", "Ana Ruiz", and in capitals two words that mean nothing where a
/// role stands behind them; no "PORT LUNE, Arland".
fn is_called_in_full(here: &Tokens<'_>, name: &[Token], role: &[Token]) -> bool {
    let lexicon = here.lexicon();
    let capital = name.iter().all(|token| matches!(token.shape, Shape::Upper | Shape::Mark));
    let title = lexicon.title_phrases.at(name).is_some_and(|(len, _)| len < name.len());
    let first_name = name.first().is_some_and(|first| is_first_name(lexicon, first));
    let tells_role = || role.iter().any(|token| token.shape == Shape::Lower && lexicon.noun(token.word).is_some());
    let strange = || name.iter().all(|token| is_unknown(lexicon, token)) && tells_role();
    let named = name.len() == 2 && first_name && name.iter().all(Token::is_capitalised) && tells_role();
    named || capital && (title || name.len() > 1 && (first_name || strange()))
}

/// Whether a label is a place's, as that of a dateline: "LONDON: Some 40 boats sank".
fn is_place(here: &Tokens<'_>, name: &[Token]) -> bool {
    here.lexicon().place_names.at(name).is_some_and(|(len, _)| len == name.len())
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

/// Whether a label is one or two names or papers, perhaps behind a title: "Ruiz", "Ana Ruiz", "Dr. Ruiz".
fn is_short_name(lexicon: &Lexicon, name: &[Token]) -> bool {
    let title = lexicon.title_phrases.at(name).map_or(0, |(len, _)| len);
    let stop = usize::from(title > 0 && name.get(title).is_some_and(|token| token.letters == "."));
    let rest = name.get(title + stop..).filter(|rest| !rest.is_empty()).unwrap_or(name);
    rest.len() <= 2 && rest.iter().all(|token| is_name(lexicon, token))
}

/// Whether a word in a headline's label is a name or a paper.
fn is_name(lexicon: &Lexicon, token: &Token) -> bool {
    let unknown = token.is_word() && token.word == WordId::NONE;
    lexicon.is(token.word, List::Paper) || is_first_name(lexicon, token) || unknown
}

fn is_first_name(lexicon: &Lexicon, token: &Token) -> bool {
    lexicon.is_any(token.word, &[List::FirstNameHe, List::FirstNameShe])
}

fn is_unknown(lexicon: &Lexicon, token: &Token) -> bool {
    lexicon.noun(token.word).is_none() && lexicon.verb(token.word).is_none() && lexicon.calendar(token.word).is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;

    #[test]
    fn labels_of_speakers() {
        for (text, expected) in [
            ("ANA RUIZ, harbour master: We lost 40.", "ANA RUIZ < : > We lost 40."),
            ("COLONEL VORA INSKEL, army engineers: We lost 40.", "COLONEL VORA INSKEL < : > We lost 40."),
            ("VORA INSKEL, Harbour Board crews: We lost 40.", "VORA INSKEL < : > We lost 40."),
            ("Ana Ruiz, harbour master: We lost 40.", "Ana Ruiz < : > We lost 40."),
            ("Dr. Inskel: We lost 40.", "Dr. Inskel < : > We lost 40."),
            ("Two came, Ana Ruiz among them: 40 boats sank.", ""),
            ("RUIZ (by telephone): We lost 40.", "RUIZ < : > We lost 40."),
            ("LORVIK BAY, Arland: Some 40 sank.", ""),
            ("LONDON: Some 40 sank.", ""),
            ("Q: Is it true that 40 sank?", ""),
            ("A: We lost 40.", ""),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
