//! Two figures of one draft of which one is meant for the other, and is off by a digit or in another unit.
//!
//! | text | why |
//! |---|---|
//! | `# Owners to get £521m` … `They will be paid £512m` | the text nowhere gives what the headline does |
//! | `lost 1,140 homes` … `of the 1,410, 86 were new` | "the 1,410" takes up a figure, and there is no other |
//! | `a tunnel of 12 miles` … `the 12-kilometre tunnel` | the thing is known, and its measure is of the same digits |
//!
//! What the digits tell is strong, so little need agree beside them. It tells nothing where another figure of the draft
//! answers, or two of them come to it.

use super::again::{befell_both, is_elsewhere};
use super::facet::{mentions, shared};
use super::period::period;
use super::thing::{is_general, thing};
use super::{Agreement, ClaimRef};
use crate::claim::{Claim, Decimal, Interval, Stated, Status, Unit};
use crate::extract::Draft;
use crate::text::Role;

/// How many figures of one unit may open a text before the one that a headline sums up.
const OPENING: usize = 3;

/// More figures than these are no story that goes through all of them again: there one is another's but for a digit by chance,
/// and takes up nobody knows which.
const STORY: usize = 500;

/// Whether a draft is short enough for each of its figures to be held against all others.
pub(super) fn is_story(draft: &Draft) -> bool {
    draft.claims.len() <= STORY
}

/// Whether one of two claims is a slip of the other, where both are of this draft.
pub(super) fn is_slip(draft: &Draft, a: ClaimRef, b: ClaimRef) -> bool {
    if a.draft != b.draft || a == b || !is_story(draft) {
        return false;
    }
    let (first, second) = (a.claim.min(b.claim), a.claim.max(b.claim));
    let (one, other) = (&draft.claims[first], &draft.claims[second]);
    let summed_up = one.role == Role::Headline && other.role == Role::Body;
    is_in_wrong_unit(one, other)
        || (summed_up || is_taken_up(other) && one.role == Role::Body)
            && one.quantity.unit == other.quantity.unit
            && is_misprint(one, other)
            && if summed_up { is_of_headline(draft, first, second) } else { is_of_known(draft, first, second) }
}

/// The pairs of claims of a draft of which one is a slip of the other, by their places in it.
pub(super) fn slips(draft: &Draft) -> Vec<(usize, usize)> {
    if !is_story(draft) {
        return Vec::new();
    }
    let at = |claim: usize| ClaimRef { draft: 0, claim };
    let claims = &draft.claims;
    let headline = claims.iter().take_while(|claim| claim.role == Role::Headline).count();
    let opening = (0..headline).flat_map(|head| {
        let alike = move |body: &usize| claims[*body].quantity.unit == claims[head].quantity.unit;
        (headline..claims.len()).filter(alike).take(OPENING).map(move |body| (head, body))
    });
    let taken_up = (headline..claims.len()).filter(|&later| is_taken_up(&claims[later]));
    let known = taken_up.flat_map(|later| (headline..later).map(move |earlier| (earlier, later)));
    let is_scaled = |at: &usize| claims[*at].context().scale.is_some();
    let scaled: Vec<usize> = (0..claims.len()).filter(is_scaled).collect();
    let remeasured = scaled.iter().filter(|&&later| is_known(&claims[later])).flat_map(|&later| {
        scaled.iter().take_while(move |earlier| **earlier < later).map(move |&earlier| (earlier, later))
    });
    opening.chain(known).chain(remeasured).filter(|&(one, other)| is_slip(draft, at(one), at(other))).collect()
}

/// Whether a headline's figure is given nowhere in the text, and the other is one that the text opens with.
fn is_of_headline(draft: &Draft, head: usize, body: usize) -> bool {
    let (one, other) = (&draft.claims[head], &draft.claims[body]);
    let text = draft.claims.iter().filter(|claim| claim.role != Role::Headline);
    let alike: Vec<&Claim> = text.filter(|claim| claim.quantity.unit == one.quantity.unit).collect();
    let opens = alike.iter().take(OPENING).any(|claim| std::ptr::eq(*claim, other));
    opens && is_of_one_thing(one, other) && !is_given(one, &alike)
}

/// Whether the earlier figure is of the only value that a figure taken up may have, and none is what it is.
fn is_of_known(draft: &Draft, earlier: usize, later: usize) -> bool {
    let (one, other) = (&draft.claims[earlier], &draft.claims[later]);
    let before = draft.claims[..later].iter().filter(|claim| claim.quantity.unit == one.quantity.unit);
    let before: Vec<&Claim> = before.collect();
    let mut misprints = before.iter().filter(|claim| claim.role == Role::Body && is_misprint(claim, other));
    misprints.all(|claim| claim.quantity.value() == one.quantity.value())
        && one.sentence != other.sentence
        && period(one, other) != Agreement::Different
        && !(befell_both(one, other) && is_elsewhere(one, other, draft.document.text()))
        && !is_given(other, &before)
}

/// Whether a figure is said to be known and has no noun of its own: "the £521m", "of the 1,410, 86".
fn is_taken_up(claim: &Claim) -> bool {
    let named = claim.noun.as_ref().is_some_and(|noun| !noun.span.is_empty() && noun.span.end == claim.span.end);
    // "The 34-year-old" is one of many people with an age.
    let timed = claim.quantity.unit.is_time();
    claim.role == Role::Body && !named && !timed && is_known(claim)
}

/// Whether the later of two measures is of a thing that is known, and is what the earlier says of it but for its unit.
fn is_in_wrong_unit(one: &Claim, other: &Claim) -> bool {
    let value = one.quantity.value();
    one.quantity.unit != other.quantity.unit
        && is_known(other)
        && one.common_unit() == other.common_unit()
        && value.is_some()
        && value == other.quantity.value()
        && one.sentence != other.sentence
        && thing(one, other) == Agreement::Same
}

/// Whether a figure or its thing is said to be known: "the £521m", "the 12-kilometre tunnel".
pub(super) fn is_known(claim: &Claim) -> bool {
    claim.context().is_limited("definite") && claim.status == Status::Asserted
}

/// Whether some figures give a figure, or two of them come to it.
pub(super) fn is_given(one: &Claim, others: &[&Claim]) -> bool {
    /// More figures than these are not tried two by two.
    const FEW: usize = 40;
    let reading = one.quantity.reading();
    let gives = |value: Option<Decimal>| value.is_some_and(|value| reading.meets(&Interval::point(value)));
    // What far paragraphs tell of other things comes to many a figure.
    let near = |a: &Claim, b: &Claim| a.block.abs_diff(b.block) <= 1 && thing(a, b) != Agreement::Different;
    let comes = |a: &Claim, b: &Claim| {
        let values = a.quantity.value().zip(b.quantity.value());
        values.is_some_and(|(a, b)| gives(a.checked_add(b)) || gives(a.checked_sub(b)))
    };
    let few = &others[..others.len().min(FEW)];
    let two = |a: &&Claim| few.iter().any(|b| near(a, b) && comes(a, b));
    // "£2 million" is no other word for a headline's £1.9m.
    let answers = |claim: &&Claim| match claim.quantity.value() {
        Some(value) => gives(Some(value)),
        None => claim.quantity.reading().meets(&reading),
    };
    others.iter().any(answers) || few.iter().any(two)
}

/// Whether a headline and a figure of the opening may be of one thing.
fn is_of_one_thing(head: &Claim, body: &Claim) -> bool {
    let moved = head.context().is_limited("change") || !body.context().is_limited("change");
    // "Closures to save $5.4m", "will save $4.5 million a year": the very digits say that one is the other.
    let put_alike = moved && limits_alike(head, body);
    let told = match head.quantity.unit {
        Unit::Count => {
            let (thing, swapped) = (thing(head, body), is_swapped(head, body));
            let named = thing == Agreement::Same && !is_general(&head.context().thing);
            let alike = thing == Agreement::Same || swapped && thing == Agreement::Silent;
            named || alike && (is_tied(head, body) || swapped && is_odd(head))
        }
        _ => is_tied(head, body),
    };
    told && (put_alike || !is_rate(head) && is_swapped(head, body))
        && period(head, body) != Agreement::Different
        && head.status != Status::Denied
        && body.status != Status::Denied
}

/// Whether two figures are put in one way: both or neither as an average, a rate, an increment …
pub(super) fn limits_alike(one: &Claim, other: &Claim) -> bool {
    const LIMITS: [&str; 6] = ["former", "average", "additional", "margin", "remaining", "capacity"];
    let limited = |word: &&str| one.context().is_limited(word) == other.context().is_limited(word);
    LIMITS.iter().all(limited) && is_rate(one) == is_rate(other)
}

fn is_rate(claim: &Claim) -> bool {
    claim.context().scope.iter().any(|word| word.starts_with("per "))
}

/// Whether a figure has so many digits that no other has them by chance.
fn is_odd(claim: &Claim) -> bool {
    const MANY: usize = 4;
    digits(claim).is_some_and(|digits| told(&digits) >= MANY)
}

/// The digits of a figure that is a single number, with its point.
pub(super) fn digits(claim: &Claim) -> Option<String> {
    match claim.quantity.stated {
        Stated::Point(value) => Some(value.normalize().to_string()),
        _ => None,
    }
}

/// How many digits say something: all up to the last that is no zero.
pub(super) fn told(digits: &str) -> usize {
    digits.trim_end_matches('0').chars().filter(char::is_ascii_digit).count()
}

/// Whether two sentences share a name, a word or whoever speaks.
pub(super) fn is_tied(one: &Claim, other: &Claim) -> bool {
    let (head, body) = (one.context(), other.context());
    // A headline may be all in capitals.
    let known = |name: &String| body.names.iter().chain(&body.places).any(|also| also.eq_ignore_ascii_case(name));
    let speaks = |word: &str| {
        other.source.as_ref().is_some_and(|source| source.text.split(' ').any(|name| name.eq_ignore_ascii_case(word)))
    };
    let spoken = one.source.as_ref().is_some_and(|source| {
        let same = other.source.as_ref().is_some_and(|other| other.id == source.id);
        same || source.text.split(' ').any(speaks)
    });
    let named =
        spoken || head.names.iter().any(|name| speaks(name)) || head.names.iter().chain(&head.places).any(known);
    let noun = |a: &Claim, b: &Claim| !a.context().thing.is_empty() && mentions(a, &b.context().thing);
    named
        || head.names.iter().any(|name| mentions(other, name))
        || shared(&head.words, &body.words).next().is_some()
        || shared(&head.events, &body.events).next().is_some()
        || noun(one, other)
        || noun(other, one)
}

/// Whether two figures of two digits or more differ in one of them, or have two of them the other way round.
fn is_misprint(one: &Claim, other: &Claim) -> bool {
    digits_apart(one, other).is_some_and(|apart| apart.len() == 1 || are_swapped(&apart))
}

/// Whether two figures have two digits the other way round, and all others alike.
pub(super) fn is_swapped(one: &Claim, other: &Claim) -> bool {
    digits_apart(one, other).is_some_and(|apart| are_swapped(&apart))
}

fn are_swapped(apart: &[(u8, u8)]) -> bool {
    matches!(apart, [first, second] if first.0 == second.1 && first.1 == second.0)
}

/// The digits in which two figures differ that have as many before their points and behind; `None` where they are written
/// otherwise, or say no more than a digit.
fn digits_apart(one: &Claim, other: &Claim) -> Option<Vec<(u8, u8)>> {
    let (one, other) = digits(one).zip(digits(other))?;
    let apart: Vec<(u8, u8)> = one.bytes().zip(other.bytes()).filter(|(one, other)| one != other).collect();
    let pointed = apart.iter().any(|&(one, other)| one == b'.' || other == b'.');
    (one.len() == other.len() && told(&one).min(told(&other)) >= 2 && !pointed).then_some(apart)
}

#[cfg(test)]
mod tests {
    use super::slips;
    use crate::compare::testing::drafts;

    #[test]
    fn figures_that_are_off_by_a_digit() {
        for (text, wanted) in [
            ("Owners to get £521m\n\nThe owners will be paid £512m.", true),
            ("Owners to get £521m\n\nThe owners will be paid £512m, and £521m with interest.", false),
            ("Owners to get £521m\n\nThe owners will be paid £512m, and £9m in interest.", false),
            ("Owners to get £1.9m\n\nThe owners will be paid £1.6m. They had asked for £2m.", true),
            ("OWNERS OF VELMAR TO GET £521m\n\nVelmar said that £512m will go there.", true),
            ("Owners to get £521m\n\nThe owners will be paid £621m.", true),
            ("Owners to get £521m\n\nThe owners will be paid £634m.", false),
            ("Owners to get £521m\n\nThe clerks will be paid £512m.", false),
            ("Owners to save £512m\n\nThe owners will save £521m a year.", true),
            ("Owners to save £512m\n\nThe owners will save £513m a year.", false),
            ("Velmar draws 51,420\n\nThe town saw a crowd of 51,240 on Sunday.", true),
            ("Owners win 5,142 votes\n\nThe owners have won 5,412 votes.", true),
            ("Owners get £8 more\n\nThe owners will be paid £9 more.", false),
            ("Ferry brings 27 engines ashore\n\nAll 29 of the engines are ashore.", true),
            ("Ferry brings 27 engines ashore\n\nAll 29 of the clerks are ashore.", false),
            ("Port counts boats\n\nIt lost 1,140 boats.\n\nOf the 1,410, 86 were new.", true),
            ("Port counts boats\n\nIt lost 1,140 boats of 1,410.\n\nOf the 1,410, 86 were new.", false),
            ("Port counts boats\n\nIt lost 1,140 boats.\n\nOf the 1,650, 86 were new.", false),
            ("Port counts boats\n\nIt lost 1,140 boats.\n\nThe 1,410 clerks are new.", false),
            ("Port burns\n\nPolice arrested 12 men at the mill.\n\nThe 18 arrested at the pier are free.", false),
            ("Port burns\n\nPolice arrested 12 men at the mill.\n\nThe 18 arrested at the mill are free.", true),
            ("Port digs\n\nIt has a tunnel of 12 miles.\n\nThe 12-kilometre tunnel is wet.", true),
            ("Port digs\n\nIt has a tunnel of 12 miles.\n\nThe 19-kilometre tunnel is wet.", false),
            ("Port digs\n\nIt has a tunnel of 12 miles.\n\nThe 12-kilometre canal is wet.", false),
            ("Port digs\n\nIt has a tunnel of 12 miles.\n\nA 12-kilometre tunnel is dry.", false),
        ] {
            assert_eq!(!slips(&drafts(&[text])[0]).is_empty(), wanted, "{text}");
        }
    }
}
