//! The claims table written in columns, a block of rows at a time.

use super::Kind;
use crate::extract::Draft;
use crate::report::csv::{cells_of, columns, columns_for_check};
use crate::report::facts::{SORTED_BY, rows, rows_by_key};
use crate::report::{Blocks, Count, Writer};
use jiff::civil::Date;
use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;
use rayon::prelude::*;
use std::io::{self, Write};
use std::sync::Arc;

/// How many bytes the cells of a block have before it is written.
const BLOCK: usize = 1 << 24;

/// How many values are looked at before a page is full: facts are long, and a page is read as a whole.
const VALUES: usize = 64;

/// The claims table.
pub(crate) const CLAIMS: Writer = Writer::Blocked(|| Table::begin(columns().collect(), claims));

/// The claims table that is to be checked.
pub(crate) const CLAIMS_FOR_CHECK: Writer = Writer::Blocked(|| Table::begin(columns_for_check().collect(), rows));

/// The claims table that is to be sorted.
pub(crate) const CLAIMS_BY_KEY: Writer =
    Writer::Blocked(|| Table::begin(SORTED_BY.into_iter().chain(columns_for_check()).collect(), rows_by_key));

/// A row: what stands under each column, nothing where that is not known.
type Row = Vec<String>;

/// A table that is being written.
struct Table {
    columns: Vec<&'static str>,
    /// The rows of a draft.
    rows_of: fn(&Draft, Count) -> Vec<Row>,
    /// It keeps what is written until that is handed on.
    file: SerializedFileWriter<Vec<u8>>,
    /// The rows of the next block.
    rows: Vec<Row>,
    /// How many bytes they have.
    size: usize,
}

impl Table {
    fn begin(columns: Vec<&'static str>, rows_of: fn(&Draft, Count) -> Vec<Row>) -> io::Result<Box<dyn Blocks>> {
        let fields = columns.iter().map(|name| field(name).map(Arc::new)).collect::<Result<_, _>>()?;
        let schema = Type::group_type_builder("claims").with_fields(fields).build()?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_write_batch_size(VALUES)
            .set_column_dictionary_enabled("facts".into(), false)
            .set_column_statistics_enabled("facts".into(), EnabledStatistics::None)
            .build();
        let file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
        Ok(Box::new(Self { columns, rows_of, file, rows: Vec::new(), size: 0 }))
    }

    /// Writes the rows that are there as a block.
    fn block(&mut self) -> Result<(), ParquetError> {
        let rows = std::mem::take(&mut self.rows);
        self.size = 0;
        let mut block = self.file.next_row_group()?;
        for (at, name) in self.columns.iter().enumerate() {
            if let Some(mut column) = block.next_column()? {
                put(&mut column, Kind::of(name), rows.iter().map(|row| row[at].as_str()))?;
                column.close()?;
            }
        }
        block.close().map(drop)
    }

    /// Hands on what was written.
    fn hand_on(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.file.flush()?;
        out.write_all(&std::mem::take(self.file.inner_mut()))
    }
}

impl Blocks for Table {
    fn add(&mut self, drafts: &[Draft], before: &[Count], out: &mut dyn Write) -> io::Result<()> {
        let rows_of = self.rows_of;
        let made: Vec<_> = drafts.par_iter().zip(before).map(|(draft, before)| rows_of(draft, *before)).collect();
        for row in made.into_iter().flatten() {
            self.size += row.iter().map(String::len).sum::<usize>();
            self.rows.push(row);
            if self.size >= BLOCK {
                self.block()?;
                self.hand_on(out)?;
            }
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if !self.rows.is_empty() {
            self.block()?;
        }
        self.file.finish()?;
        self.hand_on(out)
    }
}

fn field(name: &str) -> Result<Type, ParquetError> {
    let (physical, logical, converted) = match Kind::of(name) {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String), ConvertedType::UTF8),
        Kind::Whole => (Physical::INT64, None, ConvertedType::NONE),
        Kind::Day => (Physical::INT32, Some(LogicalType::Date), ConvertedType::DATE),
    };
    Type::primitive_type_builder(name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .with_converted_type(converted)
        .build()
}

/// Writes the values of a column; an empty one is none.
fn put<'r>(
    column: &mut SerializedColumnWriter<'_>,
    kind: Kind,
    cells: impl Iterator<Item = &'r str> + Clone,
) -> Result<(), ParquetError> {
    let known: Vec<i16> = cells.clone().map(|cell| i16::from(!cell.is_empty())).collect();
    let cells = cells.filter(|cell| !cell.is_empty());
    match kind {
        Kind::Text => {
            let values: Vec<_> = cells.map(|cell| ByteArray::from(cell.as_bytes().to_vec())).collect();
            column.typed::<ByteArrayType>().write_batch(&values, Some(&known), None)
        }
        Kind::Whole => {
            let values: Vec<i64> = cells.map(|cell| cell.parse().unwrap_or_default()).collect();
            column.typed::<Int64Type>().write_batch(&values, Some(&known), None)
        }
        Kind::Day => {
            let values: Vec<i32> = cells.map(|cell| cell.parse().map_or(0, days)).collect();
            column.typed::<Int32Type>().write_batch(&values, Some(&known), None)
        }
    }
    .map(drop)
}

/// How many days a day comes after the first of 1970.
fn days(day: Date) -> i32 {
    (day - Date::constant(1970, 1, 1)).get_days()
}

fn claims(draft: &Draft, before: Count) -> Vec<Row> {
    let cells = |(at, claim)| cells_of(before.claims + at, &draft.document, claim).into_iter().map(|(_, cell)| cell);
    draft.claims.iter().enumerate().map(|claim| cells(claim).collect()).collect()
}
