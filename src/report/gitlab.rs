//! `gitlab`: a code quality report, which GitLab shows beside a merge request.
//!
//! GitLab shows neither rule nor evidence, so the description names the rule, and takes findings of one fingerprint for
//! one, so no two have the same.

use super::location::Location;
use super::{Look, Outcome, json_text, safe};
use crate::rules::{Finding, Severity};
use crate::text::Column;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the findings as a list.
pub(crate) fn write(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut times = BTreeMap::new();
    let issues = outcome.findings.iter().filter_map(|finding| {
        let time: &mut usize = times.entry(&finding.fingerprint).or_default();
        *time += 1;
        Issue::new(outcome, finding, *time)
    });
    json_text(&issues.collect::<Vec<_>>(), out)
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Place,
}

impl<'a> Issue<'a> {
    /// A finding whose fingerprint comes up for the `time`th time.
    fn new(outcome: &Outcome<'_>, finding: &'a Finding, time: usize) -> Option<Self> {
        let at = Location::of(outcome, finding)?;
        let line = |position: crate::text::Position| position.line;
        let lines = Lines { begin: line(at.start(Column::Bytes)), end: line(at.end(Column::Bytes)) };
        let again = if time > 1 { format!("-{time}") } else { String::new() };
        Some(Self {
            description: format!("{}: {}", finding.rule, safe(&finding.message)),
            check_name: &finding.rule,
            fingerprint: format!("{}{again}", finding.fingerprint),
            severity: severity(finding.severity),
            location: Place { path: at.path(), lines },
        })
    }
}

#[derive(Serialize)]
struct Place {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "info",
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::report::example::{many, nothing, written};
    use serde_json::Value;
    use std::collections::BTreeSet;

    #[test]
    fn a_finding_is_an_issue() {
        let expected = r#"[
  {
    "description": "conflicting-figures: port says 1,200, late.txt says 300",
    "check_name": "conflicting-figures",
    "fingerprint": "f00d",
    "severity": "major",
    "location": {
      "path": "ferry.txt",
      "lines": {
        "begin": 1,
        "end": 1
      }
    }
  }
]
"#;
        assert_eq!(written(write), expected);
        assert_eq!(nothing(write), "[]\n");
    }

    #[test]
    fn no_fingerprint_comes_up_twice() {
        let issues: Vec<Value> = serde_json::from_str(&many(write, 4)).unwrap();
        let prints: BTreeSet<_> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
        assert_eq!((issues.len(), prints.len()), (12, 12));
    }
}
