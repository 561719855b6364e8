//! What a date may begin with, so that a production is only tried where it has a chance.

use super::numeric::is_pointed;
use super::terminal::{Lower, figures};
use crate::grammar::tokens::Tokens;
use crate::lexicon::CalendarKind;
use crate::text::{Shape, Token, WordId};

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

/// What stands here, past an article.
pub(super) fn opening(input: &Tokens<'_>) -> Opening {
    let Some(first) = input.peek() else { return Opening::NONE };
    match first.text(input.text()) {
        "the" | "The" | "THE" => input.nth(1).map_or(Opening::NONE, |next| opening_of(input, next, input.nth(2))),
        _ => opening_of(input, first, input.nth(1)),
    }
}

fn opening_of(input: &Tokens<'_>, token: &Token, next: Option<&Token>) -> Opening {
    match token.shape {
        Shape::Number => figure(input, token, next),
        Shape::Mark => match (token.text(input.text()), next) {
            ("'" | "’", Some(next)) if figures(input, next).is_some() => Opening::FIGURE,
            _ => Opening::NONE,
        },
        Shape::Possessive | Shape::Link => Opening::NONE,
        _ => calendar(input, token).or(by_letters(input, token, next)),
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
    let Some(letters) = figures(input, token) else { return only_if(is_pointed(token.text(input.text()))) };
    let goes_on = |next: &Token| {
        let word = next.text(input.text());
        next.shape == Shape::Mark
            || next.glued
            || calendar(input, next) != Opening::NONE
            || GOING_ON.iter().any(|other| word.eq_ignore_ascii_case(other))
    };
    if letters.len() == 4 { Opening::YEAR } else { only_if(next.is_some_and(goes_on)) }
}

fn calendar(input: &Tokens<'_>, token: &Token) -> Opening {
    if token.word == WordId::NONE {
        return Opening::NONE;
    }
    let ways = input.lexicon().calendar(token.word).iter().map(|entry| match entry.kind {
        CalendarKind::Month => Opening::MONTH,
        CalendarKind::Weekday => Opening::WEEKDAY,
        CalendarKind::Unit => Opening::UNIT,
        CalendarKind::Season => Opening::SEASON,
        CalendarKind::Relative => Opening::RELATIVE,
        CalendarKind::Feast => Opening::FEAST,
        CalendarKind::Ordinal => Opening::ORDINAL,
        CalendarKind::Decade => Opening::DECADE,
        CalendarKind::Part => Opening::NONE,
    });
    ways.fold(Opening::NONE, Opening::or)
}

fn by_letters(input: &Tokens<'_>, token: &Token, next: Option<&Token>) -> Opening {
    let text = input.text();
    let lower = Lower::new(token.text(text));
    let counts = |next: Option<&Token>| {
        next.is_some_and(|next| match next.shape {
            Shape::Number => next.span.len() < 4,
            _ => is_numeral(input, next) || is_one(next.text(text)),
        })
    };
    match lower.as_str() {
        "a" | "an" if next.is_some_and(|next| calendar(input, next) == Opening::UNIT) => Opening::COUNT,
        "in" if counts(next) => Opening::COUNT,
        "last" | "past" | "this" | "current" | "next" | "coming" | "upcoming" | "previous" | "preceding" | "prior"
        | "following" | "ensuing" | "that" | "same" | "corresponding" | "earlier" | "later" | "sometime" | "final" => {
            Opening::WHICH
        }
        "early" | "mid" | "late" | "end" | "beginning" | "start" | "middle" | "rest" | "remainder" => Opening::PORTION,
        "between" | "from" | "since" | "until" | "till" => Opening::RANGE,
        "new" | "good" | "ash" | "palm" | "boxing" | "black" | "labor" | "memorial" | "martin" | "mardi" | "shrove"
        | "maundy" | "whit" | "armistice" | "veterans" | "anzac" | "bastille" | "australia" | "mlk" | "valentine"
        | "valentines" | "st" => Opening::FEAST,
        "fiscal" | "financial" | "tax" => Opening::UNIT,
        "q1" | "q2" | "q3" | "q4" | "h1" | "h2" => Opening::SHORT,
        _ if is_numeral(input, token) => Opening::COUNT,
        _ => Opening::NONE,
    }
}

fn is_one(letters: &str) -> bool {
    letters == "a" || letters == "an"
}

fn is_numeral(input: &Tokens<'_>, token: &Token) -> bool {
    token.word != WordId::NONE && input.lexicon().numeral(token.word).is_some()
}
