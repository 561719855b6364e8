//! Whether a figure gives the one before it again, or compares with it.
//!
//! | text | how |
//! |---|---|
//! | `20 hectares (49 acres)` | in another unit |
//! | `61 percent, compared with 57 percent` | at another time |
//! | `climbed 14 percent to €2 billion` | where a change led |
//! | `840 homes, 60 more than in June` | by how much it changed |

use super::Figure;
use super::time;
use crate::lexicon::List;
use crate::text::Shape;

/// How far before a change's size its verb may stand, in tokens, with what it moves between.
const OBJECT: usize = 6;

/// Whether the figure stands in brackets behind another, or behind ", or".
pub(super) fn is_restated(figure: &Figure<'_>) -> bool {
    let previous = figure.pieces[figure.at - 1].tokens.end;
    let tokens = figure.tokens;
    let opens = |at: usize| matches!(tokens.from(at).letters(), "(" | "[" | "/" | "or");
    let alike = |at: usize| {
        let here = tokens.from(at);
        opens(at) || here.peek().is_some_and(|token| token.shape == Shape::Mark) || here.is(List::Adverb)
    };
    let between = previous..figure.start();
    let adjacent = between.clone().all(alike) && between.clone().any(opens);
    let bracket = between.clone().any(|at| tokens.from(at).letters() == "(")
        && !between.clone().any(|at| tokens.from(at).letters() == ")");
    let or = figure.before(1) == "or" && figure.before(2) == ",";
    let which = ["is", "was", "are", "were"].contains(&figure.before(1)) && figure.before(2) == "which";
    which || adjacent || bracket && between.len() < 6 || or
}

/// Whether the figure is the other end of a comparison: "from 9 percent", "against £360 million", "in 2015 it was 58".
pub(super) fn is_compared(figure: &Figure<'_>) -> bool {
    if figure.at == 0 {
        return ["from", "against"].contains(&figure.before(1)) || is_told_of_it(figure);
    }
    match figure.before(1) {
        "was" | "is" => is_told_of_it(figure),
        "from" | "against" | "than" | "versus" => true,
        "with" => figure.before(2) == "compared",
        "of" => ["instead", "short"].contains(&figure.before(2)),
        // "below the 80 percent that is needed"
        "the" if figure.before(2) == "of" && figure.before(3) == "short" => true,
        // "4.9 million hectares, little changed from the 5.0 million of a year ago".
        "the" => figure.behind_letters(0) == "of" && (1..=3).any(|ahead| figure.behind_letters(ahead) == "ago"),
        // "4 percent in the first half and 5 in the second".
        "and" => is_of_the_other(figure),
        "by" => figure.pieces[figure.at - 1].tokens.end + 1 == figure.start(),
        "to" => {
            let before = &figure.pieces[figure.at - 1];
            let joint = before.tokens.start.checked_sub(1).map_or("", |at| figure.tokens.from(at).letters());
            // "Passed by 87 votes to 62".
            joint == "from" || joint == "by" && super::behind(figure.tokens, before).end + 1 == figure.start()
        }
        _ => false,
    }
}

/// Whether "in the second" follows, where the figure before is of the first.
fn is_of_the_other(figure: &Figure<'_>) -> bool {
    let behind = |ahead| figure.behind_letters(ahead);
    behind(0) == "in" && behind(1) == "the" && matches!(behind(2), "second" | "third" | "other" | "latter")
}

/// Whether the figure is what a thing spoken of before came to: "in 2015 it was 58".
pub(super) fn is_told_of_it(figure: &Figure<'_>) -> bool {
    ["was", "is"].contains(&figure.before(1)) && figure.before(2).eq_ignore_ascii_case("it")
}

/// Whether the figure is where a change led, or how large it was: "climbed 14 percent to €2 billion", "fell from 15 to
/// six, a drop of 60%".
pub(super) fn is_end_of_change(figure: &Figure<'_>) -> bool {
    let (tokens, previous) = (figure.tokens, figure.pieces[figure.at - 1].tokens.clone());
    let change = |at: usize| tokens.from(at).is_change();
    let led = || {
        let to = figure.start() - 1;
        let behind = |to: usize| time::before(tokens, to) <= previous.end;
        let comma = to.checked_sub(1).filter(|&at| tokens.from(at).letters() == ",");
        let right = || behind(to) && (previous.start.saturating_sub(2)..previous.start).any(change);
        // "Has cut the harvest by half, to 2 million tonnes".
        let by = || previous.start.checked_sub(1).is_some_and(|at| tokens.from(at).letters() == "by");
        let apart =
            || by() && comma.is_some_and(behind) && (previous.start.saturating_sub(OBJECT)..previous.start).any(change);
        // "Has raised fares by a tenth, from $2 to $2.20".
        figure.before(1) == "to" && (right() || apart()) || figure.before(1) == "from" && apart()
    };
    let size = figure.before(1) == "of" && figure.start().checked_sub(2).is_some_and(change);
    led() || size && figure.start().checked_sub(4).is_some_and(|at| tokens.from(at).letters() == ",")
}

/// Whether the figure says by how much the one before it has changed: "…, up 9 percent", "…, 9,000 fewer than in May".
pub(super) fn is_change_since(figure: &Figure<'_>) -> bool {
    let up = ["up", "down"].contains(&figure.before(1)) && figure.before(2) == ",";
    let behind = figure.tokens.from(figure.piece().tokens.end).letters();
    let more = ["up", "down", "more", "fewer", "less", "higher", "lower"].contains(&behind) && figure.before(1) == ",";
    up || more
}
