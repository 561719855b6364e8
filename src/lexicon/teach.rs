//! Words that a desk takes for the same, and words that it keeps apart, in tables that know other synonyms already.

use super::Lexicon;
use super::inflect::{plural, singular};
use super::written::{Event, Synonym, Written};

impl Lexicon {
    /// As [`Lexicon::with`], with lists of words that are taken for the same, and of words that are not.
    ///
    /// # Errors
    /// As there.
    pub fn taught(desk: Written<'_>, same: &[Vec<String>], apart: &[Vec<String>]) -> Result<Self, Vec<String>> {
        let mut written = Self::packed();
        written.append(desk);
        for words in same {
            written.unite(words);
        }
        for words in apart {
            written.part(words);
        }
        let (lexicon, errors) = Self::compile(&written);
        if errors.is_empty() { Ok(lexicon) } else { Err(errors) }
    }
}

impl Written<'_> {
    /// Takes words for the same: what happened in the words of the first event that one of them tells of, and things by
    /// one of their names.
    fn unite(&mut self, words: &[String]) {
        let all: Vec<_> = words.iter().flat_map(|word| self.verb_forms(word)).collect();
        let tells = |event: &Event<'_>| event.words.iter().any(|known| all.iter().any(|word| **known == *word));
        let (told, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.event).into_iter().partition(tells);
        self.event = rest;
        let mut told = told.into_iter();
        if let Some(mut first) = told.next() {
            first.words.extend(told.flat_map(|event| event.words));
            first.words.extend(all.into_iter().map(Into::into));
            self.event.insert(0, first);
            return;
        }
        let forms: Vec<_> = words.iter().flat_map(|word| noun_forms(word)).collect();
        let holds = |row: &Synonym<'_>| row.words.iter().any(|known| forms.iter().any(|form| **known == *form));
        let (known, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.synonym).into_iter().partition(holds);
        self.synonym = rest;
        let known = known.into_iter().flat_map(|row| row.words);
        self.synonym.push(Synonym { words: known.chain(forms.into_iter().map(Into::into)).collect() });
    }

    /// Takes words out of what they share: each but the first becomes a synonym of none, and an event of its own.
    fn part(&mut self, words: &[String]) {
        for word in words.iter().skip(1) {
            let forms = noun_forms(word);
            for row in &mut self.synonym {
                row.words.retain(|known| !forms.iter().any(|form| **known == *form));
            }
            let all = self.verb_forms(word);
            let mut taken = Vec::new();
            for event in &mut self.event {
                let others =
                    words.iter().any(|other| other != word && event.words.iter().any(|known| **known == **other));
                let is_one = |known: &super::borrowed::Text<'_>| others && all.iter().any(|form| **known == **form);
                taken.extend(event.words.iter().filter(|known| is_one(known)).map(|known| known.as_str().to_owned()));
                event.words.retain(|known| !is_one(known));
            }
            if !taken.is_empty() {
                let words = taken.into_iter().map(Into::into).collect();
                self.event.push(Event {
                    name: word.clone().into(),
                    words,
                    kin: None,
                    nouns: Vec::new(),
                    sudden: false,
                });
            }
        }
    }

    /// A word, and the other forms of the verb that it is a form of.
    fn verb_forms(&self, word: &str) -> Vec<String> {
        let is_it =
            |verb: &&super::written::Verb<'_>| *verb.lemma == *word || verb.forms.iter().any(|form| **form == *word);
        let forms = self.verb.iter().find(is_it).map(|verb| std::iter::once(&verb.lemma).chain(&verb.forms));
        let forms = forms.into_iter().flatten().map(|form| form.as_str().to_owned());
        std::iter::once(word.to_owned()).chain(forms.filter(|form| form != word)).collect()
    }
}

/// A noun in the forms that a text may be read to have: as written, and without its plural's ending.
fn noun_forms(word: &str) -> Vec<String> {
    let many = plural(word);
    let mut forms = vec![word.to_owned(), singular(word).to_owned(), singular(&many).to_owned()];
    forms.extend(word.strip_suffix("ies").map(|stem| format!("{stem}y")));
    forms.sort();
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::Lexicon;
    use crate::lexicon::written::Written;

    fn taught(same: &[&[&str]], apart: &[&[&str]]) -> Lexicon {
        let owned = |lists: &[&[&str]]| -> Vec<Vec<String>> {
            lists.iter().map(|list| list.iter().map(|word| (*word).to_owned()).collect()).collect()
        };
        Lexicon::taught(Written::default(), &owned(same), &owned(apart)).unwrap()
    }

    #[test]
    fn words_that_are_the_same() {
        let lexicon = taught(&[&["gizmos", "widget", "gadgetries"]], &[]);
        let common = lexicon.canonical("gizmo").to_owned();
        assert!(["widget", "gadgetry", "gizmos"].iter().all(|word| lexicon.canonical(word) == common));
        let lexicon = taught(&[&["killed", "neutralised"]], &[]);
        assert!(lexicon.event("neutralised"));
    }

    #[test]
    fn words_that_are_apart() {
        let own = Lexicon::embedded();
        assert_eq!(own.canonical("home"), own.canonical("dwelling"));
        let lexicon = taught(&[], &[&["home", "dwelling"]]);
        assert_ne!(lexicon.canonical("home"), lexicon.canonical("dwelling"));
    }
}
