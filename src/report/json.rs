//! `json`: the whole report as one object, one document, claim or finding a line.

use super::harmless::write_line;
use super::shape::{ClaimWriter, DocumentShape, FindingShape, PiecesShape, ProblemShape, SCHEMA, Tool};
use super::{Count, Look, Outcome, Parts, Pass};
use serde::Serialize;
use std::io::{self, Write};

/// Documents, claims, findings, problems and the summary.
pub(super) const REPORT: Parts = Parts {
    head,
    passes: &[
        Pass { head: ",\n\"documents\": [", drafts: documents, tail: "]" },
        Pass { head: ",\n\"claims\": [", drafts: claims, tail: "],\n\"findings\": [" },
    ],
    findings,
    tail: |outcome, summary, out| {
        out.write_all(b"]")?;
        shapes(out, "problems", outcome.problems.iter().map(ProblemShape::new))?;
        out.write_all(b",\n\"summary\": ")?;
        write_line(&mut *out, summary)?;
        out.write_all(b"}\n")
    },
};

/// Writes the report of an outcome.
pub(crate) fn report(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    REPORT.write(outcome, out)
}

fn documents(outcome: &Outcome<'_>, out: &mut dyn Write) -> io::Result<()> {
    let documents = Count::of(outcome).into_iter().zip(outcome.drafts).map(|(before, draft)| (before.documents, draft));
    elements(out, documents, |(before, draft), line| write_line(line, &DocumentShape::new(before, &draft.document)))
}

fn claims(outcome: &Outcome<'_>, out: &mut dyn Write) -> io::Result<()> {
    let claims = Count::of(outcome).into_iter().zip(outcome.drafts).flat_map(|(count, draft)| {
        let claims = draft.claims.iter().enumerate();
        claims.map(move |(at, claim)| (count.claims + at, (&draft.document, claim)))
    });
    let mut writer = ClaimWriter::default();
    elements(out, claims, |(before, (document, claim)), line| {
        writer.put(before, document, claim, line);
        Ok(())
    })
}

fn findings(outcome: &Outcome<'_>, before: usize, out: &mut dyn Write) -> io::Result<()> {
    elements(out, (before..).zip(FindingShape::all(outcome)), |(_, finding), line| write_line(line, &finding))
}

/// Writes what the grammar recognised, document by document.
pub(crate) fn pieces(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    head(out)?;
    let drafts = outcome.drafts.iter().enumerate();
    shapes(out, "documents", drafts.map(|(before, draft)| PiecesShape::new(before, draft)))?;
    shapes(out, "problems", outcome.problems.iter().map(ProblemShape::new))?;
    out.write_all(b"}\n")
}

fn head(out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"schema\": \"{SCHEMA}\", \"tool\": ")?;
    write_line(out, &Tool::THIS)
}

/// Writes a member that is a list of shapes, an element a line.
fn shapes<T: Serialize>(out: &mut dyn Write, name: &str, shapes: impl Iterator<Item = T>) -> io::Result<()> {
    write!(out, ",\n\"{name}\": [")?;
    elements(out, shapes.enumerate(), |(_, element), line| write_line(line, &element))?;
    out.write_all(b"]")
}

/// Writes some elements of a list, each with the number of those before it, a line each as `put` puts it down.
fn elements<T>(
    out: &mut dyn Write,
    elements: impl Iterator<Item = (usize, T)>,
    mut put: impl FnMut((usize, T), &mut Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    let mut line = Vec::new();
    for (before, element) in elements {
        line.clear();
        line.extend_from_slice(if before == 0 { b"\n  " } else { b",\n  " });
        put((before, element), &mut line)?;
        out.write_all(&line)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{pieces, report};
    use crate::report::example::{streamed, written};
    use crate::report::ndjson;
    use serde_json::Value;

    /// The lines of a list of the report, without indentation and commas.
    fn lines<'a>(report: &'a str, name: &str) -> Vec<&'a str> {
        let list = report.split(&format!("\"{name}\": [\n")).nth(1).unwrap();
        list.lines()
            .take_while(|line| line.starts_with("  "))
            .map(|line| line.trim().trim_end_matches([',', ']']))
            .collect()
    }

    #[test]
    fn the_report_has_its_members_in_order() {
        let written = written(report);
        let version = env!("CARGO_PKG_VERSION");
        let first = format!(r#"{{"schema": "numerate.report/1", "tool": {{"name":"numerate","version":"{version}"}},"#);
        assert_eq!(written.lines().next(), Some(first.as_str()));
        assert_eq!(
            lines(&written, "documents")[0],
            r#"{"id":"d1","path":"ferry.txt","format":"text","title":null,"published":"2031-05-04","outlet":null}"#
        );
        assert!(written.contains(
            "\"problems\": [\n  {\"path\":\"gone.txt\",\"line\":3,\"column\":1,\"message\":\"no such line\"}]"
        ));
        let last =
            r#""summary": {"documents":2,"claims":3,"findings":{"error":1,"warning":0,"info":0},"suppressed":0}}"#;
        assert_eq!(written.lines().last(), Some(last));
        assert!(serde_json::from_str::<Value>(&written).is_ok());
    }

    #[test]
    fn claims_and_documents_are_those_of_ndjson() {
        let claims = streamed(ndjson::CLAIMS.draft);
        assert_eq!(lines(&written(report), "claims").join("\n"), claims.trim_end());
        let pieces_written = written(pieces);
        assert!(serde_json::from_str::<Value>(&pieces_written).is_ok());
        assert_eq!(lines(&pieces_written, "documents").len(), 2);
    }
}
