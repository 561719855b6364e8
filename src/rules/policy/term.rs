//! The terms of a condition, and what they come to for a claim.
//!
//! A term visits each of its parts once at most, and there are no loops: what it costs is bounded by its size.

use super::fact::{Fact, Subject};
use super::value::{Type, Value};
use crate::rules::vocabulary::Vocabulary;
use std::borrow::Cow;

/// A part of a condition, or all of it.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// Where it begins in the condition, in bytes.
    pub(super) offset: usize,
    /// What its value is.
    pub(super) holds: Type,
    /// How the value comes about.
    pub(super) node: Node,
}

/// How a value comes about.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// It is written down.
    Literal(Value<'static>),
    /// It is a fact of a claim.
    Fact(Whose, &'static Fact),
    /// Values in a row.
    List(Vec<Term>),
    /// The opposite of a truth.
    Not(Box<Term>),
    /// A number below zero.
    Minus(Box<Term>),
    /// An operator between two.
    Binary(Operator, Box<[Term; 2]>),
    /// The second where the first is true, the third where it is false.
    Choice(Box<[Term; 3]>),
    /// A function of some values.
    Call(Function, Vec<Term>),
}

/// Whose fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// That of the claim looked at, or of its draft.
    Claim,
    /// That of the one it is held against.
    Other,
}

/// What stands between two terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
    In,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// A function of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    /// Whether a text begins with another.
    StartsWith,
    /// Whether a text ends with another.
    EndsWith,
    /// Whether a text has another in it.
    Contains,
    /// A text with its ASCII capitals in lower case.
    LowerAscii,
    /// How many code points a text has, or values a list.
    Size,
}

/// The claims that a condition is worked out for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'d> {
    /// The claim looked at.
    pub(super) claim: Subject<'d>,
    /// The one it is held against, where the condition is about two.
    pub(super) other: Option<Subject<'d>>,
}

impl Term {
    /// What the term comes to.
    pub(super) fn value<'d>(&'d self, case: &Case<'d>) -> Value<'d> {
        match &self.node {
            Node::Literal(value) => value.lent(),
            Node::Fact(Whose::Claim, fact) => (fact.read)(&case.claim),
            Node::Fact(Whose::Other, fact) => case.other.as_ref().map_or(Value::Unknown, |other| (fact.read)(other)),
            Node::List(terms) => Value::List(terms.iter().map(|term| term.value(case)).collect()),
            Node::Not(term) => term.value(case).not(),
            Node::Minus(term) => match term.value(case) {
                Value::Number(number) => Value::Number(-number),
                _ => Value::Unknown,
            },
            Node::Binary(operator, sides) => sides[0].value(case).combine(*operator, || sides[1].value(case)),
            Node::Choice(terms) => match terms[0].value(case) {
                Value::Truth(true) => terms[1].value(case),
                Value::Truth(false) => terms[2].value(case),
                _ => Value::Unknown,
            },
            Node::Call(function, terms) => function.of(terms, case),
        }
    }

    /// Whether it holds; what cannot be told does not.
    pub(super) fn is_true(&self, case: &Case<'_>) -> bool {
        self.value(case) == Value::Truth(true)
    }

    /// Adds the texts that facts of some vocabulary are held against.
    pub(super) fn wanted<'t>(&'t self, known: &mut Vec<(usize, Vocabulary, &'t str)>) {
        if let Node::Binary(Operator::Equal | Operator::Unequal | Operator::In, sides) = &self.node {
            for [fact, texts] in [[&sides[0], &sides[1]], [&sides[1], &sides[0]]] {
                if let Node::Fact(_, Fact { vocabulary: Some(vocabulary), .. }) = fact.node {
                    known.extend(texts.texts().into_iter().map(|(offset, text)| (offset, *vocabulary, text)));
                }
            }
        }
        for part in self.parts() {
            part.wanted(known);
        }
    }

    /// The text that it is, or the texts that it lists.
    fn texts(&self) -> Vec<(usize, &str)> {
        match &self.node {
            Node::Literal(Value::Text(text)) => vec![(self.offset, text)],
            Node::List(terms) => terms.iter().flat_map(Self::texts).collect(),
            _ => Vec::new(),
        }
    }

    fn parts(&self) -> &[Self] {
        match &self.node {
            Node::Literal(_) | Node::Fact(..) => &[],
            Node::List(terms) | Node::Call(_, terms) => terms,
            Node::Not(term) | Node::Minus(term) => std::slice::from_ref(term),
            Node::Binary(_, terms) => &**terms,
            Node::Choice(terms) => &**terms,
        }
    }

    /// Adds the facts that it looks at, each once, in order.
    pub(super) fn facts(&self, known: &mut Vec<(Whose, &'static Fact)>) {
        if let Node::Fact(whose, fact) = &self.node
            && !known.iter().any(|(other, one)| other == whose && std::ptr::eq(*one, *fact))
        {
            known.push((*whose, fact));
        }
        for part in self.parts() {
            part.facts(known);
        }
    }
}

impl Operator {
    /// All of them, as written, with how tightly they bind.
    pub(super) const ALL: [(&'static str, Self, u8); 14] = [
        ("||", Self::Or, 1),
        ("&&", Self::And, 2),
        ("==", Self::Equal, 3),
        ("!=", Self::Unequal, 3),
        ("<", Self::Less, 3),
        ("<=", Self::AtMost, 3),
        (">", Self::More, 3),
        (">=", Self::AtLeast, 3),
        ("in", Self::In, 3),
        ("+", Self::Add, 4),
        ("-", Self::Subtract, 4),
        ("*", Self::Multiply, 5),
        ("/", Self::Divide, 5),
        ("%", Self::Remainder, 5),
    ];

    /// What holds where it does not; `None` where that has no operator of its own.
    pub(super) const fn opposite(self) -> Option<Self> {
        Some(match self {
            Self::Equal => Self::Unequal,
            Self::Unequal => Self::Equal,
            Self::Less => Self::AtLeast,
            Self::AtMost => Self::More,
            Self::More => Self::AtMost,
            Self::AtLeast => Self::Less,
            _ => return None,
        })
    }

    /// The same with its sides exchanged.
    pub(super) const fn turned(self) -> Self {
        match self {
            Self::Less => Self::More,
            Self::AtMost => Self::AtLeast,
            Self::More => Self::Less,
            Self::AtLeast => Self::AtMost,
            other => other,
        }
    }

    /// The type of what it makes of two; `None` where it cannot stand between them.
    pub(super) fn gives(self, a: Type, b: Type) -> Option<Type> {
        let are = |wanted: Type| a.is(wanted) && b.is(wanted);
        let (result, fits) = match self {
            Self::Or | Self::And => (Type::Truth, are(Type::Truth)),
            Self::Equal | Self::Unequal => (Type::Truth, a.is(b) || a == Type::Null || b == Type::Null),
            Self::Less | Self::AtMost | Self::More | Self::AtLeast => {
                (Type::Truth, [Type::Number, Type::Text, Type::Day].into_iter().any(are))
            }
            Self::In => (Type::Truth, b.is(Type::List)),
            Self::Add if are(Type::Text) => (Type::Text, true),
            Self::Subtract if are(Type::Day) => (Type::Number, true),
            _ => (Type::Number, are(Type::Number)),
        };
        fits.then_some(result)
    }
}

impl Function {
    /// All of them, as written.
    pub(super) const ALL: [(&'static str, Self); 5] = [
        ("startsWith", Self::StartsWith),
        ("endsWith", Self::EndsWith),
        ("contains", Self::Contains),
        ("lowerAscii", Self::LowerAscii),
        ("size", Self::Size),
    ];

    /// What it takes, the one it is called on first, and what it gives.
    pub(super) const fn shape(self) -> (&'static [Type], Type) {
        match self {
            Self::StartsWith | Self::EndsWith | Self::Contains => (&[Type::Text, Type::Text], Type::Truth),
            Self::LowerAscii => (&[Type::Text], Type::Text),
            Self::Size => (&[Type::Any], Type::Number),
        }
    }

    fn of<'d>(self, terms: &'d [Term], case: &Case<'d>) -> Value<'d> {
        let values: Vec<_> = terms.iter().map(|term| term.value(case)).collect();
        match (self, values.as_slice()) {
            (Self::StartsWith, [Value::Text(a), Value::Text(b)]) => Value::Truth(a.starts_with(b.as_ref())),
            (Self::EndsWith, [Value::Text(a), Value::Text(b)]) => Value::Truth(a.ends_with(b.as_ref())),
            (Self::Contains, [Value::Text(a), Value::Text(b)]) => Value::Truth(a.contains(b.as_ref())),
            (Self::LowerAscii, [Value::Text(text)]) => Value::Text(Cow::Owned(text.to_ascii_lowercase())),
            (Self::Size, [Value::Text(text)]) => Value::Number(text.chars().count().into()),
            (Self::Size, [Value::Texts(texts)]) => Value::Number(texts.len().into()),
            (Self::Size, [Value::List(values)]) => Value::Number(values.len().into()),
            _ => Value::Unknown,
        }
    }
}
