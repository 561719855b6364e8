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
    let particle = || is(token.letters, &["up", "down"]) && here.back(1).is_some_and(|back| is_phrasal(back.letters));
    (!is(token.letters, &["losses", "gains", "cuts"]) && !season() && !particle()).then_some(way)
}

/// Whether a verb makes "up" or "down" part of itself, so that nothing moves: "called up 1,040 men", "shot down 12 drones".
fn is_phrasal(verb: &str) -> bool {
    const VERBS: [&str; 34] = [
        "back", "blew", "blow", "blown", "bought", "broke", "build", "built", "burn", "buy", "call", "dig", "dug",
        "hand", "held", "hold", "hunt", "laid", "lay", "line", "mop", "mopp", "prop", "propp", "rack", "round",
        "shoot", "shot", "shut", "sign", "snap", "snapp", "track", "turn",
    ];
    const ENDINGS: [&str; 5] = ["", "s", "d", "ed", "ing"];
    VERBS.iter().any(|stem| verb.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)))
}

#[cfg(test)]
mod tests {
    use super::direction;
    use crate::grammar::Words;

    #[test]
    fn up_and_down_are_no_moves_behind_a_verb_of_their_own() {
        for (text, wanted) in [
            ("called up 40 men", false),
            ("shot down 12 drones", false),
            ("went up 12", true),
            ("closed down 12", true),
            ("is up 12", true),
        ] {
            let words = Words::of(text);
            assert_eq!(direction(words.whole(text).tokens(), 1).is_some(), wanted, "{text}");
        }
    }
}
