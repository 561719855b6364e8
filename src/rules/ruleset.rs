//! All rules of a run: those that the program carries, those that a desk adds, and which of them are in force.

use super::EMBEDDED;
use super::declare::{Declared, Teaching};
use super::example::Example;
use super::finding::Severity;
use super::nearest::expected;
use super::pack::Pack;
use super::rule::{self, Home, Located, Rule, RuleFile};
use super::table::{self, Placed};
use crate::text::Problem;

/// How the name of a file ends that holds examples and no rule.
pub const TEST_ENDING: &str = ".test.toml";

/// The rules of a run, sorted by id.
#[derive(Clone, Debug, Default)]
pub struct Ruleset {
    rules: Vec<Rule>,
    packs: Vec<Pack>,
    /// What files declare, those of the program first.
    declared: Vec<Declared>,
    /// The names of the packs in force, in the order in which they were put there.
    in_force: Vec<String>,
    /// Rules whose files have mistakes: they are not run, but known.
    unsound: Vec<Rule>,
    /// What such files declare: it is known too, and taught nobody.
    declared_unsoundly: Vec<Declared>,
}

/// A rule that nobody wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule `{id}`, {hint}")]
pub struct UnknownRule {
    /// What was asked for.
    pub id: String,
    hint: String,
}

impl Ruleset {
    /// The rules that the program carries.
    pub fn embedded() -> Self {
        let mut rules = Self::default();
        // A test reads each of them, so that none is ever dropped here.
        for file in EMBEDDED.iter().filter_map(|(path, text)| rule::read(path, text, &Home::BuiltIn).0) {
            file.rules.into_iter().for_each(|located| rules.put(located.rule));
            rules.packs.extend(file.pack);
            rules.declared.push(file.declared);
        }
        rules
    }

    /// The rule alone.
    #[cfg(test)]
    pub(super) fn of(rule: Rule) -> Self {
        Self { rules: vec![rule], ..Self::default() }
    }

    /// A rule alone and in force, with what its pack teaches.
    pub(super) fn alone(&self, rule: &Rule) -> Self {
        let rule = Rule { enabled: true, paths: None, ..rule.clone() };
        let in_force = self.in_force_with(rule.pack.as_deref());
        Self { rules: vec![rule], declared: self.declared.clone(), in_force, ..Self::default() }
    }

    /// Adds rule files (path and text), each replacing the rule of the same id that was there before, and the examples
    /// of files that end in [`TEST_ENDING`]. Returns all that is wrong with any of them; the others are added all the same.
    pub fn add(&mut self, files: &[(String, String)]) -> Vec<Problem> {
        let (tests, rules): (Vec<_>, Vec<_>) = files.iter().partition(|(path, _)| path.ends_with(TEST_ENDING));
        let mut problems = Vec::new();
        let mut added: Vec<(String, String)> = Vec::new();
        for (path, text) in rules {
            let (file, wrong) = rule::read(path, text, &Home::File(path.clone()));
            problems.extend(file.as_ref().and_then(|file| self.twin(path, file.pack.as_ref()?, files)));
            match file {
                Some(file) if wrong.is_empty() => problems.extend(self.add_file(path, file, &mut added)),
                Some(file) => problems.extend(self.set_aside(path, file, &mut added)),
                None => {}
            }
            problems.extend(wrong);
        }
        problems.extend(self.missing_rules());
        problems.extend(tests.into_iter().flat_map(|(path, text)| self.add_examples(path, text)));
        problems
    }

    /// A pack of a name that another of the same run of files has.
    fn twin(&self, path: &str, pack: &Pack, files: &[(String, String)]) -> Option<Problem> {
        let first = self.packs.iter().find(|known| known.name == pack.name)?;
        let is_of_run = files.iter().any(|(file, _)| file != path && first.home.is_file(file));
        let message = format!("the pack `{}` is that of {} already", pack.name, first.home);
        is_of_run.then(|| Problem::at(path, pack.place.0, pack.place.1, message))
    }

    /// Keeps the names of what a file with mistakes holds, so that nobody is told that they do not exist; tells of ids that
    /// are taken all the same.
    fn set_aside(&mut self, path: &str, file: RuleFile, added: &mut Vec<(String, String)>) -> Vec<Problem> {
        let taken = file.rules.iter().filter_map(|located| take_id(path, located, added)).collect();
        self.unsound.extend(file.rules.into_iter().map(|located| located.rule));
        if let Some(pack) = file.pack.filter(|pack| self.packs.iter().all(|known| known.name != pack.name)) {
            self.packs.push(Pack { ids: Vec::new(), includes: Vec::new(), ..pack });
        }
        self.declared_unsoundly.push(file.declared);
        taken
    }

    /// Rules whose files have mistakes.
    pub(super) fn unsound(&self) -> &[Rule] {
        &self.unsound
    }

    /// Whether some file has a rule of that id, be it one with mistakes.
    pub fn knows(&self, id: &str) -> bool {
        self.position(id).is_ok() || self.unsound.iter().any(|rule| rule.id == id)
    }

    /// Whether a pack is in force.
    pub fn is_in_force(&self, pack: &str) -> bool {
        self.in_force.iter().any(|name| name == pack)
    }

    /// What the files of the desk and the packs in force teach, the later in place of the earlier.
    pub fn teaching(&self) -> Teaching {
        self.teaching_with(None)
    }

    /// The same, as if another pack were in force too.
    pub fn teaching_with(&self, pack: Option<&str>) -> Teaching {
        let mut teaching = Teaching::default();
        for name in self.in_force_with(pack) {
            let of_pack = self.declared.iter().filter(|declared| declared.pack.as_deref() == Some(&*name));
            of_pack.for_each(|declared| teaching.add(declared));
        }
        self.declared.iter().filter(|declared| declared.pack.is_none()).for_each(|declared| teaching.add(declared));
        teaching
    }

    /// What holds for a rule of some pack, and what files with mistakes declare: for telling what else is wrong.
    pub fn all_teaching(&self, pack: Option<&str>) -> Teaching {
        let mut teaching = self.teaching_with(pack);
        self.declared_unsoundly.iter().for_each(|declared| teaching.add(declared));
        teaching
    }

    fn in_force_with(&self, pack: Option<&str>) -> Vec<String> {
        let more = pack.filter(|pack| !self.is_in_force(pack)).map(str::to_owned);
        self.in_force.iter().cloned().chain(more).collect()
    }

    /// What a pack declares.
    #[cfg(test)]
    pub(super) fn declared_by(&self, pack: &str) -> Declared {
        self.declared.iter().find(|declared| declared.pack.as_deref() == Some(pack)).cloned().unwrap_or_default()
    }

    /// Marks a pack as in force, behind all that are so already.
    pub(super) fn note_in_force(&mut self, pack: &str) {
        self.in_force.retain(|name| name != pack);
        self.in_force.push(pack.to_owned());
    }

    /// All rules, in force or not.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// All packs: those that the program carries, then those of the desk.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// The rule of that id.
    ///
    /// # Errors
    /// Where there is none, the nearest id.
    pub fn rule(&self, id: &str) -> Result<&Rule, UnknownRule> {
        self.position(id).map(|at| &self.rules[at]).map_err(|_| {
            let hint = expected(id, self.rules.iter().map(|rule| rule.id.as_str()));
            UnknownRule { id: id.to_owned(), hint }
        })
    }

    /// Puts only the rules of these ids in force, as `by` says.
    pub fn select(&mut self, ids: &[String], by: &str) {
        for rule in &mut self.rules {
            rule.switch(ids.contains(&rule.id), by);
        }
    }

    /// Puts the rules of these ids in force beside the others, as `by` says.
    pub fn enable(&mut self, ids: &[String], by: &str) {
        self.rules.iter_mut().filter(|rule| ids.contains(&rule.id)).for_each(|rule| rule.switch(true, by));
    }

    /// Puts the rules of these ids out of force, as `by` says.
    pub fn ignore(&mut self, ids: &[String], by: &str) {
        self.rules.iter_mut().filter(|rule| ids.contains(&rule.id)).for_each(|rule| rule.switch(false, by));
    }

    /// Gives the findings of a rule another severity, as `by` says.
    pub fn set_severity(&mut self, id: &str, severity: Severity, by: &str) {
        if let Ok(at) = self.position(id) {
            self.rules[at].severity = severity;
            self.rules[at].severity_by = Some(by.to_owned());
        }
    }

    /// Where the rule of that id stands, or would stand.
    fn position(&self, id: &str) -> Result<usize, usize> {
        self.rules.binary_search_by(|known| known.id.as_str().cmp(id))
    }

    fn put(&mut self, rule: Rule) {
        match self.position(&rule.id) {
            Ok(at) => self.rules[at] = rule,
            Err(at) => self.rules.insert(at, rule),
        }
    }

    fn add_file(&mut self, path: &str, file: RuleFile, added: &mut Vec<(String, String)>) -> Vec<Problem> {
        if let Some(pack) = file.pack {
            self.packs.retain(|known| known.name != pack.name);
            self.declared.retain(|known| known.pack.as_ref() != Some(&pack.name));
            self.packs.push(pack);
        }
        self.declared.push(file.declared);
        file.rules.into_iter().filter_map(|located| self.add_rule(path, located, added)).collect()
    }

    /// Puts a rule in unless one of the same run of files has its id; `added` holds their ids and paths.
    fn add_rule(&mut self, path: &str, located: Located, added: &mut Vec<(String, String)>) -> Option<Problem> {
        let taken = take_id(path, &located, added);
        if taken.is_none() {
            self.put(located.rule);
        }
        taken
    }

    fn add_examples(&mut self, path: &str, text: &str) -> Vec<Problem> {
        let shape = |file: &mut table::Table<'_>| {
            Some(file.each("example", |example| (example.required_text("rule"), Example::shape(path, example))))
        };
        match table::read(path, text, shape) {
            Ok(examples) => examples.into_iter().filter_map(|(id, example)| self.add_example(&id, example)).collect(),
            Err(problems) => problems,
        }
    }

    fn add_example(&mut self, id: &Placed<String>, example: Example) -> Option<Problem> {
        if let Err(unknown) = self.rule(&id.value) {
            if self.knows(&id.value) {
                return None;
            }
            return Some(Problem::at(example.path, id.line, id.column, unknown.to_string()));
        }
        let at = self.position(&id.value).ok()?;
        self.rules[at].examples.push(example);
        None
    }
}

/// Notes the id of a rule and its file among those of one run of files, or tells that it is there already.
fn take_id(path: &str, located: &Located, added: &mut Vec<(String, String)>) -> Option<Problem> {
    let Located { rule, place: (line, column) } = located;
    if let Some((id, first)) = added.iter().find(|(id, _)| *id == rule.id) {
        return Some(Problem::at(path, *line, *column, format!("the id `{id}` is taken by {first}")));
    }
    added.push((rule.id.clone(), path.to_owned()));
    None
}

#[cfg(test)]
mod tests {
    use super::{EMBEDDED, Home, Ruleset, rule};

    fn add(files: &[(&str, &str)]) -> (Ruleset, Vec<String>) {
        let mut rules = Ruleset::embedded();
        let owned: Vec<_> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        let problems = rules.add(&owned).iter().map(ToString::to_string).collect();
        (rules, problems)
    }

    #[test]
    fn every_embedded_rule_can_be_read() {
        for (path, text) in EMBEDDED {
            assert_eq!(rule::read(path, text, &Home::BuiltIn).1, [], "{path}");
        }
        assert!(Ruleset::embedded().rules().len() > EMBEDDED.len());
    }

    #[test]
    fn a_rule_of_the_desk_replaces_ours() {
        let text = "id = 'revised-estimate'\nkind = 'revision'\ntitle = 'T'\nwhy = 'W'\nwindow = 3\n";
        let (rules, problems) = add(&[("desk/a.toml", text)]);
        assert_eq!(problems, Vec::<String>::new());
        let rule = rules.rule("revised-estimate").unwrap();
        assert_eq!(rule.home.to_string(), "desk/a.toml");
        let window = rule.settings.iter().find(|setting| setting.name == "window").unwrap();
        assert_eq!((window.value.as_str(), window.default.as_str()), ("3 days", "any number of days"));
    }

    #[test]
    fn all_errors_of_all_files_are_told() {
        let bad = "id = 'Bad Id'\nkind = 'conflct'\nseverity = 'fatal'\ntitle = 'T'\nwindow = 3\n";
        let good = "id = 'mine'\nkind = 'conflict'\ntitle = 'T'\nwhy = 'W'\n";
        let option = "id = 'yours'\nkind = 'conflict'\ntitle = 'T'\nwhy = 'W'\nwindw = 3\ntolerance = 101\n";
        let tests = "[[example]]\nrule = 'mien'\ntext = 'x'\nexpect = []\n";
        let (rules, problems) =
            add(&[("a.toml", bad), ("b.toml", good), ("c.toml", good), ("d.toml", option), ("e.test.toml", tests)]);
        assert_eq!(
            problems,
            [
                "a.toml:1:1: `why` is missing, expected a string",
                "a.toml:1:6: `id` is `Bad Id`, expected lower-case letters, digits and `-`",
                "a.toml:2:8: `kind` is `conflct`, did you mean `conflict`?",
                "a.toml:3:12: `severity` is `fatal`, expected one of `error`, `warning`, `info`",
                "c.toml:1:6: the id `mine` is taken by b.toml",
                "d.toml:5:1: unknown key `windw`, did you mean `window`?",
                "d.toml:6:13: `tolerance` is 101, expected hundredths from 0 to 100, \"5%\", \"10\" (so much of the unit) or \"reading\"",
                "e.test.toml:2:8: there is no rule `mien`, did you mean `mine`?",
            ]
        );
        assert!(rules.rule("mine").is_ok() && rules.rule("yours").is_err());
    }

    #[test]
    fn an_id_is_taken_by_a_rule_with_mistakes_too() {
        let bad = "id = 'mine'\nkind = 'conflict'\ntitle = 'T'\nwhy = 'W'\nwindw = 3\n";
        let (_, problems) = add(&[("a.toml", bad), ("b.toml", bad)]);
        assert_eq!(problems.iter().filter(|problem| problem.ends_with("the id `mine` is taken by a.toml")).count(), 1);
    }

    #[test]
    fn examples_of_test_files_go_to_their_rule() {
        let tests = "[[example]]\nrule = 'revised-estimate'\ntext = 'x'\nexpect = []\n";
        let count = |rules: &Ruleset| rules.rule("revised-estimate").unwrap().examples.len();
        let (rules, problems) = add(&[("a.test.toml", tests)]);
        assert_eq!((problems.len(), count(&rules)), (0, count(&Ruleset::embedded()) + 1));
    }
}
