//! What rose or fell: by how much, what share of it that was, and where it ended.
//!
//! ```text
//! moved = rise_or_fall ["by"] size [","] ("or" | "(") size [","] "to" figure
//! stood = figure "," size ("more" | "fewer") … ("," | ". That is") "a" rise_or_fall "of" size
//! ```
//! One of the sizes is a percentage, the other in the unit of the figure. What it was follows from the others.

use super::Figures;
use super::role::{Part, compares, part};
use crate::claim::{Direction, Relation, Unit};

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

/// The move that ends in the figure at a place, of which a comma tells the size: "60 ships, 20 fewer than in May, a fall of
/// 25 percent".
pub(super) fn stood(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let percent = at + 2;
    if percent >= figures.pieces.len() || !figures.is_joined(at + 1, percent) {
        return None;
    }
    let apposed = matches!(figures.letters(figures.between(at + 1, percent))[..], [.., ",", "a" | "an", _, "of"]);
    let Part::By(Some(way)) = part(figures, percent) else { return None };
    told(figures, at, figures, percent, way).filter(|_| apposed)
}

/// The move of which the last sentence of a passage tells the share: "That is a fall of 25 percent".
pub(super) fn summed_up(passage: &[Figures<'_>]) -> Option<Relation> {
    let [.., before, figures] = passage else { return None };
    let [_, _] = before.pieces else { return None };
    let opening = figures.letters(0..figures.pieces.first()?.tokens.start);
    let that = matches!(opening[..], ["That" | "This", "is" | "was", "a" | "an", _, "of"]);
    let Part::By(Some(way)) = part(figures, 0) else { return None };
    told(before, 0, figures, 0, way).filter(|_| that)
}

/// The move that ends in a figure of one sentence, to which a comma adds the size, where its share stands in another.
fn told(figures: &Figures<'_>, to: usize, other: &Figures<'_>, share: usize, way: Direction) -> Option<Relation> {
    let by = to + 1;
    let unit = |at: usize| &figures.claims[at].quantity.unit;
    let comma = by < figures.pieces.len() && matches!(figures.letters(figures.between(to, by))[..], [.., ","]);
    let counted = comma && !unit(to).is_time() && !unit(to).is_share();
    let alike = counted && (unit(by) == unit(to) || *unit(by) == Unit::Count && !figures.pieces[by].united);
    let more = alike && compares(figures.word_behind(by, 0)) == Some(way);
    let percent = other.claims[share].quantity.unit == Unit::Percent;
    (more && percent).then(|| Relation::Moved {
        by: figures.place(by),
        percent: other.place(share),
        to: figures.place(to),
        direction: way,
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
            ("It has 60 ships, 20 fewer than in May, a fall of 30 percent.", "20 or 30 to 60"),
            ("It has 60 ships, 20 fewer than in May. That is a fall of 30 percent.", "20 or 30 to 60"),
            ("It has 60 ships, 20 fewer than in May. That is a rise of 30 percent.", "-"),
            ("It has 60 ships, 20 fewer than Orr. The fleet fell by 30 percent.", "-"),
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
