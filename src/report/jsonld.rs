//! `jsonld`: claims as [schema.org](https://schema.org/Claim) has them, for archives and search engines.
//!
//! A `Claim` says who claims what, when, and where that appears. It is never a `ClaimReview`: whether a claim is true is
//! nothing that this program knows. What a draft says that somebody denies, or what would hold if something else did, is
//! nobody's claim and is left out.

use super::harmless::write_line;
use super::shape::Id;
use super::{Count, Stream};
use crate::claim::{Claim, Decimal, PartyKind, Source, Stated, Status, Timing};
use crate::extract::Draft;
use crate::text::Document;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::value::RawValue;
use std::io::{self, Write};

/// All claims as one graph, a claim a line.
pub(crate) const CLAIMS: Stream = Stream { head, draft: claims, claims: None, between: ",", tail: "]}\n" };

fn head(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(br#"{"@context": "https://schema.org", "@graph": ["#)
}

/// Writes the claims of a draft.
fn claims(draft: &Draft, before: Count, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = Vec::new();
    for node in nodes(before, draft) {
        lines.extend_from_slice(if lines.is_empty() { b"\n  " } else { b",\n  " });
        write_line(&mut lines, &node)?;
    }
    out.write_all(&lines)
}

fn nodes(before: Count, draft: &Draft) -> impl Iterator<Item = Node<'_>> {
    let claims = draft.claims.iter().enumerate().filter(|(_, claim)| is_claimed(claim));
    claims.map(move |(at, claim)| Node::new(Id('c', before.claims + at + 1), &draft.document, claim))
}

const fn is_claimed(claim: &Claim) -> bool {
    matches!(claim.status, Status::Asserted | Status::Forecast | Status::Target)
}

/// A claim. What is not known is left out.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "Claim", rename_all = "camelCase")]
struct Node<'a> {
    #[serde(rename = "@id")]
    id: String,
    /// The figure with what it counts, in the draft's words.
    name: &'a str,
    /// The sentence around it.
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Author<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_based_on: Option<Work<'a>>,
    /// The day on which it was said or, where that is not told, the draft published.
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<Date>,
    /// The period that the figure covers, as ISO 8601 writes one.
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal_coverage: Option<String>,
    main_entity: Amount<'a>,
    appearance: Work<'a>,
}

impl<'a> Node<'a> {
    fn new(id: Id, document: &'a Document, claim: &'a Claim) -> Self {
        let source = claim.source.as_deref();
        let is_document = |source: &&Source| source.kind == PartyKind::Document;
        let said = claim.said.as_ref().and_then(|said| said.start.or(said.end));
        Self {
            id: format!("#{id}"),
            name: claim.span.of(document.text()),
            text: claim.sentence.of(document.text()),
            author: match source {
                Some(source) => Some(Author::of(source)).filter(|_| !is_document(&source)),
                None => document.outlet().map(Author::outlet),
            },
            is_based_on: source.filter(is_document).map(|source| Work { name: Some(&source.name), ..Work::default() }),
            date_published: said.or(document.published()),
            temporal_coverage: claim.as_of.as_ref().and_then(period),
            main_entity: Amount::new(claim),
            appearance: Work::of(document),
        }
    }
}

/// `2031-05-06`, `2031-05-01/2031-05-31`, `2031-05-01/..`
fn period(timing: &Timing) -> Option<String> {
    match (timing.start, timing.end) {
        (Some(start), Some(end)) if start == end => Some(start.to_string()),
        (Some(start), Some(end)) => Some(format!("{start}/{end}")),
        (Some(start), None) => Some(format!("{start}/..")),
        (None, Some(end)) => Some(format!("../{end}")),
        (None, None) => None,
    }
}

/// Who claims it. Of officials, witnesses and others without a name it is not told whether they are people or bodies.
#[derive(Serialize)]
struct Author<'a> {
    #[serde(rename = "@type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    name: &'a str,
}

impl<'a> Author<'a> {
    fn of(source: &'a Source) -> Self {
        let kind = match source.kind {
            PartyKind::Organisation => Some("Organization"),
            PartyKind::Person => Some("Person"),
            PartyKind::Document | PartyKind::Unnamed => None,
        };
        Self { kind, name: &source.name }
    }

    const fn outlet(name: &'a str) -> Self {
        Self { kind: Some("Organization"), name }
    }
}

/// A paper that somebody refers to, or the draft.
#[derive(Default, Serialize)]
#[serde(tag = "@type", rename = "CreativeWork", rename_all = "camelCase")]
struct Work<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Author<'a>>,
}

impl<'a> Work<'a> {
    /// A draft. Its address is told where it is one of the web: nobody should be led elsewhere.
    fn of(document: &'a Document) -> Self {
        let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
        Self {
            name: document.title(),
            identifier: Some(document.id()),
            url: document.url().filter(is_web),
            date_published: document.published(),
            publisher: document.outlet().map(Author::outlet),
        }
    }
}

/// The figure.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "QuantitativeValue", rename_all = "camelCase")]
struct Amount<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Box<RawValue>>,
    /// The least and the most that it is taken for.
    #[serde(skip_serializing_if = "Option::is_none")]
    min_value: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_value: Option<Box<RawValue>>,
    unit_text: &'a str,
}

impl<'a> Amount<'a> {
    fn new(claim: &'a Claim) -> Self {
        let quantity = &claim.quantity;
        let reading = quantity.reading();
        let value = match quantity.stated {
            Stated::Point(value) => Some(value),
            Stated::Range(..) | Stated::Vague => None,
        };
        let unit = quantity.unit.name();
        let noun = claim.noun.as_ref().map_or(unit, |noun| &noun.text);
        Self {
            value: value.and_then(exact),
            min_value: reading.low.and_then(exact),
            max_value: reading.high.and_then(exact),
            unit_text: if unit == "count" { noun } else { unit },
        }
    }
}

/// A figure with all of its digits.
fn exact(value: Decimal) -> Option<Box<RawValue>> {
    RawValue::from_string(value.to_string()).ok()
}

#[cfg(test)]
mod tests {
    use super::{CLAIMS, claims};
    use crate::claim::Status;
    use crate::report::Count;
    use crate::report::example::{drafts, streamed};
    use serde_json::{Value, json};

    #[test]
    fn a_claim_says_who_when_what_and_where() {
        let written = streamed(claims);
        let first: Value = serde_json::from_str(written.lines().nth(1).unwrap().trim_end_matches(',')).unwrap();
        let expected = json!({
            "@type": "Claim",
            "@id": "#c1",
            "name": "about 1,200 islanders",
            "text": "À Maro, about 1,200 islanders waited, the port said on Friday.",
            "author": {"@type": "Organization", "name": "port"},
            "datePublished": "2031-05-02",
            "mainEntity": {
                "@type": "QuantitativeValue", "value": 1200, "minValue": 1080, "maxValue": 1320, "unitText": "islanders",
            },
            "appearance": {"@type": "CreativeWork", "identifier": "ferry.txt", "datePublished": "2031-05-04"},
        });
        assert_eq!(first, expected);
        assert!(written.contains("\"value\":43.60,") && !written.contains("Review"));
    }

    #[test]
    fn the_parts_make_one_graph() {
        for (count, parts) in [(0, vec![]), (2, vec![0]), (3, vec![0, 1])] {
            let mut page = Vec::new();
            (CLAIMS.head)(&mut page).unwrap();
            for (place, part) in parts.iter().enumerate() {
                page.extend_from_slice(if place > 0 { CLAIMS.between.as_bytes() } else { b"" });
                claims(&drafts()[*part], Count::default(), &mut page).unwrap();
            }
            page.extend_from_slice(CLAIMS.tail.as_bytes());
            let page: Value = serde_json::from_slice(&page).unwrap();
            assert_eq!(page["@graph"].as_array().map(Vec::len), Some(count));
        }
    }

    #[test]
    fn what_somebody_denies_is_not_claimed() {
        let mut draft = drafts().remove(1);
        for (status, count) in [(Status::Denied, 0), (Status::Hypothetical, 0), (Status::Forecast, 1)] {
            draft.claims[0].status = status;
            let mut page = Vec::new();
            claims(&draft, Count::default(), &mut page).unwrap();
            assert_eq!(String::from_utf8_lossy(&page).trim().lines().count(), count, "{status:?}");
        }
    }
}
