//! A finding as an editor weighs it: what is in dispute, the figures over time, the words of the drafts, and why.

use super::dossier::{Dispute, Dossier};
use super::{figure, filters, passage, plot};
use crate::report::Outcome;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// All of them, behind the fields that filter them.
pub(super) fn disputes(dossier: &Dossier<'_>) -> Markup {
    html! {
        section aria-labelledby="disputes" {
            h2 #disputes { "Disputes" }
            @if dossier.disputes.is_empty() && !dossier.outcome.unchecked {
                p { "Nothing was found in these drafts that cannot be true as it is read." }
            }
            @if !dossier.figures.is_empty() { (filters::filters(dossier)) }
            @for (at, one) in dossier.disputes.iter().enumerate() { (dispute(at + 1, one, dossier)) }
        } "\n"
    }
}

fn dispute(number: usize, dispute: &Dispute<'_>, dossier: &Dossier<'_>) -> Markup {
    let shape = &dispute.shape;
    let plot = if dispute.calculated { None } else { plot::plot(&dispute.figures, &dossier.parties) };
    html! {
        article .dispute .(shape.severity) id={ "f" (number) } aria-labelledby={ "f" (number) "-said" }
            data-severity=(shape.severity) data-kind=(shape.kind)
            data-party=(numbers(&dispute.parties())) data-draft=(numbers(&dispute.drafts())) {
            header {
                p .labels {
                    span .severity { (in_words(shape.severity)) } " "
                    span .kind { (shape.kind) } " "
                    a href={ "#f" (number) } aria-label={ "Link to dispute " (number) } { "#" (number) }
                }
                h3 id={ "f" (number) "-said" } { (shape.message) }
            }
            div .spread {
                @if let Some(plot) = plot { (plot) }
                (passage::passages(dispute))
            }
            @if !dispute.figures.is_empty() { (figure::table(number, &dispute.figures)) }
            (evidence(dispute))
            (rule(dossier.outcome, dispute))
        } "\n"
    }
}

/// The word that people use for a severity; others stay as they are.
pub(super) fn in_words(name: &str) -> &str {
    if name == "info" { "note" } else { name }
}

/// Numbers for the script, which takes them apart at the blanks.
fn numbers(numbers: &BTreeSet<usize>) -> String {
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}

/// Why the working names closer values than the table above it.
const DIGITS: &str = "A calculation goes by the digits of its figures. Against another source's figure, the same one is \
                      taken more loosely, as in the table.";

/// The working of a calculation, or why figures are held against each other, or what else there is to say.
fn evidence(dispute: &Dispute<'_>) -> Markup {
    let heading = match (dispute.calculated, dispute.figures.len()) {
        (true, _) => "The working",
        (false, 0 | 1) => "What it rests on",
        (false, _) => "Why they are held against each other",
    };
    let is_closer = dispute.calculated && dispute.figures.iter().any(|one| !figure::reading(one).is_empty());
    html! {
        @if !dispute.shape.evidence.is_empty() {
            div .evidence {
                h4 { (heading) }
                ul { @for line in dispute.shape.evidence { li { (line) } } }
                @if is_closer { p .marks { (DIGITS) } }
            }
        }
    }
}

/// The rule and the first of its reasons: the others are examples and exceptions.
fn rule(outcome: &Outcome<'_>, dispute: &Dispute<'_>) -> Markup {
    html! {
        div .rule {
            h4 { "The rule" }
            @if let Some(rule) = outcome.rules.get(dispute.shape.rule) {
                p { strong { (rule.title) "." } " " (rule.why.split("\n\n").next().unwrap_or_default()) }
            }
            p .marks { code { (dispute.shape.rule) } " · " span title="fingerprint" { (dispute.shape.fingerprint) } }
        }
    }
}
