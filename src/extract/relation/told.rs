//! A share of a whole that an earlier sentence tells.
//!
//! ```text
//! told = taker takes share "," "or" part                  The road costs $410m. … The state pays 60 %, or $246m.
//!      | part "of" "them" … "," ("or" | "which" "is") share
//!      | "It" verb part … "," "or" share                  It had 80 letters. It answered 20, or 25 %.
//!      | "Of" "this" "," part … "," "or" share
//!      | part … share "of" "the" staff                    It employs 80. … It let go 20, which is 25 % of the staff.
//!      | "number" part "," "or" share                     The isle has 80 people. … Children number 20, or 25 %.
//! ```
//! The whole is the only figure that can be one in the last sentence before, or the only people whom the draft says that
//! somebody employs, or that there are. What fits no such whole nearly is of something else, and so is what another
//! figure told before explains.

use super::addend::{head, is_plain};
use super::apart::fit;
use super::role::compares;
use super::share::is_part;
use super::{Figures, is_any};
use crate::claim::{Claim, Decimal, Relation, Timing, Unit};
use std::ops::Range;

/// Verbs of those who take, or give, a share of what there is.
#[rustfmt::skip]
const TAKES: [&str; 24] = [
    "pay", "pays", "paid", "take", "takes", "took", "cover", "covers", "covered", "fund", "funds", "funded", "get", "gets",
    "got", "receive", "receives", "received", "bear", "bears", "use", "uses", "used", "provides",
];

/// "Made up 25 percent."
const MAKES: [&str; 4] = ["make", "makes", "made", "making"];

/// Words that begin a sentence about whoever the last one was about.
const SAME: [&str; 6] = ["it", "they", "he", "she", "we", "i"];

/// Words that begin a sentence about another place or time, as often as not.
const ELSEWHERE: [&str; 10] = ["in", "at", "on", "for", "by", "during", "among", "last", "this", "elsewhere"];

/// Verbs in front of all who work for somebody.
const EMPLOYS: [&str; 3] = ["employs", "employed", "employ"];

/// Verbs in front of all who live or are somewhere: "the isle has", "there are".
pub(super) const HAS: [&str; 5] = ["has", "have", "had", "are", "were"];

/// Words that hold one figure against another.
const MORE: [&str; 7] = ["more", "fewer", "less", "higher", "lower", "up", "down"];

/// What all who work for somebody are called.
const STAFF: [&str; 4] = ["workforce", "staff", "employees", "workers"];

/// How many words may stand between a part and its share.
const REACH: usize = 6;

/// How many times the right share may be the one told, in hundredths, for a figure to explain it.
const CLOSE: i64 = 103;

/// A part by its place in the sentence, its whole by that among the draft's claims, and how many times the right share
/// may be the one told, in hundredths.
type Whole = (usize, usize, i64);

/// How far a share may be off where the words all but name its whole.
const SURE: i64 = 200;

/// The same where they leave more open.
const LIKELY: i64 = 150;

/// The share at a place, of a whole told before.
pub(super) fn told(figures: &Figures<'_>, share: usize) -> Option<Relation> {
    if figures.first == 0 || !is_part(figures.claims.get(share)?) {
        return None;
    }
    let (part, whole, far) = taken(figures, share).or_else(|| restated(figures, share))?;
    if moves(figures) {
        return None;
    }
    let places = (figures.place(part), whole, figures.place(share));
    let times = fit(figures.all, places)?;
    let explained = || (0..figures.first).any(|other| explains(figures, other, places));
    let is_of = times <= Decimal::new(far, 2) && are_of_one_time(figures, part, whole);
    let fits = is_of && (times <= Decimal::new(CLOSE, 2) || !explained());
    fits.then_some(Relation::Share { part: places.0, whole, share: places.2 })
}

/// Whether a word of the sentence tells of a rise or fall, of which a share may be the size.
fn moves(figures: &Figures<'_>) -> bool {
    let tokens = figures.tokens;
    (0..tokens.rest().len()).any(|at| {
        let token = tokens.from(at);
        let made_up = is_any(token.letters(), &["up"]) && is_any(figures.letters_before(at, 1), &MAKES);
        !made_up && (token.is_change() || is_any(token.letters(), &MORE))
    })
}

/// "The state pays 60 percent, or 246 million."
fn taken(figures: &Figures<'_>, share: usize) -> Option<Whole> {
    let part = share + 1;
    let start = figures.pieces[share].tokens.start;
    let verb = is_any(figures.word_before(share, 1), &TAKES)
        || is_any(figures.word_before(share, 1), &["up"]) && is_any(figures.word_before(share, 2), &MAKES);
    let placed = ELSEWHERE.iter().any(|word| figures.is_one_of(0, &[word]));
    if part >= figures.pieces.len() || !verb || placed || start < 2 {
        return None;
    }
    let or = matches!(figures.letters(figures.between(share, part))[..], [",", "or"]);
    let behind = (figures.word_behind(part, 0), figures.word_behind(part, 1));
    let closed = matches!(behind, ("." | ";" | "", _) | (",", "and" | "while" | "with"));
    let whole = (or && closed).then(|| only_whole(figures, part))?;
    whole.map(|whole| (part, whole, LIKELY))
}

/// "It answered 20 of them, or 25 percent."
fn restated(figures: &Figures<'_>, share: usize) -> Option<Whole> {
    let part = share.checked_sub(1)?;
    let between = figures.between(part, share);
    let words = figures.letters(between.clone());
    let or = matches!(words[..], [.., ",", "or"] | [.., ",", "which", "is" | "was"]) && between.len() <= REACH;
    if !or {
        return None;
    }
    if is_of_staff(figures, share) {
        return only(figures, part, &EMPLOYS).map(|whole| (part, whole, SURE));
    }
    if !matches!(figures.word_behind(share, 0), "." | "," | ";" | "") {
        return None;
    }
    let them = matches!(words[..], ["of", "them" | "these" | "those", ..]);
    let this = matches!(figures.letters(0..3)[..], ["Of", "this" | "these" | "those" | "that", ","]) && part == 0;
    if them || this {
        return only_whole(figures, part).map(|whole| (part, whole, SURE));
    }
    let bare = || head(&figures.claims[part]).is_none() && words.len() <= 2;
    if part == 0 && bare() && SAME.iter().any(|word| figures.is_one_of(0, &[word])) {
        return only_whole(figures, part).map(|whole| (part, whole, LIKELY));
    }
    let numbers = words.len() <= 2 && is_any(figures.word_before(part, 1), &["number", "numbered"]);
    numbers.then(|| only(figures, part, &HAS))?.map(|whole| (part, whole, LIKELY))
}

/// "25 percent of the workforce."
fn is_of_staff(figures: &Figures<'_>, share: usize) -> bool {
    let behind = figures.pieces[share].tokens.end;
    let words = figures.letters(behind..behind + 4);
    let own = || SAME.iter().any(|word| figures.is_one_of(0, &[word]));
    matches!(words[..], ["of", whose, staff, "." | "," | ";"] if is_any(staff, &STAFF) && (whose == "the" || own()))
}

/// The only people told of before with one of these verbs in front of them.
pub(super) fn only(figures: &Figures<'_>, part: usize, verbs: &[&str]) -> Option<usize> {
    let text = figures.document.text();
    let told = |at: &usize| {
        let claim = &figures.all[*at];
        let before = text.get(claim.sentence.start..claim.span.start).unwrap_or_default().trim_end();
        let people = claim.noun.as_ref().is_some_and(|noun| noun.class.as_deref() == Some("person"));
        is_any(before.rsplit(' ').next().unwrap_or_default(), verbs) && people && is_whole(figures, *at, part)
    };
    let mut found = (0..figures.first).filter(told);
    found.next().filter(|_| found.next().is_none())
}

/// The only figure of the last sentence before that can be what a figure is part of.
fn only_whole(figures: &Figures<'_>, part: usize) -> Option<usize> {
    let mut found = last_sentence(figures).filter(|&at| is_whole(figures, at, part));
    found.next().filter(|_| found.next().is_none())
}

/// The figures of the last sentence before that has any, in this block or the one before it.
pub(super) fn last_sentence(figures: &Figures<'_>) -> Range<usize> {
    let before = &figures.all[..figures.first];
    let last = before.last().filter(|last| last.block + 1 >= figures.block);
    let count = last.map_or(0, |last| before.iter().rev().take_while(|claim| claim.sentence == last.sentence).count());
    figures.first - count..figures.first
}

/// Whether a figure before can be what a figure of the sentence is part of: of its unit, or bare beside any.
fn is_whole(figures: &Figures<'_>, at: usize, part: usize) -> bool {
    let (whole, some) = (&figures.all[at], &figures.claims[part]);
    let text = figures.document.text().get(whole.span.end..).unwrap_or_default();
    let size = compares(text.trim_start().split(' ').next().unwrap_or_default()).is_some();
    let bare = some.quantity.unit == Unit::Count && !figures.pieces[part].united;
    let unit = &whole.quantity.unit;
    let alike = *unit == some.quantity.unit || bare && !unit.is_share() && !unit.is_time();
    let greater = whole.quantity.value() > some.quantity.value();
    alike && greater && !size && is_plain(whole) && is_plain(some) && !figures.pieces[part].age
}

/// Whether two figures are of one place, and of one time as far as both have one.
fn are_of_one_time(figures: &Figures<'_>, part: usize, whole: usize) -> bool {
    let (some, all) = (&figures.claims[part], &figures.all[whole]);
    let period = |claim: &Claim| claim.as_of.as_ref().map(Timing::days);
    let time = period(some).is_none() || period(all).is_none() || period(some) == period(all);
    let places = &some.context().places;
    time && (places.is_empty() || *places == all.context().places)
}

/// Whether another figure told before is just what a share is of.
fn explains(figures: &Figures<'_>, other: usize, (part, whole, share): (usize, usize, usize)) -> bool {
    let greater = figures.all[other].quantity.value() > figures.all[part].quantity.value();
    let close = |times| times <= Decimal::new(CLOSE, 2);
    other != whole && greater && fit(figures.all, (part, other, share)).is_some_and(close)
}

#[cfg(test)]
mod tests {
    use super::super::share::tests::shares;

    #[test]
    fn shares_of_what_was_told() {
        for (text, expected) in [
            (
                "The road will cost $410m.\n\nThe state pays 60 percent, or $264m, and Orr the rest.",
                "264m of 410m is 60",
            ),
            (
                "The road was to cost $340m. It is now $410m, $70m more.\n\nThe state pays 60 percent, or $264m.",
                "264m of 410m is 60",
            ),
            ("The zoo had 8,400 visitors in May. Children made up 30 percent, or 2,100.", "2,100 of 8,400 is 30"),
            ("The firm has 4,200 clerks. In May it let go 630 of them, or 25 percent.", "630 of 4,200 is 25"),
            ("The fund had 1,200 letters. It answered 480, or 50 percent.", "480 of 1,200 is 50"),
            ("The crop was 650 tonnes. Of this, 260 tonnes, or 50 percent, was sold.", "260 of 650 is 50"),
            (
                "The firm employs 4,200 people.\n\nIn May it let go 630, which is 25 percent of the workforce.",
                "630 of 4,200 is 25",
            ),
            ("The isle has 48,210 people.\n\nChildren number 6,270, or 18 percent.", "6,270 of 48,210 is 18"),
            // Of something else.
            ("The road will cost $410m. In Upton the state pays 60 percent, or $264m.", "-"),
            ("The road will cost $410m. The state pays 60 percent, or $34m.", "-"),
            ("The road will cost $410m. The state pays 60 percent of its debt, or $264m.", "-"),
            ("The road will cost $410m. It pays 5 percent, or $20m, a year in interest.", "-"),
            ("The debt is $440m. The road will cost $410m. The state pays 60 percent, or $264m.", "-"),
            ("The fund had 1,200 letters in May. In June it answered 480, or 50 percent.", "-"),
            ("The fund had 1,200 letters. It answered 480 more, or 50 percent.", "-"),
            ("The fund had 1,200 letters. Its desks were cut by 480, or 50 percent.", "-"),
            ("The firm employs 4,200 people. Its rival let go 630, or 25 percent of its staff.", "-"),
            ("The isle has 48,210 people and the town has 9,000 people. Children number 6,270, or 18 percent.", "-"),
        ] {
            assert_eq!(shares(text), expected, "{text}");
        }
    }
}
