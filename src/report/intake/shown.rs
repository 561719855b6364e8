//! What a row says of a claim for people, and whether that is what its facts say.

use super::cells::Cell;
use crate::claim::Claim;
use crate::report::csv::{cells_of, guarded};
use crate::report::shape::ClaimWriter;
use crate::text::Document;
use serde::Serialize;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// What a row says of a claim for people.
#[derive(Debug)]
pub(super) enum Shown {
    /// All of an object, as written.
    Object(Box<str>),
    /// Cells with the names of their columns.
    Cells(Vec<(String, Cell)>),
    /// The same, to the letter and in no line.
    Values(Vec<(String, Cell)>),
}

impl Shown {
    /// What it says that the claim does not, with the column of the line where that stands. What it does not say at all,
    /// nobody can mistake.
    pub(super) fn odd(&self, document: &Document, claim: &Claim) -> Option<(usize, String)> {
        match self {
            Self::Object(line) => odd_member(line, document, claim).map(|message| (1, message)),
            Self::Cells(cells) => odd_cell(cells, document, claim, guarded),
            Self::Values(cells) => odd_cell(cells, document, claim, |told| told.into()),
        }
    }
}

/// The name of a claim hangs on other claims, and is not looked at.
fn odd_cell(
    cells: &[(String, Cell)],
    document: &Document,
    claim: &Claim,
    written: fn(&str) -> Cow<'_, str>,
) -> Option<(usize, String)> {
    cells_of(0, document, claim).iter().skip(1).find_map(|(name, told)| {
        let told = written(told);
        let (_, (column, cell)) = cells.iter().find(|(known, (_, cell))| known == name && *cell != told)?;
        Some((*column, differs(name, cell, &told)))
    })
}

fn odd_member(line: &str, document: &Document, claim: &Claim) -> Option<String> {
    let mut json = Vec::new();
    ClaimWriter::default().put(0, document, claim, &mut json);
    // Most rows are as they were written: all but the first member of the object stands in the line.
    let members = memchr::memmem::find(&json, b",").and_then(|comma| json.get(comma..json.len() - 1));
    if members.is_some_and(|members| memchr::memmem::find(line.as_bytes(), members).is_some()) {
        return None;
    }
    let told: Map<String, Value> = serde_json::from_slice(&json).unwrap_or_default();
    let says: Map<String, Value> = serde_json::from_str(line).unwrap_or_default();
    let odd = |(name, told): (&String, &Value)| {
        let says = says.get(name).filter(|says| *name != "id" && *says != told)?;
        Some(differs(name, says, told))
    };
    told.iter().find_map(odd)
}

fn differs(name: &str, says: &impl Serialize, told: &impl Serialize) -> String {
    let says = serde_json::to_string(says).unwrap_or_default();
    let told = serde_json::to_string(told).unwrap_or_default();
    format!("`{name}` is {says}, and by the facts of the row {told}; expected a row as it was extracted")
}
