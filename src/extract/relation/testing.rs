//! What the tests of this folder share: small drafts read, and their ties.

use crate::claim::{Claim, Relation, Timing};
use crate::extract::{Depth, Draft, extract};
use crate::grammar::testing::LEXICON;
use crate::text::{Block, Document, Format, Origin, Role, RoughDocument, Span};
use jiff::civil::date;

/// The ties of one paragraph in a draft of 12 March 2025.
pub(super) fn relations(text: &str) -> Vec<Relation> {
    draft(text).relations
}

/// The same read as a draft: each line is a block, an item of a list where it begins with "- ".
pub(in crate::extract) fn draft(text: &str) -> Draft {
    extract(document(text), &LEXICON, Depth::Comparable)
}

/// `figure < name` of the source of each claim of a draft; `-` for the draft's own voice.
pub(in crate::extract) fn sourced(text: &str) -> String {
    let draft = draft(text);
    let rows = draft.claims.iter().map(|claim| {
        let name = claim.source.as_ref().map_or("-", |source| &source.name);
        format!("{} < {name}", claim.quantity.span.of(draft.document.text()))
    });
    rows.collect::<Vec<_>>().join(" | ")
}

/// The draft itself.
pub(in crate::extract) fn document(text: &str) -> Document {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (role, skipped) = if line.starts_with("- ") { (Role::List, 2) } else { (Role::Body, 0) };
        blocks.push(Block::new(role, Span::new(at + skipped, at + line.trim_end().len())));
        at += line.len();
    }
    let rough = RoughDocument {
        id: "a.md".to_owned(),
        format: Format("markdown"),
        source: text.to_owned(),
        encoding: Origin::identity(text.len(), 0),
        text: None,
        blocks,
        title: None,
        published: Some(date(2025, 3, 12)),
        outlet: None,
        dateline: None,
        url: None,
    };
    Document::new(rough)
}

/// The numbers of some claims of a draft, as in its text.
pub(super) fn figures(draft: &Draft, claims: &[usize]) -> String {
    let text = |claim: &Claim| claim.quantity.span.of(draft.document.text()).to_owned();
    claims.iter().map(|at| text(&draft.claims[*at])).collect::<Vec<_>>().join(" ")
}

/// The ties of a text that `show` has words for, one after the other; `-` where there is none.
pub(super) fn ties(text: &str, show: impl Fn(&Relation, &dyn Fn(usize) -> String) -> Option<String>) -> String {
    let format = crate::input::by_name("markdown");
    let documents = crate::input::read("sample", text.as_bytes().to_vec(), format);
    let mut ties = Vec::new();
    for document in documents.into_iter().flatten() {
        let draft = extract(document, &LEXICON, Depth::Comparable);
        let figure = |at: usize| draft.claims[at].quantity.span.of(draft.document.text()).to_owned();
        ties.extend(draft.relations.iter().filter_map(|relation| show(relation, &figure)));
    }
    if ties.is_empty() { "-".to_owned() } else { ties.join("; ") }
}

/// The sums of a text, with `<` where the parts may be less than all.
pub(super) fn sums(text: &str) -> String {
    ties(text, |relation, figure| {
        let Relation::Sum { parts, total, complete } = relation else { return None };
        let parts: Vec<_> = parts.iter().map(|part| figure(*part)).collect();
        let comes_to = if *complete { "=" } else { "<" };
        Some(format!("{} {comes_to} {}", parts.join(" + "), figure(*total)))
    })
}

/// The figures of a paragraph in a draft of 12 March 2025, each with its period.
pub(in crate::extract) fn periods(text: &str) -> String {
    let draft = draft(text);
    let day = |day: Option<jiff::civil::Date>| day.map_or(String::new(), |day| day.to_string());
    let period = |claim: &Claim| match claim.as_of.as_ref().map(Timing::days) {
        None => "none".to_owned(),
        Some((start, end)) if start == end => day(start),
        Some((start, end)) => format!("{}/{}", day(start), day(end)),
    };
    let figure = |claim: &Claim| claim.quantity.span.of(text).to_owned();
    draft.claims.iter().map(|claim| format!("{} {}", figure(claim), period(claim))).collect::<Vec<_>>().join("; ")
}
