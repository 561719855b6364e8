//! One pace told for two stretches of time: "£10 a week, or £520 a year".
//!
//! ```text
//! pace  = figure each time (["," | "—" | "("] ["or" | "about"] | "comes" "to") figure each time
//! each  = "a" | "per" | "each" | "every"
//! time  = "day" | "week" | "month" | "year"
//! ```
//! A week may have five working days, a month four weeks: each way of counting is one that may be meant.

use super::Figures;
use crate::claim::{Conversion, Decimal, Relation};

/// How many of a shorter time a longer one may be taken for, the likeliest first, in tenths.
const TIMES: [(&str, &str, &[i64]); 7] = [
    ("hour", "day", &[240, 80]),
    ("day", "week", &[70, 50, 60]),
    ("day", "month", &[300, 304, 310, 200, 220]),
    ("day", "year", &[3650, 3600, 2500, 2600]),
    ("week", "month", &[43, 40]),
    ("week", "year", &[520, 500]),
    ("month", "year", &[120]),
];

/// The paces that a sentence tells twice.
pub(super) fn paces(figures: &Figures<'_>) -> Vec<Relation> {
    (1..figures.pieces.len()).filter_map(|second| pace(figures, second)).collect()
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
