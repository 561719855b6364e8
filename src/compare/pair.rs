//! Two claims side by side, with what they share counted.

use super::aspect::Aspect;
use super::facet::shared;
use super::story::Setting;
use super::thing::{aged, is_elliptical, stands_for_kind};
use super::way::are_opposed;
use super::{Agreement, ClaimRef, Facet};
use crate::claim::{Claim, Context, Interval, Timing, Unit, are_within};
use crate::extract::{Draft, Names, is_of_life_and_limb};
use crate::text::Role;

/// How many words two sentences must share where nothing else says what happened.
pub(super) const ENOUGH_WORDS: usize = 2;

/// Two claims and their facets.
pub(super) struct Pair<'d> {
    pub(super) a: &'d Claim,
    pub(super) b: &'d Claim,
    /// Where the drafts say that they were written, which goes for all that they tell.
    datelines: [Option<&'d str>; 2],
    /// The names that the drafts hold, where they are at hand.
    names: [Option<&'d Names>; 2],
    /// By the number of their aspect.
    agreements: [Agreement; Aspect::ALL.len()],
}

impl<'d> Pair<'d> {
    /// Holds two claims of the drafts against each other.
    pub(super) fn new(drafts: &'d [Draft], a: ClaimRef, b: ClaimRef) -> Self {
        let datelines = [a, b].map(|at| drafts[at.draft].document.dateline());
        let names = [a, b].map(|at| Some(&drafts[at.draft].names));
        Self { datelines, names, ..Self::of(a.of(drafts), b.of(drafts), a.draft == b.draft) }
    }

    /// Holds two claims of two drafts against each other.
    pub(super) fn across([a, b]: [&'d Claim; 2], settings: [&'d Setting<'_>; 2]) -> Self {
        let (datelines, names) = (settings.map(Setting::dateline), settings.map(|setting| Some(setting.names())));
        Self { datelines, names, ..Self::of(a, b, false) }
    }

    /// Holds two claims against each other whose drafts are not at hand, of one or of two.
    pub(super) fn of(a: &'d Claim, b: &'d Claim, one_draft: bool) -> Self {
        let (datelines, names) = ([None; 2], [None; 2]);
        let mut pair = Self { a, b, datelines, names, agreements: Aspect::ALL.map(|aspect| aspect.agreement(a, b)) };
        if aged(a).is_some() && pair.is_same(Aspect::Noun) {
            pair.forgive(&[Aspect::Event, Aspect::Population]);
        }
        // "A slide 40 metres wide buried the road", "the road is cut by a slide 65 metres across".
        if pair.is_same(Aspect::Extent) && pair.is_same(Aspect::Noun) {
            pair.forgive(&[Aspect::Event]);
        }
        // "Must pay a penalty for a leak in May 2024": that is what it is for, and when that was.
        if pair.is_one_fine() {
            pair.forgive(&[Aspect::Event, Aspect::Period]);
        }
        if one_draft && pair.is_said_again() {
            pair.forgive(&[Aspect::Population]);
        }
        // "Norda lifts dividend to 40 cents", "it would cut its dividend to 40 cents a share".
        if one_draft && pair.is_turned_short() {
            pair.forgive(&[Aspect::Population, Aspect::Event, Aspect::Scope]);
        }
        // "The 4,810-metre Mont Blanc", "Mont Blanc is 4,808 metres high".
        if pair.is_same(Aspect::Extent) && pair.is_same(Aspect::Name) {
            pair.forgive(&[Aspect::Population]);
        }
        // "In Tarrow, 20 miles north of Port Hollis": the sea is 20 miles away from there for all.
        if matches!(a.quantity.unit, Unit::Measure(_)) && pair.is_same(Aspect::Holder) {
            pair.forgive(&[Aspect::Place]);
        }
        if a.measure.is_some() && pair.is_pinned() {
            pair.forgive(&[Aspect::Noun, Aspect::Event, Aspect::Population]);
        }
        pair
    }

    /// Whether both tell what somebody whom both name must pay as a punishment.
    fn is_one_fine(&self) -> bool {
        let fine = |claim: &Claim| claim.context().thing == "fine";
        let sum = matches!(self.a.quantity.unit, Unit::Money(_));
        sum && fine(self.a) && fine(self.b) && self.is_same(Aspect::Name)
    }

    /// Whether the later of two figures of two sources says in short what the earlier counted: "seized 14 fishing boats",
    /// "21 boats had been seized" in the next sentence. Whose they are is no detail: "12 Russian soldiers".
    fn is_said_again(&self) -> bool {
        let (first, last) = if self.a.span.start < self.b.span.start { (self.a, self.b) } else { (self.b, self.a) };
        let next = last.sentence.start.checked_sub(first.sentence.end).is_some_and(|gap| gap <= 2);
        let plain = |word: &String| word.starts_with(char::is_lowercase);
        let short = || last.context().modifiers.is_empty() && first.context().modifiers.iter().all(plain);
        let two = || first.has_another_source(last);
        next && short() && two() && self.is_same(Aspect::Noun) && self.is_same(Aspect::Event)
    }

    /// Whether a headline says in short, and the wrong way round, what the text tells: "Crime rises 7 percent", "recorded
    /// crime fell by 7 percent".
    fn is_turned_short(&self) -> bool {
        let short = |claim: &Claim| stands_off(claim) && claim.context().modifiers.is_empty();
        (short(self.a) || short(self.b)) && self.is_same(Aspect::Noun) && are_opposed(self.a, self.b)
    }

    /// Whether the desk counts both under one of its measures.
    pub(super) fn is_pinned(&self) -> bool {
        self.is_same(Aspect::Measure)
    }

    /// Takes a difference in these facets for none: a person is of one age whatever happens to him, and a desk knows what
    /// it counts.
    fn forgive(&mut self, aspects: &[Aspect]) {
        for &aspect in aspects {
            if self.is_different(aspect) {
                self.agreements[aspect as usize] = Agreement::Silent;
            }
        }
    }

    /// The facets, and how the claims agree in each.
    pub(super) fn agreements(&self) -> impl Iterator<Item = (Aspect, Agreement)> {
        Aspect::ALL.into_iter().zip(self.agreements)
    }

    /// Whether the claims agree in a facet.
    pub(super) fn is_same(&self, aspect: Aspect) -> bool {
        self.agreements[aspect as usize] == Agreement::Same
    }

    /// Whether they differ in it.
    fn is_different(&self, aspect: Aspect) -> bool {
        self.agreements[aspect as usize] == Agreement::Different
    }

    /// Whether they differ in any facet.
    pub(super) fn is_apart(&self) -> bool {
        self.agreements.contains(&Agreement::Different)
    }

    /// The facets in words, the deciding ones first: those that differ, then those that agree.
    pub(super) fn facets(&self) -> Vec<Facet> {
        let facet = |(aspect, agreement): (Aspect, Agreement)| {
            let sides = [aspect.words(self.a), aspect.words(self.b)];
            // Most desks teach nothing, and most figures measure no length.
            let told = match aspect {
                Aspect::Measure | Aspect::Extent | Aspect::Way | Aspect::Contrast => {
                    sides.iter().any(|side| side != "—")
                }
                Aspect::Desk => agreement == Agreement::Different,
                _ => true,
            };
            told.then(|| Facet { name: aspect.name(), agreement, sides })
        };
        let mut facets: Vec<_> = self.agreements().filter_map(facet).collect();
        facets.sort_by_key(|facet| match facet.agreement {
            Agreement::Different => 0,
            Agreement::Same => 1,
            Agreement::Silent => 2,
        });
        facets
    }

    /// Whether both say which period they cover, and not the same days.
    pub(super) fn is_of_two_periods(&self) -> bool {
        let periods = self.a.as_of.as_ref().zip(self.b.as_of.as_ref());
        periods.is_some_and(|(one, other)| one.days() != other.days())
    }

    /// Whether both are of the same day: the one that they give, else the one on which they were said.
    pub(super) fn is_of_one_day(&self) -> bool {
        let day = |claim: &Claim| claim.as_of.as_ref().or(claim.said.as_ref()).map(Timing::days);
        let one = day(self.a).filter(|(start, end)| start.is_some() && start == end);
        one.is_some() && one == day(self.b)
    }

    /// Whether neither tells what happened to the counted.
    pub(super) fn is_eventless(&self) -> bool {
        self.a.context().is_eventless() && self.b.context().is_eventless()
    }

    /// Whether both tell of what they count in words that no event holds, and in none that the other has: "had entered the
    /// valley", "were waiting at the border".
    pub(super) fn is_told_apart(&self) -> bool {
        self.is_eventless() && self.words() == 0 && !is_untold(self.a) && !is_untold(self.b)
    }

    /// Whether each draft names somewhere whoever holds the other's figure.
    pub(super) fn is_holder_known(&self) -> bool {
        let known = |holder: &[String], names: Option<&Names>| {
            holder.iter().all(|word| names.is_some_and(|names| names.hold(word)))
        };
        let [names, others] = self.names;
        known(&self.a.context().holder, others) && known(&self.b.context().holder, names)
    }

    /// Whether each draft gives one figure of its unit and no other.
    pub(super) fn is_lone(&self) -> bool {
        let alone =
            |(names, claim): (Option<&Names>, &Claim)| names.is_some_and(|names| names.is_lone(claim.common_unit()));
        self.names.into_iter().zip([self.a, self.b]).all(alone)
    }

    /// Whether each draft gives one figure of an event that both tell of, and no other.
    pub(super) fn is_lone_of_event(&self) -> bool {
        let alone = |event: &String| {
            let of = |(names, claim): (Option<&Names>, &Claim)| {
                names.is_some_and(|names| names.is_lone_of(claim.common_unit(), event))
            };
            self.names.into_iter().zip([self.a, self.b]).all(of)
        };
        shared(&self.a.context().events, &self.b.context().events).any(alone)
    }

    /// Whether both name a place, or neither any but that of its dateline or where both drafts lead with it.
    pub(super) fn is_placed_alike(&self) -> bool {
        // What is given of one month there need not be of all that happened there since.
        let start = |claim: &Claim| claim.as_of.as_ref().and_then(|period| period.start);
        let timed = self.is_of_two_periods() && start(self.a) != start(self.b);
        let scene = |place: &str| self.names.iter().all(|names| names.is_some_and(|names| names.lead_with(place)));
        let afar = |claim: &Claim| {
            let dated = |place: &str| self.datelines.iter().flatten().any(|line| line.eq_ignore_ascii_case(place));
            let here = |place: &String| dated(place) || scene(place);
            !claim.context().places.iter().all(|place| !timed && here(place))
        };
        afar(self.a) == afar(self.b)
    }

    /// Whether what happened is told in words for much the same: "took part" and "a turnout of".
    pub(super) fn is_kin(&self) -> bool {
        shared(&self.a.context().kin, &self.b.context().kin).next().is_some()
    }

    /// Whether both count people of whom nothing is said but the topic, and that alike: "31 miners were still below
    /// at noon", "48 men were below at noon".
    pub(super) fn is_crowd(&self) -> bool {
        self.is_eventless() && self.is_named() && !self.is_different(Aspect::Noun) && self.words() >= ENOUGH_WORDS
    }

    /// "Russian nationals" and "Russians" are of one people, whether they "joined" or "fight".
    pub(super) fn is_one_people(&self) -> bool {
        self.is_same(Aspect::Population) && self.is_named() && (self.words() >= ENOUGH_WORDS || self.is_echoed())
    }

    /// Whether the one sentence says nothing that the other does not: "8 million Danes have asthma", "a study found that 12
    /// million Danes have asthma".
    fn is_echoed(&self) -> bool {
        let few = self.a.context().words.len().min(self.b.context().words.len());
        few > 0 && self.words() == few
    }

    /// Whether the one counts people at large, and its sentence names those whom the other counts: "fired on the strikers,
    /// killing 52", "45 strikers were killed".
    pub(super) fn is_kind_named(&self) -> bool {
        stands_for_kind(self.a, self.b) || stands_for_kind(self.b, self.a)
    }

    fn is_named(&self) -> bool {
        let named = |claim: &Claim| !claim.context().thing.is_empty() && !is_elliptical(claim);
        named(self.a) && named(self.b)
    }

    /// How many content words both sentences hold.
    pub(super) fn words(&self) -> usize {
        shared(&self.a.context().words, &self.b.context().words).count()
    }

    /// How many of these are none of the events that both tell of.
    pub(super) fn words_beyond_event(&self) -> usize {
        let (one, other) = (self.a.context(), self.b.context());
        shared(&one.words, &other.words)
            .filter(|word| !(one.events.contains(word) && other.events.contains(word)))
            .count()
    }

    /// Whether what happened is what befalls people, for which all words of a sentence stand as one.
    pub(super) fn is_told_in_one_word(&self) -> bool {
        let (one, other) = (&self.a.context().events, &self.b.context().events);
        shared(one, other).any(|event| is_of_life_and_limb(event))
    }

    /// How many names and places both sentences hold, be it that the one says where and the other only names it ("in
    /// Tarrow", "the Tarrow wedding").
    pub(super) fn names(&self) -> usize {
        let (one, other) = (self.a.context(), self.b.context());
        let of = |context: &'d Context| [&context.names, &context.places, &context.nations];
        let pairs = of(one).into_iter().flat_map(|list| of(other).map(|also| (list, also)));
        let whole: usize = pairs.map(|(one, other)| shared(one, other).count()).sum();
        whole + named_word_by_word(one, other) + named_word_by_word(other, one)
    }

    /// Whether the one sentence names whoever says the other figure: "Velmar reported a profit of 42", "profit at Velmar".
    pub(super) fn is_of_speaker(&self) -> bool {
        let speaks = |one: &Claim, other: &Claim| {
            let said = |name: &String| {
                one.source.as_ref().is_some_and(|source| source.text.split(' ').any(|word| word == name))
            };
            other.context().names.iter().any(said)
        };
        speaks(self.a, self.b) || speaks(self.b, self.a)
    }

    /// Whether one of them stands in a headline or caption and the other in the text, of the same thing or event.
    pub(super) fn is_set_off(&self) -> bool {
        let noun = self.is_same(Aspect::Noun);
        let thing = if self.a.quantity.unit == Unit::Count {
            // "One of the two houses where it began" is none of the houses that burned.
            self.is_same(Aspect::Event) || self.is_kin() || noun && (self.is_eventless() || are_opposed(self.a, self.b))
        } else {
            // A sum or a share has no noun of its own more often than not.
            let topic = self.words() >= ENOUGH_WORDS || self.is_same(Aspect::Holder);
            noun || self.is_same(Aspect::Event) && topic
        };
        stands_off(self.a) != stands_off(self.b) && thing
    }

    /// Whether the greater figure is at most so many times the lesser: what differs many times over is mostly something
    /// else. "No one was hurt" is told of whatever anybody else may have been hurt in.
    pub(super) fn is_within(&self, times: u32) -> bool {
        // "The next town has had no deaths": that town.
        let none = |claim: &Claim| {
            claim.quantity.value().is_some_and(|value| value.is_zero()) && claim.context().holder.is_empty()
        };
        let unharmed = (none(self.a) || none(self.b)) && self.is_told_in_one_word();
        if unharmed && self.a.quantity.unit == Unit::Count && self.names() + self.words_beyond_event() > 0 {
            return true;
        }
        let size = |reading: Interval| reading.low.or(reading.high).map(|value| value.abs());
        let [one, other] = self.a.readings(self.b).map(size);
        one.zip(other).is_some_and(|(one, other)| are_within(one, other, times.into()))
    }
}

/// How many places of several words the other sentence names by each of these, and does not know for a place.
fn named_word_by_word(one: &Context, other: &Context) -> usize {
    let named = |place: &&String| {
        place.contains(' ') && place.split(' ').all(|word| other.names.iter().any(|name| name == word))
    };
    one.places.iter().filter(named).count()
}

/// Whether a sentence says nothing of its figure but who gives it.
pub(super) fn is_untold(claim: &Claim) -> bool {
    claim.context().words.is_empty()
}

/// Whether a claim stands apart from the running text, as a headline or a caption does, and says over what the text says.
pub(super) fn stands_off(claim: &Claim) -> bool {
    matches!(claim.role, Role::Headline | Role::Caption)
}

#[cfg(test)]
mod tests {
    use crate::compare::testing::across;

    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method alone goes for one lifetime, not for any"
    )]
    #[test]
    fn both_afar_or_both_where_they_were_written() {
        for (one, other, wanted) in [
            ("TARROW, 3 May 2031 (Wire) — 40 boats sank in Tarrow.", "50 boats sank.", true),
            ("LISBON, 3 May 2031 (Wire) — 40 boats sank in Lisbon.", "50 boats sank.", true),
            ("LISBON, 3 May 2031 (Wire) — 40 boats sank in Rome.", "50 boats sank.", false),
            ("40 boats sank in Rome.", "50 boats sank in Lisbon.", true),
            ("40 boats sank.", "50 boats sank.", true),
            ("40 boats sank in Tarrow.", "50 boats sank, said the mayor of Tarrow.", true),
        ] {
            assert_eq!(across(one, other, |pair| pair.is_placed_alike()), wanted, "{one} {other}");
        }
    }
}
