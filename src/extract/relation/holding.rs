//! What each of several holds of one whole, of which nothing can belong to two: the seats of a council.
//!
//! ```text
//! holdings = part "of" "the" whole seats … list           31 of the 60 seats; its rivals have 17, nine and five
//!          | "Of" "the" whole seats "," … list
//!          | whole (seats | "-member" body) … "." list    The council has 60 seats. The Greens hold 31, Labour 17 …
//! ```
//! More may hold some, so the parts may come to less than the whole. A sentence that tells what was won or lost, or what
//! was held before, is none of what is held now.

use super::addend::{head, is_plain};
use super::split::are_neighbours;
use super::{Figures, is_any};
use crate::claim::{Claim, Relation, Unit};
use crate::grammar::QuantityPiece;

/// What can only be held by one.
const SEATS: [&str; 5] = ["seat", "mandate", "delegate", "councillor", "constituency"];

/// Words of a sentence whose figures are not all of what is held at one time by different holders.
#[rustfmt::skip]
const ELSE: [&str; 39] = [
    "lost", "lose", "loses", "losing", "gained", "gain", "gains", "gaining", "up", "down", "from", "before", "previously",
    "previous", "earlier", "then", "ago", "was", "were", "needed", "needs", "need", "majority", "short", "more", "fewer",
    "swing", "than", "least", "them", "which", "whom", "both", "including", "between", "contested", "reserved", "vacant",
    "if",
];

/// The seats that the last sentence of a passage shares out.
pub(super) fn holdings(passage: &[Figures<'_>]) -> Option<Relation> {
    let (figures, before) = passage.split_last()?;
    if figures.pieces.len() < 2 || !figures.dates.is_empty() {
        return None;
    }
    let (total, own) = match whole(figures) {
        Some(own) => (figures.place(own), Some(own)),
        None => (whole_before(before.last()?, figures)?, None),
    };
    if figures.is_any_word(&ELSE) {
        return None;
    }
    let parts: Vec<_> = (0..figures.pieces.len()).filter(|&at| Some(at) != own).collect();
    let claim = &figures.all[total];
    let held = |at: &usize| is_held(&figures.pieces[*at], &figures.claims[*at], claim);
    let several = parts.len() > if own.is_some() { 1 } else { 2 };
    (several && is_plain(claim) && parts.iter().all(held)).then(|| Relation::Sum {
        parts: parts.into_iter().map(|at| figures.place(at)).collect(),
        total,
        complete: false,
    })
}

/// "31 of the 60 seats", "Of the 60 seats, the Greens have 31".
fn whole(figures: &Figures<'_>) -> Option<usize> {
    let wholes = [0, 1].into_iter().filter(|&at| figures.claims.get(at).is_some_and(is_of_seats));
    wholes.into_iter().find(|&at| {
        let the = is_any(figures.letters_before(figures.pieces[at].tokens.start, 1), &["the", "its"]);
        let back = 1 + usize::from(the);
        let of = is_any(figures.letters_before(figures.pieces[at].tokens.start, back), &["of"]);
        let first = figures.pieces[at].tokens.start == back;
        let joined = at == 1 && figures.between(0, 1).len() == back;
        of && (first || joined)
    })
}

/// The only seats that the sentence before counts, where it counts nothing else.
fn whole_before(before: &Figures<'_>, list: &Figures<'_>) -> Option<usize> {
    let [claim] = before.claims else { return None };
    let verb = !before.is_any_word(&["won", "lost", "gained", "hold", "holds"]);
    let fits = is_of_seats(claim) && verb && are_neighbours(before, list);
    let same =
        list.claims.iter().any(|part| head(part).is_some()) || list.is_any_word(&["hold", "holds", "have", "has"]);
    (fits && same).then_some(before.first)
}

fn is_of_seats(claim: &Claim) -> bool {
    claim.quantity.unit == Unit::Count && head(claim).is_some_and(|head| SEATS.contains(&head))
}

/// Whether a figure may be what somebody holds of a whole: bare, of its noun, or named like a party.
fn is_held(piece: &QuantityPiece, part: &Claim, whole: &Claim) -> bool {
    let noun = part.noun.as_ref().filter(|noun| part.span.contains(noun.span));
    let party = noun.is_some_and(|noun| noun.text.starts_with(char::is_uppercase) || &*noun.head == "independent");
    let alike = head(part).is_none() || head(part) == head(whole) || party;
    let smaller = part.quantity.value() < whole.quantity.value();
    part.quantity.unit == Unit::Count && alike && smaller && is_plain(part) && !piece.age
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn seats_that_several_hold() {
        for (text, expected) in [
            (
                "The Greens hold 31 of the 60 seats; the other parties have 17, nine and five.",
                "31 + 17 + nine + five < 60",
            ),
            (
                "The Greens now have 19 of the 45 seats, Labour 17, the Liberals eight and independents three.",
                "19 + 17 + eight + three < 45",
            ),
            (
                "Of the 45 seats, the Greens have 19, Labour 17, the Liberals eight and independents three.",
                "19 + 17 + eight + three < 45",
            ),
            (
                "The council has 45 seats. The Greens hold 19, Labour 17, the Liberals eight and independents three.",
                "19 + 17 + eight + three < 45",
            ),
            // Of other seats, or at another time.
            ("The Greens won 19 of the 45 seats, a gain of four, Labour 17 and the Liberals eight.", "-"),
            ("The Greens hold 19 of the 45 seats, nine of them in Orr.", "-"),
            ("The Greens won 19 of the 45 seats, Labour 17 and the Liberals 22 in 2019.", "-"),
            ("The Greens won 19 of the 45 seats and closed 17 schools and nine pools.", "-"),
            ("The Greens won 45 seats. Labour has 19, the Liberals 17 and others 22.", "-"),
            ("The council has 45 seats. The fair drew 19 boats, 17 rafts and 22 canoes.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
