//! The example repository of `fixtures/newsroom`: its drafts are found wrong by its own rules, words and tables.

#![expect(clippy::unwrap_used, reason = "a newsroom that cannot be checked fails the test")]

use serde_json::Value;
use std::process::{Command, Output};

/// A run in the newsroom. All tests here work in its folder.
fn run(arguments: &[&str]) -> Output {
    std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/newsroom")).unwrap();
    Command::new(env!("CARGO_BIN_EXE_numerate")).args(arguments).output().unwrap()
}

/// Rule, draft and line of what a check tells in JSON.
fn found(arguments: &[&str]) -> Vec<(String, String, u64)> {
    let report: Value = serde_json::from_slice(&run(arguments).stdout).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let words = |value: &Value| value.as_str().unwrap().to_owned();
    let place = |finding: &Value| (words(&finding["document"]), finding["line"].as_u64().unwrap());
    findings.map(|finding| (words(&finding["rule"]), place(finding))).map(|(rule, (draft, line))| (rule, draft, line)).collect()
}
