//! One day told twice: by how far it is from the draft's own, and by its name or date.
//!
//! ```text
//! same = ("yesterday" | "today" | "tomorrow") [","] ["("] day | day [","] ["("] ("yesterday" | "today" | "tomorrow")
//! ```

use super::Figures;
use crate::claim::Relation;
use crate::grammar::date::Dated;
use jiff::civil::Date;

const RELATIVE: [&str; 3] = ["yesterday", "today", "tomorrow"];

/// The days of a sentence that are told twice.
pub(super) fn same_days(figures: &Figures<'_>) -> Vec<Relation> {
    figures.dates.windows(2).filter_map(|pair| same_day(figures, &pair[0], &pair[1])).collect()
}

fn same_day(figures: &Figures<'_>, first: &Dated, second: &Dated) -> Option<Relation> {
    let between = figures.letters(first.tokens.end..second.tokens.start);
    let joined = matches!(between[..], ["," | "("]);
    let relative = |dated: &Dated| dated.tokens.len() == 1 && figures.is_one_of(dated.tokens.start, &RELATIVE);
    let once = relative(first) != relative(second);
    let days = day(first).zip(day(second)).filter(|_| joined && once);
    days.map(|days| Relation::SameDay { span: first.span.to(second.span), first: days.0, second: days.1 })
}

/// The only day of a date.
fn day(dated: &Dated) -> Option<Date> {
    dated.start.filter(|_| dated.start == dated.end)
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::relations;

    #[test]
    fn days_told_twice() {
        // The draft is of 12 March 2025, a Wednesday.
        for (text, wanted) in [
            ("They met yesterday (Monday) at noon.", "2025-03-11 2025-03-10"),
            ("They met yesterday, 11 March, at noon.", "2025-03-11 2025-03-11"),
            ("They met on 9 March, and yesterday they left.", ""),
        ] {
            let found = relations(text).into_iter().filter_map(|one| match one {
                Relation::SameDay { first, second, .. } => Some(format!("{first} {second}")),
                _ => None,
            });
            assert_eq!(found.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }
}
