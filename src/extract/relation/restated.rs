//! One figure said again in another unit.
//!
//! ```text
//! restated = measure "(" measure ")" | measure [","] "or" measure | measure "/" measure
//! ```
//! The measures are of one dimension and of different units. In brackets, a few words may stand between the two:
//! "300 acres of forest (121 hectares)". Sums of money are said again in another currency.

use super::Figures;
use crate::claim::{Conversion, Decimal, Relation, Unit};
use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::{Lexicon, UnitEntry};
use crate::text::Shape;

/// How many words may stand between a measure and the bracket that says it again.
const REACH: usize = 5;

/// The pairs of neighbours of which the second says the first again.
pub(super) fn restated(figures: &Figures<'_>) -> Vec<Relation> {
    let pairs = figures.pieces.windows(2).zip(figures.claims.windows(2)).enumerate();
    let restated = pairs.filter_map(|(at, (pieces, claims))| {
        let first = figures.first + at;
        let second = first + 1;
        if !says_again(figures.tokens, &pieces[0], &pieces[1]) {
            return None;
        }
        if let (Unit::Money(one), Unit::Money(other)) = (&claims[0].quantity.unit, &claims[1].quantity.unit) {
            return (one != other).then_some(Relation::Exchanged { first, second });
        }
        let conversions = conversions(figures.tokens.lexicon(), &claims[0].quantity.unit, &claims[1].quantity.unit);
        (!conversions.is_empty()).then_some(Relation::Restated { first, second, conversions })
    });
    restated.collect()
}

/// Whether the words between two figures make the second say the first again.
fn says_again(tokens: Tokens<'_>, first: &QuantityPiece, second: &QuantityPiece) -> bool {
    let (start, end) = (first.tokens.end, second.tokens.start);
    let between: Vec<_> = (start..end).map(|at| tokens.from(at).letters()).collect();
    // "3ft 6in (1.06 m)": where half of the first was not read, nothing is known of it.
    if (start..end).any(|at| tokens.from(at).peek().is_some_and(|token| token.shape == Shape::Number)) {
        return false;
    }
    let closed = matches!(tokens.from(second.tokens.end).letters(), ")" | "]" | "," | ";" | "/");
    match between[..] {
        ["or" | "/"] | [",", "or"] => true,
        [.., "(" | "["] => closed && between.len() <= REACH,
        _ => false,
    }
}

/// From one unit to another of its dimension, for each meaning of their names; none for one and the same, and for units
/// that do not convert.
fn conversions(lexicon: &Lexicon, from: &Unit, to: &Unit) -> Vec<Conversion> {
    let to = meanings(lexicon, to);
    meanings(lexicon, from).iter().flat_map(|from| to.iter().filter_map(|to| conversion(from, to))).collect()
}

fn conversion(from: &UnitEntry, to: &UnitEntry) -> Option<Conversion> {
    if from.name == to.name || from.dimension != to.dimension {
        return None;
    }
    // value × from.factor ÷ from.divisor + from.offset, then the same the other way round.
    let factor = from.factor.checked_mul(to.divisor)?;
    let divisor = from.divisor.checked_mul(to.factor)?;
    let offset = from.offset.checked_sub(to.offset)?.checked_mul(to.divisor)?.checked_div(to.factor)?;
    (!divisor.is_zero()).then_some(Conversion { factor, divisor, offset: offset.normalize() })
}

/// The units that a name may mean: a bare "gallon" is American, or else imperial.
fn meanings<'l>(lexicon: &'l Lexicon, unit: &Unit) -> Vec<&'l UnitEntry> {
    let Unit::Measure(name) = unit else { return Vec::new() };
    let meant = |entry: &&UnitEntry| entry.name == *name || entry.name.strip_prefix("imperial_") == Some(&**name);
    lexicon.units().iter().filter(meant).filter(|entry| entry.factor != Decimal::ZERO).collect()
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::ties;

    #[test]
    fn figures_said_again() {
        for (text, pairs) in [
            ("The road is 30 miles (48 km) long.", "30 = 48"),
            ("It lost 300 acres of pine forest (121 hectares).", "300 = 121"),
            ("It weighs 40 kg, or 88 pounds.", "40 = 88"),
            ("It was 30 degrees Celsius (86 Fahrenheit).", "30 = 86"),
            ("The statue is 3ft 6in (1.07 m) tall.", "3ft 6in = 1.07"),
            ("She ran 10 miles and cycled 40 km.", "-"),
            ("It is 300 metres (984 feet, or 328 yards) away.", "300 = 984; 984 = 328"),
            ("He paid 20 pounds (40 cups).", "-"),
            ("The mill cost €46 million ($50 million).", "46 million = 50 million"),
            ("The mill cost €46 million ($50 million) and the pier 8 million euros.", "46 million = 50 million"),
        ] {
            let found = ties(text, |relation, figure| match relation {
                Relation::Restated { first, second, .. } | Relation::Exchanged { first, second } => {
                    Some(format!("{} = {}", figure(*first), figure(*second)))
                }
                _ => None,
            });
            assert_eq!(found, pairs, "{text}");
        }
    }
}
