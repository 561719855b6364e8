//! Who says a figure.

use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A party to whom a claim is attributed: the innermost originator, not the medium that carried it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What tells one party from another: the id of the lexicon's entry, else its name in lower case without titles;
    /// for an unnamed party, one of its own for every mention.
    pub id: Arc<str>,
    /// The fullest name that the draft or the rules give.
    pub name: Arc<str>,
    /// The nearest words that name it.
    pub text: Arc<str>,
    /// Where those stand in the document's text.
    pub span: Span,
    /// The lemma of the word that attributes: `say`, `estimate`, `according to`.
    pub cue: Option<Arc<str>>,
    /// The medium that carried it, where it is another's.
    pub via: Option<Arc<str>>,
    /// The person who spoke for an organisation.
    pub person: Option<Arc<str>>,
    /// The id of the body that it belongs to, where the desk names one.
    pub parent: Option<Arc<str>>,
    /// What kind of party it is.
    pub kind: PartyKind,
}

impl Source {
    /// Whether a noun is one for an office of which every town has its own: "police", "council".
    pub fn is_local_office(noun: &str) -> bool {
        matches!(noun, "police" | "council" | "prosecutors" | "authorities" | "court" | "hospital")
    }
}

/// What kind of party a source is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// A human being who speaks for no known body.
    Person,
    /// A body: agency, ministry, company, group.
    Organisation,
    /// A paper: report, poll, data.
    Document,
    /// Somebody whom the draft does not name: "officials", "a witness". Two of them are never the same.
    #[default]
    Unnamed,
}
