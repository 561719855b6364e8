//! What a word is, as a set that is asked in one step.

use super::entry::CalendarKind;
use super::list::List;

// The lists take the lowest bits of a set; those from 46 on have other meanings.
const _: () = assert!(List::ALL.len() <= 46, "there is no bit for another list");

/// The classes of a word: its [lists](List), the kinds of name that it is in the [calendar](CalendarKind), whether it is
/// a number word, and whether a quantity may begin with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

impl Classes {
    /// What a quantity may begin with, beyond the words of the lists.
    pub const NUMERIC: Self = Self(1 << 63);
    /// A number word from 0 to 90, or 100.
    pub const NUMERAL: Self = Self(1 << 62);

    /// A word in small letters that the name of a body may begin with.
    pub const BODY: Self = Self(1 << 61);

    /// A word that a number, a ratio or a range may go on with: `million`, `hundred`, `in`, `to`, `thirds`.
    pub const AFTER_NUMBER: Self = Self(1 << 60);

    /// A word that a unit behind a number may begin with.
    pub const UNIT: Self = Self(1 << 59);

    /// A word that a qualifier in front of a number may end with: `least`, `than`, `about`.
    pub const BEFORE_QUALIFIED: Self = Self(1 << 58);

    /// A word for a part of a year that needs a number before it: `quarter`, `half`.
    pub const PART_OF_YEAR: Self = Self(1 << 57);

    /// A word beyond those of the lists that may set how a figure is put forward: `may`, `set`, `for`.
    pub const PUTS_FORWARD: Self = Self(1 << 47);

    /// A word that the name of a feast may begin with: `christmas`, `new` of "New Year's Day".
    pub const FEAST: Self = Self(1 << 46);

    /// The words of which a date needs one, where it has no figure for a year or a day of its own.
    pub const CALENDAR: Self = Self::calendar(CalendarKind::Month)
        .or(Self::calendar(CalendarKind::Weekday))
        .or(Self::calendar(CalendarKind::Season))
        .or(Self::calendar(CalendarKind::Unit))
        .or(Self::calendar(CalendarKind::Part))
        .or(Self::calendar(CalendarKind::Relative))
        .or(Self::calendar(CalendarKind::Decade))
        .or(Self::calendar(CalendarKind::Feast))
        .or(Self::list(List::YearPart));

    /// The words of a list.
    pub const fn list(list: List) -> Self {
        Self(list.bit())
    }

    /// The names of a kind in the calendar.
    pub const fn calendar(kind: CalendarKind) -> Self {
        Self(kind.bit())
    }

    /// The classes of both.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two have a class in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
