//! The example repository of `fixtures/newsroom`: what is found in its drafts, and that its workflow files find it too.
//! The README's integrations are lines of these files.

#![expect(clippy::unwrap_used, reason = "a newsroom that cannot be checked fails the test")]
#![cfg(unix)]

mod shell;

use serde_json::Value;
use shell::{bash, file, value};
use std::fs;
use std::path::{Path, PathBuf};

/// What is found beside `known.json`: rule, draft and line.
const FOUND: [(&str, &str, u64); 6] = [
    ("euro-source", "drafts/fair.md", 12),
    ("ledger-mismatch", "drafts/quarry-monday.md", 12),
    ("wrong-conversion", "drafts/quarry-monday.md", 14),
    ("conflicting-estimates", "drafts/quarry-tuesday.html", 11),
    ("wrong-change", "drafts/quarry-tuesday.html", 13),
    ("wrong-change", "drafts/rents.txt", 1),
];

/// How many lines an integration may take in the README.
const LINES: usize = 10;

/// A copy of the newsroom, to write reports into.
fn newsroom(name: &str) -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&copy);
    let out = bash(&["-c", "cp -r \"$1\" \"$2\"", "-", "newsroom", copy.to_str().unwrap()], &file("fixtures"), &[]);
    assert!(out.status.success());
    copy
}

/// A file of the newsroom.
fn text(path: &str) -> String {
    fs::read_to_string(file("fixtures/newsroom").join(path)).unwrap()
}

#[test]
fn its_page_shows_what_is_printed() {
    std::env::set_current_dir(file("fixtures/newsroom")).unwrap();
    trycmd::TestCases::new().case("README.md");
}

#[test]
fn its_drafts_are_found_wrong() {
    let run = "numerate check --format json --baseline known.json drafts";
    let out = bash(&["-c", run], &file("fixtures/newsroom"), &[]);
    let report: Value = serde_json::from_slice(&out.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let place = |finding: &Value| (finding["document"].clone(), finding["line"].clone());
    let found: Vec<_> = findings.map(|finding| (finding["rule"].clone(), place(finding))).collect();
    let wanted = FOUND.map(|(rule, draft, line)| (rule.into(), (draft.into(), line.into())));
    assert_eq!((out.status.code(), found), (Some(1), wanted.to_vec()));
}

#[test]
fn its_own_rule_passes_its_examples() {
    let out = bash(&["-c", "numerate test desk/rules"], &file("fixtures/newsroom"), &[]);
    assert!(out.status.success() && out.stdout.ends_with(b"2 passed, 0 failed\n"));
}

#[test]
fn its_workflow_on_github_finds_them() {
    let (folder, workflow) = (newsroom("on-github"), text(".github/workflows/numbers.yml"));
    let inputs =
        ["PATHS", "ARGUMENTS", "SARIF"].map(|name| (format!("INPUT_{name}"), value(&workflow, &name.to_lowercase())));
    let variables = inputs.each_ref().map(|(name, value)| (name.as_str(), *value));
    let out = bash(&[file("integrations/github.sh").to_str().unwrap()], &folder, &variables);
    assert_eq!(out.status.code(), Some(1), "{}", String::from_utf8_lossy(&out.stderr));
    let uploaded = fs::read(folder.join(value(&workflow, "sarif_file"))).unwrap();
    let log: Value = serde_json::from_slice(&uploaded).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(FOUND.len()));
}

#[test]
fn its_job_on_gitlab_finds_them() {
    let (folder, settings) = (newsroom("on-gitlab"), text(".gitlab-ci.yml"));
    let job = fs::read_to_string(file("integrations/gitlab.yml")).unwrap();
    let script = job.lines().find_map(|line| line.trim().strip_prefix("- numerate check")).unwrap();
    let variables = ["NUMERATE_PATHS", "NUMERATE_ARGUMENTS"].map(|name| (name, value(&settings, name)));
    let out = bash(&["-c", &format!("numerate check{script}")], &folder, &variables);
    assert_eq!(out.status.code(), Some(1), "{}", String::from_utf8_lossy(&out.stderr));
    let shown: Value = serde_json::from_slice(&fs::read(folder.join(value(&job, "codequality"))).unwrap()).unwrap();
    assert_eq!(shown.as_array().map(Vec::len), Some(FOUND.len()));
    assert!(folder.join(value(&job, "junit")).exists());
}

#[test]
fn its_hook_finds_them() {
    let hooks = fs::read_to_string(file(".pre-commit-hooks.yaml")).unwrap();
    let settings = text(".pre-commit-config.yaml");
    let named = hooks.split("\n\n").skip(1).find(|hook| value(hook, "id") == value(&settings, "id"));
    let arguments = value(&settings, "args").trim_matches(['[', ']']).replace(", ", " ");
    let run = format!("{} {arguments}", value(named.unwrap(), "entry"));
    assert_eq!(bash(&["-c", &run], &file("fixtures/newsroom"), &[]).status.code(), Some(1), "{run}");
}

#[test]
fn the_readme_and_the_page_show_its_files() {
    let files = [".github/workflows/numbers.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"].map(text);
    let files = files.each_ref().map(|file| flush(file));
    let shown = blocks(&readme(), "yaml");
    assert_eq!(shown.len(), files.len());
    assert!(shown.iter().all(|block| block.lines().count() <= LINES));
    let page = fs::read_to_string(file("docs/integrations.md")).unwrap();
    for block in shown.into_iter().chain(blocks(&page, "yaml")) {
        assert!(files.iter().any(|file| file.contains(&flush(&block))), "{block}");
    }
}

/// Programs that are not here are played: each is told what it would be, and does what matters of it.
#[test]
fn the_readme_shows_commands_that_run() {
    let folder = newsroom("commands");
    let played = "
        reviewdog() { grep -c '^{\"message\":' > diagnostics; }
        docker() { if [ \"$1\" = run ]; then shift 4; \"$@\"; fi; }
        pip() { [ \"$*\" = 'install .' ]; }
        run() { status=0; eval \"$1\" || status=$?; [ $status -le 1 ]; }
        ";
    let blocks = blocks(&readme(), "sh");
    assert!(blocks.iter().all(|block| block.lines().count() <= LINES));
    let commands: Vec<_> = blocks.iter().flat_map(|block| block.lines()).collect();
    assert!(!commands.is_empty());
    for command in commands {
        let out = bash(&["-c", &format!("{played}\nrun \"$1\""), "-", command], &folder, &[]);
        assert!(out.status.success(), "{command}: {}", String::from_utf8_lossy(&out.stderr));
    }
    assert_eq!(fs::read_to_string(folder.join("diagnostics")).unwrap().trim(), (FOUND.len() + 1).to_string());
}

/// What the README tells of integrations.
fn readme() -> String {
    let readme = fs::read_to_string(file("README.md")).unwrap();
    let mut sections = readme.split("\n### ");
    sections.find(|section| section.starts_with("On other people's machines")).unwrap().to_owned()
}

/// The blocks of a page in some language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let blocks = page.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n')).map(str::to_owned).collect()
}

/// Lines without their indentation, which differs where a part is shown.
fn flush(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}
