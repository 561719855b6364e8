//! Which way something moved: what rose by 8 percent did not fall by 8 percent.
//!
//! Two moves that differ in way and in size are two moves. Where the size is the same, one is most likely told the wrong
//! way round.

use super::Agreement;
use crate::claim::{Claim, Direction};

/// Whether two changes went the same way.
pub(super) fn way(a: &Claim, b: &Claim) -> Agreement {
    match a.context().way.zip(b.context().way) {
        Some((one, other)) if one == other => Agreement::Same,
        Some(_) if !are_opposed(a, b) => Agreement::Different,
        _ => Agreement::Silent,
    }
}

/// Whether both say that something moved by as much, the one up and the other down.
pub fn are_opposed(a: &Claim, b: &Claim) -> bool {
    let (one, other) = (&a.quantity, &b.quantity);
    let turned = a.context().way.zip(b.context().way).is_some_and(|(one, other)| one != other);
    turned && one.unit == other.unit && one.reading().meets(&other.reading())
}

/// Which way, in a word.
pub fn way_words(way: Option<Direction>) -> &'static str {
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
        ] {
            assert_eq!(across(one, other, |pair| way(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }
}
