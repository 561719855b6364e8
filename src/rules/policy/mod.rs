//! `policy`: a desk's own condition over a claim, or over two comparable ones.
//!
//! The condition is written in CEL; [`syntax`] and [`meaning`] read it, [`fact`] lists what it can ask. A claim is flagged where the
//! condition is true, and not where it cannot be told.

mod bound;
#[cfg(test)]
mod conformance;
mod fact;
mod function;
mod literal;
mod meaning;
mod member;
mod never;
mod primary;
mod source;
mod syntax;
mod template;
mod term;
#[cfg(test)]
mod testing;
mod token;
mod value;
mod work;

use super::kind::{Check, Kind, Raised, Scene};
use super::option::Options;
use super::sheet::Fault;
use super::statement::Statement;
use crate::compare::ClaimRef;
use fact::Fact;
use source::Sources;
use std::collections::BTreeSet;
use std::sync::Arc;
use template::Template;
use term::{Case, Term, Whose};
use value::Type;

/// The kind's entry in the list of kinds.
pub(super) const KIND: Kind = Kind {
    name: "policy",
    summary: "a condition of the desk's own holds for a claim, or for two comparable ones",
    read: |options| Arc::new(Policy::read(options)),
};

/// With how many comparable claims before it a claim is held together: what a policy over two costs at most.
const NEAR: usize = 64;

#[derive(Debug, Default)]
struct Policy {
    /// When to flag; `None` where it could not be read, of which the desk is told.
    when: Option<Term>,
    message: Template,
    /// What the condition and the message look at.
    facts: Vec<(Whose, &'static Fact)>,
    /// How many of them the condition looks at.
    decisive: usize,
}

impl Policy {
    fn read(options: &mut Options<'_, '_>) -> Self {
        let when = options.written("when", None, "the condition under which a claim is flagged, in CEL", condition);
        let message = options.written(
            "message",
            Some("{claim.text} is against a rule of the desk"),
            "what is told of the claim; terms in braces are worked out",
            Template::read,
        );
        let mut policy = Self { when, message: message.unwrap_or_default(), ..Self::default() };
        if let Some(when) = &policy.when {
            when.facts(&mut policy.facts);
            let mut wanted = Vec::new();
            when.wanted(&mut wanted);
            for (offset, vocabulary, word) in wanted {
                options.want("when", offset, vocabulary, word);
            }
        }
        policy.decisive = policy.facts.len();
        policy.message.facts(&mut policy.facts);
        policy
    }

    /// Whether it is about two claims.
    fn is_of_pairs(&self) -> bool {
        self.facts.iter().any(|(whose, _)| *whose == Whose::Other)
    }

    fn counts_sources(&self) -> bool {
        self.facts.iter().any(|(_, fact)| fact.name == "sources")
    }

    /// The finding on a case, where the condition holds.
    fn look(&self, case: &Case<'_>) -> Option<Raised> {
        self.when.as_ref().filter(|when| when.is_true(case))?;
        let known = self.facts.iter().take(self.decisive).map(|(whose, fact)| match (whose, &case.other) {
            (Whose::Other, Some(other)) => format!("the other's {}: {}", fact.name, (fact.read)(other).words()),
            _ => format!("{}: {}", fact.name, (fact.read)(&case.claim).words()),
        });
        Some(Raised {
            message: self.message.message(case),
            claims: std::iter::once(case.claim.at).chain(case.other.map(|other| other.at)).collect(),
            draft: case.claim.at.draft,
            span: case.claim.claim.quantity.span,
            evidence: known.collect(),
        })
    }

    fn singles(&self, scene: &Scene<'_>, sources: &Sources<'_>) -> Vec<Raised> {
        let claims = scene.drafts.iter().enumerate().flat_map(|(draft, each)| {
            let places = 0..each.claims.len();
            places.map(move |claim| ClaimRef { draft, claim })
        });
        claims.filter_map(|at| self.look(&Case { claim: sources.subject(scene, at), other: None })).collect()
    }

    /// Looks at each two comparable claims once, the later with the earlier.
    fn pairs(&self, scene: &Scene<'_>, sources: &Sources<'_>) -> Vec<Raised> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for group in scene.groups {
            let mut members: Vec<_> = group.members.iter().filter_map(|at| Statement::of(scene.drafts, *at)).collect();
            members.sort_by(|a, b| a.order().cmp(&b.order()));
            for (place, one) in members.iter().enumerate() {
                for other in &members[place.saturating_sub(NEAR)..place] {
                    if seen.insert((one.at, other.at)) {
                        let [claim, other] = [one.at, other.at].map(|at| sources.subject(scene, at));
                        found.extend(self.look(&Case { claim, other: Some(other) }));
                    }
                }
            }
        }
        found
    }
}

impl Check for Policy {
    fn check(&self, scene: &Scene<'_>) -> Vec<Raised> {
        let sources = if self.counts_sources() { Sources::of(scene) } else { Sources::default() };
        if self.is_of_pairs() { self.pairs(scene, &sources) } else { self.singles(scene, &sources) }
    }
}

/// Reads a condition: a term that is true or false, and looks at a claim.
fn condition(text: &str) -> Result<Term, Vec<Fault>> {
    let term = syntax::read(text)?;
    let mut facts = Vec::new();
    term.facts(&mut facts);
    let wrong = if !term.holds.is(Type::Truth) {
        format!("the condition is {}, expected true or false", term.holds.name())
    } else if facts.is_empty() {
        "the condition looks at no claim: it always holds, or never".to_owned()
    } else {
        return never::never(&term).map_or(Ok(term), |fault| Err(vec![fault]));
    };
    Err(vec![Fault { offset: 0, message: wrong }])
}

#[cfg(test)]
mod tests {
    use super::condition;
    use crate::rules::sample::{assert_flags, findings, message};

    fn rule(when: &str) -> String {
        format!("kind = 'policy'\nwhen = '''{when}'''\n")
    }

    #[test]
    fn claims_of_which_the_condition_holds_are_flagged() {
        for (when, drafts, flagged) in [
            ("claim.value > 20", "a police 3-01 12; a army 3-01 21", &["21"][..]),
            ("claim.source == null", "a police 3-01 12; a = 3-01 15", &["15"]),
            ("claim.source.kind == 'unnamed'", "a police 3-01 12; a ?officials 3-01 15", &["15"]),
            ("claim.value == null", "a police 3-01 dozens; a army 3-01 15", &["dozens"]),
            ("claim.value < 20", "a police 3-01 dozens", &[]),
            ("claim.high > 20", "a police 3-01 15-25", &["15-25"]),
            ("claim.status == 'denied'", "a police 3-01 !12", &["12"]),
            ("claim.said.start > date('2025-03-01')", "a police 3-01 12; b police 3-02 15", &["15"]),
            ("claim.rounding >= 1000", "a police 3-01 5,000; a army 3-01 5,100", &["5,000"]),
            ("claim.sources == 1", "a police 3-01 12; a = 3-01 12", &["12", "12"]),
            ("claim.sources == 1", "a police 3-01 12; b army 3-01 15", &[]),
            ("[12, 15].exists(n, n == claim.value)", "a police 3-01 12; a army 3-01 21", &["12"]),
            ("[12, 15].all(n, n < claim.value)", "a police 3-01 12; a army 3-01 21", &["21"]),
            ("[12, 21].exists_one(n, n < claim.value)", "a police 3-01 13; a army 3-01 33", &["13"]),
            ("size([1, 2, 30].filter(n, n < claim.value)) == 2", "a police 3-01 12; a army 3-01 33", &["12"]),
            ("[1, 2].map(n, n * 6)[1] == claim.value", "a police 3-01 12; a army 3-01 33", &["12"]),
            ("[1][5] == claim.value", "a police 3-01 12", &[]),
            ("claim.source.name.matches('^pol')", "a police 3-01 12; a army 3-01 21", &["12"]),
            ("claim.said.start - duration('48h') == date('2025-02-27')", "a police 3-01 12", &["12"]),
            ("claim.said.start.getDayOfWeek() == 6", "a police 3-01 12; b army 3-02 15", &["12"]),
            ("int(claim.value / 5) == 2 && string(claim.value) == '12'", "a police 3-01 12", &["12"]),
        ] {
            assert_flags(&rule(when), &[(drafts, flagged)]);
        }
    }

    #[test]
    fn two_claims_are_held_against_each_other_once() {
        let twice = rule("claim.value > 2 * other.value");
        assert_flags(
            &twice,
            &[("a police 3-01 12; b army 3-02 30", &["12 30"]), ("a police 3-01 30; b army 3-02 12", &[])],
        );
    }

    #[test]
    fn the_message_and_the_evidence_tell_what_is_so() {
        let text = format!("{}message = '{{claim.text}}, says {{claim.source.name}}'", rule("claim.value > 2000"));
        assert_eq!(message(&text, "a police 3-01 about 2,500"), "about 2,500 people, says police");
        assert_eq!(findings(&text, "a police 3-01 2,500").1[0].evidence, ["value: 2,500"]);
    }

    #[test]
    fn a_condition_looks_at_a_claim_and_is_true_or_false() {
        for (text, message) in [
            ("claim.value", "the condition is a number, expected true or false"),
            ("1 < 2", "the condition looks at no claim: it always holds, or never"),
        ] {
            assert_eq!(condition(text).unwrap_err()[0].message, message);
        }
    }
}
