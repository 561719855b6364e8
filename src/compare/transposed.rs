//! Two figures of one draft of which one is the other with two digits the other way round: "infected 318 people … a caseload
//! of 381".
//!
//! | text | why |
//! |---|---|
//! | `burned 6,800 hectares` … `has burned 8,600 hectares` | no other areas that the one could be |
//! | `36 hectares of wheat` … `63 hectares of barley` | not meant for one another |
//! | `sent back 47 figures` … `The 74 statues going home` | the reader is to know of them, and knows of no others |
//! | `caught 47 boats` … `74 boats came` | many a figure of two digits is another's so |
//!
//! Whatever else the writer calls a thing that is known, or a party that it has given before, the digits tell. So it is enough
//! that nothing parts the two; but the more figures a draft has, and the fewer digits, the likelier chance is.

use super::aspect::Aspect;
use super::facet::{event, shared};
use super::period::period;
use super::slip::{digits, is_given, is_known, is_story, is_swapped, is_tied, limits_alike, told};
use super::thing::{class, is_human, thing};
use super::{Agreement, ClaimRef};
use crate::claim::{Claim, Status, Unit};
use crate::extract::Draft;
use crate::text::Role;
use rustc_hash::FxHashMap;

/// From how many digits on a figure is hardly another's by chance.
const MANY: usize = 3;

/// How many figures of a unit a draft has at most where two digits are enough.
const FEW: usize = 4;

/// The pairs of claims of a draft of which the later is the earlier with two digits the other way round, by their places.
pub(super) fn transposed(draft: &Draft) -> Vec<(usize, usize)> {
    if !is_story(draft) {
        return Vec::new();
    }
    let mut alike: FxHashMap<(&Unit, Vec<u8>), Vec<usize>> = FxHashMap::default();
    for (at, claim) in draft.claims.iter().enumerate() {
        let Some(mut digits) = digits(claim).map(String::into_bytes) else { continue };
        digits.sort_unstable();
        alike.entry((&claim.quantity.unit, digits)).or_default().push(at);
    }
    let mut found: Vec<_> = alike.values().flat_map(|places| pairs(draft, places)).collect();
    found.sort_unstable();
    found
}

/// The pairs among the places of claims that have the same digits.
fn pairs(draft: &Draft, places: &[usize]) -> Vec<(usize, usize)> {
    let all =
        places.iter().enumerate().flat_map(|(at, &later)| places[..at].iter().map(move |&earlier| (earlier, later)));
    all.filter(|&(earlier, later)| is_transposed_at(draft, earlier, later)).collect()
}

/// Whether the later of two claims of this draft is the earlier with two digits the other way round.
pub(super) fn is_transposed(draft: &Draft, a: ClaimRef, b: ClaimRef) -> bool {
    let (first, second) = (a.claim.min(b.claim), a.claim.max(b.claim));
    a.draft == b.draft && first != second && is_story(draft) && is_transposed_at(draft, first, second)
}

fn is_transposed_at(draft: &Draft, earlier: usize, later: usize) -> bool {
    let (one, other) = (&draft.claims[earlier], &draft.claims[later]);
    if one.quantity.unit != other.quantity.unit || one.sentence == other.sentence || !is_swapped(one, other) {
        return false;
    }
    let like: Vec<_> = draft.claims.iter().filter(|claim| claim.quantity.unit == one.quantity.unit).collect();
    let others: Vec<_> = like.iter().copied().filter(|claim| !std::ptr::eq(*claim, other)).collect();
    may_be_meant(one)
        && may_be_meant(other)
        && (is_odd(one, other, like.len()) || is_worth(draft, other))
        && is_of_one_thing(one, other)
        && is_taken_up(draft, one, other)
        && !is_of_another(draft, other)
        && (others.len() == 1 || is_tied(one, other))
        && !is_given(other, &others)
}

/// Whether a figure is told plainly of a thing: no share, age or stretch of time, of which there are many of two digits.
fn may_be_meant(claim: &Claim) -> bool {
    let plain = matches!(claim.quantity.unit, Unit::Count | Unit::Money(_) | Unit::Measure(_));
    plain
        && !claim.quantity.unit.is_time()
        && claim.cell.is_none()
        && matches!(claim.role, Role::Body | Role::Headline | Role::Caption)
}

/// Whether the digits are too many for chance, or the draft has hardly any other of its `count` figures of the unit that
/// could be meant.
fn is_odd(one: &Claim, other: &Claim, count: usize) -> bool {
    let many = are_many(one, other);
    let (known, few) = (is_known(other), count <= FEW);
    match (&one.quantity.unit, class(one).zip(class(other))) {
        (Unit::Count, Some((of_one, of_other))) if is_human(one) == is_human(other) => {
            many || known && (is_human(one) || of_one == of_other || few)
        }
        (Unit::Count, Some(_)) => false,
        (Unit::Count, None) => many || known && few,
        _ => many || known || few,
    }
}

/// Whether both have so many digits that one is hardly the other's by chance.
fn are_many(one: &Claim, other: &Claim) -> bool {
    [one, other].iter().all(|claim| digits(claim).is_some_and(|digits| told(&digits) >= MANY))
}

/// Whether a sum is what a known thing is worth: "the dam, worth $410 million".
fn is_worth(draft: &Draft, claim: &Claim) -> bool {
    let before = draft.document.text().get(claim.sentence.start..claim.span.start).unwrap_or_default();
    before.starts_with("The ") && before.ends_with(", worth ")
}

/// Whether the words before a figure say that it is of one more thing of the kind: "a second fire burned".
fn is_of_another(draft: &Draft, claim: &Claim) -> bool {
    const MORE: [&str; 9] =
        ["another", "second", "third", "other", "also", "separate", "elsewhere", "smaller", "neighbouring"];
    let before = draft.document.text().get(claim.sentence.start..claim.span.start).unwrap_or_default();
    before
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| MORE.iter().any(|more| word.eq_ignore_ascii_case(more)))
}

/// Whether the later figure may be meant for the earlier: its thing is known, or the same, or one party gives both.
fn is_taken_up(draft: &Draft, one: &Claim, other: &Claim) -> bool {
    let same_party = one.source.as_ref().zip(other.source.as_ref()).is_some_and(|(one, other)| one.id == other.id);
    let told = one.quantity.unit != Unit::Count || event(one, other) == Agreement::Same;
    // "Has blackened 6,800 hectares", "the fire, which has consumed 8,600".
    let kin = || shared(&one.context().kin, &other.context().kin).next().is_some();
    let amount = || matches!(one.quantity.unit, Unit::Measure(_)) && (event(one, other) == Agreement::Same || kin());
    is_known(other) || is_worth(draft, other) || same_party || told && thing(one, other) == Agreement::Same || amount()
}

/// Whether a figure is of the days of which the story tells, or gives none: "at Sunday's match".
fn is_of_late(claim: &Claim) -> bool {
    const DAYS: i32 = 7;
    let said = claim.said.and_then(|said| said.end);
    let days = claim.as_of.and_then(|period| period.start.zip(period.end)).zip(said);
    claim.as_of.is_none()
        || days.is_some_and(|((start, end), said)| {
            (end - start).get_days() < DAYS && (said - end).get_days().abs() <= DAYS
        })
}

/// Whether nothing parts the two.
fn is_of_one_thing(one: &Claim, other: &Claim) -> bool {
    const PARTING: [Aspect; 3] = [Aspect::Desk, Aspect::Holder, Aspect::Contrast];
    let parts = |aspect: Aspect| aspect.agreement(one, other) == Agreement::Different;
    // "The island had 2.3 million visitors in 2025", "Danes were half of the 3.2 million": who came is not where.
    let placed = |claim: &Claim| !claim.context().places.is_empty();
    let parted = PARTING.into_iter().any(parts) || placed(one) == placed(other) && parts(Aspect::Place);
    let voices = one.source.as_ref().zip(other.source.as_ref()).is_none_or(|(one, other)| one.id == other.id);
    let alike = one.status == other.status && one.status != Status::Denied && limits_alike(one, other);
    // What rose or fell has two heights, and both may be of the same digits.
    let moved = |claim: &Claim| claim.context().way.is_some() || claim.context().is_limited("change");
    // "Stole 86 coins on Tuesday", "the 68 stolen coins".
    let meant = || are_many(one, other) || is_known(other);
    let dated = one.role == Role::Headline
        || one.as_of.is_some() == other.as_of.is_some()
        || meant() && event(one, other) == Agreement::Same && [one, other].into_iter().all(is_of_late);
    let timed = dated && period(one, other) != Agreement::Different;
    !parted && !moved(one) && !moved(other) && voices && alike && timed
}

#[cfg(test)]
mod tests {
    use super::transposed;
    use crate::compare::testing::drafts;

    #[test]
    fn two_digits_the_other_way_round() {
        for (text, wanted) in [
            ("The fire burned 6,800 hectares at Tarrow.\n\nThe fire has burned 8,600 hectares.", true),
            ("Fever struck 318 people, the board said.\n\nThere is a caseload of 381, the board said.", true),
            ("The north depot holds 318 buses.\n\nThe south depot holds 381 buses.", false),
            ("A fire burned 6,800 hectares at Tarrow.\n\nThe fire, which has consumed 8,600 hectares, is out.", true),
            ("A fire burned 6,800 hectares at Tarrow.\n\nAnother fire has consumed 8,600 hectares there.", false),
            ("She was found guilty of stealing £186,000 from Tarrow.\n\nNone of the missing £168,000 is back.", true),
            ("Velmar is to build a $140 million dam.\n\nThe dam, worth $410 million, is Velmar's third.", true),
            (
                "Tarrow had 2.34 million visitors in 2030.\n\nDanes were half of the 3.24 million who came in 2030.",
                true,
            ),
            ("The farm has 36 hectares of wheat.\n\nThe farm has 63 hectares of barley.", false),
            ("The hall cost 4.8 million francs.\n\nThe pool beside it cost 8.4 million francs.", false),
            ("The museum sent home 47 figures.\n\nThe 74 statues of the museum are of oak.", true),
            ("The port caught 47 boats.\n\nOf 74 boats in the port, nine are new.", false),
            ("The port caught 47 boats.\n\nThe 74 clerks of the port are new.", false),
            (
                "TARROW, 3 May 2031 (Wire) — Thieves stole 86 coins on Tuesday.\n\nThe 68 stolen coins are of gold.",
                true,
            ),
            ("TARROW, 3 May 2031 (Wire) — Thieves stole 86 coins in 2029.\n\nThe 68 stolen coins are of gold.", false),
            ("The port of Rome caught 318 boats.\n\nIn Lisbon 381 boats were caught.", false),
            ("The port caught 318 boats in 2029.\n\nIn 2031 the port caught 381 boats.", false),
            ("Fever struck 318 people, the board said.\n\nFever struck 381 people, the union said.", false),
            ("Fever struck 318 people.\n\nFever struck 63 more people.\n\nThe 381 are in bed with fever.", false),
            (
                "The firm made $3.6 million.\n\nThe firm spent $6.3 million, $4m in May, $1m in June, $2m in July.",
                false,
            ),
            ("Fever cases fell to 2,890.\n\nIn 2029 there were 2,980 cases of fever.", false),
            ("Fever cases fell to 2,890.\n\nThere had been 2,980 cases of fever.", false),
        ] {
            assert_eq!(!transposed(&drafts(&[text])[0]).is_empty(), wanted, "{text}");
        }
    }
}
