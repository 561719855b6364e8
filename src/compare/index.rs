//! Which claims are worth comparing: those of one unit and one thing that share something else as well.

use super::ClaimRef;
use super::again::again;
use super::slip::slips;
use super::thing::{aged, class, measured};
use super::transposed::transposed;
use crate::claim::{Claim, Stated, Unit};
use crate::extract::Draft;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Up to this many claims of one key are all compared with each other; of more, only those that share a rare word.
pub(super) const FEW: usize = 48;

/// The claims of all drafts that can be compared, in an order that does not depend on the order of the drafts.
pub(super) fn claims(drafts: &[Draft]) -> Vec<ClaimRef> {
    let of = |draft: usize| (0..drafts[draft].claims.len()).map(move |claim| ClaimRef { draft, claim });
    let mut claims: Vec<ClaimRef> =
        (0..drafts.len()).flat_map(of).filter(|at| at.of(drafts).quantity.stated != Stated::Vague).collect();
    sort(drafts, &mut claims);
    claims
}

/// Sorts claims by what does not hang on the order of the drafts.
pub(super) fn sort(drafts: &[Draft], claims: &mut [ClaimRef]) {
    claims.sort_by_key(|at| (drafts[at.draft].document.id(), at.of(drafts).quantity.span, at.draft));
}

/// For each claim, by its place in `claims`, those before it that it may be comparable with; ascending.
pub(super) fn candidates(drafts: &[Draft], claims: &[ClaimRef]) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); claims.len()];
    let mut by_key: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, claim) in claims.iter().enumerate() {
        for key in keys(claim.of(drafts)) {
            by_key.entry(key).or_default().push(at);
        }
    }
    for (at, before) in neighbours(drafts, claims) {
        found[at.max(before)].push(at.min(before));
    }
    for members in by_key.values() {
        if members.len() <= FEW {
            join(&mut found, members);
        } else {
            by_word(drafts, claims, members)
                .iter()
                .filter(|members| members.len() <= FEW)
                .for_each(|members| join(&mut found, members));
        }
    }
    for row in &mut found {
        row.sort_unstable();
        row.dedup();
    }
    found
}

/// Each claim with the one of its unit before it in its draft, and with those that it may be a slip of or take up: two of
/// these may be comparable that share no key.
pub(super) fn neighbours(drafts: &[Draft], claims: &[ClaimRef]) -> Vec<(usize, usize)> {
    let mut last: FxHashMap<(usize, &Unit), usize> = FxHashMap::default();
    let mut in_text: Vec<usize> = (0..claims.len()).collect();
    in_text.sort_unstable_by_key(|&at| (claims[at].draft, claims[at].claim));
    let pair = |at: usize| {
        let unit = &claims[at].of(drafts).quantity.unit;
        last.insert((claims[at].draft, unit), at).map(|before| (at, before))
    };
    in_text.into_iter().filter_map(pair).chain(misprinted(drafts, claims)).collect()
}

/// Claims of one draft of which one is the other but for a digit, or takes it up, whatever they share.
fn misprinted(drafts: &[Draft], claims: &[ClaimRef]) -> Vec<(usize, usize)> {
    let places: FxHashMap<ClaimRef, usize> = claims.iter().copied().zip(0..).collect();
    let of = |(draft, read): (usize, &Draft)| {
        let slips = slips(read).into_iter().chain(transposed(read));
        slips.chain(again(read)).map(move |(one, other)| [one, other].map(|claim| ClaimRef { draft, claim }))
    };
    let found = drafts.iter().enumerate().flat_map(of);
    found.filter_map(|[one, other]| Some((*places.get(&one)?, *places.get(&other)?))).collect()
}

/// The key that a claim is sorted by: only claims that have the same are ever comparable, in one draft or in two.
pub fn sort_key(claim: &Claim) -> &str {
    claim.common_unit().name()
}

/// The keys that the claims of a draft are sorted by, each once, in order.
pub fn sort_keys(draft: &Draft) -> BTreeSet<&str> {
    draft.claims.iter().map(sort_key).collect()
}

/// The keys of a claim: the unit that it is compared in with the thing it counts, with what happened to it, with the kin of that, with the way in
/// which or the place from which it is measured, and with people at large. Claims of two drafts are only ever held against
/// each other where they share one of them.
pub fn keys(claim: &Claim) -> Vec<String> {
    let base = format!("{}|", claim.common_unit());
    let context = claim.context();
    let mut keys: Vec<String> = context.events.iter().map(|event| format!("{base}event {event}")).collect();
    keys.extend(context.kin.iter().map(|kin| format!("{base}kin {kin}")));
    // One may be written with a middle name: the last is enough to bring ages together.
    let thing = aged(claim).and_then(|name| name.rsplit(' ').next()).unwrap_or(&context.thing);
    keys.push(format!("{base}thing {thing}"));
    keys.extend(context.extent.iter().map(|extent| format!("{base}extent {extent}")));
    // A distance is known by the place that it is told from.
    let place = matches!(claim.quantity.unit, Unit::Measure(_)).then(|| context.holder.first()).flatten();
    keys.extend(place.map(|place| format!("{base}from {place}")));
    keys.extend(claim.measure.iter().map(|id| format!("{base}measure {id}")));
    keys.extend(measured(claim).map(|of| format!("{base}thing {of}")));
    // Miners of one draft may be the men of another.
    keys.extend((class(claim) == Some("person")).then(|| format!("{base}people")));
    keys
}

fn join(found: &mut [Vec<usize>], members: &[usize]) {
    for (place, &later) in members.iter().enumerate() {
        found[later].extend_from_slice(&members[..place]);
    }
}

/// The claims under one key, by the words, names and places of their sentences.
fn by_word(drafts: &[Draft], claims: &[ClaimRef], members: &[usize]) -> Vec<Vec<usize>> {
    let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for &at in members {
        for word in words(claims[at].of(drafts)) {
            by_word.entry(word).or_default().push(at);
        }
    }
    by_word.into_values().collect()
}

/// The names, places and other words of a claim's sentence.
pub(super) fn words(claim: &Claim) -> impl Iterator<Item = &str> {
    let context = claim.context();
    context.names.iter().chain(&context.places).chain(&context.nations).chain(&context.words).map(String::as_str)
}
