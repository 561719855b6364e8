//! Quantities as news copy writes them, with what they say.

use numerate::claim::{Decimal, Stated};
use proptest::prelude::*;

/// A sentence with one quantity in it.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) text: String,
    /// The number's own words in it.
    pub(crate) figure: String,
    pub(crate) stated: Stated,
    pub(crate) unit: &'static str,
    pub(crate) qualifier: Option<&'static str>,
}

/// Any of them.
pub(crate) fn written() -> impl Strategy<Value = Written> {
    (amount(), measured()).prop_map(|((words, qualifier, figure, stated), (before, after, unit))| {
        let text = format!("The county counted {words}{before}{figure}{after}.");
        Written { text, figure, stated, unit, qualifier }
    })
}

/// A qualifier's words and name, and the figure or range behind it.
fn amount() -> impl Strategy<Value = (&'static str, Option<&'static str>, String, Stated)> {
    let range = (2..500u32, 1..500u32, prop::sample::select(QUALIFIERS[..3].to_vec()));
    let range = range.prop_map(|(low, more, (words, qualifier))| {
        let (low, high) = (Decimal::from(low), Decimal::from(low + more));
        (words, qualifier, format!("{low} to {high}"), Stated::Range(low, high))
    });
    let point = (figure(), prop::sample::select(QUALIFIERS.to_vec()));
    let point =
        point.prop_map(|((figure, value), (words, qualifier))| (words, qualifier, figure, Stated::Point(value)));
    prop_oneof![1 => range, 4 => point]
}

/// The words of qualifiers, and their names; those that go with a range stand first.
const QUALIFIERS: [(&str, Option<&str>); 7] = [
    ("", None),
    ("about ", Some("about")),
    ("roughly ", Some("about")),
    ("at least ", Some("at_least")),
    ("more than ", Some("more_than")),
    ("up to ", Some("at_most")),
    ("fewer than ", Some("less_than")),
];

fn figure() -> impl Strategy<Value = (String, Decimal)> {
    let whole = prop_oneof![2..1_000u64, 1_000..3_000_000_000u64];
    let magnitudes = [("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)];
    prop_oneof![
        whole.prop_map(|number| (grouped(number), number.into())),
        (0..1_000_000i64, 1..4u32).prop_map(|(digits, scale)| {
            let number = Decimal::new(digits, scale);
            (number.to_string(), number.normalize())
        }),
        (2..1_000_000u32).prop_map(|number| (spelled(number), number.into())),
        (11..9_999i64, prop::sample::select(magnitudes.to_vec())).prop_map(|(tenths, (name, zeros))| {
            let number = Decimal::new(tenths, 1);
            let value = number * Decimal::from(10u64.pow(zeros));
            (format!("{number} {name}"), value.normalize())
        }),
    ]
}

/// What stands before and after the number, and the unit that it makes.
fn measured() -> impl Strategy<Value = (&'static str, &'static str, &'static str)> {
    prop::sample::select(vec![
        ("", " sheep", "count"),
        ("", " barns", "count"),
        ("", " percent", "percent"),
        ("", " percentage points", "percentage_point"),
        ("", " hectares of forest", "hectare"),
        ("", " kilometres", "kilometre"),
        ("$", "", "USD"),
        ("€", "", "EUR"),
        ("", " euros", "EUR"),
    ])
}

/// `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let places = digits.char_indices();
    places.fold(String::new(), |mut text, (at, digit)| {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
        text
    })
}

const SMALL: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// `two hundred and thirty-one thousand four hundred and seven`.
fn spelled(number: u32) -> String {
    let words = |one: &str, rest: u32, joint: &str| match rest {
        0 => one.to_owned(),
        rest => format!("{one}{joint}{}", spelled(rest)),
    };
    match number {
        0..20 => SMALL[number as usize].to_owned(),
        20..100 => words(TENS[number as usize / 10], number % 10, "-"),
        100..1_000 => words(&format!("{} hundred", spelled(number / 100)), number % 100, " and "),
        _ => {
            let joint = if number % 1_000 < 100 { " and " } else { " " };
            words(&format!("{} thousand", spelled(number / 1_000)), number % 1_000, joint)
        }
    }
}
