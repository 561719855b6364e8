//! The day that a story tells of: its opening gives it once, and who marched, voted or came is of it further down.
//!
//! | text | day |
//! |---|---|
//! | `Crowds marched on Friday. ¶ Police put the turnout at 400.` | Friday: a march is over within a day |
//! | `At least 40 people were hurt.` | none: a toll grows for days |
//! | `In 2019 they marched too. The crowd was 900.` | none: the paragraph tells of another time |
//! | `The union has 400 members.` | none: no event |

use super::reported::is_of_story;
use super::said::Said;
use super::timing::{belongs_to_cue, timing};
use crate::claim::{Claim, Status, Timing, Unit};
use crate::grammar::Tokens;
use crate::grammar::date::Dated;
use crate::lexicon::Order;
use crate::text::{Block, Role, Token};
use jiff::civil::Date;
use std::ops::Range;

/// How many days ago the day may be.
const RECENT: i32 = 10;

/// How far from a figure its event may stand, in tokens.
const REACH_LEFT: usize = 6;
const REACH_RIGHT: usize = 6;

/// Words of what goes on, or was at another time.
#[rustfmt::skip]
const LASTING: [&str; 14] = [
    "has", "have", "since", "year", "years", "annual", "ever", "previous", "previously", "earlier", "will", "would",
    "could", "usually",
];

/// The day that a story tells of.
#[derive(Default)]
pub(super) struct Occasion {
    day: Option<Timing>,
    /// Whether the opening has been read.
    opened: bool,
}

/// The sentence that a story's first paragraph begins with, once.
pub(super) fn opening<'r, 't>(opened: &mut bool, block: &Block, read: &'r [Said<'t>]) -> Option<&'r Said<'t>> {
    let first = read.first().filter(|_| !*opened && block.role == Role::Body)?;
    *opened = true;
    Some(first)
}

impl Occasion {
    /// Looks for the day in the first paragraph.
    pub(super) fn notice(&mut self, block: &Block, read: &[Said<'_>], published: Option<Date>) {
        let Some(first) = opening(&mut self.opened, block, read) else { return };
        let near = |date: &&Dated| is_day_of_late(first.tokens, date, published);
        let day = own_dates(first).find(near).filter(|_| tells_of_event(first.tokens));
        self.day = day.map(timing);
    }

    /// The story's day for a figure of something that is over within a day, where its sentence gives no time and those of its
    /// paragraph before it give no other.
    pub(super) fn day_of(&self, claim: &Claim, read: &[Said<'_>], figure: &Range<usize>) -> Option<Timing> {
        let day = self.day?;
        let said = read.last()?;
        let counted = matches!(claim.quantity.unit, Unit::Count | Unit::Percent) && claim.status == Status::Asserted;
        let sudden = |here: Tokens<'_>| is_sudden(here);
        (counted && is_told_of(said, figure, sudden) && is_undated(read, figure, &day)).then_some(day)
    }
}

/// Whether the sentence of a figure, the last of those given, gives it no time, and those before it no other than a day.
pub(super) fn is_undated(read: &[Said<'_>], figure: &Range<usize>, day: &Timing) -> bool {
    let other = |said: &Said<'_>| own_dates(said).any(|date| date.start != day.start);
    let Some((said, before)) = read.split_last() else { return true };
    is_of_story(said, figure) && !before.iter().any(other)
}

/// The dates of a sentence that are not those of a saying.
pub(super) fn own_dates<'s>(said: &'s Said<'_>) -> impl Iterator<Item = &'s Dated> {
    let of_cue = |date: &&Dated| said.attributed.iter().any(|one| belongs_to_cue(said.tokens, &one.piece, date));
    said.dates.iter().filter(move |date| !of_cue(date))
}

/// Whether a date is a day of late that nobody spoke on.
pub(super) fn is_day_of_late(sentence: Tokens<'_>, date: &Dated, published: Option<Date>) -> bool {
    let day = date.start.is_some() && date.start == date.end;
    day && is_near(date, published) && !is_of_telling(sentence, date)
}

/// Whether a date stands behind a verb of telling that no party goes with: "results showed on Monday".
fn is_of_telling(sentence: Tokens<'_>, date: &Dated) -> bool {
    let on = date.tokens.start.saturating_sub(1);
    let verb = if sentence.from(on).letters() == "on" { on.saturating_sub(1) } else { on };
    let here = sentence.from(verb);
    let mut cues = here.lexicon().cue_phrases.all_at(here.rest());
    cues.any(|(_, &entry)| here.lexicon().cues()[entry].order == Order::Verb)
}

fn is_near(date: &Dated, published: Option<Date>) -> bool {
    let ago = date.start.zip(published).map(|(day, published)| (published - day).get_days());
    ago.is_some_and(|ago| (0..=RECENT).contains(&ago))
}

/// Whether a sentence tells of something that is over within a day: "marched", "the election".
fn tells_of_event(sentence: Tokens<'_>) -> bool {
    let lexicon = sentence.lexicon();
    let noun = |at: usize| {
        let noun = sentence.nth(at).and_then(|token| lexicon.noun(token.word));
        noun.is_some_and(|noun| noun.class.as_deref() == Some("event"))
    };
    (0..sentence.rest().len()).any(|at| is_sudden(sentence.from(at)) || noun(at))
}

fn is_sudden(here: Tokens<'_>) -> bool {
    here.lexicon().events.at(here.rest()).is_some_and(|(_, event)| here.lexicon().is_sudden(event))
}

/// Whether a figure counts those who did something that is over within a day, or to whom it happened, told of nearer to it
/// than any other figure, and once.
pub(super) fn is_told_of(said: &Said<'_>, figure: &Range<usize>, event: impl Fn(Tokens<'_>) -> bool) -> bool {
    let sentence = said.tokens;
    let mark = |at: usize| matches!(sentence.from(at).letters(), ";" | ":" | "." | "—" | "–");
    let other = |at: usize| said.quantities.iter().any(|one| one.tokens.contains(&at));
    let before = (figure.start.saturating_sub(REACH_LEFT)..figure.start).rev();
    let behind = figure.end..(figure.end + REACH_RIGHT).min(sentence.rest().len());
    let (before, behind) =
        (before.take_while(|&at| !mark(at) && !other(at)), behind.take_while(|&at| !mark(at) && !other(at)));
    let lasting = || sentence.rest().iter().any(|token| LASTING.iter().any(|word| token.reads(word)));
    behind.chain(before).any(|at| event(sentence.from(at))) && !lasting() && !recurs(sentence)
}

/// `every year`, `each March`
fn recurs(sentence: Tokens<'_>) -> bool {
    let each = |token: &Token| ["every", "each"].iter().any(|word| token.reads(word));
    let dated = |token: &Token| !sentence.lexicon().calendar(token.word).is_empty();
    sentence.rest().windows(2).any(|pair| each(&pair[0]) && dated(&pair[1]))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn who_came_is_of_the_day() {
        let opening = "Dockers marched through the port on Monday.\n";
        for (text, expected) in [
            ("At least 400 people took part, the police said.", "400 2025-03-10"),
            ("The police put the crowd at 400.", "400 2025-03-10"),
            ("On Tuesday 400 took part.", "400 2025-03-11"),
            ("With every street closed, 400 people marched.", "400 2025-03-10"),
            ("Some 400 people marched, compared with 300 in 2020.", "400 2025-03-10; 300 2020-01-01/2020-12-31"),
            ("Some 400 people marched. The union claimed 500.", "400 2025-03-10; 500 2025-03-10"),
            ("Some 400 people marched. The union has 500 members.", "400 2025-03-10; 500 none"),
            ("Some 400 people marched. The union will bring 500.", "400 2025-03-10; 500 none"),
            ("In 2019 they marched too. The crowd was 900.", "900 none"),
            ("The feast has drawn crowds of 400.", "400 none"),
            ("Some 400 people march every year.", "400 none"),
            ("At least 40 people were hurt.", "40 none"),
            ("The union has 400 members.", "400 none"),
        ] {
            assert_eq!(periods(&format!("{opening}{text}")), expected, "{text}");
        }
    }

    #[test]
    fn an_opening_without_an_event_gives_no_day() {
        for opening in [
            "The police said on Monday that crime fell.",
            "The mayor spoke on Monday of a bridge.",
            "The Greens won the vote, results showed on Monday.",
        ] {
            assert_eq!(periods(&format!("{opening}\nThe crowd was 400.")), "400 none", "{opening}");
        }
    }
}
