//! A share, and the two figures that it is of.
//!
//! ```text
//! share = pair … ("or" | "," | "(") part               412 of the 1,200 wells, or 34 %
//!       | part [noun] ("," ["or"] | "(") pair          one in three (12 of 36)
//!       | part "of" "the" whole … ("or" | "(") figure  30 % of the 60 seats (18)
//!       | figure "," ["or"] part "of" "its" … whole    18 seats, 30 percent of the 60
//!       | figure "," "or" part "of" whole              18 seats, or 30 percent of 60
//!       | pair . "That is" part                        Of the 80, 20 left. That is 25 %.
//!       | share … figure ("or" | "(") part             of the same whole: 20 of the 50 (40 %) left and 15 (30 %) stayed
//! part  = percentage or fraction, with nothing behind it that it could be of instead
//! ```

use super::addend::head;
use super::inferred::inferred;
use super::pair::{COLLECTIVE, Pair, REACH, are_alike, are_counts, is_of, is_of_own, pair, side_by_side};
use super::sum::is_in_all;
use super::told::told;
use super::{Figures, is_any};
use crate::claim::{Claim, Decimal, Relation, Unit};
use crate::text::Shape;
use std::ops::Range;

/// The shares that the last sentence of a passage tells.
pub(super) fn share(passage: &[Figures<'_>]) -> Vec<Relation> {
    let Some((figures, before)) = passage.split_last() else { return Vec::new() };
    let mut found = Vec::new();
    for at in 0..figures.pieces.len() {
        let told = behind(figures, at).or_else(|| ahead(figures, at)).or_else(|| of_whole(figures, at));
        let told = told.or_else(|| part_first(figures, at)).or_else(|| also(figures, at, found.last()));
        found.extend(told);
    }
    found.extend(summary(figures, before));
    found.extend(of_those(figures, before));
    if found.is_empty() {
        found.extend(inferred(figures, before));
    }
    for at in 0..figures.pieces.len() {
        let known = found.iter().any(|tie| matches!(tie, Relation::Share { share, .. } if *share == figures.place(at)));
        found.extend(told(figures, at).filter(|_| !known));
    }
    found
}

/// The share behind the pair that begins at a figure.
fn behind(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let pair = pair(figures, at)?;
    let share = at + 2;
    let joined = share < figures.pieces.len() && figures.is_joined(at + 1, share);
    let follows = joined && restates(figures, figures.between(at + 1, share), share);
    (follows && is_share(figures, share) && stands_alone(figures, share))
        .then(|| pair.with(figures, figures.place(share)))
}

/// The share in front of the pair behind it.
fn ahead(figures: &Figures<'_>, share: usize) -> Option<Relation> {
    let pair = side_by_side(figures, share + 1)?;
    let between = figures.letters(figures.between(share, pair.part));
    let restated = between.len() <= 3 && matches!(between[..], [.., "("] | [.., ",", "or"]);
    // "38 percent of the seats in the council, 76 of 200".
    let closed = matches!(figures.word_behind(pair.whole, 0), "." | "," | ")" | ";" | "");
    let apposed = between.len() <= REACH && matches!(between[..], ["of", .., ","]) && closed;
    // "Turnout was 62 percent: 380 of 750 voted", "the rate is 62 percent, with 380 of 750 filled".
    let named =
        (2..=3).any(|back| is_any(figures.word_before(share, back), &["rate", "turnout", "share", "proportion"]));
    let explained = matches!(between[..], [.., ":"]) && (named || between[0] == "of");
    let told = between.len() <= REACH && (explained || named && matches!(between[..], [.., ",", "with"]));
    let half = matches!(between[..], ["the", .., ","]) && between.len() <= NOUN && closed;
    let joins = restated || apposed || told || half;
    (joins && is_share(figures, share)).then(|| pair.with(figures, figures.place(share)))
}

/// "30 % of the 60 seats, or 18".
fn of_whole(figures: &Figures<'_>, share: usize) -> Option<Relation> {
    let (whole, part) = (share + 1, share + 2);
    if part >= figures.pieces.len() || !is_share(figures, share) || !figures.is_joined(whole, part) {
        return None;
    }
    let owned = || is_of_own(figures, figures.between(share, whole));
    let of = is_of(&figures.letters(figures.between(share, whole))) || owned();
    let opening = figures.letters(figures.between(whole, part));
    let restated = matches!(opening[..], [.., ",", "or"] | [.., "(" | "," | "—" | "–"]);
    let closed = |ahead| matches!(figures.word_behind(part, ahead), ")" | "," | "." | ";" | "—" | "–" | "");
    let them = figures.word_behind(part, 0) == "of"
        && is_any(figures.word_behind(part, 1), &["them", "those"])
        && matches!(figures.word_behind(part, 2), ")" | "," | "." | ";" | "—" | "–" | "");
    let alone = (0..=1).any(closed) || is_in_all(figures, part) || them;
    let pair = Pair { part, whole };
    // "40 children in all" are not of 61 families; 450 people may be of 2,000 respondents.
    let people = [part, whole].iter().all(|&at| is_of_people(&figures.claims[at]));
    let fits = are_counts(figures, pair) && (people || are_alike(figures, pair));
    (of && restated && alone && fits).then(|| pair.with(figures, figures.place(share)))
}

fn is_of_people(claim: &Claim) -> bool {
    claim.noun.as_ref().is_some_and(|noun| noun.class.as_deref() == Some("person"))
}

/// "900 jobs, or 6 percent of its workforce of 15,000".
fn part_first(figures: &Figures<'_>, part: usize) -> Option<Relation> {
    let (share, whole) = (part + 1, part + 2);
    if whole >= figures.pieces.len() || !is_share(figures, share) || !figures.is_joined(part, whole) {
        return None;
    }
    let opening = figures.letters(figures.between(part, share));
    let restated = opening.len() <= NOUN && matches!(opening[..], [.., "," | "("] | [.., "," | "(", "or"]);
    let pair = Pair { part, whole };
    let own = is_of_own(figures, figures.between(share, whole)) && are_alike(figures, pair);
    // "118 vacancies, or 7 percent of 1,690 posts": "or" says that both are one thing, whatever they are called.
    let same = matches!(opening[..], [.., ",", "or"]) && is_of(&figures.letters(figures.between(share, whole)));
    let apart = figures.word_behind(whole, 0) == "being";
    (restated && (own || same) && !apart && are_counts(figures, pair)).then(|| pair.with(figures, figures.place(share)))
}

/// How many words what is counted may have.
const NOUN: usize = 4;

/// Another share of the whole that the sentence tells one of already: "… and 15 (30 %) stayed".
fn also(figures: &Figures<'_>, part: usize, last: Option<&Relation>) -> Option<Relation> {
    let Some(Relation::Share { whole, share: told, .. }) = last else { return None };
    let share = part + 1;
    if figures.place(part) <= *told || !is_share(figures, share) || !stands_alone(figures, share) {
        return None;
    }
    let opening = figures.letters(figures.between(part, share));
    let restated = opening.len() <= NOUN && matches!(opening[..], [.., "("] | [.., "," | "—" | "–", "or"]);
    let counted = is_bare(figures, part) && figures.all[*whole].quantity.unit == Unit::Count;
    let smaller = figures.claims[part].quantity.value()? <= figures.all[*whole].quantity.value()?;
    (restated && counted && smaller).then(|| Relation::Share {
        part: figures.place(part),
        whole: *whole,
        share: figures.place(share),
    })
}

/// Whether a figure counts without saying what.
fn is_bare(figures: &Figures<'_>, at: usize) -> bool {
    let claim = &figures.claims[at];
    claim.quantity.unit == Unit::Count && !figures.pieces[at].age && head(claim).is_none()
}

/// "That is 25 %" behind a sentence that ends in a pair.
fn summary(figures: &Figures<'_>, before: &[Figures<'_>]) -> Option<Relation> {
    let last = before.last()?;
    let opening = 0..figures.pieces.first()?.tokens.start;
    let says = figures.letters(opening.clone());
    let opens =
        says.iter().all(|word| is_any(word, &["so", ",", "and", "that", "this", "is", "was", "which", "makes"]));
    let told = says.iter().any(|word| is_any(word, &["that", "this"]));
    let pair = pair(last, last.pieces.len().checked_sub(2)?)?;
    let fits = opens && told && is_share(figures, 0) && stands_alone(figures, 0);
    fits.then(|| pair.with(last, figures.place(0)))
}

/// "Of those, 48 (25 %) had flu" behind a sentence that counts one thing only.
fn of_those(figures: &Figures<'_>, before: &[Figures<'_>]) -> Option<Relation> {
    let last = before.last()?;
    let them = figures.is_one_of(0, &["of"]) && figures.is_one_of(1, &["those", "these", "them"]);
    let opening = figures.pieces.first()?.tokens.start;
    let [whole] = last.claims.iter().enumerate().filter(|(_, claim)| head(claim).is_some()).collect::<Vec<_>>()[..]
    else {
        return None;
    };
    let told = them && opening <= 3 && figures.pieces.len() > 1 && is_bare(figures, 0) && is_share(figures, 1);
    let restated =
        figures.pieces.len() > 1 && matches!(figures.letters(figures.between(0, 1))[..], [] | ["("] | [",", "or"]);
    let counted =
        whole.1.quantity.unit == Unit::Count && whole.1.quantity.value()? >= figures.claims[0].quantity.value()?;
    (told && restated && counted && stands_alone(figures, 1)).then(|| Relation::Share {
        part: figures.place(0),
        whole: last.place(whole.0),
        share: figures.place(1),
    })
}

/// Whether the words in front of a share say that it tells the pair again.
fn restates(figures: &Figures<'_>, between: Range<usize>, share: usize) -> bool {
    let words = figures.letters(between);
    match words[..] {
        [.., "or" | "(" | "—" | "–"]
        | [.., ",", "a" | "an"]
        | [.., ",", "turnout", "was" | "is"]
        | [.., ",", "giving", "a", "turnout", "of"] => true,
        [.., ",", "a", name, "of"] => is_any(name, &["turnout", "rate", "majority", "share", "proportion", "ratio"]),
        [.., ",", "a" | "an", of, "rate", "of"] | [.., ",", "the", of, "rate", "is" | "was"] => is_any(of, &RATES),
        [.., ","] | [.., ",", "which" | "that", "is" | "was" | "makes"] => stands_alone(figures, share),
        _ => false,
    }
}

/// Rates that are of those counted: "a response rate of 25 percent".
#[rustfmt::skip]
const RATES: [&str; 17] = [
    "response", "success", "pass", "failure", "acceptance", "survival", "completion", "attendance", "approval", "dropout",
    "return", "conviction", "occupancy", "vacancy", "participation", "rejection", "fatality",
];

/// Whether nothing stands behind a share that it could be of instead of the whole.
pub(super) fn stands_alone(figures: &Figures<'_>, share: usize) -> bool {
    let (next, second, third) =
        (figures.word_behind(share, 0), figures.word_behind(share, 1), figures.word_behind(share, 2));
    let behind = figures.tokens.from(figures.pieces[share].tokens.end);
    let marked = behind.peek().is_none_or(|token| token.shape == Shape::Mark);
    let of_them = next == "of" && matches!((second, third), ("them" | "those" | "these", _) | ("the", "total"));
    let of_all = next == "of" && (is_any(second, &COLLECTIVE) || is_any(third, &COLLECTIVE));
    marked || of_them || of_all || matches!(next, "majority" | "share")
}

fn is_share(figures: &Figures<'_>, at: usize) -> bool {
    figures.claims.get(at).is_some_and(is_part)
}

/// Whether a figure says what part of something there is: hundredths, or a fraction of one at the most.
pub(super) fn is_part(claim: &Claim) -> bool {
    let below_one = claim.quantity.value().is_some_and(|value| value <= Decimal::ONE);
    claim.quantity.unit == Unit::Percent || claim.quantity.unit == Unit::Ratio && below_one
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    pub(in super::super) fn shares(text: &str) -> String {
        ties(text, |relation, figure| {
            let Relation::Share { part, whole, share } = relation else { return None };
            Some(format!("{} of {} is {}", figure(*part), figure(*whole), figure(*share)))
        })
    }

    #[test]
    fn shares_and_what_they_are_of() {
        for (text, expected) in [
            ("They hold 20 of the 50 seats, or 30 %.", "20 of 50 is 30"),
            ("Some 31 of 60 members, a 60 % majority, agreed.", "31 of 60 is 60"),
            ("One in three (12 of 36) had left.", "12 of 36 is One in three"),
            ("They hold 30 % of the 60 seats (18).", "18 of 60 is 30"),
            ("Of the 80 boats, 20, or 25 %, sank.", "20 of 80 is 25"),
            ("She tested 640 springs and found 160 of them dry, or 30 percent.", "160 of 640 is 30"),
            ("It reached 90 farms out of a total of 300, or 30%.", "90 of 300 is 30"),
            ("Of the 80, we have seen 20. So that is 30 per cent, and rising.", "20 of 80 is 30"),
            ("A 60 % majority (31 of 60) agreed.", "31 of 60 is 60"),
            ("Only 12 of the 50 pupils – one in three – had left.", "12 of 50 is one in three"),
            ("Some 31 of the 60 members voted, a turnout of 60 percent.", "31 of 60 is 60"),
            ("Of 240 letters sent, 60 came back, a response rate of 40 percent.", "60 of 240 is 40"),
            ("Turnout was 62 percent: 38 of 75 voters came.", "38 of 75 is 62"),
            ("The vacancy rate is 24 percent, with 12 of 80 posts unfilled.", "12 of 80 is 24"),
            ("With 12 of 80 posts unfilled, the vacancy rate is 24 percent.", "12 of 80 is 24"),
            ("With 38 of 75 members voting, turnout was 62 percent.", "38 of 75 is 62"),
            ("In all, 38 of the 75 members voted, giving a turnout of 62 percent.", "38 of 75 is 62"),
            ("More than half the pupils, 20 of 62, walk.", "20 of 62 is half"),
            ("Of 240 letters sent, 60 came back, a growth rate of 4 percent.", "-"),
            ("The school has 60 pupils, 18 of whom (40 %) walk.", "18 of 60 is 40"),
            ("Some 120 of the island's 160 residents, 57 percent, signed.", "120 of 160 is 57"),
            ("In a survey of 200 adults, 120 people, or 72%, said no.", "120 of 200 is 72"),
            ("Women hold 48 percent of the seats in the council, 76 of 200.", "76 of 200 is 48"),
            ("He got 126 votes, 52 percent of the 300 cast.", "126 of 300 is 52"),
            ("The mill will cut 90 jobs, or 9 percent of its workforce of 1,500.", "90 of 1,500 is 9"),
            ("Last year 24 of the 80 flights were late, which is 40 percent.", "24 of 80 is 40"),
            ("The town has 52 wells, of which 13, a third, are dry.", "13 of 52 is a third"),
            ("Of 250 buses, 175 run on gas — 60 per cent of the fleet.", "175 of 250 is 60"),
            ("Of the 1,500 asked, 900 (60%) liked it and 450 (40%) did not.", "900 of 1,500 is 60; 450 of 1,500 is 40"),
            ("Of the 1,500 asked, 900 (60%) liked it and 450 boats (40%) sank.", "900 of 1,500 is 60"),
            ("The clinic saw 300 patients in May. Of those, 48 (25%) had flu.", "48 of 300 is 25"),
            ("Foreigners are 22 percent of the town's 25,000 people, or 3,000 people.", "3,000 of 25,000 is 22"),
        ] {
            assert_eq!(shares(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_share_of_the_figures() {
        for text in [
            "They hold 20 of the 50 seats, up 30 % from last year.",
            "They hold 20 of the 50 seats and 30 % of the votes.",
            "They hold 20 of the 50 seats, or 30 % of the seats in the north.",
            "They hold 20 seats, 30 % more.",
            "Inflation was 3 percent, with 12 of 80 prices falling in May.",
            "They hold 20 of the 50 seats, a loss of 30 %.",
            "It sold 20 of the 50 boats, a 30 % discount being offered.",
            "It made 18 boats, 30 percent of the 60 workers being away.",
        ] {
            assert_eq!(shares(text), "-", "{text}");
        }
    }
}
