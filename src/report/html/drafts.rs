//! The drafts, and how much of each was read.

use super::dossier::Dossier;
use crate::extract::{Draft, PassedOver};
use crate::report::coverage::Coverage;
use crate::report::location::path;
use crate::report::shape::place;
use maud::{Markup, html};

/// All of them, a row each.
pub(super) fn drafts(dossier: &Dossier<'_>) -> Markup {
    let mut disputes = vec![0; dossier.outcome.drafts.len()];
    for dispute in &dossier.disputes {
        dispute.drafts().into_iter().for_each(|at| disputes[at] += 1);
    }
    html! {
        section aria-labelledby="drafts" {
            h2 #drafts { "Drafts" }
            @if dossier.outcome.drafts.is_empty() { p { "No draft was read." } } @else {
                div .scroll tabindex="0" role="group" aria-label="Drafts" {
                    table {
                        caption .unseen { "The drafts that were read" }
                        thead { tr {
                            @for name in ["Draft", "Title", "Outlet", "Published", "Disputes", "Figures"] {
                                th scope="col" { (name) }
                            }
                        } }
                        tbody {
                            @for (draft, disputes) in dossier.outcome.drafts.iter().zip(disputes) { (row(draft, disputes)) }
                        }
                    }
                }
            }
        } "\n"
    }
}

fn row(draft: &Draft, disputes: usize) -> Markup {
    let document = &draft.document;
    html! {
        tr {
            th scope="row" .place { (path(document.id())) }
            td { (document.title().unwrap_or_default()) }
            td { (document.outlet().unwrap_or_default()) }
            td .day { @if let Some(day) = document.published() { (day) } }
            td .number { (disputes) }
            td { (coverage(draft)) }
        } "\n"
    }
}

/// How many figures were read, and behind it those that were not.
fn coverage(draft: &Draft) -> Markup {
    let words = Coverage::of([draft]).words();
    let passed_over = &draft.pieces.passed_over;
    html! {
        @if passed_over.is_empty() { (words) } @else {
            details {
                summary { (words) }
                ul .passed { @for passed in passed_over { (passed_over_as(draft, passed)) } }
            }
        }
    }
}

/// `line 3: 1987, a year`
fn passed_over_as(draft: &Draft, passed: &PassedOver) -> Markup {
    let document = &draft.document;
    html! {
        li { "line " (place(document, passed.span).line) ": " q { (passed.span.of(document.text())) } ", " (passed.why) }
    }
}
