//! Whether two drafts tell of one story: they share a good part of the names that they hold, and are near in time.
//!
//! A draft tells of what it is about once, and not again in every sentence. Two drafts of one story may be compared as
//! if their figures stood in one text. The module knows no lexicon: a name is a word that begins with a capital in the
//! middle of a sentence.

use super::verdict::Bond;
use crate::extract::Draft;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// How many names two drafts of one story share at the least.
const SHARED: usize = 3;
/// How many days may lie between two drafts of one story.
const DAYS: i32 = 21;
/// How many days may lie between two drafts of one scene.
const SAME_DAYS: i32 = 3;
/// How much of a draft is searched, in bytes: what it is about is named early.
const OPENING: usize = 8192;

/// Words with a capital that name nothing a story could be about.
const COMMON: [&str; 34] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "President",
    "Minister",
    "The",
    "Police",
    "Mrs",
    "Prof",
    "Gov",
    "Capt",
    "Gen",
    "Col",
    "Lt",
    "Sgt",
    "Rep",
    "Sen",
    "Its",
];

/// The names that a draft holds.
pub(super) struct Story<'d> {
    draft: &'d Draft,
    /// Hashes, sorted and without repetition.
    names: Vec<u64>,
}

impl<'d> Story<'d> {
    /// Looks over a draft.
    pub(super) fn of(draft: &'d Draft) -> Self {
        Self { draft, names: names(draft.document.text()) }
    }

    /// What ties a claim of this draft to one of another.
    pub(super) fn bond(&self, other: &Self) -> Bond {
        let (few, many) = if self.names.len() <= other.names.len() { (self, other) } else { (other, self) };
        let shared = few.names.iter().filter(|name| many.names.binary_search(name).is_ok()).count();
        let days = days_between(self.draft, other.draft);
        if shared >= SHARED && shared * 4 >= few.names.len() && days.is_none_or(|days| days <= DAYS) {
            Bond::Story
        } else if shared > 0 && days.is_some_and(|days| days <= SAME_DAYS) {
            Bond::Scene
        } else {
            Bond::Loose
        }
    }
}

/// How many days lie between two drafts; `None` where one has no date.
fn days_between(a: &Draft, b: &Draft) -> Option<i32> {
    let days = a.document.published().zip(b.document.published());
    days.map(|(one, other)| (one - other).get_days().abs())
}

fn names(text: &str) -> Vec<u64> {
    let mut names = Vec::new();
    let mut opens = true;
    let mut end = text.len().min(OPENING);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    for line in text[..end].lines() {
        opens |= line.is_empty();
        for word in line.split_whitespace() {
            let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
            let capital = bare.chars().next().is_some_and(char::is_uppercase);
            if capital && !opens && bare.len() > 2 && !COMMON.contains(&bare) {
                names.push(hash(bare));
            }
            opens = word.ends_with(['.', '!', '?', ':', '"', '”']);
        }
    }
    names.sort_unstable();
    names.dedup();
    names
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}
