//! Figures as dots over time, each with the interval of values that it stands for, and a colour and shape for each party.
//!
//! Everything is drawn in whole and tenths of pixels worked out from exact decimals: the same figures give the same bytes.

mod axis;
mod columns;
mod point;

use super::dossier::Figure;
use axis::Axis;
use columns::Columns;
use maud::{Markup, html};
use point::Point;

/// The height of the field that points stand in, and the room above it for their labels and below it for days.
const HEIGHT: i64 = 150;
const ABOVE: i64 = 26;
const BELOW: i64 = 30;
/// The room right of the last point.
const RIGHT: i64 = 12;
/// How wide a letter of a label is taken to be.
const LETTER: i64 = 7;
/// The widest plot that needs no scrolling on a telephone.
const NARROW: i64 = 300;

/// The plot of some figures; `None` where fewer than two of them have values, or where they are of different units.
pub(super) fn plot(figures: &[Figure<'_>], parties: &[String]) -> Option<Markup> {
    let unit = &figures.first()?.claim.quantity.unit;
    if figures.iter().any(|figure| figure.claim.quantity.unit != *unit) {
        return None;
    }
    let points = Point::all(figures);
    if points.len() < 2 {
        return None;
    }
    let axis = Axis::over(points.iter().flat_map(Point::ends))?;
    let columns = Columns::new(&points, axis.left());
    Some(html! {
        figure .plot {
            div .scroll tabindex=[(columns.width > NARROW).then_some("0")] role="group" aria-label="Values by day" {
                (drawing(&points, &axis, &columns))
            }
            figcaption { (legend(&points, parties)) }
        }
    })
}

fn drawing(points: &[Point], axis: &Axis, columns: &Columns) -> Markup {
    let height = ABOVE + HEIGHT + BELOW;
    html! {
        svg width=(columns.width) height=(height) viewBox={ "0 0 " (columns.width) " " (height) } role="img"
            aria-label={ (points.len()) " values as dots, with the interval that each stands for, by day" } {
            (axis.draw(columns.width))
            (columns.draw_days())
            @for (point, x) in points.iter().zip(&columns.places) { (point.draw(*x, axis, columns.is_labelled)) }
        }
    }
}

/// Whose dots are which; the words are those of a draft, so that they stand outside the drawing, where they may wrap.
fn legend(points: &[Point], parties: &[String]) -> Markup {
    let mut shown: Vec<_> = points.iter().map(|point| (point.rank, point.party)).collect();
    shown.sort_unstable();
    shown.dedup();
    html! {
        ul .legend { @for (rank, party) in shown {
            li {
                svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" .(point::class(rank)) {
                    (point::marker(rank, 6, 6.into()))
                }
                span { (parties[party]) }
            }
        } }
    }
}
