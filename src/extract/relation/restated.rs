//! One figure said again in another unit.
//!
//! ```text
//! restated = measure "(" measure ")" | measure ["," | "–"] "or" measure | measure "/" measure
//!          | measure "," ["or"] ("about" | "roughly") measure ("," | ".")
//! ```
//! The measures are of one dimension and of different units. In brackets, a few words may stand between the two:
//! "300 acres of forest (121 hectares)". Sums of money are said again in another currency.

use super::Figures;
use super::way::direction;
use crate::claim::{Conversion, Decimal, Qualifier, Relation, Unit};
use crate::grammar::{QuantityPiece, Tokens};
use crate::lexicon::{Lexicon, UnitEntry};
use crate::text::Shape;

/// How many words may stand between a measure and the bracket that says it again.
const REACH: usize = 5;

/// How far in front of a temperature "warming" may stand.
const AHEAD: usize = 10;

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
        let mut conversions = conversions(figures.tokens.lexicon(), &claims[0].quantity.unit, &claims[1].quantity.unit);
        if conversions.iter().any(|conversion| !conversion.offset.is_zero()) && is_difference(figures, at) {
            conversions = conversions.into_iter().map(Conversion::of_differences).collect();
        }
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
    let loosely = || {
        matches!(tokens.from(second.tokens.end).letters(), "," | "." | ")")
            && second.qualifier == Some(Qualifier::About)
    };
    match between[..] {
        ["or" | "/"] | ["," | "–" | "—", "or"] => true,
        [","] => loosely(),
        [.., "(" | "["] => closed && between.len() <= REACH,
        _ => false,
    }
}

/// Whether a temperature tells how much warmer or colder: "by 2 °C", "a rise of 2 °C", "warming of 2 °C", "2 °C above
/// normal".
fn is_difference(figures: &Figures<'_>, first: usize) -> bool {
    let start = figures.pieces[first].tokens.start;
    let warming = (start.saturating_sub(AHEAD)..start).any(|at| figures.is_one_of(at, &["warming", "cooling"]));
    let rise = || start.checked_sub(2).is_some_and(|at| direction(figures, at).is_some());
    let behind = figures.pieces[first + 1].tokens.end;
    let compared = ["above", "below", "warmer", "cooler", "hotter", "colder", "higher", "lower", "less", "more"];
    let above = (behind..behind + 3).any(|at| figures.is_one_of(at, &compared));
    match figures.word_before(first, 1) {
        "by" => true,
        "of" => warming || rise(),
        _ => warming || above,
    }
}

/// From one unit to another of its dimension, for each meaning of their names; none for one and the same, and for units
/// that do not convert.
pub(super) fn conversions(lexicon: &Lexicon, from: &Unit, to: &Unit) -> Vec<Conversion> {
    let to = meanings(lexicon, to);
    meanings(lexicon, from).iter().flat_map(|from| to.iter().filter_map(|to| conversion(from, to))).collect()
}

fn conversion(from: &UnitEntry, to: &UnitEntry) -> Option<Conversion> {
    if from.name == to.name {
        return None;
    }
    if from.dimension != to.dimension {
        return inverse(from, to);
    }
    // value × from.factor ÷ from.divisor + from.offset, then the same the other way round.
    let factor = from.factor.checked_mul(to.divisor)?;
    let divisor = from.divisor.checked_mul(to.factor)?;
    let offset = from.offset.checked_sub(to.offset)?.checked_mul(to.divisor)?.checked_div(to.factor)?;
    (!divisor.is_zero()).then_some(Conversion { factor, divisor, offset: offset.normalize(), inverse: false })
}

/// Kilometres for a litre, and litres for a hundred kilometres.
fn inverse(from: &UnitEntry, to: &UnitEntry) -> Option<Conversion> {
    let economy = match (&*from.dimension, &*to.dimension) {
        ("fuel_economy", "fuel_consumption") => from,
        ("fuel_consumption", "fuel_economy") => to,
        _ => return None,
    };
    let factor = Decimal::ONE_HUNDRED.checked_mul(economy.divisor)?;
    Some(Conversion { factor, divisor: economy.factor, offset: Decimal::ZERO, inverse: true })
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
            ("Nights grew colder by 5 °C (9 °F).", "5 = 9 apart"),
            ("They want to limit warming to 3 °C, or 5 °F.", "3 = 5 apart"),
            ("May was 2 °C (4 °F) warmer than April.", "2 = 4 apart"),
            ("It rose to 20 °C (36 °F).", "20 = 36"),
            ("The mill cost €46 million ($50 million).", "46 million = 50 million"),
            ("The mill cost €46 million ($50 million) and the pier 8 million euros.", "46 million = 50 million"),
        ] {
            let found = ties(text, |relation, figure| match relation {
                Relation::Restated { first, second, conversions } => {
                    let apart = ["°C", "°F"].iter().any(|sign| text.contains(sign)) && conversions[0].offset.is_zero();
                    Some(format!("{} = {}{}", figure(*first), figure(*second), if apart { " apart" } else { "" }))
                }
                Relation::Exchanged { first, second } => Some(format!("{} = {}", figure(*first), figure(*second))),
                _ => None,
            });
            assert_eq!(found, pairs, "{text}");
        }
    }
}
