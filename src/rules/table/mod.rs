//! TOML tables read key by key, so that every mistake of a file is told at once and at its place.
//!
//! What is asked for is what is known: when a table has been read, each key that nobody asked for is a [`Problem`] with
//! the nearest one that was. This module knows no rule and no setting.

mod list;
mod written;

use super::nearest::expected;
pub use super::sheet::Placed;
use super::sheet::{Fault, Sheet};
use crate::claim::Decimal;
use crate::text::{Problem, Span};
use jiff::civil::Date;
use std::ops::{Range, RangeInclusive};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
pub use written::Entry;

/// Reads a TOML file with `shape`, which asks its table for what it wants, and returns `None` only where it has
/// complained.
///
/// # Errors
/// The syntax errors of the file, one a line, or, where it has none, all missing, unknown and ill-typed keys, in order of place.
pub fn read<T>(path: &str, text: &str, shape: impl FnOnce(&mut Table<'_>) -> Option<T>) -> Result<T, Vec<Problem>> {
    let (ready, problems) = read_all(path, text, shape);
    ready.filter(|_| problems.is_empty()).ok_or(problems)
}

/// As [`read`], with what could be read beside what is wrong, so that mistakes that lie deeper are told in the same go.
pub(crate) fn read_all<T>(
    path: &str,
    text: &str,
    shape: impl FnOnce(&mut Table<'_>) -> Option<T>,
) -> (Option<T>, Vec<Problem>) {
    let (root, errors) = DeTable::parse_recoverable(text);
    let sheet = Sheet::new(path, text);
    for error in &errors {
        let message = match error.message() {
            "duplicate key" => "the key stands above already, expected each key once".to_owned(),
            "string values must be quoted" | "string values must be quoted, expected literal string" => {
                bare(text, error.span().map_or(0, |span| span.start))
            }
            message => message.to_lowercase(),
        };
        sheet.complain(error.span().map_or(0, |span| span.start), message);
    }
    if !errors.is_empty() {
        let mut problems = sheet.into_problems();
        // What follows on a line after its first mistake is mostly the parser's confusion.
        problems.dedup_by_key(|problem| problem.line);
        return (None, problems);
    }
    let ready = Table::new(&sheet, root.get_ref(), 0).shaped(shape);
    (ready, sheet.into_problems())
}

/// What to say of a value that is not there, or is a word without quotes.
fn bare(text: &str, at: usize) -> String {
    let word = text.get(at..).unwrap_or_default().split([' ', '\t', '\n', '\r', '#', ',', ']', '}']).next();
    match word.unwrap_or_default() {
        "" => "the value is missing".to_owned(),
        word => format!("`{word}` is no value, expected quotes around a text"),
    }
}

/// One table of a file. A getter returns `None` (or an empty list) both for a key that is absent and for one that is
/// wrong; the latter has been complained of.
pub struct Table<'s> {
    sheet: &'s Sheet<'s>,
    entries: &'s DeTable<'s>,
    start: usize,
    asked: Vec<&'s str>,
}

impl<'s> Table<'s> {
    const fn new(sheet: &'s Sheet<'s>, entries: &'s DeTable<'s>, start: usize) -> Self {
        Self { sheet, entries, start, asked: Vec::new() }
    }

    /// Reads the table and complains of what was not asked for.
    fn shaped<T>(mut self, shape: impl FnOnce(&mut Self) -> T) -> T {
        let ready = shape(&mut self);
        for key in self.entries.keys().filter(|key| !self.asked.contains(&key.get_ref().as_ref())) {
            let word = key.get_ref();
            let hint = expected(word, self.asked.iter().copied());
            self.sheet.complain(key.span().start, format!("unknown key `{word}`, {hint}"));
        }
        ready
    }

    /// Where the table begins.
    pub fn place(&self) -> Placed<()> {
        self.sheet.place(self.start, ())
    }

    /// Where the value of `key` begins, or the table where there is none.
    pub(super) fn place_of(&self, key: &str) -> Placed<()> {
        self.entries.get(key).map_or_else(|| self.place(), |value| self.sheet.place(value.span().start, ()))
    }

    /// The line that the value of `key` stands on, 1-based.
    pub(super) fn line(&self, key: &str) -> Option<usize> {
        let start = self.entries.get(key)?.span().start;
        Some(self.sheet.place(start, ()).line)
    }

    /// Where in the file the value of `key` stands, in bytes.
    pub fn span(&self, key: &str) -> Option<Span> {
        let Range { start, end } = self.entries.get(key)?.span();
        Some(Span::new(start, end))
    }

    /// Adds a problem at the value of `key`, or at the table where there is none.
    pub fn complain(&self, key: &str, message: String) {
        let offset = self.entries.get(key).map_or(self.start, |value| value.span().start);
        self.sheet.complain(offset, message);
    }

    /// Adds a problem at a value that was read.
    pub(crate) fn complain_at<T>(&self, at: &Placed<T>, message: String) {
        self.sheet.complain_at(at, message);
    }

    /// Adds a problem at a word of a list that is none of those that may stand there.
    pub(super) fn complain_of<'a>(
        &self,
        word: &Placed<String>,
        key: &str,
        known: impl IntoIterator<Item = &'a str> + Clone,
    ) {
        let hint = expected(&word.value, known);
        self.complain_at(word, format!("`{key}` has `{}`, {hint}", word.value));
    }

    /// Complains of no further key: what is allowed in the table depends on a value that is wrong.
    pub fn excuse_the_rest(&mut self) {
        self.asked.extend(self.entries.keys().map(|key| key.get_ref().as_ref()));
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// A string.
    pub fn text(&mut self, key: &'static str) -> Option<Placed<String>> {
        self.value(key, "a string", |value| value.as_str().map(str::to_owned))
    }

    /// A string that must be there and not be empty; where it is not, an empty one.
    pub fn required_text(&mut self, key: &'static str) -> Placed<String> {
        if !self.has(key) {
            self.complain(key, format!("`{key}` is missing, expected a string"));
        }
        let text = self.text(key).unwrap_or_default();
        if text.line > 0 && text.value.trim().is_empty() {
            self.complain(key, format!("`{key}` is empty"));
        }
        text
    }

    /// A string in a language of its own, or what stands for it where there is none, read with `read`.
    pub(super) fn written<T>(
        &mut self,
        key: &'static str,
        default: &str,
        read: impl FnOnce(&str) -> Result<T, Vec<Fault>>,
    ) -> Option<T> {
        let is_there = self.has(key);
        let text = self.text(key).map(|text| text.value);
        let ready = read(text.as_deref().or((!is_there).then_some(default))?);
        let told = |fault: Fault| self.sheet.complain(self.offset_inside(key, fault.offset), fault.message);
        ready.map_err(|faults| faults.into_iter().for_each(told)).ok()
    }

    /// A value that stands in the text of `key`, so many bytes from its beginning.
    pub(super) fn place_inside<T>(&self, key: &str, offset: usize, value: T) -> Placed<T> {
        self.sheet.place(self.offset_inside(key, offset), value)
    }

    fn offset_inside(&self, key: &str, offset: usize) -> usize {
        self.entries.get(key).map_or(self.start, |value| self.sheet.inside(value.span(), offset))
    }

    /// One of some words; the word's meaning is returned.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let words: Vec<_> = choices.iter().map(|(word, _)| format!("`{word}`")).collect();
        let wanted = format!("one of {}", words.join(", "));
        let word = self.value(key, &wanted, |value| value.as_str().map(str::to_owned))?.value;
        self.choose(key, &word, choices)
    }

    /// A whole number within a range.
    pub fn whole(&mut self, key: &'static str, range: RangeInclusive<u32>) -> Option<u32> {
        let wanted = format!("a whole number from {} to {}", range.start(), range.end());
        let read = |value: &DeValue<'_>| value.as_integer()?.to_string().parse().ok().filter(|n| range.contains(n));
        self.value(key, &wanted, read).map(|placed| placed.value)
    }

    /// A number, exactly as written.
    pub fn decimal(&mut self, key: &'static str) -> Option<Decimal> {
        let read = |value: &DeValue<'_>| match value {
            DeValue::Integer(whole) => whole.to_string().parse().ok(),
            DeValue::Float(decimal) => decimal.as_str().parse().ok(),
            _ => None,
        };
        self.value(key, "a number", read).map(|placed| placed.value)
    }

    /// A number, exactly as written, or a string.
    pub(crate) fn number_or_text(&mut self, key: &'static str, wanted: &str) -> Option<Result<Decimal, String>> {
        let read = |value: &DeValue<'_>| match value {
            DeValue::Integer(whole) => whole.to_string().parse().ok().map(Ok),
            DeValue::Float(decimal) => decimal.as_str().parse().ok().map(Ok),
            DeValue::String(text) => Some(Err(text.as_ref().to_owned())),
            _ => None,
        };
        self.value(key, wanted, read).map(|placed| placed.value)
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let read = |value: &DeValue<'_>| match value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => None,
        };
        self.value(key, "`true` or `false`", read).map(|placed| placed.value)
    }

    /// A date, bare (`date = 2025-03-11`) or as a string.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        let read = |value: &DeValue<'_>| match value {
            DeValue::Datetime(date) => date.to_string().parse().ok(),
            DeValue::String(date) => date.parse().ok(),
            _ => None,
        };
        self.value(key, "a date such as 2025-03-11", read).map(|placed| placed.value)
    }

    /// A table within, read with `shape`.
    pub fn within<T>(&mut self, key: &'static str, shape: impl FnOnce(&mut Table<'s>) -> T) -> Option<T> {
        let value = self.find(key)?;
        let DeValue::Table(entries) = value.get_ref() else {
            self.mistyped(key, "a table", value);
            return None;
        };
        Some(Table::new(self.sheet, entries, value.span().start).shaped(shape))
    }

    /// All entries of a table whose keys are free, each value one of some words.
    pub fn choices<T: Copy>(&mut self, choices: &[(&'static str, T)]) -> Vec<(Placed<String>, T)> {
        let mut chosen = Vec::new();
        for (key, value) in self.entries {
            let name = key.get_ref().as_ref();
            self.asked.push(name);
            match value.get_ref().as_str() {
                Some(word) => chosen.extend(
                    self.choose(name, word, choices)
                        .map(|meaning| (self.sheet.place(key.span().start, name.to_owned()), meaning)),
                ),
                None => self.mistyped(name, "a string", value),
            }
        }
        chosen
    }

    fn choose<T: Copy>(&self, key: &str, word: &str, choices: &[(&'static str, T)]) -> Option<T> {
        let chosen = choices.iter().find(|(name, _)| *name == word).map(|(_, meaning)| *meaning);
        if chosen.is_none() {
            let hint = expected(word, choices.iter().map(|(name, _)| *name));
            self.complain(key, format!("`{key}` is `{word}`, {hint}"));
        }
        chosen
    }

    fn value<T>(
        &mut self,
        key: &'static str,
        wanted: &str,
        read: impl Fn(&DeValue<'_>) -> Option<T>,
    ) -> Option<Placed<T>> {
        let value = self.find(key)?;
        let ready = read(value.get_ref());
        if ready.is_none() {
            self.mistyped(key, wanted, value);
        }
        ready.map(|ready| self.sheet.place(value.span().start, ready))
    }

    fn find(&mut self, key: &'static str) -> Option<&'s Spanned<DeValue<'s>>> {
        self.asked.push(key);
        self.entries.get(key)
    }

    fn mistyped(&self, key: &str, wanted: &str, value: &Spanned<DeValue<'_>>) {
        let found = self.sheet.written(value.span());
        self.sheet.complain(value.span().start, format!("`{key}` is `{found}`, expected {wanted}"));
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, read};

    /// What a file of three known keys is told.
    fn told(text: &str) -> Vec<String> {
        let shape = |table: &mut Table<'_>| {
            table.required_text("id");
            table.whole("window", 0..=365);
            table.choice("severity", &[("error", 1), ("warning", 2)]);
            table.each("example", |example| {
                example.texts("expect");
                example.date("date")
            });
            Some(())
        };
        let problems = read("a.toml", text, shape).err().unwrap_or_default();
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_mistake_is_told_at_its_place() {
        let text = "id = 'a'\nwindw = 3\nseverity = 'eror'\n[[example]]\nexpect = [1]\ndate = 'May'\n";
        assert_eq!(
            told(text),
            [
                "a.toml:2:1: unknown key `windw`, did you mean `window`?",
                "a.toml:3:12: `severity` is `eror`, did you mean `error`?",
                "a.toml:5:11: `expect` is `1`, expected a list of strings",
                "a.toml:6:8: `date` is `'May'`, expected a date such as 2025-03-11",
            ]
        );
    }

    #[test]
    fn what_is_missing_empty_or_out_of_range_is_told() {
        for (text, message) in [
            ("", "a.toml:1:1: `id` is missing, expected a string"),
            ("id = ' '", "a.toml:1:6: `id` is empty"),
            ("id = 'é'\nwindow = 366", "a.toml:2:10: `window` is `366`, expected a whole number from 0 to 365"),
            ("id = 'a'\nexample = 'b'", "a.toml:2:11: `example` is `'b'`, expected a list of tables"),
            (
                "id = 'a'\nfoo = 1",
                "a.toml:2:1: unknown key `foo`, expected one of `id`, `window`, `severity`, `example`",
            ),
        ] {
            assert_eq!(told(text), [message]);
        }
    }

    #[test]
    fn syntax_errors_are_all_told() {
        assert_eq!(
            told("id = \nwindow = = 3\nseverity = error # as ever\n"),
            [
                "a.toml:1:6: the value is missing",
                "a.toml:2:10: extra `=`, expected nothing",
                "a.toml:3:12: `error` is no value, expected quotes around a text",
            ]
        );
    }
}
