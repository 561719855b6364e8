//! Dates that stand near a figure and are of something else: of an aside, a record, or what begins then.

use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// Whether a date ends an aside on somebody or something that the figure has no part in: "Velmar, founded in 1951,",
/// "the fund, which bought it in 2019,".
pub(super) fn is_of_aside(sentence: Tokens<'_>, date: &Dated, figure: &Range<usize>) -> bool {
    const FAR: usize = 10;
    let closed = sentence.from(date.tokens.end).letters() == "," || date.tokens.end == sentence.rest().len();
    let mut before = (date.tokens.start.saturating_sub(FAR)..date.tokens.start).rev();
    let Some(opened) = before.find(|&at| sentence.from(at).letters() == ",") else { return false };
    let founded = is_of_foundation(sentence, date, opened);
    let aside = || closed && figure.start >= date.tokens.end && tells_more(sentence.from(opened + 1));
    founded || aside()
}

/// Whether a clause about the words before it begins here: "which bought", "due in", "born in".
fn tells_more(aside: Tokens<'_>) -> bool {
    let letters = aside.letters();
    matches!(letters, "which" | "who" | "whose" | "where" | "due" | "built" | "born")
}

/// Whether a date belongs to a clause about the subject: "A fire that broke out on Friday has burnt 40 houses".
pub(super) fn is_in_relative(sentence: Tokens<'_>, date: &Dated) -> bool {
    /// How far in front of the date the clause may begin, in tokens.
    const FAR: usize = 6;
    let relative = |token: &Token| matches!(token.letters, "that" | "who" | "which");
    sentence.rest()[date.tokens.start.saturating_sub(FAR)..date.tokens.start].iter().any(relative)
}

/// `jobs will go under the plan announced this week`: when somebody came out with a plan is not when it takes effect.
pub(super) fn is_of_plan(sentence: Tokens<'_>, date: &Dated, figure: &Range<usize>) -> bool {
    const BROUGHT: [&str; 9] =
        ["announced", "unveiled", "agreed", "proposed", "presented", "outlined", "adopted", "signed", "published"];
    const PLANS: [&str; 12] = [
        "plan",
        "plans",
        "scheme",
        "deal",
        "agreement",
        "programme",
        "program",
        "proposal",
        "proposals",
        "package",
        "restructuring",
        "overhaul",
    ];
    let joint = date.tokens.start.checked_sub(1).filter(|&at| matches!(sentence.from(at).letters(), "on" | "in"));
    let verb = joint.unwrap_or(date.tokens.start).checked_sub(1).map(|at| sentence.from(at));
    verb.filter(|verb| BROUGHT.contains(&verb.letters())).is_some_and(|verb| {
        let plan = verb.back(1).is_some_and(|plan| PLANS.contains(&plan.letters));
        plan && !figure.contains(&(verb.at() - 1))
    })
}

/// `, founded in 1951`
fn is_of_foundation(sentence: Tokens<'_>, date: &Dated, opened: usize) -> bool {
    const FOUNDED: [&str; 8] =
        ["founded", "established", "incorporated", "formed", "created", "built", "born", "launched"];
    let verb = sentence.from(opened + 1);
    let joint = usize::from(matches!(verb.letters_at(1), "in" | "on"));
    FOUNDED.contains(&verb.letters()) && verb.at() + 1 + joint == date.tokens.start
}

/// `Barracks for 900 open in May`, `Work starts in May and will cost $40m`: in May something begins or ends, and what it
/// costs or holds is of no time. Of the past, "40 shops closed in May" counts what happened then.
pub(super) fn is_of_beginning(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Dated, ahead: bool) -> bool {
    #[rustfmt::skip]
    const BEGINS: [&str; 11] = [
        "open", "reopen", "start", "begin", "resume", "return", "close", "shut", "expire", "mature", "due",
    ];
    let letters = |at: usize| sentence.from(at).letters();
    let Some(joint) = date.tokens.start.checked_sub(1) else { return false };
    let placed = matches!(letters(joint), "in" | "on" | "at" | "from" | "by");
    let Some(verb) = sentence.rest().get(..joint + usize::from(!placed)).and_then(<[Token]>::last) else {
        return false;
    };
    let lemma = sentence.lexicon().verb(verb.word).unwrap_or(verb.letters);
    if !BEGINS.contains(&lemma) {
        return false;
    }
    let between = date.tokens.end..phrase.start;
    let within = phrase.start.checked_sub(1).is_some_and(|at| matches!(letters(at), "for" | "with" | "of"));
    ahead || within || (!between.is_empty() && !between.into_iter().any(|at| letters(at) == ","))
}

/// `It has 400 beds and on Friday took in 300`: behind the "and" another statement begins with its date.
pub(super) fn opens_next_statement(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Dated) -> bool {
    let leads = |at: &usize| {
        let here = sentence.from(*at);
        here.is(List::Preposition) || here.is(List::Determiner) || here.letters() == ","
    };
    let first = (phrase.end..date.tokens.start).rev().take_while(leads).last().unwrap_or(date.tokens.start);
    let joined = first > phrase.end && matches!(sentence.from(first - 1).letters(), "and" | "but");
    let behind = sentence.from(date.tokens.end);
    let goes_on =
        || behind.is(List::Auxiliary) || behind.peek().is_some_and(|next| behind.lexicon().verb(next.word).is_some());
    joined && goes_on() || is_of_next_plan(sentence, phrase.end..date.tokens.start)
}

/// `won 400 votes and will take office in June`: behind the "and" stands what is still to come, and its date.
pub(super) fn is_of_next_plan(sentence: Tokens<'_>, mut between: Range<usize>) -> bool {
    const AHEAD: [&str; 8] = ["will", "would", "expects", "plans", "hopes", "aims", "intends", "wants"];
    between.any(|at| {
        let (next, then) = (sentence.letters_at(at + 1), sentence.letters_at(at + 2));
        let due = matches!(next, "is" | "are" | "was" | "were" | "has" | "have") && matches!(then, "to" | "due");
        matches!(sentence.letters_at(at), "and" | "but") && (AHEAD.contains(&next) || due)
    })
}

/// Whether a date tells how far back a record reaches: "the lowest since August 2022".
pub(super) fn is_of_record(sentence: Tokens<'_>, date: &Dated) -> bool {
    const FAR: usize = 5;
    let superlative = |token: &Token| {
        let letters = token.letters;
        token.shape == Shape::Lower && letters.ends_with("est") && sentence.lexicon().noun(token.word).is_none()
    };
    let since = sentence.from(date.tokens.start).letters() == "since";
    since && sentence.rest()[date.tokens.start.saturating_sub(FAR)..date.tokens.start].iter().any(superlative)
}

/// `A ferry that sank with 40 aboard was raised on Friday`: the date stands with the main verb, the figure in a clause
/// about its subject.
pub(super) fn is_of_main_verb(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Dated) -> bool {
    let lexicon = sentence.lexicon();
    let be = |at: usize| matches!(sentence.from(at).letters(), "was" | "were" | "is" | "are");
    let noun = |token: &Token| lexicon.noun(token.word).is_some() && !lexicon.cue_phrases.begin_with(token.word);
    let relative = |at: &usize| {
        let here = sentence.from(*at);
        matches!(here.letters(), "that" | "who" | "which") && here.back(1).is_some_and(noun)
    };
    let verb = |at: usize| sentence.nth(at).is_some_and(|token| lexicon.verb(token.word).is_some());
    let clause = (1..phrase.start).rev().find(relative);
    (phrase.end..date.tokens.start).any(be) && clause.is_some_and(|opens| (opens..phrase.start).any(verb))
}
