//! Claims as rows of tables: the few of a dispute, and the cells that the table of all claims shares with it.

use super::dossier::Figure;
use crate::claim::{Claim, Decimal, Interval, Quantity, Stated, Status, Timing, Unit};
use crate::report::location::path;
use crate::report::words;
use maud::{Markup, html};

/// The figures of a dispute, a row each.
pub(super) fn table(number: usize, figures: &[Figure<'_>]) -> Markup {
    html! {
        div .scroll tabindex="0" role="group" aria-label={ "Figures of dispute " (number) } {
            table .figures {
                caption .unseen { "The figures in dispute" }
                thead { tr {
                    @for name in ["Figure", "Value", "Taken as", "Source", "Via", "Said", "As of", "Draft, line"] {
                        th scope="col" { (name) }
                    }
                } }
                tbody { @for figure in figures { (row(figure)) } }
            }
        }
    }
}

fn row(figure: &Figure<'_>) -> Markup {
    html! {
        tr {
            th scope="row" { (words_of(figure)) }
            td .number { (value(figure)) }
            td .number { (reading(figure)) }
            td { (source(figure)) }
            td { (via(figure)) }
            td .day { (days(figure.claim.said.as_ref())) }
            td .day { (days(figure.claim.as_of.as_ref())) }
            td .place { a href={ "#" (figure.id) } { (place(figure)) } }
        } "\n"
    }
}

/// The words of a claim, as the draft has them.
pub(super) fn words_of<'a>(figure: &Figure<'a>) -> &'a str {
    figure.claim.span.of(figure.document.text())
}

/// What is stated, and how, where it is not simply asserted.
pub(super) fn value(figure: &Figure<'_>) -> Markup {
    let Claim { quantity, status, .. } = figure.claim;
    html! {
        (stated(quantity, quantity.unit.clone()))
        @if *status != Status::Asserted { " " span .status { (status.name()) } }
    }
}

/// What is stated, in a unit.
pub(super) fn stated(quantity: &Quantity, unit: Unit) -> String {
    let stated = match quantity.stated {
        Stated::Point(value) => Stated::Point(short(value)),
        Stated::Range(low, high) => Stated::Range(short(low), short(high)),
        Stated::Vague => Stated::Vague,
    };
    words::stated(&Quantity { stated, unit, ..quantity.clone() })
}

/// What that is taken for, where it is more than one value.
pub(super) fn reading(figure: &Figure<'_>) -> String {
    let interval = figure.claim.quantity.reading();
    let interval = Interval { low: interval.low.map(short), high: interval.high.map(short), ..interval };
    words::reading(interval).unwrap_or_default()
}

/// How many digits behind the point are worth showing: a third has no end of them.
const PLACES: u32 = 4;

/// A figure as it is shown: the draft's own words stand beside it.
fn short(value: Decimal) -> Decimal {
    value.round_dp(PLACES).normalize()
}

/// Who says so.
pub(super) fn source(figure: &Figure<'_>) -> Markup {
    html! {
        @match &figure.claim.source {
            Some(source) => { (source.name) }
            None => span .own { "the draft itself" }
        }
    }
}

/// The medium that carried it.
pub(super) fn via<'a>(figure: &Figure<'a>) -> &'a str {
    figure.claim.source.as_ref().and_then(|source| source.via.as_deref()).unwrap_or_default()
}

/// Days, or nothing.
pub(super) fn days(timing: Option<&Timing>) -> String {
    timing.map(words::days).unwrap_or_default()
}

/// The draft and the line.
pub(super) fn place(figure: &Figure<'_>) -> String {
    format!("{}:{}", path(figure.document.id()), figure.place().line)
}
