//! Which claims of drafts on a [`Shelf`] are comparable: found key by key in [`Piles`], and looked at with as little as it
//! takes to tell them apart.

use super::piles::Piles;
use super::shelf::{Shelf, problem};
use super::store::CLAIM;
use super::world::World;
use crate::claim::Claim;
use crate::compare::{ClaimRef, Crowded, Entry, Setting, are_comparable_across, may_be_comparable, pairs};
use crate::text::Problem;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry as MapEntry;
use std::hash::Hash;

/// Two claims.
pub(super) type Pair = (ClaimRef, ClaimRef);

/// How many bytes are taken at the least: with fewer, there would be thousands of piles.
const LEAST: usize = 1 << 16;
/// About how many bytes the setting of a draft takes in memory.
const SETTING: usize = 1024;

/// All pairs of comparable claims, sorted. About `room` bytes are taken for it.
pub(super) fn comparable(shelf: &mut Shelf, room: usize, world: &dyn World) -> Result<Vec<Pair>, Problem> {
    let mut found = shelf.within.beside.clone();
    let room = room.max(LEAST);
    let piles = |claims| world.scratch().map(|file| Piles::new(claims, room, file)).map_err(|error| problem(&error));
    let mut by_key = piles(shelf.keys)?;
    shelf.entries(|entry: &Entry| entry.under_keys().try_for_each(|claim| by_key.put(claim)))?;
    let crowded = gather(shelf, by_key, room, &mut found)?;
    if !crowded.is_empty() {
        let mut by_word = piles(shelf.words)?;
        shelf.entries(|entry| entry.under_words(&crowded).try_for_each(|claim| by_word.put(claim)))?;
        gather(shelf, by_word, room, &mut found)?;
    }
    Ok(found)
}

/// Adds the comparable pairs of all piles; gives the keys that too many claims share.
fn gather(shelf: &Shelf, mut piles: Piles, room: usize, found: &mut Vec<Pair>) -> Result<Crowded, Problem> {
    let mut crowded = Crowded::default();
    let mut sieve = Sieve::new(shelf, room);
    while let Some(pile) = piles.take().map_err(|error| problem(&error))? {
        crowded.extend(pairs(pile, |pair| sieve.put(pair, found))?);
        sieve.sift(found)?;
        // A pair may share several keys and words.
        found.sort_unstable();
        found.dedup();
    }
    Ok(crowded)
}

/// Lets pairs through that are comparable. Of the drafts it takes up no more than their settings, and those only where
/// nothing parts the claims themselves.
struct Sieve<'s> {
    shelf: &'s Shelf,
    /// How many bytes are taken for each of the lists below.
    room: usize,
    /// Pairs that are still to be looked at.
    waiting: Vec<Pair>,
    /// Claims that were looked at, for the next pairs that they stand in.
    claims: FxHashMap<ClaimRef, Claim>,
    /// The same of settings, by the places of their drafts.
    settings: FxHashMap<usize, Setting<'static>>,
}

impl<'s> Sieve<'s> {
    fn new(shelf: &'s Shelf, room: usize) -> Self {
        let (waiting, claims, settings) = (Vec::new(), FxHashMap::default(), FxHashMap::default());
        Self { shelf, room: room / 4, waiting, claims, settings }
    }

    fn put(&mut self, pair: Pair, found: &mut Vec<Pair>) -> Result<(), Problem> {
        self.waiting.push(pair);
        if self.waiting.len() * size_of::<Pair>() < self.room { Ok(()) } else { self.sift(found) }
    }

    /// Looks at all pairs that wait; sorted, so that one claim is asked for again and again.
    fn sift(&mut self, found: &mut Vec<Pair>) -> Result<(), Problem> {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.sort_unstable();
        waiting.dedup();
        for pair in waiting.drain(..) {
            if self.is_comparable(pair)? {
                found.push(pair);
            }
        }
        self.waiting = waiting;
        Ok(())
    }

    fn is_comparable(&mut self, pair: Pair) -> Result<bool, Problem> {
        let (one, other) = pair;
        if one.draft == other.draft {
            return Ok(self.shelf.within.keyed.binary_search(&pair).is_ok());
        }
        hold(&mut self.claims, [one, other], self.room / CLAIM, |at| self.shelf.claim(at))?;
        let claims = [&self.claims[&one], &self.claims[&other]];
        if !may_be_comparable(claims[0], claims[1]) {
            return Ok(false);
        }
        hold(&mut self.settings, [one.draft, other.draft], self.room / SETTING, |at| self.shelf.setting(at))?;
        Ok(are_comparable_across(claims, [one, other].map(|at| &self.settings[&at.draft])))
    }
}

/// Makes two things to be held, and about as many others as may be.
fn hold<K: Copy + Eq + Hash, T>(
    held: &mut FxHashMap<K, T>,
    wanted: [K; 2],
    most: usize,
    get: impl Fn(K) -> Result<T, Problem>,
) -> Result<(), Problem> {
    if held.len() > most {
        held.clear();
    }
    for at in wanted {
        if let MapEntry::Vacant(place) = held.entry(at) {
            place.insert(get(at)?);
        }
    }
    Ok(())
}

/// A claim among the drafts of these places alone.
pub(super) fn here(places: &[usize], at: ClaimRef) -> ClaimRef {
    ClaimRef { draft: places.partition_point(|place| *place < at.draft), ..at }
}
