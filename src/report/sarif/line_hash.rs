//! The hash of a line by which GitHub knows an alert again when lines move.
//!
//! It hashes the hundred characters from the beginning of the line on, white space aside, and so looks past the line's
//! end: the value is the same as the one that GitHub's own upload step would fill in, which keeps alerts steady whoever
//! uploads them.

use std::collections::BTreeMap;
use std::fmt;

/// The hash of one line, and the how manieth of the same hash it is in its file, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LineHash {
    value: u64,
    time: usize,
}

impl fmt::Display for LineHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}:{}", self.value, self.time)
    }
}

/// The hashes of all lines of a text, the first line's first. A line ends with LF, CR or both.
pub(super) fn line_hashes(text: &str) -> Vec<LineHash> {
    let mut roller = Roller::default();
    let mut at_start = true;
    let mut after_return = false;
    for unit in text.encode_utf16().chain([END]) {
        let follows = std::mem::replace(&mut after_return, unit == RETURN) && unit == FEED;
        if follows || unit == SPACE || unit == TAB {
            continue;
        }
        let unit = if unit == RETURN { FEED } else { unit };
        roller.take(unit, std::mem::replace(&mut at_start, unit == FEED));
    }
    for _ in 0..WINDOW {
        roller.take(0, false);
    }
    roller.hashes
}

const TAB: u16 = 9;
const FEED: u16 = 10;
const RETURN: u16 = 13;
const SPACE: u16 = 32;
/// What stands behind the last character.
const END: u16 = u16::MAX;

/// How many characters a hash covers.
const WINDOW: usize = 100;
/// What a character counts more than the one after it.
const BASE: u64 = 37;
/// What the character counts that leaves the window.
const LEAVING: u64 = BASE.wrapping_pow(100);

/// A hash that rolls over a text: of the characters now in the window.
struct Roller {
    hash: u64,
    /// The last characters, in a ring, and whether a line begins at them.
    window: [(u16, bool); WINDOW],
    /// The oldest of them.
    oldest: usize,
    times: BTreeMap<u64, usize>,
    hashes: Vec<LineHash>,
}

impl Default for Roller {
    fn default() -> Self {
        Self { hash: 0, window: [(0, false); WINDOW], oldest: 0, times: BTreeMap::new(), hashes: Vec::new() }
    }
}

impl Roller {
    /// Takes the next character. Once a line's first one is about to leave, the window is full of what its hash covers.
    fn take(&mut self, unit: u16, begins_line: bool) {
        let (left, began_line) = std::mem::replace(&mut self.window[self.oldest], (unit, begins_line));
        if began_line {
            self.put();
        }
        let rest = self.hash.wrapping_mul(BASE).wrapping_add(unit.into());
        self.hash = rest.wrapping_sub(LEAVING.wrapping_mul(left.into()));
        self.oldest = (self.oldest + 1) % WINDOW;
    }

    fn put(&mut self) {
        let time = self.times.entry(self.hash).or_default();
        *time += 1;
        self.hashes.push(LineHash { value: self.hash, time: *time });
    }
}

#[cfg(test)]
mod tests {
    use super::line_hashes;

    #[test]
    fn hashes_are_those_that_github_computes() {
        for (text, expected) in [
            ("", "c129715d7a2bc9a3:1"),
            ("a\nb\n\t\tc\n d", "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1"),
            (
                "Café 🚢\r\n\r\n\t31 dead\r\n",
                "76d451d504bb9ef9:1 60561d63b06acac1:1 f4521962804ebb7b:1 c129715d7a2bc9a3:1",
            ),
            (
                "abc\nabc\nabc\nabc\n",
                "dda0aee3f1a91003:1 eaad00ff80352e2b:1 7f0a40e7306551d3:1 861c3fe48942a2fb:1 c129715d7a2bc9a3:1",
            ),
        ] {
            let hashes: Vec<_> = line_hashes(text).iter().map(ToString::to_string).collect();
            assert_eq!(hashes.join(" "), expected);
        }
    }

    #[test]
    fn the_same_line_counts_up() {
        let text = format!("{}\n", "x".repeat(120)).repeat(3);
        let times: Vec<_> = line_hashes(&text).iter().map(|hash| hash.time).collect();
        assert_eq!(times, [1, 2, 3, 1]);
    }

    #[test]
    fn line_ends_and_white_space_do_not_matter() {
        assert_eq!(line_hashes("a b\r\nc\rd"), line_hashes("ab\nc\n\td"));
    }
}
