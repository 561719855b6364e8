//! Ranges whose first end is meant to be the lower one.
//!
//! ```text
//! between = "between" figure "and" figure
//! to      = figure ("to" | "-") figure noun | "range" "from" money "to" money
//! ```
//! What lies between two things may be told in either order: differences, choices, movements, hours of the day,
//! temperatures below zero, years before an era. "From 9 % to 5 %" is a change and "40-30" a score: neither is a range.

use super::way::direction;
use super::{Figures, begins, is_any};
use crate::claim::{Claim, Decimal, Qualifier, Relation, Stated, Unit};
use crate::grammar::QuantityPiece;
use crate::text::Shape;

/// How many tokens before "between" a word may make the order free.
const REACH: usize = 5;

/// What such words begin with.
const FREE: [&str; 32] = [
    "differ", "gap", "gulf", "contrast", "compar", "choice", "choos", "chose", "swing", "swung", "alternat",
    "oscillat", "fluctuat", "mov", "switch", "drop", "fall", "fell", "declin", "slid", "sank", "cut", "divid", "split",
    "margin", "spread", "ratio", "distance", "link", "halfway", "match", "decreas",
];

/// The figures up to which a bare number after "between" may be an hour.
const HOURS: Decimal = Decimal::from_parts(24, 0, 0, false, 0);

/// The ranges of a sentence that begin with "between".
pub(super) fn between(figures: &Figures<'_>) -> Vec<Relation> {
    let numbered = figures.pieces.iter().zip(figures.claims).enumerate();
    let ranges = numbered.filter(|(_, (piece, claim))| is_ordered(figures, piece, claim));
    ranges.map(|(at, _)| Relation::Between { range: figures.first + at }).collect()
}

/// The ranges of a sentence whose first end, which stands by itself, is the greater: "500 to 300 animals".
pub(super) fn backwards(figures: &Figures<'_>) -> Vec<Relation> {
    let ends = (1..figures.pieces.len()).filter(|&second| is_backwards(figures, second));
    ends.map(|second| Relation::Backwards { first: figures.place(second - 1), second: figures.place(second) }).collect()
}

fn is_backwards(figures: &Figures<'_>, second: usize) -> bool {
    let first = second - 1;
    let joined = matches!(figures.letters(figures.between(first, second))[..], ["to" | "-" | "–"]);
    let (one, other) = (&figures.claims[first].quantity, &figures.claims[second].quantity);
    let greater = one.value().zip(other.value()).is_some_and(|(one, other)| one > other && !other.is_sign_negative());
    if !joined || !greater || figures.pieces[second].age || figures.pieces[first].age {
        return false;
    }
    // "64 percent to 56 percent" are two figures.
    let last = figures.token(figures.pieces[first].tokens.end - 1);
    let number =
        last.is_some_and(|last| last.shape == Shape::Number || figures.tokens.lexicon().numeral(last.word).is_some());
    let bare = one.unit == Unit::Count && !figures.pieces[first].united;
    let hedged = one.qualifier == Some(Qualifier::About) && matches!(one.unit, Unit::Money(_));
    let alike = bare || one.unit == other.unit && (number || hedged);
    alike && (is_ranging(figures, first) || is_estimate(figures, first, second) && !is_moving(figures, first))
}

/// "Tickets range from £60 to £45".
fn is_ranging(figures: &Figures<'_>, first: usize) -> bool {
    let priced = matches!(figures.claims[first].quantity.unit, Unit::Money(_));
    let from = figures.word_before(first, 1) == "from";
    priced && from && is_any(figures.word_before(first, 2), &["range", "ranges", "ranging", "ranged"])
}

/// Whether the words around two ends make them one figure: a hedge in front, or a unit or people behind.
fn is_estimate(figures: &Figures<'_>, first: usize, second: usize) -> bool {
    let (one, other) = (&figures.claims[first], &figures.claims[second]);
    let hedged = one.quantity.qualifier == Some(Qualifier::About);
    let people = other.noun.as_ref().is_some_and(|noun| {
        let alive = matches!(noun.class.as_deref(), Some("person" | "animal" | "casualty"));
        alive && !noun.span.is_empty() && other.span.contains(noun.span)
    });
    other.quantity.unit != Unit::Count || hedged && other.noun.is_some() || people
}

/// Whether the sentence tells of a change, a score or a vote, whose figures stand in any order.
fn is_moving(figures: &Figures<'_>, first: usize) -> bool {
    let start = figures.pieces[first].tokens.start;
    let before = (start.saturating_sub(AHEAD)..start).any(|at| {
        let risen = direction(figures, at).is_some() && !(at + 2 == start && figures.is_one_of(at + 1, &["of"]));
        risen || is_free(figures.word(at))
    });
    let around = start.saturating_sub(AROUND)..start + AROUND;
    before || around.into_iter().any(|at| figures.is_one_of(at, &SCORES))
}

/// How many tokens before a range a word may make it a change.
const AHEAD: usize = 8;

/// How many tokens around it may tell of a game or a vote.
const AROUND: usize = 30;

/// Words of changes, games, votes and odds.
#[rustfmt::skip]
const SCORES: [&str; 39] = [
    "from", "won", "win", "wins", "beat", "beats", "lost", "lose", "loses", "defeat", "defeated", "draw", "drew", "score",
    "scored", "led", "lead", "leads", "vote", "voted", "votes", "ruled", "ruling", "decision", "odds", "majority", "against",
    "versus", "backwards", "game", "season", "set", "down", "over", "than", "likely",
    "edge", "margin", "every",
];

fn is_ordered(figures: &Figures<'_>, piece: &QuantityPiece, claim: &Claim) -> bool {
    let Stated::Range(first, second) = claim.quantity.stated else { return false };
    let at = piece.tokens.start;
    let word = if figures.is_one_of(at, &["between"]) { Some(at) } else { at.checked_sub(1) };
    let Some(word) = word.filter(|at| figures.is_one_of(*at, &["between"])) else { return false };
    let hour = claim.noun.is_none() && claim.quantity.unit == Unit::Count && first <= HOURS && second <= HOURS;
    let era = figures.is_one_of(piece.tokens.end, &["bc", "bce", "o'clock", "am", "pm", "a.m.", "p.m."]);
    let below_zero = first.is_sign_negative() || second.is_sign_negative();
    let free = (word.saturating_sub(REACH)..word).any(|at| is_free(figures.word(at)));
    !hour && !era && !below_zero && !free
}

/// Whether a word begins with one of [`FREE`].
fn is_free(word: &str) -> bool {
    FREE.iter().any(|start| begins(word, start))
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::{draft, figures};

    #[test]
    fn ranges_that_run_backwards() {
        for (text, wanted) in [
            ("An estimated 500 to 300 goats died.", "500 300"),
            ("Some 2,000-1,500 people marched.", "2,000 1,500"),
            ("Tickets cost £40-£20 at the gate.", "40 20"),
            ("The bank expects a rise of 5 to 3 percent.", "5 3"),
            ("It will cost an estimated €90 million to €60 million.", "90 million 60 million"),
            ("An estimated 300 to 500 goats died.", ""),
            ("Rates went from 5 to 3 percent.", ""),
            ("Tickets range from £60 to £45 a seat.", "60 45"),
            ("Tickets went from £60 to £45 a seat.", ""),
            ("Scores ranged from 90 to 20 percent.", ""),
            ("The bank cut its forecast, 5 to 3 percent.", ""),
            ("She is seen as honest, 64 percent to 56 percent.", ""),
            ("They won 30-20.", ""),
            ("The council voted 30 to 20 for it.", ""),
            ("The odds are 10 to 1.", ""),
            ("The shop is open 9 to 5.", ""),
        ] {
            let draft = draft(text);
            let ranges = draft.relations.iter().filter_map(|one| match one {
                Relation::Backwards { first, second } => Some(figures(&draft, &[*first, *second])),
                _ => None,
            });
            assert_eq!(ranges.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }

    #[test]
    fn ranges_in_order() {
        for (text, wanted) in [
            ("Between 50 and 40 people came.", "50 and 40"),
            ("A ticket costs between $9 and $4.", "9 and $4"),
            ("The gap between 50 and 40 percent is wide.", ""),
            ("It swings between 50 and 40 metres.", ""),
            ("It is between -5 and -10 degrees.", ""),
            ("The office is open between 9 and 5.", ""),
            ("It fell from 9 percent to 5 percent.", ""),
        ] {
            let draft = draft(text);
            let ranges = draft.relations.iter().filter_map(|one| match one {
                Relation::Between { range } => Some(figures(&draft, &[*range])),
                _ => None,
            });
            assert_eq!(ranges.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }
}
