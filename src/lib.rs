//! The library under the `numerate` command: drafts in, claims and findings out.
//!
//! A draft goes one way, each step a function that gives a new value:
//!
//! | step | function | gives |
//! |---|---|---|
//! | bytes are read as text | [`input::read`] | a [`text::Document`] |
//! | figures are read in it | [`extract::extract`] | an [`extract::Draft`] with its [`claim::Claim`]s |
//! | drafts are held against each other | [`rules::check`] | [`rules::Finding`]s |
//! | what was found is written | [`report::CHECK`] and its like | bytes |
//!
//! ```
//! use numerate::extract::{Depth, extract};
//! use numerate::{input, lexicon::Lexicon, rules};
//!
//! let copy = "Police said 12 people were killed when the pier collapsed.\n\n\
//!             The harbour union said 19 people were killed in the collapse.";
//! let lexicon = Lexicon::embedded();
//! let documents = input::read("pier.txt", copy.into(), None).into_iter().flatten();
//! let drafts: Vec<_> = documents.map(|document| extract(document, &lexicon, Depth::Comparable)).collect();
//! assert_eq!(drafts[0].claims[1].source.as_ref().map(|source| &*source.name), Some("harbour union"));
//!
//! let findings = rules::check(&drafts, &rules::Ruleset::embedded());
//! assert_eq!(findings[0].rule, "conflicting-estimates");
//! assert_eq!(findings[0].span.of(drafts[0].document.text()), "19");
//! ```
//!
//! Nothing here prints, opens a file, reads a clock or panics over a draft: bytes and dates are arguments, what went
//! wrong is a value ([`text::Problem`]), and what the command line needs of the machine comes through [`cli::World`].

pub mod claim;
pub mod cli;
pub mod compare;
pub mod config;
pub mod extract;
pub mod grammar;
pub mod input;
pub mod lexicon;
pub mod report;
pub mod rules;
pub mod text;

/// The README's code, run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
