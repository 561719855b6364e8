//! The tokens of a text with what is asked of each again and again: its classes, and what may begin at it.

use super::tokens::Sentence;
use crate::lexicon::{CalendarKind, Classes, Lexicon, List};
use crate::text::{Shape, Span, Token};
use std::ops::Range;

/// Tokens, one behind the other. What is known of them lies beside them, close together: readers that look for a token of
/// some kind go over that alone.
#[derive(Debug, Default)]
pub struct Words<'t> {
    tokens: Vec<Token<'t>>,
    classes: Vec<Classes>,
    starts: Vec<Starts>,
}

impl<'t> Words<'t> {
    /// Cuts a part of a text and puts its words behind the others.
    pub fn cut(&mut self, text: &'t str, lexicon: &Lexicon, span: Span) {
        let first = self.tokens.len();
        lexicon.tokenize(text, span, &mut self.tokens);
        for token in &self.tokens[first..] {
            let classes = lexicon.classes_of(token);
            self.classes.push(classes);
            self.starts.push(Starts::of(lexicon, token, classes));
        }
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.tokens.clear();
        self.classes.clear();
        self.starts.clear();
    }

    /// The tokens.
    pub fn tokens(&self) -> &[Token<'t>] {
        &self.tokens
    }

    /// Some of them as a sentence of the text that they are of.
    pub fn sentence<'s>(&'s self, text: &'s str, lexicon: &'s Lexicon, range: Range<usize>) -> Sentence<'s> {
        Sentence::new(text, lexicon, &self.tokens[range.clone()], &self.classes[range.clone()], &self.starts[range])
    }
}

/// What may begin at a token. Most begin nothing, and are passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Starts(u8);

impl Starts {
    /// A date, where it is a figure or a word that needs no other in front of it.
    pub const DATE: Self = Self(1);
    /// A quantity.
    pub const QUANTITY: Self = Self(1 << 1);
    /// The words that attribute.
    pub const CUE: Self = Self(1 << 2);
    /// A name.
    pub const NAME: Self = Self(1 << 3);
    /// A word all in capitals.
    pub const CAPITALS: Self = Self(1 << 4);
    /// A word in small letters.
    pub const SMALL: Self = Self(1 << 5);
    /// The words for an office.
    pub const TITLE: Self = Self(1 << 6);
    /// A quotation, or what follows it.
    pub const QUOTATION: Self = Self(1 << 7);

    /// What may begin at a token of these classes.
    fn of(lexicon: &Lexicon, token: &Token, classes: Classes) -> Self {
        let figure = token.shape == Shape::Number;
        Self::DATE
            .only_if(figure || classes.meets(DATED))
            .or(Self::QUANTITY.only_if(classes.meets(Classes::NUMERIC)))
            .or(Self::CUE.only_if(lexicon.cue_phrases.begin_with(token.word)))
            .or(Self::NAME.only_if(token.is_capitalised() || classes.meets(Classes::BODY)))
            .or(Self::CAPITALS.only_if(token.shape == Shape::Upper))
            .or(Self::SMALL.only_if(token.shape == Shape::Lower))
            .or(Self::TITLE.only_if(lexicon.title_phrases.begin_with(token.word)))
            .or(Self::QUOTATION.only_if(token.shape == Shape::Mark && !matches!(token.letters, "," | ".")))
    }

    const fn only_if(self, so: bool) -> Self {
        if so { self } else { Self(0) }
    }

    /// What is in either.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two have something in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The words of which a date needs one, where it has no figure for a year or a day of its own.
pub(super) const TRIGGERS: Classes = Classes::calendar(CalendarKind::Month)
    .or(Classes::calendar(CalendarKind::Weekday))
    .or(Classes::calendar(CalendarKind::Season))
    .or(Classes::calendar(CalendarKind::Unit))
    .or(Classes::calendar(CalendarKind::Part))
    .or(Classes::calendar(CalendarKind::Relative))
    .or(Classes::calendar(CalendarKind::Decade))
    .or(Classes::calendar(CalendarKind::Feast))
    .or(Classes::list(List::YearPart));

/// A number word may be that of a century.
const DATED: Classes = TRIGGERS.or(Classes::NUMERAL);
