//! The library under the `numerate` command: drafts in, claims and findings out.
pub mod claim;
pub mod input;
pub mod text;
