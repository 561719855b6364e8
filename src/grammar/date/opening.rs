//! What a date may begin with, so that a production is only tried where it has a chance.

use super::numeric::is_pointed;
use super::spelled::is_century;
use super::terminal::figures;
use crate::grammar::tokens::Tokens;
use crate::lexicon::{CalendarKind, Classes, List};
use crate::text::{Shape, Token};

/// A set of ways to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening(u16);

impl Opening {
    pub(super) const NONE: Self = Self(0);
    /// A figure other than four digits, or the apostrophe of `'90s`.
    pub(super) const FIGURE: Self = Self(1);
    /// A number word, `a`, `in a`.
    pub(super) const COUNT: Self = Self(1 << 1);
    /// A month.
    pub(super) const MONTH: Self = Self(1 << 2);
    /// A weekday.
    pub(super) const WEEKDAY: Self = Self(1 << 3);
    /// A unit: `week 12`, `the day before`.
    pub(super) const UNIT: Self = Self(1 << 4);
    /// A season.
    pub(super) const SEASON: Self = Self(1 << 5);
    /// `yesterday`.
    pub(super) const RELATIVE: Self = Self(1 << 6);
    /// A feast, or the first word of one.
    pub(super) const FEAST: Self = Self(1 << 7);
    /// `third`.
    pub(super) const ORDINAL: Self = Self(1 << 8);
    /// `nineties`.
    pub(super) const DECADE: Self = Self(1 << 9);
    /// `last`, `same`.
    pub(super) const WHICH: Self = Self(1 << 10);
    /// `early`, `end`.
    pub(super) const PORTION: Self = Self(1 << 11);
    /// `between`, `since`.
    pub(super) const RANGE: Self = Self(1 << 12);
    /// `Q1`.
    pub(super) const SHORT: Self = Self(1 << 13);
    /// Four digits.
    pub(super) const YEAR: Self = Self(1 << 14);
    /// What a day of a month may begin with.
    pub(super) const DAY: Self = Self::FIGURE.or(Self::MONTH).or(Self::WEEKDAY).or(Self::ORDINAL);

    /// The ways of both.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two have a way in common.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Whether a date may begin here, as far as a glance tells: at a word that begins dates, at a figure, or at what may
/// stand before those. It is asked of all places in front of a word of the calendar.
pub(super) fn may_open(input: &Tokens<'_>) -> bool {
    const BEFORE: Classes = Classes::NUMERIC.or(Classes::list(List::Determiner));
    input.classes().meets(ANY.or(BEFORE))
        || input.peek().is_some_and(|token| token.shape == Shape::Mark || token.reads("in"))
}

/// What stands here, past an article.
pub(super) fn opening(input: &Tokens<'_>) -> Opening {
    let Some(first) = input.peek() else { return Opening::NONE };
    if first.reads("the") {
        return input.nth(1).map_or(Opening::NONE, |next| opening_of(input, next, input.nth(2)));
    }
    opening_of(input, first, input.nth(1))
}

fn opening_of(input: &Tokens<'_>, token: &Token, next: Option<&Token>) -> Opening {
    match token.shape {
        Shape::Number => figure(input, token, next),
        Shape::Mark => match (token.letters, next) {
            ("'" | "’", Some(next)) if figures(next).is_some() => Opening::FIGURE,
            _ => Opening::NONE,
        },
        Shape::Possessive | Shape::Link => Opening::NONE,
        _ => word(input, token, next),
    }
}

/// How a figure begins a date, by what stands behind it: most count something.
fn figure(input: &Tokens<'_>, token: &Token, next: Option<&Token>) -> Opening {
    const GOING_ON: [&str; 17] = [
        "of",
        "to",
        "until",
        "till",
        "through",
        "and",
        "last",
        "past",
        "previous",
        "preceding",
        "next",
        "coming",
        "upcoming",
        "following",
        "full",
        "century",
        "day",
    ];
    let only_if = |begins: bool| if begins { Opening::FIGURE } else { Opening::NONE };
    let Some(letters) = figures(token) else { return only_if(is_pointed(token.letters)) };
    let goes_on = |next: &Token| {
        next.shape == Shape::Mark
            || next.glued
            || input.lexicon().classes(next.word).meets(CALENDAR)
            || GOING_ON.iter().any(|word| next.reads(word))
    };
    if letters.len() == 4 { Opening::YEAR } else { only_if(next.is_some_and(goes_on)) }
}

/// The classes of words with which dates begin, and how.
const WORDS: [(Classes, Opening); 15] = [
    (Classes::calendar(CalendarKind::Month), Opening::MONTH),
    (Classes::calendar(CalendarKind::Weekday), Opening::WEEKDAY),
    (Classes::calendar(CalendarKind::Unit), Opening::UNIT),
    (Classes::calendar(CalendarKind::Season), Opening::SEASON),
    (Classes::calendar(CalendarKind::Relative), Opening::RELATIVE),
    (Classes::calendar(CalendarKind::Feast), Opening::FEAST),
    (Classes::calendar(CalendarKind::Ordinal), Opening::ORDINAL),
    (Classes::calendar(CalendarKind::Decade), Opening::DECADE),
    (Classes::list(List::DateWhich), Opening::WHICH),
    (Classes::list(List::DatePortion), Opening::PORTION),
    (Classes::list(List::DateRange), Opening::RANGE),
    (Classes::FEAST, Opening::FEAST),
    (Classes::list(List::FiscalWord), Opening::UNIT),
    (Classes::list(List::YearPart), Opening::SHORT),
    (Classes::NUMERAL, Opening::COUNT),
];

/// The names of the calendar that begin dates: the first of [`WORDS`].
const CALENDAR: Classes = any_of(8);

/// All words that begin dates.
const ANY: Classes = any_of(WORDS.len());

const fn any_of(first: usize) -> Classes {
    let (mut all, mut at) = (WORDS[0].0, 1);
    while at < first {
        all = all.or(WORDS[at].0);
        at += 1;
    }
    all
}

fn word(input: &Tokens<'_>, token: &Token, next: Option<&Token>) -> Opening {
    let classes = input.lexicon().classes(token.word);
    if classes.meets(ANY) {
        let ways = WORDS.iter().filter(|(class, _)| classes.meets(*class)).map(|(_, way)| *way);
        let ways = ways.fold(Opening::NONE, Opening::or);
        return if goes_on(input, token, ways) { ways } else { Opening::NONE };
    }
    next.filter(|next| counts(input, token, next)).map_or(Opening::NONE, |_| Opening::COUNT)
}

/// Most units and number words are no part of a date; what follows tells: "three years ago", "week 12", "year to March".
fn goes_on(input: &Tokens<'_>, token: &Token, ways: Opening) -> bool {
    let classes = |token: &Token| input.lexicon().classes(token.word);
    let mut behind = input.rest().iter().skip_while(|other| other.span.start <= token.span.start);
    if ways == Opening::COUNT {
        return is_century(input, token, behind.clone().next())
            || behind.take(COUNT_REACH).any(|next| classes(next).meets(AFTER_COUNT));
    }
    if ways != Opening::UNIT || classes(token).meets(Classes::list(List::FiscalWord)) {
        return true;
    }
    let is_followed = match behind.next() {
        Some(next) if next.glued => behind.next().is_some_and(|next| classes(next).meets(AFTER_GLUE)),
        Some(next) => {
            let ends = || token.reads("year") && matches!(next.letters, "end" | "that" | "which" | "so");
            next.shape == Shape::Number || classes(next).meets(AFTER_UNIT) || ends()
        }
        None => false,
    };
    is_followed || token.reads("weekend") || token.reads("quarter")
}

/// How far behind a number word a date shows that it is one: "twenty-two months ago".
const COUNT_REACH: usize = 4;

const AFTER_UNIT: Classes = Classes::list(List::DateGoesOn);

/// `year-earlier`, `year's end`.
const AFTER_GLUE: Classes = AFTER_UNIT.or(Classes::list(List::DatePortion));

const AFTER_COUNT: Classes = AFTER_UNIT.or(Classes::list(List::DateWhich)).or(Classes::calendar(CalendarKind::Ordinal));

/// `a week`, `in three`.
fn counts(input: &Tokens<'_>, token: &Token, next: &Token) -> bool {
    let ahead = input.lexicon().classes(next.word);
    if is_one(token) {
        return ahead.meets(Classes::calendar(CalendarKind::Unit));
    }
    let figure = || if next.shape == Shape::Number { next.span.len() < 4 } else { ahead.meets(Classes::NUMERAL) };
    token.reads("in") && (figure() || is_one(next))
}

fn is_one(token: &Token) -> bool {
    token.reads("a") || token.reads("an")
}
