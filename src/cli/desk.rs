//! The settings, rules and words that hold for a draft: those of the nearest `numerate.toml`.

use super::plan::Voice;
use super::trouble::Trouble;
use super::wishes::Wishes;
use super::world::{self, Folder, World};
use crate::config::{Config, FILE_NAME};
use crate::lexicon::Lexicon;
use crate::lexicon::written::Written;
use crate::rules::Ruleset;
use crate::text::Problem;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One desk: its settings, ready to use.
pub(super) struct Desk {
    pub(super) config: Config,
    pub(super) rules: Ruleset,
    pub(super) lexicon: Lexicon,
    exclude: Gitignore,
}

/// The desks whose drafts are read, each loaded once.
pub(super) struct Desks<'w> {
    world: &'w dyn World,
    wishes: Wishes,
    loaded: Vec<Desk>,
    /// The desk of each folder that was asked for, and the way down to the folder from the desk's settings.
    by_folder: BTreeMap<String, (usize, String)>,
    /// What goes wrong with settings, rules, words and drafts.
    pub(super) trouble: Trouble<'w>,
}

impl<'w> Desks<'w> {
    /// No desk yet.
    pub(super) fn new(wishes: Wishes, voice: Voice, world: &'w dyn World) -> Self {
        Self { world, wishes, loaded: Vec::new(), by_folder: BTreeMap::new(), trouble: Trouble::new(voice, world) }
    }

    /// The desk of a draft, by its number.
    pub(super) fn number(&mut self, draft: &str) -> usize {
        self.seat(draft).0
    }

    /// The desk of that number.
    pub(super) fn desk(&self, number: usize) -> &Desk {
        &self.loaded[number]
    }

    /// All desks so far.
    pub(super) fn all(&self) -> &[Desk] {
        &self.loaded
    }

    /// The desk of the folder that the program runs in.
    pub(super) fn here(&mut self) -> &Desk {
        let number = self.number("-");
        self.desk(number)
    }

    /// Whether the command line puts rules out of force that are in force otherwise.
    pub(super) const fn are_narrowed(&self) -> bool {
        !(self.wishes.select.is_empty() && self.wishes.ignore.is_empty())
    }

    /// Whether the draft's desk does not want it read when its folder is.
    pub(super) fn exclude(&mut self, draft: &str) -> bool {
        let (number, below) = self.seat(draft);
        let name = Path::new(draft).file_name().unwrap_or_default();
        let path = Path::new(&below).join(name);
        self.loaded[number].exclude.matched_path_or_any_parents(path, false).is_ignore()
    }

    fn seat(&mut self, draft: &str) -> (usize, String) {
        let folder = Path::new(draft).parent().unwrap_or(Path::new("")).to_string_lossy().into_owned();
        if let Some(seat) = self.by_folder.get(&folder) {
            return seat.clone();
        }
        let (config, below) = self.config_file(draft);
        let known = self.loaded.iter().position(|desk| desk.config.path == config);
        let seat = (known.unwrap_or_else(|| self.load(&config)), below);
        self.by_folder.insert(folder, seat.clone());
        seat
    }

    /// The settings that hold for a draft, none if empty, and the way down from them.
    fn config_file(&self, draft: &str) -> (String, String) {
        if let Some(config) = &self.wishes.config {
            return (config.clone(), String::new());
        }
        let files =
            self.world.folders(draft).into_iter().map(|Folder { path, below }| (beside(&path, FILE_NAME), below));
        files.into_iter().find(|(file, _)| self.world.open(file).is_ok()).unwrap_or_default()
    }

    /// Loads a desk as far as its files can be read, and returns its number.
    fn load(&mut self, path: &str) -> usize {
        let config = self.config(path);
        let folder = Path::new(path).parent().unwrap_or(Path::new("")).to_string_lossy().into_owned();
        let rules = self.rules(&config, &folder);
        let lexicon = self.lexicon(&config, &folder);
        self.trouble.add_of_desk(rules.unknown_words(&lexicon));
        let exclude = self.excluded(&config);
        self.loaded.push(Desk { config, rules, lexicon, exclude });
        self.loaded.len() - 1
    }

    fn config(&mut self, path: &str) -> Config {
        let none = Config { path: path.to_owned(), ..Config::default() };
        if path.is_empty() {
            return none;
        }
        let read = world::text(self.world, path).map_err(|problem| vec![problem]);
        match read.and_then(|text| Config::read(path, &text)) {
            Ok(config) => config,
            Err(problems) => {
                self.trouble.add_of_desk(problems);
                none
            }
        }
    }

    fn rules(&mut self, config: &Config, folder: &str) -> Ruleset {
        let mut rules = Ruleset::embedded();
        let own = config.rules.iter().map(|path| beside(folder, &path.value));
        // A file that is named on the command line too is called what it is called there.
        let paths: Vec<_> = self.wishes.rules.iter().cloned().chain(own).collect();
        let files = self.texts(&paths);
        let problems = [rules.add(&files), config.apply(&mut rules), self.wishes.apply(&mut rules)];
        self.trouble.add_of_desk(problems.concat());
        rules
    }

    fn lexicon(&mut self, config: &Config, folder: &str) -> Lexicon {
        let paths: Vec<_> = config.lexicon.iter().map(|path| beside(folder, &path.value)).collect();
        if paths.is_empty() {
            return Lexicon::embedded();
        }
        let texts = self.texts(&paths);
        let mut words = Written::default();
        for (path, text) in &texts {
            match toml::from_str(text) {
                Ok(more) => words.append(more),
                Err(error) => self.trouble.add_of_desk([toml_problem(path, text, &error)]),
            }
        }
        Lexicon::with(words).unwrap_or_else(|errors| {
            self.trouble.add_of_desk(errors.into_iter().map(|error| Problem::file(paths.join(", "), error)));
            Lexicon::embedded()
        })
    }

    fn excluded(&mut self, config: &Config) -> Gitignore {
        let mut globs = GitignoreBuilder::new("");
        for glob in &config.exclude {
            if let Err(error) = globs.add_line(None, &glob.value) {
                self.trouble.add_of_desk([Problem::at(&config.path, glob.line, glob.column, error.to_string())]);
            }
        }
        globs.build().unwrap_or_else(|_| Gitignore::empty())
    }

    /// The TOML files at some paths and in some folders, each once, with their texts.
    fn texts(&mut self, paths: &[String]) -> Vec<(String, String)> {
        let (mut texts, mut seen) = (Vec::new(), BTreeSet::new());
        let world = self.world;
        let files = paths.iter().flat_map(|path| world.files(path, &is_toml));
        let files = files.filter(|file| file.as_ref().map_or(true, |file| seen.insert(identity(world, file))));
        for file in files {
            match file.and_then(|file| Ok((world::text(world, &file)?, file))) {
                Ok((text, file)) => texts.push((file, text)),
                Err(problem) => self.trouble.add_of_desk([problem]),
            }
        }
        texts
    }
}

/// What tells a file from others, however it is named.
pub(super) fn identity(world: &dyn World, path: &str) -> String {
    let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
    world.folders(path).first().map_or_else(|| path.to_owned(), |folder| beside(&folder.path, &name))
}

fn is_toml(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "toml")
}

/// The file of that name in a folder.
pub(super) fn beside(folder: &str, name: &str) -> String {
    Path::new(folder).join(name).to_string_lossy().into_owned()
}

fn toml_problem(path: &str, text: &str, error: &toml::de::Error) -> Problem {
    let start = error.span().map_or(0, |span| span.start);
    let before = text.get(..start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Problem::at(path, line, column, error.message())
}
