//! What one source tells of one thing, draft after draft: a series of counts, or an account that goes on.
//!
//! That it is the same source ties two drafts that share little else.

use super::aspect::Aspect;
use super::likely::TWICE;
use super::pair::Pair;
use super::thing::is_general;
use crate::claim::{Claim, PartyKind, Status};

/// How many words and names two sentences of one source must share to go on with one account.
const ENOUGH_ALIKE: usize = 2;
/// How many days may lie between two of its sentences.
const FORTNIGHT: i32 = 14;
/// How many days may lie between a plan and its change.
const HALF_YEAR: i32 = 184;

/// Whether one source counts one thing that happened over one period, and so gives a figure of one series.
pub(super) fn is_one_series(pair: &Pair<'_>) -> bool {
    let alike = [Aspect::Noun, Aspect::Event, Aspect::Period].into_iter().all(|aspect| pair.is_same(aspect));
    (alike || pair.is_one_outlook()) && is_of_one_source(pair)
}

/// Whether one source tells of one thing within two weeks, and in like words: "the ministry has counted 74 cases of cholera
/// in the delta", "cholera has now sickened 203 people in the delta, the ministry said".
pub(super) fn is_one_account(pair: &Pair<'_>) -> bool {
    // Most pairs are of two sources: that is asked first.
    if !is_of_one_source(pair) {
        return false;
    }
    let days = days_between(pair);
    let thing = pair.is_same(Aspect::Noun) && !is_general(&pair.a.context().thing);
    let told = pair.words() > usize::from(pair.is_same(Aspect::Event)) && pair.words() + pair.names() >= ENOUGH_ALIKE;
    days.is_some_and(|days| days <= FORTNIGHT) && thing && told
}

/// Whether one source tells twice within half a year how many jobs are to go, and so has changed its plan: a plan for other
/// jobs is mostly told to be another, or of another place.
pub(super) fn is_one_plan(pair: &Pair<'_>) -> bool {
    let shed = |claim: &Claim| {
        let open = matches!(claim.status, Status::Forecast | Status::Target);
        open && claim.context().kin.iter().any(|kin| kin == "layoff")
    };
    let days = || days_between(pair).is_some_and(|days| days <= HALF_YEAR);
    shed(pair.a)
        && shed(pair.b)
        && is_of_one_source(pair)
        && pair.is_same(Aspect::Noun)
        && pair.is_within(TWICE)
        && days()
}

/// How many days lie between the days on which both were said.
fn days_between(pair: &Pair<'_>) -> Option<i32> {
    pair.a.said_from().zip(pair.b.said_from()).map(|(one, other)| (one - other).get_days().abs())
}

/// Whether both figures are of one source that is known by its name.
pub(super) fn is_of_one_source(pair: &Pair<'_>) -> bool {
    let (Some(one), Some(other)) = (&pair.a.source, &pair.b.source) else { return false };
    one.kind != PartyKind::Unnamed && other.kind != PartyKind::Unnamed && one.id == other.id
}

#[cfg(test)]
mod tests {
    use super::{is_one_account, is_one_plan, is_one_series};
    use crate::compare::testing::across;

    #[test]
    fn one_series_is_of_one_source_thing_event_and_period() {
        for (one, other, wanted) in [
            (
                "In May 2031, police arrested 40 people, the Velmar Institute said.",
                "The Velmar Institute said 44 people were arrested in May 2031.",
                true,
            ),
            (
                "In May 2031, police arrested 40 people, the Velmar Institute said.",
                "The Ondel Union said 44 people were arrested in May 2031.",
                false,
            ),
            (
                "In May 2031, police arrested 40 people, the Velmar Institute said.",
                "The Velmar Institute said 44 people were arrested in June 2031.",
                false,
            ),
            (
                "In May 2031, police arrested 40 people, the Velmar Institute said.",
                "The Velmar Institute said 44 people were arrested.",
                false,
            ),
            ("In May 2031, police arrested 40 people.", "In May 2031, police arrested 44 people.", false),
        ] {
            assert_eq!(across(one, other, is_one_series), wanted, "{one} {other}");
        }
    }

    #[test]
    fn one_plan_is_of_one_source_and_of_jobs() {
        let planned = "TARROW, 3 March 2031 (Wire) — Norva Foods said it would cut 300 jobs.";
        for (other, wanted) in [
            ("TARROW, 9 June 2031 (Wire) — Norva Foods said 450 jobs would go.", true),
            ("TARROW, 9 June 2032 (Wire) — Norva Foods said 450 jobs would go.", false),
            ("TARROW, 9 June 2031 (Wire) — Ondel Mills said 450 jobs would go.", false),
            ("TARROW, 9 June 2031 (Wire) — Norva Foods said 900 jobs would go.", false),
            ("TARROW, 9 June 2031 (Wire) — Norva Foods said it would open 450 shops.", false),
        ] {
            assert_eq!(across(planned, other, is_one_plan), wanted, "{other}");
        }
    }

    #[test]
    fn one_account_is_of_one_source_and_thing_in_like_words() {
        let counted =
            "TARROW, 3 May 2031 (Wire) — The Velmar Institute said it had found 40 sick ducks on the salt marsh.";
        for (other, wanted) in [
            (
                "TARROW, 9 May 2031 (Wire) — The Velmar Institute said 60 sick ducks had been seen on the salt marsh.",
                true,
            ),
            (
                "TARROW, 9 June 2031 (Wire) — The Velmar Institute said 60 sick ducks had been seen on the salt marsh.",
                false,
            ),
            ("TARROW, 9 May 2031 (Wire) — The Ondel Union said 60 sick ducks had been seen on the salt marsh.", false),
            (
                "TARROW, 9 May 2031 (Wire) — The Velmar Institute said 60 sick geese had been seen on the salt marsh.",
                false,
            ),
            ("TARROW, 9 May 2031 (Wire) — The Velmar Institute said 60 ducks were sold.", false),
        ] {
            assert_eq!(across(counted, other, is_one_account), wanted, "{other}");
        }
    }
}
