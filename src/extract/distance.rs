//! How far from a figure a date stands, in tokens: a mark counts as several, and what stands between two commas behind the
//! date of a clause for nothing.

use crate::grammar::date::Dated;
use crate::grammar::{AttributionPiece, Tokens};
use crate::text::Shape;
use std::ops::Range;

/// As how many tokens a mark counts.
const MARK: usize = 6;

/// How much farther a date counts that has a figure of its own so many tokens before it.
const TAKEN: usize = 4;
const TAKEN_REACH: usize = 4;

/// The distance of a date from a figure with its noun phrase, in a sentence with these attributions.
pub(super) fn distance(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Dated, cues: &[&AttributionPiece]) -> usize {
    let ahead = date.tokens.start < phrase.end;
    let (first, second) = if ahead {
        (behind_aside(sentence, date.tokens.end).min(phrase.start), phrase.start)
    } else {
        (phrase.end, date.tokens.start)
    };
    let between = sentence.rest().get(first..second).unwrap_or_default();
    let marks = between.iter().filter(|token| matches!(token.letters, "," | ";" | "(" | ")")).count();
    // "At the end of May it had 40, it said, while the yard held 30".
    let asides =
        cues.iter().filter_map(|piece| aside(sentence, piece)).filter(|one| first <= one.start && one.end < second);
    let passed: usize = asides.map(|one| one.len() + 2 * MARK).sum();
    between.len() + marks * MARK - passed + usize::from(ahead && is_taken(sentence, date)) * TAKEN
}

/// Where a clause goes on behind its date, past what stands between commas there: "In 2019, when the mill burned, it lost
/// 40 carts".
fn behind_aside(sentence: Tokens<'_>, end: usize) -> usize {
    const FAR: usize = 16;
    let comma = |at: usize| sentence.from(at).letters() == ",";
    let Some(closed) = (end + 2..end + FAR).find(|&at| comma(at)).filter(|_| comma(end)) else { return end };
    if sentence.from(end + 1).letters() == "when" { closed + 1 } else { end }
}

/// Who says it, with the commas on both sides: "In May, the court found, they sold 40".
fn aside(sentence: Tokens<'_>, piece: &AttributionPiece) -> Option<Range<usize>> {
    let comma = |at: usize| sentence.from(at).letters() == ",";
    let (first, end) = (piece.party.start.min(piece.cue.start), piece.party.end.max(piece.cue.end));
    first.checked_sub(1).filter(|&open| comma(open) && comma(end)).map(|open| open..end + 1)
}

/// Whether a figure stands just in front of a date: "40 in 2024 and 60 a year by 2030".
fn is_taken(sentence: Tokens<'_>, date: &Dated) -> bool {
    let before = sentence.from(date.tokens.start).before();
    before.iter().rev().take(TAKEN_REACH).any(|token| token.shape == Shape::Number)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn what_stands_between_commas_behind_a_date_parts_nothing() {
        for (text, expected) in [
            (
                "In 2019, when the mill by the old river burned down, the loss was 400 carts.",
                "400 2019-01-01/2019-12-31",
            ),
            (
                "In January, the court in Port Lune found, they sold 400 stolen cars in runs with 60 boys.",
                "400 2025-01-01/2025-01-31; 60 2025-01-01/2025-01-31",
            ),
            (
                "At the end of January the fund had 400 boats, it said, while the yard at Port Lune held 300.",
                "400 2025-01-31; 300 2025-01-31",
            ),
            ("In 2019, a year in which the mill by the old river burned down, it had lost 400 carts.", "400 none"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }
}
