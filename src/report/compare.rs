//! `numerate compare`: two claims side by side, what each says in every facet, and the verdict.

use super::location::path;
use super::safe::{safe, safe_lines};
use super::shape::place;
use super::words;
use crate::claim::Claim;
use crate::compare::{ClaimRef, Facet, Verdict, are_compatible};
use crate::extract::Draft;
use crate::text::one_line;
use serde_json::{Value, json};
use std::fmt::Write;

/// Two claims among the drafts, and what is to be said of them.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The drafts that hold them.
    pub drafts: &'a [Draft],
    /// The claims.
    pub claims: [ClaimRef; 2],
    /// How they stand to each other.
    pub verdict: &'a Verdict,
}

impl Comparison<'_> {
    /// For people: a line for each claim, one for each facet, and the verdict.
    pub fn text(&self) -> String {
        let mut page = String::new();
        for at in self.claims {
            let claim = at.of(self.drafts);
            // Writing into a string cannot fail.
            let _ = writeln!(page, "{}: {}: {}", self.shown(at), safe(&self.words(at)), words::claim(claim));
        }
        page.push('\n');
        let width = self.verdict.facets.iter().map(|facet| facet.sides[0].chars().count()).max().unwrap_or_default();
        for Facet { name, agreement, sides: [one, other] } in &self.verdict.facets {
            let (agreement, one, other) = (agreement.name(), safe(one), safe(other));
            let _ = writeln!(page, "  {name:<10}  {agreement:<9}  {one:<width$}  {other}");
        }
        let word = if self.verdict.comparable { "comparable" } else { "not comparable" };
        let _ = writeln!(page, "\n{word}: {}; {}", self.verdict.reason, self.readings());
        safe_lines(&page)
    }

    /// For programs: one object.
    pub fn json(&self) -> Value {
        let facet = |Facet { name, agreement, sides }: &Facet| json!({"name": name, "agreement": agreement.name(), "sides": sides});
        json!({
            "claims": self.claims.map(|at| self.claim(at)),
            "comparable": self.verdict.comparable,
            "reason": self.verdict.reason,
            "compatible": self.is_compatible(),
            "facets": self.verdict.facets.iter().map(facet).collect::<Vec<_>>(),
        })
    }

    fn claim(&self, at: ClaimRef) -> Value {
        let (draft, claim) = (&self.drafts[at.draft], at.of(self.drafts));
        let place = place(&draft.document, claim.quantity.span);
        json!({
            "document": path(draft.document.id()),
            "line": place.line,
            "column": place.column,
            "text": self.words(at),
            "sentence": claim.sentence.of(draft.document.text()),
        })
    }

    fn is_compatible(&self) -> bool {
        let [one, other] = self.claims.map(|at| at.of(self.drafts));
        are_compatible(one, other)
    }

    fn readings(&self) -> &'static str {
        if self.is_compatible() { "both figures can be true" } else { "the figures cannot both be true" }
    }

    fn shown(&self, at: ClaimRef) -> String {
        let document = &self.drafts[at.draft].document;
        let place = place(document, at.of(self.drafts).quantity.span);
        format!("{}:{}:{}", path(document.id()), place.line, place.column)
    }

    /// The claim in the draft's words, on one line.
    fn words(&self, at: ClaimRef) -> String {
        let claim: &Claim = at.of(self.drafts);
        let words = claim.span.to(claim.quantity.span).of(self.drafts[at.draft].document.text());
        one_line(words).into_owned()
    }
}
