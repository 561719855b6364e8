//! `numerate init`: the files that a desk begins with.

use super::world::World;
use super::{Status, args, print};
use crate::text::Problem;
use std::path::Path;

/// The files, by their paths in the desk's folder.
const FILES: [(&str, &str); 4] = [
    ("numerate.toml", include_str!("../../rules/init/numerate.toml")),
    ("rules/tolls-differ.toml", include_str!("../../rules/init/rules/tolls-differ.toml")),
    // What the first lines of the two name, so that editors complete them.
    ("schema/config.json", include_str!("../../rules/schema/config.json")),
    ("schema/rule.json", include_str!("../../rules/schema/rule.json")),
];

/// Writes all files where none of them is there yet, and prints their paths.
pub(super) fn run(typed: &args::Init, world: &dyn World) -> Result<Status, Problem> {
    let files = FILES.map(|(name, text)| (Path::new(&typed.folder).join(name).to_string_lossy().into_owned(), text));
    if let Some((path, _)) = files.iter().find(|(path, _)| world.open(path).is_ok()) {
        return Err(Problem::file(path, "is there already, so nothing was written"));
    }
    for (path, text) in &files {
        world.add(path, text).map_err(|error| Problem::file(path, error.to_string()))?;
        print(&format!("{path}\n"), world)?;
    }
    Ok(Status::Clean)
}

#[cfg(test)]
mod tests {
    use super::FILES;
    use crate::config::Config;
    use crate::rules::Ruleset;

    #[test]
    fn what_is_written_can_be_read() {
        let config = Config::read("numerate.toml", FILES[0].1).unwrap();
        assert_eq!(config.rules[0].value, "rules");
        let file = (FILES[1].0.to_owned(), FILES[1].1.to_owned());
        assert_eq!(Ruleset::embedded().add(&[file]), []);
    }

    #[test]
    fn every_setting_that_is_commented_out_can_be_read() {
        let is_setting = |line: &str| line.starts_with("# ") && line.contains(" = ");
        let lines = FILES[0].1.lines().map(|line| if is_setting(line) { &line[2..] } else { line });
        let config = Config::read("numerate.toml", &lines.collect::<Vec<_>>().join("\n")).unwrap();
        assert!(config.date.is_some() && config.severity.len() == 1 && config.known.len() == 1);
    }
}
