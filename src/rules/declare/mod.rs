//! What a desk declares beside rules: measures, sources, words that are the same or apart, nouns and events.
//!
//! It stands in a pack, in the file of a rule that needs it, or in a file of its own.

mod clash;
mod measure;
mod source;
mod teaching;

pub(super) use measure::Declaration as Measure;
pub use source::ForeignSource;
pub use teaching::Teaching;

use super::rule::Home;
use super::sheet::Placed;
use super::table::Table;
use crate::text::Problem;
use source::Source;

/// Something that a rule file names, and where.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) word: Placed<String>,
    pub(super) home: Home,
}

impl Named {
    /// A problem at its place; files that the program carries have none of their own.
    fn problem(&self, message: String) -> Problem {
        Problem::at(self.home.to_string(), self.word.line, self.word.column, message)
    }

    /// What to say of an id that another has.
    fn taken(&self, by: &Self) -> Problem {
        self.problem(format!("the id `{}` is taken ({})", self.word.value, by.place()))
    }

    /// Whether both stand in one file, where neither takes the other's place.
    fn is_beside(&self, other: &Self) -> bool {
        self.home == other.home && self.word.line != other.word.line && self.word.line > 0
    }

    /// Where it stands, in words.
    fn place(&self) -> String {
        match &self.home {
            Home::BuiltIn => self.home.to_string(),
            Home::File(path) => format!("{path}:{}:{}", self.word.line, self.word.column),
        }
    }
}

/// Words that belong together.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) words: Vec<Named>,
}

/// Nouns of a class, or words that tell of an event.
#[derive(Clone, Debug)]
pub(super) struct Family {
    pub(super) name: String,
    pub(super) words: Vec<String>,
    pub(super) kin: Option<String>,
    /// Of an event, those whom it happens to, by nouns that may stand for each other.
    pub(super) nouns: Vec<String>,
    /// Of an event, whether it is over within a day.
    pub(super) sudden: bool,
}

/// What one file declares.
#[derive(Clone, Debug, Default)]
pub(super) struct Declared {
    /// The pack that it belongs to: it holds where the pack is in force.
    pub(super) pack: Option<String>,
    pub(super) measures: Vec<Measure>,
    pub(super) sources: Vec<Source>,
    pub(super) same: Vec<Group>,
    pub(super) apart: Vec<Group>,
    pub(super) classes: Vec<Family>,
    pub(super) events: Vec<Family>,
}

impl Declared {
    /// The keys that a file of its own has.
    const KEYS: [&str; 6] = ["measure", "source", "same", "apart", "class", "event"];

    /// Whether a file declares anything.
    pub(super) fn is_in(table: &Table<'_>) -> bool {
        Self::KEYS.iter().any(|key| table.has(key))
    }

    /// Reads `[[measure]]`, `[[source]]`, `same`, `apart`, `[[class]]` and `[[event]]`.
    pub(super) fn shape(table: &mut Table<'_>, home: &Home) -> Self {
        let mut groups = |key| {
            let groups = table.groups(key);
            if groups.iter().any(|group| group.len() < 2) {
                table.complain(key, format!("`{key}` has a list of fewer than two words, expected two or more"));
            }
            let named = |word| Named { word, home: home.clone() };
            groups.into_iter().map(|words| Group { words: words.into_iter().map(named).collect() }).collect()
        };
        let (same, apart) = (groups("same"), groups("apart"));
        Self {
            pack: None,
            same,
            apart,
            measures: table.each("measure", |table| Measure::shape(table, home)),
            sources: table.each("source", |table| Source::shape(table, home)),
            classes: table.each("class", |table| Family::shape(table, "nouns")),
            events: table.each("event", |table| {
                let family = Family::shape(table, "words");
                let nouns = table.texts("nouns").into_iter().map(|noun| noun.value).collect();
                let sudden = table.flag("sudden").unwrap_or_default();
                Family { kin: table.text("kin").map(|kin| kin.value), nouns, sudden, ..family }
            }),
        }
    }
}

impl Family {
    fn shape(table: &mut Table<'_>, key: &'static str) -> Self {
        let name = table.required_text("name").value;
        if !table.has(key) {
            table.complain(key, format!("`{key}` is missing, expected a list of strings"));
        }
        let words = table.some_texts(key).into_iter().map(|word| word.value).collect();
        Self { name, words, kin: None, nouns: Vec::new(), sudden: false }
    }
}
