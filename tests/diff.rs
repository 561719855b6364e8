//! `--diff REV` in a repository of git: only what touches changed lines is told, whichever passage they are in.

#![expect(clippy::unwrap_used, reason = "a repository that cannot be made fails the test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const MONDAY: &str = "# Ferry\n\nThe ferry Halcyon sank off Port Vell and\n40 people were killed.\n\nShe was new.\n";
const TUESDAY: &str = "The ferry Halcyon sank off Port Vell and 55 people were killed.\n\nShe was built in Vell.\n";

/// A repository whose last commit holds two drafts that disagree, in a folder `drafts`.
fn repository(name: &str) -> PathBuf {
    let top = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&top);
    fs::create_dir_all(top.join("drafts")).unwrap();
    fs::write(top.join("drafts/monday late.md"), MONDAY).unwrap();
    fs::write(top.join("drafts/tuesday.md"), TUESDAY).unwrap();
    git(&top, &["init", "--quiet"]);
    git(&top, &["add", "."]);
    git(&top, &["-c", "user.name=Ada", "-c", "user.email=ada@desk.example", "commit", "--quiet", "-m", "Drafts"]);
    // What a user may have set for his own eyes.
    git(&top, &["config", "diff.interHunkContext", "9"]);
    git(&top, &["config", "color.ui", "always"]);
    git(&top, &["config", "diff.mnemonicPrefix", "true"]);
    top
}

fn git(top: &Path, arguments: &[&str]) {
    assert!(clean("git", top).args(arguments).status().unwrap().success(), "{arguments:?}");
}

/// A command that a hook of git around the tests does not lead astray.
fn clean(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).env_remove("GIT_DIR").env_remove("GIT_INDEX_FILE").env_remove("GIT_WORK_TREE");
    command
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    // As in a hook.
    let mut command = Command::new(env!("CARGO_BIN_EXE_numerate"));
    let command = command.current_dir(folder).env("GIT_DIR", ".git").env("GIT_INDEX_FILE", ".git/index");
    command.args(["check", "--format", "csv"]).args(arguments).output().unwrap()
}

/// How many findings a run tells of.
fn found(folder: &Path, arguments: &[&str]) -> usize {
    let out = check(folder, arguments);
    let count = String::from_utf8(out.stdout).unwrap().lines().count() - 1;
    assert_eq!((out.status.code(), out.stderr.as_slice()), (Some(i32::from(count > 0)), &b""[..]));
    count
}

#[test]
fn only_changed_lines_count() {
    let top = repository("diff-lines");
    let (monday, tuesday) = (top.join("drafts/monday late.md"), top.join("drafts/tuesday.md"));
    let written = |file: &Path, from: &str, to: &str| {
        let text = [MONDAY, TUESDAY].into_iter().find(|text| text.contains(from)).unwrap();
        fs::write(file, text.replace(from, to)).unwrap();
        let found = found(&top, &["--diff", "HEAD", "drafts"]);
        fs::write(file, text).unwrap();
        found
    };
    assert_eq!((found(&top, &["drafts"]), found(&top, &["--diff", "HEAD", "drafts"])), (1, 0));
    for (file, from, to, told) in [
        (&monday, "40", "41", 1),
        (&monday, "She was new", "She was old", 0),
        (&monday, "# Ferry", "# ferry", 0),
        (&monday, "The ferry Halcyon sank", "The ferry Halcyon went down", 1),
        (&monday, "She was new.\n", "", 0),
        (&tuesday, "55", "56", 1),
        (&tuesday, "She was built", "++ @@ -1 +1 @@\nShe was built", 0),
    ] {
        assert_eq!(written(file, from, to), told, "{from} {to}");
    }
}

#[test]
fn drafts_are_found_wherever_the_program_runs() {
    let top = repository("diff-folders");
    fs::write(top.join("drafts/monday late.md"), MONDAY.replace("40", "41")).unwrap();
    let drafts = top.join("drafts");
    assert_eq!(found(&top, &["--diff", "HEAD"]), 1);
    assert_eq!(found(&drafts, &["--diff", "HEAD", "monday late.md", "tuesday.md"]), 1);
    assert_eq!(found(Path::new(env!("CARGO_MANIFEST_DIR")), &["--diff", "HEAD", drafts.to_str().unwrap()]), 1);
    assert_eq!(found(&std::env::temp_dir(), &["--diff", "HEAD", drafts.to_str().unwrap()]), 1);
}

#[test]
fn what_git_does_not_know_is_new() {
    let top = repository("diff-new");
    fs::write(top.join("drafts/wednesday.md"), TUESDAY.replace("55", "61")).unwrap();
    assert_eq!(found(&top, &["--diff", "HEAD", "drafts/tuesday.md", "drafts/wednesday.md"]), 1);
    git(&top, &["add", "."]);
    assert_eq!(found(&top, &["--diff", "HEAD", "drafts/tuesday.md", "drafts/wednesday.md"]), 1);
    let lines = MONDAY.replace('\n', " ");
    fs::write(top.join("feed.ndjson"), format!("{{\"id\": \"monday\", \"text\": \"{lines}\"}}\n")).unwrap();
    git(&top, &["add", "."]);
    assert_eq!(found(&top, &["--diff", "HEAD", "drafts/tuesday.md", "feed.ndjson"]), 1);
}

#[test]
fn a_revision_that_is_none_is_told() {
    let top = repository("diff-wrong");
    for (revision, told) in [("nowhere", "bad revision 'nowhere'"), ("--output=x", "--output=x")] {
        let out = check(&top, &[&format!("--diff={revision}"), "drafts"]);
        let said = String::from_utf8(out.stderr).unwrap();
        assert_eq!((out.status.code(), out.stdout.as_slice()), (Some(2), &b""[..]));
        assert!(said.starts_with("--diff: ") && said.contains(told), "{said}");
        assert!(!top.join("x").exists());
    }
}
