//! `json`: the whole report as one object, one document, claim or finding a line.

use super::harmless::write_line;
use super::shape::{ClaimWriter, DocumentShape, FindingShape, PiecesShape, ProblemShape, SCHEMA, Summary, Tool};
use super::{Count, Look, Outcome};
use serde::Serialize;
use std::io::{self, Write};

/// Writes documents, claims, findings, problems and the summary.
pub(crate) fn report(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    head(out)?;
    let documents = outcome.drafts.iter().map(|draft| &draft.document).enumerate();
    shapes(out, "documents", documents.map(|(before, document)| DocumentShape::new(before, document)))?;
    let claims = Count::before(outcome.drafts).flat_map(|(count, draft)| {
        let claims = draft.claims.iter().enumerate();
        claims.map(move |(at, claim)| (count.claims + at, &draft.document, claim))
    });
    let mut writer = ClaimWriter::default();
    list(out, "claims", claims, |(before, document, claim), line| {
        writer.put(before, document, claim, line);
        Ok(())
    })?;
    shapes(out, "findings", FindingShape::all(outcome))?;
    shapes(out, "problems", outcome.problems.iter().map(ProblemShape::new))?;
    out.write_all(b",\n\"summary\": ")?;
    write_line(&mut *out, &Summary::new(outcome))?;
    out.write_all(b"}\n")
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
fn shapes<T: Serialize>(out: &mut dyn Write, name: &str, elements: impl Iterator<Item = T>) -> io::Result<()> {
    list(out, name, elements, |element, line| write_line(line, &element))
}

/// Writes a member that is a list, an element a line as `put` puts it down.
fn list<T>(
    out: &mut dyn Write,
    name: &str,
    elements: impl Iterator<Item = T>,
    mut put: impl FnMut(T, &mut Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    write!(out, ",\n\"{name}\": [")?;
    let mut line = Vec::new();
    for (at, element) in elements.enumerate() {
        line.clear();
        line.extend_from_slice(if at == 0 { b"\n  " } else { b",\n  " });
        put(element, &mut line)?;
        out.write_all(&line)?;
    }
    out.write_all(b"]")
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
        let claims = streamed(ndjson::claims);
        assert_eq!(lines(&written(report), "claims").join("\n"), claims.trim_end());
        let pieces_written = written(pieces);
        assert!(serde_json::from_str::<Value>(&pieces_written).is_ok());
        assert_eq!(lines(&pieces_written, "documents").len(), 2);
    }
}
