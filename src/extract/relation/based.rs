//! A rise or fall that one sentence counts from what was, of what the sentence before it tells.
//!
//! ```text
//! based   = figure … "." subject ("is" | "was") size "on" ["the"] former
//! subject = "That" | "It" | "This" | "The" [season | "total"] ("figure" | "number" | "total" …)
//! ```
//! What it was of is the only figure of that sentence that comes near to what was before.

use super::addend::is_plain;
use super::change::measure;
use super::former::is_from;
use super::role::{Part, part};
use super::told::last_sentence;
use super::{Figures, is_any};
use crate::claim::{Claim, Relation, Unit, are_within};

/// What a figure is called that is taken up again.
const FIGURE: [&str; 6] = ["figure", "number", "total", "sum", "count", "tally"];

/// Seasons, with their first and last months.
const SEASONS: [(&str, i8, i8); 4] = [("spring", 3, 5), ("summer", 6, 8), ("autumn", 9, 11), ("fall", 9, 11)];

/// How many times what was before a figure may be, at the most.
const FAR: i64 = 2;

/// The change that a sentence tells of the one before it.
pub(super) fn based(figures: &Figures<'_>) -> Option<Relation> {
    let [_, former, ..] = figures.claims else { return None };
    let Part::By(Some(direction)) = part(figures, 0) else { return None };
    let measure = measure(figures, 0).filter(|_| figures.claims[0].quantity.unit == Unit::Percent)?;
    let on = is_from(figures, 1) && figures.between(0, 1).len() <= FORMER && is_plain(former);
    let opening = figures.letters(0..figures.pieces[0].tokens.start);
    let subject = subject(&opening).filter(|_| on)?;
    let mut near = last_sentence(figures).filter(|&at| is_near(&figures.all[at], former));
    let to = near.next().filter(|_| near.next().is_none())?;
    let fits = subject.is_empty() || is_of(&figures.all[to], subject);
    fits.then(|| Relation::Change {
        from: figures.place(1),
        to,
        by: Some((figures.place(0), measure)),
        direction: Some(direction),
    })
}

/// How many words may stand between a size and what it is counted from: "higher than May's pace of".
const FORMER: usize = 7;

/// The season that a subject names, or nothing, where the words in front of a size take up a figure.
fn subject<'f>(opening: &[&'f str]) -> Option<&'f str> {
    let opening = opening.strip_suffix(&["up"]).or_else(|| opening.strip_suffix(&["down"])).unwrap_or(opening);
    let (is, subject) = opening.split_last()?;
    if !is_any(is, &["is", "was"]) {
        return None;
    }
    match subject {
        [that] if is_any(that, &["that", "it", "this"]) => Some(""),
        ["The", name] if is_any(name, &FIGURE) => Some(""),
        ["The", season, name] if is_any(name, &FIGURE) => Some(season),
        _ => None,
    }
}

/// Whether a figure is told of the months of a season.
fn is_of(claim: &Claim, season: &str) -> bool {
    let months = claim.as_of.and_then(|as_of| as_of.start.zip(as_of.end));
    let season = SEASONS.iter().find(|(name, ..)| *name == season);
    months.zip(season).is_some_and(|((start, end), (_, first, last))| {
        start.year() == end.year() && start.month() == *first && end.month() == *last
    })
}

/// Whether two figures may be of one thing at two times.
fn is_near(one: &Claim, former: &Claim) -> bool {
    let bare = former.quantity.unit == Unit::Count;
    let alike = one.quantity.unit == former.quantity.unit || bare && matches!(one.quantity.unit, Unit::Money(_));
    let values = one.quantity.value().zip(former.quantity.value());
    let near = values.is_some_and(|(a, b)| are_within(a, b, FAR.into()));
    alike && near && is_plain(one) && !one.quantity.unit.is_share() && !one.quantity.unit.is_time()
}

#[cfg(test)]
mod tests {
    use super::super::change::tests::changes;

    #[test]
    fn changes_of_the_figure_before() {
        for (text, expected) in [
            ("The zoo had 412 guests. That was up 19 percent on the 378 of 2024.", "378 > 412 up Percent 19"),
            (
                "The zoo had 412 guests.\n\nThe figure was 19 percent higher than the 378 of 2024.",
                "378 > 412 up Percent 19",
            ),
            (
                "The pits gave 65,000 tonnes. It was down 28 percent on the 71,000 tonnes of 2023.",
                "71,000 > 65,000 down Percent 28",
            ),
            (
                "The line moved 412 people from June to August 2024. The summer figure was up 19 percent on the 378 of 2023.",
                "378 > 412 up Percent 19",
            ),
            // Of something else.
            (
                "The line moved 412 people from June to August 2024. The autumn figure was up 19 percent on the 378 of 2023.",
                "-",
            ),
            ("The zoo had 412 guests. Spending was up 19 percent on the 378 of 2024.", "-"),
            ("The zoo had 412 guests. The figure for May was up 19 percent on the 378 of 2024.", "-"),
            ("The zoo had 412 guests and 390 beds. That was up 19 percent on the 378 of 2024.", "-"),
            ("The zoo had 4,120 guests. That was up 19 percent on the 378 of 2024.", "-"),
        ] {
            assert_eq!(changes(text), expected, "{text}");
        }
    }
}
