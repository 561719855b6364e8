//! Which way something moved: what rose by 8 percent did not fall by 8 percent.
//!
//! It did not fall to 8 percent either if it rose to that. Two moves that differ in way and in size are two moves. Where the size is the same, one is most likely told the wrong
//! way round.

use super::Agreement;
use crate::claim::{Claim, Direction};

/// Whether two changes went the same way, or what they came to was come to the same way.
pub(super) fn way(a: &Claim, b: &Claim) -> Agreement {
    let sizes = || is_size(a) && is_size(b);
    match a.context().way.zip(b.context().way) {
        Some((one, other)) if one == other => Agreement::Same,
        Some(_) if sizes() && !are_opposed(a, b) => Agreement::Different,
        _ => Agreement::Silent,
    }
}

/// Whether both say that something moved by as much, or to the same level, the one up and the other down.
pub fn are_opposed(a: &Claim, b: &Claim) -> bool {
    let (one, other) = (&a.quantity, &b.quantity);
    let turned = a.context().way.zip(b.context().way).is_some_and(|(one, other)| one != other);
    turned && is_size(a) == is_size(b) && one.unit == other.unit && one.reading().meets(&other.reading())
}

/// Whether two claims of one thing can both be true: the figures go together, and what moved by as much did not move the
/// other way.
pub fn are_compatible(a: &Claim, b: &Claim) -> bool {
    let [one, other] = a.readings(b);
    one.goes_with(&other) && !are_opposed(a, b)
}

/// Whether a figure is by how much something moved, and not to what level.
fn is_size(claim: &Claim) -> bool {
    claim.context().is_limited("change")
}

/// How a claim moved, in words that its figure follows: "up", "falling to"; empty where it did not.
pub fn moved(claim: &Claim) -> &'static str {
    match (claim.context().way, is_size(claim)) {
        (Some(Direction::Up), true) => "up",
        (Some(Direction::Up), false) => "rising to",
        (Some(Direction::Down), true) => "down",
        (Some(Direction::Down), false) => "falling to",
        (None, _) => "",
    }
}

/// Which way, in a word.
pub(super) fn way_words(way: Option<Direction>) -> &'static str {
    match way {
        Some(Direction::Up) => "up",
        Some(Direction::Down) => "down",
        None => "—",
    }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, way};
    use crate::compare::testing::across;

    #[test]
    fn ways() {
        use Agreement::{Different, Same, Silent};
        for (one, other, wanted) in [
            ("Sales rose 8 percent.", "Sales were up 9 percent.", Same),
            ("Sales rose 8 percent.", "Sales fell 3 percent.", Different),
            ("Sales rose 8 percent.", "Sales fell 8 percent.", Silent),
            ("Sales rose 8 percent.", "Sales changed by 3 percent.", Silent),
            ("Sales rose to 8 tonnes.", "Sales fell to 3 tonnes.", Silent),
            ("Sales rose to 8 tonnes.", "Sales stood at 9 tonnes, up 1.", Same),
        ] {
            assert_eq!(across(one, other, |pair| way(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }
}
