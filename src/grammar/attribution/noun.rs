//! Attributions by a noun: "the board's estimate", "figures from the board", "in a poll".

use super::super::tokens::Tokens;
use super::{Found, party, scope, speaker};
use crate::lexicon::{List, Order};
use crate::text::{Shape, Token};
use std::ops::Range;

/// `"in" party ","` at the start of a sentence, where the party is a paper: "In a poll released Monday, 40 % …".
pub(super) fn in_paper(here: &Tokens<'_>, cue: &Range<usize>) -> Found {
    let sentence = here.from(0);
    let opens = ["in", "on"].iter().any(|word| sentence.letters().eq_ignore_ascii_case(word));
    let comma = here.rest().iter().take(8).position(|token| token.letters == ",")?;
    let near = opens
        && cue.start <= 9
        && sentence.rest()[..cue.start].iter().all(|token| token.is_word() || matches!(token.letters, "-" | "/"));
    let end = here.at() + comma;
    near.then(|| (1..end, vec![scope::after(&here.from(end))]))
}

/// `party "'s" noun_cue …`, `noun_cue ("from" | "by") party …`, `"by" party "'s" noun_cue …`
pub(super) fn noun(here: &Tokens<'_>, cue: &Range<usize>) -> Found {
    let after = here.from(cue.end);
    // "The National Audit Office", "Ostra Research": a word of a name is no paper either.
    let capital = |token: Option<&Token>| token.is_some_and(Token::is_capitalised);
    if cue.start > 0 && capital(here.peek()) && (capital(after.peek()) || capital(here.back(1))) {
        return None;
    }
    // "The budget office", "poll workers": the first half of a compound is no paper.
    if after.peek().is_some_and(|next| {
        next.shape == Shape::Lower
            && here.lexicon().noun(next.word).is_some()
            && here.lexicon().verb(next.word).is_none()
    }) {
        return None;
    }
    let from = ["from", "by"].iter().any(|word| after.letters().eq_ignore_ascii_case(word));
    // "The toll from the storm": what took the lives gives no count of them.
    if from && here.letters() == "toll" {
        return None;
    }
    if from {
        let party = party::party_after(&here.from(cue.end + 1));
        let behind = here.from(party.end);
        // "Some 40 sank, figures from the board showed": nothing follows the verb.
        let closes = scope::closes_content(here, cue.start) && finds(&behind);
        if closes && scope::is_tail(&behind.from(behind.at() + 1), &[]) && speaker::can_speak(here, &party) {
            return Some((party, vec![scope::before(here, cue.start)]));
        }
        let subject = cue.start <= 3 || shows(&behind);
        return (!party.is_empty() && subject && speaker::can_speak(here, &party))
            .then(|| (party.clone(), vec![scope::after(&behind)]));
    }
    if let Some(owner) = alters(here, cue.start, &after) {
        return Some((owner, vec![scope::after(&after)]));
    }
    let party = party::possessor_before(here, cue.start)?;
    // "The ministry's toll" is its count; "the fire's death toll", "Gaza's toll" only tell where.
    if here.letters() == "toll" && party.end <= cue.start && !speaker::names_body(here, &party) {
        return None;
    }
    if let Some(owner) = turns(here, &party, &after) {
        return Some((owner, vec![scope::after(&after)]));
    }
    if let Some(outlook) = outlook(here, &party, &after) {
        return Some((party, vec![outlook]));
    }
    // "Norda, quoting police figures, said": whose they are, the word before them tells.
    if matches!(here.from(party.start).letters(), "citing" | "quoting") {
        return None;
    }
    // "By the board's count", "in Ana Ruiz's view".
    let governed = here.from(party.start).back(1).map(|back| back.letters);
    // "Norda, in a filing on Monday, said".
    let aside = governed == Some("in") && here.from(party.start).back(2).is_some_and(|back| back.letters == ",");
    let view = matches!(here.letters(), "view" | "opinion" | "telling" | "words");
    let heads: &[&str] = if view { &["in"] } else { &["by", "on"] };
    let by = governed.is_some_and(|word| heads.iter().any(|head| word.eq_ignore_ascii_case(head)));
    // "The board stood by its own figure" tells none.
    let told = || scope::has_figure_before(&here.from(0), party.start) || scope::has_figure(&after);
    if aside && party.end > cue.start || by && !view && !told() || view && !by {
        return None;
    }
    // "The board's estimate was 40" has somebody who estimates; "the estimate was 40" has nobody.
    let owned = party.end <= cue.start;
    // "In other words" are nobody's.
    if view && !owned {
        return None;
    }
    if !owned && here.from(party.start).back(1).is_some_and(|back| here.lexicon().is(back.word, List::Auxiliary)) {
        return None;
    }
    let closes = by || scope::closes_content(here, party.start);
    let said = scope::before(here, if closes { party.start - usize::from(by) } else { 0 });
    // "The register has 40 names" tells what it holds, and not what somebody found.
    let holds = matches!(here.letters(), "register" | "records" | "database" | "log" | "logbook");
    let told =
        || shows(&after) || scope::ranges(&after) || !matches!(here.letters(), "toll" | "index") && stands(&after);
    let paper = by || finds(&after) || (owned && !holds && told());
    paper.then(|| (party, vec![said, scope::after(&after)]))
}

/// `Velmar raised its forecast to 40 boats`: whoever keeps or changes a paper of its own tells what is in it.
fn turns(here: &Tokens<'_>, own: &Range<usize>, after: &Tokens<'_>) -> Option<Range<usize>> {
    const TURNED: [&str; 10] =
        ["kept", "raised", "lifted", "lowered", "cut", "trimmed", "maintained", "reaffirmed", "upgraded", "downgraded"];
    let verb = own.start.checked_sub(1)?;
    let pronoun = matches!(here.from(own.start).letters(), "its" | "their" | "his" | "her");
    let goes_on = matches!(after.letters(), "of" | "to" | "for" | "at" | "from");
    let told = pronoun && goes_on && TURNED.contains(&here.from(verb).letters()) && scope::has_figure(after);
    told.then(|| party::party_before(here, verb, &[]))?.filter(|party| speaker::can_speak(here, party))
}

/// `above the board's forecast of 40, and …`: what somebody looks forward to, up to the comma.
fn outlook(here: &Tokens<'_>, owner: &Range<usize>, after: &Tokens<'_>) -> Option<Range<usize>> {
    const REACH: usize = 6;
    const OUTLOOKS: [&str; 5] = ["forecast", "estimate", "expectation", "prediction", "projection"];
    let held = owner.end <= here.at() && OUTLOOKS.contains(&here.letters().trim_end_matches('s'));
    let figure = after.letters() == "of" && scope::has_figure_before(after, REACH);
    let told = scope::after(after);
    let comma = told.clone().find(|&at| matches!(here.from(at).letters(), "," | "and"));
    (held && figure).then(|| told.start..comma.unwrap_or(told.end))
}

/// `The ministry raised the death toll to 40`, `The ministry revised the count down to 40`: whoever alters a count tells it.
fn alters(here: &Tokens<'_>, noun: usize, after: &Tokens<'_>) -> Option<Range<usize>> {
    const REACH: usize = 4;
    const ALTERED: [&str; 6] = ["raised", "revised", "lowered", "updated", "corrected", "reduced"];
    let goes_on = after.letters() == "to" || matches!(after.letters(), "up" | "down" | "upwards" | "downwards");
    let count = matches!(here.letters(), "toll" | "count" | "tally" | "figure" | "estimate") && goes_on;
    let near = noun.saturating_sub(REACH)..noun.saturating_sub(1);
    let verb = near.rev().filter(|_| count).find(|&at| ALTERED.contains(&here.from(at).letters()))?;
    let the = here.from(verb + 1).letters() == "the" && scope::has_figure(after);
    the.then(|| party::party_before(here, verb, &[]))?.filter(|party| speaker::names_body(here, party))
}

/// Whether a verb that shows something comes next, or one that only is or has, or a colon.
fn shows(after: &Tokens<'_>) -> bool {
    let verbs = after
        .rest()
        .iter()
        .take(4)
        .any(|token| matches!(token.letters, ":" | "is" | "was" | "are" | "were" | "has" | "had" | "would"));
    verbs || finds(after)
}

/// Whether a count stands at or has come to a figure: "stands at 40", "has risen to 40".
fn stands(after: &Tokens<'_>) -> bool {
    const NEAR: usize = 3;
    let verb = |at: usize| {
        let here = after.from(after.at() + at);
        let stood = matches!(here.letters(), "stands" | "stood" | "remained" | "remains") && here.letters_at(1) == "at";
        let came = matches!(here.letters(), "came" | "comes" | "runs" | "ran" | "rose" | "risen" | "grown" | "climbed");
        stood || (came && here.letters_at(1) == "to")
    };
    (0..NEAR).any(verb)
}

/// Whether a verb that shows something comes next: "show", "put", "suggest".
fn finds(after: &Tokens<'_>) -> bool {
    let near = after.rest().iter().take(4).take_while(|token| !after.lexicon().is(token.word, List::Conjunction));
    let mut near = near.enumerate();
    near.any(|(ahead, _)| {
        let here = after.from(after.at() + ahead);
        // "40 names" are counted.
        let counted = here.back(1).is_some_and(|back| back.shape == Shape::Number);
        let mut cues = here.lexicon().cue_phrases.all_at(here.rest());
        !counted && cues.any(|(_, &entry)| here.lexicon().cues()[entry].order == Order::Verb)
    })
}
