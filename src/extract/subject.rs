//! What a sum, a share or a measure is of, where no noun follows it: the subject that it is said of.
//!
//! | text | subject |
//! |---|---|
//! | `Pre-tax profit for the year was £412 million` | Pre-tax profit |
//! | `a margin of 4.2 percent` | margin |
//! | `Revenue in the first half climbed 14 percent` | Revenue |

use crate::grammar::Tokens;
use crate::lexicon::{Lexicon, List};
use crate::text::{Shape, Token};
use std::ops::Range;

/// How far before a figure its subject may stand, in tokens.
const REACH: usize = 24;

/// The noun phrase that the figure at `figure` measures; empty where none is found.
pub(super) fn subject(sentence: Tokens<'_>, figure: usize) -> Range<usize> {
    of_noun(sentence, figure).or_else(|| of_clause(sentence, figure)).unwrap_or(figure..figure)
}

/// The noun that a figure without one counts: "put the number of passengers at 263", "the toll reached 40".
pub(super) fn counted(sentence: Tokens<'_>, figure: usize) -> Option<Range<usize>> {
    number_of(sentence, figure).or_else(|| joined(sentence, figure))
}

/// "the number of foreign miners in the valley at 1,800": what "number of" names in the figure's own clause.
fn number_of(sentence: Tokens<'_>, figure: usize) -> Option<Range<usize>> {
    let start = clause_start(sentence, figure);
    let number = (start..figure).rev().find(|&at| {
        let here = sentence.from(at);
        ["number", "total", "numbers"].contains(&here.letters()) && here.letters_at(1) == "of"
    })?;
    let phrase = super::noun::phrase_after(sentence.from(number + 1));
    (!phrase.is_empty() && phrase.end < figure).then_some(phrase)
}

/// The noun that "at", "to" or "reached" joins to the figure.
fn joined(sentence: Tokens<'_>, figure: usize) -> Option<Range<usize>> {
    const JOINTS: [&str; 8] = ["at", "to", "was", "is", "reached", "totalled", "hit", "of"];
    let joint = figure.checked_sub(1).filter(|&at| JOINTS.contains(&sentence.from(at).letters()))?;
    let mut end = joint;
    while end > 0 && (is_adverb(sentence, end - 1) || is_verb(sentence, end - 1)) {
        end -= 1;
    }
    noun_before(sentence, end)
}

/// The noun that an "of" joins to the figure: "a margin of 4.2 percent".
fn of_noun(sentence: Tokens<'_>, figure: usize) -> Option<Range<usize>> {
    let of = figure.checked_sub(1).filter(|&at| sentence.from(at).letters() == "of")?;
    noun_before(sentence, of)
}

/// The subject of the clause: the first noun phrase in front of its verb.
fn of_clause(sentence: Tokens<'_>, figure: usize) -> Option<Range<usize>> {
    let start = clause_start(sentence, figure);
    let verb = (start..figure).find(|&at| at > start && is_verb(sentence, at))?;
    let end = (start + 1..verb).find(|&at| is_preposition(sentence, at)).unwrap_or(verb);
    let end = (start..end).rev().find(|&at| !is_adverb(sentence, at)).map_or(end, |at| at + 1);
    noun_before(sentence, end).filter(|phrase| phrase.start >= start)
}

/// Where the clause of the figure begins: behind the nearest mark, "and", "but" or "that" before it.
fn clause_start(sentence: Tokens<'_>, figure: usize) -> usize {
    let lexicon = sentence.lexicon();
    let far = figure.saturating_sub(REACH);
    let boundary = |at: &usize| {
        let here = sentence.from(*at);
        let joins = ["and", "but", "while", "that"].contains(&here.letters());
        let mark = here.peek().is_some_and(|token| {
            token.shape == Shape::Mark && !token.glued || matches!(token.text(here.text()), "," | ";" | ":" | "—")
        });
        mark || joins || here.peek().is_some_and(|token| lexicon.is(token.word, List::Subordinator))
    };
    (far..figure).rev().find(boundary).map_or(far, |at| at + 1)
}

/// The noun phrase that ends at a place, without its article.
fn noun_before(sentence: Tokens<'_>, end: usize) -> Option<Range<usize>> {
    let lexicon = sentence.lexicon();
    let mut start = end;
    while start > 0 && end - start < 5 && is_inside(lexicon, sentence.from(start - 1)) {
        start -= 1;
    }
    let head = sentence.from(end.checked_sub(1)?).peek()?;
    (start < end && may_head(lexicon, head)).then_some(start..end)
}

fn may_head(lexicon: &Lexicon, token: &Token) -> bool {
    let noun = lexicon.noun(token.word).is_some() || lexicon.verb(token.word).is_none();
    token.is_word() && noun && !lexicon.is_any(token.word, &[List::Adverb, List::Adjective])
}

/// Whether the next token may stand inside a noun phrase.
fn is_inside(lexicon: &Lexicon, here: Tokens<'_>) -> bool {
    const FRAME: [List; 10] = [
        List::Determiner,
        List::Preposition,
        List::Conjunction,
        List::Subordinator,
        List::Auxiliary,
        List::Pronoun,
        List::PronounHe,
        List::PronounShe,
        List::PronounIt,
        List::PronounThey,
    ];
    here.peek().is_some_and(|token| match token.shape {
        Shape::Mark => token.glued && here.letters() == "-",
        Shape::Number | Shape::Link | Shape::Possessive => false,
        _ => !lexicon.is_any(token.word, &FRAME) && lexicon.numeral(token.word).is_none(),
    })
}

fn is_verb(sentence: Tokens<'_>, at: usize) -> bool {
    let lexicon = sentence.lexicon();
    let here = sentence.from(at);
    here.peek().is_some_and(|token| {
        let verb = lexicon.verb(token.word).is_some() && lexicon.noun(token.word).is_none() && !token.glued;
        token.shape == Shape::Lower && (verb || lexicon.is_any(token.word, &[List::Auxiliary, List::Rise, List::Fall]))
    })
}

fn is_preposition(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.from(at).is(List::Preposition)
}

fn is_adverb(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.from(at).is(List::Adverb)
}

#[cfg(test)]
mod tests {
    use super::subject;
    use crate::extract::noun;
    use crate::grammar::Tokens;
    use crate::grammar::testing::LEXICON;
    use crate::text::Span;

    #[test]
    fn what_a_measure_is_of() {
        for (text, expected) in [
            ("Pre-tax profit for the year was £412 million", "Pre-tax profit"),
            ("It had a margin of 4.2 percent", "margin"),
            ("Revenue in the first half climbed 14 percent", "Revenue"),
            ("Prices fell, and the average wage rose by 3 percent", "average wage"),
            ("They rose 5 percent", "none"),
        ] {
            let mut tokens = Vec::new();
            LEXICON.tokenize(text, Span::new(0, text.len()), &mut tokens);
            let sentence = Tokens::new(text, &LEXICON, &tokens);
            let (found, _) = crate::grammar::quantities(sentence, &[]);
            let figure = found.last().map_or(0, |piece| piece.tokens.start);
            let noun = noun::noun(sentence, subject(sentence, figure));
            assert_eq!(noun.map_or_else(|| "none".to_owned(), |noun| noun.text), expected, "{text}");
        }
    }
}
