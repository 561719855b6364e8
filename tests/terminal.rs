//! What a person at a terminal sees beside the report, and what nobody sees elsewhere. Terminals are those of `script`, of
//! the util-linux tools.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]
#![cfg(target_os = "linux")]

use std::io::{Write, stderr};
use std::process::{Command, Stdio};

/// Two drafts that come more than a second apart.
const SLOW: &str =
    r#"(echo '{"id":"a","text":"It had 40 boats."}'; sleep 1.5; echo '{"id":"b","text":"It had 9 nets."}') |"#;

/// Whether there are no terminals to be had, which is told past the harness: it keeps what a passing test prints.
fn is_skipped() -> bool {
    let is_there = Command::new("script").arg("--version").stdout(Stdio::null()).status().is_ok();
    if !is_there {
        stderr().write_all(b"skipped: no terminal; the package util-linux has `script`\n").unwrap();
    }
    !is_there
}

/// What stands on the terminal after a run that gets the slow drafts, with these variables.
fn slowly(command: &str, variables: &[(&str, &str)]) -> String {
    on_terminal(&format!("{SLOW} {} {command}", env!("CARGO_BIN_EXE_numerate")), variables)
}

/// What stands on the terminal after a command line.
fn on_terminal(line: &str, variables: &[(&str, &str)]) -> String {
    let mut script = Command::new("script");
    let script = script.args(["-qec", line, "/dev/null"]).env_remove("CI").env("TERM", "xterm").stdin(Stdio::null());
    let out = script.envs(variables.iter().copied()).output().unwrap();
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn a_long_run_shows_how_far_it_is_where_somebody_watches() {
    if is_skipped() {
        return;
    }
    let check = "check --input-format ndjson --output csv:/dev/null -";
    assert!(slowly(check, &[]).contains("2 drafts read"));
    assert_eq!(slowly(check, &[("CI", "true")]), "");
    assert_eq!(slowly(check, &[("TERM", "dumb")]), "");
    assert_eq!(slowly(&format!("{check} --quiet"), &[]), "");
    assert_eq!(slowly(&format!("{check} 2> /dev/null"), &[]), "");
    let lines = slowly("extract --input-format ndjson --format csv -", &[]);
    assert!(lines.starts_with("claim,") && !lines.contains("drafts read"), "{lines}");
}

#[test]
fn files_are_links_where_the_terminal_opens_them() {
    if is_skipped() {
        return;
    }
    let check = |drafts: &str, variables: &[(&str, &str)]| {
        let line = format!("{} check {drafts}", env!("CARGO_BIN_EXE_numerate"));
        on_terminal(&line, variables).matches("\u{1b}]8;;file://").count()
    };
    assert_eq!(check("fixtures/stories/ferry", &[("FORCE_HYPERLINK", "1")]), 2);
    assert_eq!(check("fixtures/stories/ferry", &[("FORCE_HYPERLINK", "0")]), 0);
    assert_eq!(check("fixtures/stories/ferry | cat", &[("FORCE_HYPERLINK", "1")]), 0);
    assert_eq!(check("fixtures/stories/measles", &[("FORCE_HYPERLINK", "1")]), 0, "a line of a file is no file");
}

#[test]
fn colours_are_for_terminals_whose_users_do_not_object() {
    if is_skipped() {
        return;
    }
    let is_coloured = |more: &str, variables: &[(&str, &str)]| {
        let line = format!("{} check fixtures/stories/ferry {more}", env!("CARGO_BIN_EXE_numerate"));
        on_terminal(&line, variables).contains("\u{1b}[")
    };
    for (more, variables, wanted) in [
        ("", [("NO_COLOR", "")], true),
        ("", [("NO_COLOR", "1")], false),
        ("--color never", [("NO_COLOR", "")], false),
        ("--color always", [("NO_COLOR", "1")], true),
        ("", [("TERM", "dumb")], false),
        ("| cat", [("NO_COLOR", "")], false),
        ("--color always | cat", [("NO_COLOR", "")], true),
        ("--output pretty:/dev/fd/3 3>&1 | cat", [("NO_COLOR", "")], false),
    ] {
        assert_eq!(is_coloured(more, &variables), wanted, "{more} {variables:?}");
    }
}

#[test]
fn tables_and_passages_are_as_wide_as_the_terminal() {
    if is_skipped() {
        return;
    }
    let widest = |columns: usize, command: &str| {
        let line = format!("stty rows 40 columns {columns}; {} {command}", env!("CARGO_BIN_EXE_numerate"));
        let shown = on_terminal(&line, &[("NO_COLOR", "1")]);
        shown.lines().map(|line| line.trim_end_matches('\r').chars().count()).max().unwrap()
    };
    for columns in [70, 100, 140] {
        for command in ["extract fixtures/stories", "check --format table fixtures/stories"] {
            let widest = widest(columns, command);
            assert!(widest > columns - 20 && widest <= columns, "{command}: {widest} of {columns}");
        }
    }
    assert!(widest(100, "extract fixtures/stories | cat") > 140);
}
