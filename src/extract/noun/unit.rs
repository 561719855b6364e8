//! The unit that a bare figure takes over from one before it.
//!
//! | text | unit |
//! |---|---|
//! | `profit of £4 million, against £3 million` | its own |
//! | `an output of 30 tonnes, against 25` | tonne |
//! | `income was 16 million euros; wages took 7 million` | EUR |
//! | `turnout fell to 61 percent from 64` | percent |

use super::antecedent::{Antecedents, is_compared};
use super::{Figure, QuantityPiece};
use crate::claim::{Claim, Decimal, Stated, Unit};

/// How many claims back a sum may stand that says in which money another is.
const REACH: usize = 8;
/// From here on a magnitude is mostly one of money, where the text speaks of money.
const LARGE: i64 = 100_000;

/// The unit that a figure without one has from those before it; `None` where it counts.
pub(in super::super) fn taken_over(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let piece = figure.piece();
    let bare = !piece.united && figure.behind.is_empty() && piece.stated != Stated::Vague;
    if !bare || before.heading().is_some() {
        return None;
    }
    let compared = (figure.at > 0 && is_compared(figure)).then(|| compared(figure, before)).flatten();
    compared.or_else(|| is_large(piece).then(|| sum(before)).flatten())
}

/// The unit of the figure that this one is compared with.
fn compared(figure: &Figure<'_>, before: &Antecedents<'_>) -> Option<Unit> {
    let sentence = before.claims().len().saturating_sub(figure.at);
    let others = before.claims()[sentence..].iter().zip(figure.pieces).rev();
    let level = others.filter(|(claim, piece)| claim.quantity.unit != Unit::Percent || is_level(figure, piece));
    let unit = level.map(|(claim, _)| claim.quantity.unit.clone()).next()?;
    (!matches!(unit, Unit::Count | Unit::Ratio)).then_some(unit)
}

/// Whether a percentage is a height that another may be compared with, and not the size of a change.
fn is_level(figure: &Figure<'_>, piece: &QuantityPiece) -> bool {
    const LEVELS: [&str; 8] = ["to", "at", "from", "was", "is", "were", "are", "of"];
    let low = matches!(figure.piece().stated, Stated::Point(value) if value <= Decimal::ONE_HUNDRED);
    let before = piece.tokens.start.checked_sub(1).map(|at| figure.tokens.from(at).letters());
    low && before.is_some_and(|before| LEVELS.contains(&before))
}

/// The money of the last large figure, where it is one of money.
fn sum(before: &Antecedents<'_>) -> Option<Unit> {
    let large = |claim: &&Claim| match claim.quantity.unit {
        Unit::Money(_) => true,
        Unit::Count => claim.quantity.value().is_some_and(|value| value >= Decimal::from(LARGE)),
        _ => false,
    };
    let last = before.claims().iter().rev().take(REACH).find(large)?;
    matches!(last.quantity.unit, Unit::Money(_)).then(|| last.quantity.unit.clone())
}

fn is_large(piece: &QuantityPiece) -> bool {
    piece.written.is_some_and(|number| number.scale >= Decimal::from(LARGE))
}

#[cfg(test)]
mod tests {
    use crate::extract::{Depth, extract};
    use crate::grammar::testing::LEXICON;
    use crate::input::read;

    #[test]
    fn units_that_are_taken_over() {
        for (text, unit) in [
            ("The mill made 30 tonnes in May, against 25 in June.", "tonne"),
            ("Income was 16 million euros. Wages took 7 million.", "EUR"),
            ("Turnout fell to 61 percent from 64 in the spring.", "percent"),
            ("Exports rose 12 percent from 842 in the spring.", "count"),
            ("Income was 16 million euros. It has 7 million members.", "count"),
        ] {
            let documents = read("a.md", text.to_owned().into_bytes(), None);
            let claims = documents.into_iter().flatten().flat_map(|one| extract(one, &LEXICON, Depth::Claims).claims);
            assert_eq!(claims.last().map(|claim| claim.quantity.unit.to_string()).as_deref(), Some(unit), "{text}");
        }
    }
}
