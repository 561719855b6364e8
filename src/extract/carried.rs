//! The period of a figure whose own clause gives none, taken over from a figure before it.
//!
//! | text | taken over |
//! |---|---|
//! | `Income in 2024 was $40m. Costs were $30m.` | 2024: the same unit, a quarter or longer |
//! | `The board saw 40 boats in May. It fined 30 owners.` | May: the same body goes on |
//! | `It sold 40 cars in May. Of them, 30 were red.` | May |
//! | `From May to July 40 came. Another 30 left in the same period.` | May to July |
//! | `Some 40 sailed in May. By her count 30 of them came back.`, `That is 75 percent.` | May |
//! | `In May it lost 40 boats. The fleet then was 300.` | May |
//! | `Of the 540, 90 were mild.`, behind "540 cases in May" | May |
//! | `It now owes $30m.`, `Some 30 still wait.` | nothing |

use super::capacity::is_room;
use super::compared::is_difference;
use super::period::{has_period, is_few, sets_out};
use super::status::is_definite;
use crate::claim::{Claim, PartyKind, Status, Timing, Unit};
use crate::grammar::Tokens;
use crate::lexicon::{Classes, List};
use crate::text::Token;
use jiff::civil::Date;
use std::ops::Range;

/// How long a period must be at least for the next sentence to go on with it, in days: a quarter.
const LASTING_DAYS: i32 = 89;

/// How long at least, in days, where the same body goes on with it: a month.
const MONTH_DAYS: i32 = 27;

/// Where the figure stands at most that a sentence opens with, in tokens: "Of the roughly 40".
const OPENING: usize = 2;

/// How many figures back `the same period` is looked for.
const REACH: usize = 12;

/// The period that the figures before it leave to a claim which has none of its own; `number` is where the figure stands
/// with qualifier and unit, `dated` tells whether its sentence holds a date.
pub(super) fn carried(
    before: &[Claim],
    claim: &Claim,
    sentence: Tokens<'_>,
    number: &Range<usize>,
    dated: bool,
    published: Option<Date>,
) -> Option<Timing> {
    if is_room(sentence, number, &claim.quantity.unit) || is_difference(sentence, number) {
        return None;
    }
    let start = before.iter().rposition(|earlier| earlier.sentence != claim.sentence).map_or(0, |last| last + 1);
    let (earlier, here) = before.split_at(start);
    if let Some(whole) = here.last().filter(|whole| is_part(sentence, whole, claim, number.start)) {
        return whole.as_of;
    }
    if let Some(counted) = earlier.last().filter(|last| !dated && is_short_for(sentence, last, claim)) {
        return counted.as_of;
    }
    let known = !dated && is_known(sentence, claim, number.start);
    if let Some(same) = before.iter().rev().filter(|_| known).find(|one| is_same(one, claim)) {
        return same.as_of;
    }
    let otherwise = puts_it_otherwise(sentence, claim, number.start);
    if names_same(sentence) {
        let near = earlier.iter().rev().take(REACH).take_while(|other| other.block + 1 >= claim.block);
        return near.into_iter().find_map(|other| other.as_of);
    }
    let near = |last: &&Claim| last.block == claim.block || last.block + 1 == claim.block && otherwise;
    earlier.last().filter(|last| !dated && near(last))?;
    let (before, last) = last_sentence(earlier);
    // "In May 40 came. A year earlier it was 30. Nine left": the story goes on with this year's May.
    let (_, other) = last_sentence(before);
    let last = if is_year_before(last, other) { other } else { last };
    if takes_up(sentence) || is_of_them(sentence, claim, number.start) || otherwise || is_then(sentence) {
        last.iter().find_map(|other| other.as_of)
    } else {
        lasting(last, claim, sentence, published)
    }
}

/// The figures of the last sentence, and those before them.
fn last_sentence(claims: &[Claim]) -> (&[Claim], &[Claim]) {
    let Some(last) = claims.last() else { return (claims, claims) };
    claims.split_at(claims.iter().rposition(|other| other.sentence != last.sentence).map_or(0, |at| at + 1))
}

/// Whether the first period of some figures is that of others, some whole years before.
fn is_year_before(claims: &[Claim], others: &[Claim]) -> bool {
    let period = |claims: &[Claim]| {
        let period = claims.first()?.as_of?;
        period.start.zip(period.end)
    };
    let Some(((start, end), (from, to))) = period(claims).zip(period(others)) else { return false };
    let alike = |one: Date, other: Date| one.month() == other.month() && one.day() == other.day();
    start < from && alike(start, from) && alike(end, to) && claims[0].block == others[0].block
}

/// Whether a claim is part of what the one before it in the sentence counts: "40 people, of whom 12 were children".
fn is_part(sentence: Tokens<'_>, whole: &Claim, part: &Claim, start: usize) -> bool {
    // "40 flights were cut, 12 of them abroad".
    let behind = behind(sentence, part, start);
    let of_them = behind.letters() == "of" && matches!(behind.letters_at(1), "them" | "whom" | "which" | "these");
    // "Of the 40, 12 were children".
    let opening = whole.as_of.is_some() && sentence.letters() == "Of" && place(sentence, whole.span.start) <= OPENING;
    of_them || opening || sets_out(sentence, place(sentence, whole.span.end)..start)
}

/// `The union claimed 500`, behind "Some 400 people marched": of whom so many, only the figure before tells.
fn is_short_for(sentence: Tokens<'_>, last: &Claim, claim: &Claim) -> bool {
    let counts = |one: &Claim| one.quantity.unit == Unit::Count && one.status == Status::Asserted;
    let of_day = last.as_of.is_some_and(|period| period.start.is_some() && period.start == period.end);
    let own = claim.noun.as_ref().is_some_and(|noun| noun.span.start >= claim.sentence.start);
    let same = of_day && last.block == claim.block && !own;
    same && counts(last) && counts(claim) && !speaks_of_present(sentence)
}

fn speaks_of_present(sentence: Tokens<'_>) -> bool {
    const PRESENT: [&str; 8] = ["has", "have", "is", "are", "now", "will", "would", "since"];
    sentence.rest().iter().any(|token| PRESENT.iter().any(|word| token.reads(word)))
}

/// `Of the 540, 90 were mild`: a count that the story gave before.
fn is_known(sentence: Tokens<'_>, claim: &Claim, start: usize) -> bool {
    is_definite(sentence, start)
        && claim.quantity.unit == Unit::Count
        && !is_few(&claim.quantity.unit, claim.quantity.stated)
}

/// Whether a figure is the same as another, and has a period.
fn is_same(known: &Claim, claim: &Claim) -> bool {
    let (one, other) = (&known.quantity, &claim.quantity);
    one.stated == other.stated && one.unit == other.unit && known.as_of.is_some()
}

/// `in the same period`, `on the same date`.
fn names_same(sentence: Tokens<'_>) -> bool {
    // Few sentences do.
    if !sentence.hold(Classes::list(List::DateWhich)) {
        return false;
    }
    let stretch = |token: &Token| ["period", "stretch", "date"].iter().any(|word| token.reads(word));
    sentence.rest().windows(2).any(|pair| pair[0].reads("same") && stretch(&pair[1]))
}

/// `Of them, 300 left`; `Another 40 were turned back`.
fn takes_up(sentence: Tokens<'_>) -> bool {
    let words = (sentence.letters(), sentence.letters_at(1));
    matches!(words, ("Of", "them" | "those" | "these" | "the")) || words.0 == "Another" && !is_pending(sentence)
}

/// `Another 40 await results`, `Some 40 still hold a fair`: that is so today.
fn is_pending(sentence: Tokens<'_>) -> bool {
    const PENDING: [&str; 3] = ["still", "await", "awaits"];
    sentence.rest().iter().any(|token| PENDING.iter().any(|word| token.reads(word)))
}

/// `By her count 300 of them will sail`: so many of those who were counted before.
fn is_of_them(sentence: Tokens<'_>, claim: &Claim, start: usize) -> bool {
    let behind = behind(sentence, claim, start);
    behind.letters() == "of" && matches!(behind.letters_at(1), "them" | "these")
}

/// `That is 40 percent`: the figure before in other words, and no change of it.
fn puts_it_otherwise(sentence: Tokens<'_>, claim: &Claim, figure: usize) -> bool {
    let plain = figure <= 3 && !(2..figure).any(|at| sentence.from(at).is(List::Subordinator));
    let is = matches!(sentence.letters_at(1), "is" | "was" | "makes" | "made" | "means" | "meant" | "equals");
    matches!(sentence.letters(), "That" | "This") && is && plain && has_period(&claim.quantity.unit)
}

/// `Turnout then was 40 percent`
fn is_then(sentence: Tokens<'_>) -> bool {
    let then = |at: usize| sentence.letters_at(at) == "then" && sentence.from(at + 1).is(List::Auxiliary);
    (1..sentence.rest().len()).any(then)
}

/// The tokens behind the number of a claim, which begins at `start`.
fn behind<'t>(sentence: Tokens<'t>, claim: &Claim, start: usize) -> Tokens<'t> {
    let words = sentence.from(start).rest().iter().take_while(|token| token.span.start < claim.quantity.span.end);
    sentence.from(start + words.count())
}

/// The place of the token that begins at a byte of the text.
fn place(sentence: Tokens<'_>, byte: usize) -> usize {
    sentence.rest().partition_point(|token| token.span.start < byte)
}

/// The period of the first figure of the same unit in the sentence before, where it is long and over; else that of the
/// first figure which the same body gave there.
fn lasting(last: &[Claim], claim: &Claim, sentence: Tokens<'_>, published: Option<Date>) -> Option<Timing> {
    let quantity = &claim.quantity;
    let told =
        matches!(claim.status, Status::Asserted | Status::Denied) || last.iter().all(|one| one.status == claim.status);
    if !told || is_few(&quantity.unit, quantity.stated) || quantity.unit == Unit::Ratio {
        return None;
    }
    let over = |period: &Timing, days: i32| {
        let length = period.start.zip(period.end).map(|(start, end)| (end - start).get_days());
        length.is_some_and(|length| length >= days) && period.end != published
    };
    let alike = last.iter().find(|other| other.quantity.unit == quantity.unit && !other.has_another_source(claim));
    // "It promised 400 homes by 2030. So far 90 stand."
    let ahead =
        |other: &&Claim| other.status != claim.status && other.as_of.is_some_and(|period| period.end > published);
    let alike = alike.filter(|other| !ahead(other)).and_then(|other| other.as_of);
    let voice = || last.iter().find(|other| is_of_same_body(other, claim) && has_period(&quantity.unit));
    let past = |period: &Timing| period.end <= published;
    let covers = has_period(&quantity.unit) && tells_on(sentence);
    let goes_on = || last.iter().rev().find_map(|other| other.as_of).filter(|_| covers);
    alike
        .filter(|period| over(period, LASTING_DAYS))
        .or_else(|| voice()?.as_of.filter(|period| over(period, MONTH_DAYS) && past(period)))
        .or_else(|| goes_on().filter(|period| over(period, LASTING_DAYS) && past(period)))
        .filter(|_| !speaks_of_now(sentence) && !is_pending(sentence))
}

/// `It lost 40 boats`: the sentence goes on with what the one before it tells of, and looks back.
fn tells_on(sentence: Tokens<'_>) -> bool {
    let verb = sentence.nth(1);
    let past = |token: &Token| {
        let lemma = sentence.lexicon().verb(token.word);
        lemma.is_some_and(|lemma| lemma != token.letters) && !token.letters.ends_with('s')
    };
    matches!(sentence.letters(), "It" | "They") && verb.is_some_and(past)
}

/// Whether one body or paper gave both figures.
fn is_of_same_body(one: &Claim, other: &Claim) -> bool {
    let (Some(first), Some(second)) = (&one.source, &other.source) else { return false };
    first.id == second.id && matches!(first.kind, PartyKind::Organisation | PartyKind::Document)
}

fn speaks_of_now(sentence: Tokens<'_>) -> bool {
    sentence.rest().iter().any(|token| token.reads("now"))
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn the_next_sentence_goes_on_with_a_year() {
        for (text, expected) in [
            (
                "Income in 2024 was $40 million. Costs were $30 million.",
                "40 million 2024-01-01/2024-12-31; 30 million 2024-01-01/2024-12-31",
            ),
            (
                "Income in 2024 was $40 million. It now owes $30 million.",
                "40 million 2024-01-01/2024-12-31; 30 million none",
            ),
            ("Income in 2024 was $40 million. It employs 300 people.", "40 million 2024-01-01/2024-12-31; 300 none"),
            ("It promised 400 homes by 2030. So far 90 stand.", "400 2030-01-01/2030-12-31; 90 none"),
            ("It sold 400 cars in January. It has 300 left.", "400 2025-01-01/2025-01-31; 300 none"),
            (
                "In 2024 it carried 400 people. It lost $30 million.",
                "400 2024-01-01/2024-12-31; 30 million 2024-01-01/2024-12-31",
            ),
            ("In 2024 it carried 400 people. It lay idle for 30 days.", "400 2024-01-01/2024-12-31; 30 none"),
            ("In 2024 it carried 400 people. It owes $30 million.", "400 2024-01-01/2024-12-31; 30 million none"),
            ("In 2024 it carried 400 people. A bridge cost $30 million.", "400 2024-01-01/2024-12-31; 30 million none"),
            (
                "It burnt 400 tonnes in 2024, the board said. To stop would save it $30 million, it said.",
                "400 2024-01-01/2024-12-31; 30 million none",
            ),
            (
                "In 2024 it lost 400 boats. It burnt 140 more, 30 fewer than in 2023.",
                "400 2024-01-01/2024-12-31; 140 2024-01-01/2024-12-31; 30 none",
            ),
            (
                "Some 400 boats sank in 2024. The fund bought 300, about 40 fewer than before.",
                "400 2024-01-01/2024-12-31; 300 2024-01-01/2024-12-31; 40 none",
            ),
            ("It cut 400 trains on 3 March, 120 of them at night.", "400 2025-03-03; 120 2025-03-03"),
            (
                "The board saw 400 boats in January, it said. It fined 300 owners $40 million.",
                "400 2025-01-01/2025-01-31; 300 2025-01-01/2025-01-31; 40 million 2025-01-01/2025-01-31",
            ),
            (
                "The board saw 400 boats in January, it said. A year earlier it had seen 300. It fined 200 owners.",
                "400 2025-01-01/2025-01-31; 300 2024-01-01/2024-01-31; 200 2025-01-01/2025-01-31",
            ),
            (
                "The board saw 400 boats in January, it said. The search took 30 days.",
                "400 2025-01-01/2025-01-31; 30 none",
            ),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_taken_up_keeps_its_period() {
        for (text, expected) in [
            (
                "It sold 400 cars in January. Of them, 300 were red.",
                "400 2025-01-01/2025-01-31; 300 2025-01-01/2025-01-31",
            ),
            (
                "It sold 400 cars in January. It hopes for 900.\nOf the 400, 300 were red.",
                "400 2025-01-01/2025-01-31; 900 none; 400 2025-01-01/2025-01-31; 300 2025-01-01/2025-01-31",
            ),
            (
                "It sold 400 cars in January. It hopes for 900.\nSome 400 were red.",
                "400 2025-01-01/2025-01-31; 900 none; 400 none",
            ),
            ("It sold 400 cars in January. Another 300 await buyers.", "400 2025-01-01/2025-01-31; 300 none"),
            ("In 1905 it had 400 hands. Some 300 still work.", "400 1905-01-01/1905-12-31; 300 none"),
            (
                "In January 400 came. Some 300 left in the same period.",
                "400 2025-01-01/2025-01-31; 300 2025-01-01/2025-01-31",
            ),
            (
                "Since fighting resumed on 3 March, 40 people have died, the army said, of whom 12 were guards.",
                "40 2025-03-03/2025-03-12; 12 2025-03-03/2025-03-12",
            ),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }
    #[test]
    fn what_is_put_otherwise_keeps_its_period() {
        let opening = "It sold 400 cars in January.";
        let january = "2025-01-01/2025-01-31";
        for (text, expected) in [
            (" By her count 300 of them were red.", format!("300 {january}")),
            ("\nThat is 40 percent of all.", format!("40 {january}")),
            (" Turnover then was $30 million.", format!("30 million {january}")),
            (" That was a rise of 40 percent.", "40 none".to_owned()),
            (" That is why 40 percent live abroad.", "40 none".to_owned()),
            (" By her count 300 of those men left.", "300 none".to_owned()),
            (" Then 300 left.", "300 none".to_owned()),
            ("\nBy her count 300 of them were red.", "300 none".to_owned()),
        ] {
            assert_eq!(periods(&format!("{opening}{text}")), format!("400 {january}; {expected}"), "{text}");
        }
    }
}
