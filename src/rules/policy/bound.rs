//! What a test leaves of a fact, and whether two tests leave anything.

use super::fact::Fact;
use super::function::Function;
use super::source::COUNTED;
use super::term::{Node, Operator, Term, Whose};
use super::value::{Type, Value};
use std::cmp::Ordering;

/// What a test looks at: a fact, or its size.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    whose: Whose,
    fact: &'static Fact,
    sized: bool,
}

/// What a subject must be.
#[derive(Clone, Debug)]
pub(super) enum Bound {
    /// Not there.
    Absent,
    /// There.
    Given,
    /// More than a value, or at least that.
    Low(Value<'static>, bool),
    /// Less than a value, or at most that.
    High(Value<'static>, bool),
    /// One of some values.
    Among(Vec<Value<'static>>),
    /// None of some values.
    NoneOf(Vec<Value<'static>>),
    /// Less than, as much as or more than another subject, by [`Operator`].
    Against(Operator, Subject),
}

/// What one test says of one subject.
#[derive(Clone, Debug)]
pub(super) struct Test {
    pub(super) subject: Subject,
    pub(super) bound: Bound,
    /// Where it stands in the condition, in bytes.
    pub(super) offset: usize,
}

impl Subject {
    /// The fact that a term is, or whose size it is.
    pub(super) fn of(term: &Term) -> Option<Self> {
        match &term.node {
            Node::Fact(whose, fact) => Some(Self { whose: *whose, fact, sized: false }),
            Node::Call(Function::Size, terms) => Some(Self { sized: true, ..Self::of(terms.first()?)? }),
            _ => None,
        }
    }

    /// What holds of it whatever the claim.
    pub(super) fn limits(&self) -> impl Iterator<Item = Test> + use<> {
        let is_count = self.sized || self.fact.name == "sources";
        let least = is_count.then(|| Bound::Low(Value::Number(0.into()), false));
        let most = (self.fact.name == "sources").then(|| Bound::High(Value::Number(COUNTED.into()), false));
        let subject = self.clone();
        least.into_iter().chain(most).map(move |bound| Test { subject: subject.clone(), bound, offset: 0 })
    }

    /// The same claim's fact of another name.
    fn beside(&self, name: &str) -> Option<Self> {
        let fact = super::fact::CLAIM.iter().find(|fact| fact.name == name)?;
        Some(Self { whose: self.whose, fact, sized: false })
    }

    fn is(&self, other: &Self) -> bool {
        self.whose == other.whose && std::ptr::eq(self.fact, other.fact) && self.sized == other.sized
    }

    fn words(&self) -> String {
        let root = match self.whose {
            _ if super::fact::DOCUMENT.iter().any(|fact| std::ptr::eq(fact, self.fact)) => "document",
            Whose::Claim => "claim",
            Whose::Other => "other",
        };
        let name = format!("{root}.{}", self.fact.name);
        if self.sized { format!("size({name})") } else { name }
    }
}

impl Test {
    /// A test, and what follows from it: whose part is there is there itself, and money is in its currency.
    pub(super) fn new(subject: Subject, bound: Bound, offset: usize) -> Vec<Self> {
        let whole = subject.fact.name.split_once('.').and_then(|(whole, _)| subject.beside(whole));
        let whole = whole.filter(|_| !matches!(bound, Bound::Absent | Bound::NoneOf(_)));
        let unit = (subject.fact.name == "currency").then(|| subject.beside("unit")).flatten();
        let unit = unit.filter(|_| matches!(bound, Bound::Among(_))).map(|unit| (unit, bound.clone()));
        let follows = whole.map(|whole| (whole, Bound::Given)).into_iter().chain(unit);
        let follows = follows.map(|(subject, bound)| Self { subject, bound, offset });
        let mut all: Vec<_> = follows.collect();
        all.push(Self { subject, bound, offset });
        all
    }

    /// A fact against a value; nothing where the value is not known.
    pub(super) fn of_one(
        subject: Subject,
        operator: Operator,
        value: Option<Value<'static>>,
        offset: usize,
    ) -> Vec<Self> {
        let bound = match (operator, value) {
            (Operator::Equal, Some(Value::Null)) => Bound::Absent,
            (Operator::Unequal, Some(Value::Null)) => Bound::Given,
            (Operator::Equal, Some(value)) => Bound::Among(vec![value]),
            (Operator::Unequal, Some(value)) => Bound::NoneOf(vec![value]),
            (Operator::More | Operator::AtLeast, Some(value)) => Bound::Low(value, operator == Operator::More),
            (Operator::Less | Operator::AtMost, Some(value)) => Bound::High(value, operator == Operator::Less),
            _ => return Vec::new(),
        };
        Self::new(subject, bound, offset)
    }

    /// A fact against another.
    pub(super) fn of_two(subject: Subject, operator: Operator, other: Subject, offset: usize) -> Vec<Self> {
        let is_ordered = orders(operator).is_some() && subject.fact.holds != Type::Record;
        if is_ordered { vec![Self { subject, bound: Bound::Against(operator, other), offset }] } else { Vec::new() }
    }
}

impl Test {
    /// Why it cannot hold by itself; `None` where it can.
    pub(super) fn of_itself(&self) -> Option<String> {
        let Bound::Against(operator @ (Operator::Less | Operator::More | Operator::Unequal), than) = &self.bound else {
            return None;
        };
        self.subject.is(than).then(|| format!("`{}` cannot be {} itself", self.subject.words(), verb(*operator)))
    }
}

/// Why two tests cannot both hold; `None` where they can.
pub(super) fn clash(one: &Test, other: &Test) -> Option<String> {
    let apart =
        one.subject.is(&other.subject) && (excludes(&one.bound, &other.bound) || excludes(&other.bound, &one.bound));
    apart.then(|| format!("`{}` cannot be {} and {}", one.subject.words(), words(&one.bound), again(one, other)))
}

/// The second bound in words, behind the first.
fn again(one: &Test, other: &Test) -> String {
    match (&one.bound, &other.bound) {
        (Bound::Against(..), Bound::Against(operator, _)) => format!("{} it", verb(*operator)),
        _ => words(&other.bound),
    }
}

/// Whether nothing that meets the one bound meets the other.
fn excludes(one: &Bound, other: &Bound) -> bool {
    match (one, other) {
        (Bound::Absent, Bound::Given | Bound::Low(..) | Bound::High(..) | Bound::Among(_)) => true,
        (Bound::Low(low, over), Bound::High(high, under)) => match order(low, high) {
            Some(Ordering::Greater) => true,
            Some(Ordering::Equal) => *over || *under,
            _ => false,
        },
        (Bound::Among(values), _) => values.iter().all(|value| !admits(other, value)),
        (Bound::Against(operator, than), Bound::Against(another, also)) if than.is(also) => orders(*operator)
            .zip(orders(*another))
            .is_some_and(|(one, other)| !one.iter().any(|way| other.contains(way))),
        _ => false,
    }
}

/// Whether a value meets a bound, as far as that can be told.
fn admits(bound: &Bound, value: &Value<'_>) -> bool {
    match bound {
        Bound::Absent => *value == Value::Null,
        Bound::Low(low, over) => order(value, low).is_none_or(|way| way.is_gt() || way.is_eq() && !over),
        Bound::High(high, under) => order(value, high).is_none_or(|way| way.is_lt() || way.is_eq() && !under),
        Bound::Among(values) => values.contains(value),
        Bound::NoneOf(values) => !values.contains(value),
        Bound::Given | Bound::Against(..) => true,
    }
}

fn order(one: &Value<'_>, other: &Value<'_>) -> Option<Ordering> {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => Some(one.cmp(other)),
        (Value::Day(one), Value::Day(other)) => Some(one.cmp(other)),
        (Value::Text(one), Value::Text(other)) => Some(one.cmp(other)),
        _ => None,
    }
}

/// The ways in which two values may stand to each other where an operator holds.
const fn orders(operator: Operator) -> Option<&'static [Ordering]> {
    Some(match operator {
        Operator::Less => &[Ordering::Less],
        Operator::AtMost => &[Ordering::Less, Ordering::Equal],
        Operator::More => &[Ordering::Greater],
        Operator::AtLeast => &[Ordering::Greater, Ordering::Equal],
        Operator::Equal => &[Ordering::Equal],
        Operator::Unequal => &[Ordering::Less, Ordering::Greater],
        _ => return None,
    })
}

fn words(bound: &Bound) -> String {
    let listed = |values: &[Value<'_>]| values.iter().map(quoted).collect::<Vec<_>>().join(", ");
    match bound {
        Bound::Absent => "absent".to_owned(),
        Bound::Given => "there".to_owned(),
        Bound::Low(value, true) => format!("more than {}", value.words()),
        Bound::Low(value, false) => format!("at least {}", value.words()),
        Bound::High(value, true) => format!("less than {}", value.words()),
        Bound::High(value, false) => format!("at most {}", value.words()),
        Bound::Among(values) if values.len() == 1 => listed(values),
        Bound::Among(values) => format!("one of {}", listed(values)),
        Bound::NoneOf(values) => format!("not {}", listed(values)),
        Bound::Against(operator, other) => format!("{} `{}`", verb(*operator), other.words()),
    }
}

fn quoted(value: &Value<'_>) -> String {
    if let Value::Text(text) = value { format!("“{text}”") } else { value.words() }
}

const fn verb(operator: Operator) -> &'static str {
    match operator {
        Operator::Less => "less than",
        Operator::AtMost => "at most",
        Operator::More => "more than",
        Operator::AtLeast => "at least",
        Operator::Unequal => "other than",
        _ => "the same as",
    }
}
