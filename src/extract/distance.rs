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
        (behind_aside(sentence, date.tokens.end, cues).min(phrase.start), phrase.start)
    } else {
        (phrase.end, date.tokens.start)
    };
    let between = sentence.rest().get(first..second).unwrap_or_default();
    let marks = between.iter().filter(|token| matches!(token.letters, "," | ";" | "(" | ")")).count();
    between.len() + marks * MARK + usize::from(ahead && is_taken(sentence, date)) * TAKEN
}

/// Where a clause goes on behind its date, past what stands between commas there: "In 2019, when the mill burned, it lost
/// 40 carts", "In May, the court found, they sold 40".
fn behind_aside(sentence: Tokens<'_>, end: usize, cues: &[&AttributionPiece]) -> usize {
    const FAR: usize = 16;
    let comma = |at: usize| sentence.from(at).letters() == ",";
    let Some(closed) = (end + 2..end + FAR).find(|&at| comma(at)).filter(|_| comma(end)) else { return end };
    let spoken = || cues.iter().any(|piece| piece.party.start == end + 1 && piece.cue.end == closed);
    if sentence.from(end + 1).letters() == "when" || spoken() { closed + 1 } else { end }
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
            ("In 2019, a year in which the mill by the old river burned down, it had lost 400 carts.", "400 none"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }
}
