//! Which claims of drafts on a [`Shelf`] are comparable: found key by key in [`Piles`], and looked at with as little as it
//! takes to tell them apart.

use super::piles::Piles;
use super::shelf::{Shelf, problem};
use super::store::CLAIM;
use super::world::World;
use crate::claim::Claim;
use crate::compare::{ClaimRef, Crowded, Entry, are_comparable, may_be_comparable, pairs};
use crate::extract::Draft;
use crate::text::Problem;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::collections::hash_map::Entry as MapEntry;

/// Two claims.
pub(super) type Pair = (ClaimRef, ClaimRef);

/// How many bytes are taken at the least: with fewer, there would be thousands of piles.
const LEAST: usize = 1 << 16;
/// How many pairs are compared with their drafts in memory.
const SOME: usize = 256;

/// All pairs of comparable claims, sorted. About `room` bytes are taken for it.
pub(super) fn comparable(shelf: &mut Shelf, room: usize, world: &dyn World) -> Result<Vec<Pair>, Problem> {
    let mut found = std::mem::take(&mut shelf.beside);
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
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Adds the comparable pairs of all piles; gives the keys that too many claims share.
fn gather(shelf: &Shelf, mut piles: Piles, room: usize, found: &mut Vec<Pair>) -> Result<Crowded, Problem> {
    let mut crowded = Crowded::default();
    let mut sieve = Sieve::new(shelf, room);
    while let Some(pile) = piles.take().map_err(|error| problem(&error))? {
        crowded.extend(pairs(pile, |pair| sieve.put(pair))?);
        sieve.sift()?;
        for some in sieve.left.chunks(SOME) {
            found.extend(compared(shelf, some)?);
        }
        sieve.left.clear();
    }
    Ok(crowded)
}

/// Lets pairs through that nothing parts which the claims say themselves: most are left out here, without their drafts.
struct Sieve<'s> {
    shelf: &'s Shelf,
    /// How many bytes are taken for each of the two lists below.
    room: usize,
    /// Pairs that are still to be looked at.
    waiting: Vec<Pair>,
    /// Claims that were looked at, for the next pairs that they stand in.
    claims: FxHashMap<ClaimRef, Claim>,
    /// The pairs that were let through.
    left: Vec<Pair>,
}

impl<'s> Sieve<'s> {
    fn new(shelf: &'s Shelf, room: usize) -> Self {
        Self { shelf, room: room / 4, waiting: Vec::new(), claims: FxHashMap::default(), left: Vec::new() }
    }

    fn put(&mut self, pair: Pair) -> Result<(), Problem> {
        self.waiting.push(pair);
        if self.waiting.len() * size_of::<Pair>() < self.room { Ok(()) } else { self.sift() }
    }

    /// Looks at all pairs that wait; sorted, so that one claim is asked for again and again.
    fn sift(&mut self) -> Result<(), Problem> {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.sort_unstable();
        waiting.dedup();
        for pair @ (one, other) in waiting.drain(..) {
            self.hold(one, other)?;
            if may_be_comparable(&self.claims[&one], &self.claims[&other], one.draft == other.draft) {
                self.left.push(pair);
            }
        }
        self.waiting = waiting;
        Ok(())
    }

    fn hold(&mut self, one: ClaimRef, other: ClaimRef) -> Result<(), Problem> {
        if self.claims.len() * CLAIM > self.room {
            self.claims.clear();
        }
        for at in [one, other] {
            if let MapEntry::Vacant(place) = self.claims.entry(at) {
                place.insert(self.shelf.claim(at)?);
            }
        }
        Ok(())
    }
}

/// Those of some pairs that are comparable.
fn compared(shelf: &Shelf, pairs: &[Pair]) -> Result<Vec<Pair>, Problem> {
    let places: BTreeSet<usize> = pairs.iter().flat_map(|(one, other)| [one.draft, other.draft]).collect();
    let places: Vec<usize> = places.into_iter().collect();
    let drafts: Vec<Draft> = shelf.drafts(&places)?;
    let are = |(one, other): &&Pair| {
        let [one, other] = [one, other].map(|at| here(&places, *at));
        are_comparable(&drafts, one, other)
    };
    Ok(pairs.par_iter().filter(are).copied().collect())
}

/// A claim among the drafts of these places alone.
pub(super) fn here(places: &[usize], at: ClaimRef) -> ClaimRef {
    ClaimRef { draft: places.partition_point(|place| *place < at.draft), ..at }
}
