//! What the tests of this folder share: small drafts read, and two of their figures held against each other.

use super::ClaimRef;
use super::pair::Pair;
use crate::extract::{Depth, Draft, extract};
use crate::grammar::testing::LEXICON;
use crate::input;

/// Each text read as a draft of its own.
pub(super) fn drafts(texts: &[&str]) -> Vec<Draft> {
    let read = |(at, text): (usize, &&str)| {
        let bytes = text.as_bytes().to_vec();
        input::read(&format!("{at}.txt"), bytes, None).into_iter().flatten().next().unwrap()
    };
    texts.iter().enumerate().map(read).map(|document| extract(document, &LEXICON, Depth::Comparable)).collect()
}

/// What is found of the first figures of two drafts.
pub(super) fn across<T>(one: &str, other: &str, ask: impl Fn(&Pair<'_>) -> T) -> T {
    let [a, b] = [0, 1].map(|draft| ClaimRef { draft, claim: 0 });
    ask(&Pair::new(&drafts(&[one, other]), a, b))
}

/// What is found of the first two figures of one draft.
pub(super) fn within<T>(text: &str, ask: impl Fn(&Pair<'_>) -> T) -> T {
    let [a, b] = [0, 1].map(|claim| ClaimRef { draft: 0, claim });
    ask(&Pair::new(&drafts(&[text]), a, b))
}
