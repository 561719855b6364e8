//! `html`: the discrepancy report that an editor opens, one file that needs no network and no script to be read.
//!
//! A file a part of the page, from top to bottom: what was found in numbers, what went wrong with the run, who disagrees
//! with whom, each dispute with its figures and passages, what was suppressed, what each draft holds, and all claims. What
//! stands on the page is what the shapes of the report say; nothing is judged here.
//!
//! Markup is written by [`maud`] alone, which escapes whatever a draft says, and no character leaves this file that steers
//! what is shown. The policy in the head lets a browser run the one script and apply the one style that are meant.

mod claims;
mod dispute;
mod dossier;
mod drafts;
mod figure;
mod filters;
mod head;
mod matrix;
mod passage;
mod plot;
mod problems;
mod suppressed;
mod tiles;

use super::safe::safe_lines;
use super::{Look, NAME, Outcome, VERSION, words};
use dossier::Dossier;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::io::{self, Write};

/// Writes the page.
pub(crate) fn write(outcome: &Outcome<'_>, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let page = page(&Dossier::new(outcome));
    out.write_all(page.into_string().as_bytes())
}

fn page(dossier: &Dossier<'_>) -> Markup {
    html! {
        (DOCTYPE) "\n"
        html lang="en" {
            (head::head())
            body { (harmless(&body(dossier))) (head::script()) }
        }
        "\n"
    }
}

/// The page without any character that a reader's eye would obey instead of seeing: no part has to think of them.
fn harmless(markup: &Markup) -> Markup {
    PreEscaped(safe_lines(&markup.0))
}

fn body(dossier: &Dossier<'_>) -> Markup {
    html! {
        a .skip href="#disputes" { "Skip to the disputes" } "\n"
        header .masthead {
            p .kicker { "Discrepancy report" }
            h1 { (headline(dossier)) }
            p .summary { (words::summary(dossier.outcome)) "." }
            (contents(dossier))
        } "\n"
        main {
            (tiles::tiles(dossier))
            (problems::problems(dossier.outcome))
            (matrix::matrix(dossier))
            (dispute::disputes(dossier))
            (suppressed::suppressed(dossier.outcome))
            (drafts::drafts(dossier))
            (claims::claims(dossier))
        } "\n"
        footer {
            p { "Written by " (NAME) " " (VERSION) ". A dispute is about figures that cannot all be true as they are read; it \
                 is no verdict on any of them." }
        } "\n"
    }
}

fn headline(dossier: &Dossier<'_>) -> String {
    match (dossier.disputes.len(), dossier.outcome.unchecked) {
        (0, true) => "Nothing was checked".to_owned(),
        (0, false) => "No figures in dispute".to_owned(),
        (1, _) => "One dispute over figures".to_owned(),
        (count, _) => format!("{count} disputes over figures"),
    }
}

/// Links to the parts of the page.
fn contents(dossier: &Dossier<'_>) -> Markup {
    let parts = [
        ("#disputes", "Disputes", dossier.disputes.len()),
        ("#drafts", "Drafts", dossier.outcome.drafts.len()),
        ("#claims", "Claims", dossier.figures.len()),
    ];
    html! {
        nav aria-label="Parts of the report" {
            ul { @for (link, name, count) in parts { li { a href=(link) { (name) " " span .count { (count) } } } } }
        }
    }
}
