//! How many come to one, of a total that an earlier sentence tells.
//!
//! ```text
//! spread = total … number "," ["or"] "one for every" rate       80 pupils … 10 teachers, one for every 8 pupils
//!        | total … number households "with" rate "people in each"
//!        | total … "in" number noun "of" rate "each"            80 kilos … The haul, in 40 bags of 2 kilos each
//! ```
//! The total is the only figure before that counts what the rate does, or the only people there are. One that comes
//! nowhere near is of something else.

use super::addend::{head, is_plain};
use super::product::comes_near;
use super::told::{HAS, only};
use super::{Figures, is_any};
use crate::claim::{Decimal, Relation, Unit};

/// What people live in.
const HOMES: [&str; 3] = ["household", "home", "dwelling"];

/// Words for what was found, whatever it is.
const HAUL: [&str; 8] = ["they", "it", "haul", "load", "shipment", "consignment", "drugs", "find"];

/// How many times the right rate may be the one told, in hundredths.
const FAR: i64 = 170;

/// The same for what "one for every ten" is loosely said of.
const LOOSE: i64 = 110;

/// The rates of a sentence of which the total stands before it.
pub(super) fn spreads(figures: &Figures<'_>) -> Option<Relation> {
    if figures.first == 0 {
        return None;
    }
    (1..figures.pieces.len()).find_map(|rate| {
        let number = rate - 1;
        let total =
            one_for_every(figures, rate).or_else(|| in_each(figures, rate)).or_else(|| packed(figures, rate))?;
        let claims = [&figures.all[total], &figures.claims[number], &figures.claims[rate]];
        let plain = claims.iter().all(|claim| is_plain(claim));
        let fits = plain
            && comes_near(claims, Decimal::new(FAR, 2))?
            && !comes_near(claims, Decimal::new(LOOSE, 2))?
            && is_here(figures, total);
        let (number, rate) = (figures.place(number), figures.place(rate));
        fits.then_some(Relation::Rate { total, number, rate, scale: Decimal::ONE })
    })
}

/// "4,050 teachers, one for every 15 pupils".
fn one_for_every(figures: &Figures<'_>, rate: usize) -> Option<usize> {
    let words = figures.letters(figures.between(rate - 1, rate));
    let every = matches!(words[..], [.., ",", "one", "for", "every"] | [.., ",", "or", "one", "for", "every"]);
    let noun = head(&figures.claims[rate]).filter(|_| every)?;
    let mut found = (0..figures.first).filter(|&at| head(&figures.all[at]) == Some(noun));
    found.next().filter(|_| found.next().is_none())
}

/// "21,900 households, with 2.2 people in each".
fn in_each(figures: &Figures<'_>, rate: usize) -> Option<usize> {
    let words = figures.letters(figures.between(rate - 1, rate));
    let homes = head(&figures.claims[rate - 1]).is_some_and(|own| HOMES.contains(&own));
    let with = matches!(words[..], [_, "with"] | [_, ",", "with"]);
    let each = ["people", "persons", "residents"].contains(&figures.word_behind(rate, 0))
        && is_any(figures.word_behind(rate, 1), &["in", "to", "per"])
        && is_any(figures.word_behind(rate, 2), &["each", "a", "household"]);
    if homes && with && each { only(figures, rate, &HAS) } else { None }
}

/// "The haul, in 1,700 bags of 1.2 kilos each".
fn packed(figures: &Figures<'_>, rate: usize) -> Option<usize> {
    let words = figures.letters(figures.between(rate - 1, rate));
    let of = matches!(words[..], [_, "of"]) && is_any(figures.word_behind(rate, 0), &["each", "apiece"]);
    let start = figures.pieces[rate - 1].tokens.start;
    let opening = figures.letters(0..start);
    let unit = &figures.claims[rate].quantity.unit;
    let mut found = (0..figures.first).rev();
    let total =
        found.find(|&at| figures.all[at].quantity.unit == *unit).filter(|_| of && matches!(unit, Unit::Measure(_)))?;
    let noun = figures.all[total].noun.as_ref().map_or("", |noun| &*noun.head);
    let same = |word: &str| is_any(word, &HAUL) || word.eq_ignore_ascii_case(noun);
    let subject = matches!(opening[..], [subject, .., "in"] | ["The", subject, .., "in"] if same(subject));
    let near = figures.all[total].block + 1 >= figures.block;
    (subject && near && opening.len() <= SUBJECT).then_some(total)
}

/// How many words "the haul was in" may have.
const SUBJECT: usize = 6;

/// Whether a total and what it is spread over are told of one place, and of no year that is past.
fn is_here(figures: &Figures<'_>, total: usize) -> bool {
    let (own, total) = (&figures.claims[0], &figures.all[total]);
    let (places, of) = (&own.context().places, &total.context().places);
    let stretch = total.as_of.filter(|as_of| as_of.start != as_of.end);
    let past = stretch.is_some_and(|as_of| as_of.end.zip(figures.published()).is_none_or(|(end, now)| end < now));
    !past && (places.is_empty() || places == of)
}

#[cfg(test)]
mod tests {
    use super::super::product::tests::products;

    #[test]
    fn rates_of_what_was_told() {
        for (text, expected) in [
            ("Orr has 61,300 pupils.\n\nIt employs 4,050 teachers, one for every 25 pupils.", "4,050 × 25 = 61,300"),
            (
                "The isle has 48,210 residents.\n\nThere are 21,900 households, with 3.2 people in each.",
                "21,900 × 3.2 = 48,210",
            ),
            (
                "Officers found 2,040 kilograms of tea.\n\nThe haul, in 1,900 bags of 1.2 kilograms each, was burned.",
                "1,900 × 1.2 = 2,040",
            ),
            // Of something else, or loosely said.
            ("Orr has 61,300 pupils.\n\nIt employs 5,750 teachers, one for every 10 pupils.", "-"),
            ("In 2019 Orr had 61,300 pupils.\n\nIt employs 4,050 teachers, one for every 25 pupils.", "-"),
            ("Orr has 610 pupils.\n\nThe land has 4,050 teachers, one for every 25 pupils.", "-"),
            ("Orr has 61,300 pupils, Lund 52,000 pupils.\n\nIt has 4,050 teachers, one for every 25 pupils.", "-"),
            ("Orr has 61,300 pupils.\n\nIt has 4,050 teachers, one for every 25 clerks.", "-"),
            (
                "Officers found 2,040 kilograms of tea.\n\nThe nuts, in 1,900 bags of 1.2 kilograms each, were sold.",
                "-",
            ),
        ] {
            assert_eq!(products(text), expected, "{text}");
        }
    }
}
