//! The settings, rules and words that hold for a draft: those of the nearest `numerate.toml`.

use super::example::broken;
use super::extended::{Named, Settings};
use super::plan::Voice;
use super::trouble::Trouble;
use super::wishes::Wishes;
use super::words;
use super::world::{self, Folder, World};
use crate::compare::Taught;
use crate::config::{Config, FILE_NAME};
use crate::extract::{Depth, Draft, TakeClaims, extract, extract_in_parts};
use crate::lexicon::Lexicon;
use crate::lexicon::written::Written;
use crate::rules::{Finding, ForeignSource, Ruleset, Teaching};
use crate::text::{Document, Problem};
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One desk: its settings, ready to use.
pub(super) struct Desk {
    /// All its settings in one.
    pub(super) config: Config,
    /// The settings by file.
    pub(super) settings: Settings,
    pub(super) rules: Ruleset,
    /// The lexicon files that the settings name, by path and text.
    words: Vec<(String, String)>,
    pub(super) lexicon: Lexicon,
    /// What is marked on the claims of its drafts.
    taught: Taught,
    exclude: Gitignore,
}

/// The desks whose drafts are read, each loaded once.
pub(super) struct Desks<'w> {
    world: &'w dyn World,
    wishes: Wishes,
    loaded: Vec<Desk>,
    /// Of how many of them the examples were run.
    tried: usize,
    /// The desk of each folder that was asked for, and the way down to the folder from the desk's settings.
    by_folder: BTreeMap<String, (usize, String)>,
    /// What goes wrong with settings, rules, words and drafts.
    pub(super) trouble: Trouble<'w>,
}

impl<'w> Desks<'w> {
    /// No desk yet.
    pub(super) fn new(wishes: Wishes, voice: Voice, world: &'w dyn World) -> Self {
        Self {
            world,
            wishes,
            loaded: Vec::new(),
            tried: 0,
            by_folder: BTreeMap::new(),
            trouble: Trouble::new(voice, world),
        }
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

    /// Runs the examples of the rules that the desks write: a rule that does not do what its file says is no sound one.
    pub(super) fn try_examples(&mut self) {
        let untried = std::mem::replace(&mut self.tried, self.loaded.len());
        for desk in &mut self.loaded[untried..] {
            let (rules, problems): (Vec<_>, Vec<_>) = broken(desk).into_iter().unzip();
            desk.rules.ignore(&rules, "its examples");
            self.trouble.add_of_desk(problems);
        }
    }

    /// Whether the command line puts rules out of force that are in force otherwise.
    pub(super) const fn are_narrowed(&self) -> bool {
        !(self.wishes.select.is_empty() && self.wishes.ignore.is_empty())
    }

    /// Makes a finding what desk and command line say of its rule in its draft; `false` where they want none there.
    pub(super) fn judge(&self, number: usize, path: &str, finding: &mut Finding) -> bool {
        let overrides = &self.desk(number).config.overrides;
        let mut is_wanted = true;
        for one in overrides.iter().filter(|one| one.paths.fit(path)) {
            is_wanted &= !one.ignores(&finding.rule);
            finding.severity = one.severity_of(&finding.rule).unwrap_or(finding.severity);
        }
        finding.severity = self.wishes.severity_of(&finding.rule, path).unwrap_or(finding.severity);
        is_wanted
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
        let settings = Settings::read(path, self.world, &mut self.trouble);
        let rules = self.rules(&settings);
        let (words, sources) = self.words(&settings.lexicon());
        let teaching = rules.teaching();
        let lexicon = self.lexicon(&teaching, &words);
        self.trouble.add_of_desk(rules.unknown_words(&lexicon));
        self.trouble.add_of_desk(rules.all_teaching(None).clashes(&lexicon, &sources));
        let config = settings.merged();
        let exclude = self.excluded(&config);
        let taught = teaching.taught(&lexicon);
        self.loaded.push(Desk { config, settings, rules, words, lexicon, taught, exclude });
        self.loaded.len() - 1
    }

    fn rules(&mut self, settings: &Settings) -> Ruleset {
        let mut rules = Ruleset::embedded();
        let more = self.wishes.rules.clone();
        let added = settings.add_rules(&mut rules, &more, &mut |paths| self.texts(paths));
        let problems = [added, settings.apply(&mut rules), self.wishes.apply(&mut rules)];
        self.trouble.add_of_desk(problems.concat());
        rules
    }

    /// The lexicon files that can be read, and where their sources stand.
    fn words(&mut self, paths: &[Named]) -> (Vec<(String, String)>, Vec<ForeignSource>) {
        let mut files = self.texts(paths);
        files.retain(|(path, text)| {
            let problems = words::problems(path, text);
            let is_sound = problems.is_empty();
            self.trouble.add_of_desk(problems);
            is_sound
        });
        let sources = files.iter().flat_map(|(path, text)| words::sources(path, text)).collect();
        (files, sources)
    }

    /// The words of the program, of a desk's files and of what it teaches.
    fn lexicon(&mut self, teaching: &Teaching, words: &[(String, String)]) -> Lexicon {
        if !teaching.has_words() && words.is_empty() {
            return Lexicon::embedded();
        }
        teaching.lexicon(written(words)).unwrap_or_else(|errors| {
            let paths = words.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>().join(", ");
            self.trouble.add_of_desk(errors.into_iter().map(|error| Problem::file(paths.clone(), error)));
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
    fn texts(&mut self, paths: &[Named]) -> Vec<(String, String)> {
        let (mut texts, mut seen) = (Vec::new(), BTreeSet::new());
        let world = self.world;
        for named in paths {
            let files = world.files(&named.path, &is_toml).into_iter();
            let files = files.filter(|file| file.as_ref().map_or(true, |file| seen.insert(identity(world, file))));
            for file in files {
                match file.and_then(|file| Ok((world::text(world, &file)?, file))) {
                    Ok((text, file)) => texts.push((file, text)),
                    Err(problem) => self.trouble.add_of_desk([named.problem(problem)]),
                }
            }
        }
        texts
    }
}

impl Desk {
    /// Reads a document, and marks its claims with what the desk teaches.
    pub(super) fn read(&self, document: Document, depth: Depth) -> Draft {
        if self.taught.is_empty() || depth == Depth::Pieces {
            return extract(document, &self.lexicon, depth);
        }
        // What a desk teaches shows in a claim's context.
        let mut draft =
            extract(document, &self.lexicon, if depth == Depth::Claims { Depth::Comparable } else { depth });
        self.taught.mark(&self.lexicon, &mut draft);
        draft
    }

    /// Reads a document whose claims are to be listed, and hands them on as they are known, unless the desk first marks them.
    pub(super) fn read_in_parts(&self, document: Document, take: TakeClaims<'_>) -> Draft {
        if self.taught.is_empty() {
            extract_in_parts(document, &self.lexicon, take)
        } else {
            self.read(document, Depth::Claims)
        }
    }

    /// The desk as it would be with another pack in force: for the examples of the pack.
    pub(super) fn with_pack(&self, pack: &str) -> Option<Self> {
        let teaching = self.rules.teaching_with(Some(pack));
        let lexicon = teaching.lexicon(written(&self.words)).ok()?;
        Some(Self {
            config: self.config.clone(),
            settings: Settings::default(),
            rules: Ruleset::default(),
            words: Vec::new(),
            taught: teaching.taught(&lexicon),
            lexicon,
            exclude: Gitignore::empty(),
        })
    }
}

/// The tables of lexicon files, which can be read.
fn written(files: &[(String, String)]) -> Written<'_> {
    let mut words = Written::default();
    files.iter().filter_map(|(_, text)| toml::from_str(text).ok()).for_each(|more| words.append(more));
    words
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
