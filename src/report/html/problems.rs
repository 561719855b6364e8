//! What kept the run from being done as asked: it stands above all findings, since they may not be all.

use crate::report::Outcome;
use maud::{Markup, html};

/// The problems, where there are any.
pub(super) fn problems(outcome: &Outcome<'_>) -> Markup {
    html! {
        @if outcome.unchecked || !outcome.problems.is_empty() {
            section .problems aria-labelledby="problems" {
                h2 #problems { "What went wrong with this run" }
                @if outcome.unchecked {
                    p { "The rules are not sound, so the drafts were read and not checked." }
                }
                ul { @for problem in outcome.problems { li { (problem) } } }
            } "\n"
        }
    }
}
