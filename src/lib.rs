//! The library under the `numerate` command: drafts in, claims and findings out.
//!
//! It prints nothing, opens nothing, and reads no clock: bytes and dates are arguments, problems are values.

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
