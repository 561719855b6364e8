//! By how many votes something was won, and the votes themselves.
//!
//! ```text
//! majority = ("majority" | "margin" | "lead") "of" size ["votes"] ("(" | "," | ":" | "by" | ", by") for against
//!          | for against ("," | "(") "a" ("majority" | "margin" | "lead") "of" size
//! against  = ["votes"] ("to" | "against") figure | share … ("to" | "against") [whose] share
//! ```
//! The size and the votes against are the votes for.

use super::change::is_points;
use super::{Figures, is_any};
use crate::claim::{Relation, Stated, Unit};

/// What a size of votes is called.
const NAMES: [&str; 3] = ["majority", "margin", "lead"];

/// The majorities of a sentence.
pub(super) fn majorities(figures: &Figures<'_>) -> Vec<Relation> {
    (2..figures.pieces.len()).filter_map(|last| ahead(figures, last).or_else(|| behind(figures, last))).collect()
}

/// "A majority of 61 (172 to 111)".
fn ahead(figures: &Figures<'_>, last: usize) -> Option<Relation> {
    let (size, votes) = (last - 2, last - 1);
    let joined = matches!(
        figures.letters(figures.between(size, votes))[..],
        ["(" | "," | ":" | "by" | "—" | "–"]
            | ["votes" | "seats", "(" | "," | ":" | "—" | "–"]
            | [",", "by"]
            | ["votes", ",", "by"]
    );
    joined.then(|| tie(figures, size, votes)).flatten()
}

/// "By 172 votes to 111, a majority of 61".
fn behind(figures: &Figures<'_>, size: usize) -> Option<Relation> {
    let joined = matches!(
        figures.letters(figures.between(size - 1, size))[..],
        [.., "," | "(" | "—" | "–", "a", _, "of"] | [.., "giving", _, "a", _, "of"]
    );
    joined.then(|| tie(figures, size, size - 2)).flatten()
}

fn tie(figures: &Figures<'_>, size: usize, votes: usize) -> Option<Relation> {
    let against = votes + 1;
    let named = figures.word_before(size, 1) == "of" && is_any(figures.letters_before(start(figures, size), 2), &NAMES);
    let counted = matches!(
        figures.letters(figures.between(votes, against))[..],
        ["to" | "against" | "-" | "–"] | ["votes", "to" | "against"]
    );
    let value = |at: usize| figures.claims[at].quantity.value();
    let won = value(votes) > value(against);
    let plain = [size, votes, against].into_iter().all(|at| is_plain(figures, at));
    let of = |unit: &Unit| [votes, against].into_iter().all(|at| figures.claims[at].quantity.unit == *unit);
    let votes_told = counted && of(&Unit::Count) && figures.claims[size].quantity.unit == Unit::Count;
    let shares_told = of(&Unit::Percent) && is_points(figures, size) && are_opposed(figures, votes, against);
    (named && won && plain && (votes_told || shares_told)).then(|| Relation::Sum {
        parts: vec![figures.place(size), figures.place(against)],
        total: figures.place(votes),
        complete: true,
    })
}

fn is_plain(figures: &Figures<'_>, at: usize) -> bool {
    let quantity = &figures.claims[at].quantity;
    matches!(quantity.stated, Stated::Point(_)) && quantity.qualifier.is_none()
}

/// Whether two shares stand against each other: "52 percent of the vote to her 38 percent", "52 percent against 38".
fn are_opposed(figures: &Figures<'_>, one: usize, other: usize) -> bool {
    const WORDS: usize = 8;
    let between = figures.letters(figures.between(one, other));
    let last = between.iter().rev().take(3).any(|word| is_any(word, &["to", "against"]));
    last && between.len() <= WORDS && !between.iter().any(|word| matches!(*word, "," | "and" | "from"))
}

fn start(figures: &Figures<'_>, at: usize) -> usize {
    figures.pieces[at].tokens.start
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn majorities_and_votes() {
        for (text, expected) in [
            ("The motion passed by a majority of 71 (172 to 111).", "71 + 111 = 172"),
            ("The motion passed with a majority of 71 votes, 172 to 111.", "71 + 111 = 172"),
            ("Members backed the plan by 172 votes to 111, a majority of 71.", "71 + 111 = 172"),
            ("Members voted 172 to 111 for it, a margin of 71.", "71 + 111 = 172"),
            ("He won with 52 percent of the vote to her 38 percent, a lead of 16 points.", "16 + 38 = 52"),
            ("He has 52 percent against her 38 percent, a lead of 16 percentage points.", "16 + 38 = 52"),
            ("He rose from 38 percent to 52 percent, a lead of 16 points.", "-"),
            ("He has 52 percent and she 38 percent, a lead of 16 seats.", "-"),
            ("The government, with a majority of 71, lost by 111 votes to 172.", "-"),
            ("Members voted 172 to 111, short of a majority of 190.", "-"),
            ("It needs a majority of 190 of the 283 members, and got 172.", "-"),
            ("The seat has a majority of 4,000; it was won by 172 votes to 111.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
