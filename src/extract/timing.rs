//! Which of a sentence's dates is when it was said, and which is what the figure covers.
//!
//! A date next to the cue ("said on Friday", "in February, when it said") is when it was said; any other date in the
//! figure's clause is the period that the figure covers.

use crate::claim::Timing;
use crate::grammar::AttributionPiece;
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::text::Shape;
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
    let own = resolved.filter(|date| date.tokens.start < phrase.end || !is_of_another(sentence, phrase, date));
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
    own.min_by_key(|date| distance(date)).filter(|date| distance(date) < 24)
}

/// Whether a date behind a figure is that of another which the figure is compared with: "61 percent, compared with 58
/// percent in 2020", "12 more than a year ago".
fn is_of_another(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Dated) -> bool {
    (phrase.end..date.tokens.start).any(|at| match sentence.from(at).letters() {
        "than" | "compared" | "against" | "versus" => true,
        "from" | "with" => {
            (1..3).any(|on| sentence.from(at + on).peek().is_some_and(|next| next.shape == Shape::Number))
        }
        _ => false,
    })
}
