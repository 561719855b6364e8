//! A date of any kind, before it is joined with another.
//!
//! ```text
//! point     = numeric | date | … | years           the longest readings first
//! day_point = numeric | date | feast | week_day | relative
//! base      = month | part_of_year | unit | years   what parts are counted in
//! ```

use super::expression::DateExpression;
use super::{day, feast, month, nth, numeric, portion, season, shift, unit, weekday, year};
use crate::grammar::tokens::{Parsed, Tokens};
use nom::Parser;
use nom::branch::alt;

/// `point`
pub(super) fn point(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((
        alt((numeric::numeric, day::span_of_days, day::date, day::monthday, day::weekday_the_day)),
        alt((feast::feast, nth::nth, portion::portion, unit::leading, unit::week_of)),
        alt((shift::same_period, shift::shift, unit::rolling)),
        alt((month::month_of_year, season::part_of_year, unit::which_unit)),
        alt((weekday::relative, weekday::week_day, year::years)),
    ))
    .parse(input)
}

/// `day_point`
pub(super) fn day_point(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((numeric::numeric, day::date, feast::feast, weekday::relative, weekday::week_day, year::years)).parse(input)
}

/// `base`
pub(super) fn base(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((month::month_of_year, season::part_of_year, unit::current_or_which, year::years)).parse(input)
}
