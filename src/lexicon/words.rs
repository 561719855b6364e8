//! The words by their letters: one flat table, which every token of every draft is looked up in.

use crate::text::{Letters, WordId, lower};

/// Words in lower case, numbered from 1 in the order in which they were added.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The letters of all words, one behind the other.
    letters: Vec<u8>,
    /// Where the letters of each word end.
    ends: Vec<usize>,
    /// Each word at the place that its hash tells, or at the next free one; a power of two, at most half taken.
    places: Vec<Place>,
}

/// A place that a word may take: its hash, and its number or none.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    hash: u32,
    word: WordId,
}

impl Words {
    /// The word of these letters, whatever their case.
    pub(super) fn get(&self, letters: Letters<'_>) -> WordId {
        if letters.text.is_ascii() {
            return self.find(letters.hash, |known| known.eq_ignore_ascii_case(letters.text.as_bytes()));
        }
        let lower = lower(letters.text);
        self.find(letters.hash, |known| known == lower.as_bytes())
    }

    /// The word of these letters, whatever their case; a new one where there is none yet.
    pub(super) fn add(&mut self, letters: &str) -> WordId {
        let letters = Letters::new(letters);
        match self.get(letters) {
            WordId::NONE => self.push(lower(letters.text).as_bytes(), letters.hash),
            known => known,
        }
    }

    fn find(&self, hash: u32, is_meant: impl Fn(&[u8]) -> bool) -> WordId {
        let Some(mask) = self.places.len().checked_sub(1) else { return WordId::NONE };
        let mut at = hash as usize & mask;
        loop {
            let place = self.places[at];
            if place.word == WordId::NONE || (place.hash == hash && is_meant(self.letters(place.word))) {
                return place.word;
            }
            at = (at + 1) & mask;
        }
    }

    fn letters(&self, word: WordId) -> &[u8] {
        let at = word.0 as usize;
        let start = at.checked_sub(2).map_or(0, |before| self.ends[before]);
        &self.letters[start..self.ends[at - 1]]
    }

    fn push(&mut self, lower: &[u8], hash: u32) -> WordId {
        self.letters.extend_from_slice(lower);
        self.ends.push(self.letters.len());
        let word = WordId(u32::try_from(self.ends.len()).unwrap_or_default());
        if self.ends.len() * 2 > self.places.len() {
            let larger = vec![Place::default(); (self.places.len() * 2).max(1 << 10)];
            let taken = std::mem::replace(&mut self.places, larger);
            taken.into_iter().filter(|place| place.word != WordId::NONE).for_each(|place| self.take(place));
        }
        self.take(Place { hash, word });
        word
    }

    /// Takes the first free place from the one that the hash tells.
    fn take(&mut self, place: Place) {
        let mask = self.places.len() - 1;
        let mut at = place.hash as usize & mask;
        while self.places[at].word != WordId::NONE {
            at = (at + 1) & mask;
        }
        self.places[at] = place;
    }
}

#[cfg(test)]
mod tests {
    use super::{Letters, WordId, Words};

    #[test]
    fn words_are_found_whatever_their_case() {
        let mut words = Words::default();
        let many: Vec<String> = (0..5000).map(|at| format!("word{at}")).collect();
        let ids: Vec<WordId> = many.iter().map(|word| words.add(word)).collect();
        assert_eq!(words.add("WORD7"), ids[7]);
        assert!(many.iter().zip(&ids).all(|(word, id)| words.get(Letters::new(&word.to_uppercase())) == *id));
        assert_eq!(words.get(Letters::new("word")), WordId::NONE);
        let cafe = words.add("café’s");
        assert_eq!(words.get(Letters::new("CAFÉ's")), cafe);
    }
}
