//! Words that a rule goes by and that the lexicon must know: a rule for figures in `percnt` would never match.

use super::nearest::expected;
use super::rule::{Home, Rule};
use super::ruleset::Ruleset;
use super::sheet::Placed;
use crate::lexicon::Lexicon;
use crate::text::Problem;
use std::collections::BTreeSet;

/// What a word must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// A unit: `count`, `percent`, `EUR`, `hectare`.
    Unit,
    /// A class of nouns: `person`, `casualty`.
    Class,
    /// A measure of the desk.
    Measure,
}

/// A word that a rule goes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    /// What it must be.
    pub(super) vocabulary: Vocabulary,
    /// The word, and where it stands.
    pub(super) word: Placed<String>,
}

/// Units that are none of measure.
const PLAIN_UNITS: [&str; 4] = ["count", "percent", "percentage_point", "ratio"];

impl Ruleset {
    /// Problems with the words of rule files that the lexicon does not know.
    pub fn unknown_words(&self, lexicon: &Lexicon) -> Vec<Problem> {
        // A test looks at those that the program carries, so that no run has to.
        let wanting = |rule: &&Rule| !rule.wanted.is_empty() && rule.home != Home::BuiltIn;
        let wanting: Vec<_> = self.rules().iter().chain(self.unsound()).filter(wanting).collect();
        if wanting.is_empty() { Vec::new() } else { unknown(self, &wanting, lexicon) }
    }
}

fn unknown(all: &Ruleset, rules: &[&Rule], lexicon: &Lexicon) -> Vec<Problem> {
    let (units, classes) = (units(lexicon), classes(lexicon));
    let problem = |rule: &Rule, Wanted { vocabulary, word }: &Wanted| {
        let home = rule.home.to_string();
        let (known, what) = match vocabulary {
            Vocabulary::Measure => {
                let message = all.all_teaching(rule.pack.as_deref()).unknown_measure(&word.value)?;
                return Some(Problem::at(home, word.line, word.column, message));
            }
            Vocabulary::Unit => (&units, "unit"),
            Vocabulary::Class => (&classes, "class of nouns"),
        };
        if known.contains(word.value.as_str()) {
            return None;
        }
        let hint = expected(&word.value, known.iter().copied());
        let message = format!("there is no {what} `{}`, {hint}", word.value);
        Some(Problem::at(home, word.line, word.column, message))
    };
    rules.iter().flat_map(|rule| rule.wanted.iter().filter_map(|word| problem(rule, word))).collect()
}

fn units(lexicon: &Lexicon) -> BTreeSet<&str> {
    let measures = lexicon.units().iter().map(|unit| &*unit.name);
    let currencies = lexicon.currencies().iter().map(|currency| &*currency.code);
    PLAIN_UNITS.into_iter().chain(measures).chain(currencies).collect()
}

fn classes(lexicon: &Lexicon) -> BTreeSet<&str> {
    lexicon.noun_classes().collect()
}

#[cfg(test)]
mod tests {
    use super::{Ruleset, unknown};
    use crate::lexicon::Lexicon;

    #[test]
    fn the_rules_that_the_program_carries_know_its_words() {
        let rules = Ruleset::embedded();
        assert_eq!(unknown(&rules, &rules.rules().iter().collect::<Vec<_>>(), &Lexicon::embedded()), []);
    }

    #[test]
    fn words_that_no_figure_has_are_told_with_the_nearest() {
        let conflict =
            "id = 'a'\nkind = 'conflict'\ntitle = 'T'\nwhy = 'W'\nunits = ['USD', 'percnt']\nclasses = ['persn']\n";
        let policy = "id = 'b'\nkind = 'policy'\ntitle = 'T'\nwhy = 'W'\n\
                      when = 'claim.unit == \"hectare\" || claim.noun_class in [\"person\", \"casulty\"]'\n";
        let mut rules = Ruleset::embedded();
        let files = [("a.toml", conflict), ("b.toml", policy)].map(|(path, text)| (path.to_owned(), text.to_owned()));
        assert_eq!(rules.add(&files), []);
        let problems: Vec<_> = rules.unknown_words(&Lexicon::embedded()).iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "a.toml:5:17: there is no unit `percnt`, did you mean `percent`?",
                "a.toml:6:12: there is no class of nouns `persn`, did you mean `person`?",
                "b.toml:5:67: there is no class of nouns `casulty`, did you mean `casualty`?",
            ]
        );
    }
}
