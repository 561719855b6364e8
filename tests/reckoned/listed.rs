//! Lists that are announced, parts and their wholes, limits and ranges.

use super::{Reckoned, filled, grouped};
use proptest::prelude::*;

/// Any of them.
pub(crate) fn listed() -> impl Strategy<Value = Reckoned> {
    prop_oneof![count(), part(), limit(), range()]
}

const NUMBERS: [&str; 10] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];

const NAMES: [&str; 8] = ["Ardle", "Brone", "Carth", "Dunmere", "Elsby", "Fenwick", "Garth", "Holme"];

const MEASURES: [&str; 8] = [
    "a tax on sugar",
    "a ban on lorries",
    "a fund for repairs",
    "a levy on waste",
    "a prize for poets",
    "a cap on rents",
    "a school of music",
    "a fine for litter",
];

/// A number and the names, or the measures, that it announces.
const COUNTS: [(&str, &[&str]); 8] = [
    ("The league has {a} clubs: {b}.", &NAMES),
    ("Ferries serve {a} ports – {b} – in summer.", &NAMES),
    ("Its {a} owners, {b}, have signed.", &NAMES),
    ("Some {a} ports ({b}) have closed.", &NAMES),
    ("The {a} winners are {b}.", &NAMES),
    ("The council announced {a} measures: {b}.", &MEASURES),
    ("\n\nThe council announced {a} measures:\n\n{b}\n\n", &MEASURES),
    ("The law rests on {a} pillars. {b}", &MEASURES),
];

fn count() -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(COUNTS[1..].iter().chain(&COUNTS[..1]).copied().collect::<Vec<_>>()), 3..7usize, 1..3usize)
        .prop_map(|((wording, items), number, off)| {
            let told = |announced: usize| {
                let list = enumerated(wording, &items[..number]);
                // "Some three ports" is said of about three.
                let wording = wording.replace("Some {a}", "{a}");
                let announced = NUMBERS[announced - 2];
                filled(&wording, &[announced.to_owned(), list])
            };
            // Ordinals may be left out: only more things than announced are a fault.
            let wrong = if wording.contains("pillars") { number - 1 } else { number + off };
            Reckoned { kind: "count", right: told(number), wrong: told(wrong) }
        })
}

/// Items as the wording wants them: in a row, as bullets, or each in a sentence of its own.
fn enumerated(wording: &str, items: &[&str]) -> String {
    if wording.contains("pillars") {
        let ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh"];
        let sentences = ordinals.iter().zip(items).map(|(ordinal, item)| format!("{ordinal}, {item}."));
        return sentences.collect::<Vec<_>>().join(" ");
    }
    if wording.contains('\n') {
        return items.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n");
    }
    let (last, rest) = items.split_last().expect("a list has items");
    format!("{} and {last}", rest.join(", "))
}

/// Some of a whole.
const PARTS: [&str; 6] = [
    "Of the {b} passengers, {a} were saved.",
    "Some {a} of the {b} members voted to leave.",
    "The union has {b} members. Of those, {a} voted to strike.",
    "The firm has {b} workers, {a} of them in Orr.",
    "The crew numbered {b} people, {a} of them students.",
    "From the {b} boats, {a} of them old, the buyer took none.",
];

fn part() -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(PARTS[..5].to_vec()), 50..900i64, 10..90i64, 130..195i64).prop_map(
        |(wording, whole, some, more)| {
            let told = |hundredths: i64| {
                let part = (whole * hundredths / 100).to_string();
                filled(wording, &[grouped(&part), grouped(&whole.to_string())])
            };
            Reckoned { kind: "bounds", right: told(some), wrong: told(more) }
        },
    )
}

/// What has a limit: hundredths of people, ages, heads.
const LIMITS: [(&str, i64, i64); 7] = [
    ("Some {a} percent of voters said no.", 2, 100),
    ("She won {a} percent of the vote.", 2, 100),
    ("Turnout was {a} percent.", 2, 100),
    ("The literacy rate was {a} percent.", 2, 100),
    ("The man, aged {a}, was found in a barn.", 20, 119),
    ("The {a}-year-old suspect was held.", 20, 119),
    ("The poll found that {a} percent of households own a boat.", 2, 100),
];

fn limit() -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(LIMITS.to_vec()), 0..1_000i64, 30..300i64).prop_map(|((wording, least, most), at, over)| {
        let told = |value: i64| filled(wording, &[value.to_string()]);
        let right = told(least + at % (most - least));
        Reckoned { kind: "bounds", right, wrong: told(most + over) }
    })
}

/// The two ends of a range.
const RANGES: [&str; 6] = [
    "Between {a} and {b} people are missing.",
    "A ticket costs between €{a} and €{b}.",
    "An estimated {a} to {b} goats drowned.",
    "About {a}-{b} people marched.",
    "Fines of €{a}-€{b} are planned.",
    "The bill would come to some {a} to {b} tonnes of grain.",
];

fn range() -> impl Strategy<Value = Reckoned> {
    (prop::sample::select(RANGES.to_vec()), 30..400i64, 20..400i64).prop_map(|(wording, low, more)| {
        let told = |low: i64, high: i64| filled(wording, &[low, high].map(|end| end.to_string()));
        Reckoned { kind: "range", right: told(low, low + more), wrong: told(low + more, low) }
    })
}
