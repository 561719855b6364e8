//! A poll that a story comes back to, whoever speaks in between.
//!
//! | text | whose |
//! |---|---|
//! | `Reform was on 9 percent.` | the poll's: a share with a name in front, and no date |
//! | `The poll of 1,000 adults was taken by telephone.` | the poll's: it speaks of itself |
//! | `A survey showed it ahead. ¶ In May the same institute, Ostra, measured 9.` | Ostra's: that survey is its own |
//! | `Reform won 12 percent in 2021.`, `Turnout was 60 percent.` | not the poll's: votes that were cast |

use super::name::names;
use super::said::{Attributed, Said, is_poll, is_poll_word};
use crate::claim::Unit;
use crate::grammar::Tokens;

/// How many tokens in front of "poll" the article may stand: "The telephone poll".
const ARTICLE: usize = 2;

/// Words of shares that nobody was asked for.
#[rustfmt::skip]
const CAST: [&str; 16] = [
    "turnout", "threshold", "election", "elections", "vote", "votes", "ballots", "seat", "seats", "need", "needs",
    "won", "win", "tax", "shares", "prices",
];

/// The last poll that a story told of.
#[derive(Default)]
pub(super) struct Poll(Option<Attributed>);

impl Poll {
    /// Takes note of a poll that a paragraph tells of.
    pub(super) fn notice(&mut self, read: &[Said<'_>]) {
        let told = read.iter().rev().find_map(|said| said.outer().rfind(|one| is_poll(&one.source) && said.lasts(one)));
        if let Some(told) = told {
            self.0 = Some(told.clone());
        } else if let Some(poll) = &mut self.0 {
            let taker = read.iter().find_map(|said| said.outer().find(|one| said.lasts(one) && names_taker(said, one)));
            if let Some(taker) = taker {
                *poll = Attributed { said: poll.said, ..taker.clone() };
            }
        }
    }

    /// The poll, where a sentence goes on with it and nobody in its paragraph has spoken yet.
    pub(super) fn over(&self, read: &[Said<'_>], at: usize) -> Option<&Attributed> {
        let poll = self.0.as_ref()?;
        let silent = read[..=at].iter().all(|said| !said.quotes() && said.outer().next().is_none());
        (silent && (tells_of_itself(read[at].tokens) || tells_of_shares(&read[at]))).then_some(poll)
    }
}

/// `the same institute, Ostra,`: whoever took the poll told of before.
fn names_taker(said: &Said<'_>, one: &Attributed) -> bool {
    said.tokens.letters_at(one.piece.party.start) == "the"
        && said.tokens.letters_at(one.piece.party.start + 1) == "same"
}

/// `The poll of 1,000 adults`, `The telephone survey has`.
fn tells_of_itself(sentence: Tokens<'_>) -> bool {
    let polls = |at: usize| is_poll_word(sentence.letters_at(at));
    sentence.letters() == "The" && (1..=ARTICLE).any(polls)
}

/// Whether a sentence gives shares alone, behind a name, at no other time.
fn tells_of_shares(said: &Said<'_>) -> bool {
    let share = |unit: &Unit| matches!(unit, Unit::Percent | Unit::PercentagePoint);
    let shares = said.quantities.iter().all(|quantity| share(&quantity.unit.unit));
    let Some(first) = said.quantities.first().filter(|_| shares && said.dates.is_empty()) else { return false };
    let cast = said.tokens.rest().iter().any(|token| CAST.iter().any(|word| token.letters.eq_ignore_ascii_case(word)));
    !cast && names(said.tokens, 0..first.tokens.start).any(|name| !name.is_place)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn who_took_it_may_come_later() {
        let text = "A survey taken last week showed the Greens ahead.\n\
            They have 40 percent, up from the 38 percent that the same firm, Ostra Research, measured in May.\n\
            The Civic Union was on 9 percent.";
        let draft = draft(text);
        let last = draft.claims.last().and_then(|claim| claim.source.as_ref());
        assert_eq!(last.map_or("-", |source| &source.name), "Ostra Research");
    }

    #[test]
    fn shares_of_a_poll() {
        let poll = "A poll by Ostra Research put the Greens on 40 percent.\n“It rains,” Ana Ruiz said.\n";
        for (text, expected) in [
            ("The Civic Union was on 9 percent.", "Ostra Research"),
            ("The Civic Union slipped to 9 percent from 11 percent.", "Ostra Research"),
            ("The survey of 900 adults was taken by telephone.", "Ostra Research"),
            ("The Civic Union won 9 percent in 2021.", "-"),
            ("The Civic Union won 9 percent of the vote.", "-"),
            ("Turnout was 60 percent.", "-"),
            ("Prices in Spain rose by 9 percent.", "-"),
            ("The Civic Union has 900 members.", "-"),
            ("Ana Ruiz said the Civic Union was on 9 percent.", "Ana Ruiz"),
        ] {
            let draft = draft(&format!("{poll}{text}"));
            let source = draft.claims.last().and_then(|claim| claim.source.as_ref());
            assert_eq!(source.map_or("-", |source| &source.name), expected, "{text}");
        }
    }
}
