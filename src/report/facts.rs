//! Claims tables that can be checked in place of the drafts: a row for each draft and one for each claim, as `csv`, `ndjson`
//! and `parquet` write them, and beside what people read the [`Facts`] that rules read.

use super::csv;
use super::harmless::write_line;
use super::parquet;
use super::shape::ClaimWriter;
use super::{Count, Format, Stream, Writer};
use crate::compare::keys;
use crate::extract::{Draft, Facts};
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
