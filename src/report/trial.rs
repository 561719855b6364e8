//! How the examples of rules went: `text` for people, `json`, `junit`.

use super::safe::safe_lines;
use super::{json_text, junit, safe};
use crate::rules::Outcome;
use crate::text::Problem;
use serde::Serialize;
use std::io::{self, Write};

/// The examples that were run, by rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trial<'a> {
    /// How each went.
    pub(crate) outcomes: &'a [Outcome],
    /// For each that does not hold, the line of its file that says what is expected, with a mark under it, where one is
    /// to be had.
    pub(crate) frames: &'a [Option<String>],
    /// Those that did not hold, and now expect what was found: their places among all.
    pub(crate) updated: &'a [usize],
    /// What kept the run from being done as asked.
    pub(crate) problems: &'a [Problem],
}

impl Trial<'_> {
    /// How many hold, and how many do not.
    fn counts(&self) -> (usize, usize) {
        let passed = self.outcomes.iter().filter(|outcome| outcome.passed()).count() + self.updated.len();
        (passed, self.outcomes.len() - passed)
    }

    fn verdict(&self, at: usize) -> &'static str {
        match (self.outcomes[at].passed(), self.updated.contains(&at)) {
            (true, _) => "passed",
            (false, true) => "updated",
            (false, false) => "failed",
        }
    }
}

/// How a trial is written.
type WriteTrial = fn(&Trial<'_>, &mut dyn Write) -> io::Result<()>;

/// The formats of `numerate test`; the first is the default.
pub(crate) const TEST: [(&str, WriteTrial); 3] = [("text", text), ("json", json), ("junit", junit::trial)];

/// An example a line, what differs and where that is expected below it, and last how many hold.
fn text(trial: &Trial<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (at, outcome) in trial.outcomes.iter().enumerate() {
        let Outcome { rule, path, line, column, .. } = outcome;
        writeln!(out, "{} {rule} {}:{line}:{column}", trial.verdict(at), safe(path))?;
        for change in outcome.difference.iter().flat_map(|difference| difference.lines()) {
            writeln!(out, "    {}", safe(change))?;
        }
        if let Some(frame) = trial.frames.get(at).into_iter().flatten().next() {
            writeln!(out, "{}", safe_lines(frame))?;
        }
    }
    let (passed, failed) = trial.counts();
    writeln!(out, "{passed} passed, {failed} failed")
}

fn json(trial: &Trial<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (passed, failed) = trial.counts();
    let example = |(at, outcome)| ExampleShape { verdict: trial.verdict(at), outcome };
    let examples = trial.outcomes.iter().enumerate().map(example).collect();
    let problems = trial.problems.iter().map(super::shape::ProblemShape::new).collect();
    json_text(&TrialShape { schema: "numerate.test/1", examples, problems, passed, failed }, out)
}

#[derive(Serialize)]
struct TrialShape<'a> {
    schema: &'static str,
    examples: Vec<ExampleShape<'a>>,
    problems: Vec<super::shape::ProblemShape<'a>>,
    passed: usize,
    failed: usize,
}

#[derive(Serialize)]
struct ExampleShape<'a> {
    /// `passed`, `failed`, or `updated`.
    verdict: &'static str,
    #[serde(flatten)]
    outcome: &'a Outcome,
}

#[cfg(test)]
mod tests {
    use super::{TEST, Trial};
    use crate::rules::Outcome;
    use crate::text::Problem;

    /// A trial of two examples, the second of which does not hold, in a format.
    fn written(format: &str, updated: &[usize]) -> String {
        let holds = Outcome {
            rule: "sums".into(),
            path: "a.toml".into(),
            line: 7,
            column: 10,
            expected: vec!["12".into()],
            found: vec!["12".into()],
            expect_at: None,
            difference: None,
        };
        let fails =
            Outcome { line: 9, found: vec!["1<2".into()], difference: Some("-12\n+1<2".into()), ..holds.clone() };
        let problems = [Problem::at("b.toml", 1, 2, "no such key")];
        let frames = [None, Some("  |\n9 | expect = ['12']\n  |          ^".to_owned())];
        let trial = Trial { outcomes: &[holds, fails], frames: &frames, updated, problems: &problems };
        let mut out = Vec::new();
        TEST.iter().find(|(name, _)| *name == format).unwrap().1(&trial, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_line_for_each() {
        let differs = "    -12\n    +1<2\n  |\n9 | expect = ['12']\n  |          ^";
        let failed = format!("passed sums a.toml:7:10\nfailed sums a.toml:9:10\n{differs}\n1 passed, 1 failed\n");
        assert_eq!(written("text", &[]), failed);
        let updated = format!("passed sums a.toml:7:10\nupdated sums a.toml:9:10\n{differs}\n2 passed, 0 failed\n");
        assert_eq!(written("text", &[1]), updated);
    }

    #[test]
    fn an_object() {
        let json: serde_json::Value = serde_json::from_str(&written("json", &[])).unwrap();
        assert_eq!((&json["passed"], &json["failed"]), (&1.into(), &1.into()));
        let example = serde_json::json!({
            "verdict": "failed", "rule": "sums", "path": "a.toml", "line": 9, "column": 10,
            "expected": ["12"], "found": ["1<2"], "difference": "-12\n+1<2",
        });
        assert_eq!(json["examples"][1], example);
        assert_eq!(json["problems"][0]["line"], 1);
    }

    #[test]
    fn a_suite_for_each_rule() {
        let expected = r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="numerate" tests="3" failures="1" errors="1">
  <testsuite name="sums" tests="2" failures="1" errors="0">
    <testcase name="a.toml:7" classname="sums"/>
    <testcase name="a.toml:9" classname="sums">
      <failure type="failure" message="the rule does not flag what is expected">-12
+1&lt;2</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.toml" tests="1" failures="0" errors="1">
    <testcase name="can be read" classname="b.toml">
      <error type="problem" message="no such key">b.toml:1:2: no such key</error>
    </testcase>
  </testsuite>
</testsuites>
"#;
        assert_eq!(written("junit", &[]), expected);
    }
}
