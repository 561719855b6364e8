//! Which claims a rule looks at, and how far apart two figures must lie.

use super::option::Options;
use super::statement::Statement;
use super::vocabulary::Vocabulary;
use crate::claim::Decimal;

/// The options that all rules on disputes share.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    units: Vec<String>,
    classes: Vec<String>,
    tolerance: Decimal,
}

impl Scope {
    /// Reads `units`, `classes` and `tolerance`.
    pub(super) fn read(options: &mut Options<'_, '_>) -> Self {
        Self {
            units: options.names(
                "units",
                Vocabulary::Unit,
                "the units of the figures that it looks at: `count`, `percent`, `USD`, `hectare`",
            ),
            classes: options.names(
                "classes",
                Vocabulary::Class,
                "the classes of what is counted: `person`, `casualty`, `vehicle`",
            ),
            tolerance: options.percent(
                "tolerance",
                "how far the readings of two figures may lie apart before they disagree, in percent of the greater",
            ),
        }
    }

    /// Whether the rule looks at the claim.
    pub(super) fn takes(&self, one: &Statement<'_>) -> bool {
        let class = one.claim.noun.as_ref().and_then(|noun| noun.class.as_deref());
        let listed = |list: &[String], name: Option<&str>| {
            list.is_empty() || name.is_some_and(|name| list.iter().any(|known| known == name))
        };
        listed(&self.units, Some(one.claim.quantity.unit.name())) && listed(&self.classes, class)
    }

    /// Whether the readings lie further apart than the rule tolerates.
    pub(super) fn disagree(&self, a: &Statement<'_>, b: &Statement<'_>) -> bool {
        let gap = a.reading.gap(&b.reading);
        let greater = a.reading.low.max(b.reading.low).unwrap_or_default().abs();
        let allowed = greater.checked_mul(self.tolerance).and_then(|all| all.checked_div(Decimal::ONE_HUNDRED));
        let is_tolerated = !self.tolerance.is_zero() && gap.zip(allowed).is_some_and(|(gap, allowed)| gap <= allowed);
        !a.agrees(b) && !is_tolerated
    }
}
