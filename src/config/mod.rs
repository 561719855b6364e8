//! `numerate.toml`: the settings of a desk, as written and as ready.
//!
//! Settings may extend others: those are put in force first, so that the later wins. Paths stay as they are written; whoever opens files knows that they are relative to the file that names them.

mod by_path;
mod known;

pub use by_path::Override;
pub use known::Known;

use crate::rules::table::{self, Entry, Placed, Table};
use crate::rules::{Ruleset, Severity, is_rule_file};
use crate::text::Problem;
use jiff::civil::Date;
use std::path::Path;

/// The name under which settings are looked for.
pub const FILE_NAME: &str = "numerate.toml";

/// The settings of a desk. Absent ones are `None` or empty.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Where the settings come from, as the user named it; for problems.
    pub path: String,
    /// Ids of the only rules in force; all of them where there is none.
    pub select: Vec<Placed<String>>,
    /// Names of packs, and paths of packs and of other settings, that are put in force before these.
    pub extends: Vec<Placed<String>>,
    /// Ids of rules that are put in force beside those that are so by default.
    pub enable: Vec<Placed<String>>,
    /// Ids of rules out of force.
    pub ignore: Vec<Placed<String>>,
    /// Findings that the desk lives with.
    pub known: Vec<Known>,
    /// Severities that the desk changes, by rule id.
    pub severity: Vec<(Placed<String>, Severity)>,
    /// What is otherwise for drafts at some paths.
    pub overrides: Vec<Override>,
    /// Rule files and folders of them.
    pub rules: Vec<Placed<String>>,
    /// Lexicon files.
    pub lexicon: Vec<Placed<String>>,
    /// Tables of reference figures.
    pub ledgers: Vec<Placed<String>>,
    /// A table of rates of exchange.
    pub rates: Option<Placed<String>>,
    /// Drafts and folders that are passed over, as globs.
    pub exclude: Vec<Placed<String>>,
    /// From which severity on a finding fails the run.
    pub fail_on: Option<FailOn>,
    /// From which severity on a finding is shown.
    pub min_severity: Option<Severity>,
    /// The date of drafts that carry none.
    pub date: Option<Date>,
    /// All that the file says, as written.
    pub entries: Vec<Entry>,
}

/// From which severity on a finding fails the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// From this one on.
    Severity(Severity),
    /// None does.
    Never,
}

impl FailOn {
    /// All of them, under the names that options and settings use.
    pub const ALL: [(&'static str, Self); 4] = [
        ("error", Self::Severity(Severity::Error)),
        ("warning", Self::Severity(Severity::Warning)),
        ("info", Self::Severity(Severity::Info)),
        ("never", Self::Never),
    ];

    /// Whether a finding of that severity fails the run.
    pub fn fails(self, severity: Severity) -> bool {
        matches!(self, Self::Severity(least) if severity >= least)
    }
}

impl Config {
    /// Reads the settings in `text`, the content of the file at `path`.
    ///
    /// # Errors
    /// All that is wrong with the file, each at its place.
    pub fn read(path: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let (config, problems) = Self::read_all(path, text);
        if problems.is_empty() { Ok(config) } else { Err(problems) }
    }

    /// As [`Config::read`], with what could be read beside what is wrong.
    pub(crate) fn read_all(path: &str, text: &str) -> (Self, Vec<Problem>) {
        let (config, problems) = table::read_all(path, text, |table| Some(Self::shape(path, table)));
        (config.unwrap_or_else(|| Self { path: path.to_owned(), ..Self::default() }), problems)
    }

    fn shape(path: &str, table: &mut Table<'_>) -> Self {
        let (ignore, known) = table.texts_and_tables("ignore", |known| Known::shape(path, known));
        Self {
            path: path.to_owned(),
            select: table.texts("select"),
            extends: table.texts("extends"),
            enable: table.texts("enable"),
            ignore,
            known,
            severity: table.within("severity", |levels| levels.choices(&Severity::ALL)).unwrap_or_default(),
            overrides: table.each("override", Override::shape),
            rules: table.texts("rules"),
            lexicon: table.within("lexicon", |lexicon| lexicon.texts("files")).unwrap_or_default(),
            ledgers: table.texts("ledgers"),
            rates: table.text("rates"),
            exclude: table.texts("exclude"),
            fail_on: table.choice("fail_on", &FailOn::ALL),
            min_severity: table.choice("min_severity", &Severity::ALL),
            date: table.date("date"),
            entries: table.entries(),
        }
    }

    /// Whether an entry of `extends` is a file rather than the name of a pack.
    pub fn is_file(extended: &str) -> bool {
        let has_ending = Path::new(extended).extension().is_some_and(|ending| ending == "toml");
        has_ending || extended.contains(['/', '\\'])
    }

    /// Whether a file that is extended holds rules, or what they go by, rather than settings.
    pub(crate) fn is_of_rules(path: &str, text: &str) -> bool {
        table::read_all(path, text, |table| Some(is_rule_file(table))).0.unwrap_or_default()
    }

    /// The same settings over others: lists follow theirs, single values take the place of theirs.
    pub(crate) fn over(self, base: Self) -> Self {
        let both = |base: Vec<_>, own: Vec<_>| [base, own].concat();
        Self {
            known: [base.known, self.known].concat(),
            overrides: [base.overrides, self.overrides].concat(),
            exclude: both(base.exclude, self.exclude),
            fail_on: self.fail_on.or(base.fail_on),
            min_severity: self.min_severity.or(base.min_severity),
            date: self.date.or(base.date),
            ..self
        }
    }

    /// Puts `select`, `enable`, `ignore` and `severity` to the rules, once all rule files are read and what is extended
    /// is in force. Returns a problem for each id that no rule has.
    pub fn apply(&self, rules: &mut Ruleset) -> Vec<Problem> {
        let problems = self.unknown_rules(rules);
        let by = |at: &Placed<String>| self.place(at);
        if let Some(first) = self.select.first() {
            rules.select(&self.select.iter().map(|id| id.value.clone()).collect::<Vec<_>>(), &by(first));
        }
        self.enable.iter().for_each(|id| rules.enable(std::slice::from_ref(&id.value), &by(id)));
        self.ignore.iter().for_each(|id| rules.ignore(std::slice::from_ref(&id.value), &by(id)));
        self.severity.iter().for_each(|(id, severity)| rules.set_severity(&id.value, *severity, &by(id)));
        problems
    }

    /// Puts a pack in force that the settings extend.
    pub(crate) fn extend_by_pack(&self, pack: &Placed<String>, name: &str, rules: &mut Ruleset) -> Option<Problem> {
        let unknown = rules.enable_pack(name, &self.place(pack)).err()?;
        Some(Problem::at(&self.path, pack.line, pack.column, unknown.to_string()))
    }

    fn unknown_rules(&self, rules: &Ruleset) -> Vec<Problem> {
        let severity = self.severity.iter().chain(self.overrides.iter().flat_map(|one| &one.severity));
        let ignore = self.ignore.iter().chain(self.overrides.iter().flat_map(|one| &one.ignore));
        let named = self.select.iter().chain(&self.enable).chain(ignore).chain(severity.map(|(id, _)| id));
        let unknown = named.filter(|id| !rules.knows(&id.value)).filter_map(|id| {
            let message = rules.rule(&id.value).err()?.to_string();
            Some(Problem::at(&self.path, id.line, id.column, message))
        });
        unknown.collect()
    }

    /// Where something stands in the file.
    fn place(&self, at: &Placed<String>) -> String {
        format!("{}:{}:{}", self.path, at.line, at.column)
    }
}

#[cfg(test)]
mod tests {
    use super::{Config, FailOn};
    use crate::rules::{Ruleset, Severity};
    use crate::text::Problem;
    use jiff::civil::date;

    fn told(problems: &[Problem]) -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn all_settings_are_read() {
        let text = "select = ['conflicting-estimates']\nrules = ['desk/rules']\nledgers = ['desk/figures.csv']\nrates = 'desk/rates.csv'\nexclude = ['archive/**']\n\
                    fail_on = 'never'\nmin_severity = 'warning'\ndate = 2025-03-11\n\
                    [severity]\nconflicting-estimates = 'info'\n[lexicon]\nfiles = ['desk/words.toml']\n";
        let config = Config::read("numerate.toml", text).unwrap();
        assert_eq!(config.rules[0].value, "desk/rules");
        assert_eq!(config.lexicon[0].value, "desk/words.toml");
        assert_eq!(config.ledgers[0].value, "desk/figures.csv");
        assert_eq!(config.rates.as_ref().map(|rates| &*rates.value), Some("desk/rates.csv"));
        assert_eq!(config.exclude[0].value, "archive/**");
        assert_eq!((config.fail_on, config.min_severity), (Some(FailOn::Never), Some(Severity::Warning)));
        assert_eq!(config.date, Some(date(2025, 3, 11)));
        let mut rules = Ruleset::embedded();
        assert_eq!(config.apply(&mut rules), []);
        assert_eq!(rules.rule("conflicting-estimates").map(|rule| rule.severity), Ok(Severity::Info));
        assert!(rules.rules().iter().all(|rule| rule.enabled == (rule.id == "conflicting-estimates")));
    }

    #[test]
    fn a_rule_that_is_off_is_asked_for() {
        let mut rules = Ruleset::embedded();
        let is_on = |rules: &Ruleset| rules.rule("misquoted-figure").unwrap().enabled;
        assert!(!is_on(&rules));
        assert_eq!(Config::read("numerate.toml", "enable = ['misquoted-figure']").unwrap().apply(&mut rules), []);
        assert!(is_on(&rules));
    }

    #[test]
    fn a_finding_is_lived_with_for_a_reason() {
        let text = "[[ignore]]\nfingerprint = '46eed9806684bca923476219bbe848d5'\nreason = 'as agreed'\nby = 'Ada'\nexpires = 2025-03-11\n";
        let known = Config::read("numerate.toml", text).unwrap().known.remove(0);
        assert_eq!((known.fingerprint.value.as_str(), known.fingerprint.line), ("46eed9806684bca923476219bbe848d5", 2));
        assert_eq!((known.by.as_deref(), known.expires), (Some("Ada"), Some(date(2025, 3, 11))));
        let problems = Config::read("numerate.toml", "ignore = ['a', { fingerprint = 'f1' }, 3]").unwrap_err();
        assert_eq!(
            told(&problems),
            [
                "numerate.toml:1:16: `reason` is missing, expected a string",
                "numerate.toml:1:32: `f1` is no fingerprint, expected 32 digits and letters from `a` to `f`",
                "numerate.toml:1:40: `ignore` is `3`, expected a list of strings or tables",
            ]
        );
    }

    #[test]
    fn unknown_keys_are_told_with_the_nearest() {
        let problems =
            Config::read("a/numerate.toml", "selct = []\nfail_on = 'eror'\n[lexicon]\nfile = []\n").unwrap_err();
        assert_eq!(
            told(&problems),
            [
                "a/numerate.toml:1:1: unknown key `selct`, did you mean `select`?",
                "a/numerate.toml:2:11: `fail_on` is `eror`, did you mean `error`?",
                "a/numerate.toml:4:1: unknown key `file`, did you mean `files`?",
            ]
        );
    }

    #[test]
    fn unknown_rules_are_told_with_the_nearest() {
        let text = "ignore = ['conflicting-estimate']\n[severity]\nself-contradictoin = 'info'\n";
        let problems = Config::read("numerate.toml", text).unwrap().apply(&mut Ruleset::embedded());
        assert_eq!(
            told(&problems),
            [
                "numerate.toml:1:11: there is no rule `conflicting-estimate`, did you mean `conflicting-estimates`?",
                "numerate.toml:3:1: there is no rule `self-contradictoin`, did you mean `self-contradiction`?",
            ]
        );
    }

    #[test]
    fn what_fails() {
        let warning = FailOn::Severity(Severity::Warning);
        assert!(warning.fails(Severity::Error) && warning.fails(Severity::Warning));
        assert!(!warning.fails(Severity::Info) && !FailOn::Never.fails(Severity::Error));
    }
}
