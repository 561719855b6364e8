//! `github`: workflow commands, which GitHub turns into annotations of the drafts.
//!
//! GitHub shows few annotations of a step and drops the rest without a word, so the gravest come first, no more than
//! are shown, and a last line tells of the others. Every line begins with a command or with our own words: what a draft
//! says can be no command.

use super::location::{Location, path};
use super::{Look, NAME, Outcome, safe, words};
use crate::rules::{Finding, Severity};
use crate::text::{Column, Problem};
use std::cmp::Reverse;
use std::io::{self, Write};

/// How many annotations of one kind GitHub shows of a step.
const LIMIT: usize = 10;

/// Writes annotations, what had no room among them, and how much was found.
pub(crate) fn write(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut left_out = Vec::new();
    for annotations in annotations(outcome).chunk_by(|one, next| one.0 == next.0) {
        let (shown, rest) = annotations.split_at(annotations.len().min(LIMIT));
        for (name, message) in shown {
            writeln!(out, "::{name} {message}")?;
        }
        left_out.extend(rest.first().map(|(name, _)| words::many(rest.len(), name)));
    }
    if !left_out.is_empty() {
        writeln!(out, "not shown as annotations, of which there may be {LIMIT} of a kind: {}", left_out.join(", "))?;
    }
    writeln!(out, "{}", words::summary(outcome))
}

/// The annotations of all problems and findings with their commands, the gravest first.
fn annotations(outcome: &Outcome<'_>) -> Vec<(&'static str, String)> {
    let mut findings: Vec<_> = outcome.findings.iter().collect();
    findings.sort_by_key(|finding| Reverse(finding.severity));
    let findings =
        findings.into_iter().filter_map(|finding| Some((name(finding.severity), of_finding(outcome, finding)?)));
    outcome.problems.iter().map(|problem| (name(Severity::Error), of_problem(problem))).chain(findings).collect()
}

/// The annotation of a finding: its message, the places of the other claims, and why they do not go together.
fn of_finding(outcome: &Outcome<'_>, finding: &Finding) -> Option<String> {
    let at = Location::of(outcome, finding)?;
    let (start, end) = (at.start(Column::CodePoints), at.end(Column::CodePoints));
    let mut properties = vec![("file", at.path()), ("line", start.line.to_string()), ("endLine", end.line.to_string())];
    if start.line == end.line {
        properties.extend([("col", start.column.to_string()), ("endColumn", end.column.to_string())]);
    }
    properties.push(("title", format!("{NAME}: {}", finding.rule)));
    let mut lines = vec![safe(&finding.message).into_owned()];
    lines.extend(words::reasons(outcome, finding));
    Some(annotation(&properties, &lines.join("\n")))
}

fn of_problem(problem: &Problem) -> String {
    let place = [("line", problem.line), ("col", problem.column)];
    let place = place.into_iter().filter_map(|(name, number)| Some((name, number?.to_string())));
    let mut properties = vec![("file", path(&problem.path))];
    properties.extend(place);
    annotation(&properties, &safe(&problem.message))
}

/// The command for a severity.
const fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// What stands behind the name of the command: `file=a.md,line=1::message`.
fn annotation(properties: &[(&str, String)], message: &str) -> String {
    let properties: Vec<_> = properties.iter().map(|(key, value)| format!("{key}={}", property(value))).collect();
    format!("{}::{}", properties.join(","), data(message))
}

/// A message as a command takes it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property as a command takes it; it has no way to write a letter that steers the log.
fn property(text: &str) -> String {
    data(&safe(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property, write};
    use crate::report::example::{many, nothing, written};

    #[test]
    fn findings_and_problems_are_annotations() {
        let expected = "\
::error file=gone.txt,line=3,col=1::no such line
::error file=ferry.txt,line=1,endLine=1,col=15,endColumn=20,title=numerate%3A conflicting-figures::\
port says 1,200, late.txt says 300%0Alate.txt:1:6: 300%0Asame thing: islanders%0Atwo days apart
1 error in 2 documents with 3 claims
";
        assert_eq!(written(write), expected);
        assert_eq!(nothing(write), "nothing found in 0 documents with 0 claims\n");
    }

    #[test]
    fn the_gravest_come_first_and_the_rest_is_counted() {
        let written = many(write, 12);
        let names: Vec<_> = written.lines().map(|line| line.split(' ').next().unwrap_or_default()).collect();
        let (errors, warnings) = (["::error"; 10], ["::warning"; 10]);
        assert_eq!(names, [&errors[..], &warnings, &["::notice"; 10], &["not", "12"]].concat());
        let told = "not shown as annotations, of which there may be 10 of a kind: 3 errors, 2 warnings, 2 notices";
        assert_eq!(written.lines().rev().nth(1), Some(told));
    }

    #[test]
    fn what_ends_a_value_is_written_out() {
        assert_eq!(data("100%\r\n::error::x"), "100%25%0D%0A::error::x");
        assert_eq!(property("a:b,c\u{202e}.md"), "a%3Ab%2Cc\u{FFFD}.md");
    }
}
