//! Figures that are worked out from each other: whatever the wording and the rounding, what fits is no finding, and what
//! is beyond all rounding is one.

mod common;
mod reckoned;

use common::drafts;
use numerate::input::by_name;
use numerate::rules::{Ruleset, check};
use proptest::prelude::*;
use reckoned::{Reckoned, reckoned};

/// Sentences without a figure.
const FILLERS: [&str; 5] = [
    "The sky stayed grey.",
    "Nobody at the town hall picked up the telephone.",
    "The brass band played on until the lamps went out.",
    "Neighbours brought soup, bread and blankets.",
    "The matter will come before the council.",
];

/// The kinds of all findings in some Markdown.
fn kinds(text: &str) -> Vec<String> {
    let drafts = drafts("draft.md", text.as_bytes().to_vec(), by_name("markdown"));
    check(&drafts, &Ruleset::embedded()).into_iter().map(|finding| finding.kind).collect()
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

/// Statements of one paragraph, each with what stands around it.
fn placed() -> impl Strategy<Value = (Reckoned, Vec<&'static str>, usize)> {
    let fillers = prop::collection::vec(prop::sample::select(FILLERS.to_vec()), 0..6);
    (reckoned(), fillers, 0..6usize)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_fits_is_no_finding((told, fillers, at) in placed()) {
        let text = passage(&told.right, &fillers, at);
        prop_assert_eq!(kinds(&text), Vec::<String>::new(), "{}", text);
    }

    #[test]
    fn what_no_rounding_explains_is_a_finding((told, fillers, at) in placed()) {
        let text = passage(&told.wrong, &fillers, at);
        prop_assert_eq!(kinds(&text), vec![told.kind.to_owned()], "{}", text);
    }
}
