//! What may be added up: whether some figures are of a kind with each other and with their total.

use super::Figures;
use crate::claim::{Claim, Decimal, Qualifier, Unit};
use std::ops::Range;

/// Nouns that divide people.
const DIVISIONS: &[&str] = &["man", "woman", "child", "boy", "girl", "adult", "passenger", "crew", "member"];

/// Metals that divide medals.
const METALS: &[&str] = &["gold", "silver", "bronze"];

/// Whether all figures are points of one kind: the parts without a noun of their own, or with one that is the whole's, or
/// people where the whole is people.
pub(super) fn are_alike(figures: &Figures<'_>, whole: usize, parts: Range<usize>) -> bool {
    let total = &figures.claims[whole];
    let class = |claim: &Claim| claim.noun.as_ref().and_then(|noun| noun.class.clone());
    let is_person = |claim: &Claim| class(claim).is_some_and(|class| &*class == "person");
    let is_people = |claim: &Claim| class(claim).is_some_and(|class| matches!(&*class, "person" | "casualty"));
    let first = figures.claims[parts.start..].first().and_then(head);
    // "£82 on roads": what money goes to is no other kind of money.
    let spent = |claim: &Claim| matches!(claim.quantity.unit, Unit::Money(_));
    let noun_fits = |claim: &Claim| match head(claim) {
        None => true,
        Some(_) if spent(claim) => true,
        part if part == head(total).or(first) => true,
        Some(part) if METALS.contains(&part) => head(total) == Some("medal"),
        Some(part) => is_people(total) && (DIVISIONS.contains(&part) || is_person(claim) || is_party(claim)),
    };
    let shares = total.quantity.unit.is_share();
    let scaled = figures.claims[parts.clone()].iter().all(|part| part.quantity.value() < total.quantity.value());
    // "3 million and 4 million euros, a total of 7 million".
    let bare = total.quantity.unit == Unit::Count && !figures.pieces[whole].united && head(total).is_none();
    let fits = |at: usize| {
        let part = &figures.claims[at];
        is_plain(part) && (is_in_unit(figures, at, total) || bare && spent(part)) && noun_fits(part)
    };
    !shares && scaled && is_plain(total) && !figures.pieces[whole].age && parts.clone().all(fits)
}

/// Whether what a figure counts is named like a party: "22 Greens".
fn is_party(claim: &Claim) -> bool {
    let noun = claim.noun.as_ref().filter(|noun| noun.class.is_none());
    noun.is_some_and(|noun| noun.text.starts_with(char::is_uppercase) || &*noun.head == "independent")
}

/// Whether the parts are counts of things, whatever they are, that can add up to a bare total.
pub(super) fn are_things(figures: &Figures<'_>, whole: usize, parts: Range<usize>) -> bool {
    let total = &figures.claims[whole];
    let smaller = |at: usize| figures.claims[at].quantity.value() < total.quantity.value();
    is_plain(total) && parts.clone().all(|at| counts(figures, at) && smaller(at))
}

/// Whether the parts are things of other names than their total, that come near to it: "24 boats and 16 rafts, a total of 40
/// vessels".
pub(super) fn are_kinds(figures: &Figures<'_>, whole: usize, parts: Range<usize>) -> bool {
    let total = &figures.claims[whole];
    let named =
        head(total).is_none_or(|whole| figures.claims[parts.clone()].iter().all(|part| head(part) != Some(whole)));
    let bare = head(total).is_none();
    let counted = total.quantity.unit == Unit::Count && named && are_things(figures, whole, parts.clone());
    counted && (bare || are_near(&figures.claims[parts], total))
}

/// How far parts may be from their whole, in hundredths of it, to be taken for its parts where little else says so.
const FAR: i64 = 25;

/// Whether parts come near enough to a whole to be taken for all of it.
pub(super) fn are_near<'c>(parts: impl IntoIterator<Item = &'c Claim>, whole: &Claim) -> bool {
    let sum = parts.into_iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.quantity.value()?));
    let near = |(sum, whole): (Decimal, Decimal)| Some((sum - whole).abs() <= whole.checked_mul(Decimal::new(FAR, 2))?);
    sum.zip(whole.quantity.value()).and_then(near).unwrap_or_default()
}

/// Whether the parts are the two sexes, or the old and the young.
pub(super) fn are_divided(figures: &Figures<'_>, parts: Range<usize>) -> bool {
    let heads: Vec<_> = figures.claims[parts].iter().filter_map(head).collect();
    let has = |word: &str| heads.contains(&word);
    let known = heads.iter().all(|head| DIVISIONS.contains(head));
    let pairs = [("man", "woman"), ("boy", "girl"), ("adult", "child"), ("passenger", "crew"), ("passenger", "member")];
    known && pairs.iter().any(|(one, other)| has(one) && has(other))
}

/// Whether a part is a point, or the least that it can be: "at least 14".
pub(super) fn is_least(claim: &Claim) -> bool {
    let least = matches!(claim.quantity.qualifier, Some(Qualifier::AtLeast | Qualifier::MoreThan));
    is_plain(claim) || least && claim.quantity.value().is_some_and(|value| value > Decimal::ZERO)
}

/// What a figure counts by the noun that stands with it.
pub(super) fn head(claim: &Claim) -> Option<&str> {
    claim.noun.as_ref().filter(|noun| !noun.span.is_empty() && claim.span.contains(noun.span)).map(|noun| &*noun.head)
}

/// Whether a figure is a point above zero that nothing bounds.
pub(super) fn is_plain(claim: &Claim) -> bool {
    claim.quantity.value().is_some_and(|value| value > 0.into())
        && matches!(claim.quantity.qualifier, None | Some(Qualifier::About))
}

/// Whether a figure counts so many, and is no age.
pub(super) fn counts(figures: &Figures<'_>, at: usize) -> bool {
    let claim = &figures.claims[at];
    claim.quantity.unit == Unit::Count && is_plain(claim) && !figures.pieces[at].age
}

/// Whether a figure is in the unit of its total, or leaves it out.
pub(super) fn is_in_unit(figures: &Figures<'_>, at: usize, total: &Claim) -> bool {
    let unit = &figures.claims[at].quantity.unit;
    *unit == total.quantity.unit || *unit == Unit::Count && !figures.pieces[at].united
}
