//! Tables that a desk keeps as CSV, read row by row: what is wrong with a cell is told with its line and column.
//!
//! This module knows the shape of such a table, but no column of it.

use crate::text::Problem;
use csv::{ReaderBuilder, StringRecord};
use jiff::civil::Date;
use std::io::Read;

/// One row of a table.
pub(super) struct Row {
    path: String,
    /// 1-based.
    pub(super) line: usize,
    cells: StringRecord,
    /// Where each cell begins: its line and its column, both 1-based, the column in code points.
    places: Vec<(usize, usize)>,
}

impl Row {
    /// The text of a cell, without the white space around it; empty where the row has none.
    pub(super) fn cell(&self, at: usize) -> &str {
        self.cells.get(at).unwrap_or_default().trim()
    }

    /// A problem with a cell.
    pub(super) fn problem(&self, at: usize, message: String) -> Problem {
        let (line, column) = self.places.get(at).copied().unwrap_or((self.line, 1));
        Problem::at(&self.path, line, column, message)
    }
}

/// The rows of a file whose first line is `header`, each read with `shape`, and the problems of those that do not fit.
pub(super) fn read<T>(
    path: &str,
    mut file: impl Read,
    header: &[&str],
    mut shape: impl FnMut(&Row) -> Result<T, Problem>,
) -> (Vec<T>, Vec<Problem>) {
    let mut bytes = Vec::new();
    if let Err(error) = file.read_to_end(&mut bytes) {
        return (Vec::new(), vec![Problem::file(path, error.to_string())]);
    }
    let mut table = ReaderBuilder::new().from_reader(&*bytes);
    match table.headers() {
        Ok(names) if !fits(names, header) => {
            return (Vec::new(), vec![Problem::at(path, 1, 1, format!("expected the header {}", header.join(",")))]);
        }
        Ok(_) => {}
        Err(error) => return (Vec::new(), vec![problem(path, &error)]),
    }
    let (mut ready, mut problems) = (Vec::new(), Vec::new());
    for record in table.records() {
        let row = record.map_err(|error| problem(path, &error)).map(|cells| row(path, &bytes, cells));
        match row.and_then(|row| shape(&row)) {
            Ok(one) => ready.push(one),
            Err(problem) => problems.push(problem),
        }
    }
    (ready, problems)
}

fn fits(names: &StringRecord, header: &[&str]) -> bool {
    names.iter().map(|name| name.trim_start_matches('\u{FEFF}').trim()).eq(header.iter().copied())
}

fn problem(path: &str, error: &csv::Error) -> Problem {
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} cells in a row, expected {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "a row is not UTF-8".to_owned(),
        _ => error.to_string(),
    };
    match error.position().and_then(|place| usize::try_from(place.line()).ok()) {
        Some(line) => Problem::at(path, line, 1, message),
        None => Problem::file(path, message),
    }
}

fn row(path: &str, bytes: &[u8], cells: StringRecord) -> Row {
    let place = cells.position();
    let line = place.and_then(|place| usize::try_from(place.line()).ok()).unwrap_or(1);
    let start = place.and_then(|place| usize::try_from(place.byte()).ok()).unwrap_or_default();
    let written = String::from_utf8_lossy(bytes.get(start..).unwrap_or_default());
    Row { path: path.to_owned(), line, places: places(&written, line, cells.len()), cells }
}

/// Where so many cells begin in a text that opens with them.
fn places(written: &str, line: usize, cells: usize) -> Vec<(usize, usize)> {
    let (mut places, mut line, mut column, mut quoted) = (vec![(line, 1)], line, 1, false);
    for letter in written.chars() {
        if places.len() == cells {
            break;
        }
        column += 1;
        match letter {
            '"' => quoted = !quoted,
            '\n' => (line, column) = (line + 1, 1),
            ',' if !quoted => places.push((line, column)),
            _ => {}
        }
    }
    places
}

/// The days of `2025-03-14`, `2025-03`, `2025`, or from the first to the last of two with a `/` between them, both
/// included.
pub(super) fn period(text: &str) -> Option<(Date, Date)> {
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    let (start, end) = (stretch(first)?.0, stretch(last)?.1);
    (start <= end).then_some((start, end))
}

fn stretch(text: &str) -> Option<(Date, Date)> {
    let mut parts = text.trim().split('-');
    let year = parts.next()?.parse().ok()?;
    let Some(month) = parts.next() else {
        return Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?));
    };
    let first = Date::new(year, month.parse().ok()?, 1).ok()?;
    match (parts.next(), parts.next()) {
        (None, _) => Some((first, first.last_of_month())),
        (Some(day), None) => {
            let day = Date::new(year, first.month(), day.parse().ok()?).ok()?;
            Some((day, day))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{period, read};

    #[test]
    fn cells_are_complained_of_where_they_stand() {
        let file = "a,b\n1,\"é, 2\"\n\"x\ny\",3\n4\n";
        let (read, problems) = read("t.csv", file.as_bytes(), &["a", "b"], |row| match row.cell(1) {
            "3" => Err(row.problem(1, "not 3".to_owned())),
            cell => Ok(cell.to_owned()),
        });
        assert_eq!(read, ["é, 2"]);
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["t.csv:4:4: not 3", "t.csv:5:1: 1 cells in a row, expected 2"]);
    }

    #[test]
    fn periods() {
        for (text, days) in [
            ("2025-03-14", "2025-03-14 2025-03-14"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("2025", "2025-01-01 2025-12-31"),
            ("2025-01/2025-03", "2025-01-01 2025-03-31"),
            ("2025-03/2025-01", ""),
        ] {
            let found = period(text).map_or(String::new(), |(start, end)| format!("{start} {end}"));
            assert_eq!(found, days, "{text}");
        }
    }
}
