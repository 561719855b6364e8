//! What a person at a terminal sees beside the report, and what nobody sees elsewhere. Terminals are those of `script`, of
//! the util-linux tools.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]
#![cfg(target_os = "linux")]

use std::process::{Command, Stdio};

/// Two drafts that come more than a second apart.
const SLOW: &str =
    r#"(echo '{"id":"a","text":"It had 40 boats."}'; sleep 1.5; echo '{"id":"b","text":"It had 9 nets."}') |"#;

/// What stands on the terminal after a run of Bash that gets the slow drafts, with these variables.
fn on_terminal(command: &str, variables: &[(&str, &str)]) -> String {
    let line = format!("{SLOW} {} {command}", env!("CARGO_BIN_EXE_numerate"));
    let mut script = Command::new("script");
    let script = script.args(["-qec", &line, "/dev/null"]).env_remove("CI").env("TERM", "xterm").stdin(Stdio::null());
    let out = script.envs(variables.iter().copied()).output().unwrap();
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn a_long_run_shows_how_far_it_is_where_somebody_watches() {
    let check = "check --input-format ndjson --output csv:/dev/null -";
    assert!(on_terminal(check, &[]).contains("2 drafts read"));
    assert_eq!(on_terminal(check, &[("CI", "true")]), "");
    assert_eq!(on_terminal(check, &[("TERM", "dumb")]), "");
    assert_eq!(on_terminal(&format!("{check} --quiet"), &[]), "");
    assert_eq!(on_terminal(&format!("{check} 2> /dev/null"), &[]), "");
    let lines = on_terminal("extract --input-format ndjson --format csv -", &[]);
    assert!(lines.starts_with("claim,") && !lines.contains("drafts read"), "{lines}");
}
