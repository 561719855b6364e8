//! `rdjson` and `rdjsonl`: Reviewdog's diagnostic format, as one object or a diagnostic a line.
//!
//! Its columns count bytes of UTF-8, unlike those of other formats.

use super::harmless::write_line;
use super::location::{Location, others};
use super::{Look, NAME, Outcome, json_text, safe, words};
use crate::rules::{Finding, Severity};
use crate::text::{Column, Position};
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// Writes one object that holds all diagnostics.
pub(crate) fn whole(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    json_text(&Report { source: Source { name: NAME }, diagnostics: diagnostics(outcome).collect() }, out)
}

/// Writes a diagnostic a line.
pub(crate) fn lines(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    for diagnostic in diagnostics(outcome) {
        write_line(&mut out, &diagnostic)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

fn diagnostics<'a>(outcome: &'a Outcome<'a>) -> impl Iterator<Item = Diagnostic<'a>> {
    outcome.findings.iter().filter_map(|finding| Diagnostic::new(outcome, finding))
}

#[derive(Serialize)]
struct Report<'a> {
    source: Source,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Place,
    severity: &'static str,
    source: Source,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related>,
}

impl<'a> Diagnostic<'a> {
    fn new(outcome: &Outcome<'a>, finding: &'a Finding) -> Option<Self> {
        let related = others(outcome, finding)
            .map(|(at, claim)| Related { message: words::claim(claim), location: Place::new(at) });
        Some(Self {
            message: safe(&finding.message).into_owned(),
            location: Place::new(Location::of(outcome, finding)?),
            severity: severity(finding.severity),
            source: Source { name: NAME },
            code: Code { value: &finding.rule },
            related_locations: related.collect(),
        })
    }
}

#[derive(Clone, Copy, Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Related {
    message: String,
    location: Place,
}

#[derive(Serialize)]
struct Place {
    path: String,
    range: Range,
}

impl Place {
    fn new(at: Location<'_>) -> Self {
        let range = Range { start: at.start(Column::Bytes).into(), end: at.end(Column::Bytes).into() };
        Self { path: at.path(), range }
    }
}

#[derive(Serialize)]
struct Range {
    start: Point,
    /// One past the last byte.
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
}

impl From<Position> for Point {
    fn from(Position { line, column }: Position) -> Self {
        Self { line, column }
    }
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info => "INFO",
    }
}

#[cfg(test)]
mod tests {
    use super::{lines, whole};
    use crate::report::example::{nothing, written};
    use serde_json::{Value, json};

    #[test]
    fn a_diagnostic_a_line_with_columns_in_bytes() {
        let expected = concat!(
            r#"{"message":"port says 1,200, late.txt says 300","#,
            r#""location":{"path":"ferry.txt","range":{"start":{"line":1,"column":16},"end":{"line":1,"column":21}}},"#,
            r#""severity":"ERROR","source":{"name":"numerate"},"code":{"value":"conflicting-figures"},"#,
            r#""related_locations":[{"message":"300","#,
            r#""location":{"path":"late.txt","range":{"start":{"line":1,"column":6},"end":{"line":1,"column":9}}}}]}"#,
            "\n"
        );
        assert_eq!(written(lines), expected);
        assert_eq!(nothing(lines), "");
    }

    #[test]
    fn the_object_holds_the_lines() {
        let report: Value = serde_json::from_str(&written(whole)).unwrap();
        let diagnostic: Value = serde_json::from_str(&written(lines)).unwrap();
        assert_eq!(report, json!({"source": {"name": "numerate"}, "diagnostics": [diagnostic]}));
        let empty: Value = serde_json::from_str(&nothing(whole)).unwrap();
        assert_eq!(empty, json!({"source": {"name": "numerate"}, "diagnostics": []}));
    }
}
