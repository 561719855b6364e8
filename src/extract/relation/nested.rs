//! A list of parts of which some are broken down themselves, in brackets.
//!
//! ```text
//! nested = whole [noun] ":" part ["(" … ")"] { "," part ["(" … ")"] } "and" part ["(" … ")"]
//! ```

use super::Figures;
use super::addend::are_alike;
use super::sum::is_open;
use crate::claim::Relation;
use std::ops::Range;

/// How many words outside brackets may stand between two parts.
const NOUN: usize = 8;

/// The sum of a sentence whose parts are broken down in brackets.
pub(super) fn nested(figures: &Figures<'_>) -> Option<Relation> {
    let whole = (0..figures.pieces.len().saturating_sub(2)).find(|&at| {
        let opening = figures.letters(figures.between(at, at + 1));
        opening.last() == Some(&":") && opening.len() <= NOUN
    })?;
    let outer = outer(figures, whole);
    let broken_down = outer.len() + whole + 1 < figures.pieces.len();
    let (last, rest) = outer.split_last()?;
    let listed = outer.windows(2).all(|pair| follows(figures, pair[0], pair[1], pair[1] == *last));
    let alike = outer.iter().all(|&part| are_alike(figures, whole, part..part + 1));
    (broken_down && !rest.is_empty() && listed && alike && !is_open(figures)).then(|| Relation::Sum {
        parts: outer.iter().map(|&at| figures.place(at)).collect(),
        total: figures.place(whole),
        complete: true,
    })
}

/// The figures behind one that stand in no brackets.
fn outer(figures: &Figures<'_>, whole: usize) -> Vec<usize> {
    let mut inside = false;
    let mut found = Vec::new();
    for at in whole + 1..figures.pieces.len() {
        for word in figures.between(at - 1, at).map(|at| figures.word(at)) {
            inside = inside && word != ")" || word == "(";
        }
        if !inside {
            found.push(at);
        }
    }
    found
}

/// Whether the words outside brackets between two parts make them neighbours, the second the last one.
fn follows(figures: &Figures<'_>, one: usize, other: usize, last: bool) -> bool {
    let words = outside(figures, figures.between(one, other));
    let joint = if last { "and" } else { "," };
    let clause = words.iter().any(|word| matches!(*word, ";" | ":" | "—" | "–" | "but"));
    words.last() == Some(&joint) && words.len() <= NOUN && !clause
}

/// The words of a stretch without those in brackets.
fn outside<'f>(figures: &Figures<'f>, range: Range<usize>) -> Vec<&'f str> {
    let mut inside = false;
    let mut words = Vec::new();
    for word in figures.letters(range) {
        inside = inside && word != ")" || word == "(";
        if !inside && word != ")" {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn parts_with_parts() {
        for (text, expected) in [
            (
                "The firm has 120 workers: 70 in mills (40 in Orr and 30 in Upton) and 60 in offices.",
                "40 + 30 = 70; 70 + 60 = 120",
            ),
            ("It has 120 boats: 60 tugs (40 new) and 50 rafts.", "-"),
            (
                "The firm has 120 workers: 70 in mills (40 of them in Orr), 20 at sea and 60 in offices.",
                "70 + 20 + 60 = 120",
            ),
            ("The firm has 120 workers: 70 in mills, 20 at sea and 60 in offices.", "70 + 20 + 60 = 120"),
            ("The firm has 120 workers: 70 in mills (40 in Orr) and others in offices, 60 of them at home.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
