//! Plain prose cut into blocks.
//!
//! Blank lines part paragraphs. Lines of a hard-wrapped paragraph stay together; where lines are long and end their
//! sentences, each is a paragraph. Lines with a bullet or a number are items of a list, without their marker.

use crate::text::{Block, Role, Span};
use memchr::memchr_iter;

/// The paragraphs and list items of a text, in order.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut run = Vec::new();
    for line in lines(text) {
        if line.is_empty() {
            set(text, &run, &mut blocks);
            run.clear();
        } else {
            run.push(line);
        }
    }
    set(text, &run, &mut blocks);
    blocks
}

/// The span without the white space at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

/// The lines of a text without the white space at their ends; blank ones are empty.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    memchr_iter(b'\n', text.as_bytes()).chain([text.len()]).map(move |end| {
        let line = Span::new(start, end);
        start = end + 1;
        trimmed(text, line)
    })
}

/// Adds the blocks of lines with no blank one between them.
fn set(text: &str, run: &[Span], blocks: &mut Vec<Block>) {
    let lines_are_paragraphs = are_paragraphs(text, run);
    let first = blocks.len();
    for (at, &line) in run.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| run[before].of(text));
        let in_list = blocks[first..].last().is_some_and(|block| block.role == Role::List);
        match marker(line.of(text)) {
            Some(len) if before.is_none_or(|line| in_list || line.ends_with(':')) => {
                let item = trimmed(text, Span::new(line.start + len, line.end));
                blocks.push(Block::new(Role::List, item));
            }
            _ => match blocks[first..].last_mut() {
                Some(block) if !lines_are_paragraphs => block.span.end = line.end,
                _ => blocks.push(Block::new(Role::Body, line)),
            },
        }
    }
}

/// Whether at least half of the lines are long and end a sentence.
fn are_paragraphs(text: &str, run: &[Span]) -> bool {
    const LONG: usize = 100;
    let ends_sentence = |line: &str| line.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', '…']);
    let whole = |line: &&Span| line.len() > LONG && ends_sentence(line.of(text));
    run.iter().filter(whole).count() * 2 >= run.len()
}

/// The length of the mark that makes a line an item of a list, with the space after it.
fn marker(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match digits {
        0 => line.chars().next().filter(|mark| "-*•–·‣▪".contains(*mark))?.len_utf8(),
        1 | 2 => digits + usize::from(line[digits..].starts_with(['.', ')'])),
        _ => return None,
    };
    (mark > digits && line[mark..].starts_with([' ', '\t'])).then_some(mark + 1)
}

#[cfg(test)]
mod tests {
    use super::{Role, blocks};

    fn cut(text: &str) -> String {
        let shown = |block: &crate::text::Block| {
            let words = block.span.of(text).replace('\n', "/");
            if block.role == Role::List { format!("* {words}") } else { words }
        };
        blocks(text).iter().map(shown).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        for (text, expected) in [
            ("", ""),
            (" \n\t\n", ""),
            ("One.\n\nTwo.", "One. | Two."),
            ("One.\r\n \r\nTwo\r\nmore.\r\n", "One. | Two\r/more."),
            ("Nine people\nleft.", "Nine people/left."),
        ] {
            assert_eq!(cut(text), expected, "{text:?}");
        }
    }

    #[test]
    fn long_lines_that_end_their_sentences_are_paragraphs() {
        let long = format!("{} end.", "word ".repeat(25));
        assert_eq!(cut(&format!("Title\n{long}\n{long}")), format!("Title | {long} | {long}"));
        let wrapped = "word ".repeat(25);
        let wrapped = wrapped.trim();
        assert_eq!(cut(&format!("{wrapped}\n{wrapped}\nend.")), format!("{wrapped}/{wrapped}/end."));
    }

    #[test]
    fn items_of_lists_lose_their_marker() {
        for (text, expected) in [
            ("- 5 dead\n- 6 hurt", "* 5 dead | * 6 hurt"),
            ("1. Five\n2) Six\n   more", "* Five | * Six/   more"),
            ("• 5 dead", "* 5 dead"),
            ("Losses:\n* 5 dead", "Losses: | * 5 dead"),
            ("He paid\n- and left with 31\n9. He", "He paid/- and left with 31/9. He"),
            ("-5 degrees", "-5 degrees"),
            ("2025. It", "2025. It"),
            ("12 dead", "12 dead"),
        ] {
            assert_eq!(cut(text), expected, "{text:?}");
        }
    }
}
