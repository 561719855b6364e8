//! The axis of days: where from left to right each point stands.

use super::point::Point;
use super::{ABOVE, HEIGHT, LETTER, RIGHT};
use jiff::civil::Date;
use maud::{Markup, html};
use std::ops::RangeInclusive;

/// The least width of a plot, and the greatest one in which points have labels.
const LEAST: i64 = 280;
const MOST: i64 = 640;
/// The room for a point without a label.
const BARE: i64 = 18;
/// The room for a day below the axis.
const DAY: i64 = 84;

/// Where points and days stand, in pixels from the left.
#[derive(Debug)]
pub(super) struct Columns {
    /// The width of the whole plot.
    pub(super) width: i64,
    /// The middle of each point.
    pub(super) places: Vec<i64>,
    /// Whether there is room for labels at all points.
    pub(super) is_labelled: bool,
    days: Vec<(Option<Date>, i64)>,
}

impl Columns {
    /// The places of points that are in order of their days, right of the labels of the other axis.
    ///
    /// They stand as far apart as their days are, but never on each other.
    pub(super) fn new(points: &[Point], left: i64) -> Self {
        let count = i64::try_from(points.len()).unwrap_or(i64::MAX);
        let letters = points.iter().map(|point| point.label.chars().count()).max().unwrap_or_default();
        let room = i64::try_from(letters).unwrap_or_default() * LETTER + 10;
        let is_labelled = count.saturating_mul(room) <= MOST;
        let room = if is_labelled { room } else { BARE };
        let field = count.saturating_mul(room).max(LEAST - left - RIGHT);
        let days: Vec<_> = points.iter().map(|point| point.day).collect();
        let within = left + room / 2..=left + field - room / 2;
        let places = spread(&proportional(&days, *within.start(), field - room), room, within);
        let days = under(&days, &places, left + field);
        Self { width: left + field + RIGHT, places, is_labelled, days }
    }

    /// The days, where there is room for them.
    pub(super) fn draw_days(&self) -> Markup {
        html! {
            g .days { @for (day, x) in &self.days {
                text x=(x) y=(ABOVE + HEIGHT + 20) text-anchor="middle" {
                    @match day { Some(day) => { (day) } None => { "undated" } }
                }
            } }
        }
    }
}

/// Places in proportion to time. What has no day stands on the left of all that has one; where there is nothing to tell
/// apart, all is in the middle.
fn proportional(days: &[Option<Date>], left: i64, field: i64) -> Vec<i64> {
    let since = |day: Date, first: Date| first.until(day).map_or(0, |span| i64::from(span.get_days()));
    let dated: Vec<_> = days.iter().flatten().collect();
    let (Some(first), Some(last)) = (dated.first(), dated.last()) else { return vec![left + field / 2; days.len()] };
    let apart = since(**last, **first);
    // The days begin behind those without, as far away as a first day from a last one if it is the only one.
    let lead = match (dated.len() < days.len(), apart) {
        (true, 0) => field,
        (true, _) => field / 3,
        (false, 0) => field / 2,
        (false, _) => 0,
    };
    let place = |day: &Option<Date>| {
        day.map_or(left, |day| left + lead + ((field - lead) * since(day, **first)).checked_div(apart).unwrap_or(0))
    };
    days.iter().map(place).collect()
}

/// The same with so much room between each two, all within the places that there are; what shares one place stands around
/// it.
fn spread(places: &[i64], room: i64, within: RangeInclusive<i64>) -> Vec<i64> {
    let mut spread: Vec<i64> = Vec::with_capacity(places.len());
    for same in places.chunk_by(|one, other| one == other) {
        let half = room * i64::try_from(same.len() - 1).unwrap_or_default() / 2;
        let begin = spread.last().map_or(*within.start(), |before| before + room).max(same[0] - half);
        spread.extend((0..).zip(same).map(|(at, _)| begin + room * at));
    }
    let mut limit = *within.end();
    for place in spread.iter_mut().rev() {
        *place = (*place).min(limit);
        limit = *place - room;
    }
    spread
}

/// Each day below the middle of its points; those that would stand on others are left out.
fn under(days: &[Option<Date>], places: &[i64], right: i64) -> Vec<(Option<Date>, i64)> {
    let points: Vec<_> = days.iter().zip(places).collect();
    let mut shown: Vec<(Option<Date>, i64)> = Vec::new();
    for same in points.chunk_by(|(one, _), (other, _)| one == other) {
        let middle = i64::midpoint(*same[0].1, *same[same.len() - 1].1).min(right - DAY / 2 + RIGHT);
        if shown.last().is_none_or(|(_, before)| middle - before >= DAY) {
            shown.push((*same[0].0, middle));
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{Date, proportional, spread, under};

    /// The places of days of May on 100 pixels, each with room for 20, and where the days are written.
    fn places(days: &[i8]) -> (Vec<i64>, Vec<i64>) {
        let days: Vec<_> = days.iter().map(|&day| (day > 0).then(|| Date::constant(2031, 5, day))).collect();
        let places = spread(&proportional(&days, 0, 100), 20, 0..=100);
        let written = under(&days, &places, 110).into_iter().map(|(_, x)| x).collect();
        (places, written)
    }

    #[test]
    fn points_stand_as_far_apart_as_their_days_but_never_on_each_other() {
        for (days, expected, written) in [
            (vec![1, 6, 11], vec![0, 50, 100], vec![0]),
            (vec![1, 1, 11], vec![0, 20, 100], vec![10]),
            (vec![1, 10, 11], vec![0, 80, 100], vec![0]),
            (vec![7, 7, 7], vec![30, 50, 70], vec![50]),
            (vec![0, 7], vec![0, 100], vec![0]),
            (vec![0, 1, 11], vec![0, 33, 100], vec![0]),
            (vec![0, 0], vec![40, 60], vec![50]),
        ] {
            assert_eq!(places(&days), (expected, written), "{days:?}");
        }
    }
}
