//! How much later something was, between two dates.
//!
//! ```text
//! later = date … date "," duration "later" | date … duration "later" "," ["in" | "on"] date
//!       | date … "." ("He" | "She" | "It" | "They") … date "," duration "later"
//! ```

use super::stretch::{closes, single};
use super::{Figures, dated_by_year};
use crate::claim::Timing;
use crate::grammar::QuantityPiece;
use crate::grammar::date::Dated;

/// Words of the same person or thing that the sentence before tells of.
const SAME: [&str; 4] = ["he", "she", "it", "they"];

/// The dates between which a duration lies.
pub(super) fn later(figures: &Figures<'_>, piece: &QuantityPiece) -> Option<(Timing, Timing)> {
    if !figures.is_one_of(piece.tokens.end, &["later"]) {
        return None;
    }
    let behind = figures.dates.iter().find(|dated| is_behind(figures, piece, dated));
    let (first, last) = if let Some(last) = behind {
        let [first] = earlier(figures, piece)[..] else { return None };
        (first, last)
    } else {
        let closed = closes(figures, piece.tokens.end + 1);
        match earlier(figures, piece)[..] {
            [first, last] if closed && is_ahead(figures, piece, last) => (first, last),
            [last] if closed && is_ahead(figures, piece, last) => (before(figures)?, last),
            _ => return None,
        }
    };
    both(figures, first, last)
}

/// The dates of the sentence in front of a duration.
fn earlier<'f>(figures: &Figures<'f>, piece: &QuantityPiece) -> Vec<&'f Dated> {
    figures.dates.iter().filter(|dated| dated.tokens.end < piece.tokens.start).collect()
}

/// "6 January, 25 days".
fn is_ahead(figures: &Figures<'_>, piece: &QuantityPiece, dated: &Dated) -> bool {
    dated.tokens.end + 1 == piece.tokens.start && figures.word(dated.tokens.end) == ","
}

/// "Ten years later, in 2020".
fn is_behind(figures: &Figures<'_>, piece: &QuantityPiece, dated: &Dated) -> bool {
    let between = piece.tokens.end + 1..dated.tokens.start;
    !between.is_empty()
        && matches!(figures.letters(between)[..], [","] | [",", "in" | "on"])
        && closes(figures, dated.tokens.end)
}

/// The only date of the sentence before, where this one goes on with whoever did something then.
fn before<'f>(figures: &Figures<'f>) -> Option<&'f Dated> {
    let [dated] = &figures.earlier.last()?.dates[..] else { return None };
    let day = dated.start.is_some() && dated.start == dated.end;
    (day && figures.is_one_of(0, &SAME)).then_some(dated)
}

fn both(figures: &Figures<'_>, first: &Dated, last: &Dated) -> Option<(Timing, Timing)> {
    let years = dated_by_year(figures.tokens, first).zip(dated_by_year(figures.tokens, last));
    years.or_else(|| single(first).zip(single(last))).filter(|(from, to)| from.start < to.start)
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::relations;

    #[test]
    fn durations_up_to_a_later_date() {
        for (text, wanted) in [
            ("The strike began on 2 January and ended on 12 January, 20 days later.", "2025-01-02 2025-01-12"),
            ("He joined in 1998 and left 32 years later, in 2020.", "1998-01-01 2020-12-31"),
            ("She came on 2 January. She went home on 12 January, 20 days later.", "2025-01-02 2025-01-12"),
            ("She came on 2 January. The strike ended on 12 January, 20 days later.", ""),
            ("He joined in 1998 and left 32 years later, with a son born in 2020.", ""),
        ] {
            let found = relations(text).into_iter().filter_map(|relation| {
                let Relation::Elapsed { from, to, .. } = relation else { return None };
                Some(format!("{} {}", from.start?, to.end?))
            });
            assert_eq!(found.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }
}
