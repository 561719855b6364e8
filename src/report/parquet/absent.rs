//! What stands for `parquet` in a program that is built without it: it says how to come by one with it.

use super::{Writer, building};
use std::io::{Read, Seek};

/// The claims table.
pub(super) const CLAIMS: Writer = Writer::Unbuilt("parquet");

/// The claims table that is to be checked.
pub(super) const CLAIMS_FOR_CHECK: Writer = CLAIMS;

/// The claims table that is to be sorted.
pub(super) const CLAIMS_BY_KEY: Writer = CLAIMS;

/// There is none.
#[derive(Debug)]
pub(crate) enum Reader {}

impl Reader {
    /// Tells how it could be read.
    ///
    /// # Errors
    /// Always.
    pub(crate) fn open(_: impl Read + Seek + Send + 'static) -> Result<Self, String> {
        Err(format!("a table in Parquet, which this program cannot read; {}", building("parquet")))
    }

    /// No rows, since there is no reader.
    pub(crate) const fn rows(&mut self) -> Result<Vec<Vec<(String, String)>>, String> {
        match *self {}
    }
}
