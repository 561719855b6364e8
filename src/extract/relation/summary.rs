//! A change that a sentence of its own tells of the figures before it.
//!
//! ```text
//! summary = two figures . ("That is a" | "The") rise_or_fall ("of" | ", of") size
//! now     = figure . … "now" … figure "," size ("more" | "less")
//! ```

use super::change::measure;
use super::role::{Part, compares, part};
use super::way::is_counted_from_elsewhere;
use super::{Figures, is_any};
use crate::claim::{Claim, Direction, Measure, Noun, Relation, Unit, are_within};
use crate::extract::noun::SUMS;

/// "That is a rise of 15 %" behind the only two figures of their kind in the sentence or the two sentences before.
pub(super) fn summary(passage: &[Figures<'_>], at: usize) -> Option<Relation> {
    let (figures, before) = passage.split_last()?;
    let Part::By(Some(direction)) = part(figures, at) else { return None };
    let opening = figures.tokens.from(0).letters();
    let than = (1..=2).any(|ahead| figures.word_behind(at, ahead) == "than");
    let opens = is_any(opening, &["that", "this", "the"]) && !than;
    let measure = measure(figures, at).filter(|measure| matches!(measure, Measure::Percent | Measure::Fraction))?;
    if at > 0 || figures.pieces[at].tokens.start > 7 || !opens || is_counted_from_elsewhere(figures, at, at) {
        return None;
    }
    let near: Vec<_> = before.iter().rev().take(2).map(worth_comparing).collect();
    let two: Vec<_> = match near[..] {
        [ref last, ..] if last.len() == 2 => last.clone(),
        [ref last, ref earlier] if last.len() == 1 && earlier.len() == 1 => [&earlier[..], &last[..]].concat(),
        _ => return None,
    };
    let [(one, first), (other, second)] = two[..] else { return None };
    let value = |claim: &Claim| claim.quantity.value();
    let rises = value(first)? < value(second)?;
    let (from, to) = if rises == (direction == Direction::Up) { (one, other) } else { (other, one) };
    let alike = are_same(first, second) && value(first)? != value(second)? && are_near(first, second);
    alike.then_some(Relation::Change { from, to, by: Some((figures.place(at), measure)), direction: Some(direction) })
}

/// "The road was to cost €40. The price is now €60, €20 more."
pub(super) fn now(passage: &[Figures<'_>]) -> Option<Relation> {
    let [.., before, figures] = passage else { return None };
    let ([then], [level, size]) = (before.claims, figures.claims) else { return None };
    let direction = compares(figures.word_behind(1, 0))?;
    let closed = matches!(figures.word_behind(1, 1), "." | ";" | "");
    let comma = matches!(figures.letters(figures.between(0, 1))[..], [.., ","]);
    let is_now = (0..figures.pieces[0].tokens.start).any(|at| figures.is_one_of(at, &["now"]));
    let unit = &level.quantity.unit;
    let bare = size.quantity.unit == Unit::Count && !figures.pieces[1].united;
    let money = matches!(unit, Unit::Money(_));
    let same = then.quantity.unit == *unit && (money || are_same(then, level));
    let alike = same && (size.quantity.unit == *unit || bare);
    let fits = closed && comma && is_now && alike && !unit.is_share() && !unit.is_time();
    fits.then(|| Relation::Change {
        from: before.first,
        to: figures.first,
        by: Some((figures.place(1), Measure::Difference)),
        direction: Some(direction),
    })
}

/// The figures of a sentence that may have risen or fallen, with their places: neither stretches of time nor shares, nor
/// what others are more or fewer by.
fn worth_comparing<'f>(figures: &Figures<'f>) -> Vec<(usize, &'f Claim)> {
    let level = |at: &usize| compares(figures.word_behind(*at, 0)).is_none() && !figures.pieces[*at].age;
    let claims = (0..figures.claims.len()).filter(level).map(|at| (figures.place(at), &figures.claims[at]));
    claims.filter(|(_, claim)| !claim.quantity.unit.is_time() && !claim.quantity.unit.is_share()).collect()
}

/// How many times the other one figure may be, at the most, for a share to be told of their difference.
const FAR: i64 = 10;

fn are_near(one: &Claim, other: &Claim) -> bool {
    let values = one.quantity.value().zip(other.quantity.value());
    values.is_some_and(|(a, b)| are_within(a, b, FAR.into()))
}

fn are_same(one: &Claim, other: &Claim) -> bool {
    let units =
        one.quantity.unit == other.quantity.unit || [one, other].iter().any(|claim| claim.quantity.unit == Unit::Count);
    // "The number was 60" leaves open of what.
    let says = |noun: &&Noun| !noun.span.is_empty() && !SUMS.contains(&&*noun.head);
    let own = |claim: &Claim| claim.noun.as_ref().filter(says).map(|noun| noun.head.clone());
    units && own(one).zip(own(other)).is_none_or(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::super::change::tests::changes;

    #[test]
    fn a_summary_of_the_sentences_before() {
        for (text, expected) in [
            ("The road was to cost €40. The price is now €60, €30 more.", "40 > 60 up Difference 30"),
            ("The road was to cost €40. The price is now €60, €30 more than in Orr.", "-"),
            ("The road was to cost €40. The bridge took 60 days, 30 more.", "-"),
            ("The port moved 80 ships. In May it moved 60 ships. That is a rise of 20 %.", "60 > 80 up Percent 20"),
            (
                "It sold 50 boats in May, compared with 40 in April. That is an increase of 20 %.",
                "40 > 50 up Percent 20",
            ),
            (
                "In May 60 people drowned. A year before the number was 80. That is a decrease of 20 %.",
                "80 > 60 down Percent 20",
            ),
            (
                "It mined 500 tonnes. A year before it was 600 tonnes. The fall, of 12 %, had reasons.",
                "600 > 500 down Percent 12",
            ),
            (
                "Those aged 65 or over rose from 9,020 to 11,570. That is 38 percent more.",
                "9,020 > 11,570 up; 9,020 > 11,570 up Percent 38",
            ),
            ("The fee rises from €60 to €75. That is 15 percent more than in Lund.", "60 > 75 up"),
            ("Tickets made €74 million, or €10 a head. That was 9 % more than before.", "-"),
            ("It mined 500 tonnes, 300 tonnes and 200 tonnes. That is a rise of 12 %.", "-"),
        ] {
            assert_eq!(changes(text), expected, "{text}");
        }
    }
}
