//! Whether two claims of two drafts may be of one thing at all, however much their sentences share.

use super::aspect::Aspect;
use super::facet::is_lost;
use super::pair::Pair;
use super::thing::{class, is_elliptical, is_general, is_human};
use crate::claim::{Claim, Unit};

/// How many times as great a figure may be to be taken for another count of the same on little evidence.
pub(super) const MANY_TIMES: u32 = 4;

/// The same, where a draft names nothing.
pub(super) const TWICE: u32 = 2;

/// The same, whatever the evidence.
pub(super) const TEN_TIMES: u32 = 10;

/// Whether two claims of two drafts may be of one thing at all: neither takes its noun over from another figure, they do
/// not lie an order of magnitude apart, and neither is somebody's of whom the other says nothing.
pub(super) fn is_likely(pair: &Pair<'_>) -> bool {
    // "Killed 12 people and hurt 20": whoever is hurt is people, said again or not.
    let told = || pair.is_told_in_one_word() && pair.is_within(MANY_TIMES);
    let own = |claim: &Claim| !is_elliptical(claim) || is_human(claim) && told();
    own(pair.a)
        && own(pair.b)
        && pair.is_within(if is_anybody(pair) { MANY_TIMES } else { TEN_TIMES })
        && is_of_one_fall(pair)
        && is_held(pair)
        && is_of_one_parent(pair)
        && is_happening(pair)
        && is_of_one_day(pair)
        && is_of_one_hour(pair)
}

/// Whether neither tells how many had voted before the polls closed, or both do: turnout grows by the hour.
fn is_of_one_hour(pair: &Pair<'_>) -> bool {
    const BEFORE: [&str; 5] = ["noon", "midday", "morning", "afternoon", "a.m."];
    let polled = |claim: &Claim| claim.context().events.iter().any(|event| event == "turnout");
    let early = |claim: &Claim| claim.context().words.iter().any(|word| BEFORE.contains(&word.as_str()));
    !(polled(pair.a) && polled(pair.b)) || early(pair.a) == early(pair.b)
}

/// Whether neither tells how far somebody fell, or both are of like size or tell it of somebody of one age: on one mountain
/// several climbers fall.
fn is_of_one_fall(pair: &Pair<'_>) -> bool {
    /// How many times as deep two accounts may put one fall.
    const TIMES: u32 = 3;
    let fall = pair.is_same(Aspect::Extent) && pair.a.context().extent.as_deref() == Some("fall");
    !fall || pair.is_within(TIMES) || pair.is_same(Aspect::Contrast)
}

/// Whether both count people at large, and the sentences name nothing alike: a toll many times another's is of another day.
fn is_anybody(pair: &Pair<'_>) -> bool {
    let people = is_general(&pair.a.context().thing) && is_general(&pair.b.context().thing);
    pair.a.quantity.unit == Unit::Count && people && pair.names() == 0
}

/// Whether neither tells by how much something moved, or both of one period: what rose on Monday may fall on Tuesday.
fn is_of_one_day(pair: &Pair<'_>) -> bool {
    let moves = |claim: &Claim| claim.context().is_limited("change");
    !moves(pair.a) && !moves(pair.b) || pair.is_same(Aspect::Period) || pair.is_same(Aspect::Contrast)
}

/// Whether neither count is somebody's of whom the other says nothing: what one candidate has won is not what it takes
/// to win.
pub(super) fn is_held(pair: &Pair<'_>) -> bool {
    let stranger = |one: &Claim, other: &Claim| {
        let (holder, names) = (&one.context().holder, &other.context().names);
        // "Norda said it had cancelled 140 flights."
        let speaks = |word: &String| other.source.as_ref().is_some_and(|source| source.text.contains(word.as_str()));
        !holder.is_empty() && holder.iter().all(|word| !names.contains(word) && !speaks(word))
    };
    // Whoever or whatever killed them does not own the dead, where both drafts name it, and the winner's lead is the
    // loser's distance.
    let distance = |claim: &Claim| claim.context().is_limited("margin");
    let lost = || is_lost(pair.a.context()) && is_lost(pair.b.context());
    let nobodys = || (lost() || distance(pair.a) && distance(pair.b)) && pair.is_holder_known();
    pair.a.quantity.unit != Unit::Count
        || pair.is_same(Aspect::Holder)
        || nobodys()
        || !stranger(pair.a, pair.b) && !stranger(pair.b, pair.a)
}

/// Whether how many children somebody has is told of one person.
fn is_of_one_parent(pair: &Pair<'_>) -> bool {
    pair.is_same(Aspect::Name) || !is_of_parent(pair.a)
}

pub(super) fn is_of_parent(claim: &Claim) -> bool {
    claim.context().thing == "child of a parent"
}

/// Whether two counts of states, towns or camps tell of the same happening there, for each story has its own five states;
/// and two of what is at stake name the place where it is: each contest has its own 20 seats.
pub(super) fn is_happening(pair: &Pair<'_>) -> bool {
    let counts = pair.a.quantity.unit == Unit::Count;
    let contested = |claim: &Claim| claim.context().events.iter().any(|event| event == "stake");
    if counts && contested(pair.a) && contested(pair.b) && !pair.is_same(Aspect::Place) {
        return false;
    }
    class(pair.a) != Some("place") || !counts || pair.is_same(Aspect::Event)
}

#[cfg(test)]
mod tests {
    use super::{is_happening, is_held, is_of_one_hour};
    use crate::compare::testing::across;

    #[test]
    fn a_count_of_somebody_goes_with_what_names_him() {
        for (one, other, wanted) in [
            ("Orlov has won 28 seats.", "A party needs 30 seats.", false),
            ("Orlov has won 28 seats.", "Orlov has 30 seats.", true),
            ("Orlov has won 28 seats.", "Some 30 seats went to the party of Orlov.", true),
            ("They won 28 seats.", "A party needs 30 seats.", true),
            ("Orlov has won 28 percent.", "A party needs 30 percent.", true),
            ("Orlov has won 28 seats.", "Ana Orlov said they had won 30 seats.", true),
            ("Hurricane Orlov killed 28 people.", "The storm killed 30 people.", false),
            ("Hurricane Orlov killed 28 people.", "Orlov is over. The storm killed 30 people.", true),
            ("Orlov finished 280 votes ahead of Ruiz.", "The lead was just 300 votes.", false),
            ("Orlov finished 280 votes ahead of Ruiz.", "Orlov led. The lead was just 300 votes.", true),
        ] {
            assert_eq!(across(one, other, is_held), wanted, "{one} {other}");
        }
    }

    #[test]
    fn turnout_grows_by_the_hour() {
        for (one, other, wanted) in [
            ("Turnout was 44 percent at noon.", "Turnout was 61 percent.", false),
            ("By midday 44 percent of voters had voted.", "Turnout was 61 percent.", false),
            ("Turnout was 44 percent.", "Turnout was 61 percent.", true),
            ("Turnout was 44 percent at noon.", "Turnout was 41 percent at noon.", true),
        ] {
            assert_eq!(across(one, other, is_of_one_hour), wanted, "{one} {other}");
        }
    }

    #[test]
    fn places_counted_are_those_that_something_happens_to() {
        for (one, other, wanted) in [
            ("The flood hit 5 towns.", "They visited 5 towns.", false),
            ("They visited 4 towns.", "They talked of 5 towns.", false),
            ("5 towns were evacuated.", "Crews evacuated 6 towns.", true),
            ("They visited 4 boats.", "They talked of 5 boats.", true),
            ("There are 40 seats at stake.", "There are 50 seats at stake.", false),
            ("There are 40 seats at stake in Rome.", "There are 50 seats at stake in Rome.", true),
        ] {
            assert_eq!(across(one, other, is_happening), wanted, "{one} {other}");
        }
    }
}
