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

mod age;
mod amount;
pub mod attribution;
pub mod date;
mod duration;
mod figure;
mod noise;
mod number;
mod qualifier;
mod quantity;
mod range;
mod ratio;
mod shared;
#[cfg(test)]
pub(crate) mod testing;
pub mod tokens;
pub mod unit;
mod words;
mod zero;

pub use attribution::{AttributionPiece, attributions};
pub use number::Number;
pub use quantity::{NoisePiece, QuantityPiece, quantities};
pub use tokens::{Parsed, Sentence, Tokens};
pub use unit::Denomination;
pub use words::Words;
