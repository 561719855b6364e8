//! Settings and what they extend: other settings, packs and files of rules, each put in force before what names it.

use super::desk::{beside, identity};
use super::trouble::Trouble;
use super::world::{self, World};
use crate::config::Config;
use crate::rules::table::Placed;
use crate::rules::{Ruleset, TEST_ENDING};
use crate::text::Problem;
use std::path::Path;

/// The settings of one file, and what they extend.
#[derive(Default)]
pub(super) struct Settings {
    pub(super) config: Config,
    extended: Vec<Extended>,
}

/// One entry of `extends`.
struct Extended {
    /// As written, and where.
    entry: Placed<String>,
    what: What,
}

enum What {
    /// The name of a pack.
    Pack,
    /// Other settings.
    Settings(Box<Settings>),
    /// A file of rules: its path and its text.
    Rules(String, String),
}

/// Reads the TOML files at some paths and in some folders: the path and the text of each.
type ReadFiles<'r> = dyn FnMut(&[Named]) -> Vec<(String, String)> + 'r;

/// A file or folder, and where settings name it; `None` where the command line does.
pub(super) struct Named {
    pub(super) path: String,
    by: Option<(String, Placed<()>)>,
}

impl Named {
    /// One that the command line names.
    pub(super) fn typed(path: &str) -> Self {
        Self { path: path.to_owned(), by: None }
    }

    /// One that settings name, by its way from their folder.
    pub(super) fn listed(config: &Config, entry: &Placed<String>) -> Self {
        let Placed { value, line, column } = entry;
        let place = Placed { value: (), line: *line, column: *column };
        Self { path: beside(&folder(&config.path), value), by: Some((config.path.clone(), place)) }
    }

    /// A problem with the file, told where that is named if it cannot be opened at all.
    pub(super) fn problem(&self, problem: Problem) -> Problem {
        let Some((path, at)) = self.by.as_ref().filter(|_| problem.path == self.path && problem.line.is_none()) else {
            return problem;
        };
        Problem::at(path.clone(), at.line, at.column, format!("cannot read {}: {}", self.path, problem.message))
    }
}

/// A file on the way from a desk's settings: what it is called, and which file it is.
type Step = (String, String);

impl Settings {
    /// Reads the settings at a path with all that they extend; none where the path is empty.
    pub(super) fn read(path: &str, world: &dyn World, trouble: &mut Trouble<'_>) -> Self {
        if path.is_empty() {
            return Self::default();
        }
        match world::text(world, path) {
            Ok(text) => Self::shaped(path, &text, &[], world, trouble),
            Err(problem) => {
                trouble.add_of_desk([problem]);
                Self { config: Config { path: path.to_owned(), ..Config::default() }, ..Self::default() }
            }
        }
    }

    fn shaped(path: &str, text: &str, way: &[Step], world: &dyn World, trouble: &mut Trouble<'_>) -> Self {
        let (config, problems) = Config::read_all(path, text);
        trouble.add_of_desk(problems);
        let way = [way, &[(path.to_owned(), identity(world, path))]].concat();
        let extended = config.extends.iter().filter_map(|entry| match extended(&config, entry, &way, world, trouble) {
            Ok(what) => Some(Extended { entry: entry.clone(), what }),
            Err(problem) => {
                trouble.add_of_desk([problem]);
                None
            }
        });
        let extended = extended.collect();
        Self { config, extended }
    }

    /// Adds the rule files of all settings to the rules, those that are extended first; `texts` reads the files at some
    /// paths. A later rule takes the place of an earlier one of its id.
    pub(super) fn add_rules(&self, rules: &mut Ruleset, more: &[String], texts: &mut ReadFiles<'_>) -> Vec<Problem> {
        let mut problems = Vec::new();
        for Extended { what, .. } in &self.extended {
            match what {
                What::Pack => {}
                What::Settings(settings) => problems.extend(settings.add_rules(rules, &[], texts)),
                What::Rules(path, text) => problems.extend(rules.add(&[(path.clone(), text.clone())])),
            }
        }
        let own = self.config.rules.iter().map(|path| Named::listed(&self.config, path));
        // A file that is named on the command line too is called what it is called there.
        let paths: Vec<_> = more.iter().map(|path| Named::typed(path)).chain(own).collect();
        problems.extend(rules.add(&texts(&paths)));
        problems
    }

    /// Puts all settings to the rules, in the order in which they are extended.
    pub(super) fn apply(&self, rules: &mut Ruleset) -> Vec<Problem> {
        let mut problems = Vec::new();
        for Extended { entry, what } in &self.extended {
            match what {
                What::Pack => problems.extend(self.config.extend_by_pack(entry, &entry.value, rules)),
                What::Settings(settings) => problems.extend(settings.apply(rules)),
                What::Rules(path, _) => {
                    let of_file = |pack: &&crate::rules::Pack| pack.home.to_string() == *path;
                    let name = rules.packs().iter().find(of_file).map(|pack| pack.name.clone());
                    problems.extend(name.and_then(|name| self.config.extend_by_pack(entry, &name, rules)));
                }
            }
        }
        problems.extend(self.config.apply(rules));
        problems
    }

    /// The lexicon files of all settings, those that are extended first.
    pub(super) fn lexicon(&self) -> Vec<Named> {
        let below = self.below().flat_map(Self::lexicon);
        below.chain(self.config.lexicon.iter().map(|path| Named::listed(&self.config, path))).collect()
    }

    /// All settings in one, the later over the earlier.
    pub(super) fn merged(&self) -> Config {
        let base = self.below().map(Self::merged).fold(Config::default(), |base, next| next.over(base));
        self.config.clone().over(base)
    }

    /// The settings of all files, those that are extended first.
    pub(super) fn all(&self) -> Vec<&Config> {
        self.below().flat_map(Self::all).chain([&self.config]).collect()
    }

    fn below(&self) -> impl Iterator<Item = &Self> {
        self.extended.iter().filter_map(|one| match &one.what {
            What::Settings(settings) => Some(&**settings),
            _ => None,
        })
    }
}

/// Reads one entry of `extends`.
fn extended(
    config: &Config,
    entry: &Placed<String>,
    way: &[Step],
    world: &dyn World,
    trouble: &mut Trouble<'_>,
) -> Result<What, Problem> {
    if !Config::is_file(&entry.value) {
        return Ok(What::Pack);
    }
    let at = |message: String| Problem::at(&config.path, entry.line, entry.column, message);
    let path = beside(&folder(&config.path), entry.value.strip_prefix("./").unwrap_or(&entry.value));
    let text = world::text(world, &path).map_err(|problem| at(format!("cannot read {path}: {}", problem.message)))?;
    let same = identity(world, &path);
    if let Some(first) = way.iter().position(|(_, known)| *known == same) {
        let round = way[first..].iter().chain([&way[first]]);
        let names: Vec<_> = round.map(|(name, _)| name.as_str()).collect();
        return Err(at(format!("these settings extend themselves: {}", names.join(" → "))));
    }
    if path.ends_with(TEST_ENDING) {
        return Err(at(format!("{path} holds examples alone, expected settings, a pack or a rule")));
    }
    if Config::is_of_rules(&path, &text) {
        return Ok(What::Rules(path, text));
    }
    Ok(What::Settings(Box::new(Settings::shaped(&path, &text, way, world, trouble))))
}

fn folder(path: &str) -> String {
    Path::new(path).parent().unwrap_or(Path::new("")).to_string_lossy().into_owned()
}
