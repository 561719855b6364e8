//! Who disagrees with whom: sources against sources, and how often.

use super::dossier::{Dispute, Dossier};
use crate::report::words::many;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// More parties than these do not fit a page; those with the fewest disagreements are left out.
const MOST: usize = 20;

/// The matrix, where one source disagrees with another. On its diagonal stands how often one party gave two figures.
pub(super) fn matrix(dossier: &Dossier<'_>) -> Markup {
    let pairs = pairs(&dossier.disputes);
    let parties = parties(&pairs);
    let shown = &parties[..parties.len().min(MOST)];
    let name = |party: usize| dossier.parties[party].as_str();
    html! {
        @if shown.len() > 1 {
            section aria-labelledby="matrix" {
                h2 #matrix { "Who disagrees with whom" }
                div .scroll tabindex="0" role="group" aria-label="Sources against sources" {
                    table .matrix {
                        caption { (caption(parties.len())) }
                        thead { tr {
                            td {}
                            @for &column in shown { th scope="col" { span { (name(column)) } } }
                        } }
                        tbody { @for &row in shown { tr {
                            th scope="row" { (name(row)) }
                            @for &column in shown {
                                (cell(pairs.get(&(row.min(column), row.max(column))), row, column, &name))
                            }
                        } "\n" } }
                    }
                }
            } "\n"
        }
    }
}

/// How often two parties disagree, as a link to the first time.
fn cell<'n>(pair: Option<&Vec<usize>>, row: usize, column: usize, name: &impl Fn(usize) -> &'n str) -> Markup {
    let Some(disputes) = pair else { return html! { td .agreed { span aria-hidden="true" { "·" } } } };
    let label = if row == column {
        format!("{} of {} with itself", many(disputes.len(), "dispute"), name(row))
    } else {
        format!("{} between {} and {}", many(disputes.len(), "dispute"), name(row), name(column))
    };
    html! {
        td .disputed .often[disputes.len() > 2] {
            a href={ "#f" (disputes[0] + 1) } data-pair={ (row) " " (column) } aria-label=(label) { (disputes.len()) }
        }
    }
}

fn caption(parties: usize) -> String {
    let rest = parties.saturating_sub(MOST);
    let left_out = if rest > 0 { format!(" The {rest} who disagree least are left out.") } else { String::new() };
    format!("Disputes between two sources; on the diagonal, those of a source with itself.{left_out}")
}

/// The disputes between every two parties, the lower number first.
fn pairs(disputes: &[Dispute<'_>]) -> BTreeMap<(usize, usize), Vec<usize>> {
    let mut pairs = BTreeMap::<_, Vec<usize>>::new();
    for (at, dispute) in disputes.iter().enumerate().filter(|(_, dispute)| is_between_figures(dispute)) {
        let parties: Vec<_> = dispute.parties().into_iter().collect();
        if let [alone] = parties[..] {
            pairs.entry((alone, alone)).or_default().push(at);
        }
        for (number, &one) in parties.iter().enumerate() {
            parties[number + 1..].iter().for_each(|&other| pairs.entry((one, other)).or_default().push(at));
        }
    }
    pairs
}

/// A sum that does not come out is nobody's disagreement with anybody.
fn is_between_figures(dispute: &Dispute<'_>) -> bool {
    !dispute.calculated && dispute.figures.len() > 1
}

/// Those who disagree, the most often first.
fn parties(pairs: &BTreeMap<(usize, usize), Vec<usize>>) -> Vec<usize> {
    let mut counts = BTreeMap::<usize, usize>::new();
    for ((one, other), disputes) in pairs {
        *counts.entry(*one).or_default() += disputes.len();
        if one != other {
            *counts.entry(*other).or_default() += disputes.len();
        }
    }
    let mut parties: Vec<_> = counts.into_iter().collect();
    parties.sort_by_key(|(party, count)| (std::cmp::Reverse(*count), *party));
    parties.into_iter().map(|(party, _)| party).collect()
}
