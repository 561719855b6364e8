//! What a condition can ask of a claim and of its draft, under the names that reports use.

use super::value::{Type, Value};
use crate::claim::{Claim, Decimal, PartyKind, Qualifier, Stated, Timing, Unit};
use crate::compare::ClaimRef;
use crate::extract::Draft;
use crate::rules::party::Party;
use crate::rules::vocabulary::Vocabulary;
use crate::text::Span;

/// A claim that a condition looks at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject<'d> {
    pub(super) at: ClaimRef,
    pub(super) claim: &'d Claim,
    pub(super) draft: &'d Draft,
    /// How many parties give a figure for the same thing; not counted where the condition does not ask.
    pub(super) sources: usize,
}

/// Something that a condition can ask.
#[derive(Debug)]
pub(super) struct Fact {
    /// The name behind `claim.`, `other.` or `document.`.
    pub(super) name: &'static str,
    /// What it is.
    pub(super) holds: Type,
    /// The only texts that it can be; empty where there may be any.
    pub(super) among: &'static [&'static str],
    /// What the lexicon must know its texts as.
    pub(super) vocabulary: Option<Vocabulary>,
    /// Reads it off.
    pub(super) read: for<'d> fn(&Subject<'d>) -> Value<'d>,
}

const ROLES: &[&str] = &["headline", "subhead", "body", "list", "table", "caption", "quote"];
const STATUSES: &[&str] = &["asserted", "denied", "forecast", "target", "hypothetical"];
const QUALIFIERS: &[&str] = &["about", "at_least", "more_than", "at_most", "less_than"];
const PARTIES: &[&str] = &["person", "organisation", "document", "unnamed"];

const fn fact(name: &'static str, holds: Type, read: for<'d> fn(&Subject<'d>) -> Value<'d>) -> Fact {
    Fact { name, holds, among: &[], vocabulary: None, read }
}

const fn word(name: &'static str, among: &'static [&'static str], read: for<'d> fn(&Subject<'d>) -> Value<'d>) -> Fact {
    Fact { name, holds: Type::Text, among, vocabulary: None, read }
}

const fn known(name: &'static str, vocabulary: Vocabulary, read: for<'d> fn(&Subject<'d>) -> Value<'d>) -> Fact {
    Fact { name, holds: Type::Text, among: &[], vocabulary: Some(vocabulary), read }
}

/// What can be asked of a claim.
pub(super) static CLAIM: &[Fact] = &[
    fact("text", Type::Text, |one| Value::text(Some(one.words(one.claim.span.to(one.claim.quantity.span))))),
    fact("figure", Type::Text, |one| Value::text(Some(one.words(one.claim.quantity.span)))),
    fact("value", Type::Number, |one| Value::number(one.claim.quantity.value())),
    fact("low", Type::Number, |one| Value::number(one.ends().map(|ends| ends.0))),
    fact("high", Type::Number, |one| Value::number(one.ends().map(|ends| ends.1))),
    fact("reading.low", Type::Number, |one| Value::number(one.claim.quantity.reading().low)),
    fact("reading.high", Type::Number, |one| Value::number(one.claim.quantity.reading().high)),
    fact("rounding", Type::Number, |one| Value::number(one.claim.quantity.step)),
    word("qualifier", QUALIFIERS, |one| Value::text(one.claim.quantity.qualifier.map(Qualifier::name))),
    known("unit", Vocabulary::Unit, |one| Value::text(Some(one.claim.quantity.unit.name()))),
    known("currency", Vocabulary::Unit, |one| match &one.claim.quantity.unit {
        Unit::Money(code) => Value::text(Some(code)),
        _ => Value::Null,
    }),
    fact("noun", Type::Text, |one| Value::text(one.claim.noun.as_ref().map(|noun| noun.text.as_str()))),
    fact("head", Type::Text, |one| Value::text(one.claim.noun.as_ref().map(|noun| noun.head.as_ref()))),
    known("noun_class", Vocabulary::Class, |one| {
        Value::text(one.claim.noun.as_ref().and_then(|noun| noun.class.as_deref()))
    }),
    known("measure", Vocabulary::Measure, |one| Value::text(one.claim.measure.as_deref())),
    fact("source", Type::Record, |one| Value::record(one.claim.source.as_ref())),
    fact("source.name", Type::Text, |one| Value::text(one.claim.source.as_ref().map(|source| &*source.name))),
    fact("source.text", Type::Text, |one| Value::text(one.claim.source.as_ref().map(|source| &*source.text))),
    word("source.kind", PARTIES, |one| {
        // Who stands behind a "she" that leads nowhere is not known to be nameless.
        let source = one.claim.source.as_ref().filter(|_| !Party::of(one.claim, one.draft).is_unresolved());
        Value::text(source.map(|source| party(source.kind)))
    }),
    fact("source.cue", Type::Text, |one| {
        Value::text(one.claim.source.as_ref().and_then(|source| source.cue.as_deref()))
    }),
    fact("via", Type::Text, |one| Value::text(one.claim.source.as_ref().and_then(|source| source.via.as_deref()))),
    fact("sources", Type::Number, |one| Value::Number(one.sources.into())),
    fact("said", Type::Record, |one| Value::record(one.claim.said)),
    fact("said.text", Type::Text, |one| one.timed(one.claim.said)),
    fact("said.start", Type::Day, |one| Value::day(one.claim.said.and_then(|said| said.start))),
    fact("said.end", Type::Day, |one| Value::day(one.claim.said.and_then(|said| said.end))),
    fact("as_of", Type::Record, |one| Value::record(one.claim.as_of)),
    fact("as_of.text", Type::Text, |one| one.timed(one.claim.as_of)),
    fact("as_of.start", Type::Day, |one| Value::day(one.claim.as_of.and_then(|period| period.start))),
    fact("as_of.end", Type::Day, |one| Value::day(one.claim.as_of.and_then(|period| period.end))),
    word("status", STATUSES, |one| Value::text(Some(one.claim.status.name()))),
    word("role", ROLES, |one| Value::text(Some(one.claim.role.name()))),
    fact("document", Type::Text, |one| Value::text(Some(one.draft.document.id()))),
    fact("sentence", Type::Text, |one| Value::text(Some(one.words(one.claim.sentence)))),
    fact("events", Type::List, |one| Value::Texts(&one.claim.context().events)),
    fact("modifiers", Type::List, |one| Value::Texts(&one.claim.context().modifiers)),
    fact("places", Type::List, |one| Value::Texts(&one.claim.context().places)),
    fact("names", Type::List, |one| Value::Texts(&one.claim.context().names)),
    fact("scope", Type::List, |one| Value::Texts(&one.claim.context().scope)),
    fact("words", Type::List, |one| Value::Texts(&one.claim.context().words)),
];

/// What can be asked of a claim's draft.
pub(super) static DOCUMENT: &[Fact] = &[
    fact("path", Type::Text, |one| Value::text(Some(one.draft.document.id()))),
    fact("format", Type::Text, |one| Value::text(Some(one.draft.document.format().0))),
    fact("title", Type::Text, |one| Value::text(one.draft.document.title())),
    fact("published", Type::Day, |one| Value::day(one.draft.document.published())),
    fact("outlet", Type::Text, |one| Value::text(one.draft.document.outlet())),
    fact("dateline", Type::Text, |one| Value::text(one.draft.document.dateline())),
];

impl<'d> Subject<'d> {
    fn words(&self, span: Span) -> &'d str {
        span.of(self.draft.document.text())
    }

    /// The stated ends of a range.
    const fn ends(&self) -> Option<(Decimal, Decimal)> {
        match self.claim.quantity.stated {
            Stated::Range(low, high) => Some((low, high)),
            _ => None,
        }
    }

    fn timed(&self, timing: Option<Timing>) -> Value<'d> {
        Value::text(timing.and_then(|timing| timing.span).map(|span| self.words(span)))
    }
}

const fn party(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Person => "person",
        PartyKind::Organisation => "organisation",
        PartyKind::Document => "document",
        PartyKind::Unnamed => "unnamed",
    }
}

#[cfg(test)]
mod tests {
    use super::{QUALIFIERS, ROLES, STATUSES};
    use crate::claim::{Qualifier, Status};
    use crate::text::Role;

    #[test]
    fn the_words_that_a_fact_can_be_are_those_of_reports() {
        let roles = [Role::Headline, Role::Subhead, Role::Body, Role::List, Role::Table, Role::Caption, Role::Quote];
        assert_eq!(roles.map(Role::name), ROLES);
        let statuses = [Status::Asserted, Status::Denied, Status::Forecast, Status::Target, Status::Hypothetical];
        assert_eq!(statuses.map(Status::name), STATUSES);
        assert!(QUALIFIERS.iter().all(|name| Qualifier::named(name).is_some()));
    }
}
