//! The index of claims for runs whose claims do not fit into memory: each claim is an [`Entry`] of numbers, and pairs are
//! found in [`Rounds`] over all entries, each of which takes a part of the keys.
//!
//! The pairs are those that [`groups`](super::groups) looks at. A key is known here by its hash alone; of the keys of a
//! billion claims, two that share one would be compared for nothing, at the most.

use super::index::{self, FEW, claims, words};
use super::{ClaimRef, keys};
use crate::extract::Draft;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A claim as the index knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The claim.
    pub at: ClaimRef,
    /// Its keys.
    pub keys: Vec<u64>,
    /// The words by which it is found where too many claims share a key.
    pub words: Vec<u64>,
}

/// The entries of the draft at that place of the run.
pub fn entries(draft: &Draft, place: usize) -> Vec<Entry> {
    let of_draft = claims(std::slice::from_ref(draft));
    let entry = |at: ClaimRef| {
        let claim = &draft.claims[at.claim];
        Entry {
            at: ClaimRef { draft: place, ..at },
            keys: keys(claim).iter().map(|key| number(key)).collect(),
            words: words(claim).map(number).collect(),
        }
    };
    of_draft.into_iter().map(entry).collect()
}

/// The pairs of claims of a draft that stand beside each other, and may be comparable without sharing a key.
pub fn neighbours(draft: &Draft, place: usize) -> Vec<(ClaimRef, ClaimRef)> {
    let drafts = std::slice::from_ref(draft);
    let claims = claims(drafts);
    let at = |at: usize| ClaimRef { draft: place, ..claims[at] };
    index::neighbours(drafts, &claims).into_iter().map(|(one, other)| (at(one), at(other))).collect()
}

fn number(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

/// Finds pairs in several rounds, in each of which all entries are [shown](Rounds::show) once.
#[derive(Debug)]
pub struct Rounds {
    /// In how many parts the keys are cut.
    parts: u64,
    /// The part that is looked at.
    part: u64,
    /// The keys that too many claims share, once all parts of them were seen.
    crowded: FxHashSet<u64>,
    /// Whether they are looked at word by word.
    by_word: bool,
    /// The claims under each key of the part, as they came.
    found: Vec<(u64, ClaimRef)>,
}

impl Rounds {
    /// Rounds of which each holds about so many claims under their keys, where the entries have `keys` in all.
    pub fn new(keys: usize, room: usize) -> Self {
        let parts = (keys / room.max(1) + 1) as u64;
        Self { parts, part: 0, crowded: FxHashSet::default(), by_word: false, found: Vec::new() }
    }

    /// Shows an entry.
    pub fn show(&mut self, entry: &Entry) {
        for key in &entry.keys {
            if !self.by_word {
                self.note(*key, entry.at);
            } else if self.crowded.contains(key) {
                for word in &entry.words {
                    self.note(mixed(*key, *word), entry.at);
                }
            }
        }
    }

    fn note(&mut self, key: u64, at: ClaimRef) {
        if key % self.parts == self.part {
            self.found.push((key, at));
        }
    }

    /// Ends a round in which all entries were shown; gives the pairs that it found, sorted.
    pub fn pairs(&mut self) -> Vec<(ClaimRef, ClaimRef)> {
        let mut found = std::mem::take(&mut self.found);
        found.sort_unstable();
        let mut pairs = Vec::new();
        for members in found.chunk_by(|(one, _), (other, _)| one == other) {
            if members.len() <= FEW {
                for (place, (_, later)) in members.iter().enumerate() {
                    pairs.extend(members[..place].iter().map(|(_, earlier)| (*earlier, *later)));
                }
            } else if !self.by_word {
                self.crowded.insert(members[0].0);
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// Goes on to the next round; `false` after the last. `words` are those of all entries under all their keys.
    pub fn next(&mut self, words: usize, room: usize) -> bool {
        self.part += 1;
        if self.part < self.parts {
            return true;
        }
        if self.by_word || self.crowded.is_empty() {
            return false;
        }
        self.by_word = true;
        self.part = 0;
        self.parts = (words / room.max(1) + 1) as u64;
        true
    }
}

/// The number of a word under a key.
const fn mixed(key: u64, word: u64) -> u64 {
    let mut mixed = key.rotate_left(23) ^ word.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
