//! A table with a row for some of the words, found without a search.

use crate::text::WordId;

/// Values by word.
#[derive(Debug)]
pub(super) struct ByWord<T> {
    /// By the number of a word: where its value stands, counted from 1, or 0.
    places: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for ByWord<T> {
    fn default() -> Self {
        Self { places: Vec::new(), values: Vec::new() }
    }
}

impl<T> ByWord<T> {
    /// The value of a word.
    pub(super) fn get(&self, word: WordId) -> Option<&T> {
        self.values.get((self.place(word) as usize).wrapping_sub(1))
    }

    /// Whether a word has a value.
    pub(super) fn holds(&self, word: WordId) -> bool {
        self.place(word) != 0
    }

    /// Adds a value for some words; those that have one already keep it.
    pub(super) fn add(&mut self, words: impl IntoIterator<Item = WordId>, value: T) {
        let place = u32::try_from(self.values.len() + 1).unwrap_or_default();
        let mut wanted = false;
        for word in words {
            if self.place(word) == 0 {
                self.put(word, place);
                wanted = true;
            }
        }
        if wanted {
            self.values.push(value);
        }
    }

    /// The value of a word, a new one where it has none yet.
    pub(super) fn get_or_default(&mut self, word: WordId) -> &mut T
    where
        T: Default,
    {
        if self.place(word) == 0 {
            self.values.push(T::default());
            self.put(word, u32::try_from(self.values.len()).unwrap_or_default());
        }
        let place = self.place(word) as usize;
        &mut self.values[place - 1]
    }

    /// Gives a word another value, and returns the one that it had.
    pub(super) fn replace(&mut self, word: WordId, value: T) -> Option<T> {
        match self.place(word) as usize {
            0 => {
                self.add([word], value);
                None
            }
            place => Some(std::mem::replace(&mut self.values[place - 1], value)),
        }
    }

    /// All values.
    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.values.iter()
    }

    /// The words that have a value, in order.
    pub(super) fn words(&self) -> impl Iterator<Item = WordId> + '_ {
        (0..).map(WordId).zip(&self.places).filter(|(_, place)| **place != 0).map(|(word, _)| word)
    }

    fn place(&self, word: WordId) -> u32 {
        self.places.get(word.0 as usize).copied().unwrap_or_default()
    }

    fn put(&mut self, word: WordId, place: u32) {
        let at = word.0 as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, 0);
        }
        self.places[at] = place;
    }
}

#[cfg(test)]
mod tests {
    use super::{ByWord, WordId};

    #[test]
    fn the_first_value_stands() {
        let mut table = ByWord::default();
        table.add([WordId(3), WordId(9)], 'a');
        table.add([WordId(9), WordId(4)], 'b');
        assert_eq!([3, 9, 4, 5].map(|word| table.get(WordId(word)).copied()), [Some('a'), Some('a'), Some('b'), None]);
        assert_eq!(table.words().collect::<Vec<_>>(), [3, 4, 9].map(WordId));
    }
}
