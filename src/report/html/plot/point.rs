//! One figure in the plot.

use super::super::dossier::Figure;
use super::super::figure;
use super::axis::Axis;
use crate::claim::{Decimal, Stated, Unit};
use jiff::civil::Date;
use maud::{Markup, html};

/// How many colours and shapes there are; together they tell twelve parties apart.
const COLOURS: usize = 6;
const SHAPES: usize = 4;

/// A figure to draw.
#[derive(Debug)]
pub(super) struct Point {
    /// When it was said, the period that it covers began, or its draft was published.
    pub(super) day: Option<Date>,
    /// Its party among all of the report.
    pub(super) party: usize,
    /// Its party among those of the plot.
    pub(super) rank: usize,
    /// What stands at it.
    pub(super) label: String,
    /// The value stated, or the two ends of a range.
    values: Vec<Decimal>,
    low: Option<Decimal>,
    high: Option<Decimal>,
}

impl Point {
    /// The points of some figures, in order of time; vague figures have none.
    pub(super) fn all(figures: &[Figure<'_>]) -> Vec<Self> {
        let mut points: Vec<_> = figures.iter().filter_map(Self::new).collect();
        points.sort_by_key(|point| point.day);
        let mut parties: Vec<usize> = Vec::new();
        for point in &mut points {
            let known = parties.iter().position(|party| *party == point.party);
            point.rank = known.unwrap_or(parties.len());
            if known.is_none() {
                parties.push(point.party);
            }
        }
        points
    }

    fn new(figure: &Figure<'_>) -> Option<Self> {
        let claim = figure.claim;
        let values = match claim.quantity.stated {
            Stated::Point(value) => vec![value],
            Stated::Range(low, high) => vec![low, high],
            Stated::Vague => return None,
        };
        let interval = claim.quantity.reading();
        let times = [claim.said.as_ref(), claim.as_of.as_ref()];
        let day = times.into_iter().flatten().find_map(|timing| timing.start.or(timing.end));
        Some(Self {
            day: day.or(figure.document.published()),
            party: figure.party,
            rank: 0,
            label: figure::stated(&claim.quantity, Unit::Count),
            values,
            low: interval.low,
            high: interval.high,
        })
    }

    /// All values that the axis must have room for.
    pub(super) fn ends(&self) -> impl Iterator<Item = Decimal> {
        self.values.iter().copied().chain(self.low).chain(self.high)
    }

    /// The interval as a line, with an arrow where it has no end; the value as a marker on it.
    pub(super) fn draw(&self, x: i64, axis: &Axis, is_labelled: bool) -> Markup {
        let top = self.high.map_or(Axis::top(), |high| axis.place(high));
        let bottom = self.low.map_or(Axis::bottom(), |low| axis.place(low));
        let ends = [end(x, top, self.high.is_some(), 5), end(x, bottom, self.low.is_some(), -5)];
        html! {
            g .(class(self.rank)) {
                @if top != bottom { path .interval d={ (ends[0]) (ends[1]) "M" (x) " " (top) "V" (bottom) } {} }
                @for value in &self.values { (marker(self.rank, x, axis.place(*value))) }
                @if is_labelled { text x=(x) y=(top - Decimal::from(8)) text-anchor="middle" { (self.label) } }
            }
        }
    }
}

/// How an interval ends: with a bar, or, where it goes on without an end, with an arrow whose head is so high.
fn end(x: i64, y: Decimal, is_closed: bool, head: i64) -> String {
    if is_closed {
        return format!("M{} {y}h8", x - 4);
    }
    let back = y + Decimal::from(head);
    format!("M{} {back}L{x} {y}L{} {back}", x - 4, x + 4)
}

/// The class of a party's colour.
pub(super) fn class(rank: usize) -> String {
    format!("colour-{}", rank % COLOURS)
}

/// A party's shape with its middle at a place: disc, square, diamond or triangle.
pub(super) fn marker(rank: usize, x: i64, y: Decimal) -> Markup {
    let at = |by: i64| y + Decimal::from(by);
    html! {
        @match rank % SHAPES {
            0 => circle cx=(x) cy=(y) r="5" {},
            1 => rect x=(x - 4) y=(at(-4)) width="9" height="9" {},
            2 => path d={ "M" (x) " " (at(-6)) "L" (x + 6) " " (y) "L" (x) " " (at(6)) "L" (x - 6) " " (y) "Z" } {},
            _ => path d={ "M" (x) " " (at(-6)) "L" (x + 6) " " (at(5)) "L" (x - 6) " " (at(5)) "Z" } {},
        }
    }
}
