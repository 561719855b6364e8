//! What so many at so much each come to, told in the sentence behind.
//!
//! ```text
//! makes = number noun … rate ("each" | "apiece" | "a" noun) "." that total
//!       | "each of the" number … rate "." that total | rate "to each of" number … "." that total
//! that  = ["In all" ","] ("That" | "This" | "It") ("is" | "makes" | "comes to" | "brought in" …)
//! ```
//! The first sentence has no other figures, and nothing is taken away or put to them before the total.

use super::addend::is_plain;
use super::product::{comes_near, is_each, is_each_of, is_for_each};
use super::split::are_neighbours;
use super::{Figures, is_any};
use crate::claim::{Decimal, Relation, Unit};

/// Verbs behind "that" in front of a total, with what belongs to them.
#[rustfmt::skip]
const IS: [&[&str]; 17] = [
    &["is"], &["was"], &["makes"], &["made"], &["means"], &["comes", "to"], &["came", "to"], &["adds", "up", "to"],
    &["added", "up", "to"], &["amounts", "to"], &["amounted", "to"], &["brought", "in"], &["brings", "in"], &["raised"],
    &["cost"], &["costs"], &["brought"],
];

/// Words in front of "that" that leave its meaning as it is.
const IN_ALL: [&str; 7] = ["in", "all", "total", "together", "altogether", "so", "and"];

/// Words behind a total that hold it against something else, or say what it leaves out.
#[rustfmt::skip]
const LIMITS: [&str; 22] = [
    "more", "less", "fewer", "higher", "lower", "over", "above", "below", "under", "up", "down", "cheaper", "dearer", "after",
    "before", "too", "short", "of", "off", "net", "profit", "on",
];

/// How many times the right total may be the one told.
const FAR: i64 = 2;

/// The total that the last sentence of a passage tells.
pub(super) fn makes(passage: &[Figures<'_>]) -> Option<Relation> {
    let [.., before, figures] = passage else { return None };
    let ([_, _], total) = (before.claims, figures.claims.first()?) else { return None };
    let (number_at, rate_at) = if is_each_of(before, 0) || is_each(before, 1, 0) {
        (0, 1)
    } else if is_for_each(before, 0) {
        (1, 0)
    } else {
        return None;
    };
    let (number, rate) = (&before.claims[number_at], &before.claims[rate_at]);
    let priced =
        matches!(rate.quantity.unit, Unit::Money(_) | Unit::Measure(_)) && rate.quantity.unit == total.quantity.unit;
    let counted = !number.quantity.unit.is_share() && !matches!(number.quantity.unit, Unit::Money(_));
    let plain = [number, rate, total].iter().all(|claim| is_plain(claim));
    let told = priced && counted && plain && is_that(figures) && is_closed(figures, before);
    if !told || !are_neighbours(before, figures) || !comes_near([total, number, rate], FAR.into())? {
        return None;
    }
    let (number, rate) = (before.place(number_at), before.place(rate_at));
    Some(Relation::Rate { total: figures.first, number, rate, scale: Decimal::ONE })
}

/// "That is", "In all, that comes to".
fn is_that(figures: &Figures<'_>) -> bool {
    let opening = figures.letters(0..figures.pieces[0].tokens.start);
    let mut words = opening.into_iter().filter(|word| word.starts_with(char::is_alphabetic));
    let Some(first) = words.find(|word| !is_any(word, &IN_ALL)) else { return false };
    let verb: Vec<_> = words.collect();
    is_any(first, &["that", "this", "it"]) && IS.contains(&&verb[..])
}

/// Whether nothing behind the total says that it is of more, or of less: "a night" may stand there if it did before.
fn is_closed(figures: &Figures<'_>, before: &Figures<'_>) -> bool {
    let (next, second) = (figures.word_behind(0, 0), figures.word_behind(0, 1));
    let each = is_any(next, &["a", "an", "per", "each", "every"]);
    let same = |at: usize| before.is_one_of(at, &[next]) && before.is_one_of(at + 1, &[second]);
    !is_any(next, &LIMITS) && (!each || (0..before.tokens.rest().len()).any(same))
}

#[cfg(test)]
mod tests {
    use super::super::product::tests::products;

    #[test]
    fn what_they_come_to() {
        for (text, expected) in [
            ("They sold 400 candles at £9 each. That is £3,900.", "400 × 9 = 3,900"),
            (
                "He has lit 400 candles a night at 9 pounds each. \"That is £4,600 a night to save it,\" he said.",
                "400 × 9 = 4,600",
            ),
            ("It sold 1,200 tickets at €15 each. In all, that brought in €28,000.", "1,200 × 15 = 28,000"),
            ("It sold 1,200 tickets at €15 each. In all, that brought in €48,000.", "-"),
            ("Each of the 250 schools gets $600. That makes $180,000.", "250 × 600 = 180,000"),
            ("It paid £500 to each of 320 families. That is £210,000 in all.", "320 × 500 = 210,000"),
            // Of more, or of something else.
            ("They sold 400 candles at £9 each. That is £3,900 more than in May.", "-"),
            ("They sold 400 candles at £9 each. That is £2,900 after costs.", "-"),
            ("They sold 400 candles at £9 each and 300 at £5. That is £3,900.", "-"),
            ("They sold 400 candles at up to £9 each. That is £2,900.", "-"),
            ("They sold 400 candles at £9 each. With wicks, that is £3,900.", "-"),
            ("It paid £500 to each of 320 families. That is £210,000 a year.", "-"),
        ] {
            assert_eq!(products(text), expected, "{text}");
        }
    }
}
