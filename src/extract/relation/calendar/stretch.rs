//! How long something lasted, and from when to when.
//!
//! ```text
//! stretch = from_to ["," | "("] ["or" | "lasting" | "a" "period" "of"] duration | duration [","] ["("] from_to
//!         | begins date … date "after" duration | date "," duration ("after" | "since") … date
//!         | see [`later`](super::later) | begins date "and" … date [","] ("lasting" | "lasted") duration
//!         | a duration with a hyphen … from_to        "the three-day fair, 4-6 May"
//!         | "for" duration [","] "since" year | "since" year "," "for" duration      until the draft's date
//! from_to = "from" date "to" date | date dash date
//! begins  = "began" | "started" | "opened" | …
//! ```
//! The two dates of an anniversary name their years. Behind a duration the clause must end: "after nine days of talks"
//! is not the length of what ended.

use super::later::later;
use super::{Figures, dated_by_year, day_figure, is_year, month};
use crate::claim::{Relation, Timing, Unit};
use crate::grammar::QuantityPiece;
use crate::grammar::date::{Dated, Unit as Calendar};
use crate::text::Shape;
use jiff::civil::Date;

const BEGINS: [&str; 6] = ["began", "begun", "started", "opened", "launched", "starting"];
const JOINTS: [&str; 7] = ["to", "until", "through", "and", "-", "–", "—"];

/// How many tokens may stand between a verb of beginning and its date, and before the date of an anniversary.
const REACH: usize = 8;

/// The durations of a sentence whose beginning and end are told.
pub(super) fn stretches(figures: &Figures<'_>) -> Vec<Relation> {
    let spans_time = |at: usize| matches!(&figures.claims[at].quantity.unit, Unit::Measure(name) if is_calendar(name));
    let durations = figures.pieces.iter().enumerate().filter(|(at, piece)| !piece.age && spans_time(*at));
    let told = durations.filter_map(|(at, piece)| {
        let (from, to) = from_to(figures, piece)
            .or_else(|| ended(figures, piece))
            .or_else(|| anniversary(figures, piece))
            .or_else(|| after(figures, piece))
            .or_else(|| later(figures, piece))
            .or_else(|| lasted(figures, piece))
            .or_else(|| closed(figures, piece))
            .or_else(|| attributive(figures, piece))
            .or_else(|| until_now(figures, piece))?;
        Some(Relation::Elapsed { duration: figures.first + at, from, to })
    });
    told.collect()
}

fn is_calendar(unit: &str) -> bool {
    matches!(unit, "day" | "week" | "fortnight" | "month" | "year" | "decade" | "century")
}

/// The ends of a stretch of dates right before or behind a duration.
fn from_to(figures: &Figures<'_>, piece: &QuantityPiece) -> Option<(Timing, Timing)> {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let behind = |dated: &&Dated| {
        let between: Vec<_> = (dated.tokens.end..start).map(|at| figures.word(at)).collect();
        let lasting = || start.checked_sub(2).is_some_and(|noun| !is_person(figures, noun));
        let told = match between[..] {
            ["," | "("] | [",", "or" | "lasting" | "lasted"] => true,
            [",", "a" | "an", _, "of"] => lasting(),
            _ => false,
        };
        told && closes(figures, end)
    };
    let in_front = |dated: &&Dated| {
        let between: Vec<_> = (end..dated.tokens.start).map(|at| figures.word(at)).collect();
        let from = figures.word(dated.tokens.start).eq_ignore_ascii_case("from");
        from && matches!(between[..], [] | [","]) || matches!(between[..], ["("])
    };
    let before = figures.dates.iter().rfind(|dated| dated.tokens.end <= start).filter(behind);
    let after = || figures.dates.iter().find(|dated| dated.tokens.start >= end).filter(in_front);
    ends(figures, before.or_else(after)?)
}

/// Whether a token is a noun for a person: "a man of 48 years".
fn is_person(figures: &Figures<'_>, at: usize) -> bool {
    let noun = figures.token(at).and_then(|token| figures.tokens.lexicon().noun(token.word));
    noun.is_some_and(|noun| noun.class.as_deref() == Some("person"))
}

/// The first and the last day, month or year of a stretch that is told by both.
fn ends(figures: &Figures<'_>, dated: &Dated) -> Option<(Timing, Timing)> {
    let words = figures.tokens.rest().get(dated.tokens.clone())?;
    let count = |fits: &dyn Fn(usize) -> bool| dated.tokens.clone().filter(|at| fits(*at)).count();
    let months = words.iter().filter(|token| month(figures.tokens, token).is_some()).count();
    let days = words.iter().filter(|token| day_figure(token).is_some()).count();
    let years = words.iter().filter(|token| is_year(token)).count();
    let unit = match (days, months, years) {
        (2, 1 | 2, _) => Calendar::Day,
        (0, 2, _) => Calendar::Month,
        (0, 0, 2) => Calendar::Year,
        _ => return None,
    };
    let around = |day| unit.around(day).map(|days| Timing { span: None, start: days.start, end: days.end });
    let joined = count(&|at| figures.is_one_of(at, &JOINTS)) == 1;
    Some((around(dated.start?)?, around(dated.end?)?)).filter(|_| joined && dated.start < dated.end)
}

/// Whether the clause ends at a place.
pub(super) fn closes(figures: &Figures<'_>, at: usize) -> bool {
    figures.token(at).is_none_or(|next| next.shape == Shape::Mark && !matches!(figures.word(at), "-" | "–"))
}

/// `begins date … date "after" duration`
fn ended(figures: &Figures<'_>, piece: &QuantityPiece) -> Option<(Timing, Timing)> {
    let after = piece.tokens.start.checked_sub(1).filter(|at| figures.is_one_of(*at, &["after"]))?;
    let comma = usize::from(after > 0 && figures.word(after - 1) == ",");
    let last = figures.dates.iter().find(|dated| dated.tokens.end + comma == after)?;
    let first = figures.dates.iter().rfind(|dated| dated.tokens.end <= last.tokens.start);
    let years = first.and_then(|first| dated_by_year(figures.tokens, first)).zip(dated_by_year(figures.tokens, last));
    let two =
        figures.dates.len() == 2 && first.is_some_and(|first| joins(figures, first.tokens.end..last.tokens.start));
    if let Some(years) = years.filter(|_| two && closes(figures, piece.tokens.end)) {
        return Some(years);
    }
    let first = match first {
        Some(first) => single(first).filter(|_| begins(figures, first.tokens.start)),
        None => begun_before(figures),
    };
    // "Boring began in May and ended in July, after nine weeks of work".
    let of_work = || first.is_some() && figures.letters(piece.tokens.end..piece.tokens.end + 2) == ["of", "work"];
    first.zip(single(last)).filter(|_| closes(figures, piece.tokens.end) || of_work())
}

/// Whether words go on with a second verb: "was jailed in 2011 and freed in 2023".
fn joins(figures: &Figures<'_>, words: std::ops::Range<usize>) -> bool {
    let words = figures.letters(words);
    matches!(words[..], ["and", _] | ["and", _, _] | ["and", _, _, _])
}

/// "Began on 3 March and ended on 17 March, lasting three weeks".
fn lasted(figures: &Figures<'_>, piece: &QuantityPiece) -> Option<(Timing, Timing)> {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let [first, last] = figures.dates.iter().filter(|dated| dated.tokens.end < start).collect::<Vec<_>>()[..] else {
        return None;
    };
    let beside = matches!(
        figures.letters(last.tokens.end..start)[..],
        ["lasting" | "lasted"] | ["," | "and", "lasting" | "lasted"]
    );
    let joined = joins(figures, first.tokens.end..last.tokens.start) && begins(figures, first.tokens.start);
    single(first).zip(single(last)).filter(|_| beside && joined && closes(figures, end))
}

/// "It was shut on 4 May and reopened on 18 May, so that they did without it for three weeks".
fn closed(figures: &Figures<'_>, piece: &QuantityPiece) -> Option<(Timing, Timing)> {
    const SHUTS: [&str; 6] = ["shut", "closed", "halted", "stopped", "suspended", "vanished"];
    const OPENS: [&str; 5] = ["reopened", "resumed", "returned", "restarted", "reappeared"];
    let start = piece.tokens.start;
    let [first, last] = figures.dates.iter().collect::<Vec<_>>()[..] else { return None };
    let near =
        |words: &[&str], place: usize| (place.saturating_sub(REACH / 2)..place).any(|at| figures.is_one_of(at, words));
    let told = near(&SHUTS, first.tokens.start) && near(&OPENS, last.tokens.start);
    let lasting = figures.is_one_of(start.checked_sub(1)?, &["for", "after"]);
    let beside = start.checked_sub(last.tokens.end)? <= 2 * REACH;
    let (from, to) = single(first).zip(single(last))?;
    (told && lasting && beside && from.start < to.start && closes(figures, piece.tokens.end)).then_some((from, to))
}

/// "The three-day fair, 4-6 May", "a five-day strike from 4 to 8 May".
fn attributive(figures: &Figures<'_>, piece: &QuantityPiece) -> Option<(Timing, Timing)> {
    let hyphen = piece.tokens.clone().any(|at| figures.word(at).contains('-'));
    let dated = figures.dates.iter().find(|dated| dated.tokens.start >= piece.tokens.end).filter(|_| hyphen)?;
    let between = piece.tokens.end..dated.tokens.start;
    let words = figures.letters(between.clone());
    let noun = words.first().is_some_and(|word| !word.is_empty());
    let joined = matches!(words[..], [_, .., "," | "(" | "runs" | "ran" | "lasts" | "lasted" | "held"])
        || words.len() <= 2 && figures.is_one_of(dated.tokens.start, &["from"]);
    let found = (noun && joined && between.len() <= 4).then(|| ends(figures, dated)).flatten();
    // "They vote on the two-year deal from 4 to 8 May": the vote takes so long.
    let years = piece.tokens.clone().any(|at| figures.word(at).contains("year"));
    let one_year = |(start, end): &(Timing, Timing)| start.start.map(Date::year) == end.end.map(Date::year);
    found.filter(|ends| !years || !one_year(ends))
}

pub(super) fn single(dated: &Dated) -> Option<Timing> {
    let timing = Timing { span: None, start: dated.start, end: dated.end };
    (dated.start.is_some() && dated.start == dated.end).then_some(timing)
}

/// "Has led it for nine years, since 2010", "since 2010, for nine years": from a year to the draft's date.
fn until_now(figures: &Figures<'_>, piece: &QuantityPiece) -> Option<(Timing, Timing)> {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let lasting = figures.letters_before(start, 1) == "for";
    let over = (0..start).any(|at| figures.is_one_of(at, &["had", "was", "were"]));
    let beside = |dated: &&Dated| {
        let ahead = dated.tokens.end + 2 == start && figures.letters_before(start, 2) == ",";
        let behind = dated.tokens.start == end || dated.tokens.start == end + 1 && figures.word(end) == ",";
        let words: Vec<_> = dated.tokens.clone().map(|at| figures.word(at)).collect();
        (ahead || behind) && matches!(words[..], ["since" | "Since", _])
    };
    let since = figures.dates.iter().find(beside).filter(|_| lasting && !over)?;
    let start = dated_by_year(figures.tokens, since)?.start?;
    let from = Timing { span: None, start: Some(start), end: Some(start.last_of_year()) };
    figures.published().map(|day| (from, Timing::day(day)))
}

/// Whether a verb of beginning stands shortly before a place.
fn begins(figures: &Figures<'_>, at: usize) -> bool {
    (at.saturating_sub(REACH / 2)..at).any(|at| figures.is_one_of(at, &BEGINS))
}

/// The last day of the sentence before, where this one says that something began at once.
fn begun_before(figures: &Figures<'_>) -> Option<Timing> {
    const AT_ONCE: [&[&str]; 5] =
        [&["within", "the", "hour"], &["that", "day"], &["the", "same", "day"], &["at", "once"], &["immediately"]];
    let begun = (0..figures.tokens.rest().len()).find(|at| figures.is_one_of(*at, &BEGINS))? + 1;
    let reads = |words: &&[&str]| words.iter().enumerate().all(|(at, word)| figures.is_one_of(begun + at, &[word]));
    AT_ONCE.iter().find(|words| reads(words))?;
    let before = figures.earlier.last()?;
    before.dates.last().and_then(single)
}

/// `date "," duration ("after" | "since") … date`
fn anniversary(figures: &Figures<'_>, piece: &QuantityPiece) -> Option<(Timing, Timing)> {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let last = figures.dates.iter().find(|dated| dated.tokens.end + 1 == start && figures.word(start - 1) == ",")?;
    let first = figures.dates.iter().find(|dated| dated.tokens.start > end)?;
    let between = end + 1..first.tokens.start;
    let plain = between.len() <= REACH
        && between.clone().all(|at| figures.token(at).is_some_and(|token| token.shape != Shape::Mark));
    let told = figures.is_one_of(end, &["after", "since"]) && plain;
    let years = dated_by_year(figures.tokens, first).zip(dated_by_year(figures.tokens, last));
    years.or_else(|| single(first).zip(single(last))).filter(|_| told)
}

/// `duration "after" first "," ["in"] last`: "Ten years after the 1998 strike, in 2008, the mine shut".
fn after(figures: &Figures<'_>, piece: &QuantityPiece) -> Option<(Timing, Timing)> {
    let end = piece.tokens.end;
    let [first, last] = figures.dates.iter().filter(|dated| dated.tokens.start > end).collect::<Vec<_>>()[..] else {
        return None;
    };
    let opens = piece.tokens.start == 0 && figures.is_one_of(end, &["after"]) && first.tokens.start - end <= REACH;
    let between = figures.letters(first.tokens.end..last.tokens.start);
    let apposed = matches!(between[..], [",", "in" | "on"] | [","] | [_, ",", "in" | "on"]);
    let closed = figures.word(last.tokens.end) == ",";
    let years = dated_by_year(figures.tokens, first).zip(dated_by_year(figures.tokens, last));
    years.filter(|_| opens && apposed && closed)
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::relations;

    #[test]
    fn durations_and_their_ends() {
        for (text, wanted) in [
            ("She was mayor from 2010 to 2015, eight years.", "2010-01-01 2015-12-31"),
            ("She was mayor for eight years, from 2010 to 2015.", "2010-01-01 2015-12-31"),
            ("The strike began on 14 January and ended on 19 January after nine days.", "2025-01-14 2025-01-19"),
            (
                "The boat sank on 14 January 2025. The search began at once and ended on 19 January after nine days.",
                "2025-01-14 2025-01-19",
            ),
            // The draft is of 12 March 2025.
            ("He has led the choir for nine years, since 2010.", "2010-01-01 2025-03-12"),
            ("Since 2010, for nine years, he has led the choir.", "2010-01-01 2025-03-12"),
            ("He had led the choir for nine years, since 2010.", ""),
            ("In 2022, 15 years after the 2005 flood, the dam was rebuilt.", "2005-01-01 2022-12-31"),
            ("Digging began on 14 January and ended on 19 January, after nine days of work.", "2025-01-14 2025-01-19"),
            ("The strike began on 14 January and ended on 19 January after two days of talks.", ""),
            ("From 2010 to 2015, two years after the fire, it stood empty.", ""),
            ("The strike began on 2 January and ended on 12 January, lasting three weeks.", "2025-01-02 2025-01-12"),
            (
                "The strike, which began on 2 January and ended on 12 January, lasted three weeks.",
                "2025-01-02 2025-01-12",
            ),
            ("The strike began on 2 January and ended on 12 January, lasting three weeks in Orr.", ""),
            ("He was jailed in 2011 and freed in 2023 after 18 years.", "2011-01-01 2023-12-31"),
            (
                "The lift was shut on 4 May and reopened on 18 May, so that they walked for three weeks.",
                "2024-05-04 2024-05-18",
            ),
            ("The lift was shut on 4 May and reopened on 18 May, so that they walked for three weeks of rain.", ""),
            ("The lift was shut on 4 May and paid for on 18 May, so that they walked for three weeks.", ""),
            ("The eight-day fair, 4–8 May, is over.", "2025-05-04 2025-05-08"),
            ("The eight-day fair runs from 4 to 8 May.", "2025-05-04 2025-05-08"),
            ("In 2019, two decades after the 2009 coup, he returned.", "2009-01-01 2019-12-31"),
            ("They vote on the two-year deal from 4 to 8 May.", ""),
            ("The eight-day fair opens after a strike from 4 to 8 May.", ""),
            ("He was jailed in 2011 and freed in 2023 after two years of talks.", ""),
            ("He ruled from 1990 to 2004, a reign of 18 years.", "1990-01-01 2004-12-31"),
            ("Ten years after the 1998 strike, in 2012, the mine shut.", "1998-01-01 2012-12-31"),
            ("He ran from 1990 to 2004, a man of 48 years.", ""),
            ("Ten years after the 1998 strike, the mine of 2012 shut.", ""),
            ("It fell in three years between 2010 and 2015.", ""),
        ] {
            let found: Vec<_> = relations(text).iter().filter_map(shown).collect();
            assert_eq!(found.join("; "), wanted, "{text}");
        }
    }

    fn shown(relation: &Relation) -> Option<String> {
        let Relation::Elapsed { from, to, .. } = relation else { return None };
        Some(format!("{} {}", from.start?, to.end?))
    }
}
