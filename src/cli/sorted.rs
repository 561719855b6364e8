//! Claims tables that are sorted by key, checked key by key: no more is held than the drafts of one key, and of these no more
//! than fits into memory.
//!
//! A draft stands whole under each key of its claims. Claims of two keys are never comparable, so what is found of a claim is
//! found under its own key; what is found of none, under the first key of its draft. Of drafts that are done with, only those
//! are kept that the report shows.

use super::claims::Placed;
use super::desk::{Desk, Desks};
use super::parts::{self, judged};
use super::plan::Plan;
use super::store::Store;
use super::world::World;
use super::{args, books, pairing};
use crate::claim::Relation;
use crate::compare::{groups_of_key, sort_key, sort_keys};
use crate::extract::Draft;
use crate::report::{Count, Place};
use crate::rules::{Books, Finding, Pending, Scene, one_time, raise};
use crate::text::Problem;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// How many times the memory holds the drafts of a key, or those that are kept.
const STORES: usize = 2;
/// How many drafts are taken from one shelf to another at a time.
const SOME: usize = 64;

/// A sorted table that is being checked.
pub(super) struct Sorted<'r, 'w> {
    typed: &'r args::Check,
    plan: &'r Plan,
    world: &'w dyn World,
    /// Whether the report is of all drafts, and not of those alone of which something is found.
    wants_all: bool,
    books: Vec<Books>,
    /// The drafts of the key that is coming, and what is known of each.
    coming: Store<'w>,
    seen: Vec<Seen>,
    /// The drafts that the report shows, where they stood, and their places by what they are sorted by.
    kept: Store<'w>,
    places: Vec<Place>,
    known: FxHashMap<String, usize>,
    /// Those of them that are looked at once more when the time of all drafts is known.
    waiting: Vec<usize>,
    /// What is found so far, by desk.
    pending: Vec<Vec<Pending>>,
    count: Count,
    dates: Dates,
}

/// A draft of the key that is coming.
struct Seen {
    place: Place,
    /// Whether it is kept whatever is found of it.
    is_kept: bool,
    waits: bool,
}

/// What a sorted table comes to.
pub(super) struct Found {
    pub(super) findings: Vec<Finding>,
    /// What came before each of the drafts that the report shows where the table was made.
    pub(super) before: Vec<Count>,
    /// How many drafts and claims there are in all.
    pub(super) count: Count,
}

impl<'r, 'w> Sorted<'r, 'w> {
    /// Nothing yet.
    pub(super) fn new(typed: &'r args::Check, plan: &'r Plan, wants_all: bool, world: &'w dyn World) -> Self {
        let store = || Store::new(plan.memory / STORES, world);
        Self {
            typed,
            plan,
            world,
            wants_all,
            books: Vec::new(),
            coming: store(),
            seen: Vec::new(),
            kept: store(),
            places: Vec::new(),
            known: FxHashMap::default(),
            waiting: Vec::new(),
            pending: Vec::new(),
            count: Count::default(),
            dates: Dates::default(),
        }
    }

    /// Whether no draft came.
    pub(super) fn is_empty(&self) -> bool {
        self.seen.is_empty() && self.count == Count::default()
    }

    /// Adds the next drafts of the table.
    ///
    /// # Errors
    /// A draft whose rows should have come before, or drafts that do not fit on the disk.
    pub(super) fn add(&mut self, batch: Vec<Placed>, desks: &mut Desks<'_>) -> Result<(), Problem> {
        let mut block = Vec::new();
        for (place, arrival) in batch {
            let Some(place) = place else { return Err(disorder("rows without a key stand among rows with one")) };
            let last = self.seen.last().map(|seen| (&seen.place.key, &seen.place.order));
            if last.is_some_and(|last| last >= (&place.key, &place.order)) {
                return Err(disorder(&format!("the rows of `{}` come too late", arrival.1.document.id())));
            }
            if last.is_some_and(|(key, _)| *key != place.key) {
                self.coming.add(std::mem::take(&mut block))?;
                self.close(desks)?;
            }
            self.look(place, &arrival.1);
            block.push(arrival);
        }
        self.coming.add(block)
    }

    fn look(&mut self, place: Place, draft: &Draft) {
        let is_home = is_home(draft, &place.key);
        let waits = is_home && waits(draft);
        if is_home {
            self.count = self.count.past(draft);
            self.dates.add(draft.document.published());
        }
        let is_kept = is_home && (self.wants_all || waits || !draft.document.notes().is_empty());
        self.seen.push(Seen { place, is_kept, waits });
    }

    /// Checks the drafts of a key, all of which are there.
    fn close(&mut self, desks: &mut Desks<'_>) -> Result<(), Problem> {
        let seen = std::mem::take(&mut self.seen);
        let Some(key) = seen.first().map(|seen| seen.place.key.clone()) else { return Ok(()) };
        let mut group = std::mem::replace(&mut self.coming, Store::new(self.plan.memory / STORES, self.world));
        self.prepare(desks);
        let is_own = |pending: &Pending, drafts: &[Draft]| match pending.claims().first() {
            Some(at) => sort_key(at.of(drafts)) == key,
            None => is_home(&drafts[pending.draft()], &key) && !waits(&drafts[pending.draft()]),
        };
        let pending = match &mut group.shelf {
            Some(full) => {
                let room = self.plan.memory / STORES / super::check::PARTS;
                let pairs = pairing::comparable(full, room, self.world)?;
                parts::pending(full, pairs, &group.seats, desks, &self.books, room, is_own)?
            }
            None => raised(&group, &key, desks, &self.books, is_own),
        };
        let mut wanted: BTreeSet<usize> = (0..seen.len()).filter(|at| seen[*at].is_kept).collect();
        wanted.extend(pending.iter().flatten().flat_map(Pending::drafts));
        let places = self.keep(group, &seen, &wanted)?;
        self.pending.resize_with(pending.len(), Vec::new);
        for (of_desk, pending) in self.pending.iter_mut().zip(pending) {
            of_desk.extend(pending.into_iter().map(|one| one.placed(&places)));
        }
        Ok(())
    }

    /// Makes the desks of all drafts so far ready to check with.
    fn prepare(&mut self, desks: &mut Desks<'_>) {
        desks.try_examples();
        let more = books::read(self.typed, self.books.len(), desks, self.world);
        self.books.extend(more);
    }

    /// Keeps some drafts of a key, and gives the place that each then has.
    fn keep(&mut self, mut group: Store<'w>, seen: &[Seen], wanted: &BTreeSet<usize>) -> Result<Vec<usize>, Problem> {
        let mut places = vec![0; seen.len()];
        let mut new = Vec::new();
        for &at in wanted {
            let Seen { place, waits, .. } = &seen[at];
            let next = self.places.len();
            places[at] = *self.known.entry(place.order.clone()).or_insert(next);
            if places[at] == next {
                self.places.push(place.clone());
                self.waiting.extend(waits.then_some(next));
                new.push(at);
            }
        }
        let Some(full) = group.shelf.take() else {
            let drafts = group.seats.into_iter().zip(group.drafts).enumerate();
            let wanted = drafts.filter(|(at, _)| new.binary_search(at).is_ok());
            self.kept.add(wanted.map(|(_, arrival)| arrival).collect())?;
            return Ok(places);
        };
        for some in new.chunks(SOME) {
            let drafts = some.iter().map(|at| group.seats[*at]).zip(full.drafts(some)?);
            self.kept.add(drafts.collect())?;
        }
        Ok(places)
    }

    /// The drafts that the report shows, and what the table comes to, all of which is read.
    ///
    /// # Errors
    /// Drafts that cannot be read from the disk.
    pub(super) fn finish(mut self, desks: &mut Desks<'_>) -> Result<(Store<'w>, Found), Problem> {
        self.close(desks)?;
        self.settle_dates(desks)?;
        let mut order: Vec<usize> = (0..self.places.len()).collect();
        order.sort_by(|one, other| self.places[*one].order.cmp(&self.places[*other].order));
        let mut new = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, old)| new[*old] = at);
        self.kept.reorder(&order);
        let pending = self.pending.into_iter();
        let pending = pending.map(|of_desk| of_desk.into_iter().map(|one| one.placed(&new)).collect()).collect();
        let findings = judged(pending, |at| (self.kept.seats[at], self.kept.id(at)), desks);
        let before = |at: &usize| {
            let place = &self.places[*at];
            let number = place.order.split('-').next().and_then(|number| number.parse::<usize>().ok());
            Count { documents: number.unwrap_or(1).saturating_sub(1), claims: place.claims }
        };
        Ok((self.kept, Found { before: order.iter().map(before).collect(), findings, count: self.count }))
    }

    /// Looks at those drafts that wait for the time of all.
    fn settle_dates(&mut self, desks: &Desks<'_>) -> Result<(), Problem> {
        let time = self.dates.time();
        for &at in &self.waiting {
            let draft = self.kept.draft(at)?;
            let desk = self.kept.seats[at];
            let rules = &desks.desk(desk).rules;
            let (drafts, teaching) = ([draft], rules.teaching());
            let scene = Scene { drafts: &drafts, groups: &[], books: &self.books[desk], teaching: &teaching, time };
            let raised = raise(&scene, rules).into_iter().filter(|one| one.claims().is_empty());
            self.pending[desk].extend(raised.map(|one| one.placed(&[at])));
        }
        Ok(())
    }
}

/// What is found of the drafts of a key that are all in memory, by desk.
fn raised(
    group: &Store<'_>,
    key: &str,
    desks: &Desks<'_>,
    books: &[Books],
    is_own: impl Fn(&Pending, &[Draft]) -> bool,
) -> Vec<Vec<Pending>> {
    let (drafts, groups) = (&group.drafts, groups_of_key(&group.drafts, key));
    let of_desk = |(number, (desk, books)): (usize, (&Desk, &Books))| {
        let teaching = desk.rules.teaching();
        let scene = Scene { drafts, groups: &groups, books, teaching: &teaching, time: None };
        let mut raised = if group.seats.contains(&number) { raise(&scene, &desk.rules) } else { Vec::new() };
        raised.retain(|one| is_own(one, drafts) && group.seats[one.draft()] == number);
        raised
    };
    desks.all().iter().zip(books).enumerate().map(of_desk).collect()
}

/// Whether what is found of no claim of a draft is found under this key.
fn is_home(draft: &Draft, key: &str) -> bool {
    sort_keys(draft).first().copied().unwrap_or_default() == key
}

/// Whether what a draft says of days hangs on when the others were written.
fn waits(draft: &Draft) -> bool {
    let names_day = |relation: &Relation| matches!(relation, Relation::Weekday { .. });
    draft.document.published().is_none() && draft.relations.iter().any(names_day)
}

fn disorder(what: &str) -> Problem {
    Problem::file("--claims", format!("{what}, expected a table that is sorted by `key` and then by `row`"))
}

/// The days of all drafts that have one.
#[derive(Default)]
struct Dates {
    ends: Option<(Date, Date)>,
    count: usize,
}

impl Dates {
    fn add(&mut self, day: Option<Date>) {
        let Some(day) = day else { return };
        self.count += 1;
        self.ends = Some(self.ends.map_or((day, day), |(from, to)| (from.min(day), to.max(day))));
    }

    /// From when to when they are, where they are of one time.
    fn time(&self) -> Option<(Date, Date)> {
        one_time(self.ends.into_iter().flat_map(|(from, to)| [from, to]).take(self.count))
    }
}
