//! Figures that are worked out from each other: whatever the wording and the rounding, what fits is no finding, and what
//! is beyond all rounding is one.

mod common;
mod reckoned;

use common::drafts;
use numerate::input::by_name;
use numerate::lexicon::Lexicon;
use numerate::rules::{Books, Ruleset, check_against};
use proptest::prelude::*;
use reckoned::kept::{Kept, kept};
use reckoned::reckoned;
use std::sync::LazyLock;

/// The words that ledgers and rates are read with.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::embedded);

/// Sentences without a figure.
const FILLERS: [&str; 5] = [
    "The sky stayed grey.",
    "Nobody at the town hall picked up the telephone.",
    "The brass band played on until the lamps went out.",
    "Neighbours brought soup, bread and blankets.",
    "The matter will come before the council.",
];

/// The kinds of all findings in some Markdown of 12 March 2025.
fn kinds(text: &str, books: &Books) -> Vec<String> {
    let dated = format!("---\ndate: 2025-03-12\n---\n\n{text}");
    let drafts = drafts("draft.md", dated.into_bytes(), by_name("markdown"));
    check_against(&drafts, &Ruleset::embedded(), books).into_iter().map(|finding| finding.kind).collect()
}

/// What a desk keeps.
fn books(kept: &Kept) -> Books {
    let mut books = Books::default();
    let mut problems = Vec::new();
    if !kept.ledger.is_empty() {
        problems.extend(books.ledger.add("ledger.csv", kept.ledger.as_bytes(), &LEXICON));
    }
    if !kept.rates.is_empty() {
        problems.extend(books.rates.add("rates.csv", kept.rates.as_bytes(), &LEXICON));
    }
    assert!(problems.is_empty(), "{problems:?}");
    books
}

/// A statement with sentences around it, in its paragraph and in others.
fn passage(statement: &str, fillers: &[&str], at: usize) -> String {
    let sentences = |fillers: &[&str]| fillers.join(" ");
    let (before, behind) = fillers.split_at(at.min(fillers.len()));
    match at % 3 {
        0 => format!("{}\n\n{statement}\n\n{}", sentences(before), sentences(behind)),
        1 => format!("{} {statement} {}", sentences(before), sentences(behind)),
        _ => format!("{statement} {}\n\n{}", sentences(before), sentences(behind)),
    }
}

/// What stands around a statement, and at which place in it the statement stands.
fn around() -> impl Strategy<Value = (Vec<&'static str>, usize)> {
    (prop::collection::vec(prop::sample::select(FILLERS.to_vec()), 0..6), 0..6usize)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_fits_is_no_finding(told in reckoned(), (fillers, at) in around()) {
        let text = passage(&told.right, &fillers, at);
        prop_assert_eq!(kinds(&text, &Books::default()), Vec::<String>::new(), "{}", text);
    }

    #[test]
    fn what_no_rounding_explains_is_a_finding(told in reckoned(), (fillers, at) in around()) {
        let text = passage(&told.wrong, &fillers, at);
        prop_assert_eq!(kinds(&text, &Books::default()), vec![told.kind.to_owned()], "{}", text);
    }

    #[test]
    fn what_the_desk_keeps_is_no_finding(kept in kept(), (fillers, at) in around()) {
        let text = passage(&kept.right, &fillers, at);
        prop_assert_eq!(kinds(&text, &books(&kept)), Vec::<String>::new(), "{}", text);
    }

    #[test]
    fn what_is_not_what_the_desk_keeps_is_a_finding(kept in kept(), (fillers, at) in around()) {
        let text = passage(&kept.wrong, &fillers, at);
        prop_assert_eq!(kinds(&text, &books(&kept)), vec![kept.kind.to_owned()], "{}", text);
    }
}
