//! Claims tables in columns read back, some rows at a time, by whatever program they were written.

use super::told;
use bytes::Bytes;
use jiff::ToSpan;
use jiff::civil::Date;
use parquet::basic::ConvertedType;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::DataType;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, FileReader, Length, SerializedFileReader};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many rows are read at a time.
const ROWS: usize = 256;

/// A table that is being read.
pub(crate) struct Reader {
    file: SerializedFileReader<Shared>,
    /// The block that is read next.
    next: usize,
    /// The columns of the one that is being read.
    columns: Vec<Column>,
}

struct Column {
    name: String,
    is_day: bool,
    /// Whether each value says whether it is there.
    is_optional: bool,
    reader: ColumnReader,
}

impl Reader {
    /// The table in a file.
    ///
    /// # Errors
    /// A file that holds none, or not all of it.
    pub(crate) fn open(file: impl Read + Seek + Send + 'static) -> Result<Self, String> {
        let file = SerializedFileReader::new(Shared::new(file).map_err(|error| error.to_string())?);
        let file = file.map_err(|error| told(&error))?;
        Ok(Self { file, next: 0, columns: Vec::new() })
    }

    /// The next rows, each with what stands under the name of each column, nothing where that is null; none at the end.
    ///
    /// # Errors
    /// A file that is broken.
    pub(crate) fn rows(&mut self) -> Result<Vec<Vec<(String, String)>>, String> {
        loop {
            let rows = self.of_block().map_err(|error| told(&error))?;
            if !rows.is_empty() {
                return Ok(rows);
            }
            if self.next == self.file.num_row_groups() {
                return Ok(Vec::new());
            }
            self.columns = self.block(self.next).map_err(|error| told(&error))?;
            self.next += 1;
        }
    }

    /// The columns of a block. What is no plain column stands for nothing here.
    fn block(&self, number: usize) -> Result<Vec<Column>, ParquetError> {
        let block = self.file.get_row_group(number)?;
        let descriptors = block.metadata().schema_descr().columns().iter().enumerate();
        let plain = descriptors.filter(|(_, column)| column.max_rep_level() == 0 && column.max_def_level() <= 1);
        plain
            .map(|(at, column)| {
                Ok(Column {
                    name: column.name().to_owned(),
                    is_day: column.converted_type() == ConvertedType::DATE,
                    is_optional: column.max_def_level() == 1,
                    reader: block.get_column_reader(at)?,
                })
            })
            .collect()
    }

    /// The next rows of the block that is being read.
    fn of_block(&mut self) -> Result<Vec<Vec<(String, String)>>, ParquetError> {
        let mut rows: Vec<Vec<(String, String)>> = Vec::new();
        for (at, column) in self.columns.iter_mut().enumerate() {
            let values = column.values()?;
            if at == 0 {
                rows.resize_with(values.len(), Vec::new);
            }
            if values.len() != rows.len() {
                return Err(ParquetError::General("columns of several lengths".to_owned()));
            }
            for (row, value) in rows.iter_mut().zip(values) {
                row.push((column.name.clone(), value));
            }
        }
        Ok(rows)
    }
}

impl Column {
    /// The next values as text.
    fn values(&mut self) -> Result<Vec<String>, ParquetError> {
        let (optional, is_day) = (self.is_optional, self.is_day);
        match &mut self.reader {
            ColumnReader::ByteArrayColumnReader(reader) => {
                next(reader, optional, |bytes| String::from_utf8_lossy(bytes.data()).into_owned())
            }
            ColumnReader::Int32ColumnReader(reader) if is_day => next(reader, optional, |days| day(*days)),
            ColumnReader::Int32ColumnReader(reader) => next(reader, optional, ToString::to_string),
            ColumnReader::Int64ColumnReader(reader) => next(reader, optional, ToString::to_string),
            ColumnReader::BoolColumnReader(reader) => next(reader, optional, ToString::to_string),
            ColumnReader::FloatColumnReader(reader) => next(reader, optional, ToString::to_string),
            ColumnReader::DoubleColumnReader(reader) => next(reader, optional, ToString::to_string),
            ColumnReader::Int96ColumnReader(reader) => next(reader, optional, |_| String::new()),
            ColumnReader::FixedLenByteArrayColumnReader(reader) => next(reader, optional, |_| String::new()),
        }
    }
}

/// The next values of a column, each as `shown`, and nothing where there is none.
fn next<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    is_optional: bool,
    shown: fn(&T::T) -> String,
) -> Result<Vec<String>, ParquetError> {
    let (mut known, mut values) = (Vec::new(), Vec::new());
    reader.read_records(ROWS, is_optional.then_some(&mut known), None, &mut values)?;
    if !is_optional {
        return Ok(values.iter().map(shown).collect());
    }
    let mut values = values.iter();
    let value = |known: &i16| if *known == 0 { None } else { values.next() };
    Ok(known.iter().map(value).map(|value| value.map(shown).unwrap_or_default()).collect())
}

/// The day that comes so many days after the first of 1970; nothing where the calendar ends before it.
fn day(days: i32) -> String {
    Date::constant(1970, 1, 1).checked_add(days.days()).map(|day| day.to_string()).unwrap_or_default()
}

/// A file from which several columns are read at once.
struct Shared {
    file: Arc<Mutex<dyn Seeking>>,
    length: u64,
}

trait Seeking: Read + Seek + Send {}

impl<F: Read + Seek + Send> Seeking for F {}

impl Shared {
    fn new(mut file: impl Seeking + 'static) -> io::Result<Self> {
        let length = file.seek(SeekFrom::End(0))?;
        Ok(Self { file: Arc::new(Mutex::new(file)), length })
    }

    fn at(&self, start: u64) -> Part {
        Part { file: Arc::clone(&self.file), at: start }
    }
}

impl Length for Shared {
    fn len(&self) -> u64 {
        self.length
    }
}

impl ChunkReader for Shared {
    type T = BufReader<Part>;

    fn get_read(&self, start: u64) -> Result<Self::T, ParquetError> {
        Ok(BufReader::new(self.at(start)))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes, ParquetError> {
        if start.checked_add(length as u64).is_none_or(|end| end > self.length) {
            return Err(ParquetError::EOF("the file ends too soon".to_owned()));
        }
        let mut bytes = vec![0; length];
        self.at(start).read_exact(&mut bytes)?;
        Ok(bytes.into())
    }
}

/// The file from some place on.
struct Part {
    file: Arc<Mutex<dyn Seeking>>,
    at: u64,
}

impl Read for Part {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let mut file: MutexGuard<'_, dyn Seeking> = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.at))?;
        let read = file.read(bytes)?;
        self.at += read as u64;
        Ok(read)
    }
}
