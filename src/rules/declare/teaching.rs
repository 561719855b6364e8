//! All that is declared and in force, the later in place of the earlier.

use super::source::Source;
use super::{Declared, Family, Group, Measure};
use crate::claim::Claim;
use crate::compare::{Taught, Words};
use crate::lexicon::Lexicon;
use crate::lexicon::inflect::plural;
use crate::lexicon::written::{Class, Event, Written};

/// What a desk teaches the program, by its own files and by the packs that it names.
#[derive(Clone, Debug, Default)]
pub struct Teaching {
    pub(super) measures: Vec<Measure>,
    pub(super) sources: Vec<Source>,
    pub(super) same: Vec<Group>,
    pub(super) apart: Vec<Group>,
    classes: Vec<Family>,
    events: Vec<Family>,
}

impl Teaching {
    /// Puts what a file declares after what is known; a measure or source of the same id takes the other's place.
    pub(in crate::rules) fn add(&mut self, declared: &Declared) {
        for measure in &declared.measures {
            self.measures
                .retain(|known| known.id.word.value != measure.id.word.value || known.id.is_beside(&measure.id));
            self.measures.push(measure.clone());
        }
        for source in &declared.sources {
            self.sources.retain(|known| known.id.word.value != source.id.word.value || known.id.is_beside(&source.id));
            self.sources.push(source.clone());
        }
        self.same.extend(declared.same.iter().cloned());
        self.apart.extend(declared.apart.iter().cloned());
        self.classes.extend(declared.classes.iter().cloned());
        self.events.extend(declared.events.iter().cloned());
    }

    /// Whether it adds no words to the lexicon.
    pub fn has_words(&self) -> bool {
        !(self.sources.is_empty()
            && self.same.is_empty()
            && self.apart.is_empty()
            && self.classes.is_empty()
            && self.events.is_empty())
    }

    /// The lexicon with a desk's own tables and what is taught.
    ///
    /// # Errors
    /// What does not fit of the tables, a line each.
    pub fn lexicon(&self, mut words: Written<'_>) -> Result<Lexicon, Vec<String>> {
        words.source.extend(self.sources.iter().map(Source::written));
        words.class.extend(self.classes.iter().map(|Family { name, words, .. }| Class {
            name: name.clone().into(),
            nouns: words.iter().map(|noun| noun.clone().into()).collect(),
        }));
        words.event.extend(self.events.iter().map(|Family { name, words, kin, nouns, sudden }| Event {
            name: name.clone().into(),
            words: words.iter().map(|word| word.clone().into()).collect(),
            kin: kin.clone().map(Into::into),
            nouns: nouns.iter().map(|noun| noun.clone().into()).collect(),
            sudden: *sudden,
        }));
        let lists = |groups: &[Group]| groups.iter().map(Group::texts).collect::<Vec<_>>();
        Lexicon::taught(words, &lists(&self.same), &lists(&self.apart))
    }

    /// What is marked on the claims of drafts.
    pub fn taught(&self, lexicon: &Lexicon) -> Taught {
        let apart = |group: &Group| {
            let words = group.texts().into_iter();
            words.filter_map(|word| Some((word.clone(), Words::new(lexicon, &word)?))).collect()
        };
        let parent = |source: &Source| Some((source.id.word.value.clone(), source.parent.as_ref()?.value.clone()));
        Taught {
            measures: self.measures.iter().map(|measure| measure.ready(lexicon)).collect(),
            apart: self.apart.iter().map(apart).collect(),
            parents: self.sources.iter().filter_map(parent).collect(),
        }
    }

    /// The measure of that id.
    pub(in crate::rules) fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id.word.value == id)
    }

    /// The measure that both claims are counted under.
    pub(in crate::rules) fn shared(&self, a: &Claim, b: &Claim) -> Option<&Measure> {
        let id = a.measure.as_deref().filter(|id| b.measure.as_deref() == Some(id))?;
        self.measure(id)
    }

    /// What of all this bears on two claims, a line each, given the words of their sentences.
    pub(in crate::rules) fn reasons(&self, a: (&Claim, &str), b: (&Claim, &str)) -> Vec<String> {
        let measure =
            self.shared(a.0, b.0).map(|measure| format!("measure {}: {}", measure.id.word.value, measure.title));
        let same = self.same.iter().filter_map(|group| {
            let told = |sentence: &str| group.texts().into_iter().find(|word| tells(sentence, word));
            let (one, other) = (told(a.1)?, told(b.1)?);
            (one != other).then(|| format!("the desk counts “{one}” and “{other}” as the same"))
        });
        measure.into_iter().chain(same).collect()
    }
}

impl Group {
    /// The words alone.
    pub(super) fn texts(&self) -> Vec<String> {
        self.words.iter().map(|named| named.word.value.clone()).collect()
    }
}

/// Whether a sentence holds a word, in the singular or the plural.
fn tells(sentence: &str, word: &str) -> bool {
    let (sentence, word) = (sentence.to_lowercase(), word.to_lowercase());
    let is_it = |other: &str| other == word || plural(other) == word || plural(&word) == other;
    if word.contains(' ') {
        return sentence.contains(&word);
    }
    sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '-').any(is_it)
}
