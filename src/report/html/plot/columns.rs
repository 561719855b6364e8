//! The axis of days: where from left to right each point stands.

use super::point::Point;
use super::{ABOVE, HEIGHT, LETTER, RIGHT};
use jiff::civil::Date;
use maud::{Markup, html};

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
        let places = spread(&proportional(&days, left + room / 2, field - room), room, left + field - room / 2);
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

/// Places in proportion to time. What has no day stands on the left, and all in the middle where there is but one day.
fn proportional(days: &[Option<Date>], left: i64, field: i64) -> Vec<i64> {
    let since = |day: Date, first: Date| first.until(day).map_or(0, |span| i64::from(span.get_days()));
    let dated: Vec<_> = days.iter().flatten().collect();
    let ends = dated.first().zip(dated.last()).filter(|(first, last)| first != last);
    let place = |day: &Option<Date>| match (day, ends) {
        (Some(day), Some((first, last))) => left + field * since(*day, **first) / since(**last, **first),
        (None, Some(_)) => left,
        (_, None) => left + field / 2,
    };
    days.iter().map(place).collect()
}

/// The same with so much room between each two, none of them right of the last place that there is.
fn spread(places: &[i64], room: i64, last: i64) -> Vec<i64> {
    let mut spread = Vec::with_capacity(places.len());
    for &place in places {
        spread.push(spread.last().map_or(place, |before: &i64| place.max(before + room)));
    }
    let over = (spread.last().copied().unwrap_or_default() - last).max(0);
    let only_one_day = places.first() == places.last();
    if only_one_day {
        let middle = spread.first().zip(spread.last()).map_or(0, |(first, last)| (last - first) / 2);
        spread.iter_mut().for_each(|place| *place -= middle);
        return spread;
    }
    let mut limit = if over > 0 { last } else { i64::MAX };
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
