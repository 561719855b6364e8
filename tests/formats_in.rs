//! One story in every input format, and what holds for any bytes.
#![expect(clippy::unwrap_used, reason = "a fixture that cannot be read fails the test")]

use numerate::input::{FORMATS, by_name, read};
use numerate::text::{Document, Role, Span};
use proptest::prelude::*;
use std::fs;

/// Makes text of bytes.
type Decode = fn(&[u8]) -> String;

/// The fixtures, and what makes text of the bytes that a span of each answers to.
const STORIES: [(&str, Decode); 7] = [
    ("story.txt", utf_8),
    ("story-crlf.txt", utf_8),
    ("story-utf16.txt", utf_16),
    ("story-1252.txt", windows_1252),
    ("story.md", utf_8),
    ("story.html", utf_8),
    ("story.ndjson", utf_8),
];

/// Figures of the story that every format writes as they are read.
const FIGURES: [&str; 8] = ["1,200", "3.5 million", "2.4 metres", "340", "410", "86", "1994", "20,000"];

#[test]
fn one_story_reads_alike_in_every_format() {
    let expected = body(&story("story.txt").0);
    assert_eq!(expected.split(' ').count(), 125);
    assert!(expected.starts_with("The Averno burst its banks"), "{expected}");
    for (name, _) in STORIES {
        let (document, _) = story(name);
        assert_eq!(body(&document), expected, "{name}");
        assert_eq!(document.title(), Some("Flood empties three villages on the Averno"), "{name}");
        assert_eq!(document.published().unwrap().to_string(), "2025-03-12", "{name}");
        assert_eq!(document.outlet(), Some("Delta Wire"), "{name}");
        assert_eq!(document.dateline(), Some("PORT SELVA"), "{name}");
        let headlines = document.blocks().iter().filter(|block| block.role == Role::Headline).count();
        assert_eq!(headlines, usize::from(name != "story.ndjson"), "{name}");
    }
}

#[test]
fn figures_lead_back_to_the_bytes_of_the_file() {
    for (name, decode) in STORIES {
        let (document, file) = story(name);
        for figure in FIGURES {
            let start = document.text().find(figure).unwrap();
            let bytes = document.in_file(Span::new(start, start + figure.len()));
            assert_eq!(decode(&file[bytes.range()]), figure, "{name}");
        }
    }
}

/// The one document of a fixture, and the bytes that its spans speak of.
fn story(name: &str) -> (Document, Vec<u8>) {
    let path = format!("fixtures/formats/{name}");
    let bytes = fs::read(&path).unwrap();
    let document = read(&path, bytes.clone(), None).remove(0).unwrap();
    let is_line = document.format().0 == "ndjson";
    let bytes = if is_line { document.source().as_bytes().to_vec() } else { bytes };
    (document, bytes)
}

/// The running text, with every run of white space as one space.
fn body(document: &Document) -> String {
    let blocks = document.blocks().iter().filter(|block| block.role == Role::Body);
    let words = blocks.flat_map(|block| block.span.of(document.text()).split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

fn utf_8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn utf_16(bytes: &[u8]) -> String {
    encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0.into_owned()
}

fn windows_1252(bytes: &[u8]) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

/// Pieces that readers look at, so that random drafts are not all prose.
const PIECES: [&str; 40] = [
    "OSLO, 3 May 2024 (Wire) — ",
    "By Ada Novak",
    "\n",
    "\n\n",
    "\r\n",
    "---\n",
    "title: \"",
    "# ",
    "> ",
    "- ",
    "1. ",
    "|a|b|\n|-|-|\n",
    "![x](y)",
    "*",
    "**",
    "~~",
    "`",
    "&amp;",
    "&#146;",
    "&",
    "<p>",
    "</p>",
    "<h1>",
    "</h1>",
    "<table><tr><td>",
    "</table>",
    "<li>",
    "<br>",
    "<div class='byline'>",
    "<head><title>",
    "<select><xmp>",
    "<!--",
    "-->",
    "{\"text\": \"",
    "\"}",
    "é",
    "“5”",
    "\u{a0}",
    "3 May 2024",
    "Some 1,200 people left.",
];

/// A draft made of such pieces.
fn draft() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

/// Blocks are in order, apart, not empty, on whole characters, and lead to bytes of the file in the same order.
fn check_blocks(document: &Document, len: usize) {
    let mut ends = (0, 0);
    for block in document.blocks() {
        let bytes = document.in_file(block.span);
        assert!(!block.span.of(document.text()).trim().is_empty(), "{block:?}");
        assert!(ends.0 <= block.span.start && ends.1 <= bytes.start && bytes.start < bytes.end, "{block:?} {bytes:?}");
        ends = (block.span.end, bytes.end);
    }
    assert!(ends.1 <= len.max(document.source().len()));
}

fn check_all_formats(bytes: &[u8]) {
    for format in FORMATS.map(Some).into_iter().chain([None]) {
        for document in read("-", bytes.to_vec(), format).into_iter().flatten() {
            check_blocks(&document, bytes.len());
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check_all_formats(&bytes);
    }

    #[test]
    fn any_draft_can_be_read(draft in draft()) {
        check_all_formats(draft.as_bytes());
    }

    #[test]
    fn blocks_lead_back_through_every_encoding(draft in draft(), prose in "\\PC{0,80}") {
        let draft = format!("{draft}{prose}");
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(draft.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let narrow = encoding_rs::WINDOWS_1252.encode(&format!("é {draft}")).0.into_owned();
        for (bytes, decode) in [(draft.clone().into_bytes(), utf_8 as Decode), (wide, utf_16), (narrow, windows_1252)] {
            for document in read("-", bytes.clone(), by_name("text")).into_iter().flatten() {
                for block in document.blocks() {
                    let words = decode(&bytes[document.in_file(block.span).range()]);
                    prop_assert_eq!(words, block.span.of(document.text()));
                }
            }
        }
    }
}
