//! Towns, the land around them and what lies in them. Every town has offices of its own: what the police of one town tell
//! is of that town, unless they say otherwise.

use super::facet::{is_additive, mentions};
use crate::claim::{Claim, Source};

/// Whether two claims are told by offices of one kind in two towns: "Korvan police", "Police in Lune".
pub(super) fn are_of_two_towns(a: &Claim, b: &Claim) -> bool {
    let offices = a.source.as_deref().and_then(office).zip(b.source.as_deref().and_then(office));
    offices.is_some_and(|((kind, town), (other_kind, other))| {
        let shared = town.split(' ').any(|word| is_name(word) && other.split(' ').any(|other| other == word));
        kind.eq_ignore_ascii_case(other_kind) && !shared
    })
}

/// Whether the one is told of a town or a site, and the other, which is greater, of the land around one: "40 cases in the
/// city", "40 nurses at a clinic", "260 in the whole of the province".
pub(super) fn is_town_of_land(town: &Claim, land: &Claim) -> bool {
    const TOWNS: [&str; 11] =
        ["city", "town", "village", "clinic", "hospital", "school", "plant", "farm", "factory", "station", "refinery"];
    const LANDS: [&str; 5] = ["province", "region", "county", "district", "country"];
    let tells = |claim: &Claim, words: &[&str]| claim.context().words.iter().any(|word| words.contains(&word.as_str()));
    let only = |claim: &Claim, these: &[&str], others: &[&str]| tells(claim, these) && !tells(claim, others);
    let greater = || town.quantity.value().zip(land.quantity.value()).is_some_and(|(town, land)| land > town);
    is_additive(&town.quantity.unit) && only(town, &TOWNS, &LANDS) && only(land, &LANDS, &TOWNS) && greater()
}

/// Whether the one was seized where somebody keeps things and the other on its way: "at a farm outside Tarrow", "at the ferry
/// port in Tarrow".
pub(super) fn are_hauls_of_two(a: &Claim, b: &Claim) -> bool {
    #[rustfmt::skip]
    const KEPT: [&str; 10] = [
        "farm", "barn", "house", "flat", "warehouse", "garage", "shop", "factory", "laboratory", "field",
    ];
    #[rustfmt::skip]
    const MOVED: [&str; 15] = [
        "port", "harbour", "airport", "border", "ferry", "ship", "vessel", "boat", "yacht", "lorry", "truck", "van", "train",
        "container", "plane",
    ];
    let seized = |claim: &Claim| claim.context().events.iter().any(|event| event == "seize");
    let only = |claim: &Claim, these: &[&str], others: &[&str]| {
        let told = |words: &[&str]| words.iter().any(|word| mentions(claim, word));
        told(these) && !told(others)
    };
    let apart = |one: &Claim, other: &Claim| only(one, &KEPT, &MOVED) && only(other, &MOVED, &KEPT);
    seized(a) && seized(b) && (apart(a, b) || apart(b, a))
}

/// The kind of a local office, and what names its town.
fn office(source: &Source) -> Option<(&str, &str)> {
    let placed = source.name.split_once(" in ").or_else(|| source.name.split_once(" of "));
    let called = || source.name.rsplit_once(' ').map(|(town, kind)| (kind, town));
    let (kind, town) = placed.or_else(called)?;
    let local = Source::is_local_office(&kind.to_lowercase());
    (local && town.split(' ').any(is_name)).then_some((kind, town))
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{are_hauls_of_two, are_of_two_towns};
    use crate::compare::testing::across;

    #[test]
    fn what_is_told_in_two_towns() {
        for (one, other, wanted) in [
            ("Korvan police said 40 men were held.", "Lunow police said 60 men were held.", true),
            ("Police in Korvan said 40 men were held.", "Lunow police said 60 men were held.", true),
            ("Korvan police said 40 men were held.", "Korvan city police said 60 men were held.", false),
            ("Korvan police said 40 men were held.", "Police said 60 men were held.", false),
            ("Korvan police said 40 men were held.", "Lunow prosecutors said 60 men were held.", false),
        ] {
            assert_eq!(across(one, other, |pair| are_of_two_towns(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }

    #[test]
    fn hauls_at_home_and_on_the_way() {
        for (one, other, wanted) in [
            ("Police seized 40 kilos on a farm.", "Police seized 60 kilos in a van.", true),
            ("Police seized 40 kilos in a port.", "Police seized 60 kilos on a ship.", false),
            ("Police seized 40 kilos on a farm.", "Police seized 60 kilos.", false),
            ("Police seized 40 kilos on a farm.", "Police seized 60 kilos in a van on a farm.", false),
            ("They sold 40 kilos on a farm.", "They sold 60 kilos in a van.", false),
        ] {
            assert_eq!(across(one, other, |pair| are_hauls_of_two(pair.a, pair.b)), wanted, "{one} {other}");
        }
    }
}
