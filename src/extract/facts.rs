//! What a draft says, as data: all that comparison, rules and reports read of it beside its claims.
//!
//! Facts come from files that anybody may have changed, so nothing in them is taken for granted: every place must lie in
//! the text, and every tie must be one of claims that are there.

use super::{Draft, Names, PassedOver, Pieces};
use crate::claim::{Claim, Relation};
use crate::input;
use crate::text::{Block, Document, Note, Origin, RoughDocument, Span};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A draft without its claims.
#[derive(Debug, Serialize, Deserialize)]
pub struct Facts<'d> {
    /// The shape of these facts, and of those of claims; what another version wrote may have another.
    schema: Cow<'d, str>,
    id: Cow<'d, str>,
    format: Cow<'d, str>,
    title: Option<Cow<'d, str>>,
    published: Option<Date>,
    outlet: Option<Cow<'d, str>>,
    dateline: Option<Cow<'d, str>>,
    url: Option<Cow<'d, str>>,
    /// The file, decoded.
    source: Cow<'d, str>,
    /// From there to the bytes of the file.
    encoding: Cow<'d, Origin>,
    /// The text that was read and its map to `source`, where it is not the same.
    text: Option<Cow<'d, (String, Origin)>>,
    blocks: Cow<'d, [Block]>,
    notes: Cow<'d, [Note]>,
    names: Cow<'d, Names>,
    relations: Cow<'d, [Relation]>,
    passed_over: Cow<'d, [PassedOver]>,
    /// How many claims the draft has.
    claims: usize,
}

/// Why facts make no draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The claim that is at fault, by its place among those given; `None` where the draft's own facts are.
    pub claim: Option<usize>,
    /// What is wrong, and what was expected.
    pub message: String,
}

impl<'d> Facts<'d> {
    /// The schema of these facts.
    pub const SCHEMA: &'static str = "numerate.facts/1";

    /// The facts of a draft.
    pub fn of(draft: &'d Draft) -> Self {
        let rough = draft.document.rough();
        let words = |words: &'d Option<String>| words.as_deref().map(Cow::Borrowed);
        Self {
            schema: Self::SCHEMA.into(),
            id: rough.id.as_str().into(),
            format: rough.format.0.into(),
            title: words(&rough.title),
            published: rough.published,
            outlet: words(&rough.outlet),
            dateline: words(&rough.dateline),
            url: words(&rough.url),
            source: rough.source.as_str().into(),
            encoding: Cow::Borrowed(&rough.encoding),
            text: rough.text.as_ref().map(Cow::Borrowed),
            blocks: Cow::Borrowed(&rough.blocks),
            notes: Cow::Borrowed(draft.document.notes()),
            names: Cow::Borrowed(&draft.names),
            relations: Cow::Borrowed(&draft.relations),
            passed_over: Cow::Borrowed(&draft.pieces.passed_over),
            claims: draft.claims.len(),
        }
    }

    /// The draft with these claims.
    ///
    /// # Errors
    /// Facts that do not go together.
    pub fn into_draft(mut self, claims: Vec<Claim>) -> Result<Draft, Misfit> {
        let of_draft = |message: String| Misfit { claim: None, message };
        if self.schema != Self::SCHEMA {
            let expected = Self::SCHEMA;
            return Err(of_draft(format!("these are facts of `{}`, expected those of `{expected}`", self.schema)));
        }
        if claims.len() != self.claims {
            let (given, meant) = (claims.len(), self.claims);
            return Err(of_draft(format!("{given} claims behind the row of a draft, expected its {meant}")));
        }
        let (names, relations) = (std::mem::take(&mut self.names), std::mem::take(&mut self.relations));
        let passed_over = std::mem::take(&mut self.passed_over).into_owned();
        let document = self.into_document().map_err(of_draft)?;
        for (at, claim) in claims.iter().enumerate() {
            if !spans_of(claim).iter().all(|span| fits(&document, *span)) {
                return Err(Misfit { claim: Some(at), message: outside("a span of the claim") });
            }
        }
        if let Some(wrong) = relations.iter().find_map(|relation| wrong(relation, &document, claims.len())) {
            return Err(of_draft(wrong));
        }
        if !passed_over.iter().all(|passed| fits(&document, passed.span)) {
            return Err(of_draft(outside("what was passed over")));
        }
        let pieces = Pieces { passed_over, ..Pieces::default() };
        Ok(Draft { document, claims, relations: relations.into_owned(), names: names.into_owned(), pieces })
    }

    fn into_document(self) -> Result<Document, String> {
        let format = input::by_name(&self.format).map(|input| input.format);
        let format = format.ok_or_else(|| format!("there is no format `{}`", self.format))?;
        let words = |words: Option<Cow<'_, str>>| words.map(Cow::into_owned);
        let (source, text) = (self.source.into_owned(), self.text.map(Cow::into_owned));
        let maps = text.as_ref().is_none_or(|(text, origin)| origin.is_sound(text.len(), source.len()));
        if !maps || !self.encoding.is_sound(source.len(), usize::MAX / 4) {
            return Err(outside("a piece of the text"));
        }
        if !self.notes.iter().all(|note| [note.words, note.span].iter().all(|span| span.is_in(&source))) {
            return Err(outside("a note"));
        }
        let rough = RoughDocument {
            id: self.id.into_owned(),
            format,
            source,
            encoding: self.encoding.into_owned(),
            text,
            blocks: self.blocks.into_owned(),
            title: words(self.title),
            published: self.published,
            outlet: words(self.outlet),
            dateline: words(self.dateline),
            url: words(self.url),
        };
        Ok(Document::new(rough).with_notes(self.notes.into_owned()))
    }
}

fn outside(what: &str) -> String {
    format!("{what} does not lie in the draft, expected a start and an end between its letters")
}

/// Whether a span can be shown in text and file.
fn fits(document: &Document, span: Span) -> bool {
    span.is_in(document.text()) && document.in_source(span).is_in(document.source())
}

fn spans_of(claim: &Claim) -> Vec<Span> {
    let timings = [&claim.said, &claim.as_of].into_iter().flatten().filter_map(|timing| timing.span);
    let named = claim.noun.iter().map(|noun| noun.span).chain(claim.source.iter().map(|source| source.span));
    [claim.span, claim.sentence, claim.quantity.span].into_iter().chain(named).chain(timings).collect()
}

/// What is wrong with a tie between so many claims of a document.
fn wrong(relation: &Relation, document: &Document, claims: usize) -> Option<String> {
    if relation.claims().iter().any(|&claim| claim >= claims) {
        return Some(format!("a relation names a claim that the draft does not have, expected one of its {claims}"));
    }
    let (spans, is_empty) = match relation {
        Relation::Weekday { span, days, .. } => (vec![*span], days.is_empty()),
        Relation::NoSuchDay { span, .. }
        | Relation::SameDay { span, .. }
        | Relation::Anniversary { span, .. }
        | Relation::Listed { span, .. } => (vec![*span], false),
        Relation::Restated { conversions, .. } | Relation::Paced { conversions, .. } => {
            (Vec::new(), conversions.is_empty())
        }
        Relation::Age { born: one, at: other, .. } | Relation::Elapsed { from: one, to: other, .. } => {
            ([one.span, other.span].into_iter().flatten().collect(), false)
        }
        _ => (Vec::new(), false),
    };
    let inside = spans.iter().all(|span| fits(document, *span));
    match (inside, is_empty) {
        (false, _) => Some(outside("a span of a relation")),
        (true, true) => Some("a relation without any of its days or conversions, expected one or more".to_owned()),
        (true, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Facts;
    use crate::extract::Draft;
    use crate::extract::relation::testing::draft;

    const TEXT: &str = "Friday, 14 March 2031. The tunnel is 30 miles (50 km) long.";

    /// The draft as it comes back from its facts, changed on the way.
    fn back(draft: &Draft, change: impl Fn(&mut serde_json::Value)) -> Result<Draft, String> {
        let mut facts = serde_json::to_value(Facts::of(draft)).unwrap();
        change(&mut facts);
        let facts: Facts<'_> = serde_json::from_value(facts).map_err(|error| error.to_string())?;
        facts.into_draft(draft.claims.clone()).map_err(|misfit| misfit.message)
    }

    #[test]
    fn a_draft_comes_back_from_its_facts() {
        let draft = draft(TEXT);
        assert_eq!(format!("{:?}", back(&draft, |_| {}).unwrap()), format!("{draft:?}"));
    }

    #[test]
    fn facts_that_do_not_go_together() {
        let draft = draft(TEXT);
        for (member, value, told) in [
            ("schema", "\"numerate.facts/0\"", "expected those of `numerate.facts/1`"),
            ("format", "\"papyrus\"", "there is no format `papyrus`"),
            ("claims", "9", "2 claims behind the row of a draft, expected its 9"),
            ("source", "\"14\"", "does not lie in the draft"),
            ("relations", r#"[{"aged":{"age":7}}]"#, "expected one of its 2"),
            ("relations", r#"[{"restated":{"first":0,"second":1,"conversions":[]}}]"#, "expected one or more"),
            (
                "notes",
                r#"[{"name":"x","words":{"start":5,"end":2},"span":{"start":0,"end":1},"whole":true}]"#,
                "a note",
            ),
        ] {
            let told_of = back(&draft, |facts| facts[member] = serde_json::from_str(value).unwrap()).unwrap_err();
            assert!(told_of.contains(told), "{member}: {told_of}");
        }
    }
}
