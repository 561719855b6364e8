//! A rise or fall: what a figure was, what it became, and by how much.
//!
//! ```text
//! change  = rise_or_fall { "from" figure | "to" figure | ["by"] size } [ ("or" | ",") size ]
//!         | figure "," ("up" | "down" | "a" rise_or_fall "of") size ("from" | "on") figure
//!         | figure "," ("up" | "down") "from" figure
//!         | figure "," "a" ("premium" | "discount") "of" size ("to" | "over") figure
//!         | rise_or_fall ["by"] size … ":" "a" noun … figure "instead of" figure
//!         | two figures . ("That is a" | "The") rise_or_fall ("of" | ", of") size
//! size    = percent | points | fraction | multiple | a figure in the unit of the others
//! ```
//! What was then and what is now is read in [`then`](super::then). Two figures without a size only tie where a plain verb of rising or falling stands in front of "from".

use super::addend::{head, is_plain};
use super::former::is_apposed_from;
use super::moved::{moved, stood, summed_up};
use super::role::{Part, is_apposed, multiple, part};
use super::summary::{now, summary};
use super::then::then_and_now;
use super::way::{direction_before, is_counted_from_elsewhere, is_upside_down, plain_verb, put, turns};
use super::{Figures, is_any};
use crate::claim::{Decimal, Direction, Measure, Relation, Stated, Unit};
use crate::lexicon::List;

/// The changes that the last sentence of a passage tells.
pub(super) fn change(passage: &[Figures<'_>]) -> Vec<Relation> {
    let Some(figures) = passage.last() else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    while at < figures.pieces.len() {
        let tie = moved(figures, at).map(|change| (change, 1));
        let tie = tie.or_else(|| stood(figures, at).map(|change| (change, 3))).or_else(|| triple(figures, at));
        let tie = tie
            .or_else(|| then_and_now(figures, at))
            .or_else(|| range(figures, at))
            .or_else(|| ranged(figures, at))
            .or_else(|| pair(figures, at));
        let told = || summed_up(passage).or_else(|| now(passage)).filter(|_| at == 0).or_else(|| summary(passage, at));
        let tie = tie.or_else(|| told().map(|change| (change, 1)));
        at += tie.as_ref().map_or(1, |(_, taken)| *taken);
        found.extend(tie.map(|(change, _)| change));
    }
    found
}

/// How many words may stand between a figure and the change that a comma adds to it.
const APPOSED: usize = 20;

/// A change with all of its three figures side by side, and how many figures it takes.
fn triple(figures: &Figures<'_>, at: usize) -> Option<(Relation, usize)> {
    let second = next(figures, at)?;
    let third = next(figures, second).filter(|&third| figures.is_joined(second, third))?;
    // "640 homes from May to July, the builders said, up 9 percent from 520": a comma takes up what came before.
    let joined =
        figures.is_joined(at, second) || is_apposed(figures, second) && figures.is_joined_within(at, second, APPOSED);
    if !joined {
        return None;
    }
    let ahead = || direction_before(figures, at);
    let level = |at: usize| figures.word_before(at, 1).eq_ignore_ascii_case("at");
    let beside = |at: usize| {
        matches!(figures.letters_before(figures.pieces[at].tokens.start, 2), ",")
            && figures.word_before(at, 1).eq_ignore_ascii_case("with")
    };
    let (from, to, by, direction) = match (part(figures, at), part(figures, second), part(figures, third)) {
        // "Up 5 % at 63, compared with 60", "by 12 %, with 44 compared with 50".
        (Part::By(way), Part::None, Part::From) if way.is_some() && (level(second) || beside(second)) => {
            (third, second, at, way)
        }
        (Part::By(way), Part::None, Part::From) if way.is_some() && is_shown(figures, at) => (third, second, at, way),
        (Part::By(way), Part::To, Part::From) => (third, second, at, way.or_else(ahead)),
        (Part::By(way), Part::From, Part::To) => (second, third, at, way.or_else(ahead)),
        (Part::From, Part::To, Part::By(way)) => (at, second, third, way.or_else(ahead)),
        (Part::To, Part::From, Part::By(way)) => (second, at, third, way.or_else(ahead)),
        (Part::From, Part::To, Part::Or) => (at, second, third, Some(ahead()?)),
        (Part::To, Part::From, Part::Or) => (second, at, third, Some(ahead()?)),
        (Part::None | Part::To, Part::By(Some(way)), Part::From)
            if is_apposed(figures, second) || is_said_of(figures, second) =>
        {
            (third, at, second, Some(way))
        }
        (Part::From, Part::By(way), Part::To) => (at, third, second, way.or_else(ahead)),
        (Part::From, Part::None, Part::By(Some(way))) if is_apposed(figures, third) => (at, second, third, Some(way)),
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
    change_of(figures, (from, to), by, direction).map(|change| (change, third - at + 1))
}

/// "Fares rise by 4 percent: a single costs €18.20 instead of €17.50"; small prices go up by whole coins.
fn is_shown(figures: &Figures<'_>, by: usize) -> bool {
    let between = figures.between(by, by + 1);
    let colon = between.clone().find(|&at| figures.word(at) == ":");
    let one = colon.is_some_and(|at| figures.tokens.from(at + 1).is(List::Determiner) && between.end - at <= EXAMPLE);
    let size = &figures.claims[by];
    let small = figures.claims[by + 1].quantity.value().is_none_or(|price| price < Decimal::TEN);
    one && is_plain(size) && !small && !figures.is_any_word(&["average", "averages", "typically", "most", "about"])
}

/// How many words "a single ticket will cost" may have.
const EXAMPLE: usize = 7;

/// "Was 36 percent up".
fn is_said_of(figures: &Figures<'_>, by: usize) -> bool {
    is_any(figures.word_before(by, 1), &["is", "was", "are", "were"])
}

/// The next figure, past stretches of time: "doubled in ten years, from 60".
pub(super) fn next(figures: &Figures<'_>, at: usize) -> Option<usize> {
    let is_level = |at: &usize| !figures.claims[*at].quantity.unit.is_time() || figures.pieces[*at].age;
    (at + 1..figures.pieces.len()).find(is_level)
}

/// A size, and "from 100 to 150" read as one figure behind it.
fn ranged(figures: &Figures<'_>, by: usize) -> Option<(Relation, usize)> {
    let Part::By(way) = part(figures, by) else { return None };
    let of = next(figures, by).filter(|&of| figures.is_joined(by, of))?;
    let ranged = matches!(figures.claims[of].quantity.stated, Stated::Range(..));
    let told = ranged && figures.word_before(of, 1).eq_ignore_ascii_case("from") && !turns(figures, by, way);
    let change = || change_of(figures, (of, of), by, way.or_else(|| direction_before(figures, by)));
    told.then(change).flatten().map(|change| (change, of - by + 1))
}

/// "From 100 to 150" read as one figure, and the size behind it.
fn range(figures: &Figures<'_>, at: usize) -> Option<(Relation, usize)> {
    let ranged = matches!(figures.claims.get(at)?.quantity.stated, Stated::Range(..));
    if !ranged || !figures.word_before(at, 1).eq_ignore_ascii_case("from") {
        return None;
    }
    let ahead = || direction_before(figures, at);
    let by = next(figures, at).filter(|&by| figures.is_joined(at, by))?;
    let direction = match part(figures, by) {
        Part::By(way) => way.or_else(ahead),
        Part::Or => Some(ahead()?),
        _ => return None,
    };
    if turns(figures, by, direction) || is_counted_from_elsewhere(figures, by, by) {
        return None;
    }
    change_of(figures, (at, at), by, direction).map(|change| (change, by - at + 1))
}

/// Two figures and a verb that tells which way.
fn pair(figures: &Figures<'_>, at: usize) -> Option<(Relation, usize)> {
    let other = next(figures, at).filter(|&other| figures.is_joined(at, other) && are_alike(figures, at, other))?;
    let (from, to, verb_at) = match (part(figures, at), part(figures, other)) {
        // "40, down from 50 to 60": the two may be the ends of what it was.
        (Part::From, Part::To) if at == 0 || !is_apposed_from(figures, at) => (at, other, at),
        (Part::To, Part::From) => (other, at, at),
        (Part::None, Part::From) if is_apposed_from(figures, other) => (other, at, other),
        _ => return None,
    };
    let before = figures.pieces[verb_at].tokens.start;
    let plain = (2..=3).find_map(|back| plain_verb(figures.tokens.from(before.checked_sub(back)?).letters()));
    let direction = plain.or_else(|| put(figures, before))?;
    let behind = figures.pieces[other].tokens.end;
    let ends = behind..behind + 6;
    let odd = before.saturating_sub(12)..before;
    if odd.chain(ends).chain(figures.between(at, other)).any(|at| is_upside_down(figures, at)) {
        return None;
    }
    // "76 of the 150 seats, down from 89": it is the 76 that were more.
    let to = if is_whole(figures, to) { to.checked_sub(1)? } else { to };
    let place = |at| figures.place(at);
    Some((Relation::Change { from: place(from), to: place(to), by: None, direction: Some(direction) }, other - at + 1))
}

/// Whether a figure is all of which the one before is some: the 150 of "76 of the 150 seats".
fn is_whole(figures: &Figures<'_>, at: usize) -> bool {
    at > 0 && matches!(figures.letters(figures.between(at - 1, at))[..], ["of", "the" | "its" | "their"] | ["of"])
}

/// A change, where the size can be one and the others are of one kind.
pub(super) fn change_of(
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
        size => size == of || size.is_minor() && matches!(of, Unit::Money(_)),
    }
}

/// Whether a figure counts points, be they called hundredths or not.
pub(super) fn is_points(figures: &Figures<'_>, at: usize) -> bool {
    figures.claims[at].quantity.unit == Unit::PercentagePoint
        || figures.claims[at].noun.as_ref().is_some_and(|noun| &*noun.head == "point")
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

/// Whether two figures of a sentence may be one thing at two times.
pub(super) fn are_alike(figures: &Figures<'_>, one: usize, other: usize) -> bool {
    let (first, second) = (&figures.claims[one], &figures.claims[other]);
    // "412 beds" are no money.
    let bare = |at: usize| {
        let claim = &figures.claims[at];
        !figures.pieces[at].united && claim.quantity.unit == Unit::Count && head(claim).is_none()
    };
    let money = |one: &Unit, other: &Unit| one.is_minor() && matches!(other, Unit::Money(_));
    let (a, b) = (&first.quantity.unit, &second.quantity.unit);
    let units = a == b || money(a, b) || money(b, a) || bare(one) || bare(other);
    units && !first.quantity.unit.is_time() && !second.quantity.unit.is_time() && !figures.pieces[one].age
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
            ("Sales rose 5 % at constant exchange rates to €60 from €59.", "-"),
            ("Sales rose 5 % like for like to €60 from €59.", "-"),
            ("The toll was 41, up from 35 on Sunday, after three more bodies were found on Monday.", "35 > 41 up"),
            ("Sales rose 20 % to 150 from 100.", "100 > 150 up Percent 20"),
            ("Sales rose from 90 to 135, a rise of 40 %.", "90 > 135 up Percent 40"),
            ("Sales went from 90 to 135, a rise of 40 %.", "90 to 135 > 90 to 135 up Percent 40"),
            ("Stocks fell by a third to 40 tonnes from 60.", "60 > 40 down Fraction a third"),
            ("Visits doubled to 80 from 30.", "30 > 80 up Factor doubled"),
            ("Support was up 12 percentage points to 45 % from 30 %.", "30 > 45 up Difference 12"),
            ("The Bloc had 76 of the 150 seats, down from 89.", "89 > 76 down"),
            ("Work began on 640 homes, the builders said, up 9 percent from 520.", "520 > 640 up Percent 9"),
            (
                "Work began on 640 homes between May and July in the whole of the metropolitan area, the builders said, up 9 percent from 520.",
                "520 > 640 up Percent 9",
            ),
            ("They built 150 homes, up from 120 last year, an increase of 40 %.", "120 > 150 up Percent 40"),
            ("It made €150, compared with €120 a year before, a rise of 40 %.", "120 > 150 up Percent 40"),
            ("Rent rose from €900 to €990, or 12 %.", "900 > 990 up Percent 12"),
            (
                "Support stood at 22 percent, a rise of five points on the 18 percent of May.",
                "18 > 22 up Difference five",
            ),
            ("The fee fell to $40 from $50, a 25 % drop.", "50 > 40 down Percent 25"),
            ("Rents have doubled in ten years, from €600 to €1,500.", "600 > 1,500 up Factor doubled"),
            ("The hall sold 180 seats, 40 percent more than the 150 of May.", "150 > 180 up Percent 40"),
            ("The party won 24 seats, nine more than the 18 of 2021.", "18 > 24 up Difference nine"),
            ("The bill was up 8 percent at €63, compared with €60 in May.", "60 > 63 up Percent 8"),
            ("Thefts fell by 30 percent, with 40 cases compared with 50 in May.", "50 > 40 down Percent 30"),
            ("The fund grew by €18, from €88 to €100.", "88 > 100 up Difference 18"),
            (
                "The fund grew by €18 million, from €88 million to €100 million.",
                "88 million > 100 million up Difference 18 million",
            ),
            ("Shares slid 12 percent to close at $46, from $50.", "50 > 46 down Percent 12"),
            ("The loss shrank to €24 from €32, a 35 % improvement.", "32 > 24 down Percent 35"),
            ("The fare will go up 8 percent next fall, from $50 to $60.", "50 > 60 up Percent 8"),
            ("A loaf costs £1.20, up 15p from £1.10.", "1.10 > 1.20 up Difference 15"),
            ("A ticket costs 250p, up from £2, a rise of 40 percent.", "2 > 250 up Percent 40"),
            ("Orr had 12,000 residents in 2010; it now has 15,000, up 20 %.", "12,000 > 15,000 up Percent 20"),
            (
                "Fares will rise by 14 percent in May: a single will cost €18.20 instead of €17.50.",
                "17.50 > 18.20 up Percent 14",
            ),
            ("Membership, 12,000 in 2010, is now 15,000, a rise of 20 %.", "12,000 > 15,000 up Percent 20"),
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
            ("The bank cut its forecast to 28 tonnes from 23 tonnes.", "23 > 28 down"),
            ("The bank raised the fee for a parcel to $28 from $23.", "23 > 28 up"),
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
            "Orr had 12,000 residents in 2010; it now has 15,000 jobs, and rents are up 20 %.",
            "Orr had 12,000 residents in 2010; it now has 15,000, up 20 % on last year.",
            "Orr had 12,000 residents in 2010, and the county now has 15,000, up 4 %.",
            "Orr had 12,000 residents in 2010; today it has 15,000 boats, up 4 %.",
            "He cut 20 jobs in 5 plants.",
            "Orr, which has 40 beds, lost $38 in May, compared with $29 in April.",
        ] {
            assert_eq!(changes(text), "-", "{text}");
        }
    }
}
