//! What the productions read: the tokens of a sentence from one place on.

use crate::lexicon::{Classes, Lexicon, List, Starts};
use crate::text::{Shape, Span, Token, WordId};
use nom::{Err, IResult, Parser};

/// The tokens of a sentence, with the text and the lexicon that they belong to.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    tokens: &'a [Token<'a>],
    /// What is known of each of them, token by token.
    classes: &'a [Classes],
    starts: &'a [Starts],
    /// All classes of all its words.
    all_classes: Classes,
    /// All that may begin anywhere in it.
    all_starts: Starts,
}

impl<'a> Sentence<'a> {
    /// These tokens of a text, with what is known of each.
    pub(super) fn new(
        text: &'a str,
        lexicon: &'a Lexicon,
        tokens: &'a [Token<'a>],
        classes: &'a [Classes],
        starts: &'a [Starts],
    ) -> Self {
        let all_classes = classes.iter().fold(Classes::default(), |all, classes| all.or(*classes));
        let all_starts = starts.iter().fold(Starts::default(), |all, starts| all.or(*starts));
        Self { text, lexicon, tokens, classes, starts, all_classes, all_starts }
    }

    /// The sentence from its first token on.
    pub fn tokens(&'a self) -> Tokens<'a> {
        Tokens { sentence: self, at: 0 }
    }
}

/// The tokens of a sentence from one place on. What stands before the place stays in reach, for productions that must
/// look back. Every production is handed one and hands one back: it is kept as small as two registers.
#[derive(Clone, Copy, Debug)]
pub struct Tokens<'a> {
    sentence: &'a Sentence<'a>,
    /// No more than the sentence has tokens.
    at: usize,
}

/// What a production returns: what is left, and what it read. Productions fail without words: prose has no errors.
pub type Parsed<'a, T> = IResult<Tokens<'a>, T, ()>;

impl<'a> Tokens<'a> {
    /// The whole text that the spans point into.
    pub const fn text(&self) -> &'a str {
        self.sentence.text
    }

    /// The words that the tokens carry.
    pub const fn lexicon(&self) -> &'a Lexicon {
        self.sentence.lexicon
    }

    /// The place in the sentence, as a number of tokens from its start.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The same sentence from another place on.
    pub fn from(&self, at: usize) -> Self {
        Self { at: at.min(self.sentence.tokens.len()), ..*self }
    }

    /// The tokens that are left.
    pub fn rest(&self) -> &'a [Token<'a>] {
        self.sentence.tokens.get(self.at..).unwrap_or_default()
    }

    /// The tokens before this place.
    pub fn before(&self) -> &'a [Token<'a>] {
        self.sentence.tokens.get(..self.at).unwrap_or_default()
    }

    /// The next token.
    pub fn peek(&self) -> Option<&'a Token<'a>> {
        self.nth(0)
    }

    /// The token `ahead` places on; 0 is the next.
    pub fn nth(&self, ahead: usize) -> Option<&'a Token<'a>> {
        self.sentence.tokens.get(self.at + ahead)
    }

    /// The token `back` places before this one; 1 is the one just before.
    pub fn back(&self, back: usize) -> Option<&'a Token<'a>> {
        self.at().checked_sub(back).and_then(|at| self.sentence.tokens.get(at))
    }

    /// The letters of the next token; empty at the end.
    pub fn letters(&self) -> &'a str {
        self.letters_at(0)
    }

    /// The letters of the token `ahead` places on; empty past the end.
    pub fn letters_at(&self, ahead: usize) -> &'a str {
        self.nth(ahead).map_or("", |token| token.letters)
    }

    /// Whether the next token belongs to a closed class.
    pub fn is(&self, list: List) -> bool {
        self.classes().meets(Classes::list(list))
    }

    /// The classes of the next token; none at the end.
    pub fn classes(&self) -> Classes {
        self.sentence.classes.get(self.at).copied().unwrap_or_default()
    }

    /// Whether some token of the sentence, wherever it stands, belongs to one of these classes. Asked before a search.
    pub fn hold(&self, classes: Classes) -> bool {
        self.sentence.all_classes.meets(classes)
    }

    /// Whether one of these may begin at some token of the sentence, wherever it stands.
    pub fn may_hold(&self, starts: Starts) -> bool {
        self.sentence.all_starts.meets(starts)
    }

    /// The first place, from this one on, at which one of these may begin.
    pub fn next(&self, starts: Starts) -> Option<Self> {
        let ahead = self.sentence.starts.get(self.at..)?.iter().position(|here| here.meets(starts))?;
        Some(Self { at: self.at + ahead, ..*self })
    }

    /// Whether the next token tells of a rise or a fall.
    pub fn is_change(&self) -> bool {
        self.peek().is_some_and(|token| self.lexicon().is_change(token.word))
    }

    /// The span from this place to a later one; empty where nothing lies between.
    pub fn span_to(&self, rest: &Self) -> Span {
        match (self.sentence.tokens.get(self.at()), rest.back(1)) {
            (Some(first), Some(last)) if rest.at > self.at => first.span.to(last.span),
            _ => Span::default(),
        }
    }
}

/// One token that `read` makes something of.
pub fn token<'a, T>(
    read: impl Fn(&Tokens<'a>, &'a Token<'a>) -> Option<T>,
) -> impl Parser<Tokens<'a>, Output = T, Error = ()> {
    move |input: Tokens<'a>| match input.peek().and_then(|token| read(&input, token)) {
        Some(value) => Ok((input.from(input.at() + 1), value)),
        None => fail(),
    }
}

/// One token of a closed class.
pub fn list<'a>(list: List) -> impl Parser<Tokens<'a>, Output = &'a Token<'a>, Error = ()> {
    token(move |input, token| input.is(list).then_some(token))
}

/// One token with these letters, whatever their case.
pub fn word<'a>(letters: &'static str) -> impl Parser<Tokens<'a>, Output = &'a Token<'a>, Error = ()> {
    token(move |_, token| token.reads(letters).then_some(token))
}

/// One token that is one of these, whatever their case.
pub fn one_of<'a>(words: &'static [&'static str]) -> impl Parser<Tokens<'a>, Output = &'a Token<'a>, Error = ()> {
    token(move |_, token| words.iter().any(|word| token.reads(word)).then_some(token))
}

/// One token that touches the one before it.
pub fn glued<'a>(letters: &'static str) -> impl Parser<Tokens<'a>, Output = &'a Token<'a>, Error = ()> {
    token(move |_, token| (token.glued && token.letters == letters).then_some(token))
}

/// Any of the hyphens and dashes that join words and ranges.
pub fn dash<'a>() -> impl Parser<Tokens<'a>, Output = &'a Token<'a>, Error = ()> {
    token(|_, token| is_dash(token.letters).then_some(token))
}

/// Whether a token's letters are a hyphen or dash.
pub fn is_dash(letters: &str) -> bool {
    matches!(letters, "-" | "‐" | "‑" | "–" | "—" | "−")
}

/// One figure in digits.
pub fn figure<'a>() -> impl Parser<Tokens<'a>, Output = &'a Token<'a>, Error = ()> {
    token(|_, token| (token.shape == Shape::Number).then_some(token))
}

/// One figure in digits that touches what stands before it.
pub fn glued_figure<'a>() -> impl Parser<Tokens<'a>, Output = &'a Token<'a>, Error = ()> {
    token(|_, token| (token.glued && token.shape == Shape::Number).then_some(token))
}

/// A word's number, for productions that ask the lexicon themselves.
pub fn word_id<'a>() -> impl Parser<Tokens<'a>, Output = WordId, Error = ()> {
    token(|_, token| token.is_word().then_some(token.word))
}

/// What a production reads one behind the other, as often as it fits, put together step by step from a start.
pub fn fold<'a, T, R>(
    mut one: impl Parser<Tokens<'a>, Output = T, Error = ()>,
    start: impl Fn() -> R,
    step: impl Fn(R, T) -> R,
) -> impl Parser<Tokens<'a>, Output = R, Error = ()> {
    move |input: Tokens<'a>| {
        let (mut rest, mut all) = (input, start());
        while let Ok((after, read)) = one.parse(rest) {
            (rest, all) = (after, step(all, read));
        }
        Ok((rest, all))
    }
}

/// How often a production fits, one behind the other.
pub fn many<'a, T>(
    one: impl Parser<Tokens<'a>, Output = T, Error = ()>,
) -> impl Parser<Tokens<'a>, Output = usize, Error = ()> {
    fold(one, || 0, |count, _| count + 1)
}

/// No production fits here.
///
/// # Errors
/// Always, so that the next alternative is tried.
pub fn fail<'a, T>() -> Parsed<'a, T> {
    Err(Err::Error(()))
}
