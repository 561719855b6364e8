//! A count that takes up one given before, and gives another number: "cut 640 jobs … The 460 jobs will go".
//!
//! | text | why |
//! |---|---|
//! | `hired four firms … The five firms agreed` | there are no other firms |
//! | `hired four firms in May and one in June … The five firms agreed` | four and one are five |
//! | `hired four firms … The five local firms agreed` | these are others |
//! | `Six people drowned … the eight who lost their lives` | the same happened to them |
//! | `Six people drowned … the eight who lost their lives in a lift` | of no lift has there been word |
//!
//! The article says that the reader knows of them, so little need agree beside it. But the draft must give only one number
//! that may be meant, and in no place the one that is taken up; nor may others come to it.

use super::aspect::Aspect;
use super::facet::{mentions, shared};
use super::slip::is_story;
use super::thing::{is_elliptical, is_general, is_human, thing};
use super::within::is_narrowed;
use super::{Agreement, ClaimRef};
use crate::claim::{Claim, Decimal, Stated, Status, Timing, Unit, are_within};
use crate::extract::{Draft, is_of_life_and_limb};
use crate::text::Role;

/// How many counts before one may add up to it.
const ADDENDS: usize = 10;
/// The words of a count that is no plain one of all that there are.
const LIMITS: [&str; 11] = [
    "former",
    "average",
    "additional",
    "margin",
    "remaining",
    "capacity",
    "separate",
    "further",
    "there",
    "subset",
    "narrow",
];

/// Whether the later of two claims of this draft takes up the earlier.
pub(super) fn is_again(draft: &Draft, a: ClaimRef, b: ClaimRef) -> bool {
    let (first, second) = (a.claim.min(b.claim), a.claim.max(b.claim));
    a.draft == b.draft
        && is_story(draft)
        && may_take_up(&draft.claims[second])
        && taken_up(draft, second).contains(&first)
}

/// The pairs of claims of a draft of which the later takes up the earlier with another number, by their places in it.
pub(super) fn again(draft: &Draft) -> Vec<(usize, usize)> {
    let all = if is_story(draft) { 1..draft.claims.len() } else { 0..0 };
    let taking = all.filter(|&later| may_take_up(&draft.claims[later]));
    taking.flat_map(|later| taken_up(draft, later).into_iter().map(move |earlier| (earlier, later))).collect()
}

/// Whether a figure counts all of a thing of which there has been word. "Which of the two" may be any two, named and not
/// counted.
fn may_take_up(claim: &Claim) -> bool {
    const NAMED: i64 = 3;
    let few = || claim.quantity.value().is_none_or(|value| value <= Decimal::from(NAMED));
    let all = || {
        claim.context().is_limited("whole")
            && if is_elliptical(claim) { !few() } else { !is_general(&claim.context().thing) }
    };
    claim.role == Role::Body
        && claim.quantity.unit == Unit::Count
        && is_plain(claim)
        && (all() || is_restated(claim) && !few())
}

/// Whether a figure is of people who are known by what happened to them: "the eight who lost their lives".
fn is_restated(claim: &Claim) -> bool {
    !claim.context().is_limited("whole")
        && claim.context().is_limited("definite")
        && is_human(claim)
        && claim.context().events.iter().any(|event| is_of_people(event))
}

/// Whether an event happens to people, and all to whom it happened in a story are one set: the dead, those on strike.
fn is_of_people(event: &str) -> bool {
    const WHOLE: [&str; 8] = ["strike", "escape", "abduct", "evacuate", "trap", "strand", "infect", "deport"];
    is_of_life_and_limb(event) || WHOLE.contains(&event)
}

/// The counts that a later one takes up with another number; none where the draft leaves it open which are meant.
fn taken_up(draft: &Draft, later: usize) -> Vec<usize> {
    let claim = &draft.claims[later];
    let Some(value) = claim.quantity.value() else { return Vec::new() };
    let restated = is_restated(claim);
    // "The 40 left": of whatever there are 40.
    let thing = (restated || !is_elliptical(claim)).then_some(&claim.context().thing);
    let of_thing = |other: &Claim| {
        other.quantity.unit == Unit::Count
            && match thing {
                _ if restated => is_human(other) && befell_both(other, claim),
                Some(thing) => other.context().thing == *thing,
                None => true,
            }
    };
    let known = || draft.claims.iter().filter(|other| of_thing(other) && other.span != claim.span);
    let given = known().any(|other| other.quantity.reading().meets(&claim.quantity.reading()));
    if given || comes_to(draft, later, value) {
        return Vec::new();
    }
    let near = |other: &Claim| other.quantity.value().is_some_and(|other| are_within(value, other, Decimal::TWO));
    let first = if thing.is_some() { 0 } else { of_passage(draft, later) };
    // "Of the 300 posts it cut 180": of those 300, and no other count of posts.
    let beside = |other: &Claim| thing.is_some() && other.sentence == claim.sentence;
    let may_be_meant = |other: &Claim| of_thing(other) && near(other) && !beside(other);
    let meant: Vec<usize> = (first..later).filter(|&at| may_be_meant(&draft.claims[at])).collect();
    let mut values: Vec<_> = meant.iter().filter_map(|&at| draft.claims[at].quantity.value()).collect();
    values.dedup();
    let text = draft.document.text();
    let fits = |at: &usize| {
        let earlier = &draft.claims[*at];
        is_same(earlier, claim)
            && !is_narrowed(earlier, claim, text)
            && !(restated && is_elsewhere(earlier, claim, text))
    };
    if values.len() != 1 || values.iter().any(|one| is_one_more(draft, *one, claim)) || !meant.iter().all(fits) {
        return Vec::new();
    }
    meant
}

/// Whether the same happened to those whom two figures count.
pub(super) fn befell_both(one: &Claim, other: &Claim) -> bool {
    // The drivers on strike are no nurses; but whoever died may be called anything.
    let told = |event: &String| is_of_life_and_limb(event) || thing(one, other) != Agreement::Different;
    shared(&one.context().events, &other.context().events).any(|event| is_of_people(event) && told(event))
}

/// Whether the words behind a figure say where or when, and of that there was no word up to the earlier one, or the earlier
/// one is told of somewhere else: "12 people at the square", "the 18 arrested at the bridge".
pub(super) fn is_elsewhere(earlier: &Claim, later: &Claim, text: &str) -> bool {
    /// What the story tells of, which it need not have called so before.
    const HAPPENINGS: [&str; 14] = [
        "flood",
        "floods",
        "fire",
        "blaze",
        "crash",
        "accident",
        "attack",
        "disaster",
        "tragedy",
        "storm",
        "earthquake",
        "blast",
        "explosion",
        "collapse",
    ];
    const STEM: usize = 5;
    let known = text.get(..earlier.sentence.end).unwrap_or_default().to_lowercase();
    let of = |claim: &Claim| {
        let mut places = surroundings(text.get(claim.span.end..claim.sentence.end).unwrap_or_default());
        places.retain(|place| !HAPPENINGS.contains(&&**place));
        places
    };
    let (ours, others) = (of(later), of(earlier));
    let stem = |place: &String| place.get(..STEM).unwrap_or(place).to_owned();
    let elsewhere = !ours.is_empty() && !others.is_empty() && !ours.iter().any(|place| others.contains(place));
    elsewhere || ours.iter().any(|place| !known.contains(&stem(place)))
}

/// The words that prepositions join to the clause which a text begins with, other than those for the time of day.
fn surroundings(text: &str) -> Vec<String> {
    #[rustfmt::skip]
    const JOINTS: [&str; 16] = [
        "in", "at", "on", "from", "near", "aboard", "inside", "outside", "during", "by", "with", "under", "since", "after",
        "before", "until",
    ];
    const TIMES: [&str; 4] = ["last", "ago", "earlier", "previously"];
    const FRAME: [&str; 6] = ["the", "a", "an", "its", "their", "that"];
    const HOURS: [&str; 12] = [
        "dawn",
        "noon",
        "midday",
        "midnight",
        "nightfall",
        "dusk",
        "sunset",
        "sunrise",
        "evening",
        "morning",
        "night",
        "then",
    ];
    const VERBS: [&str; 8] = ["was", "were", "is", "are", "has", "have", "had", "will"];
    let text = text.to_lowercase();
    let clause = text.split([',', ';', '—']).next().unwrap_or_default();
    let words = || clause.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    // "The 32 bodies found by noon were laid out in a school": where they were laid out does not say which they are.
    let related = words().any(|word| matches!(word, "who" | "that" | "which"));
    let mut words = words().take_while(|word| related || !VERBS.contains(word));
    let mut places = Vec::new();
    while let Some(word) = words.next() {
        if JOINTS.contains(&word) {
            places.extend(words.by_ref().find(|next| !FRAME.contains(next)).map(str::to_owned));
        } else if TIMES.contains(&word) {
            places.push(word.to_owned());
        }
    }
    places.retain(|place| !HOURS.contains(&&**place));
    places
}

/// The first claim of the passage that a figure without a noun looks back over: its block and the one before, as far as
/// nobody is named one by one there.
fn of_passage(draft: &Draft, later: usize) -> usize {
    let claim = &draft.claims[later];
    let claims = draft.claims[..later].iter().enumerate().rev();
    let near = claims.take_while(|(_, one)| claim.block.abs_diff(one.block) <= 1);
    let first = near.last().map_or(later, |(at, _)| at);
    let text = draft.claims.get(first).and_then(|one| draft.document.text().get(one.sentence.start..claim.span.start));
    let named = |(at, joint): (usize, &str)| {
        let behind = text.and_then(|text| text.get(at + joint.len()..)).unwrap_or_default();
        behind.starts_with(char::is_uppercase)
    };
    if text.unwrap_or_default().match_indices(" and ").any(named) { later } else { first }
}

/// Whether a claim counts all of a thing, and no further, former or remaining ones.
fn is_plain(claim: &Claim) -> bool {
    let limited = |word: &String| LIMITS.contains(&&**word) || word.starts_with("per ");
    let point = matches!(claim.quantity.stated, Stated::Point(_));
    point && claim.status != Status::Denied && claim.cell.is_none() && !claim.context().scope.iter().any(limited)
}

/// Whether nothing parts an earlier count from one that takes it up: neither is told what becomes of both in one way, nor as
/// a fact both times.
fn is_same(earlier: &Claim, later: &Claim) -> bool {
    const PARTING: [Aspect; 5] = [Aspect::Measure, Aspect::Desk, Aspect::Place, Aspect::Holder, Aspect::Contrast];
    let parted = PARTING.iter().any(|aspect| aspect.agreement(earlier, later) == Agreement::Different);
    let dated = |claim: &Claim| claim.as_of.as_ref().map(Timing::days);
    let moved = dated(earlier).is_some() && dated(later).is_some() && dated(earlier) != dated(later);
    let detailed = later.context().modifiers.iter().all(|word| mentions(earlier, word));
    !parted && !moved && detailed && is_plain(earlier) && !is_elliptical(earlier) && earlier.sentence != later.sentence
}

/// Whether some of the counts shortly before one come to it, or what is left of one does.
fn comes_to(draft: &Draft, later: usize, value: Decimal) -> bool {
    // The dead are no sum of bridges.
    let people = is_restated(&draft.claims[later]);
    let body = |one: &&Claim| {
        one.quantity.unit == Unit::Count && one.role == Role::Body && (!people || is_human(one) || is_elliptical(one))
    };
    let counts = draft.claims[..later].iter().filter(body);
    let mut values: Vec<Decimal> = counts.rev().filter_map(|one| one.quantity.value()).take(ADDENDS).collect();
    values.extend(bare_numerals(draft, later));
    values.sort_unstable();
    values.dedup();
    let sums = values.iter().take(ADDENDS).fold(vec![Decimal::ZERO], |sums, one| {
        let more: Vec<_> = sums.iter().filter_map(|sum| sum.checked_add(*one)).collect();
        sums.into_iter().chain(more).collect()
    });
    sums.contains(&value) || values.iter().any(|one| one.checked_sub(value).is_some_and(|rest| values.contains(&rest)))
}

/// The small numbers of the block before a claim and of its own that stand for things without being claims of their own:
/// "four firms in May and two in June".
fn bare_numerals(draft: &Draft, later: usize) -> impl Iterator<Item = Decimal> {
    const NUMERALS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let claim = &draft.claims[later];
    let before = draft.claims[..later].iter();
    let near = || before.clone().filter(|one| claim.block.abs_diff(one.block) <= 1);
    let start = near().next().map_or(claim.sentence.start, |one| one.sentence.start);
    let passage = draft.document.text().get(start..claim.span.start).unwrap_or_default();
    let words = passage.split(|letter: char| !letter.is_alphanumeric());
    let told: Vec<Decimal> = near().filter_map(|one| one.quantity.value()).collect();
    let places = words.filter_map(|word| NUMERALS.iter().position(|numeral| word.eq_ignore_ascii_case(numeral)));
    let numbers: Vec<Decimal> = places.map(|place| Decimal::from(place + 2)).collect();
    numbers.into_iter().filter(move |number| !told.contains(number))
}

/// Whether a small count is one more or one less than another, and the text up to it tells of a single one beside.
fn is_one_more(draft: &Draft, earlier: Decimal, later: &Claim) -> bool {
    const SINGLE: [&str; 12] =
        ["a", "an", "another", "one", "second", "third", "fourth", "fifth", "sixth", "other", "last", "new"];
    if later.quantity.value().and_then(|value| value.checked_sub(earlier)).is_none_or(|by| by.abs() != Decimal::ONE) {
        return false;
    }
    let head = later.noun.as_ref().map_or("", |noun| &noun.head);
    let text = draft.document.text().get(..later.span.start).unwrap_or_default().to_lowercase();
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
    words.windows(3).any(|three| SINGLE.contains(&three[0]) && three[1..].contains(&head))
}

#[cfg(test)]
mod tests {
    use super::again;
    use crate::compare::testing::drafts;

    #[test]
    fn counts_that_take_up_others() {
        for (text, wanted) in [
            ("Velmar hired four firms.\n\nThe five firms agreed.", true),
            ("Velmar is to cut 640 jobs.\n\nOf the 460 jobs, 90 are in Tarrow.", true),
            ("Velmar hired four firms.\n\nThe four firms agreed.", false),
            ("Velmar hired four firms, and later another firm.\n\nThe five firms agreed.", false),
            ("Velmar hired four firms in May and two in June.\n\nThe six firms agreed.", false),
            ("Velmar hired four firms and sacked six firms.\n\nThe five firms agreed.", false),
            ("Velmar hired four firms.\n\nThe five firms in Tarrow agreed.", false),
            ("Velmar hired four firms.\n\nThe five local firms agreed.", false),
            ("Velmar hired four firms.\n\nThe five mills agreed.", false),
            ("Velmar hired four firms.\n\nThe 40 firms agreed.", false),
            ("Velmar hired four firms.\n\nFive firms agreed.", false),
            ("Velmar hired 40 clerks. The 60 are tired.", true),
            ("Six people drowned in Tarrow.\n\nFlags flew for the eight who lost their lives in the flood.", true),
            ("Six people drowned in a flood.\n\nFlags flew for the eight who lost their lives in a lift.", false),
            ("Six people drowned in a flood.\n\nFlags flew for the six who lost their lives.", false),
            (
                "Six people drowned in a flood, and two died later.\n\nFlags flew for the eight who lost their lives.",
                false,
            ),
            ("Six people drowned in a flood.\n\nFlags flew for the eight who were hurt.", false),
            ("Six people drowned in a flood.\n\nEight who lost their lives were clerks.", false),
            ("Some 240 drivers are on strike.\n\nNone of the 170 people on strike came back.", true),
            ("Some 240 drivers are on strike.\n\nNone of the 170 people on strike in Lune came back.", false),
            (
                "They marched to the bridge. Police arrested 12 people at the square.\n\nThe 18 arrested at the bridge are free.",
                false,
            ),
            ("Police arrested 12 people at the square.\n\nThe 18 arrested by nightfall are free.", true),
            ("Some 240 drivers are on strike.\n\nNone of the 170 nurses on strike came back.", false),
            ("Gunmen abducted 39 pupils.\n\nThe 22 who were abducted last year are missing.", false),
            ("Forty prisoners escaped.\n\nThe 31 who escaped since May are armed.", false),
            ("Six people drowned.\n\nThe eight bodies found by noon were laid out in a school.", true),
            ("Six people drowned.\n\nThe eight who were killed in a lift are buried.", false),
            ("Velmar hired 40 clerks. The 40 are tired.", false),
            ("Dealers in four cities were told. Nobody knew which of the two was right.", false),
            ("Velmar hired two clerks, Ana Ruiz and Tom Holm, and a cook. The three are tired.", false),
        ] {
            assert_eq!(!again(&drafts(&[text])[0]).is_empty(), wanted, "{text}");
        }
    }
}
