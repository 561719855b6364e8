//! The period of somebody's accounts, with which a story goes on from paragraph to paragraph.
//!
//! | text | period |
//! |---|---|
//! | `Income in 2024 was $40m. ¶ Costs were $30m, of which wages $20m.` | 2024, until accounts of another come up |
//! | `Here are the results for 2024. ¶ Revenue: $40m` | 2024: the story says what it is about |

use super::reported::is_of_story;
use super::said::Said;
use super::timing::timing;
use crate::claim::{Claim, Status, Timing, Unit};
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::lexicon::Lexicon;
use crate::text::Role;
use jiff::civil::Date;
use std::ops::Range;

/// How long the period is at least and at most, in days: a quarter, a year.
const SHORTEST: i32 = 88;
const LONGEST: i32 = 366;

/// How many days ago it ended at most: what is older is there to be compared with.
const RECENT: i32 = 366;

/// How many tokens in front of its period the word for accounts may stand: "results for the first half".
const REACH: usize = 3;

/// The last period of accounts, and the money that they are kept in, once a figure has told.
#[derive(Default)]
pub(super) struct Accounts(Option<(Timing, Option<Unit>)>);

impl Accounts {
    /// Takes note of a period that a paragraph says it gives accounts of.
    pub(super) fn notice(&mut self, read: &[Said<'_>], published: Option<Date>) {
        let mut told = read.iter().flat_map(|said| said.dates.iter().filter(|date| is_of_results(said.tokens, date)));
        if let Some(period) = told.find_map(|date| Some(timing(date)).filter(|period| is_recent(period, published))) {
            self.0 = Some((period, None));
        }
    }

    /// Takes note of a figure with a period, its own or taken over. A share leaves the money as it was.
    pub(super) fn note(&mut self, claim: &Claim, lexicon: &Lexicon, published: Option<Date>) {
        // "Of the year's profit, half came in the last quarter": the story goes on with the year.
        let part = |period: &Timing| self.0.as_ref().is_some_and(|(whole, _)| is_within(period, whole));
        let period = claim.as_of.filter(|period| is_recent(period, published) && !part(period));
        if let Some(period) = period.filter(|_| is_of_accounts(claim, lexicon)) {
            let money = match &claim.quantity.unit {
                Unit::Percent => self.0.take().and_then(|(_, money)| money),
                unit => Some(unit.clone()),
            };
            self.0 = Some((period, money));
        }
    }

    /// The period for a figure of accounts in the same money, or a share, whose sentence gives no other.
    pub(super) fn period_of(&self, claim: &Claim, said: &Said<'_>, figure: &Range<usize>) -> Option<Timing> {
        let (period, money) = self.0.as_ref()?;
        let same =
            claim.quantity.unit == Unit::Percent || money.as_ref().is_none_or(|unit| *unit == claim.quantity.unit);
        let plain = matches!(claim.role, Role::Body | Role::List) && claim.status == Status::Asserted && !said.quotes();
        let of_accounts = same && plain && is_of_accounts(claim, said.tokens.lexicon());
        (of_accounts && is_of_story(said, figure)).then_some(*period)
    }
}

/// `its results for 2024`, `accounts for the year to June`.
fn is_of_results(sentence: Tokens<'_>, date: &Dated) -> bool {
    const RESULTS: [&str; 4] = ["results", "accounts", "earnings", "figures"];
    let mut before = date.tokens.start.saturating_sub(REACH)..date.tokens.start;
    before.any(|at| RESULTS.contains(&sentence.from(at).letters()))
}

/// Whether a figure is money that came in or went out, or a share of it.
fn is_of_accounts(claim: &Claim, lexicon: &Lexicon) -> bool {
    let unit = matches!(claim.quantity.unit, Unit::Money(_) | Unit::Percent);
    unit && claim.noun.as_ref().is_some_and(|noun| lexicon.is_of_accounts(&noun.head))
}

/// Whether a period is a part of another, and not all of it.
fn is_within(period: &Timing, whole: &Timing) -> bool {
    let inside = whole.start <= period.start && period.end <= whole.end;
    inside && (whole.start, whole.end) != (period.start, period.end)
}

fn is_recent(period: &Timing, published: Option<Date>) -> bool {
    let Some((start, end)) = period.start.zip(period.end) else { return false };
    let ago = published.map_or(0, |day| (day - end).get_days());
    (SHORTEST..=LONGEST).contains(&(end - start).get_days()) && (0..=RECENT).contains(&ago)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn a_story_says_of_what_period_it_gives_accounts() {
        let opening = "The results for 2024 hang in the hall of the mill.\n";
        for (text, expected) in [
            ("Revenue was $40 million.", "40 million 2024-01-01/2024-12-31"),
            ("- Revenue: $40 million", "40 million 2024-01-01/2024-12-31"),
            ("It bought a mill for $40 million.", "40 million none"),
        ] {
            assert_eq!(periods(&format!("{opening}{text}")), expected, "{text}");
        }
    }

    #[test]
    fn accounts_go_on_with_their_period() {
        let opening = "Income in 2024 was $40 million.\n";
        let year = "2024-01-01/2024-12-31";
        for (text, expected) in [
            ("Costs were $30 million, of which wages $20 million.", format!("30 million {year}; 20 million {year}")),
            ("Wages took 50 percent.", format!("50 {year}")),
            ("Costs rose 5 percent and wages were $20 million.", format!("5 {year}; 20 million {year}")),
            ("In 2021 costs were $30 million.", "30 million 2021-01-01/2021-12-31".to_owned()),
            (
                "In the last quarter of 2024 costs were $9 million.\nWages were $20 million.",
                format!("9 million 2024-10-01/2024-12-31; 20 million {year}"),
            ),
            ("Costs are now $30 million.", "30 million none".to_owned()),
            ("Costs will be $30 million.", "30 million none".to_owned()),
            ("A bridge is to be built for $30 million.", "30 million none".to_owned()),
            ("Costs were €30 million.", "30 million none".to_owned()),
        ] {
            assert_eq!(periods(&format!("{opening}{text}")), format!("40 million {year}; {expected}"), "{text}");
        }
    }
}
