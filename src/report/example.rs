//! A small run for the tests of the formats: two drafts, three claims, one finding, one problem.

use super::{Outcome, Parts, Suppressed};
use crate::claim::{Claim, Noun, PartyKind, Qualifier, Quantity, Source, Stated, Status, Timing, Unit};
use crate::compare::ClaimRef;
use crate::extract::{Attribution, DatePiece, Draft, Names, PassedOver, Pieces};
use crate::rules::{Description, Finding, Severity};
use crate::text::{Block, Document, Format, Origin, Problem, Role, RoughDocument, Span};
use jiff::civil::date;
use std::io;

/// A document whose text is its file, one block, dated 4 May 2031.
pub(crate) fn document(id: &str, text: &str) -> Document {
    Document::new(RoughDocument {
        id: id.to_owned(),
        format: Format("text"),
        source: text.to_owned(),
        encoding: Origin::identity(text.len(), 0),
        text: None,
        blocks: vec![Block::new(Role::Body, Span::new(0, text.len()))],
        title: None,
        published: Some(date(2031, 5, 4)),
        outlet: None,
        dateline: None,
        url: None,
    })
}

/// The two drafts of the run.
pub(crate) fn drafts() -> Vec<Draft> {
    let ferry =
        document("ferry.txt", "À Maro, about 1,200 islanders waited, the port said on Friday.\nFares rose 43.60%.\n");
    let port = Source { id: "port".into(), name: "port".into(), text: "the port".into(), ..Source::default() };
    let waited = Claim {
        source: Some(Source { cue: Some("say".into()), kind: PartyKind::Organisation, ..port }.into()),
        said: Some(Timing { span: Some(find(&ferry, "on Friday")), ..Timing::day(date(2031, 5, 2)) }),
        ..claim(&ferry, "about 1,200 islanders", "1,200", Some(Qualifier::About), "islanders")
    };
    let mut rose = claim(&ferry, "43.60%", "43.60", None, "");
    rose.quantity.unit = Unit::Percent;
    let pieces = pieces(&ferry);
    let late = document("late.txt", "Only 300 islanders waited.\n");
    let only = claim(&late, "300 islanders", "300", None, "islanders");
    vec![
        Draft { document: ferry, claims: vec![waited, rose], relations: Vec::new(), names: Names::default(), pieces },
        Draft {
            document: late,
            claims: vec![only],
            relations: Vec::new(),
            names: Names::default(),
            pieces: Pieces::default(),
        },
    ]
}

/// What is wrong with them.
pub(crate) fn findings() -> Vec<Finding> {
    vec![Finding {
        rule: "conflicting-figures".into(),
        kind: "conflict".into(),
        severity: Severity::Error,
        message: "port says 1,200, late.txt says 300".into(),
        claims: vec![ClaimRef { draft: 0, claim: 0 }, ClaimRef { draft: 1, claim: 0 }],
        draft: 0,
        span: drafts()[0].claims[0].quantity.span,
        evidence: vec!["same thing: islanders".into(), "two days apart".into()],
        fingerprint: "f00d".into(),
    }]
}

/// The rule that says so.
fn rule() -> Description<'static> {
    Description {
        id: "conflicting-figures",
        kind: "conflict",
        raised_when: "two sources differ",
        severity: "error",
        home: "built in".to_owned(),
        enabled: true,
        enabled_by: "built in".to_owned(),
        severity_by: "built in".to_owned(),
        pack: None,
        title: "Two figures differ",
        why: "two figures for one thing",
        settings: &[],
        examples: &[],
    }
}

/// A writer of a whole run.
type Write = fn(&Outcome<'_>, super::Look, &mut dyn io::Write) -> io::Result<()>;

/// Writes the run with a writer of the whole of it.
pub(crate) fn written(write: Write) -> String {
    with(write, &findings())
}

/// Writes the run finding by finding.
pub(crate) fn parted(parts: Parts) -> String {
    let (drafts, findings) = (drafts(), findings());
    let outcome = Outcome { drafts: &drafts, findings: &findings, ..Outcome::default() };
    let mut written = Vec::new();
    parts.write(&outcome, &mut written).unwrap();
    String::from_utf8(written).unwrap()
}

/// Writes the run with the finding so many times, first as an info, then as a warning, then as an error.
pub(crate) fn many(write: Write, times: usize) -> String {
    let severities = [Severity::Info, Severity::Warning, Severity::Error];
    let findings =
        severities.into_iter().flat_map(|severity| vec![Finding { severity, ..findings().remove(0) }; times]);
    with(write, &findings.collect::<Vec<_>>())
}

/// Writes a run that read nothing.
pub(crate) fn nothing(write: Write) -> String {
    put(write, &Outcome::default())
}

/// Writes the run with the finding suppressed, and shown all the same if that is wished.
pub(crate) fn suppressed(write: Write, show_suppressed: bool) -> String {
    let reason = Some("the port counts anew".to_owned());
    let (place, by) = ("known.json".to_owned(), Some("harbour desk".to_owned()));
    let suppressed = [Suppressed { finding: findings().remove(0), in_draft: false, place, reason, by }];
    let rules = [("conflicting-figures", rule())].into();
    put(write, &Outcome { drafts: &drafts(), suppressed: &suppressed, show_suppressed, rules, ..Outcome::default() })
}

fn with(write: Write, findings: &[Finding]) -> String {
    let problems = [Problem::at("gone.txt", 3, 1, "no such line")];
    let rules = [("conflicting-figures", rule())].into();
    put(write, &Outcome { drafts: &drafts(), findings, problems: &problems, rules, ..Outcome::default() })
}

fn put(write: Write, outcome: &Outcome<'_>) -> String {
    let mut out = Vec::new();
    write(outcome, super::Look::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Writes the run with a writer of one draft after another.
pub(crate) fn streamed(write: fn(&Draft, super::Count, &mut dyn io::Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    for (before, draft) in super::Count::before(&drafts()) {
        write(draft, before, &mut out).unwrap();
    }
    String::from_utf8(out).unwrap()
}

fn claim(document: &Document, text: &str, number: &str, qualifier: Option<Qualifier>, noun: &str) -> Claim {
    let quantity = Quantity {
        span: find(document, number),
        stated: Stated::Point(number.replace(',', "").parse().unwrap()),
        qualifier,
        unit: Unit::Count,
        step: None,
    };
    let noun = Noun { text: noun.into(), head: noun.trim_end_matches('s').into(), ..Noun::default() };
    Claim {
        role: Role::Body,
        span: find(document, text),
        sentence: Span::new(0, document.text().find('\n').unwrap()),
        block: 0,
        cell: None,
        quantity,
        noun: Some(noun).filter(|noun| !noun.text.is_empty()),
        measure: None,
        source: None,
        said: None,
        as_of: None,
        status: Status::Asserted,
        context: None,
    }
}

fn pieces(document: &Document) -> Pieces {
    let friday = Timing { span: Some(find(document, "on Friday")), ..Timing::day(date(2031, 5, 2)) };
    Pieces {
        dates: vec![DatePiece { span: find(document, "on Friday"), timing: friday, why: "before 2031-05-04".into() }],
        attributions: vec![Attribution {
            source: find(document, "the port"),
            cue: find(document, "said"),
            content: find(document, "about 1,200 islanders waited"),
        }],
        passed_over: vec![PassedOver { span: find(document, "Maro"), why: "name".into() }],
    }
}

fn find(document: &Document, words: &str) -> Span {
    let start = document.text().find(words).unwrap();
    Span::new(start, start + words.len())
}
