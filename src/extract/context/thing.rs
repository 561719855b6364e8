//! The word that stands for what is counted, where the sentence knows better than the noun.

use super::{Place, age, class_in_front, is_doer, is_harmed};
use crate::claim::{Context, Unit};
use crate::extract::noun::is_of_parent;
use crate::grammar::Tokens;

/// "Some 300 aftershocks followed, the strongest of magnitude 5.1": the shock spoken of last is no quake.
fn is_of_aftershock(sentence: Tokens<'_>, place: &Place) -> bool {
    const SHOCKS: [&str; 8] =
        ["aftershock", "foreshock", "quake", "earthquake", "tremor", "temblor", "mainshock", "shock"];
    let named = |at: usize| {
        let word = sentence.from(at).letters().trim_end_matches('s');
        SHOCKS.iter().position(|shock| word.eq_ignore_ascii_case(shock))
    };
    (0..place.phrase.start).rev().find_map(named).is_some_and(|shock| shock < 2)
}

/// What is counted, where the sentence knows better than the noun: whoever is hurt is no quake ("Quake hits island, five
/// hurt"), an age is of the person named, and the strength of an earthquake counts no earthquakes.
pub(super) fn settled(sentence: Tokens<'_>, place: &Place, context: &Context, thing: String) -> String {
    if let Some(name) = place.unit.is_years().then(|| age::aged(sentence, place)).flatten() {
        return format!("age of {name}");
    }
    let start = place.phrase.start.saturating_sub(3);
    let end = place.phrase.end + 2;
    let told = (start..end).any(|at| sentence.from(at).letters().eq_ignore_ascii_case("magnitude"));
    if told || place.unit.name() == "magnitude" {
        // An aftershock is another quake.
        let after = |at: usize| ["aftershock", "aftershocks", "foreshock"].contains(&sentence.from(at).letters());
        return if (start..end).any(after) || is_of_aftershock(sentence, place) {
            "magnitude of an aftershock"
        } else {
            "magnitude"
        }
        .to_owned();
    }
    // "Sent to prison for 11 years for fraud".
    if place.unit.is_years() && context.events.iter().any(|event| event == "jail") {
        return String::new();
    }
    if is_of_parent(sentence, place.phrase.start) {
        return "child of a parent".to_owned();
    }
    if place.unit != Unit::Count && is_doer(sentence, place) {
        return String::new();
    }
    // "The jobless rate" is unemployment.
    if thing == "rate" && context.events.iter().any(|event| event == "unemployed") {
        return "unemployment".to_owned();
    }
    // "Air strikes killed 38 and mines 12": a weapon tells which of the dead they are.
    let class = class_in_front(sentence, place);
    let lifeless = class.is_some_and(|class| !matches!(class, "person" | "casualty" | "animal" | "weapon"));
    let common =
        context.events.iter().find_map(|event| sentence.lexicon().happens_to(event, &thing)).map(str::to_owned);
    // "Was fined $4 million for rigging the rate", "the fine of $4 million".
    if matches!(place.unit, Unit::Money(_)) && context.events.iter().any(|event| event == "fine") {
        return "fine".to_owned();
    }
    // "Turnout was 61 percent": of those who may vote.
    let whole = place.unit == Unit::Percent && thing.is_empty();
    let turnout = || context.events.iter().find_map(|event| sentence.lexicon().happens_to(event, event));
    let thing = if whole { turnout().map_or(thing, str::to_owned) } else { thing };
    let joined = context.kin.iter().any(|kin| kin == "take_part");
    // "Put the crowd at the final at 23,400": those who came, and no finals.
    let gathered = joined && (class == Some("event") && place.noun.is_empty() || thing == "gate");
    let told = place.unit == Unit::Count && (is_harmed(context) && lifeless || gathered);
    if told { String::new() } else { common.unwrap_or(thing) }
}
