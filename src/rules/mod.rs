//! Rules as written and as ready, and what they find.

mod finding;

pub use finding::{Finding, Severity};
