//! `sarif`: SARIF 2.1.0, for code scanning and for editors that read it.
//!
//! Regions are as tight as the figure, since an alert is shown on a pull request only where all of its lines have
//! changed. Columns count code points. Results are written as they are made, whatever their number.

mod descriptor;
mod line_hash;
mod place;
mod result;
mod text;

use super::{Look, NAME, Outcome, VERSION, json_text};
use crate::text::Problem;
use descriptor::Descriptor;
use place::Place;
use result::Results;
use serde::Serialize;
use std::io::{self, Write};

/// Writes the log.
pub(crate) fn write(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    json_text(&Log { schema: SCHEMA, version: "2.1.0", runs: [Run::new(outcome)] }, out)
}

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Component,
    automation_details: AutomationDetails,
    column_kind: &'static str,
    invocations: [Invocation; 1],
    results: Results<'a>,
}

impl<'a> Run<'a> {
    fn new(outcome: &'a Outcome<'a>) -> Self {
        let rules = outcome.rules.values().map(Descriptor::new).collect();
        let notifications = outcome.problems.iter().map(Notification::new).collect();
        Self {
            tool: Component { driver: Driver { name: NAME, semantic_version: VERSION, rules } },
            automation_details: AutomationDetails { id: "numerate/" },
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: outcome.problems.is_empty(),
                tool_execution_notifications: notifications,
            }],
            results: Results(outcome),
        }
    }
}

#[derive(Serialize)]
struct Component {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

/// Keeps the results of this program apart from those of others.
#[derive(Serialize)]
struct AutomationDetails {
    id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

/// What went wrong with the run.
#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
    locations: [Place; 1],
}

impl Notification {
    fn new(problem: &Problem) -> Self {
        let message = Message { text: text::message(&problem.message) };
        Self { level: "error", message, locations: [Place::of_problem(problem)] }
    }
}

/// Words, as SARIF wraps them.
#[derive(Serialize)]
struct Message {
    text: String,
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::report::example::{many, nothing, suppressed, written};
    use serde_json::{Value, json};

    /// The one run of a log.
    fn run(log: &str) -> Value {
        let mut log: Value = serde_json::from_str(log).unwrap();
        assert_eq!(log["version"], "2.1.0");
        log["runs"][0].take()
    }

    #[test]
    fn a_finding_is_a_result_with_the_other_claim_related() {
        let place = |path: &str, columns: [usize; 2]| {
            let [start, end] = columns;
            let region = json!({"startLine": 1, "startColumn": start, "endLine": 1, "endColumn": end});
            json!({"artifactLocation": {"uri": path}, "region": region})
        };
        let expected = json!([{
            "ruleId": "conflicting-figures",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "port says 1,200, late.txt says 300. See [late.txt:1:6](1)."},
            "locations": [{"physicalLocation": place("ferry.txt", [15, 20])}],
            "relatedLocations": [
                {"id": 1, "message": {"text": "300"}, "physicalLocation": place("late.txt", [6, 9])}
            ],
            "partialFingerprints": {"numerate/v1": "f00d", "primaryLocationLineHash": "e2dbbee4795dcf30:1"},
            "properties": {"kind": "conflict", "evidence": ["same thing: islanders", "two days apart"]},
        }]);
        assert_eq!(run(&written(write))["results"], expected);
    }

    #[test]
    fn rules_and_problems_are_told() {
        let run = run(&written(write));
        let rule = json!({
            "id": "conflicting-figures",
            "shortDescription": {"text": "Two figures differ"},
            "fullDescription": {"text": "two figures for one thing"},
            "help": {
                "text": "two figures for one thing\n\nRaised when two sources differ.",
                "markdown": "two figures for one thing\n\n**Raised when** two sources differ. \
                             `numerate explain conflicting-figures` has the rest.",
            },
            "defaultConfiguration": {"level": "error"},
            "properties": {"tags": ["conflict"], "problem.severity": "error"},
        });
        assert_eq!(run["tool"]["driver"]["rules"], json!([rule]));
        let region = json!({"startLine": 3, "startColumn": 1});
        let place = json!({"physicalLocation": {"artifactLocation": {"uri": "gone.txt"}, "region": region}});
        let notification = json!({"level": "error", "message": {"text": "no such line"}, "locations": [place]});
        let invocation = json!({"executionSuccessful": false, "toolExecutionNotifications": [notification]});
        assert_eq!(run["invocations"], json!([invocation]));
    }

    #[test]
    fn a_run_without_findings_has_results_all_the_same() {
        let empty = run(&nothing(write));
        assert_eq!(empty["results"], json!([]));
        assert_eq!(empty["invocations"][0]["executionSuccessful"], true);
        assert_eq!(run(&many(write, 3))["results"].as_array().map(Vec::len), Some(9));
    }

    #[test]
    fn what_is_suppressed_is_there_only_if_wished() {
        assert_eq!(run(&suppressed(write, false))["results"], json!([]));
        let result = run(&suppressed(write, true))["results"][0].take();
        let reason = json!({"kind": "external", "status": "accepted", "justification": "the port counts anew"});
        assert_eq!(result["suppressions"], json!([reason]));
    }
}
