//! Figures that stand alone in their draft: the one area of a fire, the one weight of a haul.
//!
//! Two drafts of one story of which each gives one area mostly give it of one thing, in whatever words.

use crate::claim::{Claim, Unit};
use std::collections::BTreeMap;

/// The units in which claims give one figure and no other, and the units and events for which they do, be it that it is
/// given more than once; in order.
pub(super) fn lone_figures(claims: &[Claim]) -> Vec<Box<str>> {
    let mut figures: BTreeMap<Box<str>, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        let unit = claim.common_unit();
        let of_events = claim.context().events.iter().map(|event| of_event(unit, event));
        for key in std::iter::once(unit.name().into()).chain(of_events) {
            figures.entry(key).or_default().push(claim);
        }
    }
    let lone = figures.into_iter().filter(|(_, figures)| is_one_figure(figures));
    lone.map(|(key, _)| key).collect()
}

/// The words for the figures of a unit that tell of an event.
pub(super) fn of_event(unit: &Unit, event: &str) -> Box<str> {
    format!("{} {event}", unit.name()).into()
}

/// Whether all claims give one figure, and none of them in a table.
fn is_one_figure(figures: &[&Claim]) -> bool {
    let again = |claim: &&Claim| {
        let [one, other] = figures[0].readings(claim);
        one.meets(&other)
    };
    figures.iter().all(|claim| claim.cell.is_none() && again(claim))
}

#[cfg(test)]
mod tests {
    use crate::claim::Unit;
    use crate::extract::relation::testing::draft;

    #[test]
    fn figures_that_stand_alone_in_their_unit() {
        for (text, wanted) in [
            ("The fire burned 40 hectares.", true),
            ("The fire burned 40 hectares. Of these 40 hectares much was heath.", true),
            ("The fire burned 40 hectares. The last one burned 90 hectares.", false),
            ("The fire killed 40 people.", false),
        ] {
            assert_eq!(draft(text).names.is_lone(&Unit::Measure("square_metre".into())), wanted, "{text}");
        }
    }
}
