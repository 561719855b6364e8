//! What period a figure covers.
//!
//! | text | period |
//! |---|---|
//! | `sold 40 cars in March, it said on Friday` | March |
//! | `at the end of March it had 40` | 31 March |
//! | `the three-year term that began in March`, `40 km` | none: a length covers no period |
//! | `killed 40 people, weeks before March` | none: a mark parts the two |
//! | `came in March, killing 40` | March: so many were killed then |

use super::aside::{
    is_in_relative, is_of_aside, is_of_beginning, is_of_main_verb, is_of_next_plan, is_of_plan, is_of_record,
    opens_next_statement,
};
use super::capacity::{is_needed, is_room};
use super::compared::{from_to, is_difference, is_held_against, is_of_another, is_of_change};
use super::covered::{begins, covered};
use super::distance::distance;
use super::outcome::is_outcome;
use super::specified::is_of_noun;
use super::status::is_given;
use super::timing::{belongs_to_cue, lasts_longer_than, opens_clause, timing};
use crate::claim::{Decimal, Stated, Timing, Unit};
use crate::grammar::date::Dated;
use crate::grammar::{AttributionPiece, Tokens};
use crate::lexicon::List;
use crate::text::Shape;
use jiff::civil::Date;
use std::ops::Range;

/// How far from a figure its date may stand.
const REACH: usize = 24;

/// How far in front of a figure "now" is looked for, in tokens.
const NOW_REACH: usize = 2;

/// Verbs of what somebody has or is at present.
const NOW: [&str; 5] = ["has", "have", "is", "are", "employs"];

/// How far in front of "from 60" the "to 40" stands, in tokens.
const CHANGE_REACH: usize = 12;

/// Up to so many days, a date must stand in the figure's own clause.
const SHORT_DAYS: i32 = 10;

/// Up to so many days, a date says nothing of the few things that a sentence names in passing ("jailed two men").
const MONTH_DAYS: i32 = 31;
const FEW: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Units of what lasts, or lies between two places, whenever that is.
const TIMELESS: [&str; 8] = ["year", "month", "minute", "second", "kilometre", "mile", "nautical_mile", "foot"];

/// Units of what lasts that a period of its own may have, but takes from no other figure.
const LENGTHS: [&str; 4] = ["week", "day", "hour", "metre"];

/// A figure, as far as its period goes.
pub(super) struct Measured<'f> {
    /// Its tokens, noun phrase and all.
    pub(super) phrase: &'f Range<usize>,
    /// Those of qualifier, number and unit.
    pub(super) number: &'f Range<usize>,
    pub(super) unit: &'f Unit,
    pub(super) stated: Stated,
}

/// The date that a figure covers: the nearest one in its clause that belongs to no cue.
pub(super) fn as_of(
    sentence: Tokens<'_>,
    figure: &Measured<'_>,
    dates: &[Dated],
    cues: &[&AttributionPiece],
    published: Option<Date>,
) -> Option<Timing> {
    let given = || is_given(sentence, figure.phrase);
    if dates.is_empty() || !figure.has_period(sentence) || figure.is_of_now(sentence) || given() {
        return None;
    }
    if dates.iter().any(|date| figure.is_counted_in(date)) || is_room(sentence, figure.number, figure.unit) {
        return None;
    }
    if let Some(whole) = from_to(sentence, figure.phrase, dates) {
        return Some(whole);
    }
    if let Some(date) = dates.iter().find(|date| is_of_noun(sentence, date, figure.phrase)) {
        return Some(covered(sentence, date, dates, published));
    }
    let free = dates.iter().filter(|date| date.start.is_some() && !is_of_aside(sentence, date, figure.phrase));
    let free = free.filter(|date| !is_of_plan(sentence, date, figure.phrase));
    let free = free.filter(|date| !is_of_record(sentence, date) || told_of(sentence, date, figure.phrase).is_some());
    let free = free.filter(|date| !cues.iter().any(|piece| belongs_to_cue(sentence, piece, date)));
    let free = free.filter(|date| !is_of_party(date, figure.phrase, cues));
    let free = free.filter(|date| !is_of_other_speaker(sentence, date, figure.phrase, cues));
    let free = free.filter(|date| !is_held_against(sentence, date));
    let ahead = |date: &Dated| published.is_some_and(|day| date.start.is_some_and(|start| day < start));
    let free = free.filter(|date| !is_of_beginning(sentence, figure.phrase, date, ahead(date)));
    let own = free.filter(|date| figure.is_within(sentence, date) && !figure.is_past(sentence, date, published));
    let near =
        own.map(|date| (distance(sentence, figure.phrase, date, cues), date.tokens.start < figure.phrase.start, date));
    let (distance, _, nearest) = near.min_by_key(|(distance, before, _)| (*distance, *before))?;
    let told = told_of(sentence, nearest, figure.phrase);
    (distance < REACH).then(|| told.unwrap_or_else(|| covered(sentence, nearest, dates, published)))
}

/// `Ana Ruiz, its head since 2019, said`: the year is that of whoever speaks.
fn is_of_party(date: &Dated, figure: &Range<usize>, cues: &[&AttributionPiece]) -> bool {
    let at = date.tokens.start;
    cues.iter().any(|piece| piece.party.contains(&at) && !piece.covers(at) && !piece.party.contains(&figure.start))
}

/// `valued it at $40m in May, while a note put it at $60m`: behind "while" another speaks, of a time of their own.
fn is_of_other_speaker(sentence: Tokens<'_>, date: &Dated, figure: &Range<usize>, cues: &[&AttributionPiece]) -> bool {
    let turns = |at: usize| sentence.from(at).is(List::Contrast);
    let between = |piece: &&AttributionPiece| date.tokens.end < piece.cue.start && piece.cue.start < figure.start;
    cues.iter().any(|piece| between(piece) && (date.tokens.end..piece.cue.start).any(turns))
}

/// The year itself, where a figure tells what happened in it: "the worst since 2003, when 27 died".
fn told_of(sentence: Tokens<'_>, date: &Dated, figure: &Range<usize>) -> Option<Timing> {
    let behind = sentence.from(date.tokens.end);
    let when = behind.letters() == "," && behind.letters_at(1) == "when" && figure.start > date.tokens.end;
    let since = sentence.from(date.tokens.start).letters() == "since" && date.tokens.len() == 2;
    let year = date.start.filter(|start| when && since && start.day_of_year() == 1)?;
    Some(Timing { end: Some(year.last_of_year()), ..timing(date) })
}

impl Measured<'_> {
    /// Whether a figure of its kind is one of some period.
    fn has_period(&self, sentence: Tokens<'_>) -> bool {
        match self.unit {
            Unit::Ratio => false,
            Unit::Measure(name) => !TIMELESS.contains(&&**name) && !self.is_attribute(sentence),
            _ => true,
        }
    }

    /// `now has 40`, `buys 40 now`: it is of no other time that the sentence names.
    fn is_of_now(&self, sentence: Tokens<'_>) -> bool {
        let mut around = self.phrase.start.saturating_sub(NOW_REACH)..self.phrase.end + 1;
        around.any(|at| sentence.nth(at).is_some_and(|token| token.reads("now")))
    }

    /// `four days later`, `the 13 weeks to 30 June`: the length of time that a date counts with.
    const fn is_counted_in(&self, date: &Dated) -> bool {
        date.tokens.start < self.number.end && self.number.start < date.tokens.end
    }

    /// `a 40 MW plant`, which is of that size in any period.
    fn is_attribute(&self, sentence: Tokens<'_>) -> bool {
        let before = self.phrase.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
        before.eq_ignore_ascii_case("a") || before.eq_ignore_ascii_case("an")
    }

    /// Whether a date stands in the figure's clause, as far as marks tell.
    fn is_within(&self, sentence: Tokens<'_>, date: &Dated) -> bool {
        if *self.unit == Unit::Count && is_outcome(sentence, date, self.phrase) {
            return true;
        }
        if is_few(self.unit, self.stated) && !lasts_longer_than(date, MONTH_DAYS) {
            return false;
        }
        if date.tokens.start >= self.phrase.end {
            let parted =
                is_parted(sentence, self.phrase, &date.tokens) && !is_added(sentence, self.phrase, &date.tokens);
            return !parted
                && !is_of_another(sentence, self.phrase, date)
                && !is_of_main_verb(sentence, self.phrase, date)
                && !opens_next_statement(sentence, self.phrase, date);
        }
        if is_needed(sentence, self.phrase)
            || is_of_change(sentence, self.phrase)
            || is_difference(sentence, self.number)
        {
            return false;
        }
        // "Said Tuesday's shortfall came to 40".
        let owns = sentence.nth(date.tokens.end).is_some_and(|next| next.shape == Shape::Possessive);
        lasts_longer_than(date, SHORT_DAYS)
            || owns
            || begins(sentence, date)
            || is_of_subject(sentence, date)
            || *self.unit == Unit::Count && is_of_event(sentence, date)
            || opens_clause(sentence, &date.tokens)
            || sets_out(sentence, date.tokens.end..self.phrase.start)
    }

    /// Whether a figure behind a date is not of that time any more, or not of it yet: "sold 40 in 2024 and has 60",
    /// "in March it fell to 40 from 60".
    fn is_past(&self, sentence: Tokens<'_>, date: &Dated, published: Option<Date>) -> bool {
        let letters = |at: usize| sentence.from(at).letters();
        let over = published.is_some_and(|day| date.end.is_some_and(|end| end < day));
        let now = |at: usize| matches!(letters(at), "and" | "but") && NOW.contains(&letters(at + 1));
        let start = self.phrase.start;
        let next = || is_of_next_plan(sentence, date.tokens.end..start);
        let told = || {
            over && ((date.tokens.end..start).any(now) || next()) || self.is_left(sentence) || self.is_of_end(sentence)
        };
        date.tokens.end < start && told()
    }

    /// `900 at the end`, `20 at first`: words of its own tell its time.
    fn is_of_end(&self, sentence: Tokens<'_>) -> bool {
        let at = sentence.from(self.phrase.end);
        let behind = at.from(at.at() + 1 + usize::from(at.letters_at(1) == "the"));
        let closed = behind.letters_at(1) != "of";
        at.letters() == "at"
            && closed
            && matches!(behind.letters(), "end" | "start" | "first" | "last" | "outset" | "beginning")
    }

    /// `from 60 to 40`, `to 40 from 60`, `up from 60`: what a figure was before it changed.
    fn is_left(&self, sentence: Tokens<'_>) -> bool {
        let start = self.phrase.start;
        let letters = |at: usize| sentence.from(at).letters();
        let to_figure = |at: usize| {
            letters(at) == "to" && sentence.nth(at + 1).is_some_and(|next| sentence.lexicon().may_begin_quantity(next))
        };
        let left = start > 1 && letters(start - 1) == "from";
        let changed = || {
            matches!(letters(start - 2), "up" | "down") || (start.saturating_sub(CHANGE_REACH)..start).any(to_figure)
        };
        left && (changed() || (self.phrase.end..self.phrase.end + 2).any(to_figure))
    }
}

/// Whether figures of a unit are of the period which those beside them have: no lengths or ratios.
pub(super) fn has_period(unit: &Unit) -> bool {
    let length = |name: &str| TIMELESS.contains(&name) || LENGTHS.contains(&name);
    !matches!(unit, Unit::Ratio) && !matches!(unit, Unit::Measure(name) if length(name))
}

/// Whether a figure counts only a few.
pub(super) fn is_few(unit: &Unit, stated: Stated) -> bool {
    *unit == Unit::Count && matches!(stated, Stated::Point(value) if value < FEW)
}

/// Whether a mark parts a figure from a date behind it; an aside in brackets parts nothing.
fn is_parted(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Range<usize>) -> bool {
    let mut depth = 0;
    for at in phrase.end..date.start {
        match sentence.from(at).letters() {
            "(" => depth += 1,
            ")" => depth -= 1,
            "," | ";" | ":" if depth <= 0 => return true,
            _ => {}
        }
    }
    // "$40 million (2023: $30 million)": the year is that of the figure behind it.
    depth > 0 && sentence.from(date.end).letters() == ":"
}

/// `Turnout on Friday was 40 percent`: the date belongs to the subject of the figure's own verb.
fn is_of_subject(sentence: Tokens<'_>, date: &Dated) -> bool {
    let behind = sentence.from(date.tokens.end);
    let verb = if behind.letters() == "," { behind.from(behind.at() + 1) } else { behind };
    verb.is(List::Auxiliary) && !is_in_relative(sentence, date)
}

/// `A slide on Friday killed 40`: what happened on a day happened to so many.
fn is_of_event(sentence: Tokens<'_>, date: &Dated) -> bool {
    let verb = sentence.from(date.tokens.end);
    verb.letters().ends_with("ed") && sentence.lexicon().events.at(verb.rest()).is_some()
}

/// `The record was 40, in 2018.`: nothing but a comma parts the two, and the date ends what is said.
fn is_added(sentence: Tokens<'_>, phrase: &Range<usize>, date: &Range<usize>) -> bool {
    let comma = sentence.from(phrase.end);
    let joint = comma.from(comma.at() + 1);
    let placed = comma.letters() == "," && matches!(joint.letters(), "in" | "on");
    placed && date.start == joint.at() + 1 && matches!(sentence.from(date.end).letters(), "" | "." | ";" | ")")
}

/// Whether what follows a date sets out what went before it: "killed 60 on Tuesday, 22 of them women".
pub(super) fn sets_out(sentence: Tokens<'_>, mut between: Range<usize>) -> bool {
    between.any(|at| match sentence.from(at).letters() {
        "including" | "among" => true,
        "of" => matches!(sentence.from(at).letters_at(1), "whom" | "which" | "them"),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::periods;

    #[test]
    fn the_nearest_date_of_the_clause() {
        for (text, expected) in [
            ("It sold 400 cars in January.", "400 2025-01-01/2025-01-31"),
            ("In January, it sold 400 cars.", "400 2025-01-01/2025-01-31"),
            ("Sales fell from 16 in 2022 to 11 in 2024.", "16 2022-01-01/2022-12-31; 11 2024-01-01/2024-12-31"),
            ("So far this year, it sold 400 cars.", "400 2025-01-01/2025-03-12"),
            ("It sold 400 cars this year so far.", "400 2025-01-01/2025-03-12"),
            ("It sold 400 cars this year.", "400 2025-01-01/2025-12-31"),
            ("The firm ended January with 400 cars.", "400 2025-01-31"),
            ("It sold 61 percent, compared with 57 percent in 2020.", "61 none; 57 2020-01-01/2020-12-31"),
            (
                "It was worth €40 million ($44 million) in 2024.",
                "40 million 2024-01-01/2024-12-31; 44 million 2024-01-01/2024-12-31",
            ),
            ("In January sales rose 40 percent from a year earlier.", "40 2025-01-01/2025-01-31"),
            ("Sales rose 40 percent on last year, the firm said.", "40 none"),
            ("Sales fell 40 percent from a year earlier, and it cut its forecast to 60 cars.", "40 none; 60 none"),
            ("It arrested 40 men on the previous day.", "40 2025-03-11"),
            ("The blast killed 60 people on Tuesday, among them nine women.", "60 2025-03-11; nine 2025-03-11"),
            (
                "It sold 400 cars in 2022 and 600 a year by 2024.",
                "400 2022-01-01/2022-12-31; 600 2024-01-01/2024-12-31",
            ),
            ("It has had 400 cases since the first was found on 3 March.", "400 2025-03-03/2025-03-12"),
            ("It was the lowest since 2003 and below the 400 seen before.", "400 none"),
            ("It is the worst year since 2003, when 400 people left.", "400 2003-01-01/2003-12-31"),
            ("Turnout on Sunday was 40 percent.", "40 2025-03-09"),
            ("A slide in the hills on Sunday killed 40 people.", "40 2025-03-09"),
            ("The board on Sunday met 40 owners.", "40 none"),
            ("It will cut 400 jobs under a plan announced this week.", "400 none"),
            ("The deal signed in January brings 400 jobs.", "400 none"),
            ("A fire that broke out on Sunday has burnt 400 houses.", "400 none"),
            ("In the north, where a mill closed in January, it lost 400 jobs.", "400 none"),
            ("Last week 400 came to the camp, which was built for 300.", "400 2025-03-03/2025-03-09; 300 none"),
            ("The board on Sunday fined it 40 francs.", "40 none"),
            ("The record was 400 carts, in 2018.", "400 2018-01-01/2018-12-31"),
            ("The record was 400 carts, in 2018 as in 2011.", "400 none"),
            ("The owner of a ferry that sank with 40 people aboard was jailed on Sunday.", "40 none"),
            ("A ferry with 40 people aboard sank on Sunday.", "40 2025-03-09"),
            ("A cow bought 150 kg in 2024 and buys 85 kg now.", "150 2024-01-01/2024-12-31; 85 none"),
            ("Sales of $400 million (2023: $300 million).", "400 million none; 300 million 2023-01-01/2023-12-31"),
            ("The gang came late on Tuesday, killing nine guards.", "nine 2025-03-11"),
            ("They found 40 tusks, weeks before the vote on Sunday.", "40 none"),
            ("It has money for 40 boats until Friday.", "40 none"),
            ("On the night of 3 March 400 people slept there.", "400 2025-03-03"),
            ("It charged $400 in 2022 and $900 at the end.", "400 2022-01-01/2022-12-31; 900 none"),
            ("It had 400 cars in 2022 and 900 at the end of 2023.", "400 2022-01-01/2022-12-31; 900 2023-12-31"),
            ("It sold 400 cars and in January bought 300.", "400 none; 300 2025-01-01/2025-01-31"),
            ("It sold 400 cars and vans in January.", "400 2025-01-01/2025-01-31"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }

    #[test]
    fn what_begins_or_ends_gives_its_time_to_nothing_else() {
        for (text, expected) in [
            ("Barracks for 900 guards are due to open in May.", "900 none"),
            ("The mill closed in January with 340 hands.", "340 none"),
            ("Work started in January and will cost $40 million.", "40 million none"),
            ("Some 3,000 places will open in May.", "3,000 none"),
            ("It will need 450 hands when it opens in 2027.", "450 none"),
            ("Some 400 shops closed in January.", "400 2025-01-01/2025-01-31"),
            ("It closed 400 shops in January.", "400 2025-01-01/2025-01-31"),
            ("It will sell 400 carts in 2027.", "400 2027-01-01/2027-12-31"),
            ("When the fair opened in January, 400 people came.", "400 2025-01-01/2025-01-31"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }

    #[test]
    fn what_covers_no_period() {
        for (text, expected) in [
            ("The mill where he sang for 19 years shut in January.", "19 none"),
            ("The road was shut for 40 km in January.", "40 none"),
            ("A 130 MW park opened in January.", "130 none"),
            ("The court jailed two men in January.", "two none"),
            ("Sales doubled in 2024.", "doubled none"),
            ("Four days later 400 boats sank.", "Four none; 400 2025-03-16"),
            ("Profit for the 13 weeks to August 30 was $40 million.", "13 none; 40 million 2024-06-01/2024-08-30"),
            ("Velmar, founded in 1951, has 400 cars.", "400 none"),
            ("Velmar, which bought the mill in 2019, says it lost 400 carts.", "400 none"),
            ("It made 400 carts in 2024 and has 600 on its books.", "400 2024-01-01/2024-12-31; 600 none"),
            ("In January the levy was cut to 400 francs from 600.", "400 2025-01-01/2025-01-31; 600 none"),
            (
                "In January the fund sold boats worth 400 francs from 600 towns.",
                "400 2025-01-01/2025-01-31; 600 2025-01-01/2025-01-31",
            ),
            ("The mill, built in 1951, makes 400 carts.", "400 none"),
            ("The 21 dead will be buried on Sunday.", "21 none"),
            ("She won 400 votes and will take office in June.", "400 none"),
            ("In January it sold 400 carts and expects to sell 500.", "400 2025-01-01/2025-01-31; 500 none"),
            ("It has 400 carts and is due to sell them in June.", "400 none"),
            ("It sold 400 carts and 300 coaches in January.", "400 2025-01-01/2025-01-31; 300 2025-01-01/2025-01-31"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }

    #[test]
    fn a_date_at_the_cue_is_no_period() {
        for (text, expected) in [
            ("Mayor Jo Bell told the council in January that repairs would cost $48 million.", "48 million none"),
            ("The ministry said in a letter of 6 January that 40 pupils had left.", "40 none"),
            ("Ana Ruiz, the board's head since 2019, said 40 pupils had left.", "40 none"),
            ("In January the police counted 48 thefts.", "48 2025-01-01/2025-01-31"),
            (
                "Police put losses at $400 in January, while the board put them at $600.",
                "400 2025-01-01/2025-01-31; 600 none",
            ),
            ("Wages were $24 in January, ministry figures show.", "24 2025-01-01/2025-01-31"),
            ("The ministry said Tuesday's shortfall came to 40 tonnes.", "40 2025-03-11"),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }
}
