//! What is left of a whole when some of it is gone.
//!
//! ```text
//! remainder = whole … gone { … gone } … leaving rest        the whole in this sentence or the one before
//!           | gone "of" "the" whole … leaving rest
//! leaving   = "leaving" | ("which" | "that") ("leaves" | "left")          all that is left
//! ```
//! All are of one kind, and what is gone comes near the whole together with the rest: "killed 12, leaving 30 hurt" takes
//! nothing away.

use super::addend::{are_near, head, is_in_unit, is_plain};
use super::{Figures, is_any};
use crate::claim::{Claim, Relation, Unit};

/// How many words may stand between the last that is gone and what is left.
const NEAR: usize = 14;

/// The remainders that the last sentence of a passage tells.
pub(super) fn remainders(passage: &[Figures<'_>]) -> Vec<Relation> {
    let Some((figures, before)) = passage.split_last() else { return Vec::new() };
    let left = (1..figures.pieces.len()).filter(|&rest| is_left(figures, rest));
    left.filter_map(|rest| of_sentence(figures, rest).or_else(|| of_sentence_before(figures, before.last()?, rest)))
        .collect()
}

/// "Of 60 homes, 40 were sold, leaving 20", "sold 40 of the 60 homes, leaving 20".
fn of_sentence(figures: &Figures<'_>, rest: usize) -> Option<Relation> {
    (0..rest).find_map(|whole| {
        let shared = whole.checked_sub(1).filter(|&part| is_shared(figures, part));
        let gone = shared.into_iter().chain(whole + 1..rest).collect();
        remainder(figures, (&figures.claims[whole], figures.place(whole)), gone, rest)
    })
}

/// "It had 60 homes. Of these 40 were sold, leaving 20."
fn of_sentence_before(figures: &Figures<'_>, before: &Figures<'_>, rest: usize) -> Option<Relation> {
    let whole = (0..before.pieces.len()).find(|&at| head(&before.claims[at]).is_some())?;
    remainder(figures, (&before.claims[whole], before.place(whole)), (0..rest).collect(), rest)
}

fn remainder(
    figures: &Figures<'_>,
    (whole, total): (&Claim, usize),
    mut gone: Vec<usize>,
    rest: usize,
) -> Option<Relation> {
    gone.retain(|&at| is_of(figures, at, whole));
    if gone.iter().any(|&at| comes(figures, at)) {
        return None;
    }
    let told = gone.last().is_some_and(|&last| figures.between(last, rest).len() <= NEAR);
    let parts = || gone.iter().copied().chain([rest]);
    let near = || are_near(parts().map(|at| &figures.claims[at]), whole);
    (told && is_plain(whole) && is_of(figures, rest, whole) && near()).then(|| Relation::Sum {
        parts: parts().map(|at| figures.place(at)).collect(),
        total,
        complete: true,
    })
}

/// Whether a figure may be part of a whole: smaller, in its unit, and of nothing else.
fn is_of(figures: &Figures<'_>, at: usize, whole: &Claim) -> bool {
    let claim = &figures.claims[at];
    let counted = matches!(whole.quantity.unit, Unit::Count | Unit::Money(_));
    let alike = head(claim).is_none_or(|own| head(whole) == Some(own));
    let smaller = claim.quantity.value() < whole.quantity.value();
    counted && alike && smaller && is_plain(claim) && is_in_unit(figures, at, whole) && !figures.pieces[at].age
}

/// "And open 12 elsewhere": what comes to the whole is not gone.
fn comes(figures: &Figures<'_>, at: usize) -> bool {
    const COMING: [&str; 16] = [
        "open", "opens", "opened", "add", "adds", "added", "hire", "hired", "gain", "gained", "build", "built", "buy",
        "bought", "new", "another",
    ];
    const CAME: [&str; 7] = ["bought", "opened", "added", "born", "hired", "built", "joined"];
    (1..=2).any(|back| is_any(figures.word_before(at, back), &COMING))
        || (0..=2).any(|ahead| is_any(figures.word_behind(at, ahead), &CAME))
}

/// "40 of the 60 homes"
fn is_shared(figures: &Figures<'_>, part: usize) -> bool {
    matches!(figures.letters(figures.between(part, part + 1))[..], ["of", "the" | "its" | "their" | "his" | "her"])
}

/// "…, leaving 20", "…, which leaves it with 20"; what somebody else is left with need not be all of the rest.
fn is_left(figures: &Figures<'_>, rest: usize) -> bool {
    let before = |back: usize| figures.word_before(rest, back);
    let with = before(1) == "with" && ["it", "them", "him", "her", "us", "me"].contains(&before(2));
    let verb = if with { 3 } else { 1 };
    let given = (0..=1).any(|ahead| ["to", "for"].contains(&figures.word_behind(rest, ahead)));
    let leaves = ["leaves", "left"].contains(&before(verb)) && ["which", "that"].contains(&before(verb + 1));
    !given && (before(verb) == "leaving" || leaves)
}

#[cfg(test)]
mod tests {
    use super::super::testing::sums;

    #[test]
    fn what_is_left() {
        for (text, expected) in [
            ("Of 60 homes without power, 40 were reconnected, leaving 30 in the dark.", "40 + 30 = 60"),
            ("Power was cut to 60 homes. By noon 40 of them had it back, leaving 30 in the dark.", "40 + 30 = 60"),
            ("The chain will shut 20 of its 60 shops and open five elsewhere, leaving it with 35.", "-"),
            ("Of 60 boats, 20 were sold and 15 given away, and five more were bought, leaving 30.", "-"),
            ("The school had 60 pupils. Some 20 were sent home, leaving 30.", "20 + 30 = 60"),
            ("It sold 20 of its 60 boats, leaving it with 30.", "20 + 30 = 60"),
            ("The firm had 60 shops and closed 14 in May and 12 in June, which leaves 30.", "14 + 12 + 30 = 60"),
            ("She had €60 million and spent €20 million, leaving €30 million.", "20 million + 30 million = 60 million"),
            ("The blast killed 12 people, leaving 30 hurt.", "-"),
            ("Of the 60 seats, the Greens won 35, leaving Labour with 15.", "35 + 15 < 60"),
            ("Of the 60 seats, the Greens won 35, leaving 15 to Labour.", "35 + 15 < 60"),
            ("The council has 60 seats; the Greens lost four, leaving them with 20.", "-"),
            ("Of 60 homes, 40 were searched by 12 officers, leaving 30 dogs outside.", "-"),
            ("It has 60 boats. In May 200 tonnes were landed, leaving 30 tonnes unsold.", "-"),
        ] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
