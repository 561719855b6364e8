//! Words that loosen or bound a figure, before it or behind it.
//!
//! ```text
//! quantity = [qualifier_before] … [qualifier_after]
//! ```
//! | text | qualifier |
//! |---|---|
//! | `at least 40` | at_least |
//! | `an estimated 30` | about |
//! | `40 or more`, `40+` | at_least |
//! | `over four years` | none: the preposition of time |
//! | `more than 100 km (62 miles)` | more_than, of both |

use super::quantity::QuantityPiece;
use super::tokens::Tokens;
use crate::claim::Qualifier;
use crate::lexicon::{CalendarKind, Classes, List};
use crate::text::{Shape, Token};

/// The longest phrase that a qualifier may take before its figure, in tokens.
const LONGEST: usize = 6;

/// The qualifier that ends just before the place, and where it begins; `number_end` is the place behind the number.
pub(super) fn before(input: &Tokens<'_>, number_end: &Tokens<'_>) -> Option<(usize, Qualifier)> {
    let at = input.at();
    // An article or "the" may stand between: "about a third", "up to the 40".
    let gaps: &[usize] = if is_article(input.from(at.saturating_sub(1)).letters()) && at > 0 { &[0, 1] } else { &[0] };
    // "Well below the 95 percent that is needed": the figure is what something else is compared with.
    let definite = input.from(at.saturating_sub(1)).letters().eq_ignore_ascii_case("the");
    let compares = |kind| definite && matches!(kind, Qualifier::MoreThan | Qualifier::LessThan);
    gaps.iter()
        .find_map(|gap| longest_before(input, at - gap))
        .filter(|&(_, kind)| !compares(kind))
        .filter(|&(start, _)| !is_time_span(&input.from(start), number_end) && !is_of_a_verb(&input.from(start)))
}

/// "goes up to 4.2", "hands over two", "divided over three", "90 fewer than six months ago", "5 % more than the 60": words that belong to what
/// stands before them.
fn is_of_a_verb(start: &Tokens<'_>) -> bool {
    const MOVES: [&str; 8] = ["go", "goes", "went", "gone", "going", "moves", "moved", "brought"];
    const OVER: [&str; 10] =
        ["hand", "hands", "handed", "take", "took", "taken", "divided", "row", "dispute", "differ"];
    let Some(back) = start.back(1) else { return false };
    let (letters, lexicon) = (back.letters, start.lexicon());
    match start.letters() {
        "up" => MOVES.contains(&letters) || lexicon.is(back.word, List::Rise) && letters != "up",
        "over" => OVER.contains(&letters),
        "fewer" | "more" | "less" => {
            let measured = ["percent", "cent", "%", "points", "times"].contains(&letters);
            back.shape == Shape::Number || measured || lexicon.numeral(back.word).is_some()
        }
        _ => false,
    }
}

fn is_article(letters: &str) -> bool {
    ["a", "an", "the"].iter().any(|article| letters.eq_ignore_ascii_case(article))
}

fn longest_before(input: &Tokens<'_>, end: usize) -> Option<(usize, Qualifier)> {
    let last = input.from(end).back(1)?;
    if !input.lexicon().classes(last.word).meets(Classes::BEFORE_QUALIFIED) {
        return None;
    }
    let qualifiers = &input.lexicon().qualifiers_before;
    (1..=LONGEST.min(end)).rev().find_map(|len| {
        let start = input.from(end - len);
        start.peek().filter(|token| qualifiers.begin_with(token.word))?;
        let found = qualifiers.all_at(start.rest()).find(|(taken, _)| *taken == len);
        found.map(|(_, kind)| (end - len, *kind))
    })
}

/// "over four years", "under two hours' drive": a preposition of time rather than a bound, unless something that asks
/// for a bound stands before it ("for over four years", "well over a year").
fn is_time_span(start: &Tokens<'_>, number_end: &Tokens<'_>) -> bool {
    let word = start.letters();
    let preposition = ["over", "around", "within"].iter().any(|over| word.eq_ignore_ascii_case(over));
    let calendar = |ahead| {
        number_end
            .nth(ahead)
            .is_some_and(|token| start.lexicon().calendar_value(token.word, CalendarKind::Unit).is_some())
    };
    // "over four working days"
    let described = || {
        let plain = |token: &Token| token.shape == Shape::Lower && !start.lexicon().is_frame(token.word);
        number_end.peek().is_some_and(plain)
    };
    let time = calendar(0) || calendar(1) && (super::tokens::is_dash(number_end.letters()) || described());
    let bounded = start.back(1).is_some_and(|back| {
        let letters = back.letters;
        let lexicon = start.lexicon();
        lexicon.is(back.word, List::Auxiliary)
            || ["for", "than", "lasted", "took", "takes", "of", "in"]
                .iter()
                .any(|word| letters.eq_ignore_ascii_case(word))
    });
    preposition && time && !bounded
}

/// The qualifier that begins at the place, behind a number or its unit, and how many tokens it takes.
pub(super) fn after(input: &Tokens<'_>) -> Option<(usize, Qualifier)> {
    let found = input.lexicon().qualifiers_after.at(input.rest());
    // "40 dead and over 100 hurt": the words belong to the next figure.
    let next = |len: usize| input.from(input.at() + len);
    let free =
        |&(len, _): &(usize, &Qualifier)| !input.letters().eq_ignore_ascii_case("and") || !begins_figure(&next(len));
    found.filter(free).map(|(len, kind)| (len, *kind)).or_else(|| {
        let plus = input.peek().is_some_and(|token| token.glued) && input.letters() == "+";
        plus.then_some((1, Qualifier::AtLeast))
    })
}

/// The qualifier of the figure that this one gives again in brackets, in another unit: "more than 100 km (62 miles)".
pub(super) fn of_restated(
    input: &Tokens<'_>,
    last: Option<&QuantityPiece>,
    piece: &QuantityPiece,
) -> Option<Qualifier> {
    let last = last.filter(|last| last.united && piece.united && last.unit != piece.unit)?;
    let between = last.tokens.end..piece.tokens.start;
    let opens = between.len() == 1 && matches!(input.from(last.tokens.end).letters(), "(" | "/" | "[");
    last.qualifier.filter(|_| opens)
}

fn begins_figure(here: &Tokens<'_>) -> bool {
    here.peek().is_some_and(|token| here.lexicon().may_begin_quantity(token))
}
