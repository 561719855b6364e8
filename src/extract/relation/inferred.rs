//! A share that a sentence draws from the part and the whole of the sentence before it.
//!
//! ```text
//! inferred = pair "." opening share                            Of the 80 wells, 20 are dry. That means half of them …
//!          | pair "." share "is" ("therefore" | "thus") …      It tested 80 wells, and 20 of them failed. One well in two is
//!                                                              therefore dry.
//! opening  = ("That" | "This") "means" ["that"] | "In other words" ","
//! ```
//! The pair is the only one of its sentence. A share that fits those who are not of the part is one of them.

use super::addend::head;
use super::pair::{Pair, pair};
use super::share::{is_part, stands_alone};
use super::split::are_neighbours;
use super::{Figures, is_any};
use crate::claim::{Claim, Decimal, Interval, Relation, Status, Unit};

/// How many words behind a share may tell that it follows from what is before.
const THEREFORE: usize = 5;

/// The share that the last sentence of a passage draws.
pub(super) fn inferred(figures: &Figures<'_>, before: &[Figures<'_>]) -> Option<Relation> {
    let last = before.last().filter(|last| are_neighbours(last, figures))?;
    let [share] = figures.claims else { return None };
    let told = is_part(share) && share.status == Status::Asserted && draws(figures);
    let pair = only_pair(last).filter(|_| told)?;
    let (part, whole) = (&last.claims[pair.part], &last.claims[pair.whole]);
    let same = stands_alone(figures, 0) || head(share).is_some() && head(share) == head(whole);
    (same && !is_of_the_others(share, part, whole)).then(|| pair.with(last, figures.place(0)))
}

/// Whether the words of a sentence say that its share follows from what is before.
fn draws(figures: &Figures<'_>) -> bool {
    let (start, end) = (figures.pieces[0].tokens.start, figures.pieces[0].tokens.end);
    let opening: Vec<_> = figures.letters(0..start).into_iter().map(str::to_lowercase).collect();
    let opening: Vec<_> = opening.iter().map(String::as_str).collect();
    let opens = matches!(opening[..], ["that" | "this", "means", ..] | ["in", "other", "words", ",", ..])
        && opening.iter().skip(2).all(|word| is_any(word, &["words", ",", "that", "only", "just", "some", "fully"]));
    opens || start <= 1 && (end..end + THEREFORE).any(|at| figures.is_one_of(at, &["therefore", "thus"]))
}

/// The only part and whole of a sentence whose other figures are neither.
fn only_pair(figures: &Figures<'_>) -> Option<Pair> {
    let mut pairs = (0..figures.pieces.len()).filter_map(|at| pair(figures, at));
    let found = pairs.next().filter(|_| pairs.next().is_none())?;
    let counts = figures.claims.iter().filter(|claim| claim.quantity.unit == Unit::Count).count();
    (counts == 2).then_some(found)
}

/// Whether a share is of those of the whole who are not of the part.
fn is_of_the_others(share: &Claim, part: &Claim, whole: &Claim) -> bool {
    let others = || {
        let (part, whole) = (part.quantity.value()?, whole.quantity.value()?);
        whole.checked_sub(part)?.checked_div(whole)
    };
    let scale = if share.quantity.unit == Unit::Percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    others().and_then(|others| others.checked_mul(scale)).is_some_and(|others| {
        let reading = share.quantity.reading();
        reading.meets(&Interval::point(others.round_dp(1))) || reading.meets(&Interval::point(others))
    })
}

#[cfg(test)]
mod tests {
    use super::super::share::tests::shares;

    #[test]
    fn shares_that_are_drawn() {
        for (text, expected) in [
            ("Of the 80 wells, 20 are dry. That means half of the wells are of no use.", "20 of 80 is half"),
            ("Of the 80 wells, 20 are dry. In other words, 50 percent of them are of no use.", "20 of 80 is 50"),
            (
                "They tested 80 farms, and 20 of them were dry. One farm in two is therefore of no use.",
                "20 of 80 is One farm in two",
            ),
            // Of the others, or of something else.
            ("Of the 80 wells, 20 are dry. That means three quarters of them can be used.", "-"),
            ("Of the 80 wells, 20 are dry. That means half of the farms have no water.", "-"),
            ("Of the 80 wells, 20 are dry. Half of the wells are old.", "-"),
            ("Of the 80 wells, 20 are dry and 40 are old. That means half of the wells need work.", "-"),
            ("Of the 80 wells, 20 are dry. That means half of the wells will be shut by May.", "-"),
        ] {
            assert_eq!(shares(text), expected, "{text}");
        }
    }
}
