//! Two figures of one draft side by side, each with its own source: "Police said 12,000 marched. The union put the number
//! at 40,000."
//!
//! A writer who sets one source's figure right against another's mostly means one thing, and does not say again what it
//! is. So little need agree here; but nothing may differ, and neither figure may have a neighbour that could be meant
//! instead.

use super::aspect::Aspect;
use super::facet::event;
use super::pair::{Pair, is_untold, stands_off};
use super::period::length;
use super::thing::{is_elliptical, is_general, is_human, thing};
use super::way::are_opposed;
use super::{Agreement, ClaimRef};
use crate::claim::{Claim, Decimal, Source, Stated, Unit, are_within};
use crate::extract::Draft;
use std::sync::Arc;

/// How many times as great the greater figure may be.
const TIMES: u32 = 5;

/// How many days a single happening may take, with those that follow from it.
const MONTH: i32 = 31;

/// Whether two claims of a draft stand in one sentence or in two that follow each other, are said by two parties, and
/// are the only ones of their unit there.
pub(super) fn is_beside(draft: &Draft, a: ClaimRef, b: ClaimRef) -> bool {
    let (first, second) = (a.claim.min(b.claim), a.claim.max(b.claim));
    let (one, other) = (&draft.claims[first], &draft.claims[second]);
    let parties = one.source.as_ref().zip(other.source.as_ref());
    let apart = |(one, other): (&Arc<Source>, &Arc<Source>)| one.id != other.id;
    let between = draft.document.text().get(one.sentence.end..other.sentence.start).unwrap_or_default();
    let near = one.sentence == other.sentence || between.trim().is_empty();
    let tabled = one.cell.is_some() || other.cell.is_some();
    // "2,300 drivers" are not one of the "three main depots".
    let meant = |claim: &Claim| {
        let like = |of: &Claim| thing(claim, of) != Agreement::Different;
        is_elliptical(claim) || like(one) || like(other)
    };
    let rival = |claim: &Claim| {
        let here = claim.sentence == one.sentence || claim.sentence == other.sentence;
        let itself = claim.span == one.span || claim.span == other.span;
        let counts = claim.quantity.unit == one.quantity.unit && claim.quantity.stated != Stated::Vague;
        here && counts && !itself && meant(claim) && (is_of_size(claim, one) || is_of_size(claim, other))
    };
    let around = &draft.claims[first.saturating_sub(8)..draft.claims.len().min(second + 8)];
    let alike = one.quantity.unit == other.quantity.unit;
    near && !tabled && alike && parties.is_some_and(apart) && !around.iter().any(rival)
}

/// Whether a count may be meant where another stands: "240 marches" are not the 430,000 who marched.
fn is_of_size(claim: &Claim, other: &Claim) -> bool {
    const TIMES: u32 = 100;
    let sizes = claim.quantity.value().zip(other.quantity.value());
    sizes.is_none_or(|(one, other)| are_within(one.abs(), other.abs(), TIMES.into()))
}

/// Whether two such claims tell of one thing.
pub(super) fn is_contrast(pair: &Pair<'_>) -> bool {
    // "The ministry said 4,200 teachers were needed. The union said 900 teachers had left."
    let silent = |claim: &Claim| claim.context().is_eventless();
    // "People" are anybody: "21,400 people are out of work", "36,000 people work without a contract".
    let general = is_general(&pair.a.context().thing);
    // "60 lorries had entered the valley", "22 lorries were waiting at the border": each told of in words of its own.
    let alike = silent(pair.a) == silent(pair.b) && !pair.is_told_apart();
    let noun = pair.is_same(Aspect::Noun) && (alike || !general && pair.words() > 0);
    let told = noun || pair.is_same(Aspect::Event) || pair.is_kin();
    let unit = &pair.a.quantity.unit;
    let alike = match unit {
        Unit::Count => told || is_bare(pair.a) || is_bare(pair.b) || is_one_crowd(pair),
        // "Put insured losses at $2 million", "put the damage at $9 million": two that both say of what they are.
        _ => {
            told || pair.is_same(Aspect::Extent)
                || pair.words() > 0
                || is_taken_up(pair)
                || is_given_alone(pair)
                || is_bare(pair.a) && is_bare(pair.b) && (is_untold(pair.a) || is_untold(pair.b))
        }
    };
    !unit.is_years() && alike && pair.is_within(TIMES)
}

/// Whether the two tell of different things for all that they stand side by side: of a part, of two periods, of what is
/// each party's own, or of what two parties of one kind have in their charge.
pub(super) fn is_set_apart(pair: &Pair<'_>) -> bool {
    let own = |claim: &Claim| pair.a.quantity.unit != Unit::Count && claim.context().is_limited("own");
    // "Velmar has 31 percent of the market. Lorvik said it had 22 percent."
    let held = |claim: &Claim| !claim.context().holder.is_empty() || claim.context().is_limited("self");
    let each = held(pair.a) && held(pair.b) && !pair.is_same(Aspect::Holder);
    narrows(pair)
        || pair.is_of_two_periods()
        || is_tally(pair)
        || own(pair.a)
        || own(pair.b)
        || each
        || is_bargain(pair)
        || are_of_one_kind(pair)
}

/// Whether two parties bargain: "the union had asked for 9 percent and the province had offered 5 percent".
fn is_bargain(pair: &Pair<'_>) -> bool {
    let cue = |claim: &Claim| claim.source.as_ref().and_then(|source| source.cue.clone());
    let asks = |cue: &str| matches!(cue, "ask for" | "demand" | "want" | "seek");
    let gives = |cue: &str| matches!(cue, "offer" | "propose");
    cue(pair.a).zip(cue(pair.b)).is_some_and(|(one, other)| asks(&one) && gives(&other) || asks(&other) && gives(&one))
}

/// Whether one of the two counts all of a long time, and the other, with a thing and an event of its own, gives no time:
/// "four sailors drowned when the boat sank", "nine sailors have drowned this year".
fn is_tally(pair: &Pair<'_>) -> bool {
    let long = |claim: &Claim| claim.as_of.as_ref().and_then(length).is_some_and(|days| days > MONTH);
    let told = |claim: &Claim| claim.as_of.is_none() && !claim.context().thing.is_empty() && !is_elliptical(claim);
    pair.is_same(Aspect::Event) && (long(pair.a) && told(pair.b) || long(pair.b) && told(pair.a))
}

/// Whether both parties have the same charge in two places: "the mayor of Holm", "the mayor of Tarrow".
fn are_of_one_kind(pair: &Pair<'_>) -> bool {
    const CHARGES: [&str; 15] = [
        "governor",
        "mayor",
        "province",
        "district",
        "county",
        "city",
        "state",
        "region",
        "council",
        "airport",
        "hospital",
        "school",
        "university",
        "club",
        "port",
    ];
    let words = |claim: &Claim| {
        let text = claim.source.as_ref().map_or_else(String::new, |source| source.text.to_lowercase());
        CHARGES.into_iter().filter(|word| text.split_whitespace().any(|one| one == *word)).collect::<Vec<_>>()
    };
    let (one, other) = (words(pair.a), words(pair.b));
    one.iter().any(|word| other.contains(word))
}

/// Whether the later of the two names a place, and the earlier none: "in the port of Tarrow, police said nine had died".
fn narrows(pair: &Pair<'_>) -> bool {
    let (earlier, later) = if pair.a.span.start < pair.b.span.start { (pair.a, pair.b) } else { (pair.b, pair.a) };
    earlier.context().places.is_empty() && !later.context().places.is_empty()
}

/// Whether both count people of whom no event is told.
fn is_one_crowd(pair: &Pair<'_>) -> bool {
    is_human(pair.a) && is_human(pair.b) && pair.is_eventless()
}

/// Whether one of the two, in a headline or caption, is held against one of several in its sentence: "Storm kills 31"
/// against "killed 12 people in Holm and 19 in Tarrow"; or is a sum, or an odd number, that the text gives as well, and so
/// not this other one.
pub(super) fn is_broken_down(draft: &Draft, a: ClaimRef, b: ClaimRef) -> bool {
    let (one, other) = (&draft.claims[a.claim], &draft.claims[b.claim]);
    let (head, body) = if stands_off(one) { (one, other) } else { (other, one) };
    if stands_off(one) == stands_off(other) || body.context().is_limited("total") {
        return false;
    }
    // "Killed 12 people and hurt 19": the hurt are no part of whoever a headline counts dead, where that is told nowhere else.
    let told_of = |claim: &Claim| {
        let answers = claim.quantity.reading().meets(&head.quantity.reading());
        !stands_off(claim) && answers && event(head, claim) == Agreement::Same
    };
    let answered = || draft.claims.iter().any(told_of);
    let several = |claim: &Claim| {
        let of_sentence = draft.claims.iter().filter(|other| other.sentence == claim.sentence);
        let mut others = of_sentence.filter(|other| other.span != claim.span);
        others.any(|other| {
            let same = other.context().thing == claim.context().thing || is_elliptical(other);
            let apart = || event(head, claim) == Agreement::Same && event(head, other) == Agreement::Different;
            // "Rose by £62m to £512m": what it rose by is no part.
            let moved = ["change", "former"].iter().any(|word| other.context().is_limited(word));
            // "Six people were hurt, two of them badly": those two are none beside the six.
            let headed = other.quantity.reading().meets(&head.quantity.reading());
            let among = other.context().is_limited("part") && other.span.start > claim.span.start && !headed;
            other.quantity.unit == claim.quantity.unit && same && !moved && !among && (!apart() || answered())
        })
    };
    let gives = |claim: &Claim| {
        // "At least six years" gives no eight.
        let pointed = claim.quantity.reading().low.is_some() && claim.quantity.reading().high.is_some();
        let of_unit = !stands_off(claim) && pointed && claim.quantity.unit == head.quantity.unit;
        of_unit && claim.quantity.reading().meets(&head.quantity.reading()) && !are_opposed(claim, head)
    };
    // "1,150 jobs at risk" over "the plant employs 1,150 people": so odd a number is told twice for a reason.
    let odd = |value: Decimal| value >= Decimal::ONE_HUNDRED && !(value % Decimal::ONE_HUNDRED).is_zero();
    let told = head.quantity.unit != Unit::Count || head.quantity.value().is_some_and(odd);
    told && draft.claims.iter().any(gives)
        || (several(body) || is_addend(draft, body, head)) && !are_opposed(head, body)
}

/// Whether a count and another of the text come to the one in the headline: "Crash hurts nine" over "six passengers were hurt"
/// and "three people in a car".
fn is_addend(draft: &Draft, one: &Claim, head: &Claim) -> bool {
    let comes = |other: &Claim| {
        let sum = one.quantity.value().zip(other.quantity.value()).and_then(|(one, other)| one.checked_add(other));
        sum.is_some() && sum == head.quantity.value()
    };
    let counted = |other: &Claim| {
        !stands_off(other) && other.sentence != one.sentence && other.quantity.unit == Unit::Count && comes(other)
    };
    one.quantity.unit == Unit::Count && draft.claims.iter().any(counted)
}

/// Whether the later of the two only says that it is another figure for the same: "put the amount at 60 tonnes".
fn is_taken_up(pair: &Pair<'_>) -> bool {
    const FIGURES: [&str; 4] = ["figure", "amount", "total", "number"];
    let later = if pair.a.span.start < pair.b.span.start { pair.b } else { pair.a };
    let noun = later.noun.as_ref().filter(|noun| !noun.span.is_empty());
    noun.is_some_and(|noun| FIGURES.contains(&noun.text.as_str())) && later.context().is_eventless()
}

/// Whether the later of two shares is all that its sentence says: "31 percent of guides stayed away, the board said. The
/// union spoke of 55 percent."
fn is_given_alone(pair: &Pair<'_>) -> bool {
    let later = if pair.a.span.start < pair.b.span.start { pair.b } else { pair.a };
    later.quantity.unit == Unit::Percent && later.noun.is_none() && is_untold(later) && later.as_of.is_none()
}

/// Whether a figure stands without a thing of its own and without an event: "put the number at 740", "gave it 21 percent";
/// or counts people of whom nothing else is told: "spoke of 740 people".
fn is_bare(claim: &Claim) -> bool {
    let context = claim.context();
    let anybody = is_general(&context.thing) && context.words.is_empty() && context.modifiers.is_empty();
    (context.thing.is_empty() || is_elliptical(claim) || anybody) && context.is_eventless()
}

#[cfg(test)]
mod tests {
    use super::{ClaimRef, is_beside, is_broken_down, is_contrast, narrows};
    use crate::compare::testing::{drafts, within};

    #[test]
    fn side_by_side() {
        for (text, wanted) in [
            ("Police said 12,000 marched. The union put the number at 40,000.", true),
            ("Police said 12,000 marched. It rained. The union put the number at 40,000.", false),
            ("Police said 12,000 marched. Police put the number at 40,000.", false),
            ("Police said 12,000 marched. About 40,000 marched in all.", false),
            ("Police said 12,000 marched and 300 sang. The union put the number at 40,000.", false),
            ("Police said 40 boats sank in two storms. The union said 50 boats sank.", true),
            ("Police said 12,000 marched in 40 places. The union put the number at 40,000.", true),
        ] {
            let drafts = drafts(&[text]);
            let last = drafts[0].claims.len() - 1;
            let [a, b] = [0, last].map(|claim| ClaimRef { draft: 0, claim });
            assert_eq!(is_beside(&drafts[0], a, b), wanted, "{text}");
        }
    }

    #[test]
    fn a_headline_sums_up_what_the_text_tells_one_by_one() {
        for (text, wanted) in [
            ("Storm kills 31\n\nIt killed 12 people in Rome and 19 in Tarrow.", true),
            ("Storm kills 31\n\nIt killed 12 people, two of them by hail.", false),
            ("Storm kills 31\n\nIt killed 12 people, two of them by hail. Another 19 died at sea.", true),
            ("Storm kills two\n\nIt hurt 12 people, two of them so badly that they died.", true),
        ] {
            let drafts = drafts(&[text]);
            let [a, b] = [0, 1].map(|claim| ClaimRef { draft: 0, claim });
            assert_eq!(is_broken_down(&drafts[0], a, b), wanted, "{text}");
        }
    }

    #[test]
    fn one_thing_in_two_mouths() {
        for (text, wanted) in [
            ("Police said 12,000 marched. The union put the number at 40,000.", true),
            ("Police said 12,000 marched. The union put the number at 90,000.", false),
            ("Police said 40 boats sank. The union said 50 boats burned.", true),
            ("Police said 40 boats sank. The union said 50 nets burned.", false),
            ("Police said it lasted 3 years. The union said it lasted 4 years.", false),
            ("Police spoke of 12,000 people. The union put attendance at 40,000.", true),
            ("The board said 31 percent of guides stayed away. The union spoke of 55 percent.", true),
            ("The board said 31 percent of guides stayed away. The union said sales rose 55 percent.", false),
            ("Police said 12,000 people were out of work. The union said 20,000 people work at night.", false),
        ] {
            assert_eq!(within(text, is_contrast), wanted, "{text}");
        }
    }

    #[test]
    fn a_place_told_later_narrows() {
        for (text, wanted) in [
            ("Police said nine had died. In the port of Tarrow, the union said four had died.", true),
            ("In the port of Tarrow, police said nine had died. The union said four had died.", false),
            ("Police said nine had died. The union said four had died.", false),
        ] {
            assert_eq!(within(text, narrows), wanted, "{text}");
        }
    }
}
