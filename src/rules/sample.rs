//! Drafts in shorthand, for tests of the kinds of rule.
//!
//! `a police 3-01 about 2,500; b =Post 3-02 12` are two drafts: in `a`, police said on 1 March 2025 that it was about
//! 2,500 people; `b` is a draft of the outlet Post, published on 2 March, that says 12 in its own voice.
//!
//! | written | means |
//! |---|---|
//! | `police` | a named source |
//! | `?officials` | an unnamed one |
//! | `=`, `=Post` | the draft's own voice, and its outlet |
//! | `=^` | the draft's own voice, in the headline |
//! | `-` for the date | no date |
//! | `!12` | 12 is denied |
//!
//! All claims are of the same people.

use super::books::Books;
use super::check::findings as check;
use super::declare::Teaching;
use super::finding::Finding;
use super::kind::Scene;
use super::rule::{self, Home};
use super::ruleset::Ruleset;
use super::weekday::one_time;
use crate::claim::{Claim, Decimal, Noun, PartyKind, Qualifier, Quantity, Source, Stated, Status, Timing, Unit};
use crate::compare::{ClaimRef, Group};
use crate::extract::{Draft, Names, Pieces};
use crate::text::{Document, Format, Origin, Role, RoughDocument, Span};
use jiff::civil::{Date, date};
use std::sync::Arc;

/// Asserts for each case of drafts in shorthand which figures each finding of the rule flags, in alphabetical order.
pub(super) fn assert_flags(rule: &str, cases: &[(&str, &[&str])]) {
    for (drafts, flagged) in cases {
        assert_eq!(&findings(rule, drafts).0, flagged, "{rule}: {drafts}");
    }
}

/// The message of the rule's only finding.
pub(super) fn message(rule: &str, drafts: &str) -> String {
    let (_, found) = findings(rule, drafts);
    assert_eq!(found.len(), 1, "{drafts}");
    found[0].message.clone()
}

/// What a rule finds in drafts in shorthand: the figures flagged, and the findings.
pub(super) fn findings(rule: &str, drafts: &str) -> (Vec<String>, Vec<Finding>) {
    let file = format!("id = 'sample'\ntitle = 'A sample'\nwhy = 'For tests.'\n{rule}");
    let (file, problems) = rule::read("sample.toml", &file, &Home::BuiltIn);
    assert_eq!(problems, []);
    let rule = file.unwrap().rules.into_iter().next().unwrap().rule;
    let drafts = self::drafts(drafts);
    let all = |draft: usize| (0..drafts[draft].claims.len()).map(move |claim| ClaimRef { draft, claim });
    let groups = [Group { members: (0..drafts.len()).flat_map(all).collect() }];
    let (books, teaching) = (Books::default(), Teaching::default());
    let time = one_time(drafts.iter().filter_map(|draft| draft.document.published()));
    let scene = Scene { drafts: &drafts, groups: &groups, books: &books, teaching: &teaching, time };
    let found = check(&scene, &Ruleset::of(rule));
    let figures = found.iter().map(|finding| figures(&drafts, finding)).collect();
    (figures, found)
}

fn figures(drafts: &[Draft], finding: &Finding) -> String {
    let text = |at: &ClaimRef| at.of(drafts).quantity.span.of(drafts[at.draft].document.text());
    let mut figures: Vec<_> = finding.claims.iter().map(text).collect();
    figures.sort_unstable();
    figures.join(" ")
}

/// A draft under way.
#[derive(Default)]
struct Sketch {
    id: String,
    text: String,
    outlet: Option<String>,
    published: Option<Date>,
    claims: Vec<Claim>,
}

/// Drafts that are written in shorthand.
pub(super) fn drafts(shorthand: &str) -> Vec<Draft> {
    let mut sketches: Vec<Sketch> = Vec::new();
    for line in shorthand.split("; ") {
        let mut words = line.splitn(4, ' ');
        let [id, party, day, figure] = std::array::from_fn(|_| words.next().unwrap());
        let at = sketches.iter().position(|sketch| sketch.id == id).unwrap_or_else(|| {
            sketches.push(Sketch { id: id.to_owned(), ..Sketch::default() });
            sketches.len() - 1
        });
        sketches[at].claim(party, day, figure);
    }
    sketches.into_iter().map(Sketch::into_draft).collect()
}

impl Sketch {
    fn claim(&mut self, party: &str, day: &str, figure: &str) {
        let day = day.split_once('-').filter(|(month, _)| !month.is_empty());
        let day = day.map(|(month, day)| date(2025, month.parse().unwrap(), day.parse().unwrap()));
        let status = if figure.starts_with('!') { Status::Denied } else { Status::Asserted };
        let figure = figure.trim_start_matches('!');
        let start = self.text.len();
        self.text.push_str(figure);
        let quantity = quantity(figure, start);
        self.text.push_str(" people. ");
        let span = Span::new(start, self.text.len() - 2);
        let source = self.source(party, day);
        self.claims.push(Claim {
            role: if party.ends_with('^') { Role::Headline } else { Role::Body },
            span,
            sentence: span,
            block: 0,
            cell: None,
            quantity,
            noun: Some(Noun { text: "people".into(), head: "person".into(), class: Some("person".into()), span }),
            measure: None,
            said: day.filter(|_| source.is_some()).map(Timing::day),
            source,
            as_of: None,
            status,
            context: None,
        });
    }

    /// The source, or `None` for the draft's own voice, which dates the draft and may name its outlet.
    fn source(&mut self, party: &str, day: Option<Date>) -> Option<Arc<Source>> {
        if let Some(outlet) = party.strip_prefix('=') {
            let outlet = outlet.trim_end_matches('^');
            self.published = day;
            self.outlet = (!outlet.is_empty()).then(|| outlet.to_owned());
            return None;
        }
        let (text, kind) =
            party.strip_prefix('?').map_or((party, PartyKind::Organisation), |text| (text, PartyKind::Unnamed));
        Some(Source { id: text.into(), name: text.into(), text: text.into(), kind, ..Source::default() }.into())
    }

    fn into_draft(self) -> Draft {
        let document = Document::new(RoughDocument {
            id: self.id,
            format: Format("text"),
            encoding: Origin::identity(self.text.len(), 0),
            source: self.text,
            text: None,
            blocks: Vec::new(),
            title: None,
            published: self.published,
            outlet: self.outlet,
            dateline: None,
            url: None,
        });
        Draft {
            document,
            claims: self.claims,
            relations: Vec::new(),
            names: Names::default(),
            pieces: Pieces::default(),
        }
    }
}

/// The quantity in a figure that begins at `start`.
fn quantity(figure: &str, start: usize) -> Quantity {
    let (words, number) = figure.rsplit_once(' ').unwrap_or(("", figure));
    let digits = number.replace(',', "");
    let decimal = |digits: &str| digits.parse::<Decimal>().unwrap();
    let stated = match digits.split_once('-') {
        Some((low, high)) => Stated::Range(decimal(low), decimal(high)),
        None if digits == "dozens" => Stated::Vague,
        None => Stated::Point(decimal(&digits)),
    };
    let zeros = digits.chars().rev().take_while(|digit| *digit == '0').count();
    let end = start + figure.len();
    Quantity {
        span: Span::new(end - number.len(), end),
        stated,
        qualifier: Qualifier::named(&words.replace(' ', "_")),
        unit: Unit::Count,
        step: (zeros > 0).then(|| Decimal::from(10_u64.pow(u32::try_from(zeros).unwrap()))),
    }
}
