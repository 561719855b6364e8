//! All rules in force over all drafts.

use super::books::Books;
use super::finding::Finding;
use super::fingerprint::{fingerprint, subject};
use super::kind::{Raised, Scene};
use super::rule::Rule;
use super::ruleset::Ruleset;
use super::weekday::one_time;
use crate::compare::{ClaimRef, groups};
use crate::extract::Draft;
use crate::text::one_line;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What the rules in force say of the drafts, in order of draft and place.
pub fn check(drafts: &[Draft], rules: &Ruleset) -> Vec<Finding> {
    check_against(drafts, rules, &Books::default())
}

/// As [`check`], with the desk's books to hold the drafts against.
pub fn check_against(drafts: &[Draft], rules: &Ruleset, books: &Books) -> Vec<Finding> {
    let time = one_time(drafts.iter().filter_map(|draft| draft.document.published()));
    findings(&Scene { drafts, groups: &groups(drafts), books, teaching: &rules.teaching(), time }, rules)
}

/// As [`check`], over groups that are known.
pub(super) fn findings(scene: &Scene<'_>, rules: &Ruleset) -> Vec<Finding> {
    settled(raise(scene, rules))
}

/// What a rule says of some of the drafts of a run; [`settled`] makes a finding of it, once all is known.
#[derive(Debug)]
pub struct Pending {
    finding: Finding,
    /// The message as its kind tells it, by which findings of one place are sorted.
    message: String,
    /// What the finding is about, whatever the order of the drafts.
    subject: String,
}

impl Pending {
    /// The draft that it is placed in, by its place among those that were looked at.
    pub const fn draft(&self) -> usize {
        self.finding.draft
    }

    /// The claims that it is about, the one that it is placed at first.
    pub fn claims(&self) -> &[ClaimRef] {
        &self.finding.claims
    }

    /// The drafts that it is about.
    pub fn drafts(&self) -> impl Iterator<Item = usize> {
        let others = self.finding.claims.iter().map(|at| at.draft);
        others.chain([self.finding.draft])
    }

    /// The same in a run where each of the drafts that were looked at has this place.
    #[must_use]
    pub fn placed(mut self, places: &[usize]) -> Self {
        let place = |draft: usize| places.get(draft).copied().unwrap_or(draft);
        self.finding.draft = place(self.finding.draft);
        for at in &mut self.finding.claims {
            at.draft = place(at.draft);
        }
        self
    }
}

/// The findings of a run, in order of draft and place, each with its fingerprint.
pub fn settled(mut pending: Vec<Pending>) -> Vec<Finding> {
    pending.sort_by(|a, b| {
        let place = |one: &Pending| (one.finding.draft, one.finding.span);
        (place(a), &a.finding.rule, &a.message).cmp(&(place(b), &b.finding.rule, &b.message))
    });
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let numbered = pending.into_iter().map(|Pending { finding, subject, .. }| {
        let time = times.entry(subject.clone()).or_default();
        *time += 1;
        Finding { fingerprint: fingerprint(&subject, *time), ..finding }
    });
    numbered.collect()
}

/// What the rules in force say of a scene, in any order.
pub fn raise<'r>(scene: &Scene<'_>, rules: &'r Ruleset) -> Vec<Pending> {
    let in_force: Vec<_> = rules.rules().iter().filter(|rule| rule.enabled).collect();
    let raised =
        |rule: &&'r Rule| rule.check.check(scene).into_iter().map(|raised| (*rule, raised)).collect::<Vec<_>>();
    let raised: Vec<_> = in_force.par_iter().map(raised).collect();
    let mut raised: Vec<(&Rule, Raised)> = raised.into_iter().flatten().collect();
    raised.retain(|(rule, raised)| rule.is_for(scene.drafts[raised.draft].document.id()));
    raised.into_iter().map(|(rule, raised)| pending(scene, rule, raised)).collect()
}

/// What a rule raised, by name.
fn pending(scene: &Scene<'_>, rule: &Rule, raised: Raised) -> Pending {
    let subject = subject(scene.drafts, rule, &raised);
    let finding = Finding {
        rule: rule.id.clone(),
        kind: rule.kind.to_owned(),
        severity: rule.severity,
        fingerprint: String::new(),
        message: one_line(&raised.message).into_owned(),
        claims: raised.claims,
        draft: raised.draft,
        span: raised.span,
        evidence: raised.evidence.iter().map(|line| one_line(line).into_owned()).collect(),
    };
    Pending { finding, message: raised.message, subject }
}

#[cfg(test)]
mod tests {
    use crate::rules::sample::findings;

    const RULES: [&str; 3] = ["kind = 'conflict'", "kind = 'revision'", "kind = 'inconsistency'"];

    /// The fingerprints of all findings, sorted.
    fn prints(drafts: &str) -> Vec<String> {
        let found = RULES.iter().flat_map(|rule| findings(rule, drafts).1);
        let mut prints: Vec<_> = found.map(|finding| finding.fingerprint).collect();
        prints.sort();
        prints
    }

    #[test]
    fn the_order_of_drafts_does_not_matter() {
        let one = "a police 3-01 12; a = 3-01 21; b army 3-02 15; c police 3-03 17; c army 3-03 15";
        let other = "c police 3-03 17; c army 3-03 15; b army 3-02 15; a police 3-01 12; a = 3-01 21";
        assert_eq!(prints(one).len(), 3);
        assert_eq!(prints(one), prints(other));
    }

    #[test]
    fn a_fingerprint_hangs_on_what_is_said_and_not_on_where() {
        let short = prints("a police 3-01 12; b army 3-01 15");
        assert_eq!(short.len(), 1);
        assert_eq!(prints("a mayor 3-01 at least 2; a police 3-01 12; b army 3-01 15"), short);
        assert_ne!(prints("a police 3-01 12; b army 3-01 16"), short);
        assert_ne!(prints("a police 3-01 12; c army 3-01 15"), short);
    }

    #[test]
    fn no_pair_is_reported_as_two_kinds() {
        let drafts = "a police 2-20 1,700; b police 3-18 2,500; b army 3-18 1,800; b = 3-18 4,000";
        let mut flagged: Vec<String> = RULES.iter().flat_map(|rule| findings(rule, drafts).0).collect();
        flagged.sort();
        assert_eq!(flagged, ["1,700 2,500", "1,800 2,500", "1,800 2,500 4,000"]);
    }
}
