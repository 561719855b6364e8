//! What README.md shows is real: its runs, its rule and its settings.

#![expect(clippy::unwrap_used, reason = "a README that cannot be read fails the test")]

use numerate::config::Config;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn the_runs_print_what_they_show() {
    trycmd::TestCases::new().case("README.md");
}

#[test]
fn the_rule_passes_its_examples() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme.toml");
    fs::write(&file, toml_of("id =")).unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_numerate")).arg("test").arg(file).output().unwrap();
    let said = String::from_utf8(out.stdout).unwrap();
    assert!(out.status.success() && said.ends_with("2 passed, 0 failed\n"), "{said}");
}

#[test]
fn the_settings_can_be_read() {
    assert_eq!(Config::read("README.md", &toml_of("rules =")).map(|config| config.rules.len()), Ok(1));
}

/// The TOML of the README that begins so.
fn toml_of(beginning: &str) -> String {
    let readme = fs::read_to_string("README.md").unwrap();
    let mut blocks = readme.split("```").filter_map(|block| block.strip_prefix("toml\n"));
    blocks.find(|block| block.starts_with(beginning)).unwrap().to_owned()
}
