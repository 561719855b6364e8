//! `csv`: tables for spreadsheets, under a fixed header.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and a draft is not to be trusted with
//! one: such a cell gets a leading apostrophe, unless it is a plain number. A row is one line: line ends in a cell are blanks.

mod claims;
mod findings;

#[cfg(feature = "parquet")]
pub(crate) use claims::columns_for_check;
pub(crate) use claims::{CLAIMS, cells_of, claims_by_key, claims_for_check, columns, head_by_key, head_for_check};
pub(crate) use findings::FINDINGS;

use super::safe::safe;
use crate::claim::Decimal;
use csv::Writer;
use std::borrow::Cow;
use std::io::{self, Write};

/// A column: its name, and what it says of a row.
type Column<Row> = (&'static str, fn(&Row) -> Cow<'_, str>);

/// Writes the names of the columns.
fn header<Row>(columns: &[Column<Row>], out: &mut dyn Write) -> io::Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record(columns.iter().map(|(name, _)| name))?;
    table.flush()
}

/// Writes rows.
fn rows<Row>(columns: &[Column<Row>], rows: impl Iterator<Item = Row>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Writer::from_writer(out);
    for row in rows {
        table.write_record(columns.iter().map(|(_, cell)| guarded(&cell(&row)).into_owned()))?;
    }
    table.flush()
}

/// The cell with an apostrophe before what a spreadsheet would take for a formula, and without what a terminal would obey.
pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    let cell = safe(cell);
    if cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && cell.parse::<Decimal>().is_err()
    {
        return format!("'{cell}").into();
    }
    cell
}

/// What has a name in words, or nothing.
fn shown(value: Option<impl ToString>) -> Cow<'static, str> {
    value.map(|value| value.to_string()).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::{CLAIMS, FINDINGS, guarded};
    use crate::report::example::{parted, streamed};

    #[test]
    fn formulas_and_escapes_are_disarmed() {
        for (cell, guard) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-5", "-5"),
            ("-5.50", "-5.50"),
            ("-5 degrees", "'-5 degrees"),
            ("+5", "+5"),
            ("＝1+1", "'＝1+1"),
            ("\t=x", "' =x"),
            ("1\r\n=2", "1  =2"),
            ("\u{1b}[31m4\u{202e}2", "\u{FFFD}[31m4\u{FFFD}2"),
            ("2-1", "2-1"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), guard);
        }
    }

    #[test]
    fn a_claim_a_row() {
        let mut header = Vec::new();
        (CLAIMS.head)(&mut header).unwrap();
        let expected = "\
claim,document,line,column,start,end,role,text,number,value,low,high,reading_low,reading_high,qualifier,unit,noun,head,\
class,measure,source,source_id,source_text,cue,via,said,said_start,said_end,as_of,as_of_start,as_of_end,status
c1,ferry.txt,1,9,9,30,body,\"about 1,200 islanders\",\"1,200\",1200,,,1080,1320,about,count,islanders,islander,\
,,port,port,the port,say,,on Friday,2031-05-02,2031-05-02,,,,asserted
c2,ferry.txt,2,12,75,81,body,43.60%,43.60,43.60,,,43.60,43.60,,percent,,,,,,,,,,,,,,,,asserted
c3,late.txt,1,6,5,18,body,300 islanders,300,300,,,300,300,,count,islanders,islander,,,,,,,,,,,,,,asserted
";
        assert_eq!(String::from_utf8(header).unwrap() + &streamed(CLAIMS.draft), expected);
    }

    #[test]
    fn a_finding_a_row() {
        let expected = "\
rule,kind,severity,document,line,column,start,end,message,claims,evidence,fingerprint
conflicting-figures,conflict,error,ferry.txt,1,15,15,20,\"port says 1,200, late.txt says 300\",c1 c3,\
same thing: islanders; two days apart,f00d
";
        assert_eq!(parted(FINDINGS), expected);
    }
}
