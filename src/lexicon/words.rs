//! The words by their letters: one flat table, which every token of every draft is looked up in.

use crate::text::{WordHash, WordId};

/// Words numbered from 1 in the order in which they were added.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The hashes of all words, in order.
    hashes: Vec<u64>,
    /// Each word at the place that its hash tells, or at the next free one; a power of two, at most half taken.
    places: Vec<Place>,
}

/// A place that a word may take: the half of its hash that does not tell the place, and its number or none. With eight
/// bytes each, a processor keeps the table at hand.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    rest: u32,
    word: WordId,
}

/// How many places there are at first: enough for the words that the program carries.
const FIRST: usize = 1 << 16;

impl Words {
    /// The word of these letters.
    pub(super) fn get(&self, WordHash(hash): WordHash) -> WordId {
        let Some(mask) = self.places.len().checked_sub(1) else { return WordId::NONE };
        let mut at = start(hash);
        loop {
            let place = self.places[at & mask];
            if place.rest == rest(hash) || place.word == WordId::NONE {
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
        self.hashes.push(hash);
        if self.hashes.len() * 2 > self.places.len() {
            self.places = vec![Place::default(); (self.places.len() * 2).max(FIRST)];
            (0..self.hashes.len()).for_each(|at| self.take(at));
        } else {
            self.take(self.hashes.len() - 1);
        }
        number(self.hashes.len())
    }

    /// Gives the word at a place in their order the first free place from the one that its hash tells.
    fn take(&mut self, word: usize) {
        let (hash, mask) = (self.hashes[word], self.places.len() - 1);
        let mut at = start(hash) & mask;
        while self.places[at].word != WordId::NONE {
            at = (at + 1) & mask;
        }
        self.places[at] = Place { rest: rest(hash), word: number(word + 1) };
    }
}

/// Where the search for a word begins.
#[expect(clippy::cast_possible_truncation, reason = "any bits of a hash will do")]
const fn start(hash: u64) -> usize {
    hash as usize
}

const fn rest(hash: u64) -> u32 {
    (hash >> 32) as u32
}

fn number(count: usize) -> WordId {
    WordId(u32::try_from(count).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{WordHash, WordId, Words};

    #[test]
    fn words_are_found_whatever_their_case() {
        let mut words = Words::default();
        let many: Vec<String> = (0..40_000).map(|at| format!("word{at}")).collect();
        let ids: Vec<WordId> = many.iter().map(|word| words.add(word)).collect();
        let find = |letters: &str| words.get(WordHash::of(letters));
        assert!(many.iter().zip(&ids).all(|(word, id)| find(&word.to_uppercase()) == *id));
        assert_eq!(find("word"), WordId::NONE);
        assert_eq!(words.add("WORD7"), ids[7]);
        let cafe = words.add("café’s");
        assert_eq!(words.get(WordHash::of("CAFÉ's")), cafe);
    }
}
