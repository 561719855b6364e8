//! A figure that is so many times another.
//!
//! ```text
//! times = figure … "," multiple ("as" adjective "as" | ["of"] "the" | "that" "of") … base
//! base  = ("the" | "its" | "their" | "had" | "was" | "were" | "of" | "as") figure
//! ```

use super::Figures;
use super::addend::{head, is_plain};
use super::change::are_alike;
use super::part::is_of_them;
use crate::claim::{Decimal, Direction, Measure, Relation, Unit};

/// How many words may stand between a figure and its multiple, and between that and the base.
const NEAR: usize = 12;

/// Words that stand in front of a base.
const BEFORE: [&str; 9] = ["the", "its", "their", "his", "her", "had", "was", "were", "of"];

/// The multiples that a sentence tells with what they are of.
pub(super) fn times(figures: &Figures<'_>) -> Vec<Relation> {
    (1..figures.pieces.len()).filter_map(|at| multiple_of(figures, at)).collect()
}

fn multiple_of(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let (figure, base) = (at - 1, at + 1);
    let claim = figures.claims.get(base)?;
    let multiple = figures.claims[at].quantity.value().filter(|_| figures.claims[at].quantity.unit == Unit::Ratio)?;
    let own = head(claim).is_none_or(|own| head(&figures.claims[figure]) == Some(own));
    let start = figures.pieces[base].tokens.start;
    let based = figures.is_one_of(start.checked_sub(1)?, &BEFORE) && !is_of_them(figures, base);
    let plain = is_plain(claim) && is_plain(&figures.claims[figure]);
    let told = is_told(figures, at) && figures.is_joined_within(at, base, NEAR);
    (told && based && own && plain && are_alike(figures, base, figure)).then(|| Relation::Change {
        from: figures.place(base),
        to: figures.place(figure),
        by: Some((figures.place(at), Measure::Factor)),
        direction: Some(if multiple > Decimal::ONE { Direction::Up } else { Direction::Down }),
    })
}

/// ", twice as many as", ", three times the", ", almost double that of"
fn is_told(figures: &Figures<'_>, at: usize) -> bool {
    let between = figures.between(at - 1, at);
    let comma = between.len() <= NEAR && figures.letters(between).last() == Some(&",");
    let behind = [0, 1, 2].map(|ahead| figures.word_behind(at, ahead));
    comma && matches!(behind, ["as", _, "as"] | ["the", ..] | ["of", "the", _] | ["that", "of", _])
}

#[cfg(test)]
mod tests {
    use super::super::change::tests::changes;

    #[test]
    fn multiples_of_another_figure() {
        for (text, expected) in [
            ("It has 140 guards, twice as many as in 2019, when it had 60.", "60 > 140 up Factor twice"),
            ("The board spent €140, three times the €60 of the year before.", "60 > 140 up Factor three times"),
            ("It has 140 guards, almost twice as many as the 60 of last year.", "60 > 140 up Factor twice"),
            ("It has 140 guards, half as many as the 300 of last year.", "300 > 140 down Factor half"),
            ("It has 140 guards, twice as many as in May, and 60 of them are new.", "-"),
            ("It has 140 guards, twice as many as in May, when 60 women came.", "-"),
            ("It has 140 guards, twice as many as in May, and had 60 of them trained.", "-"),
            ("It has 140 guards, twice as many as Orr with its 60 dogs.", "-"),
        ] {
            assert_eq!(changes(text), expected, "{text}");
        }
    }
}
