//! The words that the grammar knows: TOML as written, compiled into quick lookups.

mod list;
pub mod written;

pub use list::List;

/// The words that the grammar knows.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// The lexicon that the program carries.
    pub fn embedded() -> Self {
        Self {}
    }
}
