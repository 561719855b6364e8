//! How many instructions the program takes over a fixed megabyte, as callgrind counts them: unlike time, the same on a
//! busy machine. `benches/instructions.toml` holds what it took before.
//!
//! Only a release build is worth counting: `NUMERATE_RELEASE` names one, as `.ci/run` does, or the tests are built with
//! `--release`. What has got dearer for a good reason is written down with `NUMERATE_INSTRUCTIONS=overwrite`.

#![expect(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]

#[path = "../benches/suite/prose.rs"]
#[expect(dead_code, reason = "the benches need more shapes of copy than are counted here")]
mod prose;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How much is read where all of it counts.
const BYTES: usize = 1 << 20;

/// By how many hundredths a count may rise unnoticed.
const SLACK: u64 = 5;

/// What stands above the counts.
const HEAD: &str = "# Instructions of the release build on one thread, as callgrind counts them over the copy of
# benches/suite/prose.rs. tests/instructions.rs fails where one rises by more than 5 %, and writes this file anew:
#
#   cargo build --release
#   NUMERATE_RELEASE=target/release/numerate NUMERATE_INSTRUCTIONS=overwrite cargo test --test instructions

";

/// What is counted: a name, the file that is read, what it holds, and the arguments before it.
fn runs() -> [(&'static str, &'static str, String, &'static [&'static str]); 3] {
    [
        ("cold-start", "short.txt", "Police said 12 people were hurt.\n".to_owned(), &["check"]),
        ("extract-text", "copy.txt", prose::copy(BYTES), &["extract", "--format", "ndjson"]),
        ("check-ndjson", "copy.ndjson", prose::lines(BYTES), &["check", "--format", "ndjson"]),
    ]
}

#[test]
fn instructions_do_not_rise() {
    let Some(program) = release() else {
        return skipped("NUMERATE_RELEASE names no release build, and this is none");
    };
    if Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_err() {
        return skipped("there is no valgrind");
    }
    let counts = runs().map(|(name, file, text, arguments)| (name, counted(&program, file, &text, arguments)));
    let _ = writeln!(stderr(), "instructions: {counts:?}");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.toml");
    if std::env::var_os("NUMERATE_INSTRUCTIONS").is_some_and(|wish| wish == "overwrite") {
        return fs::write(kept, written(&counts)).unwrap();
    }
    let told = dearer(&fs::read_to_string(kept).unwrap(), &counts);
    assert!(told.is_empty(), "{told}If that is worth it, write it down as benches/instructions.toml tells.");
}

#[test]
fn what_is_dearer_than_it_was_is_told() {
    for (before, now, expected) in [
        ("a = 1000\n", 1050, ""),
        ("a = 1000\n", 1051, "a takes 1051 instructions, and took 1000\n"),
        ("a = 1000\n", 900, ""),
        ("b = 1000\n", 900, "a takes 900 instructions, and nothing is known of before\n"),
    ] {
        assert_eq!(dearer(before, &[("a", now)]), expected, "{before}{now}");
    }
}

/// The build to measure.
fn release() -> Option<PathBuf> {
    let named = std::env::var_os("NUMERATE_RELEASE").map(PathBuf::from);
    let own = || (!cfg!(debug_assertions)).then(|| PathBuf::from(env!("CARGO_BIN_EXE_numerate")));
    named.map(|path| fs::canonicalize(path).unwrap()).or_else(own)
}

fn skipped(why: &str) {
    let _ = writeln!(stderr(), "skipped: {why}; no instructions are counted");
}

/// The instructions that a run takes.
fn counted(program: &Path, file: &str, text: &str, arguments: &[&str]) -> u64 {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("instructions");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(file), text).unwrap();
    let profile = folder.join("callgrind.out");
    let mut run = Command::new("valgrind");
    run.args(["--quiet", "--tool=callgrind"]).arg(format!("--callgrind-out-file={}", profile.display()));
    run.arg(program).args(arguments).args(["--jobs", "1", file]);
    let out = run.current_dir(&folder).stdout(Stdio::null()).output().unwrap();
    assert!(out.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&out.stderr));
    total(&fs::read_to_string(profile).unwrap())
}

/// The sum that a profile of callgrind ends with.
fn total(profile: &str) -> u64 {
    let line = profile.lines().rev().find_map(|line| line.strip_prefix("totals: ")).unwrap();
    line.trim().parse().unwrap()
}

/// What takes more than it did, a line each.
fn dearer(kept: &str, counts: &[(&str, u64)]) -> String {
    let before: BTreeMap<String, u64> = toml::from_str(kept).unwrap();
    let mut told = String::new();
    for (name, now) in counts {
        match before.get(*name) {
            Some(before) if now * 100 <= before * (100 + SLACK) => {}
            Some(before) => writeln!(told, "{name} takes {now} instructions, and took {before}").unwrap(),
            None => writeln!(told, "{name} takes {now} instructions, and nothing is known of before").unwrap(),
        }
    }
    told
}

fn written(counts: &[(&str, u64)]) -> String {
    counts.iter().fold(HEAD.to_owned(), |text, (name, count)| format!("{text}{name} = {count}\n"))
}
