//! Claims under their keys, in piles that are small enough to be taken into memory one by one.
//!
//! All claims of one key lie in one pile. What is put on the piles is held until it takes too much, and then written to
//! disk: each claim is written once and read once, however many there are.

use super::world::Scratch;
use crate::compare::Found;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;

/// Piles of claims.
pub(super) struct Piles {
    file: Box<dyn Scratch>,
    /// Where in the file the next claims go.
    end: u64,
    /// How many claims a pile holds in memory.
    most: usize,
    all: Vec<Pile>,
}

#[derive(Clone, Default)]
struct Pile {
    held: Vec<Found>,
    /// The parts of the file that hold what else is on it.
    written: Vec<Range<u64>>,
}

impl Piles {
    /// Piles for about so many claims in all, each small enough that it and what all of them hold go into `room` bytes.
    pub(super) fn new(claims: usize, room: usize, file: Box<dyn Scratch>) -> Self {
        let half = (room / 2 / Found::BYTES).max(1);
        let count = claims / half + 1;
        Self { file, end: 0, most: half.div_ceil(count), all: vec![Pile::default(); count] }
    }

    /// Puts a claim on the pile of its key.
    pub(super) fn put(&mut self, found: Found) -> io::Result<()> {
        let place = found.key % self.all.len() as u64;
        let pile = &mut self.all[usize::try_from(place).unwrap_or_default()];
        pile.held.push(found);
        if pile.held.len() < self.most {
            return Ok(());
        }
        let bytes: Vec<u8> = pile.held.drain(..).flat_map(Found::to_bytes).collect();
        let start = self.end;
        self.end += bytes.len() as u64;
        pile.written.push(start..self.end);
        self.file.seek(SeekFrom::Start(start))?;
        self.file.write_all(&bytes)
    }

    /// Takes the next pile up; `None` where none is left.
    pub(super) fn take(&mut self) -> io::Result<Option<Vec<Found>>> {
        let Some(mut pile) = self.all.pop() else { return Ok(None) };
        let mut bytes = Vec::new();
        for part in pile.written {
            self.file.seek(SeekFrom::Start(part.start))?;
            bytes.clear();
            (&mut *self.file).take(part.end - part.start).read_to_end(&mut bytes)?;
            pile.held.extend(bytes.as_chunks().0.iter().copied().map(Found::of_bytes));
        }
        Ok(Some(pile.held))
    }
}

#[cfg(test)]
mod tests {
    use super::Piles;
    use crate::compare::{ClaimRef, Entry, Found};
    use std::io::Cursor;

    fn claims() -> Vec<Found> {
        let entry = |claim: usize| Entry {
            at: ClaimRef { draft: claim / 7, claim },
            keys: vec![claim as u64 * claim as u64 % 23],
            words: Vec::new(),
        };
        (0..500).flat_map(|claim| entry(claim).under_keys().collect::<Vec<_>>()).collect()
    }

    #[test]
    fn what_was_put_on_the_piles_is_on_them() {
        for room in [1, 100, 1000, 100_000] {
            let mut piles = Piles::new(500, room, Box::new(Cursor::new(Vec::new())));
            claims().into_iter().try_for_each(|claim| piles.put(claim)).unwrap();
            let mut taken = Vec::new();
            while let Some(pile) = piles.take().unwrap() {
                let keys = |found: &Found| found.key;
                assert!(pile.iter().all(|one| !taken.iter().map(keys).any(|key| key == one.key)), "{room}");
                taken.extend(pile);
            }
            taken.sort_unstable();
            let mut wanted = claims();
            wanted.sort_unstable();
            assert_eq!(taken, wanted, "{room}");
        }
    }
}
