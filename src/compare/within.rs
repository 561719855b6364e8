//! Two claims of one draft: whether they may contradict each other.
//!
//! They are held to more than two that different drafts make: a writer who gives two figures mostly gives them of two
//! things. In one voice they are joined only where the second takes up the first ("the five drones"), where one stands
//! in a headline or caption, or where thing, event and topic all agree.

use super::aspect::Aspect;
use super::facet::shared;
use super::pair::Pair;
use super::thing::{aged, is_elliptical};
use super::way::are_opposed;
use crate::claim::{Claim, Unit};

/// How many words two passages in one voice must share beside thing and event.
const ENOUGH_WORDS: usize = 2;

/// Whether two claims of one draft with this text stand in two sentences, and where one voice makes both, the text itself
/// ties them together.
pub(super) fn may_contradict(pair: &Pair<'_>, text: &str) -> bool {
    let (a, b) = (pair.a, pair.b);
    let party = |claim: &Claim| claim.source.as_ref().map(|source| source.id.clone());
    // The draft's own figure beside a source's is mostly background, so it is held to as much as the source itself.
    let one_voice = party(a) == party(b) || a.source.is_none() || b.source.is_none();
    let strange = a.quantity.unit == Unit::Count && pair.is_told_apart();
    let elliptical = is_elliptical(a) || is_elliptical(b);
    let apart = a.sentence != b.sentence && !elliptical && a.cell.is_none() && b.cell.is_none();
    // A person is of one age throughout.
    let aged = aged(a).is_some() && pair.is_same(Aspect::Noun);
    let tied = aged
        || is_holding(pair)
        || !(one_voice || strange)
        || is_said_apart(a, b)
        || takes_up(pair, text)
        || pair.is_set_off()
        || is_one_passage(pair);
    // A text may tell of a rise and of a fall; its headline tells of one of them.
    let turned = one_voice && !pair.is_set_off() && are_opposed(a, b) && !takes_up(pair, text);
    apart && tied && !turned
}

/// Whether the later claim takes up the thing that the earlier one brought in: "three drones …; the five drones", "three
/// drones …; five such drones".
pub(super) fn takes_up(pair: &Pair<'_>, text: &str) -> bool {
    let (a, b) = (pair.a, pair.b);
    let (earlier, later) = if a.span.start < b.span.start { (a, b) } else { (b, a) };
    let sized = later.context().is_limited("known") && pair.is_same(Aspect::Extent);
    let (definite, such) = (later.context().is_limited("definite") || sized, later.context().is_limited("such"));
    // "The £2 million that the city paid for it", "the five hours for which it was shut": a sum or a span of time has no
    // noun of its own.
    let thing =
        pair.is_same(Aspect::Noun) || a.quantity.unit != Unit::Count && (pair.is_kin() || pair.is_same(Aspect::Event));
    // "A new tram line", "the tram line": of sums and measures the noun phrase stands now here, now there.
    let alike = a.quantity.unit != Unit::Count || a.context().modifiers == b.context().modifiers;
    let of_one_thing = thing && alike;
    let picked = is_picked(later, text) && !pair.is_same(Aspect::Event) && pair.words() == 0;
    (such || definite && a.block != b.block) && of_one_thing && !picked && !is_narrowed(earlier, later, text)
}

/// Whether a clause right behind a count says which of them are meant: "the 14 paintings that police found in a van".
fn is_picked(claim: &Claim, text: &str) -> bool {
    let behind = text.get(claim.span.end..).unwrap_or_default();
    let opens =
        ["that", "who", "whom", "which"].iter().any(|word| behind.trim_start().starts_with(&format!("{word} ")));
    claim.quantity.unit == Unit::Count && opens
}

/// Whether the later figure's clause names what the text has not named up to the earlier one: "the 2,460 pupils at Hill
/// School" are not those of the whole town.
pub(super) fn is_narrowed(earlier: &Claim, later: &Claim, text: &str) -> bool {
    let known = text.get(..earlier.sentence.end).unwrap_or_default();
    let behind = text.get(later.span.end..later.sentence.end).unwrap_or_default();
    let beyond = behind.find([',', ';']).and_then(|comma| behind.get(comma..)).unwrap_or_default();
    let mut names = later.context().names.iter().chain(&later.context().places);
    names.any(|name| !known.contains(name.as_str()) && !beyond.contains(name.as_str()))
}

/// Whether both say how many of one thing one holder has: "Velmar, with 400 staff", "Velmar has 600 staff".
fn is_holding(pair: &Pair<'_>) -> bool {
    let plain = |claim: &Claim| claim.context().is_eventless() && claim.as_of.is_none();
    pair.is_same(Aspect::Holder) && pair.is_same(Aspect::Noun) && plain(pair.a) && plain(pair.b)
}

/// Whether one named party says the two at different times: it may have changed its mind.
fn is_said_apart(a: &Claim, b: &Claim) -> bool {
    a.source.is_some()
        && b.source.is_some()
        && a.said_from().zip(b.said_from()).is_some_and(|(one, other)| one != other)
}

/// Whether thing, event and topic all agree.
fn is_one_passage(pair: &Pair<'_>) -> bool {
    let (a, b) = (pair.a, pair.b);
    let names = shared(&a.context().names, &b.context().names).count();
    let words = pair.words() + 2 * names;
    let both = pair.is_same(Aspect::Noun) && pair.is_same(Aspect::Event);
    // A share or a sum has no noun of its own more often than not: there the topic must say more.
    let measured = a.quantity.unit != Unit::Count && pair.is_same(Aspect::Event) && words > ENOUGH_WORDS;
    let dated = a.as_of.is_some() == b.as_of.is_some();
    (both || measured) && dated && a.context().modifiers == b.context().modifiers && words >= ENOUGH_WORDS
}

#[cfg(test)]
mod tests {
    use super::{is_holding, takes_up};
    use crate::compare::testing::within;

    #[test]
    fn what_takes_up_a_figure() {
        for (text, wanted) in [
            ("Three drones came over the bay.\n\nThe five drones turned back.", true),
            ("Three drones came over the bay.\n\nFive such drones turned back.", true),
            ("Three drones came over the bay.\n\nFive drones turned back.", false),
            ("Three drones came over the bay.\n\nThe two drones that turned back were armed.", false),
            ("Three drones came over the bay.\n\nThe five boats turned back.", false),
            ("Three drones came over the bay.\n\nThe five drones at Tarrow Mill turned back.", false),
            ("Three drones came over the bay.\n\nOf the five drones, one was from Velmar.", true),
            ("It was closed for three hours.\n\nThe five hours for which it was closed cost a lot.", true),
            ("It was closed for three hours.\n\nThe five hours of the match were quiet.", false),
        ] {
            assert_eq!(within(text, |pair| takes_up(pair, text)), wanted, "{text}");
        }
    }

    #[test]
    fn what_one_holder_has() {
        for (text, wanted) in [
            ("Velmar, a tyre maker with 400 staff, grew. Velmar has 600 staff.", true),
            ("Velmar, a tyre maker with 400 staff, grew. Ondel has 600 staff.", false),
            ("Velmar has 400 staff. Velmar has 600 vans.", false),
            ("Velmar has 400 staff. In May 2031 Velmar had 600 staff.", false),
        ] {
            assert_eq!(within(text, is_holding), wanted, "{text}");
        }
    }
}
