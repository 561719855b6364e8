//! Packs: rules that a desk puts in force together, by the name of its beat.

use super::nearest::expected;
use super::rule::Home;
use super::ruleset::Ruleset;
use super::sheet::Placed;
use crate::text::Problem;

/// Rules that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// What settings call it.
    pub name: String,
    /// Whom it is for, in a few words.
    pub title: String,
    /// Where it comes from.
    pub home: Home,
    /// The ids of its rules, those that stand elsewhere first.
    pub ids: Vec<String>,
    /// Where its name stands: line and column, 1-based.
    pub(super) place: (usize, usize),
    /// Rules that stand elsewhere, and where they are named.
    pub(super) includes: Vec<Placed<String>>,
}

/// A pack that nobody wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no pack `{name}`, {hint}")]
pub struct UnknownPack {
    /// What was asked for.
    pub name: String,
    hint: String,
}

impl Ruleset {
    /// Puts the rules of a pack in force beside the others, and what it teaches, as `by` says.
    ///
    /// # Errors
    /// Where there is no such pack, the nearest name.
    pub fn enable_pack(&mut self, name: &str, by: &str) -> Result<(), UnknownPack> {
        let Some(pack) = self.packs().iter().find(|pack| pack.name == name) else {
            let hint = expected(name, self.packs().iter().map(|pack| pack.name.as_str()));
            return Err(UnknownPack { name: name.to_owned(), hint });
        };
        let ids = pack.ids.clone();
        self.enable(&ids, by);
        self.note_in_force(name);
        Ok(())
    }

    /// Problems with packs that include rules that there are not.
    pub(super) fn missing_rules(&self) -> Vec<Problem> {
        let missing = |pack: &Pack, id: &Placed<String>| {
            let unknown = self.rule(&id.value).err().filter(|_| !self.knows(&id.value))?;
            Some(Problem::at(pack.home.to_string(), id.line, id.column, unknown.to_string()))
        };
        let packs = self.packs().iter();
        packs.flat_map(|pack| pack.includes.iter().filter_map(|id| missing(pack, id))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Ruleset;

    const PACK: &str = "pack = 'harbour'\ntitle = 'The harbour desk'\nincludes = ['round-number']\n\
        [[rule]]\nid = 'berths'\nkind = 'policy'\ntitle = 'T'\nwhy = 'W'\nenabled = false\nwhen = 'claim.value > 9'\n";

    fn rules(text: &str) -> (Ruleset, Vec<String>) {
        let mut rules = Ruleset::embedded();
        let problems = rules.add(&[("harbour.toml".to_owned(), text.to_owned())]);
        (rules, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_pack_puts_its_rules_in_force() {
        let (mut rules, problems) = rules(PACK);
        assert_eq!(problems, Vec::<String>::new());
        let is_on = |rules: &Ruleset, id: &str| rules.rule(id).unwrap().enabled;
        assert!(!is_on(&rules, "berths") && !is_on(&rules, "round-number"));
        assert_eq!(rules.enable_pack("harbour", "a test"), Ok(()));
        assert!(is_on(&rules, "berths") && is_on(&rules, "round-number"));
        let unknown = rules.enable_pack("harbor", "a test").unwrap_err();
        assert_eq!(unknown.to_string(), "there is no pack `harbor`, did you mean `harbour`?");
    }

    #[test]
    fn what_is_wrong_within_a_pack_is_told() {
        let (_, problems) = rules(&PACK.replace("round-number", "round-numbr").replace("why", "wy"));
        assert_eq!(
            problems,
            [
                "harbour.toml:4:1: `why` is missing, expected a string",
                "harbour.toml:8:1: unknown key `wy`, did you mean `why`?",
            ]
        );
        let (_, problems) = rules(&PACK.replace("round-number", "round-numbr"));
        assert_eq!(problems, ["harbour.toml:3:13: there is no rule `round-numbr`, did you mean `round-number`?"]);
    }

    #[test]
    fn every_embedded_pack_is_whole() {
        assert_eq!(Ruleset::embedded().missing_rules(), []);
    }
}
