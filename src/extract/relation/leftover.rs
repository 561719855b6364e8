//! The share that is left of a whole when the other shares have been told, here or in the sentences before.
//!
//! ```text
//! leftover = share … { share … } left
//! left     = "the" ("remaining" | "other") share | "What is left" "," share | "the" "rest" "," share
//! ```
//! All shares of those sentences are of one whole, so none may be told of a change, of another time or of some of those
//! counted before; together they come near to all of it.

use super::Figures;
use super::addend::{head, is_plain};
use super::rest::is_rest;
use super::split::are_neighbours;
use crate::claim::{Decimal, Relation, Stated, Unit};
use crate::lexicon::List;
use std::ops::Range;

/// How many sentences back the first share may stand.
const SENTENCES: usize = 2;

/// The least and the most that shares of one whole may be said to come to, by mistake.
const NEAR: (u32, u32) = (75, 125);

/// Words of a sentence whose shares are of no one whole.
#[rustfmt::skip]
const ELSE: [&str; 23] = [
    "those", "them", "these", "whom", "which", "rest", "half", "ago", "earlier", "before", "previous", "previously", "than",
    "compared", "both", "each", "respectively", "up", "down", "more", "less", "if", "same",
];

/// Words behind "those" of people who were all asked.
const ASKED: [&str; 5] = ["asked", "polled", "surveyed", "questioned", "interviewed"];

/// The shares that the last one of a passage leaves nothing of, where they are not known to be of one whole.
pub(super) fn leftover(passage: &[Figures<'_>], known: &[Relation]) -> Option<Relation> {
    let figures = passage.last()?;
    let left = (0..figures.pieces.len()).find(|&at| is_left(figures, at))?;
    let holds =
        |tie: &Relation| matches!(tie, Relation::Shares { shares, .. } if shares.contains(&figures.place(left)));
    if known.iter().any(holds) {
        return None;
    }
    let mut shares: Vec<usize> = vec![figures.place(left)];
    let mut sum = figures.claims[left].quantity.value()?;
    for (back, one) in passage.iter().rev().take(1 + SENTENCES).enumerate() {
        let end = if back == 0 { left } else { one.pieces.len() };
        let next = passage.get(passage.len() - back);
        if next.is_some_and(|next| !are_neighbours(one, next)) || !is_of_one_whole(one, 0..end) {
            return None;
        }
        for at in (0..end).rev().filter(|&at| is_share(one, at)) {
            sum = sum.checked_add(one.claims[at].quantity.value()?)?;
            shares.push(one.place(at));
        }
        if shares.len() > 1 && sum >= Decimal::from(NEAR.0) {
            shares.reverse();
            let near = shares.len() > 2 && sum <= Decimal::from(NEAR.1);
            return near.then_some(Relation::Shares { shares, complete: true });
        }
    }
    None
}

/// Whether a figure is the share of all that is left, of which the sentence goes on to tell what becomes.
fn is_left(figures: &Figures<'_>, at: usize) -> bool {
    if !is_share(figures, at) {
        return false;
    }
    let start = figures.pieces[at].tokens.start;
    let left = || matches!(figures.letters(start.saturating_sub(4)..start)[..], ["What", "is" | "was", "left", ","]);
    let token = figures.tokens.from(figures.pieces[at].tokens.end);
    let verb = token.peek().is_some_and(|next| {
        let lexicon = figures.tokens.lexicon();
        lexicon.is(next.word, List::Auxiliary) || next.reads("never") || lexicon.is_only_verb(next.word)
    });
    let closed = matches!(token.letters(), "" | "." | "," | ";") || verb;
    closed && (left() || is_rest(figures, at))
}

/// Whether the shares of a sentence may be of one whole, and all its shares are read as such.
fn is_of_one_whole(figures: &Figures<'_>, told: Range<usize>) -> bool {
    let moves = |at: usize| figures.tokens.from(at).is_change();
    let counted = |at: usize| {
        let claim = &figures.claims[at];
        let share = claim.quantity.unit.is_share() || matches!(claim.quantity.stated, Stated::Range(..));
        !is_share(figures, at) && (share || is_bare(figures, at))
    };
    let of = |at: &usize| figures.word_behind(*at, 0) == "of" && is_share(figures, *at);
    let wholes = told.clone().filter(of).count();
    let asked = |at: usize| figures.is_one_of(at, &["those"]) && figures.is_one_of(at + 1, &ASKED);
    let odd = |at: usize| moves(at) || figures.is_one_of(at, &ELSE) && !asked(at);
    let words = (0..figures.tokens.rest().len()).any(odd);
    figures.dates.is_empty() && wholes < 2 && !words && !told.clone().any(counted)
}

/// "25 percent", or "15" behind it.
fn is_share(figures: &Figures<'_>, at: usize) -> bool {
    let percent = |at: usize| figures.claims[at].quantity.unit == Unit::Percent;
    let behind = || at > 0 && is_bare(figures, at) && percent(at - 1);
    is_plain(&figures.claims[at]) && (percent(at) || behind())
}

/// Whether a figure is less than a hundred, of nothing.
fn is_bare(figures: &Figures<'_>, at: usize) -> bool {
    let claim = &figures.claims[at];
    let small = claim.quantity.value().is_none_or(|value| value < Decimal::ONE_HUNDRED);
    claim.quantity.unit == Unit::Count && !figures.pieces[at].united && head(claim).is_none() && small
}

#[cfg(test)]
mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    #[test]
    fn what_is_left_of_all() {
        for (text, expected) in [
            (
                "Wages take 74 percent of it, rents 21 percent. What is left, 9 percent, goes on everything else.",
                "74 21 9",
            ),
            ("The state pays 60 percent. The city pays 25 percent, the county the remaining 25.", "60 25 25"),
            ("Some 46 percent were for it, 38 percent against. The remaining 6 percent did not know.", "46 38 6"),
            (
                "Some 46 percent of those asked were for it, 38 percent against. The remaining 6 percent were not.",
                "46 38 6",
            ),
            // Of other things, or not near.
            ("Some 46 percent were for it, 18 percent against. The remaining 6 percent did not know.", "-"),
            ("Wages rose 74 percent, rents 11 percent. The remaining 6 percent did not know.", "-"),
            ("The bank owns 41 percent and the fund 38 percent. The remaining 10 percent stake was sold.", "-"),
            ("Wages are 41 percent of costs, rents 38 percent of debts. The remaining 10 percent are unknown.", "-"),
            ("It is at 46 percent. A year ago 38 percent were for it. The remaining 62 percent did not know.", "-"),
            ("Some 80 percent have wells. Of these 38 percent are dry. The remaining 20 percent have none.", "-"),
            ("Some 46 percent came by car, a third by bus. The remaining 40 percent walked.", "-"),
            ("Some 68 percent came by car and 20 by bus. The train carried 30. The remaining 12 percent walked.", "-"),
        ] {
            let found = ties(text, |relation, figure| {
                let Relation::Shares { shares, complete: true } = relation else { return None };
                Some(shares.iter().map(|share| figure(*share)).collect::<Vec<_>>().join(" "))
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
