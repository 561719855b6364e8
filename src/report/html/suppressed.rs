//! What the desk lives with, and why; shown where that is wished, counted in any case.

use crate::report::{Outcome, Suppressed};
use maud::{Markup, html};

/// The findings that do not count.
pub(super) fn suppressed(outcome: &Outcome<'_>) -> Markup {
    html! {
        @if outcome.show_suppressed && !outcome.suppressed.is_empty() {
            section aria-labelledby="suppressed" {
                h2 #suppressed { "Suppressed" }
                ul .suppressed { @for known in outcome.suppressed { (item(known)) } }
            } "\n"
        }
    }
}

fn item(known: &Suppressed) -> Markup {
    html! {
        li {
            p { (known.finding.message) }
            p .marks {
                (known.reason.as_deref().unwrap_or("no reason given"))
                " (" @if let Some(by) = &known.by { (by) ", " } (known.place) ") · "
                code { (known.finding.rule) } " · " span title="fingerprint" { (known.finding.fingerprint) }
            }
        } "\n"
    }
}
