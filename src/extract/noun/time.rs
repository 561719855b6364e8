//! Words of time in front of a place: "Sales last year", "Profit in the year to May".

use crate::claim::Unit;
use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// Words that pick a time: "last season".
const RELATIVE: [&str; 6] = ["last", "next", "previous", "same", "half", "quarter"];
/// Those of them that no verb follows, and that are none in front of a word.
pub(super) const PICKING: [&str; 4] = ["last", "next", "previous", "same"];

/// The place before the words of time and the adverbs that end there: "Sales last year", "Profit in May also".
pub(super) fn before(sentence: Tokens<'_>, end: usize) -> usize {
    let mut place = end;
    loop {
        let last = place;
        while place > 0 && is_timely(sentence, place - 1, place < end) {
            place -= 1;
        }
        if place == last {
            return place;
        }
        // "in the first half", "in the year to May": what joins the time goes with it.
        while place > 0
            && (sentence.from(place - 1).is(List::Determiner) || sentence.from(place - 1).is(List::Preposition))
        {
            place -= 1;
        }
    }
}

/// "three months of this year": a part of the calendar, and nothing that lasts so long.
pub(super) fn is_calendar(tokens: Tokens<'_>, piece: &QuantityPiece, phrase: &Range<usize>) -> bool {
    let lexicon = tokens.lexicon();
    let stretch = |token: &Token| lexicon.noun(token.word).and_then(|noun| noun.class.as_deref()) == Some("time");
    let head = phrase.end.checked_sub(1).and_then(|at| tokens.nth(at));
    let measure = matches!(&piece.unit.unit, Unit::Measure(_)) && tokens.from(piece.tokens.end).letters() == "of";
    let several = head.is_some_and(stretch);
    // "the 75 percent of three years ago", "the 5 million of a year ago"
    let ago = || ["ago", "earlier", "before", "later"].contains(&tokens.from(phrase.end).letters());
    // "an average of 2.2 percent next year", "to build four next year".
    is_when(tokens, phrase) || phrase.len() == 1 && several && (measure || ago())
}

/// Whether a phrase only says when: "next year", "this season".
pub(super) fn is_when(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let lexicon = sentence.lexicon();
    let head = phrase.end.checked_sub(1).and_then(|at| sentence.nth(at)).and_then(|token| lexicon.noun(token.word));
    let time = head.is_some_and(|noun| noun.class.as_deref() == Some("time"));
    let picked = ["next", "last", "this"].contains(&sentence.from(phrase.start).letters());
    picked && phrase.len() == 2 && time
}

/// Whether a word of time, an adverb, a year, or the number of what is counted in time (`more`: "26 weeks", "30 May")
/// stands at a place.
fn is_timely(sentence: Tokens<'_>, at: usize, more: bool) -> bool {
    let here = sentence.from(at);
    let number = here
        .peek()
        .is_some_and(|token| token.shape == Shape::Number || sentence.lexicon().numeral(token.word).is_some());
    let calendar = |at: usize| is_time(sentence, at);
    let counts = || more && (calendar(at + 1) || here.letters_at(1) == "-") || at > 0 && calendar(at - 1);
    let hyphen = || here.letters() == "-" && more && at > 0 && calendar(at - 1);
    here.is(List::Adverb) || number && (here.letters().len() == 4 || counts()) || hyphen() || is_time(sentence, at)
}

/// Whether a word of the calendar or one that picks a time stands at a place.
pub(super) fn is_time(sentence: Tokens<'_>, at: usize) -> bool {
    let (here, lexicon) = (sentence.from(at), sentence.lexicon());
    // "a fall of 5 percent" is no autumn.
    let change = here.is_change();
    let named = here.peek().is_some_and(|token| !lexicon.calendar(token.word).is_empty());
    !change && (named || RELATIVE.contains(&here.letters()))
}
