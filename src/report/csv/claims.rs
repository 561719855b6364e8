//! The claims table: one claim a row.

use super::{Column, guarded, header, rows, shown};
use crate::claim::{Claim, Noun, Source, Stated, Timing};
use crate::extract::Draft;
use crate::report::facts::{self, SORTED_BY};
use crate::report::shape::{Id, Stretch, place};
use crate::report::{Count, Stream};
use crate::text::{Document, Position};
use csv::Writer;
use std::borrow::Cow;
use std::io::{self, Write};

/// A claim and where it stands.
struct Row<'a> {
    id: Id,
    document: &'a Document,
    place: Position,
    stretch: Stretch,
    claim: &'a Claim,
}

impl<'a> Row<'a> {
    /// The row of a claim that stands after `before` others in the report.
    fn new(before: usize, document: &'a Document, claim: &'a Claim) -> Self {
        let (place, stretch) = (place(document, claim.span), Stretch::in_file(document, claim.span));
        Self { id: Id('c', before + 1), document, place, stretch, claim }
    }
}

impl Row<'_> {
    const COLUMNS: [Column<Self>; 32] = [
        ("claim", |row| row.id.to_string().into()),
        ("document", |row| row.document.id().into()),
        ("line", |row| row.place.line.to_string().into()),
        ("column", |row| row.place.column.to_string().into()),
        ("start", |row| row.stretch.start.to_string().into()),
        ("end", |row| row.stretch.end.to_string().into()),
        ("role", |row| row.claim.role.name().into()),
        ("text", |row| row.claim.span.of(row.document.text()).into()),
        ("number", |row| row.claim.quantity.span.of(row.document.text()).into()),
        ("value", |row| shown(row.claim.quantity.value())),
        ("low", |row| shown(ends(row).map(|(low, _)| low))),
        ("high", |row| shown(ends(row).map(|(_, high)| high))),
        ("reading_low", |row| shown(row.claim.quantity.reading().low)),
        ("reading_high", |row| shown(row.claim.quantity.reading().high)),
        ("qualifier", |row| row.claim.quantity.qualifier.map_or("", |qualifier| qualifier.name()).into()),
        ("unit", |row| row.claim.quantity.unit.name().into()),
        ("noun", |row| noun(row, |noun| &noun.text)),
        ("head", |row| noun(row, |noun| &noun.head)),
        ("class", |row| noun(row, |noun| noun.class.as_deref().unwrap_or_default())),
        ("measure", |row| row.claim.measure.as_deref().unwrap_or_default().into()),
        ("source", |row| source(row, |source| &source.name)),
        ("source_id", |row| source(row, |source| &source.id)),
        ("source_text", |row| source(row, |source| &source.text)),
        ("cue", |row| source(row, |source| source.cue.as_deref().unwrap_or_default())),
        ("via", |row| source(row, |source| source.via.as_deref().unwrap_or_default())),
        ("said", |row| words(row, row.claim.said)),
        ("said_start", |row| shown(row.claim.said.as_ref().and_then(|said| said.start))),
        ("said_end", |row| shown(row.claim.said.as_ref().and_then(|said| said.end))),
        ("as_of", |row| words(row, row.claim.as_of)),
        ("as_of_start", |row| shown(row.claim.as_of.as_ref().and_then(|as_of| as_of.start))),
        ("as_of_end", |row| shown(row.claim.as_of.as_ref().and_then(|as_of| as_of.end))),
        ("status", |row| row.claim.status.name().into()),
    ];
}

/// Writes the header of the claims table.
fn head(out: &mut dyn Write) -> io::Result<()> {
    header(&Row::COLUMNS, out)
}

/// A row for each claim.
pub(crate) const CLAIMS: Stream = Stream { head, claims: Some(some_claims), ..Stream::plain(claims) };

/// Writes a draft's claims.
fn claims(draft: &Draft, before: Count, out: &mut dyn Write) -> io::Result<()> {
    some_claims(&draft.document, &draft.claims, before.claims, out)
}

fn some_claims(document: &Document, claims: &[Claim], before: usize, out: &mut dyn Write) -> io::Result<()> {
    rows(&Row::COLUMNS, claims.iter().zip(before..).map(|(claim, before)| Row::new(before, document, claim)), out)
}

/// The names of the columns.
pub(crate) fn columns() -> impl Iterator<Item = &'static str> {
    Row::COLUMNS.iter().map(|(name, _)| *name)
}

/// What stands under each column of a claim that comes after `before` others, as it is in the draft.
pub(crate) fn cells_of(before: usize, document: &Document, claim: &Claim) -> Vec<(&'static str, String)> {
    let row = Row::new(before, document, claim);
    Row::COLUMNS.iter().map(|(name, cell)| (*name, cell(&row).into_owned())).collect()
}

/// The columns that a table has besides, where it is to be checked.
const FOR_CHECK: [&str; 2] = ["keys", "facts"];

/// The names of all columns of such a table.
pub(crate) fn columns_for_check() -> impl Iterator<Item = &'static str> {
    columns().chain(FOR_CHECK)
}

/// Writes the header of a claims table that is to be checked.
pub(crate) fn head_for_check(out: &mut dyn Write) -> io::Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record(columns_for_check())?;
    table.flush()
}

/// Writes a draft and its claims, as rows of a table that is to be checked.
pub(crate) fn claims_for_check(draft: &Draft, before: Count, out: &mut dyn Write) -> io::Result<()> {
    write_rows(facts::rows(draft, before), out)
}

/// Writes the header of a claims table that is to be sorted.
pub(crate) fn head_by_key(out: &mut dyn Write) -> io::Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record(SORTED_BY.into_iter().chain(columns_for_check()))?;
    table.flush()
}

/// Writes a draft and its claims, as rows of a table that is to be sorted.
pub(crate) fn claims_by_key(draft: &Draft, before: Count, out: &mut dyn Write) -> io::Result<()> {
    write_rows(facts::rows_by_key(draft, before), out)
}

/// Writes rows of which the last cell is JSON that is harmless already.
fn write_rows(rows: Vec<Vec<String>>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Writer::from_writer(out);
    for row in rows {
        let Some((facts, cells)) = row.split_last() else { continue };
        table.write_record(cells.iter().map(|cell| guarded(cell)).chain([facts.into()]).map(Cow::into_owned))?;
    }
    table.flush()
}

const fn ends<'a>(row: &Row<'a>) -> Option<(&'a crate::claim::Decimal, &'a crate::claim::Decimal)> {
    match &row.claim.quantity.stated {
        Stated::Range(low, high) => Some((low, high)),
        _ => None,
    }
}

fn noun<'a>(row: &'a Row<'_>, part: fn(&Noun) -> &str) -> Cow<'a, str> {
    row.claim.noun.as_ref().map(part).unwrap_or_default().into()
}

fn source<'a>(row: &'a Row<'_>, part: fn(&Source) -> &str) -> Cow<'a, str> {
    row.claim.source.as_deref().map(part).unwrap_or_default().into()
}

fn words<'a>(row: &'a Row<'_>, timing: Option<Timing>) -> Cow<'a, str> {
    timing.and_then(|timing| timing.span).map_or("", |span| span.of(row.document.text())).into()
}
