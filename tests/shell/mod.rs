//! Bash with the command on its path, for what is meant to be run by other programs.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A run of Bash in a folder, with the command on the path.
pub(crate) fn bash(arguments: &[&str], folder: &Path, variables: &[(&str, &str)]) -> Output {
    let own = Path::new(env!("CARGO_BIN_EXE_numerate")).parent().unwrap().to_owned();
    let known = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&known))).unwrap();
    let mut command = Command::new("bash");
    command.args(arguments).current_dir(folder).env("PATH", path).env_remove("GITHUB_STEP_SUMMARY");
    command.envs(variables.iter().copied()).output().unwrap()
}

/// A file of the project, by its path from the top.
pub(crate) fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What the first line with that key has, in YAML of one line a value.
pub(crate) fn value<'a>(yaml: &'a str, key: &str) -> &'a str {
    let mut lines = yaml.lines().map(|line| line.trim().trim_start_matches("- "));
    lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(':')).unwrap().trim()
}
