//! `parquet`: the claims table in columns, for data tools and clusters. The columns are those of `csv`, with the words of the
//! draft to the letter; places are whole numbers, days are dates, and what is not known is null. Figures are text, since no
//! type of a column holds all digits that drafts give.

mod reader;
mod writer;

pub(crate) use reader::Reader;
pub(super) use writer::{CLAIMS, CLAIMS_BY_KEY, CLAIMS_FOR_CHECK};

use parquet::errors::ParquetError;

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Whole,
    Day,
}

impl Kind {
    /// What stands under the name of a column.
    fn of(column: &str) -> Self {
        match column {
            "line" | "column" | "start" | "end" => Self::Whole,
            "said_start" | "said_end" | "as_of_start" | "as_of_end" => Self::Day,
            _ => Self::Text,
        }
    }
}

/// What went wrong, in words of the library that are no type's name.
fn told(error: &ParquetError) -> String {
    let told = error.to_string();
    told.split_once(": ").map_or(told.as_str(), |(_, reason)| reason).to_owned()
}
