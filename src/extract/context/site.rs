//! Where a figure is told to be from: names that a preposition makes a place, and the places of a row of figures, each with
//! its own.

use super::Place;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::{Shape, Token};
use std::ops::Range;

/// Where a name ends that "in", "near", "the port of" or "where" makes a place, though the gazetteer does not hold it.
pub(super) fn unknown_place(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    let lexicon = sentence.lexicon();
    let locates = at.checked_sub(1).is_some_and(|before| match sentence.from(before).letters() {
        "in" | "In" | "near" | "Near" | "outside" | "Outside" | "off" => true,
        "of" => before.checked_sub(1).is_some_and(|kind| is_kind_of_place(sentence, kind)),
        _ => false,
    });
    let name = |token: &&Token| token.shape == Shape::Title && lexicon.calendar(token.word).is_empty();
    let len = sentence.from(at).rest().iter().take_while(name).count();
    let known = lexicon.party_names.at(sentence.from(at).rest()).is_some();
    // "It fell on Upper Tarrow, where nine people died".
    let where_of = || sentence.from(at + len).letters() == "," && sentence.from(at + len).letters_at(1) == "where";
    (len > 0 && !known && (locates || where_of())).then_some(at + len)
}

/// Whether a noun says what kind of place the name behind "of" is: "the port of".
pub(super) fn is_kind_of_place(sentence: Tokens<'_>, at: usize) -> bool {
    const KINDS: [&str; 13] = [
        "port", "city", "town", "village", "district", "province", "region", "suburb", "island", "county", "capital",
        "hamlet", "resort",
    ];
    KINDS.contains(&sentence.from(at).letters())
}

/// What lies between a figure and the next ones, where each of several has a place of its own: "59 percent with Malta, 44
/// percent with Cyprus". The places of the others are none of its.
pub(super) fn own_stretch(sentence: Tokens<'_>, place: &Place) -> Option<Range<usize>> {
    let (before, after) = (place.neighbours.start, place.neighbours.end);
    let behind = |end: usize| place_behind(sentence, end);
    let own = behind(place.phrase.end).filter(|&at| at < after)?;
    // A row of two or more: the figure before has a place right behind it, or the one after has.
    let next = || behind((after + 1).min(sentence.rest().len()));
    let last = (before > 0).then(|| behind(before)).flatten().filter(|&at| at < place.phrase.start);
    (last.is_some() || next().is_some()).then_some(place.phrase.start..own + 1)
}

/// Where the place stands that a preposition joins to what ends here: "12 people died in Malta".
fn place_behind(sentence: Tokens<'_>, end: usize) -> Option<usize> {
    /// How many words may stand in between.
    const NEAR: usize = 4;
    let mark = |at: usize| sentence.from(at).peek().is_none_or(|token| token.shape == Shape::Mark);
    let joint = (end..end + NEAR).take_while(|&at| !mark(at)).find(|&at| sentence.from(at).is(List::Preposition))?;
    let here = sentence.from(joint + 1);
    let known = here.lexicon().place_names.at(here.rest()).is_some_and(|(_, name)| !name.demonym);
    (known || unknown_place(sentence, joint + 1).is_some()).then_some(joint + 1)
}
