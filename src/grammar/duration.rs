//! Lengths of time that a date counts with: the two years of "over the past two years".
//!
//! ```text
//! duration = number unit_of_time, within the words of a date
//! ```
//! "Two years ago" only says when.

use super::quantity::{QuantityPiece, quantity};
use super::tokens::Tokens;
use crate::lexicon::{CalendarKind, Classes};
use crate::text::Shape;

use std::ops::Range;

/// What makes a number one of time.
const UNIT: Classes = Classes::calendar(CalendarKind::Unit);

/// The duration in the tokens of a date.
pub(super) fn duration(sentence: Tokens<'_>, date: &Range<usize>) -> Option<QuantityPiece> {
    let lexicon = sentence.lexicon();
    let at = |place: usize| sentence.from(place);
    let numeral = |place: &usize| {
        at(*place)
            .peek()
            .is_some_and(|token| token.shape == Shape::Number || lexicon.classes(token.word).meets(Classes::NUMERAL))
    };
    let timed = |place: usize| at(place).peek().is_some_and(|token| lexicon.classes(token.word).meets(UNIT));
    let first = date.clone().find(numeral)?;
    if !(first + 1..date.end).any(timed) {
        return None;
    }
    let (rest, piece) = quantity(at(first)).ok()?;
    let unit = rest.back(1).is_some_and(|token| lexicon.classes(token.word).meets(UNIT));
    let past = rest.letters().eq_ignore_ascii_case("ago");
    (unit && !past && rest.at() <= date.end).then_some(piece)
}

#[cfg(test)]
mod tests {
    use super::duration;
    use crate::grammar::date::{Anchor, dates};
    use crate::grammar::words::Words;

    #[test]
    fn lengths_of_time_in_dates() {
        for (text, expected) in [
            ("It has lost staff over the past two years.", "two year"),
            ("Nine days later the mine was shut.", "Nine day"),
            ("It wants to earn more in 3 years.", "3 year"),
            ("Two years ago the mine was shut.", "none"),
            ("The mine was shut on 5 May.", "none"),
        ] {
            let words = Words::of(text);
            let sentence = words.whole(text);
            let sentence = sentence.tokens();
            let found = dates(sentence, &mut Anchor::new(None));
            let read = found.iter().find_map(|date| duration(sentence, &date.tokens));
            let read = read.map(|piece| format!("{} {}", piece.number.of(text), piece.unit.unit));
            assert_eq!(read.as_deref().unwrap_or("none"), expected, "{text}");
        }
    }
}
