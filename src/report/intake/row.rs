//! One row of a claims table, as written in a line.

use super::WRITER;
use super::cells::{Cell, cells};
use super::shown::Shown;
use crate::claim::Claim;
use crate::extract::Facts;
use crate::text::Problem;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Error, Value};

/// How the rows of a table are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    /// An object a line.
    Ndjson,
    /// Cells under a header, whose names these are.
    Csv(Vec<String>),
}

/// A row, and the 1-based number of its line.
#[derive(Debug)]
pub(crate) struct Row {
    pub(super) line: usize,
    pub(super) document: String,
    /// What it is sorted by: the key, and its place under that.
    pub(super) sorted_by: Option<(String, String)>,
    /// The number that the table gives the claim.
    pub(super) number: Option<usize>,
    pub(super) says: Says,
}

/// What a row says.
#[derive(Debug)]
pub(super) enum Says {
    /// What a draft is; those of its claims follow.
    Draft(Box<Facts<'static>>),
    /// A claim, and what the row says of it for people.
    Claim(Box<Claim>, Shown),
}

/// Something wrong in a column of a line, 1-based and in code points.
struct Fault(usize, String);

impl Row {
    /// The row of a table in columns, 1-based `number`, that has these values under these names.
    ///
    /// # Errors
    /// Values that make no row.
    pub(crate) fn of_values(path: &str, number: usize, values: Vec<(String, String)>) -> Result<Self, Problem> {
        if let Some(needed) = missing(|needed| values.iter().any(|(name, _)| name == needed)) {
            return Err(Problem::at(path, number, 1, without_column(needed)));
        }
        let cells = values.into_iter().map(|(name, value)| (name, (1, value))).collect();
        named(number, cells, Shown::Values).map_err(|Fault(_, message)| Problem::at(path, number, 1, message))
    }

    /// Whether it is the row of a draft, and not of a claim.
    pub(crate) const fn is_draft(&self) -> bool {
        matches!(self.says, Says::Draft(_))
    }
}

impl Rows {
    /// How the rows of a table are written that begins with this line.
    ///
    /// # Errors
    /// A header without the columns that a check needs.
    pub(crate) fn of(path: &str, first: &[u8]) -> Result<Self, Problem> {
        let first = String::from_utf8_lossy(first);
        let line = first.trim_start_matches(MARK).trim_end();
        if line.is_empty() || line.starts_with('{') {
            return Ok(Self::Ndjson);
        }
        let names: Vec<_> = cells(line).into_iter().map(|(_, name)| name).collect();
        match missing(|needed| names.iter().any(|name| name == needed)) {
            Some(needed) => Err(Problem::at(path, 1, 1, without_column(needed))),
            None => Ok(Self::Csv(names)),
        }
    }

    /// The row of a line, 1-based `number` of its file; `None` where it is blank, or the header.
    ///
    /// # Errors
    /// A line that is no row, with line and column.
    pub(crate) fn row(&self, path: &str, number: usize, line: &[u8]) -> Result<Option<Row>, Problem> {
        let fault = |Fault(column, message)| Problem::at(path, number, column, message);
        let line = std::str::from_utf8(line).map_err(|error| {
            let column = String::from_utf8_lossy(line.get(..error.valid_up_to()).unwrap_or(line)).chars().count() + 1;
            fault(Fault(column, "not UTF-8, expected a row in UTF-8".to_owned()))
        })?;
        let line = line.trim_start_matches(MARK).trim_end();
        match self {
            _ if line.is_empty() => Ok(None),
            Self::Ndjson => object(number, line).map(Some).map_err(fault),
            Self::Csv(_) if number == 1 => Ok(None),
            Self::Csv(names) => record(number, names, line).map(Some).map_err(fault),
        }
    }
}

/// A column that a check needs and that is not there.
fn missing(is_there: impl Fn(&str) -> bool) -> Option<&'static str> {
    ["claim", "document", "facts"].into_iter().find(|needed| !is_there(needed))
}

fn without_column(needed: &str) -> String {
    format!("no column `{needed}`, expected a table that {WRITER} wrote")
}

/// What a file may begin with to say that it is UTF-8.
const MARK: char = '\u{feff}';

/// The members of an object that are looked at first.
#[derive(Deserialize)]
struct Head<'l> {
    key: Option<String>,
    row: Option<String>,
    id: Option<Value>,
    document: Option<String>,
    #[serde(borrow)]
    facts: Option<&'l RawValue>,
}

fn object(line: usize, json: &str) -> Result<Row, Fault> {
    let head: Head<'_> = serde_json::from_str(json).map_err(|error| fault(&error, json, 0))?;
    let document = head.document.ok_or_else(|| Fault(1, "no `document`, expected the name of a draft".to_owned()))?;
    let facts = head.facts.ok_or_else(|| Fault(1, without_facts()))?.get();
    // The facts are a part of the line.
    let start = (facts.as_ptr() as usize).saturating_sub(json.as_ptr() as usize);
    let number = head.id.as_ref().and_then(Value::as_str).and_then(number_of);
    let says = if head.id.is_none() {
        Says::Draft(Box::new(parsed(facts).map_err(|error| fault(&error, json, start))?))
    } else {
        let claim = parsed(facts).map_err(|error| fault(&error, json, start))?;
        Says::Claim(Box::new(claim), Shown::Object(json.into()))
    };
    Ok(Row { line, document, sorted_by: head.key.zip(head.row), number, says })
}

/// The number in the name of a claim.
fn number_of(name: &str) -> Option<usize> {
    name.strip_prefix('c')?.parse().ok()
}

fn record(number: usize, names: &[String], line: &str) -> Result<Row, Fault> {
    let cells = cells(line);
    if cells.len() != names.len() {
        return Err(Fault(1, format!("{} cells, expected one for each of the {} columns", cells.len(), names.len())));
    }
    let cells = names.iter().cloned().zip(cells).collect();
    named(number, cells, Shown::Cells)
}

/// The row that cells make under the names of their columns.
fn named(number: usize, mut cells: Vec<(String, Cell)>, shown: fn(Vec<(String, Cell)>) -> Shown) -> Result<Row, Fault> {
    let is_sorted = cells.iter().any(|(name, _)| name == "key");
    let mut take = |wanted: &str| {
        let at = cells.iter().position(|(name, _)| name == wanted);
        at.map(|at| cells.swap_remove(at).1).unwrap_or_default()
    };
    let ((_, id), (column, facts), (_, document)) = (take("claim"), take("facts"), take("document"));
    let ((_, key), (_, row)) = (take("key"), take("row"));
    if facts.is_empty() {
        return Err(Fault(column, without_facts()));
    }
    // In the line, a quote stands before the cell and each quote in it is two.
    let fault_inside = |error: Error| {
        let Fault(inside, message) = fault(&error, &facts, 0);
        let quotes = facts.chars().take(inside.saturating_sub(1)).filter(|letter| *letter == '"').count();
        Fault(column + inside + quotes, message)
    };
    let says = if id.is_empty() {
        Says::Draft(Box::new(parsed(&facts).map_err(fault_inside)?))
    } else {
        Says::Claim(Box::new(parsed(&facts).map_err(fault_inside)?), shown(cells))
    };
    Ok(Row { line: number, document, sorted_by: is_sorted.then_some((key, row)), number: number_of(&id), says })
}

fn parsed<T: DeserializeOwned>(json: &str) -> Result<T, Error> {
    serde_json::from_str(json)
}

fn without_facts() -> String {
    format!("no `facts`, expected a table that {WRITER} wrote")
}

/// What is wrong with some JSON that begins at a byte of a line; its place is told apart.
fn fault(error: &Error, line: &str, start: usize) -> Fault {
    let message = error.to_string();
    let reason = message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _)| reason);
    let at = start + error.column().saturating_sub(1);
    let column = line.char_indices().take_while(|&(byte, _)| byte < at).count() + 1;
    Fault(column, format!("{reason}; expected a row as {WRITER} writes it"))
}
