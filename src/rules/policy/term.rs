//! The terms of a condition; what they come to for a claim is in [`work`](super::work).

use super::fact::{Fact, Subject};
use super::function::Function;
use super::value::{Type, Value};
use crate::rules::vocabulary::Vocabulary;

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
    /// Keys and their values by turns.
    Map(Vec<Term>),
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
    /// The value of a list that a loop has come to, the outermost loop's being 0.
    Variable(usize),
    /// A loop over the values of a list, and what it asks of each.
    Loop(Loop, Box<[Term; 2]>),
    /// A value of a list by its place, from 0, or of a map by its key.
    At(Box<[Term; 2]>),
    /// Whether a pattern fits somewhere in a text.
    Matches(Box<Pattern>, Box<Term>),
}

/// A pattern of the RE2 kind, which takes time in proportion to the text.
pub(super) type Pattern = regex_automata::meta::Regex;

/// What a loop makes of what it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Loop {
    /// Whether it holds of one value at least.
    Exists,
    /// Whether it holds of all.
    All,
    /// Whether it holds of exactly one.
    ExistsOne,
    /// The values of which it holds.
    Filter,
    /// What it comes to for each.
    Map,
}

impl Loop {
    /// All of them, as written.
    pub(super) const ALL: [(&'static str, Self); 5] = [
        ("exists", Self::Exists),
        ("all", Self::All),
        ("exists_one", Self::ExistsOne),
        ("filter", Self::Filter),
        ("map", Self::Map),
    ];

    /// The type of what it makes, and that of what it must ask.
    pub(super) const fn shape(self) -> (Type, Type) {
        match self {
            Self::Exists | Self::All | Self::ExistsOne => (Type::Truth, Type::Truth),
            Self::Filter => (Type::List, Type::Truth),
            Self::Map => (Type::List, Type::Any),
        }
    }
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

/// The claims that a condition is worked out for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'d> {
    /// The claim looked at.
    pub(super) claim: Subject<'d>,
    /// The one it is held against, where the condition is about two.
    pub(super) other: Option<Subject<'d>>,
}

impl Term {
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
            Node::Literal(_) | Node::Fact(..) | Node::Variable(_) => &[],
            Node::List(terms) | Node::Map(terms) | Node::Call(_, terms) => terms,
            Node::Not(term) | Node::Minus(term) | Node::Matches(_, term) => std::slice::from_ref(term),
            Node::Binary(_, terms) | Node::Loop(_, terms) | Node::At(terms) => &**terms,
            Node::Choice(terms) => &**terms,
        }
    }

    /// What each value of a list is, or of a map.
    pub(super) fn element(&self) -> Type {
        match &self.node {
            Node::Map(terms) => common(terms.iter().skip(1).step_by(2)),
            _ => self.each(),
        }
    }

    /// What a loop comes to: each value of a list, each key of a map.
    pub(super) fn each(&self) -> Type {
        match &self.node {
            Node::Fact(..) if self.holds == Type::List => Type::Text,
            Node::List(terms) => common(terms.iter()),
            Node::Map(terms) => common(terms.iter().step_by(2)),
            Node::Loop(Loop::Filter, terms) => terms[0].each(),
            Node::Loop(Loop::Map, terms) => terms[1].holds,
            _ => Type::Any,
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

/// The type of all the terms; any where they differ.
fn common<'t>(mut terms: impl Iterator<Item = &'t Term>) -> Type {
    let first = terms.next().map_or(Type::Any, |first| first.holds);
    if terms.all(|term| term.holds == first) { first } else { Type::Any }
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
                (Type::Truth, [Type::Number, Type::Text, Type::Day, Type::Truth].into_iter().any(are))
            }
            Self::In => (Type::Truth, b.is(Type::List) || b == Type::Map),
            Self::Add if a == Type::Any && b == Type::Any => (Type::Any, true),
            Self::Add if are(Type::Text) => (Type::Text, true),
            Self::Add if are(Type::List) => (Type::List, true),
            Self::Subtract if are(Type::Day) => (Type::Number, true),
            Self::Add | Self::Subtract if a == Type::Day => (Type::Day, b.is(Type::Number)),
            Self::Add if b == Type::Day => (Type::Day, a.is(Type::Number)),
            _ => (Type::Number, are(Type::Number)),
        };
        fits.then_some(result)
    }
}
