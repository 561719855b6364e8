//! `ndjson`: one claim, document or finding a line, shaped as in `json`.

use super::harmless::write_line;
use super::shape::{ClaimWriter, FindingShape, PiecesShape, SCHEMA, Summary, Tool};
use super::{Count, Outcome, Parts, Stream, nothing};
use crate::claim::Claim;
use crate::extract::Draft;
use crate::text::Document;
use serde::Serialize;
use std::io::{self, Write};

/// How many bytes of lines are handed on at once.
const PORTION: usize = 1 << 16;

/// Claims.
pub(super) const CLAIMS: Stream = Stream { claims: Some(some_claims), ..Stream::plain(claims) };

/// Writes the claims of a draft.
fn claims(draft: &Draft, before: Count, out: &mut dyn Write) -> io::Result<()> {
    some_claims(&draft.document, &draft.claims, before.claims, out)
}

fn some_claims(document: &Document, claims: &[Claim], before: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = Vec::with_capacity(2 * PORTION);
    let mut writer = ClaimWriter::default();
    for (at, claim) in claims.iter().enumerate() {
        writer.put(before + at, document, claim, &mut lines);
        lines.push(b'\n');
        if lines.len() >= PORTION {
            out.write_all(&lines)?;
            lines.clear();
        }
    }
    out.write_all(&lines)
}

/// Writes what the grammar recognised in a draft.
pub(crate) fn pieces(draft: &Draft, before: Count, out: &mut dyn Write) -> io::Result<()> {
    put(&PiecesShape::new(before.documents, draft), &mut Vec::new(), out)
}

/// Findings, then the summary.
pub(super) const FINDINGS: Parts = Parts { head: nothing, passes: &[], findings, tail: summary };

fn findings(outcome: &Outcome<'_>, _: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut line = Vec::new();
    FindingShape::all(outcome).try_for_each(|finding| put(&finding, &mut line, out))
}

fn summary(_: &Outcome<'_>, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    put(&Closing { schema: SCHEMA, tool: Tool::THIS, summary }, &mut Vec::new(), out)
}

/// The line after the last finding.
#[derive(Serialize)]
struct Closing<'s> {
    schema: &'static str,
    tool: Tool,
    summary: &'s Summary,
}

/// Writes one line by way of a buffer, since a writer behind a pointer is slow to take single characters.
fn put(shape: &impl Serialize, line: &mut Vec<u8>, out: &mut dyn Write) -> io::Result<()> {
    line.clear();
    write_line(&mut *line, shape)?;
    line.push(b'\n');
    out.write_all(line)
}

#[cfg(test)]
mod tests {
    use super::{FINDINGS, claims, pieces};
    use crate::report::example::{parted, streamed};

    #[test]
    fn a_claim_a_line() {
        let claim = concat!(
            r#"{"id":"c1","document":"ferry.txt","role":"body","text":"about 1,200 islanders","span":{"start":9,"end":30},"#,
            r#""line":1,"column":9,"sentence":{"start":0,"end":63},"quantity":{"text":"1,200","span":{"start":15,"end":20},"#,
            r#""value":1200,"low":null,"high":null,"qualifier":"about","unit":"count","reading":{"low":1080,"high":1320}},"#,
            r#""noun":"islanders","head":"islander","class":null,"measure":null,"#,
            r#""source":{"id":"port","name":"port","text":"the port","cue":"say","via":null},"#,
            r#""said":{"text":"on Friday","start":"2031-05-02","end":"2031-05-02"},"as_of":null,"status":"asserted"}"#,
        );
        let written = streamed(claims);
        assert_eq!(written.lines().next(), Some(claim));
        assert!(written.lines().nth(1).unwrap().contains(r#""value":43.60,"#));
        assert!(written.lines().nth(2).unwrap().starts_with(r#"{"id":"c3","document":"late.txt","#));
    }

    #[test]
    fn a_document_a_line() {
        let written = streamed(pieces);
        let first = written.lines().next().unwrap();
        assert!(first.starts_with(r#"{"document":"ferry.txt","id":"d1","path":"ferry.txt","format":"text","#));
        assert!(first.ends_with(concat!(
            r#""dates":[{"text":"on Friday","span":{"start":53,"end":62},"start":"2031-05-02","end":"2031-05-02","why":"before 2031-05-04"}],"#,
            r#""attributions":[{"source":{"text":"the port","span":{"start":39,"end":47}},"cue":{"text":"said","span":{"start":48,"end":52}},"content":{"start":9,"end":37}}],"#,
            r#""passed_over":[{"text":"Maro","span":{"start":3,"end":7},"why":"name"}]}"#,
        )), "{first}");
    }

    #[test]
    fn a_finding_a_line_then_the_summary() {
        let written = parted(FINDINGS);
        let lines: Vec<_> = written.lines().collect();
        let finding = concat!(
            r#"{"rule":"conflicting-figures","kind":"conflict","severity":"error","message":"port says 1,200, late.txt says 300","#,
            r#""claims":["c1","c3"],"document":"ferry.txt","span":{"start":15,"end":20},"line":1,"column":15,"#,
            r#""evidence":["same thing: islanders","two days apart"],"fingerprint":"f00d"}"#,
        );
        assert_eq!(lines[0], finding);
        assert!(lines[1].ends_with(
            r#""summary":{"documents":2,"claims":3,"findings":{"error":1,"warning":0,"info":0},"suppressed":0}}"#
        ));
    }
}
