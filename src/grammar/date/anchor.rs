//! What a date is resolved against.

use super::days::{Days, Unit};
use crate::grammar::tokens::Tokens;
use crate::lexicon::{CalendarKind, Classes};
use crate::text::{Shape, Token};
use jiff::civil::Date;

/// How many days ago a day of the news lies at most.
pub(super) const WEEK_DAYS: i32 = 7;

/// From how many days on nobody counts days from the end of a stretch: "the next day" is not that of a year.
const LONG_DAYS: i32 = 31;

/// How many days ago a stretch ended at most that a story goes on with, rather than looking back at it once.
const LATE_DAYS: i32 = 3 * 366;

/// What a date is resolved against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The day of the draft.
    pub published: Option<Date>,
    /// The date that was resolved last in the text, for "a year earlier" and "that month".
    pub last: Option<Days>,
    /// The last single day, for "the next day" behind a year that was only mentioned.
    pub(super) day: Option<Days>,
    /// The last stretch of more than a week.
    pub(super) stretch: Option<Days>,
    /// The month that ends the year of the accounts which the story tells of, from 1 to 12.
    pub(super) year_ends: Option<i8>,
    /// Which way the sentence looks.
    pub tense: Tense,
    /// Whether the text is a heading, a caption or a table's cell: a day that stands alone there is one that was.
    pub heading: bool,
    /// The date that was resolved last in the same sentence.
    pub(super) here: Option<Days>,
    /// From the first day to the last of all that the sentence has named so far.
    pub(super) named: Option<Days>,
    /// The same of the sentence before.
    pub(super) before: Option<Days>,
    /// In which order the last date stood that shows one.
    pub(super) order: Option<Order>,
}

impl Anchor {
    /// An anchor at the day of a draft, before anything is read.
    pub const fn new(published: Option<Date>) -> Self {
        Self {
            published,
            last: None,
            day: None,
            stretch: None,
            year_ends: None,
            tense: Tense::Silent,
            heading: false,
            here: None,
            named: None,
            before: None,
            order: None,
        }
    }

    /// The same, looking another way.
    pub(super) const fn looking(self, tense: Tense) -> Self {
        Self { tense, ..self }
    }

    /// The tense where a verb tells it or, failing that, `otherwise`.
    pub(super) const fn or_looking(self, otherwise: Tense) -> Self {
        match self.tense {
            Tense::Silent => self.looking(otherwise),
            _ => self,
        }
    }

    /// Whether the sentence looks back, as far as one can tell.
    pub(super) const fn looks_back(&self) -> bool {
        matches!(self.tense, Tense::Past | Tense::Silent)
    }

    /// The same text as if it had been written on another day.
    pub(super) const fn on(self, day: Date, tense: Tense) -> Self {
        Self { published: Some(day), tense, ..self }
    }

    /// What "a year earlier" counts from: where the last date is a day of this week, on which somebody spoke, the
    /// stretch of which they spoke.
    pub(super) fn compared_with(&self) -> Option<Days> {
        let spoken = self.spoken_of()?;
        let recent = spoken.start == spoken.end
            && self.published.zip(spoken.start).is_some_and(|(day, start)| (day - start).get_days().abs() < WEEK_DAYS);
        self.stretch.filter(|_| recent).or(Some(spoken))
    }

    /// The unit that all lies in which the sentence before named, where it is over and this one looks back: "In May it lost
    /// 40 boats. At the end of the month it had 300".
    pub(super) fn goes_on_with(&self, unit: Unit) -> Option<Days> {
        let named = self.before.filter(|_| self.tense == Tense::Past && self.here.is_none())?;
        let (start, end) = named.start.zip(named.end)?;
        let whole = unit.around(start)?;
        let ago = (self.published? - whole.end?).get_days();
        (Some(end) <= whole.end && (1..=LATE_DAYS).contains(&ago)).then_some(whole)
    }

    /// The stretch spoken of, where it is as long as a unit and not cut as the calendar cuts it: "the year to May".
    pub(super) fn as_long_as(&self, unit: Unit) -> Option<Days> {
        let spoken = self.last?;
        let end = unit.later(spoken.start?, 1)?.yesterday().ok();
        (spoken.end == end).then_some(spoken)
    }

    /// The day that "that month" and "two days later" count from.
    pub(super) fn spoken_of(&self) -> Option<Days> {
        self.last.or(self.published.map(Days::day))
    }

    /// What units of a length count from: days and weeks from the last day spoken of, if any, where only a longer stretch
    /// came since.
    pub(super) fn counts(&self, unit: Unit) -> Option<Days> {
        let long = |days: &Days| days.start.zip(days.end).is_some_and(|(from, to)| (to - from).get_days() > LONG_DAYS);
        if unit < Unit::Month && self.last.as_ref().is_some_and(long) { self.day } else { self.spoken_of() }
    }

    /// The last single day spoken of, or the draft's own.
    pub(super) fn last_day(&self) -> Option<Days> {
        self.day.or(self.published.map(Days::day))
    }
}

/// In which order a day and its month stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// `14 March`, `14/3/2025`
    DayFirst,
    /// `March 14`, `3/14/2025`
    MonthFirst,
}

impl Order {
    /// The order that the words of a date show.
    pub(super) fn shown(date: &Tokens<'_>, end: usize) -> Option<Self> {
        let month = |token: &Token| date.lexicon().classes(token.word).meets(Classes::calendar(CalendarKind::Month));
        let figure = |token: &Token| token.letters.parse::<i8>().ok();
        let mut words = (date.at()..end)
            .filter_map(|at| date.from(at).peek())
            .filter(|token| month(token) || token.shape == Shape::Number);
        let (first, next) = (words.next()?, words.next()?);
        let day = if month(first) { None } else { Some(figure(first)?) };
        match (day, figure(next)) {
            (None, Some(_)) => Some(Self::MonthFirst),
            (Some(_), None) if month(next) => Some(Self::DayFirst),
            (Some(day), Some(1..=12)) if day > 12 => Some(Self::DayFirst),
            (Some(1..=12), Some(day)) if day > 12 => Some(Self::MonthFirst),
            _ => None,
        }
    }
}

/// Which way a sentence looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// Back.
    Past,
    /// Ahead.
    Future,
    /// No verb tells: back, which is what news does, unless the next one is much nearer.
    #[default]
    Silent,
    /// Nothing stands beside the date: an entry in a calendar, which looks ahead.
    Alone,
}
