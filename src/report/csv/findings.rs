//! The findings table: one finding a row.

use super::{Column, header, rows};
use crate::report::Parts;
use crate::report::shape::FindingShape;

impl FindingShape<'_> {
    const COLUMNS: [Column<Self>; 12] = [
        ("rule", |row| row.rule.into()),
        ("kind", |row| row.kind.into()),
        ("severity", |row| row.severity.into()),
        ("document", |row| row.document.into()),
        ("line", |row| row.line.to_string().into()),
        ("column", |row| row.column.to_string().into()),
        ("start", |row| row.span.start.to_string().into()),
        ("end", |row| row.span.end.to_string().into()),
        ("message", |row| row.message.into()),
        ("claims", |row| row.claims.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ").into()),
        ("evidence", |row| row.evidence.join("; ").into()),
        ("fingerprint", |row| row.fingerprint.into()),
    ];
}

/// Findings under a header.
pub(crate) const FINDINGS: Parts = Parts {
    head: |out| header(&FindingShape::COLUMNS, out),
    findings: |outcome, out| rows(&FindingShape::COLUMNS, FindingShape::all(outcome), out),
    tail: |_, _| Ok(()),
};
