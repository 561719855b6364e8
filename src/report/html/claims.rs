//! All claims, a row each, with how many figures were read to get them.

use super::dossier::{Dossier, Figure};
use super::figure::{days, place, reading, source, value, via, words_of};
use crate::claim::Stated;
use crate::report::coverage::Coverage;
use maud::{Markup, html};

/// The columns.
const COLUMNS: [&str; 10] =
    ["Draft, line", "Figure", "Value", "Taken as", "Of what", "Source", "Via", "Said", "As of", "Where"];

/// The table of all claims.
pub(super) fn claims(dossier: &Dossier<'_>) -> Markup {
    html! {
        section aria-labelledby="claims" {
            h2 #claims { "Claims" }
            p .coverage { (Coverage::of(dossier.outcome.drafts).words()) "." }
            @if !dossier.figures.is_empty() {
                div .scroll .tall tabindex="0" role="group" aria-label="Claims" {
                    table .claims {
                        caption .unseen { "All claims of the drafts" }
                        thead { tr { @for name in COLUMNS { th scope="col" { (name) } } } }
                        tbody { @for figure in &dossier.figures { (row(figure)) } }
                    }
                }
            }
        } "\n"
    }
}

fn row(figure: &Figure<'_>) -> Markup {
    let claim = figure.claim;
    html! {
        tr id=(figure.id) data-party=(figure.party) data-draft=(figure.draft) {
            td .place data-key=(figure.id.1) { (place(figure)) }
            th scope="row" { (words_of(figure)) }
            td .number data-key=[key(figure)] { (value(figure)) }
            td .number { (reading(figure)) }
            td { @if let Some(noun) = &claim.noun { (noun.text) } }
            td { (source(figure)) }
            td { (via(figure)) }
            td .day { (days(claim.said.as_ref())) }
            td .day { (days(claim.as_of.as_ref())) }
            td { (claim.role.name()) }
        } "\n"
    }
}

/// What a value is sorted by: the number, or the lower end of a range.
fn key(figure: &Figure<'_>) -> Option<String> {
    match figure.claim.quantity.stated {
        Stated::Point(value) | Stated::Range(value, _) => Some(value.normalize().to_string()),
        Stated::Vague => None,
    }
}
