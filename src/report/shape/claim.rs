//! The shape of a claim.

use super::{Day, Exact, Id, Stretch, place};
use crate::claim::{Claim, Qualifier, Quantity, Source, Stated, Timing};
use crate::text::Document;
use serde::Serialize;

/// One claim of one document.
#[derive(Debug, Serialize)]
pub(crate) struct ClaimShape<'a> {
    id: Id,
    document: &'a str,
    role: &'a str,
    text: &'a str,
    span: Stretch,
    line: usize,
    column: usize,
    sentence: Stretch,
    quantity: QuantityShape<'a>,
    noun: Option<&'a str>,
    head: Option<&'a str>,
    class: Option<&'a str>,
    measure: Option<&'a str>,
    source: Option<SourceShape<'a>>,
    said: Option<TimingShape<'a>>,
    as_of: Option<TimingShape<'a>>,
    status: &'a str,
}

impl<'a> ClaimShape<'a> {
    /// The claim that stands after `before` others in the report.
    pub(crate) fn new(before: usize, document: &'a Document, claim: &'a Claim) -> Self {
        let place = place(document, claim.span);
        let noun = claim.noun.as_ref();
        Self {
            id: Id('c', before + 1),
            document: document.id(),
            role: claim.role.name(),
            text: claim.span.of(document.text()),
            span: Stretch::in_file(document, claim.span),
            line: place.line,
            column: place.column,
            sentence: Stretch::in_file(document, claim.sentence),
            quantity: QuantityShape::new(document, &claim.quantity),
            noun: noun.map(|noun| noun.text.as_str()),
            head: noun.map(|noun| noun.head.as_str()),
            class: noun.and_then(|noun| noun.class.as_deref()),
            measure: claim.measure.as_deref(),
            source: claim.source.as_ref().map(SourceShape::new),
            said: claim.said.as_ref().map(TimingShape::new),
            as_of: claim.as_of.as_ref().map(TimingShape::new),
            status: claim.status.name(),
        }
    }
}

/// A figure as stated, and as it is read.
#[derive(Debug, Serialize)]
pub(crate) struct QuantityShape<'a> {
    text: &'a str,
    span: Stretch,
    value: Option<Exact>,
    low: Option<Exact>,
    high: Option<Exact>,
    qualifier: Option<&'a str>,
    unit: &'a str,
    reading: Reading,
}

#[derive(Debug, Serialize)]
struct Reading {
    low: Option<Exact>,
    high: Option<Exact>,
}

impl<'a> QuantityShape<'a> {
    /// A figure of that document.
    pub(crate) fn new(document: &'a Document, quantity: &'a Quantity) -> Self {
        let (value, low, high) = match quantity.stated {
            Stated::Point(value) => (Some(value), None, None),
            Stated::Range(low, high) => (None, Some(low), Some(high)),
            Stated::Vague => (None, None, None),
        };
        let reading = quantity.reading();
        Self {
            text: quantity.span.of(document.text()),
            span: Stretch::in_file(document, quantity.span),
            value: value.map(Exact),
            low: low.map(Exact),
            high: high.map(Exact),
            qualifier: quantity.qualifier.map(Qualifier::name),
            unit: quantity.unit.name(),
            reading: Reading { low: reading.low.map(Exact), high: reading.high.map(Exact) },
        }
    }
}

#[derive(Debug, Serialize)]
struct SourceShape<'a> {
    id: &'a str,
    name: &'a str,
    text: &'a str,
    cue: Option<&'a str>,
    via: Option<&'a str>,
}

impl<'a> SourceShape<'a> {
    fn new(source: &'a Source) -> Self {
        Self {
            id: &source.id,
            name: &source.name,
            text: &source.text,
            cue: source.cue.as_deref(),
            via: source.via.as_deref(),
        }
    }
}

#[derive(Debug, Serialize)]
struct TimingShape<'a> {
    text: Option<&'a str>,
    start: Option<Day>,
    end: Option<Day>,
}

impl<'a> TimingShape<'a> {
    fn new(timing: &'a Timing) -> Self {
        Self { text: timing.text.as_deref(), start: timing.start.map(Day), end: timing.end.map(Day) }
    }
}
