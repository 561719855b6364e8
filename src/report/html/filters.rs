//! Fields by which the script shows only some disputes and claims. Without the script they stay hidden: they would do
//! nothing.

use super::dispute;
use super::dossier::Dossier;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The fields, and how much is shown.
pub(super) fn filters(dossier: &Dossier<'_>) -> Markup {
    let shapes = || dossier.disputes.iter().map(|dispute| &dispute.shape);
    let drafts = dossier.outcome.drafts.iter().map(|draft| draft.document.id());
    html! {
        form #filters hidden aria-label="Filters" {
            (field("severity", "Severity", counted(shapes().map(|shape| shape.severity))))
            (field("kind", "Kind", counted(shapes().map(|shape| shape.kind))))
            (field("party", "Source", numbered(dossier.parties.iter().map(String::as_str))))
            (field("draft", "Draft", numbered(drafts)))
            button type="button" { "Show all" }
            p #shown role="status" {}
        } "\n"
    }
}

/// A value that a field may have, and the words for it.
type Choice = (String, String);

/// Every name once, with how often it comes up.
fn counted<'n>(names: impl Iterator<Item = &'n str>) -> impl Iterator<Item = Choice> {
    let mut counts = BTreeMap::<_, usize>::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    counts.into_iter().map(|(name, count)| (name.to_owned(), format!("{} ({count})", dispute::in_words(name))))
}

/// Names by their places, by which disputes and claims know them.
fn numbered<'n>(names: impl Iterator<Item = &'n str>) -> impl Iterator<Item = Choice> {
    names.enumerate().map(|(at, name)| (at.to_string(), name.to_owned()))
}

fn field(name: &str, label: &str, choices: impl Iterator<Item = Choice>) -> Markup {
    html! {
        label {
            span { (label) }
            select name=(name) autocomplete="off" {
                option value="" { "all" }
                @for (value, words) in choices { option value=(value) { (words) } }
            }
        }
    }
}
