//! What is told of a figure: who says so and when, of what time it is, and how it is put forward.
//!
//! What it counts is known by now, of all figures of the portion: the one needs other words, and other code, than the other.

use super::period::{self, Measured};
use super::said::{Attributed, Said};
use super::status;
use crate::claim::{Claim, Source, Status, Timing, Unit};
use crate::grammar::{AttributionPiece, QuantityPiece, Tokens};
use crate::text::Token;
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// The sentence that tells, and what stands around it.
pub(super) struct Telling<'s> {
    pub(super) said: &'s Said<'s>,
    /// Its attributions.
    pub(super) cues: &'s [&'s AttributionPiece],
    /// The attribution of the quotation that the sentence stands in.
    pub(super) quotation: Option<&'s Attributed>,
    /// The attribution that the sentence goes on with.
    pub(super) continued: Option<&'s Attributed>,
    /// The statement that the story opens with, while it lasts.
    pub(super) led: Option<&'s Attributed>,
    /// The body whose voice the draft's own is.
    pub(super) issuer: Option<&'s Arc<Source>>,
    pub(super) published: Option<Date>,
}

/// Adds to the claim of the quantity at `at` what its sentence tells of it.
pub(super) fn tell(claim: &mut Claim, around: &Telling<'_>, at: usize) {
    let (tokens, pieces) = (around.said.tokens, around.said.quantities);
    let (piece, phrase) = (&pieces[at], around.said.phrase(at));
    let accounts = |piece: &QuantityPiece| matches!(piece.unit.unit, Unit::Money(_) | Unit::Percent);
    let led = || around.led.filter(|led| pieces.iter().any(accounts) || is_statistical(&led.source));
    let speaker = speaker(around, piece.tokens.end - 1).or_else(led).filter(|_| !is_age(tokens, &piece.tokens));
    let stance = speaker.map(|attributed| &*tokens.lexicon().cues()[attributed.piece.cue_entry].stance);
    let measured =
        Measured { phrase: &phrase, number: &piece.tokens, unit: &claim.quantity.unit, stated: piece.stated };
    let as_of = period::as_of(tokens, &measured, &around.said.dates, around.cues, around.published);
    // What a body's own staff count, its paper says as the body's.
    let spoken = speaker.filter(|one| !(one.weak && !one.outside && around.issuer.is_some())).map(|one| &one.source);
    claim.source = spoken.or(around.issuer).cloned();
    claim.said = said(around, speaker);
    claim.as_of = as_of.or(claim.as_of);
    let former = at.checked_sub(1).map(|before| around.said.phrase(before));
    let first = former.filter(|former| status::is_again(tokens, former, &phrase));
    // Nobody denies or expects how old somebody is.
    let status = || status::status(tokens, &first.unwrap_or(phrase), stance);
    claim.status = if piece.age { Status::Asserted } else { status() };
}

/// Whether a body counts for a living: "the statistics office", "the State Statistical Agency".
fn is_statistical(source: &Source) -> bool {
    source.name.split(' ').any(|word| word.get(..9).is_some_and(|word| word.eq_ignore_ascii_case("statistic")))
}

/// Whether a figure is an age between commas behind a name, which whoever speaks of them does not state: "Ana Ruiz, 40,".
fn is_age(tokens: Tokens<'_>, figure: &Range<usize>) -> bool {
    let here = tokens.from(figure.start);
    let named = here.back(2).is_some_and(Token::is_capitalised);
    let comma = here.back(1).is_some_and(|back| back.letters == ",");
    let closed = matches!(tokens.from(figure.end).letters(), "," | ";" | "." | "");
    figure.len() == 1 && named && comma && closed && here.peek().is_some_and(|token| token.span.len() <= 2)
}

/// The attribution that a figure belongs to: of a figure in quotation marks, that of the quotation; else of those that
/// cover it, the innermost of a party that is no mere medium; else the one that the sentence goes on with.
fn speaker<'s>(around: &Telling<'s>, token: usize) -> Option<&'s Attributed> {
    let covering = |quoted: bool| {
        let covering = around.said.attributed.iter().filter(move |attributed| attributed.quoted == quoted);
        let covering = covering.filter(|attributed| attributed.piece.covers(token));
        covering.min_by_key(|attributed| (attributed.weak, attributed.party.medium, distance(&attributed.piece, token)))
    };
    if around.said.quoted.iter().any(|range| range.contains(&token)) {
        return covering(false).or(around.quotation).or_else(|| covering(true));
    }
    covering(false).or(around.continued)
}

/// How far a cue stands from a figure; one behind the figure counts as farther than any before it.
fn distance(piece: &AttributionPiece, token: usize) -> usize {
    if piece.cue.start <= token { token - piece.cue.start } else { 1000 + piece.cue.start - token }
}

/// When it was said: the date at the cue, else the draft's own.
fn said(around: &Telling<'_>, speaker: Option<&Attributed>) -> Option<Timing> {
    speaker.and_then(|attributed| attributed.said).or_else(|| around.published.map(Timing::day))
}
