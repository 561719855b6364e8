//! How far an attribution reaches within its sentence.

use super::super::tokens::Tokens;
use super::quotation::is_quotation_mark;
use crate::lexicon::{List, Order};
use crate::text::Shape;
use std::ops::Range;

/// Everything before a place, up to a semicolon, which begins a new statement.
pub(super) fn before(here: &Tokens<'_>, end: usize) -> Range<usize> {
    let sentence = here.from(0);
    let tokens = &sentence.rest()[..end.min(sentence.rest().len())];
    let start = tokens.iter().rposition(|token| token.text(here.text()) == ";").map_or(0, |at| at + 1);
    start..end
}

/// Everything from a place on, up to a semicolon.
pub(super) fn after(here: &Tokens<'_>) -> Range<usize> {
    let stop = here.rest().iter().position(|token| token.text(here.text()) == ";");
    here.at()..stop.map_or(here.at() + here.rest().len(), |stop| here.at() + stop)
}

/// Whether what stands before a place is a statement that a comma or quotation mark closes.
pub(super) fn closes_content(here: &Tokens<'_>, start: usize) -> bool {
    let sentence = here.from(start);
    let mark = sentence
        .back(1)
        .is_some_and(|back| matches!(back.text(here.text()), "," | "”" | "\"" | "’" | "'" | "?" | "!" | "—" | "–"));
    mark && start >= 4 && has_verb(&here.from(0), start)
}

/// Where a statement goes on behind its party: a second half in quotation marks, "adding …", "and …", a new clause
/// behind a semicolon, or what only ends the sentence before the party: "…, the board said, up from 12".
pub(super) fn resumption(here: &Tokens<'_>) -> Range<usize> {
    const REACH: usize = 8;
    let opens = here.rest().iter().take(REACH).enumerate().find_map(|(ahead, token)| {
        let place = here.from(here.at() + ahead);
        match token.text(here.text()) {
            "adding" | "and" | "but" => Some(place.at()),
            ";" => Some(place.at() + 1),
            "," if goes_on(&here.from(place.at() + 1)) => Some(place.at()),
            _ if is_quotation_mark(&place) => Some(place.at()),
            _ => None,
        }
    });
    opens.map_or(0..0, |at| after(&here.from(at)))
}

/// Whether a phrase behind the party belongs to the statement before it: a comparison, a part, another figure.
fn goes_on(here: &Tokens<'_>) -> bool {
    const COMPARING: [&str; 20] = [
        "up",
        "down",
        "against",
        "compared",
        "versus",
        "or",
        "including",
        "among",
        "more",
        "less",
        "fewer",
        "about",
        "roughly",
        "nearly",
        "almost",
        "half",
        "around",
        "making",
        "bringing",
        "with",
    ];
    let partitive = here.letters() == "of" && matches!(here.letters_at(1), "whom" | "which" | "them" | "these");
    let change = matches!(here.letters(), "a" | "an")
        && here.nth(1).is_some_and(|next| here.lexicon().is_any(next.word, &[List::Rise, List::Fall]));
    let figure = here.peek().is_some_and(|token| token.shape == Shape::Number) && here.letters_at(1) != ",";
    COMPARING.contains(&here.letters()) || partitive || change || figure
}

/// Whether party and cue stand between two commas within their statement: "In the gale, Ana Ruiz said, 40 boats sank".
pub(super) fn is_parenthesis(here: &Tokens<'_>, start: usize, after: &Tokens<'_>) -> bool {
    let comma = here.from(start).back(1).is_some_and(|back| back.text(here.text()) == ",");
    comma && after.letters() == ","
}

/// Whether a quotation follows a cue.
pub(super) fn has_quotation(after: &Tokens<'_>) -> bool {
    after
        .rest()
        .iter()
        .enumerate()
        .any(|(ahead, token)| token.shape == Shape::Mark && is_quotation_mark(&after.from(after.at() + ahead)))
}

/// Whether a stretch of the sentence holds a clause or a quotation.
pub(super) fn is_clause(here: &Tokens<'_>, range: &Range<usize>) -> bool {
    range.len() > 2 && has_verb(&here.from(0), range.end)
}

fn has_verb(sentence: &Tokens<'_>, end: usize) -> bool {
    let lexicon = sentence.lexicon();
    let quoted = sentence.rest()[..end].iter().any(|token| matches!(token.text(sentence.text()), "“" | "”" | "\""));
    quoted
        || sentence.rest()[..end]
            .iter()
            .any(|token| lexicon.is(token.word, List::Auxiliary) || lexicon.verb(token.word).is_some())
}

/// Whether nothing follows a cue but the sentence's end, a date, a place, or a new clause behind a comma.
pub(super) fn is_tail(after: &Tokens<'_>, dates: &[Range<usize>]) -> bool {
    let lexicon = after.lexicon();
    let Some(next) = after.peek() else { return true };
    let dated = dates.iter().any(|range| range.start == after.at() || range.start == after.at() + 1);
    let mark = next.shape == Shape::Mark && !matches!(next.text(after.text()), "“" | "\"" | "$" | "£" | "€" | "-");
    mark || dated
        || lexicon.is_any(next.word, &[List::Preposition])
        || matches!(next.text(after.text()), "as" | "while" | "when")
}

/// Whether a clause or a quotation follows a cue: a verb, "that", an opening quotation mark or a colon.
pub(super) fn has_clause(after: &Tokens<'_>) -> bool {
    let lexicon = after.lexicon();
    let opens = |letters: &str| matches!(letters, "that" | "“" | "\"" | ":" | "‘");
    after.rest().iter().enumerate().any(|(ahead, token)| {
        let letters = token.text(after.text());
        let here = after.from(after.at() + ahead);
        let cue = here
            .lexicon()
            .cue_phrases
            .at(here.text(), here.rest())
            .is_some_and(|(_, &entry)| here.lexicon().cues()[entry].order == Order::Verb);
        opens(letters) || lexicon.is(token.word, List::Auxiliary) || lexicon.verb(token.word).is_some() || cue
    })
}
