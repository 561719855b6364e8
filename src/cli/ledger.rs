//! Ledgers: whether they can be read. No rule compares with one yet, but a broken one is told of at once.

use super::world::World;
use crate::text::Problem;
use csv::{ReaderBuilder, StringRecord};

/// The columns of a ledger.
const HEADER: [&str; 7] = ["measure", "subject", "value", "unit", "source", "as_of", "note"];

/// What is wrong with a ledger.
pub(super) fn read(path: &str, world: &dyn World) -> Vec<Problem> {
    let file = match world.open(path) {
        Ok(file) => file,
        Err(error) => return vec![Problem::file(path, error.to_string())],
    };
    let mut table = ReaderBuilder::new().from_reader(file);
    match table.headers() {
        Ok(header) if !fits(header) => {
            return vec![Problem::at(path, 1, 1, format!("expected the header {}", HEADER.join(",")))];
        }
        Ok(_) => {}
        Err(error) => return vec![problem(path, &error)],
    }
    table.records().filter_map(|row| row.err().map(|error| problem(path, &error))).collect()
}

fn fits(header: &StringRecord) -> bool {
    header.iter().map(|name| name.trim_start_matches('\u{FEFF}').trim()).eq(HEADER)
}

fn problem(path: &str, error: &csv::Error) -> Problem {
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} cells in a row, expected {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "a row is not UTF-8".to_owned(),
        _ => error.to_string(),
    };
    match error.position() {
        Some(place) => Problem { line: usize::try_from(place.line()).ok(), ..Problem::file(path, message) },
        None => Problem::file(path, message),
    }
}
