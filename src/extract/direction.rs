//! Which way a word of rising or falling points.

use crate::claim::Direction;
use crate::grammar::Tokens;
use crate::lexicon::List;

/// Which way the word at a place of the sentence points; `None` for one that tells of no rise or fall.
pub(super) fn direction(sentence: Tokens<'_>, at: usize) -> Option<Direction> {
    let here = sentence.from(at);
    let token = here.peek()?;
    let is = |token: &str, words: &[&str]| words.iter().any(|word| token.eq_ignore_ascii_case(word));
    // "Next fall" is a season, "losses widened" no fall.
    let season =
        || is(token.letters, &["fall"]) && here.back(1).is_some_and(|back| is(back.letters, &["next", "last", "this"]));
    let way = match (here.is(List::Rise), here.is(List::Fall)) {
        (true, false) => Direction::Up,
        (false, true) => Direction::Down,
        _ => return None,
    };
    (!is(token.letters, &["losses", "gains", "cuts"]) && !season()).then_some(way)
}
