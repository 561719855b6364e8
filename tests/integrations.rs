//! The ready-made files for other people's machines do what they say.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]
#![cfg(unix)]

mod shell;

use numerate::input;
use serde_json::Value;
use shell::{bash, file, value};
use std::fs;
use std::path::{Path, PathBuf};

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

#[test]
fn the_page_shows_what_is_printed() {
    trycmd::TestCases::new().case("docs/integrations.md");
}

#[test]
fn the_github_action_annotates_and_writes_what_it_is_asked_for() {
    let folder = folder("action");
    let script = file("integrations/github.sh");
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
    for report in ["codequality", "junit"] {
        assert!(folder.join(value(&job, report)).exists(), "{report}");
    }
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

/// The program is played by a script, which is smaller than a debug build; the tools are GNU's.
#[cfg(target_os = "linux")]
#[test]
fn a_release_is_packed_with_manual_and_completions() {
    let folder = folder("release");
    let program = folder.join("program");
    fs::write(&program, format!("#!/bin/sh\nexec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_numerate"))).unwrap();
    let run = "chmod +x program && \"$1\" program some-machine a && \"$1\" program some-machine b && cmp a/*.gz b/*.gz && \
               cd a && sha256sum --check --quiet ./*.sha256 && tar --extract --gzip --file ./*.gz --one-top-level=there && \
               cd there/* && basename \"$PWD\" && find . -type f | sort && head -2 share/man/man1/numerate.1";
    let out = bash(&["-c", run, "-", file(".ci/package").to_str().unwrap()], &folder, &[]);
    let told = String::from_utf8_lossy(&out.stdout);
    assert!(out.status.success(), "{told}{}", String::from_utf8_lossy(&out.stderr));
    let version = env!("CARGO_PKG_VERSION");
    for line in [
        format!("numerate-{version}-some-machine").as_str(),
        "./bin/numerate",
        "./share/bash-completion/completions/numerate",
        "./share/doc/numerate/LICENSE-MIT",
        "./share/fish/vendor_completions.d/numerate.fish",
        "./share/man/man1/numerate.1",
        "./share/numerate/schema/rule.json",
        "./share/zsh/site-functions/_numerate",
    ] {
        assert!(told.lines().any(|told| told == line), "{line}: {told}");
    }
}
