//! The unit that a measure is compared in: the same for all that are changed into each other as a matter of course.

use crate::claim::{Conversion, Scale, Unit};
use crate::lexicon::Lexicon;

/// The dimensions whose units readers and agencies change into each other, each with the unit to compare in, whose factor
/// is 1.
const COMPARED: [(&str, &str); 5] = [
    ("length", "metre"),
    ("area", "square_metre"),
    ("volume", "litre"),
    ("mass", "kilogram"),
    ("speed", "metre_per_second"),
];

/// The unit that a figure in this one is compared in; `None` where that is its own whatever others there are. A bare
/// "gallon" may be one of two.
pub(super) fn scale(lexicon: &Lexicon, unit: &Unit) -> Option<Box<Scale>> {
    let Unit::Measure(name) = unit else { return None };
    let own = lexicon.unit_named(name)?;
    let (_, common) = COMPARED.iter().find(|(dimension, _)| *dimension == &*own.dimension)?;
    if lexicon.unit_named(&format!("imperial_{name}")).is_some() {
        return None;
    }
    let unit = Unit::Measure(lexicon.unit_named(common)?.name.clone());
    let conversion = Conversion { factor: own.factor, divisor: own.divisor, offset: own.offset, inverse: false };
    Some(Box::new(Scale { unit, conversion }))
}

#[cfg(test)]
mod tests {
    use super::{COMPARED, scale};
    use crate::claim::{Decimal, Unit};
    use crate::grammar::testing::LEXICON;

    #[test]
    fn units_that_are_compared_in_another() {
        for (unit, wanted) in [
            ("mile", Some("metre")),
            ("acre", Some("square_metre")),
            ("pound", Some("kilogram")),
            ("knot", Some("metre_per_second")),
            ("gallon", None),
            ("year", None),
            ("degree_celsius", None),
        ] {
            let found = scale(&LEXICON, &Unit::Measure(unit.into()));
            assert_eq!(found.map(|scale| scale.unit.name().to_owned()).as_deref(), wanted, "{unit}");
        }
    }

    #[test]
    fn each_is_compared_in_the_base_of_its_dimension() {
        for (dimension, unit) in COMPARED {
            let base = LEXICON.unit_named(unit).unwrap();
            assert_eq!((&*base.dimension, base.factor, base.divisor), (dimension, Decimal::ONE, Decimal::ONE));
        }
    }
}
