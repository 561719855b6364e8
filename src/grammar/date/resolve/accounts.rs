//! The year by which the accounts of a story are kept, once the story has told when that year ends.
//!
//! | told before | text | days |
//! |---|---|---|
//! | `the year to 30 September 2031` | `2029/30` | October 2029 to September 2030 |
//! | | `the second half` | April to September |
//! | | `year-end` | the year to that September |
//! | `from July 2031 to June 2032` | `the coming year` | the year from that July |

use super::super::anchor::Anchor;
use super::super::days::{Days, Unit};
use super::super::expression::{DateExpression, Portion, Which, Yearly};
use super::returning;
use jiff::civil::Date;

/// The month in which a year of accounts begins where no story tells another.
pub(super) const APRIL: i8 = 4;

const MONTHS: i8 = 12;

/// The month that ends the year of accounts which an expression names: one that closes on a day, or a range of twelve months.
pub(in super::super) fn closes_year(expression: &DateExpression, days: Days) -> Option<i8> {
    let (start, end) = days.start.zip(days.end)?;
    let whole = start.day() == 1
        && end == end.last_of_month()
        && Days::months(start.year(), start.month(), MONTHS) == Some(days);
    let told = match expression {
        DateExpression::Leading(_, unit, base) => *unit >= Unit::Month && is_day(base),
        DateExpression::Range(..) => true,
        _ => false,
    };
    (whole && told).then(|| end.month())
}

/// `30 September 2031`, `30 September`; "the year to June" may be the twelve months of a statistic.
fn is_day(base: &DateExpression) -> bool {
    match base {
        DateExpression::Fixed(days) => days.start == days.end,
        DateExpression::Yearly(Yearly::Day { .. }, _) => true,
        _ => false,
    }
}

/// The days of what hangs on the year of accounts, where the story has told it.
pub(super) fn resolve(expression: &DateExpression, anchor: &Anchor) -> Option<Days> {
    let last_month = anchor.year_ends?;
    let first_month = last_month % MONTHS + 1;
    match expression {
        DateExpression::YearPair { first, .. } => Days::months(*first, first_month, MONTHS),
        DateExpression::Yearly(Yearly::Months { first, count }, which) if is_part(*first, *count) => {
            let first = (first + last_month - 1) % MONTHS + 1;
            returning::yearly(&Yearly::Months { first, count: *count }, *which, anchor)
        }
        DateExpression::Portion(Portion::Deadline, base) => match **base {
            DateExpression::Unit(Unit::Year, Which::Last) => year_of(anchor.published?, first_month, -1),
            DateExpression::Unit(Unit::Year, Which::This) => year_of(anchor.published?, first_month, 0),
            _ => None,
        },
        DateExpression::Rolling(1, Unit::Year) => year_of(anchor.published?, first_month, 1),
        _ => None,
    }
}

/// Whether so many months are a quarter or a half; a season begins in another month.
const fn is_part(first: i8, count: i8) -> bool {
    matches!((first, count), (1 | 4 | 7 | 10, 3) | (1 | 7, 6))
}

/// The year of accounts that a day lies in, or one so many years later.
fn year_of(day: Date, first_month: i8, later: i16) -> Option<Days> {
    let begun = day.year() - i16::from(day.month() < first_month);
    Days::months(begun + later, first_month, MONTHS)
}

#[cfg(test)]
mod tests {
    use crate::grammar::date::testing::check;

    #[test]
    fn accounts_have_years_of_their_own() {
        let september = "2030-10-01/2031-09-30";
        let july = "2031-07-01/2032-06-30";
        for (text, day, expected) in [
            (
                "In the year to 30 September 2031 it grew, in 2029/30 it fell.",
                "2031-11-18",
                format!("{september} 2029-10-01/2030-09-30"),
            ),
            (
                "In the year ended 30 September sales rose; in the second half they fell.",
                "2031-11-18",
                format!("{september} 2031-04-01/2031-09-30"),
            ),
            (
                "In the year to 30 September it grew; at the year-end it had 40 shops.",
                "2031-11-18",
                format!("{september} {september}"),
            ),
            (
                "The plan runs from July 2031 to June 2032; in the coming year it will grow.",
                "2031-05-18",
                format!("{july} {july}"),
            ),
            (
                "In the year to June prices rose; in 2023/24 they fell.",
                "2025-07-18",
                "2024-07-01/2025-06-30 2023-01-01/2024-12-31".to_owned(),
            ),
            (
                "In the year to 30 September it grew; it fell last spring.",
                "2031-11-18",
                format!("{september} 2031-03-01/2031-05-31"),
            ),
        ] {
            check(&[(text, day, &expected)]);
        }
    }
}
