//! Hundredths of one whole that a sentence shares out, of which no two can hold the same.
//!
//! ```text
//! hundred = share { "," share } ["and"] ("the remaining" | "the rest" | "those in between" …) share
//!         | source share { "," source share }     of power: solar, wind, gas
//!         | ("go" "to" | "come" "from") name share { "," name share } | share … "came" "from" … { "," share "from" … }
//!         | shares of a budget, read in [`purse`](super::purse)
//!         | party "on" share { "," party "on" share }      in polls
//! ```
//! Answers and votes are read in [`divided`](super::divided), shares of several sentences in [`leftover`](super::leftover). What comes to far more than all is of several wholes.

use super::addend::is_plain;
use super::purse::is_purse;
use super::rest::is_rest;
use super::{Figures, is_any};
use crate::claim::{Decimal, Relation, Unit};
use crate::text::Token;
use std::iter::once;
use std::ops::Range;

/// How many words may stand between two shares.
const REACH: usize = 9;

/// The most that shares of one whole may be said to come to, by mistake.
const MOST: u32 = 125;

/// Where power comes from.
#[rustfmt::skip]
const SOURCES: [&str; 15] = [
    "solar", "wind", "gas", "coal", "nuclear", "hydro", "hydropower", "oil", "biomass", "geothermal", "lignite", "imports",
    "renewables", "fossil", "peat",
];

/// The shares of one whole that a sentence tells, where they may be too many.
pub(super) fn hundredths(figures: &Figures<'_>) -> Option<Relation> {
    let is_share = |at: usize| figures.claims[at].quantity.unit == Unit::Percent && is_plain(&figures.claims[at]);
    let first = (0..figures.pieces.len()).find(|&at| is_share(at))?;
    // "38 percent of the 61 terawatt-hours, solar 24 percent": what the first is of is no share.
    let skipped = usize::from(first + 1 < figures.pieces.len() && is_whole(figures, first));
    let rest = first + 1 + skipped..figures.pieces.len();
    let parts: Vec<usize> =
        once(first).chain(rest.take_while(|&at| is_share(at) && are_listed(figures, at - 1))).collect();
    let (last, values) = (*parts.last()?, parts.iter().map(|&at| figures.claims[at].quantity.value()));
    let sum = values.into_iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one?))?;
    let near = sum > Decimal::ONE_HUNDRED && sum <= Decimal::from(MOST);
    let kinds = [is_power, is_trade, is_poll, is_purse];
    let whole = || is_left(figures, last) || kinds.iter().any(|is| is(figures, &parts));
    (parts.len() > 2 && near && whole())
        .then(|| Relation::Shares { shares: parts.iter().map(|&at| figures.place(at)).collect(), complete: false })
}

/// Whether the figure behind a share is what it is of.
fn is_whole(figures: &Figures<'_>, share: usize) -> bool {
    matches!(figures.letters(figures.between(share, share + 1))[..], ["of", "the"])
}

/// Whether a share and the next one are neighbours in a list.
fn are_listed(figures: &Figures<'_>, at: usize) -> bool {
    let words = figures.letters(figures.between(at, at + 1));
    let joint = words.iter().any(|word| matches!(*word, "," | "and" | "while" | ";"));
    let nested = words.windows(2).any(|pair| matches!(pair, ["of", "those" | "them" | "these" | "which" | "whom"]));
    joint && words.len() <= REACH && !nested && !words.iter().any(|word| is_any(word, &["but", "than"]))
}

/// "The remaining 12 %", "those in between 12 %".
fn is_left(figures: &Figures<'_>, at: usize) -> bool {
    let start = figures.pieces[at].tokens.start;
    let between = || {
        let stretch = start.saturating_sub(REACH)..start;
        stretch.into_iter().any(|at| figures.is_one_of(at, &["those"]) && figures.is_one_of(at + 2, &["between"]))
    };
    is_rest(figures, at) || between()
}

/// The words between the share before, or the sentence's begin, and a share.
fn words_before(figures: &Figures<'_>, at: usize) -> Range<usize> {
    let from = at.checked_sub(1).map_or(0, |last| figures.pieces[last].tokens.end);
    from..figures.pieces[at].tokens.start
}

fn is_power(figures: &Figures<'_>, parts: &[usize]) -> bool {
    let power = ["generated", "power", "electricity", "energy", "generation", "supply", "output"];
    let source = |at: usize| words_before(figures, at).any(|at| figures.is_one_of(at, &SOURCES));
    figures.is_any_word(&power) && parts.iter().all(|&at| source(at))
}

/// "Exports go to Norway (41 %), Spain (33 %) …", "41 % come from Norway, 33 % from Spain …"
fn is_trade(figures: &Figures<'_>, parts: &[usize]) -> bool {
    let from = |at: usize| {
        figures.is_one_of(at, &["come", "comes", "came", "is", "are"]) && figures.is_one_of(at + 1, &["from"])
    };
    let goes =
        |at: usize| figures.is_one_of(at, &["go", "goes", "went"]) && figures.is_one_of(at + 1, &["to"]) || from(at);
    let named = |at: usize| {
        let name = words_before(figures, at).rev().find(|&at| figures.word(at) != "(");
        name.and_then(|at| figures.token(at)).is_some_and(Token::is_capitalised) && figures.word_before(at, 1) == "("
    };
    let [first, others @ ..] = parts else { return false };
    let begins = figures.pieces[*first].tokens.end;
    let apart =
        |at: usize| others.iter().all(|&other| !is_inside(figures, at, other) && !is_inside(figures, other, at));
    let origins = (begins..begins + NEAR).any(from) && others.iter().all(|&at| figures.word_behind(at, 0) == "from");
    let origins = origins && parts.iter().all(|&at| apart(at));
    origins || words_before(figures, *first).any(goes) && parts.iter().all(|&at| named(at))
}

/// Whether one share is told of a place that lies in the other's, and not in the rest of it.
fn is_inside(figures: &Figures<'_>, one: usize, other: usize) -> bool {
    let (inner, outer) = (figures.claims[one].context(), figures.claims[other].context());
    let rest = figures.is_any_word(&["rest", "elsewhere", "other"]);
    !rest && inner.around.iter().any(|place| outer.places.contains(place))
}

/// How many words "of visitors came from" may have in front of its verb.
const NEAR: usize = 4;

/// "Labour is on 41 %, the Greens on 33 % …"
fn is_poll(figures: &Figures<'_>, parts: &[usize]) -> bool {
    let on = |at: usize| {
        let words = words_before(figures, at);
        let name = words.clone().any(|at| figures.token(at).is_some_and(Token::is_capitalised));
        name && words.last().is_some_and(|last| figures.is_one_of(last, &["on"]))
    };
    parts.iter().all(|&at| on(at))
}

#[cfg(test)]
mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    #[test]
    fn shares_of_one_whole() {
        for (text, expected) in [
            (
                "Children are 13 percent of residents, pensioners 25 percent, and those in between 66 percent.",
                "13 25 66",
            ),
            (
                "Some 46 percent like it, 38 percent like it a little and the remaining 21 percent never saw it.",
                "46 38 21",
            ),
            ("Solar gave 41 percent of the power, wind 38 percent and gas 32 percent.", "41 38 32"),
            ("Exports go to Norway (41 percent), Spain (38 percent) and Chile (32 percent).", "41 38 32"),
            ("Labour is on 41 percent, the Greens on 38 percent and the Liberals on 32 percent.", "41 38 32"),
            (
                "Gas gave 41 percent of the 60 terawatt-hours generated, wind 38 percent and coal 32 percent.",
                "41 38 32",
            ),
            (
                "Some 41 percent of guests came from Norway, 38 percent from Spain and 32 percent from Chile.",
                "41 38 32",
            ),
            ("Fees make up 41 percent of income, grants 38 percent and sales 32 percent.", "41 38 32"),
            ("Fees account for 41 percent of the budget, grants for 38 percent and sales for 32 percent.", "41 38 32"),
            ("The money comes from fees (41 percent), grants (38 percent) and sales (32 percent).", "41 38 32"),
            (
                "Some 41 percent of guests came from Spain, 38 percent from the rest of Europe and 32 percent from Chile.",
                "41 38 32",
            ),
            // Of several wholes.
            ("Men make up 41 percent of the staff, graduates 38 percent and clerks 32 percent.", "-"),
            ("Fees make up 41 percent of income in May, grants 38 percent and sales 32 percent.", "-"),
            ("Fees make up 41 percent of income, up from 38 percent in May and 32 percent in April.", "-"),
            ("Schools get 41 percent of the budget, Orr 38 percent and Upton 32 percent.", "-"),
            ("Some 41 percent of guests came from Norway, 38 percent from Oslo and 32 percent from Bergen.", "-"),
            ("Norway has 41 percent women, Spain 38 percent and Chile 32 percent.", "-"),
            ("Solar rose 41 percent, wind 38 percent and gas 32 percent.", "-"),
            ("Of the 60 percent who came, 41 percent walked and the remaining 59 percent drove.", "-"),
            ("Support is highest in Norway (41 percent), Spain (38 percent) and Chile (32 percent).", "-"),
            ("Some 46 percent like tea, 38 percent coffee and 21 percent water.", "-"),
        ] {
            let found = ties(text, |relation, figure| {
                let Relation::Shares { shares, .. } = relation else { return None };
                Some(shares.iter().map(|share| figure(*share)).collect::<Vec<_>>().join(" "))
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
