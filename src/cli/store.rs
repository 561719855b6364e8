//! The drafts of a run: in memory while they fit there, else on a [`Shelf`].

use super::drafts::Arrival;
use super::shelf::Shelf;
use super::world::World;
use crate::extract::Draft;
use crate::text::Problem;

/// The drafts of a run, and the number of each one's desk.
pub(super) struct Store<'w> {
    world: &'w dyn World,
    /// How many bytes may be held.
    memory: usize,
    /// How many are, about.
    held: usize,
    pub(super) seats: Vec<usize>,
    pub(super) drafts: Vec<Draft>,
    /// Where all drafts are once they did not fit; then none is held.
    pub(super) shelf: Option<Shelf>,
}

impl<'w> Store<'w> {
    /// No draft yet.
    pub(super) const fn new(memory: usize, world: &'w dyn World) -> Self {
        Self { world, memory, held: 0, seats: Vec::new(), drafts: Vec::new(), shelf: None }
    }

    /// Adds some drafts.
    ///
    /// # Errors
    /// They do not fit into memory, and not on the disk either.
    pub(super) fn add(&mut self, batch: Vec<Arrival>) -> Result<(), Problem> {
        for (desk, draft) in batch {
            self.seats.push(desk);
            self.held += weight(&draft);
            self.drafts.push(draft);
        }
        let outgrown = self.held > self.memory / HELD;
        match &mut self.shelf {
            Some(full) => full.put(std::mem::take(&mut self.drafts)),
            None if outgrown => self.shelf.insert(Shelf::new(self.world)?).put(std::mem::take(&mut self.drafts)),
            None => Ok(()),
        }
    }

    /// Whether notes to this program stand in a draft that is not held.
    pub(super) fn is_noted(&self) -> bool {
        self.shelf.iter().flat_map(|shelf| &shelf.kept).any(|kept| kept.noted)
    }

    /// Puts the drafts into this order of their places.
    pub(super) fn reorder(&mut self, order: &[usize]) {
        let mut places = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, old)| places[*old] = at);
        sort_by(&mut self.seats, &places);
        match &mut self.shelf {
            Some(full) => sort_by(&mut full.kept, &places),
            None => sort_by(&mut self.drafts, &places),
        }
    }

    /// The name of the draft at that place.
    pub(super) fn id(&self, place: usize) -> &str {
        self.shelf.as_ref().map_or_else(|| self.drafts[place].document.id(), |shelf| &shelf.kept[place].id)
    }

    /// The draft at that place.
    ///
    /// # Errors
    /// It cannot be read from the disk.
    pub(super) fn draft(&self, place: usize) -> Result<Draft, Problem> {
        match &self.shelf {
            Some(full) => Ok(full.drafts(&[place])?.remove(0)),
            None => Ok(self.drafts[place].clone()),
        }
    }

    /// Holds all drafts again, for what looks at all of them at once.
    ///
    /// # Errors
    /// They cannot be read from the disk.
    pub(super) fn take_back(&mut self) -> Result<(), Problem> {
        if let Some(shelf) = self.shelf.take() {
            self.drafts = shelf.drafts(&shelf.places())?;
        }
        Ok(())
    }
}

/// Sorts things by the places that they get.
fn sort_by<T>(things: &mut Vec<T>, places: &[usize]) {
    let mut sorted: Vec<_> = places.iter().zip(things.drain(..)).collect();
    sorted.sort_by_key(|(place, _)| **place);
    things.extend(sorted.into_iter().map(|(_, thing)| thing));
}

/// The part of the memory that drafts take while they are read and held against each other: the rest is for what is made
/// of them.
const HELD: usize = 2;

/// About how many bytes a claim takes in memory.
pub(super) const CLAIM: usize = 1280;

/// About how many bytes a draft takes in memory.
pub(super) fn weight(draft: &Draft) -> usize {
    const DRAFT: usize = 1024;
    DRAFT + 2 * draft.document.source().len() + CLAIM * draft.claims.len()
}
