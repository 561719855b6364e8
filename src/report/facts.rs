//! Claims tables that can be checked in place of the drafts: a row for each draft and one for each claim, as `csv`, `ndjson`
//! and `parquet` write them, and beside what people read the [`Facts`] that rules read.

use super::csv::{self, cells_of};
use super::harmless::write_line;
use super::parquet;
use super::shape::ClaimWriter;
use super::{Count, Format, Stream, Writer};
use crate::claim::Claim;
use crate::compare::{keys, sort_keys};
use crate::extract::{Draft, Facts};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// The formats of `numerate extract --for-check`; the first is the default.
pub const EXTRACT_FOR_CHECK: &[Format] = &[
    Format { name: "ndjson", writer: Writer::Streamed(Stream::plain(lines)) },
    Format {
        name: "csv",
        writer: Writer::Streamed(Stream { head: csv::head_for_check, ..Stream::plain(csv::claims_for_check) }),
    },
    Format { name: "parquet", writer: parquet::CLAIMS_FOR_CHECK },
];

/// The formats of `numerate extract --for-check --by-key`; the first is the default.
pub const EXTRACT_BY_KEY: &[Format] = &[
    Format { name: "ndjson", writer: Writer::Streamed(Stream::plain(lines_by_key)) },
    Format {
        name: "csv",
        writer: Writer::Streamed(Stream { head: csv::head_by_key, ..Stream::plain(csv::claims_by_key) }),
    },
    Format { name: "parquet", writer: parquet::CLAIMS_BY_KEY },
];

/// The columns by which a table is sorted.
pub(super) const SORTED_BY: [&str; 2] = ["key", "row"];

/// The rows of a draft and its claims: what stands in each column that a table for a check has.
pub(super) fn rows(draft: &Draft, before: Count) -> Vec<Vec<String>> {
    let own = csv::columns().map(|name| if name == "document" { draft.document.id() } else { "" }.to_owned());
    let own = own.chain([String::new(), json(&Facts::of(draft))]).collect();
    let claim = |(at, claim): (usize, &Claim)| {
        let mut row: Vec<_> =
            cells_of(before.claims + at, &draft.document, claim).into_iter().map(|(_, cell)| cell).collect();
        row.extend([keys(claim).join("; "), json(claim)]);
        row
    };
    std::iter::once(own).chain(draft.claims.iter().enumerate().map(claim)).collect()
}

/// The same, all of them under each key of the draft's claims, which stands first; then the place among sorted rows.
pub(super) fn rows_by_key(draft: &Draft, before: Count) -> Vec<Vec<String>> {
    let rows = rows(draft, before);
    let under = |key: &str| {
        let sorted_by = |at: usize| [key.to_owned(), place(draft, before, at)];
        rows.iter().enumerate().map(|(at, row)| [&sorted_by(at), row.as_slice()].concat()).collect::<Vec<_>>()
    };
    blocks(draft).into_iter().flat_map(under).collect()
}

/// The keys under which all of a draft stands; without claims, it stands under an empty one.
fn blocks(draft: &Draft) -> Vec<&str> {
    let keys = sort_keys(draft);
    if keys.is_empty() { vec![""] } else { keys.into_iter().collect() }
}

/// What the row of a draft, or of its claim of that number from 1, is sorted by among those of one key: the number of the
/// draft, something of its name, lest drafts of two tables have their rows mixed, and the number of the claim.
fn place(draft: &Draft, before: Count, claim: usize) -> String {
    let name = Sha256::digest(draft.document.id());
    format!("{:08}-{:02x}{:02x}{:02x}{:02x}-{claim:06}", before.documents + 1, name[0], name[1], name[2], name[3])
}

fn json(facts: &impl Serialize) -> String {
    let mut json = Vec::new();
    // Writing to memory does not fail.
    let _ = write_line(&mut json, facts);
    String::from_utf8_lossy(&json).into_owned()
}

/// Writes a draft and its claims under each of their keys, a line each.
fn lines_by_key(draft: &Draft, before: Count, out: &mut dyn Write) -> io::Result<()> {
    let mut written = Vec::new();
    lines(draft, before, &mut written)?;
    let lines: Vec<_> = written.split_inclusive(|byte| *byte == b'\n').collect();
    let mut sorted = Vec::new();
    for key in blocks(draft) {
        for (at, line) in lines.iter().enumerate() {
            sorted.extend_from_slice(br#"{"key":"#);
            write_line(&mut sorted, &key)?;
            sorted.extend_from_slice(br#","row":"#);
            write_line(&mut sorted, &place(draft, before, at))?;
            sorted.push(b',');
            sorted.extend_from_slice(line.strip_prefix(b"{").unwrap_or(line));
        }
    }
    out.write_all(&sorted)
}

/// Writes a draft and its claims, a line each.
fn lines(draft: &Draft, before: Count, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = br#"{"document":"#.to_vec();
    write_line(&mut lines, &draft.document.id())?;
    lines.extend_from_slice(br#","facts":"#);
    write_line(&mut lines, &Facts::of(draft))?;
    lines.extend_from_slice(b"}\n");
    let mut writer = ClaimWriter::default();
    for (at, claim) in draft.claims.iter().enumerate() {
        writer.put(before.claims + at, &draft.document, claim, &mut lines);
        lines.pop();
        lines.extend_from_slice(br#","keys":"#);
        write_line(&mut lines, &keys(claim))?;
        lines.extend_from_slice(br#","facts":"#);
        write_line(&mut lines, claim)?;
        lines.extend_from_slice(b"}\n");
    }
    out.write_all(&lines)
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::report::example::streamed;
    use serde_json::Value;

    #[test]
    fn a_row_for_each_draft_and_one_for_each_claim() {
        let written = streamed(lines);
        let rows: Vec<Value> = written.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let names: Vec<_> = rows.iter().map(|row| (row["id"].as_str(), row["document"].as_str().unwrap())).collect();
        assert_eq!(
            names,
            [
                (None, "ferry.txt"),
                (Some("c1"), "ferry.txt"),
                (Some("c2"), "ferry.txt"),
                (None, "late.txt"),
                (Some("c3"), "late.txt")
            ]
        );
        assert_eq!(rows[0]["facts"]["claims"], 2);
        assert_eq!(rows[1]["keys"], serde_json::json!(["count|thing "]));
        assert_eq!(rows[1]["facts"]["quantity"]["stated"]["point"], "1200");
    }
}
