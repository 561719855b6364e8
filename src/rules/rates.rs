//! Rates of exchange that a desk keeps, read from CSV.
//!
//! | column | holds |
//! |---|---|
//! | `from` | a currency by its ISO 4217 code: `EUR` |
//! | `to` | another one: `USD` |
//! | `rate` | how many of `to` one of `from` is: `1.0842` |
//! | `as_of` | when: a day, a month, a year, or two of them as `start/end`; empty for whenever |
//!
//! A rate serves both ways, and two rates of one currency give that of the other two: with EUR to USD and EUR to GBP, a
//! draft may change pounds into dollars.

use super::row::{self, Row};
use crate::claim::Decimal;
use crate::lexicon::Lexicon;
use crate::text::Problem;
use jiff::civil::Date;
use std::io::Read;

/// The columns of a table of rates.
pub const HEADER: [&str; 4] = ["from", "to", "rate", "as_of"];

/// A sum may be changed at the rate of a day at most so many days from the one that is told.
const NEAR: i32 = 31;

/// The rates of all tables of a run.
#[derive(Clone, Debug, Default)]
pub struct Rates {
    rates: Vec<Rate>,
}

#[derive(Clone, Debug)]
struct Rate {
    /// `FILE:LINE`.
    place: String,
    from: String,
    to: String,
    /// How many of `to` one of `from` is; above zero.
    each: Decimal,
    /// First and last day, both included; `None` for whenever.
    period: Option<(Date, Date)>,
}

/// How many of one currency make one of another, by the desk's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    pub(super) least: Decimal,
    pub(super) most: Decimal,
    /// Where the rates stand.
    pub(super) places: Vec<String>,
}

impl Rates {
    /// Adds the rates of a file. What does not fit is left out.
    ///
    /// # Errors
    /// Each row that does not fit, with its line, its column and what was expected; a header that is not [`HEADER`].
    pub fn add(&mut self, path: &str, file: impl Read, lexicon: &Lexicon) -> Vec<Problem> {
        let (rates, problems) = row::read(path, file, &HEADER, |row| rate(path, row, lexicon));
        self.rates.extend(rates);
        problems
    }

    /// How many of `to` one of `from` was in a period, or `None` where no rate is near it.
    pub(super) fn quote(&self, from: &str, to: &str, period: (Date, Date)) -> Option<Quote> {
        self.direct(from, to, period).or_else(|| {
            let through = self.rates.iter().flat_map(|rate| [&rate.from, &rate.to]);
            let mut crossed = through
                .filter_map(|middle| Some((self.direct(from, middle, period)?, self.direct(middle, to, period)?)));
            let (one, other) = crossed.next()?;
            Some(Quote {
                least: one.least.checked_mul(other.least)?,
                most: one.most.checked_mul(other.most)?,
                places: [one.places, other.places].concat(),
            })
        })
    }

    /// The same by the rates of the two alone: all that overlap the period, or else the nearest.
    fn direct(&self, from: &str, to: &str, period: (Date, Date)) -> Option<Quote> {
        let quoted = self.rates.iter().filter_map(|rate| Some((rate.apart(period), rate.of(from, to)?, &rate.place)));
        let quoted: Vec<_> = quoted.filter(|(apart, ..)| *apart <= NEAR).collect();
        let nearest = quoted.iter().map(|(apart, ..)| *apart).min()?;
        let near = || quoted.iter().filter(|(apart, ..)| *apart == nearest);
        Some(Quote {
            least: near().map(|(_, rate, _)| *rate).min()?,
            most: near().map(|(_, rate, _)| *rate).max()?,
            places: near().map(|(.., place)| (*place).clone()).take(1).collect(),
        })
    }
}

impl Rate {
    /// How many days lie between the rate's time and another.
    fn apart(&self, (start, end): (Date, Date)) -> i32 {
        let Some((first, last)) = self.period else { return 0 };
        let (after, before) = ((first - end).get_days(), (start - last).get_days());
        after.max(before).max(0)
    }

    /// How many of one currency make one of another; `None` where the rate is of others.
    fn of(&self, from: &str, to: &str) -> Option<Decimal> {
        if (&*self.from, &*self.to) == (from, to) {
            return Some(self.each);
        }
        if (&*self.to, &*self.from) == (from, to) { Decimal::ONE.checked_div(self.each) } else { None }
    }
}

fn rate(path: &str, row: &Row, lexicon: &Lexicon) -> Result<Rate, Problem> {
    let currency = |at: usize| {
        let code = row.cell(at);
        let known = lexicon.currencies().iter().any(|currency| *currency.code == *code);
        let expected = || format!("`{}` is `{code}`, expected a currency by its code, such as `EUR`", HEADER[at]);
        if known { Ok(code.to_owned()) } else { Err(row.problem(at, expected())) }
    };
    let (from, to) = (currency(0)?, currency(1)?);
    if from == to {
        return Err(row.problem(1, format!("`to` is `{to}`, expected another currency than `from`")));
    }
    let number = Decimal::from_str_exact(row.cell(2)).ok().filter(|rate| *rate > Decimal::ZERO);
    let expected = || format!("`rate` is `{}`, expected a number above zero, such as `1.0842`", row.cell(2));
    let each = number.ok_or_else(|| row.problem(2, expected()))?;
    let as_of = row.cell(3);
    let expected = || format!("`as_of` is `{as_of}`, expected a day, a month, a year or `start/end`");
    let period = match as_of {
        "" => None,
        _ => Some(row::period(as_of).ok_or_else(|| row.problem(3, expected()))?),
    };
    Ok(Rate { place: format!("{path}:{}", row.line), from, to, each, period })
}

#[cfg(test)]
mod tests {
    use super::Rates;
    use crate::lexicon::Lexicon;
    use jiff::civil::date;

    fn read(rows: &str) -> (Rates, Vec<String>) {
        let mut rates = Rates::default();
        let problems = rates.add("kept.csv", format!("from,to,rate,as_of\n{rows}").as_bytes(), &Lexicon::embedded());
        (rates, problems.into_iter().map(|problem| problem.to_string()).collect())
    }

    #[test]
    fn rates_of_a_day() {
        let (rates, problems) =
            read("EUR,USD,1.08,2025-03-10\nEUR,USD,1.10,2025-03-12\nEUR,GBP,0.8,2025\nEUR,USD,1.25,2004\n");
        assert_eq!(problems, Vec::<String>::new());
        for (from, to, day, quote) in [
            ("EUR", "USD", date(2025, 3, 12), "1.10–1.10"),
            ("EUR", "USD", date(2025, 3, 13), "1.10–1.10"),
            ("EUR", "USD", date(2004, 5, 1), "1.25–1.25"),
            ("USD", "EUR", date(2004, 5, 1), "0.8–0.8"),
            ("GBP", "USD", date(2025, 3, 12), "1.3750–1.3750"),
            ("EUR", "USD", date(2010, 3, 12), "-"),
            ("EUR", "SEK", date(2025, 3, 12), "-"),
        ] {
            let found = rates.quote(from, to, (day, day));
            let found = found.map_or("-".to_owned(), |quote| format!("{}–{}", quote.least, quote.most));
            assert_eq!(found, quote, "{from} {to} {day}");
        }
        let march = (date(2025, 3, 1), date(2025, 3, 31));
        assert_eq!(rates.quote("EUR", "USD", march).map(|quote| quote.most), Some("1.10".parse().unwrap()));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let (_, problems) =
            read("EUR,USX,1.1,2025\nEUR,EUR,1.1,2025\nEUR,USD,-1,2025\nEUR,USD,\"1,1\",2025\nEUR,USD,1.1,now\n");
        assert_eq!(
            problems,
            [
                "kept.csv:2:5: `to` is `USX`, expected a currency by its code, such as `EUR`",
                "kept.csv:3:5: `to` is `EUR`, expected another currency than `from`",
                "kept.csv:4:9: `rate` is `-1`, expected a number above zero, such as `1.0842`",
                "kept.csv:5:9: `rate` is `1,1`, expected a number above zero, such as `1.0842`",
                "kept.csv:6:13: `as_of` is `now`, expected a day, a month, a year or `start/end`",
            ]
        );
    }
}
