//! Tokens to pieces: the only folder that names nom.
//!
//! A production reads from a place in a sentence ([`Tokens`]) and gives what it read and what is left. It is named
//! after its grammar symbol, and its rule stands above it:
//!
//! | notation | means |
//! |---|---|
//! | `a b` | `a`, then `b` |
//! | `a \| b` | the first that fits |
//! | `[a]` | `a` or nothing |
//! | `{a}` | `a` any number of times |
//! | `"of"` | that word, whatever its case |
//! | `a~b` | `b` touches `a` |

pub mod tokens;

pub use tokens::{Parsed, Tokens};
