//! A date of any kind, before it is joined with another.
//!
//! ```text
//! point     = numeric | date | … | years           the longest readings first
//! day_point = numeric | date | feast | week_day | relative
//! base      = month | part_of_year | unit | years   what parts are counted in
//! ```

use super::expression::DateExpression;
use super::opening::{Opening, opening};
use super::{day, feast, month, nth, numeric, portion, season, shift, spelled, unit, weekday, within, year};
use crate::grammar::tokens::{Parsed, Tokens, fail};
use nom::Parser;
use nom::branch::alt;

/// A production, and how what it reads begins.
type Alternative = (Opening, fn(Tokens<'_>) -> Parsed<'_, DateExpression>);

/// In the order in which they are tried: the longer readings first.
const ALTERNATIVES: &[Alternative] = &[
    (Opening::FIGURE.or(Opening::YEAR), numeric::numeric),
    (Opening::DAY.or(Opening::RANGE), day::span_of_days),
    (Opening::DAY.or(Opening::COUNT).or(Opening::WHICH), day::date),
    (Opening::FIGURE.or(Opening::ORDINAL).or(Opening::COUNT), day::monthday),
    (Opening::WEEKDAY, day::weekday_the_day),
    (Opening::FIGURE.or(Opening::ORDINAL), day::lone_day),
    (Opening::FEAST.or(Opening::MONTH).or(Opening::WHICH), feast::feast),
    (Opening::FIGURE.or(Opening::ORDINAL).or(Opening::WHICH), nth::nth),
    (Opening::PORTION.or(Opening::UNIT), portion::portion),
    (Opening::FIGURE.or(Opening::COUNT).or(Opening::UNIT).or(Opening::ORDINAL).or(Opening::WHICH), unit::leading),
    (Opening::UNIT, unit::week_of),
    (Opening::WHICH.or(Opening::UNIT), shift::same_period),
    (Opening::FIGURE.or(Opening::COUNT).or(Opening::UNIT), shift::shift),
    (Opening::FIGURE.or(Opening::COUNT).or(Opening::WHICH), unit::rolling),
    (Opening::MONTH.or(Opening::WHICH), month::month_of_year),
    (
        Opening::FIGURE
            .or(Opening::YEAR)
            .or(Opening::ORDINAL)
            .or(Opening::SHORT)
            .or(Opening::SEASON)
            .or(Opening::WHICH),
        season::part_of_year,
    ),
    (Opening::COUNT, spelled::told),
    (Opening::WHICH, within::within),
    (Opening::WHICH.or(Opening::UNIT), unit::which_unit),
    (Opening::RELATIVE.or(Opening::UNIT).or(Opening::WHICH), weekday::relative),
    (Opening::WEEKDAY.or(Opening::UNIT).or(Opening::WHICH), weekday::week_day),
    (Opening::FIGURE.or(Opening::YEAR).or(Opening::UNIT).or(Opening::ORDINAL).or(Opening::DECADE), year::years),
];

/// `point`
pub(super) fn point(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    point_opened(input, opening(&input))
}

/// `point`, where the words begin in these ways.
pub(super) fn point_opened(input: Tokens<'_>, ways: Opening) -> Parsed<'_, DateExpression> {
    let fitting = ALTERNATIVES.iter().filter(|(opening, _)| opening.meets(ways));
    fitting.map(|(_, production)| production(input)).find(Result::is_ok).unwrap_or_else(fail)
}

/// `day_point`
pub(super) fn day_point(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((numeric::numeric, day::date, feast::feast, weekday::relative, weekday::week_day, year::years)).parse(input)
}

/// `base`
pub(super) fn base(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((month::month_of_year, season::part_of_year, unit::current_or_which, year::years)).parse(input)
}
