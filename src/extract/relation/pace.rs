//! One pace told for two stretches of time: "£10 a week, or £520 a year".
//!
//! ```text
//! pace  = figure each time (["," | "—" | "("] ["or" | "about"] | "comes" "to") figure each time
//! each  = "a" | "per" | "each" | "every"
//! time  = "day" | "week" | "month" | "year"
//! pace  = figure … past "," ["or"] figure each time
//! past  = "in" ("the" "quarter" | month) | "last" ("week" | "month" | "quarter" | "year")
//! ```
//! A week may have five working days, a month four weeks: each way of counting is one that may be meant.

use super::Figures;
use super::addend::is_plain;
use crate::claim::{Conversion, Decimal, Relation, Unit};
use crate::extract::said::Said;

/// How many of a shorter time a longer one may be taken for, the likeliest first, in tenths.
const TIMES: [(&str, &str, &[i64]); 9] = [
    ("hour", "day", &[240, 80]),
    ("day", "week", &[70, 50, 60]),
    ("day", "month", &[300, 304, 310, 200, 220]),
    ("day", "quarter", &[910, 900, 920, 650, 620, 780]),
    ("day", "year", &[3650, 3600, 2500, 2600]),
    ("week", "month", &[43, 40]),
    ("week", "quarter", &[130, 120]),
    ("week", "year", &[520, 500]),
    ("month", "year", &[120]),
];

/// The paces that a sentence tells twice.
pub(super) fn paces(figures: &Figures<'_>) -> Vec<Relation> {
    let told = |second| pace(figures, second).or_else(|| of_past(figures, second));
    (1..figures.pieces.len()).filter_map(told).collect()
}

/// "22,800 people came in the quarter, about 250 a day".
fn of_past(figures: &Figures<'_>, second: usize) -> Option<Relation> {
    let first = second - 1;
    let other = time(figures, second)?;
    let words = figures.letters(figures.between(first, second));
    let comma = words.iter().rposition(|word| *word == ",").filter(|_| words.len() <= CLAUSE)?;
    let restated = matches!(words[comma + 1..], [] | ["or"]);
    let each = match words[..comma] {
        [.., "in", "the", "quarter"] | [.., "last", "quarter"] => "quarter",
        [.., "last", time @ ("week" | "month" | "year")] => time,
        _ if is_month(figures, figures.pieces[first].tokens.end + comma) => "month",
        _ => return None,
    };
    let (one, rate) = (&figures.claims[first], &figures.claims[second]);
    let unit = &one.quantity.unit;
    let alike = unit.name() == other.of || rate.quantity.unit == Unit::Count && !figures.pieces[second].united;
    let counted = !unit.is_share() && !unit.is_time() && !figures.pieces[first].age && is_plain(one) && is_plain(rate);
    let conversions = conversions(each, other.each);
    let daily = !figures.is_any_word(&CLOSED) && !figures.earlier.iter().any(is_closed);
    let told = restated && alike && counted && daily && !conversions.is_empty() && closes(figures, other.behind);
    told.then(|| Relation::Paced { first: figures.place(first), second: figures.place(second), conversions })
}

/// How many words may stand between what there was in all and how much of it in a day.
const CLAUSE: usize = 9;

/// Words of days that do not count.
const CLOSED: [&str; 10] =
    ["open", "opens", "opened", "closed", "closes", "weekdays", "weekday", "season", "half", "until"];

/// Whether a sentence before tells of days that do not count.
fn is_closed(said: &Said<'_>) -> bool {
    said.tokens.from(0).rest().iter().any(|token| CLOSED.iter().any(|word| token.reads(word)))
}

/// Whether "in" a whole month, and no more, is told in front of a place.
fn is_month(figures: &Figures<'_>, at: usize) -> bool {
    figures.dates.iter().any(|dated| {
        let days =
            dated.start.zip(dated.end).is_some_and(|(start, end)| start.day() == 1 && end == start.last_of_month());
        dated.tokens.end == at && figures.letters_before(dated.tokens.start, 1) == "in" && days
    })
}

fn pace(figures: &Figures<'_>, second: usize) -> Option<Relation> {
    let first = second - 1;
    let (one, other) = (time(figures, first)?, time(figures, second)?);
    let between = figures.letters(one.behind..figures.pieces[second].tokens.start);
    let restated = matches!(
        between[..],
        ["or" | "(" | "—" | "–" | ","] | ["," | "—" | "–" | "(", "or"] | ["comes" | "amounts" | "adds", .., "to"]
    );
    let alike = one.of == other.of && !figures.claims[first].quantity.unit.is_share();
    let conversions = conversions(one.each, other.each);
    (restated && alike && !conversions.is_empty() && closes(figures, other.behind)).then(|| Relation::Paced {
        first: figures.place(first),
        second: figures.place(second),
        conversions,
    })
}

/// What a figure is told for.
struct Pace<'f> {
    /// The unit without its time.
    of: &'f str,
    each: &'f str,
    /// The place of the token behind it.
    behind: usize,
}

/// The time that a figure is told for.
fn time<'f>(figures: &Figures<'f>, at: usize) -> Option<Pace<'f>> {
    let unit = figures.claims[at].quantity.unit.name();
    let behind = figures.pieces[at].tokens.end;
    if let Some((of, each)) = unit.split_once("_per_").filter(|(_, each)| TIME.contains(each)) {
        return Some(Pace { of, each, behind });
    }
    let each = figures.is_one_of(behind, &["a", "per", "each", "every", "an"]);
    let word = figures.word(behind + 1);
    (each && TIME.contains(&word)).then_some(Pace { of: unit, each: word, behind: behind + 2 })
}

/// The times that a pace is told for.
const TIME: [&str; 5] = ["hour", "day", "week", "month", "year"];

/// Whether nothing at a place limits the pace before it.
fn closes(figures: &Figures<'_>, behind: usize) -> bool {
    figures.token(behind).is_none_or(|_| matches!(figures.word(behind), "." | "," | ";" | ")" | "—" | "–"))
}

/// From how much in one time to how much in another.
fn conversions(one: &str, other: &str) -> Vec<Conversion> {
    let of =
        |short: &str, long: &str| TIMES.iter().find(|(a, b, _)| (*a, *b) == (short, long)).map(|(.., times)| *times);
    let (times, grows) = match (of(one, other), of(other, one)) {
        (Some(times), _) => (times, true),
        (_, Some(times)) => (times, false),
        _ => return Vec::new(),
    };
    let conversion = |tenths: &i64| {
        let (times, one) = (Decimal::new(*tenths, 1).normalize(), Decimal::ONE);
        let (factor, divisor) = if grows { (times, one) } else { (one, times) };
        Conversion { factor, divisor, offset: Decimal::ZERO, inverse: false }
    };
    times.iter().map(conversion).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::ties;
    use crate::claim::Relation;

    #[test]
    fn paces_told_twice() {
        for (text, expected) in [
            ("Rents rise by £10 a month, or £160 a year.", "10 > 160 × 12"),
            ("The fund loses $2 million a day, $18 million a week.", "2 million > 18 million × 7"),
            ("She earns €520 a year (€10 a week).", "520 > 10 × 0.02"),
            ("The well gives 30 litres a day, or 400 litres a week.", "30 > 400 × 7"),
            ("The well gives 30 litres a day, or 400 gallons a week.", "-"),
            ("He earns £10 a month, or £160 a year in the north.", "-"),
            ("Pay of £10 a month comes to £160 a year.", "10 > 160 × 12"),
            ("Some 22,800 people came in the quarter, 450 a day.", "22,800 > 450 × 0.01"),
            ("It moved 840 people last week, or 210 a day.", "840 > 210 × 0.14"),
            ("Police made 372 arrests in May 2024, 22 a day.", "372 > 22 × 0.03"),
            ("Police made 372 arrests in the first half of May 2024, 22 a day.", "-"),
            ("Police made 372 arrests this month, 22 a day.", "-"),
            ("It moved 840 people last week, 210 on a busy day.", "-"),
            ("The pool is closed on Mondays. It had 840 guests last week, 140 a day.", "-"),
            ("He pays £10 a month and £160 a year.", "-"),
            ("He pays £10 a month, or €160 a year.", "-"),
        ] {
            let found = ties(text, |relation, figure| {
                let Relation::Paced { first, second, conversions } = relation else { return None };
                let times = (conversions[0].factor / conversions[0].divisor).round_dp(2).normalize();
                Some(format!("{} > {} × {times}", figure(*first), figure(*second)))
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
