//! A finding as an editor weighs it: what is in dispute, the figures over time, the words of the drafts, and why.

use super::reading::{Dispute, Reading};
use super::{figure, filters, passage, plot};
use crate::report::Outcome;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// All of them, behind the fields that filter them.
pub(super) fn disputes(reading: &Reading<'_>) -> Markup {
    html! {
        section aria-labelledby="disputes" {
            h2 #disputes { "Disputes" }
            @if reading.disputes.is_empty() && !reading.outcome.unchecked {
                p .calm { "No two figures of these drafts contradict each other, and every sum comes out." }
            } @else if reading.disputes.len() > 1 {
                (filters::filters(reading))
            }
            @for (at, one) in reading.disputes.iter().enumerate() { (dispute(at + 1, one, reading)) }
        } "\n"
    }
}

fn dispute(number: usize, dispute: &Dispute<'_>, reading: &Reading<'_>) -> Markup {
    let shape = &dispute.shape;
    let plot = if dispute.calculated { None } else { plot::plot(&dispute.figures, &reading.parties) };
    html! {
        article .dispute .(shape.severity) id={ "f" (number) } aria-labelledby={ "f" (number) "-said" }
            data-severity=(shape.severity) data-kind=(shape.kind)
            data-party=(numbers(&dispute.parties())) data-draft=(numbers(&dispute.drafts())) {
            header {
                p .labels {
                    span .severity { (severity(shape.severity)) } " "
                    span .kind { (shape.kind) } " "
                    a href={ "#f" (number) } aria-label={ "Link to dispute " (number) } { "#" (number) }
                }
                h3 id={ "f" (number) "-said" } { (shape.message) }
            }
            div .spread .plotted[plot.is_some()] {
                @if let Some(plot) = plot { (plot) }
                (passage::passages(dispute))
            }
            @if !dispute.figures.is_empty() { (figure::table(number, &dispute.figures)) }
            (evidence(dispute))
            (rule(reading.outcome, dispute))
        } "\n"
    }
}

/// The word that people use.
fn severity(name: &str) -> &str {
    if name == "info" { "note" } else { name }
}

/// Numbers for the script, which takes them apart at the blanks.
fn numbers(numbers: &BTreeSet<usize>) -> String {
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}

/// The working of a calculation, or why figures are held against each other, or what else there is to say.
fn evidence(dispute: &Dispute<'_>) -> Markup {
    let heading = match (dispute.calculated, dispute.figures.len()) {
        (true, _) => "The working",
        (false, 0 | 1) => "What it rests on",
        (false, _) => "Why they are held against each other",
    };
    html! {
        @if !dispute.shape.evidence.is_empty() {
            div .evidence {
                h4 { (heading) }
                ul { @for line in dispute.shape.evidence { li { (line) } } }
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
