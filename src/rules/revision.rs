//! `revision`: the same source gives a different value for the same thing at a later date.

use super::dispute::{Dispute, Relation, disputes};
use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::scope::{Scope, is_within};
use super::statement::Statement;
use super::words::{claim, number, raised, stretch};
use crate::claim::Decimal;
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "revision",
    summary: "the same source gives a different value for the same thing at a later date",
    read: |options| Arc::new(Revision::read(options)),
};

#[derive(Debug)]
struct Revision {
    scope: Scope,
    window: Option<u32>,
}

impl Revision {
    fn read(options: &mut Options<'_, '_>) -> Self {
        let meaning = "how many days may lie between the earlier figure and the later one";
        Self { scope: Scope::read(options), window: options.days("window", None, meaning) }
    }
}

impl Check for Revision {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        let wanted = |relation, a: &Statement<'_>, b: &Statement<'_>| {
            relation == Relation::Revision && is_within(scene, self.window, a, b)
        };
        let disputes = disputes(scene, &self.scope, wanted);
        disputes.iter().filter_map(|dispute| raised(scene, dispute, message(dispute)?)).collect()
    }
}

/// "The army now gives 2,500 people (18 March), up 800 (47 percent) from 1,700 (20 February), 26 days before".
fn message(dispute: &Dispute<'_>) -> Option<String> {
    let now = dispute.statements.first()?;
    let before = dispute.statements.iter().find(|one| now.is_later(one) && !one.agrees(now))?;
    let day = |one: &Statement<'_>| one.days.map_or_else(String::new, |days| format!(" ({})", stretch(days)));
    let days = match now.days_apart(before)? {
        1 => "the day before".to_owned(),
        days => format!("{days} days before"),
    };
    let change = change(before, now).unwrap_or_else(|| "instead of".to_owned());
    let name = now.party.name();
    Some(format!("{name} now gives {}{}, {change} {}{}, {days}", claim(now), day(now), claim(before), day(before)))
}

/// By how much the figure moved, where both are points: "up 800 (47 percent) from".
fn change(before: &Statement<'_>, now: &Statement<'_>) -> Option<String> {
    let (old, new) = before.claim.quantity.value().zip(now.claim.quantity.value())?;
    let by = new.checked_sub(old)?;
    let percent = by.abs().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(old.abs())?.round();
    let way = if by.is_sign_negative() { "down" } else { "up" };
    Some(format!("{way} {} ({percent} percent) from", number(by.abs())))
}

#[cfg(test)]
mod tests {
    use crate::rules::sample::{assert_flags, message};

    #[test]
    fn a_party_that_gives_another_figure_later() {
        assert_flags(
            "kind = 'revision'",
            &[
                ("a police 3-01 12; b police 3-05 15", &["12 15"]),
                ("a police 3-01 12; a police 3-05 15", &["12 15"]),
                ("a police 3-01 12; b police 3-05 15; c police 3-06 20", &["12 15 20"]),
                ("a =Post 3-01 12; b =Post 3-02 15", &["12 15"]),
                ("a police 2-20 1,700; b police 3-18 2,500; b army 3-18 1,800", &["1,700 2,500"]),
                ("a = 3-01 12; a police 3-01 12; b police 3-02 15", &["12 12 15"]),
            ],
        );
    }

    #[test]
    fn what_is_no_revision() {
        assert_flags(
            "kind = 'revision'",
            &[
                ("a police 3-01 12; b police 3-01 15", &[]),
                ("a police - 12; b police - 15", &[]),
                ("a police 3-01 12; b army 3-05 15", &[]),
                ("a police 3-01 at least 12; b police 3-05 15", &[]),
                ("a police 3-01 about 1,000; b police 3-05 950", &[]),
                ("a ?officials 3-01 12; b ?officials 3-05 15", &[]),
                ("a = 3-01 12; b = 3-05 15", &[]),
                ("a police 3-01 !12; b police 3-05 15", &[]),
            ],
        );
    }

    #[test]
    fn options() {
        assert_flags(
            "kind = 'revision'\nwindow = 3",
            &[("a police 3-01 12; b police 3-05 15", &[]), ("a police 3-01 12; b police 3-04 15", &["12 15"])],
        );
        assert_flags(
            "kind = 'revision'\ntolerance = 20",
            &[("a police 3-01 12; b police 3-05 15", &[]), ("a police 3-01 12; b police 3-05 16", &["12 16"])],
        );
    }

    #[test]
    fn the_message_says_by_how_much_and_over_what_time() {
        for (drafts, words) in [
            (
                "a police 2-20 1,700; b police 3-18 2,500",
                "police now gives 2,500 people (18 March 2025), up 800 (47 percent) from 1,700 people (20 February 2025), \
                 26 days before",
            ),
            (
                "a police 3-01 50-60; b police 3-02 40",
                "police now gives 40 people (2 March 2025), instead of 50-60 people (1 March 2025), the day before",
            ),
        ] {
            assert_eq!(message("kind = 'revision'", drafts), words);
        }
    }
}
