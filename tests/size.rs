//! Work grows with the text and no faster: one long paragraph or sentence, many numbers, many sources.
//!
//! What is measured is the time of a run over one text against that over four times as much of it. A quadratic step would
//! take sixteen times as long; half of that is let pass, since other programs run at the same time.

mod common;

use std::fmt::Write;
use std::time::{Duration, Instant};

/// How many times as much text the longer run has, and how many times as long it may take.
const TIMES: usize = 4;
const MOST: u32 = 8;

/// The time of the quickest of three readings of a text, with its checks.
fn time(text: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        let drafts = common::drafts("long.txt", text.as_bytes().to_vec(), None);
        let findings = numerate::rules::check(&drafts, &numerate::rules::Ruleset::embedded());
        let took = start.elapsed();
        assert!(findings.len() < text.len());
        took
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}

/// Holds a text of so many pieces against one of four times as many.
fn assert_linear(what: &str, pieces: usize, piece: impl Fn(usize) -> String) {
    let text = |pieces: usize| {
        (0..pieces).fold(String::new(), |mut text, number| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{}", piece(number));
            text
        })
    };
    let (short, long) = (time(&text(pieces)), time(&text(TIMES * pieces)));
    assert!(long <= short * MOST, "{what}: {short:?} for one, {long:?} for {TIMES} times as much");
}

#[test]
fn one_paragraph() {
    assert_linear("a paragraph", 800, |number| format!("The ferry carried {} people and {} vans. ", 100 + number, 7));
}

#[test]
fn many_numbers() {
    assert_linear("numbers", 500, |number| format!("{} ", 10_000 + number));
}

#[test]
fn many_sources() {
    assert_linear("sources", 400, |number| {
        let name: String = number.to_string().bytes().map(|digit| char::from(b'a' + (digit - b'0'))).collect();
        format!("Ada Vor{name} said {} boats sank.\n\n", 10 + number)
    });
}

#[test]
fn one_sentence() {
    assert_linear("a sentence", 400, |number| format!("{number} km ({} miles), ", 2 * number));
}

#[test]
fn figures_taken_up() {
    assert_linear("figures taken up", 300, |number| {
        let next = 101 + number;
        format!(
            "It has {} parks.\n\nThe {next} parks will close. Of the {}, 86 were new.\n\n",
            100 + number,
            900 + number
        )
    });
}
