//! When something was said, or what period a figure covers.

use crate::text::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A stretch of days, and the words it was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// Where its words stand in the document's text; `None` where the draft's own date stands in.
    pub span: Option<Span>,
    /// First day; `None` where the stretch has no beginning.
    pub start: Option<Date>,
    /// Last day, included; `None` where the stretch has no end.
    pub end: Option<Date>,
}

impl Timing {
    /// A single day that no words give.
    pub const fn day(date: Date) -> Self {
        Self { span: None, start: Some(date), end: Some(date) }
    }

    /// Its first and last day, whatever words it was read from.
    pub const fn days(&self) -> (Option<Date>, Option<Date>) {
        (self.start, self.end)
    }

    /// Whether the two share a day; stretches without an end reach all days.
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |a: Option<Date>, b: Option<Date>| a.zip(b).is_some_and(|(end, start)| end < start);
        !before(self.end, other.start) && !before(other.end, self.start)
    }

    /// Whether all of its days are days of the other, both with a start and an end.
    pub fn is_within(&self, other: &Self) -> bool {
        let in_order = |a: Option<Date>, b: Option<Date>| a.zip(b).is_some_and(|(first, second)| first <= second);
        in_order(other.start, self.start) && in_order(self.start, self.end) && in_order(self.end, other.end)
    }
}

#[cfg(test)]
mod tests {
    use super::Timing;
    use jiff::civil::date;

    #[test]
    fn stretches_overlap_on_a_shared_day() {
        let day = |n| Timing::day(date(2025, 3, n));
        let march = Timing { start: Some(date(2025, 3, 1)), end: Some(date(2025, 3, 31)), ..Timing::default() };
        let since = Timing { start: Some(date(2025, 3, 9)), ..Timing::default() };
        assert!(march.overlaps(&day(31)) && since.overlaps(&march));
        assert!(!day(1).overlaps(&day(2)) && !since.overlaps(&day(8)));
    }
}
