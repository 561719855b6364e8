//! The line of a settings file, a rule file or a table in which something is wrong, with a mark under the place.

use super::world::World;
use crate::text::Problem;
use std::io::{BufRead, BufReader};

/// How many letters of a line are shown before the place, and how many from there on.
const AROUND: (usize, usize) = (60, 60);

/// What a desk writes by hand; drafts and reports may have lines of any length.
const ENDINGS: [&str; 2] = [".toml", ".csv"];

/// The lines to put under a problem; `None` where it is of no place in a file that a desk writes.
pub(super) fn excerpt(problem: &Problem, world: &dyn World) -> Option<String> {
    let (line, column) = problem.line.zip(problem.column)?;
    ENDINGS.iter().find(|ending| problem.path.ends_with(**ending))?;
    let file = BufReader::new(world.open(&problem.path).ok()?);
    let text = file.lines().nth(line.checked_sub(1)?)?.ok()?;
    Some(marked(&text, line, column))
}

/// The part of a line around a column, counted from 1 in code points, and a mark under the word that stands there.
fn marked(text: &str, line: usize, column: usize) -> String {
    let letters: Vec<char> = text.chars().map(|letter| if letter == '\t' { ' ' } else { letter }).collect();
    let at = column.saturating_sub(1).min(letters.len());
    let start = at.saturating_sub(AROUND.0);
    let end = letters.len().min(at + AROUND.1);
    let shown: String = letters[start..end].iter().collect();
    let under = "^".repeat(word(&letters[at..end]));
    let gutter = " ".repeat(line.to_string().len());
    format!("{gutter} |\n{line} | {}\n{gutter} | {}{under}", shown.trim_end(), " ".repeat(at - start))
}

/// How many letters the value or name takes that begins here; 1 at the least.
fn word(rest: &[char]) -> usize {
    let Some(&first) = rest.first() else { return 1 };
    let inside = |letter: &char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | '[' | '/');
    let length = match first {
        // A quote in quotes, as in `"claim.unit == \"percent\""`.
        '\\' if rest.get(1) == Some(&'"') => {
            rest.windows(2).skip(2).position(|next| next == ['\\', '"']).map_or(1, |at| at + 4)
        }
        '"' | '\'' => rest.iter().skip(1).position(|letter| *letter == first).map_or(1, |at| at + 2),
        _ => rest.iter().take_while(|letter| inside(letter)).count(),
    };
    length.max(1)
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn the_place_is_marked() {
        for (text, column, under) in [
            ("enabel = [\"a\"]", 1, "^^^^^^"),
            ("fail_on = \"warnin\"", 11, "          ^^^^^^^^"),
            ("when = 'claim.nuon == 1'", 15, "              ^^^^"),
            ("when = \"claim.unit == \\\"percnt\\\"\"", 23, "                      ^^^^^^^^^^"),
            ("a,b,", 5, "    ^"),
            ("", 1, "^"),
        ] {
            assert_eq!(marked(text, 12, column), format!("   |\n12 | {text}\n   | {under}"));
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}X{}", "a ".repeat(500), " b".repeat(500));
        let lines: Vec<_> = marked(&text, 3, 1001).lines().map(str::to_owned).collect();
        assert!(lines.iter().all(|line| line.len() < 130));
        assert_eq!(lines[1].find('X'), lines[2].find('^'));
    }
}
