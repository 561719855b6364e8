//! Which tokens of a sentence stand inside quotation marks.
//!
//! Curly marks say whether they open or close; a straight `"` and a doubled `''` do either, in turn.

use super::super::tokens::Tokens;
use crate::lexicon::Starts;
use crate::text::Shape;
use std::ops::Range;

/// The quoted stretches of a sentence, ascending, without their marks, and whether a quotation is open at its end.
/// `inside` tells whether one is open at its start.
pub fn quotations(sentence: Tokens<'_>, inside: bool) -> (Vec<Range<usize>>, bool) {
    let mut found = Vec::new();
    let mut open = inside.then_some(0);
    let mut at = 0;
    while let Some(here) = sentence.from(at).next(Starts::QUOTATION) {
        at = here.at();
        let Some((mark, len)) = mark(&here) else {
            at += 1;
            continue;
        };
        match (open, mark) {
            (None, Mark::Open | Mark::Either) => open = Some(at + len),
            (Some(start), Mark::Close | Mark::Either) => {
                found.push(start..at);
                open = None;
            }
            _ => {}
        }
        at += len;
    }
    found.extend(open.map(|start| start..sentence.rest().len()));
    found.retain(|range| !range.is_empty());
    (found, open.is_some())
}

/// Whether a quotation mark of any kind stands at a place.
pub(super) fn is_quotation_mark(here: &Tokens<'_>) -> bool {
    mark(here).is_some()
}

#[derive(Clone, Copy)]
enum Mark {
    Open,
    Close,
    Either,
}

/// The quotation mark at a place, and how many tokens it takes.
fn mark(here: &Tokens<'_>) -> Option<(Mark, usize)> {
    let token = here.peek().filter(|token| token.shape == Shape::Mark)?;
    match token.letters {
        "“" | "„" | "«" => Some((Mark::Open, 1)),
        "”" | "»" => Some((Mark::Close, 1)),
        "\"" => Some((Mark::Either, 1)),
        "'" | "’" if doubled(here, token.letters) => Some((Mark::Either, 2)),
        _ => None,
    }
}

/// Whether an apostrophe is the first of two that touch.
fn doubled(here: &Tokens<'_>, letters: &str) -> bool {
    here.nth(1).is_some_and(|next| next.glued && next.letters == letters)
}

#[cfg(test)]
mod tests {
    use super::super::super::words::Words;
    use super::quotations;

    /// The quoted stretches of a sentence, and `…` where the last is left open.
    fn read(text: &str, inside: bool) -> String {
        let words = Words::of(text);
        let sentence = words.whole(text);
        let sentence = sentence.tokens();
        let (found, open) = quotations(sentence, inside);
        let show =
            |range: &std::ops::Range<usize>| sentence.from(range.start).span_to(&sentence.from(range.end)).of(text);
        let rows: Vec<&str> = found.iter().map(show).collect();
        rows.join(" | ") + if open { "…" } else { "" }
    }

    #[test]
    fn quoted_stretches_of_a_sentence() {
        for (text, inside, expected) in [
            ("“We lost 40,” she said. ", false, "We lost 40,"),
            ("\"We lost 40,\" she said, \"and 3 more.", false, "We lost 40, | and 3 more.…"),
            ("''We lost 40,'' she said.", false, "We lost 40,"),
            ("Nine more came.” They left.", true, "Nine more came."),
            ("The crews' boats and the town's 'best' boat sank.", false, ""),
            ("Nine more came.", true, "Nine more came.…"),
        ] {
            assert_eq!(read(text, inside), expected, "{text}");
        }
    }
}
