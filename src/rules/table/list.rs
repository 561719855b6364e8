//! Lists in a table: of strings, of tables, of groups of words.

use super::{Placed, Table};
use toml::Spanned;
use toml::de::DeValue;

impl<'s> Table<'s> {
    /// A list of strings.
    pub fn texts(&mut self, key: &'static str) -> Vec<Placed<String>> {
        let listed = self.list(key, "a list of strings");
        let mut texts = Vec::new();
        for one in listed {
            match one.get_ref().as_str() {
                Some(text) => texts.push(self.sheet.place(one.span().start, text.to_owned())),
                None => self.mistyped(key, "a list of strings", one),
            }
        }
        texts
    }

    /// A list of strings that, where it is there, has one at least.
    pub(in crate::rules) fn some_texts(&mut self, key: &'static str) -> Vec<Placed<String>> {
        let texts = self.texts(key);
        let is_empty = |list: &Spanned<DeValue<'_>>| list.get_ref().as_array().is_some_and(|list| list.is_empty());
        if self.entries.get(key).is_some_and(is_empty) {
            self.complain(key, format!("`{key}` is empty, expected one string at least"));
        }
        texts
    }

    /// A list of strings, of tables that are read with `shape`, or of both.
    pub fn texts_and_tables<T>(
        &mut self,
        key: &'static str,
        mut shape: impl FnMut(&mut Table<'s>) -> T,
    ) -> (Vec<Placed<String>>, Vec<T>) {
        const WANTED: &str = "a list of strings or tables";
        let (mut texts, mut ready) = (Vec::new(), Vec::new());
        for one in self.list(key, WANTED) {
            match one.get_ref() {
                DeValue::String(text) => texts.push(self.sheet.place(one.span().start, text.as_ref().to_owned())),
                DeValue::Table(entries) => {
                    ready.push(Table::new(self.sheet, entries, one.span().start).shaped(&mut shape));
                }
                _ => self.mistyped(key, WANTED, one),
            }
        }
        (texts, ready)
    }

    /// A list of tables (`[[key]]`), each read with `shape`.
    pub fn each<T>(&mut self, key: &'static str, mut shape: impl FnMut(&mut Table<'s>) -> T) -> Vec<T> {
        let mut ready = Vec::new();
        for value in self.list(key, "a list of tables") {
            match value.get_ref() {
                DeValue::Table(entries) => {
                    ready.push(Table::new(self.sheet, entries, value.span().start).shaped(&mut shape));
                }
                _ => self.mistyped(key, "a list of tables", value),
            }
        }
        ready
    }

    /// Groups of strings: a list of lists, or one list of strings, which is one group.
    pub(crate) fn groups(&mut self, key: &'static str) -> Vec<Vec<Placed<String>>> {
        const WANTED: &str = "a list of strings, or a list of such lists";
        let (mut own, mut groups) = (Vec::new(), Vec::new());
        for one in self.list(key, WANTED) {
            let text = |value: &Spanned<DeValue<'_>>| {
                let text = value.get_ref().as_str()?.to_owned();
                Some(self.sheet.place(value.span().start, text))
            };
            match one.get_ref() {
                DeValue::String(_) => own.extend(text(one)),
                DeValue::Array(list) => {
                    list.iter().filter(|value| value.get_ref().as_str().is_none()).for_each(|value| {
                        self.mistyped(key, "a string", value);
                    });
                    groups.push(list.iter().filter_map(text).collect());
                }
                _ => self.mistyped(key, WANTED, one),
            }
        }
        if !own.is_empty() {
            groups.push(own);
        }
        groups
    }

    fn list(&mut self, key: &'static str, wanted: &str) -> &'s [Spanned<DeValue<'s>>] {
        match self.find(key) {
            Some(value) => value.get_ref().as_array().map_or_else(
                || {
                    self.mistyped(key, wanted, value);
                    &[][..]
                },
                |list| list.as_ref(),
            ),
            None => &[],
        }
    }
}
