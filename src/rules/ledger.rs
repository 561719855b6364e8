//! Ledgers: reference figures that a desk keeps, read from CSV.
//!
//! | column | holds |
//! |---|---|
//! | `measure` | what is measured, in words: `copper output` |
//! | `subject` | of whom or where: `Monte Alto` |
//! | `value` | a number, `low-high`, `>n` or `<n` |
//! | `unit` | `count`, `percent`, `tonnes`, `million USD`; a word that is no unit says what is counted |
//! | `source` | who gives the figure |
//! | `as_of` | the period: a day, a month, a year, or two of them as `start/end` |
//! | `note` | anything |

use super::measure::Measure;
use super::row::{self, Row as Cells};
use crate::claim::{Decimal, Ends, Interval, Unit};
use crate::lexicon::{CurrencyEntry, Lexicon};
use crate::text::{Problem, Span};
use jiff::civil::Date;
use std::io::Read;
use std::sync::Arc;

/// The columns of a ledger.
pub const HEADER: [&str; 7] = ["measure", "subject", "value", "unit", "source", "as_of", "note"];

/// The rows of all ledgers of a run.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub(super) rows: Vec<Row>,
}

/// One reference figure.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) path: String,
    /// 1-based.
    pub(super) line: usize,
    pub(super) measure: String,
    pub(super) measured: Measure,
    pub(super) subject: String,
    /// The places that lie in the subject, where it is one that the gazetteer knows.
    pub(super) places: Vec<Arc<str>>,
    /// Whether the unit is the subject's own money.
    pub(super) own_money: bool,
    /// The figure as written, with its unit.
    pub(super) figure: String,
    pub(super) reading: Interval,
    pub(super) unit: Unit,
    /// The word for that money which other moneys share: `shilling`; `None` where none would be taken for it.
    pub(super) money_word: Option<String>,
    pub(super) source: String,
    /// First and last day, both included; `None` where the row gives none.
    pub(super) period: Option<(Date, Date)>,
    /// The period as written.
    pub(super) as_of: String,
}

impl Ledger {
    /// Adds the rows of a file. What does not fit is left out.
    ///
    /// # Errors
    /// Each row that does not fit, with its line, its column and what was expected; a header that is not [`HEADER`].
    pub fn add(&mut self, path: &str, file: impl Read, lexicon: &Lexicon) -> Vec<Problem> {
        let (rows, problems) = row::read(path, file, &HEADER, |cells| row(path, cells, lexicon));
        self.rows.extend(rows);
        problems
    }
}

fn row(path: &str, cells: &Cells, lexicon: &Lexicon) -> Result<Row, Problem> {
    let (line, cell) = (cells.line, |at: usize| cells.cell(at).to_owned());
    let (value, unit, as_of) = (cell(2), cell(3), cell(5));
    let (unit, scale) = denomination(lexicon, &unit);
    let expected = || format!("`value` is `{value}`, expected a number, `low-high`, `>n` or `<n`");
    let reading = reading(&value, scale).ok_or_else(|| cells.problem(2, expected()))?;
    let expected = || format!("`as_of` is `{as_of}`, expected a day, a month, a year or `start/end`");
    let period = match &*as_of {
        "" => None,
        as_of => Some(row::period(as_of).ok_or_else(|| cells.problem(5, expected()))?),
    };
    let (measure, subject) = (cell(0), cell(1));
    let currency = lexicon.currencies().iter().find(|currency| *currency.code == *unit.name());
    Ok(Row {
        path: path.to_owned(),
        line,
        measured: Measure::new(lexicon, &measure),
        measure,
        places: places_in(lexicon, &subject),
        own_money: currency.is_some_and(|currency| currency.places.iter().any(|place| **place == *subject)),
        money_word: currency.and_then(shared_word),
        subject,
        figure: format!("{value} {}", cell(3)).trim().to_owned(),
        reading,
        unit,
        source: cell(4),
        period,
        as_of,
    })
}

/// The places that lie in the one of that name.
fn places_in(lexicon: &Lexicon, subject: &str) -> Vec<Arc<str>> {
    let inner =
        lexicon.places().iter().filter(|place| *place.name != *subject && lexicon.lies_in(&place.name, subject));
    inner.map(|place| place.name.clone()).collect()
}

/// The word by which a currency is called in its own country. Dollars and pounds without a name are the best known ones.
fn shared_word(currency: &CurrencyEntry) -> Option<String> {
    let word = currency.name.rsplit(' ').next()?;
    (!matches!(word, "dollar" | "pound")).then(|| word.to_owned())
}

/// The unit that a cell names, and the magnitude in it: `million USD`, `tonnes`.
fn denomination(lexicon: &Lexicon, cell: &str) -> (Unit, Decimal) {
    let mut tokens = Vec::new();
    lexicon.tokenize(cell, Span::new(0, cell.len()), &mut tokens);
    let (mut unit, mut scale) = (Unit::Count, Decimal::ONE);
    for at in 0..tokens.len() {
        let rest = &tokens[at..];
        let code = lexicon.currencies().iter().find(|currency| *currency.code == *rest[0].letters);
        if let Some((_, by)) = lexicon.magnitudes.at(rest) {
            scale = scale.checked_mul(*by).unwrap_or(scale);
        } else if let Some(currency) = code {
            unit = Unit::Money(currency.code.clone());
        } else if let Some((_, &entry)) = lexicon.unit_phrases.at(rest) {
            unit = Unit::Measure(lexicon.units()[entry].name.clone());
        } else if matches!(rest[0].letters, "percent" | "%") {
            unit = Unit::Percent;
        } else if rest[0].letters.starts_with("point") || cell == "percentage_point" {
            unit = Unit::PercentagePoint;
        }
    }
    (unit, scale)
}

/// A value as a ledger writes it. One in millions is rounded to its last digit.
fn reading(value: &str, scale: Decimal) -> Option<Interval> {
    let number = |text: &str| Decimal::from_str_exact(text.trim()).ok()?.checked_mul(scale);
    if let Some(bound) = value.strip_prefix('>') {
        return Some(Interval::from(number(bound)?));
    }
    if let Some(bound) = value.strip_prefix('<') {
        return Some(Interval::up_to(number(bound)?));
    }
    let joint = value.get(1..)?.find(['-', '–']).map(|at| at + 1);
    if let Some((low, high)) =
        joint.and_then(|at| Some((value.get(..at)?, value.get(at..)?.trim_start_matches(['-', '–']))))
    {
        let (low, high) = (number(low)?, number(high)?);
        return (low <= high).then(|| Interval::between(low, high, Ends::Included));
    }
    let middle = number(value)?;
    let decimals = Decimal::from_str_exact(value.trim()).ok()?.scale();
    let half = Decimal::try_new(5, decimals + 1).ok()?.checked_mul(scale)?;
    let rounded = scale > Decimal::ONE || decimals > 0;
    Some(if rounded {
        Interval::between(middle - half, middle + half, Ends::Excluded)
    } else {
        Interval::point(middle)
    })
}

#[cfg(test)]
mod tests {
    use super::Ledger;
    use crate::lexicon::Lexicon;

    fn read(rows: &str) -> (Ledger, Vec<String>) {
        let mut ledger = Ledger::default();
        let file = format!("measure,subject,value,unit,source,as_of,note\n{rows}");
        let problems = ledger.add("kept.csv", file.as_bytes(), &Lexicon::embedded());
        (ledger, problems.into_iter().map(|problem| problem.to_string()).collect())
    }

    #[test]
    fn figures_with_their_units() {
        for (cells, unit, low, high) in [
            ("12,count", "count", "12", "12"),
            ("8.4,million USD", "USD", "8350000", "8450000"),
            ("40-50,tonnes", "tonne", "40", "50"),
            (">7,percent", "percent", "7", ""),
            ("<9,persons", "count", "", "9"),
        ] {
            let (ledger, problems) = read(&format!("a thing,Arle,{cells},,2025,\n"));
            assert_eq!(problems, Vec::<String>::new(), "{cells}");
            let row = &ledger.rows[0];
            let ends = [row.reading.low, row.reading.high]
                .map(|end| end.map_or(String::new(), |end| end.normalize().to_string()));
            assert_eq!((row.unit.name(), ends), (unit, [low, high].map(str::to_owned)), "{cells}");
        }
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let (ledger, problems) = read("a,b,many,count,,2025,\nc,d,5,count,,spring,\ne,f,5,count,,2025-02,\n");
        assert_eq!(ledger.rows.len(), 1);
        assert_eq!(
            problems,
            [
                "kept.csv:2:5: `value` is `many`, expected a number, `low-high`, `>n` or `<n`",
                "kept.csv:3:14: `as_of` is `spring`, expected a day, a month, a year or `start/end`",
            ]
        );
    }
}
