//! Lines about the draft that are none of its story: who wrote it, who issued it, when.
//!
//! | line | says |
//! |---|---|
//! | `By a correspondent in Ostmark` | nothing that is used |
//! | `12 June 2031 — The Beacon, Port Lune` | date, outlet |
//! | `**Date:** 12 February 2025` | date |
//! | `Issued by: River Aid, field office` | outlet |
//!
//! A line with a figure that is no part of its date is never a credit: no claim is lost with one.

use super::date;
use jiff::civil::Date;

/// What a credit line says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Credit<'t> {
    /// When the draft was published, updated or issued.
    pub date: Option<Date>,
    /// Who published it.
    pub outlet: Option<&'t str>,
    /// Where it was written.
    pub place: Option<&'t str>,
}

/// How many bytes a credit line may take.
const LONGEST: usize = 160;
/// Emphasis and what stands between a name and a date.
const MARKS: [char; 12] = ['*', '_', ' ', '\t', ',', ';', '|', '·', '—', '–', '-', ':'];

/// What the line says, if it is a credit line.
pub(super) fn read(line: &str) -> Option<Credit<'_>> {
    let line = line.trim_matches(MARKS);
    if line.is_empty() || line.len() > LONGEST {
        return None;
    }
    labelled(line).or_else(|| dated(line)).or_else(|| is_byline(line).then(Credit::default))
}

/// The date that a line, or a part of it after `·` or `|`, begins with after a word such as `Published`.
pub(super) fn stated_date(line: &str) -> Option<Date> {
    line.split(['·', '|']).take(5).find_map(|part| {
        let (word, rest) = part.trim_start_matches(MARKS).split_once([' ', ':'])?;
        let end = rest.char_indices().nth(40).map_or(rest.len(), |(at, _)| at);
        let (span, date) = date::find(&rest[..end])?;
        let words_between = rest[..span.start].split_whitespace().count();
        (is_one_of(&DATES, word) && words_between <= 1).then_some(date)
    })
}

/// Whether the line may stand among credit lines as the name of a thing: short, without figures, not a sentence.
pub(super) fn is_name_line(line: &str) -> bool {
    line.split_whitespace().count() <= 8 && !has_figure(line) && !line.ends_with(['.', '!', '?', ':'])
}

/// Labels of the draft's date.
const DATES: [&str; 9] = [
    "date",
    "published",
    "publication date",
    "release date",
    "posted",
    "updated",
    "last updated",
    "issued",
    "issued on",
];
/// Labels of who published it.
const OUTLETS: [&str; 6] = ["issued by", "published by", "source", "outlet", "publisher", "agency"];
/// Labels of what is not used.
const OTHERS: [&str; 5] = ["by", "author", "authors", "byline", "contact"];

/// `Date: 12 February 2025`.
fn labelled(line: &str) -> Option<Credit<'_>> {
    let (label, value) = line.split_once(':')?;
    let (label, value) = (label.trim_matches(MARKS), value.trim_matches(MARKS));
    if is_one_of(&DATES, label) {
        let (span, date) = date::find(value)?;
        let is_alone = !has_figure(&value[..span.start]) && !has_figure(&value[span.end..]);
        return is_alone.then(|| Credit { date: Some(date), ..Credit::default() });
    }
    if has_figure(value) {
        return None;
    }
    let outlet = is_one_of(&OUTLETS, label).then_some(value);
    (outlet.is_some() || is_one_of(&OTHERS, label)).then(|| Credit { outlet, ..Credit::default() })
}

/// A short line with a full date in it and no other figure.
fn dated(line: &str) -> Option<Credit<'_>> {
    let (span, date) = date::find(line)?;
    let before = line[..span.start].trim_matches(MARKS);
    let after = line[span.end..].trim_matches(MARKS);
    let words = before.split_whitespace().count() + after.split_whitespace().count();
    let is_sentence = after.ends_with(['.', '!', '?']) || (after.is_empty() && line.ends_with('.'));
    if words > 8 || is_sentence || has_figure(after) || has_figure(before) {
        return None;
    }
    let (outlet, place) = publisher(before, after);
    Some(Credit { date: Some(date), outlet, place })
}

/// The outlet or the place beside a date: one word before it is a place (`Canberra, 27 March 2025`), more an outlet.
fn publisher<'t>(before: &'t str, after: &'t str) -> (Option<&'t str>, Option<&'t str>) {
    let name = if after.is_empty() { before } else { after };
    let name = name.split([',', '·', '|', '.']).next().unwrap_or_default().trim_matches(MARKS);
    if is_one_of(&DATES, name) || is_person(name) || !name.starts_with(char::is_uppercase) {
        (None, None)
    } else if after.is_empty() && !name.contains(' ') {
        (None, Some(name))
    } else {
        (Some(name), None)
    }
}

/// `By Ada Novak`, `By our education reporter`.
fn is_byline(line: &str) -> bool {
    let Some((by, name)) = line.split_once(' ') else { return false };
    let named = name.starts_with(char::is_uppercase) || is_person(name);
    by.eq_ignore_ascii_case("by") && named && is_name_line(name)
}

/// Whether the words speak of who wrote it, or begin as a byline does.
fn is_person(name: &str) -> bool {
    const WRITERS: [&str; 8] =
        ["by", "correspondent", "correspondents", "reporter", "reporters", "editor", "writer", "staff"];
    name.split_whitespace().any(|word| is_one_of(&WRITERS, word))
}

/// Whether the words are one of those, in any case of letters.
fn is_one_of(known: &[&str], words: &str) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(words))
}

fn has_figure(text: &str) -> bool {
    text.contains(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::{read, stated_date};

    /// `date | outlet | place`, with nothing where there is none.
    fn shown(line: &str) -> String {
        read(line).map_or("none".into(), |credit| {
            let date = credit.date.map(|date| date.to_string()).unwrap_or_default();
            format!("{date} | {} | {}", credit.outlet.unwrap_or_default(), credit.place.unwrap_or_default())
        })
    }

    #[test]
    fn credit_lines() {
        for (line, expected) in [
            ("By our harbour reporter", " |  | "),
            ("By Ada Novak | June 3, 2025", "2025-06-03 |  | "),
            ("*By our harbour reporter. 21 August 2031*", "2031-08-21 |  | "),
            ("17 April 2025", "2025-04-17 |  | "),
            ("Updated 3 May 2024", "2024-05-03 |  | "),
            ("*12 June 2031 — The Beacon, Port Lune*", "2031-06-12 | The Beacon | "),
            ("The Ostmark Courier, Thursday 9 October 2031", "2031-10-09 | The Ostmark Courier | "),
            ("Ostmark, Thursday 27 March 2025", "2025-03-27 |  | Ostmark"),
            ("**Date:** 12 February 2025", "2025-02-12 |  | "),
            ("Published: 2024-05-03", "2024-05-03 |  | "),
            ("**Issued by:** River Aid, field office", " | River Aid, field office | "),
            ("Field office · issued 6 November 2024", "2024-11-06 | Field office | "),
        ] {
            assert_eq!(shown(line), expected, "{line}");
        }
    }

    #[test]
    fn what_may_hold_a_claim_is_no_credit() {
        for line in [
            "By noon there was soup for all",
            "By Monday 40 had left",
            "Nine people died on 14 March 2025.",
            "Some 40 people left on 14 March 2025",
            "Updated: 12 dead",
            "Source: 40 people",
            "Date: 3 May 2024, with 40 dead",
            "",
        ] {
            assert_eq!(shown(line), "none", "{line}");
        }
    }

    #[test]
    fn a_stated_date_may_have_prose_after_it() {
        assert!(stated_date("Published 8 May 2031. We look at this page each year.").is_some());
        assert!(stated_date("Updated on 7 November 2024 with the figures").is_some());
        assert!(stated_date("Office · covers 1–30 April 2031 · issued 6 May 2031").is_some());
        assert!(stated_date("Homes sold by 7 November 2024").is_none());
    }
}
