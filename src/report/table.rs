//! `table`: claims or findings side by side, for reading.

use super::safe::safe;
use super::shape::place;
use super::{Look, Outcome, words};
use crate::claim::{Claim, Qualifier, Stated};
use crate::text::{Document, Span};
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{CellAlignment, ContentArrangement, Table};
use std::io::{self, Write};

/// Writes the claims.
pub(crate) fn claims(outcome: &Outcome<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let names = ["where", "text", "value", "qualifier", "unit", "noun", "source", "said", "as of", "status"];
    let mut table = ruled(&names, look);
    for draft in outcome.drafts {
        for claim in &draft.claims {
            table.add_row(claim_cells(&draft.document, claim));
        }
    }
    if let Some(value) = table.column_mut(2) {
        value.set_cell_alignment(CellAlignment::Right);
    }
    put(&table, out)
}

fn claim_cells(document: &Document, claim: &Claim) -> [String; 10] {
    let value = match claim.quantity.stated {
        Stated::Point(value) => words::figure(value),
        Stated::Range(low, high) => format!("{}–{}", words::figure(low), words::figure(high)),
        Stated::Vague => String::new(),
    };
    [
        at(document, claim.span),
        safe(claim.span.of(document.text())).into_owned(),
        value,
        claim.quantity.qualifier.map_or("", Qualifier::name).replace('_', " "),
        claim.quantity.unit.name().replace('_', " "),
        safe(claim.noun.as_ref().map_or("", |noun| &noun.text)).into_owned(),
        claim.source.as_deref().map(words::source).unwrap_or_default(),
        claim.said.as_ref().map(words::days).unwrap_or_default(),
        claim.as_of.as_ref().map(words::days).unwrap_or_default(),
        claim.status.name().to_owned(),
    ]
}

/// Writes the findings.
pub(crate) fn findings(outcome: &Outcome<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut table = ruled(&["where", "severity", "rule", "message"], look);
    for finding in outcome.findings {
        let document = outcome.drafts.get(finding.draft).map(|draft| &draft.document);
        table.add_row([
            document.map(|document| at(document, finding.span)).unwrap_or_default(),
            finding.severity.name().to_owned(),
            safe(&finding.rule).into_owned(),
            safe(&finding.message).into_owned(),
        ]);
    }
    put(&table, out)
}

/// A table without rows, as wide as the terminal allows.
fn ruled(names: &[&str], look: Look) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    if let Some(width) = look.width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    table.set_header(names.iter().copied());
    table
}

fn put(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// `drafts/a.md:3`.
fn at(document: &Document, span: Span) -> String {
    format!("{}:{}", safe(document.id()), place(document, span).line)
}

#[cfg(test)]
mod tests {
    use super::{claims, findings};
    use crate::report::example::written;

    #[test]
    fn claims_side_by_side() {
        let expected = "\
┌─────────────┬───────────────────────┬───────┬───────────┬─────────┬───────────┬────────┬────────────┬───────┬──────────┐
│ where       ┆ text                  ┆ value ┆ qualifier ┆ unit    ┆ noun      ┆ source ┆ said       ┆ as of ┆ status   │
╞═════════════╪═══════════════════════╪═══════╪═══════════╪═════════╪═══════════╪════════╪════════════╪═══════╪══════════╡
│ ferry.txt:1 ┆ about 1,200 islanders ┆ 1,200 ┆ about     ┆ count   ┆ islanders ┆ port   ┆ 2031-05-02 ┆       ┆ asserted │
│ ferry.txt:2 ┆ 43.60%                ┆ 43.60 ┆           ┆ percent ┆           ┆        ┆            ┆       ┆ asserted │
│ late.txt:1  ┆ 300 islanders         ┆   300 ┆           ┆ count   ┆ islanders ┆        ┆            ┆       ┆ asserted │
└─────────────┴───────────────────────┴───────┴───────────┴─────────┴───────────┴────────┴────────────┴───────┴──────────┘
";
        assert_eq!(written(claims), expected);
    }

    #[test]
    fn findings_side_by_side() {
        let expected = "\
┌─────────────┬──────────┬─────────────────────┬────────────────────────────────────┐
│ where       ┆ severity ┆ rule                ┆ message                            │
╞═════════════╪══════════╪═════════════════════╪════════════════════════════════════╡
│ ferry.txt:1 ┆ error    ┆ conflicting-figures ┆ port says 1,200, late.txt says 300 │
└─────────────┴──────────┴─────────────────────┴────────────────────────────────────┘
";
        assert_eq!(written(findings), expected);
    }
}
