//! The dateline that opens a story: where it was written, when, for whom.
//!
//! ```text
//! dateline = [place] ["," date] ["(" outlet ")"] dash
//! place    = NAME *("," Name)      ; capitals, unless a full date follows
//! dash     = "—" / " – " / " - " / "--"
//! ```
//!
//! The story goes on with a capital, a figure or a quotation mark: `UNICEF — the children's agency — said` has none.

use super::date;
use jiff::civil::Date;

/// What a dateline says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Dateline<'t> {
    /// The place, with its country or state where it is given: `PADANG, Indonesia`.
    pub place: Option<&'t str>,
    /// The date, where it is given with its year.
    pub date: Option<Date>,
    /// What stands in the bracket: an agency, a paper, a desk.
    pub outlet: Option<&'t str>,
    /// How many bytes of the paragraph come before the story.
    pub len: usize,
}

/// How many bytes a dateline may take.
const LONGEST: usize = 140;

/// The dateline that a paragraph begins with, or that it is.
pub(super) fn read(paragraph: &str) -> Option<Dateline<'_>> {
    paragraph
        .char_indices()
        .take_while(|&(at, _)| at < LONGEST)
        .find_map(|(at, _)| {
            let len = at + dash(paragraph, at)?;
            let story = paragraph[len..].trim_start();
            let head = head(&paragraph[..at])?;
            opens_story(story).then_some(Dateline { len: paragraph.len() - story.len(), ..head })
        })
        .or_else(|| alone(paragraph))
}

/// The length of the dash that ends a dateline at `at`, if there is one.
fn dash(paragraph: &str, at: usize) -> Option<usize> {
    let rest = &paragraph[at..];
    let spaced = |mark: &str| paragraph[..at].ends_with(char::is_whitespace) && rest[mark.len()..].starts_with(' ');
    ["—", "--", "–", "-"]
        .into_iter()
        .find(|mark| rest.starts_with(mark))
        .filter(|&mark| matches!(mark, "—" | "--") || spaced(mark))
        .map(str::len)
}

/// Whether a sentence may begin so.
fn opens_story(story: &str) -> bool {
    story.starts_with(|char: char| !char.is_lowercase() && !matches!(char, ',' | ')' | '-' | '—'))
}

/// A paragraph that is nothing but a dateline with place, date and outlet.
fn alone(paragraph: &str) -> Option<Dateline<'_>> {
    if paragraph.len() > LONGEST || !is_capitals(first_word(paragraph)) {
        return None;
    }
    let head = head(paragraph)?;
    (head.place.is_some() && head.date.is_some() && head.outlet.is_some())
        .then_some(Dateline { len: paragraph.len(), ..head })
}

/// What stands before the dash.
fn head(text: &str) -> Option<Dateline<'_>> {
    let (rest, bracket) = bracketed(text.trim());
    let (rest, own_date) = dated(rest);
    let date = own_date.or_else(|| whole_date(bracket?));
    let outlet = bracket.filter(|name| !name.contains(|char: char| char.is_ascii_digit()));
    let place = Some(rest.trim_end_matches([',', ' '])).filter(|place| !place.is_empty());
    let known = match place {
        Some(place) => is_place(place, date.is_some()),
        None => date.is_some() || outlet.is_some(),
    };
    let bracket_fits = bracket.is_none() || outlet.is_some() || date.is_some();
    (known && bracket_fits).then_some(Dateline { place, date, outlet, len: 0 })
}

/// The text before a bracket at its end, and what the bracket holds.
fn bracketed(text: &str) -> (&str, Option<&str>) {
    let inner = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    inner.map_or((text, None), |(before, inner)| (before.trim_end(), Some(inner.trim())))
}

/// The text before a date at its end, and the date where it has a year.
fn dated(text: &str) -> (&str, Option<Date>) {
    if let Some((span, date)) = date::find(text)
        && text[span.end..].trim_matches([' ', ',', '.']).is_empty()
    {
        return (&text[..span.start], Some(date));
    }
    match text.rsplit_once(',') {
        Some((before, last)) if date::is_yearless(last) => (before, None),
        _ => (text, None),
    }
}

fn whole_date(text: &str) -> Option<Date> {
    date::find(text).filter(|(span, _)| span.of(text) == text).map(|(_, date)| date)
}

/// Whether the text may be a place: up to three names of few words, the first in capitals unless it is dated.
fn is_place(text: &str, dated: bool) -> bool {
    let names: Vec<&str> = text.split(", ").collect();
    let first_fits = dated || names.first().is_some_and(|name| is_capitals(name));
    names.len() <= 3 && first_fits && names.iter().all(|name| is_name(name))
}

/// Up to five words with a capital each, but for the small words that names hold.
fn is_name(text: &str) -> bool {
    const SMALL: [&str; 14] = ["al", "am", "and", "da", "de", "del", "do", "du", "el", "la", "of", "on", "sur", "the"];
    let mut words = text.split_whitespace();
    let is_word = |word: &str| {
        let letters = |char: char| char.is_alphabetic() || ".'’-/".contains(char);
        word.chars().all(letters) && (word.starts_with(char::is_uppercase) || SMALL.contains(&word))
    };
    text.starts_with(char::is_uppercase) && words.by_ref().take(5).all(is_word) && words.next().is_none()
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default().trim_end_matches(',')
}

/// Two capitals or more, and no small letter but in `McALLEN` or `RIO de JANEIRO`.
fn is_capitals(name: &str) -> bool {
    let capitals = name.chars().filter(|char| char.is_uppercase()).count();
    let small = name.chars().filter(|char| char.is_lowercase()).count();
    capitals >= 2 && small * 3 <= capitals
}

#[cfg(test)]
mod tests {
    use super::read;
    use jiff::civil::date;

    /// `place | date | outlet | story`, with nothing where there is none.
    fn shown(paragraph: &str) -> String {
        read(paragraph).map_or("none".into(), |line| {
            let date = line.date.map(|date| date.to_string()).unwrap_or_default();
            let story = &paragraph[line.len..];
            format!("{} | {date} | {} | {story}", line.place.unwrap_or_default(), line.outlet.unwrap_or_default())
        })
    }

    #[test]
    fn datelines_are_cut_from_the_story() {
        for (paragraph, expected) in [
            ("PORT LUNE, 14 March 2025 (Wire) — Nine died.", "PORT LUNE | 2025-03-14 | Wire | Nine died."),
            ("LEEDS, Sept 12 2031 (Business desk) - The firm", "LEEDS | 2031-09-12 | Business desk | The firm"),
            ("MEDAN, Indonesia, Nov. 6, 2031 (Wire) — A quake", "MEDAN, Indonesia | 2031-11-06 | Wire | A quake"),
            ("PARIS (Radio Est) -- “We won", "PARIS |  | Radio Est | “We won"),
            ("BERLIN—Some 40", "BERLIN |  |  | Some 40"),
            ("RIO de JANEIRO, Oct 31 - Prices", "RIO de JANEIRO |  |  | Prices"),
            ("Geneva, Friday, 14 March 2025 – Aid", "Geneva | 2025-03-14 |  | Aid"),
            ("NICE (14 March 2025) — Two", "NICE | 2025-03-14 |  | Two"),
            ("22 November 2024 — Carriers", " | 2024-11-22 |  | Carriers"),
            ("(Radio Est) - Shares", " |  | Radio Est | Shares"),
            ("OSTMARK, 5 February 2025 (Medics)", "OSTMARK | 2025-02-05 | Medics | "),
        ] {
            assert_eq!(shown(paragraph), expected, "{paragraph}");
        }
    }

    #[test]
    fn prose_is_no_dateline() {
        for paragraph in [
            "UNICEF — the children's agency — said nine died.",
            "The mayor - A. Ruiz - left on 14 March 2025.",
            "Some 40 people — Most of them old — left.",
            "Prices rose. LONDON — Nine died.",
            "BERLIN",
            "RADIO NORTH, NEWS AT SIX, 5 February 2025",
            "Ostmark, 5 February 2025",
            "—",
            "",
        ] {
            assert_eq!(shown(paragraph), "none", "{paragraph}");
        }
        assert_eq!(read("OSLO, 1 May 2025 — Two").unwrap().date, Some(date(2025, 5, 1)));
    }
}
