//! Whether two claims can be held against each other at all: whether both are figures, and say of what.

use super::aspect::Aspect;
use super::facet::shared;
use super::pair::{ENOUGH_WORDS, Pair};
use super::thing::{aged, is_general, is_human};
use crate::claim::{Claim, Stated, Status, Unit};

/// How many words and events two sentences must share that measure something.
const ENOUGH_TOPIC: usize = 3;

impl Pair<'_> {
    /// Whether both give figures that can be held against each other: no fraction of something and no vague number, and of
    /// counts either both whole or neither, for "5.6" counts nobody, whatever was hurt.
    pub(super) fn is_exact(&self) -> bool {
        let bare = |claim: &Claim| claim.quantity.unit == Unit::Ratio || claim.quantity.stated == Stated::Vague;
        let whole = |claim: &Claim| claim.quantity.value().is_none_or(|value| value.fract().is_zero());
        let alike = self.a.quantity.unit != Unit::Count || whole(self.a) == whole(self.b);
        !bare(self.a) && !bare(self.b) && alike
    }

    /// Whether the two say what is measured at all: a thing or an event that both have, or a unit that is no mere count.
    pub(super) fn is_tellable(&self) -> bool {
        if self.a.quantity.unit == Unit::Count { self.is_counted_alike() } else { self.is_measured_alike() }
    }

    /// Whether both count one thing, or people of one event, of one nation or of one topic: "people" alone are anybody.
    fn is_counted_alike(&self) -> bool {
        let thing = self.is_same(Aspect::Noun) && !is_general(&self.a.context().thing);
        thing
            || self.is_same(Aspect::Event)
            || self.is_kin()
            || self.is_crowd()
            || self.is_one_people()
            || self.is_one_kind()
            || self.is_one_margin()
    }

    /// Whether both count things of which the one word says more than the other, and of one topic: "300 elephants were seen
    /// from the air", "the animals seen from the air were 200".
    fn is_one_kind(&self) -> bool {
        let named = |claim: &Claim| !claim.context().thing.is_empty() && !is_human(claim);
        named(self.a) && named(self.b) && self.words() >= ENOUGH_WORDS && self.names() > 0
    }

    /// Whether both tell by how many votes or seats one of two won whom both name.
    pub(super) fn is_one_margin(&self) -> bool {
        let margin = |claim: &Claim| claim.context().is_limited("margin");
        self.a.quantity.unit == Unit::Count && margin(self.a) && margin(self.b) && self.names() >= ENOUGH_WORDS
    }

    /// Whether two sentences that measure something share enough words to be about the same: a sum or a share has no noun
    /// of its own, so the topic must say what it is of.
    fn is_measured_alike(&self) -> bool {
        let (one, other) = (self.a.context(), self.b.context());
        let thing = usize::from(self.is_same(Aspect::Noun));
        // Ages are of somebody, and spans of years of something: words around them say little. "Voters under 30" are
        // some of the voters.
        if self.is_one_strength()
            || self.is_one_sentence()
            || self.is_one_deal()
            || self.is_one_extent() && self.names() + self.words() > 0
        {
            return true;
        }
        if self.a.quantity.unit.is_years()
            && (!self.is_same(Aspect::Noun) || is_human(self.a) && aged(self.a).is_none())
        {
            return false;
        }
        let events = shared(&one.events, &other.events).count().max(usize::from(self.is_kin()));
        // "70 percent of members said yes", "52 percent of members trust her": what they do says of what it is a share.
        if self.a.quantity.unit == Unit::Percent && is_human(self.a) && events == 0 && self.words() < ENOUGH_WORDS {
            return false;
        }
        let outlook = usize::from(self.is_one_outlook());
        let words = self.words() + events + 2 * (thing + outlook);
        words >= ENOUGH_TOPIC || (words + 1 >= ENOUGH_TOPIC && self.names() > 0)
    }

    /// Whether both tell how far something goes in one direction, or how far it is from one place.
    pub(super) fn is_one_extent(&self) -> bool {
        let unit = &self.a.quantity.unit;
        let length = matches!(unit, Unit::Measure(_)) && !unit.is_time();
        self.is_same(Aspect::Extent) || length && self.is_same(Aspect::Holder)
    }

    /// Whether both tell how strong an earthquake was.
    pub(super) fn is_one_strength(&self) -> bool {
        self.a.quantity.unit.name() == "magnitude" && self.is_same(Aspect::Noun)
    }

    /// Whether both tell what one party paid for what both name.
    pub(super) fn is_one_deal(&self) -> bool {
        let allots = |claim: &Claim| claim.context().events.iter().any(|event| event == "allot");
        // "Is to acquire Ondel for $4 million", "is buying Ondel in a deal worth $5 million".
        let one = self.is_same(Aspect::Holder) || self.is_same(Aspect::Event);
        one && self.names() > 1 && self.is_kin() && allots(self.a) == allots(self.b)
    }

    /// Whether both tell for how many years somebody whom both name must go to prison.
    pub(super) fn is_one_sentence(&self) -> bool {
        let known = self.names() > 0 || self.words_beyond_event() >= ENOUGH_TOPIC;
        is_jailing(self.a) && is_jailing(self.b) && is_imposed(self.a) && is_imposed(self.b) && known
    }

    /// Whether both look ahead to one period.
    pub(super) fn is_one_outlook(&self) -> bool {
        let ahead = |claim: &&Claim| !matches!(claim.status, Status::Asserted | Status::Denied);
        [self.a, self.b].iter().all(ahead) && self.is_same(Aspect::Period)
    }
}

/// Whether a span of years, and nobody's age, is told with going to prison.
pub(super) fn is_jailing(claim: &Claim) -> bool {
    let jailed = || claim.context().events.iter().any(|event| event == "jail");
    claim.quantity.unit.is_years() && aged(claim).is_none() && jailed()
}

/// Whether a term may be the one that a court imposed: how long somebody has been in prison, must stay there or may be sent
/// there at the most is another.
pub(super) fn is_imposed(claim: &Claim) -> bool {
    const OTHER: [&str; 6] = ["spend", "serve", "maximum", "minimum", "carry", "face"];
    !claim.context().words.iter().chain(&claim.context().modifiers).any(|word| OTHER.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::compare::testing::across;

    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method alone goes for one lifetime, not for any"
    )]
    #[test]
    fn a_share_of_people_needs_what_they_do() {
        for (one, other, wanted) in [
            ("70 percent of members trust Ruiz.", "52 percent of members like Ruiz.", false),
            ("70 percent of members voted for Ruiz.", "52 percent of members voted for Ruiz.", true),
        ] {
            assert_eq!(across(one, other, |pair| pair.is_tellable()), wanted, "{one} {other}");
        }
    }
}
