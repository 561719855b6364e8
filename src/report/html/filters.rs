//! Fields by which the script shows only some disputes and claims. Without the script they stay hidden: they would do
//! nothing.

use super::reading::Reading;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The fields, and how much is shown.
pub(super) fn filters(reading: &Reading<'_>) -> Markup {
    let counted = |name: for<'d> fn(&'d super::reading::Dispute<'_>) -> &'d str| {
        let mut counts = BTreeMap::<_, usize>::new();
        reading.disputes.iter().for_each(|dispute| *counts.entry(name(dispute).to_owned()).or_default() += 1);
        counts.into_iter().map(|(name, count)| (name.clone(), format!("{name} ({count})"))).collect::<Vec<_>>()
    };
    let numbered = |names: Vec<&str>| {
        names.into_iter().enumerate().map(|(at, name)| (at.to_string(), name.to_owned())).collect::<Vec<_>>()
    };
    let drafts = reading.outcome.drafts.iter().map(|draft| draft.document.id()).collect();
    let parties = reading.parties.iter().map(String::as_str).collect();
    html! {
        form #filters hidden aria-label="Filters" {
            (field("severity", "Severity", "all", &counted(|dispute| dispute.shape.severity)))
            (field("kind", "Kind", "all", &counted(|dispute| dispute.shape.kind)))
            (field("party", "Source", "all", &numbered(parties)))
            (field("draft", "Draft", "all", &numbered(drafts)))
            button type="button" { "Show all" }
            p #shown role="status" {}
        } "\n"
    }
}

fn field(name: &str, label: &str, all: &str, options: &[(String, String)]) -> Markup {
    html! {
        label {
            span { (label) }
            select name=(name) autocomplete="off" {
                option value="" { (all) }
                @for (value, words) in options { option value=(value) { (words) } }
            }
        }
    }
}
