//! The shape of a claim.

use super::writer::JsonWriter;
use super::{COLUMN, place};
use crate::claim::{Claim, Qualifier, Quantity, Source, Stated, Timing};
use crate::text::{Document, Position};
use serde::ser::Error;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// Puts down claims, one after the other. What a claim shares with the one before it is escaped once.
#[derive(Default)]
pub(crate) struct ClaimWriter<'c> {
    document: Last<'c, Document>,
    source: Last<'c, Source>,
    /// Where the last claim stands.
    place: Option<Position>,
}

impl<'c> ClaimWriter<'c> {
    /// Puts down one claim of a document, the one that stands after `before` others in the report.
    pub(crate) fn put(&mut self, before: usize, document: &'c Document, claim: &'c Claim, out: &mut Vec<u8>) {
        let place = match self.place.filter(|_| self.document.is(document)) {
            Some(last) => document.position_behind(last, claim.span, COLUMN),
            None => place(document, claim.span),
        };
        self.place = Some(place);
        let noun = claim.noun.as_ref();
        let mut json = JsonWriter::new(out);
        json.raw(r#"{"id":"c"#).count(before + 1);
        json.raw(r#"","document":"#).bytes(self.document.json(document, put_name));
        json.raw(r#","role":""#).raw(claim.role.name());
        json.raw(r#"","text":"#).string(claim.span.of(document.text()));
        json.raw(r#","span":"#).span(document.in_file(claim.span));
        json.raw(r#","line":"#).count(place.line);
        json.raw(r#","column":"#).count(place.column);
        json.raw(r#","sentence":"#).span(document.in_file(claim.sentence));
        json.raw(r#","quantity":"#);
        put_quantity(document, &claim.quantity, &mut json);
        json.raw(r#","noun":"#).optional_string(noun.map(|noun| noun.text.as_str()));
        json.raw(r#","head":"#).optional_string(noun.map(|noun| &*noun.head));
        json.raw(r#","class":"#).optional_string(noun.and_then(|noun| noun.class.as_deref()));
        json.raw(r#","measure":"#).optional_string(claim.measure.as_deref());
        json.raw(r#","source":"#).optional(claim.source.as_deref(), |json, source| {
            json.bytes(self.source.json(source, put_source));
        });
        let timing = |json: &mut JsonWriter<'_>, timing| put_timing(document, timing, json);
        json.raw(r#","said":"#).optional(claim.said.as_ref(), timing);
        json.raw(r#","as_of":"#).optional(claim.as_of.as_ref(), timing);
        json.raw(r#","status":""#).raw(claim.status.name()).raw("\"}");
    }
}

/// The last thing of a kind that was put down, and its JSON.
struct Last<'c, T> {
    thing: Option<&'c T>,
    json: Vec<u8>,
}

impl<T> Default for Last<'_, T> {
    fn default() -> Self {
        Self { thing: None, json: Vec::new() }
    }
}

impl<'c, T> Last<'c, T> {
    /// Whether a thing is the last one again.
    fn is(&self, thing: &T) -> bool {
        self.thing.is_some_and(|last| std::ptr::eq(last, thing))
    }

    /// The JSON of a thing, which mostly is the last one again.
    fn json(&mut self, thing: &'c T, put: impl FnOnce(&mut JsonWriter<'_>, &T)) -> &[u8] {
        if !self.is(thing) {
            self.thing = Some(thing);
            self.json.clear();
            put(&mut JsonWriter::new(&mut self.json), thing);
        }
        &self.json
    }
}

fn put_name(json: &mut JsonWriter<'_>, document: &Document) {
    json.string(document.id());
}

/// A figure as stated, and as it is read.
fn put_quantity(document: &Document, quantity: &Quantity, json: &mut JsonWriter<'_>) {
    let reading = quantity.reading();
    json.raw(r#"{"text":"#).string(quantity.span.of(document.text()));
    json.raw(r#","span":"#).span(document.in_file(quantity.span));
    match quantity.stated {
        Stated::Point(value) => json.raw(r#","value":"#).decimal(value).raw(r#","low":null,"high":null"#),
        Stated::Range(low, high) => json.raw(r#","value":null,"low":"#).decimal(low).raw(r#","high":"#).decimal(high),
        Stated::Vague => json.raw(r#","value":null,"low":null,"high":null"#),
    };
    json.raw(r#","qualifier":"#).optional_string(quantity.qualifier.map(Qualifier::name));
    json.raw(r#","unit":"#).string(quantity.unit.name());
    json.raw(r#","reading":{"low":"#).optional_decimal(reading.low);
    json.raw(r#","high":"#).optional_decimal(reading.high).raw("}}");
}

fn put_source(json: &mut JsonWriter<'_>, source: &Source) {
    json.raw(r#"{"id":"#).string(&source.id);
    json.raw(r#","name":"#).string(&source.name);
    json.raw(r#","text":"#).string(&source.text);
    json.raw(r#","cue":"#).optional_string(source.cue.as_deref());
    json.raw(r#","via":"#).optional_string(source.via.as_deref()).raw("}");
}

fn put_timing(document: &Document, timing: &Timing, json: &mut JsonWriter<'_>) {
    json.raw(r#"{"text":"#).optional_string(timing.span.map(|span| span.of(document.text())));
    json.raw(r#","start":"#).optional_day(timing.start);
    json.raw(r#","end":"#).optional_day(timing.end).raw("}");
}

/// A figure among other things that `serde` writes.
#[derive(Debug)]
pub(crate) struct QuantityShape<'a> {
    /// Where it was read.
    pub(crate) document: &'a Document,
    /// The figure.
    pub(crate) quantity: &'a Quantity,
}

impl Serialize for QuantityShape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = Vec::new();
        put_quantity(self.document, self.quantity, &mut JsonWriter::new(&mut out));
        let json = String::from_utf8(out).map_err(S::Error::custom)?;
        RawValue::from_string(json).map_err(S::Error::custom)?.serialize(serializer)
    }
}
