//! What is declared and cannot stand together: aliases of two sources, measures of one claim, words that are both the
//! same and apart.

use super::source::{ForeignSource, Source};
use super::{Group, Measure, Named, Teaching};
use crate::compare::Words;
use crate::lexicon::Lexicon;
use crate::lexicon::written::Party;
use crate::rules::nearest::expected;
use crate::rules::rule::Home;
use crate::rules::sheet::Placed;
use crate::text::Problem;
use std::collections::BTreeMap;

/// Who goes by a name: the id of the source, and where that is said.
struct Holder {
    id: String,
    place: String,
}

impl Teaching {
    /// All that cannot stand together, each at the later place, with the earlier one in the message. `files` are the
    /// sources of the desk's lexicon files.
    pub fn clashes(&self, lexicon: &Lexicon, files: &[ForeignSource]) -> Vec<Problem> {
        let mut problems = self.all_clashes(lexicon, files);
        // A test looks at what the program carries.
        problems.retain(|problem| problem.path != Home::BuiltIn.to_string());
        problems
    }

    fn all_clashes(&self, lexicon: &Lexicon, files: &[ForeignSource]) -> Vec<Problem> {
        let mut problems = self.twins();
        problems.extend(self.aliases(files));
        problems.extend(self.relatives(lexicon));
        problems.extend(self.measures.iter().flat_map(|measure| measure.mute(lexicon)));
        problems.extend(self.overlaps(lexicon));
        problems.extend(self.same.iter().flat_map(|group| self.kept_apart(group)));
        problems.extend(self.same.iter().flat_map(|group| several_words(group, lexicon)));
        problems
    }

    /// Sources of one id in one file.
    fn twins(&self) -> Vec<Problem> {
        let twin = |(at, source): (usize, &Source)| {
            let first = self.sources[..at].iter().find(|before| before.id.word.value == source.id.word.value)?;
            Some(source.id.taken(&first.id))
        };
        self.sources.iter().enumerate().filter_map(twin).collect()
    }

    fn aliases(&self, files: &[ForeignSource]) -> Vec<Problem> {
        if self.sources.is_empty() && files.is_empty() {
            return Vec::new();
        }
        let mut holders = carried(&Lexicon::packed().source);
        let mut problems = Vec::new();
        let own = self.sources.iter().map(|source| (&source.id.home, &source.id.word, source.names().collect()));
        let homes: Vec<_> = files.iter().map(|source| Home::File(source.path.clone())).collect();
        let foreign = files.iter().zip(&homes).map(|(one, home)| (home, &one.id, one.names.iter().collect::<Vec<_>>()));
        for (home, id, names) in foreign.chain(own) {
            for name in names {
                let named = Named { word: name.clone(), home: home.clone() };
                match holders.get(&name.value).filter(|holder| holder.id != id.value) {
                    Some(Holder { id: other, place }) => problems.push(named.problem(format!(
                        "`{}` is a name of `{}` here and of `{other}` ({place}), expected one source for a name",
                        name.value, id.value
                    ))),
                    None => {
                        holders.insert(name.value.clone(), Holder { id: id.value.clone(), place: named.place() });
                    }
                }
            }
        }
        problems
    }

    /// Parents and countries that there are not, and parents in a circle.
    fn relatives(&self, lexicon: &Lexicon) -> Vec<Problem> {
        let known = |id: &str| {
            self.sources.iter().any(|source| source.id.word.value == id)
                || lexicon.parties().iter().any(|party| *party.id == *id)
        };
        let problem = |source: &Source, word: &Placed<String>, message: String| {
            Problem::at(source.id.home.to_string(), word.line, word.column, message)
        };
        let mut problems = Vec::new();
        for source in &self.sources {
            if let Some(parent) = source.parent.as_ref().filter(|parent| !known(&parent.value)) {
                let ids = lexicon.parties().iter().map(|party| &*party.id);
                let hint = crate::rules::nearest(&parent.value, ids)
                    .map_or_else(|| "expected the `id` of one".to_owned(), |near| format!("did you mean `{near}`?"));
                problems.push(problem(source, parent, format!("there is no source `{}`, {hint}", parent.value)));
            }
            if let Some(parent) = source.parent.as_ref().filter(|parent| self.is_below(&parent.value, source)) {
                problems.push(problem(
                    source,
                    parent,
                    format!("`{}` belongs to itself this way", source.id.word.value),
                ));
            }
            if let Some(country) = source.country.as_ref().filter(|country| lexicon.place(&country.value).is_none()) {
                let all = lexicon.places().iter().filter(|place| &*place.kind == "country").map(|place| &*place.name);
                let hint = crate::rules::nearest(&country.value, all).map_or_else(
                    || "expected a place of the lexicon".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                problems.push(problem(source, country, format!("there is no place `{}`, {hint}", country.value)));
            }
        }
        problems
    }

    /// Whether a body belongs to a source, by however many steps.
    fn is_below(&self, id: &str, source: &Source) -> bool {
        let parent = |id: &str| self.sources.iter().find(|one| one.id.word.value == id)?.parent.as_ref();
        let mut at = id;
        for _ in 0..=self.sources.len() {
            if at == source.id.word.value {
                return true;
            }
            let Some(up) = parent(at) else { return false };
            at = &up.value;
        }
        false
    }

    fn overlaps(&self, lexicon: &Lexicon) -> Vec<Problem> {
        let ready: Vec<_> = self.measures.iter().map(|measure| measure.ready(lexicon)).collect();
        let mut problems = Vec::new();
        for (at, measure) in self.measures.iter().enumerate() {
            let met = (0..at).find(|&before| ready[before].id == ready[at].id || ready[before].overlaps(&ready[at]));
            problems.extend(met.map(|before| overlap(measure, &self.measures[before])));
        }
        problems
    }

    /// Words that one list takes for the same and another keeps apart.
    fn kept_apart(&self, same: &Group) -> Vec<Problem> {
        let words = same.texts();
        let clash = |apart: &Group| {
            let mut both = apart.words.iter().filter(|named| words.contains(&named.word.value));
            let (one, other) = (both.next()?, both.next()?);
            let first = same.words.iter().find(|named| named.word.value == one.word.value)?;
            let (a, b) = (&one.word.value, &other.word.value);
            Some(one.problem(format!("`{a}` and `{b}` are kept apart here and the same there ({})", first.place())))
        };
        self.apart.iter().filter_map(clash).collect()
    }
}

/// Words in several parts that tell of no event: what is counted goes by one word.
fn several_words(group: &Group, lexicon: &Lexicon) -> Vec<Problem> {
    let told = |named: &&Named| {
        let words = Words::new(lexicon, &named.word.value);
        words.is_some_and(|words| words.tells_of_event())
    };
    if group.words.iter().any(|named| told(&named)) {
        return Vec::new();
    }
    let several = group.words.iter().filter(|named| named.word.value.contains(' '));
    let message = |named: &Named| {
        let word = &named.word.value;
        named.problem(format!(
            "`{word}` is several words, expected one; things of several words are the same under a `[[measure]]`"
        ))
    };
    several.map(message).collect()
}

fn overlap(measure: &Measure, before: &Measure) -> Problem {
    let (id, other) = (&measure.id.word.value, &before.id.word.value);
    if id == other {
        return measure.id.taken(&before.id);
    }
    measure.id.problem(format!(
        "the measure `{id}` overlaps with `{other}` ({}): one figure would be both, expected words under `of`, `about` \
         or `except` that tell them apart",
        before.id.place()
    ))
}

/// Who goes by the names that the program carries.
fn carried(sources: &[Party<'_>]) -> BTreeMap<String, Holder> {
    let mut holders = BTreeMap::new();
    for source in sources {
        for name in std::iter::once(&source.name).chain(&source.aliases) {
            let holder = Holder { id: source.id.as_str().to_owned(), place: Home::BuiltIn.to_string() };
            holders.entry(name.as_str().to_owned()).or_insert(holder);
        }
    }
    holders
}

impl Teaching {
    /// What a rule says of a measure that there is not; `None` where there is.
    pub(in crate::rules) fn unknown_measure(&self, id: &str) -> Option<String> {
        if self.measure(id).is_some() {
            return None;
        }
        let known: Vec<_> = self.measures.iter().map(|measure| measure.id.word.value.as_str()).collect();
        let hint = if known.is_empty() { "the desk declares none".to_owned() } else { expected(id, known) };
        Some(format!("there is no measure `{id}`, {hint}"))
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::written::Written;
    use crate::rules::Ruleset;

    /// What is told of files that declare something.
    fn told(files: &[(&str, &str)]) -> Vec<String> {
        let mut rules = Ruleset::embedded();
        let owned: Vec<_> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        assert_eq!(rules.add(&owned), []);
        let teaching = rules.teaching();
        let lexicon = teaching.lexicon(Written::default()).unwrap();
        teaching.clashes(&lexicon, &[]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn aliases_of_two_sources() {
        let port = "[[source]]\nid = 'port'\nname = 'Tarvik Port'\naliases = ['TP', 'Unicef']\n";
        let paper = "[[source]]\nid = 'post'\nname = 'Tarvik Post'\naliases = ['TP']\npeople = ['Ida Brandt']\n";
        assert_eq!(
            told(&[("a.toml", port), ("b.toml", paper)]),
            [
                "a.toml:4:18: `Unicef` is a name of `port` here and of `unicef` (built in), expected one source for a name",
                "b.toml:4:12: `TP` is a name of `post` here and of `port` (a.toml:4:12), expected one source for a name",
            ]
        );
        // The later takes the place of the earlier.
        assert_eq!(
            told(&[("a.toml", &port.replace(", 'Unicef'", "")), ("b.toml", &paper.replace("post", "port"))]),
            [""; 0]
        );
    }

    #[test]
    fn relatives_that_there_are_not() {
        let port = "[[source]]\nid = 'port'\nname = 'Tarvik Port'\nparent = 'unicf'\ncountry = 'Germny'\n";
        let circle =
            "[[source]]\nid = 'a'\nname = 'Aa'\nparent = 'b'\n[[source]]\nid = 'b'\nname = 'Bb'\nparent = 'a'\n";
        assert_eq!(
            told(&[("a.toml", port), ("b.toml", circle)]),
            [
                "a.toml:4:10: there is no source `unicf`, did you mean `unicef`?",
                "a.toml:5:11: there is no place `Germny`, did you mean `Germany`?",
                "b.toml:4:10: `a` belongs to itself this way",
                "b.toml:8:10: `b` belongs to itself this way",
            ]
        );
    }

    #[test]
    fn measures_of_one_claim() {
        let measure = |id: &str, rest: &str| format!("[[measure]]\nid = '{id}'\ntitle = 'T'\n{rest}\n");
        let dead = measure("dead", "what = ['people']\nabout = ['killed']");
        for (other, message) in [
            (
                measure("toll", "what = ['villagers']"),
                "the measure `toll` overlaps with `dead` (a.toml:2:6): one figure",
            ),
            (
                measure("toll", "what = ['bodies', 'people']\nabout = ['deaths']"),
                "the measure `toll` overlaps with `dead`",
            ),
            (measure("toll", "what = ['people']\nabout = ['injured']"), ""),
            (measure("toll", "what = ['people']\nexcept = ['killed']"), ""),
            (measure("toll", "what = ['houses']"), ""),
            (measure("dead", "what = ['houses']"), ""),
            (measure("toll", "what = ['the']"), "`the` says nothing that a sentence could be told by"),
        ] {
            let told = told(&[("a.toml", &dead), ("b.toml", &other)]);
            let place = if message.starts_with('`') { "b.toml:4:9: " } else { "b.toml:2:6: " };
            let fits = told.first().map_or(message.is_empty(), |first| first.starts_with(&format!("{place}{message}")));
            assert!(fits && told.len() <= 1, "{other} {told:?}");
        }
    }

    #[test]
    fn words_that_are_both_the_same_and_apart() {
        let words = "same = [['post', 'vacancy', 'opening'], ['polling station', 'polling place']]\napart = ['vacancy', 'post']\n";
        assert_eq!(
            told(&[("a.toml", words)]),
            [
                "a.toml:2:10: `vacancy` and `post` are kept apart here and the same there (a.toml:1:18)",
                "a.toml:1:42: `polling station` is several words, expected one; things of several words are the same under a `[[measure]]`",
                "a.toml:1:61: `polling place` is several words, expected one; things of several words are the same under a `[[measure]]`",
            ]
        );
    }

    #[test]
    fn the_packs_that_the_program_carries_can_all_be_in_force() {
        let mut rules = Ruleset::embedded();
        let names: Vec<_> = rules.packs().iter().map(|pack| pack.name.clone()).collect();
        for name in &names {
            assert_eq!(rules.enable_pack(name, "a test"), Ok(()));
            let own = rules.declared_by(name);
            assert!(own.measures.len() > 1 && own.sources.len() > 1 && !own.same.is_empty() && !own.apart.is_empty());
            let examples = rules.rules().iter().filter(|rule| rule.pack.as_ref() == Some(name));
            let examples: Vec<_> = examples.flat_map(|rule| &rule.examples).collect();
            let silent = examples.iter().filter(|example| example.expect.is_empty()).count();
            assert!(examples.len() >= 12 && 2 * silent >= examples.len(), "{name}");
        }
        let teaching = rules.teaching();
        let lexicon = teaching.lexicon(Written::default()).unwrap();
        assert_eq!(teaching.all_clashes(&lexicon, &[]), []);
    }
}
