//! Whether a figure says by how much something changed, rather than how much it is.
//!
//! ```text
//! change = rise_or_fall (measure | "by" figure) | rise_or_fall_noun ["in" …] "of" figure | ("up" | "down") measure
//!        | measure (rise_or_fall_noun | "more" | "less" | "higher" | "lower")
//! ```
//! "Fell to 40" and "from 40" are levels.

use super::Place;
use crate::claim::Unit;
use crate::grammar::Tokens;

/// Whether a figure is the size of a change.
pub(super) fn is_change(sentence: Tokens<'_>, place: &Place) -> bool {
    let before = |back: usize| place.phrase.start.checked_sub(back).map(|at| sentence.from(at));
    let is = |back: usize, word: &str| before(back).is_some_and(|here| here.letters().eq_ignore_ascii_case(word));
    let moves =
        |back: usize| before(back).is_some_and(|here| here.is_change() || ["up", "down"].contains(&here.letters()));
    let article = usize::from(is(1, "a") || is(1, "an") || is(1, "another"));
    // "The concert raised £2 million": that is how much came in.
    let gathered =
        matches!(place.unit, Unit::Money(_)) && before(1).is_some_and(|here| here.letters().starts_with("rais"));
    let measured = !matches!(place.unit, Unit::Count) && !gathered;
    is(1, "by") && moves(2)
        || is(1, "of") && (moves(2) || is(2, ",") && moves(3))
        || measured && moves(1 + article)
        || place.unit.is_share() && is_change_behind(sentence.from(place.number_end))
}

/// "5 percent more", "a 5 % pay rise".
fn is_change_behind(behind: Tokens<'_>) -> bool {
    let compared = ["more", "less", "higher", "lower", "fewer", "larger", "smaller", "dearer", "cheaper"];
    compared.contains(&behind.letters()) || behind.is_change() || behind.from(behind.at() + 1).is_change()
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn sizes_of_changes() {
        for (text, change) in [
            ("Support fell 5 percent.", true),
            ("Support fell by 5 percent.", true),
            ("It was a gain of five percentage points.", true),
            ("A 5 percent pay rise was agreed.", true),
            ("They pay 5 percent more.", true),
            ("Sales were up 12 percent.", true),
            ("Support fell to 5 percent.", false),
            ("The concert raised $5.", false),
            ("Support stood at 5 percent.", false),
            ("The lead was five percentage points.", false),
            ("The army lost 12 soldiers.", false),
        ] {
            let draft = draft(text);
            let scope = &draft.claims[0].context().scope;
            assert_eq!(scope.iter().any(|word| word == "change"), change, "{text}");
        }
    }
}
