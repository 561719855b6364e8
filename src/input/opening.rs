//! The opening of a story: credit lines are taken out of it, the dateline is cut off its first paragraph.
//!
//! Works on blocks of any format, so that a draft reads alike in all of them.

use super::masthead::Masthead;
use super::{credit, date, dateline};
use crate::text::{Block, Role, Span};

/// How many blocks the opening may have.
const MOST_BLOCKS: usize = 10;
/// How many paragraphs may be tried for a dateline: an editor's note may come before the first of the story.
const MOST_PARAGRAPHS: usize = 2;
/// How many bytes of a block are looked at; no credit is as long.
const SAMPLE: usize = 600;

/// Reads the opening of a story: fills the masthead where it is empty, and takes from the blocks what is no story.
pub(super) fn read(text: &str, blocks: &mut Vec<Block>, masthead: &mut Masthead) {
    let count = blocks.len().min(MOST_BLOCKS);
    let mut opening: Vec<Block> = blocks.drain(..count).collect();
    let mut paragraphs = 0;
    opening.retain_mut(|block| {
        if paragraphs == MOST_PARAGRAPHS || !matches!(block.role, Role::Body | Role::Subhead | Role::Caption) {
            return true;
        }
        // A draft that is nothing but a date has that for its text.
        let is_story = !take_credits(text, block, masthead) || count == 1;
        if is_story && block.role == Role::Body {
            paragraphs = if take_dateline(text, block, masthead) { MOST_PARAGRAPHS } else { paragraphs + 1 };
        }
        is_story
    });
    if masthead.published.is_none() {
        masthead.published = opening.iter().find_map(|block| date_of_heading(text, block));
    }
    blocks.splice(..0, opening);
}

/// Whether every line of the block is a credit line, or a bare name among such; then notes what they say.
fn take_credits(text: &str, block: &Block, masthead: &mut Masthead) -> bool {
    let passage = sample(text, block.span);
    if dateline::read(passage).is_some_and(|line| line.len == passage.len()) {
        return false;
    }
    masthead.published = masthead.published.or_else(|| credit::stated_date(passage));
    let lines = || passage.lines().map(str::trim);
    let credits = || lines().filter_map(credit::read);
    let all = lines().all(|line| credit::read(line).is_some() || credit::is_name_line(line));
    let is_credit = passage.len() < SAMPLE && all && credits().next().is_some();
    if is_credit {
        credits().for_each(|credit| masthead.note_credit(&credit));
    }
    is_credit
}

/// Cuts the dateline off the paragraph, if it begins with one.
fn take_dateline(text: &str, block: &mut Block, masthead: &mut Masthead) -> bool {
    let line = dateline::read(sample(text, block.span));
    if let Some(line) = line {
        masthead.note_dateline(&line);
        block.span.start += line.len;
    }
    line.is_some()
}

/// The date in a title or heading, for a draft that says it nowhere else.
fn date_of_heading(text: &str, block: &Block) -> Option<jiff::civil::Date> {
    let is_heading = matches!(block.role, Role::Headline | Role::Subhead);
    is_heading.then(|| date::find(sample(text, block.span))).flatten().map(|(_, date)| date)
}

/// The first bytes of a block, whole characters.
fn sample(text: &str, span: Span) -> &str {
    let passage = span.of(text);
    let end = passage.char_indices().map(|(at, _)| at).take_while(|&at| at <= SAMPLE).last();
    if passage.len() <= SAMPLE { passage } else { &passage[..end.unwrap_or(0)] }
}

#[cfg(test)]
mod tests {
    use super::{Masthead, read};
    use crate::input::paragraph;

    /// The masthead's date and outlet, then the blocks that stay.
    fn shown(text: &str) -> String {
        let mut blocks = paragraph::blocks(text);
        let mut masthead = Masthead::default();
        read(text, &mut blocks, &mut masthead);
        let date = masthead.published.map(|date| date.to_string()).unwrap_or_default();
        let kept: Vec<&str> = blocks.iter().map(|block| block.span.of(text)).filter(|it| !it.is_empty()).collect();
        format!("{date} | {} | {}", masthead.outlet.unwrap_or_default(), kept.join(" | "))
    }

    #[test]
    fn credits_go_and_the_story_stays() {
        for (text, expected) in [
            ("By a reporter\n17 April 2025\n\nThey dug.", "2025-04-17 |  | They dug."),
            ("Ostmark Circuit Court\nTuesday, 8 April 2025\n\nHe left.", "2025-04-08 |  | He left."),
            ("OSLO, 8 April 2025 (Wire) — He left.", "2025-04-08 | Wire | He left."),
            ("OSLO, 8 April 2025 (Wire)\n\nHe left.", "2025-04-08 | Wire | He left."),
            ("Note: corrected.\n\nOSLO — He left.", " |  | Note: corrected. | He left."),
            ("He left.\n\nShe stayed.\n\nOSLO — It rained.", " |  | He left. | She stayed. | OSLO — It rained."),
            ("Posted 8 April 2025. Figures change.", "2025-04-08 |  | Posted 8 April 2025. Figures change."),
            ("8 April 2025", "2025-04-08 |  | 8 April 2025"),
            ("Nine died.\n\n8 April 2025", "2025-04-08 |  | Nine died."),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
