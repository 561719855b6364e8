//! The words by their letters: one flat table, which every token of every draft is looked up in.

use crate::text::{WordHash, WordId};

/// Words numbered from 1 in the order in which they were added.
#[derive(Debug, Default)]
pub(super) struct Words {
    count: u32,
    /// Each word at the place that its hash tells, or at the next free one; a power of two, at most half taken.
    places: Vec<Place>,
}

/// A place that a word may take: its hash, and its number or none.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    hash: u64,
    word: WordId,
}

impl Words {
    /// The word of these letters.
    pub(super) fn get(&self, WordHash(hash): WordHash) -> WordId {
        let Some(mask) = self.places.len().checked_sub(1) else { return WordId::NONE };
        let mut at = start(hash);
        loop {
            let place = self.places[at & mask];
            if place.hash == hash || place.word == WordId::NONE {
                return place.word;
            }
            at = at.wrapping_add(1);
        }
    }

    /// The word of these letters; a new one where there is none yet.
    pub(super) fn add(&mut self, letters: &str) -> WordId {
        let hash = WordHash::of(letters);
        match self.get(hash) {
            WordId::NONE => self.push(hash),
            known => known,
        }
    }

    fn push(&mut self, WordHash(hash): WordHash) -> WordId {
        self.count += 1;
        if self.count as usize * 2 > self.places.len() {
            let larger = vec![Place::default(); (self.places.len() * 2).max(1 << 10)];
            let taken = std::mem::replace(&mut self.places, larger);
            taken.into_iter().filter(|place| place.word != WordId::NONE).for_each(|place| self.take(place));
        }
        self.take(Place { hash, word: WordId(self.count) });
        WordId(self.count)
    }

    /// Takes the first free place from the one that the hash tells.
    fn take(&mut self, place: Place) {
        let mask = self.places.len() - 1;
        let mut at = start(place.hash) & mask;
        while self.places[at].word != WordId::NONE {
            at = (at + 1) & mask;
        }
        self.places[at] = place;
    }
}

/// Where the search for a word begins.
#[expect(clippy::cast_possible_truncation, reason = "any bits of a hash will do")]
const fn start(hash: u64) -> usize {
    hash as usize
}

#[cfg(test)]
mod tests {
    use super::{WordHash, WordId, Words};

    #[test]
    fn words_are_found_whatever_their_case() {
        let mut words = Words::default();
        let many: Vec<String> = (0..5000).map(|at| format!("word{at}")).collect();
        let ids: Vec<WordId> = many.iter().map(|word| words.add(word)).collect();
        let find = |letters: &str| words.get(WordHash::of(letters));
        assert!(many.iter().zip(&ids).all(|(word, id)| find(&word.to_uppercase()) == *id));
        assert_eq!(find("word"), WordId::NONE);
        assert_eq!(words.add("WORD7"), ids[7]);
        let cafe = words.add("café’s");
        assert_eq!(words.get(WordHash::of("CAFÉ's")), cafe);
    }
}
