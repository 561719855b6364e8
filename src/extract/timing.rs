//! Which of a sentence's dates is when it was said, and which is what the figure covers.
//!
//! A date next to the cue ("said on Friday", "in February, when it said") is when it was said; any other date in the
//! figure's clause is the period that the figure covers.

use crate::claim::Timing;
use crate::grammar::AttributionPiece;
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use std::ops::Range;

/// How far from the cue a date may stand to belong to it, in tokens ("on Friday" behind "said").
const REACH: usize = 3;

/// A date as a timing.
pub(super) const fn timing(date: &Dated) -> Timing {
    Timing { span: Some(date.span), start: date.start, end: date.end }
}

/// The date that belongs to an attribution's cue.
pub(super) fn said<'a>(piece: &AttributionPiece, dates: &'a [Dated]) -> Option<&'a Dated> {
    dates
        .iter()
        .filter(|date| date.start.is_some() || date.end.is_some())
        .find(|date| belongs_to_cue(piece, &date.tokens))
}

fn belongs_to_cue(piece: &AttributionPiece, date: &Range<usize>) -> bool {
    let behind = date.start >= piece.cue.end && date.start <= piece.cue.end + 1;
    let behind_party =
        date.start >= piece.party.end && date.start <= piece.party.end + 1 && piece.party.start >= piece.cue.end;
    let between = date.start >= piece.party.end && date.end <= piece.cue.start;
    let opens = date.end <= piece.party.start && piece.party.start - date.end <= REACH && !piece.covers(date.start);
    behind || behind_party || between || opens
}

/// The date that a figure covers: the nearest one in its clause that belongs to no cue.
pub(super) fn as_of<'a>(
    sentence: Tokens<'_>,
    phrase: &Range<usize>,
    dates: &'a [Dated],
    cues: &[&AttributionPiece],
) -> Option<&'a Dated> {
    let free = dates.iter().filter(|date| !cues.iter().any(|piece| belongs_to_cue(piece, &date.tokens)));
    let resolved = free.filter(|date| date.start.is_some() || date.end.is_some());
    let distance = |date: &Dated| {
        let (first, second) = if date.tokens.start >= phrase.end {
            (phrase.end, date.tokens.start)
        } else {
            (date.tokens.end, phrase.start)
        };
        let between = sentence.rest().get(first..second).unwrap_or_default();
        let marks = between.iter().filter(|token| matches!(token.text(sentence.text()), "," | ";" | "(" | ")")).count();
        between.len() + marks * 6
    };
    resolved.min_by_key(|date| distance(date)).filter(|date| distance(date) < 24)
}
