//! Dates: what the words say, and which days that is.
//!
//! Productions read a [`DateExpression`] without knowing the draft's date; [`resolve`] turns it into days.
//!
//! | text, in a draft of 2025-03-12 (a Wednesday) | days |
//! |---|---|
//! | `on Friday` | 2025-03-07 |
//! | `will … on Friday` | 2025-03-14 |
//! | `in the first quarter of 2024` | 2024-01-01 to 2024-03-31 |
//! | `since January` | 2025-01-01 to 2025-03-12 |
//! | `a week ago Friday` | 2025-02-28 |
//! | `04/05/2025` | 2025-05-04; 2025-04-05 behind `March 14` or `3/14/2025` |
//! | `Labor Day weekend` | 2024-08-31 to 2024-09-02 |
//! | `until Friday` | up to 2025-03-14 |
//! | `for three days`, `15-year-old`, `2,013 people` | none |

mod anchor;
mod campaign;
mod day;
mod days;
mod expression;
mod feast;
mod month;
mod nth;
mod numeric;
mod opening;
mod point;
mod portion;
mod range;
mod resolve;
mod season;
mod shift;
mod spelled;
mod standing;
mod tense;
mod term;
mod terminal;
#[cfg(test)]
mod testing;
mod unit;
mod weekday;
mod within;
mod workday;
mod year;

pub use anchor::{Anchor, Tense};
pub use days::{Days, Unit};
pub use expression::{Counted, DateExpression, From, Portion, Which, Yearly};
pub use resolve::resolve;
pub use standing::is_year;

use super::tokens::Tokens;
use crate::lexicon::{Classes, Starts};
use crate::text::{Shape, Span, Token};
use anchor::{Order, WEEK_DAYS};
use jiff::civil::{Date, Weekday};
use numeric::is_pointed;
use opening::{Opening, may_open, opening};
use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};
use terminal::figures;

/// How many tokens before its first word of the calendar or figure a date may begin.
const LEAD: usize = 7;

/// How long a stretch may be that others are compared with: "a year earlier" than since 1990 is none.
const STRETCH_DAYS: i32 = 3 * 366;

/// A date in a sentence, and the days it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Its tokens, counted from the start of the sentence.
    pub tokens: Range<usize>,
    /// Its words in the document's text.
    pub span: Span,
    /// The first day; `None` where the stretch has no beginning, or nothing could be resolved.
    pub start: Option<Date>,
    /// The last day, included; `None` where the stretch has no end, or nothing could be resolved.
    pub end: Option<Date>,
    /// Why these days.
    pub why: Cow<'static, str>,
    /// The weekday that is written beside a full date, and that date.
    pub weekday_and_date: Option<(Weekday, Date)>,
    /// Whether the words mean its end: `at the end of March`, `ended March with`.
    pub closes: bool,
}

/// All dates of a sentence, in order. The anchor keeps the last of them for the sentences that follow.
pub fn dates(sentence: Tokens<'_>, anchor: &mut Anchor) -> Vec<Dated> {
    let mut found = Vec::new();
    let mut at = 0;
    anchor.here = None;
    anchor.before = anchor.named.take();
    while let Some(trigger) = next_trigger(&sentence, at) {
        at = match first(&sentence, at.max(trigger.saturating_sub(LEAD))..=trigger) {
            Some((here, (rest, expression))) => {
                let expression = year::of_opening(&here, expression, anchor);
                found.push(dated(&here, &rest, &expression, anchor));
                rest.at()
            }
            None => trigger + 1,
        };
    }
    found
}

/// The first date that begins at one of some places, and the place.
fn first<'s>(
    sentence: &Tokens<'s>,
    places: RangeInclusive<usize>,
) -> Option<(Tokens<'s>, (Tokens<'s>, DateExpression))> {
    for place in places {
        let here = sentence.from(place);
        // Most places are passed over here.
        if may_open(&here)
            && let Some(read) = read(here)
        {
            return Some((here, read));
        }
    }
    None
}

/// The next figure or word of the calendar, without which nothing is a date.
fn next_trigger(sentence: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut here = sentence.from(at).next(Starts::DATE)?;
    while !is_trigger(&here) {
        here = here.from(here.at() + 1).next(Starts::DATE)?;
    }
    Some(here.at())
}

fn is_trigger(here: &Tokens<'_>) -> bool {
    let Some(token) = here.peek() else { return false };
    match token.shape {
        Shape::Number => stands_for_itself(here, token),
        Shape::Mark | Shape::Possessive | Shape::Link => false,
        _ => {
            let classes = here.classes();
            classes.meets(Classes::CALENDAR)
                || classes.meets(Classes::NUMERAL) && spelled::is_century(here, token, here.nth(1))
        }
    }
}

/// Whether a figure may be a date without a word of the calendar: it may be a year, whole or as in `'88`, or is joined
/// to what follows.
fn stands_for_itself(here: &Tokens<'_>, token: &Token) -> bool {
    let joined = |next: &Token| next.glued && !matches!(next.letters, "%" | "," | "." | ";" | ":" | ")");
    let cut = || token.glued && here.back(1).is_some_and(|back| matches!(back.letters, "'" | "’"));
    match figures(token) {
        Some(letters) => letters.len() == 4 || here.nth(1).is_some_and(joined) || letters.len() == 2 && cut(),
        None => is_pointed(token.letters),
    }
}

/// A date that begins here.
fn read(here: Tokens<'_>) -> Option<(Tokens<'_>, DateExpression)> {
    let ways = opening(&here);
    if ways == Opening::NONE || is_repeated(&here) {
        return None;
    }
    let (rest, expression) = range::stretch(here, ways).ok()?;
    (!is_age(&rest)).then_some((rest, expression))
}

/// "every Friday", "each year" are no single days.
fn is_repeated(here: &Tokens<'_>) -> bool {
    here.back(1).is_some_and(|before| {
        let letters = before.letters;
        letters.eq_ignore_ascii_case("every") || letters.eq_ignore_ascii_case("each")
    })
}

/// `15-year-old`: what seemed a stretch is an age.
fn is_age(rest: &Tokens<'_>) -> bool {
    rest.letters_at(0) == "-" && rest.letters_at(1).eq_ignore_ascii_case("old")
}

fn dated(here: &Tokens<'_>, rest: &Tokens<'_>, expression: &DateExpression, anchor: &mut Anchor) -> Dated {
    let tense = if needs_no_tense(expression) { Tense::Silent } else { tense::tense_at(here, here.at(), rest.at()) };
    // "Has until May to appeal".
    let has = |back: &Token| back.reads("has") || back.reads("have");
    let tense = if here.letters() == "until" && here.back(1).is_some_and(has) { Tense::Future } else { tense };
    // "By May", "heading into May".
    let deadline = here.back(1).is_some_and(|before| before.reads("by") || before.reads("into"));
    let tense = if anchor.heading { tense::in_heading(tense, here) } else { tense };
    let looking = anchor.looking(tense);
    let looking = if deadline { looking.or_looking(Tense::Future) } else { looking };
    let days = resolve(expression, &looking);
    let why = resolve::why(expression, &looking, days.is_some());
    anchor.order = Order::shown(here, rest.at()).or(anchor.order);
    anchor.year_ends = days.and_then(|days| resolve::closes_year(expression, days)).or(anchor.year_ends);
    let Days { start, end } = days.unwrap_or_default();
    anchor.named = days.map(|days| anchor.named.map_or(days, |named| named.with(days))).or(anchor.named);
    if start.is_some() && end.is_some() && !is_compared(here, expression) {
        anchor.last = days;
        anchor.day = days.filter(|days| days.is_day()).or(anchor.day);
        if start.zip(end).is_some_and(|(start, end)| (WEEK_DAYS..=STRETCH_DAYS).contains(&(end - start).get_days())) {
            anchor.stretch = days;
        }
        anchor.here = days;
    }
    Dated {
        tokens: here.at()..rest.at(),
        span: here.span_to(rest),
        start,
        end,
        why,
        weekday_and_date: weekday_of(expression, start),
        closes: matches!(expression, DateExpression::Portion(Portion::End | Portion::Deadline, _)) || is_ended(here),
    }
}

/// `40, against 30 in May`, `40 from 30 a year earlier`: the story does not go on from a date that it only looks back to.
fn is_compared(here: &Tokens<'_>, expression: &DateExpression) -> bool {
    const REACH: usize = 6;
    let before = |at: usize| here.back(at).filter(|token| token.shape != Shape::Mark);
    let compares = |token: &Token| matches!(token.letters, "against" | "versus" | "compared");
    match expression {
        DateExpression::SameDay(_) | DateExpression::SamePeriod(_) => true,
        DateExpression::Shifted(count, unit, From::Spoken) if *count < 0 && *unit >= Unit::Month => true,
        // "Than in May"; but "more than 40 in May" looks back to nothing.
        _ => (1..=2).filter_map(before).any(|token| token.reads("than")) || (1..=REACH).map_while(before).any(compares),
    }
}

/// `ended March with 40 boats`: a stretch that somebody ended is told by its last day.
fn is_ended(here: &Tokens<'_>) -> bool {
    here.back(1).is_some_and(|before| matches!(before.letters, "ended" | "finished" | "closed"))
}

/// Looking at the verbs around is the dearest step.
const fn needs_no_tense(expression: &DateExpression) -> bool {
    use DateExpression::{Fixed, Relative, Rolling, YearPair};
    matches!(expression, Fixed(_) | Relative(_) | Rolling(..) | YearPair { .. })
}

fn weekday_of(expression: &DateExpression, start: Option<Date>) -> Option<(Weekday, Date)> {
    match expression {
        DateExpression::WeekdayAndDate(weekday, _) => Some((*weekday, start?)),
        _ => None,
    }
}
