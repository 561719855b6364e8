//! A year, and how long ago it was.
//!
//! ```text
//! ago = ["in"] year ["," | "(" | "–"] N "years" "ago" ("," | ")" | "–" | ".")
//! ```
//! It is counted from the draft's date.

use super::{Figures, is_year};
use crate::claim::Relation;
use crate::grammar::date::Dated;
use crate::lexicon::Lexicon;
use crate::text::Shape;

/// The years of a sentence that are told twice.
pub(super) fn long_ago(figures: &Figures<'_>) -> Vec<Relation> {
    figures.dates.windows(2).filter_map(|pair| ago(figures, &pair[0], &pair[1])).collect()
}

fn ago(figures: &Figures<'_>, first: &Dated, second: &Dated) -> Option<Relation> {
    let words = second.tokens.clone();
    let [number, unit, last] = figures.letters(words.clone())[..] else { return None };
    let told = last == "ago" && unit.starts_with("year");
    let joined = matches!(figures.letters(first.tokens.end..words.start)[..], ["," | "(" | "–" | "—"]);
    let closed = figures.token(words.end).is_none_or(|next| next.shape == Shape::Mark);
    let year = year(figures, first).filter(|_| told && joined && closed)?;
    let years = number.parse().ok().or_else(|| spelled(figures.tokens.lexicon(), figures, words.start))?;
    let now = figures.published()?.year();
    Some(Relation::Anniversary { span: second.span, years, from: year, to: (now, now) })
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
