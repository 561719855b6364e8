//! Runs whose drafts do not fit into memory find and write what others do, to the letter.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]

use numerate::report::CHECK;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_numerate"));
    command.env_remove("GITHUB_STEP_SUMMARY").args(arguments).output().unwrap()
}

/// Holds a check in little memory against the same in enough.
fn assert_same(arguments: &[&str]) {
    let whole = run(&[&["check"], arguments].concat());
    for memory in ["1", "200k"] {
        let parted = run(&[&["check", "--memory", memory], arguments].concat());
        assert_eq!(parted.status, whole.status, "{arguments:?} in {memory}");
        for (parted, whole) in [(&parted.stdout, &whole.stdout), (&parted.stderr, &whole.stderr)] {
            let [parted, whole] = [parted, whole].map(|bytes| String::from_utf8_lossy(bytes));
            assert!(parted == whole, "{arguments:?} in {memory}:\n{parted}\n{whole}");
        }
    }
}

/// A file of many short drafts, of which several tell of one thing in other figures, and most of what others tell too.
fn archive() -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("archive.ndjson");
    let mut lines = String::new();
    for number in 0..240 {
        let story = number / 12;
        let place =
            ["Ta", "Ho", "Ve", "Ly"][story % 4].to_owned() + ["rrow", "lmeth", "ndel", "skar", "vola"][story / 4];
        let (day, dead) = (1 + number % 3, 10 + number * 7 % 23);
        let source = ["Police", "The harbour union", "The ministry", "The Red Cross"][number % 4];
        let text = format!(
            "{source} said {dead} people were killed when the pier at {place} collapsed.\\n\\n\
             The ferry Ottilie carried {} passengers, {} of them from {place}, and {} crew. \
             Repairs to the quay will cost {} million euros, or {} percent of the budget.",
            200 + number * 13 % 57,
            40 + number % 9,
            11 + number % 3,
            2 + number % 5,
            3 + number % 4,
        );
        let line = r#"{"id":"a"#;
        writeln!(
            lines,
            r#"{line}{number}","published":"2031-03-{day:02}","outlet":"Post {}","text":"{text}"}}"#,
            number % 6
        )
        .unwrap();
    }
    fs::write(&path, lines).unwrap();
    path
}

#[test]
fn every_format_is_the_same_in_little_memory() {
    for format in CHECK {
        assert_same(&["--format", format.name, "fixtures"]);
    }
}

#[test]
fn an_archive_in_parts_is_found_what_is_found_in_all_of_it() {
    let archive = archive();
    let archive = archive.to_str().unwrap();
    let found = run(&["check", "--format", "ndjson", archive]).stdout;
    assert!(found.windows(8).filter(|bytes| bytes == b"conflict").count() > 20, "too little to tell");
    for format in ["ndjson", "csv", "json"] {
        assert_same(&["--format", format, archive]);
    }
    assert_same(&["--format", "ndjson", "--jobs", "1", archive]);
}

#[test]
fn tables_notes_and_baselines_go_with_little_memory() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let [table, baseline] = ["claims.csv", "baseline.json"].map(|name| folder.join(name).to_str().unwrap().to_owned());
    let written = run(&["extract", "--for-check", "--format", "csv", "--output", &format!("csv:{table}"), "fixtures"]);
    assert_eq!(written.status.code(), Some(0));
    assert_same(&["--format", "ndjson", "--claims", &table]);
    assert_eq!(
        run(&["check", "--baseline", &baseline, "--update-baseline", "fixtures/stories"]).status.code(),
        Some(0)
    );
    assert_same(&["--format", "ndjson", "--baseline", &baseline, "fixtures"]);
}

#[test]
fn an_amount_that_is_none_is_told() {
    let told = run(&["check", "--memory", "much", "fixtures"]);
    assert_eq!(told.status.code(), Some(2));
    let told = String::from_utf8(told.stderr).unwrap();
    assert!(
        told.contains("'much'") && told.contains("expected an amount of memory such as 64m, 256MB or 2g"),
        "{told}"
    );
}
