//! Columns of a table that end, or begin, with a row of totals.
//!
//! A last column headed "Total" sums up each row.
//!
//! Every row between the heading and the total must hold exactly one figure in the column; a table with rows of "of
//! which" or of subtotals is left alone, and so is a column of shares, averages or rates.

use super::breakdown;
use crate::claim::{Claim, Relation, Stated};
use crate::text::{Block, Cell, Document};

/// The sums of all tables of a document.
pub(super) fn sums(document: &Document, claims: &[Claim]) -> Vec<Relation> {
    let mut found = Vec::new();
    let mut blocks = document.blocks();
    while let Some(start) = blocks.iter().position(|block| block.cell.is_some()) {
        let table = blocks[start].cell.map(|cell| cell.table);
        let len = blocks[start..].iter().take_while(|block| block.cell.map(|cell| cell.table) == table).count();
        let (cells, rest) = blocks[start..].split_at(len);
        found.extend(table_sums(document.text(), cells, claims));
        found.extend(row_sums(document.text(), cells, claims));
        let lead = start.checked_sub(1).map(|before| &blocks[before]);
        found.extend(lead.and_then(|lead| breakdown::sum(document.text(), lead, cells, claims)));
        blocks = rest;
    }
    found
}

fn table_sums(text: &str, cells: &[Block], claims: &[Claim]) -> Vec<Relation> {
    let Some(total) = total_row(text, cells) else { return Vec::new() };
    let columns = cells.iter().filter_map(|block| block.cell).map(|cell| cell.column).max().unwrap_or(0);
    (1..=columns).filter_map(|column| column_sum(text, cells, claims, total, column)).collect()
}

/// The only row that is a total, where it is the first or the last below the heading.
fn total_row(text: &str, cells: &[Block]) -> Option<usize> {
    let labels = || {
        cells.iter().filter_map(|block| Some((block.cell?, label(text, block)))).filter(|(cell, _)| cell.column == 0)
    };
    let within = labels()
        .any(|(_, label)| label.starts_with("of which") || label.starts_with("sub") || label.contains("including"));
    let parts = labels().filter(|(cell, _)| cell.row > 0).filter(|(_, label)| is_of_a_year(label)).count();
    let whole_year = |label: &str| parts > 1 && matches!(label, "year" | "full year" | "whole year" | "the year");
    let mut totals = labels().filter(|(cell, label)| cell.row > 0 && (is_total(label) || whole_year(label)));
    let (row, another) = (totals.next()?.0.row, totals.next());
    let last = cells.iter().filter_map(|block| block.cell).map(|cell| cell.row).max()?;
    (!within && another.is_none() && (row == last || row == 1)).then_some(row)
}

pub(super) fn is_total(label: &str) -> bool {
    let first = label.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    let all = label.starts_with("all ") && !label.starts_with("all other");
    first == Some("total")
        || all
        || label.ends_with(" total")
        || matches!(label, "all" | "sum" | "altogether" | "overall" | "in all")
}

/// Whether a label names a part of a year: "January to March", "second quarter", "Q2", "spring".
fn is_of_a_year(label: &str) -> bool {
    const PARTS: [&str; 21] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "spring", "summer",
        "autumn", "winter", "q1", "q2", "q3", "q4", "half",
    ];
    label.contains("quarter") || label.ends_with("half") || PARTS.iter().any(|part| label.starts_with(part))
}

/// The letters of a cell in lower case, without marks of emphasis around them.
pub(super) fn label(text: &str, block: &Block) -> String {
    block.span.of(text).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn column_sum(text: &str, cells: &[Block], claims: &[Claim], total: usize, column: usize) -> Option<Relation> {
    let is_in = |cell: Cell| cell.column == column && cell.row > 0;
    let heading = cells.iter().find(|block| block.cell.is_some_and(|cell| cell.row == 0 && cell.column == column));
    if heading.is_some_and(|block| is_of_no_sum(&label(text, block))) {
        return None;
    }
    let rows = cells.iter().filter_map(|block| block.cell).filter(|cell| cell.column == 0 && cell.row > 0).count();
    let table = cells.first()?.cell?.table;
    let figures = claims.iter().enumerate().filter_map(|(at, claim)| Some((at, claim, claim.cell?)));
    let figures: Vec<_> = figures.filter(|(_, _, cell)| cell.table == table && is_in(*cell)).collect();
    let one_each = figures.len() == rows && figures.windows(2).all(|pair| pair[0].2.row < pair[1].2.row);
    let (_, sum, _) = figures.iter().find(|(_, _, cell)| cell.row == total)?;
    let alike = figures.iter().all(|(_, claim, _)| claim.quantity.unit == sum.quantity.unit && can_be_added(claim));
    let place =
        |wanted: bool| figures.iter().filter(move |(_, _, cell)| (cell.row == total) == wanted).map(|(at, _, _)| *at);
    (one_each && rows > 2 && alike).then(|| Relation::Sum {
        parts: place(false).collect(),
        total: place(true).next().unwrap_or(0),
        complete: true,
    })
}

/// The rows whose last figure stands below "Total".
fn row_sums(text: &str, cells: &[Block], claims: &[Claim]) -> Vec<Relation> {
    let headings = || cells.iter().filter(|block| block.cell.is_some_and(|cell| cell.row == 0 && cell.column > 0));
    let last = headings().next_back().filter(|block| is_total(&label(text, block))).and_then(|block| block.cell);
    let odd = headings().any(|block| is_of_no_sum(&label(text, block)));
    let Some(last) = last.filter(|last| last.column > 2 && !odd) else { return Vec::new() };
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (at, cell) in claims.iter().enumerate().filter_map(|(at, claim)| Some((at, claim.cell?))) {
        if cell.table == last.table && cell.row > 0 && cell.column > 0 {
            rows.resize_with(rows.len().max(cell.row), Vec::new);
            rows[cell.row - 1].push(at);
        }
    }
    rows.retain(|row| row.len() == last.column);
    rows.into_iter().filter_map(|row| row_sum(claims, &row)).collect()
}

/// A row whose figures stand in as many columns and are of one unit.
fn row_sum(claims: &[Claim], row: &[usize]) -> Option<Relation> {
    let (&total, parts) = row.split_last()?;
    let unit = &claims[total].quantity.unit;
    let apart = row.windows(2).all(|pair| claims[pair[0]].cell != claims[pair[1]].cell);
    let alike = row.iter().all(|&at| claims[at].quantity.unit == *unit && can_be_added(&claims[at]));
    (apart && alike).then(|| Relation::Sum { parts: parts.to_vec(), total, complete: true })
}

/// Whether a figure is one point of what can be summed up.
pub(super) fn can_be_added(claim: &Claim) -> bool {
    let shares = claim.quantity.unit.is_share();
    matches!(claim.quantity.stated, Stated::Point(_)) && !shares
}

/// Whether a heading tells that the figures below it do not add up: they are a measure, or years.
pub(super) fn is_of_no_sum(heading: &str) -> bool {
    const MEASURES: [&str; 11] =
        ["percent", "percentage", "per", "average", "mean", "median", "rate", "change", "share", "ratio", "rank"];
    let mut words = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let years = words.clone().next() == Some("year") || heading.contains("on year") || heading.contains("on-year");
    years
        || heading.contains('%')
        || words.any(|word| word == "index" || MEASURES.contains(&word.trim_end_matches('s')))
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn columns_with_a_total() {
        let table = |rows: &str| format!("| Town | Homes |\n|---|---|\n{rows}\n");
        for (rows, expected) in [
            ("| Upton | 24 |\n| Westby | 20 |\n| Total | 54 |", "24 + 20 = 54"),
            ("| All | 54 |\n| Upton | 24 |\n| Westby | 20 |", "24 + 20 = 54"),
            ("| January to June | 24 |\n| July to December | 20 |\n| Year | 54 |", "24 + 20 = 54"),
            ("| Upton | 24 |\n| Westby | 20 |\n| Year | 54 |", "-"),
            ("| Upton | 24 |\n| Westby | 20 |", "-"),
            ("| Upton | 24 |\n| Westby | n/a |\n| Total | 54 |", "-"),
            ("| Upton | 24% |\n| Westby | 20% |\n| Total | 54% |", "-"),
        ] {
            assert_eq!(sums(&table(rows)), expected, "{rows}");
        }
    }

    #[test]
    fn rows_with_a_total() {
        for (table, expected) in [
            ("| Town | Empty a year |\n|---|---|\n| Upton | 24 |\n| Orr | 31 |\n| All | 57 |", "24 + 31 = 57"),
            ("| Town | Year opened |\n|---|---|\n| Upton | 24 |\n| Orr | 31 |\n| All | 57 |", "-"),
            ("| Town | Flats | Houses | All |\n|---|---|---|---|\n| Upton | 24 | 31 | 57 |", "24 + 31 = 57"),
            ("| Town | Flats | Houses | 2024 |\n|---|---|---|---|\n| Upton | 24 | 31 | 57 |", "-"),
            ("| Town | Flats | Share | All |\n|---|---|---|---|\n| Upton | 24 | 31 | 57 |", "-"),
            ("| Town | Flats | Houses | All |\n|---|---|---|---|\n| Upton | 24 | some | 57 |", "-"),
        ] {
            assert_eq!(sums(&format!("{table}\n")), expected, "{table}");
        }
    }
}
