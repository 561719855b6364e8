//! A figure that is so many times another.
//!
//! ```text
//! times = figure … "," multiple ("as" adjective "as" | ["of"] "the" | "that" "of") … base
//! base  = ("the" | "its" | "their" | "had" | "was" | "were" | "of" | "as") figure
//! drawn = "from" figure … "to" figure … "." "It" "has" ("thus" | "therefore" | "so") multiple
//! ```

use super::Figures;
use super::addend::{head, is_plain};
use super::change::are_alike;
use super::part::is_of_them;
use super::split::are_neighbours;
use crate::claim::{Decimal, Direction, Measure, Relation, Stated, Unit};

/// How many words may stand between a figure and its multiple, and between that and the base.
const NEAR: usize = 12;

/// Words that stand in front of a base.
const BEFORE: [&str; 9] = ["the", "its", "their", "his", "her", "had", "was", "were", "of"];

/// The multiples that a sentence tells with what they are of.
pub(super) fn times(figures: &Figures<'_>) -> Vec<Relation> {
    (1..figures.pieces.len()).filter_map(|at| multiple_of(figures, at)).collect()
}

/// The multiple that the last sentence of a passage draws from the two figures of the sentence before it.
pub(super) fn drawn(passage: &[Figures<'_>]) -> Option<Relation> {
    /// How many words may stand in front of the multiple.
    const OPENING: usize = 6;
    let [.., before, figures] = passage else { return None };
    let [multiple] = figures.claims else { return None };
    let (from, to) = ends(before)?;
    let start = figures.pieces[0].tokens.start;
    let thus = (0..start).any(|at| figures.is_one_of(at, &["thus", "therefore", "so"]));
    let opens = figures.is_one_of(0, &["it", "they", "that", "this", "the"]) && start <= OPENING && thus;
    let factor = multiple.quantity.unit == Unit::Ratio && multiple.quantity.value()? > Decimal::ONE;
    let since = !figures.is_any_word(&["since", "than"]) && are_neighbours(before, figures);
    (opens && factor && since).then(|| Relation::Change {
        from: before.place(from),
        to: before.place(to),
        by: Some((figures.place(0), Measure::Factor)),
        direction: Some(Direction::Up),
    })
}

/// The only two figures of a sentence, from the one to the other; "from 60 to 180" may be read as one range.
fn ends(figures: &Figures<'_>) -> Option<(usize, usize)> {
    let from = figures.word_before(0, 1) == "from";
    match figures.claims {
        [one, other] => {
            let joined = from && figures.word_before(1, 1) == "to" && are_alike(figures, 0, 1);
            (joined && is_plain(one) && is_plain(other)).then_some((0, 1))
        }
        [both] => (from && matches!(both.quantity.stated, Stated::Range(..))).then_some((0, 0)),
        _ => None,
    }
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
            (
                "The number of guards went from 60 to 180. It has thus doubled.",
                "60 to 180 > 60 to 180 up Factor doubled",
            ),
            ("The number of guards went from 60 to 180. It has thus doubled since 2019.", "-"),
            ("The number of guards went from 60 to 180. Costs have so far doubled.", "-"),
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
