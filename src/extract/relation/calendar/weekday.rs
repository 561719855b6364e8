//! A weekday beside its date.
//!
//! ```text
//! weekday = weekday [","] day month [year] | weekday [","] month day [year] | date "(" weekday ")"
//! ```
//! A date in figures alone is left out: which figure is the month is a matter of the country. Where no year is written,
//! all years come into question in which the day lies near the draft's date, or that the paragraph names; in a draft without
//! a date, where the paragraph names none, all years of a calendar's cycle.

use super::{Figures, dated_by_year, day_figure, is_year, month};
use crate::claim::Relation;
use crate::grammar::date::Dated;
use crate::lexicon::CalendarKind;
use jiff::civil::{Date, Weekday};
use std::ops::RangeInclusive;

/// How many days from the draft's date a day without a year may lie.
const NEAR: i32 = 240;

/// Years before this one may be counted by another calendar.
const FIRST_YEAR: i16 = 1900;

/// As many years as it takes for the weekdays to come round to the same dates.
const CYCLE: RangeInclusive<i16> = 2000..=2028;

/// The weekday that stands with a date, and the days that the date may be, the likeliest first.
pub(super) fn weekday(figures: &Figures<'_>, dated: &Dated) -> Option<Relation> {
    let Some((weekday, date)) = dated.weekday_and_date else { return undated(figures, dated) };
    let words = figures.tokens.rest().get(dated.tokens.clone())?;
    if date.year() < FIRST_YEAR || !words.iter().any(|token| month(figures.tokens, token).is_some()) {
        return None;
    }
    let year_told = dated_by_year(figures.tokens, dated).is_some();
    let days = if year_told { vec![date] } else { days_without_year(figures, date) };
    (!days.is_empty()).then_some(Relation::Weekday { span: dated.span, weekday, days })
}

/// A weekday and a date in a draft that nothing tells the year of.
fn undated(figures: &Figures<'_>, dated: &Dated) -> Option<Relation> {
    if figures.published().is_some() || dated.start.is_some() || years_named(figures).next().is_some() {
        return None;
    }
    let (tokens, words) = (figures.tokens, figures.tokens.rest().get(dated.tokens.clone())?);
    let month = words.iter().find_map(|token| month(tokens, token))?;
    let day = words.iter().find_map(|token| day_figure(token))?;
    let is_weekday = |word| tokens.lexicon().calendar_value(word, CalendarKind::Weekday);
    let number = words.iter().filter(|token| token.is_word()).find_map(|token| is_weekday(token.word))?;
    let weekday = Weekday::from_monday_one_offset(i8::try_from(number).ok()?).ok()?;
    let days: Vec<Date> = CYCLE.filter_map(|year| Date::new(year, month, day).ok()).collect();
    (!days.is_empty()).then_some(Relation::Weekday { span: dated.span, weekday, days })
}

/// The day in the years around the draft's date, the nearest first, then in the years that the paragraph names.
fn days_without_year(figures: &Figures<'_>, date: Date) -> Vec<Date> {
    let Some(published) = figures.published() else { return Vec::new() };
    let in_year = |year: i16| Date::new(year, date.month(), date.day()).ok();
    let away = |day: &Date| (*day - published).get_days().abs();
    let mut days: Vec<Date> = (published.year() - 1..=published.year() + 1).filter_map(in_year).collect();
    days.retain(|day| away(day) <= NEAR);
    days.sort_by_key(away);
    if !days.is_empty() {
        days.extend(years_named(figures).filter_map(in_year));
    }
    days
}

/// The years written in the sentence and in those shortly before it in its paragraph.
fn years_named<'f>(figures: &Figures<'f>) -> impl Iterator<Item = i16> + 'f {
    let sentences = figures.recent().iter().map(|said| said.tokens).chain(std::iter::once(figures.tokens));
    let years = sentences.flat_map(|tokens| tokens.rest()).filter(move |token| is_year(token));
    years.filter_map(move |token| token.letters.parse().ok())
}

#[cfg(test)]
mod tests {
    use crate::claim::Relation;
    use crate::extract::relation::testing::relations;

    #[test]
    fn weekdays_beside_dates() {
        for (text, wanted) in [
            ("They meet on Friday, 14 March 2025.", "Friday 2025-03-14"),
            ("They meet on March 14, 2025 (Friday).", "Friday 2025-03-14"),
            // The draft is of 12 March 2025.
            ("They meet on Sunday 6 April.", "Sunday 2025-04-06"),
            ("They met on Sunday 1 September.", "Sunday 2025-09-01 2024-09-01"),
            ("In 1986 they met on Saturday 26 April.", "Saturday 2025-04-26 1986-04-26"),
            ("They meet on Friday, 3/4/2025.", ""),
            ("They meet on Friday.", ""),
        ] {
            let found: Vec<_> = relations(text).into_iter().filter_map(shown).collect();
            assert_eq!(found.join(" "), wanted, "{text}");
        }
    }

    fn shown(relation: Relation) -> Option<String> {
        let Relation::Weekday { weekday, days, .. } = relation else { return None };
        let days: Vec<_> = days.iter().map(ToString::to_string).collect();
        Some(format!("{weekday:?} {}", days.join(" ")))
    }
}
