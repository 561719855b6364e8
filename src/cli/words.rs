//! Lexicon files of a desk: what is wrong with them, all at once, and where the sources in them stand.

use crate::lexicon::Fault;
use crate::lexicon::written::Written;
use crate::rules::table::{self, Table};
use crate::rules::{ForeignSource, expected};
use crate::text::{Column, Lines, Problem};
use serde::Deserialize;
use std::ops::Range;
use toml::de::{DeTable, DeValue};
use toml::{Deserializer, Spanned};

/// All that is wrong with a lexicon file: every mistake of its syntax or, where it has none, the first of every entry.
pub(super) fn problems(path: &str, text: &str) -> Vec<Problem> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let wrong: Vec<_> = if errors.is_empty() {
        let parts =
            root.get_ref().iter().flat_map(|(key, value)| parts(value).into_iter().map(move |part| (key, part)));
        let read = parts.filter_map(|(key, part)| {
            let span = part.span();
            let file = DeTable::from_iter([(key.clone(), part)]);
            let error = match Written::deserialize(Deserializer::from(Spanned::new(span.clone(), file))) {
                Ok(written) => return written.faults().first().map(|fault| placed(fault, text, &span)),
                Err(error) => error,
            };
            // An unknown table is told where its name stands.
            let is_key = error.message().starts_with(&format!("unknown field `{}`", key.get_ref()));
            Some((if is_key { key.span() } else { error.span().unwrap_or(span) }.start, told(error.message())))
        });
        read.collect()
    } else {
        errors.iter().map(|error| (error.span().map_or(0, |span| span.start), error.message().to_owned())).collect()
    };
    let lines = Lines::new(text);
    let problem = |(offset, message): (usize, String)| {
        let at = lines.position(text, offset, Column::CodePoints);
        Problem::at(path, at.line, at.column, message)
    };
    let mut problems: Vec<_> = wrong.into_iter().map(problem).collect();
    problems.sort_by_key(|problem| (problem.line, problem.column));
    // What follows on a line after its first mistake is mostly the parser's confusion.
    problems.dedup_by(|next, before| next == before || !errors.is_empty() && next.line == before.line);
    problems
}

/// Where the value of an entry stands that does not fit, and what to say of it.
fn placed(fault: &Fault, text: &str, entry: &Range<usize>) -> (usize, String) {
    let Fault { key, value, known } = fault;
    // An entry under `[[unit]]` has the span of that line alone.
    let quoted = |quote: char| text.get(entry.start..)?.find(&format!("{quote}{value}"));
    let offset = quoted('"').or_else(|| quoted('\'')).unwrap_or(0);
    let wanted =
        if known.is_empty() { "expected a decimal".to_owned() } else { expected(value, known.iter().copied()) };
    (entry.start + offset, format!("`{key}` is `{value}`, {wanted}"))
}

/// The entries of a list of tables, each as a list of its own; else the value itself.
fn parts<'t>(value: &Spanned<DeValue<'t>>) -> Vec<Spanned<DeValue<'t>>> {
    let Some(list) =
        value.get_ref().as_array().filter(|list| !list.is_empty() && list.iter().all(|one| one.get_ref().is_table()))
    else {
        return vec![value.clone()];
    };
    let alone = |one: &Spanned<DeValue<'t>>| {
        let mut list = toml::de::DeArray::new();
        list.push(one.clone());
        Spanned::new(one.span(), DeValue::Array(list))
    };
    list.iter().map(alone).collect()
}

/// A message of the reader with the nearest name in place of all.
fn told(message: &str) -> String {
    let Some(rest) = message.strip_prefix("unknown field `") else { return message.to_owned() };
    let mut names = rest.split('`').step_by(2);
    let word = names.next().unwrap_or_default();
    format!("unknown key `{word}`, {}", expected(word, names.collect::<Vec<_>>()))
}

/// The sources of a lexicon file, which can be read.
pub(super) fn sources(path: &str, text: &str) -> Vec<ForeignSource> {
    let shape = |table: &mut Table<'_>| {
        let sources = table.each("source", |source| {
            let (id, name) = (source.required_text("id"), source.required_text("name"));
            let names = [vec![name], source.texts("aliases")].concat();
            source.excuse_the_rest();
            ForeignSource { path: path.to_owned(), id, names }
        });
        table.excuse_the_rest();
        Some(sources)
    };
    table::read(path, text, shape).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::problems;

    #[test]
    fn every_entry_tells_what_is_wrong_with_it() {
        let text = "sorce = []\n[[source]]\nid = 'a'\nname = 'A'\nkind = 'agency'\naliass = ['B']\n\
                    [[class]]\nname = 'person'\nnouns = 'pilot'\n[[class]]\nname = 'ship'\nnouns = ['barge']\n\
                    [[event]]\nname = 'sink'\n";
        let told: Vec<_> = problems("words.toml", text).iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 4, "{told:?}");
        assert_eq!(told[0], "words.toml:1:1: unknown key `sorce`, did you mean `source`?");
        assert_eq!(told[1], "words.toml:6:1: unknown key `aliass`, did you mean `aliases`?");
        assert!(told[2].starts_with("words.toml:9:9: ") && told[3].starts_with("words.toml:13:1: "), "{told:?}");
        assert_eq!(problems("words.toml", "a = \nb = = 3\n").len(), 2);
    }

    #[test]
    fn a_value_that_does_not_fit_is_told_where_it_stands() {
        let text = "source = [{ id = 'a', name = 'A', kind = 'agencie' }]\n\
                    [[unit]]\nname = 'cord'\ndimension = 'volume'\nfactor = \"3,6\"\n\
                    [[qualifier]]\nkind = 'abot'\nbefore = ['sort of']\n";
        let told: Vec<_> = problems("words.toml", text).iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "words.toml:1:42: `kind` is `agencie`, did you mean `agency`?",
                "words.toml:5:10: `factor` is `3,6`, expected a decimal",
                "words.toml:7:8: `kind` is `abot`, did you mean `about`?",
            ]
        );
    }
}
