//! A date of any kind, before it is joined with another.
//!
//! ```text
//! point     = numeric | date | … | years           the longest readings first
//! day_point = numeric | date | feast | week_day | relative
//! base      = month | part_of_year | unit | years   what parts are counted in
//! ```

use super::expression::DateExpression;
use super::opening::{Opening, opening};
use super::{
    campaign, day, feast, month, nth, numeric, portion, season, shift, spelled, term, unit, weekday, within, workday,
    year,
};
use crate::grammar::tokens::{Parsed, Tokens, fail};
use crate::lexicon::{CalendarKind, Classes, List};
use nom::Parser;
use nom::branch::alt;

/// A production, how what it reads begins, and of which classes a word must stand in the sentence, if of any.
struct Alternative(Opening, Option<Classes>, fn(Tokens<'_>) -> Parsed<'_, DateExpression>);

const MONTH: Classes = Classes::calendar(CalendarKind::Month);
const WEEKDAY: Classes = Classes::calendar(CalendarKind::Weekday);
const UNIT: Classes = Classes::calendar(CalendarKind::Unit);
const FEAST: Classes = Classes::FEAST;
const PART_OF_DAY: Classes = Classes::calendar(CalendarKind::Part).or(Classes::calendar(CalendarKind::Relative));
const PART_OF_YEAR: Classes =
    Classes::PART_OF_YEAR.or(Classes::calendar(CalendarKind::Season)).or(Classes::list(List::YearPart));

/// In the order in which they are tried: the longer readings first.
const ALTERNATIVES: &[Alternative] = &[
    Alternative(Opening::FIGURE.or(Opening::YEAR), None, numeric::numeric),
    Alternative(Opening::DAY.or(Opening::RANGE), Some(MONTH), day::span_of_days),
    Alternative(Opening::FIGURE, Some(MONTH), day::date),
    Alternative(
        Opening::MONTH.or(Opening::WEEKDAY).or(Opening::ORDINAL).or(Opening::COUNT).or(Opening::WHICH),
        Some(MONTH.or(Classes::NUMERIC)),
        day::date,
    ),
    Alternative(Opening::FIGURE.or(Opening::ORDINAL).or(Opening::COUNT), Some(UNIT), day::monthday),
    Alternative(Opening::WEEKDAY, None, day::weekday_the_day),
    Alternative(Opening::FIGURE.or(Opening::ORDINAL), None, day::lone_day),
    Alternative(Opening::FEAST.or(Opening::MONTH).or(Opening::WHICH), Some(FEAST.or(MONTH)), feast::feast),
    Alternative(Opening::FIGURE.or(Opening::ORDINAL).or(Opening::WHICH), Some(UNIT.or(WEEKDAY)), nth::nth),
    Alternative(
        Opening::FIGURE.or(Opening::ORDINAL),
        Some(Classes::PART_OF_YEAR.or(Classes::list(List::YearPart))),
        nth::half_of_month,
    ),
    Alternative(Opening::PORTION.or(Opening::UNIT), None, portion::portion),
    Alternative(
        Opening::FIGURE.or(Opening::COUNT).or(Opening::UNIT).or(Opening::ORDINAL).or(Opening::WHICH),
        Some(UNIT),
        unit::leading,
    ),
    Alternative(Opening::WHICH.or(Opening::UNIT), Some(UNIT), unit::to_date),
    Alternative(Opening::UNIT.or(Opening::RANGE), None, unit::week_of),
    Alternative(Opening::WHICH.or(Opening::UNIT), None, shift::same_period),
    Alternative(Opening::FIGURE.or(Opening::COUNT), Some(UNIT), term::term),
    Alternative(Opening::FIGURE.or(Opening::COUNT).or(Opening::UNIT), Some(UNIT.or(WEEKDAY)), shift::shift),
    Alternative(Opening::WHICH, Some(UNIT), workday::workdays),
    Alternative(Opening::WHICH, Some(Classes::list(List::YearPart)), campaign::campaign),
    Alternative(Opening::FIGURE.or(Opening::COUNT).or(Opening::WHICH), Some(UNIT), unit::rolling),
    Alternative(Opening::MONTH.or(Opening::WHICH), Some(MONTH), month::month_of_year),
    Alternative(
        Opening::FIGURE
            .or(Opening::YEAR)
            .or(Opening::ORDINAL)
            .or(Opening::SHORT)
            .or(Opening::SEASON)
            .or(Opening::WHICH),
        Some(PART_OF_YEAR),
        season::part_of_year,
    ),
    Alternative(Opening::COUNT, None, spelled::told),
    Alternative(Opening::WHICH, Some(UNIT), within::within),
    Alternative(Opening::WHICH.or(Opening::UNIT), Some(UNIT), unit::which_unit),
    Alternative(Opening::RELATIVE.or(Opening::UNIT).or(Opening::WHICH), Some(PART_OF_DAY), weekday::relative),
    Alternative(Opening::WEEKDAY.or(Opening::UNIT).or(Opening::WHICH), Some(WEEKDAY.or(UNIT)), weekday::week_day),
    Alternative(
        Opening::FIGURE.or(Opening::YEAR).or(Opening::UNIT).or(Opening::ORDINAL).or(Opening::DECADE).or(Opening::SHORT),
        None,
        year::years,
    ),
];

/// `point`
pub(super) fn point(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    point_opened(input, opening(&input))
}

/// `point`, where the words begin in these ways.
pub(super) fn point_opened(input: Tokens<'_>, ways: Opening) -> Parsed<'_, DateExpression> {
    let may_fit = |opening: &Opening, needs: &Option<Classes>| {
        opening.meets(ways) && needs.is_none_or(|classes| input.hold(classes))
    };
    let fitting = ALTERNATIVES.iter().filter(|Alternative(opening, needs, _)| may_fit(opening, needs));
    fitting.map(|Alternative(.., production)| production(input)).find(Result::is_ok).unwrap_or_else(fail)
}

/// `day_point`
pub(super) fn day_point(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((numeric::numeric, day::date, feast::feast, weekday::relative, weekday::week_day, year::years)).parse(input)
}

/// `base`
pub(super) fn base(input: Tokens<'_>) -> Parsed<'_, DateExpression> {
    alt((month::month_of_year, season::part_of_year, unit::current_or_which, year::years)).parse(input)
}
