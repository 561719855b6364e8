//! `inconsistency`: a draft contradicts itself: same thing and period, same source or none.
//!
//! A figure in the draft's own voice may rest on any source that the draft quotes: it is only held against the sources
//! when it fits none of them, and then against those of its own days.

use super::dispute::{Dispute, Relation, disputes};
use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::scope::{Scope, is_within};
use super::statement::Statement;
use super::words::{claim_in, listed, raised};
use std::sync::Arc;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "inconsistency",
    summary: "a draft contradicts itself: same thing and period, same source or none",
    read: |options| Arc::new(Inconsistency::read(options)),
};

/// Days after which a draft may well give another figure than its source did.
const WINDOW: u32 = 2;

#[derive(Debug)]
struct Inconsistency {
    scope: Scope,
    window: Option<u32>,
}

impl Inconsistency {
    fn read(options: &mut Options<'_, '_>) -> Self {
        let meaning =
            "how many days before the draft a source may have spoken to be held against the draft's own words";
        Self { scope: Scope::read(options), window: options.days("window", Some(WINDOW), meaning) }
    }
}

impl Check for Inconsistency {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        let wanted = |relation, a: &Statement<'_>, b: &Statement<'_>| {
            relation == Relation::Inconsistency && is_within(scene, self.window, a, b)
        };
        let disputes = disputes(scene, &self.scope, wanted);
        disputes.iter().filter_map(|dispute| raised(scene, dispute, message(dispute))).collect()
    }
}

/// "The draft contradicts itself: six vans (headline), but nine vans (body, police)".
fn message(dispute: &Dispute<'_>) -> String {
    let mut statements: Vec<_> = dispute.statements.iter().collect();
    statements.sort_by_key(|one| one.claim.quantity.span);
    let mut places = statements.into_iter().map(|one| place(dispute, one));
    let first = places.next().unwrap_or_default();
    format!("The draft contradicts itself: {first}, but {}", listed(places, " and "))
}

fn place(dispute: &Dispute<'_>, one: &Statement<'_>) -> String {
    let role = one.claim.role.name();
    let party = if one.party.is_voice() { String::new() } else { format!(", {}", one.party.name()) };
    format!("{} ({role}{party})", claim_in(dispute, one))
}

#[cfg(test)]
mod tests {
    use crate::rules::sample::{assert_flags, message};

    #[test]
    fn a_draft_that_contradicts_itself() {
        assert_flags(
            "kind = 'inconsistency'",
            &[
                ("a = 3-01 12; a = 3-01 15", &["12 15"]),
                ("a = - 12; a = - 15", &["12 15"]),
                ("a = - 12; a = - 12; a = - 15; a = - 15", &["12 12 15 15"]),
                ("a police 3-01 12; a police 3-01 15", &["12 15"]),
                ("a =^ 3-01 15; a police 3-01 12", &["12 15"]),
                ("a =^ 3-05 15; a police 3-03 12", &["12 15"]),
                ("a =^ 3-01 15; a police 3-01 12; a army 3-01 9", &["12 15 9"]),
                ("a =^ 3-01 12; a police 3-01 12; a = 3-01 15", &["12 12 15"]),
            ],
        );
    }

    #[test]
    fn what_is_no_contradiction() {
        assert_flags(
            "kind = 'inconsistency'",
            &[
                ("a =^ 3-01 12; a police 3-01 12; a army 3-01 15", &[]),
                ("a =^ 3-01 more than 10; a police 3-01 12", &[]),
                ("a =^ 3-05 15; a police 3-02 12", &[]),
                ("a =^ 3-01 15; a police 2-27 12; a police 3-01 15", &[]),
                ("a police 3-01 12; a army 3-01 15", &[]),
                ("a police 3-01 12; a police 3-02 15", &[]),
                ("a = 3-01 12; b = 3-01 15", &[]),
                ("a = 3-01 12; a = 3-01 15; a = 3-01 12; a = 3-01 15", &[]),
                ("a ?officials 3-01 12; a ?officials 3-01 15", &[]),
            ],
        );
    }

    #[test]
    fn options() {
        assert_flags("kind = 'inconsistency'\nwindow = 60", &[("a =^ 3-01 15; a police 1-10 12", &["12 15"])]);
        assert_flags("kind = 'inconsistency'\ntolerance = 20", &[("a = 3-01 15; a = 3-01 12", &[])]);
    }

    #[test]
    fn the_message_says_where() {
        for (drafts, words) in [
            ("a =^ 3-01 15; a police 3-01 12", "15 people (headline), but 12 people (body, police)"),
            ("a = 3-01 15; a = 3-01 12; a = 3-01 9", "15 people (body), but 12 people (body) and 9 people (body)"),
        ] {
            let words = format!("The draft contradicts itself: {words}");
            assert_eq!(message("kind = 'inconsistency'", drafts), words);
        }
    }
}
