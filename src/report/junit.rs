//! `junit`: test results, for whatever shows those.
//!
//! A draft is a suite. Each finding is a case that fails, and a draft without one has a case that passes, so that a clean
//! run is not taken for one that tested nothing. A file that could not be read is a suite with an error. There are no
//! times: the same drafts give the same report.
//!
//! The examples of rules are cases too, each rule a suite.

use super::location::{Location, path};
use super::safe::safe_lines;
use super::{Look, NAME, Outcome, Trial, safe, words};
use crate::rules::{self, Finding};
use crate::text::Problem;
use quick_xml::se::Serializer;
use serde::Serialize;
use std::io::{self, Write};

/// Writes a suite for each draft, then one for each problem.
pub(crate) fn write(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    put(&Suites::new(outcome), out)
}

/// Writes a suite for each rule that was tested, then one for each problem.
pub(crate) fn trial(trial: &Trial<'_>, out: &mut dyn Write) -> io::Result<()> {
    let examples: Vec<_> = trial.outcomes.iter().enumerate().collect();
    let rules = examples.chunk_by(|(_, one), (_, next)| one.rule == next.rule).map(|own| {
        let cases = own.iter().map(|(at, outcome)| Case::of_example(outcome, trial.updated.contains(at)));
        Suite::new(&own[0].1.rule, cases.collect())
    });
    put(&Suites::of(rules.chain(trial.problems.iter().map(Suite::of_problem)).collect()), out)
}

fn put(suites: &Suites, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut serializer = Serializer::new(&mut xml);
    serializer.indent(' ', 2);
    suites.serialize(serializer).map_err(io::Error::other)?;
    xml.push('\n');
    out.write_all(xml.as_bytes())
}

#[derive(Serialize)]
#[serde(rename = "testsuites")]
struct Suites {
    #[serde(rename = "@name")]
    name: &'static str,
    #[serde(rename = "@tests")]
    tests: usize,
    #[serde(rename = "@failures")]
    failures: usize,
    #[serde(rename = "@errors")]
    errors: usize,
    testsuite: Vec<Suite>,
}

impl Suites {
    fn new(outcome: &Outcome<'_>) -> Self {
        let mut findings = outcome.findings.iter().peekable();
        let drafts = outcome.drafts.iter().enumerate().map(|(number, draft)| {
            let own = std::iter::from_fn(|| findings.next_if(|finding| finding.draft == number));
            let cases: Vec<_> = own.filter_map(|finding| Case::of_finding(outcome, finding)).collect();
            Suite::new(&path(draft.document.id()), cases)
        });
        let mut suites: Vec<_> = drafts.collect();
        suites.extend(outcome.problems.iter().map(Suite::of_problem));
        Self::of(suites)
    }

    fn of(suites: Vec<Suite>) -> Self {
        let sum = |count: fn(&Suite) -> usize| suites.iter().map(count).sum();
        Self {
            name: NAME,
            tests: sum(|suite| suite.tests),
            failures: sum(|suite| suite.failures),
            errors: sum(|suite| suite.errors),
            testsuite: suites,
        }
    }
}

#[derive(Serialize)]
struct Suite {
    #[serde(rename = "@name")]
    name: String,
    #[serde(rename = "@tests")]
    tests: usize,
    #[serde(rename = "@failures")]
    failures: usize,
    #[serde(rename = "@errors")]
    errors: usize,
    testcase: Vec<Case>,
}

impl Suite {
    /// The suite of a draft, with its cases that fail.
    fn new(path: &str, mut cases: Vec<Case>) -> Self {
        let name = shown(path);
        if cases.is_empty() {
            cases.push(Case::new("no findings".to_owned(), &name));
        }
        let count = |such: fn(&Case) -> bool| cases.iter().filter(|case| such(case)).count();
        let (failures, errors) = (count(|case| case.failure.is_some()), count(|case| case.error.is_some()));
        Self { name, tests: cases.len(), failures, errors, testcase: cases }
    }

    fn of_problem(problem: &Problem) -> Self {
        let error = Fault { severity: "problem", message: shown(&problem.message), text: shown(&problem.to_string()) };
        let path = path(&problem.path);
        let case = Case { error: Some(error), ..Case::new("can be read".to_owned(), &shown(&path)) };
        Self::new(&path, vec![case])
    }
}

#[derive(Serialize)]
struct Case {
    #[serde(rename = "@name")]
    name: String,
    #[serde(rename = "@classname")]
    classname: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Fault>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<Fault>,
}

impl Case {
    fn new(name: String, path: &str) -> Self {
        Self { name, classname: path.to_owned(), error: None, failure: None }
    }

    fn of_finding(outcome: &Outcome<'_>, finding: &Finding) -> Option<Self> {
        let at = Location::of(outcome, finding)?;
        let place = at.start(crate::text::Column::CodePoints);
        let mut lines = vec![format!("{}: {}", at.shown(), finding.message)];
        lines.extend(words::reasons(outcome, finding));
        let lines: Vec<_> = lines.iter().map(|line| shown(line)).collect();
        let severity = finding.severity.name();
        let failure = Fault { severity, message: shown(&finding.message), text: safe_lines(&lines.join("\n")) };
        let name = format!("{} at {}:{}", finding.rule, place.line, place.column);
        Some(Self { failure: Some(failure), ..Self::new(name, &shown(&at.path())) })
    }

    fn of_example(outcome: &rules::Outcome, updated: bool) -> Self {
        let name = format!("{}:{}", shown(&outcome.path), outcome.line);
        let failure = outcome.difference.as_ref().filter(|_| !updated).map(|difference| Fault {
            severity: "failure",
            message: "the rule does not flag what is expected".to_owned(),
            text: safe_lines(&difference.lines().map(shown).collect::<Vec<_>>().join("\n")),
        });
        Self { failure, ..Self::new(name, &outcome.rule) }
    }
}

/// What kept a case from passing.
#[derive(Serialize)]
struct Fault {
    #[serde(rename = "@type")]
    severity: &'static str,
    #[serde(rename = "@message")]
    message: String,
    #[serde(rename = "$text")]
    text: String,
}

/// Words without the characters that XML has no way to write.
fn shown(words: &str) -> String {
    safe(words).replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

#[cfg(test)]
mod tests {
    use super::{shown, write};
    use crate::report::example::{nothing, written};

    #[test]
    fn a_draft_is_a_suite_and_a_finding_a_case() {
        let expected = r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="numerate" tests="3" failures="1" errors="1">
  <testsuite name="ferry.txt" tests="1" failures="1" errors="0">
    <testcase name="conflicting-figures at 1:15" classname="ferry.txt">
      <failure type="error" message="port says 1,200, late.txt says 300">ferry.txt:1:15: port says 1,200, late.txt says 300
late.txt:1:6: 300
same thing: islanders
two days apart</failure>
    </testcase>
  </testsuite>
  <testsuite name="late.txt" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="late.txt"/>
  </testsuite>
  <testsuite name="gone.txt" tests="1" failures="0" errors="1">
    <testcase name="can be read" classname="gone.txt">
      <error type="problem" message="no such line">gone.txt:3:1: no such line</error>
    </testcase>
  </testsuite>
</testsuites>
"#;
        assert_eq!(written(write), expected);
        let empty = r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="numerate" tests="0" failures="0" errors="0"/>
"#;
        assert_eq!(nothing(write), empty);
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(shown("a\0b\u{FFFF}c\u{1b}"), "a\u{FFFD}b\u{FFFD}c\u{FFFD}");
    }
}
