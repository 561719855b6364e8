//! What a figure was before, or is held against, by the words in front of it.
//!
//! ```text
//! former = ("from" | "compared" ("with" | "to") | "against" | "versus" | "instead" "of") [earlier] figure
//!        | more "than" figure | size ["up" | "down"] "on" figure
//!        | size beyond article figure                     £5m above the £40m
//!        | (beside | beyond) article [earlier] base "of" figure   against a budget of £40m
//!        | size (more "than" | beyond) named figure       a tenth more than May's pace of 60
//! named  = (article | possessive) { word } ["of"]
//!        | "," ("now" | "which" "was") figure … ","       the fare, now £2,
//! ```

use super::role::compares;
use super::{Figures, begins, is_any};
use crate::claim::Direction;
use crate::lexicon::List;
use crate::text::{Shape, Token};

/// Words between "from" and a figure that say that it was so before.
const FORMER: [&str; 16] = [
    "a",
    "an",
    "the",
    "its",
    "their",
    "last",
    "previous",
    "earlier",
    "revised",
    "record",
    "initial",
    "original",
    "prior",
    "estimated",
    "reported",
    "restated",
];

/// Words that say which figure it is that another is held against.
const THE: [&str; 5] = ["the", "its", "their", "a", "an"];

/// Words between a size and what it is counted from.
const BEYOND: [&str; 5] = ["over", "above", "below", "under", "beyond"];

/// Words that hold one figure against another.
const BESIDE: [&str; 4] = ["on", "against", "than", "versus"];

/// What a figure is called that another is held against.
const BASES: [&str; 8] = ["record", "budget", "estimate", "peak", "high", "low", "target", "forecast"];

/// How many words may stand between "from" and a figure.
const FAR: usize = 4;

/// How many words may stand between what is now and the comma behind it.
const NEAR: usize = 4;

/// How many words may stand between what is and ", up from" what was.
const APPOSED: usize = 9;

/// "From 60", "from a record 60", "from Monday's 60", "compared with 60", "more than the 60".
pub(super) fn is_from(figures: &Figures<'_>, at: usize) -> bool {
    let is = |back, words: &[&str]| is_any(figures.word_before(at, back), words);
    let compared = is(2, &["compared"]) && is(1, &["with", "to"]) || is(1, &["against", "versus"]);
    let than = is(1, &["than"]) && compares(figures.word_before(at, 2)).is_some();
    let sized = || at > 0 && figures.between(at - 1, at).len() <= 3 && figures.claims[at - 1].quantity.unit.is_share();
    let on = is(1, &["on"]) && (figures.pieces[at].united || is(2, &["up", "down"]) || sized());
    compared
        || than
        || on
        || is_instead(figures, at)
        || is_base(figures, at)
        || is_named_base(figures, at)
        || is_earlier(figures, at)
        || is_until_now(figures, at)
}

/// "From a revised 60".
fn is_earlier(figures: &Figures<'_>, at: usize) -> bool {
    let start = figures.pieces[at].tokens.start;
    let between = (start.saturating_sub(FAR)..start).rev().take_while(|&at| {
        figures.is_one_of(at, &FORMER)
            || figures.token(at).is_some_and(|token| token.shape == Shape::Possessive || token.is_capitalised())
    });
    let from = start.checked_sub(between.count() + 1);
    from.is_some_and(|at| figures.is_one_of(at, &["from"]))
}

/// ", now 60," and ", which were 60 last year,".
fn is_until_now(figures: &Figures<'_>, at: usize) -> bool {
    let before = |back: usize| figures.letters_before(figures.pieces[at].tokens.start, back);
    let now = is_any(before(1), &["now", "currently"]) && before(2) == ",";
    let was = is_any(before(1), &["was", "were"]) && before(2) == "which" && before(3) == ",";
    (now || was) && (0..NEAR).any(|ahead| figures.word_behind(at, ahead) == ",")
}

/// "£1.80 instead of £1.50".
fn is_instead(figures: &Figures<'_>, at: usize) -> bool {
    figures.word_before(at, 1) == "of" && figures.word_before(at, 2) == "instead"
}

/// "£5m above the £40m", "on the previous record of 60", "against a budget of £40m".
fn is_base(figures: &Figures<'_>, at: usize) -> bool {
    let before = |back: usize| figures.letters_before(figures.pieces[at].tokens.start, back);
    if is_any(before(1), &THE) {
        let sized = |last: usize| figures.between(last, at).len() == 2;
        return is_any(before(2), &BEYOND) && at.checked_sub(1).is_some_and(sized);
    }
    let article = (3..=3 + FAR).find(|&back| is_any(before(back), &THE) || !is_any(before(back), &FORMER));
    let held = |back: usize| is_any(before(back), &BEYOND) || is_any(before(back), &BESIDE);
    before(1) == "of"
        && is_any(before(2), &BASES)
        && article.is_some_and(|back| is_any(before(back), &THE) && held(back + 1))
}

/// "A tenth more than May's pace of 60", "20 percent above the closing price of €60", "a premium of 20 percent to Monday's
/// close of €60".
fn is_named_base(figures: &Figures<'_>, at: usize) -> bool {
    let Some(size) = at.checked_sub(1).filter(|&size| !figures.claims[size].quantity.unit.is_time()) else {
        return false;
    };
    let between = figures.between(size, at);
    let held = match figures.letters(between.clone())[..] {
        [more, "than", ..] if compares(more).is_some() => 2,
        [beyond, ..] if is_any(beyond, &BEYOND) || is_surcharge(figures, size).is_some() => 1,
        _ => return false,
    };
    let name = between.start + held..between.end;
    let of = usize::from(name.len() > 1 && figures.word(name.end - 1) == "of");
    let owned = |at: usize| figures.token(at).is_some_and(|token| token.shape == Shape::Possessive);
    let named = figures.is_one_of(name.start, &THE) || name.clone().take(NEAR).any(owned);
    let plain = |at: usize| {
        let here = figures.tokens.from(at);
        // "May's pace".
        let name = here.peek().is_some_and(Token::is_capitalised);
        name || !here.is(List::Preposition) && !here.is(List::Conjunction) && !here.is(List::Auxiliary)
    };
    named && name.len() <= NAME && (name.start..name.end - of).all(plain)
}

/// How many words "Friday's closing price of" may have.
const NAME: usize = 7;

/// Which way "a premium of 20 percent" or "a discount of 20 percent" points.
pub(super) fn is_surcharge(figures: &Figures<'_>, at: usize) -> Option<Direction> {
    let of = figures.word_before(at, 1) == "of";
    match figures.word_before(at, 2) {
        "premium" if of => Some(Direction::Up),
        "discount" if of => Some(Direction::Down),
        _ => None,
    }
}

/// Whether it is ", up from 60", ", against 60" or "against a budget of 60".
pub(super) fn is_apposed_from(figures: &Figures<'_>, at: usize) -> bool {
    let before = |back: usize| figures.word_before(at, back);
    let comma = |back: usize| matches!(before(back), "," | "(" | "—" | "–");
    let up = matches!(before(2), "up" | "down") && before(1) == "from" || begins(before(2), "compared");
    let against = is_any(before(1), &["against", "versus"]) && comma(2);
    let apposed = up && comma(3) || against || is_base(figures, at) || is_instead(figures, at);
    apposed && figures.between(at - 1, at).len() <= APPOSED
}

#[cfg(test)]
mod tests {
    use super::super::change::tests::changes;

    #[test]
    fn what_a_figure_is_held_against() {
        for (text, expected) in [
            ("Orr had 60 fires, against 80 the year before, a fall of 40 percent.", "80 > 60 down Percent 40"),
            ("The fare, now €2, will go up to €3, a rise of 20 percent.", "2 > 3 up Percent 20"),
            ("The fare, now €2, will be €3 from May, a rise of 20 percent.", "2 > 3 up Percent 20"),
            ("Sales, which were €60m in May, rose 9 percent to €90m.", "60m > 90m up Percent 9"),
            ("Planes were 88 percent full, two points more than the 84 percent of May.", "84 > 88 up Difference two"),
            ("A ticket costs €3 instead of €2, 20 percent more.", "2 > 3 up Percent 20"),
            ("The crowd of 900 was 40 percent up on the previous record of 800.", "800 > 900 up Percent 40"),
            ("The bridge cost €90m, €50m over its budget of €60m.", "60m > 90m up Difference 50m"),
            ("The bridge cost €90m, €50m above the €60m set aside.", "60m > 90m up Difference 50m"),
            ("The bridge cost €90m against a budget of €60m, an overspend of €50m.", "60m > 90m up Difference 50m"),
            ("Orr has 900 foxes, a sixfold rise on the 300 of 2010.", "300 > 900 up Factor sixfold"),
            ("A year ago 60 people were waiting; now there are 40, a drop of 20 percent.", "60 > 40 down Percent 20"),
            ("Orr pays €80 a share, a premium of 20 percent to Monday's close of €60.", "60 > 80 up Percent 20"),
            ("Orr pays €80 a share, 20 percent above the closing price of €60.", "60 > 80 up Percent 20"),
            ("Sales rose to 80 tonnes, 20 percent more than May's pace of 60 tonnes.", "60 > 80 up Percent 20"),
            ("Sales rose to 80 tonnes, 20 percent more than in the 60 days before.", "-"),
            ("Orr pays €80 a share, a premium of 20 percent to be paid in May at €60.", "-"),
            ("The bridge, now 60 years old, will cost €90m, a rise of 20 percent.", "-"),
            ("They voted 60 against 40 in favour, a rise of 20 percent.", "-"),
            ("The bridge cost €90m, with €50m over the years from the 60 towns.", "-"),
        ] {
            assert_eq!(changes(text), expected, "{text}");
        }
    }
}
