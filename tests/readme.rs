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
fn the_rules_pass_their_examples() {
    let rules = toml_of("id =");
    assert!(rules.len() > 1);
    for (place, rule) in rules.iter().enumerate() {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("readme-{place}.toml"));
        fs::write(&file, rule).unwrap();
        let out = Command::new(env!("CARGO_BIN_EXE_numerate")).arg("test").arg(file).output().unwrap();
        let said = String::from_utf8(out.stdout).unwrap();
        assert!(out.status.success() && said.ends_with("2 passed, 0 failed\n"), "{said}");
    }
}

#[test]
fn the_settings_can_be_read() {
    assert_eq!(Config::read("README.md", &toml_of("rules =")[0]).map(|config| config.rules.len()), Ok(1));
}

/// Every TOML of the README that begins so.
fn toml_of(beginning: &str) -> Vec<String> {
    let readme = fs::read_to_string("README.md").unwrap();
    let blocks = readme.split("```").filter_map(|block| block.strip_prefix("toml\n"));
    blocks.filter(|block| block.starts_with(beginning)).map(str::to_owned).collect()
}
