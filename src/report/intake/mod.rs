//! Claims tables read back: the rows that [`facts`](super::facts) writes, to drafts.
//!
//! The rows of a draft stand together, its own first. The facts of a row are what is read; what the row says beside them
//! for people must be what they say, so that nobody changes a figure there and takes it for checked.

mod cells;
mod gathering;
mod row;
mod shown;

pub(crate) use gathering::{Gathering, Place};
pub(crate) use row::{Row, Rows};

/// How a table that can be read comes about.
const WRITER: &str = "`numerate extract --for-check`";
