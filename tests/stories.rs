//! The stories of `fixtures/stories`: what must be read in each of them, and what must be found.

#![expect(clippy::unwrap_used, reason = "a story that cannot be read fails the test")]

mod common;

use numerate::claim::{Claim, Stated, Timing};
use numerate::compare::ClaimRef;
use numerate::extract::Draft;
use numerate::input::by_path;
use numerate::rules::{Finding, Ruleset, check};
use serde::Deserialize;
use similar::TextDiff;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// What an editor expects of a story: `expected.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// Claims that must be read, in order; others may stand between them.
    claims: Vec<ExpectedClaim>,
    /// Words that no figure may be read in.
    #[serde(default)]
    passed_over: Vec<String>,
    /// All that must be found.
    findings: Vec<ExpectedFinding>,
}

/// One claim; what is `None` is not looked at.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedClaim {
    /// The name of its file, or the `id` of its line; needed where the story has several drafts.
    draft: Option<String>,
    text: String,
    value: Option<String>,
    qualifier: Option<String>,
    #[serde(default = "count")]
    unit: String,
    noun: Option<String>,
    /// Who says it; the draft itself where there is none.
    source: Option<String>,
    role: Option<String>,
    said: Option<String>,
    as_of: Option<String>,
    #[serde(default = "asserted")]
    status: String,
}

/// One finding: its rule, and the figures of its claims, sorted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedFinding {
    rule: String,
    figures: BTreeSet<String>,
}

fn count() -> String {
    "count".to_owned()
}

fn asserted() -> String {
    "asserted".to_owned()
}

#[test]
fn every_story_reads_as_an_editor_reads_it() {
    let wrong: Vec<_> = stories().iter().filter_map(|story| difference(story)).collect();
    assert!(wrong.is_empty(), "expected (-) against found (+)\n\n{}", wrong.join("\n"));
}

#[test]
fn stories_do_not_disturb_each_other() {
    let all: Vec<_> = stories().iter().flat_map(|story| drafts(story)).collect();
    let together = findings(&all).into_iter().map(|finding| finding.fingerprint).collect::<BTreeSet<_>>();
    let apart = stories().into_iter().flat_map(|story| findings(&drafts(&story))).map(|finding| finding.fingerprint);
    assert_eq!(together, apart.collect());
}

/// The folders of the stories, by name.
fn stories() -> Vec<PathBuf> {
    let mut stories: Vec<_> = fs::read_dir("fixtures/stories").unwrap().map(|entry| entry.unwrap().path()).collect();
    stories.sort();
    stories
}

/// The drafts of a story, by the name of their file.
fn drafts(story: &Path) -> Vec<Draft> {
    let mut files: Vec<_> = fs::read_dir(story).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let names = files.iter().map(|file| (file, file.file_name().unwrap().to_str().unwrap()));
    let drafts = names.filter(|(_, name)| by_path(name).is_some());
    drafts.flat_map(|(file, name)| common::drafts(name, fs::read(file).unwrap(), None)).collect()
}

fn findings(drafts: &[Draft]) -> Vec<Finding> {
    check(drafts, &Ruleset::embedded())
}

/// What is expected of a story against what was found, where they differ.
fn difference(story: &Path) -> Option<String> {
    let expected: Expected = toml::from_str(&fs::read_to_string(story.join("expected.toml")).unwrap()).unwrap();
    let drafts = drafts(story);
    let (mut wanted, mut found) = (String::new(), String::new());
    for claim in &expected.claims {
        writeln!(wanted, "{}", claim.line()).unwrap();
        let read = nearest(claim, &drafts).map_or_else(|| format!("not read: {}", claim.text), |read| read.line());
        writeln!(found, "{read}").unwrap();
    }
    for figure in figures_in(&expected.passed_over, &drafts) {
        writeln!(found, "a figure in what is none: {figure}").unwrap();
    }
    let listed: BTreeSet<_> = expected.findings.iter().map(|finding| line(&finding.rule, &finding.figures)).collect();
    let raised = findings(&drafts).iter().map(|finding| line(&finding.rule, &figures(finding, &drafts))).collect();
    for (list, findings) in [(&mut wanted, &listed), (&mut found, &raised)] {
        for finding in findings {
            writeln!(list, "{finding}").unwrap();
        }
    }
    let diff = TextDiff::from_lines(&wanted, &found);
    (wanted != found).then(|| format!("{}\n{}", story.display(), diff.unified_diff().context_radius(0)))
}

/// The claim of that text, in the shape of the one expected; `None` where it was not read.
fn nearest(expected: &ExpectedClaim, drafts: &[Draft]) -> Option<ExpectedClaim> {
    let of_draft = |draft: &&Draft| expected.draft.as_deref().is_none_or(|id| id == draft.document.id());
    let claims = drafts.iter().filter(of_draft).flat_map(|draft| draft.claims.iter().map(move |claim| (draft, claim)));
    let mut shapes = claims.map(|(draft, claim)| expected.shape(draft, claim));
    shapes.find(|shape| shape.text == expected.text)
}

impl ExpectedClaim {
    /// What it says, in a line.
    fn line(&self) -> String {
        let facts = [
            ("", &self.value),
            ("", &self.qualifier),
            ("in ", &Some(self.unit.clone())),
            ("of ", &self.noun),
            ("by ", &self.source),
            ("in the ", &self.role),
            ("said ", &self.said),
            ("as of ", &self.as_of),
            ("", &Some(self.status.clone())),
        ];
        let facts = facts.into_iter().filter_map(|(name, fact)| Some(format!("{name}{}", fact.as_ref()?)));
        format!("{:?}: {}", self.text, facts.collect::<Vec<_>>().join(", "))
    }

    /// What was read of a claim, as far as this one says what to look at.
    fn shape(&self, draft: &Draft, claim: &Claim) -> Self {
        let words = claim.span.of(draft.document.text()).split_whitespace().collect::<Vec<_>>();
        let asked = |asked: &Option<String>, found: Option<String>| asked.as_ref().and(found);
        Self {
            draft: self.draft.clone(),
            text: words.join(" "),
            value: match claim.quantity.stated {
                Stated::Point(value) => Some(value.normalize().to_string()),
                _ => None,
            },
            qualifier: claim.quantity.qualifier.map(|qualifier| qualifier.name().to_owned()),
            unit: claim.quantity.unit.name().to_owned(),
            noun: asked(&self.noun, claim.noun.as_ref().map(|noun| noun.text.clone())),
            source: claim.source.as_ref().map(|source| source.name.to_string()),
            role: asked(&self.role, Some(claim.role.name().to_owned())),
            said: asked(&self.said, claim.said.as_ref().map(days)),
            as_of: asked(&self.as_of, claim.as_of.as_ref().map(days)),
            status: claim.status.name().to_owned(),
        }
    }
}

/// `start/end`, or the day alone where they are the same.
fn days(timing: &Timing) -> String {
    let day = |day: Option<_>| day.map_or_else(|| "..".to_owned(), |day: jiff::civil::Date| day.to_string());
    let (start, end) = (day(timing.start), day(timing.end));
    if start == end { start } else { format!("{start}/{end}") }
}

/// Figures that were read in words where there are none.
fn figures_in(passed_over: &[String], drafts: &[Draft]) -> Vec<String> {
    let mut figures = Vec::new();
    for Draft { document, claims, .. } in drafts {
        let text = document.text();
        let stretches = passed_over.iter().flat_map(|words| text.match_indices(words.as_str()));
        let stretches: Vec<_> = stretches.map(|(start, words)| start..start + words.len()).collect();
        let spans = claims.iter().map(|claim| claim.quantity.span);
        let within = spans.filter(|span| stretches.iter().any(|one| one.start < span.end && span.start < one.end));
        figures.extend(within.map(|span| span.of(text).to_owned()));
    }
    figures
}

/// A rule and the figures that it is about, in a line.
fn line(rule: &str, figures: &BTreeSet<String>) -> String {
    format!("{rule}: {}", figures.iter().map(String::as_str).collect::<Vec<_>>().join(" and "))
}

/// The figures of a finding's claims, as in the text.
fn figures(finding: &Finding, drafts: &[Draft]) -> BTreeSet<String> {
    let figure = |at: &ClaimRef| at.of(drafts).quantity.span.of(drafts[at.draft].document.text()).to_owned();
    finding.claims.iter().map(figure).collect()
}
