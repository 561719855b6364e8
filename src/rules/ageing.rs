//! Two ages of one person, told at two times: nobody grows younger, nor by three years in one.

use super::statement::Statement;
use crate::claim::Decimal;
use crate::compare::is_age_of_somebody;

/// How many days a year has at least.
const YEAR: u32 = 365;

/// Whether both are ages of which the later cannot have come of the earlier, however long ago that was.
pub(super) fn cannot_have_aged(one: &Statement<'_>, other: &Statement<'_>) -> bool {
    let (then, now) = if one.is_later(other) { (other, one) } else { (one, other) };
    let ages = then.claim.quantity.value().zip(now.claim.quantity.value());
    let days = now.days_apart(then).filter(|_| now.is_later(then));
    let strange = |((old, new), days): ((Decimal, Decimal), u32)| {
        let most = old.checked_add(Decimal::from(days / YEAR + 1));
        new < old || most.is_some_and(|most| new > most)
    };
    is_age_of_somebody(one.claim) && is_age_of_somebody(other.claim) && ages.zip(days).is_some_and(strange)
}
