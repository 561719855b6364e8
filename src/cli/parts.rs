//! Drafts on a [`Shelf`] checked part by part: what is found is what would be found in all of them at once.
//!
//! Figures that are comparable hang together, and rules look at those of one such set at once. So as many drafts are taken
//! up as fit, those that hang together next to each other, with all drafts that hold a figure which hangs together with one
//! of theirs.

use super::desk::Desks;
use super::pairing::{Pair, here};
use super::shelf::Shelf;
use crate::compare::{ClaimRef, groups_of, root};
use crate::extract::Draft;
use crate::rules::{Books, Finding, Pending, Scene, Teaching, one_time, raise, settled};
use crate::text::Problem;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What each draft's own desk says of it, in order of draft and place, where these are all pairs of comparable claims. About
/// `room` bytes are taken for it.
pub(super) fn findings(
    shelf: &Shelf,
    pairs: Vec<Pair>,
    seats: &[usize],
    desks: &Desks<'_>,
    books: &[Books],
    room: usize,
) -> Result<Vec<Finding>, Problem> {
    let pending = pending(shelf, pairs, seats, desks, books, room, |_, _| true)?;
    Ok(judged(pending, |place| (seats[place], &shelf.kept[place].id), desks))
}

/// What the rules of each desk say, as far as it is wanted of these drafts.
pub(super) fn pending(
    shelf: &Shelf,
    pairs: Vec<Pair>,
    seats: &[usize],
    desks: &Desks<'_>,
    books: &[Books],
    room: usize,
    is_wanted: impl Fn(&Pending, &[Draft]) -> bool,
) -> Result<Vec<Vec<Pending>>, Problem> {
    let hanging = Sets::new(pairs);
    let time = one_time(shelf.kept.iter().filter_map(|kept| kept.published));
    let teachings: Vec<Teaching> = desks.all().iter().map(|desk| desk.rules.teaching()).collect();
    let mut pending: Vec<Vec<Pending>> = desks.all().iter().map(|_| Vec::new()).collect();
    let order = hanging.order(shelf.kept.len());
    for stretch in stretches(order.iter().map(|place| shelf.kept[*place].weight), room) {
        let homes: BTreeSet<usize> = order[stretch].iter().copied().collect();
        let (places, pairs) = hanging.of(&homes);
        let drafts = shelf.drafts(&places)?;
        let groups = groups_of(&drafts, &pairs);
        for (number, (desk, books)) in desks.all().iter().zip(books).enumerate().filter(|(at, _)| seats.contains(at)) {
            let scene = Scene { drafts: &drafts, groups: &groups, books, teaching: &teachings[number], time };
            let raised = raise(&scene, &desk.rules).into_iter().filter(|one| is_wanted(one, &drafts));
            let raised = raised.map(|one| one.placed(&places));
            pending[number].extend(raised.filter(|one| homes.contains(&one.draft())));
        }
    }
    Ok(pending)
}

/// What each draft's own desk says of it, in order of draft and place; `draft` tells desk and name of the one at a place.
pub(super) fn judged<'d>(
    pending: Vec<Vec<Pending>>,
    draft: impl Fn(usize) -> (usize, &'d str),
    desks: &Desks<'_>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, pending) in pending.into_iter().enumerate() {
        let mut found = settled(pending);
        found.retain_mut(|finding| {
            let (desk, path) = draft(finding.draft);
            desk == number && desks.judge(number, path, finding)
        });
        findings.extend(found);
    }
    findings.sort_by_key(|finding| (finding.draft, finding.span));
    findings
}

/// Stretches of what has these weights that fit into so many bytes; what does not has one of its own.
pub(super) fn stretches(weights: impl Iterator<Item = usize>, room: usize) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut held = 0;
    for (place, weight) in weights.enumerate() {
        held += weight;
        match stretches.last_mut() {
            Some(last) if held <= room => last.end = place + 1,
            _ => {
                held = weight;
                stretches.push(place..place + 1);
            }
        }
    }
    stretches
}

/// Sets of claims that hang together over comparable pairs.
struct Sets {
    /// The pairs of each set.
    pairs: Vec<Vec<Pair>>,
    /// The sets that each draft has claims of.
    of_draft: FxHashMap<usize, BTreeSet<usize>>,
}

impl Sets {
    fn new(pairs: Vec<Pair>) -> Self {
        let mut claims: Vec<ClaimRef> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
        claims.sort_unstable();
        claims.dedup();
        let places: FxHashMap<ClaimRef, usize> = claims.iter().copied().zip(0..).collect();
        let mut parent: Vec<usize> = (0..claims.len()).collect();
        for (one, other) in &pairs {
            let (one, other) = (root(&mut parent, places[one]), root(&mut parent, places[other]));
            parent[one.max(other)] = one.min(other);
        }
        let mut sets: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
        for pair in pairs {
            sets.entry(root(&mut parent, places[&pair.0])).or_default().push(pair);
        }
        let pairs: Vec<_> = sets.into_values().collect();
        let mut of_draft: FxHashMap<usize, BTreeSet<usize>> = FxHashMap::default();
        for (set, (one, other)) in
            pairs.iter().enumerate().flat_map(|(set, pairs)| pairs.iter().map(move |pair| (set, pair)))
        {
            for at in [one, other] {
                of_draft.entry(at.draft).or_default().insert(set);
            }
        }
        Self { pairs, of_draft }
    }

    /// The places of so many drafts, those that hang together over any sets next to each other.
    fn order(&self, drafts: usize) -> Vec<usize> {
        let mut parent: Vec<usize> = (0..drafts).collect();
        for (one, other) in self.pairs.iter().flatten() {
            let (one, other) = (root(&mut parent, one.draft), root(&mut parent, other.draft));
            parent[one.max(other)] = one.min(other);
        }
        let mut order: Vec<usize> = (0..drafts).collect();
        order.sort_by_cached_key(|place| (root(&mut parent, *place), *place));
        order
    }

    /// Some drafts with those that hang together with them, and the pairs of all their sets, as they are among these.
    fn of(&self, homes: &BTreeSet<usize>) -> (Vec<usize>, Vec<Pair>) {
        let sets: BTreeSet<usize> =
            homes.iter().filter_map(|place| self.of_draft.get(place)).flatten().copied().collect();
        let pairs: Vec<Pair> = sets.into_iter().flat_map(|set| self.pairs[set].iter().copied()).collect();
        let others = pairs.iter().flat_map(|(one, other)| [one.draft, other.draft]);
        let places: Vec<usize> = homes.iter().copied().chain(others).collect::<BTreeSet<_>>().into_iter().collect();
        let pairs = pairs.iter().map(|(one, other)| (here(&places, *one), here(&places, *other))).collect();
        (places, pairs)
    }
}
