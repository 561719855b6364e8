//! The day of the blow that a story tells of: its opening gives it once, and who was killed, hurt or saved is of it further
//! down, however the count of them grows.
//!
//! | text | day |
//! |---|---|
//! | `A blast tore through a mill on Friday. ¶ At least 40 people were killed.` | Friday |
//! | `Some 40 people were killed on Friday when a bridge fell. ¶ Another 90 were hurt.` | Friday |
//! | `Rescuers found nine bodies on Friday. ¶ The blast killed 40 people.` | none: they were found that day |
//! | `Some 9,000 people have been killed in the war.` | none: it goes on |

use super::occasion::{is_day_of_late, is_told_of, is_undated, opening, own_dates};
use super::said::Said;
use super::timing::timing;
use crate::claim::{Claim, Status, Timing, Unit};
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::lexicon::List;
use crate::text::{Block, Token};
use jiff::civil::Date;
use std::ops::Range;

/// What strikes at once.
#[rustfmt::skip]
const BLOWS: [&str; 36] = [
    "earthquake", "quake", "tremor", "tsunami", "eruption", "explosion", "explosions", "blast", "blasts", "bomb",
    "bombing", "fire", "blaze", "flood", "floods", "landslide", "mudslide", "avalanche", "storm", "cyclone", "typhoon",
    "hurricane", "tornado", "crash", "collision", "derailment", "collapse", "stampede", "shooting", "stabbing",
    "attack", "airstrike", "airstrikes", "ambush", "shelling", "missile",
];

/// What a blow does to people and things.
const HARM: [&str; 7] = ["kill", "injure", "trap", "rescue", "destroy", "damage", "burn"];

/// Words of a count that grows, and of other blows.
#[rustfmt::skip]
const OTHER: [&str; 20] = [
    "toll", "more", "further", "later", "similar", "separate", "elsewhere", "first", "second", "third", "last", "past",
    "worst", "deadliest", "history", "war", "conflict", "insurgency", "average", "record",
];

/// The day of the blow.
#[derive(Default)]
pub(super) struct Disaster {
    day: Option<Timing>,
    /// Whether the opening has been read.
    opened: bool,
}

impl Disaster {
    /// Looks for the day in the first paragraph: that of a blow, or of those whom it killed.
    pub(super) fn notice(&mut self, block: &Block, read: &[Said<'_>], published: Option<Date>) {
        let Some(first) = opening(&mut self.opened, block, read) else { return };
        let late = |date: &&Dated| is_day_of_late(first.tokens, date, published);
        let struck = |date: &&Dated| is_struck(first.tokens, date) || is_of_killed(first.tokens, date);
        self.day = own_dates(first).filter(late).find(struck).map(timing);
    }

    /// The day for a count of those harmed whose sentence gives no time, and those of its paragraph before it no other.
    pub(super) fn day_of(&self, claim: &Claim, read: &[Said<'_>], figure: &Range<usize>) -> Option<Timing> {
        let day = self.day?;
        let said = read.last()?;
        let counted = claim.quantity.unit == Unit::Count && claim.status == Status::Asserted;
        let own = || is_told_of(said, figure, is_harm) && !tells_of_others(said.tokens);
        (counted && own() && is_undated(read, figure, &day)).then_some(day)
    }
}

/// `killed`, `hurt`; "six of the dead" are told of by something else, and what kills so many does it again and again.
fn is_harm(here: Tokens<'_>) -> bool {
    let known = here.back(1).is_some_and(|back| matches!(back.letters, "the" | "those"));
    let done = here.letters().ends_with("ed") || matches!(here.letters(), "dead" | "hurt" | "alive");
    done && !known && here.lexicon().events.at(here.rest()).is_some_and(|(_, event)| HARM.contains(&&**event))
}

/// `A powerful blast tore through a mill on Friday`: nothing but its own words stands in front of the blow, and no clause
/// about it holds the date.
fn is_struck(sentence: Tokens<'_>, date: &Dated) -> bool {
    let blow = |at: &usize| BLOWS.contains(&sentence.from(*at).letters());
    let Some(blow) = (0..date.tokens.start).find(blow) else { return false };
    let plain = |at: usize| {
        let here = sentence.from(at);
        let ends = here.is(List::Preposition) || here.is(List::Conjunction) || here.is(List::Auxiliary);
        !ends && here.peek().is_some_and(Token::is_word)
    };
    let parts = |at: usize| matches!(sentence.from(at).letters(), "," | ";" | "when" | "after" | "since");
    (0..blow).all(plain) && !(blow..date.tokens.start).any(parts)
}

/// `Some 40 people were killed on Friday when`: those whom a blow killed, and nobody found later.
fn is_of_killed(sentence: Tokens<'_>, date: &Dated) -> bool {
    const FAR: usize = 8;
    let near = date.tokens.start.saturating_sub(FAR)..date.tokens.start;
    let killed = |token: &Token| ["killed", "injured", "wounded", "hurt"].iter().any(|word| token.reads(word));
    sentence.rest()[near].iter().any(killed)
        && matches!(sentence.from(date.tokens.end).letters(), "when" | "as" | "in" | "after")
        && !tells_of_others(sentence)
}

/// Whether a sentence tells of a count that grows, or of other blows.
fn tells_of_others(sentence: Tokens<'_>) -> bool {
    sentence.rest().iter().any(|token| OTHER.iter().any(|word| token.reads(word)))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn those_harmed_were_harmed_that_day() {
        for (text, expected) in [
            ("At least 40 people were killed, the police said.", "40 2025-03-10"),
            ("The fire destroyed 40 homes.", "40 2025-03-10"),
            ("Another 90 were pulled out alive.", "90 2025-03-10"),
            ("Two men died.", "Two 2025-03-10"),
            ("Six of the dead were guests and three were staff.", "Six none; three none"),
            ("The toll stands at 40 dead.", "40 none"),
            ("Some 40 more people were killed.", "40 none"),
            ("The hospital has treated 40 injured.", "40 none"),
            ("A similar blast killed 40 people.", "40 none"),
            ("In 2019 the mill burned. The fire killed 40 people.", "40 none"),
            ("On Tuesday 40 were hurt.", "40 2025-03-11"),
            ("The mill employs 40 people.", "40 none"),
            ("Fires kill 40 people, on average.", "40 none"),
            ("Fires kill 400 people and injure 900.", "400 none; 900 none"),
        ] {
            let opening = "A powerful blast tore through a mill before dawn on Monday.\n";
            assert_eq!(periods(&format!("{opening}{text}")), expected, "{text}");
        }
    }

    #[test]
    fn a_blow_that_no_day_is_given_for() {
        for (opening, day) in [
            ("Six people were killed on Monday when a bridge fell.", "2025-03-10"),
            ("A man was charged on Monday after a fire in a mill.", "none"),
            ("The mayor spoke on Monday of the fire.", "none"),
            ("A fire that broke out in a mill was put out, the police said on Monday.", "none"),
            ("A third victim of the blast died on Monday.", "none"),
            ("Nine more people were killed on Monday in the floods.", "none"),
            ("Fire crews met on Monday.", "none"),
        ] {
            let read = periods(&format!("{opening}\nAt least 40 people were hurt."));
            assert_eq!(read.rsplit(' ').next(), Some(day), "{opening}");
        }
    }
}
