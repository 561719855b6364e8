//! The index of claims for runs whose claims do not fit into memory: each claim is an [`Entry`] of numbers, and pairs are
//! [found](pairs) key by key.
//!
//! The pairs are those that [`groups`](super::groups) looks at. A key is known here by its hash alone; of the keys of a
//! billion claims, two that share one would be compared for nothing, at the most.

use super::index::{self, FEW, candidates, claims, words};
use super::{ClaimRef, are_comparable, keys};
use crate::extract::Draft;
use rustc_hash::FxHashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A claim as the index knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The claim.
    pub at: ClaimRef,
    /// Its keys.
    pub keys: Vec<u64>,
    /// The words by which it is found where too many claims share a key.
    pub words: Vec<u64>,
}

impl Entry {
    /// The entry as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let counts = [self.at.draft, self.at.claim, self.keys.len(), self.words.len()].map(|count| count as u64);
        counts.iter().chain(&self.keys).chain(&self.words).flat_map(|number| number.to_le_bytes()).collect()
    }

    /// Shows the entries of bytes that hold nothing else, one by one.
    ///
    /// # Errors
    /// The first that showing one brought.
    pub fn each<E>(bytes: &[u8], mut show: impl FnMut(&Self) -> Result<(), E>) -> Result<(), E> {
        let (numbers, _) = bytes.as_chunks::<8>();
        let mut numbers = numbers.iter().map(|number| u64::from_le_bytes(*number));
        let mut entry = Self { at: ClaimRef { draft: 0, claim: 0 }, keys: Vec::new(), words: Vec::new() };
        let place = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        while let Some(draft) = numbers.next() {
            let [claim, keys, words] = std::array::from_fn(|_| place(numbers.next().unwrap_or_default()));
            entry.at = ClaimRef { draft: place(draft), claim };
            entry.keys.clear();
            entry.keys.extend(numbers.by_ref().take(keys));
            entry.words.clear();
            entry.words.extend(numbers.by_ref().take(words));
            show(&entry)?;
        }
        Ok(())
    }
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

/// The pairs of comparable claims of one draft, the earlier claim first, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Within {
    /// Those that share a key. Where many claims of a run share it, they are not held against each other all the same.
    pub keyed: Vec<(ClaimRef, ClaimRef)>,
    /// Those that stand beside each other, and need share none.
    pub beside: Vec<(ClaimRef, ClaimRef)>,
}

impl Within {
    /// The pairs of the draft at that place of the run.
    pub fn new(draft: &Draft, place: usize) -> Self {
        let drafts = std::slice::from_ref(draft);
        let claims = claims(drafts);
        let pair = |one: usize, other: usize| {
            let (one, other) = (claims[one].min(claims[other]), claims[one].max(claims[other]));
            are_comparable(drafts, one, other).then_some((one, other))
        };
        let candidates = candidates(drafts, &claims).into_iter().enumerate();
        let keyed = candidates.flat_map(|(at, before)| before.into_iter().filter_map(move |other| pair(other, at)));
        let beside = index::neighbours(drafts, &claims).into_iter().filter_map(|(one, other)| pair(one, other));
        let placed = |pairs: &mut dyn Iterator<Item = (ClaimRef, ClaimRef)>| {
            let here = |at: ClaimRef| ClaimRef { draft: place, ..at };
            let mut pairs: Vec<_> = pairs.map(|(one, other)| (here(one), here(other))).collect();
            pairs.sort_unstable();
            pairs
        };
        Self { keyed: placed(&mut { keyed }), beside: placed(&mut { beside }) }
    }
}

fn number(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

/// A claim under one of its keys, or under a key and a word; in few bytes, since there are many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The number of the key, or of the word under it.
    pub key: u64,
    draft: u32,
    claim: u32,
}

impl Found {
    /// How many bytes it takes.
    pub const BYTES: usize = size_of::<Self>();

    fn new(key: u64, at: ClaimRef) -> Self {
        let [draft, claim] = [at.draft, at.claim].map(|place| u32::try_from(place).unwrap_or(u32::MAX));
        Self { key, draft, claim }
    }

    /// It as bytes.
    pub fn to_bytes(self) -> [u8; Self::BYTES] {
        let number = u128::from(self.key) << 64 | u128::from(self.draft) << 32 | u128::from(self.claim);
        number.to_le_bytes()
    }

    /// What [such bytes](Self::to_bytes) stand for.
    #[expect(clippy::cast_possible_truncation, reason = "each part is cut to the bits that it was put in")]
    pub const fn of_bytes(bytes: [u8; Self::BYTES]) -> Self {
        let number = u128::from_le_bytes(bytes);
        Self { key: (number >> 64) as u64, draft: (number >> 32) as u32, claim: number as u32 }
    }

    const fn at(self) -> ClaimRef {
        ClaimRef { draft: self.draft as usize, claim: self.claim as usize }
    }
}

/// The keys that more claims share than are all compared with each other.
pub type Crowded = FxHashSet<u64>;

impl Entry {
    /// The claim under each of its keys.
    pub fn under_keys(&self) -> impl Iterator<Item = Found> {
        self.keys.iter().map(|key| Found::new(*key, self.at))
    }

    /// The claim under each of its words, for each of its keys that is crowded.
    pub fn under_words(&self, crowded: &Crowded) -> impl Iterator<Item = Found> {
        let keys = self.keys.iter().filter(|key| crowded.contains(key));
        keys.flat_map(|key| self.words.iter().map(|word| Found::new(mixed(*key, *word), self.at)))
    }
}

/// Shows the claims that few others share a key with, two by two, and gives the keys that many share. Nothing under one
/// of these keys may be missing.
///
/// # Errors
/// The first that showing a pair brought.
pub fn pairs<E>(
    mut found: Vec<Found>,
    mut show: impl FnMut((ClaimRef, ClaimRef)) -> Result<(), E>,
) -> Result<Crowded, E> {
    found.sort_unstable();
    let mut crowded = Crowded::default();
    for members in found.chunk_by(|one, other| one.key == other.key) {
        if members.len() > FEW {
            crowded.insert(members[0].key);
            continue;
        }
        for (place, later) in members.iter().enumerate() {
            members[..place].iter().try_for_each(|earlier| show((earlier.at(), later.at())))?;
        }
    }
    Ok(crowded)
}

/// The number of a word under a key.
const fn mixed(key: u64, word: u64) -> u64 {
    let mut mixed = key.rotate_left(23) ^ word.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
