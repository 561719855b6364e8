//! What a page's `<meta>`, `<link>` and `<time>` tags say of the story, and the encoding it declares.

use super::entity;
use super::markup::Tag;
use crate::input::date;
use crate::input::masthead::{Masthead, fill};
use encoding_rs::Encoding;
use jiff::civil::Date;
use memchr::memmem;

/// Names of the tag that gives the date of publication.
const DATES: [&str; 11] = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publish-date",
    "publishdate",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "parsely-pub-date",
];

/// Adds what a tag says.
pub(super) fn note(tag: &Tag, masthead: &mut Masthead) {
    let content = entity::decoded(tag.attribute("content"));
    match tag.name.as_str() {
        "meta" => match name(tag).to_ascii_lowercase().as_str() {
            name if DATES.contains(&name) => masthead.published = masthead.published.or_else(|| any_date(&content)),
            "og:site_name" | "dc.publisher" | "dcterms.publisher" => fill(&mut masthead.outlet, Some(&content)),
            "og:url" => fill(&mut masthead.url, Some(&content)),
            _ => {}
        },
        "link" if tag.attribute("rel").eq_ignore_ascii_case("canonical") => {
            fill(&mut masthead.url, Some(&entity::decoded(tag.attribute("href"))));
        }
        "time" => masthead.published = masthead.published.or_else(|| any_date(tag.attribute("datetime"))),
        _ => {}
    }
}

/// The single-byte encoding that a page declares in its first bytes.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    const SAMPLE: usize = 4096;
    let start = bytes[..bytes.len().min(SAMPLE)].to_ascii_lowercase();
    let at = memmem::find(&start, b"charset=")? + "charset=".len();
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_:".contains(byte);
    let label: Vec<u8> =
        start[at..].iter().skip_while(|byte| b"\"' ".contains(byte)).take_while(is_part).copied().collect();
    Encoding::for_label(&label).filter(|encoding| encoding.is_single_byte())
}

fn name(tag: &Tag) -> &str {
    ["property", "name", "itemprop"].into_iter().map(|key| tag.attribute(key)).find(|it| !it.is_empty()).unwrap_or("")
}

/// A timestamp, or a date in words among few others.
fn any_date(text: &str) -> Option<Date> {
    const LONGEST: usize = 80;
    let text = text.trim();
    date::from_stamp(text).or_else(|| (text.len() <= LONGEST).then(|| date::find(text)).flatten().map(|(_, date)| date))
}

#[cfg(test)]
mod tests {
    use super::{any_date, declared_encoding};

    #[test]
    fn declared_encodings_of_one_byte_count() {
        for (page, expected) in [
            ("<meta charset=\"windows-1251\">", Some("windows-1251")),
            ("<META http-equiv=x content='text/html; charset=ISO-8859-2'>", Some("ISO-8859-2")),
            ("<meta charset=utf-8>", None),
            ("<meta charset=shift_jis>", None),
            ("<p>charset=", None),
        ] {
            assert_eq!(declared_encoding(page.as_bytes()).map(Encoding::name), expected, "{page}");
        }
    }
    use encoding_rs::Encoding;

    #[test]
    fn dates_of_tags() {
        for (text, expected) in
            [("2024-05-03T10:00:00+02:00", "2024-05-03"), ("Fri, 3 May 2024 10:00", "2024-05-03"), ("yesterday", "")]
        {
            assert_eq!(any_date(text).map(|date| date.to_string()).unwrap_or_default(), expected);
        }
    }
}
