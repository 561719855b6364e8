//! Plain text: paragraphs, a title where the first line looks like one, a dateline, credit lines.

use super::masthead::{Masthead, fill};
use super::{credit, dateline, encoding, note, opening, paragraph};
use crate::text::{Block, Document, Format, Origin, Problem, Role, Span};

/// The name that reports use.
pub(super) const FORMAT: Format = Format("text");

/// Reads a plain text.
pub(super) fn read(id: &str, bytes: Vec<u8>) -> Result<Document, Problem> {
    let file = encoding::decode(bytes, None).map_err(|why| why.in_file(id))?;
    let mut masthead = Masthead::default();
    let notes = note::find(&file.source, Span::new(0, file.source.len()));
    let text = note::blanked(&file.source, &notes);
    let blocks = blocks(text.as_deref().unwrap_or(&file.source), &mut masthead);
    let text = text.map(|text| (text, Origin::identity(file.source.len(), 0)));
    Ok(masthead.into_document(id, FORMAT, file, text, blocks).with_notes(notes))
}

/// The blocks of a plain text; fills the masthead where it is empty.
pub(super) fn blocks(text: &str, masthead: &mut Masthead) -> Vec<Block> {
    let mut blocks = paragraph::blocks(text);
    if let Some(title) = title(text, &blocks) {
        set_title(text, title, &mut blocks);
        fill(&mut masthead.title, Some(title.of(text)));
    }
    opening::read(text, &mut blocks, masthead);
    blocks
}

/// The first line, where it is short, no sentence and no credit, and nothing but credits stands in its paragraph.
fn title(text: &str, blocks: &[Block]) -> Option<Span> {
    const LONGEST: usize = 120;
    let first = blocks.first().filter(|block| block.role == Role::Body)?.span;
    let mut lines = first.of(text).lines().map(str::trim);
    let line = lines.next()?;
    let mut credits = 0;
    let only_credits = lines.all(|line| {
        credits += 1;
        credit::read(line).is_some()
    });
    let ends = line.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', ':', ';', ',']);
    let is_title = only_credits
        && (credits > 0 || blocks.len() > 1)
        && !ends
        && line.chars().take(LONGEST + 1).count() <= LONGEST
        && credit::read(line).is_none()
        && dateline::read(line).is_none();
    is_title.then(|| Span::new(first.start, first.start + line.len()))
}

/// Makes the title a block of its own, apart from the credits below it.
fn set_title(text: &str, title: Span, blocks: &mut Vec<Block>) {
    let rest = paragraph::trimmed(text, Span::new(title.end, blocks[0].span.end));
    blocks[0] = Block::new(Role::Headline, title);
    if !rest.is_empty() {
        blocks.insert(1, Block::new(Role::Body, rest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The title, the date, then the blocks with their role.
    fn shown(text: &str) -> String {
        let document = read("a.txt", text.into()).unwrap();
        let date = document.published().map(|date| date.to_string()).unwrap_or_default();
        let block = |block: &Block| format!("{}: {}", block.role.name(), block.span.of(text));
        let blocks: Vec<String> = document.blocks().iter().map(block).collect();
        format!("{} | {date} | {}", document.title().unwrap_or_default(), blocks.join(" | "))
    }

    #[test]
    fn the_first_line_is_the_title_where_it_looks_like_one() {
        for (text, expected) in [
            ("Nine die\n\nThey fell.", "Nine die |  | headline: Nine die | body: They fell."),
            (
                "Nine die\nBy Ada Novak\n3 May 2024\n\nThey fell.",
                "Nine die | 2024-05-03 | headline: Nine die | body: They fell.",
            ),
            ("Nine died.\n\nThey fell.", " |  | body: Nine died. | body: They fell."),
            ("Nine die", " |  | body: Nine die"),
            ("Nine die\nin a fall\n\nThey fell.", " |  | body: Nine die\nin a fall | body: They fell."),
            ("OSLO, 3 May 2024 (Wire)\n\nThey fell.", " | 2024-05-03 | body: They fell."),
            ("RADIO NORTH, FRIDAY 3 MAY 2024\n\nThey fell.", " | 2024-05-03 | body: They fell."),
            ("- Nine\n\nThey fell.", " |  | list: Nine | body: They fell."),
        ] {
            assert_eq!(shown(text), expected, "{text:?}");
        }
    }
}
