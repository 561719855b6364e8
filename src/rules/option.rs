//! Options of a rule, which document themselves as they are read.
//!
//! Each getter names the option, its default and its meaning; what it read is kept as a [`Setting`], so that `explain`
//! tells exactly what the rule goes by.

use super::paths::Paths;
use super::sheet::Fault;
use super::table::Table;
use super::tolerance::Tolerance;
use super::vocabulary::{Vocabulary, Wanted};
use crate::claim::Decimal;
use crate::text::Role;
use serde::Serialize;

/// One option of a rule as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// Its key in the rule file.
    pub name: &'static str,
    /// What the rule goes by.
    pub value: String,
    /// What it would go by if the file said nothing.
    pub default: String,
    /// What it does.
    pub meaning: &'static str,
    /// Its line in the rule's file; `None` where the default holds.
    pub line: Option<usize>,
}

/// The options of one rule under reading.
pub struct Options<'t, 's> {
    table: &'t mut Table<'s>,
    settings: Vec<Setting>,
    wanted: Vec<Wanted>,
}

/// More days than any news story looks back on.
pub(super) const MAX_DAYS: u32 = 36_500;

impl<'t, 's> Options<'t, 's> {
    /// Options in a rule's own table.
    pub(super) const fn new(table: &'t mut Table<'s>) -> Self {
        Self { table, settings: Vec::new(), wanted: Vec::new() }
    }

    /// What was read, and the words in it that the lexicon must know.
    pub(super) fn into_parts(self) -> (Vec<Setting>, Vec<Wanted>) {
        (self.settings, self.wanted)
    }

    /// A number of days; without a default, any number will do unless the file says otherwise.
    pub fn days(&mut self, name: &'static str, default: Option<u32>, meaning: &'static str) -> Option<u32> {
        let days = self.table.whole(name, 0..=MAX_DAYS).or(default);
        self.keep(name, in_days(days), in_days(default), meaning);
        days
    }

    /// A whole number of at least `least`, which is the default.
    pub fn at_least(&mut self, name: &'static str, least: u32, meaning: &'static str) -> u32 {
        let number = self.table.whole(name, least..=u32::MAX).unwrap_or(least);
        self.keep(name, number.to_string(), least.to_string(), meaning);
        number
    }

    /// A whole number that something may be at the most.
    pub fn limit(&mut self, name: &'static str, default: u32, meaning: &'static str) -> u32 {
        let number = self.table.whole(name, 0..=u32::MAX).unwrap_or(default);
        self.keep(name, number.to_string(), default.to_string(), meaning);
        number
    }

    /// Hundredths, from 0, the default, up to 100.
    pub fn percent(&mut self, name: &'static str, meaning: &'static str) -> Decimal {
        let percent = self.table.decimal(name).unwrap_or_default();
        let fits = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent);
        if !fits {
            self.table.complain(name, format!("`{name}` is {percent}, expected hundredths from 0 to 100"));
        }
        self.keep(name, format!("{percent} percent"), "0 percent".to_owned(), meaning);
        percent
    }

    /// How far two figures may lie apart; by default, what their readings leave open.
    pub(super) fn tolerance(&mut self, name: &'static str, meaning: &'static str) -> Tolerance {
        let default = Tolerance::Reading;
        let tolerance = Tolerance::read(self.table, name).unwrap_or(default);
        self.keep(name, tolerance.to_string(), default.to_string(), meaning);
        tolerance
    }

    /// Parts of a draft; none, which is the default, stands for all.
    pub(super) fn roles(&mut self, name: &'static str, meaning: &'static str) -> Vec<Role> {
        let known = Role::ALL.map(|role| (role.name(), role));
        let words = self.table.some_texts(name);
        let mut roles = Vec::new();
        for word in &words {
            match known.iter().find(|(known, _)| *known == word.value) {
                Some((_, role)) => roles.push(*role),
                None => self.table.complain_of(word, name, known.iter().map(|(known, _)| *known)),
            }
        }
        let names: Vec<_> = roles.iter().map(|role| role.name()).collect();
        let value = if names.is_empty() { "all".to_owned() } else { names.join(", ") };
        self.keep(name, value, "all".to_owned(), meaning);
        roles
    }

    /// Globs; `None`, which is the default, stands for all paths.
    pub(super) fn globs(&mut self, name: &'static str, meaning: &'static str) -> Option<Paths> {
        let words = self.table.some_texts(name);
        let (paths, wrong) = Paths::new(words.iter().map(|word| word.value.as_str()));
        for (at, message) in wrong {
            self.table.complain_at(&words[at], message);
        }
        let listed = words.iter().map(|word| word.value.clone()).collect::<Vec<_>>().join(", ");
        let value = if words.is_empty() { "all".to_owned() } else { listed };
        self.keep(name, value, "all".to_owned(), meaning);
        Some(paths).filter(|_| !words.is_empty())
    }

    /// Complains of an option that cannot stand beside the others.
    pub(super) fn refuse(&mut self, name: &'static str, message: &str) {
        self.table.complain(name, message.to_owned());
    }

    /// One of some words: the default, or one of the others.
    pub fn choice<T: Copy>(
        &mut self,
        name: &'static str,
        default: (&'static str, T),
        others: &[(&'static str, T)],
        meaning: &'static str,
    ) -> T {
        let choices: Vec<_> = std::iter::once(&default).chain(others).map(|choice| (choice.0, *choice)).collect();
        let chosen = self.table.choice(name, &choices).unwrap_or(default);
        self.keep(name, chosen.0.to_owned(), default.0.to_owned(), meaning);
        chosen.1
    }

    /// A list of words of some vocabulary; none, which is the default, stands for all.
    pub(super) fn names(&mut self, name: &'static str, vocabulary: Vocabulary, meaning: &'static str) -> Vec<String> {
        let words = self.table.some_texts(name);
        let names: Vec<_> = words.iter().map(|word| word.value.clone()).collect();
        self.wanted.extend(words.into_iter().map(|word| Wanted { vocabulary, word }));
        let value = if names.is_empty() { "all".to_owned() } else { names.join(", ") };
        self.keep(name, value, "all".to_owned(), meaning);
        names
    }

    /// A text in a language of its own, read with `read`; one that has no default must be there.
    pub(super) fn written<T>(
        &mut self,
        name: &'static str,
        default: Option<&str>,
        meaning: &'static str,
        read: impl FnOnce(&str) -> Result<T, Vec<Fault>>,
    ) -> Option<T> {
        if default.is_none() && !self.table.has(name) {
            self.table.complain(name, format!("`{name}` is missing, expected {meaning}"));
            return None;
        }
        let text = self.table.text(name).map(|text| text.value);
        let ready = self.table.written(name, default.unwrap_or_default(), read);
        let default = default.unwrap_or("none").to_owned();
        self.keep(name, text.map_or_else(|| default.clone(), |text| text.trim().to_owned()), default, meaning);
        ready
    }

    /// Notes a word of some vocabulary that stands in a text of the rule, so many bytes from its beginning.
    pub(super) fn want(&mut self, name: &'static str, offset: usize, vocabulary: Vocabulary, word: &str) {
        let word = self.table.place_inside(name, offset, word.to_owned());
        self.wanted.push(Wanted { vocabulary, word });
    }

    fn keep(&mut self, name: &'static str, value: String, default: String, meaning: &'static str) {
        let line = self.table.line(name);
        self.settings.push(Setting { name, value, default, meaning, line });
    }
}

fn in_days(days: Option<u32>) -> String {
    match days {
        None => "any number of days".to_owned(),
        Some(1) => "1 day".to_owned(),
        Some(days) => format!("{days} days"),
    }
}
