//! Anniversaries of what happened in a year that is told.
//!
//! ```text
//! anniversary = N suffix "anniversary" "of" … year | founded … year … "its" N suffix "anniversary"
//! founded     = "founded" | "established" | "opened" | …
//! ```
//! It is held in the draft's year, or in the only other year of the sentence. Where nothing says that it is being held,
//! it may be one to come within a year, or later where the words say so.

use super::super::is_any;
use super::{Figures, is_year};
use crate::claim::Relation;
use std::ops::Range;

/// How many tokens behind "of" the year may stand.
const REACH: usize = 9;

/// How many tokens may stand between what was founded and its anniversary.
const APART: usize = 16;

/// How many years ahead an anniversary may lie that is spoken of as one to come.
const YEARS_AHEAD: i16 = 5;

const FOUNDED: [&str; 8] =
    ["founded", "established", "opened", "launched", "formed", "built", "created", "incorporated"];

/// Words that say that an anniversary is being held.
const HELD: [&str; 12] = [
    "marks",
    "marked",
    "marking",
    "celebrates",
    "celebrated",
    "celebrating",
    "commemorated",
    "commemorates",
    "commemorating",
    "today",
    "observed",
    "observes",
];

/// Words that say that it was held before or will be held later.
const ELSEWHEN: [&str; 9] = ["will", "would", "next", "last", "ahead", "upcoming", "coming", "plans", "before"];

const SUFFIXES: [&str; 4] = ["st", "nd", "rd", "th"];

/// The anniversaries of a sentence.
pub(super) fn anniversaries(figures: &Figures<'_>) -> Vec<Relation> {
    let words = 0..figures.tokens.rest().len();
    words
        .filter(|&at| figures.is_one_of(at, &["anniversary", "birthday"]))
        .filter_map(|at| anniversary(figures, at))
        .collect()
}

fn anniversary(figures: &Figures<'_>, at: usize) -> Option<Relation> {
    let (years, start) = ordinal(figures, at)?;
    let (year_at, from) =
        of_year(figures, at).or_else(|| founded(figures, start)).or_else(|| founded_behind(figures, start, at))?;
    let others: Vec<_> = years_of(figures).filter(|(place, _)| *place != year_at).map(|(_, year)| year).collect();
    let to = match others[..] {
        [] => figures.published()?.year(),
        [other] if other > from => other,
        _ => return None,
    };
    let later = figures.is_any_word(&ELSEWHEN);
    let ahead = if later { YEARS_AHEAD } else { i16::from(!others.is_empty() || !figures.is_any_word(&HELD)) };
    let span = figures.tokens.from(start).span_to(&figures.tokens.from(at + 1));
    let first = to - i16::from(later);
    (from < to).then_some(Relation::Anniversary { span, years, from, to: (first, to + ahead) })
}

/// "50th" or "50-th" in front of a place, and where it begins.
fn ordinal(figures: &Figures<'_>, at: usize) -> Option<(i16, usize)> {
    let suffix = at.checked_sub(1)?;
    if figures.is_one_of(suffix, &SUFFIXES) {
        let start = suffix.checked_sub(1)?;
        return Some((figures.word(start).parse().ok()?, start));
    }
    let word = figures.word(suffix);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (SUFFIXES.contains(&&word[digits.len()..])).then(|| Some((digits.parse().ok()?, suffix)))?
}

/// "Of the 1976 flood", "of the flood of 1976".
fn of_year(figures: &Figures<'_>, at: usize) -> Option<(usize, i16)> {
    if !figures.is_one_of(at + 1, &["of"]) {
        return None;
    }
    let behind = at + 2..at + 2 + REACH;
    let stop =
        behind.clone().find(|&at| is_any(figures.word(at), &[",", ".", ";", "and", "but"])).unwrap_or(behind.end);
    only(figures, behind.start..stop)
}

/// "Founded in 1926, … its": the year.
fn founded(figures: &Figures<'_>, start: usize) -> Option<(usize, i16)> {
    let own = is_any(figures.letters_before(start, 1), &["its", "their"]);
    let from =
        (start.saturating_sub(APART)..start).rev().find(|&at| figures.is_one_of(at, &FOUNDED)).filter(|_| own)?;
    only(figures, from..start)
}

/// "Its 150th anniversary falls this year: it was founded in 1875": the year.
fn founded_behind(figures: &Figures<'_>, start: usize, at: usize) -> Option<(usize, i16)> {
    let own = is_any(figures.letters_before(start, 1), &["its", "their", "the"]);
    let from = (at..at + APART).find(|&at| figures.is_one_of(at, &FOUNDED)).filter(|_| own)?;
    let whose = (at..from).any(|at| figures.is_one_of(at, &["when", "whose", "that", "by"]));
    only(figures, from..from + REACH).filter(|_| !whose)
}

/// The only year in a stretch of tokens.
fn only(figures: &Figures<'_>, range: Range<usize>) -> Option<(usize, i16)> {
    let mut years = years_of(figures).filter(|(at, _)| range.contains(at));
    years.next().filter(|_| years.next().is_none())
}

fn years_of<'f>(figures: &Figures<'f>) -> impl Iterator<Item = (usize, i16)> + 'f {
    let words = figures.tokens.rest().iter().enumerate();
    words.filter(|(_, token)| is_year(token)).filter_map(|(at, token)| Some((at, token.letters.parse().ok()?)))
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::relations;

    #[test]
    fn anniversaries_of_years() {
        // The draft is of 12 March 2025.
        for (text, wanted) in [
            ("The town marked the 50th anniversary of the 1967 flood.", "50 1967 2025-2025"),
            ("The 50th anniversary of the flood of 1967 is near.", "50 1967 2025-2026"),
            ("The club, founded in 1926, is celebrating its 150th anniversary.", "150 1926 2025-2025"),
            ("Founded in 1920, the club celebrates its 90th birthday this year.", "90 1920 2025-2025"),
            ("Its 200th anniversary falls this year: it was founded in 1875.", "200 1875 2025-2026"),
            ("In 2015 it marked the 50th anniversary of the 1967 flood.", "50 1967 2015-2016"),
            ("It will mark the 100th anniversary of the 1930 fire.", "100 1930 2024-2030"),
            ("They prepare for the 50th anniversary, after 1967 brought a flood.", ""),
            ("From 2001 to 2003 it planned the 50th anniversary of the 1967 flood.", ""),
        ] {
            let found = relations(text).into_iter().filter_map(|one| match one {
                Relation::Anniversary { years, from, to, .. } => Some(format!("{years} {from} {}-{}", to.0, to.1)),
                _ => None,
            });
            assert_eq!(found.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }
}
