//! Groups of claims of which every two are comparable.

use super::index::{candidates, claims};
use super::verdict::verdict;
use super::{ClaimRef, Group};
use crate::extract::Draft;

/// All groups of comparable claims, in order of their first member. Which claims stand together does not depend on the
/// order of the drafts.
pub fn groups(drafts: &[Draft]) -> Vec<Group> {
    let claims = claims(drafts);
    let candidates = candidates(drafts, &claims);
    let mut groups: Vec<Vec<ClaimRef>> = Vec::new();
    let mut group_of: Vec<Option<usize>> = vec![None; claims.len()];
    for (at, &claim) in claims.iter().enumerate() {
        let mut open: Vec<usize> = candidates[at].iter().filter_map(|&other| group_of[other]).collect();
        open.sort_unstable();
        open.dedup();
        let fits = |group: &usize| groups[*group].iter().all(|&member| verdict(drafts, member, claim).comparable);
        let group = open.into_iter().find(fits).unwrap_or_else(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(claim);
        group_of[at] = Some(group);
    }
    let mut groups: Vec<Group> =
        groups.into_iter().filter(|members| members.len() > 1).map(|members| Group { members }).collect();
    for group in &mut groups {
        group.members.sort_unstable();
    }
    groups.sort_by(|a, b| a.members.cmp(&b.members));
    groups
}
