//! In which direction a measure goes: a ship may be 90 metres long and 14 wide.
//!
//! ```text
//! extent = measure ("long" | "wide" | "high" …) | ("length" | "width" …) "of" measure
//!        | measure "in" ("length" | "width" …) | measure ("below" | "beneath" | "under") | "-" measure "-" ("long" …) noun
//!        | "fell" measure | "fall" "of" measure | measure "fall"
//! ```

use super::Place;
use crate::claim::Unit;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::Token;

/// A direction, and the words that tell it.
struct Extent {
    name: &'static str,
    /// Words behind a measure: "40 metres long".
    adjectives: &'static [&'static str],
    /// Nouns before or behind one: "a length of 40 metres", "40 metres in length".
    nouns: &'static [&'static str],
}

const EXTENTS: [Extent; 6] = [
    Extent { name: "length", adjectives: &["long"], nouns: &["length"] },
    Extent { name: "width", adjectives: &["wide", "across", "broad"], nouns: &["width", "breadth"] },
    Extent { name: "height", adjectives: &["high", "tall"], nouns: &["height", "elevation", "altitude"] },
    Extent {
        name: "depth",
        adjectives: &["deep", "down", "below", "beneath", "underground", "underwater"],
        nouns: &["depth"],
    },
    Extent { name: "thickness", adjectives: &["thick"], nouns: &["thickness"] },
    Extent { name: "diameter", adjectives: &[], nouns: &["diameter"] },
];

/// The direction of a measure; `None` where the sentence tells none.
pub(super) fn extent(sentence: Tokens<'_>, place: &Place) -> Option<&'static str> {
    if !matches!(place.unit, Unit::Measure(_)) || place.unit.is_years() {
        return None;
    }
    // "Fell 90 metres down a gully".
    if is_of_fall(sentence, place) {
        return Some("fall");
    }
    let end = place.phrase.end;
    let letters = |at: usize| sentence.from(at).letters();
    let adjective = |at: usize| EXTENTS.iter().find(|one| one.adjectives.contains(&letters(at)));
    let noun = |at: usize| EXTENTS.iter().find(|one| one.nouns.contains(&letters(at)));
    let behind = || noun(end + 1).filter(|_| letters(end) == "in");
    let before = || place.phrase.start.checked_sub(2).filter(|&at| letters(at + 1) == "of").and_then(noun);
    let told = (place.number_end..=end).find_map(adjective).or_else(behind).or_else(before).map(|one| one.name);
    told.or_else(|| is_of_height(sentence, place).then_some("height"))
}

/// Whether a measure is how far somebody or something fell: "fell 90 metres", "a fall of 90 metres", "a 90-metre fall". By
/// how much a lake falls is another matter.
fn is_of_fall(sentence: Tokens<'_>, place: &Place) -> bool {
    const FALLS: [&str; 11] = [
        "fell",
        "fall",
        "falls",
        "falling",
        "fallen",
        "plunged",
        "plunging",
        "plummeted",
        "tumbled",
        "tumbling",
        "slid",
    ];
    const WATERS: [&str; 9] = ["lake", "river", "water", "waters", "level", "levels", "reservoir", "tide", "sea"];
    let start = place.phrase.start;
    let before = |back: usize| start.checked_sub(back).map_or("", |at| sentence.from(at).letters());
    let fall = |at: usize| sentence.from(at).letters() == "fall";
    let noun = || before(2) == "fall" && before(1) == "of" || fall(place.number_end);
    let water = |token: &Token| WATERS.iter().any(|word| token.letters.eq_ignore_ascii_case(word));
    matches!(place.unit.name(), "metre" | "foot" | "yard" | "kilometre" | "mile")
        && (FALLS.contains(&before(1)) || noun())
        && !sentence.rest()[..start].iter().any(water)
}

/// Whether what a measure is glued to has a height and no length: "the 4,810-metre Mont Blanc", "an 80-foot tower".
fn is_of_height(sentence: Tokens<'_>, place: &Place) -> bool {
    const TALL: [&str; 14] = [
        "Mt",
        "Mt.",
        "Mount",
        "Mont",
        "mountain",
        "mount",
        "peak",
        "summit",
        "tower",
        "skyscraper",
        "mast",
        "volcano",
        "statue",
        "spire",
    ];
    let joined = sentence.from(place.number_end.saturating_sub(1)).back(1).is_some_and(|dash| dash.letters == "-");
    joined && (place.number_end..=place.phrase.end).any(|at| TALL.contains(&sentence.from(at).letters()))
}

/// Whether what is so long or wide is one that was told of before: "the trench is 40 metres long".
pub(super) fn is_of_known(sentence: Tokens<'_>, place: &Place) -> bool {
    const DEFINITE: [&str; 4] = ["the", "this", "that", "its"];
    let before = place.named.start.checked_sub(1).filter(|_| place.named.end <= place.phrase.start);
    let article = before.map(|at| sentence.from(at)).filter(|here| here.is(List::Determiner));
    article.is_some_and(|here| DEFINITE.iter().any(|word| here.letters().eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn directions() {
        for (text, extent) in [
            ("The trench is 40 metres long.", Some("length")),
            ("The trench is 40 metres in length.", Some("length")),
            ("The trench has a length of 40 metres.", Some("length")),
            ("The hole is 9 metres across.", Some("width")),
            ("They dug a 9-metre-wide hole.", Some("width")),
            ("It rests 450 metres below the sea.", Some("depth")),
            ("The hole is 9 metres away.", None),
            ("They climbed the 4,810-metre Mount Ottel.", Some("height")),
            ("They saw a 90-metre tower.", Some("height")),
            ("They saw a 90-metre ferry.", None),
            ("It stands 90 metres from the tower.", None),
            ("A climber died after falling some 90 metres.", Some("fall")),
            ("The boy lived through a fall of 12 metres.", Some("fall")),
            ("The boy lived through a 12-metre fall.", Some("fall")),
            ("He fell 90 metres down a gully.", Some("fall")),
            ("The lake fell 4 metres, villagers said.", None),
            ("They saw the 90-metre tower fall.", Some("height")),
            ("The talks were 9 hours long.", Some("length")),
            ("Nine boats were long gone.", None),
        ] {
            assert_eq!(draft(text).claims[0].context().extent.as_deref(), extent, "{text}");
        }
    }
}
