//! Those who were somewhere when it happened: who got out, and who did not.
//!
//! ```text
//! aboard = "Of" ["the"] whole people "," part alive { "and" part alive } "." part dead
//! alive  = "got out" | "survived" | "were rescued" …
//! dead   = "died" | "drowned" | "were killed" …
//! ```
//! Nobody is both, and whoever was there is one of them unless somebody is told to be missing.

use super::addend::{are_near, counts, head};
use super::split::are_neighbours;
use super::{Figures, is_any};
use crate::claim::{Claim, Relation, Unit};

/// Verbs of those who got away, behind "was" or "were" or on their own.
#[rustfmt::skip]
const ALIVE: [&str; 12] = [
    "got", "survived", "escaped", "rescued", "saved", "brought", "pulled", "walked", "fled", "jumped", "swam", "evacuated",
];

/// Verbs of those who did not.
const DEAD: [&str; 7] = ["died", "drowned", "perished", "suffocated", "killed", "lost", "burned"];

/// Words of those of whom nothing is known, or who are in neither number.
#[rustfmt::skip]
const UNKNOWN: [&str; 15] = [
    "missing", "unaccounted", "trapped", "still", "injured", "hurt", "wounded", "hospital", "hospitals", "others", "other",
    "another", "second", "later", "elsewhere",
];

/// How many words behind a figure its verb may stand.
const NEAR: usize = 2;

/// Those who were there, and all who are told of, in the last two sentences of a passage.
pub(super) fn aboard(passage: &[Figures<'_>]) -> Option<Relation> {
    let [.., before, figures] = passage else { return None };
    let dead = figures.claims.first().filter(|dead| counts(figures, 0) && is_bare(dead))?;
    if !is_told(figures, 0, &DEAD) || figures.pieces[0].tokens.start > 1 || !are_neighbours(before, figures) {
        return None;
    }
    let whole = before.claims.first().filter(|whole| is_people(whole) && counts(before, 0))?;
    let opens = matches!(before.letters(0..before.pieces[0].tokens.start)[..], ["Of"] | ["Of", "the" | "all"]);
    let alive = 1..before.claims.len();
    let got_out = |at: usize| counts(before, at) && is_bare(&before.claims[at]) && is_told(before, at, &ALIVE);
    let parts = || before.claims[alive.clone()].iter().chain([dead]);
    let of_them = |at: usize| figures.claims[at].quantity.unit != Unit::Count || figures.word_behind(at, 0) == "of";
    let told = alive.clone().all(got_out) && (1..figures.claims.len()).all(of_them);
    let all = opens && !alive.is_empty() && told && are_near(parts(), whole);
    let known = !before.is_any_word(&UNKNOWN) && !figures.is_any_word(&UNKNOWN) && !goes_on(figures);
    (all && known).then(|| Relation::Sum {
        parts: alive.map(|at| before.place(at)).chain([figures.first]).collect(),
        total: before.first,
        complete: true,
    })
}

/// "Sixteen", "sixteen people".
fn is_bare(claim: &Claim) -> bool {
    head(claim).is_none() || is_people(claim)
}

fn is_people(claim: &Claim) -> bool {
    claim.noun.as_ref().is_some_and(|noun| matches!(noun.class.as_deref(), Some("person" | "casualty")))
}

/// Whether one of these verbs stands right behind a figure.
fn is_told(figures: &Figures<'_>, at: usize, verbs: &[&str]) -> bool {
    (0..=NEAR).any(|ahead| is_any(figures.word_behind(at, ahead), verbs))
}

/// Whether the rest of the paragraph tells of those whom nobody has seen.
fn goes_on(figures: &Figures<'_>) -> bool {
    let end = figures.document.blocks()[figures.block].span.end;
    let start = figures.tokens.rest().last().map_or(end, |token| token.span.end);
    let rest = figures.document.text().get(start..end).unwrap_or_default();
    rest.split(|c: char| !c.is_alphabetic()).any(|word| is_any(word, &UNKNOWN))
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn who_was_there() {
        for (text, expected) in [
            ("Of the 124 people aboard, 98 got out. Sixteen died, nine of them crew.", "98 + Sixteen = 124"),
            (
                "Of the 140 people in the mill, 108 got out by the stairs and six were rescued. Sixteen died.",
                "108 + six + Sixteen = 140",
            ),
            ("Of 90 miners, 61 were brought up. Nineteen were killed.", "61 + Nineteen = 90"),
            // More may be known of them.
            ("Of the 124 people aboard, 98 got out. Sixteen died. Ten are missing.", "-"),
            ("Of the 124 people aboard, at least 98 got out. Sixteen died.", "-"),
            ("Of the 124 people aboard, 98 were Swiss. Sixteen died.", "-"),
            ("Of the 124 people aboard, 98 got out, 20 of them hurt. Sixteen died.", "-"),
            ("Of the 124 people aboard, 98 got out. Sixteen died and ten left by boat.", "-"),
            ("Of the 124 people aboard, 98 got out. Sixteen came back.", "-"),
            ("Of the 124 people aboard, 18 got out. Sixteen died.", "-"),
            ("Of the 124 people aboard, 98 got out. In Orr sixteen died.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
