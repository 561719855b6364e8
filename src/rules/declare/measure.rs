//! `[[measure]]`: what is counted, of whom, about what, except what.

use super::Named;
use crate::compare::{Measure, Words};
use crate::lexicon::Lexicon;
use crate::rules::option::MAX_DAYS;
use crate::rules::rule::{Home, identifier};
use crate::rules::sheet::Placed;
use crate::rules::table::Table;
use crate::rules::tolerance::Tolerance;
use crate::text::Problem;

/// A measure as a file gives it.
#[derive(Clone, Debug)]
pub(in crate::rules) struct Declaration {
    pub(in crate::rules) id: Named,
    /// What it is, for reports.
    pub(in crate::rules) title: String,
    lists: [Vec<Placed<String>>; 4],
    /// In what it is measured.
    pub(in crate::rules) unit: Option<Placed<String>>,
    /// How far two figures of it may lie apart, in place of what a rule says.
    pub(in crate::rules) tolerance: Option<Tolerance>,
    /// How many days may lie between two statements of it, in place of what a rule says.
    pub(in crate::rules) window: Option<u32>,
}

/// What is counted, of whom, about what, and what is no part of it.
const LISTS: [&str; 4] = ["what", "of", "about", "except"];

impl Declaration {
    pub(super) fn shape(table: &mut Table<'_>, home: &Home) -> Self {
        let id = Named { word: identifier(table), home: home.clone() };
        let title = table.required_text("title").value;
        if !table.has("what") {
            table.complain("what", "`what` is missing, expected a list of what is counted".to_owned());
        }
        let lists = LISTS.map(|key| table.texts(key));
        if table.has("what") && lists[0].is_empty() {
            table.complain("what", "`what` is empty, expected what is counted".to_owned());
        }
        Self {
            id,
            title,
            lists,
            unit: table.text("unit"),
            tolerance: Tolerance::read(table, "tolerance"),
            window: table.whole("window", 0..=MAX_DAYS),
        }
    }

    /// The measure, its words as claims have them.
    pub(in crate::rules) fn ready(&self, lexicon: &Lexicon) -> Measure {
        let [what, of, about, except] = self
            .lists
            .each_ref()
            .map(|list| list.iter().filter_map(|word| Words::new(lexicon, &word.value)).collect::<Vec<_>>());
        let (id, unit) = (self.id.word.value.clone(), self.unit.as_ref().map(|unit| unit.value.clone()));
        Measure { id, what, of, about, except, unit }
    }

    /// Words that say nothing by which a claim could be told.
    pub(super) fn mute(&self, lexicon: &Lexicon) -> Vec<Problem> {
        let mute = self.lists.iter().flatten().filter(|word| Words::new(lexicon, &word.value).is_none());
        let told = mute.map(|word| {
            let message = format!("`{}` says nothing that a sentence could be told by", word.value);
            Problem::at(self.id.home.to_string(), word.line, word.column, message)
        });
        told.collect()
    }
}
