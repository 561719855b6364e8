//! How a figure is put forward: asserted, denied, forecast, targeted, supposed.

use crate::claim::Status;
use crate::grammar::Tokens;
use crate::lexicon::List;
use crate::text::Shape;
use std::ops::Range;

/// How far before a figure the word that sets its status may stand, in tokens.
const REACH: usize = 12;

/// The status of the figure under `phrase`, by the nearest word in its clause that sets one, else by the stance of the
/// cue that attributes it.
pub(super) fn status(sentence: Tokens<'_>, phrase: &Range<usize>, stance: Option<&str>) -> Status {
    let lexicon = sentence.lexicon();
    let start = phrase.start.saturating_sub(REACH);
    let before = (start..phrase.start).rev().take_while(|&at| !is_boundary(sentence, at));
    // "Velmar, with 900 staff, will move", "the 21 dead will be buried": the verb behind tells nothing of these figures.
    let given = is_given(sentence, phrase);
    let closes = |at: usize| given || is_boundary(sentence, at) || sentence.from(at).letters() == ",";
    let behind = (phrase.end..sentence.rest().len().min(phrase.end + 4)).take_while(|&at| !closes(at));
    let near = before.chain(behind).find_map(|at| {
        let word = sentence.rest()[at].word;
        let lists = [
            (List::Target, Status::Target),
            (List::Forecast, Status::Forecast),
            (List::Hypothetical, Status::Hypothetical),
            (List::Denial, Status::Denied),
        ];
        lists.into_iter().find(|(list, _)| lexicon.is(word, *list)).map(|(_, status)| status)
    });
    near.or_else(|| stance.and_then(by_stance)).unwrap_or_default()
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

fn is_boundary(sentence: Tokens<'_>, at: usize) -> bool {
    let here = sentence.from(at);
    let mark = here.peek().is_some_and(|token| token.shape == Shape::Mark);
    here.is(List::Contrast) || mark && matches!(here.letters(), ";" | "." | "“" | "”" | "\"")
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
            ("The 40 boats will sail.", Status::Asserted),
            ("Those 40 boats will sail.", Status::Asserted),
            ("Velmar, with 40 boats, will sail.", Status::Asserted),
        ] {
            assert_eq!(draft(text).claims[0].status, status, "{text}");
        }
    }
}
