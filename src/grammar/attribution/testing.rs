//! What the tests of this folder share.

use super::super::words::Words;
use super::attributions;

/// `party < cue > content / content` of each attribution of a sentence.
pub(super) fn read(text: &str) -> String {
    let words = Words::of(text);
    let sentence = words.whole(text);
    let sentence = sentence.tokens();
    let show = |range: &std::ops::Range<usize>| sentence.from(range.start).span_to(&sentence.from(range.end)).of(text);
    let rows = attributions(sentence, &[]).into_iter().map(|piece| {
        let content: Vec<&str> = piece.content.iter().map(show).collect();
        format!("{} < {} > {}", show(&piece.party), show(&piece.cue), content.join(" / "))
    });
    rows.collect::<Vec<_>>().join(" || ")
}
