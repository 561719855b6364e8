//! What was found, in numbers.

use super::dossier::Dossier;
use crate::report::coverage::Coverage;
use crate::report::shape::Severities;
use maud::{Markup, html};

/// A row of numbers, each with its word; those of no interest are left out.
pub(super) fn tiles(dossier: &Dossier<'_>) -> Markup {
    let outcome = dossier.outcome;
    let Severities { error, warning, info } = Severities::new(outcome.findings);
    let suppressed = outcome.suppressed.len();
    let drafts = outcome.drafts.len();
    html! {
        section aria-label="In numbers" {
            dl .tiles {
                (tile("error", error, "error"))
                (tile("warning", warning, "warning"))
                (tile("info", info, "note"))
                @if suppressed > 0 { (tile("", suppressed, "suppressed")) }
                (tile("", drafts, "draft"))
                (tile("", dossier.figures.len(), "claim"))
                (tile("", dossier.parties.len(), if dossier.parties.len() == 1 { "party" } else { "parties" }))
                @if let Some(share) = Coverage::of(outcome.drafts).percent() {
                    div .tile { dt { "of figures read" } dd { (share) " %" } }
                }
            }
        } "\n"
    }
}

fn tile(class: &str, count: usize, one: &str) -> Markup {
    let word = match one {
        "error" | "warning" | "note" | "draft" | "claim" if count != 1 => format!("{one}s"),
        _ => one.to_owned(),
    };
    html! { div .tile .none[count == 0] .(class) { dt { (word) } dd { (count) } } }
}
