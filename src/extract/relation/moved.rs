//! A price or an index that rose or fell: by how much, what share of it that was, and where it ended.
//!
//! ```text
//! moved = rise_or_fall ["by"] size [","] ("or" | "(") size [","] "to" figure
//! ```
//! One of the sizes is a percentage, the other in the unit of the figure. What it was follows from the others.

use super::Figures;
use super::role::{Part, part};
use crate::claim::{Relation, Unit};

/// How many words may stand between the sizes and where it ended: ", to close at".
const NEAR: usize = 5;

/// The move whose first size is at a place.
pub(super) fn moved(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let (other, to) = (at + 1, at + 2);
    if to >= figures.pieces.len() || !figures.is_joined(at, to) {
        return None;
    }
    let Part::By(Some(direction)) = part(figures, at) else { return None };
    let unit = |at: usize| &figures.claims[at].quantity.unit;
    let (by, percent) = match (unit(at), unit(other)) {
        (Unit::Percent, Unit::Percent) => return None,
        (Unit::Percent, _) => (other, at),
        (_, Unit::Percent) => (at, other),
        _ => return None,
    };
    let restated = matches!(figures.letters(figures.between(at, other))[..], [.., "or" | "("]);
    let near = figures.between(other, to).len() <= NEAR;
    let bare = |at: usize| *unit(at) == Unit::Count && !figures.pieces[at].united;
    let alike = unit(by) == unit(to) || bare(by) || bare(to);
    let level = part(figures, to) == Part::To && !unit(to).is_time() && !unit(to).is_share();
    (restated && near && alike && level).then(|| Relation::Moved {
        by: figures.place(by),
        percent: figures.place(percent),
        to: figures.place(to),
        direction,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    #[test]
    fn sizes_shares_and_ends() {
        for (text, expected) in [
            ("The index fell 90 points, or 4 percent, to 4,410.", "90 or 4 to 4,410"),
            ("The stock rose $3, or 9 percent, to $53.", "3 or 9 to 53"),
            ("The stock rose 9 percent (3 euros) to close at 53 euros.", "3 or 9 to 53"),
            ("The index fell 90 points, or 4 percent, and 30 stocks closed lower.", "-"),
            ("Sales fell 4 percent, and profit 90 percent, to 53 euros.", "-"),
        ] {
            let found = ties(text, |relation, figure| {
                let Relation::Moved { by, percent, to, .. } = relation else { return None };
                Some(format!("{} or {} to {}", figure(*by), figure(*percent), figure(*to)))
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
