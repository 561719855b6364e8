//! A year, and how long ago it was.
//!
//! ```text
//! ago = ["in"] year ["," | "(" | "–"] N "years" "ago" ("," | ")" | "–" | ".") | N "years" "ago" [","] "in" year
//! ```
//! It is counted from the draft's date.

use super::{Figures, is_year};
use crate::claim::Relation;
use crate::grammar::date::Dated;
use crate::lexicon::Lexicon;
use crate::text::Shape;

/// The years of a sentence that are told twice.
pub(super) fn long_ago(figures: &Figures<'_>) -> Vec<Relation> {
    let told = |pair: &[Dated]| ago(figures, &pair[0], &pair[1]).or_else(|| turned_round(figures, &pair[0], &pair[1]));
    figures.dates.windows(2).filter_map(told).collect()
}

/// "60 years ago, in 1966".
fn turned_round(figures: &Figures<'_>, first: &Dated, second: &Dated) -> Option<Relation> {
    let between = first.tokens.end..second.tokens.end.saturating_sub(1);
    let within = matches!(figures.letters(between)[..], ["in"] | [",", "in"]);
    let closed = figures.token(second.tokens.end).is_none_or(|next| next.shape == Shape::Mark);
    let year = year(figures, second).filter(|_| within && closed)?;
    counted(figures, first, year)
}

fn ago(figures: &Figures<'_>, first: &Dated, second: &Dated) -> Option<Relation> {
    let words = second.tokens.clone();
    let joined = matches!(figures.letters(first.tokens.end..words.start)[..], ["," | "(" | "–" | "—"]);
    let closed = figures.token(words.end).is_none_or(|next| next.shape == Shape::Mark);
    let year = year(figures, first).filter(|_| joined && closed)?;
    counted(figures, second, year)
}

/// A year, and the date that tells how many years ago it was.
fn counted(figures: &Figures<'_>, dated: &Dated, year: i16) -> Option<Relation> {
    let [number, unit, "ago"] = figures.letters(dated.tokens.clone())[..] else { return None };
    if !unit.starts_with("year") {
        return None;
    }
    let years = number.parse().ok().or_else(|| spelled(figures.tokens.lexicon(), figures, dated.tokens.start))?;
    let now = figures.published()?.year();
    Some(Relation::Anniversary { span: dated.span, years, from: year, to: (now, now) })
}

/// The year that a date is, where it is no more than that.
fn year(figures: &Figures<'_>, dated: &Dated) -> Option<i16> {
    let last = dated.tokens.end.checked_sub(1)?;
    let alone = dated.tokens.len() == 1 || dated.tokens.len() == 2 && figures.is_one_of(dated.tokens.start, &["in"]);
    let token = figures.token(last).filter(|token| alone && is_year(token))?;
    token.letters.parse().ok()
}

fn spelled(lexicon: &Lexicon, figures: &Figures<'_>, at: usize) -> Option<i16> {
    let value = lexicon.numeral(figures.token(at)?.word)?;
    i16::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::relations;

    #[test]
    fn years_told_twice() {
        // The draft is of 12 March 2025.
        for (text, wanted) in [
            ("The firm was founded in 1985, 30 years ago.", "30 1985"),
            ("The firm, founded in 1995 (thirty years ago), is gone.", "30 1995"),
            ("The firm, which was founded 30 years ago in 1985, is gone.", "30 1985"),
            ("The firm was founded 30 years ago, in 1985.", "30 1985"),
            ("The firm was founded in 1985, 30 years ago next month.", ""),
            ("The firm was founded in 1985 and sold 30 years ago.", ""),
        ] {
            let found = relations(text).into_iter().filter_map(|one| match one {
                Relation::Anniversary { years, from, .. } => Some(format!("{years} {from}")),
                _ => None,
            });
            assert_eq!(found.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }
}
