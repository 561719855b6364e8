//! `table`: claims or findings side by side, for reading.
//!
//! Where a terminal says how wide it is, cells wrap; where even that leaves no column wide enough to be read, those that
//! tell least are left out, and a last line says which.

use super::safe::safe;
use super::shape::place;
use super::{Look, Outcome, words};
use crate::claim::{Claim, Qualifier, Stated};
use crate::text::{Document, Span};
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};
use std::io::{self, Write};

/// A column: its name, and how many characters it needs to be read.
type Column = (&'static str, u16);

/// The columns of claims.
const CLAIMS: [Column; 10] = [
    ("where", 14),
    ("text", 18),
    ("value", 7),
    ("qualifier", 9),
    ("unit", 7),
    ("noun", 10),
    ("source", 12),
    ("said", 10),
    ("as of", 10),
    ("status", 8),
];

/// The columns of findings.
const FINDINGS: [Column; 4] = [("where", 12), ("severity", 8), ("rule", 12), ("message", 20)];

/// Those that a claim or a finding can be understood without, its own words being there; the first ones go first.
const DISPENSABLE: [&str; 7] = ["qualifier", "unit", "noun", "status", "as of", "said", "rule"];

/// Writes the claims.
pub(crate) fn claims(outcome: &Outcome<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut table = ruled(&CLAIMS);
    for draft in outcome.drafts {
        for claim in &draft.claims {
            table.add_row(claim_cells(&draft.document, claim));
        }
    }
    if let Some(value) = table.column_mut(2) {
        value.set_cell_alignment(CellAlignment::Right);
    }
    put(table, &CLAIMS, look, out)
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
    let mut table = ruled(&FINDINGS);
    for finding in outcome.findings {
        let document = outcome.drafts.get(finding.draft).map(|draft| &draft.document);
        table.add_row([
            document.map(|document| at(document, finding.span)).unwrap_or_default(),
            finding.severity.name().to_owned(),
            safe(&finding.rule).into_owned(),
            safe(&finding.message).into_owned(),
        ]);
    }
    put(table, &FINDINGS, look, out)
}

/// A table without rows.
fn ruled(columns: &[Column]) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_header(columns.iter().map(|(name, _)| name));
    table
}

/// Writes a table, as wide as the terminal allows.
fn put(mut table: Table, columns: &[Column], look: Look, out: &mut dyn Write) -> io::Result<()> {
    let left_out = look.width.map(|width| fit(&mut table, columns, width)).unwrap_or_default();
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    if !left_out.is_empty() {
        writeln!(out, "left out for want of room: {}", left_out.join(", "))?;
    }
    Ok(())
}

/// Fits a table into so many characters, and returns the names of the columns that there is no room for.
fn fit(table: &mut Table, columns: &[Column], width: u16) -> Vec<&'static str> {
    let widest = table.column_max_content_widths();
    let least: Vec<_> = columns.iter().zip(widest).map(|((name, least), widest)| (*name, widest.min(*least))).collect();
    let mut left_out: Vec<&str> = Vec::new();
    // A cell has a blank on both sides and a line on one, and the table a line more.
    let needed = |left_out: &[&str]| {
        let kept = least.iter().filter(|(name, _)| !left_out.contains(name));
        kept.fold(1, |sum: u16, (_, least)| sum.saturating_add(least + 3))
    };
    let mut dispensable = DISPENSABLE.iter().filter(|one| columns.iter().any(|(name, _)| name == *one));
    while needed(&left_out) > width
        && let Some(name) = dispensable.next()
    {
        left_out.push(name);
    }
    let has_room = needed(&left_out) <= width;
    for (column, (name, least)) in table.column_iter_mut().zip(&least) {
        if left_out.contains(name) {
            column.set_constraint(ColumnConstraint::Hidden);
        } else if has_room {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least + 2)));
        }
    }
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    left_out
}

/// `drafts/a.md:3`.
fn at(document: &Document, span: Span) -> String {
    format!("{}:{}", safe(document.id()), place(document, span).line)
}

#[cfg(test)]
mod tests {
    use super::{claims, findings};
    use crate::report::example::{drafts, written};
    use crate::report::{Look, Outcome};

    /// The table of claims on a terminal of some width.
    fn on_terminal(width: u16) -> String {
        let (look, mut out) = (Look { width: Some(width), ..Look::default() }, Vec::new());
        claims(&Outcome { drafts: &drafts(), ..Outcome::default() }, look, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_narrow_terminal_shows_what_can_be_read() {
        let expected = "\
┌─────────────┬───────────────┬───────┬────────┬────────────┐
│ where       ┆ text          ┆ value ┆ source ┆ said       │
╞═════════════╪═══════════════╪═══════╪════════╪════════════╡
│ ferry.txt:1 ┆ about 1,200   ┆ 1,200 ┆ port   ┆ 2031-05-02 │
│             ┆ islanders     ┆       ┆        ┆            │
│ ferry.txt:2 ┆ 43.60%        ┆ 43.60 ┆        ┆            │
│ late.txt:1  ┆ 300 islanders ┆   300 ┆        ┆            │
└─────────────┴───────────────┴───────┴────────┴────────────┘
left out for want of room: qualifier, unit, noun, status, as of
";
        assert_eq!(on_terminal(68), expected);
        for width in 40..160 {
            let shown = on_terminal(width);
            let widest =
                shown.lines().filter(|line| !line.starts_with("left out")).map(|line| line.chars().count()).max();
            assert!(widest.is_some_and(|widest| widest <= usize::from(width)), "{shown}");
        }
    }

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
