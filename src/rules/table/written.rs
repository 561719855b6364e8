//! What a file holds, as written: for telling where a setting comes from.

use super::Table;
use toml::de::DeValue;

/// A value that stands in a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its key, those of the tables around it in front: `severity.wrong-sum`.
    pub key: String,
    /// The value as written, on one line.
    pub value: String,
    /// The line that it stands on, 1-based.
    pub line: usize,
    /// Where on that line, 1-based, in code points.
    pub column: usize,
}

impl Table<'_> {
    /// All values of the table and of the tables within, in order of place.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let mut found = Vec::new();
        self.collect("", self.entries, &mut found);
        found.sort_by_key(|entry| (entry.line, entry.column));
        found
    }

    fn collect(&self, within: &str, table: &toml::de::DeTable<'_>, found: &mut Vec<Entry>) {
        for (key, value) in table {
            let key = format!("{within}{}", key.get_ref());
            let tables: Vec<_> = match value.get_ref() {
                DeValue::Table(inner) => vec![inner],
                DeValue::Array(list) => list.iter().filter_map(|one| one.get_ref().as_table()).collect(),
                _ => Vec::new(),
            };
            for inner in &tables {
                self.collect(&format!("{key}."), inner, found);
            }
            if tables.is_empty() {
                let text = self.sheet.words(value.span());
                let place = self.sheet.place(value.span().start, text);
                found.push(Entry { key, value: place.value, line: place.line, column: place.column });
            }
        }
    }
}
