//! What happened to the counted, where the words leave it to the figure before.
//!
//! | text | told of |
//! |---|---|
//! | `The Red Cross said 57 people were killed, and the army that 52 were.` | those killed |
//! | `The Red Cross said 57 people were killed. The army raised its own count to 52.` | those killed |

use super::noun::Antecedents;
use crate::claim::{Claim, Context, Unit};
use crate::grammar::Tokens;
use crate::text::Shape;
use std::ops::Range;

/// Nouns for a count of what was told before.
const COUNTS: [&str; 6] = ["count", "toll", "tally", "figure", "number", "estimate"];

/// Takes over what happened to the counted, for a figure that only says how many it were in another's words.
pub(super) fn echo(sentence: Tokens<'_>, phrase: &Range<usize>, before: &Antecedents<'_>, context: &mut Context) {
    if !context.events.is_empty() {
        return;
    }
    let told = if is_verb_alone(sentence, phrase.end) {
        of_sentence(sentence, before)
    } else if is_counted_anew(sentence, phrase.start) {
        of_paragraph(sentence, before)
    } else {
        None
    };
    if let Some(told) = told.and_then(|claim| claim.context.as_ref()) {
        context.events.clone_from(&told.events);
        context.kin.clone_from(&told.kin);
    }
}

/// "52 had.", "52 were,": an auxiliary that stands for the verb told before.
fn is_verb_alone(sentence: Tokens<'_>, end: usize) -> bool {
    let here = sentence.from(end);
    let ends = here.nth(1).is_none_or(|next| next.shape == Shape::Mark);
    matches!(here.letters(), "had" | "did" | "were" | "have" | "do") && ends
}

/// "Raised its own count to 52".
fn is_counted_anew(sentence: Tokens<'_>, start: usize) -> bool {
    let back = |places: usize| start.checked_sub(places).map_or("", |at| sentence.from(at).letters());
    back(1) == "to" && COUNTS.contains(&back(2)) && matches!(back(3), "its" | "their" | "own")
}

/// The count before, in the sentence itself.
fn of_sentence<'c>(sentence: Tokens<'_>, before: &Antecedents<'c>) -> Option<&'c Claim> {
    let start = sentence.rest().first()?.span.start;
    before.claims().last().filter(|last| last.sentence.start == start && last.quantity.unit == Unit::Count)
}

/// The first count of this paragraph or the one before: "57 were killed. Nine are missing."
fn of_paragraph<'c>(sentence: Tokens<'_>, before: &Antecedents<'c>) -> Option<&'c Claim> {
    let start = sentence.rest().first()?.span.start;
    let last = before.claims().last()?;
    let between = sentence.text().get(last.sentence.end..start)?;
    let paragraph = before.claims().iter().rev().take_while(|claim| claim.block == last.block);
    let counts = paragraph.filter(|claim| claim.quantity.unit == Unit::Count);
    counts.last().filter(|_| between.matches("\n\n").count() < 2)
}

#[cfg(test)]
mod tests {
    use crate::extract::relation::testing::draft;

    #[test]
    fn what_the_figure_before_was_told_of() {
        for (text, event) in [
            ("The guild said 57 people drowned, and the port that 52 had.", "kill"),
            ("The guild said 57 people drowned, and the port that 52 had sung.", ""),
            ("The guild said 57 people drowned. The port said 52 had.", ""),
            ("The guild said 57 people drowned. The port raised its own count to 52.", "kill"),
            (
                "Port counts dead\n\nThe guild said 57 people drowned. It hurt nine.\n\nThe port raised its own count to 52.",
                "kill",
            ),
            ("The guild said 57 people drowned.\n\nIt rained.\n\nThe port raised its own count to 52.", ""),
            ("The guild said 57 people drowned. The port put its crew at 52.", ""),
        ] {
            let draft = draft(text);
            let last = draft.claims.last().map(|claim| claim.context().events.join(" "));
            assert_eq!(last.as_deref(), Some(event), "{text}");
        }
    }
}
