//! A rise or fall: what a figure was, what it became, and by how much.
//!
//! ```text
//! change  = rise_or_fall { "from" figure | "to" figure | ["by"] size } [ ("or" | ",") size ]
//!         | figure "," ("up" | "down" | "a" rise_or_fall "of") size ("from" | "on") figure
//!         | figure "," ("up" | "down") "from" figure
//!         | two figures . ("That is a" | "The") rise_or_fall ("of" | ", of") size
//! size    = percent | points | fraction | multiple | a figure in the unit of the others
//! ```
//! Two figures without a size only tie where a plain verb of rising or falling stands in front of "from".

use super::Figures;
use super::summary::summary;
use super::way::{direction, direction_before, is_counted_from_elsewhere, is_noun, is_upside_down, plain_verb, turns};
use crate::claim::{Claim, Direction, Measure, Relation, Stated, Unit};

/// The changes that the last sentence of a passage tells.
pub(super) fn change(passage: &[Figures<'_>]) -> Vec<Relation> {
    let Some(figures) = passage.last() else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    while at < figures.pieces.len() {
        let tie = triple(figures, at).or_else(|| range(figures, at)).or_else(|| pair(figures, at));
        let tie = tie.or_else(|| summary(passage, at).map(|change| (change, 1)));
        at += tie.as_ref().map_or(1, |(_, taken)| *taken);
        found.extend(tie.map(|(change, _)| change));
    }
    found
}

/// How many words may stand between a figure and the change that a comma adds to it.
const APPOSED: usize = 20;

/// What a figure is to a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    From,
    To,
    By(Option<Direction>),
    Or,
    None,
}

/// A change with all of its three figures side by side, and how many figures it takes.
fn triple(figures: &Figures<'_>, at: usize) -> Option<(Relation, usize)> {
    let (second, third) = (at + 1, at + 2);
    if third >= figures.pieces.len() || !figures.is_joined(second, third) {
        return None;
    }
    // "640 homes from May to July, the builders said, up 9 percent from 520": a comma takes up what came before.
    let joined =
        figures.is_joined(at, second) || is_apposed(figures, second) && figures.is_joined_within(at, second, APPOSED);
    if !joined {
        return None;
    }
    let ahead = || direction_before(figures, at);
    let (from, to, by, direction) = match (part(figures, at), part(figures, second), part(figures, third)) {
        (Part::By(way), Part::To, Part::From) => (third, second, at, way.or_else(ahead)),
        (Part::By(way), Part::From, Part::To) => (second, third, at, way.or_else(ahead)),
        (Part::From, Part::To, Part::By(way)) => (at, second, third, way.or_else(ahead)),
        (Part::To, Part::From, Part::By(way)) => (second, at, third, way.or_else(ahead)),
        (Part::From, Part::To, Part::Or) => (at, second, third, Some(ahead()?)),
        (Part::To, Part::From, Part::Or) => (second, at, third, Some(ahead()?)),
        (Part::None, Part::By(Some(way)), Part::From) if is_apposed(figures, second) => (third, at, second, Some(way)),
        (Part::None, Part::From, Part::By(Some(way)))
            if is_apposed_from(figures, second) && is_apposed(figures, third) =>
        {
            (second, at, third, Some(way))
        }
        _ => return None,
    };
    if turns(figures, by, direction) || is_counted_from_elsewhere(figures, by, third) {
        return None;
    }
    change_of(figures, (from, to), by, direction).map(|change| (change, 3))
}

/// "From 100 to 150" read as one figure, and the size behind it.
fn range(figures: &Figures<'_>, at: usize) -> Option<(Relation, usize)> {
    let ranged = matches!(figures.claims.get(at)?.quantity.stated, Stated::Range(..));
    if !ranged || !figures.word_before(at, 1).eq_ignore_ascii_case("from") {
        return None;
    }
    let ahead = || direction_before(figures, at);
    let by = at + 1;
    if by >= figures.pieces.len() || !figures.is_joined(at, by) {
        return None;
    }
    let direction = match part(figures, by) {
        Part::By(way) => way.or_else(ahead),
        Part::Or => Some(ahead()?),
        _ => return None,
    };
    if turns(figures, by, direction) || is_counted_from_elsewhere(figures, by, by) {
        return None;
    }
    change_of(figures, (at, at), by, direction).map(|change| (change, 2))
}

/// Two figures and a verb that tells which way.
fn pair(figures: &Figures<'_>, at: usize) -> Option<(Relation, usize)> {
    let other = at + 1;
    if other >= figures.pieces.len() || !figures.is_joined(at, other) || !are_alike(figures, at, other) {
        return None;
    }
    let (from, to, verb_at) = match (part(figures, at), part(figures, other)) {
        // "40, down from 50 to 60": the two may be the ends of what it was.
        (Part::From, Part::To) if at == 0 || !is_apposed_from(figures, at) => (at, other, at),
        (Part::To, Part::From) => (other, at, at),
        (Part::None, Part::From) if is_apposed_from(figures, other) => (other, at, other),
        _ => return None,
    };
    let before = figures.pieces[verb_at].tokens.start;
    let direction = (2..=3).find_map(|back| plain_verb(figures.tokens.from(before.checked_sub(back)?).letters()))?;
    let behind = figures.pieces[other].tokens.end;
    let ends = behind..behind + 6;
    let odd = before.saturating_sub(12)..before;
    if odd.chain(ends).chain(figures.between(at, other)).any(|at| is_upside_down(figures.tokens.from(at).letters())) {
        return None;
    }
    let place = |at| figures.place(at);
    Some((Relation::Change { from: place(from), to: place(to), by: None, direction: Some(direction) }, 2))
}

/// A change, where the size can be one and the others are of one kind.
fn change_of(
    figures: &Figures<'_>,
    (from, to): (usize, usize),
    by: usize,
    direction: Option<Direction>,
) -> Option<Relation> {
    let mut measure = measure(figures, by)?;
    let values = (&figures.claims[from].quantity.unit, &figures.claims[by].quantity.unit);
    if measure == Measure::Difference && !is_difference(figures, by, values) || !are_alike(figures, from, to) {
        return None;
    }
    if measure == Measure::Fraction && figures.claims[by].quantity.value()? >= 1.into() {
        measure = Measure::Factor;
    }
    let place = |at| figures.place(at);
    Some(Relation::Change { from: place(from), to: place(to), by: Some((place(by), measure)), direction })
}

/// Whether a size in its own unit is in that of the figures: points between percentages, euros between euros.
fn is_difference(figures: &Figures<'_>, by: usize, (of, size): (&Unit, &Unit)) -> bool {
    match size {
        Unit::PercentagePoint => *of == Unit::Percent,
        Unit::Count if is_points(figures, by) => *of == Unit::Percent,
        size => size == of,
    }
}

fn is_points(figures: &Figures<'_>, at: usize) -> bool {
    figures.claims[at].noun.as_ref().is_some_and(|noun| &*noun.head == "point")
}

/// How a size is told.
pub(super) fn measure(figures: &Figures<'_>, at: usize) -> Option<Measure> {
    let claim = figures.claims.get(at)?;
    claim.quantity.value()?;
    Some(match claim.quantity.unit {
        Unit::Percent => Measure::Percent,
        Unit::Ratio if multiple(figures, at).is_some() => Measure::Factor,
        Unit::Ratio => Measure::Fraction,
        _ => Measure::Difference,
    })
}

/// Which way a figure points that is itself a verb: "doubled", "halved".
fn multiple(figures: &Figures<'_>, at: usize) -> Option<Direction> {
    let piece = &figures.pieces[at].tokens;
    piece.clone().find_map(|at| direction(figures, at))
}

/// What a figure is, by the words around it.
pub(super) fn part(figures: &Figures<'_>, at: usize) -> Part {
    let unit = &figures.claims[at].quantity.unit;
    let is = |back, word: &str| figures.word_before(at, back).eq_ignore_ascii_case(word);
    let way = |back: usize| {
        let start = figures.pieces[at].tokens.start;
        start.checked_sub(back).and_then(|at| direction(figures, at))
    };
    let compared = is(2, "compared") && (is(1, "with") || is(1, "to"));
    if compared || is(1, "from") || is(1, "on") && figures.pieces[at].united {
        return Part::From;
    }
    if is(1, "to") {
        return Part::To;
    }
    if *unit == Unit::Ratio && multiple(figures, at).is_some() {
        return Part::By(multiple(figures, at));
    }
    if is(1, "by") {
        return Part::By(way(2));
    }
    if is(1, "of") {
        return way(2).or_else(|| way(3).filter(|_| is(2, ","))).map_or(Part::None, |way| Part::By(Some(way)));
    }
    if let Some(way) = way(1) {
        return Part::By(Some(way));
    }
    let behind = figures.pieces[at].tokens.end;
    if let Some(way) = direction(figures, behind).filter(|_| unit.is_share() && is_noun(figures.word_behind(at, 0))) {
        return Part::By(Some(way));
    }
    if is(1, "or") && unit.is_share() { Part::Or } else { Part::None }
}

/// Whether ", up 5 %" or ", a rise of 5 %" stands behind a comma or a bracket.
fn is_apposed(figures: &Figures<'_>, at: usize) -> bool {
    let start = figures.pieces[at].tokens.start;
    (2..=4).any(|back| is_opening(figures, start, back))
}

/// Whether it is ", up from 60".
fn is_apposed_from(figures: &Figures<'_>, at: usize) -> bool {
    let up = matches!(figures.word_before(at, 2), "up" | "down") && figures.word_before(at, 1) == "from";
    let up = up || figures.word_before(at, 2) == "compared";
    up && figures.between(at - 1, at).len() <= 9 && matches!(figures.word_before(at, 3), "," | "(" | "—" | "–")
}

fn is_opening(figures: &Figures<'_>, start: usize, back: usize) -> bool {
    start.checked_sub(back).is_some_and(|at| matches!(figures.tokens.from(at).letters(), "," | "(" | "—" | "–"))
}

/// Whether two figures of a sentence may be one thing at two times.
fn are_alike(figures: &Figures<'_>, one: usize, other: usize) -> bool {
    let (first, second) = (&figures.claims[one], &figures.claims[other]);
    let bare = |at: usize| !figures.pieces[at].united && figures.claims[at].quantity.unit == Unit::Count;
    let units = first.quantity.unit == second.quantity.unit || bare(one) || bare(other);
    units && !is_time(first) && !is_time(second) && !figures.pieces[one].age
}

pub(super) fn is_time(claim: &Claim) -> bool {
    let Unit::Measure(name) = &claim.quantity.unit else { return false };
    matches!(&**name, "year" | "month" | "week" | "day" | "hour" | "minute" | "second")
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::testing::ties;
    use crate::claim::{Direction, Relation};

    pub(in super::super) fn changes(text: &str) -> String {
        ties(text, |relation, figure| {
            let Relation::Change { from, to, by, direction } = relation else { return None };
            let way = match direction {
                Some(Direction::Up) => "up",
                Some(Direction::Down) => "down",
                None => "?",
            };
            let by = by.map_or(String::new(), |(by, measure)| format!(" {measure:?} {}", figure(by)));
            Some(format!("{} > {} {way}{by}", figure(*from), figure(*to)))
        })
    }

    #[test]
    fn from_to_and_by_in_any_order() {
        for (text, expected) in [
            ("Sales rose 20 % to 150 from 100.", "100 > 150 up Percent 20"),
            ("Sales rose from 90 to 135, a rise of 40 %.", "90 > 135 up Percent 40"),
            ("Sales went from 90 to 135, a rise of 40 %.", "90 to 135 > 90 to 135 up Percent 40"),
            ("Stocks fell by a third to 40 tonnes from 60.", "60 > 40 down Fraction a third"),
            ("Visits doubled to 80 from 30.", "30 > 80 up Factor doubled"),
            ("Support was up 12 percentage points to 45 % from 30 %.", "30 > 45 up Difference 12"),
            ("Work began on 640 homes, the builders said, up 9 percent from 520.", "520 > 640 up Percent 9"),
            (
                "Work began on 640 homes between May and July in the whole of the metropolitan area, the builders said, up 9 percent from 520.",
                "520 > 640 up Percent 9",
            ),
            ("They built 150 homes, up from 120 last year, an increase of 40 %.", "120 > 150 up Percent 40"),
            ("It made €150, compared with €120 a year before, a rise of 40 %.", "120 > 150 up Percent 40"),
            ("Rent rose from €900 to €990, or 12 %.", "900 > 990 up Percent 12"),
            (
                "Support stood at 22 percent, a gain of five points on the 18 percent of May.",
                "18 > 22 up Difference five",
            ),
            ("The fee fell to $40 from $50, a 25 % drop.", "50 > 40 down Percent 25"),
        ] {
            assert_eq!(changes(text), expected, "{text}");
        }
    }

    #[test]
    fn direction_alone() {
        for (text, expected) in [
            ("Arrivals fell from 90 boats in May to 95 boats in June.", "90 > 95 down"),
            ("They caught 40 wolves, up from 60.", "60 > 40 up"),
            ("They expect 40 wolves, down from the 50 to 60 of last year.", "50 > 40 down"),
            ("The rouble fell from 90 to 95 against the dollar.", "-"),
        ] {
            assert_eq!(changes(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_change() {
        for text in [
            "Output grew 5 % a year to 150 tonnes from 100.",
            "Sales fell to 40, but costs rose 12 % from 60.",
            "Profit went to 150, up 12 % from a year before.",
            "They built 150 homes, compared with 120 flats, and rents saw an increase of 40 %.",
            "The bus goes from 5 to 9.",
            "He cut 20 jobs in 5 plants.",
        ] {
            assert_eq!(changes(text), "-", "{text}");
        }
    }
}
