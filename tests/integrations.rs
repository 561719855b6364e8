//! The ready-made files for other people's machines do what they say.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]
#![cfg(unix)]

use numerate::input;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An empty folder but for two drafts that disagree, in a folder whose name asks for care.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("$(touch owned)")).unwrap();
    for (draft, toll) in [("one.txt", 40), ("$(touch owned)/two.txt", 55)] {
        let text = format!("The ferry Halcyon sank off Port Vell and {toll} people were killed.\n");
        fs::write(folder.join(draft), text).unwrap();
    }
    folder
}

/// A run of Bash in a folder, with the command on the path.
fn bash(arguments: &[&str], folder: &Path, variables: &[(&str, &str)]) -> Output {
    let own = Path::new(env!("CARGO_BIN_EXE_numerate")).parent().unwrap().to_owned();
    let known = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&known))).unwrap();
    let mut command = Command::new("bash");
    command.args(arguments).current_dir(folder).env("PATH", path).env_remove("GITHUB_STEP_SUMMARY");
    command.envs(variables.iter().copied()).output().unwrap()
}

#[test]
fn the_page_shows_what_is_printed() {
    trycmd::TestCases::new().case("docs/integrations.md");
}

#[test]
fn the_github_action_annotates_and_writes_what_it_is_asked_for() {
    let folder = folder("action");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("integrations/github.sh");
    let output = folder.join("output");
    let variables = [
        ("INPUT_PATHS", "one.txt\n\n$(touch owned)\n"),
        ("INPUT_ARGUMENTS", "--fail-on\nwarning"),
        ("INPUT_SARIF", "out.sarif"),
        ("GITHUB_OUTPUT", output.to_str().unwrap()),
    ];
    let out = bash(&[script.to_str().unwrap()], &folder, &variables);
    assert_eq!((out.status.code(), String::from_utf8(out.stderr).unwrap().as_str()), (Some(1), ""));
    assert!(out.stdout.starts_with(b"::error file="));
    assert_eq!(fs::read_to_string(output).unwrap(), "status=1\n");
    let log: Value = serde_json::from_str(&fs::read_to_string(folder.join("out.sarif")).unwrap()).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    assert!(!folder.join("owned").exists());
}

#[test]
fn the_gitlab_job_writes_the_reports_it_names() {
    let folder = folder("job");
    let job = fs::read_to_string("integrations/gitlab.yml").unwrap();
    let script = job.lines().find_map(|line| line.trim().strip_prefix("- numerate check")).unwrap();
    let out = bash(&["-c", &format!("numerate check{script}")], &folder, &[("NUMERATE_PATHS", ".")]);
    assert_eq!(out.status.code(), Some(1));
    let named = job
        .lines()
        .filter_map(|line| line.trim().split_once(": "))
        .filter(|(key, _)| ["codequality", "junit"].contains(key));
    let named: Vec<_> = named.map(|(_, file)| folder.join(file)).collect();
    assert!(named.len() == 2 && named.iter().all(|file| file.exists()), "{named:?}");
}

#[test]
fn the_hooks_run_and_want_only_what_can_be_read() {
    let hooks = fs::read_to_string(".pre-commit-hooks.yaml").unwrap();
    let values = |key: &str| -> Vec<String> {
        hooks.lines().filter_map(|line| line.trim().strip_prefix(key)).map(|value| value.trim().to_owned()).collect()
    };
    for entry in values("entry:") {
        let out = bash(&["-c", &format!("{entry} one.txt */two.txt")], &folder("hook"), &[]);
        assert_eq!(out.status.code(), Some(1), "{entry}");
    }
    for files in values("files:") {
        let endings = files.trim_start_matches(r"\.(").trim_end_matches(")$").replace("html?", "html|htm");
        for ending in endings.split('|') {
            assert!(input::by_path(&format!("draft.{ending}")).is_some(), "{ending}");
        }
    }
}
