//! Whether two claims count one thing: nouns, the people they stand for, and whom a figure is about.

use super::Agreement;
use super::facet::{mentions, outnumbers, shared};
use crate::claim::{Claim, Decimal, Unit, are_within};
use crate::text::Span;

/// What is counted. A word for people at large goes with any word for people; else the things must be the same.
pub(super) fn thing(a: &Claim, b: &Claim) -> Agreement {
    let (one, other) = (a.context().thing.as_str(), b.context().thing.as_str());
    match (aged(a), aged(b)) {
        (Some(one), Some(other)) if of_one_person(one, other) => return Agreement::Same,
        (None, None) => {}
        _ => return Agreement::Different,
    }
    // "Six men and one boy died": what they come to is another count than either.
    if one != other && (a.context().is_limited("listed") || b.context().is_limited("listed")) {
        return Agreement::Different;
    }
    match (one.is_empty(), other.is_empty()) {
        (true, _) if is_some(other) && is_of_people(a) => Agreement::Different,
        (_, true) if is_some(one) && is_of_people(b) => Agreement::Different,
        (true, _) | (_, true) => Agreement::Silent,
        _ if one == other && (is_elliptical(a) || is_elliptical(b) || is_owner(a) || is_owner(b)) => Agreement::Silent,
        _ if one == other => Agreement::Same,
        _ if is_human(a)
            && is_human(b)
            && (is_general(one) && stands_for(a, other) || is_general(other) && stands_for(b, one)) =>
        {
            Agreement::Silent
        }
        _ if is_human(a) && is_human(b) && is_general(one) && is_general(other) => Agreement::Silent,
        // "A landslide killed 44 people", "left 29 villagers dead".
        _ if is_human(a)
            && is_human(b)
            && (is_local(one) && is_general(other) || is_general(one) && is_local(other)) =>
        {
            Agreement::Silent
        }
        // "140 demonstrators were arrested" are more than all of the "61 people arrested".
        _ if is_human(a) && is_human(b) && (is_more_than_all(a, b) || is_more_than_all(b, a)) => Agreement::Silent,
        _ if is_human(a) && is_human(b) && (is_crew(one, other) || is_crew(other, one)) => Agreement::Silent,
        _ if is_dwelling(one) && is_dwelling(other) => Agreement::Silent,
        _ if is_young(one) && is_young(other) => Agreement::Silent,
        _ if is_one_crowd(a, b) || is_one_crowd(b, a) => Agreement::Silent,
        // "41,000 cars", "29,500 vehicles"; "430,000 fish at the salmon farm", "150,000 salmon".
        _ if !is_human(a) && (class(a) == Some(other) || class(b) == Some(one)) => Agreement::Silent,
        _ if class(a) == class(b)
            && (is_any_of_kind(one) && mentions(a, other) || is_any_of_kind(other) && mentions(b, one)) =>
        {
            Agreement::Silent
        }
        _ if is_measured(a) && is_measured(b) && (is_headed_by(a, b) || is_headed_by(b, a)) => Agreement::Same,
        _ if is_sum(a) && is_sum(b) && (is_mere_sum(one) || is_mere_sum(other)) => Agreement::Silent,
        // "Repairing the pump would cost", "the repair of the pump would cost".
        _ if is_sum(a) && is_sum(b) && costs(a) && costs(b) && mentions(a, other) && mentions(b, one) => {
            Agreement::Silent
        }
        // A rate, a depth or a cost is of something, and each writer names what he likes of the two.
        _ if is_measured(a) && is_measured(b) && (is_of(a, b) || is_of(b, a)) => Agreement::Silent,
        _ => Agreement::Different,
    }
}

/// Whether people at large are people of a kind that the sentence names; "two of the five are women" makes the five none.
fn stands_for(people: &Claim, kind: &str) -> bool {
    !is_some(kind) && mentions(people, kind)
}

/// Whether the one counts people at large, and its sentence names those whom the other counts.
pub(super) fn stands_for_kind(people: &Claim, some: &Claim) -> bool {
    let kind = some.context().thing.as_str();
    is_human(people)
        && is_human(some)
        && is_general(&people.context().thing)
        && !is_general(kind)
        && stands_for(people, kind)
}

/// Whether the one counts people of a kind, and the other fewer people of any kind to whom the same happened.
fn is_more_than_all(some: &Claim, all: &Claim) -> bool {
    let told = shared(&some.context().events, &all.context().events).next().is_some();
    told && is_general(&all.context().thing) && outnumbers(some, all)
}

/// Whether a figure counts people, or tells the age of some.
pub(super) fn is_human(claim: &Claim) -> bool {
    matches!(class(claim), Some("person" | "casualty"))
}

/// The class of what is counted.
pub(super) fn class(claim: &Claim) -> Option<&str> {
    claim.noun.as_ref().and_then(|noun| noun.class.as_deref())
}

/// The person whose age a figure is.
pub(super) fn aged(claim: &Claim) -> Option<&str> {
    claim.context().thing.strip_prefix("age of ")
}

/// Whether a figure is the age of somebody who is named.
pub fn is_age_of_somebody(claim: &Claim) -> bool {
    aged(claim).is_some()
}

/// Whether two ages are of one person: the words of the one name are among those of the other.
fn of_one_person(one: &str, other: &str) -> bool {
    let among = |few: &str, many: &str| few.split(' ').all(|word| many.split(' ').any(|also| also == word));
    among(one, other) || among(other, one)
}

/// Whether a figure is a length, a time or a share rather than a count or a sum.
fn is_measured(claim: &Claim) -> bool {
    matches!(claim.quantity.unit, Unit::Measure(_) | Unit::Percent)
}

/// Whether a figure is a sum of money.
fn is_sum(claim: &Claim) -> bool {
    matches!(claim.quantity.unit, Unit::Money(_))
}

/// Whether a sum is what something costs.
pub(super) fn costs(claim: &Claim) -> bool {
    claim.context().events.iter().any(|event| event == "cost")
}

/// Whether a sum's noun is whose it is, and not what it is of: "stole $4 million from the museum".
fn is_owner(claim: &Claim) -> bool {
    let house = matches!(class(claim), Some("building" | "organisation"));
    is_sum(claim) && house && !claim.context().kin.iter().any(|kin| kin == "price")
}

/// Whether a word only says that something is paid for, and not what.
fn is_mere_sum(thing: &str) -> bool {
    matches!(thing, "cost" | "price" | "bill" | "sum" | "amount" | "value" | "total" | "money" | "agreement")
}

/// Whether the one's noun is a mere word of measure "of" the other's: the "rate of inflation" is inflation.
fn is_headed_by(one: &Claim, other: &Claim) -> bool {
    measured(one).is_some_and(|of| of.eq_ignore_ascii_case(&other.context().thing))
}

/// What a mere word of measure is of: the inflation of "rate of inflation" and of "inflation rate"; of a length, the
/// tunnel of "depth of the tunnel".
pub(super) fn measured(claim: &Claim) -> Option<&str> {
    let thing = claim.context().thing.as_str();
    let extent = || matches!(claim.quantity.unit, Unit::Measure(_)) && HEADS.contains(&thing);
    let text =
        claim.noun.as_ref().filter(|_| matches!(thing, "rate" | "level" | "percentage" | "proportion") || extent())?;
    let of = text.text.split_once(" of ").map(|(_, of)| of.strip_prefix("the ").unwrap_or(of));
    of.or_else(|| text.text.rsplit_once(' ').map(|(of, _)| of))
}

/// Nouns that say in what something is measured, and not what.
const HEADS: [&str; 12] = [
    "rate",
    "level",
    "share",
    "proportion",
    "ratio",
    "percentage",
    "depth",
    "length",
    "size",
    "height",
    "width",
    "area",
];

/// Whether the one is headed by a mere word of measure, and its sentence names what the other is of; or both are no
/// shares, and it names the other.
fn is_of(one: &Claim, other: &Claim) -> bool {
    let headed = HEADS.contains(&one.context().thing.as_str()) || matches!(one.quantity.unit, Unit::Measure(_));
    headed && mentions(one, &other.context().thing)
}

/// Whether a figure takes its noun over from another: "nine have been confirmed".
pub(super) fn is_elliptical(claim: &Claim) -> bool {
    let own = claim.context().thing.starts_with("magnitude") || aged(claim).is_some();
    !own && claim.noun.as_ref().is_some_and(|noun| noun.span == Span::default())
}

/// Whether a word may stand for any people.
pub(super) fn is_general(thing: &str) -> bool {
    matches!(thing, "" | "person" | "casualty" | "victim" | "other" | "citizen")
}

/// Whether the one counts people who came or are aboard, and the other says as what: "9,000 protesters gathered", "35,000
/// people took to the streets".
fn is_one_crowd(people: &Claim, some: &Claim) -> bool {
    #[rustfmt::skip]
    const CROWD: [&str; 12] = [
        "protester", "spectator", "visitor", "fan", "supporter", "worshipper", "pilgrim", "striker", "passenger", "migrant",
        "tourist", "guest",
    ];
    let came = |claim: &Claim| {
        let context = claim.context();
        let saved = context.events.iter().any(|event| event == "rescue");
        saved || context.kin.iter().any(|kin| matches!(kin.as_str(), "take_part" | "aboard"))
    };
    let general = is_human(people) && is_general(&people.context().thing);
    // 138 people aboard may be 132 passengers and six who sail or fly them.
    let crew = || some.context().thing == "passenger" && is_a_few_more(people, some);
    general && CROWD.contains(&some.context().thing.as_str()) && came(people) && came(some) && !crew()
}

/// Whether a count is that of some and a few more.
fn is_a_few_more(all: &Claim, some: &Claim) -> bool {
    let values = all.quantity.value().zip(some.quantity.value());
    values.is_some_and(|(all, some)| all > some && are_within(all, some, Decimal::new(13, 1)))
}

/// Whether a word stands for those who go to school.
fn is_young(thing: &str) -> bool {
    matches!(thing, "child" | "student")
}

/// Whether a word stands for where people live: flats are homes.
fn is_dwelling(thing: &str) -> bool {
    matches!(thing, "house" | "flat")
}

/// Whether a word stands for things of many kinds, which its sentence may name beside it.
fn is_any_of_kind(thing: &str) -> bool {
    matches!(thing, "fish" | "animal" | "bird" | "vehicle" | "machine" | "weapon" | "building" | "plant")
}

/// Whether a word stands for whoever lives where something happens.
fn is_local(thing: &str) -> bool {
    matches!(thing, "villager" | "resident")
}

/// Whether "men", "workers" or "crew" may be people of a trade: "48 men were below" goes with "31 miners".
fn is_crew(one: &str, other: &str) -> bool {
    let any = matches!(one, "man" | "worker") && !is_some(other) && other != "person";
    any || one == "crew member" && matches!(other, "sailor" | "fisherman" | "airman")
}

/// Whether a word stands for some of any people that something happens to: three women of the six who were hurt.
fn is_some(thing: &str) -> bool {
    matches!(thing, "woman" | "child" | "girl" | "boy" | "baby" | "civilian" | "teenager" | "student" | "foreigner")
}

/// Whether a figure without a thing of its own is of people all the same: "six injured", "the toll stands at 40".
fn is_of_people(claim: &Claim) -> bool {
    let happens = claim.quantity.unit == Unit::Count && !claim.context().is_eventless();
    class(claim) == Some("casualty") || happens
}

#[cfg(test)]
mod tests {
    use super::{Agreement, thing};
    use crate::compare::testing::across;

    #[test]
    fn what_is_counted_measured_or_paid_for() {
        for (one, other, wanted) in [
            ("40 boats sank.", "50 boats sank.", Agreement::Same),
            ("40 boats sank.", "50 nets sank.", Agreement::Different),
            ("48 men were below.", "31 miners were below.", Agreement::Silent),
            ("Rents rose 5 percent.", "A 6 percent rise in rents hurts.", Agreement::Same),
            ("Rents rose 5 percent.", "A 6 percent rise in fares hurts.", Agreement::Different),
            ("They pay 5 percent more in rent.", "A 6 percent rise in rents hurts.", Agreement::Same),
            ("He fired 27 shots.", "They fired 28 shots.", Agreement::Same),
            ("11 crew were aboard.", "16 sailors were aboard.", Agreement::Silent),
            ("11 crew members were aboard.", "16 crew were aboard.", Agreement::Same),
            ("11 crew were aboard.", "16 passengers were aboard.", Agreement::Different),
            ("Three women were hurt.", "Six people were hurt.", Agreement::Different),
            ("A slide killed 40 people.", "A slide left 29 villagers dead.", Agreement::Silent),
            ("A tremor measuring 5.8 hit.", "A quake of magnitude 6.3 hit.", Agreement::Same),
            ("40 people were held.", "60 miners were arrested.", Agreement::Different),
            ("40 people were arrested.", "60 miners were arrested.", Agreement::Silent),
            ("60 people were arrested.", "40 miners were arrested.", Agreement::Different),
            ("To repair the pump would cost $4.", "The repair of the pump would cost $6.", Agreement::Silent),
            ("A magnitude 5.6 quake hit.", "An aftershock of magnitude 4.1 hit.", Agreement::Different),
            ("The cost was £4 million.", "The budget was £5 million.", Agreement::Silent),
            ("9,000 marchers gathered.", "35,000 people took to the streets.", Agreement::Silent),
            ("40 passengers were aboard.", "It was carrying 70 people.", Agreement::Silent),
            ("118 migrants were rescued.", "190 people were saved.", Agreement::Silent),
            ("36 flats need paint.", "104 homes need paint.", Agreement::Silent),
            ("46,000 households lost power.", "58,000 homes are without current.", Agreement::Same),
            ("40 passengers were aboard.", "It was carrying 46 people.", Agreement::Different),
            ("40 protesters were arrested.", "70 people took to the streets.", Agreement::Different),
            ("150,000 salmon have died.", "430,000 fish died at the salmon farm.", Agreement::Silent),
            ("150,000 salmon have died.", "430,000 fish died at the trout farm.", Agreement::Different),
            ("40 cars were sold.", "30 vehicles were sold.", Agreement::Silent),
            ("40 prisoners escaped.", "The breakout of 46 men was filmed.", Agreement::Silent),
            ("40 prisoners escaped.", "46 convicts were on the run.", Agreement::Same),
            ("40 patients were treated.", "60 people were treated.", Agreement::Same),
            ("40 statues were sold.", "30 sculptures were sold.", Agreement::Same),
            ("The debt was £4 million.", "The budget was £5 million.", Agreement::Different),
        ] {
            assert_eq!(across(one, other, |pair| thing(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }
}
