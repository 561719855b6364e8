//! How far an attribution reaches within its sentence.

use super::super::tokens::Tokens;
use super::quotation::is_quotation_mark;
use crate::lexicon::{List, Order};
use crate::text::{Shape, Token};
use std::ops::Range;

/// Everything before a place, up to a semicolon, which begins a new statement unless "and" behind it ends a list:
/// "One boat was lost on Monday; two on Friday; and nine on Sunday, the board said".
pub(super) fn before(here: &Tokens<'_>, end: usize) -> Range<usize> {
    let sentence = here.from(0);
    let tokens = &sentence.rest()[..end.min(sentence.rest().len())];
    let start = tokens.iter().rposition(|token| token.letters == ";").map_or(0, |at| at + 1);
    let says = |token: &Token| matches!(token.letters, "said" | "says" | "according");
    let list = start > 0 && sentence.from(start).letters() == "and" && !tokens[..start].iter().any(says);
    if list { 0..end } else { start..end }
}

/// Everything from a place on, up to a semicolon, "while" or "but" behind which somebody else speaks: "Police said 40 came
/// while the union put it at 90".
pub(super) fn after(here: &Tokens<'_>) -> Range<usize> {
    const SUBJECT: usize = 5;
    let stop = here.rest().iter().position(|token| token.letters == ";").map(|stop| here.at() + stop);
    let end = here.at() + here.rest().len();
    let end = stop.filter(|&stop| holds_cue(&here.from(stop), end)).unwrap_or(end);
    // "For a while".
    let contrasts = |at: &usize| {
        let place = here.from(*at);
        matches!(place.letters(), "while" | "whereas" | "but") && place.back(1).is_none_or(|back| back.letters != "a")
    };
    let contrast = (here.at() + 1..end).find(contrasts).filter(|&at| says(&here.from(at + 1), SUBJECT));
    here.at()..contrast.unwrap_or(end)
}

/// Whether somebody says something at the start of a clause, whose subject has few words.
fn says(clause: &Tokens<'_>, subject: usize) -> bool {
    let near = (clause.at() + 1..=clause.at() + subject).map(|at| clause.from(at));
    let verb = |place: &Tokens<'_>| {
        let cue = place.lexicon().cue_phrases.at(place.rest()).map(|(_, &entry)| &place.lexicon().cues()[entry]);
        cue.is_some_and(|cue| cue.order == Order::Verb)
    };
    near.take_while(|place| place.letters() != ",").any(|place| verb(&place))
}

/// Whether a word that may attribute stands between a place and an end.
fn holds_cue(here: &Tokens<'_>, end: usize) -> bool {
    (here.at()..end).any(|at| {
        let place = here.from(at);
        place.lexicon().cue_phrases.at(place.rest()).is_some()
    })
}

/// Whether what stands before a place is a statement that a comma or quotation mark closes.
pub(super) fn closes_content(here: &Tokens<'_>, start: usize) -> bool {
    let sentence = here.from(start);
    let mark = sentence
        .back(1)
        .is_some_and(|back| matches!(back.letters, "," | "”" | "\"" | "’" | "'" | "?" | "!" | "—" | "–"));
    mark && start >= 4 && has_verb(&here.from(0), start)
}

/// What a clause with "that" or "which" in front of a party tells of, where nothing follows the cue but a date or a
/// place: "the 40 boats that the board counted in May", "the crowd which police put at 40".
pub(super) fn relative_object(
    here: &Tokens<'_>,
    start: usize,
    after: &Tokens<'_>,
    dates: &[Range<usize>],
) -> Option<Range<usize>> {
    const REACH: usize = 8;
    let pronoun = here.from(start.checked_sub(1)?);
    if !matches!(pronoun.letters(), "that" | "which") || !(is_tail(after, dates) || after.is(List::Preposition)) {
        return None;
    }
    let end = pronoun.at() - usize::from(pronoun.back(1)?.letters == ",");
    let boundary = |at: usize| {
        let token = here.from(0).nth(at);
        token.is_some_and(|token| token.shape == Shape::Mark && !matches!(token.letters, "$" | "€" | "£" | "%"))
    };
    let from = (end.saturating_sub(REACH)..end).rev().take_while(|&at| !boundary(at)).last()?;
    let figure = has_figure_before(&here.from(from), end - from);
    let says = here.lexicon().cue_phrases.at(here.from(end - 1).rest()).is_some();
    let object = from..here.at() + here.rest().len().min(after.at() - here.at() + REACH);
    (figure && !says).then_some(object)
}

/// The figure and the party of `the 40 million | the board had estimated`, where nothing but a date or a place follows.
pub(super) fn reduced_object(
    here: &Tokens<'_>,
    phrase: &Range<usize>,
    after: &Tokens<'_>,
    dates: &[Range<usize>],
) -> Option<(Range<usize>, Range<usize>)> {
    let figure = here.from(phrase.start + 1);
    let number = figure.peek().is_some_and(|token| token.shape == Shape::Number);
    let the = here.from(phrase.start).letters().eq_ignore_ascii_case("the");
    let magnitude = || here.lexicon().magnitudes.at(here.from(figure.at() + 1).rest()).map_or(0, |(len, _)| len);
    let party = (the && number).then(|| figure.at() + 1 + magnitude())?;
    let whose = party < phrase.end && here.from(party).is(List::Determiner);
    let ends = is_tail(after, dates) || after.is(List::Preposition);
    (whose && ends).then_some((phrase.start..party, party..phrase.end))
}

/// Where a statement goes on behind its party: a second half in quotation marks, "adding …", "and …", a new clause
/// behind a semicolon in which nobody else may speak, or what only ends the sentence before the party: "…, the board said, up from 12".
pub(super) fn resumption(here: &Tokens<'_>) -> Range<usize> {
    const REACH: usize = 8;
    let sentence_end = here.at() + here.rest().len();
    let opens = here.rest().iter().take(REACH).enumerate().find_map(|(ahead, token)| {
        let place = here.from(here.at() + ahead);
        match token.letters {
            "adding" | "and" | "but" => Some(place.at()),
            ";" if holds_cue(&here.from(place.at() + 1), sentence_end) => Some(sentence_end),
            ";" => Some(place.at() + 1),
            "," if goes_on(&here.from(place.at() + 1)) => Some(place.at()),
            _ if is_quotation_mark(&place) => Some(place.at()),
            _ => None,
        }
    });
    opens.map_or(0..0, |at| after(&here.from(at)))
}

/// Past the one who is spoken to, and what a comma tells of them: from "that" or the quotation on, where one follows soon.
pub(super) fn behind_addressee<'a>(after: &Tokens<'a>) -> Tokens<'a> {
    const REACH: usize = 12;
    let places = || (after.at()..after.at() + REACH).map(|at| after.from(at));
    let opens = places().find(|here| matches!(here.letters(), "that" | ":" | ",") || is_quotation_mark(here));
    // "Told Ana Ruiz, 40, that 12 boats had sunk".
    let told_of = |comma: Tokens<'a>| {
        let closing = places().skip_while(|here| here.at() <= comma.at()).find(|here| here.letters() == ",");
        closing.map(|here| here.from(here.at() + 1)).filter(|that| that.letters() == "that")
    };
    let that = opens.filter(|opening| opening.letters() == ",").and_then(told_of);
    that.or(opens).unwrap_or(*after)
}

/// Past whom somebody cites between a verb and what it tells: "reported, citing the board, that 40 boats sank".
pub(super) fn behind_citation<'a>(after: &Tokens<'a>) -> Tokens<'a> {
    const REACH: usize = 16;
    let cites = after.letters() == "," && matches!(after.letters_at(1), "citing" | "quoting");
    let comma = (2..REACH).find(|&ahead| cites && after.letters_at(ahead) == ",");
    let behind = comma.map(|ahead| after.from(after.at() + ahead + 1));
    behind.filter(|behind| behind.letters() == "that" || is_quotation_mark(behind)).unwrap_or(*after)
}

/// Where a statement goes on behind its cue: as behind a party, and with whatever a comma adds to it but a clause of
/// the draft's own: "…, the board said, a loss of 12", not "…, the board said, as crews stood by".
pub(super) fn rest(here: &Tokens<'_>, dates: &[Range<usize>]) -> Range<usize> {
    const REACH: usize = 5;
    let near = |mark: &str| here.rest().iter().take(REACH).position(|token| token.letters == mark);
    let comma = near(",").filter(|_| near(";").is_none());
    let added = comma.map(|ahead| here.from(here.at() + ahead)).filter(|comma| {
        let next = comma.from(comma.at() + 1);
        let on_date = dates.iter().any(|range| range.contains(&next.at()));
        let clause = (next.is(List::Subordinator) && next.letters() != "because")
            || next.letters().ends_with("ing")
            || next.letters() == "even";
        !on_date && !clause && !is_span_of_time(&next)
    });
    added.map_or_else(|| resumption(here), |comma| after(&comma))
}

/// "Seven months before the vote": when it was said, not what.
fn is_span_of_time(here: &Tokens<'_>) -> bool {
    (1..3).any(|ahead| is_unit_of_time(here.letters_at(ahead)))
        && (1..5).any(|ahead| matches!(here.letters_at(ahead), "before" | "after" | "ahead"))
}

pub(super) fn is_unit_of_time(word: &str) -> bool {
    ["minute", "hour", "day", "week", "month", "year"].contains(&word.strip_suffix('s').unwrap_or(word))
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
    let equal = here.letters() == "which" && matches!(here.letters_at(1), "is" | "was" | "comes" | "makes" | "means");
    let partitive = here.letters() == "of" && matches!(here.letters_at(1), "whom" | "which" | "them" | "these");
    let change =
        matches!(here.letters(), "a" | "an") && here.nth(1).is_some_and(|next| here.lexicon().is_change(next.word));
    let figure = here.peek().is_some_and(|token| token.shape == Shape::Number) && here.letters_at(1) != ",";
    // "…, the board said, from nine ports".
    let placed = matches!(here.letters(), "from" | "across" | "at" | "between")
        && here.nth(1).is_some_and(|next| here.lexicon().numeral(next.word).is_some());
    COMPARING.contains(&here.letters()) || placed || equal || partitive || change || figure
}

/// Whether party and cue stand between two commas within their statement: "In the gale, Ana Ruiz said, 40 boats sank".
pub(super) fn is_parenthesis(here: &Tokens<'_>, start: usize, after: &Tokens<'_>) -> bool {
    let comma = here.from(start).back(1).is_some_and(|back| back.letters == ",");
    comma && after.letters() == ","
}

/// Whether a sentence opens with a clause that hangs on another still to come, and closes it with its first comma: "Since
/// it rained, Ana Ruiz said, 40 boats sank".
pub(super) fn is_subordinate(here: &Tokens<'_>, comma: usize) -> bool {
    let sentence = here.from(0);
    let first = sentence.rest().iter().position(|token| token.letters == ",");
    sentence.is(List::Subordinator) && first == Some(comma)
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
    let quoted = sentence.rest()[..end].iter().any(|token| matches!(token.letters, "“" | "”" | "\""));
    quoted
        // "State television, citing the army, said": the word for a state is none.
        || sentence.rest()[..end].iter().any(|token| {
            let verb = token.shape == Shape::Lower && lexicon.verb(token.word).is_some();
            verb || lexicon.is(token.word, List::Auxiliary)
        })
}

/// Past a clause that only tells of the party before it, up to the comma that closes it: ", which had asked for a count".
pub(super) fn behind_relative_clause<'a>(here: &Tokens<'a>) -> Tokens<'a> {
    let opens = here.letters() == "," && matches!(here.letters_at(1), "which" | "who" | "whose");
    let closes = |ahead: &usize| *ahead > 0 && here.letters_at(*ahead) == ",";
    let end = opens.then(|| (0..here.rest().len()).find(closes).unwrap_or(here.rest().len()));
    here.from(here.at() + end.unwrap_or(0))
}

/// Whether nothing follows a cue but the sentence's end, a date, a place, or a new clause behind a comma.
pub(super) fn is_tail(after: &Tokens<'_>, dates: &[Range<usize>]) -> bool {
    let lexicon = after.lexicon();
    let Some(next) = after.peek() else { return true };
    let date = dates.iter().find(|range| range.start == after.at() || range.start == after.at() + 1);
    // "After a meeting, the board said on Thursday that 40 boats sank": that is what it said, as in "found that Tuesday's
    // gale sank 40 boats".
    let told = |date: &Range<usize>| {
        let opens = next.letters == "that" && date.start > after.at();
        let closed = || after.from(date.end).peek().is_none_or(|behind| matches!(behind.letters, "," | "." | ";"));
        after.from(date.end).letters() == "that" || opens && !closed()
    };
    if date.is_some_and(told) {
        return false;
    }
    let mark = next.shape == Shape::Mark && !matches!(next.letters, "“" | "\"" | "$" | "£" | "€" | "-");
    mark || date.is_some()
        || (lexicon.is(next.word, List::Preposition) && !is_qualifier(after))
        || matches!(next.letters, "as" | "while" | "when" | "early" | "late")
        || is_span_of_time(after)
}

/// Whether a figure stands near behind a cue.
pub(super) fn has_figure(after: &Tokens<'_>) -> bool {
    const REACH: usize = 14;
    has_figure_before(after, REACH)
}

/// Whether one of the next tokens, as many as given, is a figure.
pub(super) fn has_figure_before(after: &Tokens<'_>, end: usize) -> bool {
    let mut near = after.rest().iter().take(end);
    near.any(|token| token.shape == Shape::Number || after.lexicon().numeral(token.word).is_some())
}

/// Whether a preposition qualifies a figure: "at least six", "over 40".
pub(super) fn is_qualifier(here: &Tokens<'_>) -> bool {
    let words = [here.letters_at(1), here.letters_at(2)];
    let figure = |ahead: usize| {
        let token = here.nth(ahead);
        token.is_some_and(|token| token.shape == Shape::Number || here.lexicon().numeral(token.word).is_some())
    };
    match here.letters() {
        "at" => matches!(words[0], "least" | "most") && figure(2),
        "over" | "under" | "about" | "around" | "between" => figure(1),
        "up" | "close" => words[0] == "to" && figure(2),
        _ => false,
    }
}

/// Whether a paper's figures range between two, some words behind it: "estimates of the losses range from 40 to 50".
pub(super) fn ranges(after: &Tokens<'_>) -> bool {
    const REACH: usize = 14;
    let mut near = after.rest().iter().take(REACH).take_while(|token| token.is_word());
    near.any(|token| matches!(token.letters, "range" | "ranges" | "ranged" | "vary" | "varies" | "varied"))
}

/// Whether a clause or a quotation follows a cue: a verb, "that", an opening quotation mark or a colon, or a pronoun with
/// a word behind it, whatever the verb.
pub(super) fn has_clause(after: &Tokens<'_>) -> bool {
    let lexicon = after.lexicon();
    let opens = |letters: &str| matches!(letters, "that" | "“" | "\"" | ":" | "‘");
    let subject = matches!(after.letters(), "it" | "he" | "she" | "they" | "we");
    if subject
        && after.nth(1).is_some_and(|verb| verb.shape == Shape::Lower && !lexicon.is(verb.word, List::Conjunction))
    {
        return true;
    }
    after.rest().iter().enumerate().any(|(ahead, token)| {
        let letters = token.letters;
        let here = after.from(after.at() + ahead);
        let cue = here
            .lexicon()
            .cue_phrases
            .at(here.rest())
            .is_some_and(|(_, &entry)| here.lexicon().cues()[entry].order == Order::Verb);
        opens(letters) || lexicon.is(token.word, List::Auxiliary) || lexicon.verb(token.word).is_some() || cue
    })
}
