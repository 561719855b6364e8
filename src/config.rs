//! `numerate.toml`: the settings of a desk, as written and as ready.
//!
//! Paths stay as they are written; whoever opens files knows that they are relative to the file that names them.

use crate::rules::table::{self, Placed, Table};
use crate::rules::{Ruleset, Severity, UnknownRule};
use crate::text::Problem;
use jiff::civil::Date;

/// The name under which settings are looked for.
pub const FILE_NAME: &str = "numerate.toml";

/// The settings of a desk. Absent ones are `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Where the settings come from, as the user named it; for problems.
    pub path: String,
    /// Ids of the only rules in force; all of them where there is none.
    pub select: Vec<Placed<String>>,
    /// Names of packs whose rules are put in force beside the others.
    pub extends: Vec<Placed<String>>,
    /// Ids of rules that are put in force beside those that are so by default.
    pub enable: Vec<Placed<String>>,
    /// Ids of rules out of force.
    pub ignore: Vec<Placed<String>>,
    /// Findings that the desk lives with.
    pub known: Vec<Known>,
    /// Severities that the desk changes, by rule id.
    pub severity: Vec<(Placed<String>, Severity)>,
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
}

/// A finding that the desk lives with: `[[ignore]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The finding's fingerprint, and where it stands.
    pub fingerprint: Placed<String>,
    /// Why the desk lives with it.
    pub reason: String,
    /// Who answers for that.
    pub by: Option<String>,
    /// The last day on which it holds.
    pub expires: Option<Date>,
}

impl Known {
    fn shape(table: &mut Table<'_>) -> Self {
        Self {
            fingerprint: table.required_text("fingerprint"),
            reason: table.required_text("reason").value,
            by: table.text("by").map(|by| by.value),
            expires: table.date("expires"),
        }
    }
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
        table::read(path, text, |table| Some(Self::shape(path, table)))
    }

    fn shape(path: &str, table: &mut Table<'_>) -> Self {
        let (ignore, known) = table.texts_and_tables("ignore", Known::shape);
        Self {
            path: path.to_owned(),
            select: table.texts("select"),
            extends: table.texts("extends"),
            enable: table.texts("enable"),
            ignore,
            known,
            severity: table.within("severity", |levels| levels.choices(&Severity::ALL)).unwrap_or_default(),
            rules: table.texts("rules"),
            lexicon: table.within("lexicon", |lexicon| lexicon.texts("files")).unwrap_or_default(),
            ledgers: table.texts("ledgers"),
            rates: table.text("rates"),
            exclude: table.texts("exclude"),
            fail_on: table.choice("fail_on", &FailOn::ALL),
            min_severity: table.choice("min_severity", &Severity::ALL),
            date: table.date("date"),
        }
    }

    /// Puts `select`, `extends`, `enable`, `ignore` and `severity` to the rules, once all rule files are read. Returns a problem for each id
    /// that no rule has, and each pack that there is not.
    pub fn apply(&self, rules: &mut Ruleset) -> Vec<Problem> {
        let named =
            self.select.iter().chain(&self.enable).chain(&self.ignore).chain(self.severity.iter().map(|(id, _)| id));
        let unknown = named.filter_map(|id| Some(self.unknown(id, &rules.rule(&id.value).err()?)));
        let mut problems: Vec<_> = unknown.collect();
        let ids = |listed: &[Placed<String>]| listed.iter().map(|id| id.value.clone()).collect::<Vec<_>>();
        if !self.select.is_empty() {
            rules.select(&ids(&self.select));
        }
        for pack in &self.extends {
            let unknown = rules.enable_pack(&pack.value).err();
            problems.extend(unknown.map(|error| Problem::at(&self.path, pack.line, pack.column, error.to_string())));
        }
        rules.enable(&ids(&self.enable));
        rules.ignore(&ids(&self.ignore));
        for (id, severity) in &self.severity {
            rules.set_severity(&id.value, *severity);
        }
        problems
    }

    fn unknown(&self, id: &Placed<String>, unknown: &UnknownRule) -> Problem {
        Problem::at(&self.path, id.line, id.column, unknown.to_string())
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
        let text = "[[ignore]]\nfingerprint = 'f1'\nreason = 'as agreed'\nby = 'Ada'\nexpires = 2025-03-11\n";
        let known = Config::read("numerate.toml", text).unwrap().known.remove(0);
        assert_eq!((known.fingerprint.value.as_str(), known.fingerprint.line), ("f1", 2));
        assert_eq!((known.by.as_deref(), known.expires), (Some("Ada"), Some(date(2025, 3, 11))));
        let problems = Config::read("numerate.toml", "ignore = ['a', { fingerprint = 'f1' }, 3]").unwrap_err();
        assert_eq!(
            told(&problems),
            [
                "numerate.toml:1:16: `reason` is missing, expected a string",
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
