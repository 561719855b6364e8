//! How a figure is put forward: asserted, denied, forecast, targeted, supposed.

use crate::claim::Status;
use crate::grammar::Tokens;
use crate::lexicon::{Classes, List};
use crate::text::{Shape, Token};
use std::ops::Range;

/// How far before a figure the word that sets its status may stand, in tokens.
const REACH: usize = 12;

/// How far before a figure "set to" may stand, in tokens.
const OUTLOOK: usize = 5;

/// How far behind it.
const REACH_BEHIND: usize = 4;

/// The status of the figure under `phrase`, by the nearest word in its clause that sets one, else by the stance of the
/// cue that attributes it.
pub(super) fn status(sentence: Tokens<'_>, phrase: &Range<usize>, stance: Option<&str>) -> Status {
    let tokens = sentence.rest();
    let start = phrase.start.saturating_sub(REACH);
    let before = tokens.iter().take(phrase.start).skip(start).rev();
    // "Velmar, with 900 staff, will move", "the 21 dead will be buried": the verb behind tells nothing of these figures.
    let given = is_given(sentence, phrase);
    let behind = tokens.iter().skip(phrase.end).take(if given { 0 } else { REACH_BEHIND });
    let before = before.take_while(|token| !is_boundary(sentence, token));
    let behind = behind.take_while(|token| !is_boundary(sentence, token) && token.text(sentence.text()) != ",");
    // "Is set to reach 40".
    let set = |back: usize| {
        let letters = |back: usize| phrase.start.checked_sub(back).map_or("", |at| sentence.from(at).letters());
        letters(back) == "to" && letters(back + 1) == "set"
    };
    if (2..=OUTLOOK).any(set) {
        return Status::Forecast;
    }
    let near = before.chain(behind).find_map(|token| by_word(sentence.lexicon().classes(token.word)));
    near.or_else(|| stance.and_then(by_stance)).unwrap_or_default()
}

/// The status that a word sets.
fn by_word(classes: Classes) -> Option<Status> {
    const WORDS: [(Classes, Status); 4] = [
        (Classes::list(List::Target), Status::Target),
        (Classes::list(List::Forecast), Status::Forecast),
        (Classes::list(List::Hypothetical), Status::Hypothetical),
        (Classes::list(List::Denial), Status::Denied),
    ];
    WORDS.iter().find(|(words, _)| classes.meets(*words)).map(|(_, status)| *status)
}

/// Whether a figure takes up what is known, as the subject of what will happen to it: "the 21 dead miners will be".
pub(super) fn is_given(sentence: Tokens<'_>, phrase: &Range<usize>) -> bool {
    let before = phrase.start.checked_sub(1).map_or("", |at| sentence.from(at).letters());
    let definite = ["the", "these", "those"].iter().any(|word| before.eq_ignore_ascii_case(word));
    definite && sentence.from(phrase.end).is(List::Auxiliary)
}

fn by_stance(stance: &str) -> Option<Status> {
    match stance {
        "deny" => Some(Status::Denied),
        "forecast" => Some(Status::Forecast),
        "target" => Some(Status::Target),
        _ => None,
    }
}

fn is_boundary(sentence: Tokens<'_>, token: &Token) -> bool {
    let mark = || matches!(token.text(sentence.text()), ";" | "." | "“" | "”" | "\"");
    sentence.lexicon().is(token.word, List::Contrast) || token.shape == Shape::Mark && mark()
}

#[cfg(test)]
mod tests {
    use crate::claim::Status;
    use crate::extract::relation::testing::draft;

    #[test]
    fn how_a_figure_is_put() {
        for (text, status) in [
            ("40 boats sank.", Status::Asserted),
            ("40 boats will sail.", Status::Forecast),
            ("The fleet is set to reach 40 boats.", Status::Forecast),
            ("The fleet was set to 40 boats.", Status::Asserted),
            ("The 40 boats will sail.", Status::Asserted),
            ("Those 40 boats will sail.", Status::Asserted),
            ("Velmar, with 40 boats, will sail.", Status::Asserted),
        ] {
            assert_eq!(draft(text).claims[0].status, status, "{text}");
        }
    }
}
