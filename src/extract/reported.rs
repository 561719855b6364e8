//! The period that a story of figures is of: its opening gives it once, and the same body's shares and amounts of money
//! further down are of it.
//!
//! `Prices rose in May, the statistics office said. ¶ Rents were 4 percent higher.` Both are of May.

use super::said::Said;
use super::timing::{belongs_to_cue, lasts_longer_than, timing};
use crate::claim::{Claim, Status, Timing, Unit};
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::text::{Block, Role};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// Within how many paragraphs the period must come up.
const OPENING: usize = 3;

/// How long it is at least and at most, in days: a month, a year.
const SHORTEST: i32 = 27;
const LONGEST: i32 = 366;

/// How many days ago it ended at most: accounts of a year are told within half a year.
const RECENT: i32 = 183;

/// How many tokens in front of a figure the word may stand that compares it with another.
const COMPARED: usize = 3;

/// How many tokens in front of a date the word may stand that gives it to a figure of another time.
const BESIDE: usize = 5;

/// The period of a story, and the body that reports of it.
#[derive(Default)]
pub(super) struct Reported {
    period: Option<(Timing, Arc<str>)>,
    /// How many paragraphs have been looked at.
    seen: usize,
}

impl Reported {
    /// Looks for the period in one of the first paragraphs.
    pub(super) fn notice(&mut self, block: &Block, read: &[Said<'_>], published: Option<Date>) {
        if self.period.is_some() || self.seen == OPENING || block.role != Role::Body || read.is_empty() {
            return;
        }
        self.seen += 1;
        self.period = read.iter().find_map(|said| {
            let stated = said.outer().find(|one| said.lasts(one))?;
            let own = |date: &&Dated| {
                stated.piece.covers(date.tokens.start) && !belongs_to_cue(said.tokens, &stated.piece, date)
            };
            let date = said.dates.iter().filter(own).find(|date| is_period(said.tokens, date, published))?;
            Some((timing(date), stated.party.id.clone()))
        });
    }

    /// The story's period for a figure of the same body that has none of its own, and none beside it.
    pub(super) fn period_of(&self, claim: &Claim, said: &Said<'_>, figure: &Range<usize>) -> Option<Timing> {
        let (period, by) = self.period.as_ref()?;
        let same = claim.source.as_ref().is_some_and(|source| source.id == *by);
        let accounts = matches!(claim.quantity.unit, Unit::Money(_) | Unit::Percent);
        let plain = claim.role == Role::Body && claim.status == Status::Asserted && !said.quotes();
        (same && accounts && plain && is_of_story(said, figure)).then_some(*period)
    }
}

/// Whether a date is a month or a longer stretch that is just over, and no beginning or end of one.
fn is_period(sentence: Tokens<'_>, date: &Dated, published: Option<Date>) -> bool {
    let open = ["since", "until", "before", "after", "by", "from"];
    let first = sentence.from(date.tokens.start);
    let bounds = |letters: &str| open.iter().any(|word| letters.eq_ignore_ascii_case(word));
    let bound = bounds(first.letters()) || first.back(1).is_some_and(|back| bounds(back.letters));
    // "Up from 30 percent in January".
    let compared = (date.tokens.start.saturating_sub(BESIDE)..date.tokens.start)
        .any(|at| ["from", "than", "with", "against"].contains(&sentence.from(at).letters()));
    let behind = date.end.zip(published).map(|(end, day)| (day - end).get_days());
    behind.is_some_and(|behind| (0..=RECENT).contains(&behind))
        && !bound
        && !compared
        && lasts_longer_than(date, SHORTEST)
        && !lasts_longer_than(date, LONGEST)
}

/// Whether nothing in a sentence gives a figure another time: no date but that of a figure it is compared with, no "now",
/// and no word that compares it with the one before.
pub(super) fn is_of_story(said: &Said<'_>, figure: &Range<usize>) -> bool {
    let tokens = said.tokens;
    let reads = |at: usize, words: &[&str]| words.contains(&tokens.from(at).letters());
    // "Fell to 40", but "compared to 40".
    let changed = |at: usize| reads(at, &["to"]) && !reads(at.saturating_sub(1), &["compared", "similar", "equal"]);
    let mut near = (figure.start.saturating_sub(COMPARED)..figure.start).rev().take_while(|&at| !changed(at));
    let compared = near.any(|at| reads(at, &["from", "with", "against", "than", "to"]));
    let in_date = |at: usize| said.dates.iter().any(|date| date.tokens.contains(&at));
    let now = (0..tokens.rest().len()).any(|at| reads(at, &["now", "ago"]) || reads(at, &["earlier"]) && !in_date(at));
    let dated = said.dates.iter().any(|date| {
        let cue = said.outer().any(|one| belongs_to_cue(tokens, &one.piece, date));
        let other = (figure.end..date.tokens.start).any(|at| reads(at, &["than", "compared", "against", "from"]));
        // "40 (2023: 30)".
        let label = date.tokens.start > figure.end && reads(date.tokens.end, &[":"]);
        !cue && !other && !label
    });
    !compared && !now && !dated
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn the_body_goes_on_with_the_period_of_its_opening() {
        for (text, expected) in [
            (
                "Rents rose in January, the statistics office said.\nPrices were 40 percent higher.",
                "40 2025-01-01/2025-01-31",
            ),
            (
                "Rents rose in January, the statistics office said.\nThe rate was 40 percent, it said, up from 30 percent in 2023.",
                "40 2025-01-01/2025-01-31; 30 2023-01-01/2023-12-31",
            ),
            (
                "Rents rose in January, the statistics office said.\nThe rate was 40 percent, it said, up from 30 percent.",
                "40 2025-01-01/2025-01-31; 30 none",
            ),
            (
                "Rents were 40 percent up, from 30 percent in January, the statistics office said.",
                "40 none; 30 2025-01-01/2025-01-31",
            ),
            (
                "Rents rose in January, the statistics office said.\nPrices fell 9 percent to 40 francs, it said.",
                "9 2025-01-01/2025-01-31; 40 2025-01-01/2025-01-31",
            ),
            (
                "Rents rose in January, the statistics office said.\nThe rate was 40 percent (2023: 30 percent), it said.",
                "40 2025-01-01/2025-01-31; 30 2023-01-01/2023-12-31",
            ),
            (
                "Rents rose in January, the statistics office said.\nThat was high compared to 30 percent, it said.",
                "30 none",
            ),
            ("Rents rose in January, the statistics office said.\nThe union said 40 percent left.", "40 none"),
            ("Rents rose in January, the statistics office said.\nThe rate is now 40 percent, it said.", "40 none"),
            (
                "Rents have risen since January, the statistics office said.\nThe rate was 40 percent, it said.",
                "40 none",
            ),
            ("Rents rose in January, the statistics office said.\nThe rate will be 40 percent, it said.", "40 none"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }
}
