//! One helper for the cases below the productions.

use super::{Anchor, dates};
use crate::grammar::testing::LEXICON;
use crate::grammar::tokens::Tokens;
use crate::grammar::words::Words;
use crate::text::sentences;

/// Compares what is read in each text with its days, written `first/last` or as one day; several dates are separated by
/// spaces, `?` is one that cannot be resolved. The second column is the day of the draft, empty where it has none.
#[track_caller]
pub(super) fn check(cases: &[(&str, &str, &str)]) {
    let all = |days: fn(&(&str, &str, &str)) -> String| -> Vec<_> {
        cases.iter().map(|case| format!("{} => {}", case.0, days(case))).collect()
    };
    assert_eq!(all(|case| shown(case.0, case.1)), all(|case| case.2.to_owned()));
}

fn shown(text: &str, published: &str) -> String {
    let mut anchor = Anchor::new(published.parse().ok());
    let (words, mut shown) = (Words::of(text), Vec::new());
    for sentence in sentences(words.tokens(), &*LEXICON) {
        for found in dates(words.sentence(text, &LEXICON, sentence).tokens(), &mut anchor) {
            let day = |day: Option<jiff::civil::Date>| day.map_or(String::new(), |day| day.to_string());
            shown.push(match (found.start, found.end) {
                (None, None) => "?".to_owned(),
                (start, end) if start == end => day(start),
                (start, end) => format!("{}/{}", day(start), day(end)),
            });
        }
    }
    shown.join(" ")
}

/// Gives the tokens of `text` to `then`.
pub(super) fn with_tokens(text: &str, then: impl FnOnce(Tokens<'_>)) {
    then(Words::of(text).whole(text).tokens());
}
