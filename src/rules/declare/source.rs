//! `[[source]]`: a body that figures come from, under all its names.

use super::Named;
use crate::lexicon::written::Party;
use crate::rules::nearest::expected;
use crate::rules::rule::Home;
use crate::rules::sheet::Placed;
use crate::rules::table::Table;

/// The kinds of body that the lexicon knows.
const KINDS: [&str; 8] = ["agency", "ministry", "company", "media", "ngo", "court", "police", "document"];

/// A source of a lexicon file, which has another shape.
#[derive(Clone, Debug)]
pub struct ForeignSource {
    /// The file.
    pub path: String,
    /// The source's id.
    pub id: Placed<String>,
    /// All that it goes by.
    pub names: Vec<Placed<String>>,
}

/// A source as a file gives it.
#[derive(Clone, Debug)]
pub(in crate::rules) struct Source {
    pub(super) id: Named,
    pub(super) name: Placed<String>,
    aliases: Vec<Placed<String>>,
    people: Vec<Placed<String>>,
    pub(super) parent: Option<Placed<String>>,
    kind: String,
    pub(super) country: Option<Placed<String>>,
}

impl Source {
    /// Reads `id`, `name`, `aliases`, `people`, `parent`, `kind` and `country`.
    pub(super) fn shape(table: &mut Table<'_>, home: &Home) -> Self {
        let (id, name) = (table.required_text("id"), table.required_text("name"));
        let (aliases, people) = (table.texts("aliases"), table.texts("people"));
        let kind = table.text("kind").map_or_else(|| KINDS[0].to_owned(), |kind| kind.value);
        if !KINDS.contains(&kind.as_str()) {
            table.complain("kind", format!("`kind` is `{kind}`, {}", expected(&kind, KINDS)));
        }
        let (parent, country) = (table.text("parent"), table.text("country"));
        Self { id: Named { word: id, home: home.clone() }, name, aliases, people, parent, kind, country }
    }

    /// All that it goes by: its name, its aliases, and those who speak for it.
    pub(super) fn names(&self) -> impl Iterator<Item = &Placed<String>> {
        std::iter::once(&self.name).chain(&self.aliases).chain(&self.people)
    }

    /// The source as the lexicon takes it.
    pub(super) fn written<'a>(&self) -> Party<'a> {
        Party {
            id: self.id.word.value.clone().into(),
            name: self.name.value.clone().into(),
            aliases: self.names().skip(1).map(|name| name.value.clone().into()).collect(),
            kind: self.kind.clone().into(),
            country: self.country.as_ref().map(|country| country.value.clone().into()),
        }
    }
}
