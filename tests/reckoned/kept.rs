//! Figures that a desk keeps in a ledger, and sums at the rates that it keeps.

use super::{filled, grouped, half_more};
use proptest::prelude::*;

/// A statement, and the ledger or the rates that it is held against.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) ledger: String,
    pub(crate) rates: String,
    pub(crate) right: String,
    pub(crate) wrong: String,
    /// The kind of finding that the wrong one is.
    pub(crate) kind: &'static str,
}

/// Any of them.
pub(crate) fn kept() -> impl Strategy<Value = Kept> {
    prop_oneof![2 => figure(), 1 => exchanged()]
}

/// A draft's figure, and the row that holds it: `{v}` is what it says.
const FIGURES: [(&str, &str); 4] = [
    (
        "Rossmere Ferries employed {a} people in 2024, Rossmere Ferries said.",
        "people employed,Rossmere Ferries,{v},persons,Rossmere Ferries,2024,",
    ),
    ("In 2024, Rossmere Ferries employed {a} people.", "people employed,Rossmere Ferries,{v},persons,,2024,"),
    ("Lomas counted {a} cases of measles in February.", "measles cases,Lomas,{v},cases,,2025-02,"),
    (
        "In February 2025 there were {a} cases of measles in Lomas, the health ministry said.",
        "measles cases,Lomas,{v},cases,health ministry,2025-02,",
    ),
];

/// Rows that a draft is not held against: one that a later one takes the place of, and another party's.
const OTHERS: [&str; 3] = [
    "",
    "people employed,Rossmere Ferries,77,persons,Rossmere Ferries,2019,\nmeasles cases,Lomas,77,cases,,2024-07,\n",
    "people employed,Upton Tugs,77,persons,Upton Tugs,2024,\nmeasles cases,Arvo,77,cases,,2025-02,\n",
];

fn figure() -> impl Strategy<Value = Kept> {
    let others = prop::sample::select(OTHERS.to_vec());
    (prop::sample::select(FIGURES.to_vec()), others, 1_001..9_999i64).prop_map(|((wording, row), others, value)| {
        let told = |value: i64| filled(wording, &[grouped(&value.to_string())]);
        let header = "measure,subject,value,unit,source,as_of,note";
        let ledger = format!("{header}\n{others}{}\n", row.replace("{v}", &value.to_string()));
        Kept { ledger, rates: String::new(), right: told(value), wrong: told(half_more(value)), kind: "reference" }
    })
}

/// A sum in euros, and the same in dollars.
const SUMS: [&str; 4] = [
    "The house was sold for €{a} (${b}).",
    "They asked for €{a}, or ${b}, on Monday.",
    "It cost {a} euros ({b} dollars).",
    "The ransom was {a} euros, or {b} dollars.",
];

fn exchanged() -> impl Strategy<Value = Kept> {
    (prop::sample::select(SUMS.to_vec()), 12_000..90_000i64, 104..120i64).prop_map(|(wording, sum, cents)| {
        let told = |cents: i64| filled(wording, &[sum, sum * cents / 100].map(|sum| grouped(&sum.to_string())));
        let rates = format!("from,to,rate,as_of\nEUR,USD,{}.{:02},2025-03\n", cents / 100, cents % 100);
        Kept { ledger: String::new(), rates, right: told(cents), wrong: told(cents + 15), kind: "conversion" }
    })
}
