//! Groups of claims of which every two are comparable.

use super::index::{candidates, claims, sort, sort_key};
use super::verdict::are_comparable;
use super::{ClaimRef, Group};
use crate::extract::Draft;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// All groups of comparable claims, in order of their first member. A claim may stand in several groups: what it is
/// comparable with need not be comparable with each other. Which claims stand together does not depend on the order of
/// the drafts.
pub fn groups(drafts: &[Draft]) -> Vec<Group> {
    let claims = claims(drafts);
    let candidates = candidates(drafts, &claims);
    grouped(drafts, &claims, &candidates)
}

/// As [`groups`], of the claims that are sorted by this key alone.
pub fn groups_of_key(drafts: &[Draft], key: &str) -> Vec<Group> {
    let mut claims = claims(drafts);
    claims.retain(|at| sort_key(at.of(drafts)) == key);
    let candidates = candidates(drafts, &claims);
    grouped(drafts, &claims, &candidates)
}

/// As [`groups`], where it is known which pairs of claims are comparable.
pub fn groups_of(drafts: &[Draft], pairs: &[(ClaimRef, ClaimRef)]) -> Vec<Group> {
    let mut claims: Vec<ClaimRef> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
    sort(drafts, &mut claims);
    claims.dedup();
    let places: FxHashMap<ClaimRef, usize> = claims.iter().copied().zip(0..).collect();
    let mut candidates = vec![Vec::new(); claims.len()];
    for (one, other) in pairs {
        let (one, other) = (places[one], places[other]);
        candidates[one.max(other)].push(one.min(other));
    }
    for row in &mut candidates {
        row.sort_unstable();
        row.dedup();
    }
    grouped(drafts, &claims, &candidates)
}

/// The groups of some claims, each with those before it that it may be comparable with.
fn grouped(drafts: &[Draft], claims: &[ClaimRef], candidates: &[Vec<usize>]) -> Vec<Group> {
    let comparable = |a: usize, b: usize| are_comparable(drafts, claims[a], claims[b]);
    // What takes long is done side by side; the groups grow claim by claim.
    let near_of = |(at, before): (usize, &Vec<usize>)| {
        before.iter().copied().filter(|&other| comparable(other, at)).collect::<Vec<_>>()
    };
    let all_near: Vec<_> = candidates.par_iter().enumerate().map(near_of).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut groups_of: Vec<Vec<usize>> = vec![Vec::new(); claims.len()];
    for (at, mut near) in all_near.into_iter().enumerate() {
        while let Some(&first) = near.first() {
            let group = joinable(&groups, &groups_of[first], &near).unwrap_or_else(|| {
                groups.push(clique(&near, comparable));
                let new = groups.len() - 1;
                for &member in &groups[new] {
                    groups_of[member].push(new);
                }
                new
            });
            near.retain(|other| !groups[group].contains(other));
            groups[group].push(at);
            groups_of[at].push(group);
        }
    }
    in_order(groups, claims)
}

/// The first member of the set that holds the one at `at`, where `parent` leads from each member to an earlier one of its set;
/// shortens the way there.
pub fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

/// The first of some groups all of whose members are near a new claim.
fn joinable(groups: &[Vec<usize>], of_first: &[usize], near: &[usize]) -> Option<usize> {
    of_first.iter().copied().find(|&group| groups[group].iter().all(|member| near.binary_search(member).is_ok()))
}

/// The first claim of a row with all those behind it that are comparable with every one taken before.
fn clique(near: &[usize], comparable: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    near.iter().fold(Vec::new(), |mut taken, &next| {
        if taken.iter().all(|&member| comparable(member, next)) {
            taken.push(next);
        }
        taken
    })
}

fn in_order(groups: Vec<Vec<usize>>, claims: &[ClaimRef]) -> Vec<Group> {
    let group = |members: Vec<usize>| {
        let mut members: Vec<ClaimRef> = members.into_iter().map(|at| claims[at]).collect();
        members.sort_unstable();
        Group { members }
    };
    let mut groups: Vec<Group> = groups.into_iter().map(group).collect();
    groups.sort_by(|a, b| a.members.cmp(&b.members));
    groups
}
