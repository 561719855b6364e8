//! The order of the layers: code looks down, never up, and one folder alone knows the parser library.

#![expect(clippy::unwrap_used, reason = "sources that cannot be read fail the test")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers, from the bottom to the top.
const LAYERS: [&str; 12] =
    ["text", "claim", "lexicon", "input", "grammar", "extract", "compare", "rules", "report", "config", "cli", "main"];

#[test]
fn imports_point_down() {
    let upward = |path: &Path, code: &str| {
        let own = height(layer(path))?;
        let names = imported(code).into_iter();
        let above = names.filter(|(_, name)| height(name).is_some_and(|other| other > own));
        Some(above.map(|(at, name)| complaint(path, code, at, &format!("looks up to {name}"))).collect())
    };
    let told = told(|path, code| upward(path, code).unwrap_or_default());
    assert!(told.is_empty(), "{told}");
}

#[test]
fn every_module_is_a_layer() {
    let stray = sources().into_iter().filter(|path| layer(path) != "lib" && height(layer(path)).is_none());
    assert_eq!(stray.collect::<Vec<_>>(), Vec::<PathBuf>::new());
}

#[test]
fn only_the_grammar_names_nom() {
    let named = |path: &Path, code: &str| {
        let places = code.match_indices("nom::").filter(|(at, _)| !code[..*at].ends_with(is_of_a_name));
        let outside = places.filter(|_| layer(path) != "grammar");
        outside.map(|(at, _)| complaint(path, code, at, "names nom")).collect()
    };
    let told = told(named);
    assert!(told.is_empty(), "{told}");
}

#[test]
fn imports_are_found_however_they_are_written() {
    for (code, expected) in [
        ("use crate::text::Span;", vec!["text"]),
        ("pub(crate) use crate::rules::{Finding, check};", vec!["rules"]),
        ("use crate::{config::{FailOn, Config}, input};", vec!["config", "input"]),
        ("use crate::{\n    claim::Unit,\n    text,\n};", vec!["claim", "text"]),
        ("fn size(span: crate::text::Span) {}", vec!["text"]),
        ("use numerate::text::Span;", vec!["text"]),
        ("use super::Span; // as crate::text::Span", vec![]),
        ("use lol_html::text;", vec![]),
    ] {
        let names: Vec<_> = imported(&without_comments(code)).into_iter().map(|(_, name)| name.to_owned()).collect();
        assert_eq!(names, expected, "{code}");
    }
}

/// What is wrong with any source file, a line each.
fn told(wrong: impl Fn(&Path, &str) -> Vec<String>) -> String {
    let files = sources().into_iter().map(|path| (without_comments(&fs::read_to_string(&path).unwrap()), path));
    files.flat_map(|(code, path)| wrong(&path, &code)).collect::<Vec<_>>().join("\n")
}

fn sources() -> Vec<PathBuf> {
    let mut sources = Vec::new();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() { &mut folders } else { &mut sources }.push(path);
        }
    }
    sources.sort();
    sources
}

/// The layer that a file belongs to: the folder under `src`, or the file that stands for one.
fn layer(path: &Path) -> &str {
    let name = path.components().nth(1).unwrap().as_os_str().to_str().unwrap();
    name.strip_suffix(".rs").unwrap_or(name)
}

fn height(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|known| *known == layer)
}

/// The modules at the top of the crate that some code names, and where.
fn imported(code: &str) -> Vec<(usize, &str)> {
    let paths = ["crate::", "numerate::"].into_iter().flat_map(|root| code.match_indices(root));
    let names = paths.filter(|(at, _)| !code[..*at].ends_with(is_of_a_name)).flat_map(|(at, root)| {
        let rest = &code[at + root.len()..];
        let names = rest.strip_prefix('{').map_or_else(|| vec![rest], members);
        names.into_iter().map(move |name| (at, name.split(|letter| !is_of_a_name(letter)).next().unwrap_or_default()))
    });
    names.collect()
}

/// What stands between the commas of a group, from just behind its opening brace.
fn members(group: &str) -> Vec<&str> {
    let (mut members, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                members.push(group[start..at].trim());
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    members.retain(|member| !member.is_empty());
    members
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The code with every comment cut off, line for line.
fn without_comments(code: &str) -> String {
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn complaint(path: &Path, code: &str, at: usize, what: &str) -> String {
    format!("{}:{}: {what}", path.display(), code[..at].matches('\n').count() + 1)
}
