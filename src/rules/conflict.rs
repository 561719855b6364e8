//! `conflict`: two different sources give incompatible values for the same thing and period.

use super::dispute::{Dispute, Relation, disputes};
use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::scope::{Scope, is_within};
use super::statement::Statement;
use super::words::{figures, raised};
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "conflict",
    summary: "two different sources give incompatible values for the same thing and period",
    read: |options| Arc::new(Conflict::read(options)),
};

/// Days for which a figure stands unless its source gives another.
const WINDOW: u32 = 31;

/// Days for which what two drafts say in their own words stands: it is as things are on the day.
const OWN_WORDS: u32 = 5;

#[derive(Debug)]
struct Conflict {
    scope: Scope,
    window: Option<u32>,
    sources: Sources,
    min_sources: u32,
}

/// Whose figures are held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sources {
    Different,
    Named,
    Same,
}

impl Conflict {
    fn read(options: &mut Options<'_, '_>) -> Self {
        let rule = Self {
            scope: Scope::read(options),
            window: options.days(
                "window",
                Some(WINDOW),
                "how many days may lie between two statements that are compared; at most 5 where drafts say both in their own \
                 words",
            ),
            sources: options.choice(
                "sources",
                ("different", Sources::Different),
                &[("named", Sources::Named), ("same", Sources::Same)],
                "whose figures are compared: those of `different` parties, of different parties that are `named`, or \
                 those that several drafts ascribe to the `same` party on the same day",
            ),
            min_sources: options.at_least("min_sources", 1, "how many parties must take part"),
        };
        if rule.sources == Sources::Same {
            rule.refuse_the_impossible(options);
        }
        rule
    }

    /// What several drafts ascribe to one party is neither of two parties nor in one draft.
    fn refuse_the_impossible(&self, options: &mut Options<'_, '_>) {
        if self.min_sources > 1 {
            let message = "the rule can never match: `sources = \"same\"` leaves one party, expected 1";
            options.refuse("min_sources", message);
        }
        if !self.scope.is_across() {
            let message = "the rule can never match: `sources = \"same\"` is about several drafts, expected `all`";
            options.refuse("scope", message);
        }
    }

    fn wants(&self, scene: &Scene<'_>, relation: Relation, a: &Statement<'_>, b: &Statement<'_>) -> bool {
        let fits = match self.sources {
            Sources::Different => relation == Relation::Conflict,
            Sources::Named => relation == Relation::Conflict && a.party.is_named() && b.party.is_named(),
            Sources::Same => relation == Relation::Report,
        };
        let voices = a.party.is_voice() && b.party.is_voice();
        let window = if voices { self.window.map(|days| days.min(OWN_WORDS)) } else { self.window };
        fits && is_within(scene, window, a, b)
    }

    fn has_enough(&self, dispute: &Dispute<'_>) -> bool {
        u32::try_from(dispute.parties()).is_ok_and(|parties| parties >= self.min_sources)
    }
}

impl Check for Conflict {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        let disputes = disputes(scene, &self.scope, |relation, a, b| self.wants(scene, relation, a, b));
        let grave = disputes.iter().filter(|dispute| self.has_enough(dispute));
        grave.filter_map(|dispute| raised(scene, dispute, message(dispute))).collect()
    }
}

fn message(dispute: &Dispute<'_>) -> String {
    format!("Sources disagree: {}", figures(dispute))
}

#[cfg(test)]
mod tests {
    use crate::rules::sample::{assert_flags, message};

    #[test]
    fn parties_that_disagree() {
        assert_flags(
            "kind = 'conflict'",
            &[
                ("a police 3-01 12; a army 3-01 15", &["12 15"]),
                ("a police 3-01 12; b army 3-02 15", &["12 15"]),
                ("a = 3-01 12; b = 3-01 15", &["12 15"]),
                ("a = 3-01 12; b = 3-06 15", &["12 15"]),
                ("a = 3-01 12; b = 3-07 15", &[]),
                ("a = 3-01 12; b army 3-07 15", &["12 15"]),
                ("a =Post 3-01 12; b =Post 3-01 15", &["12 15"]),
                ("a =Post 3-01 12; b =Post 3-02 15", &[]),
                ("a ?officials 3-01 12; b ?officials 3-01 15", &["12 15"]),
                ("a police 3-01 12; a ?officials 3-01 15", &["12 15"]),
                ("a police 3-01 12; b =Post 3-01 15", &["12 15"]),
                ("a police - 12; b army - 15", &["12 15"]),
            ],
        );
    }

    #[test]
    fn what_agrees_is_no_conflict() {
        assert_flags(
            "kind = 'conflict'",
            &[
                ("a police 3-01 12; b army 3-01 12", &[]),
                ("a police 3-01 about 2,500; b army 3-01 2,480", &[]),
                ("a police 3-01 about 2,500; b army 3-01 1,800", &["1,800 2,500"]),
                ("a police 3-01 at least 40; b army 3-01 46", &[]),
                ("a police 3-01 at least 40; b army 3-01 at least 50", &[]),
                ("a police 3-01 at least 40; b army 3-01 more than 80", &["40 80"]),
                ("a police 3-01 at least 40; b army 3-01 31", &["31 40"]),
                ("a police 3-01 40-50; b army 3-01 45", &[]),
                ("a police 3-01 dozens; b army 3-01 45", &[]),
                ("a police 3-01 !12; b army 3-01 15", &[]),
            ],
        );
    }

    #[test]
    fn other_kinds_of_dispute_are_left_to_them() {
        assert_flags(
            "kind = 'conflict'",
            &[
                ("a police 3-01 12; b police 3-05 15", &[]),
                ("a police 3-01 12; b police 3-01 15", &[]),
                ("a = 3-01 12; a = 3-01 15", &[]),
                ("a = 3-01 12; a police 3-01 15", &[]),
                ("a = 3-01 12; a = 3-01 15; b police 3-02 15", &[]),
                ("a = 3-01 12; a police 3-01 15; b police 3-01 15", &[]),
                ("a = 3-01 12; a = 3-01 15; b police 3-02 19", &["12 15 19"]),
            ],
        );
    }

    #[test]
    fn a_figure_that_its_party_replaced_is_out_of_play() {
        assert_flags(
            "kind = 'conflict'",
            &[
                ("a police 2-20 1,700; b police 3-18 2,500; b army 3-18 1,800", &["1,800 2,500"]),
                ("a police 3-01 12; a army 3-01 15; b police 3-02 21; b army 3-02 23", &["12 15", "21 23"]),
                ("a police 3-01 12; b army 3-02 15; c police 3-03 15", &[]),
                ("a police 1-01 12; b army 3-03 15", &[]),
                ("a police 2-01 12; b army 3-03 15", &["12 15"]),
            ],
        );
    }

    #[test]
    fn one_finding_for_one_dispute() {
        assert_flags(
            "kind = 'conflict'",
            &[
                (
                    "a police 3-01 12; b army 3-01 12; c mayor 3-01 12; c union 3-01 15; d church 3-01 15",
                    &["12 12 12 15 15"],
                ),
                ("a police 3-01 12; b army 3-01 15; c mayor 3-01 20", &["12 15 20"]),
                ("a = 3-01 12; a police 3-01 12; b army 3-01 15", &["12 12 15"]),
                ("a police 3-01 12; b army 3-01 15; b union 3-01 at least 10", &["12 15"]),
            ],
        );
    }

    #[test]
    fn options() {
        for (options, drafts, flagged) in [
            ("window = 2", "a police 3-01 12; b army 3-04 15", &[][..]),
            ("tolerance = 25", "a police 3-01 12; b army 3-01 15", &[]),
            ("tolerance = 15", "a police 3-01 12; b army 3-01 15", &["12 15"]),
            ("sources = 'named'", "a police 3-01 12; b ?officials 3-01 15", &[]),
            ("sources = 'named'", "a police 3-01 12; b army 3-01 15", &["12 15"]),
            ("sources = 'same'", "a police 3-01 12; b police 3-01 15", &["12 15"]),
            ("min_sources = 3", "a police 3-01 12; b army 3-01 15", &[]),
            ("min_sources = 3", "a police 3-01 12; b army 3-01 15; c mayor 3-01 12", &["12 12 15"]),
            ("units = ['percent']", "a police 3-01 12; b army 3-01 15", &[]),
            ("units = ['count']", "a police 3-01 12; b army 3-01 15", &["12 15"]),
            ("classes = ['vehicle']", "a police 3-01 12; b army 3-01 15", &[]),
            ("classes = ['person']", "a police 3-01 12; b army 3-01 15", &["12 15"]),
        ] {
            assert_flags(&format!("kind = 'conflict'\n{options}"), &[(drafts, flagged)]);
        }
    }

    #[test]
    fn the_message_names_figures_parties_and_days() {
        assert_eq!(
            message("kind = 'conflict'", "a police 3-01 about 2,500; b army 3-04 1,800; c mayor 3-02 1,800"),
            "Sources disagree: 1,800 people (army, 4 March 2025; mayor, 2 March 2025) \
             against about 2,500 people (police, 1 March 2025)"
        );
    }
}
