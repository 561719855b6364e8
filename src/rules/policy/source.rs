//! How many parties give a figure for the same thing.

use super::fact::Subject;
use crate::compare::ClaimRef;
use crate::rules::kind::Scene;
use crate::rules::party::Party;
use std::collections::BTreeMap;

/// More parties than this are not told apart: no policy asks for a tenth source.
pub(super) const COUNTED: usize = 9;

/// The parties that stand behind each claim's thing.
#[derive(Debug, Default)]
pub(super) struct Sources<'d> {
    by_claim: BTreeMap<ClaimRef, Vec<Party<'d>>>,
}

impl<'d> Sources<'d> {
    /// Counts the parties of all comparable claims; a draft's own voice is none.
    pub(super) fn of(scene: &Scene<'d>) -> Self {
        let mut by_claim: BTreeMap<ClaimRef, Vec<Party<'d>>> = BTreeMap::new();
        for group in scene.groups {
            let mut parties = Vec::new();
            for &at in &group.members {
                add(&mut parties, own(scene, at));
            }
            for &at in &group.members {
                let known = by_claim.entry(at).or_default();
                for party in &parties {
                    add(known, party.clone());
                }
            }
        }
        Self { by_claim }
    }

    /// A claim as conditions see it.
    pub(super) fn subject(&self, scene: &Scene<'d>, at: ClaimRef) -> Subject<'d> {
        let alone = || usize::from(!own(scene, at).is_voice());
        let sources = self.by_claim.get(&at).map_or_else(alone, Vec::len);
        Subject { at, claim: at.of(scene.drafts), draft: &scene.drafts[at.draft], sources }
    }
}

fn own<'d>(scene: &Scene<'d>, at: ClaimRef) -> Party<'d> {
    Party::of(at.of(scene.drafts), &scene.drafts[at.draft])
}

fn add<'d>(parties: &mut Vec<Party<'d>>, one: Party<'d>) {
    let is_known = one.is_voice() || parties.len() >= COUNTED || parties.iter().any(|party| party.is_same(&one));
    if !is_known {
        parties.push(one);
    }
}
