//! One figure said again in another unit.
//!
//! ```text
//! restated = measure "(" measure ")" | measure [","] "or" measure | measure "/" measure
//! ```
//! The measures are of one dimension and of different units. In brackets, a few words may stand between the two:
//! "300 acres of forest (121 hectares)".

use super::Figures;
use crate::claim::{Conversion, Decimal, Relation, Unit};
use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::{Lexicon, UnitEntry};

/// How many words may stand between a measure and the bracket that says it again.
const REACH: usize = 5;

/// The pairs of neighbours of which the second says the first again.
pub(super) fn restated(figures: &Figures<'_>) -> Vec<Relation> {
    let pairs = figures.pieces.windows(2).zip(figures.claims.windows(2)).enumerate();
    let restated = pairs.filter_map(|(at, (pieces, claims))| {
        let conversion = conversion(figures.tokens.lexicon(), &claims[0].quantity.unit, &claims[1].quantity.unit)?;
        let first = figures.first + at;
        says_again(figures.tokens, &pieces[0], &pieces[1]).then_some(Relation::Restated {
            first,
            second: first + 1,
            conversion,
        })
    });
    restated.collect()
}

/// Whether the words between two figures make the second say the first again.
fn says_again(tokens: Tokens<'_>, first: &QuantityPiece, second: &QuantityPiece) -> bool {
    let (start, end) = (first.tokens.end, second.tokens.start);
    let between: Vec<_> = (start..end).map(|at| tokens.from(at).letters()).collect();
    let closed = matches!(tokens.from(second.tokens.end).letters(), ")" | "]" | "," | ";" | "/");
    match between[..] {
        ["or" | "/"] | [",", "or"] => true,
        [.., "(" | "["] => closed && between.len() <= REACH,
        _ => false,
    }
}

/// From one unit to another of its dimension; `None` for one and the same, and for units that do not convert.
fn conversion(lexicon: &Lexicon, from: &Unit, to: &Unit) -> Option<Conversion> {
    let (from, to) = (entry(lexicon, from)?, entry(lexicon, to)?);
    if from.name == to.name || from.dimension != to.dimension {
        return None;
    }
    // value × from.factor ÷ from.divisor + from.offset, then the same the other way round.
    let factor = from.factor.checked_mul(to.divisor)?;
    let divisor = from.divisor.checked_mul(to.factor)?;
    let offset = from.offset.checked_sub(to.offset)?.checked_mul(to.divisor)?.checked_div(to.factor)?;
    (!divisor.is_zero()).then_some(Conversion { factor, divisor, offset: offset.normalize() })
}

fn entry<'l>(lexicon: &'l Lexicon, unit: &Unit) -> Option<&'l UnitEntry> {
    let Unit::Measure(name) = unit else { return None };
    lexicon.units().iter().find(|entry| entry.name == *name).filter(|entry| entry.factor != Decimal::ZERO)
}
