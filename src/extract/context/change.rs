//! Whether a figure says by how much something changed, rather than how much it is.
//!
//! ```text
//! change = rise_or_fall (measure | [object] "by" figure) | rise_or_fall_noun ["in" …] "of" figure | ("up" | "down") measure
//!        | measure (rise_or_fall_noun | "more" | "less" | "higher" | "lower")
//! ```
//! "Fell to 40" and "from 40" are levels.

use super::Place;
use crate::claim::{Direction, Unit};
use crate::extract::direction::direction;
use crate::grammar::Tokens;
use crate::lexicon::List;

/// Which way the figure went that is the size of a change.
pub(super) fn way(sentence: Tokens<'_>, place: &Place) -> Option<Direction> {
    let at = mover(sentence, place)?;
    // "The cuts" may be of anything; what "cuts costs" is a verb.
    let cuts =
        || sentence.from(at).letters().eq_ignore_ascii_case("cuts") && !sentence.from(at + 1).is(List::Preposition);
    direction(sentence, at).or_else(|| cuts().then_some(Direction::Down))
}

/// How many words in front of "to" the word may stand that says which way it went: "rose by two points to".
const REACH: usize = 5;

/// How many words in front of "by" the verb may stand whose object they are.
const OBJECT: usize = 8;

/// Which way what a figure measures went to come to it: "fell to 40", "stood at 40, down 3".
pub(super) fn way_to(sentence: Tokens<'_>, place: &Place) -> Option<Direction> {
    let (start, end) = (place.phrase.start, place.phrase.end);
    let letters = |at: usize| sentence.from(at).letters();
    let to = start.checked_sub(1).filter(|&at| letters(at) == "to");
    let verb = to.and_then(|to| {
        let clause =
            (to.saturating_sub(REACH)..to).rev().take_while(|&at| !matches!(letters(at), "," | ";" | "and" | "but"));
        // "Up to 40" is no move.
        let mut clause = clause.skip_while(|&at| at + 1 == to && letters(at) == "up");
        clause.find_map(|at| direction(sentence, at))
    });
    // "At $71 a barrel, down 3".
    let each = if matches!(letters(end), "a" | "an" | "per") { 2 } else { 0 };
    let comma = end + each;
    let behind = || (letters(comma) == "," && matches!(letters(comma + 1), "up" | "down")).then_some(comma + 1);
    verb.or_else(|| direction(sentence, behind()?))
}

/// Whether a figure is the size of a change.
pub(super) fn is_change(sentence: Tokens<'_>, place: &Place) -> bool {
    mover(sentence, place).is_some()
}

/// The place of the word that makes a figure the size of a change.
fn mover(sentence: Tokens<'_>, place: &Place) -> Option<usize> {
    let start = place.phrase.start;
    let before = |back: usize| start.checked_sub(back).map(|at| sentence.from(at));
    let is = |back: usize, word: &str| before(back).is_some_and(|here| here.letters().eq_ignore_ascii_case(word));
    let moves =
        |back: usize| before(back).is_some_and(|here| here.is_change() || ["up", "down"].contains(&here.letters()));
    let article = usize::from(is(1, "a") || is(1, "an") || is(1, "another"));
    // "The concert raised £2 million": that is how much came in.
    let gathered =
        matches!(place.unit, Unit::Money(_)) && before(1).is_some_and(|here| here.letters().starts_with("rais"));
    // "The storm dropped 40 mm of rain on the town": so much fell.
    let fell = matches!(place.unit, Unit::Measure(_))
        && before(1).is_some_and(|here| matches!(here.letters(), "dropped" | "drop" | "drops"))
        && matches!(sentence.from(place.phrase.end).letters(), "of" | "on" | "over" | "in" | "across");
    let measured = !matches!(place.unit, Unit::Count) && !gathered && !fell;
    // "The loss of 400 fish": so many were lost, and nothing fell by so much.
    let lost = matches!(place.unit, Unit::Count) && is(1, "of") && (is(2, "loss") || is(2, "losses"));
    let back = if lost {
        None
    } else if (is(1, "by") || is(1, "of")) && moves(2) {
        Some(2)
    } else if is(1, "of") && is(2, ",") && moves(3) {
        Some(3)
    } else {
        (measured && moves(1 + article)).then_some(1 + article)
    };
    let behind = || if place.unit.is_share() { mover_behind(sentence.from(place.number_end)) } else { None };
    back.map(|back| start - back).or_else(|| mover_of_object(sentence, place)).or_else(behind)
}

/// "Cut the cost of repairs by 40": the verb, with what it moves behind it.
fn mover_of_object(sentence: Tokens<'_>, place: &Place) -> Option<usize> {
    let by = place.phrase.start.checked_sub(1).filter(|&at| sentence.from(at).letters().eq_ignore_ascii_case("by"))?;
    let moves = |at: usize| at + 1 < by && sentence.from(at).is_change();
    let mut before = (by.saturating_sub(OBJECT)..by).rev();
    let end = before.find(|&at| moves(at) || !is_of_object(sentence.from(at)))?;
    moves(end).then_some(end)
}

/// Whether a word may be of what a verb moves. "The cut demanded by 40 unions" is theirs, and not by 40.
fn is_of_object(here: Tokens<'_>) -> bool {
    let lexicon = here.lexicon();
    let ends = [List::Auxiliary, List::Conjunction, List::Subordinator];
    here.peek().is_some_and(|token| {
        let told = token.letters.ends_with("ed") && lexicon.verb(token.word).is_some();
        token.is_word() && !told && !lexicon.is_any(token.word, &ends)
    })
}

/// "5 percent more", "a 5 % pay rise".
fn mover_behind(behind: Tokens<'_>) -> Option<usize> {
    let compared = ["more", "less", "higher", "lower", "fewer", "larger", "smaller", "dearer", "cheaper"];
    let at = behind.at();
    if compared.contains(&behind.letters()) || behind.is_change() {
        return Some(at);
    }
    behind.from(at + 1).is_change().then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use crate::claim::Direction;
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
            ("It cut the cost of repairs by 5 percent.", true),
            ("The cuts demanded by 5 unions came.", false),
            ("A rise in rents was backed by 5 unions.", false),
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

    #[test]
    fn ways_of_changes() {
        use Direction::{Down, Up};
        for (text, way) in [
            ("Support fell 5 percent.", Some(Down)),
            ("Support fell by 5 percent.", Some(Down)),
            ("Sales were up 5 percent.", Some(Up)),
            ("A 5 percent pay rise was agreed.", Some(Up)),
            ("Sales fell, and a 5 percent rise in pay was agreed.", Some(Up)),
            ("They pay 5 percent more.", None),
            ("Support changed by 5 percent.", None),
            ("Support fell to 5 percent.", Some(Down)),
            ("Support was cut from 9 percent to 5 percent.", Some(Down)),
            ("Support stood at 5 percent, down from 9.", Some(Down)),
            ("Support closed at 5 percent a month, down from 9.", Some(Down)),
            ("It cut its spending on roads by 5 percent.", Some(Down)),
            ("The law cuts road deaths by 5 percent.", Some(Down)),
            ("They lived with cuts of 5 percent.", None),
            ("Rent rose, and it came to 5 percent.", None),
            ("Rent takes up to 5 percent.", None),
        ] {
            assert_eq!(
                draft(text)
                    .claims
                    .iter()
                    .find(|claim| claim.quantity.value() == Some(5.into()))
                    .and_then(|claim| claim.context().way),
                way,
                "{text}"
            );
        }
    }
}
