//! What a person at a terminal sees beside the report, and what nobody sees elsewhere. Terminals are those of `script`, of
//! the util-linux tools.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]
#![cfg(target_os = "linux")]

use std::process::{Command, Stdio};

/// Two drafts that come more than a second apart.
const SLOW: &str =
    r#"(echo '{"id":"a","text":"It had 40 boats."}'; sleep 1.5; echo '{"id":"b","text":"It had 9 nets."}') |"#;

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
    let check = |drafts: &str, variables: &[(&str, &str)]| {
        let line = format!("{} check {drafts}", env!("CARGO_BIN_EXE_numerate"));
        on_terminal(&line, variables).matches("\u{1b}]8;;file://").count()
    };
    assert_eq!(check("fixtures/stories/ferry", &[("FORCE_HYPERLINK", "1")]), 2);
    assert_eq!(check("fixtures/stories/ferry", &[("FORCE_HYPERLINK", "0")]), 0);
    assert_eq!(check("fixtures/stories/ferry | cat", &[("FORCE_HYPERLINK", "1")]), 0);
    assert_eq!(check("fixtures/stories/measles", &[("FORCE_HYPERLINK", "1")]), 0, "a line of a file is no file");
}
