//! What a date is resolved against.

use super::days::Days;
use jiff::civil::Date;

/// How many days ago a day of the news lies at most.
pub(super) const WEEK_DAYS: i32 = 7;

/// What a date is resolved against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The day of the draft.
    pub published: Option<Date>,
    /// The date that was resolved last in the text, for "a year earlier" and "that month".
    pub last: Option<Days>,
    /// The last stretch of more than a week.
    pub(super) stretch: Option<Days>,
    /// Which way the sentence looks.
    pub tense: Tense,
    /// Whether the text is a heading, a caption or a table's cell: a day that stands alone there is one that was.
    pub heading: bool,
    /// The date that was resolved last in the same sentence.
    pub(super) here: Option<Days>,
}

impl Anchor {
    /// An anchor at the day of a draft, before anything is read.
    pub const fn new(published: Option<Date>) -> Self {
        Self { published, last: None, stretch: None, tense: Tense::Silent, heading: false, here: None }
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

    /// The day that "that month" and "two days later" count from.
    pub(super) fn spoken_of(&self) -> Option<Days> {
        self.last.or(self.published.map(Days::day))
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
